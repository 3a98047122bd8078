"""Days and periods in words, as EDTF, calculated from the article's own day."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from typing import NamedTuple

from eastflank.intake.article.word_sets import word_set

_MONTHS = {
    name: number
    for number in range(1, 13)
    for name in (calendar.month_name[number].lower(), calendar.month_abbr[number].lower())
} | {"sept": 9}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_FEASTS = {"christmas": (12, 25)}
_TODAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}
_PREPOSITIONS = word_set("on in by from since until till before after through during of for at as")
_PART = word_set("early late mid end beginning start middle half quarter first second third fourth")
_STOPS = frozenset((",", ".", ";", "", "and", "at", "with"))
_WEEKS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0}
_ORDINALS = {"first": 1, "second": 2, "third": 3}
_BEFORE_A_SEASON = word_set("in by since early late mid until from till this before of -")
_AFTER_STARTING = word_set("in on from of at")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMERIC = re.compile(r"(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d)")
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80,
}  # fmt: skip

_BODIES = frozenset(
    (
        *_MONTHS,
        *_WEEKDAYS,
        *_SEASONS,
        *_TODAY,
        *_COUNTS,
        *_FEASTS,
        "last",
        "past",
        "this",
        "next",
        "coming",
        "later",
        "earlier",
        "the",
    )
)
"""The words, besides digits, with which a day can begin after its preposition."""
_STARTS = _BODIES | _PREPOSITIONS | _PART | {"starting", "beginning"}


class When(NamedTuple):
    """A day or a period as a text states it. Indices are those of the given words."""

    start: int
    stop: int
    preposition: str = ""
    """The word before it, such as `by`; empty where there is none."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    """Of “July 8-9”: 9."""
    weekday: int | None = None
    season: int | None = None
    turn: int | None = None
    """-1 last, 0 this, +1 next: of the month, weekday, season, or of `unit`."""
    unit: str = ""
    """`day`, `week`, `month` or `year` if it is relative to the article's day."""
    about: bool = False
    part: tuple[int, int] | None = None
    """First and last month of “the second quarter of” or “the first half of” a year."""


_PARTS = {
    ("first", "quarter"): (1, 3), ("second", "quarter"): (4, 6), ("third", "quarter"): (7, 9),
    ("fourth", "quarter"): (10, 12), ("last", "quarter"): (10, 12),
    ("first", "half"): (1, 6), ("second", "half"): (7, 12),
}  # fmt: skip


def day_at(words: Sequence[str], at: int) -> When | None:
    """The day or period that begins at this word; None if there is none. Words are lower case."""
    if words[at] not in _STARTS and not words[at][0].isdecimal():
        return None
    body, preposition, about = _opening(words, at)
    if body >= len(words) or (words[body] not in _BODIES and not words[body][0].isdecimal()):
        return None
    readers = (_numeric, _feast, _the_day, _day_month, _month_day, _month, _relative, _weekday)
    for read in (*readers, _season, _ago, _year):
        found = read(words, body)
        if found:
            if read is _year and not (preposition or about):
                return None
            if read is _year and tuple(words[max(body - 2, 0) : body]) == ("mid", "-"):
                found = found._replace(month=6)
            if found.month and not found.day and (week := _week_of(words, body - 3)):
                found = found._replace(day=7 * week - 6, last_day=7 * week)
            if words[body - 1] == "of" and (found.unit == "year" or not (found.month or found.unit)):
                found = found._replace(part=_PARTS.get((_word(words, body - 3), _word(words, body - 2))))
            return found._replace(start=at, preposition=preposition, about=about or found.about)
    return None


def _opening(words: Sequence[str], at: int) -> tuple[int, str, bool]:
    """The index after the preposition and the words before a month: “by the end of”, “in early”, “mid-”."""
    preposition, about = "", False
    if words[at] in _PREPOSITIONS or words[at] in ("starting", "beginning"):
        preposition, at = words[at], at + 1
        if preposition in ("starting", "beginning", "as") and _word(words, at) in _AFTER_STARTING:
            preposition, at = "from" if preposition != "as" else "as of", at + 1
    begin = at
    if _word(words, at) == "the":
        at += 1
    if _word(words, at) == "month" and _word(words, at + 1) == "of":
        return at + 2, preposition, about
    if _week_of(words, at) is not None:
        return at + 3, preposition, True
    if _word(words, at) in _ORDINALS and _word(words, at + 1) == "of" and _word(words, at + 2) in _MONTHS:
        return begin, preposition, about
    while _word(words, at) in _PART:
        about, at = True, at + 1
        if _word(words, at) in ("of", "-"):
            at += 1
    if not about:
        at = begin
    return at, preposition, False if words[max(at - 1, 0)] in ("of", "half") else about


