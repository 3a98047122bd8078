"""The claims that may count, newest first: those known on a day are all from a position on.

What is the same on every day is computed once, for all positions, so that another day costs little, however
many claims there are.
"""

from __future__ import annotations

import bisect
import itertools
import operator
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeAlias, overload

import numpy as np
from numpy.typing import NDArray

from eastflank import dates
from eastflank.model import ClaimRow, Remembering

_Slice: TypeAlias = "slice[int | None, int | None, int | None]"


class SomeClaims(Sequence[ClaimRow]):
    """Some of many claims, by their positions: each is only looked up when it is asked for."""

    def __init__(self, claims: Sequence[ClaimRow], positions: range | NDArray[np.intp]) -> None:
        self._claims, self._positions = claims, positions

    def __len__(self) -> int:
        return len(self._positions)

    @overload
    def __getitem__(self, at: int) -> ClaimRow: ...
    @overload
    def __getitem__(self, at: _Slice) -> Sequence[ClaimRow]: ...
    def __getitem__(self, at: int | _Slice) -> ClaimRow | Sequence[ClaimRow]:
        """The claim at a place, or those in a slice."""
        if isinstance(at, slice):
            return SomeClaims(self._claims, self._positions[at])
        return self._claims[self._positions[at]]

    def __iter__(self) -> Iterator[ClaimRow]:
        positions = self._positions if isinstance(self._positions, range) else self._positions.tolist()
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

    @cached_property
    def deployments(self) -> tuple[str, ...]:
        """The ids of the deployments in the claims' rows; an empty one for claims about none."""
        return tuple(self._about)

    @cached_property
    def about(self) -> NDArray[np.intp]:
        """For each claim, the place of its deployment in `deployments`."""
        found = np.empty(len(self.claims), np.intp)
        for place, positions in enumerate(self._about.values()):
            found[positions] = place
        return found

    @cached_property
    def loose(self) -> NDArray[np.intp]:
        """The positions of the claims about no deployment."""
        return self._about.get("", np.empty(0, np.intp))

    @cached_property
    def _about(self) -> Mapping[str, NDArray[np.intp]]:
        return self._positions_by("deployment")

    def sources(self, start: int) -> tuple[str, ...]:
        """The sources of the claims from this position on, in the order in which these name them."""
        first = []
        for source, positions in self._sources.items():
            place = int(np.searchsorted(positions, start))
            if source and place < len(positions):
                first.append((int(positions[place]), source))
        return tuple(source for _, source in sorted(first))

    @cached_property
    def _sources(self) -> Mapping[str, NDArray[np.intp]]:
        return self._positions_by("source")

    def _positions_by(self, field: str) -> Mapping[str, NDArray[np.intp]]:
        """The positions of the claims, in order, by the value of a field."""
        found: dict[str, list[int]] = {}
        for position, value in enumerate(map(operator.attrgetter(field), self.claims)):
            found.setdefault(value, []).append(position)
        return {value: np.array(positions, np.intp) for value, positions in found.items()}


def arranged(claims: Iterable[ClaimRow]) -> NewestFirst:
    """These claims in that order."""
    return NewestFirst(tuple(sorted(claims, key=lambda row: (_newness(row), row.id))))


def _newness(claim: ClaimRow) -> int:
    return -claim.known_on.toordinal()


def _newer(one: dates.DaysTold, other: dates.DaysTold) -> dates.DaysTold:
    return max(one, other, key=lambda told: (told.first, -told.last.toordinal()))
