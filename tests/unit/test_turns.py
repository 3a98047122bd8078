"""The days on which a view changes, asked of all days at once, are those found day by day."""

import pytest

from eastflank.model import Dataset
from eastflank.record.as_of import Known, as_of
from eastflank.view.change_days import Record, record_of, turns
from eastflank.view.filters import Filters, selected
from tests.builders import claim, dataset
from tests.frozen import RECORD

Days = tuple[list[Known], Record]

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
    return [as_of(told, day.date()) for day in days]


def day_by_day(days: list[Known], filters: Filters) -> set[int]:
    looks = [
        known.deployments.loc[selected(filters, known), ["status", "troops_low", "troops_high", "hedge"]]
        .astype("string")
        .fillna("")
        for known in days
    ]
    return {number for number, look in enumerate(looks) if number == 0 or not look.equals(looks[number - 1])}


@pytest.fixture(scope="module")
def small() -> Days:
    days = days_of(SMALL)
    return days, record_of(days)


@pytest.fixture(scope="module")
def real() -> Days:
    days = days_of(RECORD, step=4)
    return days, record_of(days)


def test_a_view_turns_where_a_status_or_strength_does_and_not_where_another_field_does(small: Days) -> None:
    _, record = small
    assert turns(record, Filters()) == {0, 2, 3, 4, 5}
    assert turns(record, Filters(nation=("DEU",))) == {1, 2, 3, 4, 5}
    assert turns(record, Filters(host=("LTU",))) == {3}
    assert turns(record, Filters(status=("decided",))) == {2, 3, 4}
    assert turns(record, Filters(programme=("tFP",))) == frozenset()


FILTERS = [
    Filters(), Filters(nation=("CAN",)), Filters(nation=("USA", "DEU"), role="lead"), Filters(host=("LVA",)),
    Filters(status=("deployed",)), Filters(strength=(0, 900), unstated=False), Filters(programme=("eFP",)),
]  # fmt: skip


@pytest.mark.parametrize("filters", FILTERS, ids=repr)
def test_all_days_at_once_give_what_they_give_one_by_one(small: Days, real: Days, filters: Filters) -> None:
    for days, record in (small, real):
        first = set() if day_by_day(days[:1], filters) and not selected(filters, days[0]).any() else {0}
        assert turns(record, filters) == (day_by_day(days, filters) - {0}) | first
