"""`show`: the same answer as the page's, in a terminal or as JSON."""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date

from eastflank.commands import asked as viewing
from eastflank.commands.asked import NoClaims
from eastflank.commands.data_option import refuse
from eastflank.model import ClaimRow, Dataset, Deployment, Figure, Place
from eastflank.record.disagreements import Disagreement, disagreements, spread, subject, value_of
from eastflank.report.both_days import headings, lines_of, rows_of
from eastflank.report.totals_in_words import nation_lines, total_sentence
from eastflank.store.tables import BrokenData
from eastflank.view.address import PAIR
from eastflank.view.changes import Change, changes_in
from eastflank.view.comparison import Comparison
from eastflank.view.empty import why_empty
from eastflank.view.programmes import name_on
from eastflank.view.selection import View, names_by_code, view_of
from eastflank.words import en as words
from eastflank.words.en import side_by_side


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `show`."""
    viewing.add_arguments(parser)
    parser.add_argument(
        "--since",
        default="",
        metavar="DATE",
        help="also print what changed after this day, such as 2016-06-14 (or since= in the query)",
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of text")


def run(args: argparse.Namespace) -> int:
    """Print the view; 0, or 2 when the dataset or the view cannot be read: told why."""
    try:
        found = viewing.asked(args, args.since)
    except BrokenData as broken:
        return refuse(broken)
    except NoClaims as reason:
        print(json.dumps({"title": str(reason), "deployments": []}) if args.json else reason)
        return 0
    except viewing.CannotBeRead as reason:
        print(
            f"{reason}\nNothing was shown. Correct --view or --since, or leave that part out.",
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
    """What the view adds up to on both days, one thing a line."""
    rows = rows_of(compared, names_by_code(dataset))
    told = [f"  {line}" for line in lines_of(rows, headings(compared))]
    return ["", f"{side_by_side.HEADING}:", *(told or [f"  {side_by_side.NOTHING_ADDED_UP}"])]


def _both_days(compared: Comparison, dataset: Dataset) -> list[dict[str, str]]:
    return [row._asdict() for row in rows_of(compared, names_by_code(dataset))]


def change_lines(found: Sequence[Change], since: date) -> list[str]:
    """What changed, one sentence a line, each with its claims."""
    told = [f"  {change.sentence} [{', '.join(change.claims)}]" for change in found]
    return ["", f"Changed since {words.day(since)}:", *(told or ["  nothing"])]


def values(view: View, dataset: Dataset) -> dict[str, object]:
    """The view as plain values: nations as ISO codes, days as ISO dates, None for not stated."""
    places = dataset.places_by_id
    claims: dict[str, list[str]] = {}
    for row in view.claims:
        claims.setdefault(view.known.shown_in(row), []).append(row.id)
    return {
        "title": view.title,
        "notes": list(view.notes),
        "asof": view.day.isoformat(),
        "newest": view.newest.isoformat() if view.newest else None,
        "deployments": [
            _deployment(one, view.day, dataset)
            | _position(places.get(one.place or ""))
            | {"claims": claims.get(one.id, [])}
            for one in view.deployments
        ],
        "nations": [
            {"nation": one.nation, "deployment": one.deployment, "of": one.of, "planned": one.planned,
             "announced": one.announced, "old": one.old, **_figure(one.figure)}
            for one in view.nations
        ],
        "totals": [
            {
                "kind": total.kind,
                "units": total.units,
                "stating": total.stating,
                "low": total.low,
                "high": total.high,
                "hedge": total.hedge,
                "years": total.years and list(total.years),
                "ceilings": total.ceilings,
                "old": total.old,
                "old_persons": total.old_persons,
                "group": total.group or None,
                "words": total_sentence(total, view.known),
            }
            for total in view.totals
        ],
        "not_drawn": [
            {"kind": item.kind, "id": item.id, "label": item.label, "reason": item.reason}
            for item in view.not_drawn
        ],
        "disagreements": [
            _disagreement(found) for found in disagreements(dataset, view.known, view.by_id)
        ],
        "claims": [_claim(row) for row in view.claims],
    }  # fmt: skip


def _deployment(one: Deployment, day: date, dataset: Dataset) -> dict[str, object]:
    """A deployment as plain values. A plan's strength stands in `planned`, never in `troops_low`."""
    there = None if one.planned else one.figure
    target = next((plan.figure for plan in one.plans if plan.field == "strength"), None)
    planned = one.figure if one.planned else target
    return {
        "id": one.id,
        "name": one.name,
        "sort": one.sort,
        "kind": one.kind,
        "programme": name_on(dataset, one.programme, day).short or None,
        "part_of": one.part_of or None,
        "under": one.under or None,
        "counted_with": one.counted_with or None,
        "missing": one.missing,
        "status": one.status,
        "status_claim": one.status_claim,
        "status_words": words.status_on(one, day),
        "lead": list(one.lead),
        "host": list(one.host),
        "meant_for": list(one.meant_for),
        "place": one.place,
        "troops_low": there.low if there else None,
        "troops_high": there.high if there else None,
        "hedge": there.hedge if there else None,
        "counts": one.counts,
        "strength": words.strength_on(one, day),
        "strength_claim": there.claim if there else None,
        "strength_stated_on": there.told_first.isoformat() if there else None,
        "strength_grade": (there.grade or None) if there else None,
        "announced": one.announced,
        "old": one.old,
        "planned": _figure(planned) if planned else None,
        "last_reported": one.last_word.isoformat() if one.last_word else None,
        "silent": one.silent,
        "lapsed": one.lapsed,
        "off_map": one.off_map or None,
        "overtaken": [{"field": field, "by": claim} for field, claim in one.overtaken],
        "not_followed": [{"field": field, "claim": claim} for field, claim in one.not_followed],
        "contingents": [
            {"nation": part.nation, "claim": part.claim, "planned": part.planned,
             "announced": part.announced, "old": part.old, **_figure(part.figure)}
            for part in one.contingents
        ],
    }  # fmt: skip


