"""Names of persons in a sentence, and the titles beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eastflank.intake.article import lexicon
from eastflank.intake.article.items import Item
from eastflank.intake.article.word_sets import word_set

TITLES = lexicon.SPEECH_TITLES | word_set(
    "defence defense foreign prime acting chief military state interior mr mrs ms dr sir col gen "
    "lt maj capt sgt adm sen rep armed forces senior former deputy press government security "
    "national first army navy force staff major brigadier lieutenant agriculture republican "
    "democratic labour conservative joint chiefs chairman vice federal parliamentary "
    "congressional assistant under top high representative finance home us u.s. nato eu un "
    "alliance"
)
"""Words of titles and offices that stand before a name."""
_PARTICLES = word_set("de van von der den bin al el ter da di la le - ' du dos st.")
_ORGANISATIONS = word_set(
    "union community council nations mission congress assembly parliament office command audit house "
    "operation centre center media relations air east west north south african european"
)
"""Words with capitals that make no person's name."""
_SHORT = {"col": "colonel", "gen": "general", "adm": "admiral", "capt": "captain", "maj": "major"}
"""Titles that are often shortened before a name and written in full later."""


def name_end(items: Sequence[Item], at: int) -> int | None:
    """The index after a person's name of two or more words that begins here; None if none does."""
    if not name_word(items, at) or (at and items[at - 1].low == "-"):
        return None
    stop, words = at + 1, 1
    while stop < len(items):
        if name_word(items, stop):
            stop, words = stop + 1, words + 1
        elif items[stop].low in _PARTICLES and stop + 1 < len(items) and name_word(items, stop + 1):
            stop, words = stop + 2, words + 1
        elif (
            re.fullmatch(r"[A-Z]", items[stop].text) and stop + 2 < len(items) and items[stop + 1].low == "."
        ):
            stop += 2
        else:
            break
    of_more = stop < len(items) and items[stop].is_capital and items[stop].low in _ORGANISATIONS
    return stop if 2 <= words <= 4 and not of_more else None


def name_word(items: Sequence[Item], at: int) -> bool:
    """Whether an item can be a word of a person's name."""
    item = items[at]
    return (
        item.is_word
        and item.is_capital
        and not item.text.isupper()
        and item.low not in TITLES
        and item.low not in lexicon.UNITS
        and item.low not in _ORGANISATIONS
        and item.low
        not in (
            "the",
            "in",
            "on",
            "a",
            "an",
            "operation",
            "camp",
            "fort",
            "exercise",
            "but",
            "and",
            "as",
            "asked",
        )
    )


def titles_before(items: Sequence[Item], at: int) -> Iterator[str]:
    """The titles right before a name, in full where they are often shortened."""
    at -= 1
    while at >= 0 and (items[at].low in TITLES or items[at].low in ("-", ".", ",", "of", "for", "the")):
        title = _SHORT.get(items[at].low, items[at].low)
        if title in lexicon.SPEECH_TITLES:
            yield title
        at -= 1


def titles_after(items: Sequence[Item], stop: int) -> Iterator[str]:
    """The titles after a name and a comma."""
    if stop < len(items) and items[stop].low == ",":
        for item in items[stop + 1 : stop + 8]:
            if item.low in lexicon.SPEECH_TITLES:
                yield item.low
            elif item.low in (",", "who") or item.low in lexicon.VERBS:
                return
