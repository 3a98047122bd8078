"""The datasets that a reader can choose: the default one, and those in the users' folder.

A dataset is a folder with `datapackage.json`. Its folder's name is its name in links. A new one is written to
a temporary folder, and moved into its place only if it can be read: it is there completely or not at all.
"""

from __future__ import annotations

import functools
import itertools
import json
import os
import re
import secrets
import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from anyascii import anyascii

from eastflank.model import TABLES, Finding
from eastflank.store import files, folder, originals, package_files, schema, tables
from eastflank.store.broken import BrokenData
from eastflank.store.folder import Folder
from eastflank.store.package_files import NotOpened, Package
from eastflank.words.chosen import datasets as words
from eastflank.words.chosen import findings_in_files

VARIABLE = "EASTFLANK_DATASETS"
SHIPPED = "shipped"
"""The name of the dataset that comes with Eastflank."""
LONGEST_NAME = 40
_LONGEST_TITLE = 40
_NAME = re.compile(rf"[a-z0-9][a-z0-9-]{{0,{LONGEST_NAME - 1}}}")


@dataclass(frozen=True, slots=True)
class Listed:
    """A dataset that can be chosen."""

    name: str
    """Its name in links: small letters, digits and hyphens."""
    title: str
    """Its title for readers, in a few words."""
    path: Path
    wrong: tuple[Finding, ...] = ()
    """Why it cannot be shown, as far as its description shows this; its tables are read when it is chosen."""


def folder_of_users(environment: Mapping[str, str]) -> Path:
    """The folder of the users' datasets: the one in `EASTFLANK_DATASETS`, or the system's default place."""
    named = environment.get(VARIABLE, "").strip()
    return Path(named) if named else platformdirs.user_data_path("eastflank") / "datasets"


def slug(text: str) -> str:
    """A name made from a text: small Latin letters, digits and hyphens; empty if the text has none."""
    return re.sub("[^a-z0-9]+", "-", anyascii(text[:1000]).casefold()).strip("-")[:LONGEST_NAME].strip("-")


def listed(environment: Mapping[str, str]) -> tuple[Listed, ...]:
    """Every dataset that can be chosen: the default one first, then the users' by name.

    The default is the one in `EASTFLANK_DATA`, otherwise the shipped one. Raises BrokenData if
    `EASTFLANK_DATA` is not a dataset.
    """
    usual = folder.located(None, environment)
    first = _listed(_name_of(usual), usual.root)
    found = [first]
    for path in _folders(folder_of_users(environment)):
        if path.resolve() == usual.root.resolve():
            continue
        one = _listed(path.name, path)
        found.append(_shadowed(one) if one.name == first.name else one)
    return tuple(found)


def _name_of(usual: Folder) -> str:
    return SHIPPED if usual.shipped else slug(usual.root.resolve().name) or "usual"


def _folders(parent: Path) -> list[Path]:
    """The folders that hold a dataset, by name. Symbolic links are ignored: they may lead anywhere."""
    try:
        inside = sorted(parent.iterdir())
    except OSError:  # not there yet, or not for this user: then there are none
        return []
    return [
        path
        for path in inside
        if _NAME.fullmatch(path.name) and not path.is_symlink() and (path / schema.FILE).is_file()
    ]


def _listed(name: str, path: Path) -> Listed:
    try:
        found = (path / schema.FILE).stat()
        return Listed(name, _title(path, found.st_mtime_ns, found.st_size), path)
    except (OSError, BrokenData) as error:
        findings = error.findings if isinstance(error, BrokenData) else ()
        return Listed(name, name, path, findings or (Finding(schema.FILE, "", "", f"{error}.", ""),))


def _shadowed(one: Listed) -> Listed:
    told = findings_in_files.other_name(one.name, str(one.path))
    return Listed(one.name, one.title, one.path, (Finding(one.path.name, "", "", *told),))


@functools.lru_cache(maxsize=256)
def _title(path: Path, _changed: int, _size: int) -> str:
    return title_of(path)


def title_of(data: Path) -> str:
    """The dataset's title in `datapackage.json`, up to a colon, in at most forty characters.

    Raises BrokenData if the file is not JSON.
    """
    try:
        said = json.loads(files.without_mark(files.content(data / schema.FILE), schema.FILE))
    except (ValueError, RecursionError) as error:
        problem, remedy = findings_in_files.no_json(str(error)[:100]), findings_in_files.CORRECT_IT_THERE
        raise BrokenData([Finding(schema.FILE, "", "", problem, remedy)]) from error
    found = said.get("title") if isinstance(said, dict) else None
    short = " ".join(str(found or "").split(":")[0].split())
    printed = "".join(letter for letter in short if letter.isprintable())
    if len(printed) > _LONGEST_TITLE:
        printed = f"{printed[: _LONGEST_TITLE - 1].rstrip()}…"
    return printed or data.name


def catalogue(found: tuple[Listed, ...]) -> Mapping[str, str]:
    """The titles by name, in the same order. If two titles are equal, both get their names added."""
    titles = [one.title for one in found if not _is_shadowed(one, found)]
    return {
        one.name: one.title if titles.count(one.title) == 1 else f"{one.title} ({one.name})"
        for one in found
        if not _is_shadowed(one, found)
    }


def _is_shadowed(one: Listed, found: tuple[Listed, ...]) -> bool:
    return one is not found[0] and one.name == found[0].name


# --- making, taking away, bringing back ---------------------------------------------------------------

