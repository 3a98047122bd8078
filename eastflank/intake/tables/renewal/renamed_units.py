"""Units that may be the same under a new name: one is gone and one is new, alike in all but the name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from eastflank.intake.tables.cells.problems import RowMark
from eastflank.intake.tables.renewal.earlier_claims import EarlierClaim
from eastflank.intake.tables.renewal.in_the_file import without_start
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.target.new_deployments import kind_of
from eastflank.intake.tables.target.new_rows import NewRows, Row, TableOrigin
from eastflank.model import Dataset
from eastflank.store.edits import Replace
from eastflank.words.chosen import imported_claims as written
from eastflank.words.chosen import rows_of_tables
from eastflank.words.chosen import table_changes as told

KIND, MOVED = "a new name", "a moved unit"
"""The kinds of the assumptions that a person accepted."""
_Alike = tuple[str, ...]
Fresh = Iterable[tuple[Row, Sequence[Row]]]


@dataclass(frozen=True, slots=True)
class NewName:
    """A unit of the dataset that may have a new name in the file."""

    unit: str
    """Its id in the dataset."""
    before: str
    """Its name there."""
    made: str
    """The id of the unit that the file makes of it, if nobody says that it is the same one."""
    name: str
    """Its name in the file."""
    claims: tuple[str, str] = ("", "")
    """A claim of each: the one that is gone, and the new one. Empty for one that was accepted."""
    places: tuple[str, str] = ("", "")
    """Where it was and where the new one is, in words, if it may have moved; else empty."""

    @property
    def question(self) -> str:
        """Asks whether it is the same unit."""
        before, now = self.places
        if before or now:
            return told.may_have_moved(self.before, self.name, before, now)
        return told.may_be_renamed(self.before, self.name)

    @property
    def answer(self) -> str:
        """Says that it is the same unit."""
        moved = self.before == self.name
        return told.is_moved(self.name) if moved else told.is_renamed(self.name, self.before)

    @property
    def decided(self) -> str:
        """Says what a person said: that it is the same unit."""
        if self.before == self.name:
            return told.moved(self.name, self.unit)
        return told.renamed(self.before, self.name, self.unit)


def questions(
    gone: Iterable[EarlierClaim], fresh: Fresh, there: Collection[str], draft: NewRows
) -> tuple[NewName, ...]:
    """The pairs of a unit that is gone and one that is new, which may be the same.

    They agree in nations, host and place, and in the figure or the kind of unit, and no third one does.
    `there` are the units of all rows of the file. `fresh` are its new claims, with their contingents.
    """
    made = draft.rows["deployments"]
    left: defaultdict[_Alike, dict[str, EarlierClaim]] = defaultdict(dict)
    new: defaultdict[_Alike, dict[str, Row]] = defaultdict(dict)
    for one in gone:
        unit, *alike = without_start(one.cells, one.parts)
        if all(alike) and unit not in there:
            left[tuple(alike)][unit] = one
    for claim, parts in fresh if left else ():
        unit, *alike = without_start(claim, parts)
        if unit in made:
            new[tuple(alike)][unit] = claim
    found = {
        (before, now): (earlier, claim)
        for alike, units in left.items()
        if len(units) == len(new.get(alike, ())) == 1
        for (before, earlier), (now, claim) in zip(units.items(), new[alike].items(), strict=True)
        if _same_figure(earlier.cells, claim) or _same_kind(draft.dataset, before, made[now])
    }
    often = Counter(unit for pair in found for unit in pair)
    names = draft.dataset.deployment_names
    return tuple(
        NewName(before, names.get(before, before), now, made[now]["name"], (earlier.id, claim["id"]))
        for (before, now), (earlier, claim) in found.items()
        if often[before] == often[now] == 1
    )


def _same_figure(before: Row, now: Row) -> bool:
    figure = ("troops_low", "troops_high", "hedge")
    return any(before.get(name) for name in figure) and all(
        before.get(name, "") == now.get(name, "") for name in figure
    )


def _same_kind(dataset: Dataset, before: str, now: Row) -> bool:
    """Whether both are of one kind that the table names; without one all units have the same."""
    frame = dataset.deployments
    kinds = frame.loc[frame["id"] == before, "kind"]
    usual = kind_of(now["sort"], tuple(dataset.theatre.kinds))
    return bool((kinds == now["kind"]).any()) and now["kind"] != usual


def marked(
    entries: Iterable[TableEntry], units: Iterable[str], dataset: Dataset, origin: TableOrigin
) -> Iterator[TableEntry]:
    """The entries, those of a unit with a new name with a mark. `units` has the unit of each."""
    before = {unit: dataset.deployment_names.get(unit, unit) for unit in origin.renamed.values()}
    for entry, unit in zip(entries, units, strict=True):
        if unit not in before:
            yield entry
            continue
        kind = MOVED if before[unit] == entry.name else KIND
        said = rows_of_tables.MARKS[kind].format(before=before[unit])
        mark = RowMark(entry.sheet, entry.line, "", entry.name, kind, said)
        yield entry._replace(marks=(*entry.marks, mark))


def accepted(names: Mapping[str, str], draft: NewRows) -> tuple[NewName, ...]:
    """The units of the dataset that get a new name. `names`: the new one, by id."""
    known = draft.dataset.deployment_names
    return tuple(
        NewName(unit, known[unit], made, names[unit])
        for made, unit in draft.origin.renamed.items()
        if unit in names and unit in known
    )


def rows(renamed: Iterable[NewName], draft: NewRows) -> Iterator[Replace]:
    """The edits that give units their new names; their notes keep the earlier ones."""
    frame = draft.dataset.deployments
    notes = dict(zip(frame["id"], frame["note"].fillna(""), strict=True))
    for one in renamed:
        if one.before == one.name:
            continue
        said = written.RENAMED.format(before=one.before, name=draft.origin.file.name)
        note = " ".join(filter(None, (notes[one.unit], said)))
        yield Replace("deployments", (one.unit,), {"name": one.name, "note": note})
