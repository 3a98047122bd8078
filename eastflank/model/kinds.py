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
    """What one of them is called: “national deployment”."""
    several: str
    """What several are called."""
    place: int
    """Its place, from 0, among the kinds in the order in which they are counted and listed."""
    heading: str = ""
    """What stands over its rows in the map's key; empty: what stands over all other deployments."""
    symbol: Drawn = ""
    named_by_place: bool = False
    """Whether its place or its host is its name on a card, since there is one of the kind at each."""
    inside: bool = False
    """Whether it is always inside the unit that it is a part of: it is counted with that, never beside it."""

    @property
    def order(self) -> tuple[int, str]:
        """By this kinds are sorted."""
        return self.place, self.id
