"""A file's text, and the error for a file without a readable text."""

from __future__ import annotations

from dataclasses import dataclass, field

from eastflank.intake.documents.way_back import TextRun


class UnreadableDocument(ValueError):  # noqa: N818 - it is what the reader is told
    """A file without a text that can be read: what is wrong, and what to do, in one or two sentences."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text, and the position of each of its characters in the file's own text."""

    text: str
    origins: tuple[int, ...] | None = None
    """For each character of `text`, its position in the markup, in code points. None if the text is exactly
    the file's text, or if the file has no text of its own (Word, PDF)."""
    runs: tuple[TextRun, ...] = field(default=(), repr=False)
    """The same for all kinds of files, with the parts of the file; empty if the text is the file's text."""
    kind: str = "text"
    """Which kind of file it is: text, html, mail, word or pdf."""
    said: tuple[tuple[str, str, str], ...] = ()
    """What the file's metadata says: what (such as `title`), the value, and the mark."""

    def origin(self, at: int) -> int | None:
        """The position of a character in the file's own text; None if it is not known."""
        return None if self.origins is None else self.origins[at]
