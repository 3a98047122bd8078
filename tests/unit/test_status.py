"""The status of a deployment: it moves forward until it is over, with plans beside what is there."""

from datetime import date

import pytest

from eastflank.model import STATUSES, Standing
from eastflank.record.as_of import known_as_of
from eastflank.words.chosen import values as words
from tests.builders import claim, dataset
from tests.folded import SOURCES, exactly, known, latvia, there

OVER = [status for status, standing in STATUSES.items() if standing == Standing.GONE]


def test_a_status_moves_forward_only() -> None:
    found = latvia(claim("a", "2016-07-08", status="decided"), claim("b", "2016-10-26", status="pledged"))
    assert (found.status, found.status_claim) == ("decided", "a")


def test_a_weak_claim_may_move_a_status_forward_and_bears_its_grade() -> None:
    found = latvia(claim("a", "2016-07-08", status="decided"), there("b", "2016-10-26", source="blog"))
    assert (found.status, found.status_claim) == ("deployed", "b")


def test_what_is_leaving_is_still_there() -> None:
    found = latvia(there("a", "2016-07-08"), claim("b", "2017-06-01", status="leaving"))
    assert (found.status, found.standing) == ("leaving", Standing.PRESENT)


def test_a_weak_claim_may_say_that_it_is_leaving() -> None:
    found = latvia(there("a", "2016-07-08"), claim("b", "2017-06-01", status="leaving", source="blog"))
    assert (found.status, found.status_claim) == ("leaving", "b")


def test_what_was_leaving_may_stay() -> None:
    found = latvia(claim("a", "2016-07-08", status="leaving"), there("b", "2017-06-01"))
    assert found.status == "deployed"


@pytest.mark.parametrize("end", OVER)
def test_after_an_end_only_what_follows_counts(end: str) -> None:
    ended = there("a", "2016-07-08", lead="CAN"), claim("b", "2017-01-01", status=end)
    assert (latvia(*ended).status, latvia(*ended).lead) == (end, ("CAN",))
    again = latvia(*ended, claim("c", "2017-08-01", status="considered"))
    assert (again.status, again.status_claim, again.lead) == ("considered", "c", ())


def test_a_word_without_a_status_revives_nothing() -> None:
    found = latvia(
        there("a", "2016-07-08"), claim("b", "2017-01-01", status="ended"), claim("c", "2017-02-01")
    )
    assert found.over


def test_a_weak_claim_revives_what_a_sound_one_ended_only_after_two_years() -> None:
    ended = there("a", "2016-01-01"), claim("b", "2016-07-08", status="withdrawn")
    assert latvia(*ended, there("c", "2017-07-08", source="blog")).over
    assert latvia(*ended, there("c", "2018-07-09", source="blog"), day="2019-01-01").present


def test_a_stated_end_that_has_passed_ends_it() -> None:
    said = there("a", "2016-07-08", ends="2017-03")
    assert latvia(said, day="2017-03-31").present
    found = latvia(said, day="2017-04-01")
    assert (found.status, found.ended_on, found.status_claim) == ("ended", date(2017, 3, 31), "a")


def test_a_stated_end_does_not_end_what_a_later_claim_has_there() -> None:
    found = latvia(there("a", "2016-07-08", ends="2017-03"), there("b", "2017-05-01"))
    assert found.present


def test_a_newer_stated_end_takes_the_place_of_an_older_one() -> None:
    claims = there("a", "2016-07-08", ends="2017-03"), there("b", "2017-02-01", ends="2017-09")
    assert latvia(*claims, day="2017-09-30").present
    assert latvia(*claims, day="2017-10-01").over


def test_the_end_of_a_whole_is_the_end_of_all_its_parts() -> None:
    found = known(
        claim("w", "2016-07-08", deployment="whole", status="deployed", ends="2017-03"),
        there("a", "2016-07-08"),
    ).deployments
    assert found["latvia"].over
    assert found["latvia"].ended_with == "whole"


