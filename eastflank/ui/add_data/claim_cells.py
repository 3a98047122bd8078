"""Puts the values of a claim's widgets into its form."""

from __future__ import annotations

from dataclasses import replace

from eastflank.curation.form import ContributionCells, Form, NewDeployment
from eastflank.curation.new_place import without_place
from eastflank.ui.add_data.entering import NEW


def put(column: str, form: Form, text: str) -> Form:
    """The form with this value in that column."""
    return form.with_cell(column, text.strip())


def put_deployment(form: Form, text: str) -> Form:
    """The form with an existing deployment, or with a new one to be described."""
    if text == NEW:
        return replace(form.with_cell("deployment", ""), deployment=form.deployment or NewDeployment())
    return replace(form.with_cell("deployment", text), deployment=None)


def put_place(form: Form, text: str) -> Form:
    """The form with an existing place, or without one while it is being looked up."""
    return without_place(form).with_cell("place", "" if text == NEW else text)


def put_new(name: str, form: Form, text: str) -> Form:
    """The form with an attribute of its new deployment."""
    if form.deployment is None:  # the user chose an existing one meanwhile
        return form
    made = form.deployment._replace(**{name: text.strip()})
    return replace(form.with_cell("deployment", made.id), deployment=made)


def put_nations(form: Form, text: str) -> Form:
    """The form with contingents of these nations; values entered before are kept."""
    known = {one.nation: one for one in form.sent}
    return form.with_sent([known.get(code, ContributionCells(code)) for code in text.split(";") if code])


def put_sent(nation: str, bound: str, form: Form, text: str) -> Form:
    """The form with a bound, or another cell, of a nation’s contingent."""
    return form.with_sent(
        [one._replace(**{bound: text.strip()}) if one.nation == nation else one for one in form.sent]
    )
