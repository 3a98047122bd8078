"""The original file of a text, stored unchanged beside it, with the table of positions in the file."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from eastflank.intake.documents.document import Document
from eastflank.intake.documents.way_back import TextRun, written
from eastflank.store.edits import Hold
from eastflank.store.originals import way_back_of

_ENDINGS = {"html": ".html", "mail": ".eml", "word": ".docx", "pdf": ".pdf", "text": ".txt"}


@dataclass(frozen=True, slots=True)
class Original:
    """The original file of a text."""

    file: str
    """Its name in the dataset."""
    content: bytes = field(repr=False)
    runs: tuple[TextRun, ...] = field(repr=False)
    """The position of each character of the text in it."""

    @property
    def cells(self) -> Mapping[str, str]:
        """What its source's row says about it."""
        return {"original": self.file, "original_sha256": hashlib.sha256(self.content).hexdigest()}

    def holds(self, text_file: str) -> tuple[Hold, ...]:
        """The edits that store it and its table of positions, beside the text in that file."""
        return Hold(self.file, self.content), Hold(way_back_of(text_file), written(self.runs))


def original_of(content: bytes, document: Document, source: str) -> Original | None:
    """The original to store beside a source's text; None if the text is the file, byte for byte."""
    if document.text.encode() == content:
        return None
    return Original(f"{source}.original{_ENDINGS[document.kind]}", content, document.runs)
