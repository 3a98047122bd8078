"""What later sentences need to know about a sentence."""

from __future__ import annotations

from eastflank.intake.article import lexicon
from eastflank.intake.article.proposals import ArticleSpan
from eastflank.intake.article.roles import Role, is_capital
from eastflank.intake.article.sentence_parts import SentenceParts
from eastflank.intake.article.thread import NamedEntity, Thread
from eastflank.intake.article.verb_forms import Tells

_FORCES = lexicon.UNITS | lexicon.MISSIONS
_LED = _FORCES | {"contingent"}
_SHORT = 6
"""The most items of a sentence between a question and its answer."""
_TITLE = 9
"""The most items between a nation and the word that calls it the framework nation."""
_LONG_AGO = 5
"""A paragraph in the past tense is history if it is at least so many years back."""


def remember(one: SentenceParts, thread: Thread) -> None:
    """Remember what later sentences may refer to."""
    thread.asked = _asks_how_many(one) or (thread.asked and not one.clauses and len(one.items) <= _SHORT)
    thread.at_home, thread.passed_at_home = thread.passed_at_home, False
    where = [
        NamedEntity(
            item.text if place or not item.nation else item.nation.code,
            ArticleSpan(item.start, item.stop),
            place,
        )
        for at in one.playing(range(len(one.items)), Role.AT)
        for item in [one.items[at]]
        for place in [item.place or is_capital(item)]
        if place or item.nation
    ]
    if one.items and one.items[-1].low == "?" and not where:  # “And Kosovo?”
        asked = [item for item in one.items if item.nation]
        where = [
            NamedEntity(item.nation.code, ArticleSpan(item.start, item.stop))
            for item in asked[:1]
            if item.nation
        ]
    if where:
        thread.where = tuple(where)
    countries = [named for named in where if not named.is_place]
    if countries:
        thread.country = countries[0] if len({named.value for named in countries}) == 1 else None
    who = [
        NamedEntity(item.nation.code, ArticleSpan(item.start, item.stop))
        for at in one.playing(range(len(one.items)), Role.ACTOR)
        for item in [one.items[at]]
        if item.nation
    ]
    if who:
        thread.who = tuple(who[:1])
    lows = {item.low for item in one.items}
    if lows & lexicon.UN_LIKE:
        thread.mission_in = one.sentence.paragraph
    if len({named.value for named in thread.where if not named.is_place}) <= 1:
        spots = [named.value.lower() for named in thread.where]
        codes = leaders(one)
        if len(codes) == 1:
            thread.led.update(dict.fromkeys(spots, next(iter(codes))))
        if lows & lexicon.UN_LIKE:
            thread.missions.update(spots)
    thread.leaders.update(leaders(one))
    thread.forces = bool(lows & (lexicon.SURE_PERSONS))
    thread.multinational = (
        thread.multinational
        or bool(lows & lexicon.MULTINATIONAL)
        or bool(one.playing(range(len(one.items)), Role.LEAD))
        or _is_of_the_alliance(one)
    )
    if _tells_of_long_ago(one, thread):
        thread.past_in = one.sentence.paragraph
    thread.exercise_before = any(
        item.low in lexicon.EXERCISES and one.low(at - 1) != "on" for at, item in enumerate(one.items)
    )
    if thread.exercise_before:
        thread.exercise_in = one.sentence.paragraph


def leaders(one: SentenceParts) -> set[str]:
    """The codes of nations that lead a unit by this sentence: “British-led”, “which Canada has commanded”."""
    found = [
        at
        for at in one.playing(range(len(one.items)), Role.LEAD, Role.ACTOR)
        if one.roles[at] is Role.LEAD or _is_framework(one, at)
    ]
    for clause in one.clauses:
        if clause.chain.verb.tells is not Tells.LEAD or clause.chain.negated:
            continue
        unit = one.has([*clause.after, *range(max(clause.before.start - 14, 0), clause.before.start)], _LED)
        if clause.chain.passive:
            found += one.playing(clause.after, Role.BY) if one.has(one.subject(clause), _LED) else []
        elif unit:
            found += one.playing(one.subject(clause), Role.ACTOR)[-1:]
    return {nation.code for at in found if (nation := one.items[at].nation)}


def _is_framework(one: SentenceParts, at: int) -> bool:
    """“France, the framework nation in Romania”, “Spain will act as framework nation of the brigade”."""
    for place in range(at + 1, min(at + _TITLE, len(one.items))):
        if one.items[place].nation or one.low(place) in (
            "replace",
            "replaces",
            "relieved",
            "thanked",
            "from",
        ):
            return False
        if one.low(place) == "framework":
            return True
    return False


def _is_of_the_alliance(one: SentenceParts) -> bool:
    """“A NATO land force”, “the EU mission”: a force of several nations."""
    return any(
        item.low in ("nato", "eu", "un", "ecowas") and one.low(at + ahead) in _FORCES
        for at, item in enumerate(one.items)
        for ahead in (1, 2)
    )


def _asks_how_many(one: SentenceParts) -> bool:
    """Whether it is “How many soldiers do you have here?”."""
    how = any(
        one.low(at) == "how" and one.low(at + 1) in ("many", "large", "big") for at in range(len(one.items))
    )
    return how and one.low(len(one.items) - 1) == "?"


def _tells_of_long_ago(one: SentenceParts, thread: Thread) -> bool:
    if thread.said is None or not any(clause.chain.past for clause in one.clauses):
        return False
    whens = [item.when for item in one.items if item.when]
    now = any(when.year and when.year >= thread.said.year - 1 for when in whens)
    return not now and any(
        (when.year is not None and when.year < thread.said.year - _LONG_AGO)
        or (when.unit == "year" and (when.turn or 0) < -_LONG_AGO)
        for when in whens
    )
