"""Where a clause says its force is."""

from __future__ import annotations

from collections.abc import Iterable

from eastflank.intake.article import lexicon
from eastflank.intake.article.clauses import Clause, Subject
from eastflank.intake.article.draft import DraftFields, span_of
from eastflank.intake.article.proposals import ArticleSpan
from eastflank.intake.article.roles import Role, is_capital
from eastflank.intake.article.sentence_parts import SentenceParts
from eastflank.intake.article.thread import Thread
from eastflank.intake.article.verb_forms import Tells
from eastflank.intake.article.word_sets import word_set

_HERE = frozenset(("there", "here"))
_SOIL = word_set("soil territory country")
_PEOPLE = word_set("easterners westerners northerners southerners")
_OPENS_ANOTHER_MATTER = word_set("after following despite before amid since under")
_IN_THE = word_set(
    "presence view framework light course wake context request invitation behest response agreement"
)
"""“In the presence of the minister, …”, “at the request of Baghdad, …”."""
_OPENING = 5
"""The most items of a place at the beginning of a sentence."""
_WAYS = word_set("to there from")
_TOWN = word_set("town city base camp area garrison theatre theater airfield")
"""“In the town”: a known place, if the article has named it before."""
_AROUND = word_set("country peninsula region kingdom republic island colony territory enclave province state")


def opening_of(parts: SentenceParts) -> range:
    """“After the attack at Banjska at the end of May, …”: its days and places are not the force's."""
    apart = parts.low(1) in ("the", "view", "response", "agreement") and parts.has(range(1, 4), _IN_THE)
    opens = parts.low(0) in _OPENS_ANOTHER_MATTER or (parts.low(0) in ("in", "at") and apart)
    if not opens or (parts.items[0].when is not None):
        return range(0)
    return range(next((at for at in range(len(parts.items)) if parts.low(at) == ","), 0))


