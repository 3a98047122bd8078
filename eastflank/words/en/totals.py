"""English for totals, for figures of nations, and for the headline of a view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eastflank.words.en.figures import counted, persons
from eastflank.words.en.lists import capitalised

ALL_NATIONS = "all nations in these units"
MAY_OVERLAP = "may overlap with units of another kind"
ALL_OLD = "all of it older than eighteen months"


def years(told: Iterable[int]) -> str:
    """The years of figures: “2022–2024”."""
    return "–".join(map(str, dict.fromkeys(told)))


def in_units(whole: str) -> str:
    """All units of a kind: “in eight battlegroups”."""
    return f"in {whole}"


def with_those_outside(whole: str, outside: int, number: int) -> str:
    """Units, of which so many are outside the map: “eight battlegroups (two outside this map)”."""
    if not outside:
        return whole
    where = "outside this map"
    return f"{whole} ({where if outside == number else counted(outside, where, where)})"


def in_some_units(stating: int, whole: str) -> str:
    """Some of the units of a kind: “in seven of eight battlegroups”."""
    return f"in {counted(stating, 'of', 'of')} {whole}"


def in_units_of_group(whole: str, group: str) -> str:
    """Units that share one figure."""
    return f"in {whole}, said of “{group}” together"


def in_group_and_beside(whole: str, figure: str, group: str, rest: str) -> str:
    """The same, with other units beside them that have their own figures."""
    return f"in {whole}, {figure} said of “{group}” together, and {rest} beside them"


def by_themselves(figure: str, stating: int) -> str:
    """The figures of some units of a group."""
    return f"by themselves {figure} in {counted(stating, 'of them', 'of them')}"


def in_contingents(figure: str, contingents: int, units: int) -> str:
    """What is stated only of contingents: “and 750 in one contingent of a unit whose whole is not stated”."""
    of = "a unit" if units == 1 else counted(units, "unit")
    return f"and {figure} in {counted(contingents, 'contingent')} of {of} whose whole is not stated"


def and_in_contingents(told: str, figure: str, contingents: int) -> str:
    """The same behind a total in few words: “9,641 in seven of eight battlegroups (and 750 in one contingent)”."""
    return f"{told} (and {figure} in {counted(contingents, 'contingent')})"


def of_years(told: str) -> str:
    """The years of the figures."""
    return f"figures of {told}"


def ceilings(count: int) -> str:
    """How many figures are only a maximum."""
    return f"{counted(count, 'states', 'state')} only a ceiling"


def announced(count: int) -> str:
    """How many figures are as announced."""
    return f"{counted(count, 'figure')} as announced"


def old(figure: str) -> str:
    """What the figures that are old add up to."""
    return f"{figure} of it older than eighteen months"


def parts(told: Iterable[str]) -> str:
    """What a figure covers, with its notes."""
    return "; ".join(told)


def total(figure: str, explained: str) -> str:
    """A total: “9,641 persons in eight battlegroups”."""
    return f"{persons(figure)} {explained}"


def no_total(figure: str, explained: str) -> str:
    """A total without a figure that counts; `figure` says why there is none."""
    return f"strength {figure} {explained}"


def with_all_nations(told: str) -> str:
    """A total in a nation's view, where it includes all nations."""
    return f"{ALL_NATIONS}: {told}"


def brief(figure: str, years: str, stating: int | None, whole: str) -> str:
    """A total in few words: “9,641 in eight battlegroups”; `stating`: how many state it, if not all."""
    year = f" ({years})" if years else ""
    some = f"{counted(stating, 'of', 'of')} " if stating is not None else ""
    return f"{figure}{year} in {some}{whole}"


def brief_without(whole: str, figure: str) -> str:
    """The same without a figure."""
    return f"strength of {whole} {figure}"


def beside_each_other(told: Iterable[str]) -> str:
    """Several of these in a line."""
    return " · ".join(told)


def checked(findings: int | None) -> str:
    """How many findings the checks of the data have; None: it is not known yet."""
    if findings is None:
        return "The data was not checked yet"
    return f"The checks of the data have {counted(findings, 'open finding')}"


