"""Rows of the tables as frozen values: each cell is read here, once, and None means *not stated*.

No later code checks whether a cell is missing, or splits a list of codes.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from eastflank.model.claims import Contribution
from eastflank.model.places import Point


class ClaimRow(NamedTuple):
    """A row of `claims.csv`: all that it states, what is computed from it, and its contingents.

    Two are equal only if they are the same object: so looking up a million of them is fast.
    """

    line: int
    """Its line in the file."""
    id: str
    source: str
    """Its source's id; empty for a judged claim."""
    basis: str
    """One of BASES."""
    quote: str | None
    """The source's own words, character for character."""
    quote_prefix: str | None
    """The words before the quote, if the article contains the quote more than once."""
    citation: str | None
    """Where in the source it is, in our words."""
    kind: str
    deployment: str
    """The id of the deployment that it is about; empty for none."""
    said_on: str | None
    """An EDTF date, as `as_at`, `starts` and `ends` are."""
    as_at: str | None
    speaker: str | None
    speaker_role: str | None
    status: str | None
    lead: tuple[str, ...]
    """Nations as ISO 3166-1 alpha-3 codes; several are a set."""
    host: tuple[str, ...]
    meant_for: tuple[str, ...]
    place: str | None
    low: int | None
    """Fewest persons; None: not stated, or only a ceiling is."""
    high: int | None
    """Most persons; None: no upper bound is stated."""
    hedge: str | None
    counts: str | None
    """What the figure counts."""
    unit_count: int | None
    starts: str | None
    ends: str | None
    timing_words: str | None
    complete: bool
    """Whether it says that the contingents listed are all there are."""
    credibility: int
    """The digit of its grade; 0 if it is missing, which no readable table allows."""
    review: str | None
    rests_on: tuple[str, ...]
    """The claims from which a judged one is inferred."""
    note: str | None
    starts_first: date | None
    """The first day on which it may begin; None if that is not stated, or open."""
    starts_last: date | None
    ends_last: date | None
    known_on: date
    """The day from which it counts; `date.max` if nothing dates it, so that it never counts.
    """
    told_first: date
    """The bounds of the day that it describes; like `known_on` if nothing dates it."""
    told_last: date
    publisher: str | None
    """Its source's publisher; None for a judged claim."""
    reliability: str | None
    """The letter of its grade, which is its source's."""
    grade: str
    """Its Admiralty grade, such as B2; empty: not graded, as a judged claim."""
    contributions: tuple[Contribution, ...]
    """Its rows of `contributions.csv`, in their order."""
    dataset: str = ""
    """The name of its dataset, if several datasets are shown together; otherwise empty."""

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other

    def __hash__(self) -> int:
        return id(self)

    @property
    def states_strength(self) -> bool:
        """Whether it states a figure of persons."""
        return self.low is not None or self.high is not None

    @property
    def voice(self) -> str:
        """Who said it, with the role as the source gives it; empty if neither is stated."""
        return ", ".join(part for part in (self.speaker, self.speaker_role) if part)


@dataclass(frozen=True, slots=True, eq=False)
class SourceRow:
    """A row of `sources.csv`."""

    id: str
    file: str | None
    """The name of its article, if that is held."""
    publisher: str
    via: str | None
    """The medium in which it was read."""
    title: str
    url: str | None
    published: str | None
    """An EDTF date."""
    accessed: date | None
    """The day on which it was read."""
    reliability: str
    note: str | None
    published_last: date | None
    language: str | None = None
    """Of its text, such as `en`."""
    copy_of: str | None = None
    """The source of which it is a copy."""
    replaces: str | None = None
    """The source whose text it corrects."""
    original: str | None = None
    """The name of the original file of its text, if that is stored."""
    original_sha256: str | None = None
    read_as: str | None = None
    """How it was read: original, copy or excerpt."""


@dataclass(frozen=True, slots=True, eq=False)
class NationRow:
    """A row of `nations.csv`."""

    iso3: str
    iso2: str | None
    name: str
    also_known_as: tuple[str, ...]
    capital: Point
    """Where its capital is; both coordinates are NaN if that is not known."""
    member_since: date | None
    """When it joined the alliance of the theatre; None if it is not a member."""

    @property
    def names(self) -> tuple[str, ...]:
        """All its names: the main name, then the others."""
        return self.name, *self.also_known_as


@dataclass(frozen=True, slots=True, eq=False)
class ProgrammeRow:
    """A row of `programmes.csv`: a programme's name, valid from a day on."""

    id: str
    used_from: date | None
    """None: from the beginning."""
    name: str
    short: str


@dataclass(frozen=True, slots=True, eq=False)
class MembershipRow:
    """A row of `memberships.csv`: a deployment that is a part of another, or became it."""

    id: str
    member: str
    whole: str
    relation: str
    """`part` or `became`."""
    claim: str
    """The claim that says so; empty if none is named."""
    starts_last: date | None
    """The first day on which it surely holds; None: from the beginning."""
    ends_last: date | None
    """The last day on which it may hold; None: without end."""


@dataclass(frozen=True, slots=True, eq=False)
class SpanRow:
    """A row of `claim_spans.csv`: the characters of an article that gave a field."""

    line: int
    claim: str
    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class DecisionRow:
    """A row of `decisions.csv`: a choice between claims, or the answer to a finding."""

    line: int
    id: str
    deployment: str
    """Empty if none is named; the same for the next fields."""
    field: str
    nation: str
    claim: str
    check: str
    """The check whose finding it answers; empty: it decides between claims."""
    row: str
    reason: str


@functools.lru_cache(maxsize=65_536)
def codes(cell: str | None) -> tuple[str, ...]:
    """The codes in a list cell (`USA;GBR`); none for an empty cell."""
    return tuple(cell.split(";")) if cell else ()
