"""The choices on the page and the address bar, kept equal in one place.

The address is written and read by `eastflank.address`, as in the terminal, and not by Streamlit's
`bind="query-params"`: that writes an option's label (`nation=Canada+(4)`), so a link would break
whenever a count changes.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pandas as pd
import streamlit as st

from eastflank import words
from eastflank.address import Request, position_of, query_of, request_of
from eastflank.filters import Filters
from eastflank.model import Dataset
from eastflank.view import newest_day

_SEEN = "address_seen"
_PROBLEMS = "address_problems"
_FIRST_TAB = "first_tab"
_MARKDOWN = re.compile(r"[\\`*_{}\[\]()#+!<>$:|~&]")
"""What Markdown, as Streamlit reads it, takes for more than a letter."""
_BEFORE = timedelta(days=3650)


def read_address(dataset: Dataset, tabs: Sequence[str]) -> None:
    """Set the choices from the address when somebody else changed it: a link, reload or Back.

    `tabs` are the names of the tabs that it may ask for.

    A choice just made on the page counts more than the address that came with it: on a slow line the
    address that the choice before it was written into is still on the way.
    """
    state = st.session_state
    asked, seen = _address(), state.get(_SEEN)
    query = {key: values for key, values in asked.items() if key != "at"}
    returned = "nation" not in state  # from a page without these controls; Streamlit forgot them there
    if not returned and _query(dataset) != seen:
        state[_PROBLEMS] = ()
    elif returned or query != seen:
        if returned and not query:
            # The page's own link asks for no view: it leads to the one that was left, with its controls.
            query = {key: values for key, values in (seen or {}).items() if key != "brief"}
        at = {key: values for key, values in asked.items() if key == "at"}
        request = request_of({**query, **at}, dataset)
        outside = _choose(request, dataset, tabs)
        state[_SEEN] = query
        state[_PROBLEMS] = (*request.problems, *outside)


def write_address(dataset: Dataset) -> None:
    """Write the choices into the address; what is as by default is left out.

    Where the map looks is kept as the address has it: the map itself writes that there (see position.js),
    so that moving it costs no run of the script.
    """
    query = _query(dataset)
    now = _address()
    position = position_of(";".join(now.get("at", ())))
    at = {"at": [str(position)]} if position else {}
    if {**query, **at} != now:
        st.query_params.from_dict({**query, **at})
    st.session_state[_SEEN] = query


@functools.lru_cache(maxsize=2)
def days_spoken(dataset: Dataset) -> tuple[date, ...]:
    """The days from which claims count, in order."""
    return tuple(day.date() for day in sorted(dataset.claims["known_on"].unique()))


def days(dataset: Dataset) -> tuple[date, date]:
    """The first and the last day that can be chosen: some years before anybody spoke, and today."""
    spoken = days_spoken(dataset)
    return spoken[0] - _BEFORE, max(spoken[-1], date.today())  # noqa: DTZ011 - a reader's day


@functools.lru_cache(maxsize=2)
def most_persons(dataset: Dataset) -> int:
    """The largest strength in the data, rounded up to a thousand; a thousand where none is stated."""
    most = dataset.claims[["troops_low", "troops_high"]].max().max()
    return 1000 if pd.isna(most) else max(1000, -(-int(most) // 1000) * 1000)


def chosen_query(dataset: Dataset) -> dict[str, list[str]]:
    """The address's query for the view as a page: without the briefing."""
    return {key: values for key, values in _query(dataset).items() if key != "brief"}


def chosen_filters(dataset: Dataset) -> Filters:
    """The filters as the page's controls now stand."""
    state = st.session_state
    values: dict[str, Any] = {}
    for field in fields(Filters):
        value = state.get(field.name, field.default)
        values[field.name] = tuple(value) if isinstance(value, list) else value
    if values["strength"] == (0, most_persons(dataset)):  # the whole slider asks for nothing
        values["strength"] = None
    values["role"] = values["role"] or "any"
    values["grade"] = values["grade"] or ""
    return Filters(**values)


def problems() -> tuple[str, ...]:
    """What the address asked for that does not exist, as Markdown; told until the reader chooses something.

    Whoever wrote the address wrote parts of this: an image in it must not be fetched.
    """
    found: tuple[str, ...] = st.session_state.get(_PROBLEMS, ())
    return tuple(_MARKDOWN.sub(r"\\\g<0>", " ".join(problem.split())) for problem in found)


