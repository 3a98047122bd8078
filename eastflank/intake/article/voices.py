"""Who says what: by “X said”, quotation marks, and the speakers' lines of a transcript."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from eastflank.intake.article import lexicon
from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.items import Item
from eastflank.intake.article.nations import NameForm
from eastflank.intake.article.person_names import TITLES, name_end, name_word, titles_after, titles_before
from eastflank.intake.article.proposals import ArticleSpan
from eastflank.intake.article.roles import Role
from eastflank.intake.article.sentence_parts import SentenceParts
from eastflank.intake.article.verb_forms import Tells
from eastflank.intake.article.word_sets import word_set

_OUTLETS = re.compile(
    r"\b(?:AP|AFP|Reuters|Associated "
    r"Press|Agency|agency|CCTV|CNN|BBC|TASS|Interfax|DPA|dpa|newspaper|daily|media|press"
    r"|magazine|website|television|broadcaster|report|reports|news)\b"
)
_SPEAKING = word_set("announce confirm deny suggest indicate restate")
_AT_THE_END = word_set("promise pledge")
"""Verbs of saying only after what is said: “200 men would go, the minister promised”."""
_LET_KNOWN = ["let", "it", "be", "known"]
_PRONOUNS = frozenset(("he", "she", "they"))
_NO_OFFICE = frozenset(lexicon.VERBS) | {"and", "but", "as", "that"}


class Voice(NamedTuple):
    """Somebody who speaks."""

    value: str
    """A name, or the words for the office if no name is known."""
    spans: tuple[ArticleSpan, ...]
    by_line: bool = False
    """Whether a transcript's line names the speaker."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying in a sentence: who speaks, which words it covers, and when."""

    voice: Voice | None
    chain: Clause
    covers: range
    """Indices of the items that the speaker says."""
    days: frozenset[int]
    """Indices of days on which it was said, not of days on which something happens."""


class People:
    """Persons that an article has named so far, by surname and by title."""

    def __init__(self) -> None:
        self._names: dict[str, Voice] = {}
        self._titles: dict[str, Voice] = {}
        self.last: Voice | None = None

    def add(self, voice: Voice, titles: Iterator[str]) -> None:
        """Remember a person, and the titles beside the name."""
        self._names[voice.value.split()[-1].lower()] = voice
        for title in titles:
            self._titles[title] = voice

    def named(self, surname: str) -> Voice | None:
        """The person of that surname."""
        return self._names.get(surname.lower())

    def titled(self, title: str) -> Voice | None:
        """The person who was last named with that title."""
        return self._titles.get(title)


def register(parts: SentenceParts, people: People) -> None:
    """Remember the persons that a sentence names with a title."""
    items = parts.items
    at = 0
    while at < len(items):
        stop = name_end(items, at)
        if stop:
            titles = [*titles_before(items, at), *titles_after(items, stop)]
            if titles:
                text = " ".join(item.text for item in items[at:stop])
                text = text.replace(" - ", "-").replace(" ' ", "'")
                people.add(Voice(text, (ArticleSpan(items[at].start, items[stop - 1].stop),)), iter(titles))
            at = stop
        else:
            at += 1


def sayings(parts: SentenceParts, text: str, people: People) -> list[Saying]:
    """What is said in a sentence, and by whom; sets `people.last` to the last speaker."""
    found = []
    for at, clause in enumerate(parts.clauses):
        people.last = _named(parts.items, parts.subject(clause), people) or people.last
        if clause.chain.infinitive or not _speaks(parts, clause, last=at == len(parts.clauses) - 1):
            continue
        saying = _saying(parts, at, clause, text, people)
        if saying:
            found.append(saying)
            people.last = saying.voice or people.last
    return found + _according(parts, text, people)


