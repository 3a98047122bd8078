"""Copies of the curated tables, for tests that change a cell."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

from eastflank.store import DATA


def copied(folder: Path) -> Path:
    """The tables and their schema in a folder of their own; the map's ground stays where it is."""
    folder.mkdir()
    for file in [*DATA.glob("*.csv"), DATA / "datapackage.json"]:
        shutil.copy(file, folder)
    return folder


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
