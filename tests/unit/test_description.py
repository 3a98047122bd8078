"""A deployment in words, field by field; empty where nothing is stated, unless it says so."""

from __future__ import annotations

from datetime import date

from eastflank.model import Deployment, Place, Plan, Point
from eastflank.view.description import Description
from tests.as_known import DAY, contingent, figure, unit

NAMES = {"CAN": "Canada", "USA": "United States", "LVA": "Latvia", "EST": "Estonia"}
PLACES = {"adazi": Place("Ādaži", "town", Point(57.0, 24.3))}


def of(one: Deployment) -> Description:
    return Description(one, DAY, NAMES, PLACES)


def test_each_field_is_put_into_words() -> None:
    told = of(
        unit(
            lead=("USA", "CAN"), host=("LVA",), meant_for=("EST",), place="adazi", figure=figure(450),
            silent=True, last_word=date(2015, 1, 1), contingents=(contingent("latvia", "CAN", 5),),
            plans=(Plan("lead", "p", date(2017, 1, 1), ("CAN",)), Plan("host", "p", DAY, ("EST",))),
        )
    )  # fmt: skip
    assert (told.status, told.status_on_day) == ("deployed", "deployed, last reported in 2015")
    assert (told.strength, told.states_strength) == ("450 (2017)", True)
    assert (told.lead, told.host, told.meant_for, told.place) == (
        "Canada and United States", "Latvia", "Estonia", "Ādaži",
    )  # fmt: skip
    assert told.plans == ("led by Canada (2017)", "in Estonia")
    (part,) = told.contingents
    assert part.startswith("Canada")
    assert "(2017)" in part


def test_what_is_not_stated_is_empty_or_says_so() -> None:
    told = of(unit(standing=None, host=()))
    assert (told.status, told.status_on_day, told.strength) == ("", "status not stated", "not stated")
    assert (told.lead, told.host, told.meant_for, told.place, told.plans, told.contingents) == (
        "",
        "",
        "",
        "",
        (),
        (),
    )
    assert not told.states_strength
    assert of(unit(place="unknown")).place == ""
    earlier = of(unit(earlier=figure(450)))
    assert earlier.states_strength
    assert earlier.strength == "no current figure; 450 in June 2017"
