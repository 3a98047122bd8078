"""Two days side by side: what they add up to, two maps with one legend, and every product that shows them."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.__main__ import main
from eastflank.render.bundle.memo import memo_text
from eastflank.render.page import document
from eastflank.render.picture import svg, two_maps
from eastflank.render.picture.sheet import Sheet
from eastflank.report.both_days import Compared, headings, rows_of
from eastflank.report.contents import Size, head_of
from eastflank.scene.side_by_side import compose_pair
from eastflank.view.comparison import Comparison, compare
from eastflank.view.filters import EVERYTHING, Filters
from eastflank.view.names import names_by_code
from eastflank.view.selection import view_of
from eastflank.view.totals_difference import Difference, nations_of_both, totals_of_both
from tests.briefings import ANCHORS, HOSTILE, briefing, of_the_record
from tests.builders import claim, dataset
from tests.folded import about, exactly, sent, there
from tests.frozen import FOLDER, RECORD
from tests.representatives import some
from tests.unit.test_sheet import SIZES, WIDE, faults
from tests.unit.test_slides import every, opened, read, words

DAYS = sorted(day.date() for day in RECORD.claims["known_on"].unique())
PAIR = "asof=2017-08-28&since=2016-07-09&layout=pair"
VIEWS = [
    PAIR,
    "asof=2022-06-28&since=2017-08-28&layout=pair",
    "asof=2025-05-31&since=2022-06-28&layout=pair",
    "nation=CAN&asof=2017-08-28&since=2016-06-14&layout=pair",
    "host=LVA&asof=2022-06-28&since=2017-08-28&layout=pair",
    "asof=2016-06-14&since=2010-01-01&layout=pair",
    "asof=2016-06-14&since=2016-06-14&layout=pair",
]


def two_days(*claims: dict[str, Any], filters: Filters = EVERYTHING, **tables: Any) -> Comparison:
    """1 January 2018 compared with 1 July 2017."""
    small = dataset(*claims, **tables)
    before, view = (view_of(small, filters, day) for day in (date(2017, 7, 1), date(2018, 1, 1)))
    return compare(view, before, small)


def lithuania(identifier: str, said_on: str, **cells: Any) -> dict[str, Any]:
    return there(identifier, said_on, **{"deployment": "lithuania", "host": "LTU", **cells})


def persons(*claims: dict[str, Any]) -> Difference:
    """What two days' persons in battlegroups differ by."""
    (pair,) = totals_of_both(two_days(*claims))
    return pair.persons


def rows(compared: Comparison) -> dict[str, Compared]:
    return {row.what: row for row in rows_of(compared, {"CAN": "Canada"})}


# --- totals -----------------------------------------------------------------------------------------


def test_exact_figures_of_all_units_are_compared() -> None:
    claims = there("a", "2017-06-01", **exactly(1000)), there("b", "2017-09-01", **exactly(1200))
    assert persons(*claims) == Difference(200)
    found = rows(two_days(*claims))
    assert found["Persons in battlegroups"] == ("Persons in battlegroups", "1,000", "1,200 (2017)", "+200")
    assert found["Battlegroups there"].difference == "no change"
    assert persons(there("a", "2017-06-01", **exactly(1200)), there("b", "2017-09-01", **exactly(900))) == (
        -300,
        "",
    )


@pytest.mark.parametrize(
    ("earlier", "later", "reason"),
    [
        (about(1000), exactly(1200), "hedged"),
        (exactly(1000), about(1200), "hedged"),
        ({"troops_low": 800, "troops_high": 1000}, exactly(1200), "hedged"),
        ({"troops_high": 1000, "hedge": "up to"}, exactly(1200), "hedged"),
        ({}, exactly(1200), "not stated"),
    ],
)
def test_what_is_not_exact_or_not_stated_is_not_compared(earlier: dict, later: dict, reason: str) -> None:
    found = persons(there("a", "2017-06-01", **earlier), there("b", "2017-09-01", **later))
    assert found == Difference(None, reason)


def test_a_figure_of_some_of_the_units_is_not_compared() -> None:
    found = persons(
        there("a", "2017-06-01", **exactly(1000)),
        lithuania("b", "2017-09-01"),
        there("c", "2017-09-01", **exactly(1100)),
    )
    assert found == Difference(None, "partial")


def test_a_figure_that_was_only_announced_is_not_compared() -> None:
    announced = claim("p", "2017-05-01", status="decided", host="LVA", **exactly(700))
    found = persons(announced, there("a", "2017-06-01"), there("b", "2017-09-01", **exactly(900)))
    assert found == Difference(None, "announced")


