"""What `show` and `export` share: the dataset, and the view that a query asks for."""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass

from eastflank.commands.data_option import add_data_argument, choice_of, mention_findings
from eastflank.model import Dataset
from eastflank.view.address import DATA, query_in
from eastflank.view.comparison import Comparison, compare
from eastflank.view.request import Request, data_of, names_data, of_no_dataset, request_of, told, without_data
from eastflank.view.selection import View, view_of
from eastflank.words.chosen import command_line, links
from eastflank.words.chosen import values as words


class CannotBeRead(Exception):  # noqa: N818 - it says what cannot be done
    """Which part of a link cannot be read, what was understood, and what may be meant: one line each."""


@dataclass(frozen=True, eq=False)
class AskedView:
    """A view, and the dataset that it shows."""

    dataset: Dataset
    request: Request
    view: View
    compared: Comparison | None
    """The comparison with the query's `since`; None if the query has none."""
    findings: int
    """How many findings the checks of the data have."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options that say which view of which tables."""
    parser.add_argument(
        "--view",
        default="",
        metavar="QUERY",
        help=command_line.VIEW,
    )
    add_data_argument(parser, several=True)


class NoClaims(Exception):  # noqa: N818 - it says what there is none of
    """The record holds no claims, so there is no day and no view."""


def view_asked(args: argparse.Namespace, since: str = "") -> AskedView:
    """The view that the options ask for. If `since` is not empty, it replaces the view's own `since`.

    Says on standard error how many findings the data has. Raises BrokenData when the dataset cannot be
    read, NoClaims when there is nothing in it, CannotBeRead when the view cannot be read: it is never
    replaced by another.
    """
    choice, query = choice_of(args, os.environ), query_in(args.view)
    names, unread = data_of(query, choice.catalogue)
    if unread:
        raise _cannot_be_read(Request(unread=tuple(unread)), None)
    chosen = names or (choice.usual[:1] if names_data(query) else choice.usual)
    dataset = choice.read(chosen)
    findings = mention_findings(dataset, args)
    if dataset.claims.empty:
        raise NoClaims(words.NO_CLAIMS)
    query = {**without_data(query), DATA: [*chosen]}
    if since:
        query = {name: texts for name, texts in query.items() if name.casefold() != "since"}
        query["since"] = [since]
    request = request_of(query, dataset, choice.catalogue)
    if request.unread:
        raise _cannot_be_read(request, dataset)
    view = view_of(dataset, request.filters, request.asof)
    earlier = view_of(dataset, request.filters, request.since) if request.since else None
    return AskedView(dataset, request, view, compare(view, earlier, dataset) if earlier else None, findings)


def _cannot_be_read(request: Request, dataset: Dataset | None) -> CannotBeRead:
    """What in a link cannot be read, in lines. It takes no dataset: it is not known which one is meant."""
    lines = told(request, dataset) if dataset else of_no_dataset(request)
    return CannotBeRead("\n".join([f"{links.CANNOT_BE_READ}:", *(f"  {line}" for line in lines)]))
