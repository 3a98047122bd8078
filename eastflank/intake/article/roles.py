"""The role of each nation and place in its sentence: sends, leads, is where troops are, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from eastflank.intake.article import lexicon
from eastflank.intake.article.items import Item
from eastflank.intake.article.nations import NameForm
from eastflank.intake.article.nouns import noun_after
from eastflank.intake.article.surroundings import (
    BOUND,
    OPERATING,
    PUT,
    QUALIFIERS,
    WHERE,
    names_an_event,
    of_a_garrison,
    of_an_office,
    word_before,
)
from eastflank.intake.article.word_sets import word_set


class Role(StrEnum):
    """The role of a nation or a place, by the words around it."""

    ACTOR = "actor"
    """Named by itself: whether it acts or is acted on depends on its position."""
    FORCE = "force"
    """Whose troops they are: “German soldiers”, “France's contingent”, “450 Germans”."""
    LEAD = "lead"
    """“British-led”, “led by Canada”, “under French command”."""
    OFFICIAL = "official"
    """Only qualifies a person or an office: “the German minister”, “Slovakia's parliament”."""
    AT = "at"
    """Where: after in, at, to, near, into …"""
    FOR = "for"
    FROM = "from"
    WITH = "with"
    """“with”, “alongside”, “together with”."""
    BY = "by"
    OTHER = "other"


_WITH = word_set("with alongside")
_COMING = lexicon.PERSONS | lexicon.UNITS | {"contributions"}
_GIFTS = word_set(
    "aid support assistance help weapons arms supplies deliveries loyalty visit visits ties relations"
)
"""Words before “to” and a country in which nothing is stationed by that."""
_OFFICES = frozenset(
    ("pentagon", "white house", "kremlin", "bundeswehr", "bundestag", "downing street", "whitehall")
)
_PEOPLE_BY_ADJECTIVE = word_set(
    "dutch french british irish spanish danish portuguese chinese japanese swiss polish swedish turkish"
)
_DIRECT = word_set("reach reached reaching enter entered leave left leaving quit")
_RULED = word_set("command leadership lead flag control")
_SIDES = word_set(
    "side sides allies ally leaders authorities junta officials cabinet government president ministry"
)
_AFTER_A_NAME = lexicon.HELPS | lexicon.MODALS | lexicon.LOCATING
_BEFORE_A_VERB = lexicon.HELPS | lexicon.MODALS
_AT_OR_DIRECT = WHERE | _DIRECT


def roles_of(items: Sequence[Item]) -> list[Role | None]:
    """The role of each item, by its index; None for an item that is neither a nation nor a place."""
    found: list[Role | None] = [None] * len(items)
    for at, item in enumerate(items):
        if item.place:
            found[at] = _of_place(items, at, found)
        elif item.nation:
            found[at] = _of_nation(items, at, found)
    return found


def is_office(item: Item) -> bool:
    """Whether a building or an army means a government, so that it is not a location."""
    return item.low.removeprefix("the ") in _OFFICES


def is_capital(item: Item) -> bool:
    """Whether the words are a capital's name: it is a place if it does not act."""
    nation = item.nation
    return nation is not None and nation.forms == {NameForm.GOVERNMENT} and not is_office(item)


def _of_place(items: Sequence[Item], at: int, found: Sequence[Role | None]) -> Role:
    before = word_before(items, at)
    low = items[before].low if before >= 0 else ""
    if names_an_event(items, at):
        return Role.OTHER
    if (carried := _carried(items, at, found)) is not None:
        return carried
    if low in lexicon.COMING_FROM:
        out = low == "of" and before > 0 and items[before - 1].low == "out"
        if out and any(item.low in OPERATING for item in items[max(before - 4, 0) : before]):
            return Role.AT
        return Role.FROM if low == "from" or out else Role.OTHER
    if low in WHERE and (of_an_office(items, before) or of_a_garrison(items, before)):
        return Role.OTHER
    if low == "in" and before and found[before - 1] is Role.FROM:
        return Role.FROM  # “from Vilseck in Bavaria”
    if low == "for" and before and items[before - 1].low in BOUND:
        return Role.AT
    return Role.FOR if low == "for" else Role.AT if low in _AT_OR_DIRECT else Role.OTHER


