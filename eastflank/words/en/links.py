"""English for the parts of a link that could not be read, and those that were understood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from eastflank.words.en import values as words

CANNOT_BE_READ = "A part of this link cannot be read"
ASKED = "Nothing is shown until you say what it means"
MOST_LINES = 3
"""The most lines for everything that could not be read."""
_LONGEST = 60
"""How many characters of a link's text are shown to the reader."""

TWO_VALUES = "it can have only one value."
NO_PARAMETER = "a link has no part with this name."
TOO_MANY = "the link has too many parts"
NO_POSITION = "it is not a place on the map and a zoom, such as 56.9,24.1,6."
NO_AREA = "it is not an area in degrees, from south and west to north and east, such as 56;22.5;57;24."
NO_STRENGTH = "it is not a strength from and to, such as 500;1500."
NO_EDITION = "it is not a change of the record, such as C0042."
NO_SWITCH = "it is neither true nor false."
NO_SINCE = "two days side by side need the earlier of them, such as since=2022-02-01."
REST_IS_READ_LATER = "The rest of the link is read once you have said which dataset it means."
NO_DAY = "it is not a day such as 2016-10-26."

_UNKNOWN = {
    "nation": "no nation in the record has this name or code.",
    "host": "no nation in the record has this name or code.",
    "role": "a nation can be lead, host, contributor, or any of these.",
    "data": "there is no dataset of this name here.",
    "theme": "it is neither light nor dark.",
    "layout": "the one layout is pair, two days side by side.",
}


class _Unread(Protocol):
    """What could not be read, with the attributes of `view.request.Unread`."""

    @property
    def parameter(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def suggestions(self) -> tuple[str, ...]: ...


def unknown(parameter: str) -> str:
    """Why a value of a link cannot be read: this part of a link cannot have it."""
    return _UNKNOWN.get(parameter, f"the record has no such {parameter}.")


def absent(parameter: str, value: str, names: Mapping[str, str]) -> str:
    """Why a known value cannot be used: the record has nothing about it."""
    where = {"host": "the record has no deployment in {}.", "nation": "the record has nothing about {}."}
    return where.get(parameter, "nothing in the record is “{}”.").format(names.get(value, value))


def ambiguous(values: Iterable[str], names: Mapping[str, str]) -> str:
    """Why a value with several meanings cannot be read."""
    return f"it may be {words.listed((names.get(value, value) for value in values), 'or')}."


def outside(first: date, last: date) -> str:
    """Why a day cannot be shown that is before the first possible day or after the last."""
    return f"only days from {words.day(first)} to {words.day(last)} can be shown."


def later(shown: date) -> str:
    """Why a day cannot be compared with."""
    return f"it comes after the day shown, {words.day(shown)}."


def too_strong(most: int) -> str:
    """Why a strength cannot be used."""
    return f"no strength in the record is above {words.number(most)}."


def strongest(most: int) -> str:
    """Says that the upper bound of a strength is above the largest one."""
    return words.capitalised(too_strong(most))


def too_long(most: int) -> str:
    """Why a marking cannot be printed."""
    return f"it is longer than {most} characters."


def too_many_datasets(most: int) -> str:
    """Why so many datasets cannot be shown."""
    return f"at most {words.number(most)} datasets can be shown together."


def taken_back(parts: Sequence[str], title: str) -> str:
    """Says that some choices were removed, since the dataset now shown does not have them."""
    told = [excerpt(part) for part in parts[:MOST_LINES]]
    more = [f"{words.number(len(parts) - len(told))} more"] if len(parts) > len(told) else []
    return f"Removed, since {title} does not have it: {words.listed([*told, *more])}."


def ignored(names: Sequence[str]) -> str:
    """Says that parts of a link were ignored, because other programs added them."""
    told = [excerpt(name) for name in names[:MOST_LINES]]
    more = [f"{words.number(len(names) - len(told))} more"] if len(names) > len(told) else []
    return f"Ignored in the link, where other programs put it: {words.listed([*told, *more])}."


def unread_lines(found: Sequence[_Unread], names: Mapping[str, str]) -> tuple[str, ...]:
    """Everything that could not be read, one line each; after three lines, how many more."""
    told = [_line(one, names) for one in found[:MOST_LINES]]
    if len(found) > MOST_LINES:
        told[-1] += f" … and {words.number(len(found) - MOST_LINES)} more."
    return tuple(told)


def _line(one: _Unread, names: Mapping[str, str]) -> str:
    if one.reason == TOO_MANY:  # the page wrote how many: the reader never saw this part
        many = words.number(int(one.text)) if re.fullmatch("[0-9]{1,9}", one.text) else "some"
        return f"{words.capitalised(one.reason)}: {many} of them were left out."
    part = f"{excerpt(one.parameter)}={excerpt(one.text)}" if one.text else excerpt(one.parameter)
    meant = [f"{value} ({names[value]})" if value in names else value for value in one.suggestions]
    question = f" Did you mean {words.listed(meant, 'or')}?" if meant else ""
    return f"{part}: {one.reason}{question}"


def excerpt(text: str) -> str:
    """A text from a link as shown: on one line, without control characters, shortened in the middle."""
    begins = text[: 4 * _LONGEST] if len(text) > 4 * _LONGEST else text
    plain = " ".join("".join(letter if letter.isprintable() else " " for letter in begins).split())
    return plain if len(plain) <= _LONGEST and begins == text else f"{plain[: _LONGEST - 1]}…"


def understood(
    phrases: Sequence[str], asof: date | None, since: date | None, deployment: str = "", layout: str = ""
) -> str:
    """What could be read in a link: `phrases` are its filters in words, `deployment` a name."""
    parts = [
        *phrases,
        *([f"as known on {words.day(asof)}"] if asof else []),
        *([f"compared with {words.day(since)}{', side by side' if layout else ''}"] if since else []),
        *([f"“{deployment}” selected"] if deployment else []),
    ]
    return f"Understood: {'; '.join(parts)}." if parts else "Nothing else was asked for."


def meant(suggestion: str, name: str) -> str:
    """The label of a button for a suggestion; `name` is the nation's, empty for anything else."""
    return f"It means {name} ({suggestion})" if name else f"It means {suggestion}"


def without(count: int, newest: str) -> str:
    """The label of a button that leaves out so many parts; `newest`: the day then shown, if it changes."""
    return (
        f"Open without {'it' if count == 1 else 'them'}{f', on the newest day, {newest}' if newest else ''}"
    )


def on_newest_day(newest: str) -> str:
    """The label of a button that shows the newest day."""
    return f"Open on the newest day, {newest}"


def no_address_of_a_page(text: str) -> str:
    """Says that the configured address of the page is not valid."""
    return f"“{text}” is not an address such as https://briefing.example/eastflank."
