"""The names on a map: of what is drawn, of leads, and of the base map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eastflank.render.picture.ground import GroundShapes, PlaceName
from eastflank.render.picture.lettering import Letters
from eastflank.render.picture.look import Look
from eastflank.scene.drawn import Arc, CountryNote, Scene
from eastflank.scene.look import SIZES, TYPE

CAPITAL = SIZES.capital + 2 * SIZES.capital_apart
"""The width of a capital's square, with the free space around it."""


def arc_id(arc: Arc) -> str:
    """An arc by its lead and its deployment."""
    return f"{arc.lead} {arc.deployment}"


def lead_letters(arc: Arc, look: Look) -> Letters:
    """The text style of a lead's name."""
    return look.typography.letters(TYPE.lead * look.unit, arc.colours.light, 700, halo=look.palette.member)


@dataclass(frozen=True, slots=True)
class MapName:
    """A name of the base map, its style, and the statistic of its country."""

    role: str
    place: PlaceName
    words: str
    letters: Letters
    note: CountryNote | None = None

    @property
    def id(self) -> str:
        """A key made of the kind of name and the name."""
        return f"{self.role} {self.place.name}"


def names_on(scene: Scene, ground: GroundShapes, look: Look) -> Iterator[MapName]:
    """All names of the base map, and the statistics of its countries."""
    palette, unit, letters_of = look.palette, look.unit, look.typography.letters
    country = letters_of(TYPE.country * unit, palette.secondary, 600, halo=palette.member)
    sea = letters_of(TYPE.sea * unit, palette.seaname, 400, italic=True)
    region = letters_of(TYPE.region * unit, palette.secondary, halo=palette.member)
    capital = letters_of(TYPE.capital * unit, palette.capital, halo=palette.member)
    notes = {note.iso3: note for note in scene.statistics}
    for one in ground.country_names:
        yield MapName("country", one, one.name.upper(), country, notes.get(one.iso3 or ""))
    for role, places, letters in (
        ("sea", ground.sea_names, sea),
        ("capital", ground.capitals, capital),
        ("region", ground.part_names, region),
    ):
        for place in places:
            yield MapName(role, place, place.name, letters)


def note_letters(look: Look) -> Letters:
    """The text style of a country's statistic."""
    return look.typography.letters(
        TYPE.note * look.unit, look.palette.secondary, italic=True, halo=look.palette.member
    )
