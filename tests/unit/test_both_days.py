"""What two days add up to, cell by cell."""

from datetime import date
from typing import Any

import pytest

from eastflank.model.overlay import Named, laid_over
from eastflank.report.both_days import Compared, headings, lines_of, rows_of
from eastflank.view.comparison import Comparison, compare
from eastflank.view.filters import EVERYTHING, Filters
from eastflank.view.selection import view_of
from tests.builders import claim, dataset
from tests.folded import about, exactly, sent, there

NAMES = {"CAN": "Canada"}
CANADA = Filters(nation=("CAN",))


def two_days(*claims: dict[str, Any], filters: Filters = EVERYTHING, **tables: Any) -> Comparison:
    """1 January 2018 compared with 1 July 2017."""
    small = dataset(*claims, **tables)
    before, view = (view_of(small, filters, day) for day in (date(2017, 7, 1), date(2018, 1, 1)))
    return compare(view, before, small)


def rows(*claims: dict[str, Any], **asked: Any) -> dict[str, tuple[str, str, str]]:
    """Earlier, later and difference, by what is added up."""
    return {row.what: tuple(row[1:]) for row in rows_of(two_days(*claims, **asked), NAMES)}  # type: ignore[misc]


def lithuania(identifier: str, said_on: str, **cells: Any) -> dict[str, Any]:
    return there(identifier, said_on, **{"deployment": "lithuania", "host": "LTU", **cells})


def test_units_and_persons_have_a_row_each() -> None:
    found = rows(there("a", "2017-06-01", **exactly(1000)), there("b", "2017-09-01", **exactly(900)))
    assert found == {
        "Battlegroups there": ("1", "1", "no change"),
        "Persons in battlegroups": ("1,000", "900 (2017)", "−100"),
    }


def test_a_cell_says_of_how_many_units_a_figure_is_where_not_all_state_one() -> None:
    found = rows(there("a", "2017-06-01", **about(1000)), lithuania("b", "2017-09-01"))
    assert found == {
        "Battlegroups there": ("1", "2", "+1"),
        "Persons in battlegroups": (
            "about 1,000",
            "about 1,000 (2017), in 1 of 2",
            "not comparable: a figure is not exact",
        ),
    }


def test_a_cell_without_a_figure_says_why() -> None:
    found = rows(there("a", "2017-06-01"), there("b", "2017-09-01", credibility=4, **exactly(9)))
    assert found["Persons in battlegroups"] == (
        "not stated",
        "stated only with a low grade",
        "not comparable: no figure on either day",
    )
    found = rows(there("a", "2017-09-01"))
    assert found["Persons in battlegroups"] == (
        "none known",
        "not stated",
        "not comparable: none known on one of the days",
    )


def test_the_same_words_on_both_days_are_the_same_figure_though_not_exact() -> None:
    assert rows(there("a", "2017-06-01", **about(1000)))["Persons in battlegroups"][2] == "the same figure"


def test_units_of_which_one_fell_silent_are_not_compared() -> None:
    old = there("a", "2015-10-01"), lithuania("b", "2017-06-01")
    assert rows(*old)["Battlegroups there"] == (
        "2", "1", "not comparable: one was not reported for two years",
    )  # fmt: skip


def test_a_nation_s_own_people_come_first_and_what_nobody_states_says_so() -> None:
    found = rows(
        there("a", "2017-06-01"),
        there("b", "2017-09-01"),
        lithuania("c", "2017-09-01"),
        filters=CANADA,
        contributions=[sent("a", "CAN", 450), sent("b", "CAN", 400), sent("c", "CAN", 20)],
    )
    assert list(found.items())[:2] == [
        ("Canada in Battlegroup Latvia", ("450", "400 (2017)", "−50")),
        (
            "Canada in Battlegroup Lithuania",
            ("not stated", "20 (2017)", "not comparable: no figure on one of the days"),
        ),
    ]
    assert "Persons in battlegroups, all nations" in found


def test_what_only_the_earlier_day_names_is_told_by_the_name_that_it_had() -> None:
    found = rows(
        there("a", "2017-06-01"),
        claim("b", "2017-09-01", status="ended"),
        filters=Filters(nation=("XXX",)),
        contributions=[sent("a", "XXX", 450)],
    )
    assert found["XXX in Battlegroup Latvia"] == (
        "450", "not stated", "not comparable: no figure on one of the days",
    )  # fmt: skip


def test_of_several_datasets_each_has_its_rows() -> None:
    one, two = (dataset(there("a", "2017-06-01", **exactly(450))) for _ in range(2))
    data = laid_over([Named("one", "The first", one), Named("two", "The second", two)])
    before, view = (view_of(data, EVERYTHING, day) for day in (date(2017, 7, 1), date(2018, 1, 1)))
    assert [row.what for row in rows_of(compare(view, before, data), NAMES)] == [
        "Battlegroups there in The first",
        "Persons in battlegroups in The first",
        "Battlegroups there in The second",
        "Persons in battlegroups in The second",
    ]


def test_where_there_is_no_table_a_row_is_a_line_with_both_days() -> None:
    compared = two_days(there("a", "2017-06-01"))
    heading = headings(compared)
    row = Compared("Battlegroups there", "4", "8", "+4")
    assert (
        lines_of([row, row], heading)
        == ("Battlegroups there: 4 on 1 July 2017, 8 on 1 January 2018; +4",) * 2
    )


@pytest.mark.parametrize(
    ("was", "now", "difference"), [(900, 2100, "+1,200"), (2100, 900, "−1,200"), (900, 900, "no change")]
)
def test_a_difference_has_its_sign(was: int, now: int, difference: str) -> None:
    found = rows(there("a", "2017-06-01", **exactly(was)), there("b", "2017-09-01", **exactly(now)))
    assert found["Persons in battlegroups"][2] == difference
