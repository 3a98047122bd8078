"""What a dataset says of its part of the world."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from eastflank.model.kinds import Kind
from eastflank.model.places import Box, Point


class LeadColours(NamedTuple):
    """A lead nation's colour on a light and on a dark page, as `#rrggbb`."""

    light: str
    dark: str

    def on(self, theme: str) -> str:
        """The colour on a theme, `light` or `dark`."""
        return self.dark if theme == "dark" else self.light


_OTHER_LEAD = LeadColours("#3c5360", "#a9bdc9")


@dataclass(frozen=True, slots=True)
class MapCredit:
    """What a base map says about its origin."""

    line: str = ""
    """The credit on the map and in every product."""
    borders: str = ""
    """Whose outlines they are and what the borders follow, in sentences for the Method page."""


@dataclass(frozen=True, slots=True)
class Theatre:
    """What a dataset says about its part of the world. Without values: the whole map, and no names."""

    name: str = ""
    """What the dataset is about, such as “From the Baltic to the Black Sea”."""
    called: str = "area"
    """Its short name, used on a button: “Whole flank”."""
    alliance: str = "Alliance"
    """The name of the alliance whose members are drawn differently."""
    opening: Box = (Point(-60.0, -180.0), Point(80.0, 180.0))
    """What the map shows when it is opened."""
    region: Box = (Point(-90.0, -180.0), Point(90.0, 180.0))
    """If several places have one name, the one nearest to this region is probably meant."""
    around: Box = (Point(-90.0, -180.0), Point(90.0, 180.0))
    """If several places have one name, those outside this area and the region are probably not meant."""
    leads: Mapping[str, LeadColours] = field(default_factory=dict)
    """The colours of lead nations, by ISO 3166-1 alpha-3 code."""
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    """The kinds of deployments by id, in the order in which they are counted and listed."""

    def kind(self, identifier: str) -> Kind:
        """The kind with that id; an id that the theatre does not name is sorted last and is its own name."""
        found = self.kinds.get(identifier)
        return found or Kind(identifier, identifier, f"{identifier}s", len(self.kinds))

    def colours_of(self, nation: str | None) -> LeadColours:
        """The colours of a lead nation. None means no lead or several: these have a neutral colour."""
        return self.leads.get(nation or "", _OTHER_LEAD)
