"""`corrections`: what the record corrected since a link or a file was made, and why."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path

from eastflank.commands import given_file
from eastflank.commands.asked import CannotBeRead
from eastflank.commands.data_option import BROKEN, DatasetChoice, add_data_argument, choice_of, refuse
from eastflank.intake.links_in import links_of
from eastflank.model import Dataset
from eastflank.model.edition import change_of
from eastflank.store import folder
from eastflank.store.broken import BrokenData
from eastflank.store.corrected import corrected_since, edition_of, of_each
from eastflank.store.editions import number_of
from eastflank.store.folder import Folder
from eastflank.view.address import query_in
from eastflank.view.request import Request, data_of, request_of, told
from eastflank.view.selection import newest_day
from eastflank.words.chosen import command_line, given_files, links
from eastflank.words.chosen import corrections as words

LARGEST = 200_000_000
"""Bytes of a file in which links are looked for."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("made", nargs="+", metavar="FILE", help=command_line.MADE)
    add_data_argument(parser, several=True)


def run(args: argparse.Namespace) -> int:
    """Print every correction; 0 if there are none, 1 if there are some, 2 if it cannot be found out."""
    try:
        records = _Records(choice_of(args, os.environ))
        records.of(records.choice.usual[:1])
    except BrokenData as broken:
        return refuse(broken)
    return max(_answer(one, records, several=len(args.made) > 1) for one in args.made)


class _Records:
    """The datasets that links are about; each combination is read once."""

    def __init__(self, choice: DatasetChoice) -> None:
        self.choice = choice
        self._read: dict[tuple[str, ...], Dataset] = {}

    def of(self, names: tuple[str, ...]) -> Dataset:
        """The datasets of those names, combined. Raises BrokenData."""
        if names not in self._read:
            self._read[names] = self.choice.read(names)
        return self._read[names]

    def asked(self, link: str) -> tuple[Request, Dataset]:
        """What a link asks for, and of which dataset. Raises CannotBeRead and BrokenData."""
        query = query_in(link)
        names, unread = data_of(query, self.choice.catalogue)
        dataset = self.of((names if not unread else ()) or self.choice.usual[:1])
        request = request_of(query, dataset, self.choice.catalogue)
        if request.unread:
            lines = told(request, dataset)
            raise CannotBeRead("\n".join([f"{links.CANNOT_BE_READ}:", *(f"  {line}" for line in lines)]))
        return request, dataset


def _answer(made: str, records: _Records, *, several: bool) -> int:
    if several:
        print(f"{made}:")
    try:
        links = _links(made)
    except given_file.Unreadable as reason:
        print(given_files.corrections_of(made, reason), file=sys.stderr)
        return BROKEN
    if not links:
        print(f"{made}: {words.NO_EDITION}", file=sys.stderr)
        return BROKEN
    if len(links) > 1:
        print(words.MANY_LINKS)
    worst = 0
    for link in links:
        if len(links) > 1:
            print(link)
        try:
            request, dataset = records.asked(link)
        except BrokenData as broken:
            worst = refuse(broken)
            continue
        except CannotBeRead as reason:
            print(reason, file=sys.stderr)
            worst = BROKEN
            continue
        worst = max(worst, _told(request, dataset, records.choice))
    return worst


def _told(request: Request, dataset: Dataset, choice: DatasetChoice) -> int:
    """Print what was corrected in a view, each dataset under its title. Returns the exit status."""
    if dataset.parts:
        found = [
            _of_one(own, part.original, folder.of(choice.folders[part.name]), part.title)
            for part, own in of_each(dataset, request)
        ]
    else:
        name = request.data[0] if request.data else choice.usual[0]
        own = replace(request, edition=edition_of(request, name))
        found = [_of_one(own, dataset, folder.of(choice.folders[name]), "")] if own.edition else []
    if not found:
        print(words.OTHER_EDITIONS, file=sys.stderr)
    return max(found, default=BROKEN)


def _of_one(request: Request, dataset: Dataset, place: Folder, title: str) -> int:
    change, said = change_of(request.edition), ""
    newer = number_of(request.edition) > number_of(dataset.edition)
    if not newer and not dataset.has_edition(request.edition):
        said = words.other(change)
    else:
        try:
            found = [words.newer(change)] if newer else _lines(request, place, dataset)
        except BrokenData as broken:
            said = words.unknown(change, broken.findings)
    if said:
        print(words.of_one(title, said) if title else said, file=sys.stderr)
        return BROKEN
    lines = found or [words.NONE_SINCE]
    print("\n".join([words.of_one(title, lines[0]) if title else lines[0], *lines[1:]]))
    return int(bool(found))


def _links(made: str) -> tuple[str, ...]:
    """The links in a file, or the link that was given."""
    if "edition=" in made and not os.path.lexists(made):
        return (made,)
    return links_of(given_file.content(Path(made), LARGEST))


def _lines(request: Request, place: Folder, dataset: Dataset) -> list[str]:
    """What was corrected in a view, one line each; empty if nothing was."""
    day = request.asof or newest_day(dataset)
    found = corrected_since(place, dataset, request.edition, request.filters, day)
    lines = [f"{words.heading(change_of(request.edition), len(found))}:"] if found else []
    for one in found:
        lines += [f"  {one.sentence}", *(f"    {reason}" for reason in one.reasons)]
    return lines
