"""A reading as plain values: the JSON of the terminal, and its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eastflank.intake.article.proposals import ArticleReading, ArticleSpan, Proposal, ReadField
from eastflank.words.chosen import reading_articles as words


def answer_of(reading: ArticleReading) -> list[dict[str, object]]:
    """The proposals as dictionaries: `quote` as `[start, stop]`, `kind`, `fields` with value and spans."""
    return [_claim(proposal) for proposal in reading.proposals]


def lines(reading: ArticleReading, text: str, held_against: Sequence[Sequence[str]] = ()) -> Iterator[str]:
    """The proposals in words: the quote, each field with its words, and what is not stated.

    `held_against` gives the comparison with the record for each proposal, in sentences; empty: none.
    """
    for number, proposal in enumerate(reading.proposals, 1):
        yield ""
        yield words.proposal(number, proposal.kind.value, proposal.surety.value)
        yield f"  “{_one_line(text, proposal.quote)}”"
        for name, field in proposal.fields.items():
            said = [_one_line(text, span) for span in field.spans]
            origin = field.origin.value if field.origin else "second opinion" if field.weighed else ""
            yield f"  {words.field_read(name, field.value, said, origin)}"
        yield from (
            f"  {words.in_doubt(name, field.value, [_one_line(text, span) for span in field.spans])}"
            for name, field in proposal.doubted.items()
        )
        yield f"  {words.not_stated(proposal.not_stated)}"
        told = held_against[number - 1] if held_against else ()
        yield from (f"  {words.of_record(one)}" for one in told)
    if reading.passed_over:
        yield ""
        yield words.PASSED_OVER_HEADING
        for one in reading.passed_over:
            yield f"  {words.passed_over(_one_line(text, one.quote), one.reason.value)}"


def _one_line(text: str, span: ArticleSpan) -> str:
    shown = " ".join(text[span.start : span.stop].split())
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in shown)


def _claim(proposal: Proposal) -> dict[str, object]:
    return {
        "quote": list(proposal.quote),
        "kind": proposal.kind.value,
        "fields": {name: _field(field) for name, field in proposal.fields.items()},
        "doubted": {name: _field(field) for name, field in proposal.doubted.items()},
        "sure": proposal.surety.value,
    }


def _field(field: ReadField) -> dict[str, object]:
    told: dict[str, object] = {"value": field.value, "spans": [list(span) for span in field.spans]}
    return told | ({"from": field.origin.value} if field.origin else {})
