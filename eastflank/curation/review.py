"""A review of an article's proposals: the decision on each, the current one, and undo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from eastflank.curation.form import Form, NewDeployment
from eastflank.curation.proposed import Proposed


class ReviewOutcome(StrEnum):
    """What was decided of a proposal."""

    ACCEPTED = "accepted"
    MENDED = "mended"
    """Accepted after the person corrected it."""
    REFUSED = "refused"


class Shown(StrEnum):
    """Which proposals the review shows."""

    ALL = "all"
    OPEN = "open"
    UNSUPPORTED = "unsupported"
    """Those that have a field without characters of its own."""
    CONTRADICTS = "contradicts"
    """Those that a claim of the record contradicts."""


class Mode(StrEnum):
    """What the person is doing."""

    LOOKING = "looking"
    MENDING = "mending"
    REFUSING = "refusing"


@dataclass(frozen=True, slots=True)
class ProposalDecision:
    """What was decided of a proposal."""

    outcome: ReviewOutcome
    form: Form | None = None
    """The claim as it was accepted; None if it was refused."""
    reason: str = ""
    """Why it was refused."""


@dataclass(frozen=True, slots=True)
class ReviewStep:
    """One decision, and the decision that it replaced."""

    number: int
    before: ProposalDecision | None


@dataclass(frozen=True, slots=True)
class Review:
    """The state of a review. Proposals are identified by their numbers, from 1."""

    source: str
    at: int = 1
    """The proposal that is shown."""
    decisions: Mapping[int, ProposalDecision] = field(default_factory=dict)
    chosen: Mapping[int, str] = field(default_factory=dict)
    """The deployment that each proposal is about, if the person has chosen one."""
    saved: Mapping[int, ReviewOutcome] = field(default_factory=dict)
    """Decisions that were saved before this review."""
    steps: tuple[ReviewStep, ...] = ()
    """The decisions in the order in which they were made: undo takes the last one back."""
    shown: Shown = Shown.ALL
    mode: Mode = Mode.LOOKING

    @property
    def reviewed(self) -> int:
        """How many proposals are decided."""
        return len(self.decisions.keys() | self.saved.keys())

    def state(self, number: int) -> ReviewOutcome | None:
        """The decision on a proposal, in this review or before; None if there is none."""
        decision = self.decisions.get(number)
        return decision.outcome if decision else self.saved.get(number)

    @property
    def accepted(self) -> tuple[int, ...]:
        """The proposals that become claims, in the order of the article."""
        return tuple(sorted(number for number, one in self.decisions.items() if one.form is not None))

    @property
    def coming(self) -> tuple[NewDeployment, ...]:
        """The new deployments of the accepted claims, each once; corrected versions take precedence."""
        found: dict[str, NewDeployment] = {}
        for outcome in (ReviewOutcome.MENDED, ReviewOutcome.ACCEPTED):
            for number in self.accepted:
                one = self.decisions[number]
                if one.outcome is outcome and one.form and one.form.deployment:
                    found.setdefault(one.form.deployment.id, one.form.deployment)
        return tuple(found.values())


def visible(review: Review, items: Iterable[Proposed]) -> tuple[int, ...]:
    """The numbers of the proposals that the review shows."""
    match review.shown:
        case Shown.ALL:
            return tuple(one.number for one in items)
        case Shown.OPEN:
            return tuple(one.number for one in items if review.state(one.number) is None)
        case Shown.UNSUPPORTED:
            return tuple(one.number for one in items if one.is_unsupported)
        case Shown.CONTRADICTS:
            return tuple(one.number for one in items if one.contradicts)


def filtered(review: Review, shown: Shown, items: Sequence[Proposed]) -> Review:
    """With another filter. If it hides the current proposal, the first shown one becomes the current one."""
    found = replace(review, shown=shown, mode=Mode.LOOKING)
    numbers = visible(found, items)
    return found if found.at in numbers or not numbers else replace(found, at=numbers[0])


def turned(review: Review, by: int, items: Sequence[Proposed]) -> Review:
    """Moved to the next proposal (`by` 1) or the previous one (-1); at either end it does not move."""
    numbers = visible(review, items)
    ahead = [one for one in numbers if (one - review.at) * by > 0]
    at = (min(ahead) if by > 0 else max(ahead)) if ahead else review.at
    return replace(review, at=at, mode=Mode.LOOKING)


def at(review: Review, number: int) -> Review:
    """Moved to a proposal."""
    return replace(review, at=number, mode=Mode.LOOKING)


def decided(review: Review, decision: ProposalDecision, items: Sequence[Proposed]) -> Review:
    """With a decision on the current proposal, moved to the next one without a decision, if there is one."""
    step = ReviewStep(review.at, review.decisions.get(review.at))
    decisions = {**review.decisions, review.at: decision}
    found = replace(review, decisions=decisions, steps=(*review.steps, step), mode=Mode.LOOKING)
    numbers = [one for one in visible(found, items) if found.state(one) is None]
    after = [one for one in numbers if one > review.at] or numbers
    return replace(found, at=after[0]) if after else found


def undone(review: Review) -> Review:
    """Without the last decision, moved to its proposal. Unchanged if there is no decision."""
    if not review.steps:
        return replace(review, mode=Mode.LOOKING)
    *steps, last = review.steps
    decisions = {number: one for number, one in review.decisions.items() if number != last.number}
    if last.before is not None:
        decisions[last.number] = last.before
    shown = Shown.ALL if review.shown is Shown.OPEN and last.before is not None else review.shown
    return replace(
        review, decisions=decisions, steps=tuple(steps), at=last.number, mode=Mode.LOOKING, shown=shown
    )
