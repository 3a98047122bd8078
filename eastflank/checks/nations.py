"""Laws of nations: a quoted claim names each nation it is filed under."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eastflank.checks.rows import TableRows, evidence
from eastflank.model import Dataset, Finding
from eastflank.reading.quotes import names_of, whole_words
from eastflank.words.chosen import findings_on_rows as told


def nations_are_in_the_quote(dataset: Dataset) -> Iterator[Finding]:
    """Each nation of a quoted claim is in its quote, under one of its names, or the note names it."""
    stated = evidence(dataset)
    names = {code: whole_words(names) for code, names in names_of(dataset.nations).items()}
    claims, contributions = (
        TableRows("claims", dataset.claims),
        TableRows("contributions", dataset.contributions),
    )
    for rows, claim, column in (
        (claims, "id", "lead"),
        (claims, "id", "host"),
        (contributions, "claim", "nation"),
    ):
        ids = rows.frame[claim]
        quotes, notes = ids.map(stated["quote"]), ids.map(stated["note"])
        lines = rows.frame.index[rows.frame[column].notna() & quotes.notna()]
        cells = zip(lines, rows.frame.loc[lines, column], quotes[lines], notes[lines], strict=True)
        for line, codes, quote, note in cells:
            for code in codes.split(";"):
                if names[code].search(quote) or names[code].search(note) or re.search(rf"\b{code}\b", note):
                    continue
                yield rows.finding(
                    line,
                    column,
                    *told.nation_not_named(code, quote),
                )


def nations_are_named_once(dataset: Dataset) -> Iterator[Finding]:
    """A list of nations is a set."""
    claims = TableRows("claims", dataset.claims)
    for column in ("lead", "host"):
        lists = claims.frame[column].dropna()
        repeated = {codes for codes in lists.unique() if len(set(codes.split(";"))) < len(codes.split(";"))}
        mask = claims.frame[column].isin(list(repeated))
        yield from claims.breaking(mask, column, *told.named_twice(column))
