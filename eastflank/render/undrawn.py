"""What an export says about letters that no font draws: which, where, and what can be done."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import filterfalse

from eastflank.render.picture.clusters import missing_letters
from eastflank.render.picture.faces import SWITCH, fallbacks
from eastflank.render.products import Product
from eastflank.report.contents import Briefing, Size
from eastflank.words.chosen import values as words

_MOST_LETTERS, _MOST_TEXTS, _LONGEST = 8, 3, 48


def notices(product: Product, briefing: Briefing, size: Size | None) -> tuple[str, ...]:
    """What is to be known about the fonts of this product, in sentences; none where each letter is drawn."""
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
        sentences.append(
            f"No font here has {_letters(drawable)}. In the {product.name}, boxes show where. To have them "
            f"drawn, put a font with these letters into a folder, name it in {SWITCH}, and start again."
        )
    if others:
        sentences.append(
            f"No font can draw {_letters(others)}. In the {product.name}, boxes show where. Take these "
            "characters out of the text."
        )
    return tuple(sentences)


def _letters(without: Mapping[str, Iterable[str]]) -> str:
    """The letters that each text lacks, and the beginnings of the texts, as the middle of a sentence."""
    letters = dict.fromkeys(itertools.chain(*without.values()))
    starts = dict.fromkeys(f"“{_start(text)}”" for text in without)
    named = _some([_name(letter) for letter in letters], _MOST_LETTERS, "other")
    return f"{named}, in {_some([*starts], _MOST_TEXTS, 'other text')}"


def _is_drawable(letter: str) -> bool:
    """Whether a font can have it: no control character, end of a line, half of a letter, or no letter yet."""
    return unicodedata.category(letter) not in {"Cc", "Zl", "Zp", "Cs", "Cn"}


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
