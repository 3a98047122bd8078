"""A dataset as its files: what is copied, kept in a database or put into a backup, byte for byte."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from eastflank.model import Finding
from eastflank.store import exchange, files, schema
from eastflank.store.broken import BrokenData
from eastflank.store.folder import ARTICLES, BASE_MAP, Folder

FOLDERS = (ARTICLES, BASE_MAP)
"""The folders that a dataset may have; what else is a folder in it is not a part of it."""


def packed(place: Folder) -> Mapping[str, bytes]:
    """The content of every file of the dataset, by its name in the folder, such as `seeds/a.txt`.

    These are the files of the folder itself, its articles and its base map. Hidden files are none of its
    parts. Raises BrokenData with each that cannot be read.
    """
    exchange.settle(place.root)
    found: dict[str, bytes] = {}
    wrong: list[Finding] = []
    for name, path in sorted(_named(place)):
        try:
            found[name] = files.content(path)
        except BrokenData as error:
            wrong += error.findings
    if wrong:
        raise BrokenData(wrong)
    return found


def _named(place: Folder) -> Iterator[tuple[str, Path]]:
    for path in place.root.iterdir():
        if not path.name.startswith(".") and not path.is_dir():
            yield path.name, path
    for name in FOLDERS:
        holder = place.seeds if name == ARTICLES else place.ground / name
        for path in holder.rglob("*") if place.own[name] else ():
            inside = path.relative_to(holder)
            if not path.is_dir() and not any(part.startswith(".") for part in inside.parts):
                yield f"{name}/{inside.as_posix()}", path


def unpack(parts: Mapping[str, bytes], folder: Path, *, lasting: bool = True) -> None:
    """Write the files of a dataset into a folder that is not there yet, or is empty: all, or none.

    `lasting`: what is written outlives a crash of the machine.

    Raises BrokenData where a name leads elsewhere or where something is in the folder, OSError where the
    disc cannot be written.
    """
    objections = [
        Finding(name, "", "", "This is no name of a file of a dataset.", "Remove it.")
        for name in parts
        if not is_part(name)
    ]
    if schema.FILE not in parts:
        objections.append(Finding(schema.FILE, "", "", "The file is missing.", "Take a whole dataset."))
    if not is_free(folder):
        problem = f"Something is in the folder {folder} already."
        objections.append(Finding(folder.name, "", "", problem, "Name a folder that is not there yet."))
    if objections:
        raise BrokenData(objections)
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        for name, content in parts.items():
            path = beside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        beside.chmod(stat.S_IMODE(folder.stat().st_mode) if folder.exists() else 0o755)
        for path in (beside, *beside.rglob("*")) if lasting else ():
            _make_durable(path)
        beside.replace(folder)
        if lasting:
            _make_durable(folder.parent)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def is_free(folder: Path) -> bool:
    """Whether a dataset may be written there: nothing is there, or an empty folder."""
    if not os.path.lexists(folder):
        return True
    return folder.is_dir() and not folder.is_symlink() and next(folder.iterdir(), None) is None


def is_part(name: str) -> bool:
    """Whether a file of a dataset may be called so: it never leads out of the folder."""
    path = PurePosixPath(name)
    return (
        name == path.as_posix()
        and name.isprintable()
        and "\\" not in name
        and not path.is_absolute()
        and not any(part.startswith(".") for part in path.parts)
        and (len(path.parts) == 1 or path.parts[0] in FOLDERS)
    )


def _make_durable(path: Path) -> None:
    """Make what a file or a folder holds outlive a crash."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
