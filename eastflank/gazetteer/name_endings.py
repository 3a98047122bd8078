"""How names of bases end in the genitive or as an adjective, in languages that change them."""

from __future__ import annotations

from collections.abc import Mapping

from eastflank.reading.folding import fold

_ENDINGS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "fi": (("emen", "emi"), ("ammen", "ampi"), ("mmen", "mmi"), ("men", "mi"), ("in", "i"), ("n", "")),
    "lv": (("u", "i"), ("s", ""), ("as", "a"), ("es", "e")),
    "lt": (("iu", "iai"), ("iu", "ys"), ("os", "a"), ("es", "e"), ("io", "is"), ("o", "as"), ("u", "ai")),
    "el": (("ας", "α"), ("ης", "η"), ("ου", "ος"), ("ου", "ο"), ("ς", "")),
    "uk": (("івськии", "ів"), ("ськии", ""), ("ии", "")),
    "ru": (("скии", ""), ("ская", ""), ("ое", ""), ("ии", "")),
    "hu": (("ai", "a"), ("ei", "e"), ("i", "")),
    "et": (("i", ""), ("u", "")),
    "cs": (("e", ""), ("a", "")),
    "tr": (("daki", ""), ("deki", "")),
    "de": (("er", ""),),
    "sv": (("s", ""),),
    "ro": (("ul", ""),),
    "ka": (("ის", "ი"), ("ს", "")),
}
ENDINGS: Mapping[str, tuple[tuple[str, str], ...]] = {
    language: tuple((fold(oblique), fold(nominative)) for oblique, nominative in endings)
    for language, endings in _ENDINGS.items()
}
"""How a name ends in the genitive or as an adjective, and in the nominative, by language, both folded."""
