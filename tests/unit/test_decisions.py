"""A curator's decision: its effect on what is known, and when the check refuses it."""

from datetime import date

import pytest

from eastflank.checks.decisions import decisions_still_apply
from eastflank.model import Dataset
from eastflank.record.as_of import Known, known_as_of
from eastflank.record.disagreements import disagreements_in
from tests.builders import claim, dataset

PLACES = [
    {"id": name, "name": name, "country": "LVA", "lat": 57.0, "lon": 24.0, "precision": "town", "geocoder": "curated"}
    for name in ("adazi", "riga")
]  # fmt: skip
OLD = claim("old", "2022-10-17", status="deployed", place="adazi", lead="CAN")
NEW = claim("new", "2022-11-30", source="ministry", status="deployed", place="riga")
LATER = claim("later", "2024-01-01", status="deployed", place="riga")


def decision(**cells: str) -> dict:
    plain = {
        "id": "D001",
        "deployment": "latvia",
        "field": "place",
        "claim": "old",
        "decided_on": "2023-01-01",
    }
    return {**plain, "reason": "It was there.", **cells}


def decided(*claims: dict, by: dict | None = None, **tables: list) -> Dataset:
    return dataset(*claims, places=PLACES, decisions=[by or decision()], **tables)


def known(small: Dataset, day: str = "2030-01-01") -> Known:
    return known_as_of(small, date.fromisoformat(day))


def place(small: Dataset, day: str = "2030-01-01") -> tuple[str | None, str | None]:
    one = known(small, day).deployments["latvia"]
    return one.place, one.place_claim


def test_the_field_takes_the_claim_decided_for() -> None:
    assert place(decided(OLD, NEW)) == ("adazi", "old")
    assert place(dataset(OLD, NEW, places=PLACES)) == ("riga", "new")


def test_a_decision_holds_from_the_day_of_its_claim_whenever_it_was_taken() -> None:
    for_new = decided(OLD, NEW, LATER | {"said_on": "2022-12-24", "place": "adazi"}, by=decision(claim="new"))
    assert place(for_new, "2022-11-29") == ("adazi", "old")
    assert place(for_new, "2022-12-24") == ("riga", "new")


def test_a_decision_gives_way_to_a_claim_of_another_time() -> None:
    assert place(decided(OLD, NEW, LATER)) == ("riga", "later")


def test_a_decision_does_not_count_where_its_claim_does_not() -> None:
    small = decided(OLD, NEW)
    alone = known_as_of(small, date(2030, 1, 1), small.claims[small.claims["id"] == "new"])
    assert alone.deployments["latvia"].place == "riga"


def test_a_decided_strength_is_no_range() -> None:
    figures = {"status": "deployed", "counts": "whole"}
    small = decided(
        claim("old", "2022-11-15", troops_low=1430, troops_high=1430, **figures),
        claim("new", "2022-11-15", source="ministry", troops_low=2200, troops_high=2200, **figures),
        by=decision(field="strength"),
    )
    figure = known(small).deployments["latvia"].figure
    assert figure
    assert (figure.low, figure.high, figure.claim) == (1430, 1430, "old")
    (one,) = disagreements_in(small, known(small))
    assert (one.decision, one.shown) == ("D001", "old")


def test_an_answer_to_a_finding_decides_nothing_between_sources() -> None:
    answer = decision(id="D009", claim="new", check="a_check", row="new")
    assert place(dataset(OLD, NEW, places=PLACES, decisions=[decision(), answer])) == ("adazi", "old")
    both = dataset(OLD, NEW, places=PLACES, decisions=[decision(), answer])
    (one,) = disagreements_in(both, known(both))
    assert (one.decision, one.reason) == ("D001", "It was there.")
    alone = dataset(OLD, NEW, places=PLACES, decisions=[answer | {"claim": "old"}])
    assert place(alone) == ("riga", "new")


