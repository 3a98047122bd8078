"""The verbs of a sentence with what stands before them, and how far a matter has come by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from eastflank.intake.article import lexicon
from eastflank.intake.article.common_verbs import COMMON_VERBS
from eastflank.intake.article.items import Item
from eastflank.intake.article.nations import Form
from eastflank.intake.article.verb_forms import Tells, Tense, Verb
from eastflank.intake.article.word_sets import word_set

_SUBJECTS = word_set("we they i you it he she who which that whom these those both all others each there")
_DETERMINERS = word_set(
    "the a an this that these those its their his her our my your no any some each every another "
    "many few several more most other such"
)
_PREPOSITIONS = (lexicon.LOCATING | lexicon.COMING_FROM | word_set("with without than as about")) - {"along"}
ARRIVE = word_set("arrive land reach come enter disembark")
UNDER_WAY = word_set("embark head travel go cross advance")
MOVING = word_set("bring move deploy transfer shift redeploy relocate ship fly airlift")
_OF_A_NOUN = word_set("need require earmark involve")
"""Verbs whose participle after a noun belongs to it: “the troops needed for the unit”."""
STAYING = word_set("keep maintain retain remain stay sustain continue")
_AFTER_DECIDE = word_set("about of on against to in for")
_FORCES = lexicon.PERSONS | lexicon.UNITS | lexicon.MISSIONS
_SINGULAR = lexicon.UNITS | lexicon.MISSIONS | lexicon.SPEECH_TITLES
_SOLDIERS = lexicon.PERSONS | lexicon.UNITS
_BE_OR_HAVE = lexicon.BE | lexicon.HAVE
_ONLY_DETERMINERS = _DETERMINERS - _SUBJECTS
_OPENERS_OR_TO = _DETERMINERS | _SUBJECTS | {"to"}
_OPENERS = _DETERMINERS | _SUBJECTS
_PARTICLES = word_set("over part command charge up off down out")
_AWAY = word_set("gone home out")
"""“Will be out by September”: they leave."""
_DAYS_AS_ADVERBS = word_set("today tomorrow yesterday tonight")
_ONE_FORM = word_set("set put cut quit let shut split spread")
"""Verbs whose past tense is their base: after a unit in the singular they are past."""
_NO_OBJECT = _PREPOSITIONS | lexicon.ADVERBS | {",", "."}


@dataclass(frozen=True, slots=True)
class Chain:
    """A verb with its helps, from item `first` to before item `stop`."""

    first: int
    stop: int
    verb: Verb
    modal: str = ""
    controls: tuple[str, ...] = ()
    """Lemmas of the verbs and adjectives before `to`: `plan`, `agree`, `ready`; outermost first."""
    is_to: bool = False
    """“Is to send”."""
    passive: bool = False
    negated: bool = False
    perfect: bool = False
    progressive: bool = False
    past: bool = False
    """In the simple past, by its first word."""
    infinitive: bool = False
    """Begins with `to`: it has no subject of its own."""
    reduced: bool = False
    """A participle after a noun: “troops based in Vilseck”."""

    def with_verb(self, verb: Verb) -> Chain:
        """The same helps before another verb: “will deploy … and rotate”."""
        return replace(self, verb=verb, passive=False)

    @property
    def ahead(self) -> bool:
        """Whether what it tells lies ahead."""
        return bool(self.modal or self.is_to or (set(self.controls) - {"begin", "start", "continue"}))

    @property
    def presently(self) -> bool:
        """Whether it tells of now: in the present tense or the perfect."""
        return not self.past or self.perfect


def chains(items: Sequence[Item]) -> list[Chain]:
    """The chains of a sentence, in order, none within another."""
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
    if low in ("'s", "'re"):
        return at > 0 and items[at - 1].low in _SUBJECTS
    if low in lexicon.MODALS or low in lexicon.HELPS:
        return not (low in ("may", "will") and item.is_capital and at > 0)
    if low == "to":
        following = _skip(items, at + 1)
        return following < len(items) and _tense(items[following]) is Tense.BASE and items[following].is_word
    if low in lexicon.VERBS:
        return _stands_as_a_verb(items, at, lexicon.VERBS[low])
    return low in COMMON_VERBS and _plainly_a_verb(items, at, COMMON_VERBS[low].tense)


def _stands_as_a_verb(items: Sequence[Item], at: int, verb: Verb) -> bool:
    before = items[_back(items, at)] if at else None
    if before is None or before.low == "-" or (at + 1 < len(items) and items[at + 1].low == "-"):
        return False
    if verb.tense is Tense.ING:
        after = items[at + 1] if at + 1 < len(items) else None
        people = after is not None and after.figure is not None
        moved = verb.tells is Tells.SEND or verb.lemma in ("withdraw", "pull")
        return before.low in lexicon.PERSONS or (before.low == "," and people and moved)
    if before.low in _SOLDIERS and (verb.lemma in _OF_A_NOUN or _remaining(items, at)):
        return False
    if verb.tense in (Tense.PAST, Tense.PARTICIPLE):
        return (before.low not in _DETERMINERS or before.low in _SUBJECTS) and before.low != "'s"
    if before.low in _ONLY_DETERMINERS or before.low in _PREPOSITIONS or before.figure:
        counted = before.figure is not None and verb.tense is Tense.BASE
        return before.low == "that" or (counted and items[at].low not in lexicon.ALSO_NOUNS)
    if before.low in _SUBJECTS:
        return True
    unsure = items[at].low in lexicon.ALSO_NOUNS
    if verb.tense is Tense.BASE and items[at - 1].low in lexicon.ADVERBS:
        return True
    if before.low in ("and", "but", ",") and unsure:
        following = items[at + 1] if at + 1 < len(items) else None
        opens = following is not None and following.low in _OPENERS_OR_TO
        return opens or (following is not None and bool(following.figure))
    if before.nation:
        adjective = before.nation.is_a(Form.ADJECTIVE) and not before.nation.is_a(Form.NAME)
        return (
            not adjective
            if verb.tense is Tense.THIRD
            else before.nation.is_a(Form.PEOPLE) or _listed(items, at)
        )
    if before.low in ("and", ",") and verb.tense in (Tense.BASE, Tense.THIRD):
        object_ = items[at + 1].low if at + 1 < len(items) else ""
        return not unsure and (verb.tells is not Tells.OTHER or object_ in _OPENERS | _PARTICLES)
    if items[at].low in _ONE_FORM and before.low in _FORCES:
        return True
    if verb.tense is Tense.THIRD:
        dated = at + 1 < len(items) and items[at + 1].when is not None and before.is_word
        named = before.low in _SINGULAR or before.place or (dated and before.low not in lexicon.ADVERBS)
        return named or (before.is_word and not unsure and before.low not in lexicon.ADVERBS)
    return before.low in lexicon.PERSONS or (before.low.endswith("s") and not unsure) or _listed(items, at)


def _plainly_a_verb(items: Sequence[Item], at: int, tense: Tense) -> bool:
    """Whether a common word stands right after a subject and before what may follow a verb."""
    back = _back(items, at) if at else -1
    if back < 0 or tense is Tense.ING or items[at].is_capital:
        return False
    before, after = items[back], items[at + 1] if at + 1 < len(items) else None
    if before.low == "-" or (after is not None and (after.low in _SOLDIERS or after.low == "-")):
        return False
    nation = before.nation is not None and before.nation.forms != {Form.ADJECTIVE}
    pronoun = before.low in _SUBJECTS
    named = nation or before.place or (before.is_capital and before.is_word and back > 0)
    if tense is Tense.THIRD:
        return pronoun or named or before.low in _SINGULAR - {"forces"}
    if tense is not Tense.BASE:
        return pronoun or named or before.low in _FORCES | lexicon.SPEECH_TITLES
    several = before.low in _SOLDIERS and (before.low.endswith("s") or before.low in lexicon.PERSONS)
    people = before.nation is not None and before.nation.is_a(Form.PEOPLE)
    return (pronoun or several or people or _listed(items, at)) and (
        after is None
        or bool(after.figure or after.nation or after.place or after.when)
        or after.low in _OPENERS_OR_TO | _PREPOSITIONS | _PARTICLES | lexicon.ADVERBS
    )


def _remaining(items: Sequence[Item], at: int) -> bool:
    """“2,500 troops left in Iraq”: those who remain, and not those who left."""
    following = items[at + 1 : at + 3]
    return items[at].low == "left" and bool(following) and following[0].low in ("in", "there", "behind")


def _listed(items: Sequence[Item], at: int) -> bool:
    """Whether a list of nations stands before: “Italy, Poland and Spain serve”."""
    return at > 2 and bool(items[at - 1].nation) and items[at - 2].low == "and"


def _back(items: Sequence[Item], at: int) -> int:
    """The index before this one, past adverbs."""
    at -= 1
    while at > 0 and (
        (items[at].low in lexicon.ADVERBS and items[at].low not in _SUBJECTS)
        or (items[at].when is not None and items[at].low in _DAYS_AS_ADVERBS)
    ):
        at -= 1
    return at


def _skip(items: Sequence[Item], at: int) -> int:
    """The index from here on that is neither an adverb nor a negation."""
    while at < len(items) and (items[at].low in lexicon.ADVERBS or items[at].low in lexicon.NEGATION):
        at += 1
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
        """The last help that was read."""

    def read(self) -> Chain | None:
        while self._at < len(self._items):
            low = self._items[self._at].low
            if not self._items[self._at].is_word and low not in ("'ll", "'s", "'re", "'ve", "'t", "'m"):
                break
            done = self._step(low)
            if done is not None:
                return done if done.verb.lemma else None
        return self._ended()

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
        if self._help in _BE_OR_HAVE and verb.lemma in _ONE_FORM:
            verb = verb._replace(tense=Tense.PAST)
        if self._help in _BE_OR_HAVE and verb.tense in (Tense.BASE, Tense.THIRD):
            return self._ended() or chain
        chain = self._tensed(chain, verb)
        if verb.tells in (Tells.DECIDE, Tells.SAY) or verb.lemma == "look":
            following = self._controlled(after)
            if following is not None:
                self._chain = replace(chain, controls=(*chain.controls, verb.lemma))
                self._at, self._help = following, "to"
                return None
        return self._finished(chain, verb)

    def _controlled(self, after: int) -> int | None:
        """Where the verb stands that this one governs: after `to`, as `-ing`, or after “about” and `-ing`."""
        items = self._items
        if self._opens(after):
            return _skip(items, after + 1)
        if after < len(items) and items[after].low in _AFTER_DECIDE | {"out"}:
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
        noun = before.low in _FORCES
        return verb.tells is Tells.SEND and (noun or before.low == ",")

    def _unknown(self, low: str) -> Chain | None:
        """A word that the rules do not know: after a help it is a verb, or what is said of the subject."""
        chain = self._chain
        if self._help in lexicon.MODALS or self._help == "to":
            return self._finished(chain, Verb(low, Tells.OTHER, Tense.BASE))
        if self._help in _BE_OR_HAVE and low.endswith(("ed", "ing")) and not self._items[self._at].is_capital:
            return self._finished(chain, Verb(low, Tells.OTHER, Tense.PAST))
        return self._ended() or chain

    def _finished(self, chain: Chain, verb: Verb) -> Chain:
        following = self._items[self._at + 1] if self._at + 1 < len(self._items) else None
        if verb.lemma == "add" and (following is None or following.low in ("that", ",", ".", '"', ":")):
            verb = Verb("say", Tells.SAY, verb.tense)
        figure = self._items[self._at + 2].figure if self._at + 2 < len(self._items) else None
        if verb.lemma == "stand" and following is not None and following.low == "at" and figure:
            verb = Verb("stand", Tells.COUNT, verb.tense)
        phrase = lexicon.PHRASES.get((verb.lemma, following.low)) if following is not None else None
        if phrase:
            verb = Verb(*phrase, verb.tense)
        if verb.lemma == "reach" and following is not None and following.figure:
            verb = Verb("reach", Tells.COUNT, verb.tense)
        return replace(chain, verb=verb, stop=self._at + 1)

    def _ended(self) -> Chain | None:
        """The chain when nothing follows its helps: `be` and `have` are then the verb themselves."""
        chain, stop = self._chain, self._at
        while stop > chain.first and self._items[stop - 1].low in lexicon.ADVERBS:
            stop -= 1
        if self._help in lexicon.BE:
            following = self._items[stop].low if stop < len(self._items) else ""
            if following == "home" and stop + 1 < len(self._items) and self._items[stop + 1].low == "to":
                return replace(chain, verb=Verb("host", Tells.HOST, Tense.BASE), stop=stop + 2)
            if following in _AWAY and self._items[stop - 1].low not in _DETERMINERS:
                return replace(chain, verb=Verb("leave", Tells.LEAVE, Tense.BASE), stop=stop + 1)
            return replace(chain, verb=Verb("be", Tells.BE, Tense.BASE), stop=stop)
        if self._help in lexicon.HAVE:
            return replace(chain, verb=Verb("have", Tells.HAVE, Tense.BASE), stop=stop)
        return None
