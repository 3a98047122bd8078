"""Which claims of a dataset come from earlier files of a table, and from the same sheet of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from eastflank.intake.tables.rows import identities
from eastflank.words.chosen import imported_claims as words

_ROW = re.compile("(.*)" + re.escape(words.CITATION.format(name="", sheet="", line="")) + r"\d+", re.DOTALL)
_SHEET = words.SHEET.format(sheet="")
_LONGEST, _SHORT = 40, 6
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class SheetKeys:
    """What the ids of a sheet's claims begin with."""

    keys: tuple[str, ...]
    """The key of new claims, then those that earlier claims may have."""
    table: str
    """The key of the whole table. Older versions gave it to the claims of every sheet."""
    sheet: str
    others: tuple[str, ...]
    """The other sheets of the file."""
    alone: frozenset[str]
    """Those of the keys that no other sheet of the file has."""

    def holds(self, key: str, citation: str, *, named: bool) -> bool:
        """Whether a claim whose id begins with one of the keys is of this sheet.

        The citation says which sheet it is. If it is none that the file has, the sheet may have had another
        name: then the claim is of the sheet that has this key alone. `named`: the dataset has claims with
        this sheet's name in their ids, so the claims of the first sheet are not its.
        """
        if _cites(citation, self.sheet):
            return True
        if named and key == self.table and _SHEET in citation:
            return False
        return key in self.alone and not any(_cites(citation, other) for other in self.others)


def keys_of(table: str, sheet: str, sheets: Sequence[str]) -> SheetKeys:
    """The keys of a sheet of the table with this key. `sheets` are all sheets of the file, in their order.

    The first sheet has the key of the table, another one its name in the key too, without digits. If several
    sheets differ in nothing else, a checksum of the whole name tells them apart.
    """
    others = tuple(each for each in sheets if each != sheet)
    if not sheet:
        return SheetKeys((table,), table, sheet, others, frozenset({table}))
    named = f"{table}-{_slug(sheet)}"
    whole = f"{named}-{identities.checksum(sheet)[:_SHORT]}"
    alone = {whole}
    if sheets[0] == sheet:
        alone.add(table)
    if not any(_slug(other) == _slug(sheet) for other in others):
        alone.add(named)
    order = sorted((table, named, whole), key=lambda key: (key not in alone, len(key)))
    return SheetKeys(tuple(order), table, sheet, others, frozenset(alone))


def _slug(sheet: str) -> str:
    """A sheet's name in an id, without its digits: next month it may have other ones."""
    return identities.slug(_DIGITS.sub(" ", sheet))[:_LONGEST].strip("-")


def _cites(citation: str, sheet: str) -> bool:
    place = _ROW.fullmatch(citation)
    return bool(sheet and place and place[1].endswith(words.SHEET.format(sheet=sheet)))
