"""A whole sheet: in any size, on any day, nothing overlaps and nothing is lost."""

import dataclasses
import functools
import math
import re
from datetime import date
from itertools import combinations

import pytest
import shapely

from eastflank.render.picture import layout, locator, svg
from eastflank.render.picture.placement import inside, overlap
from eastflank.render.picture.sheet import Box, Region, Sheet
from eastflank.report.contents import Size
from eastflank.scene.drawn import CountryNote
from eastflank.words.chosen import values
from tests.briefings import HOSTILE, briefing, of_the_record
from tests.frozen import RECORD
from tests.representatives import some

SIZES = [
    Size(1920, 1080, "16x9"),
    Size(1440, 1080, "4x3"),
    Size(1080, 1080, "square"),
    Size(1527, 1080, "A4"),
]
WIDE = SIZES[0]
VIEWS = [
    "",
    "asof=2016-06-14",
    "asof=2016-10-26",
    "asof=2017-08-28",
    "asof=2022-06-28",
    "asof=2010-01-01",
    "nation=CAN&asof=2016-06-14",
    "host=LVA",
    "asof=2017-08-28&since=2016-07-09",
    "asof=2025-05-31&since=2022-06-28",
    "asof=2017-06-30&deployment=efp-lva",
    "nation=BEL;CAN;DEU;DNK;EST;FRA;GBR;ISL;ITA;LTU;LUX;LVA;NLD;NOR;POL;ROU;USA&status=considered;agreed;decided;arriving;deployed&programme=eFP;tFP;eVA;FLF&asof=2022-06-28",
]


BOTH = some([(query, size) for query in VIEWS for size in SIZES], every=3)
"""Each view in one size or two, and each size with several views."""


@functools.cache
def drawn(query: str, size: Size = WIDE) -> Sheet:
    """The sheet of a view of the record, laid out once: nothing changes it."""
    return layout.sheet(of_the_record(query), size)


def faults(sheet: Sheet) -> list[str]:
    """What lies over something else, or outside the sheet or its group."""
    frame = Box(0, 0, sheet.width, sheet.height)
    boxes = list(sheet.boxes)
    over = [
        f"{one} over {other}" for (one, a), (other, b) in combinations(boxes, 2) if overlap(grown(a, -0.1), b)
    ]
    out = [f"{name} leaves the sheet" for name, box in boxes if not inside(box, frame)]
    for group in sheet.groups:
        texts = [(text.name, text.box) for text in group.texts if text.role != "sign"]
        over += [
            f"{one} over {other}"
            for (one, a), (other, b) in combinations(texts, 2)
            if overlap(grown(a, -0.1), b)
        ]
        out += [f"{name} leaves {group.name}" for name, box in texts if not inside(box, grown(group.box))]
    for card in sheet.cards:
        out += [
            f"{text.name} leaves its card"
            for text in card.texts
            if not (card.label and inside(text.box, grown(card.label)))
        ]
    return over + out


def misplaced(query: str, size: Size) -> list[str]:
    """Symbols that stand off their places, and words of a host that lie over another or in no key."""
    asked, sheet = of_the_record(query), drawn(query, size)
    unit = layout.frame(size).unit
    marks = [*asked.scene.marks, *asked.scene.ghosts]
    assert [card.id for card in sheet.cards] == [mark.id for mark in marks]
    rows = " ".join(text.words for text in sheet.texts if text.role == "key name")
    hosts = {region.name.split()[1]: _shape(region) for region in sheet.regions if region.role == "host"}
    closed = [_shape(region) for region in sheet.regions if region.role == "disputed"]
    found = []
    for mark, card in zip(marks, sheet.cards, strict=True):
        if card.symbol and card.nailed:
            off = math.dist(card.symbol.box.middle, card.at) / unit
            near = [math.dist(card.at, other.at) / unit for other in sheet.cards if other is not card]
            if off > (40 if min(near, default=99) < card.symbol.box.w / unit + 3 else 12) + 0.1:
                found.append(f"{mark.id} stands {off:.0f} px off its place")
        if (card.plate is None) != (card.number is not None or card.label is None):
            found.append(f"{mark.id} has neither a card nor a number")
        if card.plate is None and _squeezed(mark.heading) not in _squeezed(rows):
            found.append(f"{mark.id} can be read nowhere")
        if card.label and not card.nailed:
            words = shapely.box(card.label.x, card.label.y, card.label.right, card.label.bottom).buffer(-1)
            own = mark.hosts if mark.anchor == "country" else ()
            found += [
                f"{mark.id} lies over {iso3}"
                for iso3, shape in hosts.items()
                if iso3 not in own and words.intersects(shape)
            ]
            found += [f"{mark.id} lies over an occupied area" for shape in closed if words.intersects(shape)]
            if own and words.distance(hosts[own[0]]) > 1:
                found.append(f"{mark.id} does not touch its host")
    named = {text.name.split()[1] for text in sheet.names if text.role == "lead"}
    return found + [f"no arc of {arc.lead} is named" for arc in asked.scene.arcs if arc.lead not in named]


