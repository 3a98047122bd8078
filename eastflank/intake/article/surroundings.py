"""The words before and after the name of a nation or a place."""

from __future__ import annotations

from collections.abc import Sequence

from eastflank.intake.article import lexicon
from eastflank.intake.article.items import Item
from eastflank.intake.article.word_sets import word_set

QUALIFIERS = word_set(
    "the a an its their his her our southern northern eastern western central neighbouring "
    "neighboring nearby south north east west whole entire latter former baltic south-eastern "
    "both all of"
    " nato alliance"
) - {"of"}


WHERE = word_set(
    "in to into at near on across inside within onto throughout around outside over toward "
    "towards through via"
)


OPERATING = word_set("operate operates operated operating work works working run running based")
"""Words before “out of” and the place where somebody is."""


PUT = word_set(
    "placed put come comes came serve serves serving operate operates operating stand stands fall falls"
)
"""Words before “under” and the nation that leads."""


EVENTS = word_set("summit conference meeting talks declaration communique treaty forum")


BOUND = word_set(
    "bound headed heading destined leave leaves left leaving depart departs departed departing sail "
    "sailed sailing embarked embarking"
)
"""Words before “for” and the place where somebody goes."""


_UNIT_OF_AN_ARMY = lexicon.UNITS | word_set(
    "regiment guard guards infantry airborne hussars dragoons lancers rifles fusiliers artillery "
    "engineers engineer grenadiers marines commando commandos wing fleet army"
)


_SEATED = word_set(
    "parliament government ministry cabinet congress senate council administration authorities officials "
    "embassy assembly conference summit meeting talks lawmakers diplomats leaders court university"
)


def of_an_office(items: Sequence[Item], before: int) -> bool:
    """“The parliament in Berlin”, “authorities in Kyiv”: the place of an office, not of soldiers."""
    return before > 0 and items[before].low in ("in", "at") and items[before - 1].low in _SEATED


def of_a_garrison(items: Sequence[Item], before: int) -> bool:
    """“From the 7th Brigade in Brisbane”, “of the Guard Hussars at Slagelse”: where a unit is at home."""
    if items[before].low not in ("in", "at", "near"):
        return False
    begin = next(
        (at for at in range(before - 1, max(before - 9, -1), -1) if items[at].low in ("from", "of", ",")), -1
    )
    if begin < 0 or items[begin].low != "from" or before - begin < 2:
        return False
    between = items[begin + 1 : before]
    others = sum(
        bool(item.nation or item.place) and items[place - 1].low in WHERE and place > 0
        for place, item in enumerate(items)
        if place != before + 1
    )
    if not others and items[begin - 1].low not in ("drawn", "mostly", "mainly", "chiefly"):
        return False
    named = any(item.low in _UNIT_OF_AN_ARMY or item.text[:1].isdigit() for item in between)
    verbs = lexicon.VERBS.keys() - lexicon.ALSO_NOUNS
    return named and not any(
        item.when or item.low in lexicon.HELPS or (item.low in verbs and item.low.endswith("ed"))
        for item in between
    )


def names_an_event(items: Sequence[Item], at: int) -> bool:
    """“At the Vilnius summit”: not a place where troops are."""
    return at + 1 < len(items) and items[at + 1].low in EVENTS


def word_before(items: Sequence[Item], at: int) -> int:
    """The index of the word before, skipping an article or an adjective; -1 at the beginning."""
    before = at - 1
    while before >= 0 and items[before].low in QUALIFIERS:
        before -= 1
    if before >= 0 and items[before].place and items[before + 1 : before + 2] and items[at - 1].low == ",":
        return before
    return before
