"""Where the words that belong to a verb end: at a punctuation mark, an aside or an independent phrase."""

from __future__ import annotations

from collections.abc import Sequence

from eastflank.intake.article.items import Item

_STOPPERS = (
    ("according",), ("despite",), ("instead", "of"), ("rather", "than"), ("amid",), ("following",),
    ("compared",),
    (",", "as"), (",", "including"), ("in", "response"), ("in", "exchange"), ("such", "as"),
    ("in", "an", "effort"), ("in", "a", "show"),
)  # fmt: skip


_STOPPERS_OF: dict[str, list[tuple[str, ...]]] = {}
for _words in _STOPPERS:
    _STOPPERS_OF.setdefault(_words[0], []).append(_words)


def stopped(items: Sequence[Item], start: int, stop: int) -> int:
    """The index after the words that belong to a verb."""
    for at in range(start, stop):
        aside = _participle_follows(items, at, stop) or _part_of_them(items, at)
        if items[at].low in (";", ":", "—") or aside:
            return at
        for words in _STOPPERS_OF.get(items[at].low, ()):
            found = tuple(item.low for item in items[at : at + len(words)]) == words
            if at > start and found and items[min(at + len(words), len(items) - 1)].low != "well":
                return at
    return stop


def _participle_follows(items: Sequence[Item], at: int, stop: int) -> bool:
    """“…, advising local forces in Mindanao”: what they do there is not read."""
    if items[at].low != "," or at + 1 >= stop:
        return False
    low = items[at + 1].low
    return (
        items[at + 1].is_word
        and low.endswith("ing")
        and len(low) > 5
        and low not in ("including", "during", "beginning", "starting")
    )


def _part_of_them(items: Sequence[Item], at: int) -> bool:
    """“…, three of them in the north”, “…, most of which are Italians”."""
    low = [item.low for item in items[at : at + 4]]
    return len(low) == 4 and low[0] == "," and low[2] == "of" and low[3] in ("them", "which", "whom")
