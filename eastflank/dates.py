"""Uncertain dates: EDTF strings and the days they may mean."""

from __future__ import annotations

import functools
from datetime import date
from typing import NamedTuple

import edtf


class Bounds(NamedTuple):
    """The earliest and the latest day a date may mean. None: open or unknown on that side."""

    first: date | None
    last: date | None


UNKNOWN = Bounds(None, None)


@functools.cache
def bounds(text: str) -> Bounds:
    """The days that an EDTF level 0-1 string allows (Library of Congress, EDTF of 2019).

    `2016-07` may be any day of July 2016, and `2016-07~` too: "about" does not widen it. `../2017`
    is open before and ends with the last day of 2017. `2022-XX` is any day of 2022.

    Raises ValueError with the text when it is not EDTF.
    """
    try:
        parsed = edtf.parse_edtf(text)
    except edtf.EDTFParseException as error:
        raise ValueError(f"“{text}” is not a date in EDTF (such as 2016-07-08, 2017-04~ or ../2017)") from error
    return Bounds(_day(parsed, "lower_strict"), _day(parsed, "upper_strict"))


def _day(parsed: object, which: str) -> date | None:
    value = getattr(parsed, which)()
    if not hasattr(value, "tm_year"):  # an open or unknown end comes as an infinity
        return None
    return date(value.tm_year, value.tm_mon, value.tm_mday)
