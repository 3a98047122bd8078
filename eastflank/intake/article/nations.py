"""Nations in all their forms: names, adjectives, peoples, and capitals that mean governments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

_ARTICLE = "the"


class NameForm(StrEnum):
    """How a nation is named."""

    NAME = "name"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    GOVERNMENT = "government"
    """A capital or an office: a government if it acts, a place if something happens there."""


@dataclass(frozen=True, slots=True)
class Nation:
    """A nation as a text names it."""

    code: str
    forms: frozenset[NameForm]
    """More than one if a word is both, such as `UK` or `Dutch`."""

    def is_a(self, form: NameForm) -> bool:
        """Whether the words can be this form."""
        return form in self.forms


class Nations:
    """The table of forms, looked up by words."""

    def __init__(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """Take rows of form, ISO 3166-1 alpha-3 code and kind, as in `nations.csv`."""
        forms: dict[tuple[str, ...], dict[str, set[NameForm]]] = {}
        for words, code, kind in rows:
            key = tuple(words.replace("-", " - ").split())
            forms.setdefault(key, {}).setdefault(code, set()).add(NameForm(kind))
        self._nations: Mapping[tuple[str, ...], Nation] = {
            # A form that two nations share names neither of them by itself.
            words: Nation(code, frozenset(kinds))
            for words, owners in forms.items()
            if len(owners) == 1
            for code, kinds in owners.items()
        }
        self._longest: dict[str, int] = {}
        for key in self._nations:
            self._longest[key[0]] = max(len(key), self._longest.get(key[0], 0))

    def at(self, words: Sequence[str], start: int) -> tuple[Nation, int] | None:
        """The nation that the words from here on name, and the index after it; the longest form counts."""
        first = start + (words[start].lower() == _ARTICLE and start + 1 < len(words))
        longest = min(self._longest.get(words[first], 0), len(words) - first)
        for length in range(longest, 0, -1):
            found = self._nations.get(tuple(words[first : first + length]))
            if found:
                return found, first + length
        return None
