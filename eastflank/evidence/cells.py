"""The cells of a CSV file, as text, with the line each row begins on."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence

import pandas as pd

from eastflank.evidence import files
from eastflank.evidence.broken import BrokenData
from eastflank.evidence.schema import Table
from eastflank.model import Finding

_BYTE_ORDER_MARK = "\ufeff"


def cells(content: bytes, table: Table) -> pd.DataFrame:
    """Every cell as `str`, an empty one as missing; the index, `line`, is where the row begins in the file.

    Raises BrokenData with all that is wrong in the file's encoding, line ends, header and row lengths.
    """
    text = files.text(content, table.file)
    findings = list(_line_end_findings(text, table))
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
        begins = reader.line_num + 1
        shapes = []
        for row in reader:
            shapes.append((begins, len(row)))
            begins = reader.line_num + 1
    except csv.Error as error:
        where = f"the row that begins in line {reader.line_num if not header else begins}"
        found = Finding(
            table.file, where, "", f"This is not CSV: {error}.", "Look for a quotation mark too many."
        )
        raise BrokenData([*findings, found]) from error
    findings += _header_findings(header, table)
    findings += [
        Finding(
            table.file,
            f"line {line}",
            "",
            f"The row has {width} cells, the header {len(header)}." if width else "The line is empty.",
            "Put a text that holds a comma in quotation marks." if width else "Delete it.",
        )
        for line, width in shapes
        if width != len(header)
    ]
    if findings:
        raise BrokenData(findings)
    frame = pd.read_csv(
        io.BytesIO(content), dtype="str", keep_default_na=False, na_values=[""], engine="pyarrow"
    )
    frame.index = pd.Index([line for line, _ in shapes], dtype="int64", name="line")
    return frame


def _line_end_findings(text: str, table: Table) -> Iterator[Finding]:
    if text.startswith(_BYTE_ORDER_MARK):
        problem = "The file begins with a byte order mark, as some spreadsheets write it."
        yield Finding(table.file, "line 1", "", problem, "Save it as plain UTF-8.")
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        yield Finding(
            table.file, f"line {line}", "", "There is a carriage return.", "End lines with LF alone."
        )
    if not text.endswith("\n"):
        line = text.count("\n") + 1
        yield Finding(table.file, f"line {line}", "", "The last line has no end.", "End it with LF.")


def _header_findings(header: Sequence[str], table: Table) -> Iterator[Finding]:
    header = [name.removeprefix(_BYTE_ORDER_MARK) for name in header]
    for name in table.columns:
        if name not in header:
            yield Finding(
                table.file, "line 1", name, "The column is missing.", "Add it, even if it is empty."
            )
    for name, times in Counter(header).items():
        if name not in table.columns:
            problem = f"The schema knows no column “{name}”."
            yield Finding(
                table.file, "line 1", name, problem, "Remove it, or describe it in datapackage.json."
            )
        elif times > 1:
            yield Finding(table.file, "line 1", name, f"The column stands here {times} times.", "Keep one.")
    if sorted(header) == sorted(table.columns) and tuple(header) != table.columns:
        remedy = f"Put them in this order: {', '.join(table.columns)}."
        yield Finding(
            table.file, "line 1", "", "The columns are in another order than in the schema.", remedy
        )
