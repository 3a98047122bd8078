"""Columns of text become columns of values, where the schema allows every value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import pandas as pd

from eastflank import dates
from eastflank.model import Finding
from eastflank.store.broken import BrokenData
from eastflank.store.schema import Field, Table

_WHOLE = re.compile(r"-?[0-9]{1,18}")
_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DTYPES = {"integer": "Int64", "number": "float64", "date": "datetime64[s]"}


def values(texts: pd.DataFrame, table: Table) -> pd.DataFrame:
    """The typed frame of a frame of texts.

    Raises BrokenData with every cell whose value is missing, of another type, or not allowed, and every
    row whose key is another's.
    """
    findings = [found for field in table.fields for found in _findings(texts, table, field)]
    findings += _repeated(texts, table, table.key)
    for field in table.fields:
        if field.unique and (field.name,) != table.key:
            findings += _repeated(texts, table, (field.name,))
    if findings:
        raise BrokenData(findings)
    return texts.astype({field.name: _DTYPES[field.type] for field in table.fields if field.type in _DTYPES})


def dangling(frames: Mapping[str, pd.DataFrame], tables: Iterable[Table]) -> Iterator[Finding]:
    """Every value that names a row of another table which is not there. Tables not in `frames` are passed."""
    for table in tables:
        for field in table.fields:
            if not field.link or table.name not in frames or field.link.table not in frames:
                continue
            frame, there = frames[table.name], f"{field.link.table}.csv"
            known = set(frames[field.link.table][field.link.column].tolist())
            column = frame[field.name].dropna()
            strangers: dict[str, list[str]] = {}
            for value in column.unique().tolist():
                items = value.split(";") if field.several else [value]
                if missing := [item for item in items if item not in known]:
                    strangers[value] = missing
            astray = column[column.isin(list(strangers))]
            for line, value in zip(astray.index, astray, strict=True):
                problem = f"{', '.join(f'“{item}”' for item in strangers[value])} is not in {there}."
                remedy = f"Correct it, or add a row to {there}."
                yield Finding(table.file, row(frame, table, line), field.name, problem, remedy)


def row(frame: pd.DataFrame, table: Table, line: int) -> str:
    """How a finding names a row: its line in the file, and its key."""
    key = ", ".join(str(frame.loc[line, column]) for column in table.key)
    return f"line {line} ({key})"


def _findings(texts: pd.DataFrame, table: Table, field: Field) -> Iterator[Finding]:
    column = texts[field.name]
    if field.required:
        for line in column.index[column.isna()]:
            where = row(texts, table, line)
            yield Finding(table.file, where, field.name, "The cell is empty.", f"Needed: {field.description}")
    if field.free:
        return
    # Once for each value, not for each row: a column of a million rows has few of them.
    known = column.dropna().unique().tolist()
    objections = {value: found for value in known if (found := next(_objections(value, field), None))}
    if objections:
        objected = column[column.isin(list(objections))]
        for line, value in zip(objected.index, objected, strict=True):
            yield Finding(table.file, row(texts, table, line), field.name, *objections[value])


def _objections(value: str, field: Field) -> Iterator[tuple[str, str]]:
    """What is wrong with a value and what to do, gravest first: the first may make the rest meaningless."""
    needed = f"Needed: {field.description}"
    if field.type == "integer" and not _WHOLE.fullmatch(value):
        yield f"“{value}” is not a whole number.", "Write digits alone, such as 4000."
    if field.type == "number" and not _DECIMAL.fullmatch(value):
        yield f"“{value}” is not a number.", "Write digits with a point, such as 59.26."
    if field.type == "date" and not _is_day(value):
        yield f"“{value}” is not a day.", "Write it as 2016-07-08."
    if field.enum and value not in field.enum:
        yield f"“{value}” is not one of the values allowed.", f"Use one of: {', '.join(field.enum)}."
    if field.pattern and not field.pattern.fullmatch(value):
        yield f"“{value}” does not look as it must.", needed
    if field.minimum is not None and float(value) < field.minimum:
        yield f"{value} is less than {field.minimum}.", needed
    if field.maximum is not None and float(value) > field.maximum:
        yield f"{value} is more than {field.maximum}.", needed
    if field.uncertain_date:
        try:
            dates.bounds(value)
        except ValueError as error:
            yield f"{error}.", needed


def _is_day(value: str) -> bool:
    if not _DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _repeated(texts: pd.DataFrame, table: Table, columns: tuple[str, ...]) -> Iterator[Finding]:
    keys = texts[list(columns)].dropna()
    again = keys[keys.duplicated(keep=False)]
    firsts: dict[tuple[str, ...], int] = {}
    for line, key in zip(again.index, again.itertuples(index=False, name=None), strict=True):
        first = firsts.setdefault(key, line)
        if first != line:
            problem = f"“{', '.join(key)}” stands already in line {first}."
            remedy = "Give each row one of its own."
            yield Finding(table.file, row(texts, table, line), columns[-1], problem, remedy)
