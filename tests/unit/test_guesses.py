"""Guesses about a source from its file, and their origins."""

import io
import zipfile
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from eastflank.intake.documents.document import Document
from eastflank.intake.documents.guesses import Guess, guesses_of
from eastflank.intake.documents.opening import opened
from eastflank.intake.documents.page_head import head_of
from tests.unit.pdf_with_text import pdf_with_text as _pdf

PAGE = """<!doctype html>
<!-- saved from url=(0042)https://www.post.example/2019/09/patrols?x=1 -->
<html lang="en-gb"><head><meta charset="utf-8"><title>The patrols are there | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2019-09-19T23:30:00+02:00">
<script type="application/ld+json">{"@graph": [{"@type": "Person", "name": "x"}, {"@type": ["NewsArticle"],
"headline": "The patrols are there", "datePublished": "2019-09-18", "publisher": {"name": "Harbour Post Ltd"}}]}</script>
</head><body><h1>The patrols are there</h1><p>COTONOU (Reuters) - The Nigerian patrol in Benin has taken up its post.</p></body></html>"""


def test_a_page_says_who_published_it_when_and_where() -> None:
    found = guesses_of(opened(".html", PAGE.encode()))
    assert found == {
        "url": Guess("https://www.post.example/2019/09/patrols?x=1", "comment of the browser"),
        "language": Guess("en-GB", "html lang"),
        "publisher": Guess("Reuters", "“(Reuters) -” in the text"),
        "via": Guess("Harbour Post Ltd", "JSON-LD publisher"),
        "read_as": Guess("copy", "the page and the text, which name two publishers"),
        "title": Guess("The patrols are there", "JSON-LD headline"),
        "published": Guess("2019-09-18", "JSON-LD datePublished"),
    }


def test_a_site_s_name_at_the_end_of_a_title_goes() -> None:
    page = "<title>Patrols | Post</title><meta property=og:site_name content=Post><p>Text.</p>"
    assert guesses_of(opened(".html", page.encode()))["title"] == Guess("Patrols", "title of the page")


def test_a_message_says_it_in_its_head() -> None:
    message = EmailMessage()
    message["From"] = '"Harbour Post" <news@post.example>'
    message["Subject"] = "The patrols are there"
    message["Date"] = "Thu, 19 Sep 2019 23:30:00 -0500"
    message.set_content("The Nigerian patrol has taken up its post.")
    found = guesses_of(opened(".eml", message.as_bytes()))
    assert {name: found[name].value for name in ("publisher", "title", "published")} == {
        "publisher": "Harbour Post", "title": "The patrols are there", "published": "2019-09-19",
    }  # fmt: skip
    assert found["published"].where == "Date:"


def test_a_word_file_and_a_pdf_say_when_they_were_made_where_the_text_says_nothing() -> None:
    core = (
        "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' "
        "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='http://purl.org/dc/terms/'>"
        "<dc:title>Patrols</dc:title><dc:creator>A ministry</dc:creator>"
        "<dcterms:created>2019-09-20T08:00:00Z</dcterms:created></cp:coreProperties>"
    )
    found = guesses_of(opened(".docx", _word("It has taken up its post.", core)))
    assert found["title"] == Guess("Patrols", "Word: title")
    assert found["published"] == Guess("2019-09-20", "Word: created, the day on which the file was made")
    dated = guesses_of(
        opened(".docx", _word("COTONOU, September 19, 2019 — It has taken up its post.", core))
    )
    assert dated["published"] == Guess("2019-09-19", "the first lines of the text")


def _word(words: str, core: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("docProps/core.xml", core)
        file.writestr(
            "word/document.xml",
            "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
            f"<w:p><w:t>{words}</w:t></w:p></w:document>",
        )
    return packed.getvalue()


def test_a_plain_text_shows_its_title_its_day_and_its_language() -> None:
    text = (
        "The patrols are there\n\nCOTONOU, 19 September 2019 — "
        + "It is said that the patrol of the pact has been there. " * 4
    )
    found = guesses_of(Document(text))
    assert {name: one.value for name, one in found.items()} == {
        "title": "The patrols are there", "published": "2019-09-19", "language": "en",
    }  # fmt: skip


@pytest.mark.parametrize("text", ["", "x", "Die Patrouille ist da. " * 20, "2019-99-99"])
def test_where_nothing_is_said_nothing_is_guessed(text: str) -> None:
    assert not {"publisher", "published", "language", "url"} & guesses_of(Document(text)).keys()


@pytest.mark.parametrize(
    "head",
    [
        "<meta property=og:url content='javascript:alert(1)'>",
        "<link rel=canonical href='file:///etc/passwd'>",
        "<script type=application/ld+json>{'broken</script>",
        "<script type=application/ld+json>" + "[" * 5_000 + "</script>",
        "<meta name=date content='2019-13-45'>",
        "<meta name=content-language content='a language'>",
    ],
)
def test_what_a_page_says_is_not_believed(head: str) -> None:
    found = guesses_of(opened(".html", f"{head}<p>Text without anything else.</p>".encode()))
    assert not {"url", "published", "language"} & found.keys()


@given(st.text(max_size=300))
def test_any_head_can_be_read(markup: str) -> None:
    for what, value, mark in head_of(markup):
        assert what and value and mark


def test_a_pdf_names_its_author_and_its_day() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(_pdf("Hello Latvia")))
    writer.add_metadata({"/Author": "A ministry", "/Title": "Hello", "/CreationDate": "D:20190919103000Z"})
    out = io.BytesIO()
    writer.write(out)
    found = guesses_of(opened(".pdf", out.getvalue()))
    assert found == {
        "publisher": Guess("A ministry", "PDF: Author"),
        "title": Guess("Hello", "PDF: Title"),
        "published": Guess("2019-09-19", "PDF: CreationDate, the day on which the file was made"),
    }
