"""What a name of a country turns out to mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Decided:
    """The name means one country."""

    iso3: str
    """ISO 3166-1 alpha-3, or `XKX` for Kosovo; for a state that ended, the ISO 3166-3 code, such as `SUN`."""
    name: str
    """The country's short English name."""
    iso2: str
    """ISO 3166-1 alpha-2, or the former one."""
    numeric: str
    """ISO 3166-1 numeric, three digits; empty: it has none."""
    alias: str
    """The name in the table that matched."""
    marks: tuple[str, ...]
    """Sentences that must be shown with it, such as “England is part of the United Kingdom.”"""
    ended: bool
    """Whether the state itself ended, like the Soviet Union; False if only its name is old."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A country that an ambiguous name may mean."""

    iso3: str
    """Empty: not a country but the U.S. state of Georgia."""
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The name may mean several countries, or is not clear: a person must choose."""

    choices: tuple[Choice, ...]
    """In the order of the table; the order says nothing of which is likelier."""
    question: str
    """What to ask, as a sentence."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name similar to an unknown one. It is never used unless a person chooses it."""

    iso3: str
    name: str
    likeness: int
    """0 to 100, by `rapidfuzz.fuzz.ratio` of the folded names."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """The name is not in the table."""

    suggestions: tuple[Suggestion, ...]
    """Best first; empty if no name is similar."""


Answer: TypeAlias = Decided | Ambiguous | Unknown
