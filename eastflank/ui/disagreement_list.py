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
from eastflank.words.chosen import values as words

_NOTHING = Markup("")


def show(view: View, dataset: Dataset, _: str) -> None:
    """Draw the disagreements about the view's deployments: those that stand, then those overtaken."""
    found = disagreements_for(dataset, view)
    if not found:
        st.caption("No two sources differ about what is shown, as far as the record goes.")
        return
    standing = [one for one in found if one.stands]
    past = [one for one in found if not one.stands]
    values = words.capitalised(words.counted(len(standing), "current value"))
    others = words.counted(len(past), "more", "more")
    st.caption(
        f"{values} that sources give differently; {others} that newer claims have overtaken. "
        "The rules are on the Method page."
    )
    # A region that can be scrolled must be reached by keyboard, so it can have the focus.
    st.html(
        Markup('<section class="ef-differ" tabindex="0" aria-label="Disagreements">{}{}</section>').format(
            html(standing, view, dataset, named=True), _past(html(past, view, dataset, named=True))
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
        f"{words.capitalised(words.counted(len(found), 'earlier disagreement'))}", html(found, view, dataset)
    )


def _past(boxes: Markup) -> Markup:
    return Markup("<h3>Overtaken by newer claims</h3>{}").format(boxes) if boxes else _NOTHING


def _box(
    one: Disagreement, view: View, names: Mapping[str, str], places: Mapping[str, str], *, named: bool
) -> Markup:
    about = subject(one, names)
    title = f"{view.known.deployments[one.deployment].name}: {about}" if named else words.capitalised(about)
    apart = f"said up to {words.counted(one.apart, 'day')} apart" if one.apart else "said of the same days"
    by_value: dict[str, list[Statement]] = {}
    for statement in one.statements:
        by_value.setdefault(value_of(statement, one.field, names, places), []).append(statement)
    sides = Markup("").join(_side(value, sides, one, names) for value, sides in by_value.items())
    decision = (
        Markup("<p><b>Decision {}:</b> {}</p>").format(one.decision, one.reason) if one.decision else _NOTHING
    )
    return Markup(
        '<div class="ef-box"><p><b>{}</b> <span>{}, {}</span></p>'
        '<div class="ef-sides">{}</div><p>{}</p>{}</div>'
    ).format(title, spread(one, names, places), apart, sides, one.rule, decision)


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
        value, Markup(" <em>followed</em>") if on_the_map else _NOTHING, said
    )
