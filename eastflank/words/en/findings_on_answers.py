"""English for what is wrong with decisions of curators: choices between sources, answers, judgements."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from eastflank.words.en.dates_in_words import day as in_days

# --- answers to findings ------------------------------------------------------------------------------------


def answered_twice(first: str) -> tuple[str, str]:
    """Says that another row answers the same."""
    return f"{first} answers the same finding.", "Keep one of the two."


def names_no_claim(deployment: str) -> tuple[str, str]:
    """Says that an answer does not say until when it is valid."""
    return (
        f"An answer about {deployment} names no claim.",
        "Name the newest claim that you knew, so that a newer one raises the finding again.",
    )


def answered_before(remedy: str, answer: str, newer: str) -> str:
    """What to do about a finding whose answer a newer claim has overtaken."""
    again = f"{answer} answered it before {newer} was known: fix it, or answer it again with {newer}."
    return f"{remedy} {again}"


def no_check(check: str, answerable: Iterable[str]) -> tuple[str, str]:
    """Says that there is no check of this name."""
    return f"There is no check “{check}”.", f"Use one of: {', '.join(sorted(answerable))}."


def no_matter_of_judgement(check: str) -> tuple[str, str]:
    """Says that what this check finds cannot be answered."""
    return f"What {check} finds is not a matter of judgement.", "Fix the finding, and remove the answer."


def nothing_wrong_any_more(check: str, row: str) -> tuple[str, str]:
    """Says that the finding is gone; `row` may be empty."""
    return (
        f"{check} finds nothing wrong with {row or 'no row'} any more.",
        "Remove the answer, or correct the row that it names.",
    )


# --- decisions between sources ------------------------------------------------------------------------------


def nobody_disagrees(claim: str) -> tuple[str, str]:
    """Says that there is nothing to decide."""
    return (
        f"No other source of the time disagrees with {claim} on this any more.",
        "Remove the decision: the map follows the rules again.",
    )


def decided_already(by: str) -> tuple[str, str]:
    """Says that another row decides the same."""
    return f"{by} already decides this disagreement.", "Keep one of the two."


def decision_without(column: str) -> tuple[str, str]:
    """Says that a cell is empty."""
    return f"A decision between sources has no {column}.", "Name it, or the check it answers."


def decision_needs_nation(field: str) -> tuple[str, str]:
    """Says that a decision on a contingent has no nation."""
    return f"A decision on {field} needs a nation.", "Name the nation."


def decision_has_no_nation(field: str) -> tuple[str, str]:
    """Says that a decision on another field has a nation."""
    return f"A decision on {field} has no nation.", "Empty it."


def about_another(claim: str, about: str, deployment: str) -> tuple[str, str]:
    """Says that the claim is about another deployment; `about` is empty for none."""
    return (
        f"{claim} is about {about or 'no deployment'}, not {deployment}.",
        "Correct the one or the other.",
    )


def does_not_state(claim: str, field: str) -> tuple[str, str]:
    """Says that the claim does not state the field."""
    return f"{claim} does not state the {field}.", "Choose a claim that does."


def overtaken(newer: str, field: str, told: date, claim: str) -> tuple[str, str]:
    """Says that a claim of a later time states the field."""
    return (
        f"{newer} states the {field} of {in_days(told)}, a later time than that of {claim}.",
        "Decide again with it, remove the decision, or answer that days before need it.",
    )


# --- judged claims ------------------------------------------------------------------------------------------

NO_SOURCE = ("The claim has no source.", "Name it, or judge it.")
TOO_SURE = (
    "An inference is graded {credibility}, and no note says why it is as good as confirmed.",
    "Grade it 3 or worse, or say why in note.",
)
NAME_ITS_CLAIMS = "Name the claims from which it was inferred."
GIVE_ITS_DAY = "Give the day of the judgement."
SAY_WHY = "Say why it must be so."
JUDGE_AGAIN = "Correct it, or judge again without it."
RESTS_ON_ITSELF = "It rests on itself."


def rests_on_itself_by(claim: str) -> str:
    """What is wrong with an inference on which one of its own claims rests."""
    return f"It rests on {claim}, which rests on it."


def judged_with(column: str) -> tuple[str, str]:
    """Says that a judged claim has what only a source's claim has."""
    return (
        f"A judged claim is a curator's, but it has a {column}.",
        "Empty it, or make the claim a cited one.",
    )


def as_judged(column: str) -> tuple[str, str]:
    """Says that a source's claim has what only a judged one has."""
    return (
        f"The claim is {{basis}}, but it has {column}, as a judged one has.",
        "Empty it, or change the basis.",
    )


def judged_without(column: str) -> str:
    """Says that a judged claim lacks something."""
    return f"A judged claim has no {column}."


def rests_on_what_does_not_count(claim: str, review: str) -> str:
    """Says that a claim on which it rests is a draft or retracted."""
    return f"It rests on {claim}, which does not count: it is {review}."


def judged_before(claim: str) -> str:
    """Says that a claim on which it rests came later."""
    return f"It was judged before {claim}, on which it rests, was known."


# --- what is followed ---------------------------------------------------------------------------------------


def follows_a_weak_claim(
    value: str, deployment: str, grade: str, sound: str, its_grade: str
) -> tuple[str, str]:
    """Says that a value follows a weak claim although a sound one states another."""
    return (
        f"The {value} of {deployment} follows this weak claim ({grade}), not {sound} ({its_grade}).",
        "Look for a sound source, or answer why the weak one is to be followed.",
    )


def end_is_judged(deployment: str) -> tuple[str, str]:
    """Says that no source states an end."""
    return (
        f"That {deployment} ends is a curator’s judgement; no source states it.",
        "Look for a source of the end, or answer why it must have ended.",
    )
