"""Combining claims: which claims count on a day, and which of them a field follows."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest

from eastflank.model import Dataset, Deployment
from eastflank.record.as_of import Known, known_as_of
from eastflank.view.selection import days_covered, view_of
from tests.builders import claim, dataset
from tests.folded import SOURCES, exactly, known, latvia, sent, there
from tests.frozen import RECORD

DAYS = sorted(set(RECORD.claims["known_on"].dt.date))


def test_each_field_takes_the_newest_claim_that_states_it_and_remembers_it() -> None:
    found = latvia(
        claim("old", "2016-06-14", status="considered", lead="CAN"),
        claim("new", "2016-07-08", status="decided", host="LVA"),
    )
    assert (found.lead, found.lead_claim) == (("CAN",), "old")
    assert (found.host, found.host_claim) == (("LVA",), "new")
    assert (found.status, found.status_claim) == ("decided", "new")
    assert found.claim_count == 2


def test_nothing_said_later_is_visible() -> None:
    claims = claim("a", "2016-06-14", lead="CAN"), claim("b", "2016-07-08", lead="DEU")
    assert latvia(*claims, day="2016-07-07").lead == ("CAN",)
    assert latvia(*claims, day="2016-07-08").lead == ("DEU",)
    assert not known(*claims, day="2016-06-13").deployments


def test_a_claim_without_a_day_counts_from_the_last_possible_day_of_its_publication() -> None:
    undated = claim("a", "", source="ministry", lead="CAN") | {"said_on": None}
    assert not known(undated, day="2017-12-30").deployments
    assert list(known(undated, day="2017-12-31").deployments) == ["latvia"]


def test_a_month_counts_from_its_last_day_and_its_age_from_its_first() -> None:
    said = claim("a", "2017-02", status="decided")
    assert not known(said, day="2017-02-27").deployments
    assert latvia(said, day="2017-02-28").status_told == date(2017, 2, 1)


def test_what_is_told_of_an_earlier_day_is_known_only_later_and_takes_its_place_by_that_day() -> None:
    claims = (
        claim("newer", "2017-01-01", lead="CAN"),
        claim("told-back", "2017-06-01", as_at="2016-10", lead="DEU", host="LVA"),
    )
    assert latvia(*claims, day="2017-05-31").host == ()
    found = latvia(*claims, day="2017-06-01")
    assert (found.lead, found.host_claim) == (("CAN",), "told-back")


def test_a_judged_claim_counts_from_the_newest_of_the_claims_that_it_rests_on() -> None:
    claims = (
        claim("a", "2016-06-14", status="considered"),
        claim("b", "2016-07-08", status="decided"),
        claim("judged", "", source=None, rests_on="a;b", host="LVA") | {"said_on": None, "credibility": None},
    )
    assert latvia(*claims, day="2016-07-07").host == ()
    assert latvia(*claims, day="2016-07-08").host_claim == "judged"


@pytest.mark.parametrize("ids", [("first", "second"), ("second", "first")])
def test_a_judged_claim_may_rest_on_another_one_wherever_that_stands(ids: tuple[str, str]) -> None:
    unsaid = {"said_on": None, "credibility": None}
    judged = {
        "first": claim("first", "", source=None, rests_on="a", lead="CAN") | unsaid,
        "second": claim("second", "", source=None, rests_on="first", host="LVA") | unsaid,
    }
    claims = claim("a", "2016-07-08", status="decided"), *(judged[one] for one in ids)
    assert not known(*claims, day="2016-07-07").deployments
    assert latvia(*claims, day="2016-07-08").host_claim == "second"


def test_a_judged_claim_is_as_weak_as_what_it_rests_on() -> None:
    claims = (
        claim("a", "2016-06-14", host="LTU"),
        claim("weak", "2016-06-15", source="blog", status="considered"),
        claim("judged", "", source=None, rests_on="weak", host="LVA")
        | {"said_on": None, "credibility": None},
    )
    found = latvia(*claims)
    assert (found.host, found.not_followed) == (("LTU",), (("host", "judged"),))


@pytest.mark.parametrize("review", ["retracted", "draft"])
def test_neither_a_retracted_claim_nor_a_draft_counts(review: str) -> None:
    found = latvia(claim("a", "2016-06-14", lead="CAN"), claim("b", "2016-07-08", lead="DEU", review=review))
    assert (found.lead, found.claim_count) == (("CAN",), 1)


@pytest.mark.parametrize("review", ["retracted", "draft"])
def test_neither_is_evidence_or_gives_a_day_to_the_view(review: str) -> None:
    record = dataset(
        claim("a", "2016-06-14", lead="CAN"), claim("b", "2016-07-08", lead="DEU", review=review)
    )
    view = view_of(record)
    assert (view.day, [row.id for row in view.claims]) == (date(2016, 6, 14), ["a"])
    assert days_covered(record) == (date(2016, 6, 14), date(2016, 6, 14))


def test_of_one_day_the_further_status_then_the_better_source_then_the_surer_claim_then_the_id() -> None:
    day = "2016-07-08"
    plain = claim("a", day, lead="CAN", status="pledged")
    further = claim("b", day, lead="DEU", status="decided")
    assert latvia(plain, further).lead == ("DEU",)
    assert latvia(plain, claim("0", day, source="ministry", lead="USA", status="pledged")).lead == ("USA",)
    assert latvia(plain, claim("0", day, credibility=1, lead="USA", status="pledged")).lead == ("USA",)
    assert latvia(plain, claim("z", day, lead="USA", status="pledged")).lead == ("USA",)


def test_a_weak_claim_displaces_a_sound_one_only_if_it_is_more_than_two_years_later() -> None:
    sound = claim("sound", "2016-07-08", lead="CAN")
    early = latvia(sound, claim("weak", "2018-07-08", lead="DEU", credibility=4), day="2019-01-01")
    assert (early.lead, early.not_followed) == (("CAN",), (("lead", "weak"),))
    late = latvia(sound, claim("weak", "2018-07-09", lead="DEU", credibility=4), day="2019-01-01")
    assert (late.lead, late.not_followed) == (("DEU",), ())


def test_a_sound_claim_displaces_a_weak_one_at_once() -> None:
    weak = claim("weak", "2016-07-08", source="blog", lead="DEU")
    assert latvia(weak, claim("sound", "2016-07-09", lead="CAN")).lead == ("CAN",)


def test_a_curators_decision_chooses_until_a_newer_claim_on_the_matter_arrives() -> None:
    claims = claim("a", "2016-07-08", lead="CAN"), claim("b", "2016-07-09", lead="DEU")
    decided = [{"id": "D1", "deployment": "latvia", "field": "lead", "claim": "a", "reason": "It is closer."}]
    assert latvia(*claims, decisions=decided).lead == ("CAN",)
    newer = claim("c", "2017-07-08", lead="USA")
    assert latvia(*claims, newer, decisions=decided).lead == ("USA",)


def test_what_became_another_is_one_with_it_from_the_day_on_which_it_did() -> None:
    claims = (
        claim("early", "2016-06-14", deployment="early", status="considered", lead="CAN"),
        claim("likely", "2016-06-14", source="ministry", status="considered", host="LVA"),
        claim("decided", "2016-07-08", source="ministry", status="decided", host="LVA"),
    )
    before = known(*claims, day="2016-07-07").deployments
    assert list(before) == ["early", "latvia"]
    assert before["latvia"].lead == ()
    assert {one.same_as for one in before.values()} == {"latvia"}
    after = known(*claims, day="2016-07-08").deployments
    assert list(after) == ["latvia"]
    assert (after["latvia"].lead_claim, after["latvia"].claim_count) == ("early", 3)


def test_its_claims_are_shown_with_what_it_became() -> None:
    found = known(claim("early", "2016-06-14", deployment="early"), claim("b", "2016-07-08"))
    shown = [(row.id, found.shown_in(row)) for row in found.claims]
    assert shown == [("b", "latvia"), ("early", "latvia")]


def test_better_evidence_never_revives_what_the_full_record_calls_ended() -> None:
    record = dataset(there("a", "2016-07-08", lead="CAN"), claim("b", "2017-01-01", status="ended"))
    part = known_as_of(record, date(2018, 1, 1), record.claims[record.claims["id"] == "a"]).deployments[
        "latvia"
    ]
    assert (part.status, part.status_claim, part.overtaken) == ("ended", "b", (("status", "b"),))


def test_a_strength_that_the_full_record_has_overtaken_says_by_which_claim() -> None:
    record = dataset(there("a", "2016-07-08", **exactly(450)), there("b", "2017-01-01", **exactly(900)))
    part = known_as_of(record, date(2017, 2, 1), record.claims[record.claims["id"] == "a"]).deployments[
        "latvia"
    ]
    assert part.figure and (part.figure.low, part.overtaken) == (450, (("strength", "b"),))


def alone(record: Dataset, identifier: str) -> Deployment:
    """Battlegroup Latvia by one claim of a record alone."""
    only = record.claims[record.claims["id"] == identifier]
    return known_as_of(record, date(2018, 1, 1), only).deployments["latvia"]


@pytest.mark.parametrize(
    ("cells", "listed"),
    [({}, sent("b", "CAN", left="yes")), ({"contributors_complete": "yes"}, sent("b", "USA"))],
    ids=["a source says that it left", "a complete list leaves it out"],
)
def test_better_evidence_never_brings_back_a_contingent_that_left(
    cells: dict[str, str], listed: dict[str, Any]
) -> None:
    claims = there("a", "2017-01-01"), there("b", "2017-06-01", **cells)
    record = dataset(*claims, contributions=[sent("a", "CAN", 450), listed])
    assert known_as_of(record, date(2018, 1, 1)).deployments["latvia"].former == (("CAN", "b"),)
    found = alone(record, "a")
    assert (found.contingents, found.overtaken) == ((), (("contingent of Canada", "b"),))


def test_a_contingents_figure_that_the_full_record_has_overtaken_is_not_in_force() -> None:
    claims = there("a", "2017-01-01"), there("b", "2017-06-01")
    record = dataset(*claims, contributions=[sent("a", "CAN", 80), sent("b", "CAN", 25)])
    found = alone(record, "a")
    (part,) = found.contingents
    assert (part.figure and part.figure.low, part.old, part.overtaken) == (80, True, "b")
    assert found.overtaken == (("contingent of Canada", "b"),)
    assert alone(record, "b").overtaken == ()


def test_claims_of_other_data_are_refused() -> None:
    few = dataset(claim("a", "2016-07-08"))
    with pytest.raises(ValueError, match="not a selection of the dataset's claims"):
        known_as_of(few, date(2030, 1, 1), few.claims.set_index(few.claims.index + 1))


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_on_every_day_of_the_record_the_fold_is_the_same_whatever_the_order_of_rows(day: date) -> None:
    assert_same(known_as_of(RECORD, day), known_as_of(SHUFFLED, day))


@pytest.mark.parametrize("day", DAYS[:: len(DAYS) // 12], ids=str)
def test_on_days_of_the_record_what_was_said_later_makes_no_difference(day: date) -> None:
    said = RECORD.claims[RECORD.claims["known_on"] <= pd.Timestamp(day)]
    contributed = RECORD.contributions[RECORD.contributions["claim"].isin(said["id"])]
    then = replace(RECORD, claims=said, contributions=contributed)
    assert_same(known_as_of(RECORD, day), known_as_of(then, day))


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_field_of_the_record_comes_from_a_claim_said_by_then(day: date) -> None:
    found = known_as_of(RECORD, day)
    assert all(row.known_on <= day for row in found.claims)
    said = {row.id for row in found.claims}
    for one in found.deployments.values():
        named = {one.status_claim, one.lead_claim, one.host_claim, one.place_claim, one.starts_claim}
        named |= {one.ends_claim, one.unit_count_claim, one.figure.claim if one.figure else None}
        assert named - {None} <= said
    assert {one.claim for one in found.contingents} <= said


def _shuffled() -> Dataset:
    """The record with the rows of its tables in another order."""
    tables = ("sources", "deployments", "memberships", "claims", "contributions", "decisions")
    mixed = {name: getattr(RECORD, name).sample(frac=1, random_state=2016) for name in tables}
    return replace(RECORD, **mixed)


SHUFFLED = _shuffled()


def assert_same(left: Known, right: Known) -> None:
    assert left.deployments == right.deployments
    mine, theirs = ([(row.id, known.shown_in(row)) for row in known.claims] for known in (left, right))
    assert mine == theirs


def test_the_last_word_of_part_of_the_evidence_is_that_of_all_of_it() -> None:
    small = dataset(there("a", "2016-06-14"), there("b", "2018-05-01"), sources=SOURCES)
    part = known_as_of(small, date(2018, 8, 1), small.claims[small.claims["id"] == "a"]).deployments["latvia"]
    assert (part.last_word, part.silent, part.claim_count) == (date(2018, 5, 1), False, 1)
