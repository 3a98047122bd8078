"""Why a file cannot be read as an article, and what to do: sentences without the file's name."""

from __future__ import annotations

EMPTY = "It is empty."
OLD_WORD_PROCESSOR = "It is a file of an old word processor (DOC). Open it there and save it as DOCX."
RTF = "It is an RTF file. Open it in a word processor and save it as DOCX or as text."
NO_TEXT = "It holds no text."
NULL_BYTES = "It holds null bytes, so it is not a text. Save the article as text in UTF-8."

DAMAGED_MESSAGE = "The message is damaged. Save its text as a file."
MESSAGE_WITHOUT_TEXT = "The message has no body of text. Save its text as a file."
MESSAGE_IN_ANOTHER_ENCODING = "The message is in an encoding that it does not name rightly."

LOCKED_PDF = "The PDF is locked by a password. Save a copy without one."
DAMAGED_PDF = "The PDF is damaged. Print it to a new PDF, or save its text."
PDF_OF_PICTURES = "The PDF holds pictures and no text. Have its text recognised first."

NO_WORD_FILE = "It is not a Word file (DOCX). Save the article as DOCX or as text."
LARGE_WORD_FILE = "The Word file unpacks to far more than an article holds."
ENTITIES_IN_WORD_FILE = "The Word file declares entities of its own, which no word processor does."
DAMAGED_WORD_FILE = "The Word file is damaged. Save it again."


def too_large(megabytes: int) -> str:
    """Says that a file is too large."""
    return f"It has more than {megabytes} MB. Save the article's text alone."


def another_kind(suffix: str, known: str) -> str:
    """Says that files of that kind are not read; `known` lists those that are."""
    return f"Files of the kind {suffix} are not read, only {known}."


def too_long(characters: int) -> str:
    """Says that a text is too long."""
    return f"Its text has more than {characters:,} characters. Read it in parts."


def too_many_pages(most: int) -> str:
    """Says that a PDF has too many pages."""
    return f"The PDF has more than {most} pages. Save the article's pages alone."


def not_in_encoding(encoding: str, byte: int) -> str:
    """Says that a text is not in the encoding that it should be in."""
    return f"It is not {encoding}: byte {byte:,} does not fit. Save it again as UTF-8."


def page_in_another_encoding(encoding: str) -> str:
    """Says that a page names another encoding than it is in."""
    return f"The page says that it is in {encoding}, and is not. Save it from the browser again, as UTF-8."
