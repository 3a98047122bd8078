"""What a card on the map says, line by line, by what is stated of its deployment."""

from typing import Any

import pytest

from eastflank.model import STATUSES, Standing
from eastflank.scene import cards
from eastflank.scene.drawn import Mark
from eastflank.view.comparison import Changed
from tests.builders import claim
from tests.folded import exactly, sent, there, up_to
from tests.scenes import marks

BRIGADE = [{"id": "latvia", "name": "Brigade Latvia", "programme": "national", "kind": "brigade"}]
CAMP = {"id": "camp", "name": "The camp", "country": "LVA", "lat": 57.0, "lon": 24.0, "geocoder": "curated"}
GROUP = claim("w", "2017-06-01", deployment="whole", status="deployed", unit_count=4, host="LVA;LTU")


def card(*claims: dict[str, Any], of: str = "latvia", **asked: Any) -> Mark:
    return marks(*claims, **asked)[of]


def says(one: Mark) -> tuple[str, ...]:
    """All that a card says, the heading first."""
    return one.heading, *one.lines


def test_at_a_place_a_kind_that_is_named_by_its_place_says_its_strength_and_status_alone() -> None:
    said = there("a", "2018-01-01", place="adazi", **exactly(450))
    assert says(card(said)) == ("Ādaži", "450, deployed")
    assert says(card(there("a", "2018-01-01", place="adazi"))) == ("Ādaži", "deployed, strength not stated")


def test_at_a_place_any_other_kind_says_which_deployment_is_meant() -> None:
    said = there("a", "2018-01-01", place="adazi", **exactly(450))
    assert says(card(said, deployments=BRIGADE)) == ("Ādaži", "Brigade Latvia", "450, deployed")


def test_at_a_place_it_says_for_which_country_it_is_meant_where_that_is_another_one() -> None:
    said = there("a", "2018-01-01", place="adazi", meant_for="LTU;DEU", **exactly(450))
    assert says(card(said)) == ("Ādaži", "450, deployed", "meant for Germany and Lithuania")
    expected = ("Ādaži", "Brigade Latvia", "450, deployed", "meant for Germany and Lithuania")
    assert says(card(said, deployments=BRIGADE)) == expected


def test_over_a_country_it_says_that_no_base_is_stated() -> None:
    assert says(card(there("a", "2018-01-01", **up_to(450)))) == (
        "Latvia",
        "up to 450, deployed; base not stated",
    )
    assert says(card(there("a", "2018-01-01"))) == ("Latvia", "deployed; base not stated")
    assert says(card(there("a", "2018-01-01"), deployments=BRIGADE)) == (
        "Brigade Latvia",
        "deployed; base not stated",
    )


@pytest.mark.parametrize(
    ("precision", "line"),
    [
        ("region", "450, deployed; at The camp, not exactly placed"),
        ("country", "450, deployed; base not stated"),
        ("none", "450, deployed; position not known: “The camp”"),
    ],
)
def test_over_a_country_it_names_a_place_that_has_no_point_of_its_own(precision: str, line: str) -> None:
    said = there("a", "2018-01-01", place="camp", **exactly(450))
    assert says(card(said, places=[{**CAMP, "precision": precision}])) == ("Latvia", line)


def test_a_set_of_one_lead_stands_in_its_hosts_and_one_of_several_has_no_pairing() -> None:
    both = {"host": "LVA;LTU", **exactly(450)}
    assert says(card(there("a", "2018-01-01", lead="CAN", **both))) == (
        "Battlegroup Latvia",
        "450, deployed",
        "in Latvia and Lithuania",
    )
    assert says(card(there("a", "2018-01-01", lead="CAN;DEU", **both))) == (
        "Battlegroup Latvia",
        "450, deployed",
        "for Latvia and Lithuania as a set;",
        "who leads where is not stated",
    )
    unstated = card(there("a", "2018-01-01", lead="CAN", host="LVA;LTU"))
    assert unstated.lines == ("deployed, strength not stated", "in Latvia and Lithuania")


def test_a_group_of_which_no_unit_is_known_by_itself_says_all_that_is_said_of_it() -> None:
    assert says(card({**GROUP, **exactly(4000), "said_on": "2018-01-01"}, of="whole")) == (
        "The whole",
        "4,000, deployed",
        "for Latvia and Lithuania as a set;",
        "who leads where is not stated",
    )


def test_a_group_stands_only_for_the_units_that_are_known_through_it_and_has_then_no_strength() -> None:
    said = {**GROUP, **exactly(4000), "said_on": "2018-01-01"}
    assert says(card(said, there("a", "2018-01-01"), of="whole")) == (
        "Three battlegroups of “The whole”",
        "deployed; base not stated",
    )
    of_three = {**said, "host": "LVA;LTU;DEU"}
    assert says(card(of_three, there("a", "2018-01-01"), of="whole")) == (
        "Three battlegroups of “The whole”",
        "deployed, strength not stated",
        "for Germany and Lithuania as a set;",
        "who leads where is not stated",
    )


