"""Where sources differ, in words: what it is about, what each says, and which of them the map follows."""

from datetime import date
from typing import Any

import pytest

from eastflank.report.differences import Side, SourceDifference, differences_in, differences_of
from eastflank.view.filters import Filters
from eastflank.view.selection import view_of
from tests.builders import PLACES, SOURCES, claim, dataset
from tests.folded import about, exactly, persons, sent, there

DAY = date(2018, 1, 1)
KADAGA = {
    "id": "kadaga",
    "name": "Kadaga",
    "country": "LVA",
    "lat": 57.1,
    "lon": 24.6,
    "precision": "site",
    "geocoder": "curated",
}


def found(*claims: dict[str, Any], **tables: Any) -> tuple[SourceDifference, ...]:
    data = dataset(*claims, **tables)
    return differences_of(view_of(data, day=DAY), data)


def one(first: dict[str, Any], second: dict[str, Any], **tables: Any) -> SourceDifference:
    """What the agency on 1 June and the ministry on 5 June put differently."""
    (only,) = found(
        claim("a", "2017-06-01", **first), claim("b", "2017-06-05", source="ministry", **second), **tables
    )
    return only


def test_a_difference_names_its_deployment_its_subject_and_each_side_the_newest_first() -> None:
    differs = one({"status": "deployed", **exactly(450)}, {"status": "deployed", **exactly(600)})
    assert (differs.deployment, differs.name, differs.subject) == ("latvia", "Battlegroup Latvia", "strength")
    assert differs.sides == (
        Side("b", "600", "A2", "Ministry", "5 June 2017"),
        Side("a", "450", "B2", "Agency", "1 June 2017"),
    )
    assert differs.values == (("b", "600"), ("a", "450"))
    assert (differs.rule, differs.stands) == ("The newest claim counts: Ministry, 5 June 2017 (b).", True)
    assert (
        str(differs)
        == "Strength: 450–600 persons. 600 [b]; 450 [a]. The newest claim counts: Ministry, 5 June 2017 (b)."
    )


THERE = {"status": "deployed"}


@pytest.mark.parametrize(
    ("first", "second", "subject", "spread", "values"),
    [
        ({**THERE, **about(400)}, {**THERE, **exactly(600)}, "strength", "about 400–600 persons", ("600", "about 400")),
        ({**THERE, **persons(400, 500)}, {**THERE, **exactly(600)}, "strength", "400–600 persons", ("600", "400–500")),
        (
            {**THERE, "troops_low": 900, "hedge": "more than", "counts": "whole"},
            {**THERE, **exactly(600)},
            "strength",
            "600 or more than 900",
            ("600", "more than 900"),
        ),
        ({"lead": "CAN"}, {"lead": "DEU;USA"}, "lead", "Canada or Germany and United States", ("Germany and United States", "Canada")),
        ({"host": "LVA"}, {"host": "LTU"}, "host", "Latvia or Lithuania", ("Lithuania", "Latvia")),
        ({**THERE, "place": "adazi"}, {**THERE, "place": "kadaga"}, "base", "Kadaga or Ādaži", ("Kadaga", "Ādaži")),
        ({"status": "agreed", "starts": "2017-08"}, {"status": "agreed", "starts": "2017-10"}, "begin", "August 2017 or October 2017", ("October 2017", "August 2017")),
        ({"status": "ended"}, {"status": "deployed"}, "status", "deployed or ended", ("deployed", "ended")),
    ],
)  # fmt: skip
def test_each_sort_of_value_is_told_in_its_own_words(
    first: dict[str, Any], second: dict[str, Any], subject: str, spread: str, values: tuple[str, ...]
) -> None:
    differs = one(first, second, places=[*PLACES, KADAGA])
    assert (differs.subject, differs.spread) == (subject, spread)
    assert tuple(side.value for side in differs.sides) == values


def test_a_contingent_is_that_of_its_nation() -> None:
    differs = one(THERE, THERE, contributions=[sent("a", "CAN", 400), sent("b", "CAN", 455)])
    assert (differs.subject, differs.spread) == ("contingent of Canada", "400–455 persons")
    assert [side.value for side in differs.sides] == ["455", "400"]


def test_a_value_that_two_claims_give_is_told_once_in_few_words() -> None:
    differs = found(
        there("a", "2017-06-01", lead="CAN"),
        there("b", "2017-06-05", source="ministry", lead="DEU"),
        there("c", "2017-06-06", source="other", lead="CAN"),
        sources=[*SOURCES, {**SOURCES[0], "id": "other"}],
    )
    assert [(one.spread, len(one.sides)) for one in differs] == [("Canada or Germany", 3)]


def test_a_curator_s_reason_stands_behind_the_rule() -> None:
    decision = {
        "id": "D1", "deployment": "latvia", "field": "strength", "claim": "a", "reason": "It counts the staff.",
        "decided_on": "2026-01-01",
    }  # fmt: skip
    differs = one({**THERE, **exactly(450)}, {**THERE, **exactly(600)}, decisions=[decision])
    assert differs.rule == "A curator decided for Agency, 1 June 2017 (a). It counts the staff."


def test_only_what_the_view_holds_is_told_and_all_that_is_known_where_nothing_is_asked_for() -> None:
    data = dataset(
        there("a", "2017-06-01", **exactly(450)),
        there("b", "2017-06-05", source="ministry", **exactly(600)),
        there("c", "2017-06-01", deployment="lithuania", host="LTU", **exactly(450)),
        there("d", "2017-06-05", deployment="lithuania", host="LTU", source="ministry", **exactly(600)),
    )
    view = view_of(data, Filters(host=("LTU",)), DAY)
    assert [one.deployment for one in differences_of(view, data)] == ["lithuania"]
    assert [one.deployment for one in differences_in(data, view.known)] == ["latvia", "lithuania"]


def test_what_a_newer_claim_overtook_stands_no_longer() -> None:
    differs = found(
        there("a", "2016-06-01", **exactly(450)),
        there("b", "2016-06-05", source="ministry", **exactly(600)),
        there("c", "2017-12-01", **exactly(700)),
    )
    assert [(one.stands, one.rule) for one in differs] == [
        (False, "Overtaken by Agency, 1 December 2017 (c), which tells of a later day.")
    ]
