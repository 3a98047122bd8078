"""A deployment on a day, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from eastflank import dates
from eastflank.model import Contingent, Deployment
from eastflank.words.en.dates_in_words import month_of, on_or_in, short_day
from eastflank.words.en.figures import counted, dated, figure, noted, notes_on, persons
from eastflank.words.en.lists import countries, listed
from eastflank.words.en.terms import NOT_STATED, status


def strength_on(one: Deployment, day: date, names: Mapping[str, str]) -> str:
    """The strength of a deployment with the necessary notes; `names` are those of nations.

    “planned: about 1,138” until it is there; “about 1,138, as announced (2017)” if the announced figure was
    not renewed; “no current figure; 300 stated as withdrawn in June 2024” if its end is all that was told, and
    its month is known; “300 stated on 3 July 2024 as withdrawn” if only the day of the claim is. Where only contingents are stated, these.
    """
    if one.parts_alone:
        return parts_alone(one.parts_alone, names, day)
    if one.figure is None:
        if one.earlier is None:
            return NOT_STATED
        _, grade = notes_on(one.earlier, day)
        said = f"no current figure; {noted(figure(one.earlier), None, grade)}"
        told = one.earlier.told_first, one.earlier.told_last
        if not one.earlier_of_end:
            return f"{said} in {month_of(*told)}"
        if _is_told_later(one):
            return f"{said} stated as {status(one.status)}{_in_its_month(one)}"
        return f"{said} stated {on_or_in(*told)} as {status(one.status)}"
    words = figure(one.figure)
    if one.announced:
        words = f"{words}, as announced"
    words = noted(words, *notes_on(one.figure, day))
    return f"planned: {words}" if one.planned else words


def status_on(one: Deployment, day: date) -> str:
    """The status of a deployment, with notes if it is old or overdue.

    “arriving, due since 2 February 2017”; “deployed, last reported in 2017”; “ended, as announced on 7
    September 2017”.
    """
    if one.status is None:
        return "status not stated"
    if one.over:
        return ended(one)
    if one.lapsed and one.last_word:
        return f"{status(one.status)}, not reported since {one.last_word.year}"
    if one.silent and one.last_word:
        return f"{status(one.status)}, last reported in {one.last_word.year}"
    if one.due_since:
        return f"{status(one.status)}, due since {short_day(one.due_since, day)}"
    return status(one.status)


def ended(one: Deployment) -> str:
    """How a deployment ended.

    “ended”; “ended, as announced on 7 September 2017”; “ended in December 2022” if that was told afterwards;
    “ended in December 2025, by a curator’s judgement”; “ended (inferred: a list has no row of it any more)”.
    """
    if one.status_judged:
        return f"{status(one.status)}{_in_its_month(one)}, by a curator’s judgement"
    if one.status_inferred:
        return f"{status(one.status)} (inferred: a list has no row of it any more)"
    if _is_told_later(one):
        return f"{status(one.status)}{_in_its_month(one)}"
    if one.ended_on and one.status_told:
        return f"{status(one.status)}, as announced {on_or_in(one.status_told, one.status_told_last or one.status_told)}"
    return status(one.status)


def _is_told_later(one: Deployment) -> bool:
    """Whether the claim that says that it is over told when it ended, and was made afterwards."""
    told = one.status_told_last or one.status_told
    return one.ended_on is not None and told is not None and one.ended_on < told


def _in_its_month(one: Deployment) -> str:
    """The month of a stated end, or its year where only that is stated."""
    if one.ended_on is None:
        return ""
    first, last = dates.bounds(one.ends) if one.ends else dates.UNKNOWN
    return f" in {month_of(first if first and last == one.ended_on else one.ended_on, one.ended_on)}"


def plans(one: Deployment, names: Mapping[str, str], day: date) -> tuple[str, ...]:
    """What is planned for later, beside what is there: “4,800 persons (2025)”, “led by Italy (2022)”."""
    found = []
    for plan in one.plans:
        match plan.field:
            case "strength":
                text = persons(figure(plan.figure))
            case "lead":
                text = f"led by {countries(plan.value, names)}" if plan.value != one.lead else ""
            case "host":
                text = f"in {countries(plan.value, names)}" if plan.value != one.host else ""
            case "contingent":
                text = f"with {countries(plan.value, names)}"
            case _:
                text = ""
        if text:
            found.append(text if plan.told_on.year == day.year else f"{text} ({plan.told_on.year})")
    return tuple(found)


def parts_alone(parts: Sequence[Contingent], names: Mapping[str, str], day: date) -> str:
    """The contingents of a deployment of which no figure of the whole is stated.

    “one contingent: Italy 750; whole not stated”.
    """
    return f"{parts_named(parts, names, day)}; whole not stated"


def parts_named(parts: Sequence[Contingent], names: Mapping[str, str], day: date) -> str:
    """The same for a card: “two contingents: Netherlands 270 and Norway 150”."""
    named = listed(contingent(part, names, day) for part in parts)
    return f"{counted(len(parts), 'contingent')}: {named}"


def sum_of_parts(figure: str, number: int, *, planned: bool) -> str:
    """The same for a card without their names: “1,150 in three contingents”."""
    told = f"{figure} in {counted(number, 'contingent')}"
    return f"planned: {told}" if planned else told


def contingent(part: Contingent, names: Mapping[str, str], day: date) -> str:
    """A nation's part in a deployment.

    “Canada 455 (2018)”, “Spain planned: 300”, “Italy, last reported in 2020”.
    """
    nation = names.get(part.nation, part.nation)
    if part.figure is None:
        planned = ", planned" if part.planned else ""
        return f"{nation}{planned}" + (f", last reported in {part.told_on.year}" if part.old else "")
    text = dated(part.figure, day)
    if part.old:
        silent = f", last reported in {part.told_on.year}" if day.year - part.told_on.year > 1 else ""
        announced = ", as announced" if part.announced else ""
        return f"{nation} ({figure(part.figure)} in {part.figure.told_first.year}{announced}){silent}"
    if part.announced:
        return f"{nation} {text}, as announced"
    return f"{nation} planned: {text}" if part.planned else f"{nation} {text}"
