"""A file that names its day is asked about it: nothing is taken by itself."""

from __future__ import annotations

from datetime import date

import pytest

from eastflank.intake.tables.rows.day_of_table import named_in

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("forces_2026-09.xlsx", date(2026, 9, 30)),
        ("forces_2026-09-15.xlsx", date(2026, 9, 15)),
        ("Forces abroad, status September 2026", date(2026, 9, 30)),
        ("Stand: Oktober 2026", date(2026, 10, 31)),
        ("forces_2026-11.xlsx", TODAY),
        ("forces_2026-12.xlsx", None),
        ("forces.xlsx", None),
        ("Battalion 2026", None),
    ],
)
def test_a_month_is_its_last_day_and_no_day_to_come(text: str, day: date | None) -> None:
    assert named_in([text], TODAY) == day


@pytest.mark.parametrize(
    "title",
    [
        "Allied deployments abroad - as of 26 November 2026",
        "Stand: 26. November 2026",
        "As of November 26, 2026",
        "état au 26 novembre 2026",
        "Stand 26.11.2026",
        "as of 2026-11-26",
    ],
)
def test_a_day_above_the_table_says_which_day_of_the_month_in_the_name_is_meant(title: str) -> None:
    assert named_in(["tracker 2026-11.xlsx", title], TODAY) == date(2026, 11, 26)
    assert named_in([title], TODAY) == date(2026, 11, 26)


@pytest.mark.parametrize(
    "title", ["as of 28 November 2026", "as of 31.11.2026", "on 26 Novembers 2026", "Updated 2 October 2026"]
)
def test_a_day_that_is_to_come_or_none_or_of_another_month_says_nothing_of_the_month_in_the_name(
    title: str,
) -> None:
    assert named_in(["tracker 2026-09.xlsx", title], TODAY) == date(2026, 9, 30)
