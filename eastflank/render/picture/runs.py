"""A line as runs: pieces that one font draws, in the order in which they stand, from left to right.

A program that draws text can mix fonts in a line, but resvg then confuses joined letters
(https://github.com/linebender/resvg/issues/973). So each run is drawn by itself, at a place of its own.

A line is read from left to right; what is written from right to left in it is turned round as a whole. Where
no letter of a line runs to the right, the whole line runs to the left. This is the Unicode Bidirectional
Algorithm (UAX 9) for one level of embedding, except that digits after the last letter that runs to the left
stay outside: a figure that follows a name keeps its order.
"""

from __future__ import annotations

import functools
import itertools
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from eastflank.render.picture import faces
from eastflank.render.picture.faces import Face, Family

_LEFTWARDS = {"R", "AL"}
_EMBEDDED, _END = "\u202b", "\u202c"
"""Marks around what runs to the left though it begins or ends with a letter that does not."""
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Marks that turn the letters after them round: in a name they could turn round a figure that follows."""
_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_INVISIBLE = {"\u034f", "\u115f", "\u1160", "\u3164", "\uffa0"}
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0), range(0x180B, 0x1810))
_SPACES = {"\t", "\n", "\r"}


class Run(NamedTuple):
    """Letters that one font draws."""

    words: str
    """In the order in which they are read."""
    family: Family | None
    """None: the typeface itself, which also draws a box for what no font has."""
    width: float
    """In sizes."""


class _Cluster(NamedTuple):
    """A letter with the marks on it."""

    words: str
    family: Family | None


def runs(words: str, weight: int, *, italic: bool) -> tuple[Run, ...]:
    """The runs of a line, from left to right; none for an empty one.

    Marks in it that turn letters round (LRO, RLO, LRI and their kind) are left out.
    """
    own = faces.advances(weight, italic=italic)
    if all(ord(letter) in own for letter in words):
        return (Run(words, None, sum(own[ord(letter)] for letter in words)),) if words else ()
    return tuple(
        Run(text, family, _width(text, family, weight, italic=italic))
        for text, family in _pieces(_clusters(words.translate(_TURNING)))
    )


def missing_letters(words: str) -> tuple[str, ...]:
    """The characters of `words` that no font draws, each once, in their order."""
    known = [faces.advances(400, italic=False), *(family.letters for family in faces.fallbacks().families)]
    return tuple(
        letter
        for letter in dict.fromkeys(words)
        if not (_needs_no_glyph(letter) or any(ord(letter) in letters for letters in known))
    )


def needed_families(texts: Iterable[str]) -> tuple[Family, ...]:
    """The families that draw letters of these texts which the typeface lacks, in the order of fallback."""
    found = {run.family for words in texts for run in runs(words, 400, italic=False)}
    return tuple(family for family in faces.fallbacks().families if family in found)


def needed_files(texts: Iterable[str]) -> tuple[Path, ...]:
    """The files of the typeface, and those of the families that these texts need besides."""
    others = (face.file for family in needed_families(texts) for face in family.faces)
    return tuple(dict.fromkeys([*faces.FILES.values(), *others]))


def isolated(words: str) -> str:
    """`words` for a program that orders letters itself: in the order in which `runs` would draw them.

    What runs to the left stands between marks (RLI and PDI) that keep it from turning round what follows.
    """
    line = list(_with_their_marks(words.translate(_TURNING)))
    parts = _directions([_Cluster(cluster, None) for cluster in line])
    texts = ((leftwards, "".join(cluster.words for cluster in part)) for leftwards, part in parts)
    return "".join(f"\u2067{text}\u2069" if leftwards else text for leftwards, text in texts)


def _needs_no_glyph(letter: str) -> bool:
    """Spaces, and characters that only say how others are drawn (Default_Ignorable_Code_Point, UAX 44)."""
    return (
        letter in _SPACES
        or letter in _INVISIBLE
        or unicodedata.category(letter) == "Zs"
        or (unicodedata.category(letter) == "Cf" and unicodedata.bidirectional(letter) != "AN")
        or any(ord(letter) in selectors for selectors in _SELECTORS)
    )


def _clusters(words: str) -> Iterator[_Cluster]:
    own, others = faces.advances(400, italic=False), faces.fallbacks().families
    for letters in _with_their_marks(words):
        needed = {ord(letter) for letter in letters if not _needs_no_glyph(letter)}
        if needed <= own.keys():
            yield _Cluster(letters, None)
            continue
        whole = next((family for family in others if needed <= family.letters), None)
        if whole:
            yield _Cluster(letters, whole)
            continue
        for letter in letters:  # no font has them all: each for itself
            have = (family for family in others if ord(letter) in family.letters)
            yield _Cluster(letter, None if ord(letter) in own else next(have, None))


def _with_their_marks(words: str) -> Iterator[str]:
    cluster = ""
    for letter in words:
        marks = unicodedata.category(letter) in {"Mn", "Me", "Mc", "Cf"} or ord(letter) in _SKIN_TONES
        if cluster and (marks or cluster.endswith(_JOINER)):
            cluster += letter
            continue
        if cluster:
            yield cluster
        cluster = letter
    if cluster:
        yield cluster


def _pieces(clusters: Iterable[_Cluster]) -> Iterator[tuple[str, Family | None]]:
    """The words of each run with its family, from left to right."""
    line = list(clusters)
    for leftwards, part in _directions(line):
        if leftwards:
            yield from reversed([*_runs_to_the_left(part)])
        else:
            for family, same in itertools.groupby(part, key=lambda cluster: cluster.family):
                yield "".join(cluster.words for cluster in same), family


def _directions(line: Sequence[_Cluster]) -> Iterator[tuple[bool, Sequence[_Cluster]]]:
    """Parts of a line, and whether each runs to the left."""
    classes = [unicodedata.bidirectional(cluster.words[0]) for cluster in line]
    if "L" not in classes and _LEFTWARDS & set(classes):
        yield True, line
        return
    start = 0
    while start < len(line):
        end = start
        if classes[start] in _LEFTWARDS:
            for place in range(start, len(line)):
                if classes[place] == "L":
                    break
                if classes[place] in _LEFTWARDS:
                    end = place
            yield True, line[start : end + 1]
        else:
            while end + 1 < len(line) and classes[end + 1] not in _LEFTWARDS:
                end += 1
            yield False, line[start : end + 1]
        start = end + 1


def _runs_to_the_left(part: Sequence[_Cluster]) -> Iterator[tuple[str, Family | None]]:
    """Runs in the order in which they are read. Digits and signs are drawn by the font of the letters
    before them, or, at the beginning, after them: so they are turned round with these.
    """
    first = next(cluster.family for cluster in part if _is_leftwards(cluster))
    held: list[_Cluster] = []
    family = first
    for cluster in part:
        if _is_leftwards(cluster) or not _has(family, cluster):
            family_here = cluster.family
        else:
            family_here = family
        held.append(_Cluster(cluster.words, family_here))
        if _is_leftwards(cluster):
            family = cluster.family
    for same, group in itertools.groupby(held, key=lambda cluster: cluster.family):
        members = [*group]
        words = "".join(cluster.words for cluster in members)
        plain = _is_leftwards(members[0]) and _is_leftwards(members[-1])
        yield words if plain else f"{_EMBEDDED}{words}{_END}", same


def _is_leftwards(cluster: _Cluster) -> bool:
    return unicodedata.bidirectional(cluster.words[0]) in _LEFTWARDS


def _has(family: Family | None, cluster: _Cluster) -> bool:
    return family is not None and all(
        ord(letter) in family.letters or _needs_no_glyph(letter) for letter in cluster.words
    )


def _width(words: str, family: Family | None, weight: int, *, italic: bool) -> float:
    if family:
        return _shaped(words, family.face(weight, italic=italic))
    own = faces.advances(weight, italic=italic)
    return sum(own.get(ord(letter), _unknown(letter, own[ord(" ")])) for letter in words)


def _unknown(letter: str, space: float) -> float:
    """How wide a letter is that the typeface lacks: a box counts as its widest letter."""
    if not _needs_no_glyph(letter):
        return 1.0
    return space if unicodedata.category(letter) in {"Zs", "Cc"} else 0.0


@functools.lru_cache(maxsize=4096)
def _shaped(words: str, face: Face) -> float:
    """How wide these words are once the font has joined their letters, in sizes."""
    font = _font(face)
    buffer = hb.Buffer()
    buffer.add_str(words.strip(f"{_EMBEDDED}{_END}"))
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    return sum(position.x_advance for position in buffer.glyph_positions or ()) / font.face.upem


@functools.lru_cache(maxsize=64)
def _font(face: Face) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(face.file)), face.number))
