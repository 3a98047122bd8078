"""Spans of status and of strength, from what was known day by day, and the days that an uncertain date allows."""

from datetime import date

import pytest

from eastflank.model import Standing
from eastflank.record.as_of import Known, known_as_of
from eastflank.record.history import (
    Band,
    ContingentStrength,
    Period,
    bands,
    period_of,
    spells,
    stretches,
    sum_of,
)
from tests.builders import claim, dataset

UNTIL = date(2017, 12, 31)
JUNE, JULY = date(2016, 6, 14), date(2016, 7, 8)
EXACT = {"troops_low": 450, "troops_high": 450, "counts": "whole"}


def record(*claims: dict, **tables: list) -> list[Known]:
    small = dataset(*claims, **tables)
    return [known_as_of(small, day.date()) for day in sorted(small.claims["known_on"].unique())]


def test_a_span_lasts_until_the_status_changes() -> None:
    found = spells(
        record(
            claim("a", "2016-06-14", status="considered"),
            claim("b", "2016-06-20", lead="CAN"),
            claim("c", "2016-07-08", status="decided"),
        ),
        UNTIL,
    )
    assert [(spell.status, spell.standing, spell.start, spell.end) for spell in found] == [
        ("considered", Standing.CONSIDERED, JUNE, JULY),
        ("decided", Standing.PLANNED, JULY, UNTIL),
    ]


def test_no_record_has_no_spans() -> None:
    assert spells([], UNTIL) == ()


def test_a_deployment_without_a_status_has_a_span_that_says_so() -> None:
    (spell,) = spells(record(claim("a", "2016-06-14", lead="CAN")), UNTIL)
    assert (spell.status, spell.standing) == (None, None)


def test_what_turned_out_to_be_another_has_a_span_up_to_then() -> None:
    found = spells(
        record(
            claim("a", "2016-06-14", deployment="early", status="considered"),
            claim("b", "2016-07-08", status="decided"),
        ),
        UNTIL,
    )
    assert [(spell.deployment, spell.end) for spell in found] == [("early", JULY), ("latvia", UNTIL)]


def test_a_strength_stands_from_its_claim_on_and_as_long_as_it_is_the_same() -> None:
    days = record(
        claim("a", "2016-06-14", status="agreed"),
        claim("b", "2016-07-08", status="agreed", **EXACT),
        claim("c", "2016-08-01", lead="CAN"),
    )
    assert bands(days, "latvia", UNTIL) == (Band(JULY, UNTIL, 450, 450, "450", ("b",), ()),)
    assert bands(days, "lithuania", UNTIL) == ()


def test_contingents_make_a_band_even_where_no_strength_is_stated() -> None:
    sent = [
        {"claim": "a", "nation": "CAN", "troops_low": 20, "troops_high": 20},
        {"claim": "b", "nation": "DEU"},
    ]
    found = bands(
        record(claim("a", "2016-06-14"), claim("b", "2016-07-08"), contributions=sent), "latvia", UNTIL
    )
    assert [[one.nation for one in band.contingents] for band in found] == [["CAN"], ["CAN", "DEU"]]
    assert [(band.start, band.end, band.figure) for band in found] == [
        (JUNE, JULY, "not stated"),
        (JULY, UNTIL, "not stated"),
    ]


@pytest.mark.parametrize(
    ("cells", "begins", "ends"),
    [
        ({"starts": "2017-04"}, (date(2017, 4, 1), date(2017, 4, 30)), (None, None)),
        ({"starts": "../2017"}, (None, date(2017, 12, 31)), (None, None)),
        ({"ends": "2017-09~"}, (None, None), (date(2017, 9, 1), date(2017, 9, 30))),
        ({"starts": "2016-07-08/2016-07-09"}, (JULY, date(2016, 7, 9)), (None, None)),
        ({"starts": "2022-XX"}, (date(2022, 1, 1), date(2022, 12, 31)), (None, None)),
    ],
)
def test_a_period_has_the_bounds_of_its_dates(cells: dict, begins: tuple, ends: tuple) -> None:
    (known,) = record(claim("a", "2016-06-14", **cells))
    found = period_of(known.deployments["latvia"])
    assert found is not None
    assert ((found.begins_first, found.begins_last), (found.ends_first, found.ends_last)) == (begins, ends)
    assert found.claims == ("a",)


def test_a_period_that_nobody_states_is_none() -> None:
    (known,) = record(claim("a", "2016-06-14", status="agreed"))
    assert period_of(known.deployments["latvia"]) is None
    (begun,) = record(claim("a", "2016-06-14", starts="2017-04~"))
    assert period_of(begun.deployments["latvia"]) == Period(
        date(2017, 4, 1), date(2017, 4, 30), None, None, "about April 2017", "not stated", ("a",)
    )


def part(low: int | None, high: int | None) -> ContingentStrength:
    return ContingentStrength("CAN", low, high, "", "a")


