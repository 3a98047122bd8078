"""Slides where Source Sans 3 is missing: five views in four typefaces, as LibreOffice draws them.

`make soak` runs it, `make test` does not. A slide names its typeface and does not hold it: a program that does
not have it takes another, which may be wider. Whatever it takes, all words must be there, each in its place.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
import pytest
from PIL import Image
from pptx import Presentation
from pypdf import PdfReader

from eastflank.render.slides import deck
from tests.briefings import of_the_record
from tests.browser.paper import Sheet, Words, sheets, squeezed
from tests.golden import Golden
from tests.soak.libreoffice import as_pdf
from tests.unit.test_slides import every

VIEWS = {
    "newest": "marking=RESTRICTED",
    "june-2022": "asof=2022-06-28&marking=RESTRICTED",
    "canada": "nation=CAN&asof=2016-06-14&marking=RESTRICTED",
    "latvia": "host=LVA&marking=RESTRICTED",
    "pair": "asof=2017-08-28&since=2016-07-09&layout=pair&marking=RESTRICTED",
}
TYPEFACES = ["Liberation Sans", "Carlito", "DejaVu Sans", "Noto Sans"]
"""The first two have the widths of Arial and Calibri."""
EMU_TO_A_POINT = 12700
HYPHEN_AT_A_LINES_END = "\x02"
"""As PDFium reads it."""
PAGE_WIDTH = 640
"""Pixels of a slide in a golden picture."""
NEAR = 1.0
"""Points by which a letter may lie beside its box: a box ends where the letter's pen does."""


class Deck(NamedTuple):
    """A deck as we wrote it, and its slides as they were drawn."""

    written: Any
    drawn: list[Sheet]
    typefaces: set[str]
    pdf: bytes
    """As they were drawn."""


@pytest.fixture(scope="module", params=TYPEFACES)
def decks(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Deck]:
    """By view, the decks in one typeface."""
    folder = tmp_path_factory.mktemp("decks")
    files = {name: folder / f"{name}.pptx" for name in VIEWS}
    for name, query in VIEWS.items():
        files[name].write_bytes(deck.write(of_the_record(query)))
    found = as_pdf(list(files.values()), request.param, tmp_path_factory.mktemp("office"))
    return {
        name: Deck(Presentation(io.BytesIO(file.read_bytes())), sheets(content), fonts(content), content)
        for (name, file), content in zip(files.items(), found, strict=True)
    }


def fonts(content: bytes) -> set[str]:
    """The typefaces in a PDF, without the letters of their subsets and without their styles."""
    named = (
        str(font.get_object()["/BaseFont"])
        for page in PdfReader(io.BytesIO(content)).pages
        for font in page["/Resources"].get("/Font", {}).values()
    )
    return {name.lstrip("/").partition("+")[2].partition("-")[0] for name in named}


