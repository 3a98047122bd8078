"""What a name of a country turns out to mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Decided:
    """The name means one country."""

    iso3: str
    """ISO 3166-1 alpha-3, or `XKX` for Kosovo; of a state that ended ISO 3166-3's code, such as `SUN`."""
    name: str
    """The country's short English name."""
    iso2: str
    """ISO 3166-1 alpha-2, or the former one."""
    numeric: str
    """ISO 3166-1 numeric, three digits; empty: it has none."""
    alias: str
    """The name in the table that was found."""
    marks: tuple[str, ...] = ()
    """Sentences that must be shown with it, such as “England is part of the United Kingdom.”"""
    ended: bool = False
    """Whether the state itself is gone, as the Soviet Union is; not so where only its name is old."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A country that an ambiguous name may mean."""

    iso3: str
    """Empty: it is no country but the state of Georgia."""
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The name may mean several countries, or none as it stands: a person must choose."""

    choices: tuple[Choice, ...]
    """In the order of the table; the order says nothing of which is likelier."""
    question: str
    """What to ask, as a sentence."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name much like the one that is not known. It is never taken without a person."""

    iso3: str
    name: str
    likeness: int
    """0 to 100, by `rapidfuzz.fuzz.ratio` of the folded names."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """No name in the table is this one."""

    suggestions: tuple[Suggestion, ...]
    """Best first; empty: nothing is much like it."""


Answer: TypeAlias = Decided | Ambiguous | Unknown
