"""A Word file: its paragraphs as text."""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.etree import ElementTree as ET

from eastflank.intake.documents.document import Document, UnreadableDocument
from eastflank.intake.documents.way_back import TextRun
from eastflank.words.chosen import unreadable_documents as words

_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PART, _CORE = "word/document.xml", "docProps/core.xml"
_DUBLIN, _TERMS = "{http://purl.org/dc/elements/1.1/}", "{http://purl.org/dc/terms/}"
_LARGEST = 50_000_000
"""The most bytes of the unpacked text part; a larger file is not an article."""
_LARGEST_CORE = 1_000_000
_BETWEEN = "\n\n"


def read_word_file(data: bytes) -> Document:
    """The paragraphs of a DOCX, with an empty line between them. Raises UnreadableDocument."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if packed.getinfo(_PART).file_size > _LARGEST:
                raise UnreadableDocument(words.LARGE_WORD_FILE)
            markup = packed.read(_PART)
            known = _CORE in packed.namelist() and packed.getinfo(_CORE).file_size <= _LARGEST_CORE
            core = packed.read(_CORE) if known else b""
    except (
        zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError, EOFError, OSError
    ) as error:  # fmt: skip
        raise UnreadableDocument(words.NO_WORD_FILE) from error
    if not _is_plain(markup):
        raise UnreadableDocument(words.ENTITIES_IN_WORD_FILE)
    try:
        root = ET.fromstring(markup)  # noqa: S314 - it has no DOCTYPE, so no entities
    except (ET.ParseError, ValueError) as error:
        raise UnreadableDocument(words.DAMAGED_WORD_FILE) from error
    runs: list[TextRun] = []
    pieces: list[str] = []
    length = 0
    for number, one in enumerate(root.iter(f"{_WORDS}p"), 1):
        written = "".join(_letters(one))
        kept = written.strip()
        if not kept:
            continue
        if pieces:
            length += len(_BETWEEN)
        at = len(written) - len(written.lstrip())
        runs.append(TextRun(length, len(kept), f"paragraph {number}", at, len(kept)))
        pieces.append(kept)
        length += len(kept)
    return Document(_BETWEEN.join(pieces), runs=tuple(runs), kind="word", said=_said(core))


def _is_plain(markup: bytes) -> bool:
    """Whether XML declares no entities, and its encoding allows to check this."""
    return not (
        b"<!DOCTYPE" in markup
        or b"<!ENTITY" in markup
        or b"\x00" in markup
        or markup[:2] in (b"\xff\xfe", b"\xfe\xff")
    )


def _said(core: bytes) -> tuple[tuple[str, str, str], ...]:
    """The file's core properties (metadata)."""
    if not core or not _is_plain(core):
        return ()
    try:
        root = ET.fromstring(core)  # noqa: S314 - it has no DOCTYPE, so no entities
    except (ET.ParseError, ValueError):
        return ()
    names = (
        ("title", f"{_DUBLIN}title", "title"),
        ("language", f"{_DUBLIN}language", "language"),
        ("publisher", f"{_DUBLIN}publisher", "publisher"),
        ("publisher", f"{_DUBLIN}creator", "author"),
        ("published", f"{_TERMS}created", "created"),
    )
    found = ((what, root.findtext(tag) or "", mark) for what, tag, mark in names)
    return tuple(
        (what, " ".join(value.split())[:500], f"Word: {mark}") for what, value, mark in found if value.strip()
    )


def _letters(paragraph: ET.Element) -> list[str]:
    kinds = {f"{_WORDS}t": None, f"{_WORDS}tab": " ", f"{_WORDS}br": "\n", f"{_WORDS}noBreakHyphen": "-"}
    return [kinds[one.tag] or one.text or "" for one in paragraph.iter() if one.tag in kinds]
