"""Evidence for or against a claim in a clause: the cues of its frame, each with a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain as chained

from eastflank.intake.article import lexicon
from eastflank.intake.article.counting import Counted, counted
from eastflank.intake.article.cues_beside import words_as_cues
from eastflank.intake.article.forces import Force
from eastflank.intake.article.frames import NEAR, ClauseFrame, is_definite_force, is_pronoun
from eastflank.intake.article.roles import Role
from eastflank.intake.article.sentence_parts import SentenceParts
from eastflank.intake.article.thread import Thread
from eastflank.intake.article.word_sets import word_set

_OURS = word_set("our their its his")
_MATTERS = word_set(
    "mandate mission participation involvement operation engagement presence tour deployment "
    "rotation stationing "
    "contribution commitment footprint ceiling authorization authorisation"
)
_TURNS = lexicon.NOMINALS | word_set(
    "mandate rotation relief handover takeover reinforcement reinforcements extension return"
)
_SITES = word_set(
    "base camp camps bases barracks garrison airport port airfield post outpost outposts border "
    "soil ground theatre"
)
_HARM = word_set(
    "killed wounded attack attacks attacked kill die died dead hurt injured buried reburied "
    "captured captive captives "
    "hostage hostages kidnapped encircled besieged rebels memorial wreath cemetery funeral accident"
)
_MONEY = word_set("$ € £ million billion euros euro dollars percent cent expenditure budget cost costs")
_PEOPLE = word_set(
    "people residents inhabitants refugees families children students pupils guests visitors "
    "spectators voters "
    "civilians recruits conscripts veterans cadets volunteers lives"
)
_THINGS = word_set(
    "containers materiel vehicles houses jobs rounds shells missiles words pages metres "
    "kilometres hectares tonnes "
    "tons miles hours weapons"
)
_OPENERS = word_set("after before when while until since as because where that")
NOTHING_NEW = "told beside, nothing new"
"""The cue of a clause that adds nothing to the sentence's other claims."""
_OFTEN = (2, 4, 7, 12)


def cues_of(
    parts: SentenceParts,
    frame: ClauseFrame,
    status: str | None,
    thread: Thread,
    *,
    reported: bool,
    told: Sequence[range],
) -> set[str]:
    """The names of the cues for or against a claim in the clause.

    `reported`: somebody is quoted as saying it. `told`: the items of other clauses that already gave a claim.
    """
    found = {
        *_of_verb(parts, frame, status, reported=reported),
        *_of_forces(parts, frame),
        *_of_names(parts, frame),
        *_of_words(parts, frame),
        *words_as_cues(parts, frame.clause),
        *_of_days(parts, frame, thread),
        *_of_context(parts, frame, thread, told),
    }
    found.update(_together(frame, found))
    return found


def _of_verb(
    parts: SentenceParts, frame: ClauseFrame, status: str | None, *, reported: bool
) -> Iterator[str]:
    clause, chain = frame.clause, frame.clause.chain
    yield f"verb {chain.verb.tells.value}"
    yield f"clause {clause.kind.value}"
    yield f"status {status or 'none'}"
    yield from (f"verb {name}" for name in frame.classes)
    for name in ("passive", "negated", "perfect", "progressive", "past", "infinitive", "reduced", "ahead"):
        if getattr(chain, name):
            yield f"verb is {name}"
    if not (chain.past or chain.ahead or chain.perfect or chain.infinitive or chain.reduced):
        yield "verb is present"
    if chain.modal:
        yield f"modal {chain.modal}"
    if chain.controls:
        yield "verb is governed"
    if chain.infinitive and not chain.controls:
        yield "purpose"
    if chain.past and "stays" in frame.classes:
        yield "past stay"
    if reported:
        yield "reported"
    if clause.before.start and parts.low(clause.before.start - 1) in _OPENERS:
        yield f"after {parts.low(clause.before.start - 1)}"


def _of_forces(parts: SentenceParts, frame: ClauseFrame) -> Iterator[str]:
    for where, force in (("subject", frame.acting), ("object", frame.object)):
        if force is None:
            yield f"{where} no force"
            continue
        yield f"{where} {_sort_of(parts, force)}"
        if force.figure is not None:
            yield f"{where} figure"
        if force.units is not None:
            yield f"{where} units"
        if force.strong:
            yield f"{where} soldiers"
    if is_definite_force(parts, frame.acting):
        yield "subject definite"
    if is_pronoun(parts, frame.subject):
        yield "subject pronoun"
    if not len(frame.subject):
        yield "no subject"
    if parts.has(frame.subject, _OURS):
        yield "subject ours"
    if parts.has(frame.clause.after, _OURS):
        yield "object ours"


def _sort_of(parts: SentenceParts, force: Force) -> str:
    noun = parts.low(force.noun) if force.noun is not None else ""
    if noun in lexicon.SURE_PERSONS:
        return "sure persons"
    if noun in lexicon.PERSONS:
        return "weak persons"
    if noun in lexicon.STRONG_UNITS:
        return "strong unit"
    if noun in lexicon.UNITS:
        return "weak unit"
    return "bare" if not noun else "other"


def _of_names(parts: SentenceParts, frame: ClauseFrame) -> Iterator[str]:
    clause = frame.clause
    for where, span in (("subject", frame.subject), ("object", clause.after)):
        for at in span:
            role = parts.roles[at]
            if role is not None:
                yield f"{where} role {role.value}"
    inside = [*frame.subject, *clause.before, *clause.after]
    if any(parts.items[at].nation for at in inside):
        yield "nation"
    if frame.located:
        yield "located"
    if any(parts.roles[at] is Role.AT and parts.items[at].nation for at in inside):
        yield "host named"
    figures = [at for at in inside if parts.items[at].figure]
    yield from (f"figure of {counted(parts.items, at)[0].value}" for at in figures)
    if not figures:
        yield "no figure"


