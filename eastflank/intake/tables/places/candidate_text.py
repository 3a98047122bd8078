"""A candidate for a place as values of JSON, and back. Nothing else is accepted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from types import NoneType
from typing import TypeVar

from eastflank.gazetteer.borders import Border
from eastflank.gazetteer.hit import Match, Origin, Reading
from eastflank.gazetteer.ranking import Candidate
from eastflank.model import Point

_T = TypeVar("_T")
_ENUMS = {"origin": Origin, "match": Match, "reading": Reading}
_KINDS: Mapping[str, tuple[type, ...]] = {
    "name": (str,), "country": (str, NoneType), "kind": (str,), "precision": (str,), "geocoder": (str,),
    "population": (int, NoneType), "id": (str,), "note": (str,), "installation": (str,), "part": (str,),
    "expected": (bool,), "in_asked_country": (bool, NoneType), "why": (str,), "origin": (int,),
    "match": (int,), "reading": (int,), "point": (list,), "agreeing": (list,), "border": (list, NoneType),
}  # fmt: skip
"""The types of a candidate's fields in the text."""


def written(candidate: Candidate) -> Mapping[str, object]:
    """The candidate as values of JSON."""
    return asdict(candidate)


def read(said: object) -> Candidate:
    """The candidate. Raises TypeError or ValueError if it is none."""
    if not isinstance(said, dict) or said.keys() != _KINDS.keys():
        raise TypeError("no candidate")
    if any(type(cell) not in _KINDS[name] for name, cell in said.items()):
        raise TypeError("no candidate")
    lat, lon = (float(one) for one in said["point"])
    border = said["border"] and Border(_of(said["border"][0], bool), float(said["border"][1]))
    made = {name: kind(said[name]) for name, kind in _ENUMS.items()}
    agreeing = tuple(_of(one, str) for one in said["agreeing"])
    for text in (*agreeing, *(cell for cell in said.values() if isinstance(cell, str))):
        text.encode()  # a lone surrogate is not a character: it raises a ValueError
    return Candidate(**{**said, **made, "point": Point(lat, lon), "border": border, "agreeing": agreeing})


def _of(said: object, kind: type[_T]) -> _T:
    if type(said) is not kind:
        raise TypeError("no candidate")
    return said
