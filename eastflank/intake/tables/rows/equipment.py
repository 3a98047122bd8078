"""Figures that may count things, and no persons: “14” under “Qty” beside “M1A2 Abrams”. Pure."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from eastflank.intake.tables.cells import figures, formations, heading_words
from eastflank.intake.tables.cells.figures import StatedStrength
from eastflank.intake.tables.cells.sheets import Cell, Record
from eastflank.intake.tables.columns.columns import RecognisedColumn, plain
from eastflank.intake.tables.rows.row_read import RowRead
from eastflank.reading.folding import fold
from eastflank.words.chosen import imported_claims, rows_of_tables

_LONGEST = 80
"""Characters of a name; a longer text is a sentence."""
_OF_THINGS = frozenset(
    {
        *("equipment", "equipment type", "type of equipment", "system", "systems", "system type", "platform"),
        *("platforms", "weapon", "weapons", "weapon system", "weapon systems", "weapon type", "vehicle"),
        *("vehicles", "vehicle type", "aircraft", "aircraft type", "asset", "assets", "materiel", "item"),
        *("items", "gerat", "material", "waffensystem", "waffensysteme", "fahrzeug", "fahrzeuge", "sprzet"),
        *("uzbrojenie", "rodzaj sprzetu", "technika", "ginkluote", "equipement", "equipements", "техника"),
        *("вооружение", "тип техники"),
    }
)
"""Headings, without digits and accents, of columns that say what is counted."""
_NAMED_IN = frozenset({"", "name", "kind"})
"""The fields of columns in which a cell may name what is counted."""
_THINGS = re.compile(
    r"(?<!\w)(?:m1a\d\w*|m\d{1,3}a\d\w*|m109|m777|a[ -]?10|f[ -]?(?:15|16|18|22|35)\w?|b[ -]?(?:1|2|52)\w?|"
    r"[auc]h[ -]?\d\d\w?|mq[ -]?\d\w?|rq[ -]?\d\w?|p[ -]?8\w?|e[ -]?3\w?|c[ -]?(?:17|130)\w?|kc[ -]?135|"
    r"t[ -]?(?:55|62|64|72|80|90)\w*|bmp[ -]?\d|btr[ -]?\d+|cv[ -]?90\w*|k2|k9|pzh ?2000|2s\d+|"
    r"abrams|leopards?|challengers?|leclercs?|arietes?|bradleys?|strykers?|marders?|boxers?|warriors?|rosomaks?|"
    r"krabs?|caesars?|archers?|patriots?|nasams|iris[ -]t|samp[ /-]?t|himars|mlrs|gmlrs|javelins?|stingers?|"
    r"eurofighters?|typhoons?|rafales?|gripens?|tornados?|mirages?|apaches?|black ?hawks?|chinooks?|reapers?|"
    r"awacs|aircraft|air ?planes?|jets?|fighters?|helicopters?|helos?|tanks?|vehicles?|ifvs?|apcs?|mbts?|"
    r"ships?|frigates?|destroyers?|corvettes?|minehunters?|vessels?|guns?|howitzers?|launchers?|drones?|uavs?|"
    r"missiles?|panzer|haubitzen?|flugzeuge?|hubschrauber|schiffe?|fahrzeuge?|czolg\w*|samolot\w*|smiglow\w*|"
    r"pojazd\w*|haubic\w*|chars?|avions?|vehicules?|helicopteres?|танк\w*|самолет\w*|вертолет\w*|машин\w*)(?!\w)"
)
"""Weapons, vehicles and aircraft, in folded words."""


def is_named(cell: Cell) -> bool:
    """Whether a cell names things, and no unit: “M1A2 Abrams”, but not “Tank company”."""
    return isinstance(cell, str) and len(cell) <= _LONGEST and _is_named(cell)


@functools.lru_cache(maxsize=4_096)
def _is_named(text: str) -> bool:
    return _THINGS.search(fold(text)) is not None and not formations.is_named(text)


class CountedThings:
    """Tells figures of things apart, in a table whose heading of the figure leaves open what it counts."""

    def __init__(self, found: Sequence[RecognisedColumn]) -> None:
        self._at, self._heading = next(
            ((at, one.heading) for at, one in enumerate(found) if one.field == "strength"), (0, "")
        )
        self._is_open = heading_words.counts_anything(plain(self._heading))
        self._named = {
            at: plain(one.heading) in _OF_THINGS for at, one in enumerate(found) if one.field in _NAMED_IN
        }

    def apart(self, row: RowRead, figure: StatedStrength) -> tuple[StatedStrength, str]:
        """The figure of a row, and empty; or no figure, and a sentence for the note that has it.

        A mark says so: a person can correct the heading.
        """
        if not self._is_open or figure == figures.UNKNOWN or not (thing := self._beside(row.record)):
            return figure, ""
        cell = row.record.cells[self._at]
        said = rows_of_tables.MARKS["a figure of things"].format(heading=self._heading, value=thing)
        row.mark("strength", cell, "a figure of things", said)
        return figures.UNKNOWN, imported_claims.number_of_things(str(cell), self._heading, thing)

    def _beside(self, record: Record) -> str:
        """The things that a row names beside its figure; empty: none."""
        for at, always in self._named.items():
            cell = record.cells[at]
            if isinstance(cell, str) and (is_named(cell) or (always and not formations.is_named(cell))):
                return cell
        return ""
