"""The project's own places: `places.csv`, and the few bases that gazetteers miss or misplace."""

from __future__ import annotations

import functools
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd
from geopy.geocoders.base import DEFAULT_SENTINEL
from rapidfuzz import fuzz, process

from eastflank.gazetteer.geocoder import PlaceGeocoder
from eastflank.gazetteer.hit import Hit, Match, Origin, match_of
from eastflank.gazetteer.name_index import IndexEntry, NameIndex
from eastflank.gazetteer.parts import take_apart
from eastflank.model import Point
from eastflank.reading.folding import fold

BASES = ("id", "name", "also", "country", "installation", "lat", "lon", "precision", "geocoder", "note")
"""Columns of `bases.csv`: as in `places.csv`, with other names joined by semicolons, and the kind of base."""


def read(file: Path) -> pd.DataFrame:
    """The supplement of bases. Raises FileNotFoundError, or ValueError for other columns."""
    types = dict.fromkeys(BASES, "str") | {"lat": "float64", "lon": "float64"}
    return pd.read_csv(file, usecols=list(BASES), dtype=types, keep_default_na=False, na_values={"lat": [""]})


_FAR = 0.3
"""Two rows with one id that are this many degrees apart are two places."""


def _is_first_of_its_id(places: pd.DataFrame) -> pd.Series[bool]:
    """For each row whether it is the same place as the first row with its id."""
    first = places.drop_duplicates("id").set_index("id")
    country = places["country"].fillna("") == places["id"].map(first["country"].fillna(""))
    at, there = places[["lat", "lon"]].astype(float), first[["lat", "lon"]].astype(float)
    steps = (at - there.loc[places["id"]].set_axis(at.index)).abs()
    return country & ~(steps > _FAR).any(axis="columns")


@functools.lru_cache(maxsize=16_384)
def _folded(name: str) -> str:
    """`fold`, which remembers the last names: the shipped ones are folded for each dataset."""
    return fold(name)


class Curated(PlaceGeocoder):
    """Looks a name, another name or an id up in frames of places.

    If several rows are one place with one id, the first counts; it gets other names and a kind of base from
    the others. A row with that id in another country or far away is another place.
    The first frame holds the places that a person chose: they rank above all other places of that name. A
    base of another frame does so only by a name that says that it is a base. If only the place in its name
    matches (“Adazi” in “Camp Ādaži”), it is one of several candidates beside the towns of that name.

    A name without a known position is not found here: another geocoder may know it.

    A frame has the columns of `BASES`, missing values as such or as empty text, and may lack `also` and
    `installation`.
    """

    def __init__(self, *places: pd.DataFrame) -> None:
        super().__init__()
        texts = [column for column in BASES if column not in ("lat", "lon")]
        frames = (
            frame.reindex(columns=list(BASES)).assign(kept=not number) for number, frame in enumerate(places)
        )
        every = pd.concat(frames, ignore_index=True)
        every = every[(every["precision"] != "none") | every["country"].isna() | (every["country"] == "")]
        same = _is_first_of_its_id(every)
        rows = every[same].drop_duplicates("id")
        # A base that a claim names is in both tables, but only the supplement has its other names.
        supplement = every[same].groupby("id")[["also", "installation"]].first()
        rows = rows.assign(
            also=rows["id"].map(supplement["also"]), installation=rows["id"].map(supplement["installation"])
        )
        rows = pd.concat([rows, every[~same]])
        rows[texts] = rows[texts].astype("str").fillna("")
        self._rows = [_Place.of(row) for row in rows.to_dict("records")]
        self._whole = NameIndex(
            (_folded(name), number)
            for number, row in enumerate(self._rows)
            for name in (row.name, *row.also, row.id)
            if row.kept or not row.installation or take_apart(name).kinds
        )
        self._bare = NameIndex(
            (core, number)
            for number, row in enumerate(self._rows)
            if row.installation
            for name in (row.name, *row.also)
            for parts in (take_apart(name),)
            for core in dict.fromkeys((_folded(name), parts.core, parts.longer))
        )

    def hits(
        self, query: str, _country: str | None = None, _timeout: object = DEFAULT_SENTINEL, /
    ) -> list[Hit]:
        """The places of that name or id; a place with precision `none` is a hit without a point."""
        asked = fold(query)
        whole = self._whole.named(asked)
        rows = {entry.row for entry in whole}
        if kept := [entry for entry in whole if self._rows[entry.row].kept]:
            whole = tuple(kept)  # a person chose it: it ranks before a base of the supplement with that name
        chosen = {entry.row for entry in whole}
        rows = {*rows, *(entry.row for entry in self._bare.named(asked))} - chosen
        bare = [IndexEntry(row, "") for row in sorted(rows)]
        return [self._hit(query, entry, Match.ALTERNATE) for entry in whole] + [
            replace(self._hit(query, entry, Match.FOLDED), origin=Origin.SUPPLEMENT, match=Match.FOLDED)
            for entry in bare
        ]

    def alike(self, query: str, /) -> list[Hit]:
        """The places whose name, or the place name in it, sounds like the query."""
        entries = {entry.row: entry for entry in (*self._bare.alike(query), *self._whole.alike(query))}
        return [
            replace(self._hit(query, entry, Match.ALIKE), origin=Origin.SUPPLEMENT, match=Match.ALIKE)
            for entry in entries.values()
        ]

    def _hit(self, query: str, entry: IndexEntry, otherwise: Match) -> Hit:
        row = self._rows[entry.row]
        return Hit(
            name=row.name,
            country=row.country or None,
            kind="phrase" if row.precision == "none" else _kind(row),
            point=None if row.precision == "none" else row.at,
            precision=row.precision,
            geocoder=row.geocoder,
            origin=Origin.CURATED,
            match=match_of(query, row.name) or otherwise,
            id=row.id,
            note=row.note,
            installation=row.installation,
        )

    def near(self, query: str, /) -> list[str]:
        """Up to three similar names."""
        names = {fold(row.name): row.name for row in self._rows}
        found = process.extract(fold(query), sorted(names), scorer=fuzz.ratio, limit=3, score_cutoff=70)
        return [names[name] for name, *_ in found]


def _kind(row: _Place) -> str:
    return row.precision if row.kept else row.installation or row.precision


@dataclass(frozen=True, slots=True)
class _Place:
    """A row of one of the frames; an empty text for a missing value."""

    id: str
    name: str
    also: tuple[str, ...]
    """Its other names; one empty text where it has none."""
    country: str
    installation: str
    precision: str
    geocoder: str
    note: str
    at: Point
    """Both coordinates are NaN if its precision is `none`."""
    kept: bool
    """Whether a person chose it."""

    @classmethod
    def of(cls, row: Mapping[Hashable, object]) -> _Place:
        """From the cells by their columns."""
        text = {str(column): str(cell) for column, cell in row.items()}
        return cls(
            id=text["id"],
            name=text["name"],
            also=tuple(text["also"].split(";")),
            country=text["country"],
            installation=text["installation"],
            precision=text["precision"],
            geocoder=text["geocoder"],
            note=text["note"],
            at=Point(float(text["lat"]), float(text["lon"])),
            kept=bool(row["kept"]),
        )