_BIN = ".bin"
"""The folder for removed datasets, so that they can be restored."""
_FILLED_IN_AN_EMPTY_ONE = ("nations",)
"""Tables whose rows an empty dataset keeps: a claim can only name countries that exist."""
_OF_THE_RECORD_ALONE = ("coverage", "description", "licenses", "version")
"""Parts of a description that are about its own record, and that an empty dataset does not copy."""


def empty(like: Folder, title: str) -> Mapping[str, bytes]:
    """The files of a dataset without claims, by their paths, with schema and countries of another one.

    Raises BrokenData if the other one cannot be read.
    """
    rows = [table for table in TABLES if table not in _FILLED_IN_AN_EMPTY_ONE]
    return _called(package_files.of_folder(like, without_rows=rows), title, empty=True)


def create_empty(parent: Path, title: str, like: Folder, reserved: Collection[str] = ()) -> str:
    """Make a dataset without claims in the folder `parent`, with schema and countries of another one.

    Returns its name, made from the title, which is neither used nor `reserved`. Raises NotOpened if the title
    gives no name or the disk cannot be written, BrokenData if the other one cannot be read. Then nothing is
    made.
    """
    return _placed(parent, title, empty(like, title), reserved)


def copy_of(parent: Path, original: Folder, title: str, reserved: Collection[str] = ()) -> str:
    """Copy a dataset into the folder `parent`, as `title`. Returns its name. Raises like `create_empty`."""
    return _placed(parent, title, _called(contents(original), title), reserved)


def open_package(parent: Path, package: Package, title: str = "", reserved: Collection[str] = ()) -> str:
    """Make a dataset from uploaded files in the folder `parent`. Returns its name.

    It keeps its own title if `title` is empty. Raises like `create_empty`, and BrokenData with all that is
    wrong if the files are not a dataset that can be shown.
    """
    found = _called(package.files, title) if title else package.files
    return _placed(parent, title, found, reserved)


def contents(place: Folder) -> dict[str, bytes]:
    """The files of a dataset by their paths, with its articles. Raises BrokenData like `tables.read`."""
    dataset = tables.read(place.root)
    held = {
        name for row in dataset.sources_by_id.values() for name in originals.files_of(row.file, row.original)
    }
    return {**package_files.of_folder(place), **package_files.articles_of(place, sorted(held))}


def remove(parent: Path, name: str) -> str:
    """Remove a dataset from the folder; `bring_back` finds it again by the returned value.

    Raises NotOpened if it is not there, or if the disk cannot be written.
    """
    if not _NAME.fullmatch(name) or not (parent / name).is_dir():
        raise NotOpened(words.gone(name))
    removed = f"{name}.{secrets.token_hex(4)}"
    try:
        (parent / _BIN).mkdir(exist_ok=True)
        (parent / name).rename(parent / _BIN / removed)
    except OSError as error:
        raise NotOpened(words.not_written(error.strerror or str(error))) from error
    return removed


def bring_back(parent: Path, removed: str, reserved: Collection[str] = ()) -> str:
    """Restore what `remove` removed. Returns its name, a new one if the old one is used by now.

    Raises NotOpened if it is not there any more, or if the disk cannot be written.
    """
    name = removed.partition(".")[0]
    kept = parent / _BIN / removed
    if not _REMOVED.fullmatch(removed) or not kept.is_dir():
        raise NotOpened(words.gone(name))
    return _renamed(kept, parent, name, reserved)


_REMOVED = re.compile(rf"{_NAME.pattern}\.[0-9a-f]{{8}}")


def _called(found: Mapping[str, bytes], title: str, *, empty: bool = False) -> Mapping[str, bytes]:
    """The files with another title in the description; for an empty dataset, without its coverage."""
    try:
        said = json.loads(files.text(found[schema.FILE], schema.FILE))
        said["title"], said["name"] = " ".join(title.split()), slug(title)
    except (ValueError, TypeError, RecursionError) as error:
        told = findings_in_files.no_description(str(error)[:100])
        raise BrokenData([Finding(schema.FILE, "", "", *told)]) from error
    if empty:
        for name in _OF_THE_RECORD_ALONE:
            said.pop(name, None)
    return {**found, schema.FILE: json.dumps(said, ensure_ascii=False, indent=2).encode() + b"\n"}


def _placed(parent: Path, title: str, found: Mapping[str, bytes], reserved: Collection[str]) -> str:
    """Write the files to a temporary folder, read them as a dataset, and only then move it into place."""
    beside = parent / f".{secrets.token_hex(8)}.new"
    try:
        (beside / folder.ARTICLES).mkdir(parents=True)
        for place, content in found.items():
            path = beside / place
            path.parent.mkdir(exist_ok=True)
            with path.open("xb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
        tables.read(beside)
        name = slug(title or title_of(beside))
        if not name:
            raise NotOpened(words.no_name(title))
        return _renamed(beside, parent, name, reserved)
    except OSError as error:
        raise NotOpened(words.not_written(error.strerror or str(error))) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)  # nothing is left if it was moved


def _renamed(path: Path, parent: Path, name: str, reserved: Collection[str]) -> str:
    """Move a folder into place under a name, or that name with a number if it is used."""
    taken = {SHIPPED, *reserved}
    for number in itertools.count(1):
        end = f"-{number}" if number > 1 else ""
        free = f"{name[: LONGEST_NAME - len(end)].rstrip('-')}{end}"
        if free in taken or (parent / free).exists():
            continue
        try:
            path.rename(parent / free)
        except OSError as error:
            if (parent / free).exists():  # another process just used the name
                continue
            raise NotOpened(words.not_written(error.strerror or str(error))) from error
        _make_durable(parent)
        return free
    raise AssertionError  # cannot happen: there is always another number


def _make_durable(parent: Path) -> None:
    handle = os.open(parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
