"""Several files of a folder exchanged as one: after a crash at any moment all are old ones, or all new ones.

Each new file is written beside the old one and made durable. Then a journal is written that names them with
their checksums: from that moment on the change has happened. Then each new file takes the old one's name, and
the journal goes. If the journal is there, a change was interrupted after it had happened: `settle` completes
it. If it is not, what lies beside the tables never happened: `settle` removes it.

A file may come or go in the same way: its content is None where it is not there. A file of another folder,
such as an article, is named from the folder of the tables: `seeds/report.txt`.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from eastflank.model import Finding
from eastflank.store import folder as places
from eastflank.store.broken import BrokenData
from eastflank.words.chosen import findings_in_folders as words

JOURNAL = ".applying.json"
_BESIDE = ".applying"
"""What a new file's name ends with, after a full stop and the name of the file that it replaces."""
COPY = ".copy-of-a-database"
"""A file of this name says that the folder is a copy, in which nothing may be changed."""


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Be the only one who changes the folder; an interrupted change is settled first.

    Others wait. The lock is on the folder itself, so that no file is left over, and goes with the process.
    Raises BrokenData as `settle` does, and OSError where the folder cannot be opened.
    """
    if os.path.lexists(folder / COPY):
        raise BrokenData([Finding(folder.name, "", "", *words.IS_A_COPY)])
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        _settled(folder)
        yield
    finally:
        os.close(handle)


def interrupted(folder: Path) -> bool:
    """Whether a change of the folder has happened and is not completed: somebody does so now, or must."""
    return os.path.lexists(folder / JOURNAL)


def settle(folder: Path) -> None:
    """Complete an interrupted change; nothing where there is none.

    Raises BrokenData where the files are neither as before that change nor as after it, or cannot be changed.
    """
    if interrupted(folder):
        with writing(folder):
            pass


def exchange_files(folder: Path, files: Mapping[str, tuple[bytes | None, bytes | None]]) -> None:
    """Exchange files by name, each with what it holds and what it shall hold. Only within `writing`.

    None: the file is not there, or shall not be.

    Raises BrokenData where a file no longer holds what it should: nothing is changed then. Raises OSError
    where a file cannot be written: nothing is changed where `interrupted` is then false, and else `settle`
    completes it.
    """
    listed = []
    with ExitStack() as undone:
        undone.callback(_clear, folder)
        for name, (old, new) in files.items():
            _check_unchanged(folder / name, old)
            if new is not None:
                mode = 0o644 if old is None else (folder / name).stat().st_mode
                _write(folder / _beside(name), new, mode)
            listed.append({"name": name, "old": _checksum(old), "new": _checksum(new)})
            _make_durable((folder / name).parent)
        _write(folder / f"{JOURNAL}{_BESIDE}", json.dumps({"files": listed}, indent=1).encode(), 0o644)
        _make_durable(folder)
        undone.pop_all()
    (folder / f"{JOURNAL}{_BESIDE}").replace(folder / JOURNAL)
    _make_durable(folder)
    _settled(folder)


def _settled(folder: Path) -> None:
    """Complete what the journal says, if there is one; then remove what lies beside the tables."""
    try:
        if interrupted(folder):
            _complete(folder)
        _clear(folder)
    except PermissionError as error:
        raise BrokenData([Finding(JOURNAL, "", "", *words.MAY_NOT_COMPLETE)]) from error


def _complete(folder: Path) -> None:
    try:
        listed = [
            (str(each["name"]), str(each["old"]), str(each["new"]))
            for each in json.loads((folder / JOURNAL).read_bytes())["files"]
        ]
    except (ValueError, KeyError, TypeError) as error:
        raise BrokenData([Finding(JOURNAL, "", "", *words.NO_JOURNAL)]) from error
    lost = [
        name
        for name, _, new in listed
        if new not in {_checksum_of(folder / name), _checksum_of(folder / _beside(name))}
    ]
    if not lost:
        for name, _, new in listed:
            if _checksum_of(folder / name) == new:
                continue
            if new:
                (folder / _beside(name)).replace(folder / name)
            else:
                (folder / name).unlink()
            _make_durable((folder / name).parent)
        _make_durable(folder)
    elif any(_checksum_of(folder / name) != old for name, old, _ in listed):
        raise BrokenData(Finding(name, "", "", *words.NEITHER_BEFORE_NOR_AFTER) for name in lost)
    # What is lost was never exchanged: all files are the old ones, and stay.
    (folder / JOURNAL).unlink()
    _make_durable(folder)


def _clear(folder: Path) -> None:
    """Remove new files that never took the place of old ones."""
    place = places.of(folder)
    rooms = [folder, place.seeds] if place.own[places.ARTICLES] else [folder]
    for stray in (stray for room in rooms for stray in room.glob(f".*{_BESIDE}")):
        with suppress(FileNotFoundError):
            stray.unlink()


def _check_unchanged(path: Path, content: bytes | None) -> None:
    if content is None:
        if os.path.lexists(path):
            raise BrokenData([Finding(path.name, "", "", *words.THERE_ALREADY)])
    elif path.read_bytes() != content:
        raise BrokenData([Finding(path.name, "", "", *words.CHANGED_MEANWHILE)])


def _beside(name: str) -> str:
    return str(Path(name).with_name(f".{Path(name).name}{_BESIDE}"))


def _write(path: Path, content: bytes, mode: int) -> None:
    with path.open("wb") as stream:
        os.fchmod(stream.fileno(), mode & 0o777)
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _make_durable(folder: Path) -> None:
    """Make names of files durable, as `os.fsync` makes what they hold."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _checksum(content: bytes | None) -> str:
    """The checksum of what a file holds; empty where there is none."""
    return "" if content is None else hashlib.sha256(content).hexdigest()


def _checksum_of(path: Path) -> str:
    """The checksum of a file; empty where there is none."""
    try:
        return _checksum(path.read_bytes())
    except FileNotFoundError:
        return ""
