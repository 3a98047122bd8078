"""`python -m eastflank check`: whether the data is as its schema and its laws say."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from eastflank import checks
from eastflank.model import TABLES, Dataset, Finding
from eastflank.store import DATA, outlines, seeds_of, tables
from eastflank.store.broken import BrokenData


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the tables (default: %(default)s)")
    parser.add_argument(
        "--seeds",
        type=Path,
        metavar="FOLDER",
        help="the articles (default: seeds/ in the folder of the tables, or else the project's)",
    )


def run(args: argparse.Namespace) -> int:
    """Print everything that is wrong, one finding a line, and how many; 0 when there is nothing, else 1.

    What a curator answered is listed before it, with the reason, and is not wrong.
    """
    try:
        dataset = tables.read(args.data, args.seeds or seeds_of(args.data))
        shapes = outlines.read(args.data)
    except BrokenData as error:
        _print(error.findings)
        print("The laws of the data are checked once the tables can be read.")
        return 1
    audit = checks.audit(dataset, shapes)
    for answered in audit.answered:
        print(f"answered by {answered.decision}: {_named(answered.finding)} {answered.reason}")
    _print(audit.findings, len(audit.answered))
    if audit.findings:
        return 1
    print(f"No findings in {_extent(dataset)}{_answered(len(audit.answered))}.")
    return 0


def _print(findings: Sequence[Finding], answered: int = 0) -> None:
    for finding in findings:
        print(_named(finding))
    if findings:
        print(f"{len(findings):,} finding{'s' * (len(findings) != 1)}{_answered(answered)}.")


def _named(finding: Finding) -> str:
    """A finding with the name of its check, by which a curator answers it."""
    return f"{finding} [{finding.check}]" if finding.check else str(finding)


def _answered(number: int) -> str:
    return f", {number:,} answered" if number else ""


def _extent(dataset: Dataset) -> str:
    quotes = int(dataset.claims["quote"].notna().sum())
    return f"{len(TABLES)} tables, {len(dataset.claims):,} claims, {quotes:,} quotes"
