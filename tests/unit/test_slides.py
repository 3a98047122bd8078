"""The deck: native shapes that say what the view says, read from the file itself."""

import dataclasses
import functools
import io
import itertools
import re
from collections.abc import Iterator
from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pptx import Presentation
from pptx.enum.dml import MSO_FILL
from pptx.enum.shapes import MSO_SHAPE_TYPE

from eastflank.model import Standing
from eastflank.render.carrying import shown
from eastflank.render.picture.sheet import Box, Picture, Sheet, Spot
from eastflank.render.slides import (
    deck,
    pair_slides,
    picture_slide,
    shapes,
    source_slides,
    symbol,
    table_slides,
    texts,
)
from eastflank.render.slides.master import own
from eastflank.render.slides.page import page_of
from eastflank.render.slides.widest import WideLetters
from eastflank.render.symbols import svg
from eastflank.report.entries import DeploymentEntry
from eastflank.report.source_numbers import numbers_of
from eastflank.scene.drawn import Symbol
from eastflank.words.chosen import card_lines, lists
from eastflank.words.chosen import values as words_of
from tests.briefings import HOSTILE, briefing, of_the_record
from tests.frozen import RECORD
from tests.representatives import these

QUERIES = ["", "nation=CAN&asof=2016-06-14", "asof=2022-06-28", "asof=2017-06-01&since=2016-07-09"]
SOME = these(QUERIES, 1, 3)
"""A deck takes two seconds to write: the soak writes the others."""
NOTHING = "nation=CAN&status=withdrawn&asof=2016-06-14"
PAIR = "asof=2017-08-28&since=2016-07-09&layout=pair"


@functools.cache
def content(query: str) -> bytes:
    return deck.write(of_the_record(query))


def opened(query: str, **said: Any) -> Any:
    return Presentation(io.BytesIO(deck.write(briefing(query, **said)) if said else content(query)))


def every(parent: Any) -> Iterator[Any]:
    """The shapes of a slide or group, those in groups too."""
    for shape in parent.shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from every(shape)


def words(shape: Any) -> str:
    return shape.text_frame.text if shape.has_text_frame else ""


def read(slide: Any) -> str:
    """All words of a slide, line breaks as spaces."""
    return " ".join(words(shape).replace("\v", " ") for shape in every(slide))


@functools.cache
def laid_out(query: str) -> picture_slide.MapSlide:
    """The first slide of a deck with one map."""
    made = of_the_record(query)
    return picture_slide.laid_out(made, page_of(made, "", own()).room)


def drawn_map(query: str) -> Sheet:
    """The map that the first slide of a deck draws."""
    return laid_out(query).sheet


@functools.cache
def maps_of(query: str) -> tuple[Sheet, ...]:
    """The maps that the first slide of a deck draws, one or two."""
    made = of_the_record(query)
    if made.beside is None:
        return (drawn_map(query),)
    pair = pair_slides.laid_out(made, made.beside, page_of(made, "", own()).room)
    return tuple(mapped.sheet for mapped in pair.maps)


def explained(query: str) -> list[Any]:
    """The slides that explain the map: those between it and the view's tables."""
    _, *others = opened(query).slides
    titled = ("Key to", "Legend of")
    return list(itertools.takewhile(lambda one: one.shapes.title.text_frame.text.startswith(titled), others))


def cells_of(slide: Any) -> list[list[str]]:
    """The rows of a slide's table, without its headings; empty where it has none."""
    tables = [shape.table for shape in slide.shapes if shape.has_table]
    return [[cell.text for cell in row.cells] for table in tables for row in list(table.rows)[1:]]


@pytest.mark.parametrize("query", these([*QUERIES, NOTHING], 1))
def test_the_first_slide_says_every_word_of_the_map(query: str) -> None:
    said = read(opened(query).slides[0])
    drawn = drawn_map(query)
    assert [text.words for text in drawn.texts if text.words not in said] == []


