"""The filters beside the map."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

import streamlit as st

from eastflank.model import Dataset
from eastflank.ui import state
from eastflank.view.facet_counts import Counts
from eastflank.view.filters import GRADES, ROLES
from eastflank.view.selection import names_by_code
from eastflank.view.vocabulary import most_persons, options
from eastflank.words import en as words

_GRADES = (
    "The Admiralty grade that every claim must have at least: the letter is the source's reliability, the "
    "figure the claim's credibility. Both must reach it; they are never multiplied into a score."
)


_COUNTED = re.compile(r"(?P<text>.*) · [0-9]+")


def understand(dataset: Dataset) -> None:
    """Read the choices that come as labels for what they mean.

    Labels hold counts, which change with the day: what was chosen while the new ones were on their way to the
    browser comes as the label that it had there.
    """
    for field, values in _values_by_text(dataset).items():
        chosen = st.session_state.get(field)
        told = (chosen,) if isinstance(chosen, str) else chosen or ()
        meant = [_value(value, values) for value in told]
        if meant != list(told):
            st.session_state[field] = meant[0] if isinstance(chosen, str) else meant


def _value(chosen: str, values: Mapping[str, str]) -> str:
    counted = _COUNTED.fullmatch(chosen)
    return values.get(counted["text"], chosen) if counted else chosen


@functools.lru_cache(maxsize=2)
def _values_by_text(dataset: Dataset) -> Mapping[str, Mapping[str, str]]:
    """For each filter whose labels hold counts, its values by their words."""
    allowed, names = options(dataset), names_by_code(dataset)
    by_name = {
        field: {names.get(value, value): value for value in allowed[field]}
        for field in ("nation", "host", "source")
    }
    plain = {field: {value: value for value in allowed[field]} for field in ("status", "programme")}
    kinds = {words.KINDS[kind]: kind for kind in allowed["kind"]}
    return {**by_name, **plain, "kind": kinds, "grade": {at_least(grade): grade for grade in GRADES}}


def show(dataset: Dataset, counts: Counts) -> None:
    """Draw every filter with the number of deployments or claims that each value would find."""
    allowed = options(dataset)
    names = names_by_code(dataset)

    def label(field: str, value: str, text: str) -> str:
        return f"{text} · {counts[field].get(value, 0)}"

    st.multiselect(
        "Nation", allowed["nation"], key="nation", placeholder="All nations",
        format_func=lambda code: label("nation", code, names.get(code, code)),
    )  # fmt: skip
    st.session_state.setdefault("role", "any")
    st.segmented_control(
        "As", ROLES, key="role", required=True,
        format_func=lambda role: {"contributor": "sends"}.get(role, role),
    )  # fmt: skip
    st.multiselect(
        "Host country", allowed["host"], key="host", placeholder="All hosts",
        format_func=lambda code: label("host", code, names.get(code, code)),
    )  # fmt: skip
    st.pills(
        "Status", allowed["status"], key="status", selection_mode="multi",
        format_func=lambda status: label("status", status, status),
    )  # fmt: skip
    st.pills(
        "Programme", allowed["programme"], key="programme", selection_mode="multi",
        format_func=lambda programme: label("programme", programme, programme),
        help="; ".join(f"{one}: {names.get(one, one)}" for one in allowed["programme"]),
    )  # fmt: skip
    _strength(dataset)
    with st.expander(
        "Evidence that counts", expanded=any(st.session_state.get(key) for key in ("source", "kind", "grade"))
    ):
        st.caption("What these leave out is not known to the map at all: it shows what the rest says alone.")
        st.multiselect(
            "Source", allowed["source"], key="source", placeholder="All sources",
            format_func=lambda source: label("source", source, names[source]),
        )  # fmt: skip
        st.session_state.setdefault("grade", "")
        st.selectbox(
            "Grade", ("", *GRADES), key="grade", help=_GRADES,
            format_func=lambda grade: label("grade", grade, at_least(grade)) if grade else "Any grade",
        )  # fmt: skip
        st.pills(
            "Kind of claim", allowed["kind"], key="kind", selection_mode="multi",
            format_func=lambda kind: label("kind", kind, words.KINDS[kind]),
        )  # fmt: skip
    st.button(
        "Reset all filters",
        key="reset",
        on_click=state.reset,
        args=(dataset,),
        icon=":material/restart_alt:",
        width="stretch",
    )


def at_least(grade: str) -> str:
    """A grade as the lowest that counts: “B2 or better”; of the best one there is none better."""
    return "A1 alone" if grade == "A1" else f"{grade} or better"


def _strength(dataset: Dataset) -> None:
    """A slider from nobody to the largest strength in the data."""
    top = most_persons(dataset)
    st.session_state.setdefault("strength", (0, top))
    st.slider("Strength, persons", 0, top, step=50, key="strength", format="%,d")
    st.session_state.setdefault("unstated", True)
    st.toggle("Include those that state no strength", key="unstated")
