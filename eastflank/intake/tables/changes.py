"""What an import would change in a dataset: new claims, changed ones, the same, and what is gone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from eastflank.intake.tables import identities
from eastflank.intake.tables.contingents import Contingent
from eastflank.intake.tables.entries import Entry
from eastflank.intake.tables.identities import Identity, slug
from eastflank.intake.tables.placing import Spot
from eastflank.intake.tables.sheets import Opened
from eastflank.model import Dataset
from eastflank.names.countries import CountryNames
from eastflank.reading.folding import fold
from eastflank.store.edits import Edit, Insert, Retract
from eastflank.words.en import importing as words

_SAME_PLACE = 0.01
"""Degrees within which two points of one name are one place."""
_VERSION = re.compile(r"(.*-[0-9a-f]{10})(?:-(\d+))?")
_TOLD = (
    *(
        "deployment",
        "as_at",
        "status",
        "lead",
        "host",
        "place",
        "troops_low",
        "troops_high",
        "hedge",
        "counts",
    ),
    *("starts", "ends", "note"),
)
"""The columns of a claim by which it is another one than before; its row in the file may move."""
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a dataset holds."""

    deployments: int
    claims: int
    """Without those that are retracted."""
    drafts: int
    """Claims that do not count yet."""
    persons: int
    """The sum of the higher figures in the claims of this table: to see a slip of a digit, not to quote."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A claim of an earlier file of the table that the new one does not make. It stays."""

    claim: str
    deployment: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What an import would do. `edits` go to `store.edits.apply`, with `reason`."""

    edits: tuple[Edit, ...]
    reason: str
    new: tuple[str, ...]
    """Claims that are new."""
    returned: tuple[str, ...]
    """Those of them whose row was brought before, and was retracted."""
    changed: tuple[tuple[str, str], ...]
    """Claims that were and claims that take their place; one that a person reviewed stays beside the new."""
    same: int
    gone: tuple[Gone, ...]
    before: Totals
    after: Totals
    source: str
    """The id of the source that these claims have: the table."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Which table it is, of which day, and when it is imported."""

    file: Opened
    day: date
    today: date
    publisher: str = words.PUBLISHER


def changes(  # noqa: PLR0913, PLR0917 - what is brought, and all that it is held against
    entries: Sequence[Entry],
    spots: Mapping[tuple[str, str], Spot],
    dataset: Dataset,
    origin: Origin,
    names: CountryNames,
    nation_row: Callable[[str], Row | None],
) -> Changes:
    """The edits that bring these entries into the dataset. They are imported or accepted, each once.

    `spots` are the places that were looked up, by words and country. `nation_row` is the row of a country for
    `nations.csv`; it is asked for countries that the dataset lacks, and knows each of them.
    """
    return _Draft(dataset, origin, names, spots, nation_row).made(entries)


