"""What is asked for: the filters of a view. `facets.py` says what each of them does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

ROLES = ("any", "lead", "host", "contributor")
GRADES = ("A1", "A2", "B2", "B3", "C3", "D4")


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for. Empty means everything; several values of one field mean any of them."""

    nation: tuple[str, ...] = ()
    role: str = "any"
    """The part the nations must have: one of `ROLES`."""
    host: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    programme: tuple[str, ...] = ()
    dataset: tuple[str, ...] = ()
    """Of several datasets that are laid over each other, the names of those that are asked for."""
    source: tuple[str, ...] = ()
    grade: str = ""
    """The lowest Admiralty grade that counts, such as `B2`; both halves must reach it."""
    strength: tuple[int, int] | None = None
    """Least and most persons; a deployment counts when its strength may lie between them."""
    unstated: bool = True
    """Whether deployments that state no strength pass the strength filter."""
    area: tuple[float, float, float, float] | None = None
    """South, west, north and east in degrees: the named place of a deployment lies in it."""


EVERYTHING = Filters()


def changed(filters: Filters, values: Mapping[str, object]) -> Filters:
    """The filters with other values in these fields, as a facet's reader gives them."""
    told = {field.name: getattr(filters, field.name) for field in fields(Filters)}
    told.update(values)
    return Filters(**told)
