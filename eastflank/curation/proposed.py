"""The proposals of an article as forms that a person can accept, each compared with the record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from eastflank.curation.form import OF_A_NATION, ContributionCells, FieldMark, Form, next_id
from eastflank.curation.objections import Objection, objections_of_many
from eastflank.intake.against_record import RecordComparison, compared
from eastflank.intake.article.proposals import FieldOrigin, PassedOver, Proposal, ProposalKind, ReadField
from eastflank.intake.article.reader import read
from eastflank.intake.article.tables import Tables
from eastflank.intake.claim_cells import cells_of, contributions_of, notes_of
from eastflank.intake.quotation import Unquotable, quotation_of
from eastflank.model import Dataset
from eastflank.store.schema_values import Table
from eastflank.words.chosen import reviewing as words

_NEEDED = frozenset(("status", "deployment", "kind", "source", "quote", "basis", "id", ""))
"""Fields that a deployment claim cannot lack, and names that are not fields."""
_STRENGTH = ("troops_low", "troops_high", "hedge", "counts")
_MOST_ROUNDS = 6
_CREDIBILITY = "2"
"""As in the form of a new claim: probably true. A person may choose another."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """One proposal."""

    number: int
    """From 1, in the order of the article."""
    proposal: Proposal
    comparison: RecordComparison
    form: Form | None
    """The claim that it would become; None if its words cannot be a quote."""
    left_out: tuple[str, ...] = ()
    """Fields that were read and that the claim cannot hold, by name."""
    held_if_sure: Mapping[str, str] = field(default_factory=dict)
    """What the claim could hold of the values that are in doubt, by field."""
    wrong: tuple[Objection, ...] = ()
    """What the checks say about the claim, except about its deployment, which may still be open."""
    unquotable: str = ""
    """Why its words cannot be a quote."""

    @property
    def is_unsupported(self) -> bool:
        """Whether a field, other than the day of the article, has no characters of its own in the quote."""
        return bool(self.left_out) or any(
            one.origin and not (name == "said_on" and one.origin is FieldOrigin.ARTICLE_DATE)
            for name, one in self.proposal.fields.items()
        )

    @property
    def contradicts(self) -> bool:
        """Whether a claim of the record states something else."""
        return self.comparison.differs is not None or self.comparison.overtaken_by is not None


@dataclass(frozen=True, slots=True)
class ProposedClaims:
    """All that an article proposes."""

    items: tuple[Proposed, ...]
    passed_over: tuple[PassedOver, ...] = ()
    by_rules_alone: bool = False
    """Whether the text is too long or too short for the second opinion."""


def proposed_claims(  # noqa: PLR0913 - an article with all that it is read by
    source: str,
    text: str,
    dataset: Dataset,
    schema: Mapping[str, Table],
    tables: Tables,
    *,
    said: date | None,
    nations: Mapping[str, str] | None = None,
    told: Callable[[int, int], None] = lambda _done, _all: None,
) -> ProposedClaims:
    """The proposals of a source's text. `told` is called with the steps that are done, and with all steps."""
    reading = read(text, tables, said, lambda done, every: told(done, 2 * every))
    begun: list[Proposed] = []
    count = len(reading.proposals)
    for number, one in enumerate(reading.proposals, 1):
        told(count + number - 1, 2 * count)
        comparison = compared(one, dataset, text, nations)
        item = _begun(number, one, comparison, source, text, dataset)
        begun.append(replace(item, held_if_sure=_held_if_sure(item, source, text, dataset)))
    items = tuple(_checked(begun, dataset, schema))
    return ProposedClaims(items, reading.passed_over, reading.by_rules_alone)


def _begun(  # noqa: PLR0913, PLR0917 - a claim stands on all of these
    number: int, proposal: Proposal, comparison: RecordComparison, source: str, text: str, dataset: Dataset
) -> Proposed:
    """A proposal with its form as it was read."""
    try:
        quote = quotation_of(text, *proposal.quote)
    except Unquotable as error:
        return Proposed(number, proposal, comparison, None, unquotable=str(error))
    cells, spans = cells_of(text, proposal, dataset)
    sent, named = contributions_of("", proposal, dataset)
    first, *notes = notes_of(text, proposal, cells)
    form = Form(
        next_id(dataset, source),
        {
            "source": source,
            "basis": "quoted",
            "kind": proposal.kind.value,
            "deployment": comparison.deployment if proposal.kind is ProposalKind.DEPLOYMENT else "",
            "credibility": _CREDIBILITY,
            "review": "draft",
            **cells,
            "note": " ".join([words.READ_BY_RULES, *notes] if first else notes),
        },
        tuple(
            ContributionCells(row["nation"], row.get("troops_low", ""), row.get("troops_high", ""))
            for row in sent
        ),
        tuple(sorted({FieldMark(*span) for span in (*spans, *named)})),
    ).quoting(quote)
    return Proposed(number, proposal, comparison, form)


