"""The request of a link: read as it was meant, or the reader is asked; never silently something else."""

from dataclasses import fields
from datetime import date
from urllib.parse import parse_qs, quote

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from eastflank.view.address import link_of, query_in
from eastflank.view.days import FIRST_DAY, LAST_DAY, day_of, days_like
from eastflank.view.filters import Filters
from eastflank.view.parameters import READ
from eastflank.view.request import Request, meaning, request_of, told
from eastflank.view.selection import view_of
from tests.builders import claim, dataset
from tests.frozen import RECORD
from tests.links import ASKED_ABOUT, PLAIN, READ_AS_MEANT
from tests.unit.test_address import REQUESTS

ANY_TEXT = st.text(st.characters(exclude_categories=()))
"""Also halves of letters, which a terminal may hand over."""
MARKS = st.text(" .,;:!?)]}>\"'”’»…\u200b\u00a0", max_size=4)
"""What may stand after a link."""


def read(text: str) -> Request:
    return request_of(query_in(text), RECORD)


@pytest.mark.parametrize(("text", "meant"), READ_AS_MEANT.values(), ids=READ_AS_MEANT)
def test_a_link_is_read_as_it_was_meant(text: str, meant: str) -> None:
    assert read(text).unread == ()
    assert read(text).query() == parse_qs(meant)


@pytest.mark.parametrize(("text", "expected"), ASKED_ABOUT.values(), ids=ASKED_ABOUT)
def test_what_cannot_be_read_is_asked_about(text: str, expected: str) -> None:
    request = read(text)
    assert expected in told(request, RECORD)[0]
    assert len(request.unread) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"?{PLAIN}",
        f"http://localhost:8501/?{PLAIN}",
        f"https://briefing.example/a=b/?{PLAIN}#map",
        f"<https://briefing.example/eastflank/?{PLAIN}>",
        f"“https://briefing.example/?{PLAIN}”",
        f"See https://briefing.example/?{PLAIN}.",
        f"https://briefing.example/?{PLAIN.replace('&', '&#38;')}",
        f"/?{PLAIN}",
    ],
)
def test_a_whole_copied_address_is_read(text: str) -> None:
    assert read(text) == read(PLAIN)


def test_an_address_without_a_query_asks_for_everything() -> None:
    assert read("https://briefing.example/eastflank#top") == Request()


def test_what_is_no_query_is_asked_about() -> None:
    assert told(read("Canada"), RECORD) == (
        "Canada: a link has no part with this name.",
        "Nothing else was asked for.",
    )


def test_what_was_understood_is_told() -> None:
    request = read("nation=CAN&host=XX&asof=2017-08-28&since=2016-07-09&deployment=efp-lva")
    assert told(request, RECORD)[-1] == (
        "Understood: involving Canada; as known on 28 August 2017; compared with 9 July 2016; "
        "“Battlegroup Latvia” selected."
    )


def test_a_name_that_fits_two_nations_is_asked_about() -> None:
    nation = {
        "also_known_as": "Ruritania",
        "capital": "A",
        "capital_lat": 50.0,
        "capital_lon": 14.0,
        "member_since": None,
    }
    small = dataset(
        claim("a", "2016-07-08", lead="AAA", host="BBB"),
        nations=[
            {"iso3": "AAA", "iso2": "AA", "name": "Upper Ruritania", **nation},
            {"iso3": "BBB", "iso2": "BB", "name": "Lower Ruritania", **nation},
        ],
    )
    request = request_of({"nation": ["Ruritania"]}, small)
    assert request.filters.nation == ()
    assert told(request, small)[0] == (
        "nation=Ruritania: it may be Upper Ruritania or Lower Ruritania."
        " Did you mean AAA (Upper Ruritania) or BBB (Lower Ruritania)?"
    )


