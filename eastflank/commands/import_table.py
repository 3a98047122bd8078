"""`python -m eastflank import`: a table of one's own becomes drafts of a dataset."""

from __future__ import annotations

import argparse
import contextlib
import gc
import shlex
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from eastflank import checks
from eastflank.commands import given_day, given_table, import_told
from eastflank.commands.data_option import BROKEN, refuse
from eastflank.intake.tables import importing, kept_choices, problem_list, told_choices
from eastflank.intake.tables.cells.sheets import SourceSheet, UnreadableTable
from eastflank.intake.tables.choices import TableChoice, TableWords
from eastflank.intake.tables.columns.columns import ColumnMapping
from eastflank.intake.tables.files import own_export
from eastflank.intake.tables.importing import Decisions, Import
from eastflank.intake.tables.renewal import gone_rows
from eastflank.intake.tables.renewal.changes import Changes
from eastflank.intake.tables.rows import leaving
from eastflank.intake.tables.target.against import Against, against_dataset
from eastflank.intake.tables.target.new_rows import TableOrigin
from eastflank.model import Dataset
from eastflank.render import deployments_csv
from eastflank.store import DATA, audited, datasets, edits, folder, parts, tables
from eastflank.store.broken import BrokenData
from eastflank.store.edit_values import Edit
from eastflank.words.chosen import command_line, rows_of_tables, table_changes
from eastflank.words.chosen import import_command as words

