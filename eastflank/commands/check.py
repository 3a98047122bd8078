"""`python -m eastflank check`: whether the data is as its schema and its laws say."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from datetime import datetime

from eastflank import checks
from eastflank.checks.changes import no_change_is_of_a_day_to_come
from eastflank.commands.data_option import BROKEN, add_data_argument
from eastflank.commands.progress import ReadingProgress
from eastflank.model import TABLES, Finding
from eastflank.store import audited, folder, originals, tables
from eastflank.store.broken import BrokenData
from eastflank.words.chosen import checking


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    add_data_argument(parser, several=True)


def run(args: argparse.Namespace) -> int:
    """Print all findings, one per line, and their number.

    Returns 0 if there are none; 1 if the data breaks laws but is usable; 2 if it is not usable. Findings that
    a curator answered come first, with the reason, and do not count.
    """
    if len(args.data or ()) > 1:
        return max(_each(args, option) for option in args.data)
    option = args.data[0] if args.data else None
    try:
        place = folder.located(option, os.environ)
        dataset = tables.read(place.root, told=ReadingProgress())
    except BrokenData as error:
        _print(error.findings)
        print(checking.errors(checks.count(error.findings)))
        print(checking.THESE_KEEP_IT)
        return BROKEN
    audit = audited.audit(dataset)
    for answered in audit.answered:
        print(checking.answered_by(answered.decision, _named(answered.finding), answered.reason))
    today = datetime.now().astimezone().date()
    ahead = no_change_is_of_a_day_to_come(dataset, today)
    found = (*audit.findings, *ahead, *originals.findings(dataset, place))
    _print(found)
    if number := checks.count(found):
        print(checking.findings(number, len(audit.answered)))
    if found:
        return 1
    quotes = int(dataset.claims["quote"].notna().sum())
    print(checking.none(len(TABLES), len(dataset.claims), quotes, len(audit.answered)))
    return 0


def _each(args: argparse.Namespace, option: str) -> int:
    """One of several datasets that are shown together; each keeps its own findings."""
    print(f"{option}:")
    return run(argparse.Namespace(**{**vars(args), "data": [option]}))


def _print(findings: Sequence[Finding]) -> None:
    for finding in findings:
        print(_named(finding))


def _named(finding: Finding) -> str:
    """A finding with the name of its check, by which a curator answers it."""
    return f"{finding} [{finding.check}]" if finding.check else str(finding)
