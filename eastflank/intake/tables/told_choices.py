"""Choices about a table in words, for those who read them on the page or in print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from eastflank.gazetteer.ranking import Candidate
from eastflank.intake.tables.cells.texts import shown
from eastflank.intake.tables.choices import (
    CELL,
    PLACE,
    PROPOSAL,
    TOTAL,
    TableChoice,
    TableWords,
    accepted,
    places,
)
from eastflank.intake.tables.importing import Decisions
from eastflank.names.countries import CountryNames
from eastflank.words.chosen import chosen_before as words

Told = tuple[str, str, str, str]
"""What the table says, what was chosen, by whom, and on which day."""


def in_force(
    before: Iterable[TableChoice], words_: TableWords, now: Decisions, lines: frozenset[int]
) -> list[TableChoice]:
    """Those of the earlier choices that hold for this table as they were made. `lines` are left out."""

    def holds(one: TableChoice) -> bool:
        match one.sort:
            case "place":
                return places([one]).items() <= dict(now.places).items()
            case "cell":
                return {(one.words[0], one.words[1]): one.taken}.items() <= dict(now.mended).items()
            case "proposal":
                return now.accepted.issuperset(accepted([one]))
            case _:
                return words_.lines([one]) <= lines

    return [one for one in before if words_.have(one) and holds(one)]


def taken_over(decided: Decisions, before: Sequence[TableChoice], words_: TableWords) -> Decisions:
    """The decisions, with the earlier choices about the same words. What is decided now comes first."""
    return replace(
        decided,
        mended={**words_.mended(before), **decided.mended},
        places={**places(before), **decided.places},
        without=decided.without | words_.lines(before),
        accepted=decided.accepted | frozenset(accepted(before)),
    )


def told(chosen: Sequence[TableChoice], names: CountryNames) -> Iterator[Told]:
    """The choices in words."""
    for one in chosen:
        yield (*_told(one, names), one.who, one.on)


def _told(one: TableChoice, names: CountryNames) -> tuple[str, str]:
    if one.sort == PLACE:
        country = names.name_of(one.words[1]) if one.words[1] else ""
        taken = one.taken.name if isinstance(one.taken, Candidate) else words.COUNTRY_ALONE
        return words.place(one.words[0], country), taken
    if one.sort == CELL:
        return words.cell(one.words[0], one.words[1]), words.instead(str(one.taken))
    if one.sort == PROPOSAL:
        kind, heading, said = one.words
        return words.cell(heading, said), words.accepted(kind)
    said = shown("; ".join(filter(None, one.words[1::2])))
    return words.total(said) if one.sort == TOTAL else words.row(said), words.LEFT_OUT