@pytest.mark.parametrize(
    ("text", "suggestion", "meant"),
    [
        ("nation=GBR;Canda&asof=2016-06-14", "CAN", "nation=GBR&nation=CAN&asof=2016-06-14"),
        ("asof=14 June 2016&nation=CAN", "2016-06-14", PLAIN),
        ("nations=Canada&asof=2016-06-14", "nation", PLAIN),
        ("brief=perhaps", "1", "brief=1"),
    ],
)
def test_a_suggestion_is_put_in_the_place_of_what_could_not_be_read(
    text: str, suggestion: str, meant: str
) -> None:
    request = read(text)
    assert suggestion in request.unread[0].suggestions
    assert meaning(request, suggestion, RECORD) == read(meant)


def test_other_programs_additions_are_told_and_ignored() -> None:
    request = read(f"{PLAIN}&utm_source=a&utm_medium=b&fbclid=c&embed=true&gclid=d")
    assert request.unread == ()
    assert request.remarks == (
        "Ignored in the link, where other programs put it: utm_source, utm_medium, fbclid and 2 more.",
    )


def test_a_strength_beyond_all_of_the_record_is_the_strongest_and_told() -> None:
    request = read("strength=500;999999999")
    assert request.remarks == ("No strength in the record is above 11,000.",)
    assert request.filters.strength == (500, 11000)


@pytest.mark.parametrize(
    "text",
    [
        "&".join(f"parameter{number}=1" for number in range(1000)),
        "&".join(f"nation={number}" for number in range(1000)),
        "nation=" + ";".join(map(str, range(1000))),
    ],
)
def test_a_thousand_parts_are_told_in_three_lines(text: str) -> None:
    *lines, understood = told(read(text), RECORD)
    assert len(lines) == 3
    assert lines[-1].endswith("… and 997 more.")
    assert understood == "Nothing else was asked for."


@pytest.mark.parametrize("name", ["nation", "asof", "amp;" * 250_000, "x" * 1_000_000])
def test_a_megabyte_is_told_in_a_few_words(name: str) -> None:
    lines = told(read(f"{name}={'9,' * 500_000}"), RECORD)
    assert len(lines) <= 4
    assert all(len(line) < 300 for line in lines)


def test_every_filter_can_be_asked_for() -> None:
    assert {field.name for field in fields(Filters)} <= set(READ)


@given(ANY_TEXT)
@example("\udcff%ff=\udcff%ff")
@example("asof=0000-00-00&since=\x00&at=,,&strength=-;-")
def test_no_text_raises(text: str) -> None:
    request = read(text)
    assert told(request, RECORD)
    view_of(RECORD, request.filters, request.asof)


@given(
    st.dictionaries(st.sampled_from([*READ, "amp;asof", "Nation", "x", ""]), st.lists(ANY_TEXT, max_size=3))
)
def test_no_query_raises_and_nothing_that_it_says_is_dropped_in_silence(query: dict[str, list[str]]) -> None:
    request = request_of(query, RECORD)
    heard = {*request.query(), *(one.parameter.lower().removeprefix("amp;") for one in request.unread)}
    for name, texts in query.items():
        if any(text.strip() for text in texts) and name != "marking":
            assert name.lower().removeprefix("amp;") in heard or says_the_default(request, name)
    for line in told(request, RECORD):
        assert line.endswith((".", "?"))
        assert line.isprintable()


def says_the_default(request: Request, name: str) -> bool:
    """Whether the text asked for what is shown anyway, which a link leaves out."""
    return name in {"unstated", "brief", "role", "strength"} and not any(
        one.parameter == name for one in request.unread
    )


@given(REQUESTS)
def test_a_link_brings_back_every_part_of_the_view_it_was_made_from(request: Request) -> None:
    assert request_of(request.query(), RECORD) == request
    assert read(link_of(request.query(), "https://briefing.example")) == request
    assert read(link_of(request.query(), "https://briefing.example").replace("&", "&amp;")) == request


@given(REQUESTS.filter(lambda request: not request.marking), MARKS, st.booleans())
def test_what_stands_around_a_value_changes_nothing(request: Request, marks: str, capital: bool) -> None:  # noqa: FBT001
    query = {
        (name.upper() if capital else name): [
            f"“{text.upper() if capital else text}{marks}" for text in texts
        ]
        for name, texts in request.query().items()
    }
    assert request_of(query, RECORD) == request


