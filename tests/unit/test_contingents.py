"""Who takes part in a deployment, with how many people, and until when a figure lasts."""

from typing import Any

import pytest

from eastflank.model import Contingent
from eastflank.record.roles import roles_of
from eastflank.view.figures_of_nations import nation_figures
from tests.builders import claim
from tests.folded import about, exactly, known, latvia, persons, sent, there, up_to


def contingents(
    *claims: dict[str, Any], contributions: list[dict[str, Any]], day: str = "2018-01-01", **tables: Any
) -> dict[str, Contingent]:
    found = latvia(*claims, contributions=contributions, day=day, **tables).contingents
    return {one.nation: one for one in found}


def figures(found: dict[str, Contingent]) -> dict[str, int | None]:
    """By nation, the figure in force; None where none is."""
    return {nation: one.figure.low if one.figure else None for nation, one in found.items()}


TWO = there("a", "2017-06-01"), there("b", "2017-09-01")


def test_a_figure_lasts_until_a_newer_claim_states_another() -> None:
    found = contingents(*TWO, contributions=[sent("a", "CAN", 450), sent("b", "CAN"), sent("b", "USA")])
    assert figures(found) == {"CAN": 450, "USA": None}
    assert found["CAN"].figure
    assert (found["CAN"].figure.claim, found["CAN"].claim) == ("a", "b")
    newer = contingents(*TWO, contributions=[sent("a", "CAN", 450), sent("b", "CAN", 455)])
    assert figures(newer) == {"CAN": 455}


def test_a_list_that_is_not_complete_leaves_the_others_in() -> None:
    found = contingents(
        *TWO, contributions=[sent("a", "CAN", 450), sent("a", "USA", 50), sent("b", "CAN", 455)]
    )
    assert figures(found) == {"CAN": 455, "USA": 50}


@pytest.mark.parametrize("cells", [{"contributors_complete": "yes"}, persons(455, 455) | {"counts": "sum"}])
def test_a_complete_list_leaves_out_whoever_is_not_on_it(cells: dict[str, Any]) -> None:
    found = contingents(
        there("a", "2017-06-01"),
        there("b", "2017-09-01", **cells),
        contributions=[sent("a", "CAN", 450), sent("a", "USA", 50), sent("b", "CAN", 455)],
    )
    assert figures(found) == {"CAN": 455}


def test_who_left_takes_part_no_longer() -> None:
    found = contingents(
        *TWO, contributions=[sent("a", "CAN", 450), sent("a", "USA", 50), sent("b", "USA", left="yes")]
    )
    assert figures(found) == {"CAN": 450}


def test_a_newer_figure_of_the_whole_that_is_smaller_ends_a_contingents_figure() -> None:
    found = contingents(
        there("a", "2017-06-01"),
        there("b", "2017-09-01", **exactly(400)),
        contributions=[sent("a", "CAN", 450), sent("a", "USA", 50)],
    )
    assert figures(found) == {"CAN": None, "USA": 50}
    assert found["CAN"].outgrown == "b"


def test_a_contingent_that_equalled_its_whole_ends_with_the_next_whole() -> None:
    first, next_ = there("a", "2017-06-01", **exactly(500)), there("b", "2017-09-01", **about(1800))
    found = contingents(first, next_, contributions=[sent("a", "CAN", 500)])
    assert (figures(found), found["CAN"].outgrown) == ({"CAN": None}, "b")
    same = contingents(first, there("b", "2017-09-01", **exactly(500)), contributions=[sent("a", "CAN", 500)])
    assert figures(same) == {"CAN": 500}
    part = contingents(first, next_, contributions=[sent("a", "CAN", 450)])
    assert figures(part) == {"CAN": 450}


def test_an_older_figure_of_the_whole_ends_none() -> None:
    found = contingents(
        there("a", "2017-06-01", **exactly(400)),
        there("b", "2017-09-01"),
        contributions=[sent("b", "CAN", 450)],
    )
    assert figures(found) == {"CAN": 450}


def test_after_eighteen_months_the_figure_is_old_and_the_nation_still_takes_part() -> None:
    contributions = [sent("a", "CAN", 450)]
    claims = (there("a", "2017-06-01"),)
    assert not contingents(*claims, contributions=contributions, day="2018-12-01")["CAN"].old
    found = contingents(*claims, contributions=contributions, day="2018-12-02")
    assert found["CAN"].old
    assert figures(found) == {"CAN": 450}


