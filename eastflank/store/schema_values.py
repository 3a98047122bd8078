"""A schema's tables and columns, as frozen values."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

FILE = "datapackage.json"
TYPES = frozenset({"string", "integer", "number", "date"})


@dataclass(frozen=True, slots=True)
class Link:
    """The column of another table whose values a field may have."""

    table: str
    column: str


@dataclass(frozen=True, slots=True)
class SchemaField:
    """One column of a table."""

    name: str
    type: str
    """One of TYPES."""
    description: str
    required: bool
    unique: bool
    enum: tuple[str, ...]
    """The values allowed; empty: any."""
    pattern: re.Pattern[str] | None
    """The pattern that a whole value must match."""
    minimum: float | None
    maximum: float | None
    earliest: date | None
    latest: date | None
    """The first and the last day that a date, certain or not, may mean."""
    uncertain_date: bool
    """Whether it holds an EDTF date (see `eastflank.dates`)."""
    link: Link | None
    several: bool
    """Whether a value is a list joined by semicolons, each item of which follows the link."""

    @property
    def free(self) -> bool:
        """Whether it may have any text."""
        return self.type == "string" and not (self.enum or self.pattern or self.uncertain_date)

    @property
    def matched(self) -> Callable[[str], re.Match[str] | None] | None:
        """A test for valid texts if only its pattern decides; otherwise None."""
        alone = self.type == "string" and not (self.enum or self.uncertain_date)
        bounded = self.minimum is not None or self.maximum is not None
        return self.pattern.fullmatch if self.pattern and alone and not bounded else None


@dataclass(frozen=True)
class Table:
    """One table: its file in the data folder, its columns in order, and its key."""

    name: str
    file: str
    title: str
    description: str
    fields: tuple[SchemaField, ...]
    key: tuple[str, ...]

    @functools.cached_property
    def columns(self) -> tuple[str, ...]:
        """The names of its fields."""
        return tuple(field.name for field in self.fields)

    @functools.cached_property
    def names(self) -> frozenset[str]:
        """The same as a set."""
        return frozenset(self.columns)
