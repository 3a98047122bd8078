"""The verbs of a sentence with the words before them, and the status that they show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from eastflank.intake.article import lexicon
from eastflank.intake.article.chain import Chain
from eastflank.intake.article.common_verbs import COMMON_VERBS
from eastflank.intake.article.items import Item
from eastflank.intake.article.verb_forms import Tells, Tense, Verb
from eastflank.intake.article.verb_places import (
    DETERMINERS,
    FORCES,
    ONE_FORM,
    PREPOSITIONS,
    SUBJECTS,
    plainly_a_verb,
    stands_as_a_verb,
)
from eastflank.intake.article.word_sets import word_set

ARRIVE = word_set("arrive land reach come enter disembark")
UNDER_WAY = word_set("embark head travel go cross advance")
MOVING = word_set("bring move deploy transfer shift redeploy relocate ship fly airlift")
STAYING = word_set("keep maintain retain remain stay sustain continue")
_AFTER_DECIDE = word_set("about of on against to in for")
_AFTER_A_DECISION = _AFTER_DECIDE | {"out"}
_BE_OR_HAVE = lexicon.BE | lexicon.HAVE
_AWAY = word_set("gone home out")
"""“Will be out by September”: they leave."""
_TOWARDS = word_set("to for towards toward into home back there out off north south east west northwards by")
"""Words after “head” when it means “go”."""
_PARTICIPLE_IS_BASE = word_set("come become run overcome")
_SAME_FORM = ONE_FORM | _PARTICIPLE_IS_BASE
_POSTS = word_set("post posts position positions duty duties quarters station")
"""Nouns after “take up” for soldiers who begin to serve: posts, positions and the like."""
_NO_OBJECT = PREPOSITIONS | lexicon.ADVERBS | {",", "."}


def chains_of(items: Sequence[Item]) -> list[Chain]:
    """The chains of a sentence, in order, without nesting."""
    found, at = [], 0
    while at < len(items):
        chain = _chain_at(items, at)
        if chain:
            found.append(chain)
            at = chain.stop
        else:
            at += 1
    return found


def _chain_at(items: Sequence[Item], at: int) -> Chain | None:
    item = items[at]
    if not _can_open(items, at):
        return None
    chain = Chain(at, at + 1, Verb("", Tells.OTHER, Tense.BASE), infinitive=item.low == "to")
    return _Reader(items, chain).read()


def _can_open(items: Sequence[Item], at: int) -> bool:
    item = items[at]
    if not (item.is_word or item.low in ("'ll", "'s", "'re", "'ve", "'m")):
        return False
    low = item.low
    if item.is_capital and at > 1 and items[at - 1].is_word and not items[at - 1].is_capital:
        return False  # “out of Rose Barracks”
    if low in ("'s", "'re"):
        return at > 0 and items[at - 1].low in SUBJECTS
    if low in lexicon.MODALS or low in lexicon.HELPS:
        return not (low in ("may", "will") and item.is_capital and at > 0)
    if low == "to":
        following = _skip(items, at + 1)
        return following < len(items) and _tense(items[following]) is Tense.BASE and items[following].is_word
    if low == "being" and at and items[at - 1].low == "time":
        return False  # “for the time being”
    if low == "told" and at and items[at - 1].low == "all":
        return False
    if low == "close" and at + 1 < len(items) and items[at + 1].low in ("to", "by"):
        return False
    if low in lexicon.VERBS:
        return stands_as_a_verb(items, at, lexicon.VERBS[low])
    if low in COMMON_VERBS:
        return plainly_a_verb(items, at, COMMON_VERBS[low].tense)
    return (
        low.endswith("ed") and items[at - 1].low in lexicon.PERSONS and plainly_a_verb(items, at, Tense.PAST)
    )


def _skip(items: Sequence[Item], at: int) -> int:
    """The first index from here on that is neither an adverb nor a negation."""
    while at < len(items) and (items[at].low in lexicon.ADVERBS or items[at].low in lexicon.NEGATION):
        at += 1
    if [item.low for item in items[at : at + 2]] in (["more", "than"], ["at", "least"]):
        return at + 2  # “to more than double”
    return at


def _tense(item: Item) -> Tense | None:
    verb = lexicon.VERBS.get(item.low) or COMMON_VERBS.get(item.low)
    if item.low == "be":
        return Tense.BASE
    return verb.tense if verb else (Tense.BASE if item.low == "have" else None)


class _Reader:
    """Reads one chain from left to right."""

    def __init__(self, items: Sequence[Item], chain: Chain) -> None:
        self._items = items
        self._chain = chain
        self._at = chain.first
        self._help = ""
        """The last auxiliary that was read."""

    def read(self) -> Chain | None:
        while self._at < len(self._items):
            low = self._items[self._at].low
            if self._items[self._at].when and self._help in _BE_OR_HAVE and self._verb_follows():
                self._at += 1  # “was on Tuesday placed under …”
                continue
            if not self._items[self._at].is_word and low not in ("'ll", "'s", "'re", "'ve", "'t", "'m"):
                break
            done = self._step(low)
            if done is not None:
                return done if done.verb.lemma else None
        return self._ended()

    def _verb_follows(self) -> bool:
        following = self._items[self._at + 1] if self._at + 1 < len(self._items) else None
        verb = lexicon.VERBS.get(following.low) if following is not None and following.is_word else None
        return verb is not None and verb.tense in (Tense.PAST, Tense.PARTICIPLE)

    def _step(self, low: str) -> Chain | None:
        chain = self._chain
        if low in lexicon.NEGATION:
            self._go_on(replace(chain, negated=True))
            return None
        if low in lexicon.MODALS and not self._help:
            self._go_on(replace(chain, modal=low), low)
            return None
        if low in lexicon.HELPS:
            self._take_help(low)
            return None
        if low in lexicon.ADVERBS and self._at > chain.first:
            self._go_on(chain)
            return None
        if low in ("more", "at") and self._help and _skip(self._items, self._at) == self._at + 2:
            self._go_on(chain)
            self._go_on(chain)
            return None
        if low in lexicon.BEFORE_TO and self._help in lexicon.BE and self._opens(self._at + 1):
            self._go_on(replace(chain, controls=(*chain.controls, low)), "to")
            return None
        if low == "to":
            return self._take_to()
        if low in lexicon.VERBS:
            return self._take_verb(lexicon.VERBS[low])
        if low in COMMON_VERBS and not self._items[self._at].is_capital:
            return self._take_verb(COMMON_VERBS[low])
        return self._unknown(low)

    def _go_on(self, chain: Chain, helped: str | None = None) -> None:
        self._chain = chain
        self._at += 1
        if helped is not None:
            self._help = helped

    def _take_help(self, low: str) -> None:
        chain = self._chain
        first = not self._help
        past = low in ("was", "were", "had", "did", "didn") if first else chain.past
        perfect = chain.perfect or (low == "been")
        self._go_on(replace(chain, past=past, perfect=perfect), low)

    def _opens(self, at: int) -> bool:
        """Whether `to` and a verb follow."""
        items = self._items
        at += at < len(items) and items[at].when is not None
        after = _skip(items, at + 1)
        return at < len(items) and items[at].low == "to" and after < len(items) and bool(_tense(items[after]))

    def _take_to(self) -> Chain | None:
        chain = self._chain
        if self._at == chain.first or self._help == "to":
            self._go_on(chain, "to")
            return None
        if self._help in lexicon.BE and self._opens(self._at):
            self._go_on(replace(chain, is_to=True), "to")
            return None
        if self._help in lexicon.HAVE and self._opens(self._at):
            self._go_on(chain, "to")
            return None
        return self._ended() or chain

    def _take_verb(self, verb: Verb) -> Chain | None:
        chain, after = self._chain, _skip(self._items, self._at + 1)
        if self._at > chain.first and not self._help and not chain.controls:
            return self._ended() or chain
        if self._help in _BE_OR_HAVE and verb.lemma in _SAME_FORM:
            verb = verb._replace(tense=Tense.PAST)
        if self._help in _BE_OR_HAVE and verb.tense in (Tense.BASE, Tense.THIRD):
            return self._ended() or chain
        chain = self._tensed(chain, verb)
        if (
            chain.passive
            and verb.lemma in ("tell", "ask", "direct", "instruct", "task", "call")
            and self._opens(after)
        ):
            verb = Verb("order", Tells.DECIDE, verb.tense)
        if verb.tells in (Tells.DECIDE, Tells.SAY) or verb.lemma in ("look", "decline"):
            following = self._controlled(after)
            if following is not None:
                self._chain = replace(chain, controls=(*chain.controls, verb.lemma))
                self._at, self._help = following, "to"
                return None
        return self._finished(chain, verb)

    def _controlled(self, after: int) -> int | None:
        """The index of the verb that this one governs: after `to`, as `-ing`, or after “about” and `-ing`."""
        items = self._items
        if self._opens(after):
            return _skip(items, after + 1)
        if after < len(items) and items[after].low in _AFTER_A_DECISION:
            after = _skip(items, after + 1)
        if after < len(items) and _tense(items[after]) is Tense.ING and items[after].is_word:
            return after
        return None

    def _tensed(self, chain: Chain, verb: Verb) -> Chain:
        if not self._help:
            past = verb.tense in (Tense.PAST, Tense.PARTICIPLE)
            going = verb.tense is Tense.ING and not chain.controls
            return replace(chain, past=past, reduced=(past and self._is_reduced(verb)) or going)
        participle = verb.tense in (Tense.PAST, Tense.PARTICIPLE)
        if self._help in lexicon.HAVE:
            return replace(chain, perfect=True)
        if self._help in lexicon.BE and participle:
            return replace(chain, passive=True, progressive=self._help == "being")
        if self._help in lexicon.BE and verb.tense is Tense.ING:
            return replace(chain, progressive=True)
        return chain

    def _is_reduced(self, verb: Verb) -> bool:
        before = self._items[self._at - 1]
        following = self._items[self._at + 1] if self._at + 1 < len(self._items) else None
        if following is not None and following.low not in _NO_OBJECT:
            return False
        noun = before.low in FORCES
        return verb.tells is Tells.SEND and (noun or before.low == ",")

    def _unknown(self, low: str) -> Chain | None:
        """A word that the rules do not know: after an auxiliary it is a verb or describes the subject."""
        chain = self._chain
        if self._help in lexicon.MODALS or self._help == "to":
            return self._finished(chain, Verb(low, Tells.OTHER, Tense.BASE))
        if self._help in _BE_OR_HAVE and low.endswith(("ed", "ing")) and not self._items[self._at].is_capital:
            return self._finished(chain, Verb(low, Tells.OTHER, Tense.PAST))
        if self._at == chain.first and low.endswith("ed"):
            return self._finished(replace(chain, past=True), Verb(low, Tells.OTHER, Tense.PAST))
        return self._ended() or chain

    def _finished(self, chain: Chain, verb: Verb) -> Chain:
        following = self._items[self._at + 1] if self._at + 1 < len(self._items) else None
        if verb.lemma == "add" and (following is None or following.low in ("that", ",", ".", '"', ":")):
            verb = Verb("say", Tells.SAY, verb.tense)
        ahead = [item.low for item in self._items[self._at + 1 : self._at + 5]]
        if verb.lemma == "take" and ahead[:1] == ["up"] and _POSTS & set(ahead):
            return replace(chain, verb=Verb("arrive", Tells.GO, verb.tense), stop=self._at + 2)
        bags = [item.low for item in self._items[self._at + 1 : self._at + 3]]
        if verb.lemma == "pack" and len(bags) > 1 and bags[1] in ("bags", "suitcases"):
            verb = Verb("withdraw", Tells.LEAVE, verb.tense)
        if verb.lemma == "recall" and following is not None and following.low == "that":
            verb = Verb("say", Tells.SAY, verb.tense)
        figure = self._items[self._at + 2].figure if self._at + 2 < len(self._items) else None
        if verb.lemma == "stand" and following is not None and following.low == "at" and figure:
            verb = Verb("stand", Tells.COUNT, verb.tense)
        if verb.lemma == "head" and not chain.passive and not (following and following.low in _TOWARDS):
            verb = Verb("head", Tells.LEAD, verb.tense)
        phrase = lexicon.PHRASES.get((verb.lemma, following.low)) if following is not None else None
        if phrase:
            verb = Verb(*phrase, verb.tense)
        if verb.lemma == "reach" and following is not None and following.figure:
            verb = Verb("reach", Tells.COUNT, verb.tense)
        return replace(chain, verb=verb, stop=self._at + 1)

    def _ended(self) -> Chain | None:
        """The chain if no verb follows its auxiliaries: then `be` or `have` is the verb itself."""
        chain, stop = self._chain, self._at
        while stop > chain.first and self._items[stop - 1].low in lexicon.ADVERBS:
            stop -= 1
        if self._help in lexicon.BE:
            following = self._items[stop].low if stop < len(self._items) else ""
            if following == "home" and stop + 1 < len(self._items) and self._items[stop + 1].low == "to":
                return replace(chain, verb=Verb("host", Tells.HOST, Tense.BASE), stop=stop + 2)
            if following in _AWAY and self._items[stop - 1].low not in DETERMINERS:
                return replace(chain, verb=Verb("leave", Tells.LEAVE, Tense.BASE), stop=stop + 1)
            charge = [item.low for item in self._items[stop : stop + 2]]
            lead = [item.low for item in self._items[stop + 2 : stop + 3]] == ["lead"]
            if charge in (["in", "charge"], ["in", "command"]) or (charge == ["in", "the"] and lead):
                after = stop + 2 + (charge[1] == "the")
                return replace(chain, verb=Verb("lead", Tells.LEAD, Tense.BASE), stop=after)
            return replace(chain, verb=Verb("be", Tells.BE, Tense.BASE), stop=stop)
        if self._help in ("do", "did", "does"):
            return replace(chain, verb=Verb("do", Tells.OTHER, Tense.BASE), stop=stop)
        if self._help in lexicon.HAVE:
            return replace(chain, verb=Verb("have", Tells.HAVE, Tense.BASE), stop=stop)
        return None
