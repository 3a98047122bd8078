"""The datasets that a reader can choose: the usual one, and those of a folder that users fill.

A dataset is a folder with `datapackage.json`. Its folder's name is its name in links.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from anyascii import anyascii

from eastflank.model import Finding
from eastflank.store import files, folder, schema
from eastflank.store.broken import BrokenData
from eastflank.store.folder import Folder

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
    problem = f"The usual dataset is called “{one.name}”, too."
    remedy = f"Rename the folder {one.path}."
    return Listed(one.name, one.title, one.path, (Finding(one.path.name, "", "", problem, remedy),))


@functools.lru_cache(maxsize=256)
def _title(path: Path, _changed: int, _size: int) -> str:
    return title(path)


def title(data: Path) -> str:
    """What `datapackage.json` calls the dataset, up to a colon, in at most forty characters.

    Raises BrokenData where the file is no JSON.
    """
    try:
        said = json.loads(files.text(files.content(data / schema.FILE), schema.FILE))
    except (ValueError, RecursionError) as error:
        problem = f"This is not JSON: {str(error)[:100]}."
        raise BrokenData([Finding(schema.FILE, "", "", problem, "Correct it there.")]) from error
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
