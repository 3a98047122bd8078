"""The values that every other module speaks in. No files, clock, network, Streamlit or Folium.

Tables are pandas frames, worked on by column. What leaves a table for the map, the panel or the
terminal is a small frozen value. Degrees are WGS 84; latitude comes before longitude; days are
`datetime.date`, and in frames `datetime64`; strengths are persons; `None` always means *not stated*.
"""

from __future__ import annotations

import functools
from collections import namedtuple
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import Any, NamedTuple, Protocol, TypeAlias, TypeVar, cast

import pandas as pd

T = TypeVar("T")


class Point(NamedTuple):
    """A place on the globe, in degrees: north, then east."""

    lat: float
    lon: float


class Place(NamedTuple):
    """A place that claims name."""

    name: str
    precision: str
    """How well it is known: `site`, `town`, `region`, `country`, `sea`, or `none` for what has no borders."""
    at: Point
    """Where it is; not a number in both halves where that is not known."""


class Standing(IntEnum):
    """What a status amounts to, as the map draws it; in this order it becomes more certain."""

    CONSIDERED = 0
    """Talked about or offered: drawn empty and dotted."""
    PLANNED = 1
    """Pledged, agreed, decided or arriving: drawn hatched and dashed."""
    PRESENT = 2
    """There on the day, even if its end is decided: drawn filled and solid."""
    GONE = 3
    """Ended, withdrawn or denied: not drawn."""


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

SORTS = ("unit", "group", "statistic")
"""`unit`: drawn, counted, added. `group`: a heading of several units. `statistic`: what a source adds up."""

BASES = ("quoted", "cited", "judged")
"""What a claim stands on: a held article's words, a place in a source, or a curator's inference."""

PRECISIONS = ("site", "town", "region", "country", "sea", "none")
"""How well a place is known; `none`: a phrase such as “eastern Europe”, which has no point."""

TABLES = (
    "sources",
    "deployments",
    "memberships",
    "claims",
    "claim_spans",
    "contributions",
    "places",
    "nations",
    "programmes",
    "decisions",
    "changes",
)


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


@dataclass(frozen=True, slots=True)
class Contribution:
    """One nation's contingent in a claim."""

    nation: str
    """ISO 3166-1 alpha-3."""
    low: int | None
    high: int | None
    hedge: str | None
    left: bool
    """Whether the claim says that the nation takes part no longer."""

    @property
    def stated(self) -> bool:
        """Whether it states a figure."""
        return self.low is not None or self.high is not None


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that one source says of a deployment, or that a curator infers of it."""

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
    """The last day on which it may begin; None where that is not stated, or open."""
    ends_last: date | None
    complete: bool
    """Whether the contingents listed are all there are."""
    known_on: date
    """The day from which it counts."""
    told_first: date
    """The first day of which it may tell: its age counts from here."""
    told_last: date
    """The last day of which it may tell: its place among the others."""
    grade: str
    """Its Admiralty grade, such as B2; empty for a judged claim."""
    weak: bool
    """Whether its source is not usually reliable, or the claim doubtful."""
    contributions: tuple[Contribution, ...]

    @property
    def standing(self) -> Standing | None:
        """What its status amounts to; None where it states none."""
        return None if self.status is None else STATUSES[self.status]

    @property
    def stated(self) -> bool:
        """Whether it states a figure of persons."""
        return self.low is not None or self.high is not None

    @property
    def ceiling(self) -> bool:
        """Whether its figure is only what may not be exceeded."""
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


@dataclass(frozen=True, slots=True)
class Contingent:
    """One nation's part in a deployment, as known on a day."""

    deployment: str
    nation: str
    figure: Figure | None
    """The figure in force; None where none is."""
    claim: str
    """The newest claim by which the nation takes part."""
    told_on: date
    """The first day on which that claim may have been so."""
    planned: bool = False
    """Whether it is a plan, of which no presence is known."""
    announced: bool = False
    """Whether the figure was announced before the deployment was in place, and nobody renewed it since."""
    old: bool = False
    """Whether the figure, or the last word where there is none, is older than eighteen months: such a figure
    is in no sum."""
    outgrown: str = ""
    """The claim with a newer figure of the whole that ended this nation's last one: it is smaller, or the
    last one equalled the whole before."""
    overtaken: str = ""
    """Where only part of the evidence is asked for: the claim left out that has overtaken the figure."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is planned for a deployment that is there already: it changes nothing yet."""

    field: str
    """`strength`, `lead`, `host`, `place` or `status`."""
    claim: str
    told_on: date
    value: tuple[str, ...] = ()
    """Codes of nations, a place's id or a status; empty for a strength."""
    figure: Figure | None = None
    """The strength planned."""


