"""What the timeline is given to draw: rows in order, bands, periods and claims, and a legend of no more."""

from datetime import date

from eastflank.record.as_of import known_as_of
from eastflank.ui.timeline import data_of
from eastflank.view.selection import view_of
from tests.builders import claim, dataset

DAY = date(2017, 6, 30)


def drawn(*claims: dict, selected: str = "", **tables: list) -> dict:
    small = dataset(*claims, **tables)
    days = sorted({day.date() for day in small.claims["known_on"] if day.date() <= DAY})
    return data_of(view_of(small, day=DAY), [known_as_of(small, day) for day in days], small, selected)


def test_a_row_says_its_status_now_and_each_before_and_has_a_dot_a_day() -> None:
    found = drawn(
        claim("a", "2016-06-14", status="considered"),
        claim("b", "2016-06-14", lead="CAN"),
        claim(
            "c",
            "2017-05-01",
            status="deployed",
            troops_low=450,
            troops_high=450,
            counts="whole",
            starts="2017-05",
        ),
    )
    (row,) = found["rows"]
    assert (row["name"], row["now"]) == ("Battlegroup Latvia", "deployed, 450")
    assert [band["label"] for band in row["bands"]] == [
        "Considered from 14 June 2016 to 30 April 2017, as known then",
        "Deployed from 1 May 2017 on, as known then",
    ]
    assert [stretch["form"] for stretch in row["period"]] == ["unsure", "sure", "open"]
    assert [(dot["claim"], dot["many"]) for dot in row["dots"]] == [("a", True), ("c", False)]
    assert row["dots"][1]["label"] == "1 May 2017: c [B2] Agency: deployed, 450"
    assert [entry["form"] for entry in found["legend"]] == ["considered", "present", "sure", "unsure", "open"]


def test_a_group_stands_below_the_units_and_what_became_one_of_them_is_kept() -> None:
    found = drawn(
        claim("early", "2016-06-14", deployment="early", status="considered"),
        claim("a", "2016-07-08", status="decided"),
        claim("w", "2016-09-01", deployment="whole", status="agreed"),
        selected="latvia",
    )
    assert [row["name"] for row in found["rows"]] == [
        "The early one → Battlegroup Latvia",
        "Battlegroup Latvia",
        "The whole",
    ]
    assert [(row["id"], row["selected"]) for row in found["rows"]] == [
        ("latvia", True), ("latvia", True), ("whole", False),
    ]  # fmt: skip


def test_what_is_planned_for_later_lies_beyond_the_day_shown() -> None:
    found = drawn(claim("a", "2016-06-14", status="agreed", starts="../2017"))
    (row,) = found["rows"]
    edges = [stretch["x"] + stretch["w"] for stretch in row["period"]]
    assert max(edges) > found["asof"]["x"] > row["bands"][-1]["x"]
    assert row["when"] == "Stated period: begins by 2017; ends not stated (a)"


def test_a_deployment_without_a_status_is_a_row_that_says_so() -> None:
    found = drawn(claim("a", "2016-06-14", lead="CAN"))
    assert [(row["now"], [band["form"] for band in row["bands"]]) for row in found["rows"]] == [
        ("status not stated", ["unstated"])
    ]
    assert [entry["text"] for entry in found["legend"]] == ["status not stated"]
