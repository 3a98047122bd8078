"""What a figure counts: persons, units, or something else."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from eastflank.intake.article import lexicon
from eastflank.intake.article.items import Item
from eastflank.intake.article.nations import NameForm
from eastflank.intake.article.word_sets import word_set

_SOLDIERS = lexicon.SOLDIERS
_BODIES = (
    lexicon.UNITS
    | lexicon.MISSIONS
    | word_set(
        "batch wave tranche party package vanguard echelon convoy column advance-party guard lot draft"
    )
)


class Counted(StrEnum):
    """What a figure counts."""

    PERSONS = "persons"
    WEAK = "weak"
    """Men, women, people: soldiers only if something else says so."""
    UNITS = "units"
    BARE = "bare"
    """No noun of its own: “another 300 from the 18th Corps”."""
    OTHER = "other"


_ENDS = (
    lexicon.LOCATING | lexicon.COMING_FROM | lexicon.HELPS | lexicon.MODALS
    | word_set(
        "and or but with who which that whose than as now there here alone together more later each "
        "were the its their"
    )
)  # fmt: skip
_CURRENCIES = word_set("million billion euro euros dollars pounds percent per % $ €")
_MOST = 6
_OF_THEM = word_set("them those whom these which")
_NUMBERED = ("bataillon", "battalion", "bataljon", "brigade", "regiment", "squadron", "wing", "division")
"""How a unit's name ends whose number follows it."""
_IN_ORDER = frozenset(("first", "next", "last"))
_FEW = 2
_SIZED = _BODIES | {"one", "another"}


def counted(items: Sequence[Item], at: int) -> tuple[Counted, int]:
    """What the figure at this index counts, and the index of its noun, or of the figure if it has no noun."""
    figure = items[at].figure
    following = at + 1
    if (unit := _unit_by_its_name(items, at)) is not None:
        return Counted.UNITS, unit
    if _is_strength(items, following):
        return Counted.PERSONS, following + (_low(items, following) == "-")
    if _low(items, following) == "of":
        return _of_some(items, at)
    if figure is not None and figure.high == 1 and figure.low == 1 and _low(items, following) == "of":
        sized = items[at + 2].figure if at + 2 < len(items) else None
        if sized is not None and _ended(items, at + 3):
            return Counted.UNITS, at
    if figure is not None and figure.high == 1 and _ended(items, following):
        return Counted.OTHER, at
    ends = _ended(items, following) or _after_of_unit(items, following) or _is_a_verb(items, following)
    if _of_a_unit(items, at) and ends:
        return Counted.PERSONS, at
    if figure is not None and figure.plain_year and _low(items, following) not in _SOLDIERS:
        return Counted.OTHER, at
    if _is_a_verb(items, following) or _low(items, following) == "others":
        return Counted.BARE, at
    for place in range(following, min(following + _MOST, len(items))):
        found = _noun(items, place, at)
        if found is not None:
            return found, place
        if _ended(items, place):
            break
    bare = _ended(items, following) and not _is_money(items, at)
    return (Counted.BARE if bare else Counted.OTHER), at


def _of_some(items: Sequence[Item], at: int) -> tuple[Counted, int]:
    """“6,400 of them”, “three of the four battalions”, “200 of the soldiers”."""
    following = at + 2
    if _low(items, following) in _OF_THEM:
        figure = items[at].figure
        return (Counted.OTHER if figure and figure.high == 1 else Counted.BARE), at
    following += _low(items, following) in ("the", "its", "their", "our", "these")
    following += following < len(items) and items[following].figure is not None
    for place in range(following, min(following + 3, len(items))):
        if (found := _noun(items, place, place)) is not None:
            return found, place
    return Counted.OTHER, at


def _noun(items: Sequence[Item], place: int, at: int) -> Counted | None:
    item = items[place]
    if item.low in lexicon.UNITS and _low(items, place + 1) not in lexicon.PERSONS | {
        "commander",
        "commanders",
    }:
        return Counted.UNITS
    if item.low in lexicon.WEAK_PERSONS and _low(items, place - 1) not in lexicon.OF_AN_ARMY:
        return Counted.WEAK
    if item.low in lexicon.PERSONS and _low(items, place + 1) not in _SOLDIERS:
        return Counted.PERSONS
    if item.nation is not None and place == at + 1 and item.nation.is_a(NameForm.PEOPLE):
        return Counted.PERSONS
    return None


def _unit_by_its_name(items: Sequence[Item], at: int) -> int | None:
    """The index that names a unit which a figure numbers, or leaves open: “the first one”, “Brigade 45”."""
    if numbers_a_unit(items, at):
        return at - 1
    ordinal = _low(items, at - 1) in _IN_ORDER and _low(items, at) == "one"
    return at if ordinal or is_vague(items, at) else None


def numbers_a_unit(items: Sequence[Item], at: int) -> bool:
    """Whether a figure is the number of one unit: “Panzerbataillon 393”, “Armoured Brigade 45”."""
    before = items[at - 1] if at else None
    named = before is not None and before.is_capital and before.low.endswith(_NUMBERED)
    return named and items[at].text.isdecimal() and _low(items, at + 1) not in lexicon.PERSONS


def is_vague(items: Sequence[Item], at: int) -> bool:
    """Whether a figure does not say exactly how many: “a company or two”."""
    figure = items[at].figure
    small = figure is not None and figure.low == figure.high and (figure.low or 0) <= _FEW
    return small and _ended(items, at + 1) and _low(items, at - 1) == "or"


def _is_strength(items: Sequence[Item], at: int) -> bool:
    """“10,000 strong”, “a 4,000-strong brigade”."""
    return _low(items, at) == "strong" or (_low(items, at) == "-" and _low(items, at + 1) == "strong")


def _of_a_unit(items: Sequence[Item], at: int) -> bool:
    """“A company of 130”, “a contingent of up to 700 soldiers”."""
    return at > 1 and items[at - 1].low == "of" and items[at - 2].low in _SIZED


def _after_of_unit(items: Sequence[Item], at: int) -> bool:
    return _low(items, at) in lexicon.PERSONS


def _is_a_verb(items: Sequence[Item], at: int) -> bool:
    """“Another 130 serve in Lithuania”, and not “130 trained soldiers”."""
    low = _low(items, at)
    return low in lexicon.VERBS and low not in lexicon.ALSO_NOUNS and _low(items, at + 1) not in _SOLDIERS


def _ended(items: Sequence[Item], at: int) -> bool:
    item = items[at] if at < len(items) else None
    return (
        item is None
        or item.low in _ENDS
        or bool(item.when)
        or not (item.is_word or item.nation or item.low == "-")
    )


def _is_money(items: Sequence[Item], at: int) -> bool:
    if _low(items, at + 1) in _CURRENCIES:
        return True
    return at > 0 and items[at - 1].low in (
        "$",
        "€",
        "£",
        "¥",
        "no",
        "article",
        "op",
        "section",
        "page",
        "paragraph",
        "resolution",
    )


def _low(items: Sequence[Item], at: int) -> str:
    return items[at].low if 0 <= at < len(items) else ""
