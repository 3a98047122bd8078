"""Columns of tables: the heading of each, and how its cell is made from a row.

A table of any product is made of `Field`s. A product selects or leaves out fields by their keys, and sets
their widths. The content of a column is defined once, in the module of its rows.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, TypeAlias, TypeVar

from eastflank.words.chosen import values as words
from eastflank.words.headings import Heading

Value: TypeAlias = str | int | date | None
"""A cell; None if nothing is stated."""
Type = Literal["string", "integer", "date"]
"""Types of Table Schema."""
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what is under one heading."""

    key: str
    """Its name for programs."""
    heading: str
    type: Type
    meaning: str
    width: int
    """Width in letters, as in a spreadsheet."""


@dataclass(frozen=True, slots=True)
class Field(Column, Generic[Row]):
    """A column that makes its cell from a row."""

    told: Callable[[Row], Value]
    """The cell in a table for readers; None if nothing is stated."""
    on_page: Callable[[Row], Value]
    """The same on the page, where a list may be shown as a number and “not stated” as an empty cell."""
    heading_on_page: str
    help: str
    """The tooltip of its heading on the page."""
    data: Callable[[Row], object]
    """The value for programs: plain values as in JSON."""
    codes: Callable[[Row], object]
    """The same with nations, places and figures as in the tables of the record."""


def field(  # noqa: PLR0913 - each may be otherwise
    key: str,
    headings: Mapping[str, Heading],
    told: Callable[[Row], Value],
    type: Type = "string",  # noqa: A002 - as Table Schema names it
    *,
    width: int = 18,
    on_page: Callable[[Row], Value] | None = None,
    data: Callable[[Row], object] | None = None,
    codes: Callable[[Row], object] | None = None,
) -> Field[Row]:
    """A field with the heading that `headings` has under its key.

    The page shows the same cell, unless `on_page` is given. Programs get the same value, unless `data` is
    given; programs that read codes get what other programs get, unless `codes` is given.
    """
    heading = headings[key]
    data = data or (lambda row: _plain(told(row)))
    return Field(
        key=key,
        heading=heading.text,
        type=type,
        meaning=heading.means,
        width=width,
        told=told,
        on_page=on_page or (lambda row: _empty(told(row), type)),
        heading_on_page=heading.short or heading.text,
        help=heading.help or heading.means,
        data=data,
        codes=codes or data,
    )


def fields(
    headings: Mapping[str, Heading], *told: tuple[str, Callable[[Row], Value], Type, int]
) -> tuple[Field[Row], ...]:
    """Fields that are the same everywhere, each by its key, its cell, its type and its width."""
    return tuple(field(key, headings, cell, kind, width=width) for key, cell, kind, width in told)


def _empty(value: Value, kind: Type) -> Value:
    """A cell of the page: an empty text if nothing is stated."""
    return "" if value is None and kind == "string" else value


def _plain(value: Value) -> str | int | None:
    return value.isoformat() if isinstance(value, date) else value


def without(
    fields: Iterable[Field[Row]], keys: Collection[str], after: Mapping[str, str] | None = None
) -> tuple[Field[Row], ...]:
    """The fields in their order without the named ones; `after` moves fields after others, by key."""
    found = {one.key: one for one in fields if one.key not in keys}
    order = [*found]
    for moved, before in (after or {}).items():
        if moved in found:
            order.remove(moved)
            order.insert(order.index(before) + 1, moved)
    return tuple(found[key] for key in order)


def in_words(value: Value) -> str:
    """A cell of a table that has only text; empty if nothing is stated."""
    if isinstance(value, date):
        return words.day(value)
    return words.number(value) if isinstance(value, int) else value or ""
