"""The files of a dataset for download and upload: a ZIP file or a folder.

Uploaded files are not trusted. Before unpacking, the number of files, their stated sizes and their paths are
checked; while unpacking, the stated sizes are checked again. No name in it becomes a path: each file goes to
the dataset's own path for that name, or is left out.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from eastflank.model import TABLES
from eastflank.store import files, optional_tables, schema
from eastflank.store.folder import ARTICLES, BASE_MAP, THEATRE, Folder
from eastflank.store.ground import CREDIT, NAMES
from eastflank.words.chosen import datasets as words

MOST_BYTES = 200 * 1024 * 1024
"""The most bytes of all files together, unpacked."""
LARGEST_ZIP = 100 * 1024 * 1024
MOST_FILES = 2_000
_BLOCK = 1024 * 1024
_ARTICLE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]{0,199}")
_TABLE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}\.csv")
_BASE_MAP_FILES = {CREDIT, *(f"{name}.json" for name in NAMES)}
_STARTS = (1980, 1, 1, 0, 0, 0)
"""The earliest day that a ZIP file can have: so the same dataset always gives the same bytes."""


class NotOpened(Exception):  # noqa: N818 - it says what cannot be done
    """Why a ZIP file or a folder is not opened, in sentences for the person who uploaded it."""


@dataclass(frozen=True, slots=True)
class Package:
    """The files of an uploaded dataset."""

    files: Mapping[str, bytes]
    """By their path in a dataset's folder: `claims.csv`, `seeds/ap.txt`."""
    left_out: tuple[str, ...]
    """The names of files that do not belong in a dataset."""


def unpacked(content: bytes) -> Package:
    """The files in a ZIP file. Raises NotOpened if it is not one, or is not safe to unpack."""
    if len(content) > LARGEST_ZIP:
        raise NotOpened(words.zip_too_large(LARGEST_ZIP))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _check(entries)
            found, total = {}, 0
            for entry in entries:
                if entry.is_dir():
                    continue
                found[entry.filename] = _content(archive, entry, MOST_BYTES - total)
                total += len(found[entry.filename])
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError) as error:
        raise NotOpened(words.NO_ZIP) from error
    except RuntimeError as error:  # `zipfile`'s message about a password
        raise NotOpened(words.ENCRYPTED) from error
    return arranged(found)


def check_extent(sizes: Sequence[int]) -> None:
    """Raise NotOpened if there are too many files, or if they are too large; `sizes` are in bytes."""
    if len(sizes) > MOST_FILES:
        raise NotOpened(words.too_many_files(len(sizes), MOST_FILES))
    if sum(sizes) > MOST_BYTES:
        raise NotOpened(words.unpacks_too_large(MOST_BYTES))


def _check(entries: list[zipfile.ZipInfo]) -> None:
    """Raise NotOpened for problems that the list of contents shows."""
    check_extent([entry.file_size for entry in entries])
    if any(entry.flag_bits & 1 for entry in entries):
        raise NotOpened(words.ENCRYPTED)
    for entry in entries:
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise NotOpened(words.is_a_link(entry.filename))
    names = [entry.filename for entry in entries]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise NotOpened(words.is_there_twice(twice))


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """The content of an entry, limited in size whatever size it states."""
    parts, total = [], 0
    with archive.open(entry) as stream:
        while part := stream.read(_BLOCK):
            total += len(part)
            if total > most or total > entry.file_size:
                raise NotOpened(words.unpacks_too_large(MOST_BYTES))
            parts.append(part)
    return b"".join(parts)


def arranged(found: Mapping[str, bytes]) -> Package:
    """Files, given by their uploaded names, at their paths in a dataset.

    They may all be in one folder, or in a folder inside it. Raises NotOpened if there is no description of a
    dataset among them, if a name leads out of the folder, or if there is too much.
    """
    check_extent([*map(len, found.values())])
    paths = {name: _path(name) for name in found}
    tops = sorted(
        (path.parent for path in paths.values() if path.name == schema.FILE),
        key=lambda parent: (len(parent.parts), parent),
    )
    if not tops:
        raise NotOpened(words.NO_DESCRIPTION)
    if len(tops) > 1 and len(tops[0].parts) == len(tops[1].parts):
        raise NotOpened(words.SEVERAL_DATASETS)
    placed: dict[str, bytes] = {}
    left_out = []
    for name, path in paths.items():
        place = _place(path.relative_to(tops[0])) if path.is_relative_to(tops[0]) else None
        if place is None:
            left_out.append(name)
        elif place in placed:
            raise NotOpened(words.is_there_twice(place))
        else:
            placed[place] = found[name]
    return Package(placed, tuple(left_out))


def _path(name: str) -> PurePosixPath:
    path = PurePosixPath(name)
    outside = path.is_absolute() or ".." in path.parts or "\\" in name or "\0" in name or ":" in name
    if outside or not path.parts:
        raise NotOpened(words.leads_out(name))
    return path


def _place(path: PurePosixPath) -> str | None:
    """The path of a file in a dataset's folder; None if it does not belong there."""
    match path.parts:
        case [name] if name in (schema.FILE, THEATRE) or _TABLE.fullmatch(name):
            return name
        case [folder, name] if folder == BASE_MAP and name in _BASE_MAP_FILES:
            return f"{BASE_MAP}/{name}"
        case [folder, name] if folder == ARTICLES and _ARTICLE.fullmatch(name):
            return f"{ARTICLES}/{name}"
    return None


def of_folder(place: Folder, *, without_rows: Iterable[str] = ()) -> dict[str, bytes]:
    """The files of a dataset by their paths; of some tables only the header line.

    Raises BrokenData if one of them cannot be read.
    """
    tables = schema.read(place.root)
    found = {schema.FILE: files.content(place.root / schema.FILE)}
    for name in TABLES:
        content = files.content(place.root / tables[name].file)
        found[tables[name].file] = content.partition(b"\n")[0] + b"\n" if name in without_rows else content
    if not without_rows:  # a new dataset has none of them
        for name, content in optional_tables.contents(place.root).items():
            found[optional_tables.described()[name].file] = content
    if place.own[THEATRE]:
        found[THEATRE] = files.content(place.theatre)
    if place.own[BASE_MAP]:
        for name in sorted(_BASE_MAP_FILES):
            found[f"{BASE_MAP}/{name}"] = files.content(place.ground / BASE_MAP / name)
    return found


def articles_of(place: Folder, named: Iterable[str]) -> dict[str, bytes]:
    """The held articles with those names, by their paths. Raises BrokenData if one cannot be read."""
    return {f"{ARTICLES}/{name}": files.content(place.seeds / name) for name in named}


def packed(found: Mapping[str, bytes]) -> bytes:
    """The files as a ZIP file, the same bytes each time."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        folder = zipfile.ZipInfo(f"{ARTICLES}/", _STARTS)
        folder.external_attr = (stat.S_IFDIR | 0o755) << 16
        archive.writestr(folder, b"")
        for name, held in sorted(found.items()):
            entry = zipfile.ZipInfo(name, _STARTS)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, held)
    return content.getvalue()
