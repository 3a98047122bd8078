"""The filters beside the map."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from eastflank.model import Dataset
from eastflank.ui import controls, crowd_clicks, long_html, state
from eastflank.ui.choices import Choices
from eastflank.ui.interruptions import uninterrupted
from eastflank.view.facet_counts import Counts
from eastflank.view.filters import GRADES, ROLES, Filters
from eastflank.view.names import names_by_code, told_apart
from eastflank.view.options import options_of
from eastflank.view.vocabulary import most_persons
from eastflank.words.chosen import crowds, filtering
from eastflank.words.chosen import datasets as words_of_datasets
from eastflank.words.chosen import values as words


def show(dataset: Dataset, counts: Counts) -> None:
    """Draw every filter, with the number of deployments or claims for each value."""
    allowed = options_of(dataset)
    names = dataset.once(_names)
    filters = state.current().choices.filters
    if filters.area:
        st.button(
            crowds.ALL, key="area", on_click=_leave_area, icon=":material/zoom_out_map:", width="stretch"
        )
    _several(filtering.NATION, "nation", allowed["nation"], names, filtering.ALL_NATIONS)
    role = _filter("role")
    st.segmented_control(
        filtering.ROLE, ROLES, default=role.value, key=role.key, on_change=role.changed, required=True,
        format_func=lambda role: filtering.ROLES[role],
    )  # fmt: skip
    _several(filtering.HOST, "host", allowed["host"], names, filtering.ALL_HOSTS)
    _pills(filtering.STATUS, "status", allowed["status"], words.STATUSES)
    if dataset.parts:
        _pills(words_of_datasets.FILTER, "dataset", allowed["dataset"], dataset.titles)
    programmes = "; ".join(f"{one}: {names.get(one, one)}" for one in allowed["programme"])
    _pills(filtering.PROGRAMME, "programme", allowed["programme"], help=programmes)
    _strength(most_persons(dataset))
    _unfold(chosen=bool(filters.source or filters.kind or filters.grade))
    # Each element costs every view some time, so these are sent only where they are seen.
    evidence = st.expander(filtering.EVIDENCE, key=_FOLDED, on_change="rerun")
    if evidence.open:
        with evidence:
            _evidence(allowed, names)
    _show_counts(dataset, counts if evidence.open else _without_evidence(counts), filters)
    st.button(
        filtering.RESET,
        key="reset",
        on_click=_reset,
        icon=":material/restart_alt:",
        width="stretch",
    )


def _names(dataset: Dataset) -> Mapping[str, str]:
    """The names of the values in the lists.

    The browser sends back a chosen value's name only: of two values with one name the first would be chosen.
    """
    names, allowed = names_by_code(dataset), options_of(dataset)
    named = {**names}
    for field in _LISTS:
        named.update(told_apart(allowed[field], names))
    return named


@uninterrupted
def _leave_area() -> None:
    state.choose(crowd_clicks.without_area)


@uninterrupted
def _reset() -> None:
    state.choose(Choices.without_filters)


_OF_EVIDENCE = ("source", "grade", "kind")
_FOLDED, _CHOSEN = "evidence-that-counts", "chosen-of-evidence"
"""The key of the filters of evidence, which are folded away; in the session: whether one was chosen."""


def _unfold(*, chosen: bool) -> None:
    """Open the filters of evidence when one comes to be chosen, as by a link; only the reader closes them."""
    if chosen and not st.session_state.get(_CHOSEN, False):
        st.session_state[_FOLDED] = True
    st.session_state[_CHOSEN] = chosen


def _evidence(allowed: Mapping[str, Sequence[str]], names: Mapping[str, str]) -> None:
    """The filters of claims: their sources, their grade, their kind."""
    st.caption(filtering.EVIDENCE_MEANS)
    _several(filtering.SOURCE, "source", allowed["source"], names, filtering.ALL_SOURCES)
    grade = _filter("grade")
    st.selectbox(
        filtering.GRADE, ("", *GRADES), index=("", *GRADES).index(grade.value), key=grade.key,
        on_change=grade.changed, help=filtering.GRADE_MEANS,
        format_func=lambda grade: filtering.at_least(grade) if grade else filtering.ANY_GRADE,
    )  # fmt: skip
    _pills(filtering.KIND, "kind", allowed["kind"], words.KINDS)


def _several(
    label: str, name: str, allowed: Sequence[str], names: Mapping[str, str], placeholder: str
) -> None:
    """A field in which several values are chosen by their names."""
    drawn = _filter(name, _as_tuple)
    st.multiselect(
        label, allowed, default=[one for one in drawn.value if one in allowed],
        key=drawn.key, on_change=drawn.changed, placeholder=placeholder,
        format_func=lambda value: names.get(value, value),
    )  # fmt: skip


def _pills(
    label: str,
    name: str,
    allowed: Sequence[str],
    names: Mapping[str, str] | None = None,
    *,
    help: str | None = None,  # noqa: A002 - as Streamlit names it
) -> None:
    """A button for each of several values."""
    drawn = _filter(name, _as_tuple)
    st.pills(
        label, allowed, default=[one for one in drawn.value if one in allowed],
        key=drawn.key, on_change=drawn.changed, selection_mode="multi", help=help,
        format_func=lambda value: (names or {}).get(value, value),
    )  # fmt: skip


def _strength(top: int) -> None:
    """A slider from 0 to the largest strength in the data; the full range means no filter."""
    strength = controls.control(
        controls.ChosenPart(
            "strength",
            lambda choices: choices.filters.strength or (0, top),
            lambda choices, asked: _with(choices, strength=asked if asked != (0, top) else None),
        ),
        _as_tuple,
    )
    st.slider(
        filtering.STRENGTH, 0, top, strength.value, step=50, key=strength.key,
        on_change=strength.changed, format="%,d",
    )  # fmt: skip
    unstated = _filter("unstated")
    st.toggle(
        filtering.UNSTATED,
        value=unstated.value,
        key=unstated.key,
        on_change=unstated.changed,
    )


def _filter(name: str, read: Callable[[Any], Any] = lambda value: value) -> controls.Control[Any]:
    """The control of one field of `Filters`."""
    return controls.control(
        controls.ChosenPart(
            name,
            lambda choices: getattr(choices.filters, name),
            lambda choices, value: _with(choices, **{name: value}),
        ),
        read,
    )


def _with(choices: Choices, **fields: Any) -> Choices:  # noqa: ANN401 - as the fields of `Filters`
    return replace(choices, filters=replace(choices.filters, **fields))


def _as_tuple(values: Any) -> tuple[Any, ...]:  # noqa: ANN401 - as the widget has them
    return tuple(values)


# --- counts beside the values ------------------------------------------------------------------------

_LISTS = {
    "nation": filtering.NATION,
    "host": filtering.HOST,
    "source": filtering.SOURCE,
    "grade": filtering.GRADE,
}
"""The filters whose values are in a drop-down list, with the list's name."""