@pytest.mark.parametrize(
    ("whole", "parts", "low", "high", "fits"),
    [
        ((450, 450), [part(400, 400), part(50, 50)], 450, 450, True),
        ((450, 500), [part(400, None), part(10, 10)], 410, None, True),
        ((450, 450), [part(400, 400)], 400, 400, False),
        ((450, 450), [part(400, 400), part(100, 100)], 500, 500, False),
        ((450, 450), [part(400, 400), part(None, None)], 400, 400, None),
        ((450, 450), [part(500, 500), part(None, None)], 500, 500, False),
        ((450, 450), [part(400, 400), part(None, 90)], 400, 400, None),
        ((None, None), [part(400, 400)], 400, 400, None),
        ((450, 450), [part(None, None)], None, None, None),
        ((1000, None), [part(900, 950)], 900, 950, False),
    ],
)
def test_contingents_are_set_beside_the_strength(
    whole: tuple, parts: list, low: int | None, high: int | None, fits: object
) -> None:
    found = sum_of(Band(JUNE, JULY, *whole, "", (), tuple(parts)))
    assert found is not None
    assert (found.stated.low, found.stated.high, found.fits) == (low, high, fits)


def test_without_contingents_nothing_is_added_up() -> None:
    assert sum_of(Band(JUNE, JULY, 450, 450, "450", (), ())) is None


ASOF = date(2017, 6, 30)


def drawn(cells: dict, standing: Standing) -> list[tuple[str, str, str]]:
    (known,) = record(claim("a", "2016-06-14", **cells))
    period = period_of(known.deployments["latvia"])
    assert period is not None
    return [(str(one.start), str(one.end), one.form) for one in stretches(period, standing, JUNE, ASOF)]


@pytest.mark.parametrize(
    ("cells", "standing", "expected"),
    [
        # There since some day of April: uncertain within the month, certain up to the day shown.
        ({"starts": "2017-04"}, Standing.PRESENT, [("2017-04-01", "2017-05-01", "unsure"), ("2017-05-01", "2017-07-01", "sure"), ("2017-07-01", "None", "open")]),
        ({"starts": "2017-04-05"}, Standing.PRESENT, [("2017-04-05", "2017-07-01", "sure"), ("2017-07-01", "None", "open")]),
        # Planned: nothing of it is certain, and no earliest day is stated.
        ({"starts": "../2017"}, Standing.PLANNED, [("2016-06-14", "2018-01-01", "unsure"), ("2018-01-01", "None", "open")]),
        # An end to come: what lies after the day shown is a plan.
        ({"starts": "2017-04-05", "ends": "2017-09"}, Standing.PRESENT, [("2017-04-05", "2017-07-01", "sure"), ("2017-07-01", "2017-09-01", "planned"), ("2017-09-01", "2017-10-01", "unsure")]),
        ({"starts": "2017-04-05", "ends": "2017-09"}, Standing.PLANNED, [("2017-04-05", "2017-09-01", "planned"), ("2017-09-01", "2017-10-01", "unsure")]),
        # Over: of what has only an end, only the end is drawn.
        ({"ends": "2017-05"}, Standing.GONE, [("2017-05-01", "2017-06-01", "unsure")]),
        ({"starts": "2017-04-05/.."}, Standing.PLANNED, [("2017-04-05", "None", "open")]),
    ],
)  # fmt: skip
def test_a_period_is_drawn_as_certain_only_where_all_its_dates_allow_it(
    cells: dict, standing: Standing, expected: list
) -> None:
    assert drawn(cells, standing) == expected


def test_what_was_another_for_a_while_has_a_span_before_and_one_after() -> None:
    other = {
        "member": "early",
        "whole": "latvia",
        "relation": "became",
        "starts": "2016-07-08",
        "ends": "2016-12-31",
    }
    days = record(
        claim("a", "2016-06-14", deployment="early", status="considered"),
        claim("b", "2016-07-08", status="decided"),
        claim("c", "2017-02-01", deployment="lithuania", status="decided"),
        memberships=[other],
    )
    found = [(spell.start, spell.end) for spell in spells(days, UNTIL) if spell.deployment == "early"]
    assert found == [(JUNE, JULY), (date(2017, 2, 1), UNTIL)]


def test_a_contingent_whose_figure_is_old_is_in_no_band_and_what_is_over_has_none() -> None:
    sent = [{"claim": "a", "nation": "CAN", "troops_low": 20, "troops_high": 20}]
    days = record(
        claim("a", "2016-06-14", status="deployed"),
        claim("b", "2017-12-15", status="deployed", **EXACT),
        claim("c", "2018-02-01", status="ended"),
        contributions=sent,
    )
    found = bands(days, "latvia", date(2018, 6, 1))
    assert [([one.nation for one in band.contingents], band.low) for band in found] == [
        (["CAN"], None),
        ([], 450),
    ]
    assert found[-1].end == date(2018, 2, 1)