def _week_of(words: Sequence[str], at: int) -> int | None:
    """The number of the week in “first week of”; 0 for the last one; None for other words."""
    follows = at >= 0 and _word(words, at + 1) == "week" and _word(words, at + 2) == "of"
    return _WEEKS.get(_word(words, at)) if follows else None


def _numeric(words: Sequence[str], at: int) -> When | None:
    word = _word(words, at)
    if found := _NUMERIC.fullmatch(word):
        return _checked(When(at, at + 1, year=int(found[3]), month=int(found[2]), day=int(found[1])))
    parts = words[at : at + 5]
    hyphened = len(parts) == 5 and parts[1] == parts[3] == "-" and bool(_YEAR.fullmatch(word))
    if hyphened and parts[2].isdecimal() and parts[4].isdecimal() and len(parts[4]) == 2:
        return _checked(When(at, at + 5, year=int(word), month=int(parts[2]), day=int(parts[4])))
    return None


def _feast(words: Sequence[str], at: int) -> When | None:
    """“Before Christmas”, “by Christmas”: only after a word that makes it a bound."""
    if _word(words, at) not in _FEASTS or _word(words, at - 1) not in ("before", "by", "until", "till"):
        return None
    month, day = _FEASTS[words[at]]
    return _with_year(words, When(at, at + 1, month=month, day=day))


def _the_day(words: Sequence[str], at: int) -> When | None:
    """“The 30th of August”, “the first of July”, and “the 27th” where a sentence or its part ends."""
    if _word(words, at) != "the":
        return None
    spelled = _ORDINALS.get(_word(words, at + 1))
    found, stop = ([spelled], at + 2) if spelled else _days(words, at + 1)
    if len(found) != 1:
        return None
    month = _MONTHS.get(_word(words, stop + 1)) if _word(words, stop) == "of" else None
    if month is not None:
        return _checked(_with_year(words, When(at, stop + 2, month=month, day=found[0])))
    bound = _word(words, at - 1) in ("by", "on", "since", "until", "from", "before")
    ordinal = _word(words, stop - 1)[-2:] in ("st", "nd", "rd", "th") and not spelled
    return When(at, stop, day=found[0]) if bound and ordinal and _word(words, stop) in _STOPS else None


def _day_month(words: Sequence[str], at: int) -> When | None:
    """“7 February 2023”, “8-9 July”, “3 and 4 December”."""
    first, stop = _days(words, at)
    if not first or _word(words, stop) not in _MONTHS:
        return None
    last = first[-1] if len(first) > 1 else None
    found = When(at, stop + 1, month=_MONTHS[words[stop]], day=first[0], last_day=last)
    return _checked(_with_year(words, found))


def _month_day(words: Sequence[str], at: int) -> When | None:
    """“February 7, 2023”, “Feb. 17”, “July 8-9”."""
    if _word(words, at) not in _MONTHS:
        return None
    days, stop = _days(words, at + 1 + (_word(words, at + 1) == "."))
    if not days or _YEAR.fullmatch(_word(words, stop - 1)):
        return None
    last = days[-1] if len(days) > 1 else None
    found = When(at, stop, month=_MONTHS[words[at]], day=days[0], last_day=last)
    return _checked(_with_year(words, found))


def _days(words: Sequence[str], at: int) -> tuple[list[int], int]:
    found = _DAY.fullmatch(_word(words, at))
    if not found or not 1 <= int(found[1]) <= 31:
        return [], at
    stop = at + 1 + (_word(words, at + 1) in ("st", "nd", "rd", "th", ".") and at + 2 < len(words))
    if _word(words, stop) in ("-", "—", "and", "to"):
        other = _DAY.fullmatch(_word(words, stop + 1))
        if other and int(found[1]) < int(other[1]) <= 31:
            return [int(found[1]), int(other[1])], stop + 2
    return [int(found[1])], stop


