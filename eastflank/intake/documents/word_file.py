"""A Word file: its paragraphs as text."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

from eastflank.intake.documents.document import Document, UnreadableDocument

_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PART = "word/document.xml"
_LARGEST = 50_000_000
"""Bytes of the unpacked text part; a file that unpacks to more is no article."""


def word_file(data: bytes) -> Document:
    """The paragraphs of a DOCX, an empty line between them. Raises UnreadableDocument for other files."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if packed.getinfo(_PART).file_size > _LARGEST:
                raise UnreadableDocument("The Word file unpacks to far more than an article holds.")
            markup = packed.read(_PART)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError) as error:
        raise UnreadableDocument("It is no Word file (DOCX). Save the article as DOCX or as text.") from error
    if b"<!DOCTYPE" in markup or b"<!ENTITY" in markup:
        raise UnreadableDocument("The Word file declares entities of its own, which no word processor does.")
    try:
        root = ET.fromstring(markup)  # noqa: S314 - it has no DOCTYPE, so no entities
    except ET.ParseError as error:
        raise UnreadableDocument("The Word file is damaged. Save it again.") from error
    paragraphs = ["".join(_letters(one)) for one in root.iter(f"{_WORDS}p")]
    return Document("\n\n".join(filter(None, (one.strip() for one in paragraphs))))


def _letters(paragraph: ET.Element) -> list[str]:
    kinds = {f"{_WORDS}t": None, f"{_WORDS}tab": " ", f"{_WORDS}br": "\n", f"{_WORDS}noBreakHyphen": "-"}
    return [kinds[one.tag] or one.text or "" for one in paragraph.iter() if one.tag in kinds]