@pytest.mark.parametrize("query", SOME)
def test_a_card_is_one_group_with_its_words_and_its_symbol(query: str) -> None:
    groups = {shape.name: shape for shape in opened(query).slides[0].shapes}
    cards = drawn_map(query).cards
    assert cards
    for card in cards:
        group = groups[f"card {card.id}"]
        assert all(text.words in read(group) for text in card.texts)
        if card.symbol:
            assert card.symbol.name in [shape.name for shape in group.shapes]


@pytest.mark.parametrize("query", SOME)
def test_what_stands_beside_the_map_is_whole_paragraphs_that_wrap_by_themselves(query: str) -> None:
    made, presentation = of_the_record(query), opened(query)
    (beside,) = [shape for shape in every(presentation.slides[0]) if shape.name == "totals"]
    assert beside.text_frame.word_wrap
    told = [paragraph.text for paragraph in beside.text_frame.paragraphs]
    assert told[: len(made.totals)] == list(made.totals)
    assert not any("\v" in line or line != line.strip() for line in told)


@pytest.mark.parametrize("query", SOME)
def test_quotes_stand_whole_on_the_slide_of_sources(query: str) -> None:
    lines = [line for shape in listed(query) for line in shape.text_frame.text.split("\n")]
    assert [line for line in lines if line.startswith(("“", "‘"))] == [
        words_of_quote
        for quote in of_the_record(query).quotes
        for words_of_quote in [lists.quotation(quote.quote)]
    ]


def listed(query: str) -> list[Any]:
    """The texts of quotes and sources."""
    shapes_of_all = [shape for slide in opened(query).slides for shape in slide.shapes]
    return [shape for shape in shapes_of_all if shape.name == "quotes and sources"]


@pytest.mark.parametrize("query", [*SOME, PAIR])
def test_each_text_of_a_map_has_room_in_the_widest_typeface(query: str) -> None:
    for drawn in maps_of(query):
        for text in drawn.texts:
            look = WideLetters(text.size, text.colour, text.weight, text.italic)
            assert look.width(text.words) <= text.box.w + 0.01, text.name


@pytest.mark.parametrize("query", these([*QUERIES, PAIR], 1, 3))
def test_every_number_on_a_map_is_explained_beside_it_or_on_the_slides_after_it(query: str) -> None:
    maps = maps_of(query)
    listed = [cells for slide in explained(query) for cells in cells_of(slide)]
    for place, drawn in enumerate(maps):
        on_the_map = {
            text.words for card in drawn.cards for text in card.texts if text.role == "key number"
        } - {""}
        beside = {
            text.words.split()[0]
            for group in drawn.groups
            if group.name == "key"
            for text in group.texts
            if text.role == "key name"
        }
        after = {cells[place] for cells in listed if cells[2]}
        assert on_the_map <= (beside | after)


@pytest.mark.parametrize("query", [*SOME, PAIR])
def test_all_that_the_map_shows_is_told_in_words_on_it_or_in_its_key(query: str) -> None:
    first = read(opened(query).slides[0])
    told = first + " ".join(cell for slide in explained(query) for cells in cells_of(slide) for cell in cells)
    made = of_the_record(query)
    for day in (made, made.beside) if made.beside else (made,):
        for mark in day.scene.marks:
            assert mark.heading in told
            for line in mark.lines:
                assert line in told or words_of.capitalised(line) in told


@pytest.mark.parametrize("query", [*SOME, PAIR, NOTHING])
def test_the_legend_stands_once_beside_the_map_or_on_the_slide_after_it(query: str) -> None:
    slides = [opened(query).slides[0], *explained(query)]
    with_legend = [
        place for place, slide in enumerate(slides) for one in slide.shapes if one.name == "legend"
    ]
    assert len(with_legend) == 1 and with_legend[0] <= 1
    made = of_the_record(query)
    legend = made.beside.scene.legend if made.beside else made.scene.legend
    said = read(slides[with_legend[0]])
    for _, row in (*legend.standings, *legend.symbols, *legend.changes, *legend.figures, *legend.notes):
        assert all(word in said for word in row.split())