def _speaks(parts: SentenceParts, clause: Clause, *, last: bool) -> bool:
    verb = clause.chain.verb
    if verb.tells is Tells.SAY or verb.lemma in _SPEAKING:
        return True
    if verb.lemma in ("let", "know"):
        near = [parts.low(at) for at in range(clause.chain.first - 2, clause.chain.stop + 3)]
        return any(near[at : at + 4] == _LET_KNOWN for at in range(len(near)))
    return last and verb.lemma in _AT_THE_END and _ends(parts.items, clause) and not clause.after[1:]


def _saying(parts: SentenceParts, at: int, clause: Clause, text: str, people: People) -> Saying | None:
    items = parts.items
    subject = parts.subject(clause)
    beside = _name_beside(items, clause)
    if beside is not None:
        subject = beside
    voice = _voice(parts, subject, text, people)
    after = clause.chain.stop
    following = parts.clauses[at + 1].chain.first if at + 1 < len(parts.clauses) else len(items)
    opens = _opens_quote(items, clause.chain.first) and beside is None
    if voice is None and opens:
        voice = _voice(parts, range(after, following), text, people)
    if voice is None and subject and not opens and at == 0 and parts.has(subject, frozenset(("ap", "afp"))):
        return None
    last = at == len(parts.clauses) - 1
    trails = last and at > 0 and (opens or _ends(items, clause))
    content = parts.has(clause.after, frozenset(("that",)))
    apart = beside is not None or _breaks_off(items, clause, opens=opens)
    trails = trails or (at > 0 and not content and apart)
    start = min(subject) if len(subject) else clause.chain.first
    if opens and start < clause.before.start:
        start = clause.chain.first  # “…, says the minister”: the subject of the words before is not his
    covers = range(start) if trails else range(after, len(items))
    return Saying(voice, clause, covers, frozenset(_days_of(parts, clause, trails=trails)))


def _name_beside(items: Sequence[Item], clause: Clause) -> range | None:
    """“…, the Polish minister, Tadeusz Wolanin, told reporters”: the words for who speaks."""
    stop = clause.chain.first - 1
    if len(clause.before) or stop < 1 or items[stop].low != ",":
        return None
    start = next((at + 1 for at in range(stop - 1, -1, -1) if items[at].low == ","), None)
    if start is None or name_end(items, start) != stop:
        return None
    office = next((at + 1 for at in range(start - 2, -1, -1) if items[at].low in (",", ".", ";")), 0)
    titled = any(items[at].low in lexicon.SPEECH_TITLES for at in range(office, start))
    return range(office, stop) if titled and office else None


def _breaks_off(items: Sequence[Item], clause: Clause, *, opens: bool) -> bool:
    """“…, officials said, so as not to upset the truce”: what was said stands before, not after."""
    if not opens and (not clause.before or items[clause.before.start - 1].low not in (",", '"')):
        return False
    for at in range(clause.chain.stop, len(items)):
        if items[at].low in (",", ";", "."):
            return True
        if items[at].figure or (not opens and not items[at].when):
            return False
    return True


def _ends(items: Sequence[Item], clause: Clause) -> bool:
    """Whether “…, X said” ends the sentence, with no spoken words after it."""
    before = clause.before.start - 1
    return (
        before >= 0
        and items[before].low in (",", '"')
        and not any(items[at].figure or items[at].low == "that" for at in clause.after)
    )


def _opens_quote(items: Sequence[Item], at: int) -> bool:
    return at > 0 and items[at - 1].low in ('"', ",", "'")


def _days_of(parts: SentenceParts, clause: Clause, *, trails: bool) -> Iterator[int]:
    near = [*clause.before, *range(clause.chain.stop, min(clause.chain.stop + 4, len(parts.items)))]
    for at in clause.after if trails else near:
        when = parts.items[at].when
        if when and at == clause.chain.stop and when.preposition in ("in", "last"):
            yield at
        if (
            when
            and when.preposition in ("", "on")
            and (when.weekday is not None or when.unit == "day" or when.day)
        ):
            yield at


