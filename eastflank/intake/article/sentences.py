"""Where the paragraphs and the sentences of an article begin and end."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

_END = re.compile(r"[.!?]+[\"')\]]*(?=\s|$)")
_ABBREVIATION = re.compile(
    r"(?:^|[^\w.])(?:(?:[A-Z]\.)*[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Cpt|Cmdr|Sgt|Adm|Brig|Sen|Rep|Gov|St|No"
    r"|MR|MRS|MS|DR|GEN|LT|COL|MAJ|CAPT|SGT|ADM|SEN|REP|vs|etc|approx|ca|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)
_LONGEST = 16
"""How many letters before a full stop are looked at; more than an abbreviation has."""
_MOST = 1_500
"""A sentence is read as one up to this many characters."""
_WRAPPED = 60
"""A line at least this long without a full stop at its end continues in the next line."""


class Sentence(NamedTuple):
    """A sentence, without the spaces around it."""

    start: int
    stop: int
    paragraph: int
    """The number of its paragraph, from 0."""


def sentences_of(text: str) -> Iterator[Sentence]:
    """The sentences of a folded text, in order; a heading is one, and a paragraph's end always ends one."""
    for number, (begins, ends) in enumerate(_paragraphs(text)):
        stops = [found.end() for found in _END.finditer(text, begins, ends) if not _abbreviated(text, found)]
        for start, stop in itertools.pairwise(sorted({begins, *stops, ends})):
            for begin, end in _pieces(text, start, stop):
                piece = text[begin:end]
                if piece.strip():
                    yield Sentence(
                        begin + len(piece) - len(piece.lstrip()), begin + len(piece.rstrip()), number
                    )


def _pieces(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """A text without a full stop, cut at spaces if it is longer than any sentence."""
    while stop - start > _MOST:
        space = text.rfind(" ", start + 1, start + _MOST)
        cut = space if space > 0 else start + _MOST
        yield start, cut
        start = cut
    yield start, stop


def _abbreviated(text: str, found: re.Match[str]) -> bool:
    end = found.end()
    if not _ABBREVIATION.search(text, max(end - _LONGEST, 0), end):
        return False
    # “in the U.S. The others …”: after a dotted abbreviation a common opening word begins a sentence.
    return not re.match(r"\s+(?:The|It|He|She|They|In|But|A|An|This|That|We)\b", text[end : end + 8])


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in re.finditer(r"\n", text):
        if _breaks(text, start, line.start()):
            yield start, line.start()
            start = line.end()
    yield start, len(text)


def _breaks(text: str, start: int, newline: int) -> bool:
    """Whether a paragraph ends at this line's end, and the line is not merely wrapped."""
    begins = text.rfind("\n", start, newline) + 1 or start
    line = text[begins:newline].rstrip()
    following = text[newline + 1 : newline + 120].partition("\n")[0].strip()
    if not line or not following:
        return True
    return len(line) < _WRAPPED or line[-1] in '.!?:"' or following[0] in "-•*—" or ": " in following[:40]
