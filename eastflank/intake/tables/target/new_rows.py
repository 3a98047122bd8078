"""Rows of other tables that the claims of a table need: their inputs, and the new rows so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from eastflank.intake.tables.cells.sheets import Opened
from eastflank.intake.tables.places.found_places import PlaceSpot
from eastflank.model import Dataset
from eastflank.names.countries import CountryNames
from eastflank.words.chosen import imported_claims as words

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TableOrigin:
    """Which table it is, of which day, and when it is imported."""

    file: Opened
    day: date
    today: date
    publisher: str = words.PUBLISHER
    sheet: str = ""
    """The sheet of the file; empty where the file is one table."""
    headings: tuple[str, ...] = ()
    """The headings of the table; none where the file has several sheets."""
    same: bool = False
    """Whether a person says that it is the earlier table of its name, although that had other columns."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Units that a person says have a new name: the id that the new name would get, and the unit's own."""


@dataclass(slots=True)
class NewRows:
    """New rows by table, and their inputs."""

    dataset: Dataset
    origin: TableOrigin
    names: CountryNames
    spots: Mapping[tuple[str, str], PlaceSpot]
    nation_row: Callable[[str], Row | None]
    rows: dict[str, dict[str, Row]] = field(default_factory=lambda: defaultdict(dict))
    """By table the rows to insert, by id."""
