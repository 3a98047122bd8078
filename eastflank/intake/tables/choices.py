"""What a person chose about a table, by the words of its cells: next month these mean the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from eastflank.gazetteer.ranking import Candidate
from eastflank.intake.tables.cells.problems import RowMark
from eastflank.intake.tables.cells.sheets import Record, Shaped
from eastflank.intake.tables.columns import total_rows
from eastflank.intake.tables.places import candidate_text
from eastflank.intake.tables.places.found_places import Ask

PLACE, CELL, ROW, TOTAL, PROPOSAL = "place", "cell", "row", "total", "proposal"
ABOUT_PLACES = frozenset(
    {
        *("a place near", "near an earlier place", "a doubt at a place", "one place"),
        *("several places", "several places, not all known", "places near each other"),
        *("no point", "no place found", "a host by place"),
    }
)
"""The kinds of assumptions about a place: that one was accepted is kept."""
ABOUT_CELLS = frozenset(
    {
        *("a plan", "a manner", "a nation", "a doubted status", "no status stated", "a word for zero"),
        *("relieved", "a part of a time"),
        *("no figure stated", "a figure in brackets", "a mark of thousands", "an end under a start"),
        "words at a figure",
    }
)
"""The kinds of assumptions that the words of one cell decide: that one was accepted is kept too."""
_WORDS = {PLACE: 2, CELL: 2, PROPOSAL: 3}
"""How many words a choice of each sort has."""
Accepted = tuple[str, str, str]
"""The kind of an accepted assumption, the heading, and the cell."""


@dataclass(frozen=True, slots=True)
class TableChoice:
    """A choice about a table."""

    sort: str
    """`place`, `cell` (a corrected one), `row` (one that is left out), `total` (rows left out that say that
    they are totals) or `proposal` (an accepted one)."""
    words: tuple[str, ...]
    """The words and the country; the heading and the cell; headings and cells, for a total without
    those that hold a figure; or as in `Accepted`."""
    taken: Candidate | str | None = ""
    """The place, or None for its country alone; what a corrected cell says; empty for other sorts."""
    who: str = ""
    on: str = ""
    """The day of the choice."""

    def written(self) -> Mapping[str, object]:
        """The choice as values of JSON."""
        taken = candidate_text.written(self.taken) if isinstance(self.taken, Candidate) else self.taken
        return {"sort": self.sort, "words": self.words, "taken": taken, "who": self.who, "on": self.on}


def read(said: object) -> TableChoice:
    """The choice in values of JSON. Raises TypeError, ValueError or KeyError if it is none."""
    if not isinstance(said, dict) or not isinstance(said["words"], list):
        raise TypeError("no choice")
    words = [said["sort"], *said["words"], said["who"], said["on"]]
    if not all(isinstance(one, str) for one in words):
        raise TypeError("no choice")
    if len(said["words"]) != _WORDS.get(said["sort"], len(said["words"])):
        raise ValueError("no choice")
    "".join(words).encode()  # a lone surrogate is not a character: it raises a ValueError
    taken = said["taken"]
    made = taken if taken is None or isinstance(taken, str) else candidate_text.read(taken)
    return TableChoice(said["sort"], tuple(said["words"]), made, said["who"], said["on"])


def made(
    table: Shaped,
    marks: Iterable[RowMark],
    places: Mapping[Ask, Candidate | None],
    mended: Mapping[tuple[str, str], str],
    without: AbstractSet[int],
) -> Iterator[TableChoice]:
    """The choices about a table. `marks` are the accepted assumptions about its rows.

    A row that is left out is kept if no other row has the same cells. Rows that say that they are totals are
    kept by their words alone, if all rows with these words are left out: their sums change.
    """
    yield from (TableChoice(PLACE, ask, taken) for ask, taken in places.items())
    yield from (TableChoice(CELL, cell, instead) for cell, instead in mended.items())
    totals = {words: lines for words, lines in total_rows.by_words(table).items() if without >= {*lines}}
    told = {line for lines in totals.values() for line in lines}
    yield from (TableChoice(TOTAL, words) for words in totals)
    lines = frozenset(without) - told
    yield from (TableChoice(ROW, cells) for cells, line in _single_rows(table).items() if line in lines)
    kept = ((mark.kind, mark.column, mark.value) for mark in marks if _may_be_kept(mark))
    yield from (TableChoice(PROPOSAL, words) for words in dict.fromkeys(kept))


class TableWords:
    """The words that a table has: choices about others wait for a later file."""

    def __init__(self, table: Shaped, asks: Iterable[Ask] = (), marks: Iterable[RowMark] = ()) -> None:
        """`asks` are its places, and `marks` the assumptions about its rows."""
        self._rows = _single_rows(table)
        self._totals = total_rows.by_words(table)
        self._cells: set[tuple[str, ...]] = set()
        for record in table.records:
            self._cells.update(zip(table.headings, _texts(table, record), strict=True))
        self._asks: frozenset[tuple[str, ...]] = frozenset(asks)
        self._marks: set[tuple[str, ...]] = {(one.kind, one.column, one.value) for one in marks}

    def have(self, one: TableChoice) -> bool:
        """Whether the choice is about words of the table."""
        known: Mapping[str, Container[tuple[str, ...]]] = {
            PLACE: self._asks,
            CELL: self._cells,
            ROW: self._rows,
            TOTAL: self._totals,
            PROPOSAL: self._marks,
        }
        return one.sort in known and one.words in known[one.sort]

    def lines(self, chosen: Iterable[TableChoice]) -> frozenset[int]:
        """The lines that are left out."""
        held = [one for one in chosen if self.have(one)]
        return frozenset(
            (
                *(self._rows[one.words] for one in held if one.sort == ROW),
                *(line for one in held if one.sort == TOTAL for line in self._totals[one.words]),
            )
        )

    def mended(self, chosen: Iterable[TableChoice]) -> dict[tuple[str, str], str]:
        """The corrected cells."""
        found = [one for one in chosen if one.sort == CELL and self.have(one)]
        return {(one.words[0], one.words[1]): str(one.taken) for one in found}


def signed(
    now: Iterable[TableChoice], before: Sequence[TableChoice], words: TableWords, who: str, on: str
) -> list[TableChoice]:
    """All that is kept of a table: the choices of now, and earlier ones about words that it has not.

    A choice that is made again as before keeps who made it first.
    """
    first = {(one.sort, one.words): one for one in before}
    found = {key: one for key, one in first.items() if not words.have(one)}
    for one in now:
        earlier = first.get((one.sort, one.words))
        again = earlier is not None and earlier.taken == one.taken
        found[one.sort, one.words] = earlier if again and earlier else replace(one, who=who, on=on)
    return list(found.values())


def places(chosen: Iterable[TableChoice]) -> dict[Ask, Candidate | None]:
    """The chosen places."""
    return {
        (one.words[0], one.words[1]): one.taken
        for one in chosen
        if one.sort == PLACE and not isinstance(one.taken, str)
    }


def accepted(chosen: Iterable[TableChoice]) -> tuple[Accepted, ...]:
    """The accepted assumptions."""
    found = [one.words for one in chosen if one.sort == PROPOSAL]
    return tuple((kind, heading, cell) for kind, heading, cell in found)


def _may_be_kept(mark: RowMark) -> bool:
    """Whether it is about the words of a cell alone, and has all of them: a long cell is cut."""
    return mark.kind in ABOUT_PLACES | ABOUT_CELLS and bool(mark.value) and not mark.value.endswith("…")


def _single_rows(table: Shaped) -> dict[tuple[str, ...], int]:
    """The line of each row by its cells, if no other row has the same ones."""
    lines_: defaultdict[int, list[str]] = defaultdict(list)
    for record in table.records:
        pairs = zip(table.headings, _texts(table, record), strict=True)
        lines_[record.line] += [part for pair in pairs for part in pair]
    found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for line, cells in lines_.items():
        found[tuple(cells)].append(line)
    return {cells: each[0] for cells, each in found.items() if len(each) == 1}


def _texts(table: Shaped, record: Record) -> list[str]:
    """The cells of a row as the file has them, not as they were corrected."""
    before = dict(record.mended)
    return [
        before.get(heading, "" if cell is None else str(cell))
        for heading, cell in zip(table.headings, record.cells, strict=True)
    ]
