"""What a browser printed: the pages of a PDF as words in boxes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import pypdfium2
from playwright.sync_api import Page
from pypdfium2 import raw

Paper = Literal["A4", "Letter"]
TOUCHING = 1.5
"""Points by which the boxes of lines may overlap: a box is as high as its font's tallest letter."""


class Words(NamedTuple):
    """Letters beside each other on one line, and the box they cover, in points from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Sheet:
    """One printed page."""

    width: float
    height: float
    words: tuple[Words, ...]

    @property
    def text(self) -> str:
        """All its text without spaces: a line may end anywhere between words."""
        return squeezed("".join(one.text for one in self.words))

    @property
    def text_by_rows(self) -> str:
        """The same from above to below and from left to right, where the file has letters in another order."""
        ordered = sorted(self.words, key=lambda one: (round((one.top + one.bottom) / 8), one.left))
        return squeezed("".join(one.text for one in ordered))

    def cut_off(self) -> list[str]:
        """Things beyond the edge of the paper."""
        return [
            one.text
            for one in self.words
            if one.left < 0 or one.top < 0 or one.right > self.width or one.bottom > self.height
        ]

    def overlapping(self) -> list[tuple[str, str]]:
        """Words that overlap other words."""
        found = []
        ordered = sorted(self.words, key=lambda one: one.top)
        for number, one in enumerate(ordered):
            for other in ordered[number + 1 :]:
                if other.top >= one.bottom:
                    break
                low = min(one.bottom, other.bottom) - other.top
                wide = min(one.right, other.right) - max(one.left, other.left)
                twice = len(other.text) == 1 and other.text in one.text  # a letter and its soft edge
                if wide > TOUCHING and low > TOUCHING and not twice:
                    found.append((one.text, other.text))
        return found


def squeezed(text: str) -> str:
    """The text without spaces."""
    return "".join(text.split())


def printed(page: Page, paper: Paper) -> list[Sheet]:
    """The pages that the browser's print command makes of `page`, on that paper."""
    page.emulate_media(media="print")
    content = page.pdf(format=paper, prefer_css_page_size=True)
    page.emulate_media(media="screen")
    return sheets(content)


def sheets(content: bytes) -> list[Sheet]:
    """The pages of a PDF."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [Sheet(*one.get_size(), tuple(_words(one))) for one in document]
    finally:
        document.close()


def _words(page: pypdfium2.PdfPage) -> Iterator[Words]:
    """Letters in their order, put together until a space comes, or a letter that does not stand beside the last."""
    text, height = page.get_textpage(), page.get_height()
    drawn: dict[str, list[tuple[float, float]]] = {}
    word: Words | None = None
    for number in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, number))
        left, bottom, right, top = text.get_charbox(number)
        x, y = (left + right) / 2, (bottom + top) / 2
        places = drawn.setdefault(letter, [])
        if not letter.isspace() and any(abs(x - at[0]) < 1 and abs(y - at[1]) < 1 for at in places):
            continue  # a letter with a soft edge is drawn twice: the edge, then the letter
        places.append((x, y))
        found = Words(letter, left, height - top, right, height - bottom)
        if word and not letter.isspace() and _beside(word, found):
            word = Words(
                word.text + letter,
                min(word.left, left),
                min(word.top, found.top),
                max(word.right, right),
                max(word.bottom, found.bottom),
            )
            continue
        if word:
            yield word
        word = None if letter.isspace() else found
    if word:
        yield word


def _beside(word: Words, letter: Words) -> bool:
    """Whether a letter continues a word; each letter of a ligature has the box of the whole."""
    return (
        letter.left - letter.right - 1 < letter.left - word.right < 4  # points
        and letter.bottom > word.top - 3
        and letter.top < word.bottom + 3
    )


def whole(pages: Sequence[Sheet], without: str = "") -> str:
    """The text of all pages in one, without spaces and without what stands on each."""
    return "".join(page.text for page in pages).replace(squeezed(without), "")
