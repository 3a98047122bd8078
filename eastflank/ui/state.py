"""The choices on the page and the address bar, kept equal in one place.

The address is written and read by `eastflank.view.address`, as in the terminal, and not by Streamlit's
`bind="query-params"`: that writes an option's label (`nation=Canada+(4)`), so a link would break
whenever a count changes.
"""

from __future__ import annotations

import functools
import math
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

import streamlit as st

from eastflank.model import Dataset
from eastflank.view.address import PAIR, query_of
from eastflank.view.days import FIRST_DAY, LAST_DAY
from eastflank.view.filters import Filters
from eastflank.view.request import Request, request_of
from eastflank.view.selection import newest_day
from eastflank.view.vocabulary import most_persons

_SEEN, _SAID = "address_seen", "choices_seen"
"""In the session: the address as it was last read or written, and the query of the choices made then."""
_REMARKS = "address_remarks"
_FIRST_TAB = "first_tab"
_CHANGES = "what-changed"
"""The tab that stands open below two days side by side, unless another is asked for."""
_BEING_MADE = "choices_being_made"
"""In the session: by key, a choice that the page's controls may not show yet."""
_LAG = 0.7
"""Seconds for which the browser may show what was before, after it was sent what is chosen now. Nobody takes
back by hand what they have seen for so short a time."""
_MARKDOWN = re.compile(r"[\\`*_{}\[\]()#+!<>$:|~&]")
"""What Markdown, as Streamlit reads it, takes for more than a letter."""


@dataclass(frozen=True)
class _Made:
    """A choice that was made other than by its own control."""

    choice: Any
    outdated: tuple[Any, ...]
    """What the control may still show."""
    shown: float = math.inf
    """When, by the monotonic clock in seconds, the control was sent with the choice; infinite: not yet."""


def read_address(dataset: Dataset, tabs: Sequence[str]) -> Request | None:
    """Set the choices from the address when somebody else changed it: a link, reload or Back.

    `tabs` are the names of the tabs, the first of them open unless another is asked for. Returns None; or,
    where the address cannot be read whole, what it asks for: then nothing is chosen, and the page asks.

    A choice just made on the page counts more than the address that came with it: on a slow line the
    address that the choice before it was written into is still on the way.
    """
    state = st.session_state
    answered = _being_made().get("nation")  # the page's question, in a run that was broken off
    if "nation" in state or (answered and answered.shown == math.inf):
        _finish()
    returned = "nation" not in state  # from a page without these controls; Streamlit forgot them there
    asked, said = _address(), state.get(_SAID)
    address, at = _without_position(asked), {key: asked[key] for key in asked if key == "at"}
    if not returned and _query(state, dataset) != said:
        state[_REMARKS] = ()
    elif returned or address != state.get(_SEEN):
        # The page's own link asks for no view: it leads to the one that was left, with its controls.
        left = {key: values for key, values in (said or {}).items() if key != "brief"}
        query = left if returned and not address else address
        request = request_of({**query, **at}, dataset)
        if request.unread:
            return request
        open_request(request, dataset, tabs)
    return None


def open_request(request: Request, dataset: Dataset, tabs: Sequence[str]) -> None:
    """Choose what could be read of the address, or what the reader says that it means."""
    choices = _asked(request, dataset, tabs)
    seen = _without_position(_address())
    _make({**choices, _SEEN: seen, _SAID: _query(choices, dataset), _REMARKS: request.remarks})


def write_address(dataset: Dataset) -> None:
    """Write the choices into the address; what is as by default is left out.

    Where the map looks is kept as the address has it: the map itself writes that there (see position.js),
    so that moving it costs no run of the script.
    """
    query = _query(st.session_state, dataset)
    now = _address()
    position = request_of(now, dataset).at
    at = {"at": [str(position)]} if position else {}
    if {**query, **at} != now:
        st.query_params.from_dict({**query, **at})
    _make({_SEEN: query, _SAID: query})
    shown()


@functools.lru_cache(maxsize=2)
def days_spoken(dataset: Dataset) -> tuple[date, ...]:
    """The days from which claims count, in order."""
    return tuple(day.date() for day in sorted(dataset.claims["known_on"].unique()))


def chosen_query(dataset: Dataset) -> dict[str, list[str]]:
    """The address's query for the view as a page: without the briefing."""
    query = _query(st.session_state, dataset)
    return {key: values for key, values in query.items() if key != "brief"}


def chosen_filters(dataset: Dataset) -> Filters:
    """The filters as the page's controls now stand."""
    return _filters(st.session_state, dataset)


def _filters(choices: Mapping[Any, Any], dataset: Dataset) -> Filters:
    values: dict[str, Any] = {}
    for field in fields(Filters):
        value = choices.get(field.name, field.default)
        values[field.name] = tuple(value) if isinstance(value, list) else value
    if values["strength"] == (0, most_persons(dataset)):  # the whole slider asks for nothing
        values["strength"] = None
    values["role"] = values["role"] or "any"
    values["grade"] = values["grade"] or ""
    return Filters(**values)


def remarks() -> tuple[str, ...]:
    """What is told about the address, as Markdown; until the reader chooses something."""
    found: tuple[str, ...] = st.session_state.get(_REMARKS, ())
    return tuple(map(as_markdown, found))


def as_markdown(text: str) -> str:
    """A text with parts of an address in it, as Markdown that shows it letter by letter.

    Somebody else wrote those parts: an image in them must not be fetched.
    """
    return _MARKDOWN.sub(r"\\\g<0>", " ".join(text.split()))


def reset(dataset: Dataset) -> None:
    """Take back every filter and selection; the day stays."""
    _make({**_controls(Filters(), dataset), "deployment": "", "claim": ""})


