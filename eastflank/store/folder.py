"""Where a dataset is: the requested folder, and the origin of each of its parts."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from eastflank.model import Finding
from eastflank.store import DATA, SEEDS, schema
from eastflank.store.broken import BrokenData
from eastflank.words.chosen import findings_in_folders as words

VARIABLE = "EASTFLANK_DATA"
DATABASE = "EASTFLANK_DATABASE"
OPTION = "--data"
ARTICLES, BASE_MAP, THEATRE = "seeds", "basemap", "theatre.toml"


@dataclass(frozen=True, slots=True)
class Folder:
    """A dataset's folder. Parts that it does not have are taken from the shipped dataset."""

    root: Path
    """Where the tables and `datapackage.json` are."""
    seeds: Path
    """The folder of the articles."""
    ground: Path
    """The folder that contains `basemap/`."""
    theatre: Path
    """The file of the theatre settings."""
    database: str = ""
    """The address of the database if the folder is a copy of one; empty: the folder is the dataset."""

    @property
    def shipped(self) -> bool:
        """Whether it is the dataset that comes with the project."""
        return self.root.resolve() == DATA

    @property
    def own(self) -> Mapping[str, bool]:
        """For the articles, the base map and the theatre settings: whether the folder has its own."""
        return {
            ARTICLES: self.seeds != SEEDS or self.shipped,
            BASE_MAP: self.ground != DATA or self.shipped,
            THEATRE: self.theatre.parent == self.root,
        }


def of(root: Path) -> Folder:
    """The parts of the dataset in an existing folder. The shipped dataset's articles are beside its folder.

    A broken symbolic link counts as a part too: reading it then reports the error.
    """

    def holder(part: str) -> Path:
        return root if os.path.lexists(root / part) else DATA

    seeds = root / ARTICLES if os.path.lexists(root / ARTICLES) else SEEDS
    return Folder(root, seeds, holder(BASE_MAP), holder(THEATRE) / THEATRE)


def located(option: str | None, environment: Mapping[str, str], named: str = OPTION) -> Folder:
    """The folder from `--data`, otherwise from `EASTFLANK_DATA`, otherwise the shipped one.

    A dataset with an older schema is upgraded first, with a backup beside it (see `upgrade`). If
    `EASTFLANK_DATABASE` names a database, the folder is a copy of its newest state. `option` is None if
    `--data` was not given; `named` is the option if it is another one. Raises BrokenData, with the requested
    name, if it is not a folder with a `datapackage.json`, if the database cannot be read, or if both
    variables are set.
    """
    address = environment.get(DATABASE, "") if option is None else ""
    if address:
        return _of_database(address, environment)
    if option is None and VARIABLE not in environment:
        return of(DATA)
    asked, name = (VARIABLE, environment[VARIABLE]) if option is None else (named, option)
    problem = _objection(name)
    if problem:
        remedy = words.name_a_folder(asked) if asked in (OPTION, VARIABLE) else words.NAME_A_NEW_FOLDER
        raise BrokenData([Finding(asked, "", "", problem, remedy)])
    from eastflank.store import upgrade  # noqa: PLC0415 - it stands on what a folder is

    upgrade.on_opening(Path(name))
    return of(Path(name))


def _of_database(address: str, environment: Mapping[str, str]) -> Folder:
    if environment.get(VARIABLE):
        raise BrokenData([Finding(DATABASE, "", "", *words.names_a_folder_too(VARIABLE, DATABASE))])
    from eastflank.store.sql import copies  # noqa: PLC0415 - what speaks to databases takes long to load

    return copies.newest(address)


def _objection(name: str) -> str:
    """Why it is not a dataset's folder; empty if it is one."""
    if not name.strip():
        return words.NAME_EMPTY
    path = Path(name)
    try:
        if path.is_dir() and os.access(path, os.R_OK | os.X_OK) and os.path.lexists(path / schema.FILE):
            return ""  # asked for each view, so with few questions
        objections = (
            (path.is_symlink() and not path.exists(), words.leads_to_no_folder(name)),
            (not path.exists(), words.no_folder(name)),
            (not path.is_dir(), words.is_no_folder(name)),
            (
                not os.access(path, os.R_OK | os.X_OK),
                words.may_not_be_read(name),
            ),
            (
                not os.path.lexists(path / schema.FILE),
                words.holds_no_dataset(name, schema.FILE),
            ),
        )
    except (OSError, ValueError) as error:  # a name that is too long or not text, or a loop of symbolic links
        reason = getattr(error, "strerror", None) or str(error)
        return words.cannot_be_opened(name[:100], reason)
    return next((problem for holds, problem in objections if holds), "")
