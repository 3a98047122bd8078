"""Kinds of deployments, as the theatre of a dataset names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Drawn: TypeAlias = Literal["", "mechanised", "headquarters"]
"""What an APP-6 symbol shows of a kind besides its echelon; empty: nothing."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a deployment is: a battlegroup, a brigade, a patrol."""

    id: str
    """As the column `kind` of `deployments.csv` has it."""
    one: str
    """Its name in the singular: “national deployment”."""
    several: str
    """Its name in the plural."""
    place: int
    """Its place, from 0, among the kinds in the order in which they are counted and listed."""
    heading: str = ""
    """The heading of its rows in the map's key; empty: the heading of all other deployments."""
    symbol: Drawn = ""
    named_by_place: bool = False
    """Whether a card names it by its place or host, since each has only one of this kind."""
    inside: bool = False
    """Whether it is always inside the unit that it is a part of: it is counted with that unit, not
    separately."""

    @property
    def order(self) -> tuple[int, str]:
        """The key by which kinds are sorted."""
        return self.place, self.id
