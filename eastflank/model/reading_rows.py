"""Reads the rows of the tables."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

import pandas as pd

from eastflank.model.claims import Contribution
from eastflank.model.collecting import uncollected
from eastflank.model.deployments import Deployment
from eastflank.model.places import Place
from eastflank.model.rows import (
    ClaimRow,
    DecisionRow,
    MembershipRow,
    NationRow,
    ProgrammeRow,
    SourceRow,
    SpanRow,
)
from eastflank.model.table_cells import Columns, rows_of
from eastflank.model.theatre import Theatre


def claims(frame: pd.DataFrame, contributions: pd.DataFrame) -> tuple[ClaimRow, ...]:
    """The rows of `Dataset.claims`, each with its own of `Dataset.contributions`."""
    rows = Columns(frame)
    sent = _contingents(contributions)
    ids = rows.known("id")
    cells: Mapping[str, Sequence[object]] = {
        "line": frame.index.tolist(),
        "id": ids,
        "source": rows.known("source"),
        "basis": rows.known("basis"),
        "quote": rows.text("quote"),
        "quote_prefix": rows.text("quote_prefix"),
        "citation": rows.text("citation"),
        "kind": rows.known("kind"),
        "deployment": rows.known("deployment"),
        "said_on": rows.text("said_on"),
        "as_at": rows.text("as_at"),
        "speaker": rows.text("speaker"),
        "speaker_role": rows.text("speaker_role"),
        "status": rows.text("status"),
        "lead": rows.codes("lead"),
        "host": rows.codes("host"),
        "meant_for": rows.codes("meant_for"),
        "place": rows.text("place"),
        "low": rows.number("troops_low"),
        "high": rows.number("troops_high"),
        "hedge": rows.text("hedge"),
        "counts": rows.text("counts"),
        "unit_count": rows.number("unit_count"),
        "starts": rows.text("starts"),
        "ends": rows.text("ends"),
        "timing_words": rows.text("timing_words"),
        "complete": rows.yes("contributors_complete"),
        "credibility": [number or 0 for number in rows.number("credibility")],
        "review": rows.text("review"),
        "rests_on": rows.codes("rests_on"),
        "note": rows.text("note"),
        "starts_first": rows.day("starts_first"),
        "starts_last": rows.day("starts_last"),
        "ends_last": rows.day("ends_last"),
        "known_on": rows.day_or_never("known_on"),
        "told_first": rows.day_or_never("told_first"),
        "told_last": rows.day_or_never("told_last"),
        "publisher": rows.text("publisher"),
        "reliability": rows.text("reliability"),
        "grade": rows.known("grade"),
        "contributions": [sent.get(identifier, ()) for identifier in ids],
        "dataset": rows.of_several(),
    }
    # Column by column, for speed: a million rows have forty million cells.
    in_order = (cells[field] for field in ClaimRow._fields)
    with uncollected():
        return tuple(map(ClaimRow._make, zip(*in_order, strict=True)))


def _contingents(frame: pd.DataFrame) -> Mapping[str, tuple[Contribution, ...]]:
    """The rows of `Dataset.contributions` by claim, in their order. Equal rows share one value."""
    rows = Columns(frame)
    made = functools.cache(Contribution)
    sent: dict[str, list[Contribution]] = {}
    for claim, *cells in zip(
        rows.known("claim"),
        rows.known("nation"),
        rows.number("troops_low"),
        rows.number("troops_high"),
        rows.text("hedge"),
        rows.yes("left"),
        strict=True,
    ):
        sent.setdefault(claim, []).append(made(*cells))
    return {claim: tuple(own) for claim, own in sent.items()}


def sources(frame: pd.DataFrame) -> tuple[SourceRow, ...]:
    """The rows of `Dataset.sources`."""
    return tuple(
        SourceRow(
            id=row.known("id"),
            file=row.text("file"),
            publisher=row.known("publisher"),
            via=row.text("via"),
            title=row.known("title"),
            url=row.text("url"),
            published=row.text("published"),
            accessed=row.day("accessed"),
            reliability=row.known("reliability"),
            note=row.text("note"),
            published_last=row.day("published_last"),
            language=row.text_if_there("language"),
            copy_of=row.text_if_there("copy_of"),
            replaces=row.text_if_there("replaces"),
            original=row.text_if_there("original"),
            original_sha256=row.text_if_there("original_sha256"),
            read_as=row.text_if_there("read_as"),
        )
        for row in rows_of(frame)
    )


def nations(frame: pd.DataFrame) -> tuple[NationRow, ...]:
    """The rows of `Dataset.nations`."""
    return tuple(
        NationRow(
            iso3=row.known("iso3"),
            iso2=row.text("iso2"),
            name=row.known("name"),
            also_known_as=row.codes("also_known_as"),
            capital=row.point("capital_lat", "capital_lon"),
            member_since=row.day("member_since"),
        )
        for row in rows_of(frame)
    )


def deployments(frame: pd.DataFrame, theatre: Theatre) -> tuple[Deployment, ...]:
    """What the rows of `Dataset.deployments` say of each, before any claim does."""
    return tuple(
        Deployment(
            id=row.known("id"),
            name=row.known("name"),
            sort=row.known("sort"),
            kind=theatre.kind(row.known("kind")),
            echelon=row.text("echelon"),
            programme=row.text("programme"),
            note=row.text("note"),
            dataset=row.of_several(),
        )
        for row in rows_of(frame)
    )


def memberships(frame: pd.DataFrame) -> tuple[MembershipRow, ...]:
    """The rows of `Dataset.memberships`."""
    return tuple(
        MembershipRow(
            id=row.known("id"),
            member=row.known("member"),
            whole=row.known("whole"),
            relation=row.known("relation"),
            claim=row.known("claim"),
            starts_last=row.day("starts_last"),
            ends_last=row.day("ends_last"),
        )
        for row in rows_of(frame)
    )


def places(frame: pd.DataFrame) -> Mapping[str, Place]:
    """The rows of `Dataset.places` by their ids."""
    return {
        row.known("id"): Place(
            row.known("name"), row.known("precision"), row.point("lat", "lon"), row.text("country") or ""
        )
        for row in rows_of(frame)
    }


def programmes(frame: pd.DataFrame) -> tuple[ProgrammeRow, ...]:
    """The rows of `Dataset.programmes`."""
    return tuple(
        ProgrammeRow(
            id=row.known("id"),
            used_from=row.day("used_from"),
            name=row.known("name"),
            short=row.known("short"),
        )
        for row in rows_of(frame)
    )


def spans(frame: pd.DataFrame) -> tuple[SpanRow, ...]:
    """The rows of `Dataset.claim_spans`."""
    return tuple(
        SpanRow(
            line=row.line,
            claim=row.known("claim"),
            field=row.known("field"),
            start=row.number("start") or 0,
            end=row.number("end") or 0,
        )
        for row in rows_of(frame)
    )


def decisions(frame: pd.DataFrame) -> tuple[DecisionRow, ...]:
    """The rows of `Dataset.decisions`."""
    return tuple(
        DecisionRow(
            line=row.line,
            id=row.known("id"),
            deployment=row.known("deployment"),
            field=row.known("field"),
            nation=row.known("nation"),
            claim=row.known("claim"),
            check=row.known("check"),
            row=row.known("row"),
            reason=row.known("reason"),
        )
        for row in rows_of(frame)
    )