def _shape(region: Region) -> shapely.Geometry:
    return shapely.union_all([shapely.Polygon(ring).buffer(0) for ring in region.rings if len(ring) > 2])


def grown(box: Box, by: float = 0.5) -> Box:
    """A hair larger or smaller, for what was rounded."""
    return Box(box.x - by, box.y - by, box.w + 2 * by, box.h + 2 * by)


@pytest.mark.parametrize(("query", "size"), BOTH, ids=str)
def test_nothing_lies_over_anything_and_nothing_is_lost(query: str, size: Size) -> None:
    asked = of_the_record(query)
    sheet = drawn(query, size)
    assert faults(sheet) == []
    arcs = {line.name for line in sheet.lines if line.role == "arc"}
    assert arcs == {f"arc {arc.lead} {arc.deployment}" for arc in asked.scene.arcs}


@pytest.mark.parametrize(("query", "size"), BOTH, ids=str)
def test_symbols_stand_on_their_places_and_all_can_be_read(query: str, size: Size) -> None:
    assert misplaced(query, size) == []


DAYS = sorted({day.date().isoformat() for day in RECORD.claims["known_on"]})


@pytest.mark.parametrize("month", some(sorted({day[:7] for day in DAYS}), every=8))
def test_nothing_lies_over_anything_on_any_day_on_which_somebody_spoke(month: str) -> None:
    last = [day for day in DAYS if day.startswith(month)][-1]
    assert faults(drawn(f"asof={last}")) == []


@pytest.mark.parametrize("size", some(SIZES[:3]), ids=lambda size: size.name)
@pytest.mark.parametrize("query", ["", "asof=2016-06-14", "asof=2022-06-28"])
def test_every_deployment_of_the_set_views_has_its_card(query: str, size: Size) -> None:
    sheet = drawn(query, size)
    assert {card.id for card in sheet.cards} == {mark.id for mark in of_the_record(query).scene.marks}


@pytest.mark.parametrize(("query", "size"), BOTH, ids=str)
def test_a_sheet_carries_what_a_product_must(query: str, size: Size) -> None:
    asked = of_the_record(query)
    told = _told(drawn(query, size))
    for words in (
        asked.title,
        asked.filters,
        asked.counts,
        asked.credit,
        asked.version,
        asked.link,
        *asked.totals[len(asked.nations) :],
    ):
        assert _squeezed(words) in told, words


@pytest.mark.parametrize(("query", "size"), BOTH, ids=str)
def test_the_numbers_on_the_cards_stand_among_the_sources(query: str, size: Size) -> None:
    sheet = drawn(query, size)
    cited = {int(number) for text in sheet.texts if text.role == "notes" for number in text.words.split(",")}
    listed = {int(text.words) for text in sheet.texts if text.role == "number"}
    in_a_row = " ".join(text.words for text in sheet.texts if text.role == "footnote")
    listed |= {int(number) for number in re.findall(r"\[(\d+)\]", in_a_row)}
    assert bool(cited) == bool(sheet.cards)
    assert cited <= listed


def test_what_sources_differ_on_is_said_or_counted() -> None:
    for query in ("", "asof=2022-06-28"):
        told = _told(drawn(query))
        differing = [one for one in of_the_record(query).differences if one.stands]
        missing = [
            one for one in differing if _squeezed(f"{one.name}, {one.subject}: {one.spread}") not in told
        ]
        assert not missing or _squeezed("Sources differ on") in told
    assert any(one.stands for one in of_the_record("").differences)


def test_a_quote_is_whole_or_absent() -> None:
    asked = of_the_record("nation=CAN&asof=2016-06-14")
    told = _told(layout.sheet(asked, WIDE))
    assert [_squeezed(values.quotation(quote.quote)) in told for quote in asked.quotes] == [True, True]


def test_a_marking_stands_at_the_top_as_typed() -> None:
    sheet = layout.sheet(briefing("asof=2016-06-14", marking="FOR EXERCISE USE ONLY"), WIDE)
    marking = next(text for text in sheet.texts if text.role == "marking")
    assert marking.words == "FOR EXERCISE USE ONLY"
    assert marking.box.y == min(text.box.y for text in sheet.texts)
    assert not [text for text in drawn("").texts if text.role == "marking"]


def test_a_hostile_marking_moves_nothing_over_anything() -> None:
    for marking in (HOSTILE, "W" * 300, "word " * 60):
        assert faults(layout.sheet(briefing("asof=2016-06-14", marking=marking), WIDE)) == []


def test_what_changed_is_signed_and_what_is_gone_is_struck_through() -> None:
    query = "asof=2017-08-28&since=2016-07-09"
    asked, sheet = of_the_record(query), drawn(query)
    changed = {mark.id: mark.change.form for mark in (*asked.scene.marks, *asked.scene.ghosts) if mark.change}
    assert set(changed.values()) >= {"new", "moved"}
    cards = {card.id: card for card in sheet.cards}
    assert {card.id for card in sheet.cards if card.sign} == {id_ for id_ in changed if cards[id_].plate}
    told = _told(sheet)
    assert [
        mark.id for mark in asked.scene.marks if mark.change and _squeezed(mark.change.words) not in told
    ] == []
    assert {card.id for card in sheet.cards if card.gone} == {mark.id for mark in asked.scene.ghosts}
    assert all(card.texts[0].struck == card.gone for card in sheet.cards if card.plate)


