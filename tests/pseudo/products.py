"""Writes every product in the language of the tests, and tells as JSON what is left in another one, by format.

`python -m tests.pseudo.products QUERY`
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping

import tests.pseudo.speaking  # noqa: F401 - before anything of the page

# isort: split
import docx
import openpyxl
from lxml import etree, html
from pptx import Presentation
from pypdf import PdfReader

from eastflank.render.picture import files
from eastflank.render.products import PRODUCTS
from eastflank.words.chosen import CODE, TAG
from tests import coarse
from tests.briefings import of_the_record
from tests.frozen import FOLDER, RECORD
from tests.pseudo.reading import foreign, names_of

CODES = frozenset(
    code
    for table in json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    for field in table["schema"]["fields"]
    for code in field.get("constraints", {}).get("enum", ())
) | {"considered", "planned", "present", "gone", "new", "contributors"}
"""What columns for other programs hold: a cell that is one of these codes and nothing else is no word."""


def _of_xml(content: bytes, paths: str) -> Iterator[str]:
    tree = etree.fromstring(content, etree.XMLParser(resolve_entities=False))
    yield from (str(text) for text in tree.xpath(paths))


def _html(text: str) -> Iterator[str]:
    document = html.fromstring(text)
    for one in document.xpath("//style | //script | //blockquote | //*[local-name()='svg']"):
        one.drop_tree()
    yield from document.xpath("//text()[normalize-space()] | //@title | //@alt | //@aria-label")


def _pptx(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for name in packed.namelist():
            if re.fullmatch(r"ppt/(slides|notesSlides)/[^/]+\.xml", name):
                yield "\n".join(_of_xml(packed.read(name), "//*[local-name()='t']/text() | //@descr"))
                yield from (tag for tag in _of_xml(packed.read(name), "//@lang") if tag != TAG)
    deck = Presentation(io.BytesIO(content))
    assert deck.slides
    assert deck.core_properties.language == TAG


def _docx(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for name in packed.namelist():
            if re.fullmatch(r"word/(document|header\d*|footer\d*|footnotes)\.xml", name):
                tree = etree.fromstring(packed.read(name), etree.XMLParser(resolve_entities=False))
                for line in tree.xpath("//*[local-name()='p']"):
                    yield "".join(line.xpath(".//*[local-name()='t']/text()"))
    document = docx.Document(io.BytesIO(content))
    assert document.paragraphs
    assert document.core_properties.language == TAG
    assert set(document.styles.element.xpath("./w:docDefaults//w:lang/@w:val")) == {TAG}


def _pdf(content: bytes) -> Iterator[str]:
    """The language that it names: its texts are read before they are cut into lines."""
    tag = str(PdfReader(io.BytesIO(content)).trailer["/Root"]["/Lang"])
    yield from () if tag == CODE else (tag,)


def _xlsx(content: bytes) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        if sheet.title.startswith("Record "):
            continue  # the rows of the tables themselves, for an import
        yield sheet.title
        for row in sheet.iter_rows(values_only=True):
            yield from (cell for cell in row if isinstance(cell, str) and cell not in CODES)


def _csv(content: bytes) -> Iterator[str]:
    for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))):
        yield from (cell for cell in row if cell not in CODES)


def _geojson(content: bytes) -> Iterator[str]:
    for feature in json.loads(content)["features"]:
        yield from (
            value for value in feature["properties"].values() if isinstance(value, str) and value not in CODES
        )


def _kml(content: bytes) -> Iterator[str]:
    told = " | ".join(
        f"//*[local-name()='{name}']/text()" for name in ("name", "description", "displayName", "value")
    )
    for text in _of_xml(content, told):
        yield from _html(text) if "<" in text else (text,) if text not in CODES else ()


def _zip(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        yield re.sub(r"\]\([^)]*\)", "]", packed.read("memo.md").decode())


READ: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    "pptx": _pptx, "docx": _docx, "pdf": _pdf, "html": lambda content: _html(content.decode()),
    "xlsx": _xlsx, "csv": _csv, "geojson": _geojson, "kml": _kml, "zip": _zip,
}  # fmt: skip
"""The texts in a file, by format. Of a picture, whose lines are cut into pieces, those are read that it is drawn of,
and of a PDF too."""


SIGNS = ("MN",)
"""The sign of a multinational unit (APP-6), which is the same in every language."""


def _is_a_name_cut_short(line: str) -> bool:
    """Whether it is how the name of a place or a deployment begins, where there was no room for all of it."""
    begins = line.rpartition(", ")[2].removesuffix("…")
    called = [*RECORD.places["name"], *RECORD.deployments["name"]]
    return line.endswith("…") and any(name.startswith(begins) for name in called)


def left_over(query: str) -> Mapping[str, list[str]]:
    """By format, the lines that say something in another language."""
    briefing, names = of_the_record(query), names_of(RECORD)
    found = {}
    for product in PRODUCTS:
        size = product.sizes[0] if product.sizes else None
        texts = list(product.texts(briefing, size)) if product.texts else []
        if product.format in READ:
            texts += READ[product.format](product.write(briefing, size))
        found_there = dict.fromkeys(line for text in texts for line in foreign(text, names, SIGNS))
        lines = [line for line in found_there if not _is_a_name_cut_short(line)]
        if lines:
            found[product.format] = lines
    return found


if __name__ == "__main__":
    files.png_of = coarse.png_of
    sys.stdout.write(json.dumps(left_over(sys.argv[1]), ensure_ascii=False, indent=1))