class Box(NamedTuple):
    """A box of a slide, in points."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, word: Words) -> bool:
        """Whether the middle of a word is in it."""
        x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def box(shape: Any) -> Box:
    left, top, width, height = shape.left, shape.top, shape.width, shape.height
    return Box(*(edge / EMU_TO_A_POINT for edge in (left, top, left + width, top + height)))


def told(slide: Any) -> Iterator[str]:
    """Each text of one look of a slide, in text boxes, groups and tables."""
    for shape in every(slide):
        frames = [shape.text_frame] if shape.has_text_frame else []
        if getattr(shape, "has_table", False):
            frames += [cell.text_frame for cell in shape.table.iter_cells()]
        for frame in frames:
            for paragraph in frame.paragraphs:
                yield from filter(None, (closed_up(run.text) for run in paragraph.runs))


def closed_up(text: str) -> str:
    """Without spaces, and twins as one letter: in a ligature they have one box, and are read once."""
    text = text.replace(HYPHEN_AT_A_LINES_END, "-")
    return re.sub(r"([ft])\1", r"\1", "".join(text.split()))


def each(decks: dict[str, Deck]) -> Iterator[tuple[str, Any, Sheet]]:
    """Each slide of all decks under its name, as written and as drawn."""
    for name, made in decks.items():
        pages = list(zip(made.written.slides, made.drawn, strict=True))
        for number, (slide, page) in enumerate(pages, 1):
            yield f"{name} {number}", slide, page


def test_they_are_drawn_in_that_typeface_alone(
    decks: dict[str, Deck], request: pytest.FixtureRequest
) -> None:
    family = squeezed(request.node.callspec.params["decks"])
    assert {name: made.typefaces for name, made in decks.items()} == {name: {family} for name in VIEWS}


def test_they_look_as_when_somebody_last_looked(
    decks: dict[str, Deck], golden: Golden, request: pytest.FixtureRequest
) -> None:
    """`make soak ARGS=--update-golden` writes the pictures again."""
    family = squeezed(request.node.callspec.params["decks"])
    for name, made in decks.items():
        golden(f"{family}-{name}.png", contact_sheet(made.pdf), tolerance=0.01)


def contact_sheet(content: bytes) -> bytes:
    """The pages of a PDF as one PNG, two in a row, in 128 colours."""
    with pypdfium2.PdfDocument(content) as document:
        pages = [
            page.render(scale=PAGE_WIDTH / page.get_width()).to_pil().convert("RGB") for page in document
        ]
    width, height = pages[0].size
    whole = Image.new("RGB", (2 * width, -(-len(pages) // 2) * height), "white")
    for number, page in enumerate(pages):
        whole.paste(page, (number % 2 * width, number // 2 * height))
    made = io.BytesIO()
    whole.quantize(128, dither=Image.Dither.NONE).save(made, "PNG", optimize=True)
    return made.getvalue()


def test_no_text_leaves_its_slide(decks: dict[str, Deck]) -> None:
    assert {name: page.cut_off() for name, _, page in each(decks) if page.cut_off()} == {}


def test_no_text_stands_on_another(decks: dict[str, Deck]) -> None:
    assert {name: page.overlapping() for name, _, page in each(decks) if page.overlapping()} == {}


def test_nothing_but_the_handling_line_stands_in_its_bands(decks: dict[str, Deck]) -> None:
    for name, slide, page in each(decks):
        bands = [box(shape) for shape in slide.shapes if shape.name.startswith("marking")]
        assert len(bands) == 2, name
        between = Box(0, bands[0].bottom, page.width, bands[1].top)
        outside = [word.text for word in page.words if not _within(word, between)]
        assert outside == ["RESTRICTED"] * 2, name


def _within(word: Words, area: Box) -> bool:
    return word.top >= area.top - NEAR and word.bottom <= area.bottom + NEAR


def test_all_words_are_there(decks: dict[str, Deck]) -> None:
    for name, slide, page in each(decks):
        drawn = closed_up("".join(word.text for word in page.words))
        assert not Counter("".join(told(slide))) - Counter(drawn), name
        assert [text for text in told(slide) if text not in drawn] == [], name


def test_words_on_a_card_stay_on_it(decks: dict[str, Deck]) -> None:
    checked = 0
    for name, slide, page in each(decks):
        for shape in every(slide):
            if not shape.name.startswith("plate "):
                continue
            plate = box(shape)
            on_it = [word for word in page.words if plate.holds(word)]
            checked += len(on_it)
            over = [
                word.text
                for word in on_it
                if word.left < plate.left - NEAR or word.right > plate.right + NEAR
            ]
            assert over == [], (name, shape.name)
    assert checked


def test_a_paragraph_ends_within_its_box(decks: dict[str, Deck]) -> None:
    for name, slide, page in each(decks):
        for shape in slide.shapes:
            if shape.name not in ("totals", "quotes and sources", "earlier day", "later day", "subtitle 1"):
                continue
            area = box(shape)
            inside = closed_up(shape.text_frame.text)
            within = Box(area.left - NEAR, area.top - 2 * NEAR, area.right + NEAR, area.bottom + 2 * NEAR)
            drawn = closed_up("".join(word.text for word in page.words if within.holds(word)))
            assert not Counter(inside) - Counter(drawn), (name, shape.name)
