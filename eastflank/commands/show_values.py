"""A view as plain values: what `show --json` prints."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from eastflank import dates
from eastflank.model import ClaimRow, Dataset
from eastflank.record.disagreements import Disagreement
from eastflank.report.columns import without
from eastflank.report.deployment_columns import DATASET, DEPLOYMENT
from eastflank.report.differences import differences_of
from eastflank.report.entries import DeploymentEntry, entries_of
from eastflank.report.plain_values import of_figure, there
from eastflank.report.totals_in_words import total_sentence
from eastflank.view.selection import View


def values(view: View, dataset: Dataset) -> dict[str, object]:
    """The view as plain values: nations as ISO codes, days as ISO dates, None for not stated."""
    claims: dict[str, list[str]] = {}
    for row in view.claims:
        claims.setdefault(view.known.shown_in(row), []).append(row.id)
    return {
        "title": view.title,
        "notes": list(view.notes),
        "asof": view.day.isoformat(),
        "newest": dates.text_of(*view.newest) if view.newest else None,
        "deployments": [
            _deployment(entry, dataset, claims.get(entry.id, [])) for entry in entries_of(view, dataset)
        ],
        "nations": [
            {"nation": one.nation, "deployment": one.deployment, "of": one.of, "planned": one.planned,
             "announced": one.announced, "old": one.old, **of_figure(one.figure)}
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
                "ceiling_persons": total.ceiling,
                "old_persons": total.old_sum.low if total.old else 0,
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


_COLUMNS = without(
    DEPLOYMENT,
    {"begins", "not_drawn", "claims", "sources", DATASET},
    after={
        "programme": "kind",
        "part_of": "programme",
        "counts": "hedge",
        "strength": "counts",
        "precision": "contingents",
    },
)
"""The columns of every product, in an order that never changes, for the programs that read it.

Columns that only people need, or that are elsewhere in the answer, are left out.
"""


def _deployment(entry: DeploymentEntry, dataset: Dataset, claims: Sequence[str]) -> dict[str, object]:
    """A deployment as plain values. A plan's strength is in `planned`, never in `troops_low`."""
    one = entry.known
    figure, place = there(one), dataset.places_by_id.get(one.place or "")
    placed = place is not None and not math.isnan(place.at.lat)
    beside: Mapping[str, Mapping[str, object]] = {  # values without a column, after the column they belong to
        "part_of": {
            "under": one.under or None,
            "counted_with": one.counted_with or None,
            "missing": one.missing,
        },
        "status": {"status_claim": one.status_claim, "status_words": entry.described.status_on_day},
        "strength": {"strength_claim": figure.claim if figure else None},
        "strength_stated_on": {
            "strength_grade": (figure.grade or None) if figure else None,
            "announced": one.announced,
            "old": one.old,
        },
        "planned": {
            "last_reported": one.last_word.isoformat() if one.last_word else None,
            "silent": one.silent,
            "lapsed": one.lapsed,
            "off_map": one.off_map or None,
            "overtaken": [{"field": field, "by": claim} for field, claim in one.overtaken],
            "not_followed": [{"field": field, "claim": claim} for field, claim in one.not_followed],
        },
        "contingents": {
            "lat": place.at.lat if place and placed else None,
            "lon": place.at.lon if place and placed else None,
        },
        "precision": {"claims": claims, **_of_several(one.dataset)},
    }
    found: dict[str, object] = {}
    for column in _COLUMNS:
        found |= {column.key: column.codes(entry), **beside.get(column.key, {})}
    return found


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
    """The name of the dataset, if several are shown together."""
    return {"dataset": name} if name else {}


def _disagreement(found: Disagreement) -> dict[str, object]:
    statements = [asdict(one) | {"day": dates.text_of(one.first, one.day)} for one in found.statements]
    for one in statements:
        del one["first"]
    return {
        "deployment": found.deployment,
        "field": found.field,
        "nation": found.nation,
        "statements": statements,
        "apart": found.apart,
        "shown": found.shown,
        "stands": found.stands,
        "decision": found.decision,
        "reason": found.reason,
        "rule": found.rule,
        "low": found.low,
        "high": found.high,
    }