def with_doubted(
    one: Proposed, source: str, text: str, dataset: Dataset, nations: Mapping[str, str]
) -> Proposed:
    """The proposal with the values that are in doubt, and the claim that it would become."""
    held = {name: field for name, field in one.proposal.fields.items() if name not in one.left_out}
    whole = _without_doubt(one.proposal, held)
    return _begun(one.number, whole, compared(whole, dataset, text, nations), source, text, dataset)


def _without_doubt(proposal: Proposal, held: Mapping[str, ReadField]) -> Proposal:
    """The proposal with these fields and the values that are in doubt."""
    return replace(proposal, fields={**proposal.doubted, **held}, doubted={})


def _held_if_sure(one: Proposed, source: str, text: str, dataset: Dataset) -> Mapping[str, str]:
    proposal = one.proposal
    if not proposal.doubted:
        return {}
    whole = _without_doubt(proposal, proposal.fields)
    form = _begun(one.number, whole, one.comparison, source, text, dataset).form
    return {name: value for name, value in fields_of(form).items() if name in proposal.doubted}


def _checked(begun: Sequence[Proposed], dataset: Dataset, schema: Mapping[str, Table]) -> Iterator[Proposed]:
    """The proposals without the fields that a check rejects, and with what is still wrong."""
    forms = {one.number: one.form for one in begun if one.form is not None}
    gone: dict[int, list[str]] = {number: [] for number in forms}
    wrong: dict[int, tuple[Objection, ...]] = {}
    ask = list(forms)
    for _ in range(_MOST_ROUNDS):
        found = objections_of_many([forms[number] for number in ask], dataset, schema) if ask else ()
        wrong |= dict(zip(ask, found, strict=True))
        ask = [
            number
            for number in ask
            if any(not one.judged and one.field not in _NEEDED for one in wrong[number])
        ]
        for number in ask:
            fields = [one.field for one in wrong[number] if not one.judged and one.field not in _NEEDED]
            for name in dict.fromkeys(fields):
                forms[number] = without(forms[number], name)
                gone[number].append(name)
    for one in begun:
        form = forms.get(one.number)
        if form is None:
            yield one
            continue
        missing = [name for name in one.proposal.fields if not _holds(form, name)]
        open_ = tuple(each for each in wrong[one.number] if each.field != "deployment")
        yield replace(
            one, form=form, left_out=tuple(dict.fromkeys([*missing, *gone[one.number]])), wrong=open_
        )


def _holds(form: Form, name: str) -> bool:
    """Whether the form holds anything from a field of a proposal."""
    if name == "contributors":
        return bool(form.sent)
    if name == "contributor_troops":
        return any(one.troops_low or one.troops_high for one in form.sent)
    if name == "speaker":
        return bool(form.cell("speaker") or form.cell("speaker_role"))
    return bool(form.cell(name))


def without(form: Form, field: str) -> Form:
    """The form without a field; without its figure, the rest of a strength is removed too."""
    if field.startswith(OF_A_NATION):
        nation = field.removeprefix(OF_A_NATION)
        return form.with_sent([one for one in form.sent if one.nation != nation])
    for column in _STRENGTH if field in _STRENGTH else (field,):
        form = form.with_cell(column, "")
    return form


def as_reviewed(form: Form, *, counts: bool) -> Form:
    """The form as a person accepts it: reviewed, so that it counts, if the person has that right."""
    return replace(form.with_cell("review", "reviewed" if counts else "draft"), reason=words.REASON)


def fields_of(form: Form | None) -> Mapping[str, str]:
    """What a form states, by the names of a proposal’s fields, to be compared with what was read."""
    if form is None:
        return {}
    names: Sequence[str] = (
        "lead", "host", "place", "troops_low", "troops_high", "hedge", "counts", "status", "unit_count",
        "starts", "ends", "said_on",
    )  # fmt: skip
    found = {name: form.cell(name) for name in names}
    found["contributors"] = ";".join(sorted(one.nation for one in form.sent))
    found["contributor_troops"] = ";".join(
        f"{one.nation}={one.troops_low}-{one.troops_high}"
        for one in sorted(form.sent)
        if one.troops_low or one.troops_high
    )
    found["speaker"] = form.cell("speaker") or form.cell("speaker_role")
    found["deployment"] = form.cell("deployment")
    return {name: value for name, value in found.items() if value}
