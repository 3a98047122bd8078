"""A file's text, and the error that says why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field

from eastflank.intake.documents.way_back import TextRun


class UnreadableDocument(ValueError):  # noqa: N818 - it is what the reader is told
    """A file without a text that can be read: what is wrong, and what to do, in one or two sentences."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text, and where each of its characters stands in the file's own text."""

    text: str
    origins: tuple[int, ...] | None = None
    """For each character of `text` its code point in the markup that it was taken from; None where the text
    is the file's, character for character, or where the file has no characters of its own (Word, PDF)."""
    runs: tuple[TextRun, ...] = field(default=(), repr=False)
    """The same for all kinds of files, with the parts of the file; empty where the text is the file's."""
    kind: str = "text"
    """Which kind of file it is: text, html, mail, word or pdf."""
    said: tuple[tuple[str, str, str], ...] = ()
    """What the file says of itself in its own marks: what (such as `title`), the value, and the mark."""

    def origin(self, at: int) -> int | None:
        """Where a character stands in the file's own text; None where that is not known."""
        return None if self.origins is None else self.origins[at]
