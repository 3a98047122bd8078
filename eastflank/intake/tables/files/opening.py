"""Converts the bytes of a file, or of a pasted text, to sheets of cells. The first bytes show the format."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace

from eastflank.intake.tables.cells.sheets import Opened, SourceSheet, UnreadableTable
from eastflank.intake.tables.cells.texts import shown
from eastflank.intake.tables.files import geodata, limits, own_export, text_tables, unpacking, workbooks
from eastflank.store import carried_tables
from eastflank.words.chosen import unreadable_tables as words

PASTED = "pasted.txt"
"""The name of a table that was pasted."""
_STRANGERS = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7-zip"),
    (b"Rar!", "rar"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
    (b"SQLite format 3", "sqlite"),
    (b"PAR1", "parquet"),
    (b"{\\rtf", "rtf"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"


def opened(name: str, content: bytes, encoding: str = "", delimiter: str = "") -> Opened:
    """The sheets of a file. `name` is only shown.

    `encoding`, as Python names it, and `delimiter` are those that a person chose for a text; empty: detect
    them.

    Raises UnreadableTable with a message if it cannot be read, or is too large.
    """
    if len(content) > limits.MOST_BYTES:
        raise UnreadableTable(words.TOO_LARGE.format(most=limits.MOST_BYTES // 1_000_000))
    if not content.strip():
        raise UnreadableTable(words.EMPTY_FILE)
    read = _read(content, encoding, delimiter)
    held = tuple(each for each in read.sheets if any(cell is not None for row in each.rows for cell in row))
    if not held:
        raise UnreadableTable(words.EMPTY_FILE)
    return replace(read, name=name, sha256=hashlib.sha256(content).hexdigest(), sheets=held)


def opened_folder(name: str, parts: Mapping[str, bytes]) -> Opened:
    """The tables of a data package that is a folder. `parts` are its files by their names.

    Raises UnreadableTable like `opened`.
    """
    whole = hashlib.sha256()
    for part, content in sorted(parts.items()):
        whole.update(f"{part} {len(content)}\n".encode("utf-8", "replace"))
        whole.update(content)
    return Opened(name, whole.hexdigest(), words.DATA_PACKAGE, _package(parts))


def _read(content: bytes, encoding: str, delimiter: str) -> Opened:
    """The file without its name and its checksum."""
    if content.startswith(_ZIP):
        what, sheets, articles = _zipped(content)
        return Opened("", "", what, sheets, articles=articles)
    if content.startswith(b"PK"):
        raise UnreadableTable(words.DAMAGED_ZIP)
    if content.startswith(_OLE):
        return Opened("", "", "XLS", workbooks.sheets(content, "XLS", None))
    for mark, stranger in _STRANGERS:
        if content.startswith(mark):
            raise UnreadableTable(words.NO_TABLE.format(what=words.STRANGERS[stranger]))
    read = text_tables.decoded(content, encoding)
    text = read.text
    remarks = (words.ENCODING_GUESSED.format(name=read.name),) if read.guessed else ()
    begins = text[:2000].lstrip("\ufeff \t\r\n").lower()
    if begins.startswith(("{", "[")):
        return Opened("", "", "GeoJSON", (geodata.geojson(text),), remarks, read.encoding)
    if begins.startswith(("<!doctype html", "<html", "<table", "<script", "<body")):
        raise UnreadableTable(words.WEB_PAGE)
    if begins.startswith("<"):
        return Opened("", "", "KML", (geodata.kml(content),), remarks)
    sheet, between = text_tables.sheet(text.removeprefix("\ufeff"), delimiter)
    what = words.text_table(read.name, between)
    return Opened("", "", what, (sheet,), remarks, read.encoding, between)


def _zipped(content: bytes) -> tuple[str, tuple[SourceSheet, ...], Mapping[str, bytes]]:
    """The kind of a ZIP, its sheets, and the texts of articles in it."""
    parts = unpacking.parts(content)
    if "xl/workbook.xml" in parts:
        return "XLSX", workbooks.sheets(content, "XLSX", parts), {}
    if "xl/workbook.bin" in parts:
        raise UnreadableTable(words.NO_TABLE.format(what=words.STRANGERS["xlsb"]))
    if parts.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return "ODS", workbooks.sheets(content, "ODS", parts), {}
    if "word/document.xml" in parts:
        raise UnreadableTable(words.NO_TABLE.format(what=words.STRANGERS["docx"]))
    if "doc.kml" in parts:
        return "KMZ", (geodata.kml(parts["doc.kml"]),), {}
    if (record := parts.get(carried_tables.FILE)) is not None and "datapackage.json" in parts:
        return words.EXPORT, (*_package(parts), *own_export.sheets(record)), own_export.articles(parts)
    return words.DATA_PACKAGE, _package(parts), {}


def _package(parts: Mapping[str, bytes]) -> tuple[SourceSheet, ...]:
    """The tables that `datapackage.json` names, by their names in it. Paths out of it are ignored."""
    at = next((name for name in sorted(parts, key=len) if name.split("/")[-1] == "datapackage.json"), None)
    if at is None:
        raise UnreadableTable(words.NO_PACKAGE)
    try:
        resources = json.loads(parts[at])["resources"]
        listed = [(str(each["name"]), str(each["path"])) for each in resources]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableTable(words.BROKEN_PACKAGE) from error
    sheets = []
    for name, path in listed:
        content = parts.get(at.removesuffix("datapackage.json") + path)
        if content is None:
            raise UnreadableTable(words.NOT_IN_PACKAGE.format(path=shown(path)))
        if content.strip():
            text = text_tables.decoded(content).text
            sheets.append(replace(text_tables.sheet(text.removeprefix("\ufeff"))[0], name=name))
    return tuple(sheets)