@dataclass(slots=True)
class _Draft:
    dataset: Dataset
    origin: Origin
    names: CountryNames
    spots: Mapping[tuple[str, str], Spot]
    nation_row: Callable[[str], Row | None]
    rows: dict[str, dict[str, Row]] = field(default_factory=lambda: defaultdict(dict))
    """By table the rows to insert, by id."""

    def made(self, entries: Sequence[Entry]) -> Changes:
        key, name = identities.table_key(self.origin.file.name), self.origin.file.name
        source = f"{key}-{self.origin.file.sha256[:8]}"
        held = self._held(key)
        shared = _contingents(entries)
        deployments = _Deployments(self)
        places = _Places(self)
        claims: list[Row] = []
        contributions: list[Row] = []
        retracted: list[Retract] = []
        new, returned, changed, same, met = [], [], [], 0, set()
        for entry in entries:
            own = identities.of_deployment(entry)
            deployment, sort = deployments.id_of(entry, own)
            claim, parts = self._claim(entry, deployment, sort, places.id_of(entry), contingent=own in shared)
            base = f"{key}-{identities.checksum(*identities.of_claim(entry, own))}"
            met.add(base)
            before = held.get(base)
            if before and before.review != "retracted" and _same(before, claim, parts):
                same += 1
                continue
            number = before.number + 1 if before else 1
            identifier = base if number == 1 else f"{base}-{number}"
            claim |= {"id": identifier, "source": source}
            claims.append(claim)
            contributions += [{"claim": identifier, **part} for part in parts]
            if before is None or before.review == "retracted":
                new.append(identifier)
                returned += [identifier] if before else []
                continue
            changed.append((before.id, identifier))
            if before.review == "draft":
                retracted.append(Retract(before.id, words.RETRACTED.format(name=name, claim=identifier)))
        used = {row["deployment"] for row in claims}, {row.get("place", "") for row in claims}
        edits: list[Edit] = [
            *self._nations(claims, contributions, used[1]),
            *(Insert("places", row) for key_, row in sorted(self.rows["places"].items()) if key_ in used[1]),
            *self._source(source, needed=bool(claims)),
            *(
                Insert("deployments", row)
                for key_, row in sorted(self.rows["deployments"].items())
                if key_ in used[0]
            ),
            *(Insert("claims", row) for row in claims),
            *(Insert("contributions", row) for row in contributions),
            *retracted,
        ]
        gone = tuple(
            Gone(one.id, one.cells["deployment"])
            for base, one in held.items()
            if base not in met and one.review != "retracted"
        )
        before_, after = self._totals(
            held, claims, retracted, [each for each in edits if isinstance(each, Insert)]
        )
        reason = words.REASON.format(name=name)
        return Changes(
            tuple(edits),
            reason,
            tuple(new),
            tuple(returned),
            tuple(changed),
            same,
            gone,
            before_,
            after,
            source,
        )

    def _claim(
        self, entry: Entry, deployment: str, sort: str, place: str, *, contingent: bool
    ) -> tuple[dict[str, str], list[Row]]:
        """A claim without its id and source, and its contingents without their claim."""
        low = "" if entry.low is None else str(entry.low)
        high = low if entry.high == entry.low else "" if entry.high is None else str(entry.high)
        figure = bool(low or high)
        lead = entry.lead or (() if contingent else entry.nation)
        note = self._note(entry) if entry.note or entry.source or entry.marks else ""
        counts = entry.counts or ("contingent" if contingent and entry.nation else "whole")
        if counts == "sum" and not _adds_up(entry):
            counts = "whole"  # the table's figure is more than the contingents that it states of this day
        claim = {
            "basis": "cited",
            "citation": self._citation(entry),
            "kind": "deployment",
            "deployment": deployment,
            "as_at": entry.date,
            "status": entry.status,
            "lead": identities.codes(lead),
            "host": identities.codes(entry.host),
            "place": place,
            "troops_low": low,
            "troops_high": high,
            "hedge": entry.hedge if figure else "",
            "counts": counts if figure else "",
            "starts": entry.starts,
            "ends": entry.ends,
            "credibility": "6",
            "review": "draft",
            "note": note,
        }
        if sort == "statistic":
            return claim, []
        if not entry.nation:
            return claim, [_sent(each) for each in sorted(entry.contingents, key=lambda each: each.nation)]
        alone = len(entry.nation) == 1
        own = {"troops_low": low, "troops_high": high, "hedge": claim["hedge"]} if alone else {}
        return claim, [{"nation": nation, **own} for nation in sorted(entry.nation)]

    def _citation(self, entry: Entry) -> str:
        sheet = words.SHEET.format(sheet=entry.sheet) if entry.sheet else ""
        return words.CITATION.format(name=self.origin.file.name, sheet=sheet, line=entry.line)

    @staticmethod
    def _note(entry: Entry) -> str:
        assumed = [words.ASSUMED.format(said=mark.said) for mark in entry.marks]
        source = f"Source in the table: {entry.source}" if entry.source else ""
        return " ".join(filter(None, (entry.note, source, *assumed)))

    def _held(self, key: str) -> dict[str, _Held]:
        """The newest claim of each row of earlier files of this table."""
        frame = self.dataset.claims
        own = frame[frame["id"].str.startswith(f"{key}-")]
        parts: defaultdict[str, list[Row]] = defaultdict(list)
        sent = self.dataset.contributions
        sent = sent[sent["claim"].isin(own["id"])]
        for row in sent[["claim", "nation", "troops_low", "troops_high", "hedge"]].itertuples(
            index=False, name=None
        ):
            cells = dict(
                zip(("nation", "troops_low", "troops_high", "hedge"), map(_text, row[1:]), strict=True)
            )
            parts[str(row[0])].append({name: cell for name, cell in cells.items() if cell})
        held: dict[str, _Held] = {}
        columns = ["id", "review", *_TOLD]
        for row in own[columns].itertuples(index=False, name=None):
            match = _VERSION.fullmatch(str(row[0]))
            if match is None or match[1].rsplit("-", 1)[0] != key:
                continue
            number = int(match[2] or 1)
            if match[1] not in held or held[match[1]].number < number:
                cells = dict(zip(_TOLD, map(_text, row[2:]), strict=True))
                held[match[1]] = _Held(str(row[0]), number, str(row[1]), cells, tuple(parts[str(row[0])]))
        return held

    def _source(self, identifier: str, *, needed: bool) -> Iterator[Insert]:
        if not needed or identifier in self.dataset.sources_by_id:
            return
        file = self.origin.file
        yield Insert(
            "sources",
            {
                "id": identifier,
                "publisher": self.origin.publisher,
                "title": words.TITLE_OF_TABLE.format(name=file.name),
                "published": self.origin.day.isoformat(),
                "accessed": self.origin.today.isoformat(),
                "reliability": "F",
                "read_as": "original",
                "note": words.NOTE_OF_SOURCE.format(name=file.name, sha256=file.sha256),
            },
        )

    def _nations(
        self, claims: Sequence[Row], contributions: Sequence[Row], places: set[str]
    ) -> Iterator[Insert]:
        lists = {row[column] for row in claims for column in ("lead", "host")}
        codes = {code for each in lists for code in each.split(";") if code}
        codes |= {row["nation"] for row in contributions}
        codes |= {row["country"] for key, row in self.rows["places"].items() if key in places}
        for code in sorted(codes - set(self.dataset.nations_by_code)):
            row = self.nation_row(code)
            if row is not None:
                yield Insert("nations", row)

    def _totals(
        self,
        held: Mapping[str, _Held],
        claims: Sequence[Row],
        retracted: Sequence[Retract],
        inserts: Sequence[Insert],
    ) -> tuple[Totals, Totals]:
        reviews = self.dataset.claims["review"]
        live = int((reviews != "retracted").sum())
        drafts = int((reviews == "draft").sum())
        over = {each.claim for each in retracted}
        persons = sum(_persons(one.cells) for one in held.values() if one.review != "retracted")
        left = sum(_persons(one.cells) for one in held.values() if one.id in over)
        before = Totals(len(self.dataset.deployments), live, drafts, persons)
        more = sum(each.table == "deployments" for each in inserts)
        added = len(claims) - len(retracted)
        after = Totals(
            before.deployments + more,
            live + added,
            drafts + added,
            persons - left + sum(map(_persons, claims)),
        )
        return before, after


