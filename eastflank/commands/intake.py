"""`intake --report`: what the rules that read articles get wrong, measured by people's decisions."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator

from eastflank.commands.data_option import add_data_argument, folder_of, refuse
from eastflank.curation.proposal_rows import reviewed
from eastflank.curation.reading_errors import Errors, errors
from eastflank.curation.review import ReviewOutcome
from eastflank.store.broken import BrokenData
from eastflank.store.tables import read
from eastflank.words.chosen import command_line
from eastflank.words.chosen import reading_report as words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `intake`."""
    parser.add_argument(
        "--report",
        action="store_true",
        required=True,
        help=command_line.REPORT,
    )
    add_data_argument(parser)


def run(args: argparse.Namespace) -> int:
    """Print the report; 0, or 2 where the dataset cannot be read."""
    try:
        dataset = read(folder_of(args, os.environ).root)
    except BrokenData as broken:
        return refuse(broken)
    print("\n".join(lines(errors(reviewed(dataset)))))
    return 0


def lines(found: Errors) -> Iterator[str]:
    """The report."""
    of = {outcome: found.outcomes.get(outcome, 0) for outcome in ReviewOutcome}
    if not sum(of.values()):
        yield words.NONE_YET
        return
    yield words.reviewed(sum(of.values()), found.articles)
    yield words.outcomes(*of.values())
    yield ""
    yield words.BY_KIND
    for kind, counts in found.by_kind.items():
        yield _row(kind, *(counts.get(outcome, 0) for outcome in ReviewOutcome))
    if found.reasons:
        yield ""
        yield words.BECAUSE
        for reason, count in found.reasons.items():
            yield f"  {count:>5,}  {reason}"
    if found.fields:
        yield ""
        yield words.BY_FIELD
    for name, one in found.fields.items():
        yield _row(
            name, one.right, one.mended, one.removed, one.missed, one.not_held, one.doubted, one.doubted_right
        )
        for each in one.examples:
            yield f"         {words.example(each.read, each.decided, each.proposal)}"


def _row(name: str, *counts: int) -> str:
    return f"  {name:<20}" + "".join(f"{count:>7,}" for count in counts)
