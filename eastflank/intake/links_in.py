"""The views from which a file was made: the links to this dashboard that it contains."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

from pypdf import PdfReader
from pypdf.errors import PyPdfError

_LINK = re.compile(
    r"\?[^\s\"'<>\\]*\bedition=(?:[^\s\"'<>\\&]*(?::|%3[Aa]))?C[0-9]{4,15}(?![0-9])(?:-[0-9A-Fa-f]{6})?(?:&[^\s\"'<>\\]*)?"
)
"""A query that names the edition of the record that it was made with."""
_MOST = 50_000_000
"""The most bytes that are read from one member of a ZIP, and from all together."""


def links_of(data: bytes) -> tuple[str, ...]:
    """The queries in a file's content, such as `?nation=CAN&edition=C0042`, each once, in its order.

    Understands PDF, ZIP files (PPTX, DOCX, XLSX, evidence bundles) and files with plain text inside (SVG,
    PNG, HTML, KML, GeoJSON, CSV, mails). Nothing in the file is run. Empty if there is none.
    """
    found: dict[str, None] = {}
    for text in _texts(data):
        for link in _LINK.findall(html.unescape(text)):
            found.setdefault(link.rstrip(".,;)]}"), None)
    distinct: dict[str, str] = {}
    for link in found:  # a broken line in a PDF leaves a shorter copy of the same link
        if not any(other.startswith(f"{link}-") for other in found):
            distinct.setdefault(unquote(link), link)
    return tuple(distinct.values())


def _texts(data: bytes) -> Iterator[str]:
    if data.startswith(b"%PDF-"):
        yield from _of_a_pdf(data)
    elif data.startswith(b"PK\x03\x04"):
        yield from _of_a_zip(data)
    else:
        yield data.decode("utf-8", errors="replace")


def _of_a_zip(data: bytes) -> Iterator[str]:
    left = _MOST
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                with archive.open(member) as opened:
                    content = opened.read(left)
                left -= len(content)
                if not content.startswith(b"PK\x03\x04"):  # an archive within an archive holds nothing new
                    yield content.decode("utf-8", errors="replace")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        return  # damaged or locked: what could be read was read


def _of_a_pdf(data: bytes) -> Iterator[str]:
    try:
        for page in PdfReader(io.BytesIO(data)).pages:
            for note in page.get("/Annots") or ():
                action = note.get_object().get("/A") or {}
                yield str(action.get("/URI", ""))
            text = page.extract_text()
            yield text
            yield text.replace("\n", "")
    except (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        return  # damaged: what could be read was read
