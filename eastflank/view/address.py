"""Views as addresses: the query of a link, read and written."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlencode

from eastflank.model import STATUSES, Dataset
from eastflank.view.filters import EVERYTHING, GRADES, ROLES, Filters
from eastflank.view.selection import names_by_code
from eastflank.words import en as words

THEMES = ("light", "dark")
LONGEST_MARKING = 100
"""Characters of a marking: more than any line that is printed above and below a briefing."""


class Position(NamedTuple):
    """Where the map looks: the middle in degrees, and Leaflet's zoom (one more is twice as large)."""

    lat: float
    lon: float
    zoom: float

    def __str__(self) -> str:
        return ",".join(f"{round(value, 3) + 0:.3f}".rstrip("0").rstrip(".") for value in self)


@dataclass(frozen=True, slots=True)
class Request:
    """A view as an address asks for it. `None` and empty: the default."""

    filters: Filters = EVERYTHING
    asof: date | None = None
    since: date | None = None
    """The day to compare with: what changed after it, up to `asof`."""
    deployment: str = ""
    claim: str = ""
    tab: str = ""
    """What stands below the map, by the words of its name joined by hyphens; whether there is such a tab
    is for the page to say."""
    at: Position | None = None
    """Where the reader moved the map; None: it shows the opening view."""
    theme: str = ""
    """`light` or `dark`; empty: as the reader's browser has it."""
    brief: bool = False
    """Whether the briefing view is asked for."""
    marking: str = ""
    """The line that says how a briefing may be handled, as somebody typed it."""
    problems: tuple[str, ...] = ()
    """What the address asked for that does not exist, each in a sentence; it was dropped."""


def request_of(query: Mapping[str, Sequence[str]], dataset: Dataset) -> Request:
    """The request an address's query makes. What does not exist is dropped and named in `problems`.

    Lists may be given as repeated parameters or joined by `;`.
    """
    allowed = options(dataset)
    known_ids = {"deployment": set(dataset.deployments["id"]), "claim": set(dataset.claims["id"])}
    chosen: dict[str, Any] = {}
    others: dict[str, Any] = {}
    problems: list[str] = []
    for key, raw in query.items():
        values = [value for item in raw for value in item.split(";") if value]
        if key in allowed:
            good = tuple(value for value in values if value in allowed[key])
            bad = [value for value in values if value not in good]
            problems += [f"“{value}” is not a {key} in the data; it was left out." for value in bad]
            if good:
                chosen[key] = good[0] if isinstance(getattr(EVERYTHING, key), str) else good
        elif key in known_ids:
            good = tuple(value for value in values if value in known_ids[key])
            bad = [value for value in values if value not in good]
            problems += [f"There is no {key} “{value}”; it was left out." for value in bad]
            others[key] = good[0] if good else ""
        elif key in _READ:
            value, problem = _READ[key](values if key != "marking" else raw)
            (chosen if hasattr(EVERYTHING, key) else others)[key] = value
            problems += problem
        else:
            problems.append(f"“{key}” is not a part of an address here; it was left out.")
    return Request(filters=Filters(**chosen), problems=tuple(problems), **others)


