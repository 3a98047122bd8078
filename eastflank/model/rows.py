"""Rows of the tables as frozen values: each cell is read here, once, and None means *not stated*.

Nothing after this asks a cell whether it is missing, nor cuts a list of codes apart.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import pandas as pd

from eastflank.model.claims import Contribution
from eastflank.model.deployments import Deployment
from eastflank.model.places import Place, Point


@dataclass(frozen=True, slots=True, eq=False)
class ClaimRow:
    """A row of `claims.csv`: all that it states, what is worked out of it, and its contingents."""

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
    """The words before the quote, where the article holds the quote more than once."""
    citation: str | None
    """Where in the source it stands, in our words."""
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
    """The digit of its grade; 0 where it is missing, which no table that is read leaves so."""
    review: str | None
    rests_on: tuple[str, ...]
    """The claims from which a judged one is inferred."""
    note: str | None
    starts_first: date | None
    """The first day on which it may begin; None where that is not stated, or open."""
    starts_last: date | None
    ends_last: date | None
    known_on: date
    """The day from which it counts; the last day that there is where nothing dates it, so that it never does.
    """
    told_first: date
    """The bounds of the day of which it tells; as `known_on` where nothing dates it."""
    told_last: date
    publisher: str | None
    """Of its source; None for a judged claim."""
    reliability: str | None
    """The letter of its grade, which is its source's."""
    grade: str
    """Its Admiralty grade, such as B2; empty: not graded, as a judged claim."""
    contributions: tuple[Contribution, ...]
    """Its rows of `contributions.csv`, in their order."""

    @property
    def states_strength(self) -> bool:
        """Whether it states a figure of persons."""
        return self.low is not None or self.high is not None

    @property
    def voice(self) -> str:
        """Who said it, with the role as the source gives it; empty where neither is stated."""
        return ", ".join(part for part in (self.speaker, self.speaker_role) if part)


@dataclass(frozen=True, slots=True, eq=False)
class SourceRow:
    """A row of `sources.csv`."""

    id: str
    file: str | None
    """The name of its article, where that is held."""
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


@dataclass(frozen=True, slots=True, eq=False)
class NationRow:
    """A row of `nations.csv`."""

    iso3: str
    iso2: str | None
    name: str
    also_known_as: tuple[str, ...]
    capital: Point
    """Where its capital is; not a number in both halves where that is not known."""
    nato_since: date | None

    @property
    def names(self) -> tuple[str, ...]:
        """What it goes by: its name, then the others."""
        return self.name, *self.also_known_as


@dataclass(frozen=True, slots=True, eq=False)
class ProgrammeRow:
    """A row of `programmes.csv`: a name that a programme has from a day on."""

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
    """The claim that says so; empty where none is named."""
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
    """Empty where none is named, as each of the next."""
    field: str
    nation: str
    claim: str
    check: str
    """The check whose finding it answers; empty: it decides between claims."""
    row: str
    reason: str


def codes(cell: str | None) -> tuple[str, ...]:
    """The codes in a list cell (`USA;GBR`); none for an empty cell."""
    return tuple(cell.split(";")) if cell else ()


def claims(frame: pd.DataFrame, contributions: pd.DataFrame) -> tuple[ClaimRow, ...]:
    """The rows of `Dataset.claims`, each with its own of `Dataset.contributions`."""
    sent: dict[str, list[Contribution]] = {}
    for row in _rows(contributions):
        sent.setdefault(row.known("claim"), []).append(
            Contribution(
                nation=row.known("nation"),
                low=row.number("troops_low"),
                high=row.number("troops_high"),
                hedge=row.text("hedge"),
                left=row.yes("left"),
            )
        )
    return tuple(
        ClaimRow(
            line=row.line,
            id=row.known("id"),
            source=row.known("source"),
            basis=row.known("basis"),
            quote=row.text("quote"),
            quote_prefix=row.text("quote_prefix"),
            citation=row.text("citation"),
            kind=row.known("kind"),
            deployment=row.known("deployment"),
            said_on=row.text("said_on"),
            as_at=row.text("as_at"),
            speaker=row.text("speaker"),
            speaker_role=row.text("speaker_role"),
            status=row.text("status"),
            lead=row.codes("lead"),
            host=row.codes("host"),
            meant_for=row.codes("meant_for"),
            place=row.text("place"),
            low=row.number("troops_low"),
            high=row.number("troops_high"),
            hedge=row.text("hedge"),
            counts=row.text("counts"),
            unit_count=row.number("unit_count"),
            starts=row.text("starts"),
            ends=row.text("ends"),
            timing_words=row.text("timing_words"),
            complete=row.yes("contributors_complete"),
            credibility=row.number("credibility") or 0,
            review=row.text("review"),
            rests_on=row.codes("rests_on"),
            note=row.text("note"),
            starts_first=row.day("starts_first"),
            starts_last=row.day("starts_last"),
            ends_last=row.day("ends_last"),
            known_on=row.day_or_never("known_on"),
            told_first=row.day_or_never("told_first"),
            told_last=row.day_or_never("told_last"),
            publisher=row.text("publisher"),
            reliability=row.text("reliability"),
            grade=row.known("grade"),
            contributions=tuple(sent.get(row.known("id"), ())),
        )
        for row in _rows(frame)
    )


