"""Fits the weights of the reader's clause model: `python -m tests.articles.fitting`.

Every clause of the texts is an example. Where no rule finds an answer, the clause of its quote that weighs most holds
the claim, so that the weights are fitted in rounds. They are those of a logistic regression with an elastic net
(penalties L1 and L2), so that most are zero. `--across` measures them: each set is read with weights fitted without it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import numpy as np
from numpy.typing import NDArray

from eastflank.commands.read import article_tables
from eastflank.intake.article import cue_weights, framing, reader
from eastflank.intake.article.answer import answer_of
from eastflank.intake.article.clause_statuses import status_of_clause
from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.cues import cues_of
from eastflank.intake.article.cues_beside import BEFORE, BEYOND
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
from tests.articles.scoring import Score, matches, report, score
from tests.frozen import FOLDER

OTHER_AUTHORS = (
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twentyfirst",
    "twentysecond",
    "twentythird",
)
FOLDERS = ("open", "unseen", *OTHER_AUTHORS)


class Penalty(NamedTuple):
    """How dear a cue is."""

    fewest: int
    """Examples that a cue needs to be weighed."""
    size: float
    square: float


_CUES = Penalty(5, 0.5, 1.0)
_WORDS = Penalty(8, 0.8, 4.0)
_NO_PENALTY = Penalty(0, 0.0, 0.0)
_ROUNDS = 2
_STEPS = 400
_WHERE = Path(reader.__file__).parent / "cue_weights.py"


_LEASTS = (0.4, 0.1, -0.2, -0.5, -0.8)
"""The least sums that `--across` measures."""
Quote = tuple[str, int, int]
"""The words of an answer: the article's name and code points."""


class Weights(NamedTuple):
    of_cues: dict[str, float]
    alone: float


class Example(NamedTuple):
    cues: frozenset[str]
    told: bool
    """Whether a rule of wording tells of it."""
    quotes: frozenset[Quote] = frozenset()
    """The answers in whose quotes its verb stands."""


def examples(article: Article, tables: Tables) -> list[Example]:
    """The clauses of an article."""
    found: list[tuple[Example, tuple[int, int]]] = []

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
            found.append((Example(frozenset(seen), told), verb))
        return settle(parts, ruled, said, *rest)  # type: ignore[arg-type]

    with mock.patch.object(reader, "settle", record):
        proposals = answer_of(reader.read(article.text, tables, article.said))
    wanted = [claim for claim in article.answers if claim["kind"] == "deployment"]
    ruled = [claim for claim in proposals if claim["kind"] == "deployment"]
    matched = {place for _, place in matches(ruled, wanted)}
    every = [(article.name, *claim["quote"]) for claim in wanted]
    missed = [quote for place, quote in enumerate(every) if place not in matched]
    return [
        one._replace(
            quotes=frozenset(
                quote for quote in (every if one.told else missed) if quote[1] <= start and stop <= quote[2]
            )
        )
        for one, (start, stop) in found
    ]


def fitted(found: Sequence[Example]) -> Weights:
    """The weights by these clauses: in each round, the weights before say which clause of a quote holds the claim."""
    rows = [one.cues for one in found]
    weights, alone = fit(rows, [bool(one.quotes) for one in found])
    for _ in range(_ROUNDS):
        heaviest: dict[Quote, tuple[float, int]] = {}
        for at, one in enumerate(found):
            weighs = sum(weights.get(cue, 0.0) for cue in one.cues)
            heaviest |= {
                quote: (weighs, at)
                for quote in one.quotes
                if quote not in heaviest or weighs > heaviest[quote][0]
            }
        chosen = {at for _, at in heaviest.values()}
        weights, alone = fit(
            rows, [bool(one.quotes) and (one.told or at in chosen) for at, one in enumerate(found)]
        )
    return Weights(weights, alone)


