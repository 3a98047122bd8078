"""What a claim states, in our words: all that its row holds and nothing else."""

import re

import pytest

from eastflank.report.claim_sentence import contingents, facts
from eastflank.view.names import names_by_code
from tests.builders import claim, dataset
from tests.frozen import RECORD


def said(**cells: object) -> str:
    data = dataset(claim("a", "2016-06-14", **cells))
    (row,) = data.claim_rows
    return facts(row, names_by_code(data), {"adazi": "Ādaži"})


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({}, ""),
        ({"status": "agreed"}, "Agreed"),
        (
            {"status": "arriving", "lead": "CAN", "host": "LVA", "place": "adazi", "troops_low": 1000, "troops_high": 1000, "hedge": "about", "counts": "whole"},
            "Arriving; led by Canada, in Latvia, at Ādaži; about 1,000 persons",
        ),
        ({"lead": "USA;DEU", "host": "LVA;LTU"}, "Led by Germany and the United States, in Latvia and Lithuania"),
        ({"kind": "adversary", "lead": "CAN"}, "By Canada"),
        ({"troops_low": 800, "troops_high": 1000, "counts": "unit", "unit_count": 4}, "800–1,000 persons (one unit); units: 4"),
        ({"troops_high": 1000, "hedge": "up to", "counts": "whole"}, "Up to 1,000 persons"),
        ({"troops_low": 0, "troops_high": 0, "counts": "whole"}, "0 persons"),
        ({"troops_low": 1, "troops_high": 1, "counts": "whole"}, "1 person"),
        ({"starts": "../2017"}, "Begins by 2017"),
        ({"starts": "2016-07-08", "ends": "2016-07-09"}, "Begins 8 July 2016; ends 9 July 2016"),
        ({"place": "elsewhere"}, ""),
    ],
)  # fmt: skip
def test_a_claim_in_words(cells: dict, words: str) -> None:
    assert said(**cells) == words


def test_contingents_in_words() -> None:
    data = dataset(
        *(claim(identifier, "2016-06-14") for identifier in ("a", "b", "c")),
        contributions=[
            {"claim": "a", "nation": "CAN", "troops_low": 450, "troops_high": 450},
            {"claim": "a", "nation": "USA"},
            {"claim": "b", "nation": "DEU", "troops_high": 100, "hedge": "up to"},
        ],
    )
    assert [contingents(row, names_by_code(data)) for row in data.claim_rows] == [
        "with Canada 450 and United States",
        "with Germany up to 100",
        "",
    ]


def test_no_claim_of_the_record_is_put_into_words_that_are_no_words() -> None:
    data = RECORD
    names = names_by_code(data)
    places = dict(zip(data.places["id"], data.places["name"], strict=True))
    for row in data.claim_rows:
        words = facts(row, names, places)
        assert not re.search(r"\bnan\b|None|<NA>|NaT|  |; ;|^;|;$", words)
        assert row.status is None or words.lower().startswith(row.status)
