"""A curator enters claims through the page, and the tables hold them byte for byte."""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from eastflank.store import edits
from eastflank.store import tables as store
from eastflank.store.edits import Insert
from eastflank.words.chosen import change_log
from tests.browser.on_the_page import go_to, notices, title
from tests.browser.server import Server
from tests.browser.tables import copied
from tests.browser.visit import Visits
from tests.frozen import RECORD

TABLES = ("claims", "claim_spans", "contributions")
SPANS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "A2-02": (("status", "agreed"), ("contribution:GBR", "the United Kingdom")),
    "A2-04": (("place", "Brussels"), ("timing_words", "a two-day meeting")),
    "A2-06": (
        ("troops_low", "four-thousand"), ("troops_high", "four-thousand"), ("starts", "by 2017"),
        ("place", "eastern Europe"),
    ),
    "A2-13": (("status", "withdrawn"), ("lead", "Russia"), ("host", "Spain")),
    "A2-14": (("lead", "Canada"), ("lead", "Germany"), ("lead", "Britain"), ("speaker", "Stoltenberg")),
    "A1-03": (("host", "Estonia"), ("host", "Latvia"), ("status", "agreed"), ("unit_count", "four")),
    "A1-07": (("place", "NATO headquarters"), ("timing_words", "the first of two days")),
    "A1-09": (("place", "Warsaw"), ("timing_words", "next month from July 8-9")),
    "A1-15": (("lead", "Britain"), ("lead", "Germany"), ("unit_count", "three")),
    "A1-19": (("troops_low", "800"), ("troops_high", "1,000"), ("speaker", "Ash Carter")),
}  # fmt: skip
"""Ten claims of both articles, in the order in which they are entered: with contingents, figures, open dates,
several hosts, places and meetings; and for their fields words of their quotes."""
ASKED = "A1-19"
"""The one of them with a finding that is a matter of judgement."""
NATIONS = {code: nation.name for code, nation in RECORD.nations_by_code.items()}
PLACES = {one: place.name for one, place in RECORD.places_by_id.items()}
COUNTS = {"whole": "the whole deployment", "unit": "one unit"}
SELECT = """([start, stop]) => {
  const box = document.querySelector(".ef-text");
  box.focus();
  const place = (units) => {
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(), left = units; node; node = walker.nextNode()) {
      if (left <= node.nodeValue.length) return [node, left];
      left -= node.nodeValue.length;
    }
  };
  document.getSelection().setBaseAndExtent(...place(start), ...place(stop));
}"""


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((folder / f"{table}.csv").read_text(encoding="utf-8"))))


def without(folder: Path, claims: tuple[str, ...]) -> Path:
    """The tables without these claims and what belongs to them."""
    for table, key in (("claims", "id"), ("claim_spans", "claim"), ("contributions", "claim")):
        file = folder / f"{table}.csv"
        header, *lines = csv.reader(io.StringIO(file.read_text(encoding="utf-8")))
        out = io.StringIO()
        stay = [line for line in lines if line[header.index(key)] not in claims]
        csv.writer(out, lineterminator="\n").writerows([header, *stay])
        file.write_text(out.getvalue(), encoding="utf-8")
    return folder


def settled(page: Page) -> None:
    """Wait until the server has answered."""
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)


