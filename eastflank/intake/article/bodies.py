"""Units, garrisons and parliaments that name their nation by themselves: “Royal Marines”, “Fort Bragg”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from eastflank.intake.article.folding import folded
from eastflank.intake.article.proposals import ArticleSpan


class BodyKind(StrEnum):
    """What a name stands for."""

    UNIT = "unit"
    """A unit or a service: its nation sends it wherever it stands."""
    OPERATION = "operation"
    """A nation's own operation abroad: it leads there."""
    BASE = "base"
    """A garrison at home: who comes from there is its nation's."""
    GARRISON = "garrison"
    """A garrison abroad: who comes from there is of the nation that has it, not of the country's."""
    BODY = "body"
    """A parliament, a ministry or an army: an article of its own speaks of its nation's soldiers."""
    MISSION = "mission"
    """A mission of several nations in one country: each nation with soldiers there contributes."""


_LEAVING = re.compile(r"\b(?:from|out of|of) (?:the )?$")
"""Words between a force and the garrison abroad from which it comes."""
_WORD = re.compile(r"\w+")


class Body(NamedTuple):
    """A name in the article that stands for a nation."""

    code: str
    kind: BodyKind
    span: ArticleSpan


class Bodies:
    """The table of names, searched for in a text."""

    def __init__(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """Take rows of form, ISO 3166-1 alpha-3 code and kind, as in `bodies.csv`."""
        self._by_first_word: dict[str, list[tuple[str, str, BodyKind]]] = {}
        for form, code, kind in rows:
            known = self._by_first_word.setdefault(_WORD.findall(form)[0], [])
            known.append((folded(form), code, BodyKind(kind)))
        for known in self._by_first_word.values():
            known.sort(key=lambda row: len(row[0]), reverse=True)

    def named_in(self, plain: str) -> Iterator[Body]:
        """The names in a folded text; a garrison abroad only where somebody comes from it."""
        after = 0
        for word in _WORD.finditer(plain):
            body = self._at(plain, word) if word.start() >= after else None
            if body is not None:
                after = body.span.stop
                yield body

    def _at(self, plain: str, word: re.Match[str]) -> Body | None:
        """The longest name that begins with this word."""
        start = word.start()
        for form, code, kind in self._by_first_word.get(word[0], ()):
            stop = start + len(form)
            if plain.startswith(form, start) and not plain[stop : stop + 1].isalnum():
                leaves = kind is not BodyKind.GARRISON or _LEAVING.search(plain, max(start - 12, 0), start)
                return Body(code, kind, ArticleSpan(start, stop)) if leaves else None
        return None
