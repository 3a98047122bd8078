"""The note of an imported claim: what the row says, its source, and what was assumed, each with its kind."""

from __future__ import annotations

import re
from collections.abc import Iterable

from eastflank.intake.tables.cells.figures import StatedStrength
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.words.chosen import imported_claims as words

OF_OTHER_ROWS = frozenset(
    {
        *("one name", "one name in a country", "a move", "a move between files", "near an earlier place"),
        *("a mark without a footnote", "a part in another row", "a part of another row"),
        *("joined in another status", "joined with another start"),
    }
)
"""Kinds of assumptions that arise from other lines or files: the row itself says the same with and without
them."""
_OF_A_MONTH = ("a new name", "a moved unit")
"""Kinds that are told once, when the name is new: the next file says the same without it."""
_OF_ONE_CELL = "at home"
"""A kind that is always about the row's nation. Older notes have a code there, not the cell."""
_WHAT = "([^“)]*(?:“.*?”)?)"
_HEAD = re.compile("(?:^| )" + _WHAT.join(map(re.escape, words.ASSUMED.format(what="\n").split("\n"))))
_END = "”."
_FOOTNOTES = re.compile(rf"{re.escape(words.FOOTNOTE.partition('{')[0])}\S+ [^“]*“")
"""How the sentences begin that older versions did not write. They stand together, and end with `_END`."""
_ENDS = re.compile(r"[“”]|\.(?=[”\s]|$)")
_PLACE = re.compile(
    "(?:^| )"
    + "(.*?)".join(map(re.escape, words.PLACE_IN_OTHER_WORDS.format(words="\n").split("\n")))
    + "(?= |$)"
)


def of_row(said: str, unread: Iterable[str], unknown_kind: str, figure: StatedStrength) -> str:
    """The note of a row: its own words, and what of its other cells has no column in the record.

    `unread` are sentences. `unknown_kind` is as in the cell; empty: none.
    """
    kind = words.unknown_kind(unknown_kind) if unknown_kind else ""
    mark = words.footnote_mark(figure.footnote) if figure.footnote else ""
    beside = words.at_the_figure(figure.words) if figure.words else ""
    return words.sentences((said, *unread, kind, mark, beside))


def note_of(entry: TableEntry) -> str:
    """The note of an entry's claim; empty if there is nothing to say."""
    if not (entry.note or entry.source or entry.marks):
        return ""
    assumed = [words.assumed(mark.kind, mark.value, mark.said) for mark in entry.marks]
    source = words.source_in_table(entry.source) if entry.source else ""
    return words.sentences((entry.note, source, *assumed))


def alike(before: str, now: str) -> bool:
    """Whether two notes say the same of a row, and assume the same of the same cells, in whatever words.

    Other words for the same place say the same: `place_words` tells them. A note of an older version does not
    name the kinds of its assumptions: then their number is compared. Nor does it have the row's footnotes.
    """
    before, now = (
        _PLACE.sub("", note).strip() for note in (before.replace(words.CHOSEN_BEFORE, words.CHOSEN), now)
    )
    if _bare(before) == _bare(now):
        return True
    said, assumed = _apart(now)
    old, named = _apart(before)
    if not named and words.ASSUMED_BEFORE in old:
        old, *sentences = f" {old}".split(f" {words.ASSUMED_BEFORE}")
        return len(sentences) == len(assumed) and _says(old.strip(), said)
    if not any(one.startswith(_OF_A_MONTH) for one in assumed):
        named = [one for one in named if not one.startswith(_OF_A_MONTH)]
    return named == assumed and _says(old, said)


def place_words(note: str) -> str:
    """The row's own words for its place; empty if they are the name of the place."""
    found = _PLACE.search(note)
    return found[1] if found else ""


def _says(before: str, now: str) -> bool:
    """Whether a row says what it said before, apart from sentences that an older version did not write."""
    if _bare(before) == _bare(now):
        return True
    newer = _FOOTNOTES.search(now)
    if newer is None or _FOOTNOTES.search(before):
        return False
    begins, old = _bare(now[: newer.start()]), _bare(before)
    ends = old.removeprefix(begins).strip()
    if old != f"{begins} {ends}".strip():
        return False
    later = now[newer.start() :].split(
        _END
    )  # a footnote ends here, and what comes after the last stood before
    return any(_bare(_END.join(later[at:])) == ends for at in range(1, len(later)))


def _bare(note: str) -> str:
    """A note without what ends its sentences, and without quotation marks, which older versions left out."""
    return _ENDS.sub("", note).strip()


def _apart(note: str) -> tuple[str, list[str]]:
    """What the row says, and the kinds and cells of what was assumed about it alone."""
    said, *assumed = _HEAD.split(note)
    named = [(what.split(",")[0], what) for what in assumed[::2]]
    return said, [kind if kind == _OF_ONE_CELL else what for kind, what in named if kind not in OF_OTHER_ROWS]
