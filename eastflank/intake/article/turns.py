"""The turns of a transcript: who speaks in a paragraph, by the line before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from eastflank.intake.article.interviews import interview_of, named_at_the_head, speaker_of_a_speech
from eastflank.intake.article.nations import NameForm, Nations
from eastflank.intake.article.proposals import ArticleSpan
from eastflank.intake.article.sentences import Sentence
from eastflank.intake.article.speaker_lines import asks, is_listed, names_an_office, of_line, speakers_line
from eastflank.intake.article.thread import NamedEntity
from eastflank.intake.article.voices import Voice

_ANSWERS = frozenset(("a", "answer", "reply", "response", "written answer", "written reply"))
_OFFICE = re.compile(
    r"\b(?:[Rr]eply|[Aa]nswer|[Rr]esponse|[Ss]tatement) (?:of|by|from) "
    r"((?:the )?(?:[A-Z]\w+ )*(?:Minister|Secretary|Government|Ministry|Department)"
    r"(?: (?:of|for)(?: the)? [A-Z]\w+(?:(?:,| and|) [A-Z]\w+)*)?)"
)
_OPENING = re.compile(
    r"\b(?:[Pp]ress conference|[Mm]edia availability|[Rr]emarks|[Ss]tatement|[Ss]peech|[Aa]ddress|"
    r"[Bb]riefing)"
    r" (?:by|of|with|from) (?:the )?((?:[A-Z][\w.-]*)(?: (?:of|for|the|and)(?= )| [A-Z][\w.-]*)*)"
)
"""“Press conference by the Secretary General”: who speaks before the first question."""
_HEAD = 1_500
"""How many characters at the beginning are searched for the office that answers."""
_LONGEST = 120
"""A speaker's line has at most so many characters."""
_FEWEST = 2
"""An article with at least this many speakers' lines is a transcript."""


class Turn(NamedTuple):
    """Who speaks in a paragraph."""

    voice: Voice | None
    asks: bool
    """Whether the speaker only asks: a question claims nothing."""
    after: int
    """Where the spoken words begin, after the line."""
    here: NamedEntity | None = None
    """The country that is at the head of the paragraph instead of a speaker."""


def turns_of(plain: str, found: Sequence[Sentence], nations: Nations) -> dict[int, Turn]:
    """The turn of each paragraph; empty if the article is not a transcript."""
    opened: dict[int, Turn] = {}
    seen: set[int] = set()
    titled = False
    for sentence in found:
        if sentence.paragraph in seen:
            continue
        seen.add(sentence.paragraph)
        line = speakers_line(plain, sentence.start, sentence.start + _LONGEST)
        if line:
            here = _country(line, nations)
            if not here and is_listed(plain, line):
                continue
            asking = not here and asks(line[1])
            voice = None if asking or here else _voice(line, plain)
            titled = titled or (voice is not None and names_an_office(line[1]))
            opened[sentence.paragraph] = Turn(voice, asking, line.end(), here)
    if len(opened) < _FEWEST and not titled:
        return _of_an_interview(plain, found)
    if sum(turn.voice is not None for turn in opened.values()) > _FEWEST:
        opened = {number: turn for number, turn in opened.items() if not turn.here}
    if any(turn.here for turn in opened.values()):
        return {number: turn for number, turn in opened.items() if turn.here}
    result: dict[int, Turn] = {}
    now: Turn | None = None
    if opening := _OPENING.search(plain, 0, _HEAD):
        voice = Voice(plain[slice(*opening.span(1))], (ArticleSpan(*opening.span(1)),), by_line=True)
        now = Turn(voice, asks=False, after=0)
    for paragraph in range(found[-1].paragraph + 1):
        now = opened.get(paragraph, now._replace(after=0) if now else None)
        if now:
            result[paragraph] = now
    return result


def _of_an_interview(plain: str, found: Sequence[Sentence]) -> dict[int, Turn]:
    """The turns of a speech, or of an interview, that names the speaker only at its head."""
    if (speaker := speaker_of_a_speech(plain)) is not None:
        turn = Turn(Voice(plain[speaker.start : speaker.stop], (speaker,), by_line=True), asks=False, after=0)
        return dict.fromkeys(range(1, found[-1].paragraph + 1), turn)
    interview = interview_of(plain, found)
    if interview is None:
        return {}
    name = plain[interview.name.start : interview.name.stop]
    voice = Voice(name, (interview.name,), by_line=True)
    first, last = min(interview.questions), found[-1].paragraph
    return {
        paragraph: Turn(None if (asked := paragraph in interview.questions) else voice, asked, after=0)
        for paragraph in range(first, last + 1)
    }


def _country(line: re.Match[str], nations: Nations) -> NamedEntity | None:
    words = line[1].split()
    found = nations.at(words, 0)
    whole = found is not None and found[1] == len(words) and found[0].is_a(NameForm.NAME)
    return NamedEntity(found[0].code, ArticleSpan(*line.span(1))) if found and whole else None


def _voice(line: re.Match[str], plain: str) -> Voice | None:
    """Who speaks; “Answer:” means the office that the article's head names."""
    if line[1].lower() not in _ANSWERS:
        return of_line(line[1], line.start(1), plain)
    office = _OFFICE.search(plain, 0, _HEAD)
    if office is None:
        name = named_at_the_head(plain)
        return Voice(plain[name.start : name.stop], (name,), by_line=True) if name else None
    return Voice(plain[office.start(1) : office.end(1)], (ArticleSpan(*office.span(1)),), by_line=True)
