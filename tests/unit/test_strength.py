"""The strength of a deployment: of what is there, or of the plan if nothing is there."""

from datetime import date

import pytest

from eastflank.model import Deployment
from eastflank.record.as_of import known_as_of
from eastflank.words.chosen import values
from tests.builders import claim, dataset
from tests.folded import SOURCES, about, exactly, known, latvia, persons, sent, there, up_to


def strength(one: Deployment) -> tuple[int | None, int | None, str] | None:
    return (one.figure.low, one.figure.high, one.figure.claim) if one.figure else None


def test_the_newest_figure_of_what_is_there_is_its_strength() -> None:
    found = latvia(there("a", "2017-01-01", **exactly(450)), there("b", "2017-06-01", **exactly(900)))
    assert strength(found) == (900, 900, "b")


def test_low_high_and_hedge_come_from_one_claim() -> None:
    found = latvia(
        there("a", "2017-01-01", **persons(800, 1000, "about")),
        there("b", "2017-06-01", **persons(450, None, "more than")),
    )
    assert found.figure
    assert (found.figure.low, found.figure.high, found.figure.hedge) == (450, None, "more than")


def test_until_it_is_in_place_the_figure_is_of_the_plan() -> None:
    found = latvia(claim("a", "2016-07-08", status="decided", **about(1138)))
    assert strength(found) == (1138, 1138, "a")
    assert (found.planned, found.announced) == (True, False)


def test_what_was_announced_within_the_year_before_is_the_strength_of_what_is_there() -> None:
    plan = claim("a", "2016-07-08", status="decided", **about(1138))
    found = latvia(plan, there("b", "2017-07-08"))
    assert strength(found) == (1138, 1138, "a")
    assert found.announced
    assert latvia(plan, there("b", "2017-07-09")).figure is None


def test_a_weak_claim_that_finds_it_in_place_makes_no_strength_of_a_plan() -> None:
    plan = claim("a", "2016-07-08", status="decided", **about(1138))
    found = latvia(plan, there("weak", "2017-06-08", source="blog"))
    assert (found.present, found.figure) == (True, None)
    assert latvia(plan, there("weak", "2017-06-08", source="blog"), there("c", "2017-07-01")).announced


@pytest.mark.parametrize("status", ["withdrawn", "ended", "denied"])
def test_a_figure_that_is_stated_with_an_end_is_told_and_is_no_strength(status: str) -> None:
    found = latvia(claim("a", "2017-07-08", status=status, **about(300)))
    assert (found.figure, found.contingents) == (None, ())
    assert found.earlier and (found.earlier.high, found.earlier.claim) == (300, "a")
    said = values.strength_on(found, date(2018, 1, 1), {})
    assert said == f"no current figure; about 300 stated on 8 July 2017 as {status}"


def test_what_was_there_before_an_end_is_told_and_not_what_was_stated_with_it() -> None:
    end = claim("b", "2017-10-08", status="withdrawn", **about(300))
    found = latvia(there("a", "2017-07-08", **exactly(450)), end)
    assert (strength(found), found.earlier) == ((450, 450, "a"), None)
    other = claim("c", "2017-11-08", status="denied")
    assert latvia(end, other).earlier is None


def test_what_was_only_considered_is_no_announcement() -> None:
    found = latvia(claim("a", "2016-07-08", status="considered", **about(1138)), there("b", "2016-10-08"))
    assert found.figure is None


def test_a_figure_of_what_is_there_is_none_that_was_announced() -> None:
    found = latvia(
        claim("a", "2016-07-08", status="decided", **about(1138)), there("b", "2017-06-01", **exactly(900))
    )
    assert (strength(found), found.announced) == ((900, 900, "b"), False)


def test_an_announced_figure_ages_like_any_other() -> None:
    claims = claim("a", "2016-07-08", status="decided", **about(1138)), there("b", "2017-06-01")
    assert not latvia(*claims, day="2018-01-08").old
    assert latvia(*claims, day="2018-01-09").old


def test_a_plan_for_more_stands_beside_what_is_there() -> None:
    found = latvia(
        there("a", "2017-01-01", **exactly(900)), claim("b", "2017-08-01", status="agreed", **exactly(2000))
    )
    assert strength(found) == (900, 900, "a")
    (plan,) = [plan for plan in found.plans if plan.field == "strength"]
    assert plan.figure
    assert plan.figure.low == 2000


