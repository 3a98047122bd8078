"""Spans of status and of strength, from what was known day by day."""

from datetime import date

import pandas as pd

from eastflank.as_of import Known, as_of
from eastflank.history import spells, strengths
from tests.builders import claim, dataset

UNTIL = date(2017, 12, 31)
EXACT = {"troops_low": 450, "troops_high": 450, "counts": "whole"}


def record(*claims: dict) -> list[Known]:
    small = dataset(*claims)
    return [as_of(small, day.date()) for day in sorted(small.claims["known_on"].unique())]


def test_a_span_lasts_until_the_status_changes() -> None:
    found = spells(
        record(
            claim("a", "2016-06-14", status="considered"),
            claim("b", "2016-06-20", lead="CAN"),
            claim("c", "2016-07-08", status="decided"),
        ),
        UNTIL,
    )
    assert found["status"].tolist() == ["considered", "decided"]
    assert found["start"].tolist() == [pd.Timestamp(2016, 6, 14), pd.Timestamp(2016, 7, 8)]
    assert found["end"].tolist() == [pd.Timestamp(2016, 7, 8), pd.Timestamp(UNTIL)]
    assert found["standing"].tolist() == ["considered or offered", "agreed or on the way"]


def test_no_record_has_no_spans() -> None:
    assert spells([], UNTIL).empty


def test_a_deployment_without_a_status_has_no_span() -> None:
    assert spells(record(claim("a", "2016-06-14", lead="CAN")), UNTIL).empty


def test_a_strength_stands_from_its_claim_on() -> None:
    days = record(
        claim("a", "2016-06-14", status="agreed"), claim("b", "2016-07-08", status="agreed", **EXACT)
    )
    found = strengths(days, "latvia", UNTIL)
    assert found[["start", "end", "low", "claim"]].to_numpy().tolist() == [
        [pd.Timestamp(2016, 7, 8), pd.Timestamp(UNTIL), 450, "b"]
    ]
    assert strengths(days, "lithuania", UNTIL).empty