def go_to(day: date) -> None:
    """Choose the day, or the nearest that can be chosen."""
    _make({"asof": min(max(day, FIRST_DAY), LAST_DAY)})


def compare_with(day: date | None) -> None:
    """Compare with that day, or with none: then there is no second day to show beside it."""
    _make({"since": day} if day else {"since": None, "layout": ""})


def lay_out(layout: str, tabs: Sequence[str]) -> None:
    """Lay out the two days that are compared: one of `address.LAYOUTS`, or empty for one map.

    Of `tabs`, two maps open the one of what changed.
    """
    opened = [name for name in tabs if layout == PAIR and _in_address(name) == _CHANGES]
    _make({"layout": layout, **({"tab": opened[0]} if opened else {})})


def shown() -> None:
    """Note that the controls were sent with the choices as they now stand."""
    now = time.monotonic()
    st.session_state[_BEING_MADE] = {
        key: replace(one, shown=min(one.shown, now)) for key, one in _being_made().items()
    }


def show_briefing(*, on: bool) -> None:
    """Show the view as a briefing, without controls; or the whole page again."""
    # Said anew: or the controls, drawn again, would show nothing chosen.
    _make({**_kept(), "brief": on})


def keep_choices() -> None:
    """Keep what was chosen though its controls are not drawn; otherwise Streamlit would forget it."""
    _make(_kept())


def select(deployment: str, claim: str = "") -> None:
    """Make one deployment, or none, the selected one."""
    _make({"deployment": deployment, "claim": claim})


def narrow(nations: Sequence[str], hosts: Sequence[str]) -> None:
    """Ask for these nations, in any part, and these hosts alone; asked for already, for all of them again."""
    _finish()
    state = st.session_state
    same = (tuple(state["nation"]), tuple(state["host"])) == (tuple(nations), tuple(hosts))
    _make({"nation": [] if same else list(nations), "host": [] if same else list(hosts), "role": "any"})


def _make(choices: Mapping[str, Any]) -> None:
    """Make all of these choices; what is left over when this run is broken off, the next one makes.

    At each word with the session Streamlit may break off a run, for the reader has asked for another.
    With that comes what each control showed just then. Where it has not got the choice yet, it shows
    what was chosen before: the choice is then made again.
    """
    state = st.session_state
    made = _being_made()
    for key, choice in choices.items():
        before = made[key].outdated if key in made else ()
        made[key] = _Made(choice, tuple(one for one in (*before, state.get(key)) if one != choice))
    state[_BEING_MADE] = made
    _finish()


def _finish() -> None:
    state = st.session_state
    for key, one in _being_made().items():
        # What is not shown yet is said again though it stands: a control drawn anew would not know of it.
        again = (*one.outdated, one.choice) if one.shown == math.inf else one.outdated
        if key not in state or state[key] in again:
            state[key] = one.choice


def _being_made() -> dict[str, _Made]:
    made: Mapping[str, _Made] = st.session_state.get(_BEING_MADE, {})
    now = time.monotonic()
    return {key: one for key, one in made.items() if now - one.shown < _LAG}


def _kept() -> dict[str, Any]:
    state = st.session_state
    keys = (*(field.name for field in fields(Filters)), "asof", "since", "tab")
    return {key: state[key] for key in keys if key in state}


def _asked(request: Request, dataset: Dataset, tabs: Sequence[str]) -> dict[str, Any]:
    """The choices that the request asks for."""
    tab = request.tab or (_CHANGES if request.layout == PAIR else "")
    return {
        **_controls(request.filters, dataset),
        **{
            key: getattr(request, key)
            for key in ("since", "layout", "deployment", "claim", "theme", "brief", "marking")
        },
        "asof": request.asof or newest_day(dataset),
        "tab": next((name for name in tabs if _in_address(name) == tab), tabs[0]),
        _FIRST_TAB: tabs[0],
    }


def _in_address(tab: str) -> str:
    """A tab's name as an address writes it: “Nation × host” is `nation-host`."""
    return re.sub(r"[^a-z]+", "-", tab.lower()).strip("-")


def _controls(filters: Filters, dataset: Dataset) -> dict[str, Any]:
    """What every control shows. None is left out: the browser would go on showing what it showed."""
    shown = {field.name: getattr(filters, field.name) for field in fields(Filters)}
    shown["strength"] = shown["strength"] or (0, most_persons(dataset))
    return {
        field.name: list(shown[field.name]) if isinstance(field.default, tuple) else shown[field.name]
        for field in fields(Filters)
    }


def _query(choices: Mapping[Any, Any], dataset: Dataset) -> dict[str, list[str]]:
    """The address's query of the choices."""
    day, since = choices.get("asof"), choices.get("since")
    compared = since if since and day and since <= day else None  # nothing is compared with a later day
    layout = choices.get("layout", "") if compared else ""
    tab = _in_address(choices.get("tab") or "")
    usual = _CHANGES if layout == PAIR else _in_address(choices.get(_FIRST_TAB) or "")
    return query_of(
        _filters(choices, dataset),
        day if day != newest_day(dataset) else None,
        since=compared,
        layout=layout,
        deployment=choices.get("deployment", ""),
        claim=choices.get("claim", ""),
        tab=tab if tab != usual else "",
        theme=choices.get("theme", ""),
        brief="1" if choices.get("brief") else "",
        marking=choices.get("marking", ""),
    )


def _address() -> Mapping[str, Sequence[str]]:
    return {key: st.query_params.get_all(key) for key in st.query_params}


def _without_position(address: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """The address but for where the map looks, which the map itself writes there."""
    return {key: address[key] for key in address if key != "at"}