@pytest.mark.parametrize("cells", [{"lead": "CAN"}, {}], ids=["names the lead", "finds it in place"])
def test_a_later_word_of_the_deployment_renews_that_its_lead_takes_part(cells: dict[str, Any]) -> None:
    found = contingents(
        there("a", "2016-01-01", lead="CAN"),
        there("b", "2017-09-01", **cells),
        contributions=[sent("a", "CAN", 450), sent("a", "USA", 50), sent("a", "DEU")],
    )
    assert (found["CAN"].claim, found["USA"].claim, found["DEU"].old) == ("b", "a", True)
    assert found["CAN"].figure
    assert (found["CAN"].figure.claim, found["CAN"].old) == ("a", True)


def test_a_lead_that_gave_way_to_another_or_that_left_is_not_renewed() -> None:
    found = contingents(
        there("a", "2016-01-01", lead="CAN"),
        there("b", "2016-06-01", lead="DEU"),
        there("c", "2017-09-01"),
        contributions=[sent("a", "CAN", 450), sent("b", "DEU")],
    )
    assert (found["CAN"].claim, found["DEU"].claim) == ("a", "c")
    left = contingents(
        there("a", "2016-01-01", lead="CAN"),
        there("b", "2017-06-01"),
        there("c", "2017-09-01"),
        contributions=[sent("a", "CAN", 450), sent("b", "CAN", left="yes")],
    )
    assert left == {}


def test_a_plans_contingents_are_plans() -> None:
    found = contingents(claim("a", "2017-06-01", status="decided"), contributions=[sent("a", "CAN", 450)])
    assert found["CAN"].planned
    assert not found["CAN"].announced


def test_a_contingent_planned_within_the_year_before_is_there_as_announced() -> None:
    plan = claim("a", "2016-09-01", status="decided")
    contributions = [sent("a", "CAN", 450)]
    found = contingents(plan, there("b", "2017-06-01"), contributions=contributions)
    assert (figures(found), found["CAN"].announced, found["CAN"].planned) == ({"CAN": 450}, True, False)
    late = contingents(plan, there("b", "2017-09-02"), contributions=contributions)
    assert figures(late) == {"CAN": None}


def test_what_is_planned_for_a_group_is_nobodys_presence_in_it() -> None:
    plan = claim("plan", "2016-09-01", status="agreed", deployment="whole")
    group = there("group", "2017-06-01", deployment="whole", unit_count=2)
    contributions = [sent("plan", "CAN", 250), sent("plan", "USA")]

    def parts(
        *claims: dict[str, Any], more: tuple[dict[str, Any], ...] = (), day: str
    ) -> dict[str, Contingent]:
        small = known(*claims, contributions=[*contributions, *more], day=day)
        return {one.nation: one for one in small.deployments["whole"].contingents}

    found = parts(plan, group, day="2018-01-01")
    assert {one.planned for one in found.values()} == {True}
    assert (figures(found), found["CAN"].announced) == ({"CAN": 250, "USA": None}, False)
    assert parts(plan, group, day="2018-09-02") == {}
    named = parts(plan, group, more=(sent("group", "CAN"),), day="2018-01-01")
    assert (named["CAN"].planned, named["CAN"].figure) == (False, None)


def test_a_contingent_that_came_as_announced_stays_so_when_it_is_old() -> None:
    plan = claim("a", "2016-09-01", status="decided")
    found = contingents(
        plan, there("b", "2017-06-01"), contributions=[sent("a", "CAN", 450)], day="2019-01-01"
    )
    assert (found["CAN"].announced, found["CAN"].old) == (True, True)


def test_a_ceiling_that_was_announced_says_nothing_of_how_many_came() -> None:
    found = contingents(
        claim("a", "2016-09-01", status="decided"),
        there("b", "2017-06-01"),
        contributions=[sent("a", "CAN") | {"troops_high": 450, "hedge": "up to"}],
    )
    assert figures(found) == {"CAN": None}


