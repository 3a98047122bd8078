"""Missions of several nations. A nation’s row in one tells of its own people there, and of no lead.

“Germany, KFOR, 305” says how many Germans are in KFOR. It says neither that Germany leads it, nor how many
are in it in all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from eastflank.intake.article.word_sets import word_set
from eastflank.intake.tables.cells import formations
from eastflank.reading.folding import fold


class Mission(NamedTuple):
    """A mission in which people of several nations serve."""

    names: tuple[str, ...]
    """As tables write it, in small letters and without accents."""
    source: str
    """Who says which nations take part: an organisation, or its page."""


_UN = "https://peacekeeping.un.org/en/data-troop-and-police-contributions"
_EFP = "https://shape.nato.int/efp/efp/present-structure"
MISSIONS = (
    Mission(("kfor", "kosovo force"), "Troop contributing nations of KFOR, NATO, February 2017"),
    Mission(("nmi", "nato mission iraq"), "NATO, Joint Force Command Naples"),
    Mission(("isaf", "resolute support"), "NATO, Key facts and figures of Resolute Support"),
    Mission(("sea guardian",), "NATO, Allied Maritime Command"),
    Mission(("snmg", "snmg1", "snmg2", "snmcmg", "snmcmg1", "snmcmg2"), "NATO, Allied Maritime Command"),
    Mission(("efp", "enhanced forward presence", "forward land forces", "flf"), _EFP),
    Mission(("eva", "enhanced vigilance activity", "tfp", "tailored forward presence"), _EFP),
    Mission(("mnc ne", "mncne", "multinational corps northeast", "multinational corps north east"), _EFP),
    Mission(("mnd n", "mnd ne", "mnd c", "mnd se", "multinational division"), "NATO, Allied Land Command"),
    Mission(
        ("counter daesh", "inherent resolve", "oir", "capacity building iraq"),
        "Global Coalition against Daesh, partners",
    ),
    Mission(("eufor althea", "althea", "eufor"), "European Union, EUFOR in Bosnia and Herzegovina"),
    Mission(("eutm", "eumam", "eumpm"), "European External Action Service, military missions"),
    Mission(
        ("eunavfor med irini", "eunavfor irini", "irini", "atalanta", "eunavfor atalanta", "eunavfor"),
        "https://eunavfor.eu",
    ),
    Mission(("aspides", "eunavfor aspides"), "European External Action Service, EUNAVFOR Aspides"),
    Mission(("unifil", "finul", "undof", "unficyp", "untso", "unmiss", "minurso"), _UN),
    Mission(("minusma", "minusca", "monusco", "unamid", "unisfa", "unmogip"), _UN),
    Mission(("mfo", "multinational force and observers"), "Multinational Force and Observers, contingents"),
)
"""The missions that are known, each with its source."""
_NAMES = sorted({fold(name) for one in MISSIONS for name in one.names}, key=len, reverse=True)
_NAMED = re.compile(rf"\b(?:{'|'.join(map(re.escape, _NAMES))})\b")
_BESIDE = word_set(
    "mission missions operation operations op einsatz misja operacja misija operacija миссия операция "
    "hq headquarters command comando commandement dowodztwo kommando stab velitelstvi quartier general "
    "north northeast south southeast centre center "
    "nato otan eu ue un uno onu in of the en au de la le w der die das im "
    "stettin szczecin baltic baltikum baltics states"
)
"""Words beside the name of a mission that name no unit in it."""

_OF_THE_UNION = re.compile(r"\b(?:eutm|eumam|eumpm|eufor|eucap|euam|eubam|eumm|eupol|eulex|eunavfor)\b")
_REGIONS = word_set("sahel congo libya levant med crisis rd rdc dr")
"""Words for an area in the name of a mission of the European Union, beside countries and abbreviations."""
_LONGEST_ABBREVIATION = 4
_SHARED = (
    r"(?:multi ?na[tc]ional\w*|multi ?nazional\w*|wielonarodow\w+|mnohonarodn\w+|daugianacionalin\w+|"
    r"daudznacional\w+|rahvusvaheli\w+|многонациональн\w+)"
)
_FORMATION = (
    r"(?:brigad\w*|brigat\w*|brygad\w*|brigata|division\w*|divisione|divizi\w*|dywizj\w*|diviz\w*|"
    r"battle ?groups?|bg|bde|div|batall?ion\w*|batallon|batalion\w*|battalions?|prapor|"
    r"kampfgruppe|gefechtsverband|gevechtsgroep|groupement tactique|gruppo tattico|grupo de combate|"
    r"grup de lupta|grupa bojowa|bojova skupina|kovine grupe|kaujas grupa|"
    r"бригада|дивизия|боевая группа|батальон)"
)
_MULTINATIONAL = re.compile(rf"\b(?:{_SHARED} {_FORMATION}|{_FORMATION} {_SHARED})\b")
"""“Multinational brigade” in the languages of tables, in folded words."""


def is_multinational(name: str, is_country: Callable[[str], bool]) -> bool:
    """Whether a name is that of a mission of several nations, alone or with a country: “eFP Lithuania”.

    A unit in a mission is none: “KFOR company”, “eFP battlegroup”.
    """
    plain = fold(name)
    found = _NAMED.search(plain) or _OF_THE_UNION.search(plain) or _MULTINATIONAL.search(plain)
    if not found:
        return False
    left = [
        word
        for word in f"{plain[: found.start()]} {plain[found.end() :]}".split()
        if word not in _BESIDE and not word.isdigit()
    ]
    if not left or is_country(" ".join(left)):
        return True
    return _OF_THE_UNION.search(plain) is not None and _is_an_area(name, left, is_country)


def _is_an_area(name: str, left: Sequence[str], is_country: Callable[[str], bool]) -> bool:
    """Whether the other words of a name are an area, or its abbreviation in capitals: “RCA”, “Sahel”."""
    if formations.is_named(" ".join(left)):
        return False
    capitals = {fold(word) for word in name.split() if word.isupper() and len(word) <= _LONGEST_ABBREVIATION}
    rest = " ".join(word for word in left if word not in capitals | _REGIONS)
    return not rest or is_country(rest)