@pytest.mark.parametrize("status", ["ended", "withdrawn"])
def test_what_is_told_to_be_over_says_when_it_ended_and_not_when_that_was_told(status: str) -> None:
    gone = claim(
        "a", "2024-02-15", status=status, starts="2022-09", ends="2022-12", troops_low="135", counts="whole"
    )
    found = latvia(gone, day="2024-03-01")
    assert (found.status, found.ended_on) == (status, date(2022, 12, 31))
    assert words.ended(found) == f"{status} in December 2022"
    said = words.strength_on(found, date(2024, 3, 1), {})
    assert said.endswith(f"135 stated as {status} in December 2022")
    of_its_day = claim("a", "2024-02-15", status=status, starts="2022", troops_low="135", counts="whole")
    said = words.strength_on(latvia(of_its_day, day="2024-03-01"), date(2024, 3, 1), {})
    assert said.endswith(f"135 stated on 15 February 2024 as {status}")
    # An end that is still to come when the claim is made, or that is not stated, is told as before.
    for more in ({"ends": "2024-12"}, {}):
        other = latvia(claim("a", "2024-02-15", status=status, **more), day="2025-03-01")
        assert (other.ended_on, words.ended(other)) == (None, status)


def test_an_end_that_a_curator_infers_says_so() -> None:
    sighting = there("a", "2016-07-08")
    inferred = claim("b", "2016-07-08", source=None, rests_on="a", ends="2017-03", credibility=3)
    found = latvia(sighting, inferred)
    assert (found.over, found.status_judged) == (True, True)
    assert words.ended(found) == "ended in March 2017, by a curator’s judgement"
    assert not latvia(sighting, inferred, day="2017-03-31").status_judged
    gone = latvia(sighting, claim("b", "2017-03-01", source=None, rests_on="a", status="ended"))
    assert words.ended(gone) == "ended, by a curator’s judgement"
    announced = latvia(there("a", "2016-07-08", ends="2017-03"))
    assert (announced.status_judged, words.ended(announced)) == (False, "ended, as announced on 8 July 2016")


def test_an_end_that_only_the_silence_of_a_list_tells_says_so() -> None:
    gone = claim("b", "2017-03-01", basis="inferred", citation="list.csv: no row", status="ended")
    found = latvia(there("a", "2016-07-08"), gone)
    assert (found.over, found.status_judged, found.status_inferred) == (True, False, True)
    assert words.ended(found) == "ended (inferred: a list has no row of it any more)"
    told = latvia(there("a", "2016-07-08"), gone, claim("c", "2017-04-01", status="ended"))
    assert not told.status_inferred


def test_what_was_planned_for_a_part_is_no_strength_once_it_is_over_with_its_whole() -> None:
    end = claim("w", "2016-07-08", deployment="whole", status="deployed", ends="2017-03")
    plan = claim("plan", "2016-07-09", status="arriving", **exactly(125))
    assert known(end, plan, day="2017-03-31").deployments["latvia"].figure
    found = known(end, plan).deployments["latvia"]
    assert (found.over, found.figure, found.counts) == (True, None, None)
    came = known(end, there("came", "2016-08-01", **exactly(120)), plan).deployments["latvia"]
    assert (came.over, came.figure and came.figure.claim) == (True, "came")


def test_part_of_the_evidence_that_only_has_a_plan_gives_no_strength_to_what_is_over() -> None:
    plan = claim("plan", "2016-07-09", status="arriving", **exactly(125))
    small = dataset(plan, claim("end", "2017-03-01", status="ended"), sources=SOURCES)
    found = known_as_of(small, date(2018, 1, 1), small.claims[small.claims["id"] == "plan"]).deployments[
        "latvia"
    ]
    assert (found.over, found.figure) == (True, None)


