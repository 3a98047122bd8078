"""Values that a passage offers for the fields of a claim, each with the characters that state it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from eastflank.curation.form import NUMBERS, OF_A_NATION, ContributionCells, FieldMark, Form
from eastflank.intake.article.proposals import Proposal, ProposalKind, ReadField
from eastflank.intake.article.reader import read
from eastflank.intake.article.tables import Tables
from eastflank.model import Dataset
from eastflank.reading.folding import fold
from eastflank.reading.statuses import speaks_of_leading

_OUTSIDE = frozenset({"speaker"})
"""The fields that may be outside the quote: who said it."""
_PLAIN = (
    "status", "lead", "host", "troops_low", "troops_high", "hedge", "counts", "unit_count", "starts", "ends",
    "speaker", "place",
)  # fmt: skip


class Offer(NamedTuple):
    """What a passage offers."""

    kind: str
    """The kind of claim; empty if the rules find nothing in the passage."""
    cells: Mapping[str, str]
    """By column of `claims.csv`; a place by its id."""
    sent: tuple[ContributionCells, ...]
    marks: tuple[FieldMark, ...]


def offer(  # noqa: PLR0913, PLR0917 - what is read, where, and what it is read with
    text: str, start: int, stop: int, tables: Tables, dataset: Dataset, said: date | None
) -> Offer:
    """What the passage from `start` up to `stop` of an article offers, by the rules that read articles.

    The whole article is read, since a passage may refer to earlier sentences; but only what is in the passage
    is offered, and who said it. `said` is the article's day.
    """
    found = [
        one
        for one in read(text, tables, said).proposals
        if min(stop, one.quote.stop) > max(start, one.quote.start)
    ]
    best = max(found, key=lambda one: _shared(one, start, stop), default=None)
    if best is None:
        return Offer("", {}, (), ())
    fields = {name: one for name, one in best.fields.items() if _stands(name, one, start, stop)}
    if best.kind is ProposalKind.DEPLOYMENT and not speaks_of_leading(text[start:stop]):
        fields = _sent_not_led(fields, text)
    cells: dict[str, str] = {}
    marks: list[FieldMark] = []
    for name in _PLAIN:
        if name not in fields:
            continue
        value = _place(fields[name].value, dataset) if name == "place" else fields[name].value
        if value and _known(name, value, dataset):
            cells[name] = value
            marks += (FieldMark(name, *span) for span in fields[name].spans)
    sent, on = _contingents(fields, dataset)
    return Offer(best.kind.value, cells, sent, tuple(sorted({*marks, *on})))


def filled(form: Form, offered: Offer) -> Form:
    """The form with its empty fields filled from the offer."""
    for column, value in offered.cells.items():
        if form.cell(column):
            continue
        form = form.with_cell(column, value)
        for mark in offered.marks:
            form = form.with_mark(mark) if mark.field == column else form
    if not form.sent:
        form = form.with_sent(offered.sent)
        for mark in offered.marks:
            form = form.with_mark(mark) if mark.field.startswith(OF_A_NATION) else form
    return form


def _sent_not_led(fields: Mapping[str, ReadField], text: str) -> dict[str, ReadField]:
    """The fields without a lead: if no other nation sends people, the one that was read as the lead does.

    If the sentence says only that it sends so many, the figure is its contingent's too.
    """
    rest = {name: one for name, one in fields.items() if name != "lead"}
    if "lead" not in fields or "contributors" in rest:
        return rest
    rest["contributors"] = fields["lead"]
    bounds = [rest[name] for name in ("troops_low", "troops_high") if name in rest]
    if bounds and ";" not in fields["lead"].value and _follows(bounds[0], fields, text):
        figure = f"{_value(rest, 'troops_low')}-{_value(rest, 'troops_high')}"
        rest["contributor_troops"] = ReadField(f"{fields['lead'].value}={figure}", bounds[0].spans)
    return rest


def _follows(figure: ReadField, fields: Mapping[str, ReadField], text: str) -> bool:
    """Whether only what is done, and a word such as “about”, is between the lead and the figure.

    In “Canada joins the battalion of 1,000” the figure is not Canada’s.
    """
    if len(figure.spans) != 1 or len(fields["lead"].spans) != 1:
        return False
    between = range(fields["lead"].spans[0].stop, figure.spans[0].start)
    said = {
        place
        for name in ("status", "hedge")
        if name in fields
        for span in fields[name].spans
        for place in range(span.start, span.stop)
    }
    return bool(between) and all(place in said or text[place].isspace() for place in between)


def _shared(proposal: Proposal, start: int, stop: int) -> tuple[int, int]:
    """A score: how much of the passage a proposal covers, and how little text outside it."""
    shared = min(stop, proposal.quote.stop) - max(start, proposal.quote.start)
    return shared, -(proposal.quote.stop - proposal.quote.start)


def _stands(name: str, field: ReadField, start: int, stop: int) -> bool:
    if name in _OUTSIDE:
        return bool(field.spans)
    return bool(field.spans) and all(start <= span.start and span.stop <= stop for span in field.spans)


def _known(name: str, value: str, dataset: Dataset) -> bool:
    """Whether a value is one that the record can hold: a nation that it knows, a figure."""
    if name in ("lead", "host"):
        return all(code in dataset.nations_by_code for code in value.split(";"))
    return value.isdigit() if name in NUMBERS else True


def _place(name: str, dataset: Dataset) -> str:
    """The id of the one place of the record that has this name; empty: none, or several."""
    wanted = fold(name)
    found = [one for one, place in dataset.places_by_id.items() if fold(place.name) == wanted]
    return found[0] if len(found) == 1 else ""


def _contingents(
    fields: Mapping[str, ReadField], dataset: Dataset
) -> tuple[tuple[ContributionCells, ...], list[FieldMark]]:
    """Who sends people, and how many, with the characters of each figure if each has its own."""
    if "contributors" not in fields:
        return (), []
    codes = [code for code in fields["contributors"].value.split(";") if code in dataset.nations_by_code]
    stated = dict(_bounds(fields["contributor_troops"].value)) if "contributor_troops" in fields else {}
    whole = (_value(fields, "troops_low"), _value(fields, "troops_high"))
    hedge = _value(fields, "hedge")
    bounds = {code: stated.get(code, ("", "")) for code in codes}
    sent = tuple(
        ContributionCells(code, low, high, hedge if any(whole) and (low, high) == whole else "")
        for code, (low, high) in bounds.items()
    )
    spans: Iterable[tuple[str, tuple[int, int]]] = zip(codes, fields["contributors"].spans, strict=False)
    figures = fields["contributor_troops"].spans if "contributor_troops" in fields else ()
    if len(figures) == len(stated):
        spans = [*zip(sorted(stated), figures, strict=True), *((c, s) for c, s in spans if c not in stated)]
    return sent, [FieldMark(f"{OF_A_NATION}{code}", *span) for code, span in spans if code in codes]


def _value(fields: Mapping[str, ReadField], name: str) -> str:
    """A field's value; empty if nothing states it."""
    return fields[name].value if name in fields else ""


def _bounds(value: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """`CMR=40-40;NGA=430-` by nation."""
    for part in filter(None, value.split(";")):
        code, _, figure = part.partition("=")
        low, _, high = figure.partition("-")
        yield code, (low, high)
