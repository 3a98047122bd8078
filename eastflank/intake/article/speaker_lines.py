"""The lines in which a transcript names the speaker."""

from __future__ import annotations

import re

from eastflank.intake.article import lexicon
from eastflank.intake.article.person_names import TITLES
from eastflank.intake.article.proposals import ArticleSpan
from eastflank.intake.article.voices import Voice
from eastflank.intake.article.word_sets import word_set

_CAPITAL = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x250) if chr(code).isupper())
"""Capitals of Latin scripts, as the inside of a class."""
_LINE = re.compile(
    r"(?:[-*•·—] ?)?"
    rf"((?:[{_CAPITAL}][\w.'-]*)(?:,(?=[^:.\n]*\):))?"
    rf"(?: [{_CAPITAL}(][\w.')-]*(?:,(?=[^:.\n]*\):))?| (?:of|the|for|and|de|van|von)){{0,10}}"
    r"(?=(?:, [a-z]+)?:)"
    rf"|(?:[{_CAPITAL}][^\W\d_]+\.? ){{1,3}}[{_CAPITAL}][{_CAPITAL}'-]{{2,}}(?=\.))(?:, [a-z]+)?[:.](?= |$)",
    re.MULTILINE,
)
"""“COL. WHITCOMB:”, “The Secretary of State (Mr Farrant):”, “Senator DUNHAM.”"""


_BULLETS = "-*•·—"
_LONG_ENDED = re.compile(r"(?:\w{6}|\))\. ")
"""A whole word that ends a sentence inside a line: no title is shortened to six letters or more."""


_ASKS = word_set(
    "q question moderator host interviewer journalist reporter press anchor presenter speaker "
    "correspondent subject date from to note tel contact source location place"
)


_NO_PERSON = word_set(
    "first firstly second secondly third thirdly fourth fifth sixth finally lastly next then also on in "
    "at as to of by "
    "with after before and but so still now today here there this that these those background summary update "
    "correction analysis opinion comment example result note notes figures facts quick key what why how "
    "who where when outside inside beyond elsewhere meanwhile otherwise about"
)
"""Words at the start of a line that ends in a colon but names no speaker: “Second:”, “On Afghanistan:”."""


_INSTITUTIONS = word_set(
    "ministry department government embassy army navy parliament cabinet command pentagon staff"
)
"""“Ministry of Defence: soldiers to leave …” is a title."""


_PERSONAL = word_set("mr mrs ms miss sir dame lord lady dr baroness viscount hon")


_BETWEEN_TITLES = word_set("the of for and")
_MANY = 2
"""An article with at least this many speaker's lines is a transcript."""


def speakers_line(text: str, start: int, stop: int) -> re.Match[str] | None:
    """The speaker's line with which a paragraph opens: “COL. WHITCOMB:”."""
    found = _LINE.match(text, start, stop)
    if found is None or found[1].split()[0].lower() in _NO_PERSON or _LONG_ENDED.search(found[1]):
        return None
    return None if _is_a_title(text, found) else found


def is_listed(text: str, found: re.Match[str]) -> bool:
    """Whether a line is one of a list and goes on with a small letter: “- Craiova: a Polish company”."""
    return text[found.start()] in _BULLETS and text[found.end() : found.end() + 2].strip().islower()


def _is_a_title(text: str, found: re.Match[str]) -> bool:
    """“Fact sheet: our forces abroad”: the first line of an article, without a full stop, with text below."""
    line = text[found.end() :].partition("\n")[0].rstrip()
    below = text[found.end() + len(line) :].strip()
    return not text[: found.start()].strip() and bool(below) and bool(line) and line[-1] not in ".!?…"


def names_an_office(label: str) -> bool:
    """Whether a speaker's line has somebody's rank or office: “Minister for Defence (Martin Feeley):”."""
    words = {word.strip("().,").lower() for word in label.split()}
    return bool(words & lexicon.SPEECH_TITLES) and words.isdisjoint(_INSTITUTIONS)


def asks(label: str) -> bool:
    """Whether a speaker's line names somebody who only asks, or no speaker at all."""
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
    if all(word.lower() in _BETWEEN_TITLES for word in words):
        if known := _of_that_office(label, text):
            return known
        words = []
    name = " ".join(words) or label
    start = begin
    span = ArticleSpan(start, start + len(label))
    if len(words) == 1:
        whole = re.search(rf"\b([A-Z][\w'-]+) ({re.escape(name)})\b", text, re.IGNORECASE)
        if whole and whole[1][:1].isupper() and whole[1].lower() not in TITLES:
            return Voice(f"{whole[1]} {whole[2]}", (ArticleSpan(*whole.span()), span), by_line=True)
    return Voice(name.title() if name.isupper() and len(name) > _MANY else name, (span,), by_line=True)


def _of_that_office(label: str, text: str) -> Voice | None:
    """Whom “The MINISTER:” means, where an earlier line is “The MINISTER OF DEFENCE (Roca Llorente):”."""
    office = label.lower().removeprefix("the ").split()[0]
    found = re.search(rf"(?im)^(?:the )?{re.escape(office)}\b[^:()\n]{{0,60}}\(([^()\n]+)\) ?:", text)
    if found is None:
        return _named_after(label, text)
    words = found[1].split()
    kept = [word for word in words if word.lower().rstrip(".") not in TITLES]
    start = found.start(1) + found[1].index(kept[0]) if kept else found.start(1)
    name = text[start : found.end(1)]
    return Voice(name, (ArticleSpan(start, found.end(1)),), by_line=True)


def _named_after(label: str, text: str) -> Voice | None:
    """Whom “SECRETARY GENERAL:” means, where an earlier line is “SECRETARY GENERAL Henrik Aasland:”."""
    whole = label.lower().removeprefix("the ")
    found = re.search(rf"(?im)^(?:the )?{re.escape(whole)} (?-i:([A-Z][\w'-]+(?: [A-Z][\w'-]+)+)) ?:", text)
    return Voice(found[1], (ArticleSpan(*found.span(1)),), by_line=True) if found else None
