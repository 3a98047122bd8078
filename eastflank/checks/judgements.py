"""Laws of judged claims: an inference names what it rests on, says why, and looks like no source's word."""

from __future__ import annotations

from collections.abc import Iterator

from eastflank.checks.rows import Rows
from eastflank.model import Dataset, Finding

SURE = 2
"""The worst credibility that says “probably true”: an inference is “possibly true” (3) at best."""


def a_judgement_is_no_word_of_a_source(dataset: Dataset) -> Iterator[Finding]:
    """A judged claim has no source and no words of one; any other has a source and rests on no claim."""
    claims = Rows("claims", dataset.claims)
    frame = claims.frame
    judged = frame["basis"] == "judged"
    for column in ("source", "quote", "citation", "speaker", "said_on"):
        yield from claims.breaking(
            judged & frame[column].notna(),
            column,
            f"A judged claim is a curator's, but it has a {column}.",
            "Empty it, or make the claim a cited one.",
        )
    yield from claims.breaking(
        ~judged & frame["source"].isna(), "source", "The claim has no source.", "Name it, or judge it."
    )
    for column in ("rests_on", "judged_on"):
        yield from claims.breaking(
            ~judged & frame[column].notna(),
            column,
            f"The claim is {{basis}}, but it has {column}, as a judged one has.",
            "Empty it, or change the basis.",
        )


def a_judgement_says_what_it_rests_on(dataset: Dataset) -> Iterator[Finding]:
    """A judged claim names claims that count, the day of the judgement and the reason.

    That these claims are there is the schema's.
    """
    claims = Rows("claims", dataset.claims)
    frame = claims.frame
    judged = frame["basis"] == "judged"
    for column, remedy in (
        ("rests_on", "Name the claims from which it was inferred."),
        ("judged_on", "Give the day of the judgement."),
        ("note", "Say why it must be so."),
    ):
        yield from claims.breaking(
            judged & frame[column].isna(), column, f"A judged claim has no {column}.", remedy
        )
    yield from claims.breaking(
        judged & (frame["credibility"] <= SURE) & frame["note"].isna(),
        "credibility",
        "An inference is graded {credibility}, and no note says why it is as good as confirmed.",
        "Grade it 3 or worse, or say why in note.",
    )
    reviews = dict(zip(frame["id"], frame["review"], strict=True))
    known_on = dict(zip(frame["id"], frame["known_on"], strict=True))
    stating = frame[judged & frame["rests_on"].notna()]
    for line, own, rests_on, judged_on in zip(
        stating.index, stating["id"], stating["rests_on"], stating["judged_on"], strict=True
    ):
        for claim in rests_on.split(";"):
            problem = ""
            if claim == own:
                problem = "It rests on itself."
            elif reviews[claim] in ("retracted", "draft"):
                problem = f"It rests on {claim}, which does not count: it is {reviews[claim]}."
            elif judged_on < known_on[claim]:
                problem = f"It was judged before {claim}, on which it rests, was known."
            if problem:
                yield claims.finding(line, "rests_on", problem, "Correct it, or judge again without it.")
