"""Proposals of an article as drafts: its source, its text, and one claim each, not reviewed.

What a claim cannot hold is written in its note: a field whose characters are outside its quote, and a place
that the record has no row for. Which deployment is meant is never guessed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from eastflank.intake.against_record import RecordComparison
from eastflank.intake.article.proposals import Proposal, ProposalKind
from eastflank.intake.claim_cells import OF_A_NATION, cells_of, contributions_of, notes_of
from eastflank.intake.documents.document import Document
from eastflank.intake.documents.original import original_of
from eastflank.intake.quotation import Unquotable, quotation_of
from eastflank.model import Dataset
from eastflank.reading.folding import fold
from eastflank.store import edits, tables
from eastflank.store.edits import Edit, Hold, Insert, Refused
from eastflank.words.chosen import reading_articles as words

_NEEDED = frozenset(("status", "deployment", "kind", "source", "quote"))
_MOST_ROUNDS = 6
"""How often rejected fields are removed before the whole article is given up."""


@dataclass(frozen=True, slots=True)
class DraftClaim:
    """A future claim, with the rows that belong to it."""

    number: int
    """The number of its proposal, from 1."""
    claim: Mapping[str, str]
    spans: tuple[tuple[str, int, int], ...] = ()
    """A field, and its first character and the one after its last."""
    contributions: tuple[Mapping[str, str], ...] = ()
    deployment: Mapping[str, str] | None = None
    """The row of a new deployment; None if the record has it."""

    def without(self, column: str) -> DraftClaim | None:
        """The draft without a field that a check rejects; None if a claim must have this field."""
        if column in _NEEDED or not (self.claim.get(column) or column == "nation"):
            return None
        gone = {"troops_low", "troops_high", "hedge", "counts"} if column in _STRENGTH else {column}
        claim = {name: cell for name, cell in self.claim.items() if name not in gone}
        claim["note"] = f"{claim['note']} {words.objected_note(column)}"
        sent = () if column == "nation" else self.contributions
        kept = tuple(
            span
            for span in self.spans
            if span[0] not in gone and not (column == "nation" and span[0].startswith(OF_A_NATION))
        )
        return replace(self, claim=claim, spans=kept, contributions=sent)


_STRENGTH = frozenset(("troops_low", "troops_high", "hedge", "counts"))


@dataclass(frozen=True, slots=True)
class FileOrigin:
    """What is known about the file of an article."""

    cells: Mapping[str, str] = field(default_factory=dict)
    """Values to use instead of “not stated”, by column of `sources.csv`."""
    content: bytes = field(default=b"", repr=False)
    document: Document | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Drafted:
    """The result of an article."""

    source: str
    """The id of its source."""
    edits: tuple[Edit, ...] = field(repr=False)
    drafts: tuple[DraftClaim, ...]
    left_out: tuple[tuple[int, str], ...]
    """Numbers of proposals without a draft, with the reason."""


def held(text: str, dataset: Dataset) -> str:
    """The source whose article is this text; empty if the record does not hold it."""
    known = (one.id for one in dataset.sources_by_id.values() if dataset.articles.get(one.file or "") == text)
    return next(known, "")


def drafted(  # noqa: PLR0913 - an article with all that is known of it
    name: str,
    text: str,
    told: Sequence[tuple[Proposal, RecordComparison]],
    dataset: Dataset,
    said: date,
    *,
    about: Mapping[int, str] | None = None,
    origin: FileOrigin | None = None,
) -> Drafted:
    """The drafts of an article's proposals; `name` is its file's stem, `said` its own day.

    `about` says which deployment a proposal is about, by its number from 1. Otherwise a claim is about the
    one that fits, or a new one; if several fit, no claim is made.
    """
    source = _free(_slug(name), dataset.sources_by_id)
    made: list[DraftClaim] = []
    left_out: list[tuple[int, str]] = []
    new: dict[str, Mapping[str, str]] = {}
    for number, (proposal, comparison) in enumerate(told, 1):
        found = _draft(
            number, source, text, proposal, comparison, dataset, (about or {}).get(number, ""), new
        )
        if isinstance(found, DraftClaim):
            made.append(found)
        else:
            left_out.append((number, found))
    return Drafted(
        source, tuple(_edits(source, name, text, said, made, origin)), tuple(made), tuple(left_out)
    )


def applied(  # noqa: PLR0913 - who, when and why belong to every change
    folder: Path,
    name: str,
    text: str,
    found: Drafted,
    said: date,
    *,
    who: str,
    when: date,
    origin: FileOrigin | None = None,
) -> Drafted:
    """Add the drafts to the dataset in a folder, all or none. Returns what was added.

    A field that a check rejects is removed from its draft and named in the note; a claim that must have this
    field is left out. Raises Refused if the rest is rejected too, and what `edits.apply` raises.
    """
    drafts, left_out = list(found.drafts), list(found.left_out)
    for _ in range(_MOST_ROUNDS):
        asked = tuple(_edits(found.source, name, text, said, drafts, origin))
        if not drafts:
            return Drafted(found.source, (), (), tuple(sorted(left_out)))
        try:
            version = tables.read(folder).version
            edits.apply(folder, asked, who=who, when=when, reason=words.REASON, expected=version)
        except Refused as refused:
            fewer, gone = _without_objections(drafts, refused)
            if fewer == drafts:
                raise
            drafts, left_out = fewer, left_out + gone
        else:
            return Drafted(found.source, asked, tuple(drafts), tuple(sorted(left_out)))
    raise Refused(())


def _without_objections(
    drafts: Sequence[DraftClaim], refused: Refused
) -> tuple[list[DraftClaim], list[tuple[int, str]]]:
    kept, gone = [], []
    for one in drafts:
        own = [
            finding
            for finding in refused.problems
            if finding.key.split(", ")[0] == one.claim["id"]
            or (one.deployment and finding.key == one.deployment["id"])
        ]
        now: DraftClaim | None = one
        for finding in own:
            column = finding.column if finding.table.startswith("claims") else "nation"
            now = now.without(column) if now else None
        if now is None:
            gone.append((one.number, " ".join(dict.fromkeys(finding.problem for finding in own))))
        else:
            kept.append(now)
    return kept, gone


def _draft(  # noqa: PLR0913, PLR0917 - a draft stands on all of these
    number: int,
    source: str,
    text: str,
    proposal: Proposal,
    comparison: RecordComparison,
    dataset: Dataset,
    chosen: str,
    new: dict[str, Mapping[str, str]],
) -> DraftClaim | str:
    """The draft of a proposal, or why there is none. `new` holds the article's new deployments by name."""
    if comparison.same_as:
        return words.HAS_IT
    try:
        quote = quotation_of(text, *proposal.quote)
    except Unquotable as reason:
        return str(reason)
    about: str | Mapping[str, str] = ""
    if proposal.kind is ProposalKind.DEPLOYMENT:
        if "status" not in proposal.fields:
            return words.NO_STATUS
        if chosen and chosen not in dataset.deployments_by_id:
            return words.no_such(chosen)
        about = chosen or comparison.deployment or _new(comparison, dataset, new)
        if not about:
            unsure = words.NOT_CHOSEN if comparison.candidates else words.NO_DEPLOYMENT
            return unsure.format(number=number)
    cells, spans = cells_of(text, proposal, dataset)
    row = {
        "id": f"{source}-{number:02}",
        "source": source,
        "basis": "quoted",
        "quote": quote.quote,
        "quote_prefix": quote.prefix,
        "kind": proposal.kind.value,
        "deployment": about if isinstance(about, str) else about["id"],
        "credibility": "6",
        "review": "draft",
        **cells,
    }
    sent, on = contributions_of(row["id"], proposal, dataset)
    row["note"] = " ".join(notes_of(text, proposal, cells))
    deployment = None if isinstance(about, str) else about
    return DraftClaim(number, {k: v for k, v in row.items() if v}, (*spans, *on), sent, deployment)


