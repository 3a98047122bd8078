"""The four steps of an import, as values: what it is, its columns, what is wrong, what would change.

Preview and import use these steps, and no others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from eastflank.gazetteer.ranking import Candidate
from eastflank.intake.tables.agreement import (
    agreeing,
    joined_units,
    kinds_in_context,
    locating,
    namesakes,
    places_apart,
)
from eastflank.intake.tables.cells import nations
from eastflank.intake.tables.cells.problems import Problem, RowMark
from eastflank.intake.tables.cells.sheets import Cell, Opened, Shaped, SourceSheet, UnreadableTable
from eastflank.intake.tables.choices import Accepted
from eastflank.intake.tables.columns import columns, of_all_rows, sections, shape
from eastflank.intake.tables.columns.columns import ColumnMapping, RecognisedColumn
from eastflank.intake.tables.columns.unread_columns import UnreadColumns
from eastflank.intake.tables.places.found_places import Ask, PlaceChoice, PlaceSpot
from eastflank.intake.tables.renewal import gone_rows, rereading
from eastflank.intake.tables.renewal.changes import Changes, import_changes
from eastflank.intake.tables.rows import day_of_table, footnotes, leaving, mending, parts_beside, reading
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.target.against import Against
from eastflank.intake.tables.target.new_rows import TableOrigin
from eastflank.words.chosen import rows_of_tables, unreadable_tables

Progress = Callable[[str, int, int], None]
"""Called with what is counted (in words), how many rows were read or places looked up, and of how many."""


def _silent(_what: str, _done: int, _all: int) -> None:
    """Report no progress."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a person decided about a table, instead of what was recognised."""

    header: int | None = None
    """The line of the headings; None: search for it."""
    mapping: ColumnMapping | None = None
    """The meaning of the columns; None: as recognised from their names and contents."""
    mended: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Replacements by heading and cell, for every row with this cell."""
    places: Mapping[Ask, Candidate | None] = field(default_factory=dict)
    """The chosen place by words and country; None: keep only its country."""
    without: frozenset[int] = frozenset()
    """The lines of the file that are left out: the other rows are read as if these were not there."""
    accepted: frozenset[Accepted] = frozenset()
    """Assumptions about single cells that are accepted."""


UNDECIDED = Decisions()
_WHERE = frozenset({"host", "place", "latitude", "coordinates"})
"""The fields that say where something is; a “country” becomes one of them, or the nation."""
_OURS = "Deployments"
"""The sheet of our own workbooks with the deployments; others may have more rows."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A table and its columns, before its rows are read: the first two steps."""

    table: Shaped
    columns: tuple[RecognisedColumn, ...]

    @property
    def says_where(self) -> bool:
        """Whether a column gives a location: without one no row can be understood."""
        return bool(_WHERE & {each.field for each in self.columns})

    @property
    def taken_for_nation(self) -> str:
        """The heading of a column of countries that is taken for who sends; empty if there is none."""
        nations_ = (each.heading for each in self.columns if each.field == "nation")
        return next((one for one in nations_ if columns.field_of(one) == "country"), "")

    @property
    def mapping(self) -> ColumnMapping:
        """The meaning of the columns, to store for the next file of this kind."""
        return columns.mapping_of(self.columns)

    def samples(self, at: int) -> Sequence[Cell]:
        """Up to `columns.SAMPLED` different values of a column."""
        return _sample(self.table, at)


@dataclass(frozen=True, slots=True)
class Counts:
    """How the lines of a sheet were classified. They add up to `lines`."""

    imported: int
    proposals: int
    problems: int
    skipped: Mapping[str, int]
    """By kind of line: header, note, blank, total, empty, left out."""
    lines: int


