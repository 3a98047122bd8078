"""The parts of a scene: plain values in degrees, pixels and text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from eastflank.model import Box, Kind, LeadColours, Point, Standing
from eastflank.view.anchors import Anchor
from eastflank.view.comparison import Changed, Form
from eastflank.words.chosen import legend_lines, pictures


class Symbol(NamedTuple):
    """The contents of an APP-6 symbol."""

    kind: Kind
    echelon: str | None
    standing: Standing
    multinational: bool

    @property
    def shows(self) -> tuple[str, str | None, bool]:
        """What it shows besides its standing: symbols in which this is equal look alike."""
        return self.kind.symbol, self.echelon, self.multinational


class Crowd(NamedTuple):
    """The contents of a symbol for several deployments near each other."""

    number: int
    """The number of units."""


@dataclass(frozen=True, slots=True)
class Area:
    """A host country, tinted by the most advanced standing of what it hosts."""

    iso3: str
    standing: Standing
    deployments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """One deployment on the map, or a crowd of them: a card, and a symbol if a claim names the place."""

    id: str
    anchor: Anchor
    at: Point
    heading: str
    lines: tuple[str, ...]
    standing: Standing
    lead: str | None
    """The single lead nation; None if none or several are stated."""
    symbol: Symbol | Crowd | None
    ties: tuple[Point, ...]
    """For a set: its hosts, each tied to the card, none of them paired with a lead."""
    details: tuple[str, ...]
    """Who, where, how many, status and number of claims, one per line."""
    selected: bool
    colours: LeadColours
    """Its lead's colours; the neutral ones if `lead` is None."""
    change: Changed | None = None
    """What changed since the day compared with. None: nothing, or no comparison."""
    section: str = ""
    """The heading of its row in the key; empty: the heading of all other kinds."""
    hosts: tuple[str, ...] = ()
    """The countries in which it is, ISO 3166-1 alpha-3. Its words never cover another host."""
    told: tuple[str, str, str] | None = None
    """The line whose status its style shows too: see `scene.cards.told_by_form`."""
    crowd: int = 0
    """For a crowd, its number of units; then its `id` is not a deployment's, see `scene.crowds`."""

    @property
    def gone(self) -> bool:
        """Whether it was drawn on the day compared with but is gone now."""
        return self.change is not None and self.change.form == "gone"

    @property
    def key(self) -> str:
        """Its key on the map: something gone may have the same id as something that is there now."""
        return f"gone {self.id}" if self.gone else self.id


@dataclass(frozen=True, slots=True)
class CountryNote:
    """A source's sum for a country: a small line at the country's name, never a unit."""

    iso3: str
    name: str
    """The country's name, as on the base map."""
    text: str
    """The whole text: “1,700 allied troops (2022)”."""
    date: date
    """The day of the figure."""

    @property
    def row(self) -> str:
        """The text in the key if there is no room at the country's name."""
        return pictures.of_country(self.name, self.text)


@dataclass(frozen=True, slots=True)
class Arc:
    """A line from a lead nation to what it leads, or from a nation to its contingent if no lead is stated."""

    lead: str
    name: str
    deployment: str
    standing: Standing
    path: tuple[Point, ...]
    colours: LeadColours
    """Its lead's colours; those of no lead for a line to a contingent."""


@dataclass(frozen=True, slots=True)
class Legend:
    """The legend: only what is drawn."""

    heading: str
    standings: tuple[tuple[Standing, str], ...]
    symbols: tuple[tuple[Symbol, str], ...]
    notes: tuple[tuple[str, str], ...]
    """Pairs of a swatch (`member`, `set`, `disputed`) and its words."""
    changes: tuple[tuple[Form, str], ...] = ()
    """The kinds of change that are drawn, each with its words; `comparison.SIGNS` has their signs."""
    figures: tuple[tuple[str, str], ...] = ()
    """Notes after figures on cards, as examples such as “(2022)”, each with its explanation."""


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a renderer needs."""

    title: str
    areas: tuple[Area, ...]
    marks: tuple[Mark, ...]
    arcs: tuple[Arc, ...]
    members: tuple[str, ...]
    """Members of the alliance on the view's day, ISO 3166-1 alpha-3."""
    legend: Legend
    opening: Box
    """The first frame of the map."""
    whole: Box
    """The whole theatre, with all places that are drawn; the same as `opening` if nothing is fitted."""
    ghosts: tuple[Mark, ...] = ()
    """Marks of the day compared with that are not drawn now, as they were, with what became of them."""
    statistics: tuple[CountryNote, ...] = ()
    """At most one for each country."""
    credit: str = ""
    """The origin of the base map."""
    headings: tuple[str, ...] = ()
    """The headings of the key's rows; see `scene.map_key`."""
    every: tuple[Mark, ...] = ()
    """Each deployment's own mark, including those that `marks` has as crowds."""
    called: str = "area"
    """The short name of the theatre, for the button that shows all of it."""


def symbol_words(symbol: Symbol) -> str:
    """The meaning of a symbol, from nothing but what it shows: “multinational battalion”."""
    return legend_lines.symbol(
        symbol.echelon or "",
        multinational=symbol.multinational,
        mechanised=symbol.kind.symbol == "mechanised",
        headquarters=symbol.kind.symbol == "headquarters",
    )
