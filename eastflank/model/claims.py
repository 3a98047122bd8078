"""What a source says of a deployment: statuses, figures, and the claim as the fold reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import NamedTuple, Protocol


class Standing(IntEnum):
    """What a status amounts to, as the map draws it; in this order it becomes more certain."""

    CONSIDERED = 0
    """Talked about or offered: drawn empty and dotted."""
    PLANNED = 1
    """Pledged, agreed, decided or arriving: drawn hatched and dashed."""
    PRESENT = 2
    """There on the day, even if its end is already decided: drawn filled and solid."""
    GONE = 3
    """Ended, withdrawn or denied: not drawn."""

    @property
    def code(self) -> str:
        """Its name in style sheets, scripts and data files, such as `present`."""
        return self.name.lower()


STATUSES: Mapping[str, Standing] = {
    "considered": Standing.CONSIDERED,
    "offered": Standing.CONSIDERED,
    "pledged": Standing.PLANNED,
    "agreed": Standing.PLANNED,
    "decided": Standing.PLANNED,
    "arriving": Standing.PLANNED,
    "deployed": Standing.PRESENT,
    "leaving": Standing.PRESENT,
    "ended": Standing.GONE,
    "withdrawn": Standing.GONE,
    "denied": Standing.GONE,
}
"""Every status a claim can state, from the least to the most advanced, with its standing."""

DO_NOT_COUNT = ("retracted", "draft")
"""The reviews of claims that readers are not shown as evidence: they say nothing of any day."""
SORTS = ("unit", "group", "statistic")
"""`unit`: drawn, counted, added. `group`: a heading of several units. `statistic`: what a source adds up."""

BASES = ("quoted", "cited", "judged", "inferred")
"""The basis of a claim: a held article's words, a place in a source, a curator's inference, or the silence
of a list that has no row of a unit any more: nobody says it."""

PRECISIONS = ("site", "town", "region", "country", "sea", "none")
"""How well a place is known; `none`: a phrase such as “eastern Europe”, which has no point."""


class Hedged(Protocol):
    """A figure of persons with the word that its source puts before it."""

    @property
    def low(self) -> int | None:
        """Fewest persons; None: no lower bound."""

    @property
    def high(self) -> int | None:
        """Most persons; None: no upper bound."""

    @property
    def hedge(self) -> str | None:
        """The word before it; None: none."""


class Contribution(NamedTuple):
    """One nation's contingent in a claim."""

    nation: str
    """ISO 3166-1 alpha-3."""
    low: int | None
    high: int | None
    hedge: str | None
    left: bool
    """Whether the claim says that the nation no longer takes part."""

    @property
    def stated(self) -> bool:
        """Whether it states a figure."""
        return self.low is not None or self.high is not None


class Claim(NamedTuple):
    """One thing that one source says of a deployment, or that a curator infers of it.

    Fields that are also columns of its table have the same names there; the last three are computed.
    """

    id: str
    source: str
    """Its source's id; empty for a judged claim."""
    basis: str
    """One of BASES."""
    deployment: str
    status: str | None
    lead: tuple[str, ...]
    """Nations as ISO 3166-1 alpha-3 codes; several are a set."""
    host: tuple[str, ...]
    meant_for: tuple[str, ...]
    place: str | None
    low: int | None
    """Fewest persons; None: not stated, or only a ceiling is."""
    high: int | None
    hedge: str | None
    counts: str | None
    """What the figure counts, as in the schema of `claims.csv`."""
    unit_count: int | None
    starts: str | None
    """An EDTF date."""
    ends: str | None
    starts_last: date | None
    """The last day on which it may begin; None if that is not stated, or open."""
    ends_last: date | None
    known_on: date
    """The day from which it counts."""
    told_first: date
    """The first day that it may describe: its age counts from here."""
    told_last: date
    """The last day that it may describe: it decides its order among the others."""
    grade: str
    """Its Admiralty grade, such as B2; empty for a judged claim."""
    complete: bool
    """Whether the contingents listed are all there are."""
    weak: bool
    """Whether its source is not usually reliable, or the claim doubtful."""
    contributions: tuple[Contribution, ...]

    @property
    def standing(self) -> Standing | None:
        """What its status amounts to; None if it states none."""
        return None if self.status is None else STATUSES[self.status]

    @property
    def stated(self) -> bool:
        """Whether it states a figure of persons."""
        return self.low is not None or self.high is not None

    @property
    def ceiling(self) -> bool:
        """Whether its figure is only an upper limit."""
        return self.low is None and self.high is not None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of persons, with the claim that states it."""

    low: int | None
    high: int | None
    hedge: str | None
    claim: str
    grade: str
    told_first: date
    """The first day on which it may have been so: its age and its year."""
    told_last: date
