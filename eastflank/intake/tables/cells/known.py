"""The tables in which an import looks up values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from eastflank.intake.tables.cells.positions import CountryMap
from eastflank.model import Kind
from eastflank.names.countries import CountryNames


@dataclass(frozen=True, slots=True)
class Lookups:
    """The tables in which values are looked up."""

    names: CountryNames
    ground: CountryMap
    kinds: Mapping[str, Kind]
    """The kinds of deployments of the dataset."""
    day: date
    """The day of the table: it describes nothing later."""
