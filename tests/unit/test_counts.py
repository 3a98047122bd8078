"""The count beside each value of a filter is the number that choosing it would find."""

from datetime import date

import pytest

from eastflank.view.facet_counts import _QUICKLY, Counts, _one_by_one, counts_of
from eastflank.view.facets import FACETS
from eastflank.view.filters import Filters
from eastflank.view.options import options_of
from eastflank.view.selection import view_of
from tests.builders import claim, dataset
from tests.frozen import RECORD

SMALL = dataset(
    claim("a", "2016-07-08", status="decided", lead="CAN", host="LVA"),
    claim("b", "2016-07-08", deployment="lithuania", status="considered", lead="DEU", host="LTU"),
    claim("c", "2016-07-09", source="ministry", deployment="lithuania", kind="measure", status="decided"),
    claim("d", "2017-01-01", source="ministry", deployment="lithuania", status="deployed"),
    contributions=[{"claim": "b", "nation": "CAN"}],
)


def counts(day: str = "2016-12-31", **chosen: object) -> Counts:
    view = view_of(SMALL, Filters(**chosen), date.fromisoformat(day))  # type: ignore[arg-type]
    return counts_of(view, SMALL)


def test_what_each_value_finds() -> None:
    assert counts() == {
        "nation": {"CAN": 2, "DEU": 1, "LVA": 1, "LTU": 1},
        "host": {"LVA": 1, "LTU": 1},
        "status": {"decided": 2},
        "programme": {"eFP": 2},
        "kind": {"deployment": 2, "measure": 1},
        "source": {"agency": 2, "ministry": 1},
        "grade": {"A2": 1, "B2": 3, "B3": 3, "C3": 3, "D4": 3},
    }


def test_nations_are_counted_in_the_role_asked_for() -> None:
    assert counts(role="lead")["nation"] == {"CAN": 1, "DEU": 1}
    assert counts(role="contributor")["nation"] == {"CAN": 2, "DEU": 1}


def test_claims_are_counted_whichever_of_them_are_switched_on() -> None:
    assert counts(source=("agency",))["source"] == {"agency": 2, "ministry": 1}
    assert counts(source=("agency",))["status"] == {"decided": 1, "considered": 1}


def test_what_is_said_later_is_not_counted() -> None:
    assert counts("2016-07-08")["source"] == {"agency": 2}
    assert counts("2016-07-07") == {name: {} for name in counts()}


@pytest.mark.parametrize("field", ["nation", "host", "status", "programme"])
def test_each_count_of_the_record_is_what_choosing_it_finds(field: str) -> None:
    day = date(2016, 6, 14)
    for value, count in counts_of(view_of(RECORD, day=day), RECORD)[field].items():
        chosen = view_of(RECORD, Filters(**{field: (value,)}), day)  # type: ignore[arg-type]
        assert len(chosen.deployments) == count, value


def test_each_grade_counts_the_claims_that_choosing_it_leaves() -> None:
    day = date(2025, 6, 30)
    for grade, count in counts_of(view_of(RECORD, day=day), RECORD)["grade"].items():
        assert len(view_of(RECORD, Filters(grade=grade), day).known.claims) == count, grade


@pytest.mark.parametrize("field", _QUICKLY)
def test_counting_values_together_gives_what_asking_for_each_gives(field: str) -> None:
    view = view_of(RECORD, Filters(role="lead"), date(2022, 6, 28))
    facet = next(one for one in FACETS if one.field == field)
    # Only what can be asked for has a number beside it.
    together = _QUICKLY[field](facet, view, RECORD)
    asked_for = {value: count for value, count in together.items() if value in options_of(RECORD)[field]}
    assert asked_for == _one_by_one(facet, view, RECORD)
