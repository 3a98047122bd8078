"""Days and periods in words, calculated from the article's own day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.dates import bounds
from eastflank.intake.article.datelines import own_day
from eastflank.intake.article.days import day_at
from eastflank.intake.article.reader import read
from eastflank.intake.article.reckoning import resolved
from tests.unit.article_tables import small_tables

TUESDAY = date(2016, 6, 14)


@pytest.mark.parametrize(
    ("text", "ahead", "value"),
    [
        ("on 8 July", True, "2016-07-08"),
        ("July 8 - 9", True, "2016-07-08/2016-07-09"),
        ("3 and 4 December", True, "2016-12-03/2016-12-04"),
        ("on February 7 , 2023", False, "2023-02-07"),
        ("24.01.2017", False, "2017-01-24"),
        ("in March", True, "2017-03"),
        ("in March", False, "2016-03"),
        ("since April", False, "2016-04"),
        ("in March 2018", True, "2018-03"),
        ("by 2017", True, "2017"),
        ("by early 2017", True, "2017"),
        ("next month", True, "2016-07"),
        ("last month", False, "2016-05"),
        ("next year", True, "2017"),
        ("early next year", True, "2017"),
        ("this summer", True, "2016-22"),
        ("today", False, "2016-06-14"),
        ("yesterday", False, "2016-06-13"),
        ("on Monday", False, "2016-06-13"),
        ("on Tuesday", False, "2016-06-14"),
        ("on Wednesday", False, "2016-06-08"),
        ("on Wednesday", True, "2016-06-15"),
        ("last week", False, "2016-06-06/2016-06-12"),
        ("by the end of February", True, "2017-02"),
        ("in the first half of 2017", True, "2017-01/2017-06"),
        ("two months ago", False, "2016-04"),
        ("since the month of May", False, "2016-05"),
        ("in the first week of July", True, "2016-07-01/2016-07-07"),
        ("in the last week of July", True, "2016-07"),
        ("on the 30th of August", True, "2016-08-30"),
        ("on the first of July", True, "2016-07-01"),
        ("by the 27th", True, "2016-06-27"),
        ("by the 3rd", True, "2016-07-03"),
        ("since the 27th", False, "2016-05-27"),
        ("by mid - 2018", True, "2018-06"),
        ("before Christmas", True, "2016-12-25"),
        ("before the year is out", True, "2016"),
    ],
)
def test_a_day_in_words_is_reckoned_from_the_articles_own(text: str, value: str, ahead: bool) -> None:  # noqa: FBT001
    found = day_at(text.lower().split(), 0)
    assert found is not None
    assert resolved(found, TUESDAY, ahead=ahead) == value


def test_without_the_articles_day_only_a_day_with_its_year_is_known() -> None:
    whole, weekday = day_at(["on", "8", "july", "2016"], 0), day_at(["on", "monday"], 0)
    assert whole is not None and weekday is not None
    assert resolved(whole, None, ahead=True) == "2016-07-08"
    assert resolved(weekday, None, ahead=True) is None


@pytest.mark.parametrize(
    "text", ["31 february", "may well", "fall back", "second battalion", "10 to 40", "the 2nd cavalry"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    found = day_at(text.split(), 0)
    assert found is None or found.day is None


@given(
    said=st.dates(date(1950, 1, 1), date(2090, 12, 31)),
    text=st.sampled_from(
        ["next week", "in march", "on friday", "last year", "by 2017", "this spring", "six months ago"]
    ),
    ahead=st.booleans(),
)
def test_every_day_found_is_edtf(said: date, text: str, ahead: bool) -> None:  # noqa: FBT001
    found = day_at(text.split(), 0)
    assert found is not None
    value = resolved(found, said, ahead=ahead)
    assert value is not None and bounds(value).first is not None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("RIGA, July 10, 2018 – Canada will keep its troops.", date(2018, 7, 10)),
        ("The Hague, 7 February 2023\n\nDutch soldiers", date(2023, 2, 7)),
        ("Augustdorf, 24.01.2017\n\nToday", date(2017, 1, 24)),
        ("Berlin, 11. March 2026 — Answers", date(2026, 3, 11)),
        ("Troops have been there since 2017.", None),
    ],
)
def test_an_article_states_its_own_day_near_its_beginning(text: str, day: date | None) -> None:
    assert own_day(text) == day


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Denmark will send 90 soldiers to Latvia before the summer.", "starts", "../2016-22"),
        ("Denmark will send 90 soldiers to Latvia, but not before 2018.", "starts", "2018/.."),
        ("Denmark will withdraw its 90 soldiers from Latvia before July.", "ends", "../2016-07"),
        ("Denmark had 90 soldiers in Latvia until April.", "ends", "2016-04"),
        ("Denmark had 90 soldiers in Latvia until April.", "status", "ended"),
        ("Denmark's 90 soldiers have been in Latvia since the 3rd.", "starts", "2016-06-03"),
        ("Denmark will keep its 90 soldiers in Latvia until the end of 2018.", "ends", "2018-12"),
        ("Ninety Danish soldiers fly to Latvia on Monday.", "starts", "2016-06-20"),
        ("Ninety Danish soldiers flew to Latvia on Monday.", "starts", "2016-06-13"),
    ],
)
def test_a_day_bounds_a_deployment_as_its_words_say(text: str, field: str, value: str) -> None:
    (found,) = read(text, small_tables(), TUESDAY).proposals
    assert found.fields[field].value == value


def test_the_day_of_a_decision_is_not_the_beginning() -> None:
    text = "Denmark's parliament gave its consent on March 15 to sending 90 soldiers to Latvia."
    assert all("starts" not in one.fields for one in read(text, small_tables(), TUESDAY).proposals)


def test_a_mission_that_is_lengthened_has_an_end() -> None:
    text = "The mission of 90 Danish soldiers in Latvia is lengthened to 31 December 2019."
    (found,) = read(text, small_tables(), TUESDAY).proposals
    assert found.fields["ends"].value == "2019-12-31" and "starts" not in found.fields
