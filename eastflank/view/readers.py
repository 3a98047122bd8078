"""How the text of a part of a link is read: lists of values, switches, bounds and areas."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias, TypeVar

from eastflank.model import Dataset
from eastflank.view.address import plain
from eastflank.view.names import names_by_code
from eastflank.view.vocabulary import Vocabulary, most_persons
from eastflank.words.chosen import links


class Asked(NamedTuple):
    """A part of a link to read."""

    parameter: str
    """Its name, such as `nation`."""
    texts: Sequence[str]
    """Its texts; several if it is in the link more than once."""
    dataset: Dataset
    vocabulary: Vocabulary
    """The values that it may have; empty if it is not a list."""


class Unread(NamedTuple):
    """A part of a link that could not be read."""

    parameter: str
    """Its name, such as `nation`."""
    text: str
    """Its text."""
    reason: str
    """Why it cannot be read; follows `nation=Canda: `, and ends with a full stop."""
    suggestions: tuple[str, ...] = ()
    """Possible meanings in the format of a link; the likeliest first."""


T = TypeVar("T")
Found: TypeAlias = tuple[T | None, list[Unread]]
"""The value of a part of a link, None for no value; and what in it cannot be read."""

Reader: TypeAlias = Callable[[Asked], Found[object]]
"""Reads a part of a link. Never raises, whatever the text."""

_SEPARATORS = re.compile("[;,；，、]")


def several(asked: Asked) -> Found[tuple[str, ...]]:
    """The values that are named."""
    return values_in(asked.parameter, asked.texts, asked.vocabulary, names_by_code(asked.dataset))


def values_in(
    parameter: str, texts: Sequence[str], vocabulary: Vocabulary, names: Mapping[str, str]
) -> Found[tuple[str, ...]]:
    """The values of a vocabulary that texts name; `names` are their names for readers."""
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
            case meanings:
                allowed = tuple(value for value in meanings if value in vocabulary.allowed)
                unread.append(Unread(parameter, piece, links.ambiguous(meanings, names), allowed))
    return tuple(values) or None, unread


def _pieces(text: str, vocabulary: Vocabulary) -> list[str]:
    """The single values in a text; the text itself if it has letters but no value."""
    whole = plain(text)
    if vocabulary.meant(whole):
        return [whole]
    pieces = [piece for part in dict.fromkeys(_SEPARATORS.split(text)) if (piece := plain(part))]
    return pieces or [text] * bool(text.strip())


def one(asked: Asked) -> Found[str]:
    """The one value that is named."""
    values, unread = several(asked)
    if values is None:
        return None, unread
    if len(values) > 1:
        return None, [*unread, Unread(asked.parameter, ";".join(values), links.TWO_VALUES, values)]
    return values[0], unread


def distinct(texts: Sequence[str]) -> list[str]:
    """The different texts, cleaned; a text of only punctuation stays unchanged."""
    return [*dict.fromkeys(plain(text) or text for text in texts if text.strip())]


def strength(asked: Asked) -> Found[tuple[int, int]]:
    """The least and the most persons."""
    told = ";".join(text for text in map(plain, asked.texts) if text)
    bounds = [bound.strip() for bound in re.split("[;,-]", told)]
    if len(bounds) == 4 and bounds[:2] == bounds[2:]:  # noqa: PLR2004 - the parameter is there twice
        bounds = bounds[:2]
    match bounds:
        case [""] if not any(text.strip() for text in asked.texts):
            return None, []
        case [low, high] if _NUMBER.fullmatch(low) and _NUMBER.fullmatch(high):
            between = min(int(low), int(high)), max(int(low), int(high))
            if between[0] > most_persons(asked.dataset):
                return None, [Unread(asked.parameter, told, links.too_strong(most_persons(asked.dataset)))]
            return between, []
    return None, [Unread(asked.parameter, told or "".join(asked.texts), links.NO_STRENGTH)]


_NUMBER = re.compile(r"[0-9]{1,9}")
"""More digits than any strength has, and few enough for a column of integers."""


def area(asked: Asked) -> Found[tuple[float, float, float, float]]:
    """South, west, north and east in degrees."""
    told = ";".join(text for text in map(plain, asked.texts) if text)
    sides = [side.strip() for side in re.split("[;,]", told)]
    if sides == [""] and not any(text.strip() for text in asked.texts):
        return None, []
    if sides[4:] == sides[:4]:  # the parameter occurs twice
        sides = sides[:4]
    if len(sides) == _SIDES and all(_DEGREES.fullmatch(side) for side in sides):
        south, west, north, east = map(float, sides)
        if -90 <= south < north <= 90 and -180 <= west < east <= 180:  # noqa: PLR2004 - the whole earth
            return (south, west, north, east), []
    return None, [Unread(asked.parameter, told or "".join(asked.texts), links.NO_AREA)]


_SIDES = 4
_DEGREES = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,6})?")


def switch(*suggested: str) -> Reader:
    """A reader of yes or no, which suggests these two if a text is neither."""

    def read(asked: Asked) -> Found[bool]:
        told = distinct(asked.texts)
        meant = {_SWITCH.get(text.casefold()) for text in told}
        if not told:
            return None, []
        if len(meant) == 1 and None not in meant:
            return meant.pop(), []
        return None, [Unread(asked.parameter, ";".join(told), links.NO_SWITCH, suggested)]

    return read


_SWITCH = {
    **dict.fromkeys(("true", "1", "yes", "on"), True),
    **dict.fromkeys(("false", "0", "no", "off"), False),
}