@dataclass(frozen=True, slots=True)
class Deployment:
    """A deployment as known on a day, each field with the claim it comes from."""

    id: str
    name: str
    sort: str
    """One of SORTS."""
    kind: str
    echelon: str | None
    programme: str | None
    note: str | None
    status: str | None = None
    standing: Standing | None = None
    status_claim: str | None = None
    status_told: date | None = None
    """The first day of which the claim of its status may tell."""
    status_judged: bool = False
    """Whether that claim is a curator's inference, so that nobody announced or reported it."""
    ended_on: date | None = None
    """The last day of a stated end that has passed; None where a source says that it ended, or it has not."""
    ended_with: str = ""
    """The id of the whole whose end ended it."""
    lead: tuple[str, ...] = ()
    lead_claim: str | None = None
    host: tuple[str, ...] = ()
    host_claim: str | None = None
    meant_for: tuple[str, ...] = ()
    place: str | None = None
    place_claim: str | None = None
    unit_count: int | None = None
    unit_count_claim: str | None = None
    starts: str | None = None
    starts_claim: str | None = None
    ends: str | None = None
    ends_claim: str | None = None
    figure: Figure | None = None
    """Its strength: of what is there, or of the plan where nothing is."""
    counts: str | None = None
    """What the figure counts."""
    announced: bool = False
    """Whether the figure was announced for it before it was in place, and nobody renewed it since."""
    old: bool = False
    """Whether the figure is older than eighteen months."""
    earlier: Figure | None = None
    """A figure that is in force no longer, which the table keeps: of a group or a statistic, or a weak one of
    a unit that more people leave than it counts."""
    disputed: tuple[str, ...] = ()
    """The claims that the figure spans, where they differ and nothing puts one before another."""
    plans: tuple[Plan, ...] = ()
    """What is planned for later, beside what is there."""
    due_since: date | None = None
    """The stated day on which it should have arrived, if that has passed without a word."""
    last_word: date | None = None
    """The last day on which anything was reported of it."""
    silent: bool = False
    """Whether nothing was reported of it for two years."""
    contingents: tuple[Contingent, ...] = ()
    former: tuple[tuple[str, str], ...] = ()
    """The nations that take part no longer: pairs of a nation and the claim by which that is so."""
    part_of: str = ""
    """The group it belongs to on the day."""
    under: str = ""
    """The unit that it is a part of on the day."""
    parts: tuple[str, ...] = ()
    """What belongs to it on the day."""
    same_as: str = ""
    """The id that it goes by in the end: its own, or that of the deployment it became."""
    counted_with: str = ""
    """The unit, or the set of a group, in which it is counted; empty where it is counted by itself."""
    missing: int = 0
    """For a group: how many of its units are known only through it."""
    missing_hosts: tuple[str, ...] = ()
    """For a group: where these stand, or would."""
    off_map: str = ""
    """For a statistic: why it has left the map, as a code: `old`, `exceeded` or `moved`."""
    not_followed: tuple[tuple[str, str], ...] = ()
    """Pairs of a field and a weak claim that was set aside for it."""
    overtaken: tuple[tuple[str, str], ...] = ()
    """Where only part of the evidence is asked for: pairs of a field and the claim that overtook it."""
    claim_count: int = 0

    @property
    def present(self) -> bool:
        """Whether it is there on the day."""
        return self.standing == Standing.PRESENT

    @property
    def planned(self) -> bool:
        """Whether it is only planned or considered."""
        return self.standing in (Standing.PLANNED, Standing.CONSIDERED)

    @property
    def over(self) -> bool:
        """Whether it has ended, was withdrawn or is denied."""
        return self.standing == Standing.GONE

    @property
    def lapsed(self) -> bool:
        """Whether it is a plan that no source repeated for two years: it is listed, and not drawn."""
        return self.planned and self.silent


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong in the data: where it is, what it is, and what to do about it."""

    table: str
    """The file, e.g. `claims.csv`."""
    row: str
    """The row's id, with its line in the file; empty when the whole table is meant."""
    column: str
    """The column; empty when the whole row or table is meant."""
    problem: str
    remedy: str
    more: int | None = None
    """For how many more rows it stands, which are not told one by one; None: for its own."""

    @classmethod
    def of_the_rest(cls, table: str, column: str, number: int) -> Finding:
        """The finding that only counts rows: the same is wrong in them as in those told before."""
        return cls(table, f"{number:,} more rows", column, "They have the same fault.", "", number)

    check: str = field(default="", compare=False)
    """The name of the check that found it; empty where the tables could not be read."""
    key: str = field(default="", compare=False)
    """The row's key, such as `A1-19`, or `R059, GBR` where it has two columns; empty as `row` is."""
    line: int | None = field(default=None, compare=False)
    """The row's line in the file; None when the whole table is meant."""

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.table, self.row, self.column) if part)
        return f"{where}: {self.problem} {self.remedy}".rstrip()


class LeadColours(NamedTuple):
    """A lead nation's colour on a light and on a dark page, as `#rrggbb`."""

    light: str
    dark: str

    def on(self, theme: str) -> str:
        """The colour on a theme, `light` or `dark`."""
        return self.dark if theme == "dark" else self.light


_OTHER_LEAD = LeadColours("#3c5360", "#a9bdc9")

