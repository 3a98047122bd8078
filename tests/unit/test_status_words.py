"""The name of a status is defined in one place: a changed word appears on the page and in every product."""

import html
import io
import re

import pytest
from openpyxl import load_workbook

from eastflank.intake.tables.cells.statuses import status
from eastflank.model import STATUSES
from eastflank.render.products import PRODUCTS
from eastflank.words.chosen import values as words
from tests.briefings import briefing
from tests.builders import claim, dataset

CODE = re.compile(r"\bagreed\b", re.IGNORECASE)
WRITE = {product.format: product.write for product in PRODUCTS}


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What products say of agreed units, by format, where *agreed* is called something else."""
    monkeypatch.setitem(words.STATUSES, "agreed", "settled upon")
    record = dataset(
        claim("one", "2016-07-08", deployment="latvia", status="agreed", host="LVA"),
        claim("two", "2016-07-09", deployment="lithuania", status="agreed", host="LTU"),
    )
    made = briefing("asof=2016-07-09&status=agreed", record)
    book = load_workbook(io.BytesIO(WRITE["xlsx"](made, None)))
    cells = [
        str(cell)
        for sheet in book
        if sheet.sheet_state == "visible"  # hidden ones carry the rows of the record, with codes
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    ]
    return {
        "title": made.title,
        "csv": WRITE["csv"](made, None).decode("utf-8-sig"),
        "kml": WRITE["kml"](made, None).decode(),
        "html": WRITE["html"](made, None).decode(),
        "xlsx": "\n".join(cells),
    }


@pytest.mark.parametrize("where", ["title", "csv", "kml", "html", "xlsx"])
def test_another_word_for_a_status_is_said_everywhere(said: dict[str, str], where: str) -> None:
    text = html.unescape(said[where])
    for code in ("status=agreed", "agreed or on the way"):  # a link, and the legend's own words
        text = text.replace(code, "")
    assert "settled upon" in text
    assert [text[max(0, one.start() - 60) : one.end() + 30] for one in CODE.finditer(text)] == []


def test_every_status_has_a_word_of_its_own() -> None:
    assert list(words.STATUSES) == list(STATUSES)
    assert len({*words.STATUSES.values()}) == len(STATUSES)


def test_a_table_that_uses_the_word_means_the_status() -> None:
    assert [status(word) for word in words.STATUSES.values()] == list(STATUSES)
