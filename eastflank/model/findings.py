"""What is wrong in the data."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong in the data: where it is, what it is, and what to do about it."""

    table: str
    """The file, e.g. `claims.csv`."""
    row: str
    """The row's id, with its line in the file; empty when the whole table is meant."""
    column: str
    """The column; empty when the whole row or table is meant."""
    problem: str
    remedy: str
    more: int | None = None
    """How many more rows it summarises that are not listed one by one; None: it is about its own row."""

    check: str = field(default="", compare=False)
    """The name of the check that found it; empty where the tables could not be read."""
    key: str = field(default="", compare=False)
    """The row's key, such as `A1-19`, or `R059, GBR` where it has two columns; empty as `row` is."""
    line: int | None = field(default=None, compare=False)
    """The row's line in the file; None when the whole table is meant."""

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.table, self.row, self.column) if part)
        return f"{where}: {self.problem} {self.remedy}".rstrip()