def test_an_empty_view_says_why_it_is_empty_and_has_no_panel() -> None:
    sheet = drawn("asof=2010-01-01")
    assert "panel" not in {group.name for group in sheet.groups}
    assert next(text.words for text in sheet.texts if text.role == "empty") == "Nothing was known yet"
    assert sheet.cards == ()


def test_what_is_said_of_a_country_is_a_quiet_line_at_its_name_or_a_row_of_the_key() -> None:
    asked = of_the_record("asof=2022-06-28")
    notes = (
        CountryNote("LVA", "Latvia", "1,700 allied troops (2022)", date(2022, 3, 16)),
        CountryNote("POL", "Poland", "10,500 allied troops (2022)", date(2022, 3, 16)),
    )
    scene = dataclasses.replace(asked.scene, statistics=notes)
    for size in SIZES:
        sheet = layout.sheet(dataclasses.replace(asked, scene=scene), size)
        told = _told(sheet)
        assert [note.text for note in notes if _squeezed(note.text) not in told] == []
        assert any(text.role == "note" for text in sheet.names)
        assert faults(sheet) == []


def test_two_sheets_of_one_view_are_the_same_bytes() -> None:
    first, second = (svg.document(layout.sheet(briefing("asof=2016-06-14"), WIDE)) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("query", VIEWS)
def test_names_in_a_sheet_are_unique(query: str) -> None:
    sheet = drawn(query)
    names = [
        thing.name for things in (sheet.regions, sheet.lines, sheet.dots, sheet.texts) for thing in things
    ]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


def test_crimea_is_ukraine_and_hatched() -> None:
    sheet = drawn("asof=2022-06-28")
    regions = {region.name: region for region in sheet.regions}
    crimea = regions["disputed Crimea"]
    assert crimea.fill == "disputed"
    ukraine = {(round(x), round(y)) for ring in regions["land UKR"].rings for x, y in ring}
    russia = {(round(x), round(y)) for ring in regions["land RUS"].rings for x, y in ring}
    shore = {(round(x), round(y)) for ring in crimea.rings for x, y in ring}
    assert len(shore & ukraine) > 0.5 * len(shore)
    assert not shore & russia


def _told(sheet: Sheet) -> str:
    return _squeezed(" ".join(text.words for text in sheet.texts))


def _squeezed(words: str) -> str:
    """Without spaces, since a line may end anywhere between words."""
    return "".join(words.split())


LOCATED = [
    "host=EST",
    "host=LVA",
    "nation=CAN&asof=2016-06-14",
    "nation=CAN&asof=2017-06-30&since=2016-07-09",
]


@pytest.mark.parametrize("size", some(SIZES), ids=lambda size: size.name)
@pytest.mark.parametrize("query", LOCATED)
def test_a_locator_stands_beside_a_map_that_is_fitted_to_less_than_the_whole(query: str, size: Size) -> None:
    sheet = drawn(query, size)
    (inset,) = (group for group in sheet.groups if group.name == locator.NAME)
    assert not overlap(inset.box, sheet.map), "it covers no host, no mark and no name of an arc"
    assert not [name for name, box in sheet.boxes if name != inset.name and overlap(inset.box, box)]
    edge, view = inset.lines
    assert {line.role for line in inset.lines} == {"locator"}
    assert all(inside(Box(*spot, 0, 0), inset.box) for line in inset.lines for spot in line.points)
    assert _area(view.points) < 0.85 * _area(edge.points)
    for region in inset.regions:
        for ring in region.rings:
            assert all(inside(Box(*spot, 0, 0), grown(inset.box)) for spot in ring)


@pytest.mark.parametrize("query", LOCATED[:2])
def test_its_rectangle_holds_the_hosts_that_the_map_shows(query: str) -> None:
    (inset,) = (group for group in drawn(query).groups if group.name == locator.NAME)
    (hosts,) = (region for region in inset.regions if region.role == "host")
    view = shapely.Polygon(inset.lines[1].points)
    assert view.buffer(1).contains(_shape(hosts))


@pytest.mark.parametrize(
    "query", ["", "asof=2016-06-14", "asof=2010-01-01", "status=deployed&asof=2017-06-30"]
)
def test_the_whole_theatre_needs_no_locator(query: str) -> None:
    assert locator.NAME not in [group.name for group in drawn(query).groups]


def test_the_locator_is_in_the_svg() -> None:
    assert f'<g id="{locator.NAME}">' in svg.document(drawn("host=EST"))
    assert locator.NAME not in svg.document(drawn(""))


def _area(points: tuple[tuple[float, float], ...]) -> float:
    return float(shapely.Polygon(points).area)
