"""The parts of a link: how the text of each is read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from eastflank.model import Dataset
from eastflank.view.address import (
    DATA,
    LONGEST_MARKING,
    Position,
    editions_of,
    marking_of,
    position_of,
)
from eastflank.view.days import FIRST_DAY, LAST_DAY, day_of, days_like
from eastflank.view.facets import FACETS
from eastflank.view.options import vocabularies
from eastflank.view.readers import Asked, Found, Reader, Unread, distinct, one, switch
from eastflank.view.vocabulary import vocabulary_of
from eastflank.words.chosen import links


def _day(asked: Asked) -> Found[date]:
    told = distinct(asked.texts)
    days = {day_of(text): text for text in told}
    if not told:
        return None, []
    if None in days:
        near = tuple(day.isoformat() for day in days_like(days[None]))
        return None, [Unread(asked.parameter, days[None], links.NO_DAY, near)]
    valid = sorted(day for day in days if day)
    if len(valid) > 1:
        suggestions = tuple(day.isoformat() for day in valid[: links.MOST_LINES])
        return None, [Unread(asked.parameter, ";".join(told), links.TWO_VALUES, suggestions)]
    if not FIRST_DAY <= valid[0] <= LAST_DAY:
        return None, [Unread(asked.parameter, told[0], links.outside(FIRST_DAY, LAST_DAY))]
    return valid[0], []


def _position(asked: Asked) -> Found[Position]:
    told = distinct(asked.texts)
    if not told:
        return None, []
    position = position_of(re.sub(" *[;,] *", ",", told[0])) if len(told) == 1 else None
    return position, [] if position else [Unread(asked.parameter, ";".join(told), links.NO_POSITION)]


def _marking(asked: Asked) -> Found[str]:
    typed = " ".join(dict.fromkeys(asked.texts))
    if len(" ".join(typed.split())) > LONGEST_MARKING:
        return None, [Unread(asked.parameter, typed, links.too_long(LONGEST_MARKING))]
    return marking_of(typed), []


def _edition(asked: Asked) -> Found[str]:
    told = list(dict.fromkeys(text.strip() for text in asked.texts if text.strip()))
    if not told:
        return None, []
    found = editions_of(told[0]) if len(told) == 1 else {}
    if found:
        return found.get("", told[0]), []
    return None, [Unread(asked.parameter, ";".join(told), links.NO_EDITION)]


def _left_out(asked: Asked) -> Found[str]:
    return None, [Unread(asked.parameter, ";".join(asked.texts), links.TOO_MANY)]


READ: Mapping[str, Reader] = {
    **{part.field: part.read for facet in FACETS for part in facet.parts},
    **dict.fromkeys(("deployment", "claim", "tab", "theme", "layout"), one),
    **dict.fromkeys(("asof", "since"), _day),
    "brief": switch("1", "0"),
    "at": _position,
    "marking": _marking,
    "edition": _edition,
    "left_out": _left_out,  # header.js replaces this many parts
}
"""The reader of each part of a link."""
PARAMETERS = vocabulary_of((DATA, *READ))
"""The parts that a link may have: `data`, which names the dataset for the others, and the others."""
_NO_LIST = vocabulary_of(())


def read(parameter: str, texts: Sequence[str], dataset: Dataset) -> Found[object]:
    """The value of a part of a link, None for no value; and what in it cannot be read."""
    vocabulary = vocabularies(dataset).get(parameter, _NO_LIST)
    return READ[parameter](Asked(parameter, texts, dataset, vocabulary))
