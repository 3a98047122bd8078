"""Whether a word that may be a verb is in the position of a verb."""

from __future__ import annotations

from collections.abc import Sequence

from eastflank.intake.article import lexicon
from eastflank.intake.article.items import Item
from eastflank.intake.article.nations import NameForm
from eastflank.intake.article.verb_forms import Tells, Tense, Verb
from eastflank.intake.article.word_sets import word_set

SUBJECTS = word_set("we they i you it he she who which that whom these those both all others each there")
DETERMINERS = word_set(
    "the a an this that these those its their his her our my your no any some each every another "
    "many few several more most other such"
)
PREPOSITIONS = (lexicon.LOCATING | lexicon.COMING_FROM | word_set("with without than as about")) - {"along"}
_OF_A_NOUN = word_set("need require earmark involve")
"""Verbs whose participle after a noun belongs to it: “the troops needed for the unit”."""
FORCES = lexicon.FORCES
_SINGULAR = lexicon.UNITS | lexicon.MISSIONS | lexicon.SPEECH_TITLES
_SOLDIERS = lexicon.SOLDIERS
_ONLY_DETERMINERS = DETERMINERS - SUBJECTS
_OPENERS_OR_TO = DETERMINERS | SUBJECTS | {"to"}
_OPENERS = DETERMINERS | SUBJECTS
_PARTICLES = word_set("over part command charge up off down out")
_AFTER_A_VERB = _OPENERS | _PARTICLES
_AFTER_ANY_VERB = _OPENERS_OR_TO | PREPOSITIONS | _PARTICLES | lexicon.ADVERBS
_DAYS_AS_ADVERBS = word_set("today tomorrow yesterday tonight")
ONE_FORM = word_set("set put cut quit let shut split spread")
"""Verbs whose past tense equals their base form: after a unit in the singular they are in the past tense."""


def stands_as_a_verb(items: Sequence[Item], at: int, verb: Verb) -> bool:
    """Whether the words before and after a form of a known verb fit a verb."""
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
        return (before.low not in DETERMINERS or before.low in SUBJECTS) and before.low != "'s"
    if before.low in _ONLY_DETERMINERS or before.low in PREPOSITIONS or before.figure:
        return _after_a_determiner(items, at, before, verb)
    if before.low in SUBJECTS or (verb.tense is Tense.BASE and items[at - 1].low in lexicon.ADVERBS):
        return True
    unsure = items[at].low in lexicon.ALSO_NOUNS
    if before.low in ("and", "but", ",") and unsure:
        following = items[at + 1] if at + 1 < len(items) else None
        opens = following is not None and following.low in _OPENERS_OR_TO
        return opens or (following is not None and bool(following.figure))
    if before.nation:
        adjective = before.nation.is_a(NameForm.ADJECTIVE) and not before.nation.is_a(NameForm.NAME)
        return (
            not adjective
            if verb.tense is Tense.THIRD
            else before.nation.is_a(NameForm.PEOPLE) or _listed(items, at)
        )
    if before.low in ("and", ",") and verb.tense in (Tense.BASE, Tense.THIRD):
        object_ = items[at + 1].low if at + 1 < len(items) else ""
        return not unsure and (verb.tells is not Tells.OTHER or object_ in _AFTER_A_VERB)
    if items[at].low in ONE_FORM and before.low in FORCES:
        return True
    if verb.tense is Tense.THIRD:
        dated = at + 1 < len(items) and items[at + 1].when is not None and before.is_word
        named = before.low in _SINGULAR or before.place or (dated and before.low not in lexicon.ADVERBS)
        return named or (before.is_word and not unsure and before.low not in lexicon.ADVERBS)
    if verb.lemma == "take" and before.is_word and _takes_over(items, at):
        return True
    several = before.low in lexicon.PERSONS or (before.low in lexicon.UNITS and _soldiers_of(items, at))
    return several or (before.low.endswith("s") and not unsure) or _listed(items, at)


def _after_a_determiner(items: Sequence[Item], at: int, before: Item, verb: Verb) -> bool:
    """After “that”, “200” or “a company of 300” it is a verb; after “the” or “in” it is not."""
    counted = before.figure is not None and verb.tense is Tense.BASE
    sized = before.figure is not None and at > 1 and items[at - 2].low == "of"
    if sized and verb.tense is Tense.THIRD and items[at].low not in lexicon.ALSO_NOUNS:
        return True
    object_ = items[at + 1].low if at + 1 < len(items) else ""
    plain = items[at].low not in lexicon.ALSO_NOUNS or object_ in ("the", "an", "their", "its")
    return before.low == "that" or (counted and plain)


def _takes_over(items: Sequence[Item], at: int) -> bool:
    return at + 1 < len(items) and items[at + 1].low in ("over", "part")


def plainly_a_verb(items: Sequence[Item], at: int, tense: Tense) -> bool:
    """Whether a common word is directly after a subject and before words that may follow a verb."""
    back = _back(items, at) if at else -1
    if back < 0 or tense is Tense.ING or items[at].is_capital:
        return False
    before, after = items[back], items[at + 1] if at + 1 < len(items) else None
    if before.low == "-" or (after is not None and (after.low in _SOLDIERS or after.low == "-")):
        return False
    nation = before.nation is not None and before.nation.forms != {NameForm.ADJECTIVE}
    pronoun = before.low in SUBJECTS
    named = nation or before.place or (before.is_capital and before.is_word and back > 0)
    if tense is Tense.THIRD:
        return pronoun or named or before.low in _SINGULAR - {"forces"}
    if tense is not Tense.BASE:
        return pronoun or named or before.low in FORCES | lexicon.SPEECH_TITLES
    several = before.low in _SOLDIERS and (before.low.endswith("s") or before.low in lexicon.PERSONS)
    people = before.nation is not None and before.nation.is_a(NameForm.PEOPLE)
    return (pronoun or several or people or _listed(items, at)) and (
        after is None
        or bool(after.figure or after.nation or after.place or after.when)
        or after.low in _AFTER_ANY_VERB
    )


def _soldiers_of(items: Sequence[Item], at: int) -> bool:
    """“The soldiers of the mechanised battalion take up”: the subject is plural."""
    near = range(max(at - 6, 0), at)
    return any(items[one].low in lexicon.PERSONS and items[one + 1].low == "of" for one in near)


def _remaining(items: Sequence[Item], at: int) -> bool:
    """“2,500 troops left in Iraq”: those who remain, and not those who left."""
    following = items[at + 1 : at + 3]
    return items[at].low == "left" and bool(following) and following[0].low in ("in", "there", "behind")


def _listed(items: Sequence[Item], at: int) -> bool:
    """Whether a list of nations comes before: “Italy, Poland and Spain serve”."""
    return at > 2 and bool(items[at - 1].nation) and items[at - 2].low == "and"


def _back(items: Sequence[Item], at: int) -> int:
    """The index before this one, skipping adverbs."""
    at -= 1
    while at > 0 and (
        (items[at].low in lexicon.ADVERBS and items[at].low not in SUBJECTS)
        or (items[at].when is not None and items[at].low in _DAYS_AS_ADVERBS)
    ):
        at -= 1
    return at
