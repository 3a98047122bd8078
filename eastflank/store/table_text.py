"""Adds or changes rows in a table's text, and keeps every other byte. Pure."""

from __future__ import annotations

import bisect
import csv
import io
import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from eastflank.store.schema_values import Table

Key = tuple[str, ...]
"""The cells that identify a row, in the order of the table's key."""
_EMPTY = itertools.repeat("")
_needs_marks = re.compile('[,"\n\r]').search
"""What makes quotation marks necessary."""
_DIGITS = 20
"""The most digits of a number in a key."""


class _Returned:
    """A file that gives each row back instead of keeping it."""

    @staticmethod
    def write(text: str) -> str:
        return text


_in_csv = csv.writer(_Returned, lineterminator="\n").writerow
"""A row as a line of CSV, with quotation marks where it needs them: Python's own writer is the fastest."""


@dataclass(frozen=True, slots=True)
class TableText:
    """The text of a table, row by row. The text is valid CSV with the columns of the schema."""

    table: Table
    header: str
    """The first line, with its end."""
    rows: Mapping[Key, str] = field(repr=False)
    """The text of each row with its end, by key, in the file's order."""

    @classmethod
    def of(cls, table: Table, text: str) -> TableText:
        """The table in a file's text. A last line without a line end gets one."""
        lines = list(io.StringIO(text if text.endswith("\n") else f"{text}\n", newline=""))
        places = [table.columns.index(column) for column in table.key]
        reader = csv.reader(lines)
        next(reader, None)
        keys = [tuple([cells[place] for place in places]) for cells in reader if cells]
        if len(keys) + 1 == len(lines):  # the usual case: no row has several lines, and no line is empty
            return cls(table, lines[0], dict(zip(keys, lines[1:], strict=True)))
        rows = {
            tuple(cells[place] for place in places): "".join(lines[begins:ends])
            for begins, ends, cells in _records("".join(lines))
        }
        return cls(table, lines[0], rows)

    def __str__(self) -> str:
        return self.header + "".join(self.rows.values())

    def cells(self, key: Key) -> Mapping[str, str]:
        """The cells of a row by column, an empty cell as an empty text. Raises KeyError."""
        text = self.rows[key]
        if '"' in text or "\r" in text:
            (cells,) = csv.reader([text] if "\r" not in text else io.StringIO(text, newline=""))
        else:  # a third of the time
            cells = text.removesuffix("\n").split(",")
        return dict(zip(self.table.columns, cells, strict=True))

    def line(self, key: Key) -> int:
        """The line of the file on which a row begins."""
        line = 2
        for other, text in self.rows.items():
            if other == key:
                return line
            line += text.count("\n")
        raise KeyError(key)

    def with_row(self, cells: Mapping[str, str], *, last: bool = False) -> TableText:
        """With one more row, before the first with a greater key, or at the end."""
        return self.with_rows([cells], last=last)

    def with_rows(self, more: Sequence[Mapping[str, str]], *, last: bool = False) -> TableText:
        """With more rows, each before the first with a greater key, or all of them at the end."""
        return self.with_texts(
            {
                tuple(cells[column] for column in self.table.key): row_text(self.table, cells)
                for cells in more
            },
            last=last,
        )

    def with_texts(self, new: Mapping[Key, str], *, last: bool = False) -> TableText:
        """With more rows, given as their texts by key; placed as `with_rows` places them."""
        if last:
            return replace(self, rows={**self.rows, **new})
        # The table may be unsorted: a row's position is found by the greatest key up to each other row.
        order = self._order()
        coming = sorted(new, key=order)
        if not self.rows:
            return replace(self, rows={key: new[key] for key in coming})
        greatest = list(itertools.accumulate(map(order, self.rows) if order else self.rows, max))
        slots: dict[int, list[Key]] = {}
        for key in coming:
            slots.setdefault(bisect.bisect_right(greatest, order(key) if order else key), []).append(key)
        rows: dict[Key, str] = {}
        for at, (other, line) in enumerate(self.rows.items()):
            rows.update((key, new[key]) for key in slots.get(at, ()))
            rows[other] = line
        rows.update((key, new[key]) for key in slots.get(len(greatest), ()))
        return replace(self, rows=rows)

    def _order(self) -> Callable[[Key], Key] | None:
        """The sort key if a part of the keys is a number: 272 before 1364; None: sort by the keys."""
        types = {field.name: field.type for field in self.table.fields}
        numbers = [types[column] == "integer" for column in self.table.key]
        if not any(numbers):
            return None
        return lambda key: tuple(
            cell.zfill(_DIGITS) if number else cell for cell, number in zip(key, numbers, strict=True)
        )

    def without(self, *keys: Key) -> TableText:
        """Without some rows; unchanged if it has none of these keys."""
        gone = set(keys)
        return replace(self, rows={other: text for other, text in self.rows.items() if other not in gone})

    def changed(self, key: Key, cells: Mapping[str, str]) -> TableText:
        """With other cells in a row."""
        return replace(self, rows={**self.rows, key: self.row_changed(key, cells)})

    def row_changed(self, key: Key, cells: Mapping[str, str], before: Mapping[str, str] | None = None) -> str:
        """A row with other cells. An unchanged cell keeps its quotation marks, or stays without.

        `before` are its cells, if the caller has read them.
        """
        before = self.cells(key) if before is None else before
        raw = dict(zip(self.table.columns, _raw_cells(self.rows[key]), strict=True))
        for column, cell in cells.items():
            if cell != before[column]:
                raw[column] = _written(cell, quoted=raw[column].startswith('"'))
        return _line([*raw.values()])


def row_text(table: Table, cells: Mapping[str, str]) -> str:
    """A row with its line end, with quotation marks only where needed.

    A column that `cells` leaves out is empty.
    """
    line = str(_in_csv(map(cells.get, table.columns, _EMPTY)))
    if "\r" in line:  # Python's own writer puts no marks around it
        return _line([_written(cells.get(column, ""), quoted=False) for column in table.columns])
    return line


def _records(text: str) -> Iterator[tuple[int, int, list[str]]]:
    """Each row except the header: the number of lines before it and before the next row, and its cells."""
    reader = csv.reader(io.StringIO(text, newline=""))
    next(reader, None)
    begins = reader.line_num
    for record in reader:
        if record:
            yield begins, reader.line_num, record
        begins = reader.line_num


def _raw_cells(text: str) -> list[str]:
    """The cells of a row as they are written, with their quotation marks."""
    found, cell = [], ""
    # Every second piece stands between quotation marks: a comma in it is part of a cell. A doubled mark in a
    # cell is an empty piece between two of these.
    for place, piece in enumerate(text.removesuffix("\n").split('"')):
        if place % 2:
            cell += f'"{piece}"'
            continue
        first, *others = piece.split(",")
        cell += first
        if others:
            found += [cell, *others[:-1]]
            cell = others[-1]
    return [*found, cell]


def _written(cell: str, *, quoted: bool) -> str:
    return _quoted(cell) if _needs_marks(cell) or (quoted and cell) else cell


def _quoted(cell: str) -> str:
    return '"{}"'.format(cell.replace('"', '""'))


def _line(raw: list[str]) -> str:
    return ",".join(raw) + "\n"
