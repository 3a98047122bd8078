"""The claims that may count, newest first: those known on a day are all from a position on.

What is the same on every day is computed once, for all positions, so that another day costs little, however
many claims there are.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeAlias, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from eastflank import dates
from eastflank.model import ClaimRow, Remembering

_Slice: TypeAlias = "slice[int | None, int | None, int | None]"


class SomeClaims(Sequence[ClaimRow]):
    """Some of many claims, by their positions: each is only looked up when it is asked for."""

    def __init__(self, claims: Sequence[ClaimRow], positions: range | NDArray[np.intp]) -> None:
        self._claims, self.positions = claims, positions

    def __len__(self) -> int:
        return len(self.positions)

    @overload
    def __getitem__(self, at: int) -> ClaimRow: ...
    @overload
    def __getitem__(self, at: _Slice) -> Sequence[ClaimRow]: ...
    def __getitem__(self, at: int | _Slice) -> ClaimRow | Sequence[ClaimRow]:
        """The claim at a place, or those in a slice."""
        if isinstance(at, slice):
            return SomeClaims(self._claims, self.positions[at])
        return self._claims[self.positions[at]]

    def __iter__(self) -> Iterator[ClaimRow]:
        positions = self.positions if isinstance(self.positions, range) else self.positions.tolist()
        return map(self._claims.__getitem__, positions)


@dataclass(frozen=True, eq=False)
class NewestFirst(Remembering):
    """Claims in the order of the days from which they count, the newest first; those of one day by id."""

    claims: tuple[ClaimRow, ...] = ()

    def start(self, day: date) -> int:
        """The position from which all claims are known on a day."""
        return bisect.bisect_left(self.claims, -day.toordinal(), key=_newness)

    def newest(self, start: int) -> dates.DaysTold | None:
        """The newest days that a claim from this position on describes; None if there is none.

        Of claims that begin on the same day, the most exact one counts.
        """
        return self._newest[start] if start < len(self.claims) else None

    @cached_property
    def _newest(self) -> Sequence[dates.DaysTold]:
        """For each claim, the newest days that it or an older one describes."""
        told = (dates.DaysTold(claim.told_first, claim.told_last) for claim in reversed(self.claims))
        return list(itertools.accumulate(told, _newer))[::-1]

    @property
    def deployments(self) -> Sequence[str]:
        """The ids of the deployments in the claims' rows; an empty one for claims about none."""
        return self._deployments[0]

    @property
    def about(self) -> NDArray[np.intp]:
        """For each claim, the place of its deployment in `deployments`."""
        return self._deployments[1]

    @cached_property
    def loose(self) -> NDArray[np.intp]:
        """The positions of the claims about no deployment."""
        return np.flatnonzero(np.array([not one for one in self.deployments], np.bool_)[self.about])

    @cached_property
    def _deployments(self) -> tuple[Sequence[str], NDArray[np.intp]]:
        return numbered([claim.deployment for claim in self.claims])

    def sources(self, positions: range | NDArray[np.intp]) -> tuple[str, ...]:
        """The sources of the claims at these positions, in the order in which these name them."""
        names, of_claims = self._sources
        where = slice(positions.start, positions.stop) if isinstance(positions, range) else positions
        named = of_claims[where]
        first = np.full(len(names), len(named), np.intp)
        # Backwards, since of several places of a source the one written last stays.
        first[named[::-1]] = np.arange(len(named))[::-1]
        found = [place for place in np.argsort(first, kind="stable").tolist() if first[place] < len(named)]
        return tuple(names[place] for place in found if names[place])

    @cached_property
    def _sources(self) -> tuple[Sequence[str], NDArray[np.intp]]:
        """The sources, and for each claim the place of its own among them."""
        return numbered([claim.source for claim in self.claims])


T = TypeVar("T", bound=Hashable)


def numbered(values: Sequence[T]) -> tuple[Sequence[T], NDArray[np.intp]]:
    """The different values, and for each value its place among them."""
    place = {value: at for at, value in enumerate(dict.fromkeys(values))}
    return list(place), np.fromiter(map(place.__getitem__, values), np.intp, len(values))


def arranged(claims: Iterable[ClaimRow]) -> NewestFirst:
    """These claims in that order."""
    return NewestFirst(tuple(sorted(claims, key=lambda row: (_newness(row), row.id))))


def _newness(claim: ClaimRow) -> int:
    return -claim.known_on.toordinal()


def _newer(one: dates.DaysTold, other: dates.DaysTold) -> dates.DaysTold:
    return max(one, other, key=lambda told: (told.first, -told.last.toordinal()))
