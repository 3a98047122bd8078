"""What an export says about letters that no font draws: which, where, and what to do."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import filterfalse

from eastflank.render.picture.clusters import missing_letters
from eastflank.render.picture.faces import SWITCH, fallbacks
from eastflank.render.products import Product
from eastflank.report.contents import Briefing, Size
from eastflank.words.chosen import fonts

_LONGEST = 48


def notices(product: Product, briefing: Briefing, size: Size | None) -> tuple[str, ...]:
    """Notices about the fonts of this product, in sentences; empty if every letter is drawn."""
    if product.texts is None:
        return ()
    texts = product.texts(briefing, size)
    drawable = {
        text: found for text in texts if (found := tuple(filter(_is_drawable, missing_letters(text))))
    }
    others = {
        text: found for text in texts if (found := tuple(filterfalse(_is_drawable, missing_letters(text))))
    }
    sentences = [*fallbacks().problems]
    if drawable:
        sentences.append(fonts.not_drawn(*_told(drawable), product.name, SWITCH))
    if others:
        sentences.append(fonts.cannot_be_drawn(*_told(others), product.name))
    return tuple(sentences)


def _told(without: Mapping[str, Iterable[str]]) -> tuple[list[str], list[str]]:
    """The letters that no font draws, by name, with the beginnings of their texts."""
    letters = dict.fromkeys(itertools.chain(*without.values()))
    return [_name(letter) for letter in letters], [*dict.fromkeys(map(_start, without))]


def _is_drawable(letter: str) -> bool:
    """Whether a font can have it: not a control character, line end, surrogate or unassigned code point."""
    return unicodedata.category(letter) not in {"Cc", "Zl", "Zp", "Cs", "Cn"}


def _name(letter: str) -> str:
    """“ሀ (U+1200)”; only the code for what cannot be printed."""
    code = f"U+{ord(letter):04X}"
    return f"{letter} ({code})" if letter.isprintable() else code


def _start(text: str) -> str:
    """The beginning of a text, without what cannot be printed."""
    plain = " ".join("".join(filter(str.isprintable, text)).split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST].rstrip()}…"
