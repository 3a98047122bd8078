"""Claims from clauses that no rule of wording matches, by the clause model.

Each such clause becomes a frame: who acts, which force, what sort of verb, where, when, how many. The weights
of the frame's cues are added. If the sum is large enough, a claim is filled from the clause, and from the
claim before if the subject refers to that claim's force.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eastflank.intake.article import lexicon
from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.cue_weights import LEAST, weight
from eastflank.intake.article.cues import NOTHING_NEW, cues_of
from eastflank.intake.article.doubt import NAMES
from eastflank.intake.article.draft import FRAMED, DraftFields
from eastflank.intake.article.frames import NEAR, ClauseFrame, frame_of
from eastflank.intake.article.items import Item
from eastflank.intake.article.roles import Role
from eastflank.intake.article.thread import NamedEntity
from eastflank.intake.article.untold import Untold
from eastflank.intake.article.verb_forms import Tells
from eastflank.intake.article.voices import Saying

_LIKELY = 0.7
"""The least chance, by the second opinion, of a clause that is filled."""
_NEVER = (Tells.SAY, Tells.MEET)


class Framing(Untold):
    """Also reads clauses with the clause model."""

    def framed(
        self,
        statuses: Sequence[tuple[Clause, str | None]],
        told: Sequence[tuple[DraftFields, Clause]],
        said: Sequence[Saying],
    ) -> Iterator[tuple[DraftFields, Clause]]:
        """The claims of the clauses that no rule has read, the largest sums first."""
        if self._parts.low(len(self._parts.items) - 1) == "?" or "whether" in self._parts.lows:
            return  # a direct or an indirect question
        open_ = [one for one in statuses if not any(_tells_of(draft, own, one[0]) for draft, own in told)]
        taken = [draft.extent for draft, _ in told]
        weighed = []
        for number, (clause, status) in enumerate(open_):
            if clause.chain.verb.tells in _NEVER or self._waits(clause):
                continue
            if not self._names_something(clause):
                continue
            frame = frame_of(self._parts, clause, self._thread)
            reported = any(clause.chain.first in saying.covers for saying in said)
            found = cues_of(self._parts, frame, status, self._thread, reported=reported, told=taken)
            weighs = weight(found)
            if NOTHING_NEW not in found and self._may_tell(clause, weighs):
                weighed.append((weighs, -number, frame, status))
        used: list[range] = []
        for weighs, _, frame, status in sorted(weighed, key=lambda one: one[:2], reverse=True):
            extent = extent_of(frame.clause)
            if any(extent.start < one.stop and one.start < extent.stop for one in used):
                continue
            draft = self._filled(frame, status)
            if draft and (weighs >= LEAST or not NAMES.isdisjoint(draft.fields)):
                used.append(extent)
                draft.extent = extent
                yield draft, frame.clause

    def _may_tell(self, clause: Clause, weighs: float) -> bool:
        """Whether a clause is filled: by its cues, or by the second opinion, which is asked again later."""
        return weighs >= LEAST or self._chance(clause) >= _LIKELY

    def _chance(self, clause: Clause) -> float:
        """What the second opinion says of a clause; 0 without one."""
        if self._thread.opinion is None:
            return 0.0
        items, extent = self._parts.items, extent_of(clause)
        return self._thread.opinion.highest(items[extent.start].start, items[extent.stop - 1].stop)

    def _names_something(self, clause: Clause) -> bool:
        """Whether a clause names a nation, a place, a figure or soldiers, or a force is mentioned near it."""
        parts = self._parts
        if parts.sentence.paragraph - self._thread.last_in <= NEAR:
            return True
        spans = (parts.subject(clause), clause.after)
        return any(parts.has(span, lexicon.FORCES) for span in spans) or any(
            parts.roles[at] is not None or parts.items[at].figure for span in spans for at in span
        )

    def _filled(self, frame: ClauseFrame, status: str | None) -> DraftFields | None:
        clause, chain = frame.clause, frame.clause.chain
        near = [*clause.after, *clause.before]
        senders, force = self._senders(frame), frame.object or frame.acting
        if frame.acting is not None and not (frame.object and frame.object.figure is not None):
            force = frame.acting
        if chain.verb.tells is Tells.HOST and not chain.passive:
            draft = DraftFields()
            draft.nations("host", self._actors(clause))
            self._who(draft, self._owners(clause.after), frame.object, clause, joined=False)
        elif chain.verb.tells is Tells.LEAD and not chain.passive and self._actors(clause):
            draft = self._led(clause, self._actors(clause))
        else:
            draft = next(iter(self._placed(clause, force, senders, near)), DraftFields())
        if frame.anaphoric:
            self.again(draft, "lead", "contributors")
            self.again(draft, "host", "place")
        if self._tells_status(clause, status):
            draft.put("status", status or "", [self._span_from(chain.first, chain.stop)])
        draft.marks.add(FRAMED)
        draft.leans = True
        return draft

    def _senders(self, frame: ClauseFrame) -> Sequence[Item | NamedEntity]:
        """Whose force it is: the nation named with it, the one after “by”, or the one that acts."""
        parts, clause = self._parts, frame.clause
        owned = self._owners(clause.after) if frame.object is not None else []
        if clause.chain.passive and "relieves" in frame.classes:
            return [parts.items[at] for at in parts.playing(clause.after, Role.BY)] or owned
        return owned or self._owners(frame.subject) or self._actors(clause)


def extent_of(clause: Clause) -> range:
    """The items of a clause: its own subject, its verb, and what follows."""
    start = clause.before.start if len(clause.before) else clause.chain.first
    return range(start, max(clause.after.stop, clause.chain.stop))


def _tells_of(draft: DraftFields, own: Clause, clause: Clause) -> bool:
    return own is clause or clause in draft.also or clause.chain.first in draft.extent