@functools.lru_cache(maxsize=2)
def options(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    """Every value that each list filter can take, in the order in which a reader looks for it."""
    # Kept for each data set: it reads every claim, and a page asks for it at every click.
    claims = dataset.claims
    named = names_by_code(dataset)
    hosts = claims.loc[claims["deployment"].notna(), "host"]
    in_lists = claims[["lead", "host"]].stack().dropna().str.split(";").explode()
    nations = {*in_lists, *dataset.contributions["nation"]}
    return {
        "nation": tuple(sorted(nations, key=lambda code: named.get(code, code))),
        "role": ROLES,
        "host": tuple(
            sorted(set(hosts.dropna().str.split(";").explode()), key=lambda code: named.get(code, code))
        ),
        "status": tuple(status for status in STATUSES if status in set(claims["status"].dropna())),
        "kind": tuple(kind for kind in words.KINDS if kind in set(claims["kind"])),
        "programme": tuple(sorted(dataset.deployments["programme"].dropna().unique())),
        "source": tuple(sorted(dataset.sources["id"], key=lambda source: named[source])),
        "grade": GRADES,
    }


def position_of(text: str) -> Position | None:
    """The position that an address writes as `56.95,24.1,6.25`; None where it is none, or off the map."""
    parts = text.split(",")
    if len(parts) != len(Position._fields) or not all(_DECIMAL.fullmatch(part) for part in parts):
        return None
    position = Position(*map(float, parts))
    on_the_map = (
        abs(position.lat) <= _MOST_NORTHERN
        and abs(position.lon) <= _MOST_EASTERN
        and 0 <= position.zoom <= _CLOSEST
    )
    return position if on_the_map else None


def marking_of(typed: str) -> str:
    """What somebody typed as a marking, on one line: no control characters, spaces single, cut to length."""
    printed = "".join(letter if letter.isprintable() else " " for letter in typed)
    return " ".join(printed.split())[:LONGEST_MARKING].rstrip()


def query_of(
    filters: Filters, asof: date | None = None, since: date | None = None, **picked: str
) -> dict[str, list[str]]:
    """The address's query for a view: the inverse of `request_of`, defaults left out."""
    query: dict[str, list[str]] = {}
    for item in fields(Filters):
        value = getattr(filters, item.name)
        if value == getattr(EVERYTHING, item.name):
            continue
        query[item.name] = (
            [str(part) for part in value]
            if isinstance(value, tuple)
            else [str(value).lower() if isinstance(value, bool) else str(value)]
        )
    query.update({key: [day.isoformat()] for key, day in (("asof", asof), ("since", since)) if day})
    query.update({key: [value] for key, value in picked.items() if value})
    return query


def link_of(query: Mapping[str, Sequence[str]], base_url: str = "") -> str:
    """The link that opens a view again: `https://host/path/?nation=CAN`.

    Without a `base_url`, the address at which readers reach the dashboard, it is the query alone.
    """
    return f"{base_url.rstrip('/')}{'/' if base_url else ''}?{urlencode(query, doseq=True)}"


def base_url(text: str) -> str:
    """The address at which readers reach the dashboard, as `link_of` takes it; empty when `text` is.

    Raises ValueError when it is no address of a page: a link made of it would lead nowhere, or run.
    """
    if text.strip() and not _BASE_URL.fullmatch(text.strip()):
        raise ValueError(f"“{text}” is not an address such as https://briefing.example/eastflank.")
    return text.strip()


_BASE_URL = re.compile(
    r"https?://(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?(?:/[^\s?#<>\"'\\]*)?", re.IGNORECASE
)
"""A host by name or number and a path; no name or password, which a link would give away."""


def _day(values: Sequence[str], otherwise: str) -> tuple[date | None, list[str]]:
    try:
        return (date.fromisoformat(values[0]) if values else None), []
    except ValueError:
        return None, [f"“{values[0]}” is not a date such as 2016-10-26; {otherwise}."]


def _bounds(values: Sequence[str]) -> tuple[tuple[int, int] | None, list[str]]:
    match values:
        case [low, high] if _NUMBER.fullmatch(low) and _NUMBER.fullmatch(high):
            return (min(int(low), int(high)), max(int(low), int(high))), []
    return None, [f"“{';'.join(values)}” is not a strength from and to, such as 500;1500; it was left out."]


def _switch(values: Sequence[str]) -> tuple[bool, list[str]]:
    match values:
        case ["true"]:
            return True, []
        case ["false"]:
            return False, []
    return True, [f"“{';'.join(values)}” is neither true nor false; it was left out."]


def _position(values: Sequence[str]) -> tuple[Position | None, list[str]]:
    told = ";".join(values)
    position = position_of(told)
    if position:
        return position, []
    return None, [f"“{told}” is not a place and zoom such as 56.9,24.1,6; the opening view is shown."]


def _theme(values: Sequence[str]) -> tuple[str, list[str]]:
    if len(values) == 1 and values[0] in THEMES:
        return values[0], []
    return "", [f"“{';'.join(values)}” is neither light nor dark; it was left out."]


def _brief(values: Sequence[str]) -> tuple[bool, list[str]]:
    match values:
        case ["1"]:
            return True, []
        case ["0"]:
            return False, []
    return False, [f"brief is 1 or left out, not “{';'.join(values)}”; it was left out."]


def _marking(values: Sequence[str]) -> tuple[str, list[str]]:
    typed = " ".join(values)
    marking = marking_of(typed)
    if len(" ".join(typed.split())) <= LONGEST_MARKING:
        return marking, []
    return marking, [f"The marking is longer than {LONGEST_MARKING} characters; the rest was cut off."]


def _tab(values: Sequence[str]) -> tuple[str, list[str]]:
    return ";".join(values), []


_NUMBER = re.compile(r"[0-9]{1,9}")
"""More digits than any strength has, and few enough for a column of integers."""
_DECIMAL = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,9})?")
_MOST_NORTHERN = 85.0
"""Degrees up to which Web Mercator, and so the map, reaches."""
_MOST_EASTERN = 180.0
_CLOSEST = 24.0

_READ: Mapping[str, Callable[[Sequence[str]], tuple[Any, list[str]]]] = {
    "asof": functools.partial(_day, otherwise="the newest day is shown"),
    "since": functools.partial(_day, otherwise="nothing is compared with it"),
    "strength": _bounds,
    "unstated": _switch,
    "at": _position,
    "theme": _theme,
    "brief": _brief,
    "marking": _marking,
    "tab": _tab,
}
"""For each part of an address that is not a list of codes: its value, and what is wrong with it."""
