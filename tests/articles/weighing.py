"""Fits the weights by which fields are confirmed: `python -m tests.articles.weighing SET …`.

The sets must be ones that the network of claims was not taught with. For each kind of field a logistic regression
(penalty L2) says how much the second opinion and the rules count; `WEIGHTS` in `confirming.py` holds the result.
Then the fields that are right are counted, by the least chance of those that are filled in.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from unittest import mock

import numpy as np
from numpy.typing import NDArray

from eastflank.commands.read import article_tables
from eastflank.intake.article import confirming, reader
from eastflank.intake.article.answer import answer_of
from eastflank.intake.article.opinion import ClaimOpinion
from eastflank.intake.article.proposals import Proposal
from eastflank.intake.article.sharing import WHO
from eastflank.intake.second_opinion.network import opinion_on
from eastflank.store import DATA
from tests.articles.__main__ import articles
from tests.articles.scoring import FIELDS, Score, matches, same, score, value_of
from tests.frozen import FOLDER

_PENALTY = 1.0
_STEPS = 60
_BARS = (0.0, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)


class Example(NamedTuple):
    """A proposal for a claim, before anything was confirmed, with the second opinion and the answer."""

    proposal: Proposal
    said: ClaimOpinion
    answer: Mapping[str, Any]


def examples(folders: Sequence[str]) -> Iterator[Example]:
    """The proposals that are about a claim of the answers."""
    tables = article_tables(FOLDER, gazetteer=DATA / "gazetteer", adviser=opinion_on)
    for folder in folders:
        for article in articles(folder):
            told: list[tuple[Proposal, ClaimOpinion]] = []

            def listen(
                one: Proposal, said: ClaimOpinion, _: frozenset[str], told: list[Any] = told
            ) -> Proposal:
                told.append((one, said))
                return one

            with mock.patch.object(reader, "confirmed", listen):
                found = reader.read(article.text, tables, article.said)
            proposed = [one for one in answer_of(found) if one["kind"] == "deployment"]
            wanted = [claim for claim in article.answers if claim["kind"] == "deployment"]
            for at, other in matches(proposed, wanted):
                yield Example(*told[at], wanted[other])


Cues = tuple[confirming.Cues, bool]
"""What speaks for a value, and whether it is right."""


def _of_nations(name: str) -> Callable[[Example], Iterator[Cues]]:
    def cues(one: Example) -> Iterator[Cues]:
        right = value_of(one.answer, name).split(";")
        for code, found in confirming.nation_cues(name, one.proposal, one.said):
            yield found, code in right

    return cues


def _of_status(one: Example) -> Iterator[Cues]:
    for value, found in confirming.status_cues(one.proposal, one.said):
        yield found, value == value_of(one.answer, "status")


def _of_counts(one: Example) -> Iterator[Cues]:
    if set(confirming.STRENGTHS) & set(one.proposal.fields):
        for value, found in confirming.counts_cues(one.proposal, one.said):
            yield found, value == value_of(one.answer, "counts")


def _of_place(one: Example) -> Iterator[Cues]:
    read = [one.proposal.fields["place"].value] if "place" in one.proposal.fields else []
    for name in read or one.said.places:
        right = same("place", name, value_of(one.answer, "place"))
        yield confirming.place_cues(one.proposal, one.said, name), right


def _of_strength(weights: str) -> Callable[[Example], Iterator[Cues]]:
    def cues(one: Example) -> Iterator[Cues]:
        told = [name for name in confirming.STRENGTHS if name in one.proposal.fields]
        if told and confirming.strength_weights(one.proposal) == weights:
            sender = math.prod(confirming.nations(name, one.proposal, one.said).chance for name in WHO)
            right = all(_is_right(name, one) for name in told)
            yield confirming.strength_cues(one.proposal, one.said, sender), right

    return cues


def _read_alone(weights: str) -> Callable[[Example], Iterator[Cues]]:
    def cues(one: Example) -> Iterator[Cues]:
        for name, of in confirming.READ_ALONE.items():
            if of == weights and name in one.proposal.fields:
                yield (one.said.words.get(name, 0.0),), _is_right(name, one)

    return cues


def _is_right(name: str, one: Example) -> bool:
    return same(name, one.proposal.fields[name].value, value_of(one.answer, name))


KINDS: Mapping[str, Callable[[Example], Iterator[Cues]]] = {
    **{name: _of_nations(name) for name in confirming.NATIONS},
    "status": _of_status,
    "counts": _of_counts,
    "place": _of_place,
    **{name: _of_strength(name) for name in ("strength", "share")},
    **{name: _read_alone(name) for name in ("day", "speaker")},
}


def fitted(found: Sequence[Cues]) -> NDArray[np.float64]:
    """The weights of a logistic regression, by Newton's method; the last one counts always."""
    cues = np.array([(*one, 1.0) for one, _ in found])
    right = np.array([float(one) for _, one in found])
    penalty = np.diag([*[_PENALTY] * (cues.shape[1] - 1), 0.0])
    weights = np.zeros(cues.shape[1])
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-cues @ weights))
        slope = cues.T @ (chances - right) + penalty @ weights
        bend = (cues.T * (chances * (1 - chances))) @ cues + penalty + 1e-9 * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return weights


def main() -> None:
    """Print the weights, and what each bar gives."""
    parser = argparse.ArgumentParser(prog="python -m tests.articles.weighing", description=__doc__)
    parser.add_argument("folders", nargs="+", metavar="SET")
    found = list(examples(parser.parse_args().folders))
    print(f"{len(found)} proposals for a claim\nWEIGHTS:")
    weights = dict(confirming.WEIGHTS)
    for name, cues in KINDS.items():
        with mock.patch.object(confirming, "WEIGHTS", weights):  # a strength counts on its sender
            told = [one for each in found for one in cues(each)]
        weights[name] = tuple(np.round(fitted(told), 2).tolist())
    for name, values in weights.items():
        print(f'    "{name}": {values},')
    for bar in _BARS:
        total = Score()
        with (
            mock.patch.object(confirming, "WEIGHTS", weights),
            mock.patch.multiple(confirming, BAR=bar, BARS={}),
        ):
            for one in found:
                proposal = confirming.confirmed(one.proposal, one.said)
                plain = {
                    name: {"value": field.value, "spans": field.spans}
                    for name, field in proposal.fields.items()
                }
                claim = {"quote": list(proposal.quote), "kind": "deployment", "fields": plain}
                score("", "", [claim], [{**one.answer, "quote": claim["quote"]}], total, "deployment")
        names = [name for name in FIELDS if name != "said_on"]
        right, wrong = (sum(of[name] for name in names) for of in (total.right, total.wrong))
        print(
            f"bar {bar}: {right} of {right + wrong} fields right ({right / (right + wrong):.3f}), {sum(total.missed[name] for name in names)} not filled in"
        )
        print(
            "    "
            + ", ".join(
                f"{name} {total.right[name]}/{total.right[name] + total.wrong[name]}" for name in names
            )
        )


if __name__ == "__main__":
    main()
