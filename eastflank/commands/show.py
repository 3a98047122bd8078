"""`show`: the same answer as the page's, in a terminal or as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date

from eastflank.commands import asked as viewing
from eastflank.commands.asked import NoClaims
from eastflank.commands.data_option import refuse
from eastflank.commands.show_values import values
from eastflank.model import ClaimRow, Dataset
from eastflank.report.both_days import headings, lines_of, rows_of
from eastflank.report.columns import in_words, without
from eastflank.report.deployment_columns import DATASET, DEPLOYMENT
from eastflank.report.differences import SourceDifference, differences_of
from eastflank.report.entries import DeploymentEntry, entries_of
from eastflank.report.evidence import Evidence, told
from eastflank.report.totals_in_words import nation_lines, total_sentence
from eastflank.store.tables import BrokenData
from eastflank.view.address import PAIR
from eastflank.view.changes import Change, changes_in
from eastflank.view.comparison import Comparison
from eastflank.view.empty import why_empty
from eastflank.view.names import names_by_code
from eastflank.view.selection import View, view_of
from eastflank.words.chosen import columns, side_by_side, terminal
from eastflank.words.chosen import values as words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `show`."""
    viewing.add_arguments(parser)
    parser.add_argument(
        "--since",
        default="",
        metavar="DATE",
        help=terminal.SINCE_HELP,
    )
    parser.add_argument("--json", action="store_true", help=terminal.JSON_HELP)