def _figure(figure: Figure | None) -> dict[str, object]:
    return {
        "low": figure.low if figure else None,
        "high": figure.high if figure else None,
        "hedge": figure.hedge if figure else None,
        "stated_on": figure.told_first.isoformat() if figure else None,
        "figure_claim": figure.claim if figure else None,
        "grade": (figure.grade or None) if figure else None,
    }


def _claim(row: ClaimRow) -> dict[str, object]:
    """A claim by the columns of `claims.csv`, as the table has them."""
    return {
        "id": row.id,
        "source": row.source or None,
        "basis": row.basis,
        "quote": row.quote,
        "citation": row.citation,
        "kind": row.kind,
        "deployment": row.deployment or None,
        "said_on": row.said_on,
        "as_at": row.as_at,
        "speaker": row.speaker,
        "speaker_role": row.speaker_role,
        "status": row.status,
        "lead": list(row.lead),
        "host": list(row.host),
        "meant_for": list(row.meant_for),
        "place": row.place,
        "troops_low": row.low,
        "troops_high": row.high,
        "hedge": row.hedge,
        "counts": row.counts,
        "unit_count": row.unit_count,
        "starts": row.starts,
        "ends": row.ends,
        "timing_words": row.timing_words,
        "reliability": row.reliability,
        "credibility": row.credibility,
        "review": row.review,
        "rests_on": ";".join(row.rests_on) or None,
        "note": row.note,
    }


def _disagreement(found: Disagreement) -> dict[str, object]:
    statements = [asdict(one) | {"day": one.day.isoformat()} for one in found.statements]
    return asdict(found) | {"low": found.low, "high": found.high, "statements": statements}


def _position(place: Place | None) -> dict[str, object]:
    if place is None or math.isnan(place.at.lat):
        return {"lat": None, "lon": None, "precision": place.precision if place else None}
    return {"lat": place.at.lat, "lon": place.at.lon, "precision": place.precision}


