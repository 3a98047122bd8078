"""English for the sentence over a map, and for the notes beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from eastflank.words.en.datasets import in_several
from eastflank.words.en.dates_in_words import day, when
from eastflank.words.en.figures import counted
from eastflank.words.en.lists import capitalised, listed
from eastflank.words.en.terms import status

NOTHING = "no deployment"


def as_known(subject: str, shown: date) -> str:
    """The whole title: what is shown, and the day on which it was known."""
    return f"{subject}, as known on {day(shown)}"


def changes_since(title: str, since: date) -> str:
    """The sentence over a map that shows what changed."""
    return f"{title}; changes since {day(since)}"


def subject(what: str, phrases: Sequence[str], *, is_list: bool) -> str:
    """What is shown, with the filters in words.

    “Eight battlegroups in Latvia”; “In Latvia: one battlegroup; one brigade arriving” for a list: after a
    list the filters would seem to belong only to its last part.
    """
    return capitalised(f"{', '.join(phrases)}: {what}" if is_list and phrases else " ".join([what, *phrases]))


def of_datasets(phrases: Sequence[str], number: int, parts: Sequence[tuple[str, str]]) -> str:
    """What several datasets show, each separately: `parts` are what is shown and the dataset's title."""
    told = ", ".join([*phrases, in_several(number)])
    return capitalised(f"{told}: {'; '.join(f'{what} in {title}' for what, title in parts)}")


def there_and_to_come(there: Sequence[str], to_come: Sequence[str]) -> str:
    """What is there, followed by what is planned."""
    if there and to_come:
        return f"{listed(there)}; {listed(to_come)}"
    return listed(there or to_come)


def with_status(units: str, code: str) -> str:
    """Units that are not there yet: “one brigade agreed”."""
    return f"{units} {status(code)}"


def rest_to_come(units: str) -> str:
    """The rest of what is not there yet: “four other units planned or considered”."""
    return f"{units} planned or considered"


def other_units(number: int) -> str:
    """So many units of several kinds."""
    return counted(number, "other unit")


def more_outside(number: int) -> str:
    """So many more units that the map does not show: “three more outside this map”."""
    return f"{counted(number, 'more', 'more')} outside this map"


def and_more_outside(what: str, number: int) -> str:
    """What the map shows, and how many more it does not."""
    return f"{what}; {more_outside(number)}"


def all_outside(what: str) -> str:
    """Units of which the map shows none: “two brigades, outside this map”."""
    return f"{what}, outside this map"


def outside_this_map(where: Sequence[tuple[str, int]], rest: int) -> str:
    """Where the units are that the map does not show: countries with their numbers, and the number elsewhere."""
    told = [f"{counted(number, 'in', 'in')} {country}" for country, number in where]
    elsewhere = [counted(rest, "elsewhere", "elsewhere")] if rest else []
    return f"outside this map: {listed([*told, *elsewhere])}"


def all_silent(units: Sequence[str], outside: int = 0, number: int = 0) -> str:
    """If everything shown is old; `outside` of their `number` are outside the map."""
    told = f"{listed(units)} not reported for two years"
    if not outside:
        return told
    return (
        all_outside(told)
        if outside == number
        else f"{told}, {counted(outside, 'of them', 'of them')} outside this map"
    )


def all_over(number: int) -> str:
    """If everything shown is over."""
    return f"nothing current, {counted(number, 'deployment')} over"


def last_reported(year: int, name: str) -> str:
    """When a deployment without new reports was last reported."""
    return f"last reported in {year}: {name}"


def more_silent(number: int) -> str:
    """How many more have no new reports."""
    return f"{counted(number, 'more deployment')} not reported for two years"


def newest_evidence(newest: str) -> str:
    """The time of the newest evidence (EDTF), as exactly as it is told: “newest evidence: September 2026”."""
    return f"newest evidence: {when(newest)}"
