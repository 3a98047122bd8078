"""Tables as text: detects encoding, delimiter and cells."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from charset_normalizer import from_bytes

from eastflank.intake.tables.cells.sheets import Cell, SourceSheet, UnreadableTable
from eastflank.intake.tables.files import limits
from eastflank.words.chosen import unreadable_tables as words

SAMPLE = 65_536
"""How many characters, or bytes, are used to detect delimiter and encoding."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
DELIMITERS = (",", ";", "\t", "|")
_WESTERN = ("cp1252", "cp1250", "cp1257")
_CYRILLIC = ("cp1251", "koi8_r", "iso8859_5")
_SPOKEN = {
    "cp1252": "Windows-1252 (Latin-1)",
    "cp1250": "Windows-1250",
    "cp1257": "Windows-1257",
    "cp1251": "Windows-1251",
    "koi8_r": "KOI8-R",
    "iso8859_5": "ISO 8859-5",
}
ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    **_SPOKEN,
}
"""The possible encodings, as Python names them, and as people do."""
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_HIGH = re.compile(rb"[\x80-\xff]+")
_UNLIKELY = re.compile("[\x80-\x9f]")
_UNENDED = "unexpected end of data"
"""What Python's `csv` says of a quotation mark that is never closed."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file."""

    text: str
    encoding: str
    """As Python names it."""
    name: str
    """As people name it."""
    guessed: bool


def decoded(content: bytes, encoding: str = "") -> Decoded:
    """The text of a file, in the chosen or else the detected encoding. Raises UnreadableTable."""
    if encoding:
        name = ENCODINGS.get(encoding, encoding)
        return Decoded(_strictly(content, encoding, name), encoding, name, guessed=False)
    for mark, marked, name in _MARKS:
        if content.startswith(mark):
            return Decoded(_strictly(content, marked, name), marked, name, guessed=False)
    if b"\0" in content[:SAMPLE]:
        return _without_mark(content)
    try:
        return Decoded(content.decode("utf-8"), "utf-8", "UTF-8", guessed=False)
    except UnicodeDecodeError:
        guess = _guessed(content)
    return Decoded(_strictly(content, guess, _SPOKEN[guess]), guess, _SPOKEN[guess], guessed=True)


def sheet(text: str, delimiter: str = "") -> tuple[SourceSheet, str]:
    """The cells of a text, and the delimiter between them: the chosen one, or else the detected one.

    Raises UnreadableTable.
    """
    csv.field_size_limit(limits.LONGEST_CELL)
    delimiter = delimiter or _delimiter(text[:SAMPLE])
    rows: list[tuple[Cell, ...]] = []
    lines: list[int] = []
    cells = 0
    known: dict[str, str] = {}
    for begins, row in _records(text, delimiter):
        if len(row) > limits.MOST_COLUMNS:
            raise UnreadableTable(words.TOO_MANY_COLUMNS.format(line=begins, most=limits.MOST_COLUMNS))
        cells += len(row)
        # Equal texts are one object: a million rows have few different cells.
        rows.append(tuple([known.setdefault(bare, bare) if (bare := cell.strip()) else None for cell in row]))
        lines.append(begins)
        if len(rows) > limits.MOST_ROWS or cells > limits.MOST_CELLS:
            raise UnreadableTable(words.TOO_MANY_ROWS.format(most=limits.MOST_ROWS))
    return SourceSheet("", tuple(rows), tuple(lines)), delimiter


def _strictly(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except LookupError as error:
        raise UnreadableTable(words.NO_SUCH_ENCODING.format(name=name[:40])) from error
    except UnicodeDecodeError as error:
        problem = words.NOT_IN_ENCODING.format(name=name, byte=content[error.start], at=error.start + 1)
        raise UnreadableTable(problem) from error


def _without_mark(content: bytes) -> Decoded:
    """UTF-16 without a byte order mark has a zero in every second byte of plain letters."""
    sample = content[:SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    for many, few, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if many > 0.4 * half and few < 0.05 * half:
            return Decoded(_strictly(content, encoding, "UTF-16"), encoding, "UTF-16", guessed=True)
    raise UnreadableTable(words.BINARY)


def _guessed(content: bytes) -> str:
    """The likeliest encoding of eight bits. Only in Cyrillic text such letters are neighbours."""
    sample = content[: 4 * SAMPLE]
    runs = [len(run) for run in _HIGH.findall(sample)]
    together = sum(length for length in runs if length > 1)
    names = _CYRILLIC if together > 0.6 * sum(runs) else _WESTERN
    best = from_bytes(sample, cp_isolation=list(names)).best()
    found = best.encoding if best is not None and best.encoding in names else names[0]
    if found != names[0] and _natural(sample, names[0]) >= _natural(sample, found):
        return names[0]
    return found


def _natural(sample: bytes, encoding: str) -> float:
    """The share of non-ASCII letters that look right in their words, from 0 to 1."""
    text = sample.decode(encoding, "replace")
    high = [sign for sign in text if sign > "\x7f"]
    inside = re.findall(r"(?<=[a-zà-ÿа-я])[A-ZÀ-ÞА-Я]", text)
    odd = sum(not sign.isalpha() for sign in high) + len(_UNLIKELY.findall(text)) + len(inside)
    return 1 - odd / max(len(high), 1)


def _delimiter(sample: str) -> str:
    """The delimiter with which most rows have the same, large number of cells."""

    def score(delimiter: str) -> tuple[float, int]:
        try:
            widths = [
                len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter) if row
            ]
        except csv.Error:
            return 0.0, 0
        split = [width for width in widths if width > 1]
        if not split:
            return 0.0, 0
        ((width, rows),) = Counter(split).most_common(1)
        return rows / len(widths), width

    best = max(DELIMITERS, key=score)
    return best if score(best) > (0.0, 0) else ","


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line on which it begins; line ends may be CR, LF or both."""
    lines: list[str] = []
    reader = csv.reader(_kept(text, lines), delimiter=delimiter)
    begins = 1
    try:
        for row in reader:
            many = reader.line_num - begins
            if many > limits.MOST_LINES_IN_A_CELL or not _is_closed(lines, delimiter):
                raise UnreadableTable(words.UNCLOSED_QUOTE.format(line=begins))
            yield begins, row
            begins = reader.line_num + 1
            lines.clear()
    except csv.Error as error:
        raise UnreadableTable(words.UNCLOSED_QUOTE.format(line=begins)) from error


def _kept(text: str, lines: list[str]) -> Iterator[str]:
    """The lines of a text; each is also added to `lines`."""
    for line in _LINE.finditer(text):
        lines.append(line[0])
        yield line[0]


def _is_closed(lines: list[str], delimiter: str) -> bool:
    """Whether each quotation mark of a row is closed where a cell ends.

    A row of several lines with text after a closing mark has most likely taken in the rows below it. In a row
    of one line such a text does no harm: “"Iron Wolf" brigade”.
    """
    if len(lines) == 1 and lines[0].count('"') % 2 == 0:
        return True
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return len(lines) == 1 and _UNENDED not in str(error)
    return True
