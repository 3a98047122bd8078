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


def symbol(size: str, *, multinational: bool, mechanised: bool, headquarters: bool) -> str:
    """A military symbol, as far as it is drawn: “multinational battalion”, “unit, size not stated”.

    `size`: the unit's; empty if the symbol shows none.
    """
    what = size or ("headquarters" if headquarters else "unit")
    notes = [
        f"multinational {what}" if multinational else what,
        "mechanised" if mechanised else "",
        "headquarters" if headquarters and size else "",
        "" if headquarters or size else "size not stated",
    ]
    return ", ".join(filter(None, notes))
