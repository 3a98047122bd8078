"""Where sources differ, as the page shows it: both values side by side, and what the map follows.

All text from files goes through `markupsafe`, which escapes it; nothing is joined into HTML by hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from eastflank.model import Dataset
from eastflank.record.disagreements import Disagreement, Statement
from eastflank.report.differences import spread, subject, value_of
from eastflank.ui import state
from eastflank.ui.claim_html import ToSource
from eastflank.ui.data import disagreements_for
from eastflank.view.names import names_by_code
from eastflank.view.selection import View
from eastflank.words.chosen import evidence as told
from eastflank.words.chosen import values as words

_NOTHING = Markup("")


def show(view: View, dataset: Dataset, _: str) -> None:
    """Draw the disagreements about the view's deployments: those that stand, then those overtaken."""
    found = disagreements_for(dataset, view)
    if not found:
        st.caption(told.NONE_DIFFER)
        return
    standing = [one for one in found if one.stands]
    past = [one for one in found if not one.stands]
    st.caption(told.differing(len(standing), len(past)))
    # A region that can be scrolled must be reached by keyboard, so it can have the focus.
    st.html(
        Markup('<section class="ef-differ" tabindex="0" aria-label="{}">{}{}</section>').format(
            told.DISAGREEMENTS,
            html(standing, view, dataset, named=True),
            _past(html(past, view, dataset, named=True)),
        )
    )


def html(found: Sequence[Disagreement], view: View, dataset: Dataset, *, named: bool = False) -> Markup:
    """Each disagreement as a box; `named`: with the name of its deployment."""
    names = names_by_code(dataset)
    places = dict(zip(dataset.places["id"], dataset.places["name"], strict=True))
    return Markup("").join(_box(one, view, names, places, named=named) for one in found)


def earlier(found: Sequence[Disagreement], view: View, dataset: Dataset) -> Markup:
    """Those that newer claims have overtaken, folded away; nothing where there is none."""
    if not found:
        return _NOTHING
    return Markup("<details><summary>{}</summary>{}</details>").format(
        told.earlier_disagreements(len(found)), html(found, view, dataset)
    )


def _past(boxes: Markup) -> Markup:
    return Markup("<h3>{}</h3>{}").format(told.OVERTAKEN, boxes) if boxes else _NOTHING


def _box(
    one: Disagreement, view: View, names: Mapping[str, str], places: Mapping[str, str], *, named: bool
) -> Markup:
    about = subject(one, names)
    title = (
        told.about(view.known.deployments[one.deployment].name, about) if named else words.capitalised(about)
    )
    apart = told.apart(one.apart) if one.apart else told.SAME_DAYS
    by_value: dict[str, list[Statement]] = {}
    for statement in one.statements:
        by_value.setdefault(value_of(statement, one.field, names, places), []).append(statement)
    sides = Markup("").join(_side(value, sides, one, names) for value, sides in by_value.items())
    decided = Markup("<p><b>{}</b> {}</p>").format(told.decision(one.decision or ""), one.reason)
    return Markup(
        '<div class="ef-box"><p><b>{}</b> <span>{}</span></p><div class="ef-sides">{}</div><p>{}</p>{}</div>'
    ).format(
        title,
        told.spread(spread(one, names, places), apart),
        sides,
        one.rule,
        decided if one.decision else _NOTHING,
    )


def _side(value: str, statements: Sequence[Statement], one: Disagreement, names: Mapping[str, str]) -> Markup:
    on_the_map = one.stands and any(statement.claim == one.shown for statement in statements)
    said = Markup("").join(
        Markup('<span><i class="ef-grade">{}</i> {} · {} · <a href="{}" target="_self">{}</a></span>').format(
            statement.grade,
            names.get(statement.source, statement.source),
            words.day(statement.day),
            ToSource(state.current().names).address(statement.claim),
            statement.claim,
        )
        for statement in statements
    )
    return Markup("<div><b>{}</b>{}{}</div>").format(
        value, Markup(" <em>{}</em>").format(told.FOLLOWED) if on_the_map else _NOTHING, said
    )
