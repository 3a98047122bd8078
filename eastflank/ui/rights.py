"""Who may change the record.

On a reader's own machine `EASTFLANK_EDIT=1` in the environment of the dashboard allows it. Without it the
record can only be read.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

VARIABLE = "EASTFLANK_EDIT"


class Role(IntEnum):
    """What somebody may do; each may also do what stands before it."""

    READER = 0
    EDITOR = 1
    """Adds sources, and claims as drafts; retracts."""
    REVIEWER = 2
    """Sets claims to reviewed: from then on they count."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who sits before the page."""

    name: str
    """As `changes.csv` has it; empty for a reader whom nobody knows."""
    role: Role


def person(environment: Mapping[str, str]) -> Person:
    """Who it is, by the environment of the dashboard."""
    if environment.get(VARIABLE) == "1":
        return Person("curator", Role.REVIEWER)
    return Person("", Role.READER)


def may_edit() -> bool:
    """Whether the person before the page may change the record."""
    return person(os.environ).role >= Role.EDITOR


def may_review() -> bool:
    """Whether the person may set a claim to reviewed."""
    return person(os.environ).role >= Role.REVIEWER


def who() -> str:
    """The name that stands with a change; empty where none may be made."""
    return person(os.environ).name
