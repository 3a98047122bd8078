"""Claims that are not about deployments: measures, logistics, adversaries' actions, meetings, statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eastflank.intake.article import lexicon
from eastflank.intake.article.beside import Beside
from eastflank.intake.article.clauses import Clause, Subject
from eastflank.intake.article.draft import DraftFields, span_of
from eastflank.intake.article.proposals import ArticleSpan, Proposal, ProposalKind
from eastflank.intake.article.reckoning import resolved
from eastflank.intake.article.roles import Role
from eastflank.intake.article.sentence_parts import SentenceParts
from eastflank.intake.article.settling import finished
from eastflank.intake.article.tables import Tables
from eastflank.intake.article.thread import Thread
from eastflank.intake.article.verb_forms import Tells
from eastflank.intake.article.voices import Saying, Voice
from eastflank.intake.article.word_sets import word_set

_ALLIES = word_set(
    "nato alliance allies ally ministers minister leaders we government governments parliament "
    "parliaments cabinet heads members states side union council they he she secretary-general "
    "ministers'"
)
_MEASURES = word_set(
    "defence defenses defences defense deterrence measures measure cyber cyberdefense "
    "cyberdefence intelligence framework posture policy readiness cooperation cooperate "
    "infrastructure barracks stockpiling stocks surveillance spending security policing "
    "interoperability command strategy concept agreement mobility protection access camps"
)
_TAKING = word_set(
    "reinforce strengthen enhance improve establish boost bolster agree approve adopt cooperate "
    "discuss step tighten create deepen launch undertake increase modernise modernize name expect "
    "build set sign"
)
_SUPPLYING = word_set(
    "refuel refuelling refueling resupply stockpile stockpiled stockpiling preposition "
    "prepositioned prepositioning depot depots"
)
_PREFIXES = frozenset(("re", "pre"))
_PREFIXED = word_set("supply supplying supplied position positioned positioning stock fuel")
_DOING = word_set(
    "deploy mass gather put move keep have send position station concentrate amass fire launch "
    "strike hit attack build draw mobilise mobilize base place bring shift transfer fly take show"
)
_STRIKES = word_set("airstrikes airstrike")
_GATHERINGS = word_set("meeting meetings summit talks")
_WHO_MEETS = word_set(
    "ministers minister leaders nato heads allies we they presidents chiefs defence defense sides "
    "officials council parties"
)
_TOPICS = word_set(
    "nato alliance allies ally deterrence defence defense attack attacked aggression troops "
    "forces soldiers confrontation territory security war threat threats warships carrier posture "
    "battlegroup brigade presence"
)
_FEWEST = 5
"""Words of a quotation that make a statement."""
_ARMED = lexicon.ARMS | lexicon.PERSONS | lexicon.UNITS


def asides_of(
    parts: SentenceParts,
    said: Sequence[Saying],
    default: Voice | None,
    thread: Thread,
    tables: Tables,
    text: str,
    told: Sequence[Proposal],
) -> list[Proposal]:
    """What a sentence states besides deployments, which are read already."""
    teller = _Aside(parts, said, thread, tables)
    taken = [proposal.quote for proposal in told]
    found: list[tuple[DraftFields, int]] = []
    for clause in parts.clauses:
        governed = clause.chain.infinitive and found and found[-1][0].extent.stop >= clause.chain.stop
        draft = None if governed else teller.of_clause(clause)
        if draft and not _overlaps(_span(parts, draft.extent), taken):
            found.append((draft, clause.chain.first))
    found += [
        (draft, draft.extent.start)
        for draft in teller.beside()
        if not _overlaps(_span(parts, draft.extent), taken)
    ]
    if not found and not told:
        found = [(draft, draft.extent.start) for draft in teller.quoted(default)]
    found += [(draft, -1) for draft in teller.glosses()]
    alone = len(found) == 1 and not told and found[0][0].kind is not ProposalKind.MEASURE
    return [
        finished(
            draft,
            at,
            parts,
            said if at >= 0 else (),
            default if at >= 0 else None,
            thread,
            alone=alone,
            text=text,
        )
        for draft, at in found
    ]


class _Aside(Beside):
    """Reads what one sentence states besides deployments."""

    def of_clause(self, clause: Clause) -> DraftFields | None:
        """The first kind that fits: logistics, an adversary's action, a meeting, a measure."""
        for rule in (self._logistics, self._adversary, self._meeting, self._measure):
            draft = rule(clause)
            if draft:
                if not len(draft.extent):
                    draft.extent = self._extent(clause)
                return draft
        return None

    def beside(self) -> Iterator[DraftFields]:
        """“…, including the advance stockpiling of equipment”, and a summit named with its day and place."""
        parts = self._parts
        for at, item in enumerate(parts.items):
            if item.low == "including" and parts.has(range(at, min(at + 6, len(parts.items))), _SUPPLYING):
                draft = DraftFields(ProposalKind.MEASURE)
                draft.extent = range(at, self._end(at))
                yield draft

    def quoted(self, default: Voice | None) -> Iterator[DraftFields]:
        """What somebody says in quotation marks about the matter."""
        parts = self._parts
        marks = [at for at, item in enumerate(parts.items) if item.low == '"']
        known = bool(default) or any(saying.voice for saying in self._said)
        inside = (
            range(marks[0], marks[-1] + 1)
            if len(marks) > 1
            else range(len(parts.items))
            if marks or default
            else range(0)
        )
        if known and self._thread.told and len(inside) > _FEWEST and parts.has(inside, _TOPICS):
            draft = DraftFields(ProposalKind.STATEMENT)
            draft.extent = range(len(parts.items))
            yield draft

    def glosses(self) -> Iterator[DraftFields]:
        """What an article adds after a quotation and a dash: its own words, not the speaker's."""
        parts = self._parts
        for at in range(1, len(parts.items) - _FEWEST):
            if parts.low(at) == "—" and parts.low(at - 1) == '"':
                draft = DraftFields(ProposalKind.STATEMENT)
                draft.extent = range(at + 1, len(parts.items))
                yield draft
                return

    def _logistics(self, clause: Clause) -> DraftFields | None:
        parts = self._parts
        extent = self._extent(clause)
        supplying = parts.has(extent, _SUPPLYING) or (
            parts.has(range(len(parts.items)), _PREFIXES) and self._supplies_again(clause, extent)
        )
        if not supplying or parts.has(extent, frozenset(("including",))):
            return None
        draft = DraftFields(ProposalKind.LOGISTICS)
        actors = self._actors(clause)
        draft.nations("lead", actors)
        hosts = [parts.items[at] for at in parts.playing(extent, Role.ACTOR) if parts.items[at].nation]
        draft.nations("host", hosts[-1:] or actors)
        if clause.chain.verb.lemma == "withdraw" and parts.has(
            clause.after, frozenset(("request", "offer", "proposal"))
        ):
            draft.put("status", "withdrawn", [self._words(clause)])
        elif {clause.chain.verb.lemma, *clause.chain.controls} & set(lexicon.SHAPES) or clause.chain.modal:
            self._status(draft, clause)
        return draft

    def _supplies_again(self, clause: Clause, extent: range) -> bool:
        """“Re-supplying”, “pre-positioned”: words that are split at their hyphen."""
        parts = self._parts
        if any(
            parts.low(at) in _PREFIXES and parts.low(at + 1) == "-" and parts.low(at + 2) in _PREFIXED
            for at in extent
        ):
            return True
        near = range(clause.chain.first, min(clause.chain.stop + 3, len(parts.items)))
        return any(parts.low(at) == "re" and parts.low(at + 1) == "-" for at in near)

    def _adversary(self, clause: Clause) -> DraftFields | None:
        parts = self._parts
        if parts.has(self._extent(clause), lexicon.CASUALTIES):
            return None
        foes = [
            one for one in self._doers(clause) if one.nation and one.nation.code in self._tables.adversaries
        ]
        armed = parts.has(clause.after, _ARMED)
        first = parts.items[min(clause.chain.stop, len(parts.items) - 1)]
        if (
            foes
            and armed
            and not first.when
            and clause.chain.verb.lemma in _DOING
            and not clause.chain.negated
        ):
            draft = DraftFields(ProposalKind.ADVERSARY)
            draft.nations("lead", foes)
            self._locate(draft, clause.after)
            self._status(draft, clause)
            return draft
        if parts.has(clause.after, _STRIKES) and clause.chain.modal in ("could", "might", "may"):
            earlier = [
                item
                for item in parts.items[: clause.chain.first]
                if item.nation and item.nation.code in self._tables.adversaries
            ]
            if earlier:
                draft = DraftFields(ProposalKind.ADVERSARY)
                draft.nations("lead", earlier[:1])
                return draft
        return None

    def _meeting(self, clause: Clause) -> DraftFields | None:
        parts = self._parts
        extent = self._extent(clause)
        gathering = next((at for at in extent if parts.low(at) in _GATHERINGS), None)
        meets = clause.chain.verb.lemma in ("meet", "gather", "convene")
        who = parts.subject(clause)
        if clause.chain.verb.tells is Tells.SAY or not (meets or gathering is not None):
            return None
        if meets and (parts.has(parts.subject(clause), _WHO_MEETS) or parts.has(clause.after, _WHO_MEETS)):
            return self._met(clause, [*clause.before, *clause.after])
        if gathering is None or not parts.has(who, _WHO_MEETS) or parts.low(gathering - 1) == "following":
            return None
        where = [at for at in extent if at > gathering or parts.roles[at] is Role.AT]
        told = [at for at in where if parts.items[at].when or parts.roles[at] is Role.AT]
        return self._met(clause, where) if told else None

    def _met(self, clause: Clause, where: Sequence[int]) -> DraftFields:
        draft = DraftFields(ProposalKind.MEETING)
        self._locate(draft, where, host=False)
        for at in where:
            when = self._parts.items[at].when
            value = resolved(when, self._thread.said, ahead=not clause.chain.past) if when else None
            if when and value and (when.day or when.month or when.weekday is not None):
                first, _, last = value.partition("/")
                draft.put("starts", first, [span_of(self._parts.items[at])])
                draft.put("ends", last, [span_of(self._parts.items[at])])
        return draft

    def _measure(self, clause: Clause) -> DraftFields | None:
        parts, lemma = self._parts, clause.chain.verb.lemma
        subject = parts.subject(clause)
        governed = set(clause.chain.controls) & _TAKING
        object_ = clause.after
        doer = parts.has(subject, _ALLIES) or bool(self._doers(clause)) or clause.kind is Subject.SHARED
        about = (
            parts.has(object_, _MEASURES)
            or any(parts.low(at).startswith("cyber") for at in object_)
            or lemma == "cooperate"
        )
        if not (doer and about and (lemma in _TAKING or governed)) or clause.chain.passive:
            return None
        draft = DraftFields(ProposalKind.MEASURE)
        nations = [one for one in self._doers(clause) if one.nation]
        draft.nations("lead", nations)
        self._locate(draft, object_, host=False)
        if lemma in ("look", "discuss") or {"look", "expect"} & set(clause.chain.controls):
            draft.put("status", "considered", [self._words(clause)])
        elif clause.chain.controls or clause.chain.modal or lemma in ("agree", "approve", "adopt"):
            self._status(draft, clause)
        return draft


def _span(parts: SentenceParts, extent: range) -> ArticleSpan:
    last = min(extent.stop, len(parts.items)) - 1
    return ArticleSpan(parts.items[extent.start].start, parts.items[max(last, extent.start)].stop)


def _overlaps(span: ArticleSpan, taken: Sequence[ArticleSpan]) -> bool:
    return any(min(span.stop, one.stop) - max(span.start, one.start) > 0 for one in taken)
