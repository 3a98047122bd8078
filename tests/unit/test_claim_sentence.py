"""What a claim states, in one sentence of ours."""

from typing import Any

import pytest

from eastflank.report.claim_sentence import contingents, facts
from tests.builders import claim, dataset
from tests.folded import exactly, persons, sent

NAMES = {"CAN": "Canada", "DEU": "Germany", "LVA": "Latvia", "LTU": "Lithuania", "USA": "United States"}
PLACES = {"adazi": "Ādaži"}


def sentence(*contributions: dict[str, Any], **cells: Any) -> str:
    data = dataset(claim("a", "2017-06-01", **cells), contributions=list(contributions))
    return facts(data.claims_by_id["a"], NAMES, PLACES)


def test_all_that_a_claim_states_stands_in_one_sentence_in_this_order() -> None:
    said = {
        "status": "arriving", "lead": "CAN", "host": "LVA", "place": "adazi", "meant_for": "LTU",
        "unit_count": 2, "starts": "2017-06", "ends": "2018", **persons(900, 1100, "about"), "counts": "unit",
    }  # fmt: skip
    assert sentence(sent("a", "CAN", 450), sent("a", "DEU"), **said) == (
        "Arriving; led by Canada, in Latvia, at Ādaži, meant for Lithuania; "
        "about 900–1,100 persons (one unit); units: 2; with Canada 450 and Germany; "
        "begins June 2017; ends 2018"
    )


def test_a_claim_that_states_no_value_has_no_sentence() -> None:
    assert not sentence()
    assert not sentence(place="phrase")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"status": "deployed"}, "Deployed"),
        ({"lead": "USA"}, "Led by the United States"),
        ({"lead": "CAN;DEU"}, "Led by Canada and Germany"),
        ({"host": "LVA"}, "In Latvia"),
        ({"place": "adazi"}, "At Ādaži"),
        ({"meant_for": "LTU"}, "Meant for Lithuania"),
        ({"unit_count": 3}, "Units: 3"),
        ({"starts": "2017"}, "Begins 2017"),
        ({"ends": "2017-05"}, "Ends May 2017"),
        ({"troops_high": 900, "counts": "whole"}, "Up to 900 persons"),
        (exactly(1), "1 person"),
        ({**exactly(20), "counts": "staff"}, "20 persons (the staff alone)"),
        ({**exactly(20), "counts": None}, "20 persons"),
    ],
)
def test_each_value_is_told_by_itself(cells: dict[str, Any], expected: str) -> None:
    assert sentence(**cells) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("logistics", "By Germany"),
        ("adversary", "By Germany"),
        ("deployment", "Led by Germany"),
        ("measure", "Led by Germany"),
    ],
)
def test_in_some_kinds_of_claims_a_nation_does_what_is_told_and_leads_nothing(
    kind: str, expected: str
) -> None:
    assert sentence(kind=kind, lead="DEU") == expected


def test_contingents_are_told_with_their_figures_and_those_that_left_as_such() -> None:
    sends = [
        sent("a", "CAN", 450, hedge="about"),
        sent("a", "DEU"),
        sent("a", "LTU", left="yes"),
        sent("a", "XXX"),
    ]
    data = dataset(claim("a", "2017-06-01"), contributions=sends)
    assert contingents(data.claims_by_id["a"], NAMES) == (
        "with Canada about 450, Germany, without Lithuania, which left and XXX"
    )
    assert not contingents(dataset(claim("a", "2017-06-01")).claims_by_id["a"], NAMES)
