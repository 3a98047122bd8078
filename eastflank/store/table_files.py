"""Reads the files of a dataset's tables into typed frames, one after the other, to save memory."""

from __future__ import annotations

import functools
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
"""Called with the name of the file that is being read, and the share of all bytes that was read before.

Not called for tables of less than LARGE bytes in all: nobody waits for these.
"""
LARGE = 10_000_000
_PARSED = 0.5
"""The share of the work on a file that reads its cells; the rest converts them to values."""
_SMALL = 500_000
"""Bytes of a file whose frame is kept for the next time that the same bytes are read."""


def untold(_file: str, _share: float) -> None:
    """Report no progress."""


class Read(NamedTuple):
    """The contents of the files of some tables."""

    frames: Mapping[str, pd.DataFrame]
    """Frames by table, without tables that cannot be read."""
    findings: Sequence[Finding]
    """What is wrong, in the order of the given tables."""
    checksum: Checksum
    """The version of the files that could be read."""


class Checksum:
    """A checksum over files and their names; it changes if a file is changed, added or renamed."""

    def __init__(self) -> None:
        self._whole = hashlib.sha256()

    def add(self, name: str, content: bytes) -> None:
        """Add a file; the order counts."""
        self._whole.update(f"{name} {len(content)}\n".encode())
        self._whole.update(content)

    def version(self, articles: Mapping[str, str], own: Iterable[tuple[str, bytes]]) -> str:
        """Twelve hexadecimal digits for all added files, the articles, and other contents of a folder."""
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
    for table in sorted(tables, key=lambda table: table.file):  # in the order of the checksum
        told(table.file, before / whole)
        try:
            content = changed.get(table.file) or files.content(root / table.file)
            checksum.add(table.file, content)
            if len(content) <= _SMALL:
                frame, findings[table.name] = _kept(content, table)
                frames[table.name] = frame.copy(deep=False)  # its values are copied before they are changed
            else:
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


@functools.lru_cache(maxsize=64)
def _kept(content: bytes, table: Table) -> tuple[pd.DataFrame, Sequence[Finding]]:
    """The typed frame of a small file, and what is wrong with it.

    A change of a dataset replaces one or two of its files: so it need not read the others again.
    """
    return columns.typed(cells_in(content, table), table)


def _size(path: Path, changed: bytes | None) -> int:
    """The size of a file in bytes; 0 if it cannot be read: reading it will report that."""
    if changed:
        return len(changed)
    try:
        return path.stat().st_size
    except OSError:
        return 0