def cell(figure: str, years: str, stating: int | None, units: int) -> str:
    """A total as a cell tells it: “about 4,800 (2017–2021), in 3 of 4”."""
    year = f" ({years})" if years else ""
    some = f", in {stating} of {units}" if stating is not None else ""
    return f"{figure}{year}{some}"


def planned(told: str) -> str:
    """What is only planned."""
    return f"planned: {told}"


def as_announced(told: str) -> str:
    """A figure that was announced and not renewed."""
    return f"{told}, as announced"


def takes_part(nation: str, where: str, silent_since: int | None) -> str:
    """A nation in a deployment without a figure; `silent_since` is the year of the last report, if that is old."""
    return f"{nation} takes part in {where}{_silent(silent_since)}; no current figure"


def is_to_take_part(nation: str, where: str, status: str, silent_since: int | None) -> str:
    """The same for a deployment that is not there yet."""
    return f"{nation}: {where}, {status}{_silent(silent_since)}; no current figure"


def is_to_join(nation: str, where: str, year: int) -> str:
    """A nation that is to join a deployment that is there, by a plan of that year."""
    return f"{nation} is to join {where} (planned in {year})"


def own_count(figure: str, name: str) -> str:
    """A source's own sum."""
    return f"{figure}: {name} (a source’s own count)"


def no_current_figure(nation: str, where: str, old: str, silent_since: int | None) -> str:
    """A nation in a deployment whose last figure is old."""
    return f"{nation} in {where}: no current figure; {old}{_silent(silent_since)}"


def old_figure(figure: str, year: int) -> str:
    """A figure with its year."""
    return f"{figure} in {year}"


def nation(nation: str, where: str, figure: str) -> str:
    """How many of a nation are in a deployment."""
    return f"{nation} in {where}: {figure}"


def _silent(year: int | None) -> str:
    return f", last reported in {year}" if year is not None else ""


# --- headlines -------------------------------------------------------------------------------------------


def headline(places: Sequence[str], seen: str) -> str:
    """What is in the chosen countries: “Latvia: more than 1,700 in one battlegroup”."""
    return capitalised(f"{' in '.join(places)}: {seen}")


def after_each_other(told: Iterable[str]) -> str:
    """What is there, then what is planned."""
    return "; ".join(told)


def to_come(units: str, figure: str) -> str:
    """Units that are not there yet, with what is planned for them."""
    return f"{units}, planned: {figure}"


def planned_outside(seen: str, number: int, units: int) -> str:
    """What is seen, and how many planned ones of its units are outside the map."""
    where = "outside this map"
    return (
        f"{seen}, {where}"
        if number == units
        else f"{seen}; of what is planned, {counted(number, where, where)}"
    )


def place_outside(where: str) -> str:
    """A deployment that is outside the map, by its name."""
    return f"{where} (outside this map)"


def more_figures(count: int) -> str:
    """How many figures a headline leaves out."""
    return counted(count, "more figure")


def figure_in(figure: str, where: str) -> str:
    """A figure in a deployment."""
    return f"{figure} in {where}"


def figure_of(figure: str, name: str) -> str:
    """A source's own sum, in few words."""
    return f"{figure}: {name}"


# --- the contents of a view ------------------------------------------------------------------------------

NO_FILTER = "No filter: everything known"


def as_known_on(day: str) -> str:
    """The day of a view."""
    return f"As known on {day}"


def filters(told: Iterable[str]) -> str:
    """The filters."""
    return capitalised("; ".join(told))


def found(units: int, over: int, silent: int, in_parts: int, groups: int, statistics: int) -> str:
    """The contents of a view: “eleven units, two of them over; three groups; four statistics”.

    `in_parts`: how many units are there with figures of contingents only.
    """
    first = counted(units, "unit")
    first += f", {counted(over, 'of them', 'of them')} over" if over else ""
    first += f", {counted(silent, 'of them', 'of them')} there without a figure" if silent else ""
    if in_parts:
        first += f", {counted(in_parts, 'of them', 'of them')} there with figures of contingents only"
    others = [
        counted(groups, "group", "groups") if groups else "",
        counted(statistics, "statistic", "statistics") if statistics else "",
    ]
    return "; ".join(part for part in (first, *others) if part)
