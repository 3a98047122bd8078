"""Laws of figures: a number in a quoted claim is a number in its quote, and no figure stands in words alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pandas as pd

from eastflank.checks.rows import Rows, evidence
from eastflank.model import Dataset, Finding
from eastflank.reading.quotes import names_of, numbers_in
from eastflank.reading.strengths import strengths

FEWEST = 20
"""Persons from which a figure belongs into a cell."""
_FIGURES = ["troops_low", "troops_high"]
_ID = re.compile(r"\b[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*\b")


def figures_are_in_the_quote(dataset: Dataset) -> Iterator[Finding]:
    """Each figure of a quoted claim stands in its quote, in digits or words, or the note accounts for it."""
    stated = evidence(dataset)
    claims, contributions = Rows("claims", dataset.claims), Rows("contributions", dataset.contributions)
    for rows, claim, columns in (
        (claims, "id", (*_FIGURES, "unit_count")),
        (contributions, "claim", _FIGURES),
    ):
        ids = rows.frame[claim]
        quotes, notes = ids.map(stated["quote"]), ids.map(stated["note"])
        for column in columns:
            lines = rows.frame.index[rows.frame[column].notna() & quotes.notna()]
            cells = zip(lines, rows.frame.loc[lines, column], quotes[lines], notes[lines], strict=True)
            for line, figure, quote, note in cells:
                if int(figure) not in numbers_in(quote) | numbers_in(note):
                    yield rows.finding(
                        line,
                        column,
                        f"{figure:,} is not in the quote “{quote}”.",
                        "Correct the figure, or let the claim's note name it and say where it comes from.",
                    )


def a_figure_in_words_stands_in_a_cell(dataset: Dataset) -> Iterator[Finding]:
    """A number of persons in a citation or a note stands in a cell too.

    In a cell of the claim itself, of another about its deployment or from its source, or of a claim that the
    note names.
    """
    peoples = tuple(sorted({name for names in names_of(dataset.nations).values() for name in names[1:]}))
    by_claim, by_deployment, by_source = _figures(dataset)
    claims, deployments = Rows("claims", dataset.claims), Rows("deployments", dataset.deployments)
    for rows, columns, of_deployment in (
        (claims, ("citation", "note"), "deployment"),
        (deployments, ("note",), "id"),
    ):
        frame = rows.frame
        sources = frame["source"] if rows is claims else pd.Series(pd.NA, index=frame.index)
        own = zip(frame.index, frame[of_deployment], sources, strict=True)
        near = {
            line: by_deployment.get(deployment, frozenset()) | by_source.get(source, frozenset())
            for line, deployment, source in own
        }
        for column in columns:
            for line, text in frame[column].dropna().items():
                named = (by_claim.get(name, frozenset()) for name in _ID.findall(text))
                known = near[line].union(*named)
                numbers = strengths(text, peoples)
                astray = [one for one in numbers if one.value >= FEWEST and one.value not in known]
                if rows is claims:
                    known |= by_claim.get(frame.loc[line, "id"], frozenset())
                    astray = [one for one in astray if one.value not in known]
                if astray:
                    listed = ", ".join(text[one.start : one.stop] for one in astray)
                    yield rows.finding(
                        int(line),
                        column,
                        f"It speaks of {listed} persons, who stand in no cell.",
                        "Enter the figure as a contribution or as a claim of its own, or answer why it is none.",
                    )


def _figures(
    dataset: Dataset,
) -> tuple[Mapping[str, frozenset[int]], Mapping[str, frozenset[int]], Mapping[str, frozenset[int]]]:
    """The figures that cells state, by claim, by deployment and by source."""
    claims = dataset.claims[["id", "deployment", "source"]]
    cells = pd.concat(
        [
            dataset.claims[["id", *_FIGURES]].rename(columns={"id": "claim"}),
            dataset.contributions[["claim", *_FIGURES]],
        ]
    )
    long = cells.melt("claim", value_name="figure").dropna(subset=["figure"])
    long = long.merge(claims, left_on="claim", right_on="id")
    by_claim, by_deployment, by_source = (
        {key: frozenset(map(int, figures)) for key, figures in long.groupby(column)["figure"]}
        for column in ("claim", "deployment", "source")
    )
    return by_claim, by_deployment, by_source
