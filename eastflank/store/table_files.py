"""The files of a dataset's tables become typed frames, one after the other: a large one is held only once."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pandas as pd

from eastflank.model import Finding
from eastflank.store import columns, files
from eastflank.store.broken import BrokenData
from eastflank.store.cells import cells_in
from eastflank.store.schema_values import Table

Told: TypeAlias = Callable[[str, float], None]
"""Told the name of the file that is being read, and which share of the bytes of all files was read before.

Nobody waits for tables of less than LARGE bytes in all: of these nothing is told.
"""
LARGE = 10_000_000
_PARSED = 0.5
"""The share of the work on a file after which its cells are known, and are made values."""


def untold(_file: str, _share: float) -> None:
    """Nobody is told."""


class Read(NamedTuple):
    """What the files of some tables hold."""

    frames: Mapping[str, pd.DataFrame]
    """By table; of a table that cannot be read there is none."""
    findings: Sequence[Finding]
    """What is wrong, in the order in which the tables were given."""
    checksum: Checksum
    """Of the files that could be read."""


class Checksum:
    """The checksum of files by their names, so that one that is changed, added or renamed shows."""

    def __init__(self) -> None:
        self._whole = hashlib.sha256()

    def add(self, name: str, content: bytes) -> None:
        """Add a file; the order counts."""
        self._whole.update(f"{name} {len(content)}\n".encode())
        self._whole.update(content)

    def version(self, articles: Mapping[str, str], own: Iterable[tuple[str, bytes]]) -> str:
        """Twelve hexadecimal digits of all that was added, the articles, and what else a folder has."""
        encoded = ((name, article.encode()) for name, article in sorted(articles.items()))
        whole = self._whole.copy()
        for name, content in itertools.chain(encoded, own):
            whole.update(f"{name} {len(content)}\n".encode())
            whole.update(content)
        return whole.hexdigest()[:12]


def read(tables: Sequence[Table], root: Path, changed: Mapping[str, bytes], told: Told = untold) -> Read:
    """The typed frames of tables in a folder; `changed`: contents instead of those of some files."""
    frames: dict[str, pd.DataFrame] = {}
    findings: dict[str, Sequence[Finding]] = {}
    checksum = Checksum()
    sizes = {table.file: _size(root / table.file, changed.get(table.file)) for table in tables}
    whole, before = max(sum(sizes.values()), 1), 0
    told = told if whole >= LARGE else untold
    for table in sorted(tables, key=lambda table: table.file):  # as the checksum has them
        told(table.file, before / whole)
        try:
            content = changed.get(table.file) or files.content(root / table.file)
            checksum.add(table.file, content)
            texts = cells_in(content, table)
            del content
            told(table.file, (before + _PARSED * sizes[table.file]) / whole)
            frames[table.name], findings[table.name] = columns.typed(texts, table)
        except BrokenData as error:
            findings[table.name] = error.findings
        before += sizes[table.file]
    ordered = [table.name for table in tables]
    return Read(
        {name: frames[name] for name in ordered if name in frames},
        [finding for name in ordered for finding in findings[name]],
        checksum,
    )


def _size(path: Path, changed: bytes | None) -> int:
    """The bytes of a file; 0 where it cannot be looked at, which reading it will tell."""
    if changed:
        return len(changed)
    try:
        return path.stat().st_size
    except OSError:
        return 0
