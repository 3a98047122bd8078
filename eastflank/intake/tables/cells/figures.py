"""Numbers of persons as people write them in cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from eastflank.intake.tables.cells import figure_changes as changes
from eastflank.intake.tables.cells import figures_in_words
from eastflank.intake.tables.cells.problems import Wrong, wrong
from eastflank.intake.tables.cells.sheets import Cell
from eastflank.intake.tables.cells.unstated import NO_STATEMENT, NOBODY_SAID, UNSTATED

MOST = 10_000_000
"""Persons, as in the schema of `claims.csv`."""


@dataclass(frozen=True, slots=True)
class StatedStrength:
    """Persons that a cell states. Both None: the cell says that the number is not known."""

    low: int | None
    high: int | None
    hedge: str
    """As in the schema of `claims.csv`; empty: none."""
    footnote: str = ""
    """The footnote mark at the figure."""
    words: str = ""
    """Other words at the figure, as in the cell."""


UNKNOWN = StatedStrength(None, None, "")
NOBODY = StatedStrength(0, 0, "")
_HEDGES = (
    (
        (
            r"(?:up to|max(?:imum)?\.?|at most|no more than|not more than|≤|<=|bis zu|"
            r"maximal|do|maks\.?|jusqu.à|iki|līdz|до|"
            r"fino a|sino a|al massimo|non più di|hasta|até|až do|až|nejvýše|maximálně|ne více než|najviac|"
            r"tot|maximaal|legfeljebb|până la|cel mult|kuni|enintään)"
        ),
        "up to",
    ),
    (
        (
            r"(?:fewer than|less than|under|below|<|weniger als|unter|mniej niż|moins de|mažiau nei|менее|"
            r"meno di|menos de|méně než|menej ako|minder dan|mai puțin de)"
        ),
        "fewer",
    ),
    (
        (
            r"(?:more than|over|above|in excess of|>|mehr als|über|ponad|powyżej|"
            r"plus de|daugiau nei|vairāk nekā|более|свыше|oltre|più di|más de|"
            r"mais de|více než|viac ako|meer dan|peste|mai mult de|üle|yli)"
        ),
        "more than",
    ),
    (
        (
            r"(?:at least|min(?:imum)?\.?|no fewer than|no less than|≥|>=|mindestens|"
            r"co najmniej|au moins|mažiausiai|не менее|"
            r"almeno|al menos|pelo menos|nejméně|alespoň|najmenej|minstens|cel puțin|vähintään|vähemalt)"
        ),
        "at least",
    ),
    (
        (
            r"(?:just under|almost|nearly|knapp|prawie|presque|beveik|почти|quasi|casi|quase|téměř|takmer|"
            r"bijna|aproape)"
        ),
        "just under",
    ),
    (
        (
            r"(?:c\.?|ca\.?|circa|approx(?:imately|\.)?|appr\.?|about|around|roughly|some|est(?:imated|\.)?|"
            r"etwa|rund|rd\.|ungefähr|około|ok\.?|environ|env\.?|apie|maždaug|aptuveni|ap\.|около|ок\.?|"
            r"aproximadamente|alrededor de|unos|unas|cerca de|zhruba|přibližně|asi|cca\.?|približne|"
            r"ongeveer|aproximativ|noin|umbes|mintegy|~|≈|±)"
        ),
        "about",
    ),
)
HEDGES = frozenset(["about", "up to", "at least", "more than", "just under"])
"""As in the schema of `claims.csv`."""
_HEDGE = tuple((re.compile(rf"{words}(?=[\s\d~])\s*", re.IGNORECASE), hedge) for words, hedge in _HEDGES)
_PEOPLE = re.compile(
    r"\s*(?:troops|soldiers|personnel|persons|people|men|pax|service ?members|military personnel|militaires|"
    r"soldaten|żołnierzy|osób|unità|militari|uomini|soldati|efectivos|militares|soldados|příslušníků|příslušníci|"
    r"vojáků|vojáci|osob|príslušníkov|vojakov|osôb|militairen|personen|soldați|persoane|katona|fő|karių|karys|kariai|soldats|военных|военнослужащих|солдат|человек|чел\.?)\s*$",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(
    r"(?<=[\d+kK])\s*(\*+\)?|[†‡§¶]+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+⁾?|\[[\w*]{1,3}\]|\([a-z*]\)|(?<=\s)\d\)|\^\w)\s*$"
)
_FOOTNOTE_AT_A_WORD = re.compile(r"(?<=[^\W\d_])(?:\s*(?:\*+\)?|[†‡§]+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)|\s+\d\))\s*$")
_QUALIFIED = re.compile(r"\s*\((?:est(?:imated|\.)?|approx\.?|ca?\.?|about)\)\s*$", re.IGNORECASE)
_SPACES = "[ \u00a0\u202f\u2009\u2007]"
_GROUPED = re.compile(rf"[1-9]\d{{0,2}}(?:(,|\.|'|’|{_SPACES})\d{{3}})(?:\1\d{{3}})*")
_PLAIN = re.compile(r"\d{1,18}(?:[.,]0+)?")
_THOUSANDS = re.compile(r"(\d{1,4})(?:[.,](\d{1,3}))?\s*(k|thousand|tsd\.?|тыс\.?)", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:-|–|—|−|‒|\bto\b|\bbis\b|\bà\b|\baž\b|\.\.)\s*", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:between|zwischen|entre|tra|fra|mezi|medzi|między)\s+(\S.*?)\s+(?:and|und|et|y|e|a|i)\s+(\d.*)|"
    r"(?:da|od|von|vanaf|de la)\s+(\S.*?)\s+(?:a|do|bis|tot|la)\s+(\d.*)",
    re.IGNORECASE,
)
"""A range in words. “From 500 to 1,100” is none: in English it often tells of a change."""
_WORDS = re.compile(
    r"several|hundreds|thousands|few|dozens|many|battalion|company|brigade|platoon", re.IGNORECASE
)


def states_nothing(cell: Cell) -> bool:
    """Whether a cell is empty, or says as little: a dash, “n/a”."""
    return cell is None or (isinstance(cell, str) and cell.casefold() in NO_STATEMENT)


def says_nobody(cell: Cell) -> bool:
    """Whether a word in a cell means zero: “nil”, “none”."""
    return isinstance(cell, str) and cell.casefold() in NOBODY_SAID


def says_persons(words: str) -> bool:
    """Whether words beside a figure only say that it counts persons: “troops”."""
    return _PEOPLE.fullmatch(words) is not None


def strength(cell: Cell) -> StatedStrength | Wrong:
    """The number of persons in a cell, with the word before it; or why there is none.

    “fewer than 50” is at most 49. “20+” is at least 20. “1.000”, “1 000”, “1,000” and “1'000” are thousand.
    """
    if cell is None:
        return UNKNOWN
    if isinstance(cell, int):
        return _bounded(cell, cell, "", "")
    if isinstance(cell, float):
        return wrong("not a whole number") if cell == cell and abs(cell) < MOST else wrong("not a number")  # noqa: PLR0124
    if not isinstance(cell, str):
        return wrong("a date for a number")
    text = cell.strip().strip('"“”').strip()
    if text.casefold() in UNSTATED:
        return UNKNOWN
    if text.startswith(("=", "@")):
        return wrong("a formula")
    return _stated(text)


def _stated(text: str) -> StatedStrength | Wrong:
    text, footnote = _cut(_FOOTNOTE, text)
    text, after_words = (text, "") if footnote else _cut(_FOOTNOTE_AT_A_WORD, text)
    text, people = _cut(_PEOPLE, text)
    if people and not footnote:
        text, footnote = (text, after_words) if after_words else _cut(_FOOTNOTE, text)
    text, qualified = _cut(_QUALIFIED, text)
    hedge = "about" if qualified else ""
    for pattern, named in _HEDGE:
        if match := pattern.match(text):
            hedge, text = named, text[match.end() :].strip()
            break
    if text.endswith("+"):
        hedge, text = hedge or "at least", text[:-1].strip()
    if (number := _number(text)) is not None:
        return _hedged(number, hedge, footnote)
    if said := figures_in_words.of_text(text):
        found = _hedged(said.number, hedge or ("about" if said.about else ""), footnote)
        return replace(found, words=text) if said.about and isinstance(found, StatedStrength) else found
    return _range(text, hedge, footnote)


def _range(text: str, hedge: str, footnote: str) -> StatedStrength | Wrong:
    between = _BETWEEN.fullmatch(text)
    sides = [side for side in between.groups() if side] if between else _RANGE.split(text, maxsplit=1)
    if len(sides) == 2:  # noqa: PLR2004
        low, high = _number(sides[0]), _number(sides[1].lstrip("~"))
        if low is not None and high is not None:
            if hedge not in ("", "about"):
                return wrong("a range with a bound")
            if _is_half_in_thousands(low, high, *sides):
                return wrong("a range half in thousands", low=low, high=high)
            if low > high:
                return wrong("a range that falls", low=low, high=high)
            return _bounded(low, high, hedge, footnote)
    if text.startswith(("-", "−")) and _number(text[1:].strip()) is not None:
        return wrong("less than zero")
    if changes.is_told(text):
        return wrong("a change")
    if _WORDS.search(text) and not any(map(str.isdigit, text)):
        return wrong("words for a number")
    if re.fullmatch(r"\d+[.,]\d+", text):
        return wrong("not a whole number")
    return wrong("not a number")


def _is_half_in_thousands(low: int, high: int, first: str, second: str) -> bool:
    """Whether “k” may belong to both sides: “1-2k” can be 1,000 to 2,000, but “800-1k” only 800 to 1,000."""
    alone = _THOUSANDS.fullmatch(second.strip()) and not _THOUSANDS.fullmatch(first.strip())
    return bool(alone) and low * 1000 <= high


def _hedged(number: int, hedge: str, footnote: str) -> StatedStrength | Wrong:
    match hedge:
        case "up to":
            return _bounded(None, number, hedge, footnote)
        case "fewer":
            return wrong("less than zero") if number < 1 else _bounded(None, number - 1, "up to", footnote)
        case "at least" | "more than":
            return _bounded(number, None, hedge, footnote)
        case _:
            return _bounded(number, number, hedge, footnote)


def _bounded(low: int | None, high: int | None, hedge: str, footnote: str) -> StatedStrength | Wrong:
    largest = max(low or 0, high or 0)
    if largest > MOST:
        return wrong("too many persons", most=MOST)
    if min(low or 0, high or 0) < 0:
        return wrong("less than zero")
    return StatedStrength(low, high, hedge, footnote)


def _number(text: str) -> int | None:
    text = text.strip()
    if not text[:1].isdigit() or not _ascii_digits(text):
        return None
    if _GROUPED.fullmatch(text):
        return int(re.sub(r"\D", "", text))
    if _PLAIN.fullmatch(text):
        return int(re.split(r"[.,]", text)[0])
    if match := _THOUSANDS.fullmatch(text):
        rest = (match[2] or "").ljust(3, "0")
        return int(match[1]) * 1000 + int(rest)
    return None


def _ascii_digits(text: str) -> bool:
    return all(sign.isascii() or not sign.isdigit() for sign in text)


def _cut(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    match = pattern.search(text)
    return (text, "") if match is None else (text[: match.start()].strip(), match[0].strip())


def _is_worded(text: str) -> bool:
    """Whether a text is a figure in words alone: “une centaine de militaires”."""
    return figures_in_words.of_text(_cut(_PEOPLE, text.strip())[0]) is not None


def is_figure(cell: Cell) -> bool:
    """Whether a cell holds a figure, or what may be one."""
    digits = not isinstance(cell, str) or any(map(str.isdigit, cell)) or _is_worded(cell)
    return cell is not None and digits and strength(cell) != UNKNOWN