@dataclass(frozen=True, slots=True)
class Import:
    """A table understood: the first three steps."""

    file: Opened
    sheet: SourceSheet
    table: Shaped
    columns: tuple[RecognisedColumn, ...]
    entries: tuple[TableEntry, ...]
    spots: Mapping[tuple[str, str], PlaceSpot]
    """Places that were found, by the words for them and the country."""
    choices: Mapping[tuple[str, str], PlaceChoice]
    """Places that a person must choose, with candidates."""
    assumptions: tuple[str, ...]
    """Assumptions about all rows, one sentence each."""
    left_out: tuple[TableEntry, ...] = ()
    """The rows that a person left out, as they were read. `entries` does not have them."""
    accepted: frozenset[Accepted] = frozenset()
    """Assumptions about single cells that a person accepted."""

    @property
    def other_sheets(self) -> tuple[str, ...]:
        """The names of the sheets that are not read."""
        return tuple(other.name for other in self.file.sheets if other.name != self.sheet.name)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that prevents the import of a row, in the order of the lines."""
        return tuple(problem for entry in self.entries for problem in entry.problems)

    @property
    def marks(self) -> tuple[RowMark, ...]:
        """The assumptions about proposals, in the order of the lines."""
        return tuple(mark for entry in self.entries if not entry.problems for mark in entry.marks)

    @property
    def mapping(self) -> ColumnMapping:
        """The meaning of the columns, to store for the next file of this kind."""
        return columns.mapping_of(self.columns)

    @property
    def counts(self) -> Counts:
        """Lines by their result. A line of a wide table has the worst result of its figures."""
        worst: dict[int, int] = {}
        for entry in self.entries:
            worst[entry.line] = max(worst.get(entry.line, 0), _RANKS[entry.outcome])
        by_rank = Counter(worst.values())
        skipped = Counter(line.kind for line in self.table.lines)
        if self.left_out:
            skipped[leaving.KIND] = len({entry.line for entry in self.left_out})
        return Counts(by_rank[0], by_rank[1], by_rank[2], dict(sorted(skipped.items())), self.table.total)

    def taken(self, *, proposals: bool = False, kinds: Collection[str] = ()) -> tuple[TableEntry, ...]:
        """The entries to import: certain ones, and accepted proposals.

        `proposals`: all of them; `kinds`: those whose assumptions are all of these kinds, or in `accepted`.
        """
        return tuple(
            entry
            for entry in self.entries
            if not entry.problems
            and (proposals or all(mark.kind in kinds or self.is_accepted(mark) for mark in entry.marks))
        )

    def is_accepted(self, mark: RowMark) -> bool:
        """Whether a person accepted this assumption about a single cell."""
        return (mark.kind, mark.column, mark.value) in self.accepted

    def changes(
        self, entries: Sequence[TableEntry], against: Against, origin: TableOrigin, gone: str = ""
    ) -> Changes:
        """The fourth step: what importing these entries would change.

        `gone` is one of `gone_rows.CHOICES`, or empty.
        """
        taken = set(map(id, entries))
        refused = [each for each in self.entries if id(each) not in taken]
        others = [*refused, *self.left_out]
        names, nation_row = against.known.names, against.nation_row
        headings = self.table.headings if len(self.file.sheets) == 1 else ()
        of_sheet = replace(origin, sheet=self.sheet.name, headings=headings)
        found = import_changes(
            entries, self.spots, against.dataset, of_sheet, names, nation_row, others, refused
        )
        found = rereading.told_apart(found, against.dataset)
        return gone_rows.with_gone(found, against.dataset, of_sheet, gone)


_RANKS = {"imported": 0, "proposal": 1, "problem": 2}


def chosen(file: Opened, name: str | None) -> tuple[SourceSheet, tuple[str, ...]]:
    """The sheet of that name, or else the one with the most rows that has a header; and the others' names.

    Raises UnreadableTable if there is no such sheet.
    """
    known = [sheet.name for sheet in file.sheets]
    if name is not None:
        found = next((sheet for sheet in file.sheets if sheet.name == name), None)
        if found is None:
            raise UnreadableTable(
                unreadable_tables.NO_SUCH_SHEET.format(
                    name=name[:80], known=", ".join(known) or unreadable_tables.WITHOUT_NAMES
                )
            )
    else:
        found = max(
            file.sheets,
            key=lambda sheet: (sheet.name == _OURS, *_headings_known(sheet), len(sheet.rows)),
        )
    return found, tuple(other for other in known if other != found.name)


def _headings_known(sheet: SourceSheet) -> tuple[bool, int]:
    """Whether a row near the top has a heading that says where, and the most headings that one knows.

    At most three headings are counted: more do not matter.
    """
    known = [
        {columns.field_of(cell) for cell in row if isinstance(cell, str)} - {""} for row in sheet.rows[:20]
    ]
    where = any(fields & (_WHERE | {"country"}) and len(fields) > 1 for fields in known)
    return where, min(max(map(len, known), default=0), 3)


def laid_out(sheet: SourceSheet, against: Against, decided: Decisions = UNDECIDED) -> Layout:
    """The table in a sheet and what its columns are. Raises UnreadableTable where it is no table."""
    names = against.known.names
    countries: dict[str, bool] = {}

    def is_country(text: str) -> bool:
        if text not in countries:
            countries[text] = nations.is_country(text, names)
        return countries[text]

    table = shape.shaped(sheet, is_country, decided.mapping, decided.header)
    if not table.records:
        raise UnreadableTable(unreadable_tables.NO_ROWS)
    table = mending.mended(sections.with_hosts(table, sheet, is_country), decided.mended)
    found = columns.recognised(table.headings, lambda at: _sample(table, at), is_country, decided.mapping)
    return Layout(table, found)


def understood(
    file: Opened,
    sheet: SourceSheet,
    against: Against,
    decided: Decisions = UNDECIDED,
    progress: Progress = _silent,
) -> Import:
    """The first three steps for a sheet of a file. Raises UnreadableTable where it is no table."""
    layout = laid_out(sheet, against, decided)
    table, found = layout.table, layout.columns
    if not layout.says_where:
        raise UnreadableTable(unreadable_tables.no_use(layout.taken_for_nation))
    fields = {column.field: column.heading for column in found if column.field}
    rows = reading.entries(table, found, against.known, partial(progress, rows_of_tables.ROWS))
    each, footnotes_of_no_row = footnotes.in_notes(mending.with_notes(rows, table), table, found, sheet)
    left_out, read = leaving.apart(each, decided.without)

    kept = [record for record in table.records if record.line not in decided.without]

    def cell(at: int, heading: str) -> str:
        return table.cell(kept[at], heading)

    apart = UnreadColumns(kept, found).apart
    looked_up = partial(progress, rows_of_tables.PLACES)
    located, spots, choices = locating.found(read, fields, file.name, against, decided.places, looked_up)
    once = tuple(agreeing.each_once(agreeing.on_the_map(located, spots, fields, against, cell), apart))
    kinds = tuple(kinds_in_context.with_kinds(once, against))
    named_once = tuple(namesakes.told_apart(kinds, fields, against, file.name))
    at_places = places_apart.told_apart(named_once, spots, fields, against)
    joined = joined_units.asked(at_places, fields, against.known.names)
    entries = tuple(parts_beside.told(joined, fields, against.known.names))
    assumptions = (
        *of_all_rows.assumptions(found, file, against.known.day),
        *day_of_table.doubts(read, file.name, against.known.day),
        *footnotes_of_no_row,
        *leaving.without_row(each, decided.without),
    )
    return Import(file, sheet, table, found, entries, spots, choices, assumptions, left_out, decided.accepted)


def _sample(table: Shaped, at: int) -> Sequence[Cell]:
    found: dict[Cell, None] = {}
    for record in table.records:
        if record.cells[at] is not None:
            found[record.cells[at]] = None
        if len(found) >= columns.SAMPLED:
            break
    return tuple(found)
