"""Reads an article from its first sentence to its last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from eastflank.intake.article import lexicon
from eastflank.intake.article.asides import asides_of
from eastflank.intake.article.candidates import candidates_in
from eastflank.intake.article.claimed import of_the_claims, share_words
from eastflank.intake.article.clause_statuses import status_of_clause
from eastflank.intake.article.clauses import NO_CLAUSE, Clause, Subject
from eastflank.intake.article.confirming import confirmed
from eastflank.intake.article.datelines import dateline_end
from eastflank.intake.article.doubt import ARTICLE, kept, names_something
from eastflank.intake.article.draft import DraftFields
from eastflank.intake.article.elsewhere import Elsewhere
from eastflank.intake.article.folding import folded
from eastflank.intake.article.namings import Naming, namings_of, units_of
from eastflank.intake.article.opinion import Opinion, Told
from eastflank.intake.article.pointed import Pointing
from eastflank.intake.article.proposals import (
    ArticleReading,
    CandidateName,
    PassedOver,
    Proposal,
    ProposalKind,
    Reason,
    Surety,
)
from eastflank.intake.article.remembering import remember
from eastflank.intake.article.repeats import without_repeats
from eastflank.intake.article.sentence_parts import SentenceParts, parts
from eastflank.intake.article.sentences import Sentence, sentences_of
from eastflank.intake.article.settling import Settled, readings, settle
from eastflank.intake.article.tables import Tables
from eastflank.intake.article.thread import Thread
from eastflank.intake.article.turned_down import quote_denial
from eastflank.intake.article.turns import Turn, turns_of
from eastflank.intake.article.unproposed import left_out
from eastflank.intake.article.verb_forms import Tells
from eastflank.intake.article.voices import People, Saying, Voice, register, sayings

_LAST_DATELINE = 9
"""The last paragraph that may open with a dateline."""
_LAST_HEADING = 4
"""The last paragraph that may be a title of the article."""
_LONGEST_HEADING = 160
"""A title has at most so many characters."""
_ABROAD = re.compile(
    r"\b(?:deploy|stationed|stationing|peacekeep|battlegroup|contingent|rotation|garrison|multinational|mission|"
    r"withdraw|brigade|battle group|task force|foreign troops|framework nation|special forces)"
)
_SEVERAL = 2
"""Stems of words for forces abroad: if several occur, the article is about such forces."""
_OFTEN = 6
"""Words for soldiers or units that count in the same way."""


_WORD = re.compile(r"[a-z]+")
_NAMED = lexicon.SURE_PERSONS | lexicon.STRONG_UNITS


@dataclass(slots=True)
class _Names:
    """The names in an article, gathered sentence after sentence."""

    namings: list[Naming] = field(default_factory=list)
    candidates: list[CandidateName] = field(default_factory=list)


def read(
    text: str,
    tables: Tables,
    said: date | None = None,
    told: Told = lambda _done, _all: None,
) -> ArticleReading:
    """The claims that an article may make.

    `said` is the article's own day; without it, days relative to it stay open. Spans are code points of
    `text`. Nothing in the text is executed or looked up elsewhere. `told` is called with the steps that are
    done, and with all steps: half of them are the words, half the proposals.
    """
    plain = folded(text)
    found = list(sentences_of(plain))
    soldiers = _soldiers(plain)
    opinion = tables.adviser(text) if tables.adviser and len(found) >= ARTICLE else None
    if opinion is not None:
        opinion.weigh(lambda done, every: told(done, 2 * every))
    thread = Thread(said, about=_is_about_forces(plain, soldiers), soldiers=soldiers, opinion=opinion)
    people = People()
    turn_of = turns_of(plain, found, tables.nations)
    proposals: list[Proposal] = []
    last = found[-1].paragraph if found else 0
    passed: list[PassedOver] = []
    named = _Names([], [*_of_units(plain, tables)])
    for number, paragraph in groupby(found, key=lambda sentence: sentence.paragraph):
        whole = list(paragraph)
        turn = turn_of.get(number)
        thread.here = turn.here if turn else None
        heading = _is_a_heading(whole, plain, last)
        for settled in _paragraph(whole, plain, text, tables, thread, people, turn_of, named):
            proposals += () if heading else settled.proposals
            passed += _in_a_heading(settled) if heading else settled.passed
    elsewhere = Elsewhere(named.namings, thread, found, plain, tables)
    each = list(elsewhere.completed(proposals))
    if opinion is None:
        once = without_repeats(each, [elsewhere.sentence_of(one).start for one in each])
        stated = kept(once, about=thread.about, sentences=len(found))
    else:
        stated = of_the_claims(each, opinion, about=thread.about)
    candidates = tuple(sorted(named.candidates))
    claims = []
    for number, one in enumerate(stated):
        told(len(stated) + number, 2 * len(stated))
        claims.append(_told_again(_confirmed(one, opinion, candidates, tables.adversaries), text))
    claims = [one for one in claims if opinion is None or names_something(one)]
    passed += [PassedOver(quote, Reason.DOUBTFUL) for quote in dict.fromkeys(one.quote for one in each)]
    quotes = [one.quote for one in claims]
    passed = [one for one in passed if not any(share_words(one.quote, quote) for quote in quotes)]
    alone = tables.adviser is not None and opinion is None
    return ArticleReading(tuple(claims), tuple(passed), candidates, by_rules_alone=alone)


def _confirmed(
    one: Proposal, opinion: Opinion | None, candidates: Sequence[CandidateName], adversaries: frozenset[str]
) -> Proposal:
    """The proposal with the fields that the second opinion makes sure enough, if there is one."""
    if opinion is None or one.kind is not ProposalKind.DEPLOYMENT:
        return one
    said = opinion.of_the_claim(one, candidates)
    return confirmed(one, said, adversaries) if said else one


def _in_a_heading(settled: Settled) -> Iterator[PassedOver]:
    """All that a heading says of forces: the text below it says the same."""
    quotes = [*(one.quote for one in settled.proposals), *(one.quote for one in settled.passed)]
    yield from (PassedOver(quote, Reason.HEADING) for quote in quotes)


def _of_units(plain: str, tables: Tables) -> Iterator[CandidateName]:
    """The nations that are named by their units or garrisons."""
    for one in units_of(tables.bodies.named_in(plain)):
        yield CandidateName(one.span, tuple(sorted(one.codes)))


def _told_again(one: Proposal, text: str) -> Proposal:
    """The proposal with how its fields were read and how sure it is, including those from elsewhere."""
    start, stop = one.quote
    elsewhere = any(
        span.start < start or span.stop > stop
        for name, field in one.fields.items()
        for span in field.spans
        if name not in ("speaker", "said_on")
    )
    surety = Surety.LIKELY if elsewhere and one.surety is Surety.PLAIN else one.surety
    return replace(one, surety=surety, readings=tuple(readings(one.fields, text, one.quote)))


def _is_about_forces(plain: str, soldiers: int) -> bool:
    several = len({found[0] for found in _ABROAD.finditer(plain.lower())}) >= _SEVERAL
    return several or soldiers >= _OFTEN


def _soldiers(plain: str) -> int:
    return sum(word in _NAMED for word in _WORD.findall(plain.lower()))


def _is_a_heading(paragraph: Sequence[Sentence], plain: str, last: int) -> bool:
    """Whether a paragraph is a title: one of the first, short, without a full stop, and with text below."""
    first = paragraph[0]
    words = plain[first.start : first.stop]
    opens = first.paragraph <= _LAST_HEADING and first.paragraph < last and len(paragraph) == 1
    return opens and len(words) <= _LONGEST_HEADING and words[-1] not in '.!?:;,"' and words[0].isalpha()


def _paragraph(
    found: Sequence[Sentence],
    plain: str,
    text: str,
    tables: Tables,
    thread: Thread,
    people: People,
    turn_of: dict[int, Turn],
    named: _Names,
) -> Iterator[Settled]:
    taken = []
    for sentence in found:
        turn = turn_of.get(sentence.paragraph)
        opens = sentence.paragraph <= _LAST_DATELINE and sentence is found[0]
        begin = dateline_end(plain, sentence.start, sentence.stop) if opens else sentence.start
        begin = max(begin, turn.after if turn else 0)
        if begin < sentence.stop:
            one = parts(plain, sentence, begin, tables.nations, tables.places)
            named.namings += namings_of(one, tables.places)
            named.candidates += candidates_in(one, tables.places)
            register(one, people)
            taken.append((one, sayings(one, text, people)))
    quoted = _quoted(plain, found[0].start, found[-1].stop)
    voice = next((saying.voice for _, said in taken for saying in said if saying.voice), None)
    for one, said in taken:
        turn = turn_of.get(one.sentence.paragraph)
        if one.items and not (turn and turn.asks) and one.items[-1].low != "?":
            inside = any(
                start <= one.items[0].start and one.sentence.stop <= stop + 1 for start, stop in quoted
            )
            default = turn.voice if turn else (voice or people.last) if inside else None
            yield _sentence(one, said, default, text, tables, thread)
        remember(one, thread)


def _sentence(
    one: SentenceParts,
    said: Sequence[Saying],
    default: Voice | None,
    text: str,
    tables: Tables,
    thread: Thread,
) -> Settled:
    teller = Pointing(one, thread)
    drafts: list[tuple[DraftFields, Clause]] = []
    silent: list[tuple[Clause, str | None]] = []
    statuses: list[tuple[Clause, str | None]] = []
    for clause in one.clauses:
        if clause.chain.verb.tells in (Tells.SAY, Tells.MEET):
            continue
        status = status_of_clause(one, clause, said, thread.said)
        statuses.append((clause, status))
        if status is None and clause.chain.infinitive and clause.chain.verb.tells is not Tells.JOIN:
            continue
        found = teller.drafts(clause, status)
        for draft in found:
            teller.complete(clause, draft)
        drafts += [(draft, clause) for draft in found]
        silent += () if found else [(clause, status)]
    if drafts:
        teller.lean_on(drafts[-1][0])
    for clause, status in silent:
        own = [one for one, other in drafts if other is clause]
        found = list(
            teller.stood_in(
                clause, status, [one for one, _ in drafts] if clause.kind is Subject.SHARED else own
            )
        )
        found = found or list(teller.otherwise(clause, status, [one for one, _ in drafts]))
        found = found or list(teller.resumed(clause, status, own))
        drafts += [(draft, clause) for draft in found]
    if not one.clauses and thread.asked:
        drafts += [(draft, NO_CLAUSE) for draft in teller.answered()]
    drafts += [(draft, NO_CLAUSE) for draft in teller.raised_to([draft for draft, _ in drafts])]
    drafts += [
        (draft, clause)
        for clause in one.clauses[-1:]
        for draft in teller.listed(clause, [draft for draft, _ in drafts])
    ]
    if not drafts:
        drafts = [
            (draft, clause) for clause in one.clauses[:1] or (NO_CLAUSE,) for draft in teller.in_a_list()
        ]
    if not drafts:
        drafts = [(draft, clause) for clause in one.clauses[:1] for draft in teller.in_passing(one.clauses)]
    drafts += teller.untold([draft for draft, _ in drafts])
    drafts += list(teller.acting(statuses, [draft for draft, _ in drafts]))
    drafts += teller.framed(statuses, list(drafts), said)
    drafts += list(teller.pointed(statuses, [draft for draft, _ in drafts]))
    for draft, clause in drafts:
        quote_denial(one, clause, draft)
    settled = settle(one, drafts, said, default, thread, tables.adversaries, text)
    aside = asides_of(one, said, default, thread, tables, text, settled.proposals)
    told = (*settled.proposals, *aside)
    passed = settled.passed if told or settled.passed else (*left_out(one, thread.said),)
    return Settled(told, passed)


def _quoted(plain: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Where quotation marks open and close in a paragraph; one that stays open goes to its end."""
    marks = [found.start() for found in re.finditer('"', plain[start:stop])]
    pairs = [(start + one, start + other) for one, other in zip(marks[::2], marks[1::2], strict=False)]
    return pairs + ([(start + marks[-1], stop)] if len(marks) % 2 else [])
