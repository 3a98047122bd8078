"""An article read from its first sentence to its last."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from eastflank.intake.article import lexicon
from eastflank.intake.article.asides import asides
from eastflank.intake.article.chain_shapes import shape
from eastflank.intake.article.chains import Chain
from eastflank.intake.article.clauses import NO_CLAUSE, Clause, Subject
from eastflank.intake.article.datelines import dateline_end
from eastflank.intake.article.days import When, resolved
from eastflank.intake.article.draft import Draft
from eastflank.intake.article.folding import folded
from eastflank.intake.article.in_passing import SentenceTeller
from eastflank.intake.article.proposals import PassedOver, Proposal, Reading, Reason, Span
from eastflank.intake.article.roles import Role, is_capital
from eastflank.intake.article.sentence_parts import Parts, parts
from eastflank.intake.article.sentences import Sentence, sentences
from eastflank.intake.article.settling import Settled, settle
from eastflank.intake.article.tables import Tables
from eastflank.intake.article.thread import Named, Thread
from eastflank.intake.article.turns import Turn, turns
from eastflank.intake.article.verb_forms import Tells, Tense
from eastflank.intake.article.voices import People, Saying, Voice, register, sayings

_LAST_DATELINE = 9
"""The last paragraph that may open with a dateline."""
_LAST_HEADING = 4
"""The last paragraph that may be a title of the article."""
_LONGEST_HEADING = 160
_SHORT = 6
"""Items of a sentence that may stand between a question and its answer."""
_LONG_AGO = 5
"""Years back from which a paragraph in the past tense is history."""
"""Characters of the longest title."""
_ABROAD = re.compile(
    r"\b(?:deploy|stationed|stationing|peacekeep|battlegroup|contingent|rotation|garrison|multinational|mission|withdraw|"
    r"brigade|battle group|task force|foreign troops|framework nation|special forces)"
)
_SEVERAL = 2
"""Stems of words for forces abroad that make it what an article is about."""
_CONDITIONS = frozenset(("if", "unless", "whether"))
_AWAITED = {"due": "pledged", "scheduled": "pledged", "expected": "considered", "bound": "pledged"}
"""The status that “is due in Vilnius” gives."""


def read(text: str, tables: Tables, said: date | None = None) -> Reading:
    """The claims that an article may make.

    `said` is the article's own day; without it, days that are told from it stay open. Spans are code points
    of `text`. Nothing that stands in the text is executed or looked up elsewhere.
    """
    plain = folded(text)
    found = list(sentences(plain))
    thread, people = Thread(said, about=_is_about_forces(plain)), People()
    turn_of = turns(plain, found, tables.nations)
    proposals: list[Proposal] = []
    last = found[-1].paragraph if found else 0
    passed: list[PassedOver] = []
    for number, paragraph in groupby(found, key=lambda sentence: sentence.paragraph):
        whole = list(paragraph)
        turn = turn_of.get(number)
        thread.here = turn.here if turn else None
        heading = _is_a_heading(whole, plain, last)
        for settled in _paragraph(whole, plain, text, tables, thread, people, turn_of):
            proposals += () if heading else settled.proposals
            passed += [PassedOver(one.quote, Reason.HEADING) for one in settled.proposals if heading]
            passed += settled.passed
    return Reading(tuple(proposals), tuple(passed))


def _is_about_forces(plain: str) -> bool:
    return len({found[0] for found in _ABROAD.finditer(plain.lower())}) >= _SEVERAL


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
) -> Iterator[Settled]:
    taken = []
    for sentence in found:
        turn = turn_of.get(sentence.paragraph)
        opens = sentence.paragraph <= _LAST_DATELINE and sentence is found[0]
        begin = dateline_end(plain, sentence.start, sentence.stop) if opens else sentence.start
        begin = max(begin, turn.after if turn else 0)
        if begin < sentence.stop:
            one = parts(plain, sentence, begin, tables.nations, tables.places)
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
        _remember(one, thread)


def _sentence(
    one: Parts, said: Sequence[Saying], default: Voice | None, text: str, tables: Tables, thread: Thread
) -> Settled:
    teller = SentenceTeller(one, thread)
    drafts: list[tuple[Draft, Clause]] = []
    silent: list[tuple[Clause, str | None]] = []
    for clause in one.clauses:
        if clause.chain.verb.tells in (Tells.SAY, Tells.MEET):
            continue
        status = status_of_clause(one, clause, said, thread.said)
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
        found = list(teller.otherwise(clause, status, [one for one, _ in drafts]))
        found = found or list(teller.shared(clause, [one for one, other in drafts if other is clause]))
        found = found or list(
            teller.resumed(clause, status, [one for one, other in drafts if other is clause])
        )
        drafts += [(draft, clause) for draft in found]
    if not one.clauses and thread.asked:
        drafts += [(draft, NO_CLAUSE) for draft in teller.answered()]
    drafts += [(draft, NO_CLAUSE) for draft in teller.raised_to([draft for draft, _ in drafts])]
    drafts += [(draft, NO_CLAUSE) for draft in teller.left_there([draft for draft, _ in drafts])]
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
    settled = settle(one, drafts, said, default, thread, tables.adversaries, text)
    return settled._replace(
        proposals=(*settled.proposals, *asides(one, said, default, thread, tables, text, settled.proposals))
    )


def status_of_clause(
    one: Parts, clause: Clause, said: Iterable[Saying], today: date | None = None
) -> str | None:
    """The status that a clause gives by its verb, its negation, its condition, and what governs it."""
    reported = any(clause.chain.first in saying.covers for saying in said)
    extent = [*clause.before, *clause.after]
    conditional = one.has(extent, _CONDITIONS) or _opened_by_if(one, clause)
    governing = next(
        (other for other in one.clauses if clause.complement and other.chain.stop <= clause.before.start),
        None,
    )
    # “Agreed that the number would go up” tells the same as “will”.
    reported = reported or (governing is not None and governing.chain.verb.tells is Tells.DECIDE)
    status = shape(clause.chain, reported=reported, conditional=conditional)
    named = (
        lexicon.NOUN_SHAPES.get(one.low(clause.before.start - 2))
        if one.low(clause.before.start - 1) == "that"
        else None
    )
    if named and status in ("pledged", "considered"):
        return named
    if _shares_helps(clause) and (sharing := _before(one, clause)):
        status = shape(sharing.with_verb(clause.chain.verb), reported=reported, conditional=conditional)
    if status in ("decided", "agreed", "pledged") and _to_leave(one, clause):
        return "leaving"
    if status == "deployed" and _on_the_way(one, clause):
        return "arriving"
    if status == "pledged" and governing and governing.chain.verb.tells is Tells.DECIDE:
        governed = lexicon.SHAPES.get(governing.chain.verb.lemma)
        status = governed if governed in ("agreed", "decided", "offered", "denied") else status
    if clause.chain.infinitive:
        governed = _governed(one, clause)
        leaves = clause.chain.verb.tells is Tells.LEAVE and governed in ("decided", "agreed", "pledged")
        return "leaving" if leaves else governed
    if status == "deployed" and clause.chain.verb.tells is Tells.BE:
        status = _AWAITED.get(one.low(clause.chain.stop), status)
    if status == "deployed" and _begins(one, clause):
        return "arriving"
    if status == "deployed" and _none(one, clause):
        return "denied"
    if status == "pledged" and _none(one, clause):
        return "denied"
    if status == "deployed" and clause.chain.presently and _lies_ahead(one, clause, today):
        return "pledged"
    if status in ("considered", "pledged") and one.low(0) == "under":
        return _under(one) or status
    return status


def _under(one: Parts) -> str | None:
    """“Under an accord of 2011, as many as 2,500 may train there”: agreed."""
    stop = next((at for at in range(len(one.items)) if one.low(at) == ","), 0)
    shapes = {lexicon.NOUN_SHAPES.get(one.low(at)) for at in range(stop)}
    return "agreed" if "agreed" in shapes else None


def _shares_helps(clause: Clause) -> bool:
    """“Will deploy a battalion and rotate a company”: the second verb has the helps of the first."""
    chain = clause.chain
    return clause.kind is Subject.SHARED and chain.verb.tense is Tense.BASE and chain.stop == chain.first + 1


def _before(one: Parts, clause: Clause) -> Chain | None:
    at = one.place_of(clause)
    return one.clauses[at - 1].chain if at else None


def _to_leave(one: Parts, clause: Clause) -> bool:
    """“Ordered 9,500 soldiers to be withdrawn”."""
    at = one.place_of(clause) + 1
    following = one.clauses[at].chain if at < len(one.clauses) else None
    return following is not None and following.infinitive and following.verb.tells is Tells.LEAVE


def _on_the_way(one: Parts, clause: Clause) -> bool:
    near = range(clause.chain.stop, min(clause.chain.stop + 5, len(one.items)))
    return any(one.low(at) == "way" and one.low(at + 1) in ("to", "there") for at in near)


def _opened_by_if(one: Parts, clause: Clause) -> bool:
    first = one.clauses[0]
    return clause is not first and one.low(0) == "if" and first.chain.stop <= clause.chain.first


def _governed(one: Parts, clause: Clause) -> str | None:
    """The status of “to send” by what stands around it: “a plan to send … has been dropped”."""
    at = one.place_of(clause)
    noun = _noun_shape(one, clause)
    following = one.clauses[at + 1].chain if at + 1 < len(one.clauses) else None
    if noun and following and following.passive and following.verb.lemma in lexicon.SHAPES:
        return lexicon.SHAPES[following.verb.lemma]
    if noun:
        return noun
    before = one.clauses[at - 1].chain if at else None
    if before and before.verb.tells is Tells.DECIDE and clause.chain.first - before.stop <= 6:
        return lexicon.SHAPES.get(before.verb.lemma)
    return None


def _noun_shape(one: Parts, clause: Clause) -> str | None:
    for at in range(clause.chain.first - 1, max(clause.chain.first - 14, -1), -1):
        if any(other.chain.first <= at < other.chain.stop for other in one.clauses):
            return None
        if one.low(at) in lexicon.NOUN_SHAPES:
            status = lexicon.NOUN_SHAPES[one.low(at)]
            return "denied" if _without(one, at) and status in ("pledged", "considered") else status
    return None


def _without(one: Parts, at: int) -> bool:
    """“No plans”, “no firm intention”, “without any plan”."""
    return any(one.low(before) in ("no", "without", "any") for before in range(at - 2, at))


def _begins(one: Parts, clause: Clause) -> bool:
    """“The first 120 soldiers reached Tapa”: more are to come."""
    subject = one.subject(clause)
    return clause.chain.verb.tells is Tells.GO and clause.chain.verb.lemma in (
        "arrive", "land", "reach", "come", "enter", "disembark",
    ) and one.has(subject, frozenset(("first",)))  # fmt: skip


def _none(one: Parts, clause: Clause) -> bool:
    """“No American troops will be stationed”, “there are no Czech soldiers in Ukraine”."""
    near = [*one.subject(clause), *clause.after][:8]
    if any(one.low(at) == "none" for at in one.subject(clause)):
        return True
    return any(
        one.low(at) == "no"
        and any(one.low(after) in lexicon.PERSONS | lexicon.UNITS for after in range(at, at + 5))
        for at in near
    )


def _lies_ahead(one: Parts, clause: Clause, today: date | None) -> bool:
    chain = clause.chain
    simple = not (chain.perfect or chain.progressive or chain.passive)
    moves = chain.verb.tells in (Tells.SEND, Tells.GO, Tells.OTHER, Tells.LEAD, Tells.COUNT)
    if today and simple and moves and any(_comes(one.items[at].when, today) for at in clause.after):
        return True
    return any(
        item.when
        and item.when.preposition in ("from", "by", "in", "on")
        and _is_ahead(item.when.turn, one, at)
        for at in [*clause.before, *clause.after]
        for item in [one.items[at]]
    )


def _comes(when: When | None, today: date) -> bool:
    """“Takes over in May”, told in December: the present tense tells of what is planned."""
    if when is None or when.preposition not in ("in", "on") or not when.month or when.turn is not None:
        return False
    ahead = resolved(when, today, ahead=True)
    later = when.month != today.month or (when.day or 0) > today.day
    return later and bool(ahead) and (when.year is None or str(ahead) > today.isoformat())


def _is_ahead(turn: int | None, one: Parts, at: int) -> bool:
    when = one.items[at].when
    return turn == 1 or (
        when is not None and when.preposition == "from" and bool(when.month) and when.year is None
    )


def _remember(one: Parts, thread: Thread) -> None:
    """Keep what later sentences may lean on."""
    thread.asked = _asks_how_many(one) or (thread.asked and not one.clauses and len(one.items) <= _SHORT)
    thread.at_home, thread.passed_at_home = thread.passed_at_home, False
    where = [
        Named(item.text if place or not item.nation else item.nation.code, Span(item.start, item.stop), place)
        for at in one.playing(range(len(one.items)), Role.AT)
        for item in [one.items[at]]
        for place in [item.place or is_capital(item)]
        if place or item.nation
    ]
    if one.items and one.items[-1].low == "?" and not where:  # “And Kosovo?”
        asked = [item for item in one.items if item.nation]
        where = [Named(item.nation.code, Span(item.start, item.stop)) for item in asked[:1] if item.nation]
    if where:
        thread.where = tuple(where)
    countries = [named for named in where if not named.is_place]
    if countries:
        thread.country = countries[0] if len({named.value for named in countries}) == 1 else None
    who = [
        Named(item.nation.code, Span(item.start, item.stop))
        for at in one.playing(range(len(one.items)), Role.ACTOR)
        for item in [one.items[at]]
        if item.nation
    ]
    if who:
        thread.who = tuple(who[:1])
    lows = {item.low for item in one.items}
    if lows & lexicon.UN_LIKE:
        thread.mission_in = one.sentence.paragraph
    thread.forces = bool(lows & (lexicon.PERSONS - lexicon.WEAK_PERSONS))
    thread.multinational = (
        thread.multinational
        or bool(lows & lexicon.MULTINATIONAL)
        or bool(one.playing(range(len(one.items)), Role.LEAD))
    )
    if _tells_of_long_ago(one, thread):
        thread.past_in = one.sentence.paragraph
    thread.exercise_before = any(
        item.low in lexicon.EXERCISES and one.low(at - 1) != "on" for at, item in enumerate(one.items)
    )
    if thread.exercise_before:
        thread.exercise_in = one.sentence.paragraph


def _asks_how_many(one: Parts) -> bool:
    """Whether it is “How many soldiers do you have here?”."""
    how = any(
        one.low(at) == "how" and one.low(at + 1) in ("many", "large", "big") for at in range(len(one.items))
    )
    return how and one.low(len(one.items) - 1) == "?"


def _tells_of_long_ago(one: Parts, thread: Thread) -> bool:
    if thread.said is None or not any(clause.chain.past for clause in one.clauses):
        return False
    whens = [item.when for item in one.items if item.when]
    now = any(when.year and when.year >= thread.said.year - 1 for when in whens)
    return not now and any(
        (when.year is not None and when.year < thread.said.year - _LONG_AGO)
        or (when.unit == "year" and (when.turn or 0) < -_LONG_AGO)
        for when in whens
    )


def _quoted(plain: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Where quotation marks open and close in a paragraph; one that stays open goes to its end."""
    marks = [found.start() for found in re.finditer('"', plain[start:stop])]
    pairs = [(start + one, start + other) for one, other in zip(marks[::2], marks[1::2], strict=False)]
    return pairs + ([(start + marks[-1], stop)] if len(marks) % 2 else [])
