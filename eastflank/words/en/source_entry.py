"""Texts of the page *Add data* about entering a source."""

from __future__ import annotations

from collections.abc import Sequence

from eastflank.words.en.lists import listed

ADD_A_SOURCE = "Add a source"
PASTE = "Text of the article"
PASTE_HELP = (
    "The text is kept as it is, character for character, with its checksum. To keep line ends as a file has "
    "them, give the file instead: a browser changes those of a pasted text."
)
SOURCE_ID = "Id of the source"
ID_IS_MADE = "made of publisher and date"
SAVE_SOURCE = "Save the source"
COMES_WITH_CLAIM = (
    "The source is saved together with its first claim: a source that nothing cites is not kept. Fill in the "
    "form, then save."
)
SOURCE_SAVED = (
    "The source is saved. Press “Read this article” to have its claims proposed, or choose a passage "
    "in its text to make a claim."
)
NO_TEXT = "There is no text yet. Paste it, give its file, or say that the source is only cited."
CITE_ONLY = "Only cite it: no text is kept"
CITE_ONLY_HELP = "For a source whose text may not be kept, or is no text. Its claims then carry no quote."
TEXT_AND_CITED = "There is a text, and the source is to be cited only. Decide for one of them."
EMPTY_TEXT = "The text is empty. Paste the article, or give its file."
TWO_TEXTS = "There is a pasted text and a file. Keep one of them."
SOURCE_LABELS = {
    "publisher": "Publisher",
    "via": "Read at (if elsewhere)",
    "title": "Title",
    "url": "Address",
    "published": "Published on",
    "accessed": "Read on",
    "reliability": "Reliability",
    "read_as": "Read as",
    "note": "Note: why this reliability, how its date is known",
}


READ_AS = {"original": "original", "copy": "copy", "excerpt": "excerpt"}
"""How a source was read, by its code."""


def unsaved(name: str) -> str:
    """A source that was left unsaved in an earlier visit, by its title or its file."""
    return f"You left a source unsaved: {f'“{name}”' if name else 'one without a title'}."


def file_is_gone(name: str) -> str:
    """A file of a source that was left unsaved, which is not there any more."""
    return f"The file “{name}” is no longer kept here. Give it again."


def fields_are_empty(labels: Sequence[str]) -> str:
    """What a source cannot be without."""
    return (
        f"The field “{labels[0]}” is empty: fill it in."
        if len(labels) == 1
        else f"These fields are empty: {listed(labels)}. Fill them in."
    )


def source_is_taken(source: str) -> str:
    """An id that another source has."""
    return f"There is a source {source} already. Choose another id."


def too_long(size: int, most: int) -> str:
    """A text that is too long."""
    return f"The text has {size:,} bytes; {most:,} are the most. Keep the article alone."


def not_utf8(place: int) -> str:
    """A text in another encoding."""
    return f"The file is not UTF-8: byte {place:,} does not fit. Save it again as UTF-8."


def unseen(code: int, place: int) -> str:
    """A character that is not valid."""
    return f"Character {place:,} is U+{code:04X}, which no text holds. Remove it."
