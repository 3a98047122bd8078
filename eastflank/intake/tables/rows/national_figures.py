"""Nations with their figures in one cell: “Canada (1,000), Italy (352)” or “Canada: 1,000; Italy: 352”."""

from __future__ import annotations

import re

from eastflank.intake.tables.cells.contingents import StatedContingent
from eastflank.intake.tables.cells.figures import UNKNOWN, StatedStrength, strength
from eastflank.intake.tables.cells.problems import Wrong, wrong
from eastflank.intake.tables.cells.sheets import Cell
from eastflank.intake.tables.rows.row_read import RowRead
from eastflank.names.answers import Decided
from eastflank.names.countries import CountryNames
from eastflank.record.hedges import can_hold
from eastflank.words.chosen import rows_of_tables as words

_IN_BRACKETS = re.compile(r"([^()]+)\(([^()]*\d[^()]*)\)")
_BRACKET = re.compile(r"([^()\[\]]+)([(\[][^()\[\]]*[)\]])")
_AFTER_A_COLON = re.compile(r"([^:;\n]+):\s*([^:;\n]*\d[^:;\n]*)(?:[;\n]|$)")
_BETWEEN = re.compile(r"^(?:[\s,;&+/]|\b(?:and|und|et|e|y|i|en)\b)+|\s+$")
_LONGEST = 2_000


def stated(cell: Cell, names: CountryNames) -> tuple[StatedContingent, ...]:
    """Each nation of a cell with its figure; empty if a part of the cell is anything else."""
    if not isinstance(cell, str) or len(cell) > _LONGEST:
        return ()
    return _all_of(cell, _IN_BRACKETS, names) or _all_of(cell, _AFTER_A_COLON, names)


def _all_of(cell: str, form: re.Pattern[str], names: CountryNames) -> tuple[StatedContingent, ...]:
    found: dict[str, StatedContingent] = {}
    for each in form.finditer(cell):
        one = _contingent(_BETWEEN.sub("", each[1]), each[2].strip(), names)
        if one is None or one.nation in found:
            return ()
        found[one.nation] = one
    rest = _BETWEEN.sub("", form.sub(" ", cell)).strip(" .,;")
    return () if rest else tuple(found.values())


def _contingent(name: str, figure: str, names: CountryNames) -> StatedContingent | None:
    answer, number = names.look_up(name), strength(figure)
    if not isinstance(answer, Decided) or answer.ended or answer.marks:
        return None
    if not isinstance(number, StatedStrength) or number == UNKNOWN or number.footnote:
        return None
    return StatedContingent(answer.iso3, number.low, number.high, number.hedge)


def total(parts: tuple[StatedContingent, ...]) -> StatedStrength:
    """The sum of contingents whose figures have no other bounds; else it is not known."""
    figures = [one.low for one in parts if one.low is not None and one.low == one.high]
    if not parts or len(figures) < len(parts) or {one.hedge for one in parts} - {"", "about"}:
        return UNKNOWN
    hedge = "about" if any(one.hedge for one in parts) else ""
    return StatedStrength(sum(figures), sum(figures), hedge)


def check(row: RowRead, parts: tuple[StatedContingent, ...], whole: StatedStrength) -> None:
    """Mark a figure whose exact contingents add up to more than it allows. “About 1,000” allows 1,010."""
    exact = [one for one in parts if one.low is not None and one.low == one.high and not one.hedge]
    added = sum(one.low or 0 for one in exact)
    if whole.high is not None and not can_hold(whole, exact):
        kind = "parts above the whole"
        said = words.MARKS[kind].format(added=f"{added:,}", whole=f"{whole.high:,}")
        row.mark("strength", row.cell("strength"), kind, said)


def at_fault(cell: Cell, found: Wrong, names: CountryNames) -> Wrong:
    """What is wrong with a cell: a bracket behind a nation, a word that is no nation, or what was found."""
    if not isinstance(cell, str) or len(cell) > _LONGEST or found.kind not in ("no nation", "a nation alike"):
        return found
    for each in _BRACKET.finditer(cell):
        name = _BETWEEN.sub("", each[1])
        if not isinstance(names.look_up(name), Decided):
            return wrong("a word among nations", name=name) if each.start() else found
        if each[2][0] == "[" or _contingent(name, each[2][1:-1].strip(), names) is None:
            return wrong("words in brackets", said=each[2], nation=name)
    return found