@dataclass(frozen=True, slots=True)
class _Held:
    """The newest claim that a row of an earlier file became."""

    id: str
    number: int
    review: str
    cells: Row
    parts: tuple[Row, ...]


def _same(before: _Held, claim: Row, parts: Sequence[Row]) -> bool:
    stated = [{name: cell for name, cell in part.items() if cell} for part in parts]
    return all(before.cells[name] == claim[name] for name in _TOLD) and list(before.parts) == stated


def _contingents(entries: Sequence[Entry]) -> frozenset[Identity]:
    """The named deployments to which several nations send, a row for each."""
    nations: defaultdict[Identity, set[tuple[str, ...]]] = defaultdict(set)
    for entry in entries:
        if (entry.name or entry.id) and entry.nation:
            nations[identities.of_deployment(entry)].add(entry.nation)
    return frozenset(key for key, sent in nations.items() if len(sent) > 1)


def _adds_up(entry: Entry) -> bool:
    """Whether the figure of a row is the sum of its contingents."""
    sides = [(one.low, one.high) for one in entry.contingents]
    lows, highs = (
        [low for low, _ in sides if low is not None],
        [high for _, high in sides if high is not None],
    )
    whole = bool(sides) and len(lows) == len(highs) == len(sides)
    return whole and (sum(lows), sum(highs)) == (entry.low, entry.high)


def _sent(one: Contingent) -> Row:
    """A contingent's cells; empty ones are left out, as they are in `_Held`."""
    low, high = (str(side) if side is not None else "" for side in (one.low, one.high))
    cells = {"nation": one.nation, "troops_low": low, "troops_high": high, "hedge": one.hedge}
    return {name: cell for name, cell in cells.items() if cell}


def _text(value: str | float | None) -> str:
    """A cell of a frame as its file has it; missing ones are empty."""
    return "" if pd.isna(value) else str(value)


def _persons(cells: Row) -> int:
    return int(cells["troops_high"] or cells["troops_low"] or 0)


