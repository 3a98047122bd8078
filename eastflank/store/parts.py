"""A dataset as its files, for copies, databases and backups, byte for byte."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from eastflank.model import OPTIONAL, TABLES, Finding
from eastflank.store import SEEDS, exchange, files, folder, schema
from eastflank.store.broken import BrokenData
from eastflank.store.folder import ARTICLES, BASE_MAP, THEATRE, Folder
from eastflank.store.stamp import stamp_of
from eastflank.words.chosen import findings_in_folders as words

FOLDERS = (ARTICLES, BASE_MAP)
"""The folders that a dataset may have; other folders in it are not part of it."""
_OWN = frozenset({schema.FILE, THEATRE, *(f"{table}.csv" for table in (*TABLES, *OPTIONAL))})
"""The names of a dataset's files beside these folders. Others may lie there too, such as an export."""
_TRIES = 3
"""How often a dataset is read again because a file changed meanwhile."""


def packed(place: Folder) -> Mapping[str, bytes]:
    """The content of every file of the dataset, by its name in the folder, such as `seeds/a.txt`.

    These are the files of the folder itself, its articles and its base map. Hidden files are not included.
    All are of one state of the record. Raises BrokenData with each that cannot be read.
    """
    for _ in range(_TRIES):
        exchange.settle(place.root)
        before = stamp_of(place)
        found = _read(place)
        if stamp_of(place) == before and not exchange.interrupted(place.root):
            return found
    problem, remedy = words.CHANGE_AGAIN_AND_AGAIN, words.WAIT_AND_TRY
    raise BrokenData([Finding(place.root.name, "", "", problem, remedy)])


def _read(place: Folder) -> Mapping[str, bytes]:
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


def unpack(parts: Mapping[str, bytes], root: Path, *, lasting: bool = True) -> None:
    """Write the files of a dataset into a new or an empty folder: all, or none.

    `lasting`: the files survive a crash of the machine. Raises BrokenData if a name leads elsewhere or if the
    folder is not empty, OSError if the disk cannot be written.
    """
    objections = [Finding(name, "", "", *words.NO_PART) for name in parts if not is_part(name)]
    if schema.FILE not in parts:
        objections.append(Finding(schema.FILE, "", "", *words.PART_MISSING))
    if not is_free(root):
        objections.append(Finding(root.name, "", "", *words.is_not_free(str(root))))
    if objections:
        raise BrokenData(objections)
    root.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{root.name}.", dir=root.parent))
    try:
        for name, content in parts.items():
            path = beside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        beside.chmod(stat.S_IMODE(root.stat().st_mode) if root.exists() else 0o755)
        for path in (beside, *beside.rglob("*")) if lasting else ():
            _make_durable(path)
        beside.replace(root)
        if lasting:
            _make_durable(root.parent)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


@contextmanager
def unpacked(parts: Mapping[str, bytes]) -> Iterator[Folder]:
    """A dataset's files as a temporary folder, only for reading."""
    with tempfile.TemporaryDirectory(prefix="eastflank-") as holder:
        root = Path(holder) / "record"
        unpack(parts, root, lasting=False)
        (root / exchange.COPY).touch()
        yield folder.of(root)


def is_free(root: Path) -> bool:
    """Whether a dataset may be written there: nothing exists there, or an empty folder."""
    if not os.path.lexists(root):
        return True
    return root.is_dir() and not root.is_symlink() and next(root.iterdir(), None) is None


def is_part(name: str) -> bool:
    """Whether it is a valid name of a dataset's file, which cannot lead out of the folder."""
    path = PurePosixPath(name)
    return (
        name == path.as_posix()
        and name.isprintable()
        and "\\" not in name
        and not path.is_absolute()
        and not any(part.startswith(".") for part in path.parts)
        and (len(path.parts) == 1 or path.parts[0] in FOLDERS)
    )


def is_of_a_dataset(path: Path) -> bool:
    """Whether the name, or the file that it leads to, is that of a dataset's own file: there, or not yet."""
    return any(_is_of_a_dataset(one) for one in (Path(os.path.abspath(path)), path.resolve()))  # noqa: PTH100


def _is_of_a_dataset(path: Path) -> bool:
    if (path.parent / schema.FILE).is_file():
        return path.name in _OWN or path.name.startswith(".") or path.suffix == ".jsonl"
    return any(
        holder == SEEDS or (holder.name in FOLDERS and (holder.parent / schema.FILE).is_file())
        for holder in path.parents
    )


def _make_durable(path: Path) -> None:
    """Make the content of a file or a folder survive a crash."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