@pytest.mark.parametrize("query", SOME)
def test_countries_are_shapes_under_their_names_and_nothing_is_a_picture(query: str) -> None:
    found = list(every(opened(query).slides[0]))
    drawn = drawn_map(query)
    inside = {region.name for region in drawn.regions if shapes.clipped_rings(region.rings, drawn.map)}
    assert inside <= {shape.name for shape in found}
    assert not [shape.name for shape in found if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]


@pytest.mark.parametrize("query", [*SOME, NOTHING])
def test_nothing_leaves_its_slide(query: str) -> None:
    presentation = opened(query)
    slack = 2 * 6350  # two pixels: the edges of lines
    for slide in presentation.slides:
        for shape in slide.shapes:
            assert shape.left >= -slack and shape.top >= -slack, shape.name
            assert shape.left + shape.width <= presentation.slide_width + slack, shape.name
            assert shape.top + shape.height <= presentation.slide_height + slack, shape.name


@pytest.mark.parametrize("query", [*SOME, NOTHING])
def test_the_tables_hold_each_deployment_once_with_its_figures(query: str) -> None:
    rows = [
        tuple(cell.text for cell in row.cells)[:6]
        for slide in opened(query).slides
        for shape in slide.shapes
        if shape.has_table and shape.name == "deployments"
        for row in itertools.islice(shape.table.rows, 1, None)
    ]
    assert rows == [
        (one.name, one.status, one.lead, one.host, place_of(one), one.strength)
        for one in of_the_record(query).entries
    ]


def place_of(one: DeploymentEntry) -> str:
    by_name = one.precision == "none" and one.host
    return card_lines.place_by_name(one.place) if by_name else one.place or "not stated"


def test_of_very_many_rows_slides_have_the_first_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_slides, "MOST", 2)
    (page,) = [
        slide
        for slide in opened("", marking="For training").slides
        if any(shape.name == "deployments" for shape in slide.shapes)
    ]
    names = [one.name for one in of_the_record("").entries]
    assert [row[0] for row in cells_of(page)] == names[:2]
    assert f"Deployments, the first 2 of {len(names)} (Excel and CSV have all)" in read(page)


@pytest.mark.parametrize("query", SOME)
def test_sources_named_on_slides_are_listed_and_all_are_in_the_notes(query: str) -> None:
    made, presentation = of_the_record(query), opened(query)
    notes = presentation.slides[0].notes_slide.notes_text_frame.text
    told = " ".join(shape.text_frame.text for shape in listed(query))
    numbers = {int(found) for found in re.findall(r"\[(\d+)\]", told)}
    cells = " ".join(
        cell.text
        for slide in presentation.slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    )
    on_the_map = {
        int(number)
        for text in drawn_map(query).texts
        if text.role == "notes"
        for number in re.findall(r"\d+", text.words)
    }
    assert {int(found) for found in re.findall(r"\[(\d+)\]", cells)} | on_the_map <= numbers
    others = len(made.footnotes) - len(numbers)
    assert ("further source" in told) == (others > 0)
    for note in made.footnotes:
        assert f"[{note.number}] {note}" in notes
    for item in made.evidence:
        assert lists.quotation(item.quote) in notes or not (item.quote and item.carries)
    for line in (made.title, made.asof, made.filters, made.counts, *made.totals, made.credit, made.version):
        assert line in notes


@pytest.mark.parametrize("query", SOME)
def test_a_row_names_at_most_five_sources_that_carry_it(query: str) -> None:
    for entry in of_the_record(query).entries:
        named = numbers_of(entry)
        assert len(named) <= 5
        assert set(named) <= set(entry.carrying or entry.footnotes)


