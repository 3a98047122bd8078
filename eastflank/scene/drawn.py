"""What a scene is made of: plain values in degrees, pixels and text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from eastflank.model import Box, Kind, LeadColours, Point, Standing
from eastflank.view.anchors import Anchor
from eastflank.view.comparison import Changed, Form
from eastflank.words.chosen import legend_lines, pictures
from eastflank.words.chosen import values as words


class Symbol(NamedTuple):
    """What an APP-6 symbol must say."""

    kind: Kind
    echelon: str | None
    standing: Standing
    multinational: bool


class Crowd(NamedTuple):
    """What the symbol of several deployments near each other must say."""

    number: int
    """Of units."""


@dataclass(frozen=True, slots=True)
class Area:
    """A host country, tinted by the most advanced standing of what it hosts."""

    iso3: str
    standing: Standing
    deployments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """One deployment on the map: a card, and a symbol where a claim names the place. Or a crowd of them."""

    id: str
    anchor: Anchor
    at: Point
    slot: int
    """0, 1, 2 … for several deployments at one place, which fan out."""
    heading: str
    lines: tuple[str, ...]
    standing: Standing
    lead: str | None
    """The single lead nation; None when none is stated or several are."""
    symbol: Symbol | Crowd | None
    ties: tuple[Point, ...]
    """For a set: its hosts, each tied to the card, none of them paired with a lead."""
    details: tuple[str, ...]
    """Who, where, how many, status and number of claims, one per line."""
    selected: bool
    colours: LeadColours
    """Its lead's; those of no lead in particular where `lead` is None."""
    change: Changed | None = None
    """Compared with an earlier day: what is new or was otherwise. None: nothing, or nothing is compared."""
    section: str = ""
    """What stands over its row in the key; empty: what stands over deployments of all other kinds."""
    hosts: tuple[str, ...] = ()
    """The countries in which it stands, ISO 3166-1 alpha-3. Its words never lie over another host."""
    told: tuple[str, str, str] | None = None
    """The one of `lines` whose status its form says too: see `scene.cards.told_by_form`."""
    crowd: int = 0
    """Of a crowd, for how many units it stands; its `id` is then no deployment's, see `scene.crowds`."""

    @property
    def gone(self) -> bool:
        """Whether it was drawn on the day compared with, and is not there now."""
        return self.change is not None and self.change.form == "gone"

    @property
    def key(self) -> str:
        """By which it is known on its map: what is gone may have the id of what is there now."""
        return f"gone {self.id}" if self.gone else self.id


@dataclass(frozen=True, slots=True)
class CountryNote:
    """What a source adds up for a country: a quiet line at the country's name, never a unit."""

    iso3: str
    name: str
    """The country's, as it stands on the base map."""
    text: str
    """All of it, ready to read: “1,700 allied troops (2022)”."""
    date: date
    """The day that the figure is of."""

    @property
    def row(self) -> str:
        """What stands in the key where there is no room at the country's name."""
        return pictures.of_country(self.name, self.text)


@dataclass(frozen=True, slots=True)
class Arc:
    """From a lead nation to what it leads."""

    lead: str
    name: str
    deployment: str
    standing: Standing
    path: tuple[Point, ...]
    colours: LeadColours
    """Its lead's."""


@dataclass(frozen=True, slots=True)
class Legend:
    """What is drawn, and only that."""

    heading: str
    standings: tuple[tuple[Standing, str], ...]
    symbols: tuple[tuple[Symbol, str], ...]
    notes: tuple[tuple[str, str], ...]
    """Pairs of a swatch (`member`, `set`, `disputed`) and its words."""
    changes: tuple[tuple[Form, str], ...] = ()
    """The forms of change that are drawn, each with its words; `comparison.SIGNS` has their signs."""
    figures: tuple[tuple[str, str], ...] = ()
    """What stands behind figures on cards, as an example, “(2022)”, each with its words."""


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
    """What the map shows when it is opened."""
    whole: Box
    """The whole theatre, with all places that are drawn; the same as `opening` where nothing is fitted."""
    ghosts: tuple[Mark, ...] = ()
    """What was drawn on the day compared with and is not drawn now, as it was, with what became of it."""
    statistics: tuple[CountryNote, ...] = ()
    """At most one for each country."""
    credit: str = ""
    """Where the base map comes from."""
    headings: tuple[str, ...] = ()
    """What stands over the rows of the key; see `scene.map_key`."""
    every: tuple[Mark, ...] = ()
    """Each deployment's own mark, also of those that `marks` holds as crowds."""
    called: str = "area"
    """The short name of the theatre, for the button that shows all of it."""


def symbol_words(symbol: Symbol) -> str:
    """What a symbol stands for: “multinational battalion, mechanised”."""
    size = symbol.echelon or words.unit_kind(symbol.kind, 1)
    return legend_lines.symbol(
        size, multinational=symbol.multinational, mechanised=symbol.kind.symbol == "mechanised"
    )
