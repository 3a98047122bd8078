"""Names that only say what kind of unit it is: “Battalion”, “2 companies”, “Fighter detachment”.

Units of several nations have such a name, also at one place. So it does not identify a unit.
"""

from __future__ import annotations

import functools
import re

from eastflank.intake.article.word_sets import word_set
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.reading.folding import fold

_ONE = word_set(
    "army corps division brigade regiment battalion company coy troop platoon squad section squadron "
    "battery battlegroup group taskforce force detachment element team unit flight wing contingent party "
    "bataillon kompanie zug batterie staffel kampfgruppe compagnie peloton escadron batalion kompania "
    "brygada pluton bateria eskadra батальон рота бригада взвод батарея эскадрилья"
)
"""Words for a size of unit."""
_SHORT = word_set(
    "bn btn batt btl coy cie kp bty btry bttr sqn sqdn sqd pl plt tp trp sect det regt rgt bde brig div bg "
    "gp grp tm tf tg btg bct abct elm elt flt"
)
"""The same as staffs write them."""
_SEVERAL = word_set(
    "divisions brigades regiments battalions companies platoons squads sections squadrons batteries bties "
    "btries battlegroups groups forces detachments elements teams units flights wings contingents parties "
    "troops soldiers personnel pers"
) | {f"{size}s" for size in _SHORT}
_TASKS = word_set(
    "battle task combat combined arms light heavy reinforced armoured armored armor armour mechanised "
    "mechanized motorised motorized infantry tank tanks airborne paratroop parachute mountain artillery "
    "rocket mlrs air defence defense missile missiles fighter fighters jet jets aircraft aviation "
    "helicopter helicopters drone drones uav policing surveillance reconnaissance recce isr intelligence "
    "signal signals cyber engineer engineers eod cbrn medical logistics logistic support service supply "
    "transport maintenance liaison training rotational manoeuvre maneuver naval marine marines expert "
    "experts ground cavalry rifle panzer ranger rangers commando mortar howitzer gun field coastal "
    "amphibious anti special operations pioneer construction bridging military police civilian advisory "
    "advisors instructor instructors sub tactical attack command control electronic warfare target "
    "acquisition radar sensor security protection guard quick rapid reaction mobile national launcher "
    "launchers advance forward joint size sized level and of with plus a an"
)
"""Words for what a unit does, or with which equipment."""
_SHORT_TASKS = word_set(
    "mech mechd mot mtzd inf infy armd armr arm arty art fa how spg sph sp mor mort rkt mrl mrls gmlrs msl "
    "ad aa gbad shorad vshorad manpads sam at atgm engr engrs engs eng engn engns pnr recon rec cav lt hy "
    "hvy med meds log logs lgs css cs cbt cmbt sig sigs cis comms ew sta istar int intel abn para mtn amph "
    "avn avi hel hels helo helos heli helis uas uavs rpas mil pol mp mps sf sof spec ops cimic psyops nse "
    "lno trg tng spt sup tpt trans maint rep reinf sec prot qrf qra cbrne nbc af fwd adv jt pz gren tk tks "
    "civ tac nat"
)
"""The same as staffs write them."""
_MODELS = word_set(
    "patriot himars nasams avenger skyguard hawk awacs eurofighter eurofighters typhoon typhoons rafale "
    "rafales gripen gripens apache apaches chinook chinooks leopard leopards abrams caesar reaper f15 f15s "
    "f16 f16s f18 f18s f22 f22s f35 f35s"
)
"""Names of weapons and aircraft."""
_WITH_SIZE = word_set("hq headquarters staff")
"""Words that say what a unit does only before a size: “HQ company”, but not “HQ” or “Brigade HQ”."""
_SIZES = _ONE | _SHORT | _SEVERAL
_KNOWN = _SIZES | _TASKS | _SHORT_TASKS | _MODELS
_NAMES = _MODELS | word_set("shorad vshorad istar cimic psyops manpads gmlrs")
"""Words that keep their capitals."""
_JET = re.compile(r"\bf (?=\d\d)")
_SAM = re.compile(r"\b(?:samp|iris) t\b")
_PARTS = re.compile(
    r"(?:(\d{1,3}|one|two|three|four|five|six)(?:\s*([x×])\s*|\s+))?(\D.*)", re.IGNORECASE | re.DOTALL
)
_SINGLE = ("", "1", "one")


@functools.lru_cache(maxsize=4_096)
def is_kind(name: str) -> bool:
    """Whether a name only says what kind of unit it is: “2 companies”, but not “7 Brigade” or “HQ”."""
    found = _PARTS.fullmatch(name.strip())
    if found is None:
        return False
    said = next(filter(_is_known, map(_words, (found[3], found[3].replace(".", " ")))), [""])
    if not said[-1] or said[-1] in ("and", "of", "with", "plus", "a", "an"):
        return False
    several = bool(found[2]) or said[-1] not in _ONE | _SHORT
    return (found[1] or "").lower() in _SINGLE or several


def _words(text: str) -> list[str]:
    """The words of a text; the name of a jet or of a missile is one word."""
    return _SAM.sub("sam", _JET.sub("f", fold(text))).split()


def _is_known(said: list[str]) -> bool:
    """Whether all words are of a kind of unit."""
    if _SIZES.intersection(said[-1:]):
        said = [one for one in said if one not in _WITH_SIZE]
    return bool(said) and _KNOWN.issuperset(said)


def is_of_kind(entry: TableEntry) -> bool:
    """Whether a row names no unit, but a kind of unit."""
    return bool(entry.name) and not entry.id and (entry.of_kind or is_kind(entry.name))


def senders(entry: TableEntry) -> tuple[str, ...]:
    """Whose unit a row of a kind of unit is about: who leads it, or else who sends."""
    return entry.lead or entry.nation


def in_a_sentence(name: str, adjective: str) -> str:
    """A kind of unit of a nation: “Danish battalion”, “2 Danish companies”; as it is without an adjective."""
    if not adjective:
        return name
    found = _PARTS.fullmatch(name.strip())
    number, rest = (found[1], found[3]) if found else ("", name)
    words = " ".join(map(_small, rest.split()))
    return " ".join(filter(None, (number, adjective, words)))


def _small(word: str) -> str:
    shouted = word.isupper() and len(word) > len("CBRN")
    plain = fold(word)
    kept = plain in _NAMES or plain not in _KNOWN or not word.isalpha() or not (word.istitle() or shouted)
    return word if kept else word.lower()
