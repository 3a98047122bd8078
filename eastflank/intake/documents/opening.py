"""Which kind of file it is, and its text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from eastflank.intake.documents.document import Document, UnreadableDocument
from eastflank.intake.documents.mail import read_mail
from eastflank.intake.documents.pdf_file import read_pdf
from eastflank.intake.documents.plain_text import read_text
from eastflank.intake.documents.web_page import read_page
from eastflank.intake.documents.word_file import read_word_file
from eastflank.words.chosen import unreadable_documents as words

_KINDS: Mapping[str, Callable[[bytes], Document]] = {
    ".txt": read_text,
    ".md": read_text,
    "": read_text,
    ".html": read_page,
    ".htm": read_page,
    ".xhtml": read_page,
    ".eml": read_mail,
    ".mht": read_mail,
    ".mhtml": read_mail,
    ".docx": read_word_file,
    ".pdf": read_pdf,
}
_REFUSED = {
    b"\xd0\xcf\x11\xe0": words.OLD_WORD_PROCESSOR,
    b"{\\rtf": words.RTF,
}
"""Messages for kinds of files that cannot be read, by their first bytes."""
LARGEST = 20_000_000
"""The largest file that is read, in bytes."""
_LONGEST = 4_000_000
"""The longest text, in characters."""


def opened(suffix: str, data: bytes, charset: str = "") -> Document:
    """The text of a file by its suffix, such as `.txt`. Raises UnreadableDocument with what to do.

    `charset` is the encoding that a server stated for a web page; empty: none.
    """
    if not data:
        raise UnreadableDocument(words.EMPTY)
    if len(data) > LARGEST:
        raise UnreadableDocument(words.too_large(LARGEST // 1_000_000))
    for mark, said in _REFUSED.items():
        if data.startswith(mark):
            raise UnreadableDocument(said)
    reader = _by_content(data) or _KINDS.get(suffix.lower())
    if reader is None:
        known = ", ".join(sorted(kind.removeprefix(".").upper() for kind in _KINDS if kind))
        raise UnreadableDocument(words.another_kind(suffix, known))
    document = read_page(data, charset) if reader is read_page else reader(data)
    if len(document.text) > _LONGEST:
        raise UnreadableDocument(words.too_long(_LONGEST))
    if not document.text.strip():
        raise UnreadableDocument(words.NO_TEXT)
    return document


def _by_content(data: bytes) -> Callable[[bytes], Document] | None:
    """The reader for a file whose content shows its kind, whatever its name; None if it does not."""
    if data.startswith(b"%PDF-"):
        return read_pdf
    if data.startswith(b"PK\x03\x04"):
        return read_word_file
    begins = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return read_page if begins.startswith((b"<!doctype html", b"<html")) else None
