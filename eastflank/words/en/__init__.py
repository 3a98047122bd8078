"""English for figures, dates, lists and statuses: the only place that turns values into prose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from eastflank import dates
from eastflank.grades import is_weak
from eastflank.model import Contingent, Deployment, Figure, Hedged, Standing

NO_CLAIMS = "This record holds no claims yet. Add rows to claims.csv."
NOT_STATED = "not stated"
_WITH_ARTICLE = (
    "United ",
    "Netherlands",
    "Philippines",
    "Bahamas",
    "Gambia",
    "Maldives",
    "Seychelles",
    "Comoros",
)
"""How the names of countries begin that have “the” before them inside a sentence."""

UNITS = {
    "battlegroup": ("battlegroup", "battlegroups"),
    "brigade": ("brigade", "brigades"),
    "presence": ("national deployment", "national deployments"),
    "detachment": ("detachment", "detachments"),
    "headquarters": ("headquarters", "headquarters"),
    "statistic": ("statistic", "statistics"),
}
"""What one unit of a kind is called, and several."""

SECTIONS = {"unit": "Units", "group": "Groups of units", "statistic": "Statistics"}
"""What the sections of a table are called, by sort of deployment."""

OFF_MAP = {
    "old": "A statistic older than eighteen months: the table keeps it.",
    "exceeded": "A statistic that a newer figure of one of its parts exceeds: the table keeps it.",
    "moved": "A statistic from before a unit in it came or went: the table keeps it.",
}
"""Why a statistic has left the map."""

KINDS = {
    "deployment": "deployments",
    "measure": "measures",
    "logistics": "logistics",
    "adversary": "adversary actions",
    "meeting": "meetings",
    "statement": "statements",
}

KEY_HEADINGS = {
    "battlegroup": "Battlegroups",
    "brigade": "Brigades",
    "headquarters": "Headquarters",
    "": "Other deployments",
    "total": "Countries",
    "gone": "No longer there",
}
"""Over the rows of the map's key, in their order: units by kind, countries, then what is gone."""

STANDINGS = {
    Standing.CONSIDERED: "considered or offered",
    Standing.PLANNED: "agreed or on the way",
    Standing.PRESENT: "deployed",
    Standing.GONE: "ended or withdrawn",
}

RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}

CREDIBILITY = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}

COUNTS = {
    "whole": "the whole deployment",
    "unit": "one unit",
    "contingent": "one contingent",
    "sum": "sum of the contingents listed",
    "increment": "people to come on top",
    "staff": "the staff alone",
    "authorisation": "what is authorised",
}

_SMALL = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def number(value: int) -> str:
    """`value` with commas between thousands: 4,000."""
    return f"{value:,}"


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """`count` things in words up to twelve: “four deployments”, “1,200 claims”, “one claim”."""
    figure = _SMALL[count] if 0 <= count < len(_SMALL) else number(count)
    return f"{figure} {noun if count == 1 else plural or noun + 's'}"


NO_QUOTES = "No held article speaks of what is shown; it is cited from the sources named."
"""What stands where quotes would, in a view without any."""


def quotation(text: str) -> str:
    """A source’s words in quotation marks."""
    return text.join(quotation_marks(text))


def quotation_marks(text: str) -> tuple[str, str]:
    """The marks around a source’s words: single where these hold double ones, as printers nest them."""
    return ("‘", "’") if any(mark in text for mark in '“”"') else ("“", "”")


def listed(things: Iterable[str], last: str = "and") -> str:
    """The things as English lists them: “a, b and c”. Empty for none."""
    *rest, final = [*things] or [""]
    return f"{', '.join(rest)} {last} {final}" if rest else final


def capitalised(text: str) -> str:
    """`text` with its first letter in upper case and the rest untouched."""
    return text[:1].upper() + text[1:]


def strength(low: int | None, high: int | None, hedge: str | None = None) -> str:
    """A strength in persons as a reader expects it: “about 1,100”, “800–1,000”, “up to 1,000”.

    A missing bound is never read as 0: with one bound alone the words say which side is open.
    """
    if low is None and high is None:
        return NOT_STATED
    if low is None:
        return f"up to {number(high or 0)}"
    if high is None:
        return f"{hedge if hedge in ('at least', 'more than') else 'at least'} {number(low)}"
    figure = number(low) if low == high else f"{number(low)}–{number(high)}"
    return f"{hedge} {figure}" if hedge else figure


def figure(value: Hedged | None) -> str:
    """A figure of persons in words; “not stated” for none."""
    return NOT_STATED if value is None else strength(value.low, value.high, value.hedge)


def dated(value: Figure | None, day: date) -> str:
    """A figure with the year of which it tells, if that is before `day`'s, and its grade if that is low.

    “1,033 (2022)”, “about 2,200 (2022, D4)”: a figure that nobody renewed grows old unseen otherwise, and a
    weak one looks as good as any.
    """
    return NOT_STATED if value is None else noted(figure(value), *notes_on(value, day))


def strength_on(one: Deployment, day: date) -> str:
    """The strength of a deployment as a reader needs it.

    “planned: about 1,138” until it is there; “about 1,138, as announced (2017)” where nobody renewed what was
    announced for it.
    """
    if one.figure is None:
        if one.earlier is None:
            return NOT_STATED
        _, grade = notes_on(one.earlier, day)
        return f"none in force; {noted(figure(one.earlier), None, grade)} in {month(one.earlier.told_first)}"
    words = figure(one.figure)
    if one.announced:
        words = f"{words}, as announced"
    words = noted(words, *notes_on(one.figure, day))
    return f"planned: {words}" if one.planned else words


