"""The parts of the words for a place: its country, and words that say that it is near, not at it. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from eastflank.names.countries import CountryNames
from eastflank.reading.folding import fold


@dataclass(frozen=True, slots=True)
class PlaceInCountry:
    """The words for a place together with its country: “Powidz, Poland”."""

    place: str
    country: str
    """The words for the country."""


def in_a_country(said: str, names: CountryNames) -> PlaceInCountry | None:
    """The place and the country of words that name both, the country first or last; None: they do not.

    Two or three letters are a country only if they are capitals without brackets: “Constanta (MK)” may name a
    base.
    """
    for pattern in (_COUNTRY_LAST, _COUNTRY_FIRST):
        match = pattern.fullmatch(said.strip())
        if match is None or not _is_country(match["country"], match["bracket"], names):
            continue
        return None if names.knows(match["place"]) else PlaceInCountry(match["place"], match["country"])
    return None


_COUNTRY_LAST = re.compile(
    r"(?P<place>.*\w.*?)\s*(?:[,;/]\s*|\s[-–—]\s|(?P<bracket>[(\[]))\s*(?P<country>[^,;/()\[\]]*\w)\s*[)\]]?"
)
_COUNTRY_FIRST = re.compile(
    r"(?P<country>[^,;/()\[\]:]*\w)\s*(?:[,;/:]\s*|\s[-–—]\s|(?P<bracket>[(\[]))\s*(?P<place>.*\w.*?)[)\]]?"
)
_SHORT_CODE = 3


def _is_country(said: str, bracket: str | None, names: CountryNames) -> bool:
    if len(said) <= _SHORT_CODE and (bracket or not said.isupper()):
        return False
    return not said.isdigit() and names.knows(said)


_NEAR = re.compile(
    r"(?:(?:c(?:a|irca)?\.?\s*)?\d+(?:[.,]\d+)?\s*km\s+)?"
    r"(?:near(?: to)?|nr\.?|outside(?: of)?|close to|next to|around|from"
    r"|(?:in the |the )?(?:area|vicinity|surroundings|outskirts|environs|neighbou?rhood) of"
    r"|(?:north|south|(?:north|south)?-?(?:east|west))(?:ern)?(?: of)"
    r"|(?:(?:nord|süd)?(?:öst|west)|nörd|süd)lich von"
    r"|bei|nahe|unweit(?: von)?|in der nähe von|(?:im )?raum|(?:in der )?umgebung von|außerhalb von"
    r"|près de|aux environs de|w pobliżu|niedaleko(?: od)?|koło|k\.|okolice|w okolicach?|pod"
    r"|prie|netoli|šalia|под|около|возле|близ|недалеко от|(?:в )?районе?)\s+(?P<place>\w.*)",
    re.IGNORECASE,
)
_NEAR_BEHIND = re.compile(
    r"(?P<place>\w.*?)\s*(?:\((?:area|region|vicinity|near|nearby|raum|okolice|район)\)"
    r"|(?<!training)\s(?:area|vicinity|surroundings|outskirts))",
    re.IGNORECASE,
)
_NEAR_WITHIN = re.compile(
    r".*\w\s+(?=(?:near|nr\.?|outside|close to|bei|koło|niedaleko|около|под)\s+\w)", re.IGNORECASE
)
_NO_SINGLE_ONE = (
    "various|various locations|various places|several|several locations|several places|multiple"
    "|multiple locations|different locations|countrywide|country wide|nationwide|throughout the country"
    "|verschiedene|verschiedene orte|verschiedene standorte|mehrere|mehrere standorte|divers|różne"
    "|różne lokalizacje|caly kraj|įvairios vietos|разные|разные места"
)


def is_no_single_place(said: str) -> bool:
    """Whether words say that something is at several places, and name none: “various locations”."""
    return fold(said) in _FOLDED


_FOLDED = frozenset(map(fold, _NO_SINGLE_ONE.split("|")))


def near_which(said: str) -> str:
    """The place of words that say that something is near it, not at it: “nr. Rzeszów”; empty: they do not."""
    match = _NEAR.fullmatch(said.strip()) or _NEAR_BEHIND.fullmatch(said.strip())
    return match["place"].strip() if match else ""


def something_near(said: str) -> str:
    """The place near which something is that has a name of its own: “Camp Nord near Riga”; empty: none."""
    match = _NEAR_WITHIN.match(said)
    return near_which(said[match.end() :]) if match else ""