def _according(parts: SentenceParts, text: str, people: People) -> list[Saying]:
    items = parts.items
    for at in range(len(items) - 2):
        if items[at].low == "according" and items[at + 1].low == "to":
            stop = next(
                (end for end in range(at + 2, len(items)) if items[end].low in (",", ".", ";")), len(items)
            )
            voice = _voice(parts, range(at + 2, stop), text, people)
            covers = range(stop, len(items)) if at == 0 else range(at)
            return [Saying(voice, parts.clauses[0], covers, frozenset())] if voice and parts.clauses else []
    return []


def _voice(parts: SentenceParts, where: range, text: str, people: People) -> Voice | None:
    items = parts.items
    named = _named(items, where, people)
    if named:
        return named
    words = [at for at in where if items[at].is_word or items[at].nation or items[at].low in ("'s", "-", "'")]
    if not words or _OUTLETS.search(text[items[where[0]].start : items[where[-1]].stop]):
        return None
    if len(words) == 1 and items[words[0]].low in _PRONOUNS:
        return people.last
    return _by_surname(items, where) or _by_title(parts, where, text, people) or _by_nation(parts, where)


def _named(items: Sequence[Item], where: range, people: People) -> Voice | None:
    for at in where:
        stop = name_end(items, at)
        if stop and stop <= where.stop:
            name = " ".join(item.text for item in items[at:stop]).replace(" - ", "-").replace(" ' ", "'")
            voice = Voice(name, (ArticleSpan(items[at].start, items[stop - 1].stop),))
            people.add(voice, iter([*titles_before(items, at), *titles_after(items, stop)]))
            return voice
        known = people.named(items[at].low) if items[at].is_capital and items[at].is_word else None
        if known:
            return Voice(known.value, (*known.spans[:1], ArticleSpan(items[at].start, items[at].stop)))
    return None


def _by_surname(items: Sequence[Item], where: range) -> Voice | None:
    """“President Tsai”: a title and one name."""
    for at in where:
        following = at + 1
        if items[at].low in lexicon.SPEECH_TITLES and items[at].is_capital and following < where.stop:
            named = items[following]
            if name_word(items, following) and named.low not in TITLES | lexicon.LOCATING:
                return Voice(named.text, (ArticleSpan(named.start, named.stop),))
    return None


def _by_title(parts: SentenceParts, where: range, text: str, people: People) -> Voice | None:
    items = parts.items
    found = [at for at in where if items[at].low in lexicon.SPEECH_TITLES]
    if not found:
        return None
    start, stop = found[0], found[-1] + 1
    while start > where.start and _of_the_office(items[start - 1]):
        start -= 1
    if items[start].low == "the":
        known = people.titled(items[found[-1]].low)
        if known and stop - start <= 4:
            return Voice(
                known.value, (*known.spans[:1], ArticleSpan(items[start].start, items[stop - 1].stop))
            )
    while (
        stop < where.stop
        and items[stop].low in ("in", "of")
        and stop + 1 < where.stop
        and (items[stop + 1].nation or items[stop + 1].place)
    ):
        stop += 2
    span = ArticleSpan(items[start].start, items[stop - 1].stop)
    return Voice(text[span.start : span.stop], (span,))


def _of_the_office(item: Item) -> bool:
    return bool(item.nation) or (
        (item.is_word and item.low not in _NO_OFFICE) or item.low in ("'s", "-", "'") or item.low == "chief"
    )


def _by_nation(parts: SentenceParts, where: range) -> Voice | None:
    found = parts.playing(where, Role.ACTOR, Role.OFFICIAL)
    for at in found if len(found) == 1 else ():
        item = parts.items[at]
        if item.nation and (item.nation.is_a(NameForm.NAME) or item.nation.is_a(NameForm.GOVERNMENT)):
            return Voice(item.text, (ArticleSpan(item.start, item.stop),))
    return None