_SECTIONS = {"unit": "Units", "group": "Groups of units, never added to them", "statistic": "Statistics"}


def lines(view: View, dataset: Dataset) -> list[str]:
    """The view as text, one list entry a line."""
    names = names_by_code(dataset)
    text = [view.title, *(words.capitalised(note) for note in view.notes), ""]
    if view.nations:
        text += [*nation_lines(view, names), ""]
    over = [one for one in view.deployments if one.over]
    for sort, heading in _SECTIONS.items():
        found = [one for one in view.deployments if one.sort == sort and not one.over]
        text += _section(heading, found, view, names)
    text += _section("Over", over, view, names)
    if not view.deployments:
        text += [why_empty(view, dataset), ""]
    loose = [row for row in view.claims if not view.known.shown_in(row)]
    if loose:
        text += ["About no deployment:", *[f"  {line}" for line in claim_lines(loose, names)], ""]
    text.append("Totals of what is there, by kind (kinds are never added to each other):")
    text += [f"  {total_sentence(total, view.known)}" for total in view.totals] or ["  none"]
    text += disagreement_lines(disagreements(dataset, view.known, view.by_id), view, dataset)
    if view.not_drawn:
        text += ["", "Not drawn:", *[f"  {item.id}: {item.reason}" for item in view.not_drawn]]
    return text


def _section(heading: str, found: Sequence[Deployment], view: View, names: Mapping[str, str]) -> list[str]:
    text = [f"{heading}:", ""] if found else []
    for one in found:
        claims = [row for row in view.claims if view.known.shown_in(row) == one.id]
        lead = words.nations(one.lead, names) or words.NOT_STATED
        host = words.nations(one.host, names) or words.NOT_STATED
        meant = f" · meant for {words.nations(one.meant_for, names)}" if one.meant_for else ""
        text.append(f"{one.name} [{one.id}]: {words.status_on(one, view.day)}")
        text.append(f"  lead {lead} · host {host}{meant} · strength {words.strength_on(one, view.day)}")
        if one.contingents:
            sent = "; ".join(words.contingent(part, names, view.day) for part in one.contingents)
            text.append(f"  contingents: {sent}")
        text += [f"  planned: {plan}" for plan in words.plans(one, names, view.day)]
        text += [f"  overtaken: its {field} by {claim}, which is left out" for field, claim in one.overtaken]
        text += [f"  not followed: {claim}, a weak claim on its {field}" for field, claim in one.not_followed]
        text += [f"  {line}" for line in claim_lines(claims, names)]
        text.append("")
    return text


def disagreement_lines(found: Sequence[Disagreement], view: View, dataset: Dataset) -> list[str]:
    """Each disagreement with its spread and its rule, and what each claim says; empty where there is none."""
    names = names_by_code(dataset)
    places = {one: place.name for one, place in dataset.places_by_id.items()}
    text = ["", "Sources differ:"] if found else []
    for one in found:
        name = view.known.deployments[one.deployment].name
        text.append(f"  {name}, {subject(one, names)}: {spread(one, names, places)}. {one.rule}")
        text += [f"    {one.decision}: {one.reason}"] if one.decision else []
        text += [
            f"    {value_of(side, one.field, names, places)} [{side.claim}, {side.grade}]"
            f" — {names.get(side.source, side.source)}, {words.day(side.day)}"
            for side in one.statements
        ]
    return text


def claim_lines(claims: Iterable[ClaimRow], names: Mapping[str, str]) -> list[str]:
    """Each claim as the sentence or citation it stands on, with grade, speaker, source and day."""
    result = []
    for row in claims:
        speaker = row.speaker or row.speaker_role
        said = ", ".join(part for part in (speaker, names[row.source], words.day(row.known_on)) if part)
        if row.quote is not None:
            body = words.quotation(row.quote)
        elif row.basis == "judged":
            body = f"{row.note} (judged from {';'.join(row.rests_on)})"
        else:
            body = f"{row.citation} (cited, not quoted)"
        result.append(f"{row.id} [{row.grade}] {body} — {said}")
    return result