def test_a_plan_that_was_reached_is_no_plan_any_longer() -> None:
    found = latvia(
        there("a", "2017-01-01", **exactly(900)),
        claim("b", "2017-03-01", status="agreed", **exactly(2000)),
        there("c", "2017-08-01", **exactly(2050)),
    )
    assert all(plan.field != "strength" for plan in found.plans)


def targets(one: Deployment) -> list[str]:
    return [plan.claim for plan in one.plans if plan.field == "strength"]


def test_a_plan_is_none_any_longer_once_its_day_has_passed_and_what_came_is_known() -> None:
    plan = claim("plan", "2016-03-30", status="decided", starts="2017-02", **about(4500))
    came = there("came", "2017-02-02", **exactly(3500))
    assert targets(latvia(plan, came, day="2017-02-28")) == ["plan"]
    assert targets(latvia(plan, came, day="2017-03-01")) == []


def test_a_plan_is_none_any_longer_once_a_later_word_than_its_day_finds_it_there() -> None:
    figure = there("figure", "2016-04-28", **exactly(600))
    plan = claim("plan", "2016-08-13", status="decided", starts="2016-10", **exactly(700))
    later = there("later", "2016-11-30")
    assert targets(latvia(figure, plan, day="2016-11-29")) == ["plan"]
    assert targets(latvia(figure, plan, later, day="2016-11-30")) == []
    weak = there("weak", "2016-11-30", source="blog")
    assert targets(latvia(figure, plan, weak, day="2016-12-30")) == ["plan"]


def test_a_plan_without_a_day_stands_beside_a_newer_figure_that_does_not_reach_it() -> None:
    plan = claim("plan", "2017-01-30", status="decided", **exactly(4800))
    found = latvia(there("a", "2017-01-01"), plan, there("b", "2017-03-01", **exactly(400)))
    assert targets(found) == ["plan"]


@pytest.mark.parametrize("counts", ["contingent", "increment", "staff", "authorisation"])
def test_what_does_not_count_the_whole_is_no_strength(counts: str) -> None:
    found = latvia(there("a", "2017-01-01", troops_low=450, troops_high=450, counts=counts))
    assert found.figure is None


def test_one_unit_of_several_is_not_the_strength_of_the_whole() -> None:
    one = {"troops_low": 800, "troops_high": 1000, "counts": "unit"}
    found = known(
        there("a", "2017-01-01", deployment="whole", **one), there("b", "2017-01-01", **one)
    ).deployments
    assert found["whole"].figure is None
    assert strength(found["latvia"]) == (800, 1000, "b")


def test_a_ceiling_above_the_figure_says_nothing_against_it_and_one_below_replaces_it() -> None:
    figure = there("a", "2017-01-01", **exactly(1200))
    assert strength(latvia(figure, there("b", "2017-06-01", **up_to(1300)))) == (1200, 1200, "a")
    assert strength(latvia(figure, there("b", "2017-06-01", **up_to(1000)))) == (None, 1000, "b")


def test_neither_a_weak_nor_a_planned_ceiling_replaces_a_figure() -> None:
    figure = there("a", "2017-01-01", **exactly(1200))
    assert strength(latvia(figure, there("b", "2017-06-01", source="blog", **up_to(1000)))) == (
        1200,
        1200,
        "a",
    )
    planned = claim("b", "2017-06-01", status="decided", **up_to(1000))
    assert strength(latvia(figure, planned)) == (1200, 1200, "a")


def test_a_weak_figure_displaces_a_sound_one_only_after_two_years_and_bears_its_grade() -> None:
    sound = there("a", "2017-01-01", **exactly(450))
    found = latvia(sound, there("weak", "2017-06-01", credibility=4, **exactly(900)))
    assert strength(found) == (450, 450, "a")
    assert ("strength", "weak") in found.not_followed
    late = latvia(sound, there("weak", "2019-01-02", credibility=4, **exactly(900)), day="2019-02-01")
    assert strength(late) == (900, 900, "weak")
    assert late.figure
    assert late.figure.grade == "B4"


def leaving(identifier: str, low: int, hedge: str | None = None, **cells: object) -> dict:
    more = {"status": "leaving", "troops_low": low, "hedge": hedge, "counts": "increment"}
    return claim(identifier, "2017-06-01", **more, **cells)


