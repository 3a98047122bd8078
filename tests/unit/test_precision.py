"""A day is told as exactly as its source tells it: “May 2024” is never the first of May."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank import dates
from eastflank.commands.show_values import values
from eastflank.report.deployment_columns import DEPLOYMENT
from eastflank.report.differences import differences_of
from eastflank.report.entries import entries_of
from eastflank.report.evidence import said_when, told
from eastflank.view.selection import view_of
from eastflank.words.chosen import card_lines
from eastflank.words.chosen import values as words
from tests.builders import claim, dataset
from tests.folded import SOURCES, about, exactly, known, latvia, there

DAY = date(2018, 1, 1)
TOLD = [
    ("2017-06-03", "3 June 2017"),
    ("2017-06", "June 2017"),
    ("2017", "2017"),
    ("2016-12/2017-01", "December 2016 to January 2017"),
    ("2017-06-03/2017-06-09", "3–9 June 2017"),
]
"""When something was said, and how that is told."""


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.integers(0, 800))
def test_the_text_of_days_allows_exactly_these_days(first: date, more: int) -> None:
    last = date.fromordinal(first.toordinal() + more)
    assert dates.bounds(dates.text_of(first, last)) == (first, last)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        ("2024-02", "2024-02"),
        ("2023/2024", "2023/2024"),
        ("2023-12/2024-01", "2023-12/2024-01"),
        ("2024-05-01/2024-05-30", "2024-05-01/2024-05-30"),
    ],
)
def test_what_was_told_as_a_month_or_a_year_stays_one(text: str, edtf: str) -> None:
    first, last = dates.bounds(text)
    assert first
    assert last
    assert dates.text_of(first, last) == edtf


@pytest.mark.parametrize(("said_on", "when"), TOLD)
def test_a_strength_and_its_claim_bear_the_day_as_it_was_told(said_on: str, when: str) -> None:
    data = dataset(there("a", said_on, **about(450)))
    view = view_of(data, day=DAY)
    (entry,) = entries_of(view, data)
    assert dates.bounds(entry.told) == dates.bounds(said_on)
    (column,) = [one for one in DEPLOYMENT if one.key == "strength_stated_on"]
    assert (column.told(entry), column.on_page(entry)) == (when, entry.told)
    assert (
        card_lines.strength_in_full("450", "whole", view.deployments[0].figure)
        == f"450, of {when}, graded B2"
    )
    row = data.claims_by_id["a"]
    assert told(row, data).said.endswith(f", {when}")
    assert said_when(row, data) == when
    stated = values(view, data)["deployments"][0]["strength_stated_on"]  # type: ignore[index]
    assert stated == entry.told


def test_a_claim_without_a_day_has_its_source_s_as_exactly_as_that_is_stated() -> None:
    sources = [{**SOURCES[0], "published": "2017-08~"}]
    data = dataset(there("a", None, **about(450)), sources=sources)  # type: ignore[arg-type]
    assert told(data.claims_by_id["a"], data).said.endswith(", about August 2017")


@pytest.mark.parametrize(("said_on", "when"), [one for one in TOLD if one[0] != "2017"])  # a year is too long
def test_sources_that_differ_bear_the_day_as_it_was_told(said_on: str, when: str) -> None:
    data = dataset(
        there("a", said_on, **exactly(450)),
        there("b", said_on, source="ministry", **exactly(600)),
        sources=SOURCES,
    )
    (found,) = differences_of(view_of(data, day=DAY), data)
    assert {side.when for side in found.sides} == {when}


@pytest.mark.parametrize(
    ("said_on", "when"),
    [
        ("2017-06-03", "on 3 June 2017"),
        ("2017-06", "in June 2017"),
        ("2016", "in 2016"),
        ("2016-12/2017-01", "between December 2016 and January 2017"),
    ],
)
def test_an_end_bears_the_day_of_its_announcement_as_it_was_told(said_on: str, when: str) -> None:
    one = latvia(there("a", "2016-06-14"), claim("b", said_on, status="deployed", ends="2017-09-01"))
    assert words.ended(one) == f"ended, as announced {when}"


@pytest.mark.parametrize(
    ("said_on", "when"), [("2017-06-03", "June 2017"), ("2017-06", "June 2017"), ("2017", "2017")]
)
def test_a_source_s_own_sum_bears_no_month_that_was_not_told(said_on: str, when: str) -> None:
    sums = [{"id": "sum", "name": "Troops in Latvia", "sort": "statistic", "kind": "presence"}]
    said = claim("a", said_on, deployment="sum", status="deployed", host="LVA", **exactly(600))
    one = known(said, deployments=sums).deployments["sum"]
    assert card_lines.statistic(one, {}) == f"all allied troops: 600 ({when})"
