"""The datasets that a reader can choose: the usual one, and those of a folder that users fill.

A dataset is a folder with `datapackage.json`. Its folder's name is its name in links. A new one is written
beside the others and takes its place only when it can be read: all of it is there, or nothing.
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
    """What a link calls it: small letters, digits and hyphens."""
    title: str
    """What a reader calls it, in a few words."""
    path: Path
    wrong: tuple[Finding, ...] = ()
    """Why it cannot be shown, as far as its description tells; its tables are read when it is chosen."""


def folder_of_users(environment: Mapping[str, str]) -> Path:
    """The folder of the users' datasets: what `EASTFLANK_DATASETS` names, or a place of the system's own."""
    named = environment.get(VARIABLE, "").strip()
    return Path(named) if named else platformdirs.user_data_path("eastflank") / "datasets"


def slug(text: str) -> str:
    """A name made of a text: small letters of the Latin alphabet, digits and hyphens; empty where none is."""
    return re.sub("[^a-z0-9]+", "-", anyascii(text[:1000]).casefold()).strip("-")[:LONGEST_NAME].strip("-")


def listed(environment: Mapping[str, str]) -> tuple[Listed, ...]:
    """Every dataset that can be chosen: the usual one first, then the users' by name.

    The usual one is what `EASTFLANK_DATA` names, or else the shipped one. Raises BrokenData where
    `EASTFLANK_DATA` names no dataset.
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
    """The folders that hold a dataset, by name. A link is none: it may lead anywhere."""
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
    """What `datapackage.json` calls the dataset, up to a colon, in at most forty characters.

    Raises BrokenData where the file is no JSON.
    """
    try:
        said = json.loads(files.text(files.content(data / schema.FILE), schema.FILE))
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
    """The titles by name, in the same order. Of two with one title, each bears its name."""
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
"""In the folder of users' datasets: what was removed, so that it can be brought back."""
_FILLED_IN_AN_EMPTY_ONE = ("nations",)
"""Tables of which an empty dataset has the rows: a claim cannot name a country that is not there."""
_OF_THE_RECORD_ALONE = ("coverage", "description", "licenses", "version")
"""What a description says of its own record, and an empty dataset does not take over."""


def empty(like: Folder, title: str) -> Mapping[str, bytes]:
    """The files of a dataset without claims, by their places, with schema and countries of another.

    Raises BrokenData where the other one cannot be read.
    """
    rows = [table for table in TABLES if table not in _FILLED_IN_AN_EMPTY_ONE]
    return _called(package_files.of_folder(like, without_rows=rows), title, empty=True)


def create_empty(parent: Path, title: str, like: Folder, reserved: Collection[str] = ()) -> str:
    """A dataset without claims in the folder `parent`, with schema and countries of another; its name.

    Its name is made of the title, and is none that is there or `reserved`. Raises NotOpened where the title
    makes no name or the disc refuses, BrokenData where the other one cannot be read. Then nothing is there.
    """
    return _placed(parent, title, empty(like, title), reserved)


def copy_of(parent: Path, original: Folder, title: str, reserved: Collection[str] = ()) -> str:
    """A copy of a dataset in the folder `parent`, called `title`; its name. Raises as `create_empty`."""
    return _placed(parent, title, _called(contents(original), title), reserved)


def open_package(parent: Path, package: Package, title: str = "", reserved: Collection[str] = ()) -> str:
    """The dataset in files that were brought in, in the folder `parent`; its name.

    It keeps its own title where `title` is empty. Raises as `create_empty`, and BrokenData with all that is
    wrong where the files make no dataset that can be shown.
    """
    found = _called(package.files, title) if title else package.files
    return _placed(parent, title, found, reserved)


def contents(place: Folder) -> dict[str, bytes]:
    """The files of a dataset by their places, with its articles. Raises BrokenData as `tables.read`."""
    dataset = tables.read(place.root)
    held = {
        name for row in dataset.sources_by_id.values() for name in originals.files_of(row.file, row.original)
    }
    return {**package_files.of_folder(place), **package_files.articles_of(place, sorted(held))}


def remove(parent: Path, name: str) -> str:
    """Take a dataset out of the folder; by what is returned, `bring_back` finds it again.

    Raises NotOpened where it is not there, or the disc refuses.
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
    """Bring back what `remove` took away; its name, which is another where that one is taken by now.

    Raises NotOpened where it is not there any more, or the disc refuses.
    """
    name = removed.partition(".")[0]
    kept = parent / _BIN / removed
    if not _REMOVED.fullmatch(removed) or not kept.is_dir():
        raise NotOpened(words.gone(name))
    return _renamed(kept, parent, name, reserved)


_REMOVED = re.compile(rf"{_NAME.pattern}\.[0-9a-f]{{8}}")


def _called(found: Mapping[str, bytes], title: str, *, empty: bool = False) -> Mapping[str, bytes]:
    """The files with another title in the description; an empty one's says nothing of what it covers."""
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
    """Write the files beside the datasets, read them as one, and only then let it take its place."""
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
        shutil.rmtree(beside, ignore_errors=True)  # nothing is left of what took its place


def _renamed(path: Path, parent: Path, name: str, reserved: Collection[str]) -> str:
    """Let a folder take its place under a name, or that name with a number where it is taken."""
    taken = {SHIPPED, *reserved}
    for number in itertools.count(1):
        end = f"-{number}" if number > 1 else ""
        free = f"{name[: LONGEST_NAME - len(end)].rstrip('-')}{end}"
        if free in taken or (parent / free).exists():
            continue
        try:
            path.rename(parent / free)
        except OSError as error:
            if (parent / free).exists():  # somebody else took the name just now
                continue
            raise NotOpened(words.not_written(error.strerror or str(error))) from error
        _make_durable(parent)
        return free
    raise AssertionError  # there is always another number


def _make_durable(parent: Path) -> None:
    handle = os.open(parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
