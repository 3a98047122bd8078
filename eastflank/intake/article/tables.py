"""What the rules look things up in: passed in by the caller, so that the rules read no file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from eastflank.intake.article.bodies import Bodies
from eastflank.intake.article.nations import Nations
from eastflank.intake.article.opinion import Adviser
from eastflank.intake.article.places import Places
from eastflank.intake.article.word_sets import word_set


@dataclass(frozen=True, slots=True)
class Tables:
    """Names of nations and places, and who gives a second opinion."""

    nations: Nations
    places: Places
    bodies: Bodies
    """Units, garrisons and parliaments that name their nation by themselves."""
    adversaries: frozenset[str]
    """Codes of adversaries: their forces are not deployments of the alliance."""
    adviser: Adviser | None = None
    """None: the rules decide alone."""


ADVERSARIES = frozenset(("RUS", "BLR", "CHN", "PRK", "IRN", "SYR"))

_PHRASES = (
    "Sahel", "the Sahel", "Horn of Africa", "South China Sea", "East China Sea", "Persian Gulf", "Red Sea",
    "Gulf of Aden", "Gulf of Guinea", "Strait of Hormuz", "Golan Heights", "Sinai", "Darfur", "Helmand",
    "Donbas",
    "Crimea", "Kaliningrad", "Transnistria", "eastern flank", "eastern Europe", "central Europe",
    "western Europe",
    "Baltic region", "Baltic Sea",
    "Black Sea", "Black Sea region",
    "Middle East", "North Africa",
    "West Africa", "Central Asia", "southern flank", "Suwalki Gap", "Nordic region", "High North", "Arctic",
    "Mediterranean", "Aegean", "Adriatic", "Indo-Pacific", "Western Balkans", "Korean peninsula",
    "NATO headquarters",
)  # fmt: skip
_NO_PLACES = word_set(
    "nato eu east west north south european union pentagon kremlin elysee downing street white "
    "house foggy bottom alliance transatlantic"
)


def build_tables(
    nations: Iterable[tuple[str, str, str]],
    places: Iterable[str],
    towns: Iterable[tuple[str, str]],
    bodies: Iterable[tuple[str, str, str]],
    adviser: Adviser | None = None,
) -> Tables:
    """Build the tables from forms of nations, names of places, and folded names of towns with countries.

    `bodies` are names of units, garrisons and parliaments.
    """
    phrases = [name for name in places if len(name.split()) > 1 and name.lower() not in _NO_PLACES]
    named = [
        name for name in phrases if not name.lower().startswith(("nato", "a ", "one of", "border", "russia"))
    ]
    return Tables(Nations(nations), Places([*_PHRASES, *named], towns), Bodies(bodies), ADVERSARIES, adviser)
