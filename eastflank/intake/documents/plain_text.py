"""Bytes of a text file as text, without any change."""

from __future__ import annotations

import codecs

from eastflank.intake.documents.document import Document, UnreadableDocument
from eastflank.intake.documents.way_back import TextRun
from eastflank.words.chosen import unreadable_documents as words

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read_text(data: bytes) -> Document:
    """The text of a file in UTF-8, or in UTF-16 or UTF-32 with its byte order mark.

    Line ends stay as they are, and a byte order mark stays the first character: so offsets are the same as in
    the file. Raises UnreadableDocument for other encodings.
    """
    text = decoded(data)
    return Document(text, runs=() if text.encode() == data else (TextRun(0, len(text), "", 0, len(text)),))


def has_mark(data: bytes) -> bool:
    """Whether the bytes begin with a mark that says their encoding."""
    return data.startswith((codecs.BOM_UTF8, *(mark for mark, _ in _MARKS)))


def decoded(data: bytes) -> str:
    """Like `read_text`, but only the text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if b"\x00" in data[:4_000]:
        raise UnreadableDocument(words.NULL_BYTES)
    return _strictly(data, "utf-8")


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(words.not_in_encoding(encoding.upper(), error.start)) from error
