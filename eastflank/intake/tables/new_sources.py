"""The row of an imported table among the sources."""

from __future__ import annotations

from collections.abc import Iterator

from eastflank.intake.tables import table_names
from eastflank.intake.tables.new_rows import TableOrigin
from eastflank.model import Dataset
from eastflank.store.edits import Insert
from eastflank.words.chosen import imported_claims as words


def id_of(dataset: Dataset, origin: TableOrigin, key: str) -> str:
    """The id of the table as a source; a longer one if another file of this name has the usual one."""
    whole = origin.file.sha256
    known = dataset.sources_by_id
    return next(
        identifier
        for digits in (8, len(whole))
        if (identifier := f"{key}-{whole[:digits]}") not in known
        or whole in (known[identifier].note or "")
        or digits == len(whole)
    )


def row(dataset: Dataset, origin: TableOrigin, identifier: str, *, needed: bool) -> Iterator[Insert]:
    """The row of the table; none if the dataset has it, or if it is not needed."""
    if not needed or identifier in dataset.sources_by_id:
        return
    file = origin.file
    yield Insert(
        "sources",
        {
            "id": identifier,
            "publisher": origin.publisher,
            "title": words.TITLE_OF_TABLE.format(name=file.name),
            "published": origin.day.isoformat(),
            "accessed": origin.today.isoformat(),
            "reliability": "F",
            "read_as": "original",
            "note": words.note_of_source(file.name, file.sha256, table_names.columns_told(origin.headings)),
        },
    )
