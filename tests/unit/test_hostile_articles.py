"""Files of articles that are mislabelled or malicious: a message for each, and never a text."""

import io
import zipfile
from collections.abc import Callable

import pytest
from pypdf import PdfWriter

from eastflank.curation.source import UnusableText, checked
from eastflank.intake.documents.document import UnreadableDocument
from eastflank.intake.documents.opening import LARGEST, opened

SPACE = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"


def _zipped(markup: bytes, part: str = "word/document.xml") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(part, markup)
    return packed.getvalue()


def _bomb() -> bytes:
    """A Word file of 60 kB that unpacks to 60 MB."""
    return _zipped(f"<w:document {SPACE}><w:p><w:t>".encode() + b"a" * 60_000_000)


def _lying_bomb() -> bytes:
    """The same, saying that it unpacks to 100 bytes."""
    content = bytearray(_bomb())
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = content.rindex(mark) + offset
        content[at : at + 4] = (100).to_bytes(4, "little")
    return bytes(content)


def _entities(encoding: str) -> bytes:
    inside = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10 if n else 'ha'}'>" for n in range(9))
    return _zipped(
        f"<?xml version='1.0' encoding='{encoding}'?><!DOCTYPE x [{inside}]>"
        f"<w:document {SPACE}><w:p><w:t>&a8;</w:t></w:p></w:document>".encode(encoding)
    )


def _locked() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _blank() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _nested(depth: int) -> bytes:
    return b"Content-Type: message/rfc822\n\n" * depth + b"Content-Type: image/png\n\nx"


@pytest.mark.parametrize(
    ("suffix", "made", "words"),
    [
        (".docx", _bomb, "unpacks to far more"),
        (".docx", _lying_bomb, "Word file"),
        (".docx", lambda: _entities("utf-8"), "entities"),
        (".docx", lambda: _entities("utf-16"), "entities"),
        (".docx", lambda: _zipped(b"x", "other.xml"), "not a Word file"),
        (".docx", lambda: _zipped(b"<w:p>")[:-30], "not a Word file"),
        (".docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 99, "save it as DOCX"),
        (".txt", lambda: b"{\\rtf1\\ansi Canada will send 450 soldiers.}", "RTF"),
        (".txt", lambda: _zipped(b"x", "other.xml"), "not a Word file"),
        (".html", lambda: _zipped(b"x", "xl/workbook.xml"), "not a Word file"),
        (".pdf", _locked, "locked"),
        (".txt", _locked, "locked"),
        (".pdf", _blank, "pictures and no text"),
        (".pdf", lambda: _blank()[:300], "damaged"),
        (".pdf", lambda: b"<p>Canada</p>", "damaged"),
        (".html", lambda: b"<p>" + b"a" * 50_000_000, f"more than {LARGEST // 1_000_000} MB"),
        (".html", lambda: b"<script>" + b"a" * 1_000, "no text"),
        (".html", lambda: b"<meta charset=hex><p>61", "hex"),
        (".eml", lambda: _nested(3), "no body"),
        (".eml", lambda: _nested(2_000), "(no body|damaged)"),
        (".eml", lambda: b"Content-Type: text/plain; charset=nonsense\n\nCaf\xe9", "(encoding|no text)"),
        (".exe", lambda: b"MZ", "not read"),
    ],
)  # fmt: skip
def test_it_is_refused_in_a_sentence(suffix: str, made: Callable[[], bytes], words: str) -> None:
    with pytest.raises(UnreadableDocument, match=words):
        opened(suffix, made())


def test_a_page_that_says_it_is_something_else_is_read_for_what_it_is() -> None:
    page = b"<!DOCTYPE html><p>Canada will send 450 soldiers.</p><script>steal()</script>"
    for suffix in (".txt", ".eml", ".docx", ""):
        assert opened(suffix, page).text == "Canada will send 450 soldiers."


def test_a_page_of_many_depths_is_read() -> None:
    deep = b"<div>" * 100_000 + b"450" + b"</div>" * 100_000
    assert opened(".html", deep).text == "450"
    assert opened(".docx", _zipped(f"<w:p {SPACE}>".encode() + b"<w:r>" * 5_000 + b"<w:t>450</w:t>" +
                                   b"</w:r>" * 5_000 + b"</w:p>")).text == "450"  # fmt: skip


@pytest.mark.parametrize("letter", ["\x00", "\x07", "\x1b", "\x7f", "\ufffe"])
def test_control_characters_are_named(letter: str) -> None:
    with pytest.raises(UnusableText, match=f"{ord(letter):04X}"):
        checked(f"Canada{letter} will send 450.".encode())


def test_old_pages_are_read_as_browsers_read_them() -> None:
    page = "<meta charset='iso-8859-1'><p>“Latvia’s” 450</p>".encode("cp1252")
    assert opened(".html", page).text == "“Latvia’s” 450"
    assert (
        opened(".html", "\ufeff<meta charset='iso-8859-1'><p>Ādaži</p>".encode()).text.strip("\ufeff")
        == "Ādaži"
    )
