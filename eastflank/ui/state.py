"""The choices on the page and the address bar, kept equal in one place.

The address is written and read by `eastflank.address`, as in the terminal, and not by Streamlit's
`bind="query-params"`: that writes an option's label (`nation=Canada+(4)`), so a link would break
whenever a count changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields

import streamlit as st

from eastflank.address import Request, query_of, request_of
from eastflank.filters import Filters
from eastflank.model import Dataset
from eastflank.view import newest_day

_SEEN = "address_seen"
_PROBLEMS = "address_problems"


def read_address(dataset: Dataset) -> None:
    """Set the choices from the address when somebody else changed it: a link, reload or Back."""
    query = _address()
    if query == st.session_state.get(_SEEN):
        return
    request = request_of(query, dataset)
    _choose(request, dataset)
    st.session_state[_SEEN] = query
    st.session_state[_PROBLEMS] = request.problems


def write_address(dataset: Dataset) -> None:
    """Write the choices into the address; what is as by default is left out."""
    day = st.session_state.get("asof")
    query = query_of(
        chosen_filters(),
        day if day != newest_day(dataset) else None,
        deployment=st.session_state.get("deployment", ""),
        claim=st.session_state.get("claim", ""),
    )
    if query != _address():
        st.query_params.from_dict(query)
    st.session_state[_SEEN] = query


def chosen_filters() -> Filters:
    """The filters as the page's controls now stand."""
    state = st.session_state
    values = {}
    for field in fields(Filters):
        value = state.get(field.name, field.default)
        values[field.name] = tuple(value) if isinstance(value, list) else value
    if values["strength"] is not None and values["strength"] == state.get("strength_range"):
        values["strength"] = None
    values["role"] = values["role"] or "any"
    values["grade"] = values["grade"] or ""
    return Filters(**values)


def problems() -> tuple[str, ...]:
    """What the address asked for that does not exist; told once."""
    found: tuple[str, ...] = st.session_state.pop(_PROBLEMS, ())
    return found


def reset() -> None:
    """Take back every filter and selection; the day stays."""
    for field in fields(Filters):
        st.session_state.pop(field.name, None)
    st.session_state["deployment"] = ""
    st.session_state["claim"] = ""


def select(deployment: str, claim: str = "") -> None:
    """Make one deployment, or none, the selected one."""
    st.session_state["deployment"] = deployment
    st.session_state["claim"] = claim


def _choose(request: Request, dataset: Dataset) -> None:
    state = st.session_state
    for field in fields(Filters):
        value = getattr(request.filters, field.name)
        if value == field.default:
            state.pop(field.name, None)
        else:
            state[field.name] = (
                list(value) if isinstance(value, tuple) and field.name != "strength" else value
            )
    state["asof"] = request.asof or newest_day(dataset)
    state["deployment"] = request.deployment
    state["claim"] = request.claim


def _address() -> Mapping[str, Sequence[str]]:
    return {key: st.query_params.get_all(key) for key in st.query_params}
