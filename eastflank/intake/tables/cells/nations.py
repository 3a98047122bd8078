"""Which nations a cell names. Never by similarity: if it is not certain, a person is asked."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from eastflank.intake.tables.cells.problems import Wrong, wrong
from eastflank.intake.tables.cells.sheets import Cell
from eastflank.intake.tables.cells.unstated import UNSTATED
from eastflank.names.answers import Ambiguous, Decided
from eastflank.names.countries import CountryNames
from eastflank.words.chosen import rows_of_tables as words

_APART = re.compile(r"\s*(?:[;/|+&\n]|,|\b(?:and|und|et|e|ed|y|i|oraz|en|och|og|és|și|ir|ja|un|и|та|a)\b)\s*")
_FOOTNOTE = re.compile(r"\s*(?:[*†‡§¹²³⁴⁵⁶⁷⁸⁹]+|\[\w{1,2}\]|\(\d\))\s*$")
_LONGEST = 300
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_FIRST_OF_FLAGS = 0x1F1E6
"""The sign for A in the flags of Unicode, each of which is a country’s two letters."""


@dataclass(frozen=True, slots=True)
class NationCodes:
    """Nations as ISO 3166-1 alpha-3 codes in the order of the cell, and what was assumed about them."""

    codes: tuple[str, ...]
    marks: tuple[str, ...] = ()


NONE = NationCodes(())


def is_country(text: str, names: CountryNames) -> bool:
    """Whether a text certainly names one country or several."""
    if len(text) > _LONGEST or not any(sign.isalpha() for sign in text):
        return False
    plain = _FOOTNOTE.sub("", _in_letters(text.strip(), names))
    if _decided(plain, names):
        return True
    parts = _APART.split(plain)
    return 1 < len(parts) <= 12 and all(_decided(part, names) for part in parts)  # noqa: PLR2004


def _decided(text: str, names: CountryNames) -> bool:
    return not text.isdigit() and names.knows(text)


def nations_of(cell: Cell, names: CountryNames, neighbours: Collection[str] = ()) -> NationCodes | Wrong:
    """The nations of a cell, or why they are not certain. `neighbours`: the other values of the column."""
    if cell is None:
        return NONE
    text = _FOOTNOTE.sub("", _in_letters(str(cell).strip(), names))
    if text.casefold() in UNSTATED:
        return NONE
    if len(text) > _LONGEST:
        return wrong("too long", most=_LONGEST)
    if isinstance(cell, int) and len(text) < 3:  # noqa: PLR2004 - Excel drops the noughts of a number of ISO
        text = text.zfill(3)
    answer = names.look_up(text, None, neighbours)
    if isinstance(answer, Decided):
        return _of(answer)
    parts = [part for part in _APART.split(text) if part]
    if len(parts) > 1:
        answers = [names.look_up(part, None, neighbours) for part in parts]
        decided = [each for each in answers if isinstance(each, Decided) and not each.ended]
        if len(decided) == len(parts):
            codes = tuple(dict.fromkeys(each.iso3 for each in decided))
            marks = tuple(mark for each in decided for mark in each.marks)
            several = (words.MARKS["several nations"],) if len(codes) > 1 else ()
            return NationCodes(codes, (*several, *marks))
    if isinstance(answer, Ambiguous):
        choices = "; ".join(choice.name for choice in answer.choices)
        return wrong("a nation in two ways", question=answer.question, choices=choices)
    alike = ", ".join(each.name for each in answer.suggestions)
    return wrong("a nation alike", alike=alike) if alike else wrong("no nation")


def _of(answer: Decided) -> NationCodes | Wrong:
    if answer.ended:
        return wrong("a state that is gone", mark=" ".join(answer.marks))
    return NationCodes((answer.iso3,), answer.marks)


def _in_letters(text: str, names: CountryNames) -> str:
    """The text with the letters of its flags; a flag beside the name of the same country is left out."""
    flags = _FLAG.findall(text)
    if not flags:
        return text
    said = " ".join(_FLAG.sub(" ", text).split())
    if said and len(flags) == 1:
        own, named = names.look_up(_letters(flags[0])), names.look_up(said)
        if isinstance(own, Decided) and isinstance(named, Decided) and own.iso3 == named.iso3:
            return said
    return (
        _FLAG.sub(lambda flag: f" {_letters(flag[0])} ", text).strip()
        if said
        else "; ".join(map(_letters, flags))
    )


def _letters(flag: str) -> str:
    return "".join(chr(ord("A") + ord(sign) - _FIRST_OF_FLAGS) for sign in flag)
