"""English for a map's legend."""

from __future__ import annotations

from datetime import date

from eastflank.words.en.dates_in_words import day

ONE_SET = "one set, no pairing stated"
OCCUPIED = "occupied or breakaway"
OF_THAT_YEAR = "figure of that year, none since"
OF_A_LOW_GRADE = "figure with a low grade"


def status_on(shown: date) -> str:
    """The heading of the statuses."""
    return f"Status on {day(shown)}"


def member_then(alliance: str) -> str:
    """The background of the countries that were in the alliance on the day shown."""
    return f"{alliance} member then"


def since(form: str, day: str) -> str:
    """What the sign of a change means, given the day compared with: `new`, `moved` or `gone`."""
    return {"new": f"new since {day}", "moved": f"otherwise on {day}", "gone": f"drawn on {day}, not now"}[
        form
    ]


def symbol(size: str, *, multinational: bool, mechanised: bool) -> str:
    """A military symbol, by the size of its unit: “multinational battalion, mechanised”."""
    told = f"multinational {size.removeprefix('national ')}" if multinational else size
    return f"{told}, mechanised" if mechanised else told