class ClauseWhereabouts:
    """Finds hosts and places in the clauses of one sentence."""

    def __init__(self, parts: SentenceParts, thread: Thread) -> None:
        self._parts = parts
        self._thread = thread

    def _related(self, clause: Clause) -> list[int]:
        """What “which” refers to in “the battlegroup at Rukla, which Germany has led”."""
        start = clause.before.start
        if not start or self._parts.low(start - 1) not in ("which", "that", "whom"):
            return []
        begin = start - 1
        while begin > 0 and self._parts.low(begin - 1) not in (";", ":", ".", "—") and start - begin < 16:
            begin -= 1
        return list(range(begin, start - 1))

    def _locates(self, where: Iterable[int], clause: Clause) -> bool:
        parts = self._parts
        where = list(where)
        if any(self._is_a_direction(at) for at in where):
            return True
        if parts.playing(where, Role.AT) or any(self._is_here(at) for at in where):
            return True
        keeps = clause.chain.verb.tells is Tells.HAVE
        if keeps and clause.before.start and parts.low(clause.before.start - 1) == "where":
            return True
        return clause.chain.verb.lemma in ("reach", "enter") and bool(parts.playing(where, Role.ACTOR))

    def _is_a_direction(self, at: int) -> bool:
        """“In the north-east”: somewhere, though no place is named."""
        parts = self._parts
        if parts.low(at) in _SOIL and parts.low(at - 1) in ("our", "its", "their", "his"):
            return parts.low(at - 2) in ("on", "in", "to", "onto", "into")
        if parts.low(at) in ("part", "parts", "flank", "half") and parts.low(at - 1).endswith("ern"):
            return any(parts.low(before) in ("in", "on", "to") for before in range(at - 3, at - 1))
        side = parts.low(at).startswith(("north", "south", "east", "west")) and parts.low(at) not in _PEOPLE
        country = parts.low(at - 1) == "'s" and parts.low(at - 2) in ("country", "island", "region")
        return side and ((parts.low(at - 1) == "the" and parts.low(at - 2) in ("in", "to")) or country)

    def _is_here(self, at: int) -> bool:
        """“There”, “here”, “in the country”."""
        parts = self._parts
        the = at - 1 if parts.low(at - 1) == "the" else at - 2
        around = (
            parts.low(at) in _AROUND and parts.low(the) == "the" and parts.low(the - 1) in ("in", "on", "to")
        )
        town = parts.low(at) in _TOWN and self._thread.told and parts.low(the) == "the"
        return parts.low(at) in _HERE or around or (town and parts.low(the - 1) in ("in", "at"))

    def _locate(self, draft: DraftFields, where: Iterable[int], clause: Clause) -> None:
        parts = self._parts
        where = list(where)
        opening = opening_of(parts)
        found = [at for at in parts.playing(where, Role.AT) if at not in opening]
        goal = parts.playing(clause.after, Role.AT)
        if clause.chain.verb.lemma == "embark":
            found = []
        if goal and clause.chain.verb.tells is Tells.SEND:
            found = goal
        if clause.chain.verb.lemma in ("reach", "enter"):
            found += [at for at in parts.playing(clause.after, Role.ACTOR) if at <= clause.chain.stop + 1]
        if not found:
            found = parts.playing(clause.after, Role.FOR)
        if not found and clause.before.start and parts.low(clause.before.start - 1) == "where":
            found = parts.playing(range(max(clause.before.start - 8, 0), clause.before.start), Role.AT)[-1:]
        found = sorted(set(found)) or self._in_front(clause)
        draft.located = bool(found) or any(self._is_a_direction(at) for at in where)
        hosts = [
            parts.items[at] for at in found if parts.items[at].nation and not is_capital(parts.items[at])
        ]
        draft.nations("host", hosts)
        self._name_place(draft, found)
        here = next(
            (at for at in where if self._is_here(at) and parts.low(at + 1) not in lexicon.HELPS), None
        )
        if not hosts and "place" not in draft.fields and here is not None:
            if earlier := parts.playing(range(here), Role.AT):
                self._locate_at(draft, earlier[-1:])
                return
            draft.located = True
            if parts.low(here) == "country":
                draft.nations("host", [self._thread.country] if self._thread.country else [])
                draft.leans = True
                return
            self._there_again(draft)

    def _in_front(self, clause: Clause) -> list[int]:
        """“In Bulgaria, where …, our contingent amounts to 750”: the place that opens the sentence."""
        parts = self._parts
        comma = next((at for at in range(len(parts.items)) if parts.low(at) in (",", ":")), 0)
        if parts.low(0) not in ("in", "at", "near", "across") or comma > _OPENING or clause.complement:
            return []
        found = parts.playing(range(comma), Role.AT)
        return [at for at in found if not is_capital(parts.items[at]) and clause.chain.first > comma]

    def _there_again(self, draft: DraftFields) -> None:
        """What “there” means, if the sentence before names only one country or one place."""
        hosts = [one for one in self._thread.where if not one.is_place]
        places = [one for one in self._thread.where if one.is_place]
        if len({one.value for one in hosts}) == 1:
            draft.nations("host", hosts)
        elif len(places) == 1 and not hosts:
            draft.put("place", places[0].value, [places[0].span])
        draft.leans = True

    def _locate_at(self, draft: DraftFields, found: Iterable[int]) -> None:
        found = list(found)
        draft.nations(
            "host",
            [
                self._parts.items[at]
                for at in found
                if self._parts.items[at].nation and not is_capital(self._parts.items[at])
            ],
        )
        self._name_place(draft, found)

    def _name_place(self, draft: DraftFields, found: Iterable[int]) -> None:
        for at in found:
            item = self._parts.items[at]
            if (item.place or is_capital(item)) and not self._is_one_of_several(at):
                draft.put("place", item.text, [span_of(item)])

    def _is_one_of_several(self, at: int) -> bool:
        """“In Kyiv, Odesa or Lviv”: none of them is the place."""
        parts = self._parts

        def named(place: int) -> bool:
            item = parts.items[place] if 0 <= place < len(parts.items) else None
            return item is not None and (item.place or is_capital(item))

        joints = ("and", "or")
        after = parts.low(at + 1) in joints and named(at + 2)
        before = parts.low(at - 1) in joints and named(at - 2)
        listed = parts.low(at + 1) == "," and named(at + 2) and parts.low(at + 3) in (*joints, ",")
        return after or before or listed or "or" in (parts.low(at + 1), parts.low(at - 1))

    def _stands_somewhere(self, clause: Clause) -> bool:
        """Whether a place follows the verb at once: “are in Mali”, “are already on the ground”."""
        parts = self._parts
        near = range(clause.chain.stop, min(clause.chain.stop + 6, clause.after.stop))
        ground = any(parts.low(at) == "on" and parts.low(at + 2) == "ground" for at in near)
        place = any(parts.low(at) == "in" and parts.low(at + 1) == "place" for at in near)
        first = parts.low(clause.chain.stop)
        located = any(self._is_here(at) for at in near) or (
            first
            in (
                "in",
                "at",
                "near",
                "there",
                "here",
                "now",
                "currently",
                "on",
                "already",
                "also",
                "across",
                "due",
                "expected",
                "scheduled",
            )
            and (bool(parts.playing(near, Role.AT)) or parts.has(near, _HERE))
        )
        way = any(
            parts.low(at) == "way" and (parts.low(at + 1) in _WAYS or parts.low(at - 2) == "on")
            for at in near
        )
        return ground or place or located or way

    def _leads_somewhere(self, clause: Clause) -> bool:
        after = clause.after
        return (
            len(after) > 1
            and bool(self._parts.playing(after, Role.AT))
            and self._parts.low(after.start) == "in"
        )

    def _goes_to(self, at: int) -> bool:
        """Whether it is their destination, not the place that they leave: “from Taji to Jordan”."""
        parts = self._parts
        before = at - 1
        while before > 0 and parts.low(before) in ("the", ",", "and"):
            before -= 1
        return parts.low(before) in ("to", "into", "towards")

    def _out_of(self, clause: Clause) -> bool:
        """“Will move 12,000 troops out of Germany”, “is bringing its soldiers home”."""
        parts = self._parts
        away = (("out", "of"), ("away", "from"), ("back", "from"))
        out = any((parts.low(at), parts.low(at + 1)) in away for at in clause.after)
        home = parts.has(clause.after, frozenset(("home",))) and clause.chain.verb.lemma in (
            "bring",
            "send",
            "fly",
            "pull",
            "take",
            "order",
            "call",
            "withdraw",
        )
        return out or home

    def _has_an_object(self, clause: Clause) -> bool:
        """“Train Ukrainians at Libavá”: what they do to others, not where they are."""
        first = clause.chain.stop
        item = self._parts.items[first] if first < len(self._parts.items) else None
        transitive = clause.chain.verb.lemma in ("train", "patrol", "work", "cross", "head", "operate")
        return (
            transitive
            and item is not None
            and (bool(item.nation) or item.low in ("the", "a", "an", "up", "its", "their"))
        )

    def _extent(self, clause: Clause) -> range:
        start = clause.before.start if len(clause.before) else clause.chain.first
        if clause.kind is not Subject.OWN and len(clause.antecedent):
            start = min(start, clause.antecedent.start) if clause.kind is Subject.SHARED else start
        return range(start, max(clause.after.stop, clause.chain.stop))

    def _span_from(self, start: int, stop: int) -> ArticleSpan:
        return ArticleSpan(self._parts.items[start].start, self._parts.items[stop - 1].stop)
