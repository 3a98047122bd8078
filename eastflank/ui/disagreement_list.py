"""Disagreements of sources on the page: both values side by side, and which one the map follows.

All text from files goes through `markupsafe`, which escapes it; nothing is joined into HTML by hand.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from eastflank.model import Dataset
from eastflank.report.differences import Side, SourceDifference
from eastflank.ui import state
from eastflank.ui.claim_html import ToSource
from eastflank.ui.views import disagreements_for
from eastflank.view.selection import View
from eastflank.words.chosen import evidence as told
from eastflank.words.chosen import values as words

_NOTHING = Markup("")


def show(view: View, dataset: Dataset, _: str) -> None:
    """Draw the disagreements about the view's deployments: current ones first, then overtaken ones."""
    found = disagreements_for(dataset, view)
    if not found:
        st.caption(told.NONE_DIFFER)
        return
    standing = [one for one in found if one.stands]
    past = [one for one in found if not one.stands]
    st.caption(told.differing(len(standing), len(past)))
    # A scrollable region must be reachable by keyboard, so it is focusable.
    st.html(
        Markup('<section class="ef-differ" tabindex="0" aria-label="{}">{}{}</section>').format(
            told.DISAGREEMENTS,
            html(standing, named=True),
            _past(html(past, named=True)),
        )
    )


def html(found: Sequence[SourceDifference], *, named: bool = False) -> Markup:
    """Each disagreement as a box; `named`: with its deployment's name."""
    return Markup("").join(_box(one, named=named) for one in found)


def earlier(found: Sequence[SourceDifference]) -> Markup:
    """Those that newer claims have overtaken, collapsed; nothing if there are none."""
    if not found:
        return _NOTHING
    return Markup("<details><summary>{}</summary>{}</details>").format(
        told.earlier_disagreements(len(found)), html(found)
    )


def _past(boxes: Markup) -> Markup:
    return Markup("<h3>{}</h3>{}").format(told.OVERTAKEN, boxes) if boxes else _NOTHING


def _box(one: SourceDifference, *, named: bool) -> Markup:
    title = told.about(one.name, one.subject) if named else words.capitalised(one.subject)
    apart = told.apart(one.found.apart) if one.found.apart else told.SAME_DAY
    by_value: dict[str, list[Side]] = {}
    for side in one.sides:
        by_value.setdefault(side.value, []).append(side)
    sides = Markup("").join(_side(value, sides, one) for value, sides in by_value.items())
    decided = Markup("<p><b>{}</b> {}</p>").format(told.decision(one.found.decision or ""), one.found.reason)
    return Markup(
        '<div class="ef-box"><p><b>{}</b> <span>{}</span></p><div class="ef-sides">{}</div><p>{}</p>{}</div>'
    ).format(
        title,
        told.spread(one.spread, apart),
        sides,
        one.followed,
        decided if one.found.decision else _NOTHING,
    )


def _side(value: str, sides: Sequence[Side], one: SourceDifference) -> Markup:
    on_the_map = one.stands and any(side.claim == one.found.shown for side in sides)
    said = Markup("").join(
        Markup('<span><i class="ef-grade">{}</i> {} · {} · <a href="{}" target="_self">{}</a></span>').format(
            side.grade,
            side.source,
            side.when,
            ToSource(state.current().names).address(side.claim),
            side.claim,
        )
        for side in sides
    )
    return Markup("<div><b>{}</b>{}{}</div>").format(
        value, Markup(" <em>{}</em>").format(told.FOLLOWED) if on_the_map else _NOTHING, said
    )
