"""Looks up which country a name, an adjective or a code means. It never decides by similarity."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from rapidfuzz import fuzz, process

from eastflank.dates import bounds
from eastflank.names.answers import Ambiguous, Answer, Choice, Decided, Suggestion, Unknown
from eastflank.reading.folding import fold
from eastflank.words.chosen import country_names as words

CODE_KINDS = frozenset({"code", "former code", "sports code"})
KINDS = CODE_KINDS | {
    "name", "other name", "official name", "native name", "exonym", "abbreviation", "adjective", "demonym",
    "former", "former adjective", "former state", "part", "adjective of a part", "ambiguous",
}  # fmt: skip
"""What an alias is. `name` is the short English name: each country has one."""

SUGGESTED = 5
"""The most suggestions."""
ALIKE = 75
"""The least similarity of a suggestion, on a scale of 100."""

_FORMS_OF_STATE = ("republic of ", "kingdom of ")
_GEORGIA = "GEO"
_US_STATES = frozenset(
    map(
        fold,
        [
            "Alabama",
            "Alaska",
            "Arizona",
            "Arkansas",
            "California",
            "Colorado",
            "Connecticut",
            "Delaware",
            "Florida",
            "Hawaii",
            "Idaho",
            "Illinois",
            "Indiana",
            "Iowa",
            "Kansas",
            "Kentucky",
            "Louisiana",
            "Maine",
            "Maryland",
            "Massachusetts",
            "Michigan",
            "Minnesota",
            "Mississippi",
            "Missouri",
            "Montana",
            "Nebraska",
            "Nevada",
            "New Hampshire",
            "New Jersey",
            "New Mexico",
            "New York",
            "North Carolina",
            "North Dakota",
            "Ohio",
            "Oklahoma",
            "Oregon",
            "Pennsylvania",
            "Rhode Island",
            "South Carolina",
            "South Dakota",
            "Tennessee",
            "Texas",
            "Utah",
            "Vermont",
            "Virginia",
            "Washington",
            "West Virginia",
            "Wisconsin",
            "Wyoming",
        ],
    )
)
# Codes that are everyday English words are read as codes only in capitals.
_WORDS = frozenset(
    [
        "ad",
        "am",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "can",
        "do",
        "go",
        "id",
        "in",
        "is",
        "it",
        "la",
        "ma",
        "me",
        "mr",
        "ms",
        "my",
        "no",
        "pa",
        "per",
        "so",
        "st",
        "to",
        "tv",
        "us",
    ]
)
_SHORT_CODE = 2
_LONG_CODE = 3


class Alias(NamedTuple):
    """One row of the table: a name and the country it means."""

    alias: str
    language: str
    """A code of CLDR, such as `de` or `sr_Latn`; `mul`: several."""
    kind: str
    """One of `KINDS`."""
    iso3: str
    iso2: str
    numeric: str
    """Three digits; empty: none."""
    valid_from: str
    """EDTF; empty: not stated. Of a state, when it began; of a name, when it became official."""
    valid_to: str
    """EDTF; empty: still in use."""
    ambiguous_with: tuple[str, ...]
    """Alpha-3 codes that it may mean as well; of a state that ended, those that came after it."""
    note: str


class CountryNames:
    """The table of names, indexed for look-ups. Immutable."""

    def __init__(self, aliases: Iterable[Alias]) -> None:
        """Index the aliases. If two rows have the same folded name, the first counts."""
        self.aliases = tuple(aliases)
        self._names: dict[str, Alias] = {}
        self._codes: dict[str, Alias] = {}
        self._states: dict[str, Alias] = {}
        for row in self.aliases:
            if row.kind in CODE_KINDS:
                self._codes.setdefault(row.alias.upper(), row)
                continue
            self._names.setdefault(fold(row.alias), row)
            if row.kind in ("name", "former state"):
                self._states.setdefault(row.iso3, row)
        self._adjectives = {
            row.iso3: row.alias
            for row in reversed(self.aliases)
            if row.kind == "adjective" and row.language == "en"
        }
        for row in self._states.values():
            for code in filter(None, (row.iso2, row.iso3, row.numeric)):
                self._codes.setdefault(code, row)
        self._spelt: Mapping[str, str] = {key: row.alias for key, row in self._names.items()}

    def name_of(self, iso3: str) -> str:
        """The short English name of a country. Raises KeyError for a code that is not in the table."""
        return self._states[iso3].alias

    def knows(self, name: str) -> bool:
        """Whether the name means one country that exists today, with or without remarks."""
        row = self._row(name)
        return row is not None and row.kind != "ambiguous" and self._states[row.iso3].kind != "former state"

    def adjective_of(self, iso3: str) -> str:
        """The first English adjective of a country, such as “Polish”; its name if it has none.

        Raises KeyError for a code that is not in the table.
        """
        return self._adjectives.get(iso3) or self._states[iso3].alias

    def look_up(self, name: str, day: date | None = None, neighbours: Collection[str] = ()) -> Answer:
        """Which country the name means.

        Case, accents, punctuation, spaces, dots in abbreviations, a leading “the” and “Republic of”
        do not matter. A code of two or three letters counts in capitals, and in small letters if it is not an
        English word. `day` is when the name is used: after the end of a state, a person must choose among its
        successors. None: not known; then a remark gives the state's years. `neighbours` are the other values
        of its column: “Georgia” is ambiguous only if more of them are states of the United States than
        countries.
        """
        row = self._row(name)
        if row is None:
            return Unknown(self._suggestions(name))
        if row.kind == "ambiguous":
            return self._asked(row, words.several(name.strip()))
        if row.iso3 == _GEORGIA and fold(name) == "georgia" and self._among_states(neighbours):
            choices = (
                Choice(_GEORGIA, row.alias, words.IN_THE_CAUCASUS),
                Choice("", words.GEORGIA_OF_THE_STATES, words.NEIGHBOURS_ARE_STATES),
            )
            return Ambiguous(choices, words.WHICH_GEORGIA)
        if day is not None and self._is_over(row, day):
            return self._asked(row, words.was_over(*self._lived(row)))
        return self._decided(row, name)

    def _row(self, name: str) -> Alias | None:
        """The row that matches, exactly or without words such as “Republic of”. None if no row does."""
        if (code := self._code(name)) is not None:
            return code
        folded = fold(name)
        if folded in self._names:
            return self._names[folded]
        for form in _FORMS_OF_STATE:
            plain = fold(folded.removeprefix(form))
            if plain != folded and plain in self._names and self._names[plain].kind != "ambiguous":
                return self._names[plain]
        return None

    def _code(self, name: str) -> Alias | None:
        """The row of a code. None if it is not a code, or is also a name, such as “UAE”."""
        plain = re.sub(r"[\s.]", "", name)
        if not plain.isascii() or len(plain) not in (_SHORT_CODE, _LONG_CODE):
            return None
        if plain != plain.upper() and plain.lower() in _WORDS:
            return None
        # “U.K.” and “UAE” are names, not ISO codes.
        return None if fold(name) in self._names else self._codes.get(plain.upper())

    def _among_states(self, neighbours: Collection[str]) -> bool:
        others = [each for each in neighbours if fold(each) != "georgia"]
        states = sum(fold(each) in _US_STATES for each in others)
        return states > sum(
            (row := self._row(each)) is not None and row.kind != "part" and fold(each) not in _US_STATES
            for each in others
        )

    @staticmethod
    def _is_over(row: Alias, day: date) -> bool:
        """Whether the state (not merely its name) had ended, or not begun, on the day."""
        if not row.ambiguous_with:
            return False
        first = bounds(row.valid_from).first if row.valid_from else None
        last = bounds(row.valid_to).last if row.valid_to else None
        return (first is not None and day < first) or (last is not None and day > last)

    def _asked(self, row: Alias, question: str) -> Ambiguous:
        ended = row.kind.startswith("former")
        codes = row.ambiguous_with if ended else (row.iso3, *row.ambiguous_with)
        told, of = (words.came_after, self.name_of(row.iso3)) if ended else (words.also_called, row.alias)
        names = ((code, self.name_of(code)) for code in codes)
        return Ambiguous(tuple(Choice(code, state, told(state, of)) for code, state in names), question)

    def _decided(self, row: Alias, name: str) -> Decided:
        state = self._states[row.iso3]
        ended = state.kind == "former state"
        marks = [row.note] if row.note and row.kind != "name" else []
        if ended:
            marks.insert(0, words.was_a_state(*self._lived(row)))
        elif row.kind == "former code":
            marks.insert(0, words.former_code(row.alias, state.alias, row.valid_to[:4]))
        elif row.kind.startswith("former"):
            marks.insert(0, words.former_name(row.alias, state.alias, row.valid_to[:4]))
        elif row.kind == "sports code":
            marks.append(words.sports_code(row.alias, state.alias))
        if name.strip().isdigit():
            marks.append(words.read_as_number(name.strip(), state.alias))
        return Decided(row.iso3, state.alias, row.iso2, row.numeric, row.alias, tuple(marks), ended)

    def _suggestions(self, name: str) -> tuple[Suggestion, ...]:
        """Countries with similar names, best first, each once."""
        folded = fold(name)
        if not folded:
            return ()
        code = self._codes.get(re.sub(r"[\s.]", "", name).upper().zfill(_LONG_CODE * name.strip().isdigit()))
        best: dict[str, Suggestion] = {}
        if code is not None:
            best[code.iso3] = Suggestion(code.iso3, self.name_of(code.iso3), 100)
        found = process.extract(folded, self._spelt.keys(), scorer=fuzz.ratio, limit=40, score_cutoff=ALIKE)
        for key, likeness, _ in sorted(found, key=lambda each: (-each[1], each[0])):
            row = self._names[key]
            for iso3 in (row.iso3, *row.ambiguous_with) if row.kind == "ambiguous" else (row.iso3,):
                best.setdefault(iso3, Suggestion(iso3, self.name_of(iso3), int(likeness)))
        return tuple(best.values())[:SUGGESTED]

    def _lived(self, row: Alias) -> tuple[str, str, str]:
        """A state that ended, with its years: under the name that was met if that has years of its own."""
        own = row if row.kind == "former" and row.valid_to else self._states[row.iso3]
        return own.alias, own.valid_from[:4], own.valid_to[:4]
