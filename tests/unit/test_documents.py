"""Files of articles made into text, or refused in words."""

import io
import zipfile
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.intake.documents.document import UnreadableDocument
from eastflank.intake.documents.opening import opened
from eastflank.intake.documents.web_page import stripped
from tests.unit.pdf_with_text import pdf_with_text as _pdf

SENTENCE = "Canada will send 450 soldiers to Latvia."


@given(st.text(min_size=1, max_size=200).filter(lambda text: text.strip() and "\x00" not in text))
def test_a_text_in_utf_8_is_kept_character_for_character(text: str) -> None:
    assert opened(".txt", text.encode()).text == text


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    assert opened(".txt", "\ufeffOne.\r\nTwo.".encode()).text == "\ufeffOne.\r\nTwo."
    assert opened(".txt", SENTENCE.encode("utf-16")).text == "\ufeff" + SENTENCE


def test_a_page_is_read_without_its_markup() -> None:
    page = (
        "<!doctype html><html><head><meta charset=utf-8><title>News</title><style>p{}</style></head><body>"
        "<nav><a href=x>Home</a></nav><script>alert('Poland')</script>"
        "<h1>Canada &amp; Latvia</h1><p>Canada will\n send <b>450</b> soldiers.<br>It said&nbsp;so.</p></body></html>"
    )
    text = opened(".html", page.encode()).text
    assert text == "Canada & Latvia\n\nCanada will send 450 soldiers.\n\nIt said\u00a0so."


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<b>", "</b>", "Latvia ", "450", "&amp;", "&#233;", "é", "🙂", "<br>", " \n"]
        ),
        max_size=30,
    )
)
def test_each_letter_of_a_page_knows_where_it_stood(pieces: list[str]) -> None:
    markup = "".join(pieces)
    document = stripped(markup)
    assert document.origins is not None and len(document.origins) == len(document.text)
    assert list(document.origins) == sorted(document.origins)
    for at, letter in enumerate(document.text):
        origin = document.origin(at)
        assert origin is not None
        assert letter in " \n" or markup[origin] in (letter, "&")


def test_a_message_is_read_by_its_body() -> None:
    message = EmailMessage()
    message["Subject"] = "News"
    message.set_content(SENTENCE)
    message.add_alternative(f"<p>{SENTENCE}</p>", subtype="html")
    assert opened(".eml", message.as_bytes()).text.strip() == SENTENCE


def test_a_word_file_is_read_by_its_paragraphs() -> None:
    assert opened(
        ".docx", _docx("<w:p><w:r><w:t>One.</w:t></w:r></w:p><w:p><w:r><w:t>Two.</w:t></w:r></w:p>")
    ).text == ("One.\n\nTwo.")


def _docx(body: str, before: str = "") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr(
            "word/document.xml",
            f"{before}<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
            f"<w:body>{body}</w:body></w:document>",
        )
    return packed.getvalue()


def test_a_pdf_is_read_by_its_text() -> None:
    assert "Hello Latvia" in opened(".pdf", _pdf("Hello Latvia")).text


@pytest.mark.parametrize(
    ("suffix", "data", "words"),
    [
        (".txt", b"", "It is empty"),
        (".txt", b"  \n ", "no text"),
        (".txt", b"Caf\xe9", "not UTF-8"),
        (".txt", b"\x00\x01\x02", "null bytes"),
        (".html", b"<meta charset=nonsense><p>a", "nonsense"),
        (".docx", b"no zip", "not a Word file"),
        (".docx", _docx("<w:p/>", "<!DOCTYPE x [<!ENTITY a 'b'>]>"), "entities"),
        (".docx", _docx("<w:p>"), "damaged"),
        (".pdf", b"%PDF-1.4 broken", "damaged"),
        (".pdf", _pdf(""), "pictures"),
        (".eml", b"Content-Type: image/png\n\nx", "no body"),
        (".xls", b"x", "not read"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(suffix: str, data: bytes, words: str) -> None:
    with pytest.raises(UnreadableDocument, match=words):
        opened(suffix, data)
