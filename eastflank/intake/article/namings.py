"""The countries and places that an article names, each with its role in its sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from eastflank.intake.article.bodies import Body, BodyKind
from eastflank.intake.article.nations import NameForm
from eastflank.intake.article.places import Places
from eastflank.intake.article.proposals import ArticleSpan, ReadField
from eastflank.intake.article.roles import Role, is_capital, is_office
from eastflank.intake.article.sentence_parts import SentenceParts
from eastflank.intake.article.verb_forms import Tells

_WHERE = (Role.AT, Role.FOR)
_SPEECH = (Tells.SAY, Tells.MEET)
"""“Told reporters in Vienna”: where somebody speaks is not where the troops are."""
_FEWEST = 2
_SHARE = 0.5
"""A nation is the main sender if at least this share of all mentions of forces are of its forces."""


class Naming(NamedTuple):
    """A country named in the article, or a place with the countries in which it may lie."""

    codes: frozenset[str]
    span: ArticleSpan
    paragraph: int
    sentence: int
    """Where its sentence begins."""
    is_place: bool
    """Whether it is a town, a base, a region or a capital, not a country."""
    located: bool
    """Whether something is there or goes there."""
    whole: bool = False
    """Whether it is the country's name, not an adjective, a people or a capital."""
    sends: bool = False
    """Whether it is somebody's force, or acts."""
    governs: bool = False
    """Whether it is somebody's government."""
    leaves: bool = False
    """Whether somebody comes from there."""
    fronts: bool = False
    """Whether it is all of the paragraph's first sentence: “The British.”"""


class Namings:
    """All namings of an article, in their order."""

    def __init__(self, found: Sequence[Naming], units: Sequence[Naming] = ()) -> None:
        """Take the namings in their order, and those by units or garrisons, which only tell who sends."""
        self.all = found
        self._units = units
        self.countries = frozenset(code for one in found if not one.is_place for code in one.codes)
        """The codes of the countries that are named as such, and not only by a town."""
        self._starts = [one.span.start for one in found]
        self._by_code: dict[str, list[Naming]] = {}
        for one in found:
            for code in one.codes if not one.is_place else ():
                self._by_code.setdefault(code, []).append(one)

    def within(self, start: int, stop: int) -> Sequence[Naming]:
        """The namings that begin between two offsets."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, stop)]

    def sending(self, start: int, stop: int, but: frozenset[str]) -> Sequence[Naming]:
        """The nations that send or act between two offsets, or whose unit is named there, except some."""
        units = [one for one in self._units if start <= one.span.start < stop]
        return [one for one in (*self.within(start, stop), *units) if one.sends and not one.codes & but]

    def back_from(self, stop: int) -> Iterator[Naming]:
        """The namings before an offset, the last one first."""
        for at in range(bisect_left(self._starts, stop) - 1, -1, -1):
            yield self.all[at]

    def of(self, code: str) -> Sequence[Naming]:
        """The words for a country, without capitals and towns; only its name if the name occurs."""
        found = self._by_code.get(code, [])
        return [one for one in found if one.whole] or found

    def codes(self, one: Naming) -> frozenset[str]:
        """Its countries; of a place those that the article names, too."""
        return one.codes & self.countries if one.is_place else one.codes


def namings_of(parts: SentenceParts, places: Places) -> Iterator[Naming]:
    """The countries and places that a sentence names."""
    paragraph, sentence = parts.sentence.paragraph, parts.sentence.start
    of_speech = {at for one in parts.clauses if one.chain.verb.tells in _SPEECH for at in one.after}
    for at, item in enumerate(parts.items):
        role, span = parts.roles[at], ArticleSpan(item.start, item.stop)
        if item.nation and not is_office(item):
            capital = is_capital(item)
            yield Naming(
                frozenset(item.nation.code.split(";")),
                span,
                paragraph,
                sentence,
                is_place=capital,
                located=(role in _WHERE and at not in of_speech) or (at == 0 and parts.low(1) in (".", ":")),
                whole=item.nation.is_a(NameForm.NAME),
                sends=role is Role.FORCE or (role is Role.ACTOR and not capital),
                governs=role is Role.OFFICIAL,
                fronts=at == 0 and len(parts.items) == 2 and item.nation.is_a(NameForm.PEOPLE),
            )
        elif item.place:
            codes = places.countries(item.text)
            located = role in _WHERE and at not in of_speech
            yield Naming(
                codes, span, paragraph, sentence, is_place=True, located=located, leaves=role is Role.FROM
            )


def naming(code: str, span: ArticleSpan) -> Naming:
    """A nation that sends its forces, named by its unit, its parliament or its capital."""
    return Naming(frozenset((code,)), span, 0, 0, is_place=False, located=False, sends=True)


def units_of(bodies: Iterable[Body]) -> Sequence[Naming]:
    """The nations whose units or garrisons the article names."""
    without = (BodyKind.BODY, BodyKind.MISSION)
    return [naming(one.code, one.span) for one in bodies if one.kind not in without]


def missions_of(bodies: Iterable[Body]) -> Sequence[Body]:
    """The missions of several nations that the article names."""
    return [one for one in bodies if one.kind in (BodyKind.MISSION, BodyKind.OPERATION)]


def main_sender(found: Sequence[Naming], hosts: frozenset[str]) -> Naming | None:
    """The first naming of the nation whose forces an article is about; None if there is no such nation.

    `hosts` are the codes of countries that only receive forces.
    """
    sending = [one for one in found if one.sends and len(one.codes) == 1 and not one.codes & hosts]
    counts = Counter(next(iter(one.codes)) for one in sending)
    (code, count), *_ = counts.most_common(1) or [("", 0)]
    if count < max(_FEWEST, _SHARE * len(sending)):
        return None
    return next(one for one in sending if code in one.codes)


def as_field(nation: Naming) -> ReadField:
    """The nation as the value of a field, with the words that name it."""
    return ReadField(";".join(sorted(nation.codes)), (nation.span,))
