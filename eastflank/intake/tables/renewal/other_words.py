"""Rows of an earlier file whose place has other words in the new one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cached_property

from eastflank.intake.tables.renewal.earlier_claims import EarlierClaim
from eastflank.intake.tables.renewal.in_the_file import without_start
from eastflank.intake.tables.rows import notes
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.rows.identities import codes
from eastflank.intake.tables.target.new_rows import Row
from eastflank.model import Dataset
from eastflank.words.chosen import table_changes as words

_Unit = tuple[str, str]
Reworded = tuple[str, str, str]
"""A claim, and the words for its place before and now: in quotation marks, if they are the row's own."""


class OtherWords:
    """The claims of an earlier file by all that tells their row from others, but the place by its id.

    Words of a place are a part of what tells rows apart. A row is found again under other words if neither
    the file nor the dataset has another one of its unit, nation, host, place and time.
    """

    def __init__(
        self,
        rows: Iterable[tuple[TableEntry, _Unit]],
        place_of: Callable[[TableEntry], str],
        held: Mapping[str, EarlierClaim],
    ) -> None:
        """`rows`: each with the id and the sort of its deployment. `place_of` gives the id of its place."""
        self._given, self._place_of, self._held = rows, place_of, held

    @cached_property
    def _rows(self) -> Counter[tuple[str, ...]]:
        return Counter(self._key(entry, unit) for entry, unit in self._given)

    @cached_property
    def _bases(self) -> Mapping[tuple[str, ...], list[str]]:
        found: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for base, one in self._held.items():
            if one.review != "retracted":
                cells = one.cells
                key = *without_start(cells, one.parts), cells["as_at"], cells["starts"]
                found[key].append(base)
        return found

    def base_of(self, entry: TableEntry, unit: _Unit, met: Container[str]) -> str:
        """The first part of the id of the claim that this row was before; empty if there is none.

        `met` are the claims of rows that were found before.
        """
        key = self._key(entry, unit)
        bases = self._bases.get(key, ())
        return bases[0] if len(bases) == 1 and bases[0] not in met and self._rows[key] == 1 else ""

    def _key(self, entry: TableEntry, unit: _Unit) -> tuple[str, ...]:
        nations = codes(entry.nation) or codes(entry.lead)
        return unit[0], codes(entry.host), self._place_of(entry), nations, entry.date, entry.starts


def for_the_place(
    before: EarlierClaim, entry: TableEntry, claim: Row, dataset: Dataset
) -> Iterator[Reworded]:
    """The claim, with the words for its place before and now, if they differ.

    A claim without words of its own has the name of the place, in whatever letters and accents.
    """
    place = dataset.places_by_id.get(claim.get("place", ""))
    said, now = (notes.place_words(note) for note in (before.cells["note"], claim["note"]))
    if place and said != now:
        yield before.id, words.quoted(said) if said else place.name, words.quoted(now or entry.place)
