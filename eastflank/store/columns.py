"""Converts columns of text to columns of values, if the schema allows every value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

import pandas as pd

from eastflank import dates
from eastflank.model import Finding
from eastflank.store.broken import BrokenData, told
from eastflank.store.schema_values import SchemaField, Table
from eastflank.words.chosen import dates_in_words
from eastflank.words.chosen import findings_in_files as words

_WHOLE = re.compile(r"-?[0-9]{1,18}")
_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SHORT = 80
"""How many characters of a value a message repeats."""
_DTYPES = {"integer": "Int64", "number": "float64", "date": "datetime64[s]"}


def values(texts: pd.DataFrame, table: Table) -> pd.DataFrame:
    """The typed frame of a frame of texts.

    Raises BrokenData with every cell whose value is missing, of another type, or not allowed, and every row
    with a duplicate key.
    """
    frame, findings = typed(texts, table)
    if findings:
        raise BrokenData(findings)
    return frame


def typed(texts: pd.DataFrame, table: Table) -> tuple[pd.DataFrame, list[Finding]]:
    """The typed frame, and what is wrong with cells and keys.

    An invalid number or date is left out of the frame, so that the other checks can still be made.
    """
    findings: list[Finding] = []
    kept = {}
    for field in table.fields:
        objected, found = _checked(texts, table, field)
        findings += found
        if objected is not None and (field.type in _DTYPES or field.uncertain_date):
            kept[field.name] = texts[field.name].mask(objected)
    findings += _repeated(texts, table, table.key)
    for field in table.fields:
        if field.unique and (field.name,) != table.key:
            findings += _repeated(texts, table, (field.name,))
    dtypes = {field.name: _DTYPES[field.type] for field in table.fields if field.type in _DTYPES}
    return texts.assign(**kept).astype(dtypes), findings


def dangling(frames: Mapping[str, pd.DataFrame], tables: Iterable[Table]) -> Iterator[Finding]:
    """Every value that refers to a missing row of another table. Tables not in `frames` are not checked."""
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
            yield from told(astray.index.tolist(), _stranger(frame, table, field.name, strangers, there))


def _stranger(
    frame: pd.DataFrame, table: Table, column: str, strangers: Mapping[str, list[str]], there: str
) -> Callable[[int], Finding]:
    def finding(line: int) -> Finding:
        items = [_short(item) for item in strangers[str(frame.loc[line, column])]]
        return Finding(table.file, row(frame, table, line), column, *words.not_in(items, there))

    return finding


def row(frame: pd.DataFrame, table: Table, line: int) -> str:
    """How a finding names a row: its line in the file, and its key."""
    cells = [frame.loc[[line], column] for column in table.key]
    return words.row(line, [None if cell.isna().all() else _short(str(cell.iloc[0])) for cell in cells])


def _short(value: str) -> str:
    """The value, or its beginning: a wrong cell may hold a megabyte."""
    return value if len(value) <= _SHORT else f"{value[:_SHORT]} …"


def _checked(
    texts: pd.DataFrame, table: Table, field: SchemaField
) -> tuple[pd.Series[bool] | None, list[Finding]]:
    """Which cells of a column have invalid values, or None; and the findings on these and on empty cells."""
    column = texts[field.name]
    findings: list[Finding] = []
    if field.required:
        findings += told(
            column.index[column.isna()].tolist(),
            lambda line: Finding(
                table.file,
                row(texts, table, line),
                field.name,
                words.CELL_EMPTY,
                words.needed(field.description),
            ),
        )
    # Once for each different value, not for each row: a column of a million rows has few of them.
    known = [] if field.free else column.dropna().unique().tolist()
    if field.matched:  # a fast check for valid values, for example for a million ids
        known = [value for value in known if not field.matched(value)]
    objections = {value: found for value in known if (found := next(_objections(value, field), None))}
    if not objections:
        return None, findings
    objected = column.isin(list(objections))
    findings += told(
        column.index[objected].tolist(),
        lambda line: Finding(
            table.file, row(texts, table, line), field.name, *objections[str(column.loc[line])]
        ),
    )
    return objected, findings


def _objections(value: str, field: SchemaField) -> Iterator[tuple[str, str]]:
    """What is wrong with a value and what to do, most serious first: it may make the rest meaningless."""
    needed, shown = words.needed(field.description), _short(value)
    if field.type == "integer" and not _WHOLE.fullmatch(value):
        yield words.is_no_whole_number(shown)
    if field.type == "number" and not _DECIMAL.fullmatch(value):
        yield words.is_no_number(shown)
    if field.type == "date" and not _is_day(value):
        yield words.is_no_day(shown)
    if field.enum and value not in field.enum:
        yield words.not_allowed(shown, field.enum)
    if field.pattern and not field.pattern.fullmatch(value):
        yield words.other_look(shown), needed
    if field.minimum is not None and float(value) < field.minimum:
        yield words.too_little(shown, field.minimum), needed
    if field.maximum is not None and float(value) > field.maximum:
        yield words.too_much(shown, field.maximum), needed
    if field.type == "date" or field.uncertain_date:
        try:
            found = dates.bounds(value)
        except dates.NoDate as error:
            yield dates_in_words.no_date(shown, backwards=error.backwards), needed
            return
        yield from _outside(found, field)


def _outside(found: dates.Bounds, field: SchemaField) -> Iterator[tuple[str, str]]:
    """What is wrong with days outside the possible range: most have a digit too many or too few."""
    stated = [day for day in found if day is not None]
    if field.earliest and any(day < field.earliest for day in stated):
        yield words.too_early(min(stated), field.earliest)
    if field.latest and any(day > field.latest for day in stated):
        yield words.too_late(max(stated), field.latest)


def _is_day(value: str) -> bool:
    if not _DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _repeated(texts: pd.DataFrame, table: Table, columns: tuple[str, ...]) -> Iterator[Finding]:
    if not texts.duplicated(list(columns)).any():  # the usual case
        return iter(())
    keys = texts[list(columns)].dropna()
    again = keys[keys.duplicated(keep=False)]
    firsts: dict[tuple[str, ...], int] = {}
    earlier = {
        line: first
        for line, key in zip(again.index.tolist(), again.itertuples(index=False, name=None), strict=True)
        if (first := firsts.setdefault(key, line)) != line
    }

    def finding(line: int) -> Finding:
        key = [_short(str(cell)) for cell in keys.loc[line]]
        said = words.stands_already(key, earlier[line])
        return Finding(table.file, row(texts, table, line), columns[-1], *said)

    return told(list(earlier), finding)