def test_an_old_figure_is_not_compared() -> None:
    compared = two_days(
        there("a", "2015-12-01", **exactly(700)),
        there("b", "2017-06-01"),
        there("c", "2017-09-01", **exactly(900)),
    )
    (pair,) = totals_of_both(compared)
    assert pair.persons == Difference(None, "old")


def test_what_is_known_on_one_day_alone_is_counted_and_its_persons_are_not_compared() -> None:
    compared = two_days(there("a", "2017-09-01", **exactly(1000)))
    found = rows(compared)
    assert found["Battlegroups there"] == ("Battlegroups there", "none known", "1", "+1")
    assert found["Persons in battlegroups"].difference == "not comparable: none known on one of the days"


def test_figures_that_neither_day_states_say_so() -> None:
    assert persons(there("a", "2017-06-01")) == Difference(None, "neither")


def test_a_nations_own_figures_are_compared_and_totals_say_that_they_are_of_all_nations() -> None:
    compared = two_days(
        there("a", "2017-06-01", **exactly(1000)),
        there("b", "2017-09-01", **exactly(1200)),
        filters=Filters(nation=("CAN",)),
        contributions=[
            sent("a", "CAN", troops_low=450, troops_high=450),
            sent("b", "CAN", troops_low=455, troops_high=455),
        ],
    )
    assert [pair.persons for pair in nations_of_both(compared)] == [Difference(5)]
    found = rows(compared)
    assert found["Canada in Battlegroup Latvia"].difference == "+5"
    assert found["Persons in battlegroups, all nations"].difference == "+200"


def test_the_headings_are_the_days() -> None:
    assert headings(two_days(there("a", "2017-06-01"))) == (
        "What is added up", "1 July 2017", "1 January 2018", "Difference",
    )  # fmt: skip


@given(day=st.sampled_from(DAYS), nation=st.sampled_from(["", "CAN", "USA", "LVA"]))
def test_a_day_differs_from_itself_in_nothing(day: date, nation: str) -> None:
    view = view_of(RECORD, Filters(nation=(nation,) if nation else ()), day)
    compared = compare(view, view, RECORD)
    assert compared.changes == {}
    assert {pair.units for pair in totals_of_both(compared)} <= {0}
    pairs = (*totals_of_both(compared), *nations_of_both(compared))
    assert {pair.persons for pair in pairs} <= {
        Difference(0),
        Difference(None, "same"),
        Difference(None, "neither"),
    }
    assert all(row.earlier == row.later for row in rows_of(compared, names_by_code(RECORD)))


@given(days=st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)))
def test_a_difference_is_that_of_the_figures_that_stand_beside_it(days: tuple[date, date]) -> None:
    before, view = (view_of(RECORD, EVERYTHING, day) for day in sorted(days))
    for pair in totals_of_both(compare(view, before, RECORD)):
        if pair.persons.persons is not None and pair.earlier and pair.later:
            assert pair.earlier.low == pair.earlier.high is not None
            assert pair.later.low == pair.later.high is not None
            assert pair.earlier.low + pair.persons.persons == pair.later.low


# --- scenes -----------------------------------------------------------------------------------------


def test_two_scenes_share_frame_and_legend_and_only_the_later_marks_changes() -> None:
    before, view = (view_of(RECORD, EVERYTHING, day) for day in (date(2016, 7, 9), date(2017, 8, 28)))
    earlier, later = compose_pair(compare(view, before, RECORD), RECORD, ANCHORS)
    assert earlier.opening == later.opening
    assert not later.legend.heading
    assert {area.standing for one in (earlier, later) for area in one.areas} <= {
        row[0] for row in earlier.legend.standings
    }
    assert len({text for _, text in earlier.legend.symbols}) == len(earlier.legend.symbols)
    assert earlier.legend.changes
    assert not any(mark.change for mark in earlier.marks)
    assert any(mark.change for mark in later.marks)
    assert (earlier.title, later.title.partition(";")[0]) != (later.title, "")


# --- pictures ---------------------------------------------------------------------------------------


def drawn(query: str, size: Size = WIDE) -> Sheet:
    return two_maps.sheet(of_the_record(query), size)


@pytest.mark.parametrize(
    ("query", "size"),
    some(
        [*((query, size) for query in VIEWS[:2] for size in SIZES), *((query, WIDE) for query in VIEWS[2:])],
        every=3,
    ),
    ids=str,
)
def test_a_picture_has_two_maps_one_legend_and_nothing_over_anything(query: str, size: Size) -> None:
    sheet = drawn(query, size)
    assert sheet.beside is not None
    assert faults(sheet) == []
    assert faults(sheet.beside) == []
    first, second = sheet.beside.map, sheet.map
    assert (first.w, first.h, first.y) == (second.w, second.h, second.y)
    assert first.right <= second.x
    assert len([text for text in sheet.texts if text.role == "legend heading"]) == 1
    texts = [*sheet.texts]
    names = [text.name for text in texts]
    assert len(set(names)) == len(names)