def status_on(one: Deployment, day: date) -> str:
    """The status of a deployment as a reader needs it, with what is old or overdue about it.

    “arriving, due since 2 February 2017”; “deployed, last reported in 2017”; “ended, as announced on 7
    September 2017”.
    """
    if one.status is None:
        return "status not stated"
    if one.over:
        return ended(one)
    if one.lapsed and one.last_word:
        return f"{one.status}, not reported since {one.last_word.year}"
    if one.silent and one.last_word:
        return f"{one.status}, last reported in {one.last_word.year}"
    if one.due_since:
        return f"{one.status}, due since {_short_day(one.due_since, day)}"
    return one.status


def ended(one: Deployment) -> str:
    """How a deployment is over.

    “ended”; “ended, as announced on 7 September 2017”; “ended in December 2025, by a curator’s judgement”.
    """
    if one.status_judged:
        when_it_was = f" in {month(one.ended_on)}" if one.ended_on else ""
        return f"{one.status}{when_it_was}, by a curator’s judgement"
    if one.ended_on and one.status_told:
        return f"{one.status}, as announced on {day(one.status_told)}"
    return one.status or ""


def _short_day(value: date, shown: date) -> str:
    return f"{value.day} {value:%B}" if value.year == shown.year else f"{value:%B} {value.year}"


def month(value: date) -> str:
    """March 2022."""
    return f"{value:%B} {value.year}"


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
            case _:
                text = ""
        if text:
            found.append(text if plan.told_on.year == day.year else f"{text} ({plan.told_on.year})")
    return tuple(found)


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


def notes_on(value: Figure | None, day: date) -> tuple[int | None, str]:
    """What must stand beside a figure: the year of which it tells, and its grade.

    None where that is the year of `day` or later, or there is no figure; empty where the grade is not low.
    """
    if value is None:
        return None, ""
    year = value.told_first.year
    return year if year < day.year else None, value.grade if is_weak(value.grade) else ""


def noted(text: str, year: int | None, grade: str) -> str:
    """A figure with what a reader must know of it: its year, unless None, and its grade, unless empty."""
    notes = [str(note) for note in (year, grade) if note]
    return f"{text} ({', '.join(notes)})" if notes else text


def units(kind: str, number: int) -> str:
    """So many units of a kind in words: “eight battlegroups”, “one national deployment”."""
    one, several = UNITS.get(kind, (kind, f"{kind}s"))
    return counted(number, one, several)


def unit_kind(kind: str, number: int) -> str:
    """What so many units of a kind are called: “battlegroups”."""
    one, several = UNITS.get(kind, (kind, f"{kind}s"))
    return one if number == 1 else several


def persons(figure: str) -> str:
    """A strength with what it counts: “about 1,100 persons”, “1 person”; “not stated” stays as it is."""
    if figure == NOT_STATED:
        return figure
    return f"{figure} {'person' if figure == '1' else 'persons'}"


def day(value: date) -> str:
    """14 June 2016."""
    return f"{value.day} {value:%B} {value.year}"


def voices(value: date, publishers: Iterable[str], claims: int) -> str:
    """Who speaks on a day: “8 July 2016: NATO and EBL News, eight claims”."""
    return f"{day(value)}: {listed(publishers)}, {counted(claims, 'claim')}"


def meeting(town: str) -> str:
    """A meeting by where it was held: “Warsaw meeting”."""
    return f"{town} meeting"


def when(text: str | None) -> str:
    """An EDTF date in words, keeping what is uncertain: “by 2017”, “about April 2017”.

    `None` gives “not stated”. Raises ValueError when the text is not EDTF.
    """
    if not text:
        return NOT_STATED
    start, slash, end = text.partition("/")
    return _interval(start, end) if slash else _single(start)


def _interval(start: str, end: str) -> str:
    first, last = dates.bounds(f"{start}/{end}")
    if first is None and last is None:
        return NOT_STATED
    if start == end:
        return _single(start)
    if first is None:
        return f"by {_single(end)}"
    if last is None:
        return f"from {_single(start)}"
    if len(start) == len(end) == len("2016-07-08") and start[:7] == end[:7]:
        return f"{first.day}–{day(last)}"
    return f"{_single(start)} to {_single(end)}"


def _single(text: str) -> str:
    plain = text.rstrip("~?%")
    mark = text[len(plain) :]
    about = "about " if mark in ("~", "%") else ""
    return f"{about}{_unmarked(plain.replace('-XX', ''))}{' (uncertain)' if mark in ('?', '%') else ''}"


_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def _unmarked(text: str) -> str:
    first, last = dates.bounds(text)
    year, _, within = text.partition("-")
    if first is None or last is None:
        return text
    if "X" in year:
        return f"{first.year}–{last.year}"
    if within in _SEASONS:
        return f"{_SEASONS[within]} {first.year}"
    if not within:
        return str(first.year)
    return day(first) if first == last else f"{first:%B} {first.year}"


def grade_meaning(reliability: str | None, credibility: int) -> str:
    """What an Admiralty grade says, in words; a judged claim has no reliability."""
    if reliability is None:
        return f"a curator’s judgement, {CREDIBILITY[credibility]}"
    return f"source {RELIABILITY[reliability]}, claim {CREDIBILITY[credibility]}"


def nations(codes: Iterable[str], names: Mapping[str, str], last: str = "and") -> str:
    """The nations of a set, by name; a code without a name stands for itself."""
    return listed(sorted(names.get(code, code) for code in codes), last)


def countries(codes: Iterable[str], names: Mapping[str, str], last: str = "and") -> str:
    """The nations of a set as they stand inside a sentence: “Canada and the United States”."""
    named = sorted(names.get(code, code) for code in codes)
    return listed([f"the {name}" if name.startswith(_WITH_ARTICLE) else name for name in named], last)
