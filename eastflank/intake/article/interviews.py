"""Interviews without speakers' lines: the head names who answers, and each question is a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from eastflank.intake.article.proposals import ArticleSpan
from eastflank.intake.article.sentences import Sentence

_HEAD = 600
"""How many characters at the beginning are searched for who answers."""
_FEWEST = 3
"""An article with at least so many paragraphs that only ask is an interview."""
_LONGEST = 200
"""A question has at most so many characters."""
_NAME = r"(?:[A-Z][\w'-]+)(?: (?:de|da|van|von|der|al|el))*(?: [A-Z][\w'-]+)+"
_PERSON = re.compile(
    r"\b(?:(?:Lieutenant|Major|Brigadier|Rear|Vice|Defen[cs]e|Foreign|Prime|Air|Chief|Sergeant)[ -])*"
    r"(?:General|Colonel|Major|Captain|Brigadier|Admiral|Commander|Commodore|Lieutenant|Marshal|Sergeant|"
    r"Minister|President|Ambassador|Secretary|Professor|Dr\.?|Sir|Mayor|Chancellor|"
    r"minister|president|general) "
    rf"({_NAME})"
)
_ASKED = re.compile(
    rf"\b(?:[Qq]uestions (?:on [^\n.]{{1,40}} )?(?:to|for)|[Ii]nterview with|[Cc]onversation with) ({_NAME})"
)
"""“Five questions on the Sahel to Awa Ndiaye”."""
_SPEECH = re.compile(
    rf"(?:Speech|Remarks|Address) (?:by|of) (?:the )?[^,\n]{{3,80}}, ({_NAME})(?=,|$)", re.MULTILINE
)
"""“Speech by the Minister of Defence, Jana Malá, at Rena”."""


class Interview(NamedTuple):
    """Who answers, and where the questions are."""

    name: ArticleSpan
    questions: frozenset[int]
    """The paragraphs that only ask."""


def interview_of(plain: str, found: Sequence[Sentence]) -> Interview | None:
    """The interview that an article is; None if it is none, or if its head names nobody with a title."""
    name = named_at_the_head(plain)
    if name is None:
        return None
    paragraphs = {one.paragraph: one for one in found if one.start > name.stop}
    begins = {one.paragraph: one.start for one in reversed(found)}
    questions = frozenset(
        number
        for number, last in paragraphs.items()
        if plain[last.stop - 1] == "?" and last.stop - begins[number] <= _LONGEST
    )
    return Interview(name, questions) if len(questions) >= _FEWEST else None


def speaker_of_a_speech(plain: str) -> ArticleSpan | None:
    """Who holds the speech that an article is, by its first words; None if it is none."""
    found = _SPEECH.match(plain.lstrip())
    offset = len(plain) - len(plain.lstrip())
    return ArticleSpan(found.start(1) + offset, found.end(1) + offset) if found else None


def named_at_the_head(plain: str) -> ArticleSpan | None:
    """The first person with a title in the head of an article."""
    found = _PERSON.search(plain, 0, _HEAD) or _ASKED.search(plain, 0, _HEAD)
    return ArticleSpan(*found.span(1)) if found else None
