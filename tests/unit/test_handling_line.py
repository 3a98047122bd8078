"""The handling line: above and below in every product, in the files' own properties, a field of each row."""

import csv
import functools
import io
import json
import zipfile

import openpyxl
import pypdf
import pytest
from lxml import etree
from PIL import Image

from eastflank.render import deployments_csv, geojson, kml, workbook
from eastflank.render.page import document
from eastflank.render.picture import files, layout, pdf
from eastflank.render.products import PRODUCTS
from eastflank.report.contents import Briefing, Size
from tests.briefings import briefing, of_the_record

pytestmark = pytest.mark.usefixtures("coarse_pictures")

LINE = "EXERCISE & <TRAINING> ONLY"
SMALL = Size(960, 540, "960x540")
SVG = "{http://www.w3.org/2000/svg}"


@functools.cache
def made() -> Briefing:
    """A briefing that has the line, made once."""
    return briefing("host=LVA", marking=LINE)


@pytest.mark.parametrize("size", [*files.SIZES, *pdf.SIZES], ids=lambda size: size.name)
def test_a_picture_has_a_band_at_its_top_and_one_at_its_bottom_and_nothing_over_them(size: Size) -> None:
    sheet = layout.sheet(made(), size)
    above, below = (
        next(one for one in sheet.groups if one.name == name) for name in ("marking", "marking below")
    )
    assert above.box.y == 0 and below.box.bottom == sheet.height
    assert above.box.w == below.box.w == sheet.width
    assert [text.words for text in above.texts] == [text.words for text in below.texts] == [LINE]
    for group in sheet.groups:
        if group not in (above, below):
            assert group.box.y >= above.box.bottom - 0.1 and group.box.bottom <= below.box.y + 0.1, group.name
    assert sheet.map.y >= above.box.bottom and sheet.map.bottom <= below.box.y


def test_without_a_line_there_is_no_band() -> None:
    assert not any(
        one.name.startswith("marking")
        for one in layout.sheet(of_the_record("host=LVA"), files.SIZES[0]).groups
    )


def test_pictures_say_it_in_their_metadata() -> None:
    picture = Image.open(io.BytesIO(files.png(made(), SMALL)))
    picture.load()
    assert picture.text["Handling"] == LINE  # type: ignore[attr-defined]
    tree = etree.fromstring(files.svg(made(), SMALL))
    assert tree.findtext(f"{SVG}metadata") == f"Handling: {LINE}"
    plain = Image.open(io.BytesIO(files.png(of_the_record("host=LVA"), SMALL)))
    plain.load()
    assert "Handling" not in plain.text  # type: ignore[attr-defined]


def test_every_page_of_a_pdf_has_it_twice_and_the_file_says_it() -> None:
    read = pypdf.PdfReader(io.BytesIO(pdf.write(made(), None)))
    assert read.metadata and read.metadata.get("/Keywords") == LINE
    assert len(read.pages) > 1
    for page in read.pages:
        assert page.extract_text().count(LINE) == 2


def test_a_web_page_has_it_above_and_below_and_in_its_head() -> None:
    text = document.write(made()).decode()
    told = "EXERCISE &amp; &lt;TRAINING&gt; ONLY"
    assert f'<meta name="handling" content="{told}">' in text
    assert text.count(f'<p class="marking">{told}</p>') == 2
    body = text[text.index("<body>") :]
    assert body.index('class="marking"') < body.index("<header>")
    assert body.rindex('class="marking"') > body.index("<footer>")


def test_every_row_feature_and_placemark_has_it_as_a_field() -> None:
    rows = list(csv.DictReader(io.StringIO(deployments_csv.write(made()).decode("utf-8-sig"))))
    assert rows and {row["Marking"] for row in rows} == {LINE}
    features = json.loads(geojson.write(made()))["features"]
    assert features and {one["properties"]["marking"] for one in features} == {LINE}
    tree = etree.fromstring(kml.write(made()))
    space = tree.tag.partition("}")[0] + "}"
    marks = list(tree.iter(f"{space}Placemark"))
    assert marks
    for mark in marks:
        fields = {one.get("name"): one.findtext(f"{space}value") for one in mark.iter(f"{space}Data")}
        assert fields["Marking"] == LINE
    assert "marking" in json.loads(geojson.write(of_the_record("host=LVA")))["features"][0]["properties"]


def test_a_workbook_prints_it_above_and_below_and_says_it() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook.write(made())))
    assert book.properties.category == book.properties.keywords == LINE
    for sheet in book.worksheets:
        assert sheet.oddHeader.center.text and sheet.oddFooter.center.text


def test_no_product_loses_it() -> None:
    for product in PRODUCTS:
        content = product.write(made(), min(product.sizes, key=lambda size: size.width, default=None))
        if content.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                content = b"".join(archive.read(name) for name in archive.namelist())
        assert b"EXERCISE" in content, product.format
