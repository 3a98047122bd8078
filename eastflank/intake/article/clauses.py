"""The clauses of a sentence: a verb, the words before it, and the words after it that belong to it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from eastflank.intake.article import lexicon
from eastflank.intake.article.chain import Chain
from eastflank.intake.article.chains import chains_of
from eastflank.intake.article.clause_ends import stopped
from eastflank.intake.article.items import Item
from eastflank.intake.article.roles import begins_again
from eastflank.intake.article.verb_forms import Tells, Tense, Verb
from eastflank.intake.article.word_sets import word_set

_RELATIVE = word_set("who which whose whom where")
_SUBORDINATORS = word_set(
    "while whereas because when if although though unless once so until since after before as than"
)
_SAYINGS = word_set(
    "announcement announcements decision decisions plan plans promise pledge statement news report reports "
    "agreement proposal signal signals confirmation notice word fact sign indication indications hope hopes "
    "assurance assurances guarantee"
)
"""Nouns before reported speech: “an announcement last month that 11,900 soldiers would leave”."""
_OF_THE_NOUN = word_set(
    "meant intended designed known called dubbed tasked charged mandated formed set made trained "
    "equipped drawn "
    "assigned attached committed earmarked led commanded headed authorised authorized deployed based "
    "stationed "
    "sent posted needed expected agreed planned pledged promised"
)
"""Participles that may belong to the noun before them."""
_IN_ORDER = word_set("first last latest second third fourth fifth sixth next final only")
_MARKS = word_set("; : — ( )")
_COORDINATORS = word_set("and but or nor yet")
_MOST = 24
"""At most this many items may lie between two verbs that share a subject."""


class Subject(StrEnum):
    """Where the subject of a clause comes from."""

    OWN = "own"
    RELATIVE = "relative"
    """The noun before “who” or “which”."""
    WHOSE = "whose"
    """Its own subject, which belongs to the noun before “whose” or “of whom”."""
    SHARED = "shared"
    """The subject of the clause before it, or of the main clause after an inserted clause."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Indices of items; a range is `start, stop`."""

    chain: Chain
    kind: Subject
    before: range
    """Its own subject and what else stands before the verb."""
    after: range
    antecedent: range
    """Where the subject is if it is not the clause's own; empty if it is."""
    complement: bool = False
    """Whether it is the content of the clause before it: “said that …”."""


NO_CLAUSE = Clause(Chain(0, 0, Verb("", Tells.OTHER, Tense.BASE)), Subject.OWN, range(0), range(0), range(0))
"""The chain of a line without a verb."""


@dataclass(frozen=True, slots=True)
class _Cut:
    ends: int
    """The index at which the words of the earlier verb end."""
    begins: int
    kind: Subject
    complement: bool = False
    unseparated: bool = False


def clauses_of(items: Sequence[Item]) -> list[Clause]:
    """The clauses of a sentence, in the order of their verbs."""
    found = [_with_never(items, one) for one in chains_of(items)]
    if not found:
        return []
    cuts = [_first_cut(items, found[0])]
    cuts += [_cut(items, one, other) for one, other in itertools.pairwise(found)]
    ends = [cut.ends for cut in cuts[1:]] + [len(items)]
    result: list[Clause] = []
    for at, (chain, cut, end) in enumerate(zip(found, cuts, ends, strict=True)):
        after = range(chain.stop, stopped(items, chain.stop, max(end, chain.stop)))
        antecedent = _antecedent(result, cuts, at, items, passive=chain.infinitive and chain.passive)
        before = range(min(cut.begins, chain.first), chain.first)
        result.append(Clause(chain, cut.kind, before, after, antecedent, cut.complement))
    return result


def _with_never(items: Sequence[Item], chain: Chain) -> Chain:
    """“Never deployed”: a negation without an auxiliary stands before the verb."""
    at = chain.first - 1
    never = at >= 0 and items[at].low == "never" and not chain.negated
    return replace(chain, first=at, negated=True) if never else chain


def _first_cut(items: Sequence[Item], first: Chain) -> _Cut:
    """“The Netherlands, which has had 450 soldiers there, …”: the sentence opens with a relative clause."""
    at = first.first - 1
    while at > 0 and (items[at].when or items[at].low in lexicon.ADVERBS):
        at -= 1
    if at > 1 and items[at].low in ("who", "which") and not first.infinitive:
        return _Cut(at, at + 1, Subject.RELATIVE)
    return _Cut(0, 0, Subject.OWN)


