"""What an article tells beside deployments: measures, logistics, adversaries' doings, meetings, statements."""

from __future__ import annotations

from collections.abc import Sequence

from eastflank.intake.article.proposals import Proposal
from eastflank.intake.article.sentence_parts import Parts
from eastflank.intake.article.tables import Tables
from eastflank.intake.article.thread import Thread
from eastflank.intake.article.voices import Saying, Voice


def asides(  # noqa: PLR0913 - the state of reading
    parts: Parts,
    said: Sequence[Saying],
    default: Voice | None,
    thread: Thread,
    tables: Tables,
    text: str,
    told: Sequence[Proposal],
) -> list[Proposal]:
    """What a sentence tells beside the deployments that are told already."""
    return []
