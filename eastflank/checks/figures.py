"""The law of figures: a number in a quoted claim is a number in its quote."""

from __future__ import annotations

from collections.abc import Iterator

from eastflank.checks.rows import Rows, evidence
from eastflank.model import Dataset, Finding
from eastflank.reading.quotes import numbers_in


def figures_are_in_the_quote(dataset: Dataset) -> Iterator[Finding]:
    """Each figure of a quoted claim stands in its quote, in digits or words, or the note accounts for it."""
    stated = evidence(dataset)
    claims, contributions = Rows("claims", dataset.claims), Rows("contributions", dataset.contributions)
    for rows, claim, columns in (
        (claims, "id", ("troops_low", "troops_high", "unit_count")),
        (contributions, "claim", ("troops_low", "troops_high")),
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
