"""Fits the weights of the reader's clause model: `python -m tests.articles.fitting`.

Every clause of the open texts is an example; it holds a claim where its verb stands within the quote of an answer
that no rule finds. The weights are those of a logistic regression with an L1 penalty, so that most are zero.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import numpy as np
from numpy.typing import NDArray

from eastflank.commands.read import article_tables
from eastflank.intake.article import reader
from eastflank.intake.article.answer import answer_of
from eastflank.intake.article.clause_statuses import status_of_clause
from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.cues import cues_of
from eastflank.intake.article.draft import FRAMED, DraftFields
from eastflank.intake.article.frames import frame_of
from eastflank.intake.article.sentence_parts import SentenceParts
from eastflank.intake.article.settling import Settled, settle
from eastflank.intake.article.tables import Tables
from eastflank.intake.article.thread import Thread
from eastflank.intake.article.verb_forms import Tells
from eastflank.intake.article.voices import Saying
from eastflank.store import DATA
from tests.articles.__main__ import Article, articles
from tests.articles.scoring import matches
from tests.frozen import FOLDER

FOLDERS = ("open", "unseen", "sixteenth", "seventeenth")
_FEWEST = 5
"""Examples of a cue that is weighed."""
_PENALTY = 0.8
_STEPS = 1500
_WHERE = Path(reader.__file__).parent / "cue_weights.py"


class Example(NamedTuple):
    cues: frozenset[str]
    told: bool
    """Whether a rule of wording tells of it."""
    verb: tuple[int, int]
    """Its code points."""


def examples(article: Article, tables: Tables) -> tuple[list[Example], list[bool]]:
    """The clauses of an article, and which of them hold a claim."""
    found: list[Example] = []

    def record(
        parts: SentenceParts,
        drafts: Sequence[tuple[DraftFields, Clause]],
        said: Sequence[Saying],
        *rest: object,
    ) -> Settled:
        thread = next(one for one in rest if isinstance(one, Thread))
        ruled = [(draft, own) for draft, own in drafts if FRAMED not in draft.marks]
        for clause in parts.clauses:
            if clause.chain.verb.tells in (Tells.SAY, Tells.MEET):
                continue
            others = [d.extent for d, own in ruled if own is not clause and clause not in d.also]
            told = len(others) < len(ruled) or any(clause.chain.first in d.extent for d, _ in ruled)
            status = status_of_clause(parts, clause, said, thread.said)
            reported = any(clause.chain.first in saying.covers for saying in said)
            frame = frame_of(parts, clause, thread)
            seen = cues_of(parts, frame, status, thread, reported=reported, told=others)
            verb = (parts.items[clause.chain.first].start, parts.items[clause.chain.stop - 1].stop)
            found.append(Example(frozenset(seen), told, verb))
        return settle(parts, ruled, said, *rest)  # type: ignore[arg-type]

    with mock.patch.object(reader, "settle", record):
        proposals = answer_of(reader.read(article.text, tables, article.said))
    wanted = [claim for claim in article.answers if claim["kind"] == "deployment"]
    ruled = [claim for claim in proposals if claim["kind"] == "deployment"]
    matched = {place for _, place in matches(ruled, wanted)}
    every = [claim["quote"] for claim in wanted]
    missed = [claim["quote"] for place, claim in enumerate(wanted) if place not in matched]
    return found, [
        any(start <= one.verb[0] and one.verb[1] <= stop for start, stop in (every if one.told else missed))
        for one in found
    ]


def fit(rows: Sequence[frozenset[str]], holds: Sequence[bool]) -> tuple[dict[str, float], float]:
    """The weight of each cue that has one, and the weight of a clause without any cue."""
    counts = Counter(cue for row in rows for cue in row)
    names = sorted(cue for cue, count in counts.items() if count >= _FEWEST)
    table = np.array([[name in row for name in names] + [True] for row in rows], dtype=float)
    weights = _descent(table, np.array(holds, dtype=float))
    return {
        name: round(float(one), 2) for name, one in zip(names, weights, strict=False) if abs(one) >= 0.01
    }, round(float(weights[-1]), 2)


def _descent(table: NDArray[np.float64], holds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Accelerated proximal gradient descent (FISTA; Beck and Teboulle 2009); the last column has no penalty."""
    step = 4 / np.linalg.norm(table, 2) ** 2
    shrink = np.full(table.shape[1], _PENALTY * step)
    shrink[-1] = 0
    weights = ahead = np.zeros(table.shape[1])
    pace = 1.0
    for _ in range(_STEPS):
        slope = table.T @ (1 / (1 + np.exp(-table @ ahead)) - holds)
        moved = ahead - step * slope
        new = np.sign(moved) * np.maximum(np.abs(moved) - shrink, 0)
        faster = (1 + np.sqrt(1 + 4 * pace**2)) / 2
        ahead = new + (pace - 1) / faster * (new - weights)
        weights, pace = new, faster
    return weights


def written(weights: dict[str, float], alone: float) -> Iterable[str]:
    """The lines of the module of weights between its two marks."""
    yield f"ALONE = {alone}"
    yield '"""The weight of a clause without any cue."""'
    yield "WEIGHTS: Mapping[str, float] = {"
    yield from (f'    "{name}": {one},' for name, one in sorted(weights.items()))
    yield "}"
    yield '"""What each cue adds."""'


def main() -> None:
    """Write the weights."""
    parser = argparse.ArgumentParser(prog="python -m tests.articles.fitting", description=__doc__)
    parser.add_argument("--until", metavar="NAME", help="only the texts before this one")
    chosen = parser.parse_args()
    tables = article_tables(FOLDER, gazetteer=DATA / "gazetteer")
    rows: list[frozenset[str]] = []
    holds: list[bool] = []
    for folder in FOLDERS:
        for article in articles(folder, sort=False):
            if chosen.until == article.name:
                break
            found, right = examples(article, tables)
            rows += [one.cues for one in found]
            holds += right
        else:
            continue
        break
    head, _, _ = _WHERE.read_text(encoding="utf-8").partition("ALONE = ")
    _WHERE.write_text(head + "\n".join(written(*fit(rows, holds))) + "\n", encoding="utf-8")
    print(f"{len(rows)} clauses, {sum(holds)} with a claim")


if __name__ == "__main__":
    main()
