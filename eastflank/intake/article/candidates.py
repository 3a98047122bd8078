"""The names in a text that may fill a field: nations and places, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

from eastflank.intake.article.places import Places
from eastflank.intake.article.proposals import ArticleSpan, CandidateName
from eastflank.intake.article.sentence_parts import SentenceParts


def candidates_in(parts: SentenceParts, places: Places) -> Iterator[CandidateName]:
    """The names in a sentence, in their order."""
    for item in parts.items:
        span = ArticleSpan(item.start, item.stop)
        if item.nation:
            yield CandidateName(span, tuple(item.nation.code.split(";")))
        elif item.place:
            yield CandidateName(span, tuple(sorted(places.countries(item.text))), is_place=True)
