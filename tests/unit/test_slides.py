"""The deck: native shapes that say what the view says, read from the file itself."""

import functools
import io
import itertools
from collections.abc import Iterator
from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from eastflank.model import Standing
from eastflank.render.picture.layout import sheet
from eastflank.render.picture.sheet import Box, Picture, Spot
from eastflank.render.slides import deck, shapes, source_slides, symbol, texts
from eastflank.render.symbols import svg
from eastflank.scene.composition import Symbol
from eastflank.words.en import quotation
from tests.briefings import HOSTILE, briefing, of_the_record

QUERIES = ["", "nation=CAN&asof=2016-06-14", "asof=2022-06-28", "asof=2017-06-01&since=2016-07-09"]
NOTHING = "nation=CAN&status=withdrawn&asof=2016-06-14"


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


@pytest.mark.parametrize("query", [*QUERIES, NOTHING])
def test_the_first_slide_says_every_word_of_the_picture(query: str) -> None:
    said = read(opened(query).slides[0])
    drawn = sheet(of_the_record(query), deck.SIZE)
    assert [text.words for text in drawn.texts if text.words not in said] == []


@pytest.mark.parametrize("query", QUERIES)
def test_a_card_is_one_group_with_its_words_and_its_symbol(query: str) -> None:
    groups = {shape.name: shape for shape in opened(query).slides[0].shapes}
    cards = sheet(of_the_record(query), deck.SIZE).cards
    assert cards
    for card in cards:
        group = groups[f"card {card.id}"]
        assert all(text.words in read(group) for text in card.texts)
        if card.symbol:
            assert card.symbol.name in [shape.name for shape in group.shapes]


@pytest.mark.parametrize("query", QUERIES)
def test_what_stands_beside_the_map_is_whole_paragraphs_that_wrap_by_themselves(query: str) -> None:
    made, presentation = of_the_record(query), opened(query)
    (beside,) = [shape for shape in every(presentation.slides[0]) if shape.name == "panel text"]
    assert beside.text_frame.word_wrap
    told = [paragraph.text for paragraph in beside.text_frame.paragraphs]
    assert told[1 : 1 + len(made.totals)] == list(made.totals)
    assert any(quotation(quote.quote) in told for quote in made.quotes) or not made.quotes
    assert not any("\v" in line or line != line.strip() for line in told)
    pages = [shape for slide in presentation.slides for shape in slide.shapes if "sources" in shape.name]
    listed = [paragraph.text for shape in pages for paragraph in shape.text_frame.paragraphs]
    assert [line for line in listed if line.startswith("[")] == [
        f"[{note.number}] {note}" for note in made.footnotes
    ]


def test_a_number_hangs_out_before_its_paragraph() -> None:
    (beside,) = [one for one in every(opened(QUERIES[1]).slides[0]) if one.name == "panel text"]
    numbered = [one for one in beside.text_frame.paragraphs if "\t" in one.text]
    assert numbered
    for paragraph in numbered:
        number, _, source = paragraph.text.partition("\t")
        assert number.isdigit() and source
        properties = paragraph._p.pPr
        assert int(properties.get("indent")) == -int(properties.get("marL")) < 0


def test_lines_by_themselves_are_written_small_enough_for_a_wider_typeface() -> None:
    drawn = sheet(of_the_record(""), deck.SIZE)
    card = drawn.cards[0]
    groups = {shape.name: shape for shape in opened("").slides[0].shapes}
    sizes = {
        run.text: run.font.size.pt
        for shape in every(groups[f"card {card.id}"])
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    }
    points = 960 / drawn.width  # a slide of 13⅓ inches has 960 points
    for text in card.texts:
        assert sizes[text.words] <= 0.96 * text.size * points + 0.25  # half points are rounded


@pytest.mark.parametrize("query", QUERIES)
def test_countries_are_shapes_under_their_names_and_nothing_is_a_picture(query: str) -> None:
    found = list(every(opened(query).slides[0]))
    drawn = sheet(of_the_record(query), deck.SIZE)
    inside = {region.name for region in drawn.regions if shapes.clipped_rings(region.rings, drawn.map)}
    assert inside <= {shape.name for shape in found}
    assert not [shape.name for shape in found if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]


@pytest.mark.parametrize("query", [*QUERIES, NOTHING])
def test_nothing_leaves_its_slide(query: str) -> None:
    presentation = opened(query)
    slack = 2 * 6350  # two pixels: the edges of lines
    for slide in presentation.slides:
        for shape in slide.shapes:
            assert shape.left >= -slack and shape.top >= -slack, shape.name
            assert shape.left + shape.width <= presentation.slide_width + slack, shape.name
            assert shape.top + shape.height <= presentation.slide_height + slack, shape.name


@pytest.mark.parametrize("query", [*QUERIES, NOTHING])
def test_the_tables_hold_each_deployment_once_with_its_figures(query: str) -> None:
    rows = [
        tuple(cell.text for cell in row.cells)[:6]
        for slide in opened(query).slides
        for shape in slide.shapes
        if shape.has_table
        for row in itertools.islice(shape.table.rows, 1, None)
    ]
    assert rows == [
        (one.name, one.status, one.lead, one.host, one.place or "not stated", one.strength)
        for one in of_the_record(query).entries
    ]


@pytest.mark.parametrize("query", QUERIES)
def test_every_source_is_on_a_slide_and_every_quote_is_in_the_notes(query: str) -> None:
    made, presentation = of_the_record(query), opened(query)
    said = " ".join(read(slide) for slide in presentation.slides)
    notes = presentation.slides[0].notes_slide.notes_text_frame.text
    for note in made.footnotes:
        assert f"[{note.number}] {note}" in said and f"[{note.number}] {note}" in notes
    for item in made.evidence:
        # A quote that carries no value shown is no evidence of the view.
        assert (quotation(item.quote) in notes) == bool(item.quote and item.carries)
    for told in (made.title, made.asof, made.filters, made.counts, *made.totals, made.credit, made.version):
        assert told in notes


def test_every_slide_has_a_title_and_the_picture_says_what_it_shows() -> None:
    presentation = opened("asof=2022-06-28")
    title = of_the_record("asof=2022-06-28").title
    assert all(
        title in slide.shapes.title.text_frame.text.replace("\v", " ") for slide in presentation.slides
    )
    ground = next(shape for shape in presentation.slides[0].shapes if shape.name == "map")
    assert ground._element.xpath("./p:nvGrpSpPr/p:cNvPr/@descr") == [title]


def test_the_handling_line_stands_on_every_slide() -> None:
    presentation = opened("asof=2016-10-26", marking="EXERCISE & <TRAINING> ONLY")
    for slide in presentation.slides:
        assert "EXERCISE & <TRAINING> ONLY" in read(slide)


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
        drawn = Picture("symbol", svg(Symbol("battlegroup", "battalion", standing, True)), Box(0, 0, 60, 56))  # noqa: FBT003
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
    assert {f"source {note.number}" for note in made.footnotes} <= set(names)