WHO = "curator"
_TO = "--to"
_SAME = "--same-table"
_PATIENCE = 1.0
"""Seconds of work before the first report of progress, and between two reports."""
_MANY = 20_000
"""Changes that take some seconds to check and write."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument(
        "file",
        metavar="FILE",
        help=command_line.TABLE,
    )
    parser.add_argument(
        _TO,
        required=True,
        metavar="DIR",
        help=command_line.IMPORT_TO,
    )
    parser.add_argument("--dry-run", action="store_true", help=command_line.DRY_RUN)
    parser.add_argument("--sheet", metavar="NAME", help=command_line.SHEET)
    parser.add_argument(
        "--mapping",
        metavar="FILE",
        type=Path,
        help=command_line.MAPPING,
    )
    parser.add_argument("--date", type=given_day.day, metavar="DATE", help=command_line.TABLE_DATE)
    parser.add_argument(
        "--without", type=_lines, default=frozenset(), metavar="LINES", help=command_line.WITHOUT
    )
    parser.add_argument("--accept-proposals", action="store_true", help=command_line.ACCEPT_PROPOSALS)
    parser.add_argument(_SAME, action="store_true", help=command_line.SAME_TABLE)
    parser.add_argument("--renamed", action="append", default=[], metavar="UNIT", help=command_line.RENAMED)
    parser.add_argument("--afresh", action="store_true", help=command_line.AFRESH)
    parser.add_argument("--gone", choices=gone_rows.CHOICES, default=gone_rows.KEPT, help=command_line.GONE)
    parser.add_argument(
        "--retract-gone",
        dest="gone",
        action="store_const",
        const=gone_rows.RETRACTED,
        help=command_line.RETRACT_GONE,
    )
    parser.add_argument("--problems", metavar="FILE", type=Path, help=command_line.PROBLEMS)
    parser.add_argument("--json", action="store_true", help=command_line.JSON)


def _lines(given: str) -> frozenset[int]:
    found = leaving.lines_of(given)
    if found is None:
        raise argparse.ArgumentTypeError(words.NOT_LINES.format(given=given))
    return found


def run(args: argparse.Namespace) -> int:
    """0: every row is imported, there already, or left out by choice; 1: some are not; 2: not readable."""
    return imported(args, datetime.now().astimezone().date())


def imported(args: argparse.Namespace, today: date) -> int:  # noqa: PLR0911 - a way to fail each
    """`run`, with the day as an argument."""
    day = args.date or today
    if day > today:
        return _refused(words.NOT_YET.format(day=day, today=today))
    try:
        with tempfile.TemporaryDirectory() as spare, _without_collecting():
            return _imported(args, Path(spare), day, today)
    except UnreadableTable as error:
        return _refused(f"{args.file}: {error}")
    except BrokenData as error:
        return refuse(error)
    except edits.Refused as error:
        print(words.REFUSED.format(why=error), file=sys.stderr)
        return 1
    except edits.Conflict as error:
        print(words.NOT_CHANGED.format(why=error), file=sys.stderr)
        return 1
    except _NotWritten as error:
        return _refused(str(error))
    except (OSError, ValueError) as error:
        where, why = getattr(error, "filename", None), getattr(error, "strerror", None)
        return _refused(f"{where or args.file}: {why or error}.")


def _imported(args: argparse.Namespace, spare: Path, day: date, today: date) -> int:
    """The four steps. A new dataset is made in `spare`, and moved into its place once it is complete."""
    if args.problems and args.problems.resolve() == Path(args.file).resolve():
        return _refused(words.OVER_ITSELF)
    file = given_table.opened(args.file)
    mapping = given_table.mapping(args.mapping)
    target = Path(args.to)
    fresh = not target.exists()
    if fresh:
        with _writing(spare):
            parts.unpack(datasets.empty(folder.of(DATA), target.resolve().name), spare, lasting=False)
    place = spare if fresh else folder.located(args.to, {}, _TO).root
    against = against_dataset(tables.read(place), day)
    if own_export.carried(file) and args.sheet is None:
        if args.without:
            return _refused(words.WITHOUT_OF_AN_EXPORT)
        brought = own_export.brought(file, against.dataset)
        done = bool(brought.edits) and not args.dry_run
        said = "\n".join(import_told.of_an_export(brought, file.name, done=done))
        after = None
        if done:
            after = _write(
                place, [*brought.edits], brought.reason, today, against.dataset, target if fresh else None
            )
        print(said)
        if after and (number := checks.count(audited.findings(after))):
            option = f" {folder.OPTION} {shlex.quote(args.to)}"
            print(command_line.findings(number, option), file=sys.stderr)
        return int(bool(brought.problems) or not (brought.new or brought.same))
    sheet, _ = importing.chosen(file, args.sheet)
    decided, before = _decided(args, mapping, place, sheet, against)
    told = importing.understood(file, sheet, against, decided, _Progress())
    origin = TableOrigin(file, day, today, same=args.same_table)
    found = _changes(args, told, against, origin)
    if args.mapping and not args.mapping.exists():
        with _writing(args.mapping):
            args.mapping.write_text(told.mapping.as_json(), encoding="utf-8")
    if args.problems:
        with _writing(args.problems):
            args.problems.write_bytes(
                deployments_csv.content(rows_of_tables.LIST_OF_PROBLEMS, problem_list.rows(told))
            )
    done = bool(found.edits) and not args.dry_run
    taken = {id(one) for one in told.taken(proposals=args.accept_proposals)}
    waiting = {one.line for one in told.entries if one.outcome == "proposal" and id(one) not in taken}
    left = len(waiting - {one.line for one in told.problems})
    chosen = import_told.chosen_before(before, told, decided, against.known.names)
    unfinished = bool(told.counts.problems + left) or not (found.edits or found.same)
    # Print what was found, then free the table before writing: a million rows take a gigabyte.
    said = (
        import_told.as_json(told, found, against.dataset, chosen, dry_run=args.dry_run, done=done)
        if args.json
        else "\n".join(
            [
                *import_told.understood(told),
                *import_told.chosen(chosen),
                *import_told.changed(found, against.dataset, done=done, dry=args.dry_run),
                *([f"   {words.left_out(left)}"] if left else []),
                *([f"   {words.LIST_WRITTEN.format(file=args.problems)}"] if args.problems else []),
            ]
        )
    )
    todo, reason = [*found.edits], found.reason
    del told, found, file, sheet, taken, decided
    if done:
        _write(place, todo, reason, today, against.dataset, target if fresh else None)
    print(said)
    return int(unfinished)


def _decided(
    args: argparse.Namespace, mapping: ColumnMapping | None, place: Path, sheet: SourceSheet, against: Against
) -> tuple[Decisions, Sequence[TableChoice]]:
    """What was decided with the options, or about an earlier file; and all choices about earlier files."""
    decided = Decisions(mapping=mapping, without=args.without)
    before = () if args.afresh else kept_choices.of_table(place, Path(args.file).resolve().name)
    if not before:
        return decided, ()
    words_ = TableWords(importing.laid_out(sheet, against, decided).table)
    return told_choices.taken_over(decided, before, words_), before


def _changes(args: argparse.Namespace, told: Import, against: Against, origin: TableOrigin) -> Changes:
    taken = told.taken(proposals=args.accept_proposals)
    found = told.changes(taken, against, origin, args.gone)
    if args.renamed:
        asked = {one.made: one.unit for one in found.may_be_renamed}
        if unknown := next((made for made in args.renamed if made not in asked), ""):
            raise UnreadableTable(table_changes.not_renamed(unknown))
        renamed = {made: asked[made] for made in args.renamed}
        found = told.changes(taken, against, replace(origin, renamed=renamed), args.gone)
    return found


def _write(  # noqa: PLR0913, PLR0917 - the edits, their reason and day, and where they are made
    place: Path, todo: list[Edit], reason: str, today: date, before: Dataset, target: Path | None
) -> Dataset | None:
    """Make the edits, all or none, and empty their list; return the new dataset.

    `before` is what the changes were worked out for: it is not read a second time. `target` is where a
    new dataset will be; it is made in `place` first.
    """
    if len(todo) > _MANY:
        print(words.writing(len(todo)), file=sys.stderr)
    with _writing(place):
        made = edits.make(
            place,
            todo,
            who=WHO,
            when=today,
            reason=reason,
            expected=before.version,
            before=before,
            release=todo.clear,
        )
    if target:
        with _writing(target):
            parts.unpack(parts.packed(folder.of(place)), target)
    return made.dataset


@contextlib.contextmanager
def _without_collecting() -> Iterator[None]:
    """Switch Python's garbage collector off: among millions of rows it finds no cycles, and takes long."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class _NotWritten(Exception):  # noqa: N818 - it says what is not written
    """A file or folder cannot be written. Holds the message."""


@contextlib.contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Say what cannot be written: when a disk is full, the system's error does not name the file."""
    try:
        yield
    except OSError as error:
        why = error.strerror or error
        raise _NotWritten(words.NOT_WRITTEN.format(path=error.filename or path, why=why)) from error


class _Progress:
    """Reports progress on standard error, once the work has taken a second."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self, what: str, done: int, of: int) -> None:
        now = time.monotonic()
        if now - self._last >= _PATIENCE:
            self._last = now
            print(words.PROGRESS.format(done=done, of=of, what=what), file=sys.stderr)


def _refused(message: str) -> int:
    print(message, file=sys.stderr)
    return BROKEN
