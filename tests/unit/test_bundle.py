"""The evidence bundle: a valid data package, quotes with their context, and a memo in which data is text."""

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import frictionless
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from eastflank.render.bundle import archive, memo, package
from eastflank.render.bundle.quotes_in_context import passages, quotes_sheet
from eastflank.render.sheets import sheets_of
from eastflank.report.contents import Briefing
from tests.briefings import HOSTILE, briefing, of_the_record
from tests.builders import claim, dataset
from tests.frozen import RECORD, SEEDS
from tests.representatives import examples, some

pytestmark = pytest.mark.usefixtures("coarse_pictures")

JUNE = "nation=CAN&asof=2016-06-14"
VIEWS = (JUNE, "asof=2022-06-28", "asof=2010-01-01", "asof=2017-06-30&since=2016-07-09")
SMALL = briefing("", dataset(claim("one", "2016-07-08", quote="Yes.", citation=None)))
every_view = pytest.mark.parametrize("query", VIEWS)


@pytest.fixture(scope="module")
def june() -> dict[str, bytes]:
    return unpacked(of_the_record(JUNE))


def unpacked(said: Briefing) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive.write(said))) as bundle:
        assert bundle.testzip() is None
        return {name: bundle.read(name) for name in bundle.namelist()}


def write(files: dict[str, bytes], folder: Path) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


class _Text(HTMLParser):
    """The text of a page, and its elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.elements: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.elements.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def rendered(markdown: str) -> _Text:
    return _Text(MarkdownIt("commonmark").enable("table").render(markdown))


def test_it_holds_the_picture_the_memo_the_tables_and_says_so(june: dict[str, bytes]) -> None:
    tables = [f"{sheet.name}.csv" for sheet in sheets_of(of_the_record(JUNE))]
    assert list(june) == [
        "README.md", "memo.md", "picture.png", "picture.svg", *tables, "quotes.csv", "datapackage.json",
        "record.json", "articles/000_fefd53002a12884a.txt",
    ]  # fmt: skip
    readme = june["README.md"].decode()
    named = [name for name in june if name != "README.md" and not name.startswith("articles/")]
    assert [name for name in (*named, "articles/") if f"`{name}`" not in readme] == []
    assert "one article that claims quote, as held, byte for byte" in readme
    article = "000_fefd53002a12884a.txt"
    assert june[f"articles/{article}"] == (SEEDS / article).read_bytes()
    assert june["picture.png"].startswith(b"\x89PNG")


@pytest.mark.parametrize("query", some(VIEWS))
def test_its_tables_are_a_valid_data_package(query: str, tmp_path: Path) -> None:
    write(unpacked(of_the_record(query)), tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.flatten(["title", "message"]) == []
    described = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert {resource["path"] for resource in described["resources"]} == {
        file.name for file in tmp_path.glob("*.csv")
    }


def test_a_changed_table_no_longer_fits_its_description(tmp_path: Path, june: dict[str, bytes]) -> None:
    write(june, tmp_path)
    claims = (tmp_path / "claims.csv").read_bytes()
    (tmp_path / "claims.csv").write_bytes(claims.replace(b"2016-06-14", b"2016-06-15"))
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_the_package_says_what_is_true_of_the_view(june: dict[str, bytes]) -> None:
    said = of_the_record(JUNE)
    described = json.loads(june["datapackage.json"])
    assert (described["title"], described["version"]) == (said.title, RECORD.version)
    assert [source["title"] for source in described["sources"]] == [str(note) for note in said.footnotes]
    assert "homepage" not in described
    known = briefing(JUNE, base_url="https://briefing.example")
    assert json.loads(package.described(known, []))["homepage"] == known.link


def test_each_quote_stands_between_the_sentences_of_its_article(june: dict[str, bytes]) -> None:
    held = {row["Claim"]: row for row in rows(june["quotes.csv"])}
    assert held["A1-16"]["Before"].endswith("earmarked for Poland, Estonia, Latvia and Lithuania.")
    assert held["A1-16"]["After"].startswith("Canadian defense spokeswoman Ashley Lemire said that")
    for item in of_the_record(JUNE).evidence:
        assert (item.claim in held) == bool(item.quote)
        if item.quote:
            assert held[item.claim]["Quote"] == item.quote


def test_a_quote_whose_article_is_not_held_stands_alone() -> None:
    assert passages(SMALL)["one"] == ("", "Yes.", "")
    assert quotes_sheet(SMALL).rows == (("one", 1, None, "Yes.", None),)


@every_view
def test_the_memo_says_what_a_briefing_says(query: str) -> None:
    said = replace(of_the_record(query), marking="Training only")
    page = rendered(memo.memo_text(said))
    for text in (said.title, said.filters, said.counts, said.version, said.credit, said.link, *said.totals):
        assert text in page.text
    assert page.text.count("Training only") == 2
    for entry in said.entries:
        assert f"{entry.name}\n{entry.status}\n{entry.lead}\n" in page.text
    for item in said.quotes:
        assert " ".join(item.quote.split()) in page.text
        assert f"— {item.said} [{item.footnote}]" in page.text
    for note in said.footnotes:
        assert str(note) in page.text
    for one in said.differences:
        assert " ".join(str(one).split()) in page.text
    for change in said.changes:
        assert change.sentence in page.text


@pytest.mark.parametrize(
    "text",
    [
        "# a",
        "1. a",
        "12) a",
        "- a",
        "+ a",
        "* a",
        "> a",
        "---",
        "===",
        "| a |",
        "`a`",
        "![x](y)",
        "<b>",
        "&lt;",
        "a\\",
        "~~a~~",
        "[^1]: x",
        HOSTILE,
    ],
)
def test_nothing_in_the_data_is_markdown(text: str) -> None:
    for place in (
        memo.plain(text),
        f"- {memo.plain(text)}",
        f"> {memo.plain(text)}",
        f"| {memo.plain(text)} |\n|---|",
    ):
        page = rendered(place)
        assert page.text.strip() == " ".join(text.split())
        assert page.elements <= {"p", "ul", "li", "blockquote", "table", "thead", "tr", "th"}


@examples(20)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    page = rendered(f"- a {memo.plain(text)}")
    assert page.text.strip() == f"a {' '.join(text.split())}".strip()
    assert page.elements <= {"ul", "li"}


def test_formulas_are_neutral_in_its_tables() -> None:
    said = replace(SMALL, entries=(replace(SMALL.entries[0], name="=1+1"),))
    assert rows(unpacked(said)["deployments.csv"])[0]["Deployment"] == "'=1+1"


def test_no_clock_is_in_it() -> None:
    with zipfile.ZipFile(io.BytesIO(archive.write(SMALL))) as bundle:
        assert {entry.date_time for entry in bundle.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any(re.search(r"[/\\]", name.removeprefix("articles/")) for name in bundle.namelist())
