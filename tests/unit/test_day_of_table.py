"""A file that names its day is asked about it: nothing is taken by itself."""

from __future__ import annotations

from datetime import date

import pytest

from eastflank.intake.tables.day_of_table import named_in

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
