"""`--data`: which dataset a command works on, and what it says when that cannot be read."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Mapping

from eastflank import checks
from eastflank.model import Dataset
from eastflank.store import folder, outlines
from eastflank.store.broken import BrokenData
from eastflank.store.folder import Folder

BROKEN = 2
"""The exit status of a command whose dataset cannot be read."""


def add_data_argument(parser: argparse.ArgumentParser) -> None:
    """The option that every command has."""
    parser.add_argument(
        folder.OPTION,
        metavar="FOLDER",
        help=f"the folder of the dataset (default: what {folder.VARIABLE} names, or else the one that comes "
        "with Eastflank)",
    )


def folder_of(args: argparse.Namespace, environment: Mapping[str, str]) -> Folder:
    """The dataset's folder. Raises BrokenData where what was named is none."""
    return folder.located(args.data, environment)


def refuse(broken: BrokenData) -> int:
    """Print what keeps the dataset from being read; the command's exit status."""
    print(broken, file=sys.stderr)
    return BROKEN


def mention_findings(dataset: Dataset, args: argparse.Namespace) -> None:
    """One line on standard error where the data has findings: its answer is given all the same."""
    number = checks.count(checks.findings(dataset, outlines.shapes(dataset.base_map["countries"])))
    if number:
        option = "" if args.data is None else f" {folder.OPTION} {shlex.quote(args.data)}"
        noun = "finding" if number == 1 else "findings"
        print(f"{number:,} {noun} in the data; see: python -m eastflank check{option}", file=sys.stderr)