def _of_nation(items: Sequence[Item], at: int, found: Sequence[Role | None]) -> Role:
    if names_an_event(items, at):
        return Role.OTHER
    return _by_what_follows(items, at) or _carried(items, at, found) or _by_what_precedes(items, at)


def _by_what_follows(items: Sequence[Item], at: int) -> Role | None:
    nation = items[at].nation
    if nation is None:
        return None
    low = [item.low for item in items[at + 1 : at + 4]] + ["", "", ""]
    if low[0] == "-":
        return _hyphened(low)
    owned = low[0] == "'s" or (low[0] == "'" and items[at].low.endswith("s"))
    if owned:
        before = word_before(items, at)
        inside = (
            before >= 0 and items[before].low in WHERE and at + 2 < len(items) and items[at + 2].is_capital
        )
        return (
            _of_noun(items, at + 2) or _of_a_bare_figure(items, at + 2) or (Role.AT if inside else Role.OTHER)
        )
    if nation.is_a(NameForm.ADJECTIVE):
        if (listed := _adjective_after(items, at)) is not None:
            return _by_what_follows(items, listed)
        if low[0] in _RULED or (low[0] in _RULED and low[1] in _RULED):
            return Role.LEAD
        noun = _of_noun(items, at + 1)
        if noun:
            return noun
        if nation.forms == {NameForm.ADJECTIVE}:
            return Role.AT if _in_a_part_of(items, at) else _bare_adjective(items, at)
    if nation.is_a(NameForm.PEOPLE):
        return _of_people(items, at)
    return None


def _of_a_bare_figure(items: Sequence[Item], at: int) -> Role | None:
    """“Ethiopia's 2,500 would stay”, “Cairo's 1,000”: so many soldiers of that nation."""
    if at + 1 >= len(items) or items[at].figure is None:
        return None
    following = items[at + 1]
    verb = following.low in lexicon.HELPS or following.low in lexicon.MODALS or following.low in lexicon.VERBS
    return Role.FORCE if verb else None


def _in_a_part_of(items: Sequence[Item], at: int) -> bool:
    """“In Finnish Lapland”, “near the Polish town of”: somewhere in that country."""
    before = items[word_before(items, at)].low if at else ""
    following = items[at + 1] if at + 1 < len(items) else None
    return before in WHERE and following is not None and following.is_capital and following.is_word


def _adjective_after(items: Sequence[Item], at: int) -> int | None:
    """The next adjective of “British, French and German companies”; None if there is no such list."""
    if at + 2 >= len(items) or items[at + 1].low not in (",", "and", "or"):
        return None
    following = at + 2 + (items[at + 2].low == "and")
    nation = items[following].nation if following < len(items) else None
    adjectives = (
        nation is not None and NameForm.NAME not in nation.forms and NameForm.ADJECTIVE in nation.forms
    )
    own = items[at].nation
    return following if adjectives and own is not None and NameForm.NAME not in own.forms else None


def _hyphened(low: Sequence[str]) -> Role:
    if low[1] in ("led", "commanded", "headed"):
        return Role.LEAD
    return Role.FORCE if low[1] in ("contributed", "supplied") else Role.OTHER


def _of_noun(items: Sequence[Item], at: int) -> Role | None:
    noun = noun_after(items, at)
    if noun is None:
        return None
    low = items[noun].low
    if low in lexicon.UNITS and items[noun - 1].low in lexicon.NO_SOLDIERS:
        return Role.OTHER
    if low in lexicon.SPEECH_TITLES and low not in (
        "army",
        "navy",
        "command",
        "coalition",
        "staff",
        "officers",
    ):
        return Role.OFFICIAL
    return Role.FORCE


def _bare_adjective(items: Sequence[Item], at: int) -> Role:
    before = items[at - 1].low if at else ""
    following = items[at + 1] if at + 1 < len(items) else None
    if following and following.low in _SIDES:
        return Role.ACTOR
    people = items[at].low.removeprefix("the ") in _PEOPLE_BY_ADJECTIVE
    alone = (
        following is None
        or not following.is_word
        or following.low in lexicon.VERBS
        or following.low in (_AFTER_A_NAME)
    )
    if people and alone and (before == "the" or items[at].low.startswith("the ")):
        return Role.FORCE
    if before in lexicon.HELPS and alone:
        return Role.FORCE
    if alone and items[at - 1 : at] and items[at - 1].low in (",", "and"):
        return Role.ACTOR
    return Role.OTHER


