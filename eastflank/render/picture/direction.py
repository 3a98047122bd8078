"""The direction of the parts of a line.

A line is read from left to right; each right-to-left part in it is reversed as a whole. If a line has only
right-to-left letters, the whole line runs to the left. This is the Unicode Bidirectional Algorithm (UAX 9)
for one level of embedding, except that digits after the last right-to-left letter stay outside: a figure that
follows a name keeps its order.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from eastflank.render.picture.clusters import with_their_marks

_LEFTWARDS = {"R", "AL"}
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_ISOLATE, _END = "\u2067", "\u2069"


def unturned(words: str) -> str:
    """`words` without characters that change the direction of later letters (LRO, RLO, LRI and similar).

    In a name they could reverse a figure that follows.
    """
    return words.translate(_TURNING)


def is_leftwards(cluster: str) -> bool:
    """Whether it is a right-to-left letter."""
    return unicodedata.bidirectional(cluster[0]) in _LEFTWARDS


def directions(line: Sequence[str]) -> Iterator[tuple[slice[int, int, None], bool]]:
    """The parts of a line of clusters in their order, each with whether it runs to the left."""
    classes = [unicodedata.bidirectional(cluster[0]) for cluster in line]
    if "L" not in classes and _LEFTWARDS & set(classes):
        yield slice(0, len(line)), True
        return
    start = 0
    while start < len(line):
        end, leftwards = start + 1, classes[start] in _LEFTWARDS
        if leftwards:
            after = next((place for place in range(start, len(line)) if classes[place] == "L"), len(line))
            end = max(place for place in range(start, after) if classes[place] in _LEFTWARDS) + 1
        else:
            while end < len(line) and classes[end] not in _LEFTWARDS:
                end += 1
        yield slice(start, end), leftwards
        start = end


def isolated(words: str) -> str:
    """`words` for a program that orders letters itself, so that it orders them as `directions` does.

    Right-to-left parts are put between RLI and PDI, so that they do not reverse what follows.
    """
    line = [*with_their_marks(unturned(words))]
    texts = (("".join(line[part]), leftwards) for part, leftwards in directions(line))
    return "".join(f"{_ISOLATE}{text}{_END}" if leftwards else text for text, leftwards in texts)
