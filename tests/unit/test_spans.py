"""Spans: how long each deployment was known with one status and one strength."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from eastflank.model import STATUSES, Dataset, Standing
from eastflank.render.sheets import deployments, spans
from eastflank.report.contents import Briefing
from eastflank.report.spans import Span, spans_of
from eastflank.view.filters import EVERYTHING
from eastflank.view.selection import known_by
from tests.briefings import briefing
from tests.builders import claim, dataset
from tests.folded import exactly, there
from tests.representatives import examples

ONE_DAY = timedelta(days=1)


def told(data: Dataset, day: str = "2018-01-01") -> Mapping[str, tuple[Span, ...]]:
    made: Briefing = briefing(f"asof={day}", data)
    return spans_of(made)


def latvia(*claims: dict[str, Any], day: str = "2018-01-01") -> tuple[Span, ...]:
    return told(dataset(*claims), day)["latvia"]


def test_a_span_goes_on_until_the_day_before_another_status_is_known() -> None:
    found = latvia(
        claim("a", "2016-06-14", status="agreed", host="LVA", **exactly(450)),
        there("b", "2017-06-01", **exactly(500)),
    )
    assert found == (
        Span("agreed", Standing.PLANNED, date(2016, 6, 14), date(2017, 5, 31), "planned: 450", 450, 450,
             "2016-06-14", date(2016, 6, 14)),
        Span("deployed", Standing.PRESENT, date(2017, 6, 1), date(2018, 1, 1), "500", 500, 500,
             "2017-06-01", date(2017, 6, 1)),
    )  # fmt: skip


def test_a_claim_that_changes_neither_status_nor_strength_begins_no_span() -> None:
    found = latvia(there("a", "2016-06-14"), there("b", "2017-06-01", lead="CAN"))
    assert [(one.first, one.last) for one in found] == [(date(2016, 6, 14), date(2018, 1, 1))]


def test_another_strength_begins_a_span() -> None:
    found = latvia(there("a", "2017-01-01", **exactly(450)), there("b", "2017-06-01", **exactly(455)))
    assert [(one.first, one.last, one.low) for one in found] == [
        (date(2017, 1, 1), date(2017, 5, 31), 450),
        (date(2017, 6, 1), date(2018, 1, 1), 455),
    ]


def test_of_the_days_after_the_report_nothing_is_told() -> None:
    claims = there("a", "2016-06-14"), claim("b", "2017-06-01", status="ended")
    (found,) = latvia(*claims, day="2017-05-31")
    assert (found.status, found.last) == ("deployed", date(2017, 5, 31))
    assert [one.status for one in latvia(*claims, day="2017-06-01")] == ["deployed", "ended"]


def test_a_stated_end_is_a_span_from_the_day_after_it_on() -> None:
    found = latvia(there("a", "2016-06-14", ends="2017-03"))
    assert [(one.status, one.first, one.last) for one in found] == [
        ("deployed", date(2016, 6, 14), date(2017, 3, 31)),
        ("ended", date(2017, 4, 1), date(2018, 1, 1)),
    ]


def test_after_the_end_there_is_no_current_strength_and_the_last_one_is_told_with_its_month() -> None:
    _, over = latvia(there("a", "2016-06-14", **exactly(450)), claim("b", "2017-06-01", status="ended"))
    assert (over.low, over.high, over.told) == (None, None, "")
    assert over.strength == "no current figure; 450 in June 2016"


def test_each_span_says_of_which_day_its_strength_is_and_when_it_was_last_reported() -> None:
    (found,) = latvia(
        there("a", "2016-06-14", **exactly(450)),
        there("b", "2016-09-01", **exactly(450)),
        there("c", "2016-12-01"),
    )
    assert (found.first, found.told, found.last_word) == (date(2016, 6, 14), "2016-09-01", date(2016, 12, 1))


def test_the_sheet_says_what_the_sheet_of_deployments_says_of_what_still_holds() -> None:
    data = dataset(
        claim("a", "2016-06-14", status="pledged", host="LVA", **exactly(450)),
        there("b", "2016-06-14", deployment="lithuania"),
        claim("c", "2017-06-01", deployment="lithuania", status="ended"),
    )
    said = briefing("asof=2019-01-01", data)
    whole, now = (
        [dict(zip((one.key for one in sheet.columns), row, strict=True)) for row in sheet.rows]
        for sheet in (deployments(said), spans(said))
    )
    entries = {row["id"]: row for row in whole}
    current = [row for row in now if row["to"] == date(2019, 1, 1)]
    assert {row["id"]: row["status"] for row in current} == {
        "latvia": "pledged, not reported since 2016",
        "lithuania": "ended",
    }
    for row in current:
        entry = entries[row["id"]]
        assert (row["status"], row["strength_stated_on"]) == (entry["status"], entry["strength_stated_on"])
    assert {row["id"]: row["last_reported"] for row in current}["latvia"] == date(2016, 6, 14)


def test_what_has_no_status_has_no_span_and_what_it_was_before_has_one() -> None:
    assert latvia(claim("a", "2017-01-01", host="LVA")) == ()
    found = latvia(claim("a", "2017-01-01", host="LVA"), there("b", "2017-06-01"))
    assert [one.first for one in found] == [date(2017, 6, 1)]


@st.composite
def records(draw: st.DrawFn) -> Dataset:
    """A few claims about two deployments on days of one year."""
    claims = [
        claim(
            f"c{number}",
            (date(2017, 1, 1) + timedelta(days=draw(st.integers(0, 300)))).isoformat(),
            deployment=draw(st.sampled_from(["latvia", "lithuania"])),
            status=draw(st.sampled_from([None, *STATUSES])),
            **draw(st.sampled_from([{}, exactly(450), exactly(600)])),
            **draw(st.sampled_from([{}, {}, {"ends": "2017-09"}])),
        )
        for number in range(draw(st.integers(1, 5)))
    ]
    return dataset(*claims)


@examples(8)
@given(records())
def test_on_each_day_a_span_says_what_was_known_and_no_day_is_in_two(data: Dataset) -> None:
    end = date(2018, 1, 1)
    for identifier, own in told(data).items():
        for one, following in pairwise(own):
            assert one.first <= one.last < following.first
            apart = following.first - one.last
            assert apart > ONE_DAY or (one.status, one.strength) != (following.status, following.strength)
        for day in (date(2017, 1, 1) + timedelta(days=days) for days in range(0, 366, 13)):
            now = known_by(data, EVERYTHING, day).deployments.get(identifier)
            found = [one for one in own if one.first <= day <= one.last]
            if now is None or now.status is None:
                assert found == []
            else:
                (span,) = found
                figure = None if now.over else now.figure
                assert (span.status, span.standing) == (now.status, now.standing)
                assert (span.low, span.high) == ((figure.low, figure.high) if figure else (None, None))
        assert all(one.last <= end for one in own)
