"""`corrections`: what of a link or a file was corrected in the record since it was made, and why."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from eastflank.commands import given_file
from eastflank.commands.asked import CannotBeRead
from eastflank.commands.data_option import BROKEN, add_data_argument, folder_of, refuse
from eastflank.intake.links_in import links_in
from eastflank.model import Dataset
from eastflank.store.broken import BrokenData
from eastflank.store.corrected import corrected_since
from eastflank.store.editions import number_of
from eastflank.store.folder import Folder
from eastflank.store.tables import read
from eastflank.view.address import query_in
from eastflank.view.request import Request, request_of, told
from eastflank.view.selection import newest_day
from eastflank.words.chosen import command_line, given_files, links
from eastflank.words.chosen import corrections as words

LARGEST = 200_000_000
"""Bytes of a file in which links are looked for."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("made", nargs="+", metavar="FILE", help=command_line.MADE)
    add_data_argument(parser)


def run(args: argparse.Namespace) -> int:
    """Print every correction; 0 where there is none, 1 where there are some, 2 where it cannot be told."""
    try:
        place = folder_of(args, os.environ)
        dataset = read(place.root)
    except BrokenData as broken:
        return refuse(broken)
    return max(_answer(one, place, dataset, several=len(args.made) > 1) for one in args.made)


def _answer(made: str, place: Folder, dataset: Dataset, *, several: bool) -> int:
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
            found = _lines(link, place, dataset)
        except BrokenData as broken:
            print(words.unknown(_read(link, dataset).edition, broken.findings), file=sys.stderr)
            worst = BROKEN
            continue
        except CannotBeRead as reason:
            print(reason, file=sys.stderr)
            worst = BROKEN
            continue
        print("\n".join(found or [words.NONE_SINCE]))
        worst = max(worst, int(bool(found)))
    return worst


def _links(made: str) -> tuple[str, ...]:
    """The links in a file, or the one that was given itself."""
    if "edition=" in made and not os.path.lexists(made):
        return (made,)
    return links_in(given_file.content(Path(made), LARGEST))


def _lines(link: str, place: Folder, dataset: Dataset) -> list[str]:
    """What to say of a link, one line each; empty where nothing was corrected."""
    request = _read(link, dataset)
    if ":" in request.edition:
        raise CannotBeRead(words.SEVERAL_DATASETS)
    if number_of(request.edition) > number_of(dataset.edition):
        return [words.newer(request.edition)]
    day = request.asof or newest_day(dataset)
    found = corrected_since(place, dataset, request.edition, request.filters, day)
    lines = [f"{words.heading(request.edition, len(found))}:"] if found else []
    for one in found:
        lines += [f"  {one.sentence}", *(f"    {reason}" for reason in one.reasons)]
    return lines


def _read(link: str, dataset: Dataset) -> Request:
    request = request_of(query_in(link), dataset)
    if request.unread:
        raise CannotBeRead(
            "\n".join([f"{links.CANNOT_BE_READ}:", *(f"  {line}" for line in told(request, dataset))])
        )
    return request
