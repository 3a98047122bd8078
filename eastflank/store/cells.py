"""The cells of a CSV file, as text, with the line each row begins on."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence

import pandas as pd

from eastflank.model import Finding
from eastflank.store import files
from eastflank.store.broken import BrokenData, told
from eastflank.store.schema_values import Table
from eastflank.words.chosen import findings_in_files as words

_BYTE_ORDER_MARK = "\ufeff"
_LONGEST = 131_072
"""Characters that a cell may have: no citation or note is as long, and a page would not show it."""
_MANY = 10_000
"""Rows from which on a table's texts are held once each."""
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""Characters that no text holds and no XML may: most come from a damaged file. A lone CR has its own word."""


def cells(content: bytes, table: Table) -> pd.DataFrame:
    """Every cell as `str`, an empty one as missing; the index, `line`, is where the row begins in the file.

    Raises BrokenData with all that is wrong in the file's encoding, line ends, header and row lengths.
    """
    text = files.text(content, table.file)
    findings = [*_line_end_findings(text, table), *_unseen_findings(text, table)]
    frame = _frame(content)
    plain = frame is not None and tuple(frame.columns) == table.columns
    if frame is not None and plain and len(frame) + 1 == text.count("\n") and _widest(text) <= _LONGEST:
        # A line for each row: the usual case, in which a million rows take one second instead of ten.
        lines = list(range(2, len(frame) + 2))
    else:
        lines, flaws = _lines(text, table)
        findings += flaws
    if not findings and (frame is None or len(frame) != len(lines)):
        findings.append(Finding(table.file, "", "", *words.ROWS_END_DIFFERENTLY))
    if findings or frame is None:
        raise BrokenData(findings)
    return frame.set_axis(pd.Index(lines, dtype="int64", name="line"))


def _widest(text: str) -> int:
    """Characters of the longest line."""
    return max(map(len, text.split("\n")))


def _frame(content: bytes) -> pd.DataFrame | None:
    """The file as pandas reads it, or None when it cannot; every "NA" is a text like any other.

    Texts are kept as Python's own: a page takes many small parts of the tables, and from Arrow's each
    costs twice the time. At 10,000 claims neither is slower than the other.
    """
    try:
        with pd.option_context("mode.string_storage", "python"):
            frame = pd.read_csv(
                io.BytesIO(content), dtype="str", keep_default_na=False, na_values=[""], engine="pyarrow"
            )
    except (pd.errors.ParserError, pd.errors.EmptyDataError):
        return None
    return frame if len(frame) < _MANY else frame.apply(_each_text_once)


def _each_text_once(column: pd.Series[str]) -> pd.Series[str]:
    """The column, in which equal texts are one object: of a million rows most say one of a few words."""
    places, texts = pd.factorize(column)
    return pd.Series(texts.take(places, allow_fill=True), column.index, name=column.name)


def _lines(text: str, table: Table) -> tuple[list[int], list[Finding]]:
    """The line on which each row begins, and what is wrong with the shape of header and rows."""
    csv.field_size_limit(_LONGEST)  # the same, whatever else in this process has set it
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    lines: list[int] = []
    findings: list[Finding] = []
    uneven: dict[int, Finding] = {}
    begins = 1
    try:
        header = next(reader, [])
        findings += _header_findings(header, table)
        begins = reader.line_num + 1
        for row in reader:
            lines.append(begins)
            if len(row) != len(header):
                uneven[begins] = _row_finding(row, header, table, begins)
            begins = reader.line_num + 1
    except csv.Error as error:
        findings.append(Finding(table.file, words.line(begins), "", *words.no_row(str(error))))
    return lines, [*findings, *told(list(uneven), uneven.__getitem__)]


def _row_finding(row: Sequence[str], header: Sequence[str], table: Table, line: int) -> Finding:
    if not row:
        return Finding(table.file, words.line(line), "", *words.LINE_EMPTY)
    where = words.row(line, [row[0][:80]])
    return Finding(table.file, where, "", *words.other_length(len(row), len(header)))


def _line_end_findings(text: str, table: Table) -> Iterator[Finding]:
    if text.startswith(_BYTE_ORDER_MARK):
        yield Finding(table.file, words.line(1), "", *words.BYTE_ORDER_MARK)
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        yield Finding(table.file, words.line(line), "", *words.CARRIAGE_RETURN)
    if not text.endswith("\n"):
        line = text.count("\n") + 1
        yield Finding(table.file, words.line(line), "", *words.NO_LAST_END)


def _unseen_findings(text: str, table: Table) -> Iterator[Finding]:
    if not _UNSEEN.search(text):  # the usual case
        return iter(())
    found = {
        number: match[0] for number, line in enumerate(text.split("\n"), 1) if (match := _UNSEEN.search(line))
    }

    def finding(line: int) -> Finding:
        return Finding(table.file, words.line(line), "", *words.invisible(found[line]))

    return told(list(found), finding)


def _header_findings(header: Sequence[str], table: Table) -> Iterator[Finding]:
    header = [name.removeprefix(_BYTE_ORDER_MARK) for name in header]
    for name in table.columns:
        if name not in header:
            yield Finding(table.file, words.line(1), name, *words.COLUMN_MISSING)
    for name, times in Counter(header).items():
        if name not in table.columns:
            yield Finding(table.file, words.line(1), name, *words.unknown_column(name))
        elif times > 1:
            yield Finding(table.file, words.line(1), name, *words.column_repeated(times))
    if sorted(header) == sorted(table.columns) and tuple(header) != table.columns:
        yield Finding(table.file, words.line(1), "", *words.other_order(table.columns))
