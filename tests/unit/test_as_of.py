"""The fold: what is known on a day, from claims."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eastflank.model import STATUSES, Dataset, Standing
from eastflank.record.as_of import Known, as_of
from tests.builders import claim, dataset
from tests.frozen import RECORD

DAYS = sorted(set(RECORD.claims["known_on"].dt.date))


def known(*claims: dict, day: str = "2030-01-01", **tables: list) -> Known:
    return as_of(dataset(*claims, **tables), date.fromisoformat(day))


def latvia(*claims: dict, day: str = "2030-01-01") -> pd.Series:
    return known(*claims, day=day).deployments.loc["latvia"]


def test_each_field_takes_the_newest_claim_that_states_it_and_remembers_it() -> None:
    row = latvia(
        claim("old", "2016-06-14", status="considered", lead="CAN"),
        claim("new", "2016-07-08", status="decided", host="LVA"),
    )
    assert (row["lead"], row["lead_claim"]) == ("CAN", "old")
    assert (row["host"], row["host_claim"]) == ("LVA", "new")
    assert (row["status"], row["status_claim"]) == ("decided", "new")
    assert row["claim_count"] == 2


def test_nothing_said_later_is_visible() -> None:
    claims = claim("a", "2016-06-14", lead="CAN"), claim("b", "2016-07-08", lead="DEU")
    assert latvia(*claims, day="2016-07-07")["lead"] == "CAN"
    assert latvia(*claims, day="2016-07-08")["lead"] == "DEU"
    assert known(*claims, day="2016-06-13").deployments.empty


def test_a_claim_without_a_day_counts_from_its_publication() -> None:
    undated = claim("a", "", source="ministry", lead="CAN") | {"said_on": None}
    assert known(undated, day="2017-12-30").deployments.empty
    assert known(undated, day="2017-12-31").deployments.index.tolist() == ["latvia"]


def test_a_month_counts_from_its_last_day() -> None:
    assert known(claim("a", "2017-02"), day="2017-02-27").deployments.empty
    assert not known(claim("a", "2017-02"), day="2017-02-28").deployments.empty


def test_a_status_moves_forward_only() -> None:
    assert (
        latvia(claim("a", "2016-07-08", status="decided"), claim("b", "2016-10-26", status="pledged"))[
            "status"
        ]
        == "decided"
    )


@pytest.mark.parametrize(
    "end", [status for status, standing in STATUSES.items() if standing == Standing.GONE]
)
def test_after_an_end_only_what_follows_counts(end: str) -> None:
    ended = claim("a", "2016-07-08", status="deployed"), claim("b", "2017-01-01", status=end)
    assert latvia(*ended)["status"] == end
    again = latvia(*ended, claim("c", "2018-01-01", status="considered"))
    assert (again["status"], again["status_claim"]) == ("considered", "c")


def test_a_plan_for_more_is_not_shown_as_being_there() -> None:
    row = latvia(
        claim("there", "2017-08-01", status="deployed", troops_low=900, troops_high=900, counts="whole"),
        claim("plan", "2018-08-01", status="agreed", troops_low=2000, troops_high=2000, counts="whole"),
    )
    assert (row["troops_low"], row["strength_claim"]) == (900, "there")


def test_a_ceiling_does_not_replace_a_strength() -> None:
    row = latvia(
        claim("strength", "2022-06-28", status="deployed", troops_low=1430, troops_high=1430, counts="whole"),
        claim("ceiling", "2025-05-31", status="deployed", troops_high=1300, hedge="up to", counts="whole"),
    )
    assert (row["troops_low"], row["strength_claim"]) == (1430, "strength")
    assert row["strength_known_on"] == pd.Timestamp(2022, 6, 28)


def test_low_and_high_come_from_one_claim() -> None:
    row = latvia(
        claim("ceiling", "2016-07-08", status="agreed", troops_high=1000, hedge="up to", counts="whole"),
        claim("floor", "2016-08-08", status="agreed", troops_low=450, hedge="more than", counts="whole"),
    )
    assert row["troops_low"] == 450
    assert pd.isna(row["troops_high"])


def test_one_contingent_is_not_the_strength() -> None:
    assert pd.isna(
        latvia(claim("a", "2016-07-08", troops_low=450, troops_high=450, counts="contingent"))[
            "strength_claim"
        ]
    )


def test_one_unit_of_several_is_not_the_strength_of_the_whole() -> None:
    unit = claim("a", "2016-07-08", deployment="whole", troops_low=800, troops_high=1000, counts="unit")
    part = claim("b", "2016-07-08", troops_low=800, troops_high=1000, counts="unit")
    deployments = known(unit, part).deployments
    assert pd.isna(deployments.loc["whole", "troops_low"])
    assert deployments.loc["latvia", "troops_low"] == 800


def test_sources_that_differ_in_the_same_period_span_a_range() -> None:
    row = latvia(
        claim("a", "2022-11", status="deployed", troops_low=1430, troops_high=1430, counts="whole"),
        claim(
            "b",
            "2022-11-15",
            source="ministry",
            status="deployed",
            troops_low=2200,
            troops_high=2200,
            hedge="about",
            counts="whole",
            credibility=4,
        ),
    )
    assert (row["troops_low"], row["troops_high"]) == (1430, 2200)
    assert set(row["disputed"].split(";")) == {"a", "b"}
    assert pd.isna(row["hedge"])
    assert (row["strength_claim"], row["strength_grade"]) == ("a", "A4")  # of the two the weaker one


def test_sources_that_agree_are_no_disagreement() -> None:
    same = {"status": "deployed", "troops_low": 1000, "troops_high": 1000, "counts": "whole"}
    row = latvia(claim("a", "2022-11-15", **same), claim("b", "2022-11-15", source="ministry", **same))
    assert pd.isna(row["disputed"])


def test_a_change_over_time_is_no_disagreement() -> None:
    row = latvia(
        claim("a", "2022-06-28", troops_low=1430, troops_high=1430, counts="whole"),
        claim("b", "2022-11-15", source="ministry", troops_low=2200, troops_high=2200, counts="whole"),
    )
    assert (row["troops_low"], row["troops_high"]) == (2200, 2200)


def test_what_became_another_is_shown_until_that_is_decided() -> None:
    claims = (
        claim("early", "2016-06-14", deployment="early", status="considered", lead="CAN"),
        claim("likely", "2016-06-14", source="ministry", status="considered", host="LVA"),
        claim("decided", "2016-07-08", source="ministry", status="decided", host="LVA"),
    )
    before = known(*claims, day="2016-07-07")
    assert before.deployments.index.tolist() == ["early", "latvia"]
    assert pd.isna(before.deployments.loc["latvia", "lead"])
    after = known(*claims, day="2016-07-08")
    assert after.deployments.index.tolist() == ["latvia"]
    assert (
        after.deployments.loc["latvia", "lead_claim"],
        after.deployments.loc["latvia", "claim_count"],
    ) == ("early", 3)


def whole_and_parts(second_part: str, hosts: str = "LVA;LTU") -> Known:
    return known(
        claim("w", "2016-06-14", deployment="whole", status="agreed", host=hosts),
        claim("p1", "2016-07-08", status="decided", host="LVA"),
        claim("p2", "2016-07-08", deployment="lithuania", status=second_part, host="LTU"),
    )


def test_a_whole_gives_way_once_every_part_has_come_as_far() -> None:
    assert whole_and_parts("agreed").deployments.loc["whole", "gave_way"]
    assert not whole_and_parts("considered").deployments.loc["whole", "gave_way"]


def test_a_whole_with_a_host_that_no_part_covers_stays() -> None:
    assert not whole_and_parts("agreed", hosts="LVA;LTU;DEU").deployments.loc["whole", "gave_way"]


def test_a_whole_that_gave_way_stays_so_when_it_gets_ahead_of_its_parts() -> None:
    later = claim("w2", "2017-08-28", deployment="whole", status="deployed")
    claims = (
        claim("w", "2016-06-14", deployment="whole", status="agreed", host="LVA;LTU"),
        claim("p1", "2016-07-08", status="decided", host="LVA"),
        claim("p2", "2016-07-08", deployment="lithuania", status="decided", host="LTU"),
    )
    assert known(*claims, later).deployments.loc["whole", "gave_way"]


def test_a_contingent_is_its_newest_stated_figure() -> None:
    sent = [
        {"claim": "a", "nation": "CAN", "troops_low": 450, "troops_high": 450, "hedge": "about"},
        {"claim": "b", "nation": "CAN"},
        {"claim": "b", "nation": "USA"},
    ]
    contingents = known(
        claim("a", "2016-07-08"), claim("b", "2017-01-01"), contributions=sent
    ).contingents.set_index("nation")
    assert (contingents.loc["CAN", "troops_low"], contingents.loc["CAN", "claim"]) == (450, "a")
    assert pd.isna(contingents.loc["USA", "troops_low"])


@settings(max_examples=8)
@given(seed=st.integers(0, 10**6), share=st.sampled_from([0.3, 1.0]), day=st.sampled_from(DAYS))
def test_the_order_of_rows_never_matters(seed: int, share: float, day: date) -> None:
    chosen = RECORD.claims.sample(frac=share, random_state=seed)
    assert_same(as_of(RECORD, day, chosen.sort_index()), as_of(shuffled(seed), day, chosen))


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_on_every_day_of_the_record_the_fold_is_the_same_whatever_the_order_of_rows(day: date) -> None:
    assert_same(as_of(RECORD, day), as_of(SHUFFLED, day))


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_on_every_day_of_the_record_what_was_said_later_makes_no_difference(day: date) -> None:
    said = RECORD.claims[RECORD.claims["known_on"] <= pd.Timestamp(day)]
    sent = RECORD.contributions[RECORD.contributions["claim"].isin(said["id"])]
    assert_same(as_of(RECORD, day), as_of(replace(RECORD, claims=said, contributions=sent), day))


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_field_of_the_record_comes_from_a_claim_said_by_then(day: date) -> None:
    found = as_of(RECORD, day)
    assert (found.claims["known_on"] <= pd.Timestamp(day)).all()
    said = set(found.claims["id"])
    for column in [name for name in found.deployments if name.endswith("_claim")]:
        assert set(found.deployments[column].dropna()) <= said
    assert set(found.contingents["claim"]) <= said


def test_claims_of_other_data_are_refused() -> None:
    few = dataset(claim("a", "2016-07-08"))
    with pytest.raises(ValueError, match="no selection of the data set's"):
        as_of(few, date(2030, 1, 1), few.claims.set_index(few.claims.index + 1))


def shuffled(seed: int) -> Dataset:
    """The record with the rows of its tables in another order."""
    tables = ("sources", "deployments", "claims", "contributions")
    return replace(
        RECORD, **{name: getattr(RECORD, name).sample(frac=1, random_state=seed) for name in tables}
    )


SHUFFLED = shuffled(2016)


def assert_same(left: Known, right: Known) -> None:
    for part in ("deployments", "claims", "roles", "contingents"):
        pd.testing.assert_frame_equal(getattr(left, part), getattr(right, part), check_column_type=False)
