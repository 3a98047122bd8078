"""The filters of a view. `facets.py` says what each of them does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

ROLES = ("any", "lead", "host", "contributor")
GRADES = ("A1", "A2", "B2", "B3", "C3", "D4")


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters. Empty means everything; several values of one field mean any of them."""

    nation: tuple[str, ...] = ()
    role: str = "any"
    """The role that the nations must have: one of `ROLES`."""
    host: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    programme: tuple[str, ...] = ()
    dataset: tuple[str, ...] = ()
    """The names of the chosen datasets, if several are shown together."""
    source: tuple[str, ...] = ()
    grade: str = ""
    """The lowest Admiralty grade that counts, such as `B2`; both halves must reach it."""
    strength: tuple[int, int] | None = None
    """Least and most persons; a deployment is selected if its strength may lie between them."""
    unstated: bool = True
    """Whether the strength filter also selects deployments without a stated strength."""
    area: tuple[float, float, float, float] | None = None
    """South, west, north and east in degrees: selects deployments whose named place lies inside."""


EVERYTHING = Filters()


def changed(filters: Filters, values: Mapping[str, object]) -> Filters:
    """The filters with other values in these fields, from a facet's reader."""
    told = {field.name: getattr(filters, field.name) for field in fields(Filters)}
    told.update(values)
    return Filters(**told)
