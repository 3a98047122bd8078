"""The view's deployments as CSV: one row each, and each row states its origin."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from eastflank.render.cells import neutral
from eastflank.render.sheets import about, deployments
from eastflank.report.columns import Value
from eastflank.report.contents import Briefing, Size


def write(briefing: Briefing, _size: Size | None = None) -> bytes:
    """The file: UTF-8 with a byte order mark, which spreadsheets need, and line ends as in RFC 4180.

    What is true of the whole view is in every row, because people copy rows out of tables.
    """
    table, of_the_view = deployments(briefing), about(briefing).rows
    headings = [*(column.heading for column in table.columns), *(str(what) for what, _ in of_the_view)]
    said = [value for _, value in of_the_view]
    return content(headings, [(*row, *said) for row in table.rows])


def content(headings: Iterable[str], rows: Iterable[Iterable[Value]], encoding: str = "utf-8-sig") -> bytes:
    """A CSV file of these rows: a cell is empty if nothing is stated, and is never a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([neutral(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return text.getvalue().encode(encoding, "replace")