def run(args: argparse.Namespace) -> int:
    """Print the view. Returns 0; 2 if the dataset or the view cannot be read, with the reason printed."""
    try:
        found = viewing.view_asked(args, args.since)
    except BrokenData as broken:
        return refuse(broken)
    except NoClaims as reason:
        print(json.dumps({"title": str(reason), "deployments": []}) if args.json else reason)
        return 0
    except viewing.CannotBeRead as reason:
        print(
            f"{reason}\n{terminal.NOTHING_SHOWN}",
            file=sys.stderr,
        )
        return 2
    dataset, request, view, since = found.dataset, found.request, found.view, found.request.since
    for remark in request.remarks:
        print(remark, file=sys.stderr)
    changed = changes_in(view, view_of(dataset, request.filters, since), dataset) if since else ()
    pair = found.compared if request.layout == PAIR else None
    if args.json:
        answer = values(view, dataset) | (
            {"since": since.isoformat(), "changes": _plain(changed)} if since else {}
        )
        if pair:
            answer |= {"earlier": pair.before.title, "both_days": _both_days(pair, dataset)}
        print(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        told = change_lines(changed, since) if since else []
        heads = [pair.before.title] if pair else []
        both = both_days_lines(pair, dataset) if pair else []
        print("\n".join([*heads, *lines(view, dataset), *both, *told]))
    return 0


def _plain(found: Sequence[Change]) -> list[dict[str, object]]:
    return [asdict(change) for change in found]


def both_days_lines(compared: Comparison, dataset: Dataset) -> list[str]:
    """The view's totals on both days, one per line."""
    rows = rows_of(compared, names_by_code(dataset))
    told = [f"  {line}" for line in lines_of(rows, headings(compared))]
    return ["", terminal.heading(side_by_side.HEADING), *(told or [f"  {side_by_side.NOTHING_ADDED_UP}"])]


def _both_days(compared: Comparison, dataset: Dataset) -> list[dict[str, str]]:
    return [row._asdict() for row in rows_of(compared, names_by_code(dataset))]


def change_lines(found: Sequence[Change], since: date) -> list[str]:
    """What changed, one sentence per line, each with its claims."""
    told = [f"  {terminal.change(change.sentence, change.claims)}" for change in found]
    return ["", terminal.changed_since(since), *(told or [f"  {terminal.NOTHING}"])]


def lines(view: View, dataset: Dataset) -> list[str]:
    """The view as text, one list entry per line."""
    names = names_by_code(dataset)
    text = [view.title, *(words.capitalised(note) for note in view.notes), ""]
    if view.nations:
        text += [*nation_lines(view, names), ""]
    entries = entries_of(view, dataset)
    over = [one for one in entries if one.known.over]
    for sort, heading in terminal.SECTIONS.items():
        found = [one for one in entries if one.sort == sort and not one.known.over]
        text += _section(heading, found, view, dataset)
    text += _section(terminal.OVER, over, view, dataset)
    if not view.deployments and (why := why_empty(view, dataset)) not in view.notes:
        text += [why, ""]
    loose = [row for row in view.claims if not view.known.shown_in(row)]
    if loose:
        text += [terminal.ABOUT_NONE, *[f"  {line}" for line in claim_lines(loose, dataset)], ""]
    text.append(terminal.TOTALS_OF_ALL_NATIONS if view.nations else terminal.TOTALS)
    text += [f"  {total_sentence(total, view.known)}" for total in view.totals] or [f"  {terminal.NO_TOTAL}"]
    text += disagreement_lines(differences_of(view, dataset))
    if view.not_drawn:
        text += [
            "",
            terminal.NOT_DRAWN,
            *[f"  {terminal.not_drawn(item.id, item.reason)}" for item in view.not_drawn],
        ]
    return text


_LEFT_OUT = {
    "id", "name", "sort", "kind", "status", "lead", "host", "meant_for", "place", "precision", "strength",
    "troops_low", "troops_high", "hedge", "strength_stated_on", "counts", "planned", "contingents", "begins",
    "programme", "part_of", "not_drawn", "claims", "sources", DATASET,
}  # fmt: skip
"""The columns that the text of a deployment shows or leaves out; every other column gets its own line."""
_LINES = without(DEPLOYMENT, _LEFT_OUT)


def _section(heading: str, found: Sequence[DeploymentEntry], view: View, dataset: Dataset) -> list[str]:
    text = [terminal.heading(heading), ""] if found else []
    for entry in found:
        one = entry.known
        own = [row for row in view.claims if view.known.shown_in(row) == one.id]
        text.append(terminal.deployment(entry.name, entry.id, entry.described.status_on_day))
        text.append(f"  {terminal.facts(entry.lead, entry.host, entry.meant_for, entry.strength)}")
        text += [f"  {terminal.contingents(entry.contingents)}"] if entry.contingents else []
        text += [f"  {terminal.planned(plan)}" for plan in entry.described.plans]
        text += [f"  {terminal.overtaken(field, claim)}" for field, claim in one.overtaken]
        text += [f"  {terminal.not_followed(field, claim)}" for field, claim in one.not_followed]
        cells = ((column.heading, in_words(column.told(entry))) for column in _LINES)
        text += [f"  {columns.line(what, cell)}" for what, cell in cells if cell]
        text += [f"  {line}" for line in claim_lines(own, dataset)]
        text.append("")
    return text


def disagreement_lines(found: Sequence[SourceDifference]) -> list[str]:
    """Each disagreement with its spread and its rule, and what each claim says; empty if there is none."""
    text = ["", terminal.SOURCES_DIFFER] if found else []
    for one in found:
        text.append(f"  {terminal.difference(one.name, one.subject, one.spread, one.followed)}")
        decision = one.found.decision
        text += [f"    {terminal.decision(decision, one.found.reason)}"] if decision else []
        text += [
            f"    {terminal.side(side.value, side.claim, side.grade, side.source, side.when)}"
            for side in one.sides
        ]
    return text


def claim_lines(rows: Iterable[ClaimRow], dataset: Dataset) -> list[str]:
    """Each claim as its quote or citation, with grade, speaker, source and day."""
    return [_claim_line(row, told(row, dataset)) for row in rows]


def _claim_line(row: ClaimRow, item: Evidence) -> str:
    if item.quote:
        body = words.quotation(item.quote)
    elif item.basis == "judged":
        body = terminal.judged(item.note, row.rests_on)
    elif item.basis == "inferred":
        body = item.note
    else:
        body = terminal.cited(item.citation)
    speaker = row.speaker or row.speaker_role or ""  # a line has room for one of them
    said = item.said_by(speaker)
    return terminal.claim(item.claim, item.grade, body, said)
