"""The names on a map: of what is drawn, of leads, and of the base map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eastflank.render.picture.ground import Ground, PlaceName
from eastflank.render.picture.lettering import Letters
from eastflank.render.picture.look import Look
from eastflank.scene.drawn import Arc, CountryNote, Mark, Scene

_FROM_ZOOM = {1: 0.0, 2: 4.5, 3: 5.25, 4: 6.0}
"""By rank: smaller places appear where the map is larger."""


CAPITAL = 7.0
"""Across a capital's dot, with what is left free around it."""


_SEA_NAME, _CAPITAL_NAME = "#5f8399", "#44525a"


def id_of(mark: Mark) -> str:
    """A ghost may have the id of what is there now."""
    gone = mark.change is not None and mark.change.form == "gone"
    return f"gone {mark.id}" if gone else mark.id


def arc_id(arc: Arc) -> str:
    """An arc by its lead and its deployment."""
    return f"{arc.lead} {arc.deployment}"


def lead_letters(arc: Arc, look: Look) -> Letters:
    """The letters of a lead's name."""
    return look.typography.letters(13 * look.unit, arc.colours.light, 700, halo=look.palette.member)


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the base map, how it looks, and what is said of its country."""

    role: str
    place: PlaceName
    words: str
    letters: Letters
    note: CountryNote | None = None

    @property
    def id(self) -> str:
        """By what it is a name of, and the name."""
        return f"{self.role} {self.place.name}"


def names_on(scene: Scene, ground: Ground, look: Look) -> Iterator[Name]:
    """The names that may stand on a map of this scale, in the order in which they get room."""
    palette, unit, letters_of = look.palette, look.unit, look.typography.letters
    zoom = look.projection.zoom(unit)
    country = letters_of(11 * unit, palette.secondary, 600, halo=palette.member)
    sea = letters_of(14 * unit, _SEA_NAME, 400, italic=True)
    region = letters_of(10.5 * unit, palette.secondary, halo=palette.member)
    capital = letters_of(11.5 * unit, _CAPITAL_NAME, halo=palette.member)
    notes = {note.iso3: note for note in scene.statistics}
    first = {area.iso3 for area in scene.areas} | set(notes)
    countries = sorted(ground.country_names, key=lambda one: one.rank)
    ordered = [
        *(("country", one, country) for one in countries if one.iso3 in first),
        *(("sea", one, sea) for one in ground.sea_names if one.rank <= 1),
        *(("country", one, country) for one in countries if one.iso3 not in first),
        *(("capital", one, capital) for one in ground.capitals),
        *(("sea", one, sea) for one in ground.sea_names if one.rank > 1),
        *(("region", one, region) for one in ground.part_names),
    ]
    for role, place, letters in ordered:
        note = notes.get(place.iso3 or "") if role == "country" else None
        if zoom >= _FROM_ZOOM[place.rank] or note:
            words = place.name.upper() if role == "country" else place.name
            yield Name(role, place, words, letters, note)


def note_letters(look: Look) -> Letters:
    """The letters of what is said of a country."""
    return look.typography.letters(
        11.5 * look.unit, look.palette.secondary, italic=True, halo=look.palette.member
    )
