"""`python -m eastflank import`: a table of one's own becomes drafts of a dataset."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

from eastflank.commands.data_option import BROKEN, refuse
from eastflank.intake.tables import columns, importing, limits, opening
from eastflank.intake.tables.against import against_dataset
from eastflank.intake.tables.changes import Changes, Origin
from eastflank.intake.tables.columns import ColumnMapping
from eastflank.intake.tables.importing import Decisions, Import
from eastflank.intake.tables.problems import Mark, Problem, grouped
from eastflank.intake.tables.sheets import Opened, UnreadableTable
from eastflank.store import DATA, datasets, edits, folder, parts, tables
from eastflank.store.broken import BrokenData
from eastflank.words.en import importing as words

SHOWN = 12
"""Rows of one kind of problem that are printed one by one; `--json` has all of them."""
WHO = "curator"
_PATIENCE = 1.0
"""Seconds of work before the first report of progress, and between two reports."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument(
        "file",
        metavar="FILE",
        help="CSV, TSV, XLSX, XLS, ODS, GeoJSON, KML, a data package (folder, ZIP), or - for a pasted table",
    )
    parser.add_argument(
        "--to",
        required=True,
        metavar="DIR",
        help="the dataset's folder; where there is none, a new one is made",
    )
    parser.add_argument("--dry-run", action="store_true", help="show all four steps and change nothing")
    parser.add_argument(
        "--sheet", metavar="NAME", help="the sheet (default: the one with most known headings)"
    )
    parser.add_argument(
        "--mapping",
        metavar="FILE",
        type=Path,
        help="what the columns are, as JSON; where there is none, what was recognised is written there",
    )
    parser.add_argument(
        "--date", type=date.fromisoformat, metavar="DATE", help="the day of the table (default: today)"
    )
    parser.add_argument(
        "--accept-proposals", action="store_true", help="import rows too of which something was assumed"
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of text")


def run(args: argparse.Namespace) -> int:
    """0: every row imported, or there already; 1: rows remain, or none is imported; 2: not read at all."""
    return imported(args, datetime.now().astimezone().date())


def imported(args: argparse.Namespace, today: date) -> int:  # noqa: PLR0911 - a way to fail each
    """`run`, with the day as an argument."""
    day = args.date or today
    if day > today:
        return _refused(f"--date {day} is after today, {today}. Give the day on which the table was made.")
    try:
        with tempfile.TemporaryDirectory() as spare:
            return _imported(args, Path(spare), day, today)
    except UnreadableTable as error:
        return _refused(f"{args.file}: {error}")
    except BrokenData as error:
        return refuse(error)
    except edits.Refused as error:
        print(f"Nothing was changed. The dataset does not allow these rows:\n{error}", file=sys.stderr)
        return 1
    except edits.Conflict as error:
        print(f"Nothing was changed. {error}", file=sys.stderr)
        return 1
    except (OSError, ValueError) as error:
        where, why = getattr(error, "filename", None), getattr(error, "strerror", None)
        return _refused(f"{where or args.file}: {why or error}.")


def _imported(args: argparse.Namespace, spare: Path, day: date, today: date) -> int:
    """The four steps. A new dataset is made in `spare`, and put into its place once it is complete."""
    file = _opened(args.file)
    mapping = _mapping(args.mapping)
    target = Path(args.to)
    fresh = not target.exists()
    if fresh:
        parts.unpack(datasets.empty(folder.of(DATA), target.resolve().name), spare, lasting=False)
    place = spare if fresh else folder.located(args.to, {}).root
    against = against_dataset(tables.read(place), day)
    sheet, _ = importing.chosen(file, args.sheet)
    told = importing.understood(file, sheet, against, Decisions(mapping=mapping), _Progress("places"))
    found = told.changes(told.taken(proposals=args.accept_proposals), against, Origin(file, day, today))
    if args.mapping and not args.mapping.exists():
        args.mapping.write_text(told.mapping.as_json(), encoding="utf-8")
    done = bool(found.edits) and not args.dry_run
    if done:
        version = against.dataset.version
        edits.apply(place, found.edits, who=WHO, when=today, reason=found.reason, expected=version)
        if fresh:
            parts.unpack(parts.packed(folder.of(spare)), target)
    print(
        _as_json(told, found, args, done=done)
        if args.json
        else "\n".join(_told(told, found, args, done=done))
    )
    left = told.counts.problems + (0 if args.accept_proposals else told.counts.proposals)
    return 1 if left or not (found.edits or found.same) else 0


def _opened(name: str) -> Opened:
    """The file, folder or standard input. Raises UnreadableTable where it is none, or too large."""
    if name == "-":
        return opening.opened(opening.PASTED, sys.stdin.buffer.read(limits.MOST_BYTES + 1))
    path = Path(name)
    if path.is_dir():
        return _opened_folder(path)
    if path.exists() and not path.is_file():
        raise UnreadableTable(words.NO_TABLE.format(what="a pipe or a device"))
    if path.stat().st_size > limits.MOST_BYTES:
        raise UnreadableTable(words.TOO_LARGE.format(most=limits.MOST_BYTES // 1_000_000))
    return opening.opened(path.name, path.read_bytes())


def _opened_folder(path: Path) -> Opened:
    parts, size = {}, 0
    for each in sorted([path / "datapackage.json", *path.glob("*.csv")]):
        if each.is_file():
            size += each.stat().st_size
            if size > limits.MOST_BYTES:
                raise UnreadableTable(words.TOO_LARGE.format(most=limits.MOST_BYTES // 1_000_000))
            parts[each.name] = each.read_bytes()
    return opening.opened_folder(path.resolve().name, parts)


def _mapping(path: Path | None) -> ColumnMapping | None:
    if path is None or not path.exists():
        return None
    return columns.read_mapping(path.read_text(encoding="utf-8"))


class _Progress:
    """Tells on standard error how far work is, once it has taken a second."""

    def __init__(self, what: str) -> None:
        self._what, self._last = what, time.monotonic()

    def __call__(self, done: int, of: int) -> None:
        now = time.monotonic()
        if now - self._last >= _PATIENCE:
            self._last = now
            print(f"{done:,} of {of:,} {self._what} …", file=sys.stderr)


def _told(told: Import, found: Changes, args: argparse.Namespace, *, done: bool) -> Iterator[str]:
    """The four steps as text."""
    counts, file = told.counts, told.file
    sheet = f", sheet {told.sheet.name}" if told.sheet.name else ""
    yield f"1. What it is: {file.name}{sheet}: {file.what}"
    form = f"{told.table.wide} are columns" if told.table.wide else "a long table"
    yield f"   {words.unit(counts.lines, 'line')}; {form}"
    yield from (f"   {said}" for said in told.assumptions)
    for line in told.table.lines:
        if line.kind in ("note", "total", "empty"):
            yield f"   line {line.number} is no row but a {line.kind} line: {line.text}"
    yield "2. Columns"
    for column in told.columns:
        yield f"   {column.heading}: {column.field or 'not imported'}" + (
            f" (by {column.why})" if column.why not in ("", "name") else ""
        )
    yield "3. What is wrong"
    yield from _grouped(told.problems, "problem")
    yield from _grouped(told.marks, "proposal")
    skipped = ", ".join(f"{number:,} {kind}" for kind, number in counts.skipped.items())
    yield (
        f"   Of {words.unit(counts.lines, 'line')}: {counts.imported:,} without a doubt, "
        f"{counts.proposals:,} proposals, {counts.problems:,} with problems"
        + (f", skipped: {skipped}." if skipped else ".")
    )
    yield from _changes(found, done=done, dry=args.dry_run)
    if counts.proposals and not args.accept_proposals:
        left = words.unit(counts.proposals, "proposal")
        yield f"   {left} left out. Look at them, then add --accept-proposals."


def _grouped(found: Sequence[Problem] | Sequence[Mark], noun: str) -> Iterator[str]:
    for (kind, column), members in grouped(found).items():
        where = f" in “{column}”" if column else ""
        yield f"   {words.unit(len(members), noun)}{where}: {kind}"
        for each in members[:SHOWN]:
            said = f"{each.reason} {each.suggestion}" if isinstance(each, Problem) else each.said
            yield f"     line {each.line}" + (f", “{each.value}”" if each.value else "") + f": {said}"
        if len(members) > SHOWN:
            yield f"     and {len(members) - SHOWN:,} more"


def _changes(found: Changes, *, done: bool, dry: bool) -> Iterator[str]:
    verb = "Changed" if done else "What would change" if dry and found.edits else "Changed: nothing"
    yield f"4. {verb}"
    yield (
        f"   {words.unit(len(found.new), 'new claim')}, {len(found.changed):,} changed, "
        f"{found.same:,} the same, {len(found.gone):,} gone"
    )
    if found.returned:
        yield f"   {words.returned(len(found.returned))}"
    for gone in found.gone[:SHOWN]:
        yield f"   gone: {gone.claim} of {gone.deployment} is not among these rows. It stays."
    if len(found.gone) > SHOWN:
        yield f"   and {len(found.gone) - SHOWN:,} more"
    before, after = found.before, found.after
    for name in ("deployments", "claims", "drafts", "persons"):
        yield f"   {name}: {getattr(before, name):,} before, {getattr(after, name):,} after"
    if done:
        yield "   All of it are drafts: they count once somebody has reviewed them."
    elif not found.edits:
        yield (
            "   The dataset has all of these rows already." if found.same else "   No row could be imported."
        )


def _as_json(told: Import, found: Changes, args: argparse.Namespace, *, done: bool) -> str:
    answer = {
        "file": told.file.name,
        "sha256": told.file.sha256,
        "what": told.file.what,
        "sheet": told.sheet.name,
        "wide": told.table.wide,
        "assumptions": told.assumptions,
        "columns": [asdict(column) for column in told.columns],
        "skipped": [asdict(line) for line in told.table.lines],
        "counts": asdict(told.counts),
        "problems": [asdict(problem) for problem in told.problems],
        "proposals": [asdict(mark) for mark in told.marks],
        "new": found.new,
        "changed": found.changed,
        "same": found.same,
        "gone": [asdict(gone) for gone in found.gone],
        "before": asdict(found.before),
        "after": asdict(found.after),
        "dry_run": args.dry_run,
        "applied": done,
    }
    return json.dumps(answer, ensure_ascii=False, indent=1)


def _refused(message: str) -> int:
    print(message, file=sys.stderr)
    return BROKEN
