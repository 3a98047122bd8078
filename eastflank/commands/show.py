"""`show`: the same answer as the page's, in a terminal or as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

import pandas as pd

from eastflank.commands import asked as viewing
from eastflank.model import Cell, Dataset, each_row, stated
from eastflank.record.disagreements import Disagreement, disagreements, spread, subject, value_of
from eastflank.store.tables import BrokenData
from eastflank.view.changes import Change, changes_in
from eastflank.view.selection import View, names_by_code, view_of
from eastflank.view.totals import sentence
from eastflank.words import en as words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `show`."""
    viewing.add_arguments(parser)
    parser.add_argument(
        "--since",
        type=date.fromisoformat,
        metavar="DATE",
        help="also print what changed after this day, such as 2016-06-14 (or since= in the query)",
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of text")


def run(args: argparse.Namespace) -> int:
    """Print the view; 0, or 1 with findings on standard error when the data cannot be read."""
    try:
        found = viewing.asked(args)
    except BrokenData as broken:
        print(broken, file=sys.stderr)
        return 1
    dataset, request, view = found.dataset, found.request, found.view
    for problem in request.problems:
        print(problem, file=sys.stderr)
    since = args.since or request.since
    if since and since > view.day:
        print(f"{since} comes after the day shown, {view.day}; nothing is compared with it.", file=sys.stderr)
        since = None
    changed = changes_in(view, view_of(dataset, request.filters, since), dataset) if since else ()
    if args.json:
        answer = values(view, dataset) | (
            {"since": since.isoformat(), "changes": _plain(changed)} if since else {}
        )
        print(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        told = change_lines(changed, since) if since else []
        print("\n".join([*lines(view, dataset), *told]))
    return 0


def _plain(found: Sequence[Change]) -> list[dict[str, Any]]:
    return [asdict(change) for change in found]


def change_lines(found: Sequence[Change], since: date) -> list[str]:
    """What changed, one sentence a line, each with its claims."""
    told = [f"  {change.sentence} [{', '.join(change.claims)}]" for change in found]
    return ["", f"Changed since {words.day(since)}:", *(told or ["  nothing"])]


def values(view: View, dataset: Dataset) -> dict[str, Any]:
    """The view as plain values: nations as ISO codes, days as ISO dates, None for not stated."""
    places = dataset.places.set_index("id")
    claims = view.claims
    return {
        "title": view.title,
        "asof": view.day.isoformat(),
        "deployments": [
            {
                "id": str(row.Index),
                "name": row.name,
                "part_of": stated(row.part_of),
                "status": stated(row.status),
                "lead": list(words.codes(row.lead)),
                "host": list(words.codes(row.host)),
                "place": stated(row.place),
                **_position(row.place, places),
                "troops_low": stated(row.troops_low),
                "troops_high": stated(row.troops_high),
                "hedge": stated(row.hedge),
                "counts": stated(row.counts),
                "strength_stated_on": _day(row.strength_known_on),
                "strength_grade": stated(row.strength_grade),
                "claims": claims.loc[claims["shown_in"] == row.Index, "id"].tolist(),
            }
            for row in each_row(view.deployments)
        ],
        "totals": [
            {
                "status": total.status,
                "programme": total.programme,
                "kind": total.kind,
                "low": total.low,
                "high": total.high,
                "hedge": total.hedge,
                "years": total.years and list(total.years),
                "deployments": total.deployments,
                "ceilings": total.ceilings,
                "unstated": total.unstated,
            }
            for total in view.totals
        ],
        "not_drawn": [
            {"kind": item.kind, "id": item.id, "label": item.label, "reason": item.reason}
            for item in view.not_drawn
        ],
        "disagreements": [
            _disagreement(found) for found in disagreements(dataset, view.known, view.deployments.index)
        ],
        "claims": [
            {column: stated(getattr(row, column)) for column in _CLAIM_COLUMNS}
            | {"lead": list(words.codes(row.lead)), "host": list(words.codes(row.host))}
            for row in each_row(claims)
        ],
    }


_CLAIM_COLUMNS = (
    "id", "source", "quote", "citation", "kind", "deployment", "said_on", "speaker", "speaker_role", "status",
    "lead", "host", "place", "troops_low", "troops_high", "hedge", "counts", "unit_count", "starts", "ends",
    "timing_words", "reliability", "credibility", "note",
)  # fmt: skip


def _disagreement(found: Disagreement) -> dict[str, Any]:
    statements = [asdict(one) | {"day": one.day.isoformat()} for one in found.statements]
    return asdict(found) | {"low": found.low, "high": found.high, "statements": statements}


def _day(value: Cell) -> str | None:
    return value.date().isoformat() if stated(value) else None


def _position(place: object, places: pd.DataFrame) -> dict[str, Any]:
    row = places.loc[place] if isinstance(place, str) and place in places.index else None
    if row is None:
        return {"lat": None, "lon": None, "precision": None}
    return {"lat": stated(row["lat"]), "lon": stated(row["lon"]), "precision": stated(row["precision"])}


def lines(view: View, dataset: Dataset) -> list[str]:
    """The view as text, one list entry a line."""
    names = names_by_code(dataset)
    text = [view.title, ""]
    for row in each_row(view.deployments):
        claims = view.claims[view.claims["shown_in"] == row.Index]
        lead = words.nations(row.lead, names) or words.NOT_STATED
        host = words.nations(row.host, names) or words.NOT_STATED
        text.append(f"{row.name} [{row.Index}]: {stated(row.status) or 'status not stated'}")
        text.append(f"  lead {lead} · host {host} · strength {words.strength_on(row, view.day)}")
        if row.gave_way:
            text.append("  (the whole; drawn through its parts, never added to them)")
        text += [f"  {line}" for line in claim_lines(claims, names)]
        text.append("")
    if view.deployments.empty:
        text += ["No deployment fits. Leave out a filter, or choose a later day.", ""]
    loose = view.claims[view.claims["shown_in"].isna()]
    if not loose.empty:
        text += ["About no deployment:", *[f"  {line}" for line in claim_lines(loose, names)], ""]
    text.append("Totals (a whole and its parts are never added):")
    text += [f"  {sentence(total)}" for total in view.totals] or ["  none"]
    text += disagreement_lines(disagreements(dataset, view.known, view.deployments.index), view, dataset)
    if view.not_drawn:
        text += ["", "Not drawn:", *[f"  {item.id}: {item.reason}" for item in view.not_drawn]]
    return text


def disagreement_lines(found: Sequence[Disagreement], view: View, dataset: Dataset) -> list[str]:
    """Each disagreement with its spread and its rule, and what each claim says; empty where there is none."""
    names = names_by_code(dataset)
    places = dict(zip(dataset.places["id"], dataset.places["name"], strict=True))
    text = ["", "Sources differ:"] if found else []
    for one in found:
        name = view.known.rows[one.deployment].name
        text.append(f"  {name}, {subject(one, names)}: {spread(one, names, places)}. {one.rule}")
        text += [f"    {one.decision}: {one.reason}"] if one.decision else []
        text += [
            f"    {value_of(side, one.field, names, places)} [{side.claim}, {side.grade}]"
            f" — {names.get(side.source, side.source)}, {words.day(side.day)}"
            for side in one.statements
        ]
    return text


def claim_lines(claims: pd.DataFrame, names: Mapping[str, str]) -> list[str]:
    """Each claim as the sentence or citation it stands on, with grade, speaker, source and day."""
    result = []
    for row in each_row(claims):
        grade = stated(row.grade) or ""
        speaker = stated(row.speaker) or stated(row.speaker_role)
        said = ", ".join(
            part
            for part in (speaker, names.get(row.source, row.source), words.day(row.known_on.date()))
            if part
        )
        body = f"“{row.quote}”" if isinstance(row.quote, str) else f"{row.citation} (cited, not quoted)"
        result.append(f"{row.id} [{grade}] {body} — {said}")
    return result
