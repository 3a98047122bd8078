"""Why a view shows nothing, in a sentence that says what to do about it."""

from __future__ import annotations

from datetime import date

from eastflank.model import Standing
from eastflank.view.empty import nothing_drawn, why_empty
from eastflank.view.filters import Filters
from eastflank.view.selection import select, view_of
from eastflank.words.chosen import empty_views
from tests.as_known import figure, known, statistic, unit
from tests.builders import claim, dataset
from tests.folded import there

EMPTY = dataset()


def test_an_empty_view_says_whether_nothing_was_said_nothing_fits_or_there_is_no_claim() -> None:
    assert why_empty(view_of(EMPTY), EMPTY) == empty_views.NO_CLAIM_YET
    small = dataset(
        there("a", "2016-06-14"),
        claim("b", "2016-06-14", deployment="lithuania", status="agreed", host="LTU"),
        claim("c", "2016-06-14", deployment="early", status="ended"),
    )
    asked, first = Filters(nation=("USA",)), date(2016, 6, 14)
    before = date(2016, 6, 13)
    assert why_empty(view_of(small, asked, before), small) == empty_views.before_the_first_claim(
        before, first
    )
    # The two that count are named, not what is over.
    assert why_empty(view_of(small, asked, first), small) == empty_views.nothing_fits(first, 2)


def test_a_map_without_a_mark_says_how_many_it_cannot_show_and_whether_all_are_over() -> None:
    gone, hidden, shown = unit("a", standing=Standing.GONE), unit("b", host=()), unit("c")

    def told(*deployments: object) -> str:
        return nothing_drawn(select(EMPTY, Filters(), known(*deployments)))  # type: ignore[arg-type]

    assert told(gone) == empty_views.nothing_drawn(1, over=True)
    assert told(gone, hidden) == empty_views.nothing_drawn(2, over=False)
    assert told(gone, hidden, shown) == told(shown) == told() == ""
    assert told(statistic(figure=figure(5))) == ""
    off = statistic(figure=figure(5), off_map="old")
    assert told(off) == empty_views.nothing_drawn(1, over=False)