def test_a_picture_heads_each_map_with_its_day_and_title_and_lists_totals_and_changes() -> None:
    made = of_the_record(PAIR)
    said = " ".join(text.words for text in drawn(PAIR).texts)
    assert made.beside is not None
    for when, sentence in (head_of(made.beside), head_of(made)):
        assert when in said
        assert sentence in said
    assert all(row.what in said for row in made.both_days)
    assert "WHAT CHANGED FROM 9 JULY 2016 TO 28 AUGUST 2017" in said


def test_two_maps_as_svg_are_clipped_each_to_its_own_box_and_no_id_is_there_twice() -> None:
    content = svg.document(drawn(PAIR))
    assert content.count("<clipPath") == 2
    assert 'clip-path="url(#map)"' in content
    assert 'clip-path="url(#map-of-the-later-day)"' in content


def test_without_a_layout_the_picture_is_as_it_was() -> None:
    made = of_the_record("asof=2017-08-28&since=2016-07-09")
    assert made.beside is None
    assert two_maps.sheet(made, WIDE).beside is None


# --- other products ---------------------------------------------------------------------------------


@pytest.mark.soak  # the page of one file has the same parts, below
def test_slides_begin_with_both_maps_and_go_on_with_totals_and_changes() -> None:
    made = of_the_record(PAIR)
    slides = list(opened(PAIR).slides)
    assert slides[0].shapes.title.text_frame.text == "9 July 2016 and 28 August 2017, side by side"
    assert [shape.name for shape in slides[0].shapes].count("map") == 2
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    keys = [title for title in titles if title.startswith("Key to both maps")]
    assert keys and titles[1 : 1 + len(keys)] == keys
    after = 1 + len(keys)
    assert titles[after] == "Both days compared"
    assert titles[after + 1].startswith("What changed from 9 July 2016 to 28 August 2017")
    (table,) = [shape.table for shape in slides[after].shapes if shape.has_table]
    cells = [tuple(cell.text for cell in row.cells) for row in table.rows]
    assert cells == [tuple(made.both_days_heading or ()), *map(tuple, made.both_days)]
    listed = " ".join(words(shape) for slide in slides for shape in every(slide)) + " ".join(
        cell.text
        for slide in slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    )
    assert all(change.sentence in listed for change in made.changes)
    assert made.both_days[0].what in slides[0].notes_slide.notes_text_frame.text


def test_nothing_over_the_maps_of_a_slide_is_smaller_than_12_points() -> None:
    slide = opened(PAIR).slides[0]
    heads = [shape for shape in slide.shapes if shape.name in ("earlier day", "later day")]
    assert len(heads) == 2
    for head in heads:
        for paragraph in head.text_frame.paragraphs:
            assert all(run.font.size.pt >= 12 for run in paragraph.runs)
    assert "9 July 2016" in read(slide)


def test_the_web_page_has_both_maps_and_the_table() -> None:
    page = document.write(of_the_record(PAIR)).decode()
    assert page.count('<div class="map"') == 2
    assert 'id="map_of_the_earlier_day"' in page
    assert "Both days compared" in page
    assert "Battlegroups there" in page


def test_the_memo_of_the_bundle_has_the_table() -> None:
    told = memo_text(of_the_record(PAIR))
    assert "## Both days compared" in told
    assert "| Battlegroups there |" in told


def test_hostile_names_stay_text_in_pictures_and_pages() -> None:
    made = briefing(PAIR, marking=HOSTILE)
    page = document.write(made).decode()
    assert "<img src=x" not in page
    assert "<img" not in svg.document(two_maps.sheet(made, WIDE))


def test_show_prints_both_titles_and_the_totals_of_both_days(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "--data", str(FOLDER), "--view", PAIR]) == 0
    told = capsys.readouterr().out
    assert "as known on 9 July 2016\n" in told
    assert "as known on 28 August 2017\n" in told
    assert "Both days compared:" in told
    assert "  Battlegroups there: none known on 9 July 2016, 4 on 28 August 2017; +4" in told
    assert main(["show", "--data", str(FOLDER), "--json", "--view", PAIR]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["earlier"].endswith("as known on 9 July 2016")
    assert found["both_days"][0]["what"] == "Battlegroups there"


def test_show_says_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "--data", str(FOLDER), "--view", "layout=pair"]) == 2
    assert "need the earlier of them" in capsys.readouterr().err
    assert (
        main(
            ["show", "--data", str(FOLDER), "--view", "asof=2017-08-28&layout=pair", "--since", "2016-07-09"]
        )
        == 0
    )