def test_unless_a_later_claim_has_the_part_there() -> None:
    found = known(
        claim("w", "2016-07-08", deployment="whole", status="deployed", ends="2017-03"),
        there("a", "2017-05-01"),
    ).deployments
    assert found["whole"].over
    assert found["latvia"].present


def test_what_is_planned_for_later_changes_nothing_of_what_is_there() -> None:
    found = latvia(
        there("a", "2016-07-08", lead="CAN", place="adazi"),
        claim("b", "2017-08-01", status="agreed", lead="DEU", host="LTU", place="sea", **exactly(2000)),
    )
    assert (found.status, found.lead, found.host, found.place) == ("deployed", ("CAN",), ("LVA",), "adazi")
    assert found.figure is None
    assert {plan.field: plan.value for plan in found.plans} == {
        "strength": (),
        "status": ("agreed",),
        "lead": ("DEU",),
        "host": ("LTU",),
        "place": ("sea",),
    }


def test_a_plan_of_the_day_and_the_source_that_find_it_in_place_is_for_later() -> None:
    found = latvia(
        there("a", "2017-05-01", lead="CAN"), claim("b", "2017-05-01", status="decided", lead="DEU")
    )
    assert (found.status, found.lead) == ("deployed", ("CAN",))
    assert ("lead", ("DEU",)) in {(plan.field, plan.value) for plan in found.plans}


def test_a_plan_for_later_is_forgotten_after_two_years() -> None:
    claims = there("a", "2016-07-08"), claim("b", "2017-08-01", status="agreed", lead="DEU")
    assert latvia(*claims, day="2019-08-01").plans
    assert not latvia(*claims, day="2019-08-02").plans


def test_a_plan_that_nobody_spoke_of_for_two_years_lapses() -> None:
    said = claim("a", "2016-07-08", status="pledged", host="LVA")
    assert not latvia(said, day="2018-07-08").lapsed
    found = latvia(said, day="2018-07-09")
    assert (found.lapsed, found.last_word) == (True, date(2016, 7, 8))


def test_what_is_there_and_not_spoken_of_for_two_years_is_silent_and_still_there() -> None:
    found = latvia(there("a", "2016-07-08"), day="2018-07-09")
    assert (found.silent, found.lapsed, found.present) == (True, False, True)


def test_an_arrival_whose_stated_day_has_passed_stays_planned_and_says_since_when_it_is_due() -> None:
    said = claim("a", "2016-07-08", status="arriving", host="LVA", starts="2017-02")
    assert latvia(said, day="2017-02-28").due_since is None
    found = latvia(said, day="2017-03-01")
    assert (found.status, found.due_since) == ("arriving", date(2017, 2, 28))
    assert latvia(said, there("b", "2017-06-01")).due_since is None


def test_a_curator_may_decide_for_another_status() -> None:
    claims = claim("a", "2016-07-08", status="decided"), claim("b", "2016-07-09", status="pledged")
    decided = [
        {"id": "D1", "deployment": "latvia", "field": "status", "claim": "b", "reason": "It is surer."}
    ]
    assert latvia(*claims, decisions=decided).status == "pledged"


def test_of_a_plan_that_is_over_with_its_whole_nothing_is_disputed_or_due() -> None:
    alike = [
        {"id": name, "publisher": name, "title": "T", "published": "2016-07", "reliability": "B"}
        for name in ("agency", "other")
    ]
    plans = [
        claim(source, "2016-07-09", source=source, status="arriving", starts="2016-12", **exactly(number))
        for source, number in (("agency", 125), ("other", 300))
    ]
    end = claim("w", "2016-07-08", deployment="whole", status="deployed", ends="2017-03")
    by_itself = latvia(*plans, day="2018-03-01", sources=alike)
    assert (by_itself.disputed, by_itself.due_since) == (("agency", "other"), date(2016, 12, 31))
    found = latvia(end, *plans, day="2018-03-01", sources=alike)
    assert (found.over, found.figure, found.disputed, found.due_since) == (True, None, (), None)
