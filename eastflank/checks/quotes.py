"""Laws of quotation: what looks quoted is quoted, character for character."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from eastflank.checks.rows import TableRows, of_the_source
from eastflank.model import ClaimRow, Dataset, Finding
from eastflank.words.chosen import findings_on_quotes as told
from eastflank.words.chosen import imported_claims

_SHOWN = 30
"""Characters shown on both sides of the point where a quote begins to differ from its article."""


def evidence_is_a_quote_or_a_citation(dataset: Dataset) -> Iterator[Finding]:
    """A claim from a held text has a quote; a claim from any other source has a citation; never both."""
    claims = TableRows("claims", dataset.claims)
    quoted, cited = claims.frame["quote"].notna(), claims.frame["citation"].notna()
    held = of_the_source(dataset, "file").notna()
    judged = claims.frame["basis"] == "judged"
    yield from claims.breaking(
        ~judged & ~quoted & ~cited,
        "quote",
        *told.NEITHER_QUOTE_NOR_CITATION,
    )
    yield from claims.breaking(
        quoted != (claims.frame["basis"] == "quoted"),
        "basis",
        *told.OTHER_BASIS,
    )
    yield from claims.breaking(
        quoted & cited,
        "citation",
        *told.QUOTE_AND_CITATION,
    )
    yield from claims.breaking(
        quoted & ~held,
        "quote",
        *told.NOT_HELD,
    )
    yield from claims.breaking(
        cited & ~quoted & held,
        "citation",
        *told.HELD,
    )
    prefixed = claims.frame["quote_prefix"].notna()
    yield from claims.breaking(prefixed & ~quoted, "quote_prefix", *told.PREFIX_OF_NOTHING)


def what_nobody_says_is_inferred(dataset: Dataset) -> Iterator[Finding]:
    """A claim from the silence of a list is inferred; an inferred claim names the list, and says why."""
    claims = TableRows("claims", dataset.claims)
    citation, note = claims.frame["citation"], claims.frame["note"]
    inferred = claims.frame["basis"] == "inferred"
    silent = citation.fillna("").str.endswith(imported_claims.NO_ROW)
    yield from claims.breaking(silent & ~inferred, "basis", *told.SILENCE_IS_INFERRED)
    yield from claims.breaking(inferred & citation.isna(), "citation", *told.INFERRED_FROM_NOTHING)
    yield from claims.breaking(inferred & note.isna(), "note", *told.INFERRED_WITHOUT_WHY)


def quotes_stand_in_their_articles(dataset: Dataset) -> Iterator[Finding]:
    """Each quote is found in its article by exact characters, and in one place only."""
    claims = _checkable(dataset)
    prefixes = claims.frame["quote_prefix"].fillna("")
    cells = zip(claims.frame.index, claims.frame["quote"], prefixes, claims.frame["file"], strict=True)
    for line, quote, prefix, file in cells:
        if found := misquotation(quote, prefix, dataset.articles[file], file):
            yield claims.finding(line, *found)


def is_misquoted(row: ClaimRow, dataset: Dataset) -> bool:
    """Whether the held text of a claim's source does not have its quote; False if no text is held."""
    source = dataset.sources_by_id.get(row.source)
    article = dataset.articles.get(source.file or "") if source else None
    return row.quote is not None and article is not None and row.quote not in article


def words_of_the_source_are_the_sources(dataset: Dataset) -> Iterator[Finding]:
    """A quoted claim's timing words and its speaker's name are in the article too."""
    claims = _checkable(dataset)
    for column in ("timing_words", "speaker"):
        stated = claims.frame.dropna(subset=[column])
        for line, words, file in zip(stated.index, stated[column], stated["file"], strict=True):
            if words not in dataset.articles[file]:
                yield claims.finding(
                    line,
                    column,
                    *told.words_not_in(words, file),
                )


def articles_are_unchanged(dataset: Dataset) -> Iterator[Finding]:
    """Each held text has its recorded checksum, and a source without a text has none."""
    sources = TableRows("sources", dataset.sources)
    file, recorded = sources.frame["file"], sources.frame["sha256"]
    actual = file.map({name: _sha256(text) for name, text in dataset.articles.items()}).astype("str")
    held = TableRows("sources", sources.frame.assign(actual=actual))
    yield from held.breaking(file.notna() & recorded.isna(), "sha256", *told.NO_CHECKSUM)
    yield from held.breaking(
        file.isna() & recorded.notna(),
        "sha256",
        *told.CHECKSUM_OF_NOTHING,
    )
    yield from held.breaking(
        file.notna() & recorded.notna() & (recorded != actual),
        "sha256",
        *told.OTHER_CHECKSUM,
    )


def _checkable(dataset: Dataset) -> TableRows:
    """The claims that have a quote and a held article, with its `file`."""
    files = of_the_source(dataset, "file")
    claims = dataset.claims.assign(file=files)
    return TableRows("claims", claims[claims["quote"].notna() & files.isin(list(dataset.articles))])


def misquotation(quote: str, prefix: str, article: str, file: str) -> tuple[str, str, str] | None:
    """Column, problem and remedy when a quote is not found, or not in one place; else None."""
    times = _times(quote, article)
    if times == 0:
        agrees = _agreement(quote, article)
        return "quote", *told.quote_not_in(file, quote[:agrees][-_SHOWN:], quote[agrees:][:_SHOWN])
    if times == 1:
        if not prefix:
            return None
        return "quote_prefix", *told.prefix_not_needed(file)
    exact = _times(prefix + quote, article) if prefix else times
    if exact == 1:
        return None
    if exact == 0:
        return "quote_prefix", *told.prefix_not_before(prefix, file)
    return "quote_prefix", *told.stands_several_times(file, times, exact)


def _times(part: str, whole: str) -> int:
    """How often a text occurs, including overlapping ones, which str.count would miss."""
    times, start = 0, whole.find(part)
    while start >= 0:
        times, start = times + 1, whole.find(part, start + 1)
    return times


def _agreement(quote: str, article: str) -> int:
    """How many of a quote's first characters occur together in the article."""
    low, high = 0, len(quote)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if quote[:middle] in article else (low, middle - 1)
    return low


def _sha256(text: str) -> str:
    # An article is decoded without loss, so encoding it gives the bytes of the file again.
    return hashlib.sha256(text.encode()).hexdigest()
