"""Rows of several nations that become one unit: where they differ in status or start, a mark asks."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from eastflank import dates
from eastflank.intake.tables.agreement.kinds_in_context import OF_SEVERAL
from eastflank.intake.tables.agreement.namesakes import is_named
from eastflank.intake.tables.cells.missions import is_multinational
from eastflank.intake.tables.cells.problems import RowMark
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.rows.identities import folded
from eastflank.intake.tables.rows.kinds_of_unit import senders
from eastflank.model import STATUSES
from eastflank.names.countries import CountryNames
from eastflank.words.chosen import rows_of_tables as words
from eastflank.words.chosen import values

_YEAR = 366
"""Days by which starts of one unit may differ without a question."""
_MOST = 50
"""The most different rows of one unit that a row is compared with."""


class _Stated(NamedTuple):
    """What a row says of the time of its nation's part."""

    nations: tuple[str, ...]
    status: str
    starts: str
    date: str


def asked(
    entries: Sequence[TableEntry], fields: Mapping[str, str], names: CountryNames
) -> tuple[TableEntry, ...]:
    """The entries. One that agrees with no earlier row of another nation in its unit has a mark."""
    before: defaultdict[tuple[object, ...], dict[_Stated, None]] = defaultdict(dict)
    return tuple(_asked(entry, before, fields.get("name", ""), names) for entry in entries)


def _asked(
    entry: TableEntry,
    before: Mapping[tuple[object, ...], dict[_Stated, None]],
    heading: str,
    names: CountryNames,
) -> TableEntry:
    own = _Stated(senders(entry), entry.status, entry.starts, entry.date)
    if not is_named(entry) or not own.nations:
        return entry
    known = before[folded(entry.name), entry.apart or entry.host, entry.site]
    if own in known:
        return entry
    others = [one for one in known if one.nations != own.nations and one.date == own.date]
    if len(known) < _MOST:
        known[own] = None
    several = _is_of_several(entry.name)
    told = [_difference(own, one, starts=not several) for one in others]
    if not told or "" in told:
        return entry
    kind, first = told[0], others[0]
    said = words.MARKS[kind].format(
        name=entry.name,
        nation=words.countries([names.name_of(code) for code in first.nations], 0),
        status=values.status(first.status) if first.status else "",
        start=first.starts,
    )
    mark = RowMark(entry.sheet, entry.line, heading, entry.name, kind, said)
    return entry._replace(marks=(*entry.marks, mark))


@functools.lru_cache(maxsize=4_096)
def _is_of_several(name: str) -> bool:
    """Whether a name is that of a mission, or of a unit of several nations by its nature."""
    return not OF_SEVERAL.isdisjoint(folded(name).split()) or is_multinational(name, lambda _: True)


def _difference(own: _Stated, other: _Stated, *, starts: bool) -> str:
    """The kind of mark for what two rows of one unit differ in; empty if they agree."""
    if own.status and other.status and STATUSES[own.status] != STATUSES[other.status]:
        return "joined in another status"
    if starts and own.starts and other.starts:
        first, second = (dates.bounds(one.starts).first for one in (own, other))
        if first and second and abs((first - second).days) > _YEAR:
            return "joined with another start"
    return ""
