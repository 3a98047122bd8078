"""English for a claim: what it states, in one sentence, and how a footnote cites it."""

from __future__ import annotations

from collections.abc import Iterable

from eastflank.words.en.figures import persons
from eastflank.words.en.lists import capitalised, listed

JUDGED = "judged"
"""Instead of a grade, for a claim without a source."""


def led_by(nations: str) -> str:
    """Who leads: “led by Canada”."""
    return f"led by {nations}"


def done_by(nations: str) -> str:
    """Who acts: “by Russia”."""
    return f"by {nations}"


def in_hosts(nations: str) -> str:
    """The hosts: “in Latvia”."""
    return f"in {nations}"


def at_place(place: str) -> str:
    """The place: “at Ādaži”."""
    return f"at {place}"


def meant_for(nations: str) -> str:
    """The country that it is for, if that is another one."""
    return f"meant for {nations}"


def strength(figure: str, counts: str) -> str:
    """How many persons, and what is counted; `counts` is empty for the whole."""
    return f"{persons(figure)} ({counts})" if counts else persons(figure)


def units(count: int) -> str:
    """How many units it is about."""
    return f"units: {count}"


def begins(when: str) -> str:
    """From when."""
    return f"begins {when}"


def ends(when: str) -> str:
    """Until when."""
    return f"ends {when}"


def left(nation: str) -> str:
    """A nation that no longer takes part."""
    return f"without {nation}, which left"


def contingent(nation: str, figure: str) -> str:
    """A nation that takes part, with how many; `figure` is empty if none is stated."""
    return f"{nation} {figure}" if figure else nation


def contingents(told: Iterable[str]) -> str:
    """The contingents: “with Canada 450, Spain 300 and Italy”."""
    return f"with {listed(told)}"


def sentence(status: str, where: Iterable[str], others: Iterable[str]) -> str:
    """All that a claim states: “Arriving; led by Canada, in Latvia, at Ādaži; about 1,000 persons”.

    Empty parts are left out.
    """
    parts = (status, ", ".join(part for part in where if part), *others)
    return capitalised("; ".join(part for part in parts if part))


def judged_from(claims: Iterable[str]) -> str:
    """Instead of a quote: a curator's judgement from other claims."""
    return f"A curator’s judgement, from {listed(claims)}"


def inferred_from(citation: str) -> str:
    """Instead of a quote: what is inferred from the silence of a list: “Inferred, said by nobody: a.csv: no row”."""
    return f"Inferred, said by nobody: {citation}"


DROPPED = "a later text of the article no longer has this sentence"
"""Beside a quote that is not in the corrected text."""


MISQUOTED = "its quote is not in its article"
"""Beside a claim whose quote its article does not have."""


def not_in_its_article(words: str) -> str:
    """Instead of a quote and without its marks: the words that the record gives as one."""
    return f"Words that the article does not have: {words}"


def said(parts: Iterable[str]) -> str:
    """Who said it where and when: “Ashley Lemire, Associated Press via News Front, 14 June 2016”."""
    return ", ".join(part for part in parts if part)


def said_by(speaker: str, publisher: str, when: str, *, dropped: bool, misquoted: bool) -> str:
    """The same, and what is wrong with the quote.

    `dropped`: a later text of the article no longer has it; `misquoted`: the article does not have it.
    """
    told = said((speaker, publisher, when))
    wrong = MISQUOTED if misquoted else DROPPED if dropped else ""
    return f"{told} ({wrong})" if wrong else told


def source(publisher: str, title: str, published: str) -> str:
    """A source as a citation names it: “NATO, “Warsaw Summit Communiqué”, 9 July 2016”."""
    return f"{publisher}, {title}, {published}"


def title(text: str) -> str:
    """A title in quotation marks, unless it is a description of a text without one: `[Report on …]`."""
    return text if text.startswith("[") else f"“{text}”"


def published(day: str, remark: str) -> str:
    """When a source was published, with a note on it."""
    return f"{day}, {remark}"


def citation(voice: str, source: str, claim: str, grade: str) -> str:
    """A claim in its source: “Ashley Lemire, in Associated Press, “…”; claim A1-17 (graded B2)”."""
    speaker = f"{voice}, in " if voice else ""
    return f"{speaker}{source}; claim {claim} ({f'graded {grade}' if grade else JUDGED})"


def footnote(source: str, grade: str) -> str:
    """A source as a footnote."""
    return f"{source}. Source graded {grade}."


def numbered(number: int, footnote: str) -> str:
    """A footnote with its number."""
    return f"[{number}] {footnote}"


def grade_of_source(letter: str, meaning: str) -> str:
    """The letter of a source's grade, with what it means: “C, fairly reliable”."""
    return f"{letter}, {meaning}"


def called(source: str, when: str, claim: str) -> str:
    """A claim by its source and its day: “Reuters, 14 June 2016 (R002b)”."""
    return f"{source}, {when} ({claim})"


def value(told: str, claim: str) -> str:
    """What a claim says, with its id: “about 450 [A1-17]”."""
    return f"{told} [{claim}]"


def difference(subject: str, spread: str, values: Iterable[str], rule: str) -> str:
    """A disagreement of sources, and which of them the map follows: “Strength: 400–455 persons. 455 [R1]; …”."""
    return f"{capitalised(subject)}: {spread}. {'; '.join(values)}. {rule}"
