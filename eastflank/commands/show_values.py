"""A view as plain values: what `show --json` prints."""

from __future__ import annotations

import math
from dataclasses import asdict
from datetime import date

from eastflank.model import ClaimRow, Dataset, Deployment, Figure, Place
from eastflank.record.disagreements import Disagreement
from eastflank.report.columns import without
from eastflank.report.deployment_columns import DATASET, DEPLOYMENT
from eastflank.report.differences import differences_of
from eastflank.report.entries import entries_of
from eastflank.report.totals_in_words import total_sentence
from eastflank.view.programmes import name_on
from eastflank.view.selection import View
from eastflank.words.chosen import values as words


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
            _deployment(entry.known, view.day, dataset)
            | _position(places.get(entry.known.place or ""))
            | {"claims": claims.get(entry.id, [])}
            | _of_several(entry.known.dataset)
            | {column.key: column.data(entry) for column in _FURTHER}
            for entry in entries_of(view, dataset)
        ],
        "nations": [
            {"nation": one.nation, "deployment": one.deployment, "of": one.of, "planned": one.planned,
             "announced": one.announced, "old": one.old, **_figure(one.figure)}
            for one in view.nations
        ],
        "totals": [
            {
                "kind": total.kind.id,
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
            } | _of_several(total.dataset)
            for total in view.totals
        ],
        "not_drawn": [
            {"kind": item.kind, "id": item.id, "label": item.label, "reason": item.reason}
            for item in view.not_drawn
        ],
        "disagreements": [
            _disagreement(one.found) for one in differences_of(view, dataset)
        ],
        "claims": [_claim(row) for row in view.claims],
    } | ({"datasets": dict(dataset.titles)} if dataset.parts else {})  # fmt: skip


_IN_CODES = {
    "id", "name", "sort", "kind", "programme", "part_of", "status", "lead", "host", "meant_for", "place",
    "precision", "troops_low", "troops_high", "hedge", "counts", "strength", "strength_stated_on", "planned",
    "contingents", "claims", DATASET,
}  # fmt: skip
"""The columns whose values stand here as the tables of the record have them."""
_IN_WORDS = {"begins", "not_drawn", "sources"}
"""Those for which readers alone have a use, or that stand elsewhere here."""
_FURTHER = without(DEPLOYMENT, _IN_CODES | _IN_WORDS)


def _deployment(one: Deployment, day: date, dataset: Dataset) -> dict[str, object]:
    """A deployment as plain values. A plan's strength stands in `planned`, never in `troops_low`."""
    there = None if one.planned else one.figure
    target = next((plan.figure for plan in one.plans if plan.field == "strength"), None)
    planned = one.figure if one.planned else target
    return {
        "id": one.id,
        "name": one.name,
        "sort": one.sort,
        "kind": one.kind.id,
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
    } | _of_several(row.dataset)


def _of_several(name: str) -> dict[str, object]:
    """The name of the dataset, where several are laid over each other."""
    return {"dataset": name} if name else {}


def _disagreement(found: Disagreement) -> dict[str, object]:
    statements = [asdict(one) | {"day": one.day.isoformat()} for one in found.statements]
    return asdict(found) | {"low": found.low, "high": found.high, "statements": statements}


def _position(place: Place | None) -> dict[str, object]:
    if place is None or math.isnan(place.at.lat):
        return {"lat": None, "lon": None, "precision": place.precision if place else None}
    return {"lat": place.at.lat, "lon": place.at.lon, "precision": place.precision}
