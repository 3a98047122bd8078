"""A folder with a font of one letter, which no shipped font has."""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

LETTER = "\ue123"
"""For private use: Unicode gives it to nobody."""
FAMILY = "One Letter"
ADVANCE = 0.75
"""In sizes."""


def write(folder: Path, family: str = FAMILY, postscript_name: str = "OneLetter-Regular") -> None:
    """Put the font into the folder: the letter is a triangle."""
    pen = TTGlyphPen(None)
    for number, point in enumerate([(0, 0), (700, 0), (350, 900)]):
        (pen.lineTo if number else pen.moveTo)(point)
    pen.closePath()
    triangle, empty = pen.glyph(), TTGlyphPen(None).glyph()
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder([".notdef", "triangle"])
    font.setupCharacterMap({ord(LETTER): "triangle"})
    font.setupGlyf({".notdef": empty, "triangle": triangle})
    font.setupHorizontalMetrics({".notdef": (500, 0), "triangle": (round(ADVANCE * 1000), 0)})
    font.setupHorizontalHeader(ascent=1000, descent=-200)
    names = {"familyName": family, "styleName": "Regular", "psName": postscript_name}
    font.setupNameTable({key: name for key, name in names.items() if name})
    font.setupOS2(usWeightClass=400)
    font.setupPost()
    font.save(folder / "one-letter.ttf")