def fit(rows: Sequence[frozenset[str]], holds: Sequence[bool]) -> tuple[dict[str, float], float]:
    """The weight of each cue that has one, and the weight of a clause without any cue."""
    counts = Counter(cue for row in rows for cue in row)
    names = sorted(cue for cue, count in counts.items() if count >= _penalty(cue).fewest)
    table = np.array([[name in row for name in names] + [True] for row in rows], dtype=np.float32)
    weights = _descent(
        table, np.array(holds, dtype=np.float32), [*(_penalty(name) for name in names), _NO_PENALTY]
    )
    return {
        name: round(float(one), 2) for name, one in zip(names, weights, strict=False) if abs(one) >= 0.015
    }, round(float(weights[-1]), 2)


def _penalty(cue: str) -> Penalty:
    return _WORDS if cue.startswith((BEFORE, BEYOND)) else _CUES


def _descent(
    table: NDArray[np.float32], holds: NDArray[np.float32], penalties: Sequence[Penalty]
) -> NDArray[np.float32]:
    """Accelerated proximal gradient descent (FISTA; Beck and Teboulle 2009)."""
    square = np.array([one.square for one in penalties], dtype=np.float32)
    step = np.float32(1 / (np.linalg.norm(table, 2) ** 2 / 4 + square.max()))
    shrink = step * np.array([one.size for one in penalties], dtype=np.float32)
    weights = ahead = np.zeros(table.shape[1], dtype=np.float32)
    pace = 1.0
    for _ in range(_STEPS):
        slope = table.T @ (1 / (1 + np.exp(-table @ ahead)) - holds) + square * ahead
        moved = ahead - step * slope
        new = np.sign(moved) * np.maximum(np.abs(moved) - shrink, 0)
        faster = (1 + np.sqrt(1 + 4 * pace**2)) / 2
        ahead = new + np.float32((pace - 1) / faster) * (new - weights)
        weights, pace = new, faster
    return weights


def written(weights: dict[str, float], alone: float) -> Iterable[str]:
    """The lines of the module of weights between its two marks."""
    yield f"ALONE = {alone}"
    yield '"""The weight of a clause without any cue."""'
    yield "WEIGHTS: Mapping[str, float] = {"
    yield from (
        f"    {json.dumps(name, ensure_ascii=False)}: {one}," for name, one in sorted(weights.items())
    )
    yield "}"
    yield '"""What each cue adds."""'


def across(found: Mapping[str, Sequence[Example]], tables: Tables) -> None:
    """Print the scores of each set by another author, read with the weights of all other sets."""
    totals: dict[float, Score] = {least: Score() for least in _LEASTS}
    for folder in OTHER_AUTHORS:
        weights = fitted([one for name, rows in found.items() if name != folder for one in rows])
        for least, total in totals.items():
            with (
                mock.patch.object(framing, "LEAST", least),
                mock.patch.object(cue_weights, "WEIGHTS", weights.of_cues),
                mock.patch.object(cue_weights, "ALONE", weights.alone),
            ):
                for one in articles(folder):
                    proposals = answer_of(reader.read(one.text, tables, one.said))
                    score(one.name, one.text, proposals, one.answers, total, "deployment")
    for least, total in totals.items():
        print(f"\nLEAST {least}")
        print("\n".join(report("deployment", total)))


def main() -> None:
    """Write the weights, or measure them."""
    parser = argparse.ArgumentParser(prog="python -m tests.articles.fitting", description=__doc__)
    parser.add_argument("--across", action="store_true", help="measure on each set without it; write nothing")
    chosen = parser.parse_args()
    tables = article_tables(FOLDER, gazetteer=DATA / "gazetteer")
    found = {
        folder: [one for article in articles(folder, sort=False) for one in examples(article, tables)]
        for folder in FOLDERS
    }
    if chosen.across:
        across(found, tables)
        return
    every = [one for rows in found.values() for one in rows]
    head, _, _ = _WHERE.read_text(encoding="utf-8").partition("ALONE = ")
    _WHERE.write_text(head + "\n".join(written(*fitted(every))) + "\n", encoding="utf-8")
    print(f"{len(every)} clauses, {sum(bool(one.quotes) for one in every)} within a claim's words")


if __name__ == "__main__":
    main()