def test_a_decided_contingent_is_the_nations() -> None:
    small = decided(
        OLD,
        NEW,
        by=decision(field="contingent", nation="CAN"),
        contributions=[
            {"claim": claim, "nation": nation, "troops_low": figure, "troops_high": figure}
            for claim, nation, figure in (
                ("new", "CAN", 400),
                ("new", "USA", 90),
                ("old", "CAN", 450),
                ("old", "USA", 80),
            )
        ],
    )
    found = {part.nation: part.figure for part in known(small, "2023-01-01").contingents if part.figure}
    assert {nation: figure.claim for nation, figure in found.items()} == {"CAN": "old", "USA": "new"}
    assert {nation: figure.low for nation, figure in found.items()} == {"CAN": 450, "USA": 90}


def test_a_decided_status_is_the_deployments() -> None:
    small = decided(
        claim("old", "2022-10-17", status="considered"),
        claim("new", "2022-10-17", source="ministry", status="agreed"),
        by=decision(field="status"),
    )
    one = known(small).deployments["latvia"]
    assert (one.status, one.status_claim) == ("considered", "old")


def test_the_disagreement_remains_and_names_the_decision() -> None:
    small = decided(OLD, NEW)
    (one,) = disagreements_in(small, known(small))
    assert [side.value for side in one.statements] == ["riga", "adazi"]
    assert (one.decision, one.stands) == ("D001", True)
    assert one.rule == "A curator decided for old."


@pytest.mark.parametrize("decided_on", ["1999-01-01", "2023-01-01", "2099-01-01"])
def test_a_decision_that_applies_has_no_finding_on_whatever_day_it_was_taken(decided_on: str) -> None:
    assert not [*decisions_still_apply(decided(OLD, NEW, by=decision(decided_on=decided_on)))]


@pytest.mark.parametrize(
    "newer",
    [
        LATER | {"said_on": "2023-04-01", "source": "ministry"},  # of the same half-year
        LATER | {"place": None},  # says nothing of the matter
        LATER | {"status": "agreed"},  # a plan for what is there already
        LATER | {"credibility": 5, "said_on": "2024-10-01"},  # too weak to displace it yet
    ],
)
def test_a_decision_holds_beside_a_newer_claim_that_does_not_overtake_it(newer: dict) -> None:
    assert not [*decisions_still_apply(decided(OLD, NEW, newer))]


@pytest.mark.parametrize(
    ("small", "message"),
    [
        (decided(OLD, NEW, by=decision(nation="CAN")), "nation: A decision on place has no nation."),
        (decided(OLD, NEW, by=decision(field="contingent")), "nation: A decision on contingent needs a nation."),
        (decided(OLD | {"deployment": "lithuania"}, NEW), "claim: old is about lithuania, not latvia."),
        (decided(OLD | {"deployment": None, "kind": "statement"}, NEW), "claim: old is about no deployment, not latvia."),
        (decided(OLD | {"place": None}, NEW), "claim: old does not state the place."),
        (decided(OLD, NEW, by=decision(field="strength")), "claim: old does not state the strength."),
        (decided(OLD), "claim: No other source of the time disagrees with old on this any more."),
        (decided(OLD, NEW | {"place": "adazi"}), "claim: No other source of the time disagrees with old on this any more."),
        (decided(OLD, NEW, LATER), "claim: later states the place of 1 January 2024, a later time than that of old."),
        (decided(OLD, NEW, LATER, by=decision(decided_on="2099-01-01")), "claim: later states the place of 1 January 2024"),
        (decided(OLD, NEW, by=decision(deployment=None)), "deployment: A decision between sources has no deployment."),
        (
            dataset(OLD, NEW, places=PLACES, decisions=[decision(id="D000", claim="new"), decision()]),
            "claim: D000 already decides this disagreement.",
        ),
    ],
)  # fmt: skip
def test_a_decision_that_no_longer_applies_is_found(small: Dataset, message: str) -> None:
    (finding,) = decisions_still_apply(small)
    assert str(finding).startswith("decisions.csv, line ")
    assert "(D001)" in finding.row
    assert message in str(finding)
    assert finding.remedy


def test_a_decision_about_claims_of_no_day_is_not_judged() -> None:
    """That a claim has a day is another law, without which no view is shown."""
    assert [*decisions_still_apply(dataset(decisions=[decision()]))] == []
