"""Serialises a review to a text that outlives the page, and back. Any other text is not accepted.

A proposal is recognised by its words and its kind. If the rules read an article differently by now, decisions
on proposals that no longer exist are left out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from eastflank.curation import kept_form
from eastflank.curation.form import Form
from eastflank.curation.proposed import Proposed
from eastflank.curation.review import Mode, ProposalDecision, Review, ReviewOutcome, ReviewStep

Found: TypeAlias = tuple[Review, Form | None]
"""A review, and the form of the proposal that was being corrected."""
LONGEST = 4_000_000
"""The longest text that is read, in characters."""


def written(review: Review, items: Sequence[Proposed], mended: Form | None = None) -> str:
    """A review as one line. `items` are its proposals; `mended` is the form of the one being corrected."""
    keys = keys_of(items)
    return json.dumps(
        {
            "source": review.source,
            "at": keys.get(review.at, ""),
            "decisions": [
                {"of": keys[number], **_decision(one)} for number, one in sorted(review.decisions.items())
            ],
            "chosen": [[keys[number], one] for number, one in sorted(review.chosen.items())],
            "mended": None if mended is None else kept_form.written(mended, None),
            "order": [keys[step.number] for step in review.steps],
        },
        ensure_ascii=False,
    )


def read(text: str, source: str, items: Sequence[Proposed]) -> Found | None:
    """The review read back; None if the text is not a serialised review, or is of another source."""
    if len(text) > LONGEST:
        return None
    numbers = {key: number for number, key in keys_of(items).items()}
    try:
        said = json.loads(text)
        if said["source"] != source:
            return None
        decisions = {numbers[one["of"]]: _decided(one) for one in said["decisions"] if one["of"] in numbers}
        chosen = {numbers[key]: _text(one) for key, one in said["chosen"] if key in numbers}
        order = [numbers[key] for key in said["order"] if key in numbers and numbers[key] in decisions]
        now = numbers.get(said["at"], 0)
        mended = _form(said["mended"]) if now else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    found = Review(source, decisions=decisions, chosen=chosen)
    # Each decision can be undone once: earlier decisions that it replaced are not kept.
    steps = tuple(ReviewStep(number, None) for number in dict.fromkeys(order))
    mode = Mode.MENDING if mended else Mode.LOOKING
    return replace(found, at=now or 1, steps=steps, mode=mode), mended


def keys_of(items: Sequence[Proposed]) -> Mapping[int, str]:
    """What identifies each proposal, by number: its characters, its kind, and its place among equal ones."""
    keys: dict[int, str] = {}
    seen: dict[str, int] = {}
    for one in items:
        plain = f"{one.proposal.quote.start}-{one.proposal.quote.stop}-{one.proposal.kind.value}"
        seen[plain] = seen.get(plain, 0) + 1
        keys[one.number] = plain if seen[plain] == 1 else f"{plain}-{seen[plain]}"
    return keys


def _decision(one: ProposalDecision) -> dict[str, object]:
    form = None if one.form is None else kept_form.written(one.form, None)
    return {"outcome": one.outcome.value, "reason": one.reason, "form": form}


def _decided(said: Mapping[str, object]) -> ProposalDecision:
    outcome, reason, form = ReviewOutcome(_text(said["outcome"])), _text(said["reason"]), _form(said["form"])
    if (form is None) is not (outcome is ReviewOutcome.REFUSED):
        raise ValueError("no decision")
    return ProposalDecision(outcome, form, reason)


def _form(said: object) -> Form | None:
    if said is None:
        return None
    found = kept_form.read(_text(said))
    if found is None:
        raise ValueError("no form")
    return found[0]


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise TypeError("no text")
    return said
