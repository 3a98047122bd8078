"""The original of an article's text: the file as it came, and a table of positions in it, beside the text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import PurePath

from eastflank.model import Dataset, Finding
from eastflank.store import files
from eastflank.store.broken import BrokenData
from eastflank.store.folder import Folder
from eastflank.words.chosen import findings_in_files as words

WAY_BACK = ".way.csv"
"""The suffix of the name of the table with each character's position in the original."""


def way_back_of(file: str) -> str:
    """The name of that table for an article's text in `file`."""
    return f"{PurePath(file).stem}{WAY_BACK}"


def files_of(file: str | None, original: str | None) -> tuple[str, ...]:
    """The files in `seeds/` that belong to a source: its text, its original, and the table of positions."""
    if not file:
        return ()
    return (file, original, way_back_of(file)) if original else (file,)


def findings(dataset: Dataset, place: Folder) -> Iterator[Finding]:
    """Findings for every original that is missing or has changed. Originals are read only here."""
    lines = dict(zip(dataset.sources["id"], dataset.sources.index, strict=True))
    for row in dataset.sources_by_id.values():
        if not row.original:
            continue
        where = words.row(int(lines[row.id]), [row.id])
        problem, remedy = "", words.PUT_ORIGINAL_BACK
        try:
            found = hashlib.sha256(files.content(place.seeds / row.original)).hexdigest()
            if found != row.original_sha256:
                problem = words.other_original(row.original)
        except BrokenData as error:
            problem = words.of_file(row.original, error.findings[0].problem)
        if problem:
            yield Finding(
                "sources.csv", where, "original", problem, remedy,
                check="originals_are_unchanged", key=row.id, line=int(lines[row.id]),
            )  # fmt: skip