def test_beside_its_whole_it_says_that_no_host_is_stated() -> None:
    early = {"deployment": "early", "status": "considered"}
    parts = [{"member": "early", "whole": "whole"}]
    found = card(GROUP, claim("p", "2018-01-01", **early), of="early", memberships=parts)
    assert says(found) == ("The early one", "considered; host not stated")
    found = card(GROUP, claim("p", "2018-01-01", **early, **exactly(450)), of="early", memberships=parts)
    assert says(found) == ("The early one", "planned: 450, considered; host not stated")


def test_at_sea_it_is_headed_by_the_sea_and_names_itself() -> None:
    said = claim("a", "2018-01-01", status="agreed", place="sea", **exactly(450))
    assert says(card(said)) == ("The sea", "Battlegroup Latvia", "planned: 450, agreed")


@pytest.mark.parametrize("status", [one for one, its in STATUSES.items() if its != Standing.GONE])
def test_only_a_form_that_has_one_status_tells_it(status: str) -> None:
    """A dashed card may be pledged or on its way; a solid one is there, unless its words say that it leaves."""
    told = card(claim("a", "2018-01-01", status=status, host="LVA", place="adazi", **exactly(450))).told
    assert told == (("450", ", deployed", "") if status == "deployed" else None)


def test_a_form_tells_no_status_where_no_line_is_of_strength_and_status_alone() -> None:
    assert card(there("a", "2018-01-01", place="adazi")).told is None
    assert card(there("a", "2018-01-01", **exactly(450))).told is None
    old = card(there("a", "2015-01-01", place="adazi", **exactly(450)))
    assert old.lines == ("450 (2015), deployed, last reported in 2015",)
    assert old.told is None


def test_the_details_name_who_where_how_many_and_how_far_each_in_a_line() -> None:
    said = there("a", "2017-06-01", lead="CAN;DEU", place="adazi", meant_for="LTU", **up_to(450))
    assert card(said, claim("b", "2017-07-01")).details == (
        "Battlegroup Latvia",
        "Lead: Canada and Germany",
        "Where: Ādaži, Latvia; meant for Lithuania",
        "Strength: up to 450 (2017), of 1 June 2017, graded B2",
        "Status: deployed",
        "Two claims",
    )
    assert card(there("a", "2017-06-01")).details == (
        "Battlegroup Latvia",
        "Lead: not stated",
        "Where: Latvia",
        "Strength: not stated",
        "Status: deployed",
        "One claim",
    )


def test_the_details_say_what_is_planned_for_later() -> None:
    said = there("a", "2017-06-01", lead="CAN", **exactly(450))
    later = claim("b", "2017-07-01", status="decided", lead="DEU", starts="2019", **exactly(900))
    assert "Planned: 900 persons (2017)" in card(said, later).details
    assert "Planned: led by Germany (2017)" in card(said, later).details


def test_that_a_deployment_is_new_stands_in_the_heading_and_other_changes_in_a_line() -> None:
    assert cards.is_in_heading(Changed("new", "new"))
    assert not cards.is_in_heading(Changed("moved", "was considered"))
    assert not cards.is_in_heading(Changed("gone", "has ended"))


@pytest.mark.parametrize(
    ("parts", "line", "strength"),
    [
        ([("DEU", 750)], "one contingent: Germany 750", "one contingent: Germany 750"),
        (
            [("LTU", 270), ("LVA", 150)],
            "two contingents: Lithuania 270 and Latvia 150",
            "two contingents: Lithuania 270 and Latvia 150",
        ),
        (
            [("DEU", 750), ("LTU", 270), ("LVA", 150)],
            "1,170 in three contingents",
            "three contingents: Germany 750, Lithuania 270 and Latvia 150",
        ),
    ],
)
def test_where_only_contingents_are_stated_it_says_these_and_that_the_whole_is_not(
    parts: list[tuple[str, int]], line: str, strength: str
) -> None:
    asked = {"contributions": [sent("a", *part) for part in parts]}
    one = card(there("a", "2018-01-01", place="adazi"), **asked)
    assert says(one) == ("Ādaži", f"{line}, deployed")
    assert one.details[3] == f"Strength: {strength}; whole not stated"


def test_a_contingent_is_not_named_beside_the_whole() -> None:
    asked = {"contributions": [sent("a", "ITA", 750)]}
    assert (
        says(card(there("a", "2018-01-01", place="adazi", **exactly(1000)), **asked))[1] == "1,000, deployed"
    )


def test_a_contingent_whose_figure_is_old_is_no_strength() -> None:
    asked = {"contributions": [sent("a", "ITA", 750)], "day": "2019-08-01"}
    assert says(card(there("a", "2018-01-01", place="adazi"), **asked))[1] == "deployed, strength not stated"