def _month(words: Sequence[str], at: int) -> When | None:
    """“March 2023”, “last November”, “March”; the caller checks whether it has its capital."""
    turn, stop = _turn(words, at)
    if _word(words, stop) not in _MONTHS:
        return None
    found = When(at, stop + 1, month=_MONTHS[words[stop]], turn=turn)
    last = stop + 2 + (2 if words[stop + 2 : stop + 4] == ["mid", "-"] else 0)
    if _word(words, stop + 1) == "and" and _word(words, last) in _MONTHS and turn is None:
        until = _MONTHS[words[last]]
        if _MONTHS[words[stop]] < until and not _DAY.fullmatch(_word(words, last + 1)):
            found = found._replace(stop=last + 1, part=(_MONTHS[words[stop]], until))
    return _with_year(words, found)


def _with_year(words: Sequence[str], found: When) -> When:
    stop = found.stop + (_word(words, found.stop) == ".")
    stop += _word(words, stop) in (",", "of")
    if _YEAR.fullmatch(_word(words, stop)):
        return found._replace(year=int(words[stop]), stop=stop + 1)
    if _word(words, found.stop) in ("next", "last", "this") and _word(words, found.stop + 1) == "year":
        turn = {"next": 1, "last": -1, "this": 0}[words[found.stop]]
        return found._replace(turn=turn, unit="year", stop=found.stop + 2)
    return found


def _weekday(words: Sequence[str], at: int) -> When | None:
    turn, stop = _turn(words, at)
    if _word(words, stop) not in _WEEKDAYS:
        return None
    found = When(at, stop + 1, weekday=_WEEKDAYS[words[stop]], turn=turn)
    if tuple(words[stop + 1 : stop + 3]) in (("last", "week"), ("next", "week")):
        return found._replace(turn=-2 if words[stop + 1] == "last" else 2, stop=stop + 3)
    return found


def _season(words: Sequence[str], at: int) -> When | None:
    turn, stop = _turn(words, at)
    stop += turn is None and _word(words, stop) == "the"
    if _word(words, stop) not in _SEASONS:
        return None
    found = _with_year(words, When(at, stop + 1, season=_SEASONS[words[stop]], turn=turn))
    if turn is None and not (found.year or found.unit) and _word(words, at - 1) not in _BEFORE_A_SEASON:
        return None
    return found


def _relative(words: Sequence[str], at: int) -> When | None:
    """“Today”, “this morning”, “next month”, “later this year”, “last week”, “the year”."""
    word = _word(words, at)
    if word in _TODAY:
        return When(at, at + 1, unit="day", turn=_TODAY[word])
    begin, is_out = at + (word in ("later", "earlier")), False
    if (
        _word(words, begin) == "the"
        and _word(words, begin + 1) in ("year", "month")
        and (words[at - 1] == "of" or (is_out := tuple(words[begin + 2 : begin + 4]) == ("is", "out")))
    ):
        return When(at, begin + 4 if is_out else begin + 2, unit=words[begin + 1], turn=0)
    turn, stop = _turn(words, begin)
    if turn is None:
        return None
    if _word(words, stop) in ("morning", "afternoon", "evening", "night"):
        return When(at, stop + 1, unit="day", turn=min(turn, 0))
    if _word(words, stop) in _UNITS:
        return When(at, stop + 1, unit=words[stop], turn=turn)
    return None


def _ago(words: Sequence[str], at: int) -> When | None:
    word = _word(words, at)
    count = _COUNTS.get(word) or (int(word) if word.isdecimal() and len(word) <= 2 else None)
    unit = _word(words, at + 1).removesuffix("s")
    if (
        count
        and unit in _UNITS
        and _word(words, at + 2) in ("ago", "earlier")
        and _word(words, at + 3) != "than"
    ):
        return When(at, at + 3, unit=unit, turn=-count, about=unit in ("week", "month"))
    return None


def _year(words: Sequence[str], at: int) -> When | None:
    if _YEAR.fullmatch(_word(words, at)) and _word(words, at + 1) not in ("-", "—"):
        return When(at, at + 1, year=int(words[at]))
    return None


def _turn(words: Sequence[str], at: int) -> tuple[int | None, int]:
    turns = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
    turn = turns.get(_word(words, at))
    return (turn, at + 1) if turn is not None else (None, at)


def _checked(when: When) -> When | None:
    if when.month is None or not 1 <= when.month <= 12:
        return None
    longest = calendar.monthrange(when.year or 2000, when.month)[1]
    return when if max(when.day or 1, when.last_day or 1) <= longest else None


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if 0 <= at < len(words) else ""
