"""A proposal compared with the record: what is there already, what differs, and which deployment is meant.

Pure: it reads a dataset and a proposal, and decides nothing if two deployments fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from eastflank import dates
from eastflank.intake.article.proposals import Proposal, ProposalKind
from eastflank.intake.candidate_deployments import CandidateDeployment, candidates
from eastflank.intake.new_names import new_name
from eastflank.intake.stated_fields import (
    FIGURES,
    FieldDifference,
    covers,
    differences_of,
    nations_of,
    shared_by,
    values_of,
)
from eastflank.model import ClaimRow, Dataset
from eastflank.words.chosen import reading_articles as words

_OVERLAP = 0.5
"""Two quotes count as the same if they share this part of the shorter one."""


@dataclass(frozen=True, slots=True)
class Told:
    """How a claim of the record relates to a proposal."""

    claim: str
    differences: tuple[FieldDifference, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordComparison:
    """A proposal compared with the record."""

    deployment: str = ""
    """The one deployment that fits; empty if none or several do."""
    candidates: tuple[CandidateDeployment, ...] = ()
    """All that fit; those that agree in most fields first. If there are several, a person must choose."""
    new_name: str = ""
    """A name for a new deployment; empty if one of the record fits."""
    same_as: str = ""
    """The claim that states the same; empty if none does."""
    same_told: date | None = None
    """The last day for which that claim was told."""
    differs: Told | None = None
    """The most similar claim that states something else, with the fields that differ."""
    newer_than: str = ""
    """The newest claim about the deployment, if the proposal was said after it."""
    overtaken_by: Told | None = None
    """A claim that was said later, and the fields in which it states something else."""

    @property
    def asks(self) -> bool:
        """Whether a person must say which deployment is meant."""
        return not self.deployment and len(self.candidates) > 1


def compared(
    proposal: Proposal, dataset: Dataset, text: str, nations: Mapping[str, str] | None = None
) -> RecordComparison:
    """The proposal compared with the dataset; `text` is the whole article from which it was read.

    If the record holds that article, the claim that quotes the same words is the one to compare with.
    `nations` gives names of nations by code, for the name of a new deployment; without it, the dataset's
    names are used. Only proposals of a deployment are matched to deployments; the others are compared with
    all claims of their kind.
    """
    values, quote = values_of(proposal, dataset), text[proposal.quote.start : proposal.quote.stop]
    said = _day(values.get("said_on", ""))
    claims = [
        row for row in dataset.claim_rows if row.kind == proposal.kind.value and row.review != "retracted"
    ]
    if quoting := _quoting(proposal, text, claims, dataset):
        return _with_the_same_words(values, quoting)
    if proposal.kind is not ProposalKind.DEPLOYMENT:
        return _against(values, claims, said, RecordComparison())
    fitting = candidates(values, quote, said, dataset)
    if not fitting:
        whose_and_where = nations_of(values) and (values.get("host") or values.get("place"))
        name = new_name(values, proposal, quote, nations or _names(dataset)) if whose_and_where else ""
        return RecordComparison(new_name=name)
    about = {one.deployment for one in fitting}
    one = fitting[0].deployment if len(fitting) == 1 else ""
    return _against(
        values, [row for row in claims if row.deployment in about], said, RecordComparison(one, fitting)
    )


def in_words(found: RecordComparison) -> Iterator[str]:
    """A comparison in sentences."""
    if found.asks:
        yield words.which(words.candidate(one.deployment, one.name, one.agrees) for one in found.candidates)
    elif found.candidates:
        yield words.about(found.deployment, found.candidates[0].name, found.candidates[0].agrees)
    elif found.new_name:
        yield words.new(found.new_name)
    if found.same_as:
        yield words.same_as(found.same_as, found.same_told)
    if found.differs and not _is_overtaken(found):
        yield words.differs(found.differs.claim, _each(found.differs))
    if found.newer_than:
        yield words.newer_than(found.newer_than)
    if found.overtaken_by:
        yield words.overtaken_by(found.overtaken_by.claim, _each(found.overtaken_by))


def _is_overtaken(found: RecordComparison) -> bool:
    """Whether the claim that differs has overtaken the proposal in the same fields: it is said once."""
    differs, later = found.differs, found.overtaken_by
    if differs is None or later is None or differs.claim != later.claim:
        return False
    return {one.field for one in differs.differences} <= {one.field for one in later.differences}


def _each(told: Told) -> Iterator[str]:
    for one in told.differences:
        yield words.difference(one.field, one.recorded, one.proposed, one.by)


def _quoting(
    proposal: Proposal, text: str, claims: Iterable[ClaimRow], dataset: Dataset
) -> Sequence[ClaimRow]:
    """The claims that quote these words of the same article."""
    found = []
    for row in claims:
        source = dataset.sources_by_id.get(row.source)
        if row.quote is None or source is None or dataset.articles.get(source.file or "") != text:
            continue
        prefix = row.quote_prefix or ""
        start = text.find(prefix + row.quote) + len(prefix)
        common = min(start + len(row.quote), proposal.quote.stop) - max(start, proposal.quote.start)
        shorter = min(len(row.quote), proposal.quote.stop - proposal.quote.start)
        if common >= _OVERLAP * shorter:
            found.append(row)
    return found


def _with_the_same_words(values: Mapping[str, str], quoting: Sequence[ClaimRow]) -> RecordComparison:
    def unlike(row: ClaimRow) -> tuple[int, int, str]:
        return len(differences_of(values, row)), -len(shared_by(values, row)), row.id

    row = min(quoting, key=unlike)
    differences = differences_of(values, row)
    if differences:
        return RecordComparison(row.deployment, differs=Told(row.id, differences))
    return RecordComparison(row.deployment, same_as=row.id, same_told=_told(row))


def _against(
    values: Mapping[str, str], claims: Sequence[ClaimRow], said: date | None, found: RecordComparison
) -> RecordComparison:
    """The comparison with the claims that say the same, something else, less, or more."""
    stated = [(row, differences_of(values, row), shared_by(values, row)) for row in claims]
    same = [row for row, differences, shared in stated if not differences and covers(values, shared)]
    if same:
        nearest = min(same, key=lambda row: _apart(row, said))
        found = _with(found, same_as=nearest.id, same_told=_told(nearest))
    else:
        unlike = [one for one in stated if one[1] and one[2]]
        if unlike and (found.deployment or found.candidates):
            row, differences, _ = max(
                unlike, key=lambda one: (len(one[2]) - len(one[1]), -_apart(one[0], said))
            )
            found = _with(found, differs=Told(row.id, differences))
    if said is None or not claims or not found.deployment:
        return found
    newest = max(claims, key=lambda row: (row.told_last, row.id))
    if newest.told_last < said:
        return _with(found, newer_than=newest.id)
    later = [
        (row, over)
        for row, differences, _ in stated
        if row.told_first > said and (over := tuple(one for one in differences if one.field in _OVERTAKING))
    ]
    if later:
        row, over = max(later, key=lambda one: (one[0].told_first, one[0].id))
        found = _with(found, overtaken_by=Told(row.id, over))
    return found


_OVERTAKING = frozenset(("status", *FIGURES))
"""Fields in which a later claim replaces an earlier one."""


def _with(found: RecordComparison, **changed: object) -> RecordComparison:
    fields = {name: getattr(found, name) for name in RecordComparison.__dataclass_fields__}
    return RecordComparison(**{**fields, **changed})


def _apart(row: ClaimRow, said: date | None) -> int:
    return abs((row.told_last - said).days) if said else 0


def _told(row: ClaimRow) -> date | None:
    return row.told_last if row.told_last < date.max else None


def _day(said_on: str) -> date | None:
    return dates.bounds(said_on)[1] if said_on else None


def _names(dataset: Dataset) -> Mapping[str, str]:
    return {code: nation.name for code, nation in dataset.nations_by_code.items()}
