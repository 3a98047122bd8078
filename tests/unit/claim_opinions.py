"""Opinions on a claim for tests."""

import math
from collections.abc import Mapping

from eastflank.intake.article.folding import folded
from eastflank.intake.article.opinion import Backed, ClaimOpinion, LikelyClaim
from eastflank.intake.article.proposals import ArticleSpan
from eastflank.intake.article.sentences import sentences_of

NEAR, FAR = ArticleSpan(110, 116), ArticleSpan(10, 16)
STATUSES = ("considered", "pledged", "deployed", "denied")
SURE, UNSURE = 9.0, 0.0


def said(
    *,
    lead: Mapping[str, float] | None = None,
    contributors: Mapping[str, float] | None = None,
    host: Mapping[str, float] | None = None,
    places: Mapping[str, float] | None = None,
    status: str = "deployed",
    counts: str = "whole",
    share: float = -SURE,
    clear: bool = True,
) -> ClaimOpinion:
    """An opinion that names these odds; `clear`: it is sure of the status and of what the figure counts."""

    def backed(odds: Mapping[str, float] | None) -> dict[str, Backed]:
        return {value: Backed(one, FAR) for value, one in (odds or {}).items()}

    def chances(values: tuple[str, ...], right: str) -> dict[str, float]:
        rest = 1e-6 if clear else 1 / len(values)
        return {one: math.log(1 - rest * (len(values) - 1) if one == right else rest) for one in values}

    return ClaimOpinion(
        nations={"lead": backed(lead), "contributors": backed(contributors), "host": backed(host)},
        places=backed(places),
        statuses={one: Backed(odds, NEAR) for one, odds in chances(STATUSES, status).items()},
        counts=chances(("", "whole", "unit", "contingent"), counts),
        words={"troops_high": SURE, "troops_low": SURE, "contributor_troops": SURE},
        share=share,
    )


def likely(text: str, chance: float = 0.99) -> list[LikelyClaim]:
    """Each sentence of a text as a claim whose words all have that chance."""
    return [
        LikelyClaim(ArticleSpan(one.start, one.stop), len(text[one.start : one.stop].split()), chance, chance)
        for one in sentences_of(folded(text))
    ]
