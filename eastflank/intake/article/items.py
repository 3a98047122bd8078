"""A sentence as a sequence of items: words, punctuation, nations, figures, days, places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from eastflank.intake.article.days import When, day_at
from eastflank.intake.article.figures import TextFigure, figure_at
from eastflank.intake.article.nations import NameForm, Nation, Nations
from eastflank.intake.article.places import Places

_TOKEN = re.compile(
    r"[Bb]lue [Hh]elmets|[Bb]attle [Gg]roups?\b|(?:[A-Z]\.){2,}|\d+(?:st|nd|rd|th|s)\b"
    r"|[A-Z][A-Za-z]{0,2}-\d+[A-Za-z]*|\d+(?:[.,]\d+)*|'(?:s|t|re|ve|ll|d|m)\b"
    r"|[^\W\d_]+(?:'(?!(?:s|t|re|ve|ll|d|m)\b)[^\W\d_]+)*|\S"
)
_MONTHS_AND_DAYS = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_SIDES = frozenset(("east", "west", "former"))


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a sentence; `start` and `stop` are code points of the article."""

    start: int
    stop: int
    text: str
    """As in the folded text."""
    low: str
    nation: Nation | None = None
    figure: TextFigure | None = None
    """Its indices are converted to code points."""
    when: When | None = None
    place: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it is a plain word: no nation, figure, day or place."""
        return not (self.nation or self.figure or self.when or self.place) and self.text[:1].isalpha()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


class _Token(NamedTuple):
    text: str
    low: str
    start: int
    stop: int


def items_of(text: str, start: int, stop: int, nations: Nations, places: Places) -> list[Item]:
    """The items of the folded text between two offsets."""
    return list(_scan(_tokens(text, start, stop), text, nations, places))


def _tokens(text: str, start: int, stop: int) -> list[_Token]:
    return [
        _Token(found[0], found[0].lower(), found.start(), found.end())
        for found in _TOKEN.finditer(text, start, stop)
    ]


def _scan(tokens: Sequence[_Token], text: str, nations: Nations, places: Places) -> Iterator[Item]:
    words, lower = [token.text for token in tokens], [token.low for token in tokens]
    at = 0
    recent: tuple[bool, bool] = (False, False)
    while at < len(tokens):
        found = _named(tokens, words, lower, at, nations, places, listed=recent[0])
        item, after = found or (Item(tokens[at].start, tokens[at].stop, words[at], lower[at]), at + 1)
        recent = (recent[1], item.place)
        if found:
            yield _with_text(item, text)
        else:
            yield item
        at = after


def _with_text(item: Item, text: str) -> Item:
    body = text[item.start : item.stop]
    return Item(item.start, item.stop, body, body.lower(), item.nation, item.figure, item.when, item.place)


def _named(
    tokens: Sequence[_Token],
    words: Sequence[str],
    lower: Sequence[str],
    at: int,
    nations: Nations,
    places: Places,
    *,
    listed: bool,
) -> tuple[Item, int] | None:
    if after := places.phrase_at(lower, words, at):
        return _item(tokens, at, after, place=True), after
    if found := nations.at(words, at):
        nation, after = found
        if not (at and lower[at - 1] in _SIDES) and not _begins_a_name(words, after, nation):
            return _item(tokens, at, after, nation=nation), after
    if (when := day_at(lower, at)) and _has_its_capital(words, when):
        return _item(tokens, at, when.stop, when=when), when.stop
    if not words[at].isalpha() or words[at].islower() or at == 0:
        if figure := figure_at(lower, at):
            return _item(tokens, at, figure.stop, figure=_placed(figure, tokens)), figure.stop
    elif figure := figure_at(lower, at) if words[at][1:].islower() else None:
        return _item(tokens, at, figure.stop, figure=_placed(figure, tokens)), figure.stop
    if after := places.name_at(lower, words, at, listed=listed):
        return _item(tokens, at, after, place=True), after
    return None


def _begins_a_name(words: Sequence[str], after: int, nation: Nation) -> bool:
    """Whether a capital city is only part of another name, as in “Warsaw Pact” or “Berlin Wall”."""
    return (
        nation.forms == {NameForm.GOVERNMENT}
        and after < len(words)
        and words[after]
        in ("Pact", "Wall", "Treaty", "Post", "Times", "Summit", "Declaration", "Airlift", "Initiative")
    )


def _has_its_capital(words: Sequence[str], when: When) -> bool:
    return all(
        word[:1].isupper()
        for word in words[when.start : when.stop]
        if _MONTHS_AND_DAYS.fullmatch(word.lower())
    )


def _placed(figure: TextFigure, tokens: Sequence[_Token]) -> TextFigure:
    def points(pair: tuple[int, int]) -> tuple[int, int]:
        return tokens[pair[0]].start, tokens[pair[1] - 1].stop

    return figure._replace(
        start=tokens[figure.start].start,
        stop=tokens[figure.stop - 1].stop,
        numbers=tuple(points(pair) for pair in figure.numbers),
        hedged=points(figure.hedged) if figure.hedged else None,
        increment=points(figure.increment) if figure.increment else None,
    )


def _item(
    tokens: Sequence[_Token],
    start: int,
    stop: int,
    *,
    nation: Nation | None = None,
    figure: TextFigure | None = None,
    when: When | None = None,
    place: bool = False,
) -> Item:
    return Item(tokens[start].start, tokens[stop - 1].stop, "", "", nation, figure, when, place)