class _Deployments:
    """The deployments of the dataset and those that the entries need."""

    def __init__(self, draft: _Draft) -> None:
        self._draft = draft
        self._names = dict(draft.dataset.deployment_names)
        frame = draft.dataset.deployments
        self._sorts = dict(zip(frame["id"], frame["sort"], strict=True))
        by_name: defaultdict[str, list[str]] = defaultdict(list)
        for identifier, name in self._names.items():
            by_name[fold(name)].append(identifier)
        self._by_name = {name: found[0] for name, found in by_name.items() if len(found) == 1}
        self._found: dict[Identity, str] = {}

    def id_of(self, entry: Entry, key: Identity) -> tuple[str, str]:
        """The id of an entry's deployment and its sort; one that is new is noted to be inserted."""
        if key not in self._found:
            self._found[key] = self._made(entry, key)
        return self._found[key], self._sorts[self._found[key]]

    def _made(self, entry: Entry, key: Identity) -> str:
        name = entry.name or self._named(entry)
        if entry.id and self._names.get(entry.id) == name:
            return entry.id
        identifier = self._by_name.get(fold(name), "")
        if identifier and not entry.id:
            return identifier
        statistic = not entry.name and not entry.place and entry.point is None
        sort = (
            entry.sort
            if entry.sort in ("unit", "group", "statistic")
            else "statistic"
            if statistic
            else "unit"
        )
        file = self._draft.origin.file.name
        wanted = slug(entry.id or (entry.name or "-".join((*entry.nation, *entry.host, entry.place))))
        if self._names.get(wanted, name) != name or wanted in self._names:
            wanted = f"{wanted}-{identities.checksum(*key)[:6]}"
        note = words.NOTE_OF_STATISTIC if sort == "statistic" else words.NOTE_OF_DEPLOYMENT
        self._names[wanted], self._sorts[wanted] = name, sort
        self._by_name.setdefault(fold(name), wanted)
        self._draft.rows["deployments"][wanted] = {
            "id": wanted,
            "name": name,
            "sort": sort,
            "kind": entry.kind or kind_of(sort, tuple(self._draft.dataset.theatre.kinds)),
            "note": note.format(name=file),
        }
        return wanted

    def _named(self, entry: Entry) -> str:
        names = self._draft.names
        sent = " and ".join(names.adjective_of(code) for code in entry.nation)
        host = " and ".join(names.name_of(code) for code in entry.host)
        place = entry.place or (f"{entry.point.lat:.2f}, {entry.point.lon:.2f}" if entry.point else "")
        if place:
            return (words.TROOPS_AT if sent else words.ALL_TROOPS_AT).format(nation=sent, place=place)
        return (words.TROOPS_IN if sent else words.ALL_TROOPS_IN).format(nation=sent, host=host)


def kind_of(sort: str, kinds: Sequence[str]) -> str:
    """The kind of a deployment whose row names none, among those of the dataset; the first where all fail."""
    wanted = "statistic" if sort == "statistic" else "presence"
    return wanted if wanted in kinds or not kinds else kinds[0]


class _Places:
    """The places of the dataset and those that the entries need."""

    def __init__(self, draft: _Draft) -> None:
        self._draft = draft
        self._held = dict(draft.dataset.places_by_id)
        self._ids = set(self._held)
        self._found: dict[tuple[object, ...], str] = {}
        self._by_name: defaultdict[str, list[str]] = defaultdict(list)
        for identifier, place in self._held.items():
            self._by_name[fold(place.name)].append(identifier)

    def id_of(self, entry: Entry) -> str:
        """The id of an entry's place; empty: it is known by its country alone."""
        if entry.point is not None:
            key: tuple[object, ...] = (entry.place, entry.point, entry.host)
            if key not in self._found:
                country = entry.host[0] if len(entry.host) == 1 else ""
                name = entry.place or f"{entry.point.lat:.4f}, {entry.point.lon:.4f}"
                note = f"Coordinates of the table {self._draft.origin.file.name}."
                spot = Spot(name, country, entry.point, "site", "curated", "", note)
                self._found[key] = self._made(spot, entry.place)
            return self._found[key]
        if not entry.place:
            return ""
        ask = entry.place, entry.host[0] if len(entry.host) == 1 else ""
        found = self._draft.spots.get(ask) or self._draft.spots.get((entry.place, ""))
        if found is None or found.point is None:
            return ""
        key = (found.geocoder, found.id, found.name, found.point)
        if key not in self._found:
            self._found[key] = self._made(found, entry.place)
        return self._found[key]

    def _made(self, spot: Spot, query: str) -> str:
        point = spot.point
        if point is None:
            return ""
        if spot.geocoder == "curated" and spot.id in self._held:
            return spot.id
        for identifier in self._by_name[fold(spot.name)]:
            there = self._held.get(identifier)
            if there and abs(there.at.lat - point.lat) + abs(there.at.lon - point.lon) <= _SAME_PLACE:
                return identifier
        wanted = slug(spot.name)
        if wanted in self._ids:
            wanted = f"{wanted}-{identities.checksum(spot.name, spot.country, str(point))[:6]}"
        self._ids.add(wanted)
        prefix = (
            f"GeoNames {spot.id} (CC BY 4.0)." if spot.geocoder == "geonames" and spot.id.isdigit() else ""
        )
        self._draft.rows["places"][wanted] = {
            "id": wanted,
            "name": spot.name,
            "country": spot.country,
            "lat": _degrees(point.lat),
            "lon": _degrees(point.lon),
            "precision": spot.precision,
            "geocoder": spot.geocoder,
            "query": query,
            "looked_up_on": self._draft.origin.today.isoformat(),
            "note": " ".join(filter(None, (prefix, spot.note))),
        }
        return wanted


def _degrees(number: float) -> str:
    """A coordinate without an exponent."""
    return f"{number:.6f}".rstrip("0").rstrip(".")
