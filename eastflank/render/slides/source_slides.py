"""The quotes that matter and every source, as text on slides; and all of them as speaker's notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eastflank.render.picture.lettering import Letters
from eastflank.render.picture.sheet import Box, Text
from eastflank.render.slides import texts
from eastflank.render.slides.shapes import Scale, Slide
from eastflank.report.contents import Briefing, Evidence
from eastflank.scene.style import LIGHT
from eastflank.words import en as words

_HEAD = Letters(20, LIGHT.secondary, 700, leading=1.6)
_QUOTE = Letters(25, LIGHT.ink, leading=1.32)
_SAID = Letters(19, LIGHT.secondary, leading=1.35)
_SOURCE = Letters(19, LIGHT.ink, leading=1.35)
_GAP = 12.0


class _Piece(NamedTuple):
    """A paragraph to be set."""

    name: str
    words: str
    letters: Letters
    gap: float
    """Pixels left free below it."""

    def lines(self, width: float) -> tuple[str, ...]:
        return self.letters.wrapped(self.words, width)

    def height(self, width: float) -> float:
        return len(self.lines(width)) * self.letters.height + self.gap


def pages(briefing: Briefing, room: Box) -> Iterator[tuple[_Piece, ...]]:
    """The paragraphs by the slide on which there is room for them; none when there is no source."""
    page: list[_Piece] = []
    left = room.h
    for piece in _pieces(briefing):
        need = piece.height(room.w)
        if page and need > left:
            yield tuple(page)
            page, left = [], room.h
        page.append(piece)
        left -= need
    if page:
        yield tuple(page)


def draw(slide: Slide, pieces: Sequence[_Piece], room: Box, scale: Scale) -> None:
    """Set the paragraphs below each other, in one text box."""
    y, told = room.y, list[Text]()
    for piece in pieces:
        lines = piece.letters.paragraph(piece.name, "text", piece.words, room._replace(y=y))
        told += lines
        y += len(lines) * piece.letters.height + piece.gap
    texts.flowing(slide.shapes, "quotes and sources", told, room, scale)


def notes(briefing: Briefing) -> str:
    """What the speaker may be asked: all that the view says, its quotes and its sources."""
    quoted = [item for item in briefing.evidence if item.quote and item.carries]
    parts = [
        [briefing.title, briefing.asof, briefing.filters, briefing.counts, *briefing.totals],
        ["Quotes", *(f"{words.quotation(item.quote)} — {_said(item)}" for item in quoted)] if quoted else [],
        ["Sources", *(f"[{note.number}] {note} {note.url}".rstrip() for note in briefing.footnotes)]
        if briefing.footnotes
        else [],
        [briefing.credit, f"Data {briefing.version}", briefing.link, briefing.marking],
    ]
    return "\n\n".join("\n".join(line for line in part if line) for part in parts if part)


def _pieces(briefing: Briefing) -> Iterator[_Piece]:
    if briefing.quotes:
        yield _Piece("quotes", "IN THEIR WORDS", _HEAD, 0)
    elif briefing.footnotes:
        yield _Piece("no quotes", words.NO_QUOTES, _SAID, _GAP)
    for quote in briefing.quotes:
        yield _Piece(f"quote {quote.claim}", words.quotation(quote.quote), _QUOTE, 2)
        yield _Piece(f"said {quote.claim}", _said(quote), _SAID, _GAP)
    if briefing.footnotes:
        yield _Piece("sources", "SOURCES", _HEAD, 0)
    for note in briefing.footnotes:
        yield _Piece(f"source {note.number}", f"[{note.number}] {note}", _SOURCE, 3)


def _said(item: Evidence) -> str:
    return f"{item.said} · {item.grade} · claim {item.claim} [{item.footnote}]"
