"""A saved web page without its markup, with each character's position in the file."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from html.parser import HTMLParser

from eastflank.intake.article.word_sets import word_set
from eastflank.intake.documents.document import Document, UnreadableDocument
from eastflank.intake.documents.page_head import head_of
from eastflank.intake.documents.plain_text import decoded, has_mark
from eastflank.intake.documents.way_back import runs_of
from eastflank.words.chosen import unreadable_documents as words

_UNSEEN = word_set(
    "script style title noscript template head svg iframe object select textarea button nav footer"
)
_VOID = word_set("area base br col embed hr img input link meta source track wbr")
_BLOCKS = word_set(
    "address article aside blockquote br dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 header "
    "hr li main ol p pre section table td th tr ul"
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
_HEAD = 4_096
_AS_BROWSERS_READ = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
"""Encodings that browsers replace with another one (WHATWG Encoding Standard)."""


def read_page(data: bytes, charset: str = "") -> Document:
    """The text that a reader of the page sees. Nothing in the page is run or fetched.

    `charset` is the encoding that the server stated; it takes precedence over the page's own; empty: none.
    Raises UnreadableDocument if its encoding is unknown or wrong.
    """
    markup = source_of(data, charset)
    return replace(stripped(markup), said=head_of(markup))


def stripped(markup: str) -> Document:
    """The text of markup, each block a paragraph, with the code point in the markup of each character."""
    parser = _Text(markup)
    parser.feed(markup)
    parser.close()
    return parser.document()


def source_of(data: bytes, charset: str = "") -> str:
    """The markup in a page's bytes. Raises UnreadableDocument if its encoding is unknown or wrong."""
    found = _CHARSET.search(data[:_HEAD])
    name = charset or (found[1].decode("ascii") if found else "utf-8")
    if name.lower() in ("utf-8", "utf8") or has_mark(data):
        return decoded(data)
    try:
        return data.decode(_AS_BROWSERS_READ.get(name.lower(), name))
    except (LookupError, UnicodeDecodeError) as error:
        raise UnreadableDocument(words.page_in_another_encoding(name)) from error


class _Text(HTMLParser):
    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=False)
        self._starts = [0]
        self._starts += [found.end() for found in re.finditer("\n", markup)]
        self._markup = markup
        self._letters: list[str] = []
        self._origins: list[tuple[int, int]] = []
        """For each letter, its first character in the markup, and its number of characters there."""
        self._unseen: list[str] = []

    def document(self) -> Document:
        text = "".join(self._letters)
        start = len(text) - len(text.lstrip())
        stop = max(len(text.rstrip()), start)
        origins = self._origins[start:stop]
        first = tuple(at for at, _ in origins)
        return Document(text[start:stop], first, tuple(runs_of(origins)), "html")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - given
        if tag in _UNSEEN and tag not in _VOID:
            self._unseen.append(tag)
        if tag in _BLOCKS:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            del self._unseen[self._unseen.index(tag) :]
        if tag in _BLOCKS:
            self._break()

    def handle_data(self, data: str) -> None:
        start = self._offset()
        for at, letter in enumerate(data):
            self._add(letter, start + at)

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, written: str) -> None:
        start = self._offset()
        written += ";" if self._markup.startswith(f"{written};", start) else ""
        meant = html.unescape(written)
        for at, letter in enumerate(meant):
            if meant == written:  # an unknown entity: browsers show it unchanged
                self._add(letter, start + at)
            else:
                self._add(letter, start, len(written))

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def _add(self, letter: str, origin: int, width: int = 1) -> None:
        """One letter; spaces and line ends of the markup become one space."""
        if self._unseen or (letter == "\ufeff" and not origin):  # the byte order mark
            return
        if letter.isspace() and letter != "\u00a0":
            if not self._letters or self._letters[-1] in " \n":
                return
            letter = " "
        self._letters.append(letter)
        self._origins.append((origin, width))

    def _break(self) -> None:
        """A paragraph's end: one empty line, however many blocks end here."""
        if self._unseen:
            return
        while self._letters and self._letters[-1] == " ":
            self._letters.pop()
            self._origins.pop()
        if self._letters and self._letters[-1] != "\n":
            self._letters += ["\n", "\n"]
            self._origins += [(self._offset(), 0)] * 2
