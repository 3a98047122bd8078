"""Numbers of persons in an English text."""

from __future__ import annotations

import functools
import re

from eastflank.reading.quotes import Number, numbers

_PEOPLE = (
    *("troops", "soldiers", "persons", "people", "personnel", "men", "servicemen", "paratroopers"),
    *("airmen", "sailors", "marines", "infantrymen", "tankers", "reservists", "strong"),
)
_NO_PEOPLE = (
    r"km|kilomet\w+|miles?|per|percent|days?|weeks?|months?|years?|hours?|tanks?|vehicles?|aircraft|flights?"
)
_AFTER_A_PEOPLE = (
    r"(?=\s*(?:$|[,.;:)“”]|(?:and|in|at|of|from|who|with|to|are|were|by|on|there|then|serve)\b))"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_VAGUE = re.compile(r"hundred|thousand|million", re.IGNORECASE)
"""“Several hundred” and “some thousand” state no figure."""
_JOINED = re.compile(r"\s*(?:-|–|to|or|and|of(?: the| these)?)\s*(?:about |some |up to )?")
"""Text between two numbers that count the same: “800 to 1,000 troops”, “90 of the 200 Canadians”."""
_BEFORE = ("strength of", "numbers", "numbered")
_STRENGTH_OF = re.compile(rf"\b(?:{'|'.join(_BEFORE)})(?:\s+(?:about|some|over|nearly|around|up to))?\s*$")


def strengths_in(text: str, peoples: tuple[str, ...] = ()) -> tuple[Number, ...]:
    """The numbers in a text that count persons: they are next to a word such as “troops” or “strong”.

    `peoples` are words for a nation's people, such as “Canadians” and “British”. Years, days and distances do
    not count persons, and “several hundred” is not a number.
    """
    if not _telling(peoples).search(text):  # the usual case, and much faster than to read the numbers
        return ()
    found: list[Number] = []
    for number in reversed(numbers(text)):
        stated = text[number.start : number.stop]
        if _YEAR.fullmatch(stated) or _VAGUE.match(stated):
            continue
        joined = found and _JOINED.fullmatch(text, number.stop, found[-1].start)
        if (
            joined
            or _next_to_people(peoples).match(text, number.stop)
            or _STRENGTH_OF.search(text, 0, number.start)
        ):
            found.append(number)
    return tuple(reversed(found))


@functools.lru_cache(maxsize=8)
def _telling(peoples: tuple[str, ...]) -> re.Pattern[str]:
    """The words of which a text has at least one if it counts persons, also as parts of other words."""
    words = (*_PEOPLE, *peoples, "in all", "in total", *_BEFORE)
    return re.compile("|".join(map(re.escape, words)))


@functools.lru_cache(maxsize=8)
def _next_to_people(peoples: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(map(re.escape, peoples)) or r"(?!)"
    between = rf"(?:[\s-]+(?!(?:{_NO_PEOPLE})\b)[^\W\d][\w.’'-]*){{0,2}}?"
    return re.compile(
        rf"{between}[\s-]+(?:{'|'.join(_PEOPLE)})\b|\s+in (?:all|total)\b|\s+(?:{names}){_AFTER_A_PEOPLE}"
    )
