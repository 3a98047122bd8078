"""What changed between two days, in sentences that name their claims."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eastflank.as_of import as_of
from eastflank.changes import Change, changes
from eastflank.evidence import DATA, SEEDS
from eastflank.evidence.tables import read
from tests.builders import claim, dataset

REAL = read(DATA, SEEDS)
DAYS = sorted(day.date() for day in REAL.claims["known_on"].unique())


def between(first: str, second: str, *claims: dict, **tables: list) -> dict[str, Change]:
    small = dataset(*claims, **tables)
    known = [as_of(small, date.fromisoformat(day)) for day in (first, second)]
    return {change.kind: change for change in changes(*known, small)}


OLD = claim("old", "2016-06-14", status="considered", lead="CAN")


@pytest.mark.parametrize(
    ("cells", "kind", "sentence"),
    [
        ({"status": "decided"}, "status", "Battlegroup Latvia: status moved from considered to decided."),
        ({"lead": "DEU"}, "lead", "Battlegroup Latvia: lead moved from Canada to Germany."),
        ({"host": "LVA"}, "host", "Battlegroup Latvia: host is now stated, Latvia."),
        ({"place": "adazi"}, "place", "Battlegroup Latvia: place is now stated, Ādaži."),
        (
            {"troops_low": 450, "troops_high": 450, "hedge": "about", "counts": "whole"},
            "strength",
            "Battlegroup Latvia: strength is now stated, about 450.",
        ),
    ],
)
def test_a_field_that_differs_is_a_sentence_with_its_claim(cells: dict, kind: str, sentence: str) -> None:
    found = between("2016-06-14", "2016-07-08", OLD, claim("new", "2016-07-08", **cells))
    assert found == {kind: Change("latvia", "Battlegroup Latvia", kind, sentence, ("new",))}


def test_a_deployment_nobody_had_spoken_of_is_one_change() -> None:
    found = between(
        "2016-06-14", "2016-07-08", claim("new", "2016-07-08", status="decided", lead="CAN", host="LVA")
    )
    assert [change.sentence for change in found.values()] == [
        "Battlegroup Latvia: spoken of for the first time; decided, led by Canada, in Latvia."
    ]


def test_what_turned_out_to_be_another_is_said() -> None:
    early = claim("early", "2016-06-14", deployment="early", status="considered")
    found = between("2016-06-14", "2016-07-08", early, OLD, claim("new", "2016-07-08", status="decided"))
    assert found["became"].sentence == "The early one turned out to be Battlegroup Latvia."
    assert found["became"].claims == ("new",)


def test_nations_that_join_are_named() -> None:
    sent = [{"claim": "new", "nation": "DEU"}, {"claim": "new", "nation": "CAN"}]
    found = between("2016-06-14", "2016-07-08", OLD, claim("new", "2016-07-08"), contributions=sent)
    assert found["contributors"].sentence == "Battlegroup Latvia: Canada and Germany join with people."


@settings(max_examples=8)
@given(st.sampled_from(DAYS), st.sampled_from(DAYS))
def test_every_change_of_the_record_rests_on_a_claim_said_since(first: date, second: date) -> None:
    before, after = as_of(REAL, min(first, second)), as_of(REAL, max(first, second))
    said = set(after.claims["id"])
    since = said - set(before.claims["id"])
    for change in changes(before, after, REAL):
        assert set(change.claims) <= said
        assert since or not change.claims


def test_nothing_changes_between_a_day_and_itself() -> None:
    known = as_of(REAL, DAYS[-1])
    assert changes(known, known, REAL) == ()