def pick(page: Page, passage: str) -> None:
    """Choose a passage in the text, and make it the quote with the keyboard."""
    expect(page.locator(".ef-text")).to_contain_text(passage)
    text = page.locator(".ef-text").evaluate("box => box.textContent")
    units = len(text[: text.index(passage)].encode("utf-16-le")) // 2
    page.evaluate(SELECT, [units, units + len(passage.encode("utf-16-le")) // 2])
    page.keyboard.press("Enter")
    expect(page.locator("blockquote.ef-form-quote")).to_contain_text(passage)


def field(name: str) -> str:
    """Where the widget of a field is."""
    return f".st-key-claim-form [class*='st-key-field-{name}-']"


def named(deployment: str) -> str:
    """A deployment as the form lists it; empty for none."""
    return f"{RECORD.deployment_names[deployment]} ({deployment})" if deployment else ""


def put(page: Page, name: str, value: str) -> None:
    """Write into a field of the form."""
    box = page.locator(field(name)).locator("input, textarea").first
    if box.input_value() != value:
        box.fill(value)
        box.press("Tab")


def take(page: Page, name: str, option: str) -> None:
    """Choose in a field with a list of choices; empty: nothing."""
    widget = page.locator(field(name))
    box = widget.locator("input").first
    if box.input_value() == option or widget.locator("[data-tag]").filter(has_text=option).count():
        return
    box.click()
    box.press_sequentially(option)
    page.get_by_role("option", name=option, exact=True).click()


def clear(page: Page, name: str) -> None:
    """Remove everything from a field with a list of choices."""
    button = page.locator(field(name)).get_by_role("button", name="Clear")
    if button.count():
        button.first.click()


def marks_of(claim: str) -> tuple[tuple[str, int, int], ...]:
    """The fields with the characters on which they stand."""
    row = RECORD.claims_by_id[claim]
    text = RECORD.articles[RECORD.sources_by_id[row.source].file or ""]
    quote = text.index(f"{row.quote_prefix or ''}{row.quote}")
    places = ((name, words, text.index(words, quote)) for name, words in SPANS[claim])
    return tuple(sorted((name, start, start + len(words)) for name, words, start in places))


MARKS = {claim: marks_of(claim) for claim in SPANS}


def forget_marks(page: Page) -> None:
    """Remove the marks that the rules offered."""
    marks = page.locator(".ef-text-mark button")
    for left in range(marks.count(), 0, -1):
        expect(marks).to_have_count(left)
        marks.first.click()
    expect(marks).to_have_count(0)


def say(page: Page, column: str, start: int, stop: int) -> None:
    """Choose characters of the text, and that a field stands on them."""
    marks = page.locator(".ef-text-mark")
    before = marks.count()
    text = page.locator(".ef-text").evaluate("box => box.textContent")
    units = [len(text[:place].encode("utf-16-le")) // 2 for place in (start, stop)]
    page.evaluate(SELECT, units)
    page.locator(".ef-text-bar select").select_option(column)
    page.locator(".ef-text-bar").get_by_role("button", name="It says").click()
    expect(marks).to_have_count(before + 1)


def enter(page: Page, row: Mapping[str, str], sent: list[dict[str, str]]) -> None:
    """Fill in the form by a row of the record, and save it."""
    pick(page, row["quote"])
    put(page, "id", row["id"])
    take(page, "kind", row["kind"])
    for name, value in (
        ("status", row["status"]),
        ("deployment", named(row["deployment"])),
        ("place", PLACES.get(row["place"], "")),
        ("counts", COUNTS.get(row["counts"], "")),
        ("hedge", row["hedge"]),
        ("review", row["review"]),
    ):
        take(page, name, value) if value else clear(page, name)
    for name in ("lead", "host"):
        clear(page, name)
        for code in filter(None, row[name].split(";")):
            take(page, name, NATIONS[code])
            page.keyboard.press("Escape")
    clear(page, "contributors")
    for one in sent:
        take(page, "contributors", NATIONS[one["nation"]])
        page.keyboard.press("Escape")
    for name in (
        "troops_low",
        "troops_high",
        "unit_count",
        "said_on",
        "as_at",
        "starts",
        "ends",
        "timing_words",
    ):
        put(page, name, row[name])
    for name in ("speaker", "speaker_role", "note"):
        put(page, name, row[name])
    meaning = page.locator(field("credibility"))
    if not meaning.locator("input").first.input_value().startswith(row["credibility"]):
        meaning.locator("input").first.click()
        page.get_by_role("option").filter(has_text=f"{row['credibility']}:").click()
    settled(page)
    forget_marks(page)
    for column, start, stop in MARKS[row["id"]]:
        say(page, column, start, stop)
    put(page, "reason", "Entered again.")
    settled(page)
    page.get_by_role("button", name="Save", exact=True).click()
    if row["id"] == ASKED:
        expect(page.locator(".ef-asked")).to_contain_text("need your judgement")
        why = page.get_by_role("textbox", name="Why it may be accepted")
        why.fill("To contribute most of the troops is read as leading them.")
        why.press("Tab")
        settled(page)
        page.get_by_role("button", name="Save with these answers").click()
    told = page.locator(".ef-refused, [data-testid=stAlert]").first
    expect(told).to_contain_text(f"{row['id']} is saved.")


@pytest.fixture(
    params=[
        pytest.param((ASKED,), id="one"),
        pytest.param(tuple(SPANS), id="ten", marks=pytest.mark.soak),
    ]
)
def gone(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """The claims that are entered: one with a contingent, figures and a question, or all of both articles."""
    claims: tuple[str, ...] = request.param
    return claims


@pytest.fixture
def whole(tmp_path: Path, gone: tuple[str, ...]) -> Path:
    """The frozen record, and the characters on which fields of these claims stand."""
    data = copied(tmp_path / "whole")
    asked = [
        Insert("claim_spans", {"claim": claim, "field": name, "start": str(start), "end": str(stop)})
        for claim in gone
        for name, start, stop in MARKS[claim]
    ]
    expected = store.read(data).version
    edits.apply(data, asked, who="x", when=date(2026, 11, 26), reason="Marked.", expected=expected)
    return data


@pytest.fixture
def data(tmp_path: Path, whole: Path, gone: tuple[str, ...]) -> Path:
    """The same without these claims."""
    return without(Path(shutil.copytree(whole, tmp_path / "data")), gone)


@pytest.mark.soak  # tests/app/test_curating.py states it of the form
def test_claims_entered_in_the_page_are_the_same_bytes(
    start_server: Callable[..., Server], visits: Visits, data: Path, whole: Path, gone: tuple[str, ...]
) -> None:
    server = start_server(data=data, EASTFLANK_EDIT="1")
    page = visits.open("add-data", server=server, has_map=False)
    expect(title(page)).to_contain_text("Add data")
    assert list(TABLES) == [
        name for name in TABLES if (data / f"{name}.csv").read_bytes() != (whole / f"{name}.csv").read_bytes()
    ]
    before = "cctv-2016-10-27"
    for claim in gone:
        (row,) = [one for one in rows(whole, "claims") if one["id"] == claim]
        sent = [one for one in rows(whole, "contributions") if one["claim"] == claim]
        shown = page.get_by_role("combobox", name="Source")
        publisher = {"ap-2016-06-14": "Associated Press", "cctv-2016-10-27": "CCTV"}[row["source"]]
        settled(page)
        expect(shown).to_have_count(1)
        if row["source"] != before:
            page.reload()
            expect(page.locator(".ef-text")).to_contain_text("NATO")
            settled(page)
            shown.click()
            page.get_by_role("option").filter(has_text=publisher).first.click()
            before = row["source"]
            expect(page.locator(".ef-text")).to_contain_text(row["quote"])
            settled(page)
            expect(shown).to_have_count(1)  # until then the chooser of before stands beside the new one
        expect(shown).to_have_value(re.compile(publisher))
        enter(page, row, sent)
    for name in TABLES:
        assert (data / f"{name}.csv").read_bytes() == (whole / f"{name}.csv").read_bytes(), name
    assert {one["row"] for one in rows(data, "changes") if one["table"] == "claims"} >= set(gone)
    assert [one["row"] for one in rows(data, "decisions") if one["check"]] == [ASKED]
    go_to(page, "Map")
    expect(title(page)).to_contain_text("as known on")


@pytest.mark.soak  # tests/app/test_curating.py states what is handed to the browser
def test_what_is_begun_in_the_list_comes_into_view_with_the_keyboard(
    start_server: Callable[..., Server], visits: Visits, tmp_path: Path
) -> None:
    server = start_server(data=copied(tmp_path / "data"), EASTFLANK_EDIT="1")
    page = visits.open("add-data", width=1366, height=768, server=server, has_map=False)
    for verb, heading in (("Edit", "^Edit "), ("Supersede", "in the place of"), ("Retract", "^Retract ")):
        page.get_by_role("button", name=re.compile(f"^{verb} ")).last.click()
        begun = page.get_by_role("heading", name=re.compile(heading))
        expect(begun).to_be_focused()
        expect(begun).to_be_in_viewport()
        page.get_by_role("button", name="Cancel", exact=True).click()
        expect(begun).to_have_count(0)


@pytest.mark.soak  # tests/app/test_review.py and tests/app/test_add_table.py state what is told, and that it is told once
def test_what_was_done_is_told_once_where_the_reader_sees_it(
    start_server: Callable[..., Server], visits: Visits, tmp_path: Path
) -> None:
    server = start_server(data=copied(tmp_path / "data"), EASTFLANK_EDIT="1")
    page = visits.open("add-data", width=1366, height=420, server=server, has_map=False)
    page.get_by_role("button", name=re.compile("^Retract ")).last.click()
    page.get_by_role("textbox", name="Reason for the change", exact=True).fill("A test.")
    page.locator(".st-key-retract-now button").click()
    expect(notices(page)).to_contain_text("is retracted")
    undo = page.get_by_role("button", name="Undo", exact=True)
    undo.scroll_into_view_if_needed()
    expect(notices(page)).not_to_be_in_viewport()
    undo.click()
    expect(notices(page)).to_have_count(1)
    expect(notices(page)).to_contain_text(change_log.UNDONE)
    expect(notices(page)).to_be_in_viewport(ratio=1)
    expect(page.get_by_test_id("stToast")).to_have_count(0)
