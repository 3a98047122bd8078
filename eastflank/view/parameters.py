"""The parts of a link: how the text of each is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias, TypeVar

from eastflank.model import Dataset
from eastflank.view.address import (
    DATA,
    LONGEST_MARKING,
    Position,
    editions_of,
    marking_of,
    plain,
    position_of,
)
from eastflank.view.days import FIRST_DAY, LAST_DAY, day_of, days_like
from eastflank.view.selection import names_by_code
from eastflank.view.vocabulary import Vocabulary, most_persons, vocabularies
from eastflank.words.chosen import links


class Unread(NamedTuple):
    """A part of a link that could not be read."""

    parameter: str
    """Its name, such as `nation`."""
    text: str
    """What it says."""
    reason: str
    """Why it cannot be read; follows `nation=Canda: `, and ends with a full stop."""
    suggestions: tuple[str, ...] = ()
    """What it may mean, as a link would write it; the likeliest first."""


T = TypeVar("T")
Found: TypeAlias = tuple[T | None, list[Unread]]
"""What a part of a link asks for, None for nothing; and what of it cannot be read."""

_SEPARATORS = re.compile("[;,；，、]")


def _several(parameter: str, texts: Sequence[str], dataset: Dataset) -> Found[tuple[str, ...]]:
    return values_in(parameter, texts, vocabularies(dataset)[parameter], names_by_code(dataset))


def values_in(
    parameter: str, texts: Sequence[str], vocabulary: Vocabulary, names: Mapping[str, str]
) -> Found[tuple[str, ...]]:
    """The values of a vocabulary that texts name; `names` are those that a reader knows them by."""
    values: dict[str, None] = {}
    unread: list[Unread] = []
    for piece in dict.fromkeys(piece for text in texts for piece in _pieces(text, vocabulary)):
        match vocabulary.meant(piece):
            case [value] if value in vocabulary.allowed:
                values[value] = None
            case [value]:
                unread.append(Unread(parameter, piece, links.absent(parameter, value, names)))
            case []:
                near = vocabulary.like(piece) if len(unread) < links.MOST_LINES else ()
                unread.append(Unread(parameter, piece, links.unknown(parameter), near))
            case several:
                allowed = tuple(value for value in several if value in vocabulary.allowed)
                unread.append(Unread(parameter, piece, links.ambiguous(several, names), allowed))
    return tuple(values) or None, unread


def _pieces(text: str, vocabulary: Vocabulary) -> list[str]:
    """The single values in a text; the text itself where it has letters, but none of a value."""
    whole = plain(text)
    if vocabulary.meant(whole):
        return [whole]
    pieces = [piece for part in dict.fromkeys(_SEPARATORS.split(text)) if (piece := plain(part))]
    return pieces or [text] * bool(text.strip())


def _one(parameter: str, texts: Sequence[str], dataset: Dataset) -> Found[str]:
    values, unread = _several(parameter, texts, dataset)
    if values is None:
        return None, unread
    if len(values) > 1:
        return None, [*unread, Unread(parameter, ";".join(values), links.TWO_VALUES, values)]
    return values[0], unread


def _distinct(texts: Sequence[str]) -> list[str]:
    """The different texts, cleaned; one that is nothing but marks stays as it is."""
    return [*dict.fromkeys(plain(text) or text for text in texts if text.strip())]


def _day(parameter: str, texts: Sequence[str], _: Dataset) -> Found[date]:
    told = _distinct(texts)
    days = {day_of(text): text for text in told}
    if not told:
        return None, []
    if None in days:
        near = tuple(day.isoformat() for day in days_like(days[None]))
        return None, [Unread(parameter, days[None], links.NO_DAY, near)]
    valid = sorted(day for day in days if day)
    if len(valid) > 1:
        suggestions = tuple(day.isoformat() for day in valid[: links.MOST_LINES])
        return None, [Unread(parameter, ";".join(told), links.TWO_VALUES, suggestions)]
    if not FIRST_DAY <= valid[0] <= LAST_DAY:
        return None, [Unread(parameter, told[0], links.outside(FIRST_DAY, LAST_DAY))]
    return valid[0], []


def _strength(parameter: str, texts: Sequence[str], dataset: Dataset) -> Found[tuple[int, int]]:
    told = ";".join(text for text in map(plain, texts) if text)
    bounds = [bound.strip() for bound in re.split("[;,-]", told)]
    if len(bounds) == 4 and bounds[:2] == bounds[2:]:  # noqa: PLR2004 - the parameter is there twice
        bounds = bounds[:2]
    match bounds:
        case [""] if not any(text.strip() for text in texts):
            return None, []
        case [low, high] if _NUMBER.fullmatch(low) and _NUMBER.fullmatch(high):
            between = min(int(low), int(high)), max(int(low), int(high))
            if between[0] > most_persons(dataset):
                return None, [Unread(parameter, told, links.too_strong(most_persons(dataset)))]
            return between, []
    return None, [Unread(parameter, told or "".join(texts), links.NO_STRENGTH)]


_NUMBER = re.compile(r"[0-9]{1,9}")
"""More digits than any strength has, and few enough for a column of integers."""


def _area(parameter: str, texts: Sequence[str], _: Dataset) -> Found[tuple[float, float, float, float]]:
    told = ";".join(text for text in map(plain, texts) if text)
    sides = [side.strip() for side in re.split("[;,]", told)]
    if sides == [""] and not any(text.strip() for text in texts):
        return None, []
    if sides[4:] == sides[:4]:  # the parameter is there twice
        sides = sides[:4]
    if len(sides) == _SIDES and all(_DEGREES.fullmatch(side) for side in sides):
        south, west, north, east = map(float, sides)
        if -90 <= south < north <= 90 and -180 <= west < east <= 180:  # noqa: PLR2004 - the whole earth
            return (south, west, north, east), []
    return None, [Unread(parameter, told or "".join(texts), links.NO_AREA)]


_SIDES = 4
_DEGREES = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,6})?")


def _switch(parameter: str, texts: Sequence[str], _: Dataset) -> Found[bool]:
    told = _distinct(texts)
    meant = {_SWITCH.get(text.casefold()) for text in told}
    if not told:
        return None, []
    if len(meant) == 1 and None not in meant:
        return meant.pop(), []
    return None, [Unread(parameter, ";".join(told), links.NO_SWITCH, _SUGGESTED[parameter])]


_SWITCH = {
    **dict.fromkeys(("true", "1", "yes", "on"), True),
    **dict.fromkeys(("false", "0", "no", "off"), False),
}
_SUGGESTED = {"unstated": ("true", "false"), "brief": ("1", "0")}


def _position(parameter: str, texts: Sequence[str], _: Dataset) -> Found[Position]:
    told = _distinct(texts)
    if not told:
        return None, []
    position = position_of(re.sub(" *[;,] *", ",", told[0])) if len(told) == 1 else None
    return position, [] if position else [Unread(parameter, ";".join(told), links.NO_POSITION)]


def _marking(parameter: str, texts: Sequence[str], _: Dataset) -> Found[str]:
    typed = " ".join(dict.fromkeys(texts))
    if len(" ".join(typed.split())) > LONGEST_MARKING:
        return None, [Unread(parameter, typed, links.too_long(LONGEST_MARKING))]
    return marking_of(typed), []


def _edition(parameter: str, texts: Sequence[str], _: Dataset) -> Found[str]:
    told = list(dict.fromkeys(text.strip() for text in texts if text.strip()))
    if not told:
        return None, []
    found = editions_of(told[0]) if len(told) == 1 else {}
    if found:
        return found.get("", told[0]), []
    return None, [Unread(parameter, ";".join(told), links.NO_EDITION)]


def _left_out(parameter: str, texts: Sequence[str], _: Dataset) -> Found[str]:
    return None, [Unread(parameter, ";".join(texts), links.TOO_MANY)]


READ: Mapping[str, Callable[[str, Sequence[str], Dataset], Found[object]]] = {
    **dict.fromkeys(("nation", "host", "status", "kind", "programme", "dataset", "source"), _several),
    **dict.fromkeys(("role", "grade", "deployment", "claim", "tab", "theme", "layout"), _one),
    **dict.fromkeys(("asof", "since"), _day),
    **dict.fromkeys(("unstated", "brief"), _switch),
    "strength": _strength,
    "area": _area,
    "at": _position,
    "marking": _marking,
    "edition": _edition,
    "left_out": _left_out,  # written by header.js in the place of so many parts
}
"""The reader of each part of a link."""
PARAMETERS = Vocabulary(
    (DATA, *READ),
    {name: frozenset({name}) for name in (DATA, *READ)},
    {name: frozenset({name}) for name in (DATA, *READ)},
)
"""The parts that a link may have: `data`, which says of what the others are read, and those others."""
