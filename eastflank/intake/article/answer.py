"""A reading as plain values: the JSON of the terminal, and its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eastflank.intake.article.proposals import Field, Origin, Proposal, Reading, Span, Surety

_SURE = {
    Surety.PLAIN: "plain: the clause says it by itself",
    Surety.LIKELY: "likely: something is open, or comes from another sentence",
    Surety.DOUBTFUL: "doubtful: much is open",
}
_ORIGINS = {
    Origin.ARTICLE_DATE: "from the article's date",
    Origin.SPEAKER_LINE: "from the speaker's line",
}


def answer(reading: Reading) -> list[dict[str, object]]:
    """The proposals as dictionaries: `quote` as `[start, stop]`, `kind`, `fields` with value and spans."""
    return [_claim(proposal) for proposal in reading.proposals]


def lines(reading: Reading, text: str, held_against: Sequence[Sequence[str]] = ()) -> Iterator[str]:
    """The proposals in words: the quote, each field with the words it was read from, what is not stated.

    `held_against` gives for each proposal what the record says of it, in sentences; empty: nothing is said.
    """
    for number, proposal in enumerate(reading.proposals, 1):
        yield ""
        yield f"{number}. {proposal.kind.value} ({_SURE[proposal.surety]})"
        yield f"  “{_one_line(text, proposal.quote)}”"
        for name, field in proposal.fields.items():
            yield f"  {name} {field.value} — {_basis(field, text)}"
        yield f"  not stated: {', '.join(proposal.not_stated) or 'nothing'}"
        yield from (f"  record: {words}" for words in (held_against[number - 1] if held_against else ()))
    if reading.passed_over:
        yield ""
        yield "Passed over:"
        for words in reading.passed_over:
            yield f"  “{_one_line(text, words.quote)}” — {words.reason.value}"


def _basis(field: Field, text: str) -> str:
    words = ", ".join(f"“{_one_line(text, span)}”" for span in field.spans)
    origin = _ORIGINS[field.origin] if field.origin else ""
    return ", ".join(part for part in (f"from {words}" if words else "", origin) if part)


def _one_line(text: str, span: Span) -> str:
    shown = " ".join(text[span.start : span.stop].split())
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in shown)


def _claim(proposal: Proposal) -> dict[str, object]:
    return {
        "quote": list(proposal.quote),
        "kind": proposal.kind.value,
        "fields": {name: _field(field) for name, field in proposal.fields.items()},
        "sure": proposal.surety.value,
    }


def _field(field: Field) -> dict[str, object]:
    told: dict[str, object] = {"value": field.value, "spans": [list(span) for span in field.spans]}
    return told | ({"from": field.origin.value} if field.origin else {})
