"""The lines with which a transcript names who speaks."""

from __future__ import annotations

import re

from eastflank.intake.article.proposals import Span
from eastflank.intake.article.voices import TITLES, Voice
from eastflank.intake.article.word_sets import word_set

_LINE = re.compile(
    r"(?:[-*•·—] ?)?"
    r"((?:[A-Z][\w.'-]*)(?:,(?=[^:.\n]*\):))?"
    r"(?: [A-Z(][\w.')-]*(?:,(?=[^:.\n]*\):))?| (?:of|the|for|and|de|van|von)){0,10}(?=:)"
    r"|(?:[A-Z][a-z]+\.? ){1,3}[A-Z][A-Z'-]{2,}(?=\.))[:.](?= |$)",
    re.MULTILINE,
)
"""“COL. WHITCOMB:”, “The Secretary of State (Mr Farrant):”, “Senator DUNHAM.”"""


_ASKS = word_set(
    "q question moderator host interviewer journalist reporter press anchor presenter speaker "
    "correspondent subject date from to note tel contact source location place"
)


_PERSONAL = word_set("mr mrs ms miss sir dame lord lady dr baroness viscount hon")


_MANY = 2
"""Paragraphs with a speaker's line that make an article a transcript."""


def speakers_line(text: str, start: int, stop: int) -> re.Match[str] | None:
    """The speaker's line with which a paragraph opens: “COL. WHITCOMB:”."""
    return _LINE.match(text, start, stop)


def asks(label: str) -> bool:
    """Whether a speaker's line is that of somebody who only asks, or no speaker's at all."""
    return label.lower().split()[0].rstrip(".") in _ASKS


def of_line(label: str, start: int, text: str) -> Voice:
    """The speaker whom a transcript's line names, with the whole name from elsewhere in the text."""
    begin = start
    if inner := re.search(
        r"\(([^()]+)\)$", label
    ):  # “The Secretary of State (Mr Farrant)”, “Harriet Pym (Lab)”
        names = inner[1].split()
        office = label[: inner.start()].lower().removeprefix("the ").split()
        titled = bool(office) and office[0].strip(",") in TITLES and len(names) > 1
        person = names[0].rstrip(".").lower() in _PERSONAL or titled
        label, begin = (
            (inner[1], start + inner.start(1)) if person else (label[: inner.start()].rstrip(), start)
        )
    words = [word for word in label.split() if word.lower().rstrip(".") not in TITLES]
    name = " ".join(words) or label
    start = begin
    span = Span(start, start + len(label))
    if len(words) == 1:
        whole = re.search(rf"\b([A-Z][\w'-]+) ({re.escape(name)})\b", text, re.IGNORECASE)
        if whole and whole[1][:1].isupper() and whole[1].lower() not in TITLES:
            return Voice(f"{whole[1]} {whole[2]}", (Span(*whole.span()), span), by_line=True)
    return Voice(name.title() if name.isupper() and len(name) > _MANY else name, (span,), by_line=True)
