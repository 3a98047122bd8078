"""Every day on which anything changes, and every source, of the live record."""

from __future__ import annotations

import pytest

from eastflank.record.as_of import known_as_of
from eastflank.view.filters import EVERYTHING, Filters
from eastflank.view.selection import known_by, select
from tests import laws
from tests.data.live import ANCHORS, DATASET, briefing

DAYS = laws.days_of(DATASET)


def test_every_day_contradicts_nothing() -> None:
    broken = [
        f"{day}: {text}"
        for day in DAYS
        for known in [known_as_of(DATASET, day)]
        for text in (
            *(text for law in laws.OF_WHAT_IS_KNOWN for text in law(known, DATASET)),
            *laws.totals_add_only_what_is_there(select(DATASET, EVERYTHING, known)),
            *laws.what_counts_is_on_the_map_or_listed(select(DATASET, EVERYTHING, known), DATASET, ANCHORS),
        )
    ]
    assert broken == []


def test_the_table_holds_every_deployment_on_every_day() -> None:
    broken = [
        f"{day}: {text}"
        for day in DAYS
        for text in laws.the_table_holds_every_deployment(briefing(f"asof={day}"))
    ]
    assert broken == []


@pytest.mark.parametrize(
    "filters",
    [
        Filters(grade="A1"),
        Filters(grade="B2"),
        *(Filters(source=(one,)) for one in sorted(DATASET.sources["id"])),
    ],
    ids=lambda filters: filters.grade or filters.source[0],
)
def test_no_evidence_alone_revives_anything(filters: Filters) -> None:
    broken = [
        f"{day}: {text}"
        for day in DAYS
        for text in laws.nothing_is_revived(known_by(DATASET, filters, day), known_as_of(DATASET, day))
    ]
    assert broken == []