def _antecedent(
    done: Sequence[Clause], cuts: Sequence[_Cut], at: int, items: Sequence[Item], *, passive: bool
) -> range:
    kind = cuts[at].kind
    if at and _after_a_relative(items, cuts, at, done):
        if items[done[-1].chain.first].low in _OF_THE_NOUN and len(done[-1].before):
            return done[-1].before
        return done[-1].antecedent or _noun_before(items, cuts[at - 1].ends, 0)
    if kind is Subject.OWN or (not at and kind not in (Subject.RELATIVE, Subject.WHOSE)):
        return range(0)
    if kind in (Subject.RELATIVE, Subject.WHOSE):
        joined = cuts[at].ends and items[cuts[at].ends - 1].low in ("and", "but")
        opened = at and cuts[at - 1].begins and items[cuts[at - 1].begins - 1].low in _RELATIVE
        if joined and opened:  # “which Berlin has headed and which includes …”
            return done[at - 1].antecedent or _noun_before(items, cuts[at - 1].ends, 0)
        return _noun_before(items, cuts[at].ends, done[at - 1].chain.stop if at else 0)
    earlier = done[-1]
    if earlier.chain.verb.tells is Tells.BE and _is_one_to(items, cuts[at].begins, earlier):
        return range(earlier.before.start, earlier.after.stop)
    if items[cuts[at].begins - 1].low not in (",", "and") and passive and len(earlier.after):
        return earlier.after  # “ordered 9,500 soldiers to be withdrawn”
    if earlier.kind in (Subject.RELATIVE, Subject.WHOSE) and items[cuts[at].begins - 1].low == ",":
        return earlier.antecedent
    if earlier.chain.reduced and len(earlier.before) == 0:
        return earlier.antecedent
    return earlier.before if len(earlier.before) else earlier.antecedent


def _is_one_to(items: Sequence[Item], begins: int, earlier: Clause) -> bool:
    """“Will be the last Irish contingent to serve”: the noun after “be” names the nation."""
    near = earlier.after[:3] if len(earlier.after) else ()
    return begins == earlier.after.stop and any(items[at].low in _IN_ORDER for at in near)


def _after_a_relative(items: Sequence[Item], cuts: Sequence[_Cut], at: int, done: Sequence[Clause]) -> bool:
    """“The soldiers who came in March will stay”: the main verb right after a relative clause."""
    cut, earlier = cuts[at], cuts[at - 1]
    chain = done[-1].chain
    inner = earlier.begins and items[earlier.begins - 1].low in ("who", "which", "that")
    if cut.unseparated and items[chain.first].low in _OF_THE_NOUN and not chain.passive:
        return True
    open_ = cut.begins == chain.stop and cut.kind is Subject.SHARED and cut.unseparated
    return bool(inner) and open_


def _noun_before(items: Sequence[Item], stop: int, least: int) -> range:
    """The noun phrase before a relative pronoun: back to a punctuation mark or the previous verb."""
    while stop > least and items[stop - 1].low in (",", "of"):
        stop -= 1
    start = stop
    while start > least and items[start - 1].low not in (",", ";", ":", '"'):
        start -= 1
    return range(start, stop)


def _cut(items: Sequence[Item], one: Chain, other: Chain) -> _Cut:
    begin, stop = one.stop, other.first
    if other.infinitive:
        return _Cut(stop, stop, Subject.SHARED)
    relative = _relative(items, begin, stop, one)
    if relative:
        return relative
    if one.verb.tells in (Tells.SAY, Tells.DECIDE):
        for at in range(begin, stop):
            if items[at].low == "that":
                return _Cut(at, at + 1, Subject.OWN, complement=True)
    for at in range(begin + 1, stop - 1):
        if items[at].low == "that" and items[at - 1].low in _SAYINGS:
            return _Cut(at, at + 1, Subject.OWN, complement=True)
        told = items[at].low == "that" and any(
            item.low in _SAYINGS for item in items[max(at - 3, begin) : at]
        )
        if told and items[at - 1].when:
            return _Cut(at, at + 1, Subject.OWN, complement=True)
    return _separated(items, begin, stop, one) or _unseparated(items, one, begin, stop)


def _relative(items: Sequence[Item], begin: int, stop: int, one: Chain) -> _Cut | None:
    for at in range(stop - 1, begin - 1, -1):
        low = items[at].low
        if low in _MARKS:
            return None
        if low in _RELATIVE:
            if low == "where":
                return _Cut(at, at + 1, Subject.OWN)
            alone = at == stop - 1 or _adverbs_only(items, at + 1, stop)
            kind = Subject.WHOSE if low in ("whose", "whom") else Subject.RELATIVE if alone else Subject.OWN
            return _Cut(at, at + 1, kind)
        if (
            low == "that"
            and (at == stop - 1 or _adverbs_only(items, at + 1, stop))
            and at > begin
            and one.verb.tells not in (Tells.SAY, Tells.DECIDE)
        ):
            return _Cut(at, at + 1, Subject.RELATIVE)
    return None