def sources(frame: pd.DataFrame) -> tuple[SourceRow, ...]:
    """The rows of `Dataset.sources`."""
    return tuple(
        SourceRow(
            id=row.known("id"),
            file=row.text("file"),
            publisher=row.known("publisher"),
            via=row.text("via"),
            title=row.known("title"),
            url=row.text("url"),
            published=row.text("published"),
            accessed=row.day("accessed"),
            reliability=row.known("reliability"),
            note=row.text("note"),
            published_last=row.day("published_last"),
        )
        for row in _rows(frame)
    )


def nations(frame: pd.DataFrame) -> tuple[NationRow, ...]:
    """The rows of `Dataset.nations`."""
    return tuple(
        NationRow(
            iso3=row.known("iso3"),
            iso2=row.text("iso2"),
            name=row.known("name"),
            also_known_as=row.codes("also_known_as"),
            capital=row.point("capital_lat", "capital_lon"),
            nato_since=row.day("nato_since"),
        )
        for row in _rows(frame)
    )


def deployments(frame: pd.DataFrame) -> tuple[Deployment, ...]:
    """What the rows of `Dataset.deployments` say of each, before any claim does."""
    return tuple(
        Deployment(
            id=row.known("id"),
            name=row.known("name"),
            sort=row.known("sort"),
            kind=row.known("kind"),
            echelon=row.text("echelon"),
            programme=row.text("programme"),
            note=row.text("note"),
        )
        for row in _rows(frame)
    )


def memberships(frame: pd.DataFrame) -> tuple[MembershipRow, ...]:
    """The rows of `Dataset.memberships`."""
    return tuple(
        MembershipRow(
            id=row.known("id"),
            member=row.known("member"),
            whole=row.known("whole"),
            relation=row.known("relation"),
            claim=row.known("claim"),
            starts_last=row.day("starts_last"),
            ends_last=row.day("ends_last"),
        )
        for row in _rows(frame)
    )


def places(frame: pd.DataFrame) -> Mapping[str, Place]:
    """The rows of `Dataset.places` by their ids."""
    return {
        row.known("id"): Place(row.known("name"), row.known("precision"), row.point("lat", "lon"))
        for row in _rows(frame)
    }


def programmes(frame: pd.DataFrame) -> tuple[ProgrammeRow, ...]:
    """The rows of `Dataset.programmes`."""
    return tuple(
        ProgrammeRow(
            id=row.known("id"),
            used_from=row.day("used_from"),
            name=row.known("name"),
            short=row.known("short"),
        )
        for row in _rows(frame)
    )


def spans(frame: pd.DataFrame) -> tuple[SpanRow, ...]:
    """The rows of `Dataset.claim_spans`."""
    return tuple(
        SpanRow(
            line=row.line,
            claim=row.known("claim"),
            field=row.known("field"),
            start=row.number("start") or 0,
            end=row.number("end") or 0,
        )
        for row in _rows(frame)
    )


def decisions(frame: pd.DataFrame) -> tuple[DecisionRow, ...]:
    """The rows of `Dataset.decisions`."""
    return tuple(
        DecisionRow(
            line=row.line,
            id=row.known("id"),
            deployment=row.known("deployment"),
            field=row.known("field"),
            nation=row.known("nation"),
            claim=row.known("claim"),
            check=row.known("check"),
            row=row.known("row"),
            reason=row.known("reason"),
        )
        for row in _rows(frame)
    )


def _rows(frame: pd.DataFrame) -> Iterator[_Row]:
    # A column at a time, as a frame takes long to give single cells.
    columns = {str(name): column.tolist() for name, column in frame.items()}
    return (_Row(columns, number, int(line)) for number, line in enumerate(frame.index.tolist()))


class _Row(NamedTuple):
    """A row of a table, whose cells become Python's own values."""

    columns: Mapping[str, Sequence[object]]
    position: int
    line: int
    """Its line in the file."""

    def text(self, column: str) -> str | None:
        cell = self.columns[column][self.position]
        return cell if isinstance(cell, str) and cell else None

    def known(self, column: str) -> str:
        """A text; the empty one for an empty cell."""
        return self.text(column) or ""

    def codes(self, column: str) -> tuple[str, ...]:
        return codes(self.text(column))

    def yes(self, column: str) -> bool:
        return self.text(column) == "yes"

    def number(self, column: str) -> int | None:
        cell = self.columns[column][self.position]
        return cell if isinstance(cell, int) else None

    def day(self, column: str) -> date | None:
        cell = self.columns[column][self.position]
        return cell.date() if isinstance(cell, pd.Timestamp) else None

    def day_or_never(self, column: str) -> date:
        """A day; for an empty cell the last day that there is."""
        return self.day(column) or date.max

    def point(self, lat: str, lon: str) -> Point:
        """A point; not a number in a half for an empty cell."""
        north, east = (self.columns[name][self.position] for name in (lat, lon))
        return Point(*(cell if isinstance(cell, float) else math.nan for cell in (north, east)))
