"""English for corrections after a link or a file was made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from eastflank.words.en.dates_in_words import day
from eastflank.words.en.figures import number

NAMES = {
    "status": "status",
    "lead": "lead nation",
    "host": "host",
    "meant_for": "country that it is for",
    "place": "place",
    "strength": "strength",
    "planned": "plan",
    "begins": "beginning",
    "contingents": "contingents",
}
"""The fields of a deployment that can be corrected, by their names in a product."""
NOTHING = "nothing"
NONE_SINCE = "No figure of this view was corrected since."
NO_EDITION = (
    "Neither a link nor a version of the record was found in it. Give the link that is printed in it, or one "
    "copied from the page."
)
OTHER_EDITIONS = (
    "The link names no edition of the datasets that it shows. Give the link as it was printed or copied."
)
MANY_LINKS = "It holds links to several views; each is answered by itself."


def heading(edition: str, found: int) -> str:
    """The heading of the corrections of a view."""
    count = (
        "One statement of this view was" if found == 1 else f"{number(found)} statements of this view were"
    )
    return f"{count} corrected after the link was made (change {edition})"


def differs(name: str, field: str, before: str, now: str) -> str:
    """A value that has changed."""
    return f"{name}, {NAMES[field]}: was “{before or NOTHING}”, is now “{now or NOTHING}”."


def came(name: str, strength: str) -> str:
    """A deployment that was not in the view."""
    return f"{name} was not in the view. It is now: strength {strength}."


def went(name: str, strength: str) -> str:
    """A deployment that is no longer in the view."""
    return f"{name} is not in the view any more. Its strength was {strength}."


def total(before: str, now: str) -> str:
    """A total that has changed."""
    return f"Total: was “{before or NOTHING}”, is now “{now or NOTHING}”."


def why(reason: str, change: str, changed_on: str) -> str:
    """Why a value was corrected."""
    return f"{reason.rstrip('.')} ({change}, {day(date.fromisoformat(changed_on))})."


def newer(edition: str) -> str:
    """Says that a link comes from a record with changes that this one does not have."""
    return (
        f"This link was made with change {edition} of the record, which the record here does not have. "
        "Its figures may be newer than those shown."
    )


def other(edition: str) -> str:
    """Says that a link comes from a record whose changes are not those of this one."""
    return (
        f"This link was made with change {edition} of a record whose changes up to it are not the ones here. "
        "It may come from the other side of a folder and a database that were brought in step later. Whether "
        "its figures were corrected cannot be found out: compare them with those shown."
    )


def unknown(edition: str, problems: Sequence[object]) -> str:
    """Says that the earlier record cannot be restored."""
    return (
        f"The record was changed after this link was made (change {edition}). What was corrected in its view "
        "cannot be found out, because the earlier record breaks today's rules. "
        f"The first reason: {problems[0] if problems else ''}"
    )


def of_one(title: str, told: str) -> str:
    """The corrections of one of several datasets."""
    return f"{title}: {told}"


def more(count: int) -> str:
    """Says that further corrections are not listed here."""
    return f"And {number(count)} more: python -m eastflank corrections LINK lists all."


def superseded_by(claim: str, reason: str) -> str:
    """Why a claim is retracted that a corrected one replaces."""
    return f"Superseded by {claim}. {reason}"