def _new(
    comparison: RecordComparison, dataset: Dataset, new: dict[str, Mapping[str, str]]
) -> Mapping[str, str] | str:
    """The row of a new deployment; an article has one for each name."""
    name = comparison.new_name
    if not name:
        return ""
    if name not in new:
        known = {*dataset.deployments_by_id, *(row["id"] for row in new.values())}
        kinds = {one.kind.id for one in dataset.deployments_by_id.values()}
        kind = next((kind for kind in sorted(kinds) if name.lower().startswith(kind)), "presence")
        new[name] = {"id": _free(_slug(name), known), "name": name, "sort": "unit", "kind": kind}
    return new[name]


def _edits(  # noqa: PLR0913, PLR0917 - an article with all that is known of it
    source: str, name: str, text: str, said: date, drafts: Sequence[DraftClaim], origin: FileOrigin | None
) -> Iterator[Edit]:
    """The source with its text, new deployments, then each claim with what belongs to it."""
    content = text.encode()
    yield Hold(f"{source}.txt", content)
    row = {
        "id": source,
        "file": f"{source}.txt",
        "sha256": hashlib.sha256(content).hexdigest(),
        "publisher": words.PUBLISHER,
        "title": f"[{name}]",
        "published": said.isoformat(),
        "reliability": "F",
        "read_as": "copy",
        "note": words.SOURCE_NOTE,
        **(origin.cells if origin else {}),
    }
    if origin and origin.document and (kept := original_of(origin.content, origin.document, source)):
        row |= kept.cells
        yield from kept.holds(f"{source}.txt")
    yield Insert("sources", row)
    seen: set[str] = set()
    for one in drafts:
        if one.deployment and one.deployment["id"] not in seen:
            seen.add(one.deployment["id"])
            yield Insert("deployments", one.deployment)
    for one in drafts:
        yield Insert("claims", one.claim)
        for column, start, end in one.spans:
            own = {"claim": one.claim["id"], "field": column, "start": str(start), "end": str(end)}
            yield Insert("claim_spans", own)
        for sent in one.contributions:
            yield Insert("contributions", sent)


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:48].strip("-") or "article"


def _free(wanted: str, known: Mapping[str, object] | set[str]) -> str:
    found, number = wanted, 1
    while found in known:
        number += 1
        found = f"{wanted}-{number}"
    return found
