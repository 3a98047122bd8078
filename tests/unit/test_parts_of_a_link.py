"""Each part of a link by itself: what it may say, what is asked about, and what is suggested for it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from eastflank.view.address import (
    LONGEST_MARKING,
    Position,
    editions_of,
    link_of,
    marking_of,
    plain,
    position_of,
    query_in,
    query_of,
)
from eastflank.view.days import day_of, days_like
from eastflank.view.filters import EVERYTHING, Filters
from eastflank.view.readers import values_in
from eastflank.view.request import (
    MOST_DATASETS,
    Request,
    data_of,
    meaning,
    names_data,
    of_no_dataset,
    request_of,
    told,
    without_data,
)
from eastflank.view.vocabulary import most_persons, vocabulary_of
from tests.builders import claim, dataset

SMALL = dataset(
    claim("a", "2016-07-08", status="decided", lead="CAN", host="LVA", troops_low=1001, troops_high=1001)
)


def read(text: str) -> Request:
    return request_of(query_in(text), SMALL)


def unread(text: str) -> list[tuple[str, str]]:
    return [(one.parameter, one.text) for one in read(text).unread]


@pytest.mark.parametrize(
    ("area", "read_as"),
    [
        ("-90,-180,90,180", (-90, -180, 90, 180)),
        ("54.5; 20; 60; 28.25", (54.5, 20, 60, 28.25)),
        ("60,20,54,28", None),
        ("54,28,60,20", None),
        ("54,20,54,28", None),
        ("54,20,60,20", None),
        ("-91,20,60,28", None),
        ("54,-181,60,28", None),
        ("54,20,91,28", None),
        ("54,20,60,181", None),
        ("54,20,60", None),
        ("54,20,60,28,1", None),
        ("54,20,60,28,54,20,60,28,1", None),
        ("54,20,60,28,54,20,60,29", None),
        ("54,20,60,28.1234567", None),
    ],
)
def test_an_area_lies_on_the_globe_its_south_before_its_north_and_its_west_before_its_east(
    area: str, read_as: tuple[float, ...] | None
) -> None:
    assert read(f"area={area}").filters.area == read_as
    assert bool(unread(f"area={area}")) == (read_as is None)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("500;900", (500, 900)),
        ("900-500", (500, 900)),
        ("5,5", (5, 5)),
        ("0;999999999", (0, 2000)),
        ("2000;2000", (2000, 2000)),
        ("2001;3000", None),
        ("1;2;3", None),
        ("1;2;3;4", None),
        ("1;2;1;2", (1, 2)),
        ("1234567890;2", None),
    ],
)
def test_a_strength_has_two_bounds_in_any_order_and_none_above_all_that_is_stated(
    text: str, bounds: tuple[int, int] | None
) -> None:
    assert most_persons(SMALL) == 2000
    found = read(f"strength={text}")
    assert found.filters.strength == bounds
    assert bool(found.unread) == (bounds is None)
    assert bool(found.remarks) == (text == "0;999999999")


def test_the_most_persons_are_rounded_up_to_a_thousand_and_at_least_a_thousand() -> None:
    def most(*numbers: int) -> int:
        return most_persons(
            dataset(*(claim(str(one), "2016-07-08", troops_low=one, troops_high=one) for one in numbers))
        )

    assert [most(), most(5), most(1000), most(1001), most(5, 4000)] == [1000, 1000, 1000, 2000, 4000]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("85,180,24", Position(85, 180, 24)),
        ("-85,-180,0", Position(-85, -180, 0)),
        ("85.001,24,5", None),
        ("56,180.5,5", None),
        ("56,24,24.5", None),
        ("56,24,-0.5", None),
        ("1234,24,5", None),
    ],
)
def test_a_position_lies_on_the_map_up_to_its_closest_zoom(text: str, position: Position | None) -> None:
    assert position_of(text) == position
    assert read(f"at={text}").at == position
    assert str(Position(56.0, 24.10, -0.0001)) == "56,24.1,0"
    assert [one for one, _ in unread(f"at={text}&at=1,1,1")] == ["at"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2016-06-14", date(2016, 6, 14)),
        ("2016/06/14", date(2016, 6, 14)),
        ("20160614", date(2016, 6, 14)),
        ("2016-06/14", None),
        ("2016-02-30", None),
        ("2016-6-14", None),
        ("x2016-06-14", None),
    ],
)
def test_a_day_is_read_year_first_with_all_its_digits(text: str, day: date | None) -> None:
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("14 June 2016", ["2016-06-14"]),
        ("14th Jun. 2016", ["2016-06-14"]),
        ("June 14, 2016", ["2016-06-14"]),
        ("2016-6-1", ["2016-06-01"]),
        ("6/7/2016", ["2016-07-06", "2016-06-07"]),
        ("14/6/2016", ["2016-06-14"]),
        ("6/14/2016", ["2016-06-14"]),
        ("1 Foo 2016", []),
        ("31 June 2016", []),
        ("1 January 1899", []),
        ("1 January 1900", ["1900-01-01"]),
        ("31 December 2100", ["2100-12-31"]),
        ("1 January 2101", []),
        ("1 May 2016, 2 May 2016, 3 May 2016", ["2016-05-01", "2016-05-02"]),
        ("1/1/2016 or 1 January 2016", ["2016-01-01"]),
        ("12016-06-145", []),
        ("114/6/20160", []),
        ("14 june 20165", []),
    ],
)
def test_of_a_text_that_is_no_day_the_days_that_it_may_mean_are_suggested(text: str, days: list[str]) -> None:
    assert [day.isoformat() for day in days_like(text)] == days


def test_editions_are_changes_by_their_numbers_of_one_dataset_or_of_several_by_name() -> None:
    assert editions_of("C0042") == editions_of("c0042") == {"": "C0042"}
    assert editions_of("C0042-3FA9C2") == editions_of("c0042-3fa9c2") == {"": "C0042-3FA9C2"}
    assert editions_of("mine:C0042-3FA9C2,other:C0007")["mine"] == "C0042-3FA9C2"
    assert editions_of("mine:C0042") == {"mine": "C0042"}
    assert editions_of("mine:C0042,other:C0007") == {"mine": "C0042", "other": "C0007"}
    for text in (
        "C42",
        "D0042",
        "C0042-",
        "C0042-3FA9",
        "C0042-3FA9CG",
        "mine:C42",
        "mine:C0042,",
        ":C0042",
        "",
    ):
        assert editions_of(text) == {}
    assert read("edition=c0042").edition == "C0042"
    assert read("edition=mine:C0042").edition == "mine:C0042"
    assert read("edition=C0042").query() == {"edition": ["C0042"]}
    assert read("edition=C0042&edition=%20C0042%20").edition == "C0042"
    assert unread("edition=C0042&edition=C0043") == [("edition", "C0042;C0043")]
    assert unread("edition=yesterday") == [("edition", "yesterday")]
    assert read("edition=%20") == Request()


def test_a_marking_is_one_line_of_printed_characters_cut_at_its_length() -> None:
    assert marking_of(" a\tb\n  c ") == "a b c"
    assert marking_of("a\x00b\u202ec") == "a b c"
    assert marking_of("x" * (LONGEST_MARKING + 5)) == "x" * LONGEST_MARKING
    assert marking_of("x" * (LONGEST_MARKING - 1) + " yy") == "x" * (LONGEST_MARKING - 1)
    assert read("marking=" + "x" * LONGEST_MARKING).marking == "x" * LONGEST_MARKING
    assert unread("marking=" + "x" * 60 + "&marking=" + "y" * 60)[0][0] == "marking"
    assert read("marking=a&marking=b&marking=a").marking == "a b"


def test_a_switch_is_yes_or_no_in_several_words_and_two_different_ones_are_asked_about() -> None:
    for yes in ("true", "1", "YES", "on"):
        assert (read(f"brief={yes}").brief, read(f"unstated={yes}").filters.unstated) == (True, True)
    for no in ("false", "0", "No", "off"):
        assert (read(f"brief={no}").brief, read(f"unstated={no}").filters.unstated) == (False, False)
    assert read("unstated=no&unstated=off").filters.unstated is False
    assert unread("unstated=no&unstated=yes") == [("unstated", "no;yes")]
    assert unread("unstated=no&unstated=maybe") == [("unstated", "no;maybe")]
    assert read("brief=maybe").unread[0].suggestions == ("1", "0")


WORDS = vocabulary_of(
    ["CAN", "LVA", "LTU"],
    {"CAN": ("Canada", "Dominion"), "LVA": ("Latvia", "Baltic"), "LTU": ("Lithuania", "Baltic"), "EST": ("Estonia",)},
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("CAN", ("CAN",)),
        ("can", ("CAN",)),
        ("CANADA", ("CAN",)),
        ("est", ("EST",)),
        ("estonia", ("EST",)),
        ("baltic", ("LTU", "LVA")),
        ("Canad", ()),
        ("", ()),
    ],
)
def test_a_word_means_the_values_that_it_stands_for(text: str, meant: tuple[str, ...]) -> None:
    assert WORDS.meant(text) == meant


def test_similar_words_are_suggested_of_what_the_record_has_the_most_similar_first() -> None:
    assert WORDS.like("Latvja") == ("LVA",)
    assert WORDS.like("Estonja") == ()
    assert WORDS.like("Baltik") == ("LTU", "LVA")
    assert WORDS.like("Xyzzy") == ()
    assert WORDS.like("L" * 61) == ()
    many = vocabulary_of([f"value{number}" for number in range(9)])
    assert many.like("value") == tuple(sorted(many.like("value"), reverse=True))
    assert len(many.like("value")) == 3
    assert list(WORDS.allowed) == ["CAN", "LVA", "LTU"]
    assert vocabulary_of(["a"]).meant("A") == ("a",)


def test_values_are_read_once_each_and_what_is_ambiguous_or_absent_is_named() -> None:
    found, not_read = values_in("host", ["CAN; can，Baltic", "Estonia、Qqq", ";"], WORDS, {"LVA": "Latvia"})
    assert found == ("CAN",)
    assert [(one.text, one.suggestions) for one in not_read] == [
        ("Baltic", ("LTU", "LVA")),
        ("Estonia", ()),
        ("Qqq", ()),
        (";", ()),
    ]
    assert not_read[0].reason == "it may be LTU or Latvia."
    assert not_read[1].reason == "the record has no deployment in EST."
    assert values_in("host", ["", " "], WORDS, {}) == (None, [])
    # A name that holds a separator is one value.
    assert values_in("x", ["a;b"], vocabulary_of(["a;b", "a"]), {})[0] == ("a;b",)
    # Only for as many as are told something similar is looked for.
    _, four = values_in("host", ["Latvja;Latvij;Latvix;Latviq"], WORDS, {})
    assert [bool(one.suggestions) for one in four] == [True, True, True, False]


# --- which datasets -----------------------------------------------------------------------------------------

CATALOGUE = {f"d{number}": f"Set {number}" for number in range(MOST_DATASETS + 1)}


def test_datasets_are_named_by_name_or_title_and_the_usual_one_is_not_named() -> None:
    def data(*texts: str) -> tuple[str, ...]:
        names, not_read = data_of({"data": list(texts)}, CATALOGUE)
        assert not not_read
        return names

    assert data("D1", "Set 2") == ("d1", "d2")
    assert data("d0") == data() == ()
    assert data("d0", "d1") == ("d0", "d1")
    assert data(*list(CATALOGUE)[:MOST_DATASETS]) == tuple(CATALOGUE)[:MOST_DATASETS]
    names, (one,) = data_of({"data": list(CATALOGUE)}, CATALOGUE)
    assert (names, one.parameter, one.text) == ((), "data", ";".join(CATALOGUE))
    assert one.reason == "at most 6 datasets can be shown together."


def test_where_the_dataset_is_not_known_nothing_else_is_read() -> None:
    found = request_of({"data": ["Set 9"], "nation": ["CAN"]}, SMALL, CATALOGUE)
    assert (found.filters, [one.parameter for one in found.unread]) == (EVERYTHING, ["data"])
    assert told(found, SMALL) == of_no_dataset(found)
    assert told(found, SMALL)[-1] == "The rest of the link is read once you have said which dataset it means."


def test_whether_a_query_names_datasets_and_what_it_says_besides() -> None:
    query = {"Data": ["d1"], "nation": ["CAN"], "amp;data": ["d2"]}
    assert names_data(query)
    assert without_data(query) == {"nation": ["CAN"]}
    assert not names_data({"data": [" "]})
    assert not names_data({"nation": ["CAN"]})
    assert request_of(query, SMALL, CATALOGUE).data == ("d1", "d2")


# --- a whole link -------------------------------------------------------------------------------------------


def test_a_query_leaves_out_what_is_the_default() -> None:
    assert query_of(EVERYTHING) == {}
    asked = Filters(nation=("CAN", "DEU"), strength=(1, 2), unstated=False, grade="B2")
    assert query_of(asked, date(2016, 6, 14), date(2016, 1, 1), ["one"], tab="table", claim="") == {
        "data": ["one"], "nation": ["CAN", "DEU"], "grade": ["B2"], "strength": ["1", "2"],
        "unstated": ["false"], "asof": ["2016-06-14"], "since": ["2016-01-01"], "tab": ["table"],
    }  # fmt: skip
    assert link_of({"nation": ["CAN"]}) == "?nation=CAN"
    assert link_of({"nation": ["CAN"]}, "https://a.example/b/") == "https://a.example/b/?nation=CAN"


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("nation=CAN&host=LVA", {"nation": ["CAN"], "host": ["LVA"]}),
        ("see http://a.example/x?nation=CAN#top", {"nation": ["CAN"]}),
        ("a=b http://a.example/x?nation=CAN", {"a": ["b http://a.example/x?nation=CAN"]}),
        ("(http://a.example/x?nation=CAN#top", {"nation": ["CAN"]}),
        ("x?nation=CAN", {"nation": ["CAN"]}),
        ("marking=who?&nation=CAN", {"marking": ["who?"], "nation": ["CAN"]}),
        ("brief", {"brief": [""]}),
    ],
)
def test_the_query_in_a_text_is_what_follows_the_question_mark_of_an_address(
    text: str, query: dict[str, list[str]]
) -> None:
    assert query_in(text) == query


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [("“CAN”.", "CAN"), ("C%41N", "CAN"), ("2016–06—14", "2016-06-14"), (" a  b ", "a b"), ("100%", "100%"),
     ("C\u00adAN", "CAN"), ("ＣＡＮ", "CAN")],
)  # fmt: skip
def test_what_a_program_put_around_or_into_a_value_is_taken_away(text: str, cleaned: str) -> None:
    assert plain(text) == cleaned


def test_a_day_to_compare_with_is_no_later_than_the_day_shown_which_may_be_the_newest() -> None:
    assert read("since=2016-07-08").since == date(2016, 7, 8)
    late = read("since=2016-07-09")
    assert (late.since, [one.parameter for one in late.unread]) == (None, ["since"])
    assert read("since=2016-07-09&asof=2016-07-09").since == date(2016, 7, 9)
    # Where the day shown cannot be read it is not known which of them is later.
    assert unread("since=2016-07-09&asof=soon") == [("asof", "soon")]
    assert unread("layout=pair&since=soon") == [("since", "soon")]
    assert unread("layout=pair&since=2016-07-09") == [("since", "2016-07-09")]
    assert unread("layout=pair") == [("layout", "pair")]
    assert read("layout=pair&since=2016-07-01").layout == "pair"


def test_two_days_are_asked_about_with_both_in_order_and_a_day_that_cannot_be_shown_is_refused() -> None:
    (one,) = read("asof=2017-01-01&asof=2016-06-14").unread
    assert one.suggestions == ("2016-06-14", "2017-01-01")
    for day, shown in (
        ("1900-01-01", True),
        ("1899-12-31", False),
        ("2100-12-31", True),
        ("2101-01-01", False),
    ):
        assert (read(f"asof={day}").asof is not None) is shown


def test_names_that_other_programs_add_are_told_and_marks_of_html_are_not() -> None:
    assert read("nation=CAN&gt=&nbsp=").unread == ()
    assert unread("nation=CAN&gt=5") == [("gt", "5")]
    assert unread("=x") == [("", "x")]
    (remark,) = read("utm_campaign=a&mc_cid=b").remarks
    assert remark == "Ignored in the link, where other programs put it: utm_campaign and mc_cid."


@pytest.mark.parametrize("suggestion", ["LVA"])
def test_a_suggestion_joins_the_other_values_of_its_part(suggestion: str) -> None:
    found = meaning(read("nation=CAN;Latvja&asof=2016-07-08"), suggestion, SMALL)
    assert (found.filters.nation, found.asof, found.unread) == (("CAN", "LVA"), date(2016, 7, 8), ())
    one: Any = meaning(read("natoin=LVA&nation=CAN"), "nation", SMALL)
    assert one.filters.nation == ("CAN", "LVA")


@pytest.mark.parametrize(
    ("text", "many"), [("3001", "3,001"), ("1", "1"), ("<b>", "some"), ("9" * 99, "some")]
)
def test_how_many_parts_were_left_out_is_told_of_the_link_and_not_as_its_part(text: str, many: str) -> None:
    (line, *_) = told(request_of({"left_out": [text]}, SMALL), SMALL)
    assert line == f"The link has too many parts: {many} of them were left out."
