"""Small invented records, for tests of the rules that combine claims."""

from __future__ import annotations

from datetime import date
from typing import Any

from eastflank.model import Deployment
from eastflank.record.as_of import Known, known_as_of
from tests.builders import claim, dataset

SOURCES = [
    {"id": "agency", "publisher": "Agency", "title": "Report", "published": "2016-06-15", "reliability": "B"},
    {"id": "ministry", "publisher": "Ministry", "title": "Release", "published": "2017", "reliability": "A"},
    {"id": "blog", "publisher": "Blog", "title": "Post", "published": "2017", "reliability": "D"},
]
"""The agency is sound, the ministry better, the blog weak."""


def known(*claims: dict[str, Any], day: str = "2018-01-01", **tables: Any) -> Known:
    """What is known of the claims on a day."""
    return known_as_of(dataset(*claims, **{"sources": SOURCES, **tables}), date.fromisoformat(day))


def latvia(*claims: dict[str, Any], day: str = "2018-01-01", **tables: Any) -> Deployment:
    """Battlegroup Latvia as known on a day."""
    return known(*claims, day=day, **tables).deployments["latvia"]


def there(identifier: str, said_on: str, **cells: Any) -> dict[str, Any]:
    """A claim that Battlegroup Latvia is in place."""
    return claim(identifier, said_on, **{"status": "deployed", "host": "LVA", **cells})


def persons(low: int | None, high: int | None, hedge: str | None = None) -> dict[str, Any]:
    """The cells of a claim that states the strength of a whole deployment."""
    return {"troops_low": low, "troops_high": high, "hedge": hedge, "counts": "whole"}


def exactly(number: int) -> dict[str, Any]:
    """The cells of a strength without a hedge."""
    return persons(number, number)


def about(number: int) -> dict[str, Any]:
    """The cells of a rounded strength."""
    return persons(number, number, "about")


def up_to(number: int) -> dict[str, Any]:
    """The cells of a ceiling."""
    return persons(None, number, "up to")


def sent(claim: str, nation: str, number: int | None = None, **cells: Any) -> dict[str, Any]:
    """One nation's contingent in a claim, of so many if a number is stated."""
    return {"claim": claim, "nation": nation, "troops_low": number, "troops_high": number, **cells}
