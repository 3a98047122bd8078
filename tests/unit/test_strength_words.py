"""Whether contingents add up to a whole, in sentences that claim no more than is known."""

from datetime import date

import pytest

from eastflank.record.history import Band, ContingentStrength, sum_of
from eastflank.ui.strength import adding_up

DAY = date(2016, 7, 8)
NAMES = {"CAN": "Canada", "DEU": "Germany", "USA": "United States"}


def part(nation: str, low: int | None, high: int | None, figure: str) -> ContingentStrength:
    return ContingentStrength(nation, low, high, figure, "a")


CANADA = part("CAN", 400, 400, "400")


@pytest.mark.parametrize(
    ("whole", "figure", "parts", "said"),
    [
        ((450, 450), "450", [], "No contingent is known on 8 July 2016."),
        ((400, 450), "400–450", [CANADA], "add up to 400 persons. They add up to the strength stated for the whole, 400–450 persons."),
        ((450, 450), "450", [CANADA], "They do not add up to the strength stated for the whole, 450 persons."),
        ((450, 450), "450", [CANADA, part("DEU", None, None, "not stated")], "no figure for Germany. Whether they add up to the whole (450 persons) is not known."),
        ((450, 450), "450", [CANADA, part("USA", None, 90, "up to 90")], "a ceiling is no strength and is not added: United States up to 90."),
        ((None, None), "not stated", [CANADA], "Whether they add up to the whole (not stated) is not known."),
        ((450, 450), "450", [part("DEU", None, None, "not stated")], "Contingents on 8 July 2016: none states a figure; no figure for Germany."),
    ],
)  # fmt: skip
def test_a_sum_says_what_is_in_it_and_whether_it_fits(
    whole: tuple, figure: str, parts: list, said: str
) -> None:
    band = Band(DAY, DAY, *whole, figure, (), tuple(parts))
    assert said in adding_up(sum_of(band), band, NAMES, DAY)
