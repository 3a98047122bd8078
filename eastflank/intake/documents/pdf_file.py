"""A PDF: the text that it holds."""

from __future__ import annotations

import io

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from eastflank.intake.documents.document import Document, UnreadableDocument

_MOST = 500
"""Pages of the longest article."""


def pdf_file(data: bytes) -> Document:
    """The text of all pages. Raises UnreadableDocument for a locked or damaged file, or one of pictures."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise UnreadableDocument("The PDF is locked by a password. Save a copy without one.")
        if len(reader.pages) > _MOST:
            raise UnreadableDocument(f"The PDF has more than {_MOST} pages. Save the article's pages alone.")
        text = "\n\n".join(page.extract_text() for page in reader.pages)
    except (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        if isinstance(error, UnreadableDocument):
            raise
        raise UnreadableDocument("The PDF is damaged. Print it to a new PDF, or save its text.") from error
    if not text.strip():
        raise UnreadableDocument("The PDF holds pictures and no text. Have its text recognised first.")
    return Document(text)
