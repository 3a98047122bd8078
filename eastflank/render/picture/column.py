"""A column of text beside or below the map, set line by line from the top."""

from __future__ import annotations

from dataclasses import dataclass, field

from eastflank.render.picture.lettering import Letters
from eastflank.render.picture.sheet import Box, Line, Plate, Spot, Stroke, Text


@dataclass(slots=True)
class TextColumn:
    """The position of the next line, and what has been set so far."""

    box: Box
    y: float
    texts: list[Text] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    plates: list[Plate] = field(default_factory=list)

    @classmethod
    def at(cls, box: Box) -> TextColumn:
        """An empty column."""
        return cls(box, box.y)

    @property
    def room(self) -> float:
        """How many pixels are left."""
        return self.box.bottom - self.y

    def height(self, words: str, letters: Letters, indent: float = 0) -> float:
        """The height that `words` would have."""
        return len(letters.wrapped(words, self.box.w - indent)) * letters.height

    def paragraph(self, name: str, role: str, words: str, letters: Letters, indent: float = 0) -> None:
        """Set `words` in as many lines as they need."""
        box = Box(self.box.x + indent, self.y, self.box.w - indent, self.room)
        lines = letters.paragraph(name, role, words, box)
        self.texts += lines
        self.y += len(lines) * letters.height

    def numbered(self, name: str, number: str, words: str, letters: Letters, indent: float) -> None:
        """Set `words` with a number in the margin to their left."""
        self.texts.append(letters.text(f"{name} number", "number", number, self.box.x, self.y))
        self.paragraph(name, "footnote", words, letters, indent)

    def bar(self, name: str, top: float, bottom: float, colour: str, width: float) -> None:
        """A bar along the left side, from `top` to `bottom`."""
        x = self.box.x + width / 2
        self.lines.append(Line(name, "rule", (Spot(x, top), Spot(x, bottom)), Stroke(colour, width)))

    def skip(self, pixels: float) -> None:
        """Leave some pixels free."""
        self.y += pixels