def _without_evidence(counts: Counts) -> Counts:
    """The counts without those of the filters that are folded away: a record may have hundreds of sources."""
    return {field: found for field, found in counts.items() if field not in _OF_EVIDENCE}


def _show_counts(dataset: Dataset, counts: Counts, filters: Filters) -> None:
    """Draw the count beside each value.

    With CSS, not in the labels: the browser sends labels back, on a slow connection with old counts.
    """
    names = dataset.once(_names)
    rules = [
        _rule(where, counts[field].get(value, 0))
        for field, value, where in dataset.once(_places_of_counts)
        if field in counts
    ]
    for field in _LISTS:
        if field == "grade" or field not in counts:
            continue
        for value in getattr(filters, field):
            title = _in_style(names.get(value, value))
            rules.append(_rule(f"{_of(field)} [title='{title}']", counts[field].get(value, 0)))
    long_html.show(f"<style>{''.join(rules)}</style>")


def _places_of_counts(dataset: Dataset) -> Sequence[tuple[str, str, str]]:
    """Each field and value, with the selector of the element that is followed by its count."""
    allowed = {**options_of(dataset), "grade": ("", *GRADES)}
    places = []
    for field, values in allowed.items():
        for number, value in enumerate(values):
            if field not in _LISTS:
                places.append((field, value, f"{_of(field)} button:nth-child({number + 1}) p"))
            elif value:
                opened = f"[role=listbox][aria-label='{_in_style(_LISTS[field])}']"
                places.append((field, value, f"{opened} [data-key='{number}'] > "))
    return places


def _of(field: str) -> str:
    """The selector of a filter: a control's key is its name with a number, see `controls`."""
    return f"[class*=' st-key-{field}-']"


def _rule(where: str, count: int) -> str:
    return f"{where}::after {{ content: '\\a0· {count:d}'; }}"


def _in_style(text: str) -> str:
    """A text escaped for a CSS string: everything except letters and digits as a code."""
    return "".join(sign if sign.isalnum() else f"\\{ord(sign):x} " for sign in text)
