"""Laws of judged claims: an inference names its claims, gives its reason, and does not look like a quote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from eastflank.checks.rows import TableRows
from eastflank.model import Dataset, Finding
from eastflank.words.chosen import findings_on_answers as told

SURE = 2
"""The worst credibility that says “probably true”: an inference is “possibly true” (3) at best."""


def a_judgement_is_no_word_of_a_source(dataset: Dataset) -> Iterator[Finding]:
    """A judged claim has no source and no quote; any other claim has a source and rests on no claim."""
    claims = TableRows("claims", dataset.claims)
    frame = claims.frame
    judged = frame["basis"] == "judged"
    for column in ("source", "quote", "citation", "speaker", "said_on"):
        yield from claims.breaking(
            judged & frame[column].notna(),
            column,
            *told.judged_with(column),
        )
    yield from claims.breaking(~judged & frame["source"].isna(), "source", *told.NO_SOURCE)
    for column in ("rests_on", "judged_on"):
        yield from claims.breaking(
            ~judged & frame[column].notna(),
            column,
            *told.as_judged(column),
        )


def a_judgement_says_what_it_rests_on(dataset: Dataset) -> Iterator[Finding]:
    """A judged claim names claims that count, the day of the judgement and the reason.

    The schema checks that these claims exist.
    """
    claims = TableRows("claims", dataset.claims)
    frame = claims.frame
    judged = frame["basis"] == "judged"
    for column, remedy in (
        ("rests_on", told.NAME_ITS_CLAIMS),
        ("judged_on", told.GIVE_ITS_DAY),
        ("note", told.SAY_WHY),
    ):
        yield from claims.breaking(judged & frame[column].isna(), column, told.judged_without(column), remedy)
    yield from claims.breaking(
        judged & (frame["credibility"] <= SURE) & frame["note"].isna(),
        "credibility",
        *told.TOO_SURE,
    )
    stating = frame[judged & frame["rests_on"].notna()]
    if stating.empty:  # the usual case of a large record: what follows goes through all claims
        return
    reviews = dict(zip(frame["id"], frame["review"], strict=True))
    known_on = dict(zip(frame["id"], frame["known_on"], strict=True))
    rests_on_of = {
        own: rests_on.split(";") for own, rests_on in zip(stating["id"], stating["rests_on"], strict=True)
    }
    for line, own, rests_on, judged_on in zip(
        stating.index, stating["id"], stating["rests_on"], stating["judged_on"], strict=True
    ):
        for claim in rests_on.split(";"):
            problem = ""
            if own in _below(claim, rests_on_of):
                problem = told.RESTS_ON_ITSELF if claim == own else told.rests_on_itself_by(claim)
            elif reviews[claim] in ("retracted", "draft"):
                problem = told.rests_on_what_does_not_count(claim, reviews[claim])
            elif judged_on < known_on[claim]:
                problem = told.judged_before(claim)
            if problem:
                yield claims.finding(line, "rests_on", problem, told.JUDGE_AGAIN)


def _below(claim: str, rests_on: Mapping[str, Sequence[str]]) -> set[str]:
    """The claim, and all claims on which it rests, directly or through others."""
    found: set[str] = set()
    coming = [claim]
    while coming:
        one = coming.pop()
        if one not in found:
            found.add(one)
            coming += rests_on.get(one, ())
    return found