def _of_people(items: Sequence[Item], at: int) -> Role | None:
    following = items[at + 1].low if at + 1 < len(items) else ""
    before = items[at - 1] if at else None
    counted = before is not None and (
        before.figure is not None or before.low in ("the", "first", "more", "other")
    )
    if counted or items[at].low.startswith("the ") or following in ("in", "at", "near", "from") or at == 0:
        return Role.FORCE
    return Role.ACTOR


def _carried(items: Sequence[Item], at: int, found: Sequence[Role | None]) -> Role | None:
    """The role of the list that contains it: that of the nation or place before the comma or “and”."""
    if begins_again(items, at):
        return None
    before = at - 1
    while before >= 0 and items[before].low in QUALIFIERS | {"perhaps", "possibly", "then", "plus"}:
        before -= 1
    if before < 1 or items[before].low not in (",", "and", "or", "&"):
        return None
    while before > 0 and items[before].low in (",", "and", "or", "&", "'s"):
        before -= 1
    earlier = found[before]
    if earlier is None or (items[at].nation is None) != (items[before].nation is None):
        return earlier if earlier in (Role.AT, Role.FROM, Role.FOR) else None
    return earlier


def begins_again(items: Sequence[Item], at: int) -> bool:
    """Whether a name after a comma begins a new part: “…, Germany in Lithuania”."""
    if items[at].nation is None or is_office(items[at]):
        return items[at].nation is not None
    following = items[at + 1] if at + 1 < len(items) else None
    if following is None:
        return False
    if following.figure or following.low in ("in", "at"):
        return True
    verb = following.low in _BEFORE_A_VERB or (
        following.low in lexicon.VERBS and following.low not in lexicon.ALSO_NOUNS
    )
    if not verb or not at:
        return False
    return items[at - 1].low not in ("and", "or") or items[max(at - 2, 0)].low == ","


def _by_what_precedes(items: Sequence[Item], at: int) -> Role:
    before = word_before(items, at)
    if before < 0:
        return Role.ACTOR
    low = items[before].low
    if low == "under" and any(item.low in PUT for item in items[max(before - 3, 0) : before]):
        return Role.LEAD
    if low == "by":
        led = before > 0 and items[before - 1].low in ("led", "headed", "commanded", "spearheaded")
        return Role.LEAD if led else Role.BY
    if low == "from":
        return _after_from(items, before)
    if low == "nation" and before > 0 and items[before - 1].low == "framework":
        return Role.LEAD
    if low == "of":
        return _after_of(items, before)
    if low in _WITH:
        return Role.WITH
    if low == "for":
        return Role.AT if before and items[before - 1].low in BOUND else Role.FOR
    if low in WHERE and of_an_office(items, before):
        return Role.OTHER
    if low in ("to", "for") and before and items[before - 1].low in _GIFTS:
        return Role.OTHER
    if low in WHERE or low in _DIRECT:
        return Role.ACTOR if _opens_with_in_all(items, before, at) else Role.AT
    return Role.OTHER if low in ("against", "between", "about", "than", "like", "as", "until") else Role.ACTOR


def _opens_with_in_all(items: Sequence[Item], before: int, at: int) -> bool:
    """“In all the United States keeps 28,500 troops”: the nation acts."""
    all_told = before == 0 and items[0].low == "in" and items[1].low in ("all", "total")
    return all_told and at + 1 < len(items) and items[at + 1].low in lexicon.VERBS


def _after_from(items: Sequence[Item], before: int) -> Role:
    noun = items[before - 1] if before else None
    moved = any(item.low in ("to", "into") for item in items[before + 1 : before + 8])
    if noun is not None and noun.low in _COMING:
        return Role.FROM if moved and before > 3 else Role.FORCE
    return Role.FROM


def _after_of(items: Sequence[Item], before: int) -> Role:
    noun = items[before - 1].low if before else ""
    if noun in lexicon.SOLDIERS | {"those", "that"}:
        return Role.FORCE
    if noun in lexicon.SPEECH_TITLES:
        return Role.OFFICIAL
    if noun == "out":
        working = any(item.low in OPERATING for item in items[max(before - 4, 0) : before])
        return Role.AT if working else Role.FROM
    return (
        Role.AT
        if noun in ("north", "south", "east", "west", "parts", "all", "half", "outside")
        else Role.OTHER
    )
