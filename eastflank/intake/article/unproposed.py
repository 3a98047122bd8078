"""Why a sentence that names soldiers or arms gives neither a proposal nor a draft of one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eastflank.intake.article import lexicon
from eastflank.intake.article.proposals import ArticleSpan, PassedOver, Reason
from eastflank.intake.article.sentence_parts import SentenceParts

_SOLDIERS = lexicon.SURE_PERSONS | lexicon.STRONG_UNITS
_LONG_AGO = 5
"""A sentence whose latest year is at least so many years back is about history."""
_BY_WORDS = (
    (Reason.CASUALTIES, lexicon.CASUALTIES),
    (Reason.EXERCISE, lexicon.EXERCISES),
    (Reason.HISTORY, lexicon.HISTORY),
)


def left_out(parts: SentenceParts, said: date | None) -> Iterator[PassedOver]:
    """The sentence with the reason if a reader would ask why it gives nothing; `said`: the article's day."""
    reason = _reason(parts, said)
    if reason:
        items = parts.items
        yield PassedOver(ArticleSpan(items[0].start, parts.sentence.stop), reason)


def _reason(parts: SentenceParts, said: date | None) -> Reason | None:
    every = range(len(parts.items))
    whose = any(item.nation for item in parts.items)
    counted = any(item.figure for item in parts.items)
    soldiers = parts.has(every, _SOLDIERS)
    if not (whose or counted) or not (soldiers or parts.has(every, lexicon.ARMS)):
        return None
    if _is_long_ago(parts, said):
        return Reason.HISTORY
    if not soldiers:
        return Reason.EQUIPMENT if whose and counted else None
    by_words = next((reason for reason, words in _BY_WORDS if parts.has(every, words)), None)
    return by_words or (Reason.NOT_SENT if whose else None)


def _is_long_ago(parts: SentenceParts, said: date | None) -> bool:
    years = [item.when.year for item in parts.items if item.when and item.when.year]
    return bool(said and years and max(years) <= said.year - _LONG_AGO)
