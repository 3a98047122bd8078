"""Letters that can be read on paper: no text of a document is smaller than six and a half points."""

import io

import docx
import pytest
from docx.shared import Emu
from pypdf import PdfReader

from eastflank.render import memo_document
from eastflank.render.picture import paper_map, pdf
from tests.briefings import of_the_record
from tests.representatives import some

LEAST = 6.5
SIGNS = {"M", "N", "MN"}
"""Letters that are part of a unit's symbol, which the legend explains."""
VIEWS = (
    "",
    "asof=2022-06-28",
    "nation=USA&asof=2016-06-14",
    "asof=2019-06-01",
    "asof=2017-08-28&since=2016-07-09",
    "asof=2017-08-28&since=2016-07-09&layout=pair",
    "asof=2010-01-01",
)


def sizes_in(content: bytes) -> dict[str, float]:
    """Each text of a PDF with the size in which it is on its page, in points."""
    found: dict[str, float] = {}

    def seen(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if text.strip():
            tall = abs(cm[0] * tm[3] + cm[2] * tm[1]) or abs(cm[3] * tm[3] + cm[1] * tm[2])
            found[text.strip()] = min(size * tall, found.get(text.strip(), 99.0))

    for page in PdfReader(io.BytesIO(content)).pages:
        page.extract_text(visitor_text=seen)
    return found


@pytest.mark.parametrize("query", some(VIEWS))
@pytest.mark.parametrize("size", pdf.SIZES, ids=lambda size: size.name)
def test_no_letter_of_a_pdf_is_too_small(query: str, size: pdf.Size) -> None:
    asked = of_the_record(query)
    sizes = sizes_in(pdf.write(asked, size))
    assert len(sizes) > 5
    assert {text: at for text, at in sizes.items() if at < LEAST - 0.01 and text not in SIGNS} == {}


@pytest.mark.parametrize("query", some(VIEWS))
def test_no_letter_of_a_memo_is_too_small(query: str) -> None:
    asked = of_the_record(query)
    document = docx.Document(io.BytesIO(memo_document.write(asked)))
    (picture,) = document.inline_shapes
    width = Emu(picture.width).pt
    sheet = memo_document._map(asked, width).sheet
    assert picture.height / picture.width == pytest.approx(sheet.height / sheet.width, rel=0.01)
    small = {text.words: text.size * width / sheet.width for text in sheet.texts}
    assert {words: size for words, size in small.items() if size < LEAST - 0.01} == {}
    runs = [int(size) / 2 for size in document.element.body.xpath(".//w:sz/@w:val")]
    assert runs
    assert min(runs) >= LEAST


@pytest.mark.parametrize("query", some(VIEWS))
@pytest.mark.parametrize("width", [482.0, 762.0])
def test_every_number_on_a_map_on_paper_is_explained_beside_it_or_in_the_table_after_it(
    query: str, width: float
) -> None:
    made = paper_map.on_paper(of_the_record(query), paper_map.LANDSCAPE._replace(width=width))
    for index, one in enumerate(made.sheet.maps):
        beside = {
            text.words.split(" ")[0]
            for group in one.groups
            for text in group.texts
            if text.role == "key name"
        }
        column = index if len(made.sheet.maps) > 1 else 0
        after = {row[column] for row in made.key.rows}
        numbers = {str(card.number) for card in one.cards if card.number}
        assert numbers <= beside | after


@pytest.mark.parametrize("query", some(VIEWS))
@pytest.mark.parametrize("width", [482.0, 762.0])
def test_nothing_on_a_map_on_paper_is_outside_its_sheet(query: str, width: float) -> None:
    sheet = paper_map.on_paper(of_the_record(query), paper_map.LANDSCAPE._replace(width=width)).sheet
    boxes = [text.box for text in sheet.texts]
    assert min(box.x for box in boxes) >= 0
    assert max(box.right for box in boxes) <= sheet.width
    assert max(box.bottom for box in boxes) <= sheet.height
