"""Why a view shows nothing, in a sentence that says what to do about it."""

from __future__ import annotations

from datetime import date

from eastflank.model import Standing
from eastflank.ui import map_title
from eastflank.view.drafts import retracted_in, waiting
from eastflank.view.empty import nothing_drawn, why_empty
from eastflank.view.filters import Filters
from eastflank.view.selection import newest_day, select, that_may_count, view_of
from eastflank.words.chosen import datasets, empty_views
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


def test_where_drafts_alone_are_held_the_view_says_that_they_wait_and_names_no_filter() -> None:
    drafts = dataset(*(claim(one, "2016-06-14", status="deployed", review="draft") for one in "ab"))
    told = empty_views.waiting_for_review(2)
    assert "Two claims wait for review." in told
    for asked in (Filters(), Filters(nation=("USA",))):
        view = view_of(drafts, asked)
        assert why_empty(view, drafts) == told and told in view.notes
        assert map_title.sentence(view, drafts, None, brief=False)[1] == told
    assert newest_day(drafts) == date(2016, 6, 14)
    retracted = dataset(claim("a", "2016-06-14", status="deployed", review="retracted"))
    assert why_empty(view_of(retracted), retracted) == empty_views.all_retracted(1)


def test_a_draft_beside_a_claim_that_counts_is_not_the_first_word_and_gives_the_view_no_note() -> None:
    both = dataset(there("a", "2016-06-14"), claim("b", "2016-01-01", status="deployed", review="draft"))
    before = date(2016, 2, 1)
    assert why_empty(view_of(both, day=before), both) == empty_views.before_the_first_claim(
        before, date(2016, 6, 14)
    )
    assert view_of(both).notes == ()


def test_what_a_dataset_holds_tells_drafts_and_retracted_claims_from_those_that_count() -> None:
    held = [
        dataset(*(claim(str(n), "2016-06-14", review=one) for n, one in enumerate(reviews)))
        for reviews in (("reviewed", "disputed"), ("reviewed", "draft", "draft", "retracted"))
    ]
    told = [
        datasets.claims_held(len(that_may_count(one)["id"]), waiting(one), retracted_in(one)) for one in held
    ]
    assert told == ["two claims", "one claim; two drafts; one retracted claim"]
