"""Who takes part with how many, in a cell of our own exports: “Germany about 500; Norway (200 in 2017)”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from eastflank.intake.tables.cells.figures import StatedStrength, strength
from eastflank.names.answers import Decided
from eastflank.names.countries import CountryNames

_LAST = re.compile(r", last reported in \d{4}$")
_OTHER = re.compile(r"\s*\([^)]*\bin \d{4}[^)]*\)$|,? planned(?:: .*)?$|\s(?:[^,;]*), as announced$")
"""A figure for another time than the row's, or only planned: it does not apply to the row's day."""
_DATED = re.compile(r"\s*\((?:(\d{4})(?:, )?)?(?:[A-F][1-6])?\)$")
_FIGURE = re.compile(r"\s(?=(?:(?:about|up to|at least|more than|fewer than|just under)\s)?\d)")


@dataclass(frozen=True, slots=True)
class StatedContingent:
    """One nation's part of a deployment."""

    nation: str
    """ISO 3166-1 alpha-3."""
    low: int | None = None
    """Both None: how many is not stated for the row's day."""
    high: int | None = None
    hedge: str = ""


def contingents_of(text: str, year: str, names: CountryNames) -> tuple[StatedContingent, ...]:
    """The contingents of a cell whose row is about this year.

    Empty if a part of the cell is not a contingent: its words are then only in the note.
    """
    found: dict[str, StatedContingent] = {}
    for part in filter(None, (each.strip() for each in text.split(";"))):
        one = _contingent(part, year, names)
        if one is None or one.nation in found:
            return ()
        found[one.nation] = one
    return tuple(found.values())


def _contingent(part: str, year: str, names: CountryNames) -> StatedContingent | None:
    stated = _OTHER.sub("", _LAST.sub("", part))
    dated = _DATED.search(stated)
    name, *figure = _FIGURE.split(_DATED.sub("", stated), maxsplit=1)
    answer = names.look_up(name.strip())
    if not isinstance(answer, Decided) or answer.ended:
        return None
    if not figure or (dated and dated[1] and dated[1] != year):
        return StatedContingent(answer.iso3)
    number = strength(figure[0].strip())
    if not isinstance(number, StatedStrength):
        return None
    return StatedContingent(answer.iso3, number.low, number.high, number.hedge)
