"""Texts of page and terminal about an incoming article: its files, guesses and versions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

QUOTE_GONE = "The corrected text does not have its quote."
QUOTE_TWICE = "Its quote stands in several places of the corrected text, and none is the old one."
NOT_MOVED = "The corrected text has its quote, but the claim was not moved to it."


def field_gone(field: str, said: str) -> str:
    """Why a claim cannot move although its quote is in the corrected text."""
    return f"The corrected text does not have the words “{said}”, on which its field {field} stands."


FETCHED_ADDRESS = "the address from which it was fetched"
FIRST_LINE = "the first line of the text"
FIRST_LINES = "the first lines of the text"
COMMON_WORDS = "the commonest words of the text"
ANOTHER_PUBLISHER = "the page and the text, which name two publishers"


def of_agency(said: str) -> str:
    """The origin of the guessed agency of a text."""
    return f"“{said}” in the text"


def made_on(mark: str) -> str:
    """The origin of the guessed day, if a file has no other."""
    return f"{mark}, the day on which the file was made"


_OF_A_PAGE = (
    "meta ", "JSON-LD", "title of the page", "link canonical", "html lang", "time", "comment of the browser"
)  # fmt: skip
"""Prefixes of a web page's metadata marks."""
_OF_A_FILE = ("PDF: ", "Word: ")


def guessed(where: str) -> str:
    """The note under a guessed field; `where` may be a mark in the file, which readers would not understand."""
    if where.startswith(_OF_A_PAGE):
        told = "As the page itself says."
    elif where.endswith(":"):  # a header of a message
        told = "As the message itself says."
    elif where.startswith(_OF_A_FILE):
        day = where.partition(", ")[2]
        told = f"Guessed from {day}." if day else "As the file itself says."
    else:
        told = f"Guessed from {where}."
    return f"{told} Correct it if it is wrong."


TEXT_AS_READ = "The text as it is read and will be kept"


def rest_of_text(characters: int) -> str:
    """The note below the beginning of a long text."""
    return f"… and {characters:,} more characters, which are kept too."


def taken_over(source: str) -> str:
    """The note under a field of a corrected text."""
    return f"Taken over from {source}, whose text it corrects."


# --- fetched from an address ---
ADDRESS_TO_FETCH = "Or its address"
ADDRESS_HELP = "The page is fetched once, and kept as it was sent. Only public addresses are asked."
FETCH = "Fetch it"
NO_ADDRESS = "It is not the address of a page. Copy it from the browser: it begins with https:// or http://."
NAMES_A_USER = "The address holds a user’s name. Give it without one."
ANOTHER_PORT = "The address names a port of its own. Only the usual ports of http and https are asked."
TOO_SLOW = "The page took too long to load. Save it from the browser and give the file."
TOO_MANY_STEPS = "The address redirects too often. Open it in the browser, and save the page."
PACKED = "The server sends the page compressed, which was not requested. Save it from the browser."


def no_such_host(host: str) -> str:
    """Why nothing is fetched."""
    return f"There is no machine called {host}, or the network cannot be reached."


def private_host(host: str) -> str:
    """Why nothing is fetched."""
    return f"{host} is a machine of a private network. Only public addresses are asked."


def no_answer(host: str, why: str) -> str:
    """Why nothing is fetched."""
    return f"{host} gave no answer that can be read: {why}. Save the page from the browser."


def answered(host: str, status: int) -> str:
    """Why nothing is fetched."""
    return f"{host} answered with {status} instead of the page. Open it in the browser, and save it."


def another_kind(kind: str) -> str:
    """Why nothing is fetched."""
    return f"What is there is of the kind {kind}, and no article. Give the address of its page."


def too_large(megabytes: int) -> str:
    """Why nothing is fetched."""
    return f"What is there has more than {megabytes} MB. Save the article’s text alone."


# --- an incoming article ---
FILES = "Or its files"
FILES_HELP = (
    "TXT or MD, an HTML page saved from a browser, a PDF with text, DOCX, EML; several at once. The file "
    "itself is kept byte for byte beside the text made of it."
)
WHICH_FILE = "File"
LEAVE_OUT = "Leave it out"
LANGUAGE = "Language"
LANGUAGE_HELP = "As BCP 47 writes it, such as en, pl or pt-BR."
KINDS = {
    "text": "a text file",
    "html": "a web page",
    "mail": "a message",
    "word": "a Word file",
    "pdf": "a PDF",
}
WHAT_IS_IT = "What is this text?"
SAY_WHICH = "Say what this text is: it is very similar to one that is held."
SHOW_SOURCE = "Show that source"
SAME_TITLE = "This text is there already."
LIKE_TITLE = "This text is very similar to one that is held."
DIFFERENCE = "What differs"
REMOVED, ADDED = "removed", "added"
SAVE_CORRECTED = "Save the corrected text"


def file_read(name: str, kind: str, characters: int, paragraphs: int) -> str:
    """The note under a file whose text was read."""
    text = f"{characters:,} characters in {paragraphs:,} {'paragraph' if paragraphs == 1 else 'paragraphs'}"
    return f"{name} is read as {KINDS[kind]}: {text}."


