"""Verbs in all their forms, and what a verb may say about a force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from eastflank.intake.article.word_sets import word_set


class Tells(StrEnum):
    """What a verb says about a force."""

    SEND = "send"
    GO = "go"
    BE = "be"
    HAVE = "have"
    LEAD = "lead"
    HOST = "host"
    JOIN = "join"
    LEAVE = "leave"
    COUNT = "count"
    MEASURE = "measure"
    MEET = "meet"
    DECIDE = "decide"
    """A verb before another verb or a noun that shows a status: “plan”, “decide”."""
    SAY = "say"
    OTHER = "other"
    """A verb that says nothing about a force, and ends the words of the verb before it."""


class Tense(StrEnum):
    """A verb's form."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    """Past tense, past participle, or both."""
    PARTICIPLE = "participle"
    """Past participle only."""
    ING = "ing"


class Verb(NamedTuple):
    """A form of a verb."""

    lemma: str
    tells: Tells
    tense: Tense


_IRREGULAR = {
    "send": "sent", "lead": "led", "keep": "kept", "put": "put", "bring": "brought", "leave": "left",
    "stand": "stood", "take": "took taken", "give": "gave given", "come": "came come", "go": "went gone",
    "say": "said", "tell": "told", "see": "saw seen", "make": "made", "meet": "met", "hold": "held",
    "cut": "cut", "set": "set", "fly": "flew flown", "begin": "began begun", "run": "ran run",
    "build": "built", "think": "thought", "mean": "meant", "find": "found", "fall": "fell fallen",
    "lose": "lost", "buy": "bought", "get": "got", "shift": "shifted", "quit": "quit",
    "withdraw": "withdrew withdrawn",
    "become": "became become", "write": "wrote written", "grow": "grew grown", "rise": "rose risen",
    "let": "let", "pay": "paid", "undertake": "undertook undertaken", "hand": "handed", "have": "had",
    "speak": "spoke spoken", "shrink": "shrank shrunk", "oversee": "oversaw overseen", "spend": "spent",
    "know": "knew known", "show": "showed shown", "teach": "taught", "fight": "fought", "sell": "sold",
    "forbid": "forbade forbidden", "read": "read", "lend": "lent", "draw": "drew drawn",
    "swear": "swore sworn",
    "bear": "bore borne", "catch": "caught", "choose": "chose chosen", "deal": "dealt", "dig": "dug",
    "drive": "drove driven", "dwell": "dwelt", "eat": "ate eaten", "feel": "felt", "hang": "hung",
    "lay": "laid", "lie": "lay lain", "ride": "rode ridden", "ring": "rang rung", "sit": "sat",
    "sleep": "slept", "wake": "woke woken", "wear": "wore worn", "win": "won", "wind": "wound",
    "split": "split", "spread": "spread", "overtake": "overtook overtaken", "rebuild": "rebuilt",
}  # fmt: skip
_DOUBLED = word_set(
    "commit transfer permit put cut set begin plan step run stop quit let get refer prefer cap slot "
    "slip chip strip wrap stem tip top fit equip trek dig win sit log spot pin chip wind airlift "
    "admit spur ship forbid shut swap drop scrap"
) - {"airlift"}


def _forms(lemma: str) -> Iterator[tuple[str, Tense]]:
    yield lemma, Tense.BASE
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    silent = lemma.endswith("e") and not lemma.endswith("ee")
    yield stem[:-1] + "ing" if silent else stem + "ing", Tense.ING
    after_consonant = lemma.endswith("y") and lemma[-2] not in "aeou"
    if after_consonant:
        yield lemma[:-1] + "ies", Tense.THIRD
    else:
        yield lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "go")) else "s"), Tense.THIRD
    if lemma in _IRREGULAR:
        past, *participle = _IRREGULAR[lemma].split()
        yield past, Tense.PAST
        for form in participle:
            yield form, Tense.PARTICIPLE
    elif after_consonant:
        yield lemma[:-1] + "ied", Tense.PAST
    else:
        yield stem + ("d" if lemma.endswith("e") else "ed"), Tense.PAST
        if lemma.endswith("l") and lemma[-2] in "aeo":
            yield lemma + "led", Tense.PAST
            yield lemma + "ling", Tense.ING


def verb_table(verbs: Mapping[Tells, str]) -> Iterable[tuple[str, Verb]]:
    """Every form of these lemmas with its verb."""
    for tells, lemmas in verbs.items():
        for lemma in lemmas.split():
            for form, tense in _forms(lemma):
                yield form, Verb(lemma, tells, tense)


def first_of_each(pairs: Iterable[tuple[str, Verb]]) -> dict[str, Verb]:
    """Every form with its verb; if a form occurs twice, the first counts."""
    found: dict[str, Verb] = {}
    for form, verb in pairs:
        found.setdefault(form, verb)
    return found
