"""The cells of a CSV file, as text, with the line each row begins on."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
from pyarrow import csv as arrow_csv

from eastflank.model import Finding
from eastflank.store import files
from eastflank.store.broken import BrokenData, told
from eastflank.store.schema_values import Table
from eastflank.words.chosen import findings_in_files as words

_BYTE_ORDER_MARK = "\ufeff"
_LONGEST = 131_072
"""The most characters of a cell: no citation or note is as long, and a page would not show it."""
_PIECE = 1 << 20
"""Bytes of a file that are processed at a time: a large table is never in memory as one text."""
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""Characters that no text needs and XML does not allow: most come from a damaged file. A lone CR has its own
message."""
_SUSPECT = bytes([*range(9), *range(11, 32), 127])
"""The bytes of these, and of CR; the next constant has the last bytes of the two longer ones."""
_SUSPECT_ENDS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")


def cells_in(content: bytes, table: Table) -> pd.DataFrame:
    """Every cell as `str`, an empty one as missing; the index, `line`, is where the row begins in the file.

    Raises BrokenData with all that is wrong in the file's encoding, line ends, header and row lengths.
    """
    frame = _frame(content, table)
    if frame is not None and _is_plain(content) and len(frame) + 1 == content.count(b"\n"):
        # One line for each row: in this usual case a million rows take one second instead of ten.
        return frame.set_axis(pd.Index(np.arange(2, len(frame) + 2), name="line"))
    text = files.text(content, table.file)
    findings = [*_line_end_findings(text, table), *_unseen_findings(text, table)]
    if frame is not None and len(frame) + 1 == text.count("\n") and _widest(text) <= _LONGEST:
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
    """The most characters of a line."""
    return max(map(len, text.split("\n")))


def _is_plain(content: bytes) -> bool:
    """Whether it is UTF-8, has no line longer than a cell may be, and no forbidden character."""
    if not content.endswith(b"\n") or content.startswith(_BYTE_ORDER_MARK.encode()):
        return False
    begins = 0
    while begins < len(content):
        ends = content.rfind(b"\n", begins, begins + _PIECE) + 1
        if not ends:  # longer than any line
            return False
        piece = content[begins:ends]
        if len(piece.translate(None, _SUSPECT)) < len(piece) or any(end in piece for end in _SUSPECT_ENDS):
            return False
        try:
            piece.decode("utf-8")
        except UnicodeDecodeError:
            return False
        if max(map(len, piece.split(b"\n"))) > _LONGEST:
            return False
        begins = ends
    return True


def _frame(content: bytes, table: Table) -> pd.DataFrame | None:
    """The file's rows under the columns of the schema, or None if it cannot be read in this way.

    Every "NA" is a text like any other. Equal texts of a column are one object: most of a million rows have
    one of a few words. They are Python strings, because a page reads many small parts of the tables, and each
    costs twice the time with Arrow strings. With 10,000 claims both are equally fast.
    """
    found = _arrow(content, lines_in_cells=False)
    if len(content) > _PIECE and (found is None or found.num_rows + 1 != content.count(b"\n")):
        # A block ended inside a cell. If no cell has a line end, a large file is read in half the time.
        found = _arrow(content, lines_in_cells=True)
    if found is None or tuple(found.column_names) != table.columns:
        return None
    with pd.option_context("mode.string_storage", "python"):
        return pd.DataFrame(dict(zip(table.columns, map(_texts, found.columns), strict=True)), copy=False)


def _arrow(content: bytes, *, lines_in_cells: bool) -> pa.Table | None:
    """The file as Arrow reads it, each column as indices into its different texts; None if it cannot."""
    try:
        return arrow_csv.read_csv(
            pa.py_buffer(content),
            read_options=arrow_csv.ReadOptions(block_size=_PIECE),
            parse_options=arrow_csv.ParseOptions(newlines_in_values=lines_in_cells),
            convert_options=arrow_csv.ConvertOptions(
                null_values=[""],
                strings_can_be_null=True,
                default_column_type=pa.dictionary(pa.int32(), pa.string()),
            ),
        )
    except pa.ArrowInvalid:
        return None


def _texts(column: pa.ChunkedArray) -> pd.Series[str]:
    """The texts of a column, an empty cell as missing."""
    whole = column.unify_dictionaries().combine_chunks()
    if isinstance(whole, pa.ChunkedArray):
        whole = whole.chunk(0) if whole.num_chunks else pa.array([], column.type)
    different = np.empty(len(whole.dictionary) + 1, dtype="object")
    different[:-1] = whole.dictionary.to_numpy(zero_copy_only=False)
    different[-1] = np.nan  # the index of an empty cell is -1
    return pd.Series(different[whole.indices.fill_null(-1).to_numpy()], dtype="str")


def _lines(text: str, table: Table) -> tuple[list[int], list[Finding]]:
    """The line on which each row begins, and what is wrong with the shape of header and rows."""
    csv.field_size_limit(_LONGEST)  # a global setting that other code in this process may have changed
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
        findings.append(
            _too_long(text, table, begins)
            or Finding(table.file, words.line(begins), "", *words.no_row(str(error)))
        )
    return lines, [*findings, *told(list(uneven), uneven.__getitem__)]


def _too_long(text: str, table: Table, begins: int) -> Finding | None:
    """The cell that is too long to be read, in the row that begins on this line; None if none is."""
    csv.field_size_limit(len(text) + 1)
    try:
        rows = csv.reader(io.StringIO("\n".join(text.split("\n")[begins - 1 :]), newline=""), strict=True)
        row = next(rows, [])
    except csv.Error:
        return None
    finally:
        csv.field_size_limit(_LONGEST)
    long = next((number for number, cell in enumerate(row) if len(cell) > _LONGEST), None)
    if long is None:
        return None
    column = table.columns[long] if long < len(table.columns) else ""
    where = words.row(begins, [row[0][:80]])
    return Finding(table.file, where, column, *words.cell_too_long(_LONGEST))


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
