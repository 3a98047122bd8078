"""The words right beside a verb, as cues: what no list of words was written for."""

from __future__ import annotations

from collections.abc import Iterator

from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.items import Item
from eastflank.intake.article.sentence_parts import SentenceParts

BEFORE, BEYOND = "before ", "beyond "
"""How the names of these cues begin."""
_WORDS_BEFORE, _WORDS_BEYOND = 4, 5


def words_as_cues(parts: SentenceParts, clause: Clause) -> Iterator[str]:
    """The last words before the verb and the first after it; a name, a number or a day by its sort."""
    first, stop = clause.chain.first, clause.chain.stop
    for item in parts.items[max(first - _WORDS_BEFORE, 0) : first]:
        yield BEFORE + _word_or_sort(item)
    for item in parts.items[stop : stop + _WORDS_BEYOND]:
        yield BEYOND + _word_or_sort(item)


def _word_or_sort(item: Item) -> str:
    if item.nation:
        return "a nation"
    if item.place:
        return "a place"
    if item.figure:
        return "a figure"
    return "a day" if item.when else item.low
