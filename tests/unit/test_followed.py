"""Weak evidence shows itself where sound evidence says otherwise, and an end has a source."""

from typing import Any

import pytest

from eastflank.checks import followed
from tests.builders import claim, dataset


def weak(*claims: dict[str, Any], **tables: list) -> list[tuple[str, str]]:
    found = followed.no_weak_claim_displaces_a_sound_one(dataset(*claims, **tables))
    return [(finding.key, finding.column) for finding in found]


def ends(*claims: dict[str, Any]) -> list[tuple[str, str]]:
    found = followed.an_end_is_stated_by_a_source(dataset(*claims))
    return [(finding.key, finding.column) for finding in found]


SOUND = claim(
    "sound", "2018-01-01", status="deployed", lead="CAN", troops_low=900, troops_high=900, counts="whole"
)
DOUBTFUL = claim("doubtful", "2021-01-01", status="deployed", credibility=5)


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"lead": "DEU"}, "lead"),
        ({"status": "leaving"}, "status"),
        ({"troops_low": 2200, "troops_high": 2200, "counts": "whole"}, "troops_low"),
    ],
)
def test_a_weak_claim_that_is_followed_is_found_with_its_field(cells: dict, column: str) -> None:
    assert weak(SOUND, DOUBTFUL | cells) == [("doubtful", column)]


def test_a_weak_contingent_that_is_followed_is_found_in_its_row() -> None:
    sent = [
        {"claim": name, "nation": "CAN", "troops_low": persons, "troops_high": persons}
        for name, persons in (("doubtful", 700), ("sound", 450))
    ]
    assert weak(SOUND, DOUBTFUL, contributions=sent) == [("doubtful, CAN", "troops_low")]


@pytest.mark.parametrize(
    "claims",
    [
        [SOUND, DOUBTFUL | {"lead": "CAN"}],
        [
            SOUND | {"lead": "DEU"},
            SOUND | {"id": "newer", "said_on": "2018-06-01"},
            DOUBTFUL | {"lead": "CAN"},
        ],
        [SOUND, DOUBTFUL | {"lead": "DEU", "said_on": "2019-06-01"}],
        [DOUBTFUL | {"lead": "DEU"}],
    ],
    ids=[
        "says the same",
        "says the same as the newest sound one",
        "too early to be followed",
        "the only one",
    ],
)
def test_a_weak_claim_that_displaces_no_sound_value_is_not_found(claims: list) -> None:
    assert weak(*claims) == []


def test_what_a_curator_decided_against_a_newer_sound_claim_displaces_no_older_one() -> None:
    later = SOUND | {"id": "later", "said_on": "2021-02-01", "source": "ministry"}
    row = {"id": "D001", "deployment": "latvia", "field": "lead", "claim": "doubtful"}
    decided = [{**row, "decided_on": "2021-03-01", "reason": "It leads."}]
    assert weak(DOUBTFUL | {"lead": "DEU"}, later, decisions=decided) == []
    older = SOUND | {"said_on": "2020-12-31", "source": "ministry"}
    assert weak(older, DOUBTFUL | {"lead": "DEU"}, later, decisions=decided) == [("doubtful", "lead")]


def test_of_what_ended_with_its_whole_only_figures_are_asked_about() -> None:
    over = claim("over", "2022-01-01", deployment="whole", status="withdrawn")
    assert weak(SOUND, DOUBTFUL | {"lead": "DEU"}, over) == []


JUDGED = claim("judged", None, source=None, rests_on="sound", status="ended")  # type: ignore[arg-type]


def test_an_end_that_only_a_judgement_states_is_found() -> None:
    assert ends(SOUND, JUDGED) == [("judged", "status")]
    assert ends(SOUND, JUDGED | {"status": "leaving", "ends": "2025-12"}) == [("judged", "ends")]


def test_an_end_that_a_source_states_too_is_not_found() -> None:
    assert ends(SOUND | {"ends": "2018-12"}, JUDGED) == []
    assert ends(SOUND, claim("over", "2019-01-01", status="withdrawn"), JUDGED) == []
    assert ends(SOUND) == []