def _of_words(parts: SentenceParts, frame: ClauseFrame) -> Iterator[str]:
    clause = frame.clause
    inside = frozenset(parts.low(at) for at in chained(frame.subject, clause.before, clause.after))
    whole = frozenset(parts.lows)
    for name, words in (
        ("matter", _MATTERS),
        ("mission", lexicon.MISSIONS),
        ("peacekeeping", lexicon.UN_LIKE),
        ("multinational", lexicon.MULTINATIONAL),
        ("arms", lexicon.ARMS),
        ("site", _SITES),
        ("turn", _TURNS),
        ("money", _MONEY),
        ("quotation mark", frozenset('"')),
        ("people", _PEOPLE),
        ("things", _THINGS),
        ("condition", frozenset(("if", "whether", "unless"))),
    ):
        if not words.isdisjoint(inside):
            yield f"word {name}"
    for name, words in (
        ("exercise", lexicon.EXERCISES),
        ("casualty", lexicon.CASUALTIES),
        ("arms", lexicon.ARMS),
        ("harm", _HARM),
        ("mission", lexicon.MISSIONS),
        ("soldiers", lexicon.SOLDIERS),
        ("question", frozenset("?")),
    ):
        if not words.isdisjoint(whole):
            yield f"sentence {name}"


def _of_days(parts: SentenceParts, frame: ClauseFrame, thread: Thread) -> Iterator[str]:
    clause = frame.clause
    whens = [when for at in chained(clause.after, clause.before) if (when := parts.items[at].when)]
    if whens:
        yield "day"
    if thread.said and any(when.year and when.year < thread.said.year - 1 for when in whens):
        yield "day of old"
    if any(when.preposition in ("until", "till", "through") for when in whens):
        yield "day until"
    if any(when.preposition == "since" for when in whens):
        yield "day since"
    if clause.chain.past and not (clause.chain.perfect or clause.chain.passive or whens):
        yield "past without day"


def _of_context(
    parts: SentenceParts, frame: ClauseFrame, thread: Thread, told: Sequence[range]
) -> Iterator[str]:
    if thread.told:
        yield "told before"
    if thread.about:
        yield "about forces"
    if thread.told or thread.about:
        yield "in context"
    yield from (f"soldiers named {least} times" for least in _OFTEN if thread.soldiers >= least)
    if thread.multinational:
        yield "of several nations"
    if parts.sentence.paragraph - thread.last_in <= NEAR:
        yield "told near"
    if frame.anaphoric:
        yield "anaphoric"
    if told:
        yield "told beside"
        yield "told beside, new" if _is_new(parts, frame, told) else NOTHING_NEW


def _is_new(parts: SentenceParts, frame: ClauseFrame, told: Sequence[range]) -> bool:
    """Whether the clause names a nation, a place or a number of soldiers that no other claim has."""
    taken = {at for one in told for at in one}
    return any(
        at not in taken
        and (
            parts.items[at].nation
            or parts.items[at].place
            or (parts.items[at].figure and counted(parts.items, at)[0] is not Counted.OTHER)
        )
        for at in chained(frame.clause.before, frame.clause.after)
    )


def _together(frame: ClauseFrame, found: Iterable[str]) -> Iterator[str]:
    """Cues that exist only as combinations of other cues."""
    has = frozenset(found)
    acting = frame.acting is not None and bool(
        has & {"subject sure persons", "subject strong unit", "subject figure"}
    )
    given = frame.object is not None and bool(
        has & {"object sure persons", "object strong unit", "object soldiers"}
    )
    nation = bool(has & {"subject role actor", "subject role official"})
    pairs = (
        ("force acts", acting),
        ("force acts somewhere", acting and frame.located),
        ("force given", given),
        ("nation gives force", given and nation),
        ("force given somewhere", given and frame.located),
        ("nation acts", nation),
        ("nation acts somewhere", nation and frame.located),
        ("it acts", frame.anaphoric),
        ("it acts somewhere", frame.anaphoric and frame.located),
        ("nation's force acts somewhere", "subject role force" in has and frame.located),
        ("by a nation", bool(has & {"object role by", "object role lead"})),
    )
    for name, holds in pairs:
        if holds:
            yield name
            yield from (f"{name}: {one}" for one in frame.classes)
    force, context = acting or given, "in context" in has
    figure = "no figure" not in has
    for name, holds in (
        ("force and figure", force and figure),
        ("force in context", force and context),
        ("force out of context", force and not context),
        ("no force at all", not (force or frame.anaphoric)),
        ("neither name, figure nor force", not (force or figure or "nation" in has)),
        ("figure somewhere", figure and frame.located),
        ("force, figure, somewhere", force and figure and frame.located),
        ("force, figure, nation", force and figure and "nation" in has),
        ("nation somewhere", "nation" in has and frame.located),
        ("neither where nor how many", not (figure or frame.located)),
        ("purpose, no force", "purpose" in has and not given),
        ("force ahead", "verb is ahead" in has and (force or frame.anaphoric)),
        ("force denied", "verb is negated" in has and force),
        ("it on a day", frame.anaphoric and "day" in has),
        ("force of several", force and "word multinational" in has),
        ("nation and several", "nation" in has and "word multinational" in has),
        ("nation and matter", "nation" in has and "word matter" in has),
    ):
        if holds:
            yield name
    if context:
        yield from (
            f"in context: {name}"
            for name in ("located", "nation", "figure of persons", "figure of bare", "word matter", "day")
            if name in has
        )
