"""Replaces several files of a folder atomically: after a crash at any moment all are old, or all are new.

Each new file is written beside the old one and made durable. Then a journal is written that names them with
their checksums: from that moment on the change is valid. Then each new file is renamed to the old one's name,
and the journal is removed. If there is a journal, a valid change was interrupted: `settle` completes it. If
there is none, new files beside the tables never became valid: `settle` removes them.

Files can be added and removed in the same way: the content is None if there is no file. A file of another
folder, such as an article, is named relative to the folder of the tables: `seeds/report.txt`.
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
"""The suffix of a new file's name, after a full stop and the name of the file that it replaces."""
COPY = ".copy-of-a-database"
"""A file with this name marks the folder as a copy that must not be changed."""


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Lock the folder for changes; an interrupted change is settled first. Other writers wait.

    The lock is on the folder itself, so no lock file is left over, and it ends with the process. Raises
    BrokenData like `settle`, and OSError if the folder cannot be opened.
    """
    if os.path.lexists(folder / COPY):
        raise BrokenData([Finding(folder.name, "", "", *words.IS_A_COPY)])
    with _locked(folder):
        _settled(folder)
        yield


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def replace_beside(folder: Path, name: str, text: str) -> None:
    """Replace a file that lies beside the record and is no part of it, such as `undo.jsonl`.

    Not within `writing`: it waits for the lock, because who has it removes new files that are left over.
    Raises OSError if the file cannot be written.
    """
    with _locked(folder):
        _write(folder / _beside(name), text.encode(), 0o644)
        (folder / _beside(name)).replace(folder / name)


def interrupted(folder: Path) -> bool:
    """Whether a valid change of the folder is not complete: somebody is completing it, or must."""
    return os.path.lexists(folder / JOURNAL)


def settle(folder: Path) -> None:
    """Complete an interrupted change, if there is one.

    Raises BrokenData if the files are neither as before nor as after that change, or cannot be changed.
    """
    if interrupted(folder):
        with writing(folder):
            pass


def exchange_files(folder: Path, files: Mapping[str, tuple[bytes | None, bytes | None]]) -> None:
    """Replace files, given by name with old and new content. Only within `writing`.

    None: the file is not there, or will be removed. Raises BrokenData if a file does not have its old
    content: then nothing is changed. Raises OSError if a file cannot be written: if `interrupted` is then
    false, nothing is changed; otherwise `settle` completes the change.
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
    """Complete the change in the journal, if there is one; then remove leftover new files."""
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
    # A new file is lost, so none was renamed: all files are the old ones, and stay.
    (folder / JOURNAL).unlink()
    _make_durable(folder)


def _clear(folder: Path) -> None:
    """Remove new files that never replaced old ones."""
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
    """Make the names of files durable, as `os.fsync` does for their content."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _checksum(content: bytes | None) -> str:
    """The checksum of a file's content; empty if there is no file."""
    return "" if content is None else hashlib.sha256(content).hexdigest()


def _checksum_of(path: Path) -> str:
    """The checksum of a file; empty if there is no file."""
    try:
        return _checksum(path.read_bytes())
    except FileNotFoundError:
        return ""
