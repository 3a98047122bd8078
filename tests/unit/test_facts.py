"""What a claim states, in our words: all that its row holds and nothing else."""

import re

import pytest

from eastflank.model import each_row
from eastflank.report.claim_sentence import contingents_of, facts
from eastflank.view.selection import names_by_code
from tests.builders import claim, dataset
from tests.frozen import RECORD


def said(**cells: object) -> str:
    data = dataset(claim("a", "2016-06-14", **cells))
    (row,) = each_row(data.claims)
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
        claim("a", "2016-06-14"),
        contributions=[
            {"claim": "a", "nation": "CAN", "troops_low": 450, "troops_high": 450},
            {"claim": "a", "nation": "USA"},
            {"claim": "b", "nation": "DEU", "troops_high": 100, "hedge": "up to"},
        ],
    )
    assert contingents_of(data.contributions, names_by_code(data)) == {
        "a": "with Canada 450 and United States",
        "b": "with Germany up to 100",
    }
    assert contingents_of(data.contributions.iloc[:0], {}) == {}


def test_no_claim_of_the_record_is_put_into_words_that_are_no_words() -> None:
    data = RECORD
    names = names_by_code(data)
    places = dict(zip(data.places["id"], data.places["name"], strict=True))
    contingents = contingents_of(data.contributions, names)
    for row in each_row(data.claims):
        words = facts(row, names, places, contingents.get(row.id, ""))
        assert not re.search(r"\bnan\b|None|<NA>|NaT|  |; ;|^;|;$", words)
        assert row.status is None or not isinstance(row.status, str) or words.lower().startswith(row.status)