def reset(dataset: Dataset) -> None:
    """Take back every filter and selection; the day stays."""
    _put(Filters(), dataset)
    st.session_state["deployment"] = ""
    st.session_state["claim"] = ""


def go_to(day: date, dataset: Dataset) -> None:
    """Choose the day, or the nearest that can be chosen."""
    first, last = days(dataset)
    st.session_state["asof"] = min(max(day, first), last)


def show_briefing(*, on: bool) -> None:
    """Show the view as a briefing, without controls; or the whole page again."""
    st.session_state["brief"] = on
    keep_choices()  # said anew: or the controls, drawn again, would show nothing chosen


def keep_choices() -> None:
    """Keep what was chosen though its controls are not drawn; otherwise Streamlit would forget it."""
    state = st.session_state
    for key in (*(field.name for field in fields(Filters)), "asof", "since", "tab"):
        if key in state:
            state[key] = state[key]


def select(deployment: str, claim: str = "") -> None:
    """Make one deployment, or none, the selected one."""
    st.session_state["deployment"] = deployment
    st.session_state["claim"] = claim


def narrow(nations: Sequence[str], hosts: Sequence[str]) -> None:
    """Ask for these nations, in any part, and these hosts alone; asked for already, for all of them again."""
    state = st.session_state
    same = (tuple(state["nation"]), tuple(state["host"])) == (tuple(nations), tuple(hosts))
    state["nation"] = [] if same else list(nations)
    state["host"] = [] if same else list(hosts)
    state["role"] = "any"


def _choose(request: Request, dataset: Dataset, tabs: Sequence[str]) -> list[str]:
    """Make the request's choices; what no control can show is brought to what one can, and told."""
    state, outside = st.session_state, []
    filters, top = request.filters, most_persons(dataset)
    if filters.strength and max(filters.strength) > top:
        low, high = (min(bound, top) for bound in filters.strength)
        range_shown = words.strength(low, high)
        outside.append(f"No strength in the data is above {words.number(top)}; {range_shown} is shown.")
        filters = replace(filters, strength=(low, high))
    _put(filters, dataset)
    first, last = days(dataset)
    state["asof"] = request.asof or newest_day(dataset)
    if not first <= state["asof"] <= last:
        outside.append(f"{state['asof']} is not between {first} and {last}; the newest day is shown.")
        state["asof"] = newest_day(dataset)
    state["since"] = request.since
    state["deployment"] = request.deployment
    state["claim"] = request.claim
    for key in ("theme", "brief", "marking"):
        state[key] = getattr(request, key)
    asked = [name for name in tabs if _in_address(name) == request.tab]
    if request.tab and not asked:
        outside.append(f"There is no tab “{request.tab}”; the first is open.")
    state["tab"] = asked[0] if asked else tabs[0]
    state[_FIRST_TAB] = tabs[0]
    return outside


def _in_address(tab: str) -> str:
    """A tab's name as an address writes it: “Nation × host” is `nation-host`."""
    return re.sub(r"[^a-z]+", "-", tab.lower()).strip("-")


def _put(filters: Filters, dataset: Dataset) -> None:
    """Set every control. None is left out: the browser would go on showing what it showed."""
    for field in fields(Filters):
        value = getattr(filters, field.name)
        if field.name == "strength":
            value = value or (0, most_persons(dataset))
        st.session_state[field.name] = list(value) if isinstance(field.default, tuple) else value


def _query(dataset: Dataset) -> dict[str, list[str]]:
    """The query of the choices as they now stand."""
    state = st.session_state
    day = state.get("asof")
    tab = state.get("tab") or ""
    return query_of(
        chosen_filters(dataset),
        day if day != newest_day(dataset) else None,
        since=state.get("since"),
        deployment=state.get("deployment", ""),
        claim=state.get("claim", ""),
        tab=_in_address(tab) if tab != state.get(_FIRST_TAB) else "",
        theme=state.get("theme", ""),
        brief="1" if state.get("brief") else "",
        marking=state.get("marking", ""),
    )


def _address() -> Mapping[str, Sequence[str]]:
    return {key: st.query_params.get_all(key) for key in st.query_params}