Box: TypeAlias = tuple[Point, Point]
"""A part of the globe: its south-western and its north-eastern corner."""


@dataclass(frozen=True, slots=True)
class Theatre:
    """What a dataset says of its part of the world. Without values: the whole map, and no names."""

    name: str = ""
    """What the dataset is about, such as “From the Baltic to the Black Sea”."""
    alliance: str = "Alliance"
    """The name of the alliance whose members are drawn apart."""
    opening: Box = (Point(-60.0, -180.0), Point(80.0, 180.0))
    """What the map shows when it is opened."""
    region: Box = (Point(-90.0, -180.0), Point(90.0, 180.0))
    """Of several places of one name, the one nearest to this is probably meant."""
    leads: Mapping[str, LeadColours] = field(default_factory=dict)
    """The colours of lead nations, by ISO 3166-1 alpha-3 code."""

    def colours_of(self, nation: str | None) -> LeadColours:
        """The colours of a lead nation; None: none or several are stated, which have one neutral colour."""
        return self.leads.get(nation or "", _OTHER_LEAD)


@dataclass(frozen=True, eq=False)
class Dataset:
    """Everything that is known, whenever it was said.

    The frames hold the columns of `data/datapackage.json` in its order, strings as `str` with
    missing values as `pd.NA`, integers as `Int64`, dates as `datetime64[s]`. Lists of nations stay
    as the file has them (`USA;GBR;DEU`). Frames are not changed after loading.
    """

    sources: pd.DataFrame
    """One row a source, plus `published_first`, `published_last`: the bounds of its date."""
    deployments: pd.DataFrame
    memberships: pd.DataFrame
    """One row for each deployment that is a part of another, or became it, plus `starts_first`,
    `starts_last`, `ends_first`, `ends_last`."""
    claims: pd.DataFrame
    """One row a claim, plus bounds of its dates (`said_first`, `said_last`, `as_at_first`, `as_at_last`,
    `starts_first`, `starts_last`, `ends_first`, `ends_last`; NaT where not stated or open), `known_on` (the
    day from which it counts), `told_first` and `told_last` (the bounds of the day of which it tells), its
    source's `publisher`, `via` and `reliability`, and its Admiralty `grade`, such as B2 (missing: not
    graded, as a judged claim)."""
    claim_spans: pd.DataFrame
    contributions: pd.DataFrame
    places: pd.DataFrame
    nations: pd.DataFrame
    programmes: pd.DataFrame
    decisions: pd.DataFrame
    """One row a curator's decision: which claim a field takes where sources disagree, or why a finding of a
    check stands."""
    changes: pd.DataFrame
    articles: Mapping[str, str] = field(default_factory=dict)
    """Text of each held article by its file name, decoded, otherwise as it is in `seeds/`."""
    coverage: tuple[str, ...] = ()
    """What the record covers and what it does not hold, in sentences: the Method page prints them."""
    version: str = ""
    """Twelve hexadecimal digits that change whenever a table or an article does, or the folder's own base
    map or theatre settings."""
    theatre: Theatre = Theatre()
    base_map: Mapping[str, str] = field(default_factory=dict)
    """The base map's files as JSON text, by the names in `store.ground.NAMES`."""
    label_points: Mapping[str, Point] = field(default_factory=dict)
    """Where each country's name stands on the base map, by ISO 3166-1 alpha-3 code."""
    _made: dict[Callable[[Dataset], object], object] = field(default_factory=dict, repr=False)

    def once(self, make: Callable[[Dataset], T]) -> T:
        """What `make` makes of this data set, made once and kept as long as the data set is."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("T", self._made[make])


Cell: TypeAlias = Any
"""What stands in a cell: `str`, `int`, `float`, a timestamp, or one of the marks of a missing value."""

Row: TypeAlias = Any
"""A row of a frame, one attribute a column; its index is `Index`. The columns are declared in
`data/datapackage.json`, where the checker of types cannot see them."""


def each_row(frame: pd.DataFrame) -> Iterator[Row]:
    """The rows of a frame, for the few that go into words or onto the map.

    As `itertuples`, but each column becomes Python's own values at once, which takes a third of the time.
    """
    columns = [column.tolist() for _, column in frame.items()]
    return map(_row_of(tuple(frame.columns))._make, zip(frame.index, *columns, strict=True))


@functools.lru_cache(maxsize=64)
def _row_of(columns: tuple[str, ...]) -> type[Row]:
    return namedtuple("Row", ["Index", *columns])  # noqa: PYI024 - its fields are known only here


def stated(value: Cell) -> Cell:
    """A cell as Python's own value; None when it states nothing."""
    if value is None or bool(pd.isna(value)):
        return None
    return value.item() if hasattr(value, "item") else value


def codes(cell: Cell) -> tuple[str, ...]:
    """The codes in a list cell (`USA;GBR`); none for an empty cell."""
    return tuple(cell.split(";")) if isinstance(cell, str) and cell else ()
