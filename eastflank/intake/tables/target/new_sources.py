"""The row of an imported table among the sources."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eastflank import dates
from eastflank.intake.tables.target import table_names
from eastflank.intake.tables.target.new_rows import TableOrigin
from eastflank.model import Dataset
from eastflank.store.edits import Insert, Replace
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


def rows(
    dataset: Dataset, origin: TableOrigin, identifier: str, *, needed: bool
) -> Iterator[Insert | Replace]:
    """The row of the table; its new day, if the dataset has it without a claim that counts or waits.

    None if the row stays as it is, or if it is not needed.
    """
    if not needed:
        return
    if identifier in dataset.sources_by_id:
        if keeps_day(dataset, identifier):
            return
        frame = dataset.sources.loc[dataset.sources["id"] == identifier, ["id", "published"]]
        if frame["published"].iloc[0] != origin.day.isoformat():
            yield Replace("sources", (identifier,), {"published": origin.day.isoformat()})
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


def day_of(dataset: Dataset, origin: TableOrigin, identifier: str) -> date:
    """The day that the table has after the import."""
    kept = kept_day(dataset, origin, identifier)
    return (dates.bounds(kept).last if kept else None) or origin.day


def keeps_day(dataset: Dataset, identifier: str) -> bool:
    """Whether a claim of this table counts or waits: then the day of the table stays as it is."""
    own = dataset.claims[dataset.claims["source"] == identifier]
    return bool((own["review"] != "retracted").any())


def kept_day(dataset: Dataset, origin: TableOrigin, identifier: str) -> str:
    """The day that the table keeps, if another one was given; empty if it is the same, or if it is new."""
    known = dataset.sources_by_id.get(identifier)
    if known is None or known.published == origin.day.isoformat() or not keeps_day(dataset, identifier):
        return ""
    return known.published or ""
