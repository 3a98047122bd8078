"""A line as runs: pieces that one font draws, in their visual order from left to right.

A program that draws text can mix fonts in a line, but resvg then confuses joined letters
(https://github.com/linebender/resvg/issues/973). So each run is drawn separately, at its own position.
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
from eastflank.render.picture.clusters import Cluster, clusters_of, needs_no_glyph
from eastflank.render.picture.direction import directions, is_leftwards, unturned
from eastflank.render.picture.faces import Face, Family

_EMBEDDED, _END = "\u202b", "\u202c"
"""Marks around a right-to-left part that begins or ends with another character."""


class Run(NamedTuple):
    """Letters that one font draws."""

    words: str
    """In the order in which they are read."""
    family: Family | None
    """None: the main typeface, which also draws a box for letters that no font has."""
    width: float
    """In ems."""


def runs_of(words: str, weight: int, *, italic: bool) -> tuple[Run, ...]:
    """The runs of a line, from left to right; none for an empty one.

    Characters that change the direction (LRO, RLO, LRI and similar) are removed.
    """
    own = faces.advances(weight, italic=italic)
    if all(ord(letter) in own for letter in words):
        return (Run(words, None, sum(own[ord(letter)] for letter in words)),) if words else ()
    return tuple(
        Run(text, family, _width(text, family, weight, italic=italic))
        for text, family in _pieces([*clusters_of(unturned(words))])
    )


def needed_families(texts: Iterable[str]) -> tuple[Family, ...]:
    """The families for letters of these texts that the typeface lacks, in fallback order."""
    found = {run.family for words in texts for run in runs_of(words, 400, italic=False)}
    return tuple(family for family in faces.fallbacks().families if family in found)


def needed_files(texts: Iterable[str]) -> tuple[Path, ...]:
    """The files of the typeface, and those of the families that these texts need besides."""
    others = (face.file for family in needed_families(texts) for face in family.faces)
    return tuple(dict.fromkeys([*faces.FILES.values(), *others]))


def _pieces(line: Sequence[Cluster]) -> Iterator[tuple[str, Family | None]]:
    """The words of each run with its family, from left to right."""
    for part, leftwards in directions([cluster.words for cluster in line]):
        if leftwards:
            yield from reversed([*_runs_to_the_left(line[part])])
        else:
            for family, same in itertools.groupby(line[part], key=lambda cluster: cluster.family):
                yield "".join(cluster.words for cluster in same), family


def _runs_to_the_left(part: Sequence[Cluster]) -> Iterator[tuple[str, Family | None]]:
    """Runs in the order in which they are read.

    Digits and signs are drawn by the font of the letters before them or, at the beginning, after them: so a
    drawing program orders them together with these letters.
    """
    family = next(cluster.family for cluster in part if is_leftwards(cluster.words))
    drawn = []
    for cluster in part:
        if is_leftwards(cluster.words):
            family = cluster.family
        drawn.append(cluster._replace(family=family) if _has(family, cluster) else cluster)
    for same, group in itertools.groupby(drawn, key=lambda cluster: cluster.family):
        members = [*group]
        words = "".join(cluster.words for cluster in members)
        plain = is_leftwards(members[0].words) and is_leftwards(members[-1].words)
        yield words if plain else f"{_EMBEDDED}{words}{_END}", same


def _has(family: Family | None, cluster: Cluster) -> bool:
    return family is not None and all(
        ord(letter) in family.letters or needs_no_glyph(letter) for letter in cluster.words
    )


def _width(words: str, family: Family | None, weight: int, *, italic: bool) -> float:
    if family:
        return _shaped(words, family.face(weight, italic=italic))
    own = faces.advances(weight, italic=italic)
    return sum(own.get(ord(letter), _unknown(letter, own[ord(" ")])) for letter in words)


def _unknown(letter: str, space: float) -> float:
    """The width of a letter that the typeface lacks: a box counts as the widest letter."""
    if not needs_no_glyph(letter):
        return 1.0
    return space if unicodedata.category(letter) in {"Zs", "Cc"} else 0.0


@functools.lru_cache(maxsize=4096)
def _shaped(words: str, face: Face) -> float:
    """The width of these words after the font has joined their letters, in ems."""
    font = _font(face)
    buffer = hb.Buffer()
    buffer.add_str(words.strip(f"{_EMBEDDED}{_END}"))
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    return float(sum(position.x_advance for position in buffer.glyph_positions or ()) / font.face.upem)


@functools.lru_cache(maxsize=64)
def _font(face: Face) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(face.file)), face.number))
