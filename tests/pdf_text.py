"""The text of a PDF, page by page, as a viewer copies it: many times as quick as the reader of articles."""

from __future__ import annotations

import pypdfium2


def pages(content: bytes) -> tuple[str, ...]:
    """The text of each page, with the line ends that it has there."""
    with pypdfium2.PdfDocument(content) as document:
        return tuple(page.get_textpage().get_text_range() for page in document)
