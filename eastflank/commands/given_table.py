"""The table that the command `import` is given, from disk or standard input, and its mapping of columns."""

from __future__ import annotations

import sys
from pathlib import Path

from eastflank.intake.tables.cells.sheets import Opened, UnreadableTable
from eastflank.intake.tables.columns import columns
from eastflank.intake.tables.columns.columns import ColumnMapping
from eastflank.intake.tables.files import limits, opening
from eastflank.words.chosen import given_files, unreadable_tables


def opened(name: str) -> Opened:
    """The file, folder or standard input. Raises UnreadableTable if there is none, or if it is too large."""
    if name == "-":
        return opening.opened(opening.PASTED, sys.stdin.buffer.read(limits.MOST_BYTES + 1))
    path = Path(name)
    if path.is_dir():
        return _opened_folder(path)
    if path.exists() and not path.is_file():
        raise UnreadableTable(unreadable_tables.NO_TABLE.format(what=given_files.PIPE_OR_DEVICE))
    if path.stat().st_size > limits.MOST_BYTES:
        raise UnreadableTable(unreadable_tables.TOO_LARGE.format(most=limits.MOST_BYTES // 1_000_000))
    return opening.opened(path.name, path.read_bytes())


def _opened_folder(path: Path) -> Opened:
    parts, size = {}, 0
    for each in sorted([path / "datapackage.json", *path.glob("*.csv")]):
        if each.is_file():
            size += each.stat().st_size
            if size > limits.MOST_BYTES:
                raise UnreadableTable(unreadable_tables.TOO_LARGE.format(most=limits.MOST_BYTES // 1_000_000))
            parts[each.name] = each.read_bytes()
    return opening.opened_folder(path.resolve().name, parts)


def mapping(path: Path | None) -> ColumnMapping | None:
    """The mapping in a file; None if no file is named, or if it is not there yet."""
    if path is None or not path.exists():
        return None
    return columns.read_mapping(path.read_text(encoding="utf-8"))
