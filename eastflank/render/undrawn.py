"""What an export says about letters that no font draws: which, where, and what can be done."""

from __future__ import annotations

from eastflank.render.picture.faces import SWITCH, fallbacks
from eastflank.render.picture.runs import missing_letters
from eastflank.render.products import Product
from eastflank.report.contents import Briefing, Size
from eastflank.words import en as words

_MOST_LETTERS, _MOST_TEXTS, _LONGEST = 8, 3, 48


def notices(product: Product, briefing: Briefing, size: Size | None) -> tuple[str, ...]:
    """What is to be known about the fonts of this product, in sentences; none where each letter is drawn."""
    if product.texts is None:
        return ()
    without = {text: found for text in product.texts(briefing, size) if (found := missing_letters(text))}
    problems = fallbacks().problems
    return (*problems, _sentence(product, without)) if without else problems


def _sentence(product: Product, without: dict[str, tuple[str, ...]]) -> str:
    letters = list(dict.fromkeys(letter for found in without.values() for letter in found))
    named = _some([_name(letter) for letter in letters], _MOST_LETTERS, "other")
    where = _some([f"“{_start(text)}”" for text in without], _MOST_TEXTS, "other text")
    box = "a box stands in its place" if len(letters) == 1 else "boxes stand in their place"
    them = "it" if len(letters) == 1 else "them"
    return (
        f"No font here has {named}, in {where}: in the {product.name}, {box}. To have {them} drawn, put a "
        f"font that has {them} into a folder, name the folder in {SWITCH}, and start again."
    )


def _some(names: list[str], most: int, rest: str) -> str:
    more = len(names) - most
    shown = names[:most]
    return words.listed([*shown, words.counted(more, rest)] if more > 0 else shown)


def _name(letter: str) -> str:
    """“ሀ (U+1200)”; the code alone for what cannot be printed."""
    code = f"U+{ord(letter):04X}"
    return f"{letter} ({code})" if letter.isprintable() else code


def _start(text: str) -> str:
    """The beginning of a text, without what cannot be printed."""
    plain = " ".join("".join(filter(str.isprintable, text)).split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST].rstrip()}…"
