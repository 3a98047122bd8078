"""What the network of claims says of one claim: which names and words it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from eastflank.intake.article.opinion import Backed, ClaimOpinion
from eastflank.intake.article.proposals import ArticleSpan, CandidateName, Proposal
from eastflank.intake.second_opinion.claim_windows import ClaimWindow, ClaimWindows
from eastflank.intake.second_opinion.sessions import session

NATIONS = ("lead", "contributors", "host")
"""What a nation can be in a claim; a place is its place, the fourth."""
STATUSES = (
    "considered", "offered", "pledged", "agreed", "decided", "arriving", "deployed", "leaving", "ended",
    "withdrawn", "denied",
)  # fmt: skip
COUNTS = ("", "whole", "unit", "contingent", "increment", "sum")
WORDS = (
    "place", "troops_low", "troops_high", "contributor_troops", "unit_count", "starts", "ends", "speaker",
    "status", "hedge",
)  # fmt: skip
"""The fields for which the network says of each word whether it states them."""
_UNLIKELY = -4.0
"""The odds of words outside the window."""


def opinion_of(
    proposal: Proposal, candidates: Sequence[CandidateName], windows: ClaimWindows, text: str
) -> ClaimOpinion | None:
    """The opinion on the fields of a proposal from a text; None if its quote has no words.

    Candidates outside the window of the claim have no odds.
    """
    window = windows.around(*proposal.quote)
    if window is None:
        return None
    near = list(_near(candidates, window, windows))
    names, statuses, counts, share, words = session("claims.onnx").run(
        ["names", "statuses", "counts", "share", "words"], given(window, [group for _, group in near])
    )
    found = [one for one, _ in near]
    return ClaimOpinion(
        nations={name: _nations(found, names[:, at]) for at, name in enumerate(NATIONS)},
        places=_places(found, names[:, len(NATIONS)], text),
        statuses=_statuses(statuses, words, window, windows, proposal.quote),
        counts=dict(zip(COUNTS, map(float, _log_chances(counts)), strict=True)),
        words=dict(_stated(proposal, words, window, windows)),
        share=float(share[0]),
    )


def given(
    window: ClaimWindow, groups: Sequence[Sequence[int]]
) -> dict[str, NDArray[np.int64] | NDArray[np.float32]]:
    """What the network reads: the pieces, the claim's own, and the words of each name."""
    return {
        "ids": np.array([window.pieces], dtype=np.int64),
        "types": np.array([window.kinds], dtype=np.int64),
        "claim": window.of_the_claim(),
        "groups": window.means(groups) if groups else np.zeros((1, len(window.pieces)), dtype=np.float32),
    }


def _near(
    candidates: Sequence[CandidateName], window: ClaimWindow, windows: ClaimWindows
) -> Iterator[tuple[CandidateName, list[int]]]:
    """The candidates in the window, each with the words of its name there."""
    for one in candidates:
        group = [at for at in windows.words_in(*one.span) if at in window.places]
        if group:
            yield one, group


def _nations(found: Sequence[CandidateName], odds: NDArray[np.float32]) -> Mapping[str, Backed]:
    """How much all names of a nation together speak for it, and the name that speaks most."""
    return _together(
        (code, Backed(float(odds[at]), one.span)) for at, one in enumerate(found) for code in one.codes
    )


def _places(found: Sequence[CandidateName], odds: NDArray[np.float32], text: str) -> Mapping[str, Backed]:
    return _together(
        (text[slice(*one.span)], Backed(float(odds[at]), one.span))
        for at, one in enumerate(found)
        if one.is_place
    )


def _together(found: Iterable[tuple[str, Backed]]) -> Mapping[str, Backed]:
    of: dict[str, list[Backed]] = {}
    for value, backed in found:
        of.setdefault(value, []).append(backed)
    return {
        value: Backed(float(np.logaddexp.reduce([one.odds for one in each])), max(each).span)
        for value, each in of.items()
    }


def _statuses(
    statuses: NDArray[np.float32],
    words: NDArray[np.float32],
    window: ClaimWindow,
    windows: ClaimWindows,
    quote: ArticleSpan,
) -> Mapping[str, Backed]:
    """How likely each status is, with the word of the claim that tells its status most clearly."""
    told = [at for at in windows.words_in(*quote) if at in window.places]
    best = max(told, key=lambda at: float(words[window.places[at].start, WORDS.index("status")]))
    span = windows.span_of(best)
    chances = _log_chances(statuses)
    return {status: Backed(float(one), span) for status, one in zip(STATUSES, chances, strict=True)}


def _stated(
    proposal: Proposal, words: NDArray[np.float32], window: ClaimWindow, windows: ClaimWindows
) -> Iterator[tuple[str, float]]:
    for at, name in enumerate(WORDS):
        field = proposal.fields.get(name)
        if field and field.spans:
            told = [word for span in field.spans for word in windows.words_in(*span) if word in window.places]
            yield name, max((float(words[window.places[word].start, at]) for word in told), default=_UNLIKELY)


def _log_chances(values: NDArray[np.float32]) -> NDArray[np.float32]:
    told: NDArray[np.float32] = values - np.logaddexp.reduce(values)
    return told
