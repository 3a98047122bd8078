"""What `show` and `export` share: the tables, and the view that a query asks for."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs

from eastflank.model import Dataset
from eastflank.store import DATA, seeds_of
from eastflank.store.tables import read
from eastflank.view.address import Request, request_of
from eastflank.view.comparison import Comparison, compare
from eastflank.view.selection import View, view_of


@dataclass(frozen=True, eq=False)
class Asked:
    """A view, and what it was asked of."""

    dataset: Dataset
    query: Mapping[str, Sequence[str]]
    request: Request
    view: View
    compared: Comparison | None
    """The view compared with the query's `since`; None where it names no day before the view's."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options that say which view of which tables."""
    parser.add_argument(
        "--view",
        default="",
        metavar="QUERY",
        help="the address bar's query, such as nation=CAN&asof=2016-06-14",
    )
    parser.add_argument(
        "--data", type=Path, default=DATA, metavar="FOLDER", help="the tables (default: the project's)"
    )
    parser.add_argument(
        "--seeds",
        type=Path,
        metavar="FOLDER",
        help="the articles (default: seeds/ in the folder of the tables, or else the project's)",
    )


def asked(args: argparse.Namespace) -> Asked:
    """The view that the options ask for. Raises BrokenData when the tables cannot be read.

    What the query asks for that does not exist is left out and named in `request.problems`.
    """
    dataset = read(args.data, args.seeds or seeds_of(args.data))
    query = parse_qs(args.view.lstrip("?"), keep_blank_values=True)
    request = request_of(query, dataset)
    view = view_of(dataset, request.filters, request.asof)
    since = request.since if request.since and request.since <= view.day else None
    compared = compare(view, view_of(dataset, request.filters, since), dataset) if since else None
    return Asked(dataset, query, request, view, compared)
