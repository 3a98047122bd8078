"""Copies of the frozen record, for tests that change a cell."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

from tests.frozen import FOLDER


def copied(folder: Path) -> Path:
    """The tables, their schema and the articles in a folder of their own."""
    return shutil.copytree(FOLDER, folder)


def write(folder: Path, table: str, row: str, **cells: str) -> None:
    """Write into cells of the row whose first column holds `row`."""
    file = folder / f"{table}.csv"
    header, *rows = csv.reader(io.StringIO(file.read_text(encoding="utf-8")))
    (found,) = [one for one in rows if one[0] == row]
    for column, text in cells.items():
        found[header.index(column)] = text
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header, *rows])
    file.write_text(out.getvalue(), encoding="utf-8")