@given(REQUESTS.filter(lambda request: not request.marking), MARKS)
def test_what_stands_after_a_link_changes_nothing(request: Request, marks: str) -> None:
    link = link_of(request.query(), "https://briefing.example")
    assert read(f"{link}{marks if request.query() else ''}") == request
    assert read(f"{link}{quote(marks) if request.query() else ''}") == request


@given(st.dates(date(1000, 1, 1)), st.text("0123456789-./ ", max_size=4), MARKS)
def test_a_day_is_the_day_that_the_text_says_or_asked_about(day: date, cut: str, marks: str) -> None:
    text = f"{day}{cut}{marks}"
    request = request_of({"asof": [text]}, RECORD)
    if request.asof:
        assert request.unread == ()
        assert "".join(filter(str.isdigit, text)) == f"{request.asof:%Y%m%d}"
    else:
        assert [one.parameter for one in request.unread] == ["asof"]


@given(st.sampled_from(sorted(RECORD.nations["name"])), st.data())
def test_a_name_with_a_letter_changed_is_never_another_nation(name: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(name) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    changed = f"{name[:place]}{letter}{name[place + 1 :]}"
    assume(changed not in set(RECORD.nations["name"]) - {name})  # “Ireland” is “Iceland” then
    request = request_of({"nation": [changed]}, RECORD)
    meant = set(RECORD.nations.loc[RECORD.nations["name"] == name, "iso3"])
    assert set(request.filters.nation) <= meant
    assert request.filters.nation or request.unread


@given(st.dates(FIRST_DAY, LAST_DAY))
def test_a_day_is_read_however_its_parts_are_parted(day: date) -> None:
    for written in (f"{day:%Y-%m-%d}", f"{day:%Y/%m/%d}", f"{day:%Y.%m.%d}", f"{day:%Y%m%d}"):
        assert day_of(written) == day


@given(st.dates(FIRST_DAY, LAST_DAY))
def test_a_day_in_words_or_turned_round_is_suggested(day: date) -> None:
    for written in (
        f"{day.day} {day:%B} {day.year}",
        f"{day:%b} {day.day}, {day.year}",
        f"{day:%d.%m.%Y}",
        f"{day:%m/%d/%Y}",
    ):
        assert day_of(written) is None
        assert day in days_like(written)


def test_bounds_of_a_strength_or_an_area_that_are_there_twice_are_read_once() -> None:
    once = read("strength=500;1000&area=54,20,60,28")
    assert once.filters.strength == (500, 1000)
    twice = read("strength=500;1000&area=54,20,60,28&strength=500;1000&area=54,20,60,28")
    assert (twice.filters, twice.unread) == (once.filters, once.unread)
    other = read("strength=500;1000&strength=500;900")
    assert other.filters.strength is None
    assert [one.parameter for one in other.unread] == ["strength"]


def test_the_first_mistake_of_each_part_is_told_before_the_second_of_any() -> None:
    request = read("nation=Qqqq;Wwww&host=Zzzz")
    assert [(one.parameter, one.text) for one in request.unread] == [
        ("nation", "Qqqq"),
        ("host", "Zzzz"),
        ("nation", "Wwww"),
    ]


@pytest.mark.parametrize("part", ["strength", "area"])
def test_bounds_that_are_nothing_but_a_mark_are_asked_about_and_empty_ones_are_not(part: str) -> None:
    assert [one.parameter for one in read(f"{part}=&{part}=;").unread] == [part]
    assert read(f"{part}=&{part}=") == Request()


@pytest.mark.parametrize("text", ["strength=5;much", "strength=some;5", "strength=5", "area=50;20;60;east"])
def test_bounds_of_which_one_is_no_number_are_asked_about(text: str) -> None:
    request = read(text)
    assert [one.parameter for one in request.unread] == [text.partition("=")[0]]
    assert request.filters == Filters()