def test_a_weak_figure_ends_when_more_people_leave_than_it_counts() -> None:
    weak = there("weak", "2017-01-01", source="blog", **about(500))
    contributions = [sent("weak", "CAN", 500)]
    found = latvia(weak, leaving("gone", 1000, "more than"), contributions=contributions)
    assert (found.status, strength(found), found.counts) == ("leaving", None, None)
    assert found.earlier
    assert found.earlier.claim == "weak"
    (part,) = found.contingents
    assert (part.nation, part.figure, part.outgrown) == ("CAN", None, "gone")


def test_a_figure_stays_that_is_sound_or_not_smaller_than_who_leaves_or_denied_by_a_weak_word() -> None:
    weak = there("weak", "2017-01-01", source="blog", **about(500))
    assert strength(latvia(weak, leaving("some", 500))) == (500, 500, "weak")
    assert strength(latvia(weak, leaving("gone", 1000, source="blog"))) == (500, 500, "weak")
    assert strength(latvia(there("a", "2017-01-01", **about(500)), leaving("gone", 1000))) == (500, 500, "a")


def test_part_of_the_evidence_does_not_revive_a_figure_that_more_people_left_than_it_counts() -> None:
    weak = there("weak", "2017-01-01", source="blog", **about(500))
    small = dataset(weak, leaving("gone", 1000), sources=SOURCES)
    alone = known_as_of(small, date(2018, 1, 1), small.claims[small.claims["id"] == "weak"])
    assert ("strength", "gone") in alone.deployments["latvia"].overtaken


def test_sources_of_one_day_and_grade_that_contradict_each_other_span_a_range() -> None:
    other = [
        {"id": name, "publisher": name, "title": "T", "published": "2017", "reliability": "B"}
        for name in ("agency", "other")
    ]
    found = latvia(
        there("a", "2017-11-15", **exactly(1430)),
        there("b", "2017-11-15", source="other", **exactly(2200)),
        sources=other,
    )
    assert found.figure
    assert (found.figure.low, found.figure.high, found.disputed) == (1430, 2200, ("a", "b"))


def test_sources_that_can_both_be_right_are_no_disagreement() -> None:
    found = latvia(
        there("a", "2017-11-15", **about(450)), there("b", "2017-11-15", source="ministry", **exactly(455))
    )
    assert found.disputed == ()


def test_a_change_over_time_is_no_disagreement() -> None:
    found = latvia(
        there("a", "2017-06-28", **exactly(1430)),
        there("b", "2017-11-15", source="ministry", **exactly(2200)),
    )
    assert (strength(found), found.disputed) == ((2200, 2200, "b"), ())


def test_a_figure_is_old_after_eighteen_months_from_the_first_day_on_which_it_may_have_been_said() -> None:
    said = there("a", "2017-02", **exactly(450))
    assert not latvia(said, day="2018-08-01").old
    found = latvia(said, day="2018-08-02")
    assert found.old
    assert found.figure
    assert found.figure.told_first == date(2017, 2, 1)


def test_a_curators_decision_chooses_a_figure() -> None:
    claims = there("a", "2017-11-15", **exactly(1430)), there("b", "2017-11-16", **exactly(2200))
    decided = [{"id": "D1", "deployment": "latvia", "field": "strength", "claim": "a", "reason": "Counted."}]
    assert strength(latvia(*claims, decisions=decided)) == (1430, 1430, "a")


@pytest.mark.parametrize(("counts", "told"), [(None, "whole"), ("whole", "whole"), ("sum", "sum")])
def test_a_strength_says_what_it_counts(counts: str | None, told: str) -> None:
    assert latvia(there("a", "2017-01-01", **{**exactly(450), "counts": counts})).counts == told


def test_a_claim_without_a_status_states_the_strength_of_what_an_earlier_one_found_in_place() -> None:
    silent = claim("silent", "2017-06-01", **exactly(900))
    assert strength(latvia(there("a", "2017-01-01", **exactly(450)), silent)) == (900, 900, "silent")
    assert strength(latvia(silent, there("a", "2017-07-01", **exactly(450)))) == (450, 450, "a")


def test_the_figure_of_a_word_that_it_is_over_is_not_what_was_there() -> None:
    gone = claim("gone", "2017-06-01", status="ended", **exactly(450))
    found = latvia(there("a", "2017-01-01", **exactly(900)), gone)
    assert (found.over, strength(found)) == (True, (900, 900, "a"))
