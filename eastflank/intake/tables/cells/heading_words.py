"""Words of a heading that say what its figures are: thousands, vehicles, a plan. Pure."""

from __future__ import annotations

import functools
import re

from eastflank.reading.folding import fold

_THOUSANDS = re.compile(
    r"\b(?:thousands?|tsd|tausend|milliers?|tys)\b|(?<![\d.,])['’]?000s?\b|\(k\)", re.IGNORECASE
)


@functools.lru_cache(maxsize=4_096)
def in_thousands(heading: str) -> bool:
    """Whether a heading says that its figures are thousands."""
    return _THOUSANDS.search(heading) is not None


_OTHERS = re.compile(
    r"\b(?:vehicles?|tanks?|aircraft|planes?|jets?|helicopters?|ships?|guns?|howitzers?|drones?|launchers?|systems?|"
    r"batter(?:y|ies)|compan(?:y|ies)|battalions?|brigades?|squadrons?|platoons?|units?|officers?|ranks?|civilians?|"
    r"civilian|women|frauen|families|dependants|population|einwohner|ludnosc|cost|costs|budget|kosten|average|mean|"
    r"reserves?|reservists|casualties|killed|wounded|flights?|sorties|days|months|km|distance|area|share|change|"
    r"peak|highest|percent|rank|no|nr|panzer|fahrzeuge|flugzeuge|schiffe|kompanien|bataillone|offiziere|czolgi|pojazdy|samoloty|"
    r"kompanie|bataliony|oficerowie|танки|самолеты|офицеры|население|vehicules|chars|avions|officiers)\b"
)
_PLANS = re.compile(
    r"\b(?:planned|plan|authori[sz]ed|authori[sz]ation|ceiling|mandated?|target|intended|future|proposed|required|max|maximum|maximal|"
    r"obergrenze|mandatsobergrenze|geplant\w*|soll|planowan\w+|docelow\w+|prevus?|план\w*|planuojam\w+)\b"
)


def counts_others(heading: str) -> bool:
    """Whether a heading says that its numbers are not those of the troops: “Vehicles”, “Officers”."""
    return _OTHERS.search(fold(heading)) is not None or plan_in(heading) != ""


@functools.lru_cache(maxsize=4_096)
def plan_in(heading: str) -> str:
    """The word of a heading that says that its figures are a plan or a ceiling; empty: none."""
    found = _PLANS.search(fold(heading))
    return found[0] if found else ""


_OPEN = frozenset(
    {
        *("qty", "quantity", "number", "numbers", "count", "amount", "figure", "total", "no", "nr", "size"),
        *("anzahl", "menge", "zahl", "liczba", "ilosc", "количество", "число", "nombre", "quantite"),
        *("kiekis", "skaits"),
    }
)


def counts_anything(heading: str) -> bool:
    """Whether a heading leaves open what its numbers count: “Quantity”. It has no digits, and is folded."""
    return heading in _OPEN


_OF_ALL = frozenset(
    {
        *(
            "total",
            "totals",
            "grand total",
            "overall total",
            "overall",
            "sum",
            "gesamt",
            "insgesamt",
            "summe",
        ),
        *("gesamtsumme", "razem", "ogolem", "lacznie", "suma", "итого", "всего", "kokku", "kopa", "is viso"),
        *("totale", "totaal", "celkem", "spolu", "au total", "en total"),
    }
)


def is_of_all(heading: str) -> bool:
    """Whether a heading says that its figures are of all together, and of no nation. It is folded."""
    return heading in _OF_ALL
