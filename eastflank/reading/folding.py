"""Names as typed without diacritics, so that "Adazi" finds Ādaži."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not decompose into a base letter and a mark.
_PLAIN = str.maketrans(
    {
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ø": "o",
        "ħ": "h",
        "ı": "i",
        "ŧ": "t",
        "ŋ": "n",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)
_DROPPED = dict.fromkeys(map(ord, "'’‘ʼʹʺ`´."))
_GAP = re.compile(r"[\W_]+")
_ARTICLE = "the "


def fold(name: str) -> str:
    """The name in lower case without diacritics, punctuation and a leading "the"; may be empty.

    Latin letters become ASCII; other scripts keep their letters. Dots and apostrophes vanish
    ("U.S." is "us"), everything else that is not a letter or digit separates words ("Bielsko-Biała" is
    "bielsko biala"). Folding twice changes nothing.
    """
    if name.isascii() and name.isalnum():  # one plain word, as many of a gazetteer's names
        return name.lower()
    plain = name.lower() if name.isascii() else _unmarked(_unmarked(name).casefold()).translate(_PLAIN)
    words = _GAP.sub(" ", plain.translate(_DROPPED)).strip()
    while words.startswith(_ARTICLE):
        words = words.removeprefix(_ARTICLE)
    return words


def _unmarked(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
