"""The workbook: a sheet for each table, types intact, and text that stays text."""

import io
import re
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from eastflank.render import workbook
from eastflank.render.sheets import TableSheet, sheets_of
from eastflank.render.xml_text import possible
from eastflank.report.contents import Briefing
from tests.briefings import HOSTILE, briefing, of_the_record
from tests.builders import claim, dataset
from tests.representatives import examples

CANADA = "nation=CAN&asof=2016-10-26"
SMALL = briefing("", dataset(claim("one", "2016-07-08", troops_low=800, troops_high=1000)))
TABLES = [
    "Deployments",
    "Claims",
    "Contributions",
    "Spans",
    "Sources",
    "Totals",
    "Sources differ",
    "Not drawn",
    "About",
]


def opened(said: Briefing) -> Workbook:
    """The sheets that a reader sees."""
    book = openpyxl.load_workbook(io.BytesIO(workbook.write(said)), rich_text=False)
    for page in [page for page in book if page.sheet_state != "visible"]:
        assert page.title.startswith("Record ")
        assert page.oddHeader.center.text == book.worksheets[0].oddHeader.center.text  # the marking
        book.remove(page)
    return book


def day(cell: object) -> object:
    """What stands in a cell; a day as a day, since a workbook knows only moments."""
    return cell.date() if isinstance(cell, datetime) else cell


def named(name: str) -> Briefing:
    """The small briefing with a deployment of that name."""
    return replace(SMALL, entries=(replace(SMALL.entries[0], name=name),))


@pytest.mark.parametrize("query", ["", CANADA, "asof=2010-01-01"])
def test_each_table_is_a_sheet_with_its_values_in_their_types(query: str) -> None:
    said = of_the_record(query)
    book = opened(said)
    assert book.sheetnames == TABLES
    for sheet, page in zip(map(workbook.arranged, sheets_of(said)), book, strict=True):
        headings, *rows = page.iter_rows(values_only=True)
        assert headings == tuple(column.heading for column in sheet.columns)
        assert [tuple(day(cell) for cell in row) for row in rows] == list(sheet.rows)


@pytest.mark.parametrize("sheet", sheets_of(of_the_record()), ids=lambda sheet: sheet.name)
def test_no_column_is_lost_when_those_that_are_printed_go_first(sheet: TableSheet) -> None:
    found = workbook.arranged(sheet)
    assert sorted(column.heading for column in found.columns) == sorted(c.heading for c in sheet.columns)
    for before, after in zip(sheet.rows, found.rows, strict=True):
        told = dict(zip((column.heading for column in sheet.columns), before, strict=True))
        assert dict(zip((column.heading for column in found.columns), after, strict=True)) == told


def test_days_are_days_persons_are_numbers_and_nothing_is_nought() -> None:
    book = opened(of_the_record(CANADA))
    head = [cell.value for cell in book["Deployments"][1]]
    fewest = book["Deployments"].cell(2, head.index("Fewest persons") + 1)
    assert (fewest.value, fewest.data_type, fewest.number_format) == (1000, "n", "#,##0")
    assert book["Deployments"].cell(3, head.index("Fewest persons") + 1).value is None
    counts = book["Claims"].cell(2, [cell.value for cell in book["Claims"][1]].index("Counts from") + 1)
    assert (day(counts.value), counts.is_date, counts.number_format) == (
        date(2016, 10, 26),
        True,
        "yyyy-mm-dd",
    )


def test_it_can_be_filtered_and_its_headings_stay() -> None:
    for page in opened(of_the_record(CANADA)):
        assert page.freeze_panes == "A2"
        last = page.dimensions.partition(":")[2].rstrip("0123456789")
        assert re.match(rf"A1:{last}\d+$", page.auto_filter.ref)
        assert page.print_title_rows == "$1:$1"


A4_ACROSS = (297 / 25.4 - 0.8, 210 / 25.4 - 1.2)
"""What the margins leave of a page, in inches: across and down."""
MOST_PAGES = {"": 34, CANADA: 12}


