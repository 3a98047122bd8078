"""Presentations and documents as files whose bytes do not depend on the time.

python-pptx and python-docx let `zipfile` write a timestamp into each part, which also fails before 1980 and
after 2107. So the parts are collected in their order and packed here.
"""

from __future__ import annotations

from docx.opc.pkgwriter import PackageWriter as DocumentWriter
from pptx.opc.serialized import PackageWriter as DeckWriter

from eastflank.render.untyped import Deck, Document, PartName
from eastflank.render.zip_file import zipped


class _Parts:
    """Replaces the ZIP writer of both libraries."""

    def __init__(self) -> None:
        self.parts: list[tuple[str, bytes]] = []

    def write(self, name: PartName, content: bytes) -> None:
        self.parts.append((name.membername, content))


def deck_file(deck: Deck) -> bytes:
    """A presentation as the content of a PPTX."""
    package, parts = deck.part.package, _Parts()
    writer = DeckWriter("", package._rels, tuple(package.iter_parts()))  # noqa: SLF001 - see above
    for write in (writer._write_content_types_stream, writer._write_pkg_rels, writer._write_parts):  # noqa: SLF001
        write(parts)  # type: ignore[arg-type]
    return zipped(parts.parts)


def document_file(document: Document) -> bytes:
    """A document as the content of a DOCX."""
    package, parts = document.part.package, _Parts()
    for part in package.parts:
        part.before_marshal()
    DocumentWriter._write_content_types_stream(parts, package.parts)  # noqa: SLF001 - see above
    DocumentWriter._write_pkg_rels(parts, package.rels)  # noqa: SLF001
    DocumentWriter._write_parts(parts, package.parts)  # type: ignore[arg-type] # noqa: SLF001
    return zipped(parts.parts)