def _separated(items: Sequence[Item], begin: int, stop: int, one: Chain) -> _Cut | None:
    for at in range(stop - 1, max(begin - 1, stop - _MOST), -1):
        low = items[at].low
        empty = at == stop - 1
        if low in _MARKS:
            return _Cut(at, at + 1, Subject.SHARED if empty and low != ";" else Subject.OWN)
        if low in _SUBORDINATORS and not empty:
            return _Cut(at, at + 1, Subject.OWN)
        if low in _COORDINATORS and not _in_a_list(items, at):
            kind = Subject.SHARED if empty or _only_adverbs(items, at + 1, stop) else Subject.OWN
            ends = at - (at > begin and items[at - 1].low == ",")
            return _Cut(
                ends,
                at + 1,
                kind,
                complement=one.verb.tells is Tells.SAY and kind is Subject.OWN and at == begin,
            )
        if low == "," and empty and (joint := _before_an_aside(items, begin, at)) is not None:
            return _Cut(joint, joint + 1, Subject.OWN)
        if low in (",", '"') and not _in_a_list(items, at):
            return _Cut(at, at + 1, Subject.SHARED if empty else Subject.OWN)
    return None


def _only_adverbs(items: Sequence[Item], start: int, stop: int) -> bool:
    return all(
        items[at].when or items[at].low in ("in", "turn", "addition", ",") for at in range(start, stop)
    )


def _before_an_aside(items: Sequence[Item], begin: int, stop: int) -> int | None:
    """The “and” of “…, and 300 others, most of them from Bragg, have arrived”: a subject with an aside."""
    comma = next((at for at in range(stop - 1, begin, -1) if items[at].low == ","), None)
    if comma is None or stop - comma < 3:
        return None
    for at in range(comma - 1, max(begin - 1, comma - 9), -1):
        if items[at].low in _COORDINATORS and at + 1 < comma and not _in_a_list(items, at):
            opens = items[at + 1]
            new = bool(opens.figure or opens.nation) or opens.low in ("the", "a", "an", "another", "some")
            return at if new else None
    return None


def _adverbs_only(items: Sequence[Item], start: int, stop: int) -> bool:
    """“Who already rotate”, “which since 2017 leads”: no words that could be a subject."""
    return all(items[at].when or items[at].low in lexicon.ADVERBS for at in range(start, stop))


def _unseparated(items: Sequence[Item], one: Chain, begin: int, stop: int) -> _Cut:
    who = range(max(one.first - 4, 0), one.first)
    first = one.first
    told = items[first - 1].low in lexicon.FORCES if first else False
    if told and items[first].low in _OF_THE_NOUN and one.past and not one.perfect:
        return _Cut(stop, begin, Subject.SHARED, unseparated=True)  # “a force meant to deter Russia landed”
    relative = next((at for at in reversed(who) if items[at].low in ("who", "which", "that")), 0)
    if relative and items[relative - 1].is_word and items[relative - 1].low not in lexicon.VERBS:
        return _Cut(stop, begin, Subject.SHARED, unseparated=True)
    if one.verb.tells in (Tells.SAY, Tells.DECIDE):
        return _Cut(begin, begin, Subject.OWN, complement=True)
    return _Cut(stop, begin, Subject.OWN)


def _in_a_list(items: Sequence[Item], at: int) -> bool:
    """Whether a comma or “and” joins two things of one sort: nations, places, figures with their nouns."""
    if not 0 < at < len(items) - 1:
        return False
    before, after = items[at - 1], items[at + 1]
    if after.low in ("the", "a", "an", "and", "or", "perhaps") and at + 2 < len(items):
        after = items[at + 2]
    if before.low == "," and at > 1:
        before = items[at - 2]
    if begins_again(items, min(at + 1 if items[at + 1].nation else at + 2, len(items) - 1)):
        return False
    named = bool(before.nation or before.place) and bool(after.nation or after.place)
    return named and _list_goes_on(items, at)


def _list_goes_on(items: Sequence[Item], at: int) -> bool:
    """Whether an “and” is near, so that “in Mali, Germany said” does not count as a list."""
    near = items[max(at - 12, 0) : at + 12]
    return items[at].low in ("and", "or") or any(
        item.low in ("and", "or")
        and near[place + 1 : place + 3]
        and any(one.nation or one.place for one in near[place + 1 : place + 3])
        for place, item in enumerate(near[:-1])
    )