def test_a_contingent_planned_for_what_is_there_is_no_part_of_it() -> None:
    found = contingents(
        there("a", "2017-06-01"),
        claim("b", "2017-09-01", status="agreed"),
        contributions=[sent("a", "CAN", 450), sent("b", "CAN", 900), sent("b", "USA", 50)],
    )
    assert figures(found) == {"CAN": 450}


def test_a_weak_figure_does_not_displace_a_sound_one() -> None:
    found = contingents(
        there("a", "2017-06-01"),
        there("b", "2017-09-01", source="blog"),
        contributions=[sent("a", "CAN", 450), sent("b", "CAN", 900)],
    )
    assert figures(found) == {"CAN": 450}


@pytest.mark.parametrize(("ceiling", "low"), [(500, 450), (400, None)])
def test_a_ceiling_replaces_a_figure_only_from_below(ceiling: int, low: int | None) -> None:
    found = contingents(
        *TWO,
        contributions=[sent("a", "CAN", 450), {"claim": "b", "nation": "CAN", "troops_high": ceiling}],
    )
    assert figures(found) == {"CAN": low}


def test_what_is_over_has_no_contingents() -> None:
    ended = claim("b", "2017-09-01", status="ended")
    assert not contingents(there("a", "2017-06-01"), ended, contributions=[sent("a", "CAN", 450)])


def test_an_ended_presence_says_nothing_of_the_contingents_of_the_next() -> None:
    found = contingents(
        there("a", "2016-06-01"),
        claim("b", "2017-01-01", status="ended"),
        there("c", "2017-09-01"),
        contributions=[sent("a", "CAN", 450), sent("c", "USA", 50)],
    )
    assert figures(found) == {"USA": 50}


def test_a_curators_decision_chooses_a_contingents_figure() -> None:
    decided = [
        {
            "id": "D1",
            "deployment": "latvia",
            "field": "contingent",
            "nation": "CAN",
            "claim": "a",
            "reason": "Ours.",
        }
    ]
    claims = there("a", "2017-06-01", **about(1000)), there("b", "2017-06-20", **up_to(2000))
    found = contingents(
        *claims, contributions=[sent("a", "CAN", 450), sent("b", "CAN", 455)], decisions=decided
    )
    assert figures(found) == {"CAN": 450}


def test_a_nation_that_is_to_join_what_is_there_is_a_plan_and_is_found_by_its_name() -> None:
    claims = [
        there("a", "2017-06-01", lead="CAN"),
        claim("b", "2017-09-01", status="decided", starts="2018-09", host="LVA"),
    ]
    sendings = [sent("a", "CAN", 450), sent("b", "NOR"), sent("b", "CAN", 600), sent("b", "ESP", left="yes")]
    one = latvia(*claims, contributions=sendings)
    assert set(contingents(*claims, contributions=sendings)) == {"CAN"}
    assert [(plan.field, plan.value, plan.claim) for plan in one.plans if plan.field == "contingent"] == [
        ("contingent", ("NOR",), "b")
    ]
    roles = roles_of(one)
    assert "NOR" in roles["contributor"] & roles["any"]
    assert "NOR" not in roles["lead"] | roles["host"]
    assert "ESP" not in roles["any"]
    (figure,) = nation_figures(["NOR"], known(*claims, contributions=sendings, day="2018-01-01"))
    assert (figure.deployment, figure.figure, figure.planned, figure.joining) == ("latvia", None, True, True)


def test_a_plan_to_join_is_over_once_the_nation_is_there_or_two_years_have_passed() -> None:
    claims = [
        there("a", "2017-06-01", lead="CAN"),
        claim("b", "2017-09-01", status="decided", starts="2018-09", host="LVA"),
    ]
    planned = [sent("a", "CAN", 450), sent("b", "NOR")]
    arrived = [*claims, there("c", "2018-09-15")]

    def joining(*told: dict[str, Any], contributions: list[dict[str, Any]], day: str) -> bool:
        one = latvia(*told, contributions=contributions, day=day)
        return any(plan.field == "contingent" for plan in one.plans)

    assert joining(*claims, contributions=planned, day="2019-08-31")
    assert not joining(*claims, contributions=planned, day="2019-09-02")
    assert not joining(*arrived, contributions=[*planned, sent("c", "NOR", 40)], day="2018-10-01")
