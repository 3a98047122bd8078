"""Claims of earlier files whose row is in the new one too: with another start, or not imported."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from eastflank.intake.tables.renewal.earlier_claims import EarlierClaim
from eastflank.intake.tables.rows import identities
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.rows.identities import LONG, SHORT, Identity, checksum, codes, folded
from eastflank.intake.tables.rows.kinds_of_unit import is_of_kind
from eastflank.intake.tables.target.new_rows import Row
from eastflank.model import Dataset

_DAYS = frozenset({"a day to come", "an end before the start"})
"""Problems with days that were read, but can not be right."""


class OtherStarts:
    """The claims of an earlier file by everything that tells their row from others, except its start.

    A row with another start is the same row if the file has no other row of its unit, nation, host and place,
    and the dataset no other claim: otherwise the start tells them apart. A row with a date of its own tells
    of that time.
    """

    def __init__(self, entries: Iterable[TableEntry], held: Mapping[str, EarlierClaim]) -> None:
        self._rows = Counter(_unit(entry) for entry in entries if not entry.date)
        self._bases: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for base, one in held.items():
            if one.review != "retracted" and not one.cells["as_at"]:
                self._bases[without_start(one.cells, one.parts)].append(base)

    def base_of(self, entry: TableEntry, claim: Row, parts: Sequence[Row]) -> str:
        """The first part of the id of the claim that this row was before; empty if there is none."""
        bases = self._bases.get(without_start(claim, parts), ()) if not entry.date else ()
        return bases[0] if len(bases) == 1 and self._rows[_unit(entry)] == 1 else ""


def waiting(
    gone: Mapping[str, EarlierClaim], rows: Sequence[TableEntry], keys: Sequence[str], dataset: Dataset
) -> frozenset[str]:
    """Those of the claims, by the first part of their id, whose row is among rows that are not imported.

    A cell with a problem states nothing, so such a row is the claim's if all that it states agrees: the name
    and the host, or the place and the host, and the nation, whatever its day. `keys` begin the ids of the
    sheet.
    """
    exact = {
        f"{key}-{checksum(*identities.of_claim(row), digits=digits)}"
        for row in rows
        for key in keys
        for digits in (SHORT, LONG)
    }
    stated = {one for row in rows for one in _stated(row)}
    places = dataset.places_by_id

    def is_there(base: str, one: EarlierClaim) -> bool:
        cells = one.cells
        name = dataset.deployment_names.get(cells["deployment"], "")
        place = places[cells["place"]].name if cells["place"] in places else ""
        what = (("name", folded(name)), ("place", folded(place)))
        facts = (
            (cells["host"], ""),
            (_nations(cells, one.parts), ""),
            (cells["as_at"], ""),
            (cells["starts"], ""),
        )
        return base in exact or any(each in stated for each in itertools.product(what, *facts))

    return frozenset(base for base, one in gone.items() if is_there(base, one))


def _stated(row: TableEntry) -> Iterator[tuple[object, ...]]:
    days = ("", "") if any(each.kind in _DAYS for each in row.problems) else (row.date, row.starts)
    for time in {days, ("", "")}:  # the claim may be of an earlier day
        facts = codes(row.host), codes(row.nation), *time
        if row.name:
            yield (("name", folded(row.name)), *facts)
        if row.place and (not row.name or is_of_kind(row)):
            yield (("place", folded(row.place)), *facts)


def _unit(entry: TableEntry) -> Identity:
    return (*identities.of_deployment(entry), codes(entry.nation))


def without_start(claim: Row, parts: Sequence[Row]) -> tuple[str, ...]:
    """What a claim is about, whatever its time: the deployment, the host, the place and the nations."""
    cells = (claim.get(name, "") for name in ("deployment", "host", "place"))
    return (*cells, _nations(claim, parts))


def _nations(claim: Row, parts: Sequence[Row]) -> str:
    return codes(tuple(part["nation"] for part in parts)) or claim.get("lead", "")