@pytest.mark.parametrize("query", [*SOME, NOTHING])
def test_titles_are_unique_and_the_filter_and_the_day_stand_below(query: str) -> None:
    made, presentation = of_the_record(query), opened(query)
    titles = [slide.shapes.title.text_frame.text for slide in presentation.slides]
    assert len(set(titles)) == len(titles) and all(titles)
    for slide in presentation.slides:
        assert slide.shapes.title.is_placeholder
        (below,) = [shape for shape in slide.shapes if shape.name == "subtitle 1"]
        assert made.filters in below.text_frame.text and made.asof in below.text_frame.text


def test_a_usual_view_is_three_slides() -> None:
    assert [slide.shapes.title.text_frame.text.partition(":")[0] for slide in opened("host=LVA").slides] == [
        "Latvia",
        "Deployments",
        "Quotes and sources" if of_the_record("host=LVA").quotes else "Sources",
    ]


def sizes(parent: Any) -> Iterator[tuple[str, float]]:
    """The size in points of each run of letters, with its shape's name; those in military symbols left out."""
    for shape in parent.shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            if "symbol " not in shape.name:
                yield from sizes(shape)
            continue
        frames = [shape.text_frame] if shape.has_text_frame else []
        frames += [cell.text_frame for cell in shape.table.iter_cells()] if shape.has_table else []
        for frame in frames:
            for paragraph in frame.paragraphs:
                yield from ((shape.name, run.font.size.pt) for run in paragraph.runs)


@pytest.mark.parametrize(
    "query", these([*QUERIES, NOTHING, PAIR, "host=LVA", "asof=2022-06-28&marking=RESTRICTED"], 1, 3, 4)
)
def test_nothing_is_under_twelve_points_but_the_source_line(query: str) -> None:
    for slide in opened(query).slides:
        found = list(sizes(slide))
        assert [one for one in found if one[1] < 12 and one[0] != "credit 1"] == []
        assert {size for name, size in found if name == "credit 1"} == {9}


@pytest.mark.parametrize("query", [*SOME, "nation=CAN&asof=2016-06-14&marking=RESTRICTED"])
def test_a_table_ends_above_the_foot_even_in_the_widest_typeface(query: str) -> None:
    for slide in opened(query).slides:
        (foot,) = [shape for shape in slide.shapes if shape.name == "credit 1"]
        for shape in slide.shapes:
            if shape.has_table:
                rows = [row.height for row in shape.table.rows]
                assert shape.top + sum(rows) <= foot.top
                for row in shape.table.rows:
                    for cell, column in zip(row.cells, shape.table.columns, strict=True):
                        bold = cell.text_frame.paragraphs[0].runs[0].font.bold if cell.text else False
                        look = WideLetters(24, "#000000", 700 if bold else 400)
                        lines = look.wrapped(cell.text, (column.width - cell.margin_left * 2) / 6350)
                        spacing = cell.text_frame.paragraphs[0].line_spacing
                        assert len(lines) * spacing + 2 * cell.margin_top <= row.height + 6350


def test_what_is_too_long_for_a_slide_is_cut_and_stays_on_it() -> None:
    made = of_the_record("host=LVA")
    long = dataclasses.replace(
        made,
        filters="everything " * 200,
        marking="HANDLE " * 60,
        entries=tuple(dataclasses.replace(one, lead="nation " * 900) for one in made.entries),
        totals=("a total that goes on " * 40,) * 20,
    )
    presentation = Presentation(io.BytesIO(deck.write(long)))
    for slide in presentation.slides:
        for shape in slide.shapes:
            assert shape.top + shape.height <= presentation.slide_height + 6350, shape.name
            if shape.has_table:
                assert shape.top + sum(row.height for row in shape.table.rows) <= presentation.slide_height


