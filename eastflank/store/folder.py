"""Where a dataset is: the folder that was asked for, and from where each of its parts comes."""

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
    """A dataset's folder. What it has none of is the shipped dataset's."""

    root: Path
    """Where the tables and `datapackage.json` are."""
    seeds: Path
    """The folder of the articles."""
    ground: Path
    """The folder in which `basemap/` is."""
    theatre: Path
    """The file of the theatre settings."""
    database: str = ""
    """The address of the database of which the folder is a copy; empty: the folder is the dataset."""

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
    """The parts of the dataset in a folder that is there. The shipped one's articles stand beside it.

    A link that leads nowhere is a part of the folder too: it is told when it is read.
    """

    def holder(part: str) -> Path:
        return root if os.path.lexists(root / part) else DATA

    seeds = root / ARTICLES if os.path.lexists(root / ARTICLES) else SEEDS
    return Folder(root, seeds, holder(BASE_MAP), holder(THEATRE) / THEATRE)


def located(option: str | None, environment: Mapping[str, str]) -> Folder:
    """The folder that `--data` names, or else `EASTFLANK_DATA`, or else the shipped one.

    A dataset of an older schema is upgraded first, with a backup beside it (see `upgrade`). Where
    `EASTFLANK_DATABASE` names a database, it is a copy of its newest state. `option` is None where
    `--data` was not given. Raises BrokenData, naming the one that was asked, where it is no folder with a
    `datapackage.json`, where the database cannot be read, and where both variables are there.
    """
    address = environment.get(DATABASE, "") if option is None else ""
    if address:
        return _of_database(address, environment)
    if option is None and VARIABLE not in environment:
        return of(DATA)
    asked, name = (VARIABLE, environment[VARIABLE]) if option is None else (OPTION, option)
    problem = _objection(name)
    if problem:
        raise BrokenData([Finding(asked, "", "", problem, words.name_a_folder(asked))])
    from eastflank.store import upgrade  # noqa: PLC0415 - it stands on what a folder is

    upgrade.on_opening(Path(name))
    return of(Path(name))


def _of_database(address: str, environment: Mapping[str, str]) -> Folder:
    if environment.get(VARIABLE):
        raise BrokenData([Finding(DATABASE, "", "", *words.names_a_folder_too(VARIABLE, DATABASE))])
    from eastflank.store.sql import copies  # noqa: PLC0415 - what speaks to databases takes long to load

    return copies.newest(address)


def _objection(name: str) -> str:
    """Why that is no dataset's folder; empty where it is one."""
    if not name.strip():
        return words.NAME_EMPTY
    path = Path(name)
    try:
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
    except (OSError, ValueError) as error:  # a name too long, a circle of links, a name that is no text
        reason = getattr(error, "strerror", None) or str(error)
        return words.cannot_be_opened(name[:100], reason)
    return next((problem for holds, problem in objections if holds), "")
