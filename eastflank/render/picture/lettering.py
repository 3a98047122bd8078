"""Texts of the sheet: one line each, measured in the shipped typeface."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from eastflank.render.picture import typeface
from eastflank.render.picture.sheet import Box, Paragraph, Text

_CENTRE = 0.33
"""The distance of the baseline below the middle of its line, in ems: half of a capital's height."""

Weight = Literal[400, 600, 700]


@dataclass(frozen=True, slots=True)
class Letters:
    """A text style: size and line height in pixels, weight, slope and colour."""

    size: float
    colour: str
    weight: Weight = 400
    italic: bool = False
    leading: float = 1.22
    """The height of a line, in ems."""
    halo: str | None = None
    struck: bool = False

    @property
    def height(self) -> float:
        """The height of a line, in pixels."""
        return self.size * self.leading

    def width(self, words: str) -> float:
        """How wide `words` are, in pixels."""
        return typeface.width(words, self.size, self.weight, italic=self.italic)

    def shortened(self, words: str, most: float) -> str:
        """`words`, cut with an ellipsis to at most `most` pixels."""
        return typeface.shortened(words, most, self.size, self.weight, italic=self.italic)

    def wrapped(self, words: str, most: float) -> tuple[str, ...]:
        """`words` in lines at most `most` pixels wide."""
        return typeface.wrapped(words, most, self.size, self.weight, italic=self.italic)

    def paragraph(self, name: str, role: str, words: str, box: Box) -> tuple[Text, ...]:
        """`words` in as many lines as the box's width requires, from its top down; named by their numbers."""
        whole = Paragraph(typeface.in_one_line(words), round(box.w, 2))
        return tuple(
            replace(
                self.text(f"{name} {number}", role, line, box.x, box.y + (number - 1) * self.height),
                paragraph=whole,
            )
            for number, line in enumerate(self.wrapped(words, box.w), 1)
        )

    def text(self, name: str, role: str, words: str, x: float, y: float) -> Text:
        """The text whose line has its top left corner at x, y."""
        box = Box(round(x, 2), round(y, 2), round(self.width(words), 2), round(self.height, 2))
        return Text(
            name=name,
            role=role,
            words=words,
            box=box,
            baseline=round(y + self.height / 2 + self.size * _CENTRE, 2),
            size=round(self.size, 2),
            colour=self.colour,
            weight=self.weight,
            italic=self.italic,
            halo=self.halo,
            struck=self.struck,
        )


@dataclass(frozen=True, slots=True)
class Typography:
    """How the texts of a map are set: how their width is measured, and their least size."""

    measure: type[Letters] = Letters
    least: float = 0.0
    """In pixels: no text of the map is smaller, whatever the map's own scale."""
    notes: str = "{}"
    """How the numbers of footnotes are written, as a pattern of `str.format`."""

    def letters(  # noqa: PLR0913 - the looks that a text of the map may have
        self,
        size: float,
        colour: str,
        weight: Weight = 400,
        *,
        italic: bool = False,
        leading: float = 1.22,
        halo: str | None = None,
        struck: bool = False,
    ) -> Letters:
        """That text style in the given size, but not below the least size."""
        return self.measure(max(size, self.least), colour, weight, italic, leading, halo, struck)


PICTURE = Typography()
"""For pictures: measured in the shipped typeface, which they contain."""
