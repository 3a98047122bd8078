"""Names that only say what kind of unit it is: “Battalion”, “2 companies”, “Fighter detachment”.

Units of several nations have such a name, also at one place. So it does not identify a unit.
"""

from __future__ import annotations

import functools
import re

from eastflank.intake.article.word_sets import word_set
from eastflank.intake.tables.entries import TableEntry
from eastflank.reading.folding import fold

_ONE = word_set(
    "army corps division brigade regiment battalion bn company coy troop platoon squad section squadron sqn "
    "battery bty battlegroup bg group taskforce force detachment det element team unit flight wing "
    "bataillon kompanie zug batterie staffel kampfgruppe compagnie peloton escadron batalion kompania "
    "brygada pluton bateria eskadra батальон рота бригада взвод батарея эскадрилья"
)
"""Words for a size of unit."""
_SEVERAL = word_set(
    "divisions brigades regiments battalions companies platoons squads sections squadrons batteries "
    "battlegroups groups forces detachments elements teams units flights wings troops soldiers personnel"
)
_TASKS = word_set(
    "battle task combat combined arms light heavy reinforced armoured armored armor armour mechanised "
    "mechanized motorised motorized infantry tank tanks airborne paratroop parachute mountain artillery "
    "rocket himars mlrs air defence defense missile patriot nasams fighter fighters jet jets aircraft "
    "aviation helicopter helicopters drone drones uav f 16 35 policing surveillance reconnaissance recce "
    "isr intelligence signal signals cyber engineer engineers eod cbrn medical logistics logistic support "
    "service supply transport maintenance liaison training rotational manoeuvre maneuver naval marine "
    "marines expert experts ground and of a an"
)
"""Words for what a unit does, or with which equipment."""
_KNOWN = _ONE | _SEVERAL | _TASKS
_NAMES = frozenset({"patriot", "himars", "nasams"})
"""Words that keep their capitals."""
_PARTS = re.compile(r"(?:(\d{1,3}|one|two|three|four|five|six)\s*[x×]?\s+)?(\D.*)", re.IGNORECASE | re.DOTALL)
_SINGLE = ("", "1", "one")


@functools.lru_cache(maxsize=4_096)
def is_kind(name: str) -> bool:
    """Whether a name only says what kind of unit it is: “2 companies”, but not “7 Brigade” or “HQ”."""
    found = _PARTS.fullmatch(name.strip())
    if found is None:
        return False
    said = fold(found[2]).split()
    if not said or not _KNOWN.issuperset(said) or said[-1] in ("and", "of", "a", "an"):
        return False
    return (found[1] or "").lower() in _SINGLE or not _ONE.intersection(said[-1:])


def is_of_kind(entry: TableEntry) -> bool:
    """Whether a row names no unit, but a kind of unit."""
    return bool(entry.name) and not entry.id and is_kind(entry.name)


def senders(entry: TableEntry) -> tuple[str, ...]:
    """Whose unit a row of a kind of unit is about: who leads it, or else who sends."""
    return entry.lead or entry.nation


def in_a_sentence(name: str, adjective: str) -> str:
    """A kind of unit of a nation: “Danish battalion”, “2 Danish companies”; as it is without an adjective."""
    if not adjective:
        return name
    found = _PARTS.fullmatch(name.strip())
    number, rest = (found[1], found[2]) if found else ("", name)
    words = " ".join(map(_small, rest.split()))
    return " ".join(filter(None, (number, adjective, words)))


def _small(word: str) -> str:
    shouted = word.isupper() and len(word) > len("CBRN")
    kept = fold(word) in _NAMES or not word.isalpha() or not (word.istitle() or shouted)
    return word if kept else word.lower()