def test_every_graphic_is_described_or_marked_as_decoration() -> None:
    for slide in opened(QUERIES[1]).slides:
        for shape in every(slide):
            properties = shape._element.xpath("./*/p:cNvPr")[0]
            decorative = bool(properties.xpath(".//*[local-name()='decorative' and @val='1']"))
            told = bool(properties.get("descr")) or bool(words(shape).strip())
            assert told != decorative, shape.name


def test_tables_have_header_rows_and_a_description() -> None:
    tables = [shape for slide in opened(QUERIES[1]).slides for shape in slide.shapes if shape.has_table]
    assert tables
    for shape in tables:
        assert shape.table.first_row
        assert "Table of" in shape._element.xpath("./p:nvGraphicFramePr/p:cNvPr/@descr")[0]


@pytest.mark.parametrize("query", these([QUERIES[1], ""], 0))
def test_every_run_says_its_language(query: str) -> None:
    for slide in opened(query).slides:
        runs = slide._element.xpath(".//a:r/a:rPr")
        assert runs and {run.get("lang") for run in runs} == {"en-GB"}


def test_slides_are_read_from_the_title_to_the_foot() -> None:
    for slide in opened("asof=2022-06-28&marking=RESTRICTED").slides:
        names = [shape.name for shape in slide.shapes]
        assert slide.shapes[0] == slide.shapes.title
        assert names[-1] == "credit 1"
        assert names.index("subtitle 1") < names.index("credit 1")
        if "map" in names:
            assert names.index("totals") < names.index("map")


def contrast(one: str, other: str) -> float:
    """After WCAG 2.2, 1.4.3."""

    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_words_stand_out_from_what_is_behind_them() -> None:
    on_the_map = {text.name for text in drawn_map("asof=2022-06-28").texts}
    for slide in opened("asof=2022-06-28&marking=RESTRICTED").slides:
        for shape in slide.shapes:
            if not shape.has_text_frame or shape.name in on_the_map:
                continue
            behind = str(shape.fill.fore_color.rgb) if shape.fill.type == MSO_FILL.SOLID else "FFFFFF"
            for paragraph in shape.text_frame.paragraphs:
                for run in paragraph.runs:
                    assert contrast(str(run.font.color.rgb), behind) >= 4.5, run.text
        for cell in (cell for one in slide.shapes if one.has_table for cell in one.table.iter_cells()):
            for run in cell.text_frame.paragraphs[0].runs:
                assert contrast(str(run.font.color.rgb), str(cell.fill.fore_color.rgb)) >= 4.5


def test_the_picture_says_what_it_shows() -> None:
    ground = next(shape for shape in opened("asof=2022-06-28").slides[0].shapes if shape.name == "map")
    (told,) = ground._element.xpath("./p:nvGrpSpPr/p:cNvPr/@descr")
    assert of_the_record("asof=2022-06-28").title in told


def test_the_handling_line_stands_above_and_below_on_every_slide_and_in_the_files_own_words() -> None:
    presentation = opened("asof=2016-10-26", marking="EXERCISE & <TRAINING> ONLY")
    for slide in presentation.slides:
        bands = [one for one in slide.shapes if one.name.startswith("marking")]
        assert [words(band) for band in bands] == ["EXERCISE & <TRAINING> ONLY"] * 2
        assert bands[0].top == 0 and bands[1].top + bands[1].height == presentation.slide_height
        for shape in slide.shapes:
            if shape not in bands:
                assert shape.top >= bands[0].height, shape.name
                assert shape.top + shape.height <= bands[1].top + 6350, shape.name
    assert presentation.core_properties.category == "EXERCISE & <TRAINING> ONLY"
    assert presentation.core_properties.keywords == "EXERCISE & <TRAINING> ONLY"


def test_a_view_that_finds_nothing_says_so_and_has_no_table() -> None:
    presentation = opened(NOTHING)
    assert len(presentation.slides) == 1
    assert "No deployment fits" in read(presentation.slides[0])


