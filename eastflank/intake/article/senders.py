"""Whose force it is: who sends, who leads, who joins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eastflank.intake.article import lexicon
from eastflank.intake.article.clauses import Clause, Subject
from eastflank.intake.article.draft import span_of
from eastflank.intake.article.forces import Force, force_in, in_a_name
from eastflank.intake.article.items import Item
from eastflank.intake.article.nations import NameForm
from eastflank.intake.article.nouns import noun_after
from eastflank.intake.article.proposals import ArticleSpan
from eastflank.intake.article.roles import Role
from eastflank.intake.article.sentence_parts import SentenceParts
from eastflank.intake.article.thread import NamedEntity
from eastflank.intake.article.verb_forms import Tells
from eastflank.intake.article.whereabouts import ClauseWhereabouts
from eastflank.intake.article.word_sets import word_set

_PRONOUNS = word_set("it they he she we its their")
_THE_UNIT = lexicon.UNITS | lexicon.MISSIONS | {"one", "troops", "forces"}
_NO_UNIT_AFTER = word_set("commander commanders chief headquarters flag on")

_SERVICES = frozenset(("military", "army", "navy", "force", "forces"))
"""“The Indonesian Military will dispatch …”: a service, which acts for its nation."""
_LARGEST = word_set("largest biggest second-largest third-largest smallest")
_INSIDE = word_set("in within to into of inside under with alongside joining reinforcing supporting by")
_WHO_ONLY_SPEAK = word_set(
    "official officials source sources general colonel spokesman spokeswoman officer officers"
)


class Senders(ClauseWhereabouts):
    """Finds the nations that act in the clauses of one sentence."""

    def _actors(self, clause: Clause) -> list[Item | NamedEntity]:
        """The nations that act: named before the verb, or meant by a pronoun there."""
        parts = self._parts
        subject = parts.subject(clause)
        found: list[Item | NamedEntity] = [parts.items[at] for at in parts.playing(subject, Role.ACTOR)]
        found = found or [
            parts.items[at] for at in parts.playing(subject, Role.OFFICIAL) if self._governs(at)
        ]
        if not found and (not force_in(parts, subject) or parts.has(subject, _SERVICES)):
            found = [parts.items[at] for at in parts.playing(subject, Role.FORCE)]
        if clause.chain.passive and not found:
            found = [parts.items[at] for at in parts.playing(clause.after, Role.BY)]
        if not found and clause.chain.infinitive:
            found = self._of_the_noun(clause)
        if not found and clause.kind is Subject.WHOSE:
            found += [parts.items[at] for at in clause.antecedent if parts.items[at].nation][-1:]
        if not found and (any(parts.low(at) in _PRONOUNS for at in subject) or not len(subject)):
            found = list(self._meant(clause))
        return found

    def _of_the_noun(self, clause: Clause) -> list[Item | NamedEntity]:
        """“The decision of Germany to station a brigade”, “a commitment by France to send …”."""
        parts, first = self._parts, clause.chain.first
        noun = next(
            (at for at in range(first - 1, max(first - 14, -1), -1) if parts.low(at) in lexicon.NOUN_SHAPES),
            None,
        )
        if noun is None:
            return []
        near = [at for at in range(max(noun - 3, 0), first) if parts.items[at].nation]
        owned = [at for at in near if at > noun]
        if owned and parts.low(owned[0] - 1) not in ("of", "by", "from"):
            owned = []
        owned = owned or [at for at in near if at < noun and parts.roles[at] in (Role.OTHER, Role.OFFICIAL)]
        return [parts.items[at] for at in owned]

    def _meant(self, clause: Clause) -> Sequence[Item | NamedEntity]:
        """The nation that “it” or “they” means: the one that acted before it."""
        parts = self._parts
        pronouns = {parts.low(at) for at in parts.subject(clause)}
        if "they" in pronouns:
            for other in reversed(parts.clauses[: parts.place_of(clause)]):
                acting = [parts.items[at] for at in parts.playing(other.before, Role.ACTOR)]
                if acting:
                    return acting
        for at in range(clause.chain.first - 1, -1, -1):
            earlier = parts.items[at]
            if (
                parts.roles[at] in (Role.ACTOR, Role.OFFICIAL)
                and earlier.nation
                and not _is_plain_place(earlier)
            ):
                return [earlier]
        if pronouns & {"it", "its"} and parts.low(0) in _PRONOUNS:
            return self._thread.who
        return ()

    def _governs(self, at: int) -> bool:
        """Whether “the German parliament” or “Canadian leaders” act for their nation."""
        noun = noun_after(self._parts.items, at + 1 + (self._parts.low(at + 1) in ("'s", "'")))
        low = self._parts.low(noun) if noun is not None else ""
        return low in lexicon.SPEECH_TITLES - _WHO_ONLY_SPEAK

    def _owners(self, where: Iterable[int]) -> list[Item | NamedEntity]:
        """Whose force it is."""
        parts = self._parts
        where = list(where)
        own = parts.playing(where, Role.FORCE)
        led = [
            at
            for at in parts.playing(where, Role.LEAD)
            if not (own and self._is_of_another(at)) and parts.low(at - 1) != "under"
        ]
        return [parts.items[at] for at in sorted([*own, *led])]

    def _is_of_another(self, at: int) -> bool:
        """“150 British soldiers within the American-led battlegroup”: who leads is not whose they are."""
        before = at - 1 - (self._parts.low(at - 1) in ("the", "a"))
        return self._parts.low(before) in _INSIDE

    def _possessors(self, clause: Clause, force: Force | None) -> list[Item | NamedEntity]:
        """“Turkey, whose battalion arrived in June”: the noun before “whose” sends it."""
        if clause.kind is not Subject.WHOSE or force is None:
            return []
        found = self._parts.playing(clause.antecedent, Role.ACTOR)[-1:]
        return [self._parts.items[at] for at in found]

    def _announcers(self, clause: Clause) -> list[Item | NamedEntity]:
        """“Romania announced that a company of 130 would come”: it is the speaker's if no nation is named."""
        parts = self._parts
        at = parts.place_of(clause)
        if not (clause.complement and at and clause.chain.ahead):
            return []
        before = parts.clauses[at - 1]
        speaking = before.chain.verb.tells is Tells.SAY or before.chain.verb.lemma in ("announce", "confirm")
        found = parts.playing(parts.subject(before), Role.ACTOR) if speaking else []
        return [parts.items[place] for place in found if len(found) == 1]

    def _deciders(self, clause: Clause) -> list[Item | NamedEntity]:
        """“London is looking at whether a battlegroup could be kept”: who considers it sends it."""
        parts = self._parts
        at = parts.place_of(clause)
        before = parts.clauses[at - 1] if at else None
        weighs = before is not None and before.chain.verb.tells is Tells.DECIDE
        if before is None or not weighs or not parts.has(clause.before, frozenset(("whether", "if"))):
            return []
        return [parts.items[place] for place in parts.playing(parts.subject(before), Role.ACTOR)]

    def _the_rest(self, clause: Clause) -> bool:
        """“The remainder will come in groups”: soldiers that were mentioned before."""
        parts = self._parts
        rest = parts.has(parts.subject(clause), frozenset(("rest", "remainder")))
        return rest and self._thread.told and not parts.playing(parts.subject(clause), *Role)

    def _own_force(self, clause: Clause) -> bool:
        """Whether the text says whose force it is: “its troops”, “American troops”."""
        parts = self._parts
        return bool(self._owners(clause.after)) or parts.has(
            clause.after, frozenset(("its", "their", "his", "our"))
        )

    def _joined(self, where: Iterable[int], senders: Sequence[Item | NamedEntity]) -> bool:
        """Whether they join a unit of others: “to the British-led battlegroup”, “to the UN mission”."""
        parts = self._parts
        own = {self._code(one) for one in senders}
        where = list(where)
        led = [at for at in parts.playing(where, Role.LEAD) if self._code(parts.items[at]) not in own]
        return bool(led) or any(
            parts.low(at) in lexicon.MULTINATIONAL
            and any(
                parts.low(before) in ("to", "in", "into", "part", "with")
                for before in range(max(at - 5, 0), at)
            )
            for at in where
        )

    def _leads_among(self, where: Iterable[int], senders: Sequence[Item | NamedEntity]) -> list[Item]:
        own = {self._code(one) for one in senders}
        found = [self._parts.items[at] for at in self._parts.playing(where, Role.LEAD)]
        return [item for item in found if self._code(item) not in own]

    def _unit_in(self, where: Iterable[int]) -> bool:
        parts = self._parts
        return any(
            (
                parts.low(at) in _THE_UNIT
                and parts.low(at + 1) not in _NO_UNIT_AFTER
                and not in_a_name(parts, at)
            )
            for at in where
        )

    def _says_framework(self, where: Iterable[int]) -> bool:
        parts = self._parts
        return any(
            parts.low(at) in ("framework", "lead")
            and parts.low(at + 1) in ("nation", "nations", "country", "countries")
            for at in where
        )

    def _is_operational(self, clause: Clause) -> bool:
        return self._parts.has(clause.after, frozenset(("operational", "combat-ready", "activated")))

    def _is_of_them(self, subject: Iterable[int]) -> bool:
        return self._parts.has(subject, frozenset(("them", "those")))

    def _asks_how_many(self, clause: Clause) -> bool:
        parts = self._parts
        return any(parts.low(at) == "how" and parts.low(at + 1) == "many" for at in clause.before)

    def _code(self, one: Item | NamedEntity | None) -> str:
        if isinstance(one, NamedEntity):
            return one.value
        return one.nation.code if one and one.nation else ""

    def _span(self, one: Item | NamedEntity | None) -> ArticleSpan:
        if isinstance(one, NamedEntity):
            return one.span
        return span_of(one) if one else ArticleSpan(0, 0)


def _is_plain_place(item: Item) -> bool:
    return item.nation is not None and NameForm.PEOPLE in item.nation.forms and len(item.nation.forms) == 1


def denies_a_force(parts: SentenceParts, clause: Clause) -> bool:
    """Whether “no” is before the force: “no American troops will be stationed”."""
    return any(parts.low(at) == "no" for at in parts.subject(clause))


def calls_a_contributor(parts: SentenceParts, clause: Clause) -> bool:
    """Whether a nation is called a contributor."""
    largest = any(
        parts.low(at) in ("contingent", "force", "group") and parts.has(range(max(at - 3, 0), at), _LARGEST)
        for at in clause.after[:6]
    )
    return largest or parts.has(clause.after, frozenset(("contributor", "contributors")))
