"""Laws of figures: the number of a quoted claim is in its quote, and no figure is only in a text."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping

from eastflank.checks.rows import CLAIM_ID, TableRows, evidence
from eastflank.model import ClaimRow, Dataset, Finding
from eastflank.reading.quotes import names_of, numbers_in
from eastflank.reading.strengths import strengths_in
from eastflank.words.chosen import findings_on_figures as told

FEWEST = 20
"""A figure of at least this many persons belongs in a cell."""
_FIGURES = ("troops_low", "troops_high")


def figures_are_in_the_quote(dataset: Dataset) -> Iterator[Finding]:
    """Each figure of a quoted claim is in its quote, in digits or words, or the note explains it."""
    words = evidence(dataset)
    claims, contributions = (
        TableRows("claims", dataset.claims),
        TableRows("contributions", dataset.contributions),
    )
    for rows, claim, columns in (
        (claims, "id", (*_FIGURES, "unit_count")),
        (contributions, "claim", _FIGURES),
    ):
        ids = rows.frame[claim]
        quotes, notes = ids.map(words["quote"]), ids.map(words["note"])
        for column in columns:
            lines = rows.frame.index[rows.frame[column].notna() & quotes.notna()]
            cells = zip(lines, rows.frame.loc[lines, column], quotes[lines], notes[lines], strict=True)
            for line, figure, quote, note in cells:
                if int(figure) not in numbers_in(quote) | numbers_in(note):
                    yield rows.finding(
                        line,
                        column,
                        *told.not_in_the_quote(int(figure), quote),
                    )


def a_figure_in_words_stands_in_a_cell(dataset: Dataset) -> Iterator[Finding]:
    """A number of persons in a citation or a note is also in a cell.

    The cell may belong to the claim itself, to another claim about its deployment or from its source, or to a
    claim that the text names by its id. Drafts are checked when they are reviewed.
    """
    names = names_of(dataset.nations).values()
    peoples = tuple(sorted({name for (_, *others) in names for name in others}))
    figures_in = functools.cache(functools.partial(strengths_in, peoples=peoples))
    by_claim = functools.cache(lambda: _figures(dataset, lambda row: row.id))
    by_deployment = functools.cache(lambda: _figures(dataset, lambda row: row.deployment))
    by_source = functools.cache(lambda: _figures(dataset, lambda row: row.source))
    claims, deployments = TableRows("claims", dataset.claims), TableRows("deployments", dataset.deployments)
    texts = [
        (claims, row.line, column, text, (row.id, row.deployment, row.source))
        for row in dataset.claim_rows
        if row.review != "draft"  # a reviewer turns each figure into a claim, or deletes the words
        for column, text in (("citation", row.citation), ("note", row.note))
    ]
    lines = deployments.lines()
    texts += [
        (deployments, lines[one.id], "note", one.note, ("", one.id, ""))
        for one in dataset.deployments_by_id.values()
    ]
    for rows, line, column, text, (claim, deployment, source) in texts:
        found = [] if text is None else [one for one in figures_in(text) if one.value >= FEWEST]
        if text is None or not found:
            continue
        known = _of(by_deployment(), deployment) | _of(by_source(), source)
        known = known.union(*(_of(by_claim(), named) for named in (claim, *CLAIM_ID.findall(text))))
        astray = [one for one in found if one.value not in known]
        if astray:
            yield rows.finding(
                line,
                column,
                *told.in_no_cell([text[one.start : one.stop] for one in astray]),
            )


def _figures(dataset: Dataset, key: Callable[[ClaimRow], str]) -> Mapping[str, frozenset[int]]:
    """The figures in cells of claims and contributions, grouped by a column of the claim."""
    found: dict[str, set[int | None]] = {}
    for row in dataset.claim_rows:
        if key(row):
            bounds = (bound for sent in row.contributions for bound in (sent.low, sent.high))
            found.setdefault(key(row), set()).update((row.low, row.high, *bounds))
    return {one: frozenset(bound for bound in bounds if bound is not None) for one, bounds in found.items()}


def _of(figures: Mapping[str, frozenset[int]], key: str) -> frozenset[int]:
    return figures.get(key, frozenset())
