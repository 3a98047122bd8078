"""The fonts that pictures are drawn with: the shipped typeface, and others for the letters that it lacks.

Fonts for more letters can be added: `EASTFLANK_FONTS` names a folder of them. They come before the shipped
ones for other scripts, and after the main typeface.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import uharfbuzz as hb
from fontTools.ttLib import TTFont

from eastflank.words.chosen import fonts

FAMILY = "Source Sans 3"
FOLDER = Path(__file__).parents[1] / "fonts"
FILES: Mapping[tuple[int, bool], Path] = {  # weight, italic
    (400, False): FOLDER / "SourceSans3-Regular.ttf",
    (600, False): FOLDER / "SourceSans3-Semibold.ttf",
    (700, False): FOLDER / "SourceSans3-Bold.ttf",
    (400, True): FOLDER / "SourceSans3-It.ttf",
}
SWITCH = "EASTFLANK_FONTS"
"""The environment variable for a folder of more fonts; if it is not set or empty, only the shipped ones are
used."""
_SHIPPED = tuple(
    FOLDER.with_name("fallback_fonts") / name
    for name in (
        "noto-sans-georgian",
        "noto-sans-armenian",
        "noto-sans-hebrew",
        "noto-sans-arabic",
        "noto-sans-sc",
        "noto-emoji",
    )
)
_SUFFIXES = {".ttf", ".otf", ".ttc"}
_NORMAL_WIDTH = 100.0
"""Per cent. Condensed and expanded faces of a family are not used."""
_MIDDLE_WEIGHT = 500
_QUOTES = set("'\"\\")
"""Characters that a name in `font-family` cannot contain unescaped."""


@dataclass(frozen=True, slots=True)
class Face:
    """One weight of a family, in a file."""

    weight: int
    italic: bool
    file: Path
    number: int
    """The index of the font in the file, from 0: a `.ttc` holds several."""


@dataclass(frozen=True, slots=True)
class Family:
    """Faces that share a name."""

    name: str
    faces: tuple[Face, ...]
    letters: frozenset[int]
    """Code points that all its usable faces have."""

    def face(self, weight: int, *, italic: bool) -> Face:
        """The face for a weight and slope, chosen as in CSS Fonts 4, section 5.2."""
        sloped = [face for face in self.faces if face.italic == italic] or list(self.faces)
        light = weight <= _MIDDLE_WEIGHT

        def distance(face: Face) -> tuple[bool, int]:
            other_side = face.weight > _MIDDLE_WEIGHT if light else face.weight < weight
            return other_side, abs(face.weight - weight)

        return min(sloped, key=distance)


@dataclass(frozen=True, slots=True)
class Fallbacks:
    """The families for letters that the typeface lacks, in the order in which they are tried."""

    families: tuple[Family, ...]
    problems: tuple[str, ...] = ()
    """What is wrong with the folder of more fonts, in sentences."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the families."""
        return tuple(family.name for family in self.families)


def advances(weight: int, *, italic: bool) -> Mapping[int, float]:
    """The width of each letter of the typeface by its code point, in ems.

    Raises KeyError for a face that is not shipped.
    """
    return _advances(FILES[weight, italic])


def fallbacks() -> Fallbacks:
    """The families for other letters: those of `EASTFLANK_FONTS`, then the shipped ones.

    The folder is read once: fonts that are added later are used after a restart.
    """
    return _fallbacks(os.environ.get(SWITCH, ""))


@functools.cache
def _advances(file: Path) -> Mapping[int, float]:
    with TTFont(file, lazy=True) as font:
        widths, unit = font["hmtx"].metrics, font["head"].unitsPerEm
        return {letter: widths[glyph][0] / unit for letter, glyph in font.getBestCmap().items()}


@functools.cache
def _fallbacks(folder: str) -> Fallbacks:
    shipped, _ = _read([file for place in _SHIPPED for file in sorted(place.glob("*.ttf"))])
    if not folder:
        return Fallbacks(shipped)
    try:
        if not Path(folder).is_dir():
            return Fallbacks(shipped, (fonts.no_folder(SWITCH, folder),))
        files = sorted(file for file in Path(folder).rglob("*") if file.suffix.lower() in _SUFFIXES)
    except OSError as error:
        return Fallbacks(shipped, (fonts.cannot_be_opened(SWITCH, folder[:100], error.strerror),))
    if not files:
        return Fallbacks(shipped, (fonts.no_font(SWITCH, folder),))
    read, problems = _read(files)
    # Drawing programs cannot distinguish two families with the same name: the added one counts.
    added = tuple(family for family in read if family.name != FAMILY)
    names = {family.name for family in added}
    kept = tuple(family for family in shipped if family.name not in names)
    return Fallbacks((*added, *kept), problems)


def _read(files: Sequence[Path]) -> tuple[tuple[Family, ...], tuple[str, ...]]:
    """The families of these files in the order of their first files, and which files are no fonts."""
    faces: dict[str, dict[Face, frozenset[int]]] = {}
    problems = []
    for file in files:
        try:
            blob = hb.Blob(file.read_bytes())
        except OSError as error:
            problems.append(fonts.cannot_be_read(SWITCH, file.name, error.strerror))
            continue
        found = [hb.Face(blob, number) for number in range(_count(blob))]
        if not found:
            problems.append(fonts.is_no_font(SWITCH, file.name))
        elif not all(map(_is_named, found)):
            problems.append(fonts.has_no_name(SWITCH, file.name))
        for number, face in enumerate(found):
            if _is_named(face) and hb.Font(face).get_style_value(hb.StyleTag.WIDTH) == _NORMAL_WIDTH:
                faces.setdefault(_name(face), {})[_face(face, file, number)] = frozenset(face.unicodes)
    return tuple(_family(name, found) for name, found in faces.items()), tuple(problems)


def _family(name: str, faces: Mapping[Face, frozenset[int]]) -> Family:
    whole = Family(name, tuple(faces), frozenset())
    used = {whole.face(weight, italic=italic) for weight, italic in FILES}
    return replace(whole, letters=frozenset.intersection(*(faces[face] for face in used)))


def _face(face: hb.Face, file: Path, number: int) -> Face:
    font = hb.Font(face)
    weight = round(font.get_style_value(hb.StyleTag.WEIGHT))
    return Face(weight, bool(font.get_style_value(hb.StyleTag.ITALIC)), file, number)


def _name(face: hb.Face) -> str:
    """The name of its family; empty if it has none."""
    names = hb.OTNameIdPredefined
    return face.get_name(names.TYPOGRAPHIC_FAMILY) or face.get_name(names.FONT_FAMILY) or ""


def _is_named(face: hb.Face) -> bool:
    """Whether it is found by its family's name; resvg also skips a font without a PostScript name."""
    name = _name(face)
    plain = name.isprintable() and not _QUOTES & set(name)
    return bool(name and plain and face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME))


def _count(blob: hb.Blob) -> int:
    """How many fonts a file holds; 0 if it is not a font file."""
    first = hb.Face(blob, 0)
    return int(first.count) if first.glyph_count else 0
