"""The record as it was before its newest changes: `changes.csv` read backwards.

An edition is named by the last change that it contains. Only changes in `changes.csv` can be undone: a row
that somebody added to a table by hand, without a line there, stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from eastflank.model import TABLES, Dataset
from eastflank.model.edition import change_of
from eastflank.store import files, journal, schema, tables
from eastflank.store.folder import Folder
from eastflank.store.recorded import RecordedChange, as_of, cells_in
from eastflank.store.table_text import Key, TableText

_CHANGES = "changes"


def number_of(edition: str) -> int:
    """The index of an edition; the one without any change is 0."""
    return int(change_of(edition)[1:]) if edition else 0


def changes_after(dataset: Dataset, edition: str) -> tuple[RecordedChange, ...]:
    """The changes after an edition, oldest first. Rows that were added together have one change each.

    The first change of each cell begins at what the cell was in that edition.
    """
    rows = dataset.changes.astype("object").where(dataset.changes.notna(), "")
    earlier, later = list[RecordedChange](), list[RecordedChange]()
    for row in rows.to_dict("records"):
        told = {str(column): cell for column, cell in row.items()}
        day = told.pop("changed_on")
        change = RecordedChange(
            changed_on=f"{day:%Y-%m-%d}", **{name: str(cell) for name, cell in told.items()}
        )
        if number_of(change.id) > number_of(edition):
            later += _one_by_one(change)
        else:
            earlier.append(change)
    for each in (earlier, later):
        each.sort(key=lambda change: number_of(change.id))
    columns = {table: tuple(map(str, getattr(dataset, table).columns)) for table in TABLES}
    return tuple(as_of(earlier, later, columns))


def _one_by_one(change: RecordedChange) -> list[RecordedChange]:
    """One change for each row, if one row of `changes.csv` lists many that were added together."""
    if change.column or change.before or journal.BETWEEN not in change.row:
        return [change]
    return [replace(change, row=row) for row in change.row.split(journal.BETWEEN)]


def before(place: Folder, changes: Sequence[RecordedChange]) -> Dataset:
    """The dataset in a folder as it was before its last changes, given oldest first.

    The articles and the base map are those of today. Raises BrokenData if the earlier tables break today's
    schema or laws.
    """
    known = {name: table for name, table in schema.read(place.root).items() if name in TABLES}
    contents = {name: files.content(place.root / table.file).decode() for name, table in known.items()}
    texts = taken_back({name: TableText.of(known[name], text) for name, text in contents.items()}, changes)
    return tables.as_if(place, {texts[name].table.file: str(texts[name]).encode() for name in known})


def taken_back(texts: Mapping[str, TableText], changes: Sequence[RecordedChange]) -> Mapping[str, TableText]:
    """The tables by name before the changes (oldest first); their rows in `changes.csv` are removed too."""
    found = dict(texts)
    came: dict[str, list[Key]] = defaultdict(list)  # removed together: there may be a million
    for change in reversed(changes):
        if change.table not in found:
            continue
        if not change.column and not change.before:
            came[change.table].append(change.key)
            continue
        found[change.table] = found[change.table].without(*came.pop(change.table, ()))
        found[change.table] = _taken_back(found[change.table], change)
    for name, keys in came.items():
        found[name] = found[name].without(*keys)
    found[_CHANGES] = found[_CHANGES].without(*((change.id,) for change in changes))
    return found


def _taken_back(text: TableText, change: RecordedChange) -> TableText:
    there = change.key in text.rows
    if change.column:
        known = there and change.column in text.table.columns
        return text.changed(change.key, {change.column: change.before}) if known else text
    cells = cells_in(change.before, text.table.columns)
    return text.changed(change.key, cells) if there else text.with_row(cells)
