"""Nations that give a number of people without a word for them: “Luxembourg chips in with six”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eastflank.intake.article import lexicon
from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.counting import Counted, counted
from eastflank.intake.article.draft import DraftFields, span_of
from eastflank.intake.article.figures import TextFigure
from eastflank.intake.article.items import Item
from eastflank.intake.article.nations import NameForm
from eastflank.intake.article.proposals import ArticleSpan
from eastflank.intake.article.resuming import Resuming
from eastflank.intake.article.roles import Role
from eastflank.intake.article.verb_forms import Tells
from eastflank.intake.article.word_sets import word_set

_NEVER = (Tells.SAY, Tells.MEET, Tells.MEASURE, Tells.LEAVE, Tells.HOST)
_NO_GIVING = word_set(
    "pay cost buy spend sell lose kill wound win vote sign support own order deliver donate produce build "
    "fine elect see show fire invest fund finance save earn score beat count rank"
)
_BEFORE_MEMBER = word_set(", and ; ( : while")
_FORCE = lexicon.FORCES
_UP = word_set("make makes made making complete completes provide provides supply form forms")
_REST = word_set("rest remainder bulk others balance core")
_MOST = word_set("most many much bulk majority half share")
_THEM = word_set("them these troops soldiers personnel it force mission forces")
_GIVE = word_set("supply provide contribute send furnish make form constitute field")
_TAKING = word_set("participation involvement")
_PART = word_set("part member members")


class Shares(Resuming):
    """Reads who gives how many to a force that the article is about."""

    def shared(self, clause: Clause, told: Sequence[DraftFields]) -> Iterator[DraftFields]:
        """The nations of a clause with the figures that it gives them."""
        parts, chain = self._parts, clause.chain
        near = parts.sentence.paragraph - self._thread.last_in <= 1 or self._thread.multinational
        near = near or self._thread.about
        if told or not near or chain.verb.tells in _NEVER or chain.verb.lemma in _NO_GIVING:
            return
        if chain.negated or self._asks_how_many(clause):
            return
        if self._thread.exercise_in == parts.sentence.paragraph or parts.has(clause.after, lexicon.ARMS):
            return
        if member := self._member(clause):
            yield member
            return
        if taking := self._taking_part(clause):
            yield taking
            return
        if rest := self._rest_of_them(clause):
            yield rest
            return
        if parts.low(chain.stop - 1) in _UP and parts.has(clause.after, _REST):
            subject = parts.subject(clause)
            owners = [parts.items[at] for at in parts.playing(subject, Role.FORCE, Role.ACTOR)]
            if owners and not self._counts(clause.after):
                draft = DraftFields()
                draft.contingents([(self._code(one), self._span(one), None) for one in owners])
                self._locate(draft, [*clause.after, *clause.before], clause)
                yield draft
                return
        givers = self._givers(clause)
        figures = self._counts(clause.after)
        pairs: list[tuple[str, ArticleSpan, TextFigure | None]] = []
        if givers and len(figures) == len(givers):
            pairs = [self._pair(one, at) for one, at in zip(givers, figures, strict=True)]
        elif givers and len(figures) == 1 and (len(givers) == 1 or self._each(clause)):
            pairs = [self._pair(one, figures[0]) for one in givers]
        pairs += [] if givers and len(figures) == len(givers) > 1 else self._elliptic(clause.after)
        if not pairs:
            return
        draft = DraftFields()
        draft.contingents(pairs)
        self._increment(draft, self._figure(figures[0]) if figures else None)
        if figures:
            draft.put("counts", "contingent", [self._noun(figures[0])])
        self._locate(draft, [*clause.after, *clause.before], clause)
        yield draft

    def _member(self, clause: Clause) -> DraftFields | None:
        """“Norway has been part of the force since 2017”."""
        parts = self._parts
        subject = parts.subject(clause)
        actors = [parts.items[at] for at in parts.playing(subject, Role.ACTOR, Role.FORCE)]
        own = self._counts(subject)
        near = range(clause.chain.stop, min(clause.chain.stop + 9, clause.after.stop))
        part = next((at for at in near if parts.low(at) in _PART), None)
        if clause.chain.verb.tells is not Tells.BE or part is None or not actors:
            return None
        if not parts.has(range(part, near.stop), _FORCE) or parts.low(part - 1) == "of":
            return None
        draft = DraftFields()
        figure = self._figure(own[0]) if len(own) == len(actors) == 1 else None
        draft.contingents([(self._code(one), self._span(one), figure) for one in actors])
        if figure:
            draft.put("counts", "contingent", [self._noun(own[0])])
        leads = parts.playing(clause.after, Role.LEAD)
        draft.nations("lead", [parts.items[at] for at in leads if parts.items[at] not in actors])
        self._locate(draft, clause.after, clause)
        return draft

    def _taking_part(self, clause: Clause) -> DraftFields | None:
        """“France maintains its participation in the mission in Estonia”."""
        givers = self._givers(clause)
        takes = self._parts.has(clause.after, _TAKING) and self._parts.has(clause.after, lexicon.MISSIONS)
        if not givers or not takes or self._counts(clause.after):
            return None
        draft = DraftFields()
        draft.contingents([(self._code(one), span_of(one), None) for one in givers])
        self._locate(draft, [*clause.after, *clause.before], clause)
        return draft

    def _rest_of_them(self, clause: Clause) -> DraftFields | None:
        """“Uganda supplies most of them; Kenya and Djibouti the rest”."""
        parts = self._parts
        near = range(clause.chain.stop, min(clause.chain.stop + 4, clause.after.stop))
        most = parts.has(near, _MOST) and parts.has(near, _THEM)
        givers = self._givers(clause) if clause.chain.verb.lemma in _GIVE and most else []
        if not givers:
            return None
        also = self._before_the_rest(clause.after.stop)
        draft = DraftFields()
        draft.contingents([(self._code(one), span_of(one), None) for one in (*givers, *also)])
        return draft

    def _before_the_rest(self, start: int) -> list[Item]:
        parts = self._parts
        stop = next((at for at in range(start, len(parts.items)) if parts.low(at) in _REST), None)
        if stop is None or any(parts.items[at].low in lexicon.VERBS for at in range(start, stop)):
            return []
        return [parts.items[at] for at in range(start, stop) if parts.items[at].nation]

    def _givers(self, clause: Clause) -> list[Item]:
        subject = self._parts.subject(clause)
        if self._parts.playing(subject, Role.OFFICIAL, Role.FORCE):
            return []
        found = [self._parts.items[at] for at in self._parts.playing(subject, Role.ACTOR)]
        return [one for one in found if one.nation and NameForm.PEOPLE not in one.nation.forms]

    def _counts(self, where: Sequence[int]) -> list[int]:
        """The figures there that count persons, or that have no noun of their own."""
        parts = self._parts
        found = []
        for at in where:
            if not parts.items[at].figure:
                continue
            sort, _ = counted(parts.items, at)
            alone = sort is Counted.BARE and not (parts.items[at].nation or parts.low(at + 1) in ("%", "-"))
            joined = parts.low(at + 1) == "and" and bool(parts.items[at + 2 : at + 3])
            if sort in (Counted.PERSONS, Counted.WEAK) or (alone and (self._near_people(at) or joined)):
                found.append(at)
        return found

    def _near_people(self, at: int) -> bool:
        """Whether a figure without a noun is where English allows to leave the noun out."""
        parts = self._parts
        before = parts.low(at - 1)
        figure = parts.items[at].figure
        if figure and (figure.plain_year or before in ("$", "€", "£", "article", "no")):
            return False
        return before in ("with", "by", "forward", "in", "another", "about") or at == self._verb_before(at)

    def _verb_before(self, at: int) -> int:
        return next((one.chain.stop for one in self._parts.clauses if one.chain.stop == at), -1)

    def _elliptic(self, where: Sequence[int]) -> list[tuple[str, ArticleSpan, TextFigure | None]]:
        """“…, Italy 200 and Poland a couple of dozen”: a nation directly followed by its figure."""
        parts = self._parts
        found: list[tuple[str, ArticleSpan, TextFigure | None]] = []
        for at in where:
            item = parts.items[at]
            following = parts.items[at + 1] if at + 1 < len(parts.items) else None
            if not (item.nation and following and following.figure and not following.figure.plain_year):
                continue
            vague = following.figure.low is None and following.figure.high is None
            people = vague or counted(parts.items, at + 1)[0] in (Counted.PERSONS, Counted.WEAK, Counted.BARE)
            if (
                people
                and item.nation.forms & {NameForm.NAME, NameForm.PEOPLE}
                and parts.low(at - 1) in _BEFORE_MEMBER
            ):
                found.append((item.nation.code, span_of(item), following.figure))
        return found

    def _each(self, clause: Clause) -> bool:
        near = range(clause.before.start, clause.after.stop)
        return self._parts.has(near, frozenset(("each", "apiece")))

    def _pair(self, one: Item, at: int) -> tuple[str, ArticleSpan, TextFigure | None]:
        return self._code(one), span_of(one), self._figure(at)

    def _noun(self, at: int) -> ArticleSpan:
        _, noun = counted(self._parts.items, at) if self._parts.items[at].figure else (None, at)
        return span_of(self._parts.items[noun])
