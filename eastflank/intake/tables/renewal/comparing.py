"""The rows of a table, each held against the claim that it became before: new, changed, or the same."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from eastflank import dates
from eastflank.intake.tables.cells import missions
from eastflank.intake.tables.renewal import other_words
from eastflank.intake.tables.renewal.earlier_claims import EarlierClaim, same_claim, same_row
from eastflank.intake.tables.renewal.ended_before import EndedBefore
from eastflank.intake.tables.renewal.in_the_file import OtherStarts
from eastflank.intake.tables.renewal.other_words import OtherWords, Reworded
from eastflank.intake.tables.renewal.sheet_keys import SheetKeys
from eastflank.intake.tables.rows import identities
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.rows.identities import Identity
from eastflank.intake.tables.target import new_claims, new_sources
from eastflank.intake.tables.target.new_rows import NewRows, Row
from eastflank.model import STATUSES, Standing
from eastflank.store.edits import Retract
from eastflank.words.chosen import imported_claims as words

Unit = tuple[str, str]
"""The id of a deployment, and its sort."""


@dataclass(frozen=True, slots=True)
class FileRows:
    """The rows of the new file."""

    entries: Sequence[TableEntry]
    units: Sequence[tuple[Identity, Unit]]
    """What identifies the deployment of each entry, and the deployment."""
    others: Sequence[TableEntry]
    """The rows of the file that are not imported."""
    refused: Sequence[TableEntry]
    """Those of them that no person left out."""


@dataclass(frozen=True, slots=True)
class SheetRows:
    """What the dataset has of earlier files of a sheet."""

    keys: SheetKeys
    held: Mapping[str, EarlierClaim]
    """The newest claim of each row, by the first part of its id."""
    of_other_sheets: frozenset[str]
    ended: EndedBefore
    """What earlier files had no row of, though still earlier ones had."""


@dataclass(slots=True)
class ComparedRows:
    """What the rows become, as `changes.Changes` tells it."""

    again: bool
    """Whether an earlier file was imported."""
    claims: list[Row] = field(default_factory=list)
    contributions: list[Row] = field(default_factory=list)
    retracted: list[Retract] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    fresh: list[tuple[Row, Sequence[Row]]] = field(default_factory=list)
    """The new claims with their contingents, in a file that is imported again."""
    returned: list[tuple[str, str]] = field(default_factory=list)
    back: list[tuple[str, str]] = field(default_factory=list)
    """The claims that say that a unit had left, and the new ones on it."""
    changed: list[tuple[str, str]] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    """The first parts of the ids of the changed claims, and of those that are stated again."""
    restated: list[tuple[str, str]] = field(default_factory=list)
    """Claims whose row a later file repeats with the same values, and the new ones of its day."""
    same: int = 0
    reworded: list[Reworded] = field(default_factory=list)
    met: set[str] = field(default_factory=set)
    """The first parts of the ids of all rows, and of other sheets."""


def compared(
    draft: NewRows,
    file: FileRows,
    place_of: Callable[[TableEntry], str],
    source: str,
    before: SheetRows,
) -> ComparedRows:
    """Compare the rows with what the dataset has of earlier files of their sheet.

    `place_of` gives the id of an entry's place, and `source` is the id of the file as a source.
    """
    rows = ComparedRows(bool(before.held), met=set(before.of_other_sheets))
    shared = new_claims.with_contingents(file.entries, [unit for _, (unit, _) in file.units], file.refused)
    there = {
        unit: entry.status
        for entry, (_, (unit, _)) in zip(file.entries, file.units, strict=True)
        if _is_there(entry)
    }
    of_a_mission = functools.cache(lambda name: missions.is_multinational(name, draft.names.knows))
    is_later = _Later(draft, source)
    finding = _Finding(file, place_of, before, rows.met)
    for entry, (own, unit) in zip(file.entries, file.units, strict=True):
        contingent = unit[0] in shared or new_claims.is_part(entry) or of_a_mission(entry.name)
        claim, parts = new_claims.claim_of(entry, *unit, place_of(entry), draft.origin, contingent=contingent)
        if contingent and unit[0] in there and new_claims.is_part_that_left(entry):
            claim, parts = new_claims.left(claim, entry, there[unit[0]], draft.names)
        base = finding.base_of(entry, own, unit, (claim, parts))
        rows.met.add(base)
        held = before.held.get(base)
        ended = before.ended.after(held) if held and held.review != "retracted" else ""
        if held and held.review != "retracted" and not ended and same_claim(held, claim, parts):
            if held.source != source:
                rows.reworded += other_words.for_the_place(held, entry, claim, draft.dataset)
            if not is_later(held, claim):
                rows.same += 1
                continue
            rows.restated.append((held.id, f"{base}-{held.number + 1}"))
            rows.replaced.append(base)
            _add(rows, f"{base}-{held.number + 1}", source, claim, parts)
            continue
        _brought(rows, draft, source, base, held, (claim, parts), ended)
    ended_of = {
        claim["id"]: before.ended.of_new(claim, parts, before.held)
        for claim, parts in (rows.fresh if before.ended.of_deployment else ())
    }
    known = {one for _, one in (*rows.back, *rows.returned)}
    rows.back += [(ended_of[one], one) for one in rows.new if one not in known and ended_of.get(one)]
    rows.new = [one for one in rows.new if one in known or not ended_of.get(one)]
    return rows


def _is_there(entry: TableEntry) -> bool:
    return bool(entry.status) and STATUSES[entry.status] == Standing.PRESENT


def _brought(  # noqa: PLR0913, PLR0917 - a row, and where it goes
    rows: ComparedRows,
    draft: NewRows,
    source: str,
    base: str,
    before: EarlierClaim | None,
    made: tuple[dict[str, str], Sequence[Row]],
    ended: str,
) -> None:
    """Add the claim of a row that is new, changed, or back again; `ended` says that it had left."""
    claim, parts = made
    number = before.number + 1 if before else 1
    identifier = base if number == 1 else f"{base}-{number}"
    _add(rows, identifier, source, claim, parts)
    if ended:
        rows.back.append((ended, identifier))
        rows.fresh.append((claim, parts))
        return
    if before is None or before.review == "retracted":
        rows.new.append(identifier)
        if rows.again:
            rows.fresh.append((claim, parts))
        rows.returned += [(before.id, identifier)] if before else []
        return
    rows.changed.append((before.id, identifier))
    rows.replaced.append(base)
    if before.review == "draft":
        told = words.RETRACTED.format(name=draft.origin.file.name, claim=identifier)
        rows.retracted.append(Retract(before.id, told))


def _add(
    rows: ComparedRows, identifier: str, source: str, claim: dict[str, str], parts: Sequence[Row]
) -> None:
    claim |= {"id": identifier, "source": source}
    # Empty cells are left out: a million claims have more than ten million of them.
    rows.claims.append({column: cell for column, cell in claim.items() if cell})
    rows.contributions += [{"claim": identifier, **part} for part in parts]


class _Later:
    """Whether the new file tells of a later day than the file of a claim that has no day of its own."""

    def __init__(self, draft: NewRows, source: str) -> None:
        self._day = new_sources.day_of(draft.dataset, draft.origin, source)
        self._source = source
        self._before = {one.id: one.published or "" for one in draft.dataset.sources_by_id.values()}

    def __call__(self, held: EarlierClaim, claim: Row) -> bool:
        if held.source == self._source or held.cells["as_at"] or claim["as_at"]:
            return False
        before = self._before.get(held.source, "")
        last = dates.bounds(before).last if before else None
        return last is not None and last < self._day


class _Finding:
    """Finds the claim that a row was before: by all that tells it from others, or else by less."""

    def __init__(
        self, file: FileRows, place_of: Callable[[TableEntry], str], before: SheetRows, met: set[str]
    ) -> None:
        self._before, self._met = before, met
        self._rows = file.entries, file.others
        self._starts: OtherStarts | None = None
        units = (unit for _, unit in file.units)
        self._words = OtherWords(zip(file.entries, units, strict=True), place_of, before.held)

    def base_of(self, entry: TableEntry, own: Identity, unit: Unit, made: tuple[Row, Sequence[Row]]) -> str:
        """The first part of the id of the row's claim: that of an earlier one, or a new one."""
        held, (claim, parts) = self._before.held, made
        base = identities.base_of_claim(
            self._before.keys.keys,
            identities.of_claim(entry, own),
            self._met,
            held,
            lambda one: same_row(held[one], claim),
        )
        if not held or base in held:
            return base
        if not entry.date:
            self._starts = self._starts or OtherStarts([*self._rows[0], *self._rows[1]], held)
            base = self._starts.base_of(entry, claim, parts) or base
        return base if base in held else self._words.base_of(entry, unit, self._met) or base
