"""English for filters, as the sentence over a map names them after what is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from eastflank.words.en.figures import counted, persons, strength
from eastflank.words.en.lists import countries, listed
from eastflank.words.en.terms import KINDS, status

STATED_STRENGTH = "with a stated strength"
_ROLES = {
    "any": "involving {}",
    "lead": "led by {}",
    "host": "hosted by {}",
    "contributor": "with people from {}",
}


def of_nations(codes: Iterable[str], role: str, names: Mapping[str, str]) -> str:
    """The chosen nations with their role: “led by Canada”."""
    return _ROLES[role].format(countries(codes, names, "or"))


def in_hosts(codes: Iterable[str], names: Mapping[str, str]) -> str:
    """The chosen hosts: “in Latvia or Estonia”."""
    return f"in {countries(codes, names, 'or')}"


def meant_for(codes: Iterable[str], names: Mapping[str, str]) -> str:
    """The chosen hosts, if everything shown is only meant for them."""
    return f"meant for {countries(codes, names, 'or')}"


def with_status(codes: Iterable[str]) -> str:
    """The chosen statuses."""
    return f"with status {listed([status(one) for one in codes], 'or')}"


def of_programmes(names: Iterable[str]) -> str:
    """The chosen programmes, by name."""
    return f"of {listed(names, 'or')}"


def of_strength(least: int, most: int, *, unstated: bool) -> str:
    """The chosen strength; `unstated`: deployments without a stated strength are shown too."""
    figure = f"of {persons(strength(least, most))}"
    return f"{figure} or of no stated strength" if unstated else figure


def according_to(sources: Iterable[str]) -> str:
    """The chosen sources, by name; those of one name are counted: “two sources of NATO”."""
    often = Counter(sources)
    told = (
        name if number == 1 else f"{counted(number, 'source')} of {name}" for name, number in often.items()
    )
    return f"according to {listed(told, 'or')} alone"


def about(kinds: Iterable[str]) -> str:
    """The chosen kinds of claims, by code."""
    return f"in claims about {listed([KINDS[kind] for kind in kinds], 'or')} alone"


def on_evidence_of(grade: str) -> str:
    """The lowest grade that counts."""
    return f"on evidence of {grade} or better"
