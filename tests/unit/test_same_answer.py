"""All products of one view name the same deployments and figures, read from the files themselves."""

import csv
import functools
import io
import json
import re
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from typing import NamedTuple
from xml.etree import ElementTree as ET

import openpyxl
import pytest

from eastflank.model import Standing
from eastflank.render.products import PRODUCTS, Product
from eastflank.render.xml_text import possible
from eastflank.report.contents import Briefing
from tests.briefings import HOSTILE, briefing, of_the_record, written
from tests.builders import DEPLOYMENTS, NATIONS, PLACES, SOURCES, claim, dataset
from tests.representatives import of_formats, these


class Said(NamedTuple):
    """What a file says of one deployment."""

    name: str
    status: str
    lead: str
    host: str
    strength: str
    low: int | None
    high: int | None


def _row(row: dict[str, object]) -> Said:
    bounds = [
        int(str(row[name])) if row.get(name) not in (None, "") else None
        for name in ("Fewest persons", "Most persons")
    ]
    return Said(*(str(row[name]) for name in ("Deployment", "Status", "Lead", "Host", "Strength")), *bounds)


def of_csv(content: bytes) -> list[Said]:
    return [_row(dict(row)) for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))]


def of_bundle(content: bytes) -> list[Said]:
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        return of_csv(bundle.read("deployments.csv"))


def of_workbook(content: bytes) -> list[Said]:
    headings, *rows = openpyxl.load_workbook(io.BytesIO(content))["Deployments"].iter_rows(values_only=True)
    return [_row(dict(zip(map(str, headings), row, strict=True))) for row in rows]


def of_geojson(content: bytes) -> list[Said]:
    held = [feature["properties"] for feature in json.loads(content)["features"]]
    return [
        Said(one["name"], one["status_words"], one["lead"], one["host"], one["strength"], one["troops_low"], one["troops_high"])
        for one in held
    ]  # fmt: skip


def of_kml(content: bytes) -> list[Said]:
    ns = "{http://www.opengis.net/kml/2.2}"
    found = []
    root = ET.fromstring(content)  # noqa: S314 - this project wrote it
    for one in root.iter(f"{ns}Placemark"):
        if re.search(r"-\d+$", one.get("id", "")):
            continue  # how it was before
        held: dict[str, object] = {
            item.get("name", ""): item.findtext(f"{ns}value") for item in one.iter(f"{ns}Data")
        }
        found.append(_row({**held, "Deployment": one.findtext(f"{ns}name")}))
    return found


class _Table(HTMLParser):
    """The rows of the table of deployments on a page."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[dict[str, str | None], list[str]]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr" and "data-deployment" in dict(attrs):
            self.rows.append((dict(attrs), []))
        if tag in ("td", "th") and self.rows:
            self.inside = True
            self.rows[-1][1].append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside &= tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.rows[-1][1][-1] += data


def of_page(content: bytes) -> list[Said]:
    table = _Table()
    table.feed(content.decode("utf-8"))
    return [
        Said(
            *(cells[at] for at in (0, 1, 2, 3, 5)),
            *(int(held[name] or 0) if name in held else None for name in ("data-fewest", "data-most")),
        )
        for held, cells in table.rows
    ]


VIEWS = ("", "nation=CAN&asof=2016-10-26", "asof=2016-06-14", "asof=2022-06-28", "asof=2010-01-01")
READERS: dict[str, Callable[[bytes], list[Said]]] = {
    "html": of_page,
    "csv": of_csv,
    "xlsx": of_workbook,
    "geojson": of_geojson,
    "kml": of_kml,
    "zip": of_bundle,
}


def of_svg(content: bytes) -> list[str]:
    """Every text in the picture."""
    root = ET.fromstring(content)  # noqa: S314 - this project wrote it
    return ["".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")]


DRAWN: dict[str, Callable[[bytes], list[str]]] = {"svg": of_svg}
"""By format, how to read the words of a product that holds cards instead of a table."""
READ_ELSEWHERE = {"png", "pdf", "pptx", "docx"}
"""A PNG holds no words: it is the SVG in pixels. The tests of documents and slides read these."""


def test_every_product_is_read_here_or_is_drawn() -> None:
    assert {product.format for product in PRODUCTS} <= READERS.keys() | DRAWN.keys() | READ_ELSEWHERE


@pytest.mark.parametrize("query", these(VIEWS, 1, 3))
@pytest.mark.parametrize(
    "product", [one for one in PRODUCTS if one.format in READERS], ids=lambda one: one.format
)
def test_a_file_names_the_deployments_and_figures_of_its_view(product: Product, query: str) -> None:
    said = of_the_record(query)
    # KML knows time: what is over stands there as it last was, up to its end.
    over = {one.name for one in said.entries if one.standing == Standing.GONE and product.format == "kml"}
    found = READERS[product.format](written(product, query))
    assert [one.name for one in found] == [one.name for one in said.entries]
    assert [one for one in found if one.name not in over] == [
        Said(one.name, one.status, one.lead, one.host, one.strength, one.low, one.high)
        for one in said.entries
        if one.name not in over
    ]


@pytest.mark.parametrize("query", these(VIEWS, 1, 3))
@pytest.mark.parametrize(
    "product", [one for one in PRODUCTS if one.format in DRAWN], ids=lambda one: one.format
)
def test_a_picture_holds_the_card_of_every_mark_of_its_view(product: Product, query: str) -> None:
    said = of_the_record(query)
    # A row of the key is wrapped, so its words stand on several lines.
    words = "".join(" ".join(DRAWN[product.format](written(product, query))).split())
    for mark in said.scene.marks:
        for text in (mark.heading, *mark.lines):
            assert "".join(text.split()) in words
    assert {mark.id for mark in said.scene.marks} == {
        one.id for one in said.entries if not one.not_drawn and one.sort != "statistic"
    }


@functools.cache
def hostile() -> Briefing:
    """A view all of whose words are hostile."""
    said = claim(
        "one", "2016-07-08", status="deployed", lead="CAN", host="LVA", place="adazi", troops_low=450, troops_high=450,
        quote=HOSTILE, citation=None, speaker=HOSTILE, speaker_role=HOSTILE, note=HOSTILE, timing_words=HOSTILE,
    )  # fmt: skip
    cited = claim("two", "2016-07-08", deployment=None, kind="statement", citation=HOSTILE)
    data = dataset(
        said, cited,
        deployments=[{**DEPLOYMENTS[1], "name": HOSTILE}],
        nations=[{**row, "name": HOSTILE} for row in NATIONS],
        places=[{**row, "name": HOSTILE} for row in PLACES],
        sources=[{**SOURCES[0], "publisher": HOSTILE, "via": HOSTILE, "title": HOSTILE, "url": "javascript:pwn()"}],
    )  # fmt: skip
    return briefing("", data, marking=HOSTILE)


@pytest.mark.parametrize(
    "product",
    of_formats(PRODUCTS, "svg", "pptx", "docx", "html", "csv", "xlsx", "geojson", "kml"),
    ids=lambda one: one.format,
)
def test_hostile_words_break_no_product_and_come_back_as_words(product: Product) -> None:
    content = product.write(hostile(), None)
    assert content
    if product.format in READERS:
        [found] = READERS[product.format](content)
        name = openpyxl.utils.escape.unescape(found.name).removeprefix("'")
        assert name in (HOSTILE, possible(HOSTILE))
        assert (found.strength, found.low, found.high) == ("450", 450, 450)
    if product.format in DRAWN:
        assert any(possible(HOSTILE) in text for text in DRAWN[product.format](content))