@pytest.mark.parametrize("query", [*MOST_PAGES, "asof=2010-01-01"])
def test_it_prints_on_few_pages_across_with_its_headings_on_each(query: str) -> None:
    pages = 0
    for page in opened(of_the_record(query)):
        setup = page.page_setup
        assert (setup.orientation, setup.paperSize, setup.fitToWidth or 1) == ("landscape", 9, 1)
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.print_title_rows == "$1:$1"
        first, last = page.print_area.partition("!")[2].split(":")
        assert first == "$A$1"
        assert last.endswith(f"${page.max_row}")
        pages += setup.fitToHeight or 1  # a file leaves out what is usual
    assert pages <= MOST_PAGES.get(query, len(TABLES))


@pytest.mark.parametrize("query", ["", CANADA])
def test_what_is_printed_can_be_read(query: str) -> None:
    """A program makes a sheet so small that it fits on as many pages as are asked for, in both directions."""
    for page in opened(of_the_record(query)):
        columns = page[page.print_area.partition("!")[2].replace("$", "")][0]
        wide = sum(page.column_dimensions[cell.column_letter].width * 7 / 96 for cell in columns)
        high = sum(page.row_dimensions[row].height or 15 for row in range(1, page.max_row + 1)) / 72
        pages = page.page_setup.fitToHeight or 1
        scale = min(A4_ACROSS[0] / wide, A4_ACROSS[1] * pages / high, 1)
        assert scale * 11 >= 6, f"{page.title} is set in {scale * 11:.1f} points"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "\tx", "1", "https://example.org", "{=1}", HOSTILE]
)
def test_text_stays_text(text: str) -> None:
    cell = opened(named(text))["Deployments"]["B2"]
    assert cell.data_type == "s"
    assert cell.hyperlink is None
    assert openpyxl.utils.escape.unescape(str(cell.value)) == text


@pytest.mark.parametrize(("text", "kept"), [("=1+1", True), ("-1", True), ("Ādaži", False)])
def test_it_stays_text_when_somebody_edits_it(text: str, kept: bool) -> None:  # noqa: FBT001
    assert bool(opened(named(text))["Deployments"]["B2"].quotePrefix) == kept


@examples(10)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1))
def test_any_text_comes_back_letter_by_letter(text: str) -> None:
    found = opened(named(text))["Deployments"]["B2"].value
    assert openpyxl.utils.escape.unescape(str(found)) == text


def test_what_is_too_long_for_a_cell_says_that_it_goes_on() -> None:
    found = str(opened(named("a" * 40_000))["Deployments"]["B2"].value)
    assert (len(found), found[-2:]) == (32_767, "a…")


@pytest.mark.parametrize("text", [HOSTILE, "\x00\x08\x0b\ufffe", "&C&D", '&"Arial"'])
def test_a_hostile_title_and_marking_leave_a_file_that_opens(text: str) -> None:
    book = opened(replace(SMALL, title=text, marking=text))
    shown = possible(text)
    assert book.properties.title == shown
    about = {row[0].value: row[1].value for row in book["About"].iter_rows(min_row=2)}
    assert openpyxl.utils.escape.unescape(str(about["Marking"])).replace("\x00", "") == text.replace(
        "\x00", ""
    )


def test_the_marking_stands_on_every_printed_page() -> None:
    said = replace(SMALL, marking="R&D only " + "x" * 300)
    for page in opened(said):
        assert str(page.oddHeader.center.text).startswith("R&&D only x")
        assert len(str(page.oddHeader.center.text)) < 255
        assert page.oddFooter.center.text == page.oddHeader.center.text
        assert page.oddFooter.right.text == "&P of &N"


def test_changes_are_a_sheet_where_days_are_compared() -> None:
    said = of_the_record("asof=2017-06-30&since=2016-07-09")
    book = opened(said)
    assert book.sheetnames == [*TABLES[:-1], "Changes", "About"]
    assert [row[0].value for row in book["Changes"].iter_rows(min_row=2)] == [
        one.sentence for one in said.changes
    ]
    assert said.changes
    assert book["About"]["B3"].value == said.title
    assert "since 9 July 2016" in said.title


def test_about_says_what_the_tables_hold() -> None:
    said = of_the_record(CANADA)
    about = {row[0].value: row[1].value for row in opened(said)["About"].iter_rows(min_row=2)}
    assert about["Title"] == said.title
    assert day(about["As of"]) == date(2016, 10, 26)
    assert (about["Filters"], about["Found"]) == (said.filters, said.counts)
    assert (about["Map and borders"], about["Data version"], about["Link"]) == (
        said.credit,
        said.version,
        said.link,
    )