def files_wait(number: int) -> str:
    """How many files are still to be saved."""
    return f"{number} {'file waits' if number == 1 else 'files wait'} to be saved."


def unreadable(name: str, why: str) -> str:
    """Why a file is not accepted."""
    return f"{name}: {why}"


def already(source: str, title: str) -> str:
    """Says that a text is there already."""
    there = f"It is the text of source {source} ({title}), but for white space and typography."
    return f"{there} No second copy is kept."


def like(source: str, title: str, same: int, every: int) -> str:
    """How much of a text is the same as a source's."""
    return f"Source {source} ({title}) has {same} of its {every} paragraphs word for word."


def option(source: str, choice: Literal["corrected", "copy", "other"]) -> str:
    """The options for what a text is."""
    match choice:
        case "corrected":
            return f"The corrected text of {source}: it takes its place, and the old text is kept"
        case "copy":
            return f"A copy of {source} at another publisher: a source of its own"
        case "other":
            return "Another text: a source of its own"


def same_paragraphs(number: int) -> str:
    """Paragraphs that are left out of a difference."""
    return f"… {number} {'paragraph is' if number == 1 else 'paragraphs are'} the same …"


def too_many_changes(number: int) -> str:
    """Says that a difference is not shown completely."""
    return f"… and {number} changed paragraphs more."


def will_move(moved: int, changed: int, orphaned: int) -> str:
    """What a corrected text will do to the claims."""
    keep = "claim keeps its" if moved == 1 else "claims keep their"
    again = f" ({changed} of them in a paragraph that changed: read again)" if changed else ""
    lose = "claim loses its" if orphaned == 1 else "claims lose their"
    left = f"{orphaned} {lose} words and will be orphaned" if orphaned else "none will be orphaned"
    return f"{moved} {keep} exact words and will quote this text{again}; {left}."


def corrected_saved(moved: int, orphaned: int) -> str:
    """What a corrected text has done to the claims."""
    claims = f"{moved} {'claim quotes' if moved == 1 else 'claims quote'} it now"
    left = (
        f"; {orphaned} {'is' if orphaned == 1 else 'are'} orphaned: they are listed above" if orphaned else ""
    )
    return f"The corrected text is saved. {claims}{left}."


# --- orphaned claims ---
REQUOTE = "Quote other words for"
REQUOTE_HELP = "Opens the claim with the corrected text: choose the words there that now carry it."
OLD_WORDS = "In the earlier text, with the quote marked"
NEW_WORDS = "Nearest in the corrected text"
NONE_NEAR = "No paragraph of it has most of the words of the quote."
HOW_TO_SETTLE = (
    "The quote of each stands in an earlier version of its source’s text only. Nothing was moved to words "
    "that are merely alike. Quote other words, supersede the claim, or retract it."
)


def orphaned(number: int) -> str:
    """The heading of the claims that were left behind."""
    return f"{number} orphaned {'claim' if number == 1 else 'claims'}"


def earlier_version(newest: str) -> str:
    """The note beside a quote whose source was corrected later."""
    return f"This quote stands in an earlier version of the text only: {newest} has corrected it."


EARLIER = "a text corrected since"
"""The note beside the day of a source whose text was corrected."""


def corrects(source: str) -> str:
    """Says that a source holds a corrected text."""
    return f"The corrected text of {source}, which is kept too."


def corrected_since(newest: str) -> str:
    """Says that a source's text is an earlier version."""
    return f"An earlier version: {newest} holds the corrected text."


# --- the place in the original ---
ORIGINAL = "The original file"


def quote_stands(places: str) -> str:
    """The position in the original file of the quote that is being entered."""
    return f"In the original, the quote stands at {places}."


def made_of(kind: str, size: int, checksum: str) -> str:
    """The original of a text; `size` in bytes."""
    return (
        f"The text was taken out of {kind} of {size:,} bytes, kept byte for byte (SHA-256 {checksum[:12]}…)."
    )


def place_in(part: str, ending: str, start: int, stop: int) -> str:
    """The position of a passage in its original; `start` and `stop` are counted from 0."""
    letters = f"characters {start + 1:,}–{stop:,}"
    match ending:
        case ".html":
            return f"{letters} of the HTML"
        case ".pdf" | ".docx":
            return f"{part} of the {ending[1:].upper()}, {letters}"
        case ".eml":
            return f"{part} of the message, {letters}"
        case _:
            return f"{letters} of the file"


# --- in a terminal ---
CORRECTION_READ = "The corrected text of a source that the record holds."
AS_HELP = (
    "with --to: what a text is that is very similar to one in the record: its corrected text, or another text "
    "(default: nothing is added, and what differs is printed)"
)
SAY_AS = "Say with --as corrected or --as other what it is. Nothing is changed."


def guessed_there(guesses: Iterable[tuple[str, str]]) -> str:
    """The note of a source whose fields were guessed: each column with its origin."""
    return f"Guessed: {'; '.join(f'{column} from {where}' for column, where in guesses)}."


def corrected_note(source: str) -> str:
    """The note of a corrected text that was read in a terminal."""
    return f"Corrected text of {source}; graded and dated as that is."


def if_corrected(told: str) -> str:
    """What would happen to the claims."""
    return f"As its corrected text: {told}"