def test_what_is_hostile_stays_text() -> None:
    presentation = opened("asof=2016-10-26", marking=HOSTILE)
    told = texts.plain(HOSTILE)
    assert told in presentation.slides[0].notes_slide.notes_text_frame.text
    assert "<img src=x onerror=window.pwn=1>" in told


@given(st.text())
def test_plain_text_is_what_xml_can_hold_and_else_the_same(text: str) -> None:
    told = texts.plain(text)
    element = etree.Element("a")
    element.text = told  # raises for what XML cannot hold
    assert len(told) == len(text)
    assert all(now in (was, "\ufffd") for now, was in zip(told, text, strict=True))


def test_a_symbol_that_is_not_there_yet_has_a_broken_frame() -> None:
    def dashes(standing: Standing) -> int:
        slide = Presentation().slides.add_slide(Presentation().slide_layouts[6])
        drawn = Picture(
            "symbol",
            svg(Symbol(RECORD.theatre.kind("battlegroup"), "battalion", standing, True)),  # noqa: FBT003
            Box(0, 0, 60, 56),
        )
        symbol.draw(slide.shapes, drawn, shapes.Scale(6350))
        return len(slide._element.xpath(".//a:custDash"))

    assert dashes(Standing.PRESENT) == 0
    assert dashes(Standing.PLANNED) == 1
    assert dashes(Standing.CONSIDERED) == 1


coordinate = st.integers(0, 300)
rectangle = st.tuples(coordinate, coordinate, st.integers(1, 200), st.integers(1, 200)).map(
    lambda box: [
        Spot(box[0], box[1]),
        Spot(box[0] + box[2], box[1]),
        Spot(box[0] + box[2], box[1] + box[3]),
        Spot(box[0], box[1] + box[3]),
    ]
)


@given(rectangle, st.booleans())
def test_stripes_stay_in_their_area_and_slant_as_asked(ring: list[Spot], rising: bool) -> None:  # noqa: FBT001
    area = shapely.Polygon(ring).buffer(0.01)
    for line in shapes.stripes([ring], 7, rising=rising):
        assert area.covers(shapely.LineString(line))
        lower, upper = sorted(line, key=lambda spot: -spot.y)
        assert (upper.x > lower.x) == rising


@given(rectangle)
def test_stripes_leave_no_gap_wider_than_asked(ring: list[Spot]) -> None:
    area = shapely.Polygon(ring)
    lines = shapely.MultiLineString([list(line) for line in shapes.stripes([ring], 7, rising=True)])
    bare = shapely.get_parts(area.difference(lines.buffer(3.6)))
    assert all(part.area <= 3.4**2 + 0.1 for part in bare)  # at most a corner that the next line just misses


@given(rectangle)
def test_dots_lie_wholly_in_their_area(ring: list[Spot]) -> None:
    area = shapely.Polygon(ring).buffer(0.01)
    assert all(area.covers(shapely.Polygon(dot)) for dot in shapes.dots([ring], 13, 1.9))


@given(rectangle, rectangle)
def test_what_is_clipped_lies_in_the_frame_and_loses_nothing_of_it(
    ring: list[Spot], other: list[Spot]
) -> None:
    frame = Box(*other[0], other[2].x - other[0].x, other[2].y - other[0].y)
    kept = shapely.union_all([shapely.Polygon(part) for part in shapes.clipped_rings([ring], frame)])
    expected = shapely.Polygon(ring).intersection(shapely.Polygon(other))
    assert kept.symmetric_difference(expected).area < 1e-6


def test_pages_of_sources_hold_each_piece_once() -> None:
    made = of_the_record("")
    pieces = [piece for page in source_slides.pages(made, Box(48, 100, 1824, 400)) for piece in page]
    names = [piece.name for piece in pieces]
    assert len(names) == len(set(names))
    assert {f"source {note.number}" for note in shown(made)} <= set(names)
