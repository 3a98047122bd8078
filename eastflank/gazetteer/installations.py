"""The words that say what kind of base a name is, in the languages of the Alliance and its neighbours.

A phrase is listed folded (`eastflank.reading.folding`), or in its own script where that is not Latin.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from eastflank.gazetteer.phrases import BASE, PHRASES
from eastflank.reading.folding import fold

_LAND = frozenset({"barracks", "camp", "headquarters", "depot", BASE})


class Sign(NamedTuple):
    """What a phrase says about the place whose name contains it."""

    kind: str
    """One of the kinds of `PHRASES`."""
    countries: tuple[str, ...]
    """Alpha-3 codes of the countries where people use the phrase; empty: anywhere."""
    language: str


_SPOKEN: Mapping[str, tuple[str, ...]] = {
    "en": (),
    "ru": (),
    "fr": ("FRA", "BEL", "CAN", "LUX"),
    "de": ("DEU", "AUT", "CHE", "LUX"),
    "nl": ("NLD", "BEL"),
    "es": ("ESP",),
    "pt": ("PRT",),
    "it": ("ITA",),
    "pl": ("POL",),
    "cs": ("CZE", "SVK"),
    "hu": ("HUN",),
    "ro": ("ROU", "MDA"),
    "bg": ("BGR", "MKD"),
    "hr": ("HRV", "BIH", "MNE", "SRB", "SVN", "MKD"),
    "sq": ("ALB", "XKX"),
    "el": ("GRC", "CYP"),
    "tr": ("TUR",),
    "et": ("EST",),
    "lv": ("LVA",),
    "lt": ("LTU",),
    "fi": ("FIN",),
    "sv": ("SWE", "FIN"),
    "nb": ("NOR",),
    "da": ("DNK",),
    "is": ("ISL",),
    "uk": ("UKR",),
    "ka": ("GEO",),
    "us": (),
    "gb": ("GBR",),
    "ca": ("CAN",),
}
"""Countries by language; `us`, `gb` and `ca` are the words of one country's forces."""
COMPOUNDS: Mapping[str, Sign] = {
    ending: Sign(kind, countries, language)
    for ending, kind, countries, language in (
        ("kaserne", "barracks", ("DEU", "AUT", "CHE", "DNK", "NOR"), "de"),
        ("kazerne", "barracks", ("NLD", "BEL"), "nl"),
        ("ubungsplatz", "training area", ("DEU", "AUT"), "de"),
        ("flugplatz", "air base", ("DEU", "AUT", "CHE"), "de"),
        ("stutzpunkt", BASE, ("DEU", "AUT", "CHE"), "de"),
        ("lejren", "camp", ("DNK",), "da"),
        ("leiren", "camp", ("NOR",), "nb"),
        ("lentoasema", "air base", ("FIN",), "fi"),
        ("skytefelt", "training area", ("NOR",), "nb"),
        ("laktanya", "barracks", ("HUN",), "hu"),
    )
}
"""Endings of one-word names of bases: “Fallschirmjägerkaserne”."""


def _signs() -> Iterator[tuple[str, Sign]]:
    for kind, languages in PHRASES.items():
        for language, phrases in languages.items():
            for phrase in phrases.split(";"):
                yield fold(phrase), Sign(kind, _SPOKEN[language], language)


def _by_phrase() -> Mapping[tuple[str, ...], Sign]:
    """Each phrase by its words. If languages share one, the first gives the kind, and all give countries."""
    table: dict[tuple[str, ...], Sign] = {}
    anywhere = {phrase for phrase, sign in _signs() if not sign.countries}
    for phrase, sign in _signs():
        words = tuple(phrase.split())
        known = table.setdefault(words, sign)
        spoken = dict.fromkeys(known.countries + sign.countries)
        table[words] = known._replace(countries=() if phrase in anywhere else tuple(spoken))
    return table


SIGNS: Mapping[tuple[str, ...], Sign] = _by_phrase()
"""What each phrase says, by its words."""
LONGEST = max(map(len, SIGNS))
"""Words in the longest phrase."""


def fits(installation: str, kinds: Iterable[str]) -> bool:
    """Whether words for these kinds may mean a base of this kind: people call barracks a camp."""
    return any(
        kind in (installation, BASE) or installation == BASE or {kind, installation} <= _LAND
        for kind in kinds
    )
