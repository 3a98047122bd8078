"""Reads the text of a PDF."""

from __future__ import annotations

import io
import logging
import re
import zlib
from datetime import datetime

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from eastflank.intake.documents.document import Document, UnreadableDocument
from eastflank.intake.documents.way_back import TextRun
from eastflank.words.chosen import unreadable_documents as words

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # our own messages report what is wrong with a file

_BETWEEN = "\n\n"
_MOST = 500
"""An article has at most so many pages."""


def read_pdf(data: bytes) -> Document:
    """The text of all pages. Raises UnreadableDocument if the file is locked, damaged or all pictures."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise UnreadableDocument(words.LOCKED_PDF)
        if len(reader.pages) > _MOST:
            raise UnreadableDocument(words.too_many_pages(_MOST))
        pages = [page.extract_text() for page in reader.pages]
        said = _said(reader)
    except (
        PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, zlib.error,
        NotImplementedError, OverflowError, OSError,
    ) as error:  # fmt: skip
        if isinstance(error, UnreadableDocument):
            raise
        raise UnreadableDocument(words.DAMAGED_PDF) from error
    text = _BETWEEN.join(pages)
    if not text.strip():
        raise UnreadableDocument(words.PDF_OF_PICTURES)
    runs, start = list[TextRun](), 0
    for number, page in enumerate(pages, 1):
        if page:
            runs.append(TextRun(start, len(page), f"page {number}", 0, len(page)))
        start += len(page) + len(_BETWEEN)
    return Document(text, runs=tuple(runs), kind="pdf", said=said)


def _said(reader: PdfReader) -> tuple[tuple[str, str, str], ...]:
    """The PDF's metadata."""
    about = reader.metadata
    if about is None:
        return ()
    found = [("title", about.title, "Title"), ("publisher", about.author, "Author")]
    day = _day(str(about.get("/CreationDate", "")))
    values = [
        (what, str(value or ""), mark) for what, value, mark in [*found, ("published", day, "CreationDate")]
    ]
    return tuple(
        (what, " ".join(value.split())[:500], f"PDF: {mark}") for what, value, mark in values if value.strip()
    )


def _day(written: str) -> str:
    """The day of a PDF date such as D:20160614103000Z; empty if it is not one (ISO 32000, 7.9.4)."""
    digits = re.match(r"D?:?(\d{8})", written)
    try:
        return datetime.strptime(digits[1], "%Y%m%d").date().isoformat() if digits else ""  # noqa: DTZ007 - a day
    except ValueError:
        return ""
