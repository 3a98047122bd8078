"""When the files of a dataset last changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from eastflank.store.folder import BASE_MAP, Folder

Stamp: TypeAlias = tuple[tuple[str, ...], ...]
"""One entry for each file. Two stamps are equal exactly if no file was added, removed, changed or
replaced."""

_TABLES = (".csv", ".json", ".toml")


def stamp_of(folder: Folder) -> Stamp:
    """The stamp of the tables, articles, base map and settings. Unreadable files are included."""
    return tuple(
        sorted(
            {
                *_entries(folder.root, _TABLES),
                *_entries(folder.ground / BASE_MAP, (".json", ".toml")),
                *_entries(folder.seeds),
                _entry(str(folder.theatre)),
            }
        )
    )


def _entries(folder: Path, suffixes: tuple[str, ...] = ("",)) -> Iterator[tuple[str, ...]]:
    try:
        names = os.listdir(folder)  # noqa: PTH208 - names alone, of a folder that may be large
    except OSError as error:
        yield (str(folder), str(error.errno))
        return
    parent = str(folder)
    for name in names:
        if name.endswith(suffixes):
            yield _entry(os.path.join(parent, name))  # noqa: PTH118 - asked for each view, so without a Path


def _entry(path: str) -> tuple[str, ...]:
    try:
        found = os.stat(path)  # noqa: PTH116 - see above
    except OSError as error:
        return (path, str(error.errno))
    return (
        path,
        *(str(each) for each in (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)),
    )
