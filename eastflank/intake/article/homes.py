"""The nation at home in an article: whose parliament, ministry or army speaks there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eastflank.intake.article.bodies import Body, BodyKind
from eastflank.intake.article.namings import Naming, naming
from eastflank.intake.article.nations import NameForm, Nations
from eastflank.intake.article.proposals import ArticleSpan

_HEAD = 1_000
"""How many characters at the beginning are searched for the institution that speaks."""
_ITS = re.compile(r"(?: \w+){0,4} of (?:the )?")
"""The most items from an institution to its nation: “Senate of the Parliament of the Czech Republic”."""
_INSTITUTION = re.compile(
    r"(?i)\b(?:parliament|senate|congress of|bundestag|national assembly|house of (?:lords|commons)|ministry|"
    r"d[aá]il|storting|sejm|folketing|riksdag|federal government|committee|cabinet|pentagon)\b"
)
_ARMY = re.compile(r"(?i)\b(?:army|armed forces|defen[cs]e forces?|air force|navy|marine corps)\b")
_PUBLISHER = 120
"""How many characters at the beginning are searched for an army that publishes the article."""
_MASTHEAD = 300
"""How many characters at the beginning are searched for lines in capitals, and for names of bodies."""
_LINE_IN_CAPITALS = re.compile(r"^[^a-z\n]+$", re.MULTILINE)
_STATE = re.compile(r"\b(?:COMMONWEALTH|REPUBLIC|KINGDOM|PARLIAMENT|COMMONS|SENATE|ASSEMBLY|MINISTRY)\b")
_WORD = re.compile(r"[^\W\d_]+")
_DATELINE = re.compile(
    r"^([A-Z][\w'-]+(?: [A-Z][\w'-]+)?)(?:/\w+)?(?=[.:]|, [^.\n]{0,40}(?:[.\n]|$)| —)", re.MULTILINE
)
_DATELINES_END = 500
_OFFICE = re.compile(
    r"(?i)\b(?:staff|command|ministry|minister|cabinet|government|armed forces|spokesperson|spokesman|"
    r"parliament|assembly|senate)\b"
)
_BESIDE = 100
"""How many characters may pass between a dateline and the office that speaks there."""


def home_of(found: Sequence[Naming], bodies: Sequence[Body], plain: str, nations: Nations) -> Naming | None:
    """The nation whose parliament, government or ministry speaks: “our soldiers” are its own.

    None if the head names no such institution, and the article not several units of one nation alone.
    """
    return (
        _of_masthead(bodies, plain, nations)
        or _of_dateline(found, plain, nations)
        or _of_institution(found, plain)
        or _of_units(bodies)
    )


def headings_of(plain: str, nations: Nations) -> Sequence[Naming]:
    """The nations that are lines of their own in capitals: who speaks below is of that nation."""
    found = []
    for line in _LINE_IN_CAPITALS.finditer(plain):
        words = list(_WORD.finditer(plain, *line.span()))
        named = _named(words, 0, nations, NameForm.NAME) if words else None
        if named is not None and named.span == line.span():
            found.append(named)
    return found


def _of_masthead(bodies: Sequence[Body], plain: str, nations: Nations) -> Naming | None:
    """“COMMONWEALTH OF AUSTRALIA”, “House of Lords”."""
    for line in _LINE_IN_CAPITALS.finditer(plain, 0, _MASTHEAD):
        words = list(_WORD.finditer(plain, *line.span()))
        named = [
            one for at in range(len(words)) if (one := _named(words, at, nations, NameForm.NAME)) is not None
        ]
        if _STATE.search(line[0]) and len({one.codes for one in named}) == 1:
            return named[0]
    publishers = (one for one in bodies if one.kind is BodyKind.BODY and one.span.stop <= _MASTHEAD)
    body = next(publishers, None)
    return naming(body.code, body.span) if body else None


def _named(words: Sequence[re.Match[str]], at: int, nations: Nations, form: NameForm) -> Naming | None:
    """The nation that begins at a word, whatever its capitals."""
    named = nations.at([word[0].title() if word[0].isupper() else word[0] for word in words], at)
    if named is None or named[0].forms - {form, NameForm.ADJECTIVE} or not named[0].is_a(form):
        return None
    return naming(named[0].code, ArticleSpan(words[at].start(), words[named[1] - 1].end()))


def _of_dateline(found: Sequence[Naming], plain: str, nations: Nations) -> Naming | None:
    """“Paris, Armed Forces Staff”, “Prague — The Cabinet approved”."""
    for line in _DATELINE.finditer(plain, 0, _DATELINES_END):
        capital = _named(list(_WORD.finditer(line[1])), 0, nations, NameForm.GOVERNMENT)
        if capital is None:
            continue
        capital = capital._replace(span=ArticleSpan(*line.span(1)))
        before = _OFFICE.search(plain, max(line.start() - _BESIDE, 0), line.start())
        after = _OFFICE.search(plain, line.end(), line.end() + _BESIDE)
        between = [one for one in found if after and line.end() <= one.span.start < after.end()]
        if before or (after and all(one.codes == capital.codes for one in between)):
            return capital
    return None


def _of_institution(found: Sequence[Naming], plain: str) -> Naming | None:
    """The nation that is named beside a parliament or a ministry, or that acts near it."""
    institution = _INSTITUTION.search(plain, 0, _HEAD) or _ARMY.search(plain, 0, _PUBLISHER)
    if institution is None:
        return None
    head = [one for one in found if one.span.stop <= _HEAD]
    beside = [one for one in head if one.whole and _ITS.fullmatch(plain, institution.end(), one.span.start)]
    governs = [one for one in head if one.governs]
    visited = {code for one in found if one.located and one.whole for code in one.codes}
    sends = [one for one in head if one.sends and not one.codes & visited]
    alone = sends if len({one.codes for one in sends}) == 1 else []
    return next((one for one in (*beside, *governs, *alone) if not one.codes & visited), None)


def _of_units(bodies: Sequence[Body]) -> Naming | None:
    """The nation of all units that the article names, if they are several."""
    units = [one for one in bodies if one.kind not in (BodyKind.BODY, BodyKind.MISSION)]
    alone = len(units) > 1 and len({one.code for one in units}) == 1
    return naming(units[0].code, units[0].span) if alone else None
