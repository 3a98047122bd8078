"""`--data`: which dataset a command works on, and what it says when that cannot be read."""

from __future__ import annotations

import argparse
import itertools
import shlex
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from eastflank import checks
from eastflank.commands.progress import ReadingProgress
from eastflank.model import Dataset, Finding
from eastflank.model.overlay import Named, laid_over
from eastflank.store import audited, datasets, folder
from eastflank.store.broken import BrokenData
from eastflank.store.folder import Folder
from eastflank.store.tables import read
from eastflank.view.request import MOST_DATASETS
from eastflank.words.chosen import command_line

BROKEN = 2
"""The exit status of a command whose dataset cannot be read."""


DATABASE_OPTION = "--database"
"""The option of the commands that work on a database."""


def add_data_argument(parser: argparse.ArgumentParser, *, several: bool = False) -> None:
    """The option that every command has; some commands accept it several times."""
    parser.add_argument(
        folder.OPTION,
        metavar="FOLDER",
        action="append" if several else "store",
        help=command_line.data(folder.VARIABLE, several=several),
    )


@dataclass(frozen=True, slots=True)
class DatasetChoice:
    """The datasets that a command may use, by their names in links."""

    folders: Mapping[str, Path]
    catalogue: Mapping[str, str]
    """Their titles."""
    usual: tuple[str, ...]
    """Those that are used if a link names none."""

    def read(self, names: Sequence[str]) -> Dataset:
        """The datasets of those names, combined. Raises BrokenData with all that is wrong."""
        found, wrong = [], []
        for name in names:
            try:
                found.append(
                    Named(name, self.catalogue[name], read(self.folders[name], told=ReadingProgress()))
                )
            except BrokenData as broken:
                wrong += [_in(name, finding) if len(names) > 1 else finding for finding in broken.findings]
        if wrong:
            raise BrokenData(wrong)
        return laid_over(found)


def _in(name: str, finding: Finding) -> Finding:
    return replace(finding, table=f"{name}: {finding.table}")


def choice_of(args: argparse.Namespace, environment: Mapping[str, str]) -> DatasetChoice:
    """The folders that `--data` names; otherwise all datasets that the page offers, with the default chosen.

    Raises BrokenData if a named folder is not a dataset.
    """
    options: Sequence[str] = args.data or ()
    if not options:
        found = datasets.listed(environment)
        titles = datasets.catalogue(found)
        # Keep the first dataset of each name: a second one could not be chosen.
        return DatasetChoice({one.name: one.path for one in reversed(found)}, titles, (found[0].name,))
    folders: dict[str, Path] = {}
    for option in options:
        root = folder.located(option, environment).root
        folders[_free(datasets.slug(root.resolve().name) or "data", folders)] = root
    if len(folders) > MOST_DATASETS:
        problem = command_line.most_datasets(MOST_DATASETS)
        raise BrokenData([Finding(folder.OPTION, "", "", problem, command_line.NAME_FEWER)])
    listed = tuple(datasets.Listed(name, _title(root, name), root) for name, root in folders.items())
    return DatasetChoice(folders, datasets.catalogue(listed), tuple(folders))


def _free(name: str, taken: Collection[str]) -> str:
    return next(
        free
        for free in itertools.chain([name], (f"{name}-{number}" for number in itertools.count(2)))
        if free not in taken
    )


def _title(root: Path, name: str) -> str:
    """The dataset's title; its name if its description cannot be read, which `read` then reports."""
    try:
        return datasets.title_of(root)
    except BrokenData:
        return name


def folder_of(args: argparse.Namespace, environment: Mapping[str, str]) -> Folder:
    """The dataset's folder. Raises BrokenData if it is not a dataset."""
    return folder.located(args.data, environment)


def by_option(broken: BrokenData, option: str) -> BrokenData:
    """What is wrong with a database, told of the option that names it instead of the variable."""
    return BrokenData(
        [replace(each, table=option) if each.table == folder.DATABASE else each for each in broken.findings]
    )


def refuse(broken: BrokenData) -> int:
    """Print why the dataset cannot be read. Returns the command's exit status."""
    print(broken, file=sys.stderr)
    return BROKEN


def mention_findings(dataset: Dataset, args: argparse.Namespace) -> int:
    """Print one line on standard error if the data has findings; the command still runs. Returns how many."""
    single = [part.original for part in dataset.parts] or [dataset]
    number = sum(checks.count(audited.findings(one)) for one in single)
    if number:
        option = "".join(f" {folder.OPTION} {shlex.quote(each)}" for each in args.data or ())
        print(command_line.findings(number, option), file=sys.stderr)
    return number
