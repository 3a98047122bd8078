"""Figures in words: numbers, ranges, hedges, increments and shares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from eastflank.intake.article.numerals import MULTIPLES, SPELLED, TextNumber, number_at
from eastflank.intake.article.word_sets import word_set

_HEDGES = {
    "about": (
        "about", "around", "some", "roughly", "approximately", "nearly", "almost", "close to", "an estimated",
        "circa", "ca", "ca.", "~", "in the region of",
        "just shy of", "shy of", "a little under", "a little below", "a shade under", "slightly under",
        "a little less than", "something like",
    ),
    "just under": ("just under", "just short of"),
    "up to": (
        "up to", "as many as", "no more than", "not more than", "a maximum of", "maximum", "at most",
        "fewer than", "less than", "under", "not exceeding", "as much as", "a ceiling of", "below",
    ),
    "at least": ("at least", "no fewer than", "not less than", "no less than", "a minimum of",
        "not fewer than"),
    "more than": (
        "more than", "over", "above", "in excess of", "just over", "well over", "upwards of", "upward of",
        "just above", "well above", "exceeding", "a little over", "a little more than", "a shade over",
        "slightly over", "slightly more than",
    ),
}  # fmt: skip
_PREFIXES = sorted(
    ((tuple(words.split()), hedge) for hedge, forms in _HEDGES.items() for words in forms),
    key=lambda pair: -len(pair[0]),
)
_SUFFIXES = (
    (("or", "so"), "about"), (("or", "more"), "at least"), (("or", "fewer"), "up to"),
    (("or", "less"), "up to"), (("at", "most"), "up to"), (("at", "least"), "at least"),
    (("or", "thereabouts"), "about"), (("-", "plus"), "at least"), (("-", "odd"), "about"),
    (("+",), "at least"), (("and", "something"), "at least"),
)  # fmt: skip
_PREFIXES_OF: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _words, _hedge in _PREFIXES:
    _PREFIXES_OF.setdefault(_words[0], []).append((_words, _hedge))
_INCREMENT_BEFORE = word_set("another further additional extra")
_INCREMENT_AFTER = word_set("more additional extra further")
_SHARES = word_set("half third thirds quarter quarters fifth fifths most percent per cent")
_VAGUE = word_set("dozens hundreds thousands tens scores")
_VAGUE_BEFORE = word_set("few several couple many handful")

_STARTS = frozenset(
    (
        *_PREFIXES_OF,
        *SPELLED,
        *_INCREMENT_BEFORE,
        *_SHARES,
        *_VAGUE,
        *_VAGUE_BEFORE,
        "a",
        "an",
        "the",
        "half",
        "between",
        "from",
    )
)
"""The words, besides digits, with which a figure can begin."""


class TextFigure(NamedTuple):
    """A number of something, as a text states it. Indices are those of the given words."""

    low: int | None
    """None: no lower figure. Both None: words without an exact number, such as “a few hundred”."""
    high: int | None
    hedge: str | None
    start: int
    stop: int
    numbers: tuple[tuple[int, int], ...]
    """The words of each number: the lower, then the higher."""
    hedged: tuple[int, int] | None = None
    increment: tuple[int, int] | None = None
    """The words that make it an increment: “another”, “more”."""
    change: bool = False
    """Whether it is the new level of “from 455 to 540”."""
    plain_year: bool = False
    """Whether it may be a year: four digits without a comma."""


def figure_at(words: Sequence[str], at: int) -> TextFigure | None:
    """The figure that begins at this word, with its hedge; None if there is none. Words are lower case."""
    if words[at] not in _STARTS and not words[at][0].isdecimal():
        return None
    start, increment = at, None
    if words[at] in ("a", "an") and _word(words, at + 1) in _INCREMENT_BEFORE:
        start, increment = at + 2, (at + 1, at + 2)
    elif words[at] in _INCREMENT_BEFORE:
        start, increment = at + 1, (at, at + 1)
    hedge, hedged, body = _prefix(words, start)
    if hedge is None and increment is None and words[start] == "an" and words[start + 1 : start + 2] != ["-"]:
        return None
    found = _vague(words, body) or _body(words, body)
    if found is None:
        return None
    if hedge is None:
        found = found if found.hedge else _suffixed(words, found)
    else:
        found = found._replace(hedge=hedge, hedged=hedged)
    found = _with_bounds(found)._replace(start=at)
    return _increased(words, found, increment)


def _prefix(words: Sequence[str], start: int) -> tuple[str | None, tuple[int, int] | None, int]:
    for prefix, hedge in _PREFIXES_OF.get(_word(words, start), ()):
        stop = start + len(prefix)
        if tuple(words[start:stop]) == prefix and stop < len(words):
            return hedge, (start, stop), stop
    return None, None, start


def _vague(words: Sequence[str], at: int) -> TextFigure | None:
    """“A few hundred”, “several dozen”, “hundreds of”, “a third of the 4,000”: no exact number."""
    word = _word(words, at)
    stop = at + (word in ("a", "the"))
    if _word(words, stop) in _VAGUE_BEFORE:
        stop += 1
        while _word(words, stop) in MULTIPLES:
            stop += 1
        return _nothing(at, stop)
    if word in _VAGUE:
        return _nothing(at, at + 1)
    return _share(words, at)


def _share(words: Sequence[str], at: int) -> TextFigure | None:
    counted = number_at(words, at)
    stop = counted.stop if counted else at + (_word(words, at) in ("a", "the"))
    stop += _word(words, stop) == "-"
    if _word(words, stop) == "%":
        return _nothing(at, stop + 1)
    begin = stop
    while _word(words, stop) in _SHARES or (
        stop > begin and _word(words, stop) == "or" and _word(words, stop + 1) == "all"
    ):
        stop += 1 + (_word(words, stop) == "or")
    # In “most or all of the 800-1,000 troops” the figure is the size of the whole, not of the share.
    if stop == begin or words[begin] == "most":
        return None
    if _word(words, stop) == "of":
        after = stop + 1 + (_word(words, stop + 1) in ("the", "its", "their"))
        number = number_at(words, after)
        if number:
            stop = number.stop
    return _nothing(at, stop)


def _nothing(start: int, stop: int) -> TextFigure:
    return TextFigure(None, None, None, start, stop, ())


def _body(words: Sequence[str], at: int) -> TextFigure | None:
    word = words[at]
    if word in ("between", "from") and (pair := _pair(words, at + 1, "and" if word == "between" else "to")):
        low, high = pair
        if word == "between":
            return _range(low, high)
        level = TextFigure(
            high.value, high.value, None, at, high.stop, ((high.start, high.stop),), change=True
        )
        return _with_hedge(words, level)
    number = number_at(words, at)
    if number is None or tuple(words[number.stop : number.stop + 3]) == ("and", "a", "half"):
        return None
    for joint in ("-", "—", "to", "or"):
        if _word(words, number.stop) == joint:
            other = number_at(words, number.stop + 1)
            if other and number.value < other.value:
                return _range(number, other)
    span = ((number.start, number.stop),)
    year = number.plain_year
    return TextFigure(number.value, number.value, None, at, number.stop, span, plain_year=year)


def _pair(words: Sequence[str], at: int, joint: str) -> tuple[TextNumber, TextNumber] | None:
    low = number_at(words, _prefix(words, at)[2]) if at < len(words) else None
    if low is None:
        return None
    # “from 500 to as many as 4,000”, “from 1,000 soldiers to 2,000”
    middle = low.stop + (
        _word(words, low.stop).isalpha() and _word(words, low.stop) not in (joint, "and", "to")
    )
    if _word(words, middle) != joint or middle + 1 >= len(words):
        return None
    high = number_at(words, _prefix(words, middle + 1)[2])
    return (low, high) if high else None


def _with_hedge(words: Sequence[str], figure: TextFigure) -> TextFigure:
    """The new level of a change with the hedge before it: “from 500 to as many as 4,000”."""
    number = figure.numbers[-1][0]
    for start in range(max(number - 4, 0), number):
        hedge, hedged, body = _prefix(words, start)
        if hedge and body == number:
            return figure._replace(hedge=hedge, hedged=hedged)
    return figure


def _range(low: TextNumber, high: TextNumber) -> TextFigure | None:
    if low.value > high.value:
        return None
    spans = ((low.start, low.stop), (high.start, high.stop))
    return TextFigure(low.value, high.value, None, low.start, high.stop, spans)


def _suffixed(words: Sequence[str], found: TextFigure) -> TextFigure:
    for suffix, hedge in _SUFFIXES:
        stop = found.stop + len(suffix)
        if tuple(words[found.stop : stop]) == suffix:
            return found._replace(hedge=hedge, hedged=(found.stop, stop), stop=stop)
    return found


def _with_bounds(found: TextFigure) -> TextFigure:
    if found.hedge == "up to" and found.low == found.high:
        return found._replace(low=None)
    if found.hedge in ("at least", "more than") and found.low == found.high:
        return found._replace(high=None)
    return found


def _increased(words: Sequence[str], found: TextFigure, before: tuple[int, int] | None) -> TextFigure:
    if before:
        return found._replace(increment=before)
    if _word(words, found.stop) in _INCREMENT_AFTER and _word(words, found.stop + 1) != "than":
        return found._replace(increment=(found.stop, found.stop + 1), stop=found.stop + 1)
    return found


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if 0 <= at < len(words) else ""
