"""Twenty seeded days of the live record: nothing on any of them that an expert would call wrong."""

from __future__ import annotations

import random
from datetime import date

import pytest

from eastflank.record.as_of import known_as_of
from eastflank.view.filters import EVERYTHING, Filters
from eastflank.view.selection import known_by, select
from tests import laws
from tests.data.live import ANCHORS, DATASET, briefing

DAYS = sorted(random.Random(2016).sample(laws.days_of(DATASET), 20))  # noqa: S311 - a sample, not a secret


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_what_is_known_on_a_day_contradicts_nothing(day: date) -> None:
    known = known_as_of(DATASET, day)
    broken = [text for law in laws.OF_WHAT_IS_KNOWN for text in law(known, DATASET)]
    assert broken == []


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_title_totals_map_and_table_agree(day: date) -> None:
    view = select(DATASET, EVERYTHING, known_as_of(DATASET, day))
    broken = [
        *laws.totals_add_only_what_is_there(view),
        *laws.what_counts_is_on_the_map_or_listed(view, DATASET, ANCHORS),
        *laws.the_table_holds_every_deployment(briefing(f"asof={day}")),
    ]
    assert broken == []


@pytest.mark.parametrize("grade", ["A1", "B2"])
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_better_evidence_revives_nothing(day: date, grade: str) -> None:
    part = known_by(DATASET, Filters(grade=grade), day)
    assert list(laws.nothing_is_revived(part, known_as_of(DATASET, day))) == []
