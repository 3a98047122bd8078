"""Imports the rows of the record in our own exports: as the same claims with the same ids."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from eastflank.intake.tables.cells.problems import Problem, wrong
from eastflank.intake.tables.cells.sheets import Cell, Opened, SourceSheet, UnreadableTable
from eastflank.model import Dataset
from eastflank.store import DATA, carried_tables, optional_columns, schema
from eastflank.store.edits import Edit, Hold, Insert
from eastflank.words.chosen import imported_claims, unreadable_tables

_SHEET = carried_tables.SHEET.format(table="")
_ARTICLES = f"{carried_tables.ARTICLES}/"
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Brought:
    """What the rows of an export would change."""

    edits: tuple[Edit, ...]
    """New rows, sorted so that each depends only on earlier ones."""
    new: Mapping[str, int]
    """How many rows are new, by table."""
    same: Mapping[str, int]
    """How many rows are already in the dataset unchanged, by table."""
    problems: tuple[Problem, ...]
    """Rows for which the dataset has a different row with the same key. They are not imported."""
    reason: str


def carried(file: Opened) -> bool:
    """Whether a file is an export of Eastflank with rows of the record."""
    return any(sheet.name == f"{_SHEET}claims" for sheet in file.sheets)


def sheets(content: bytes) -> tuple[SourceSheet, ...]:
    """The sheets of a `record.json`, named as in a workbook of Eastflank. Raises UnreadableTable."""
    try:
        told = json.loads(content)
        if told[carried_tables.MARK] != 1:
            raise UnreadableTable(unreadable_tables.OTHER_RECORD)
        listed = {name: (held["columns"], held["rows"]) for name, held in told["tables"].items()}
        found = [
            [tuple(str(cell) or None for cell in row) for row in (columns, *rows)]
            for columns, rows in listed.values()
        ]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableTable(unreadable_tables.BROKEN_RECORD) from error
    return tuple(
        SourceSheet(f"{_SHEET}{name}", tuple(rows), tuple(range(1, len(rows) + 1)))
        for name, rows in zip(listed, found, strict=True)
    )


def articles(parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The texts of articles among the files of a bundle of ours, by their file names in the sources."""
    return {
        name.removeprefix(_ARTICLES): content for name, content in parts.items() if name.startswith(_ARTICLES)
    }


def brought(file: Opened, dataset: Dataset) -> Brought:
    """What importing the rows would change. Raises UnreadableTable for an unknown sheet."""
    by_name = {
        sheet.name.removeprefix(_SHEET): sheet for sheet in file.sheets if sheet.name.startswith(_SHEET)
    }
    described = schema.read(DATA)
    edits: list[Edit] = []
    problems: list[Problem] = []
    new: dict[str, int] = {}
    same: dict[str, int] = {}
    for name in (each for each in carried_tables.ORDER if each in by_name):
        table = described[name]
        frame = getattr(dataset, name)
        held = _held(frame, carried_tables.columns(table, frame), table.key)
        for line, row in _rows(by_name[name], {*table.columns, *optional_columns.COLUMNS.get(name, {})}):
            key = tuple(row.get(column, "") for column in table.key)
            own = _without_original(row) if name == "sources" else row
            if key not in held:
                edits += [*_text_of(own, file, dataset), Insert(name, own, foreign=True)]
                new[name] = new.get(name, 0) + 1
            elif (
                held[key] in (row, own) or name == "nations"
            ):  # each dataset may have its own names of countries
                same[name] = same.get(name, 0) + 1
            else:
                problems.append(_another(by_name[name].name, line, ", ".join(key), held[key], row))
    return Brought(
        tuple(edits), new, same, tuple(problems), imported_claims.REASON_OF_EXPORT.format(name=file.name)
    )


def _text_of(source: Row, file: Opened, dataset: Dataset) -> Iterator[Hold]:
    """The text of a new source, if the export contains it and the dataset has none with this name.

    Raises UnreadableTable if its checksum shows that it is not the quoted text.
    """
    name = source.get("file", "")
    if name in file.articles and name not in dataset.articles:
        if hashlib.sha256(file.articles[name]).hexdigest() != source.get("sha256"):
            raise UnreadableTable(unreadable_tables.OTHER_ARTICLE.format(name=name))
        yield Hold(name, file.articles[name])


def _without_original(source: Row) -> Row:
    """A source without its original file: an export contains only the text, and the note says so."""
    if "original" not in source:
        return source
    said = imported_claims.ORIGINAL_LEFT.format(
        name=source["original"], sha256=source.get("original_sha256", "")
    )
    rest = {name: cell for name, cell in source.items() if name not in ("original", "original_sha256")}
    return {**rest, "note": f"{source['note']} {said}" if source.get("note") else said}


def _another(sheet: str, line: int, key: str, ours: Row, theirs: Row) -> Problem:
    columns = [column for column in {**ours, **theirs} if ours.get(column) != theirs.get(column)]
    problem = wrong("another row", columns=", ".join(columns))
    return Problem(sheet, line, columns[0], key, problem.kind, problem.reason, problem.suggestion)


def _rows(sheet: SourceSheet, columns: Collection[str]) -> Iterator[tuple[int, Row]]:
    """Each row with its line, without its empty cells."""
    headings = sheet.rows[0]
    if strange := [str(each) for each in headings if each is not None and each not in columns]:
        raise UnreadableTable(
            unreadable_tables.STRANGE_COLUMNS.format(sheet=sheet.name, columns=", ".join(strange)[:200])
        )
    for line, cells in zip(sheet.lines[1:], sheet.rows[1:], strict=True):
        row = {
            str(heading): _text(cell)
            for heading, cell in zip(headings, cells, strict=False)
            if heading is not None and cell is not None
        }
        if row:
            yield line, row


def _text(cell: Cell) -> str:
    return str(cell)


def _held(frame: pd.DataFrame, columns: Iterable[str], key: Sequence[str]) -> Mapping[tuple[str, ...], Row]:
    """The rows of a table as its file has them, by key, without empty cells."""
    names = tuple(columns)
    texts = [carried_tables.texts(frame, column) for column in names]
    rows = [
        {name: cell for name, cell in zip(names, cells, strict=True) if cell}
        for cells in zip(*texts, strict=True)
    ]
    return {tuple(row.get(column, "") for column in key): row for row in rows}
