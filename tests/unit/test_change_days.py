"""The days on which a view changes."""

from collections.abc import Sequence

import pytest

from eastflank.model import Dataset
from eastflank.record.as_of import Known, known_as_of
from eastflank.view.change_days import days_of_change
from eastflank.view.filters import Filters
from eastflank.view.selection import view_of
from tests.builders import claim, dataset
from tests.frozen import RECORD

SMALL = dataset(
    claim("a", "2016-06-14", status="considered", lead="CAN"),
    claim("b", "2016-06-20", lead="CAN;DEU"),
    claim("c", "2016-07-08", status="decided", host="LVA", troops_low=450, troops_high=450),
    claim("d", "2016-07-09", deployment="lithuania", status="decided", lead="DEU", host="LTU"),
    claim("e", "2016-08-01", status="deployed", troops_low=450, troops_high=450, hedge="about"),
    claim("f", "2016-09-01", status="withdrawn"),
    claim("g", "2016-10-01", kind="statement", deployment=None),
)


def days_of(told: Dataset, step: int = 1) -> list[Known]:
    days = sorted(told.claims["known_on"].unique())[::step]
    return [known_as_of(told, day.date()) for day in days]


@pytest.mark.parametrize(
    ("filters", "days"),
    [
        (Filters(), {0, 2, 3, 4, 5}),
        (Filters(nation=("DEU",)), {0, 1, 2, 3, 4, 5}),
        (Filters(host=("LTU",)), {0, 3}),
        (Filters(status=("decided",)), {0, 2, 3, 4}),
        (Filters(programme=("tFP",)), {0}),
    ],
    ids=repr,
)
def test_a_view_changes_where_a_status_or_strength_does_and_not_where_another_field_does(
    filters: Filters, days: set[int]
) -> None:
    assert days_of_change(days_of(SMALL), filters, SMALL) == days


def test_of_no_day_nothing_changes() -> None:
    assert days_of_change([], Filters(), SMALL) == frozenset()


def looks(days: Sequence[Known], filters: Filters) -> list[set[tuple[object, ...]]]:
    """What a view of each day shows of its deployments."""
    return [
        {
            (one.id, one.status, one.figure and (one.figure.low, one.figure.high, one.figure.hedge))
            for one in view_of(RECORD, filters, known.day).deployments
        }
        for known in days
    ]


@pytest.mark.parametrize("filters", [Filters(), Filters(nation=("CAN",)), Filters(host=("LVA",))], ids=repr)
def test_the_days_of_the_record_are_those_on_which_its_view_differs_from_the_day_before(
    filters: Filters,
) -> None:
    days = days_of(RECORD, step=6)
    shown = looks(days, filters)
    expected = {number for number in range(len(days)) if number == 0 or shown[number] != shown[number - 1]}
    assert days_of_change(days, filters, RECORD) == expected
