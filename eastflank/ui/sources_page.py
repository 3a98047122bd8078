"""Sources: each article with its claims highlighted in the text, and the claims of each cited document."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from datetime import date

import streamlit as st
from markupsafe import Markup

from eastflank.model import DO_NOT_COUNT, ClaimRow, Dataset, SourceRow
from eastflank.report.citation import published
from eastflank.ui import header, state, to_review
from eastflank.ui.claim_html import ToMap, claims_html
from eastflank.view.drafts import retracted_in, waiting
from eastflank.view.names import told_apart
from eastflank.view.selection import newest_day, view_of
from eastflank.words.chosen import sources as told
from eastflank.words.chosen import values as words

_OF_THE_USUAL_DATASET = ToMap(())


def show(dataset: Dataset) -> None:
    """Draw the sources; `claim=` or `source=` in the address opens the requested one."""
    st.html(Markup('<h1 class="ef-title">{}<small>{}</small></h1>').format(told.TITLE, _inventory(dataset)))
    if drafts := waiting(dataset):
        st.info(told.waiting(drafts), icon=":material/rate_review:")
        to_review.show(dataset, state.names_asked())
    wanted = _wanted(dataset)
    ids = _order(dataset)
    labels = told_apart(ids, {source: _label(dataset, source) for source in ids})
    chosen = st.selectbox(
        told.SOURCE, ids, index=ids.index(wanted) if wanted in ids else 0,
        format_func=labels.__getitem__, key=f"shown-source-{wanted}",
    )  # fmt: skip
    source = dataset.sources_by_id[chosen]
    claims = sorted((row for row in dataset.claim_rows if row.source == chosen), key=lambda row: row.id)
    st.html(_description(source))
    to_map = ToMap(state.names_asked())
    claim = st.query_params.get("claim", "")
    if source.file:
        left, right = st.columns([1.5, 1], gap="medium")
        with left:
            st.html(article_html(dataset, chosen, claim, to_map))
        with right, st.container(height=640, key="source-claims"):
            st.html(claims_html(_chosen_first(claims, claim), dataset, to_map))
        _without_mark(dataset, claims)
    else:
        st.caption(told.NOT_HELD)
        st.html(claims_html(_chosen_first(claims, claim), dataset, to_map))
    header.show(dataset, claim=claim)


def _chosen_first(claims: Iterable[ClaimRow], chosen: str) -> list[ClaimRow]:
    return sorted(claims, key=lambda row: (row.id != chosen, row.id))


def _inventory(dataset: Dataset) -> str:
    held = sum(source.file is not None for source in dataset.sources_by_id.values())
    counting = [claim for claim in dataset.claim_rows if claim.review not in DO_NOT_COUNT]
    quoted = sum(claim.quote is not None for claim in counting)
    shown = told.inventory(held, quoted, len(dataset.sources_by_id) - held, len(counting) - quoted)
    retracted = retracted_in(dataset)
    return f"{shown}; {told.retracted(retracted)}" if retracted else shown


def _wanted(dataset: Dataset) -> str:
    claim = st.query_params.get("claim", "")
    owner = dataset.claims_by_id.get(claim)
    return owner.source if owner else st.query_params.get("source", "")


def _order(dataset: Dataset) -> list[str]:
    """Held articles first, then the rest by date."""
    sources = dataset.sources_by_id.values()
    return [
        one.id
        for one in sorted(sources, key=lambda one: (one.file is None, one.published_last or date.max, one.id))
    ]


def _label(dataset: Dataset, source: str) -> str:
    row = dataset.sources_by_id[source]
    return told.source(
        row.publisher,
        row.via or "",
        row.title,
        published(row, dataset),
        _version(row),
        held=bool(row.file),
    )


def _version(row: SourceRow) -> str:
    """A label that distinguishes a corrected text from the old one, which has the same title."""
    return row.id if row.replaces else ""


def _description(source: SourceRow) -> Markup:
    return Markup(
        '<section class="ef-source"><p><span class="ef-grade">{}</span> {} {}</p>'
        '<p class="ef-meta">{}{}</p></section>'
    ).format(
        source.reliability,
        told.reliability(words.RELIABILITY[source.reliability]),
        source.note or "",
        source.url or told.NO_ADDRESS,
        f" · {told.read_on(source.accessed)}" if source.accessed else "",
    )


def article_html(
    dataset: Dataset, source: str, chosen: str = "", to_map: ToMap = _OF_THE_USUAL_DATASET
) -> Markup:
    """The article's text, unchanged, with each claim's quote marked and linked to the map.

    If quotes overlap, the text is split at each edge, so nothing appears twice.
    """
    text = dataset.articles[dataset.sources_by_id[source].file or ""]
    quoting = ((row, row.quote) for row in dataset.claim_rows if row.source == source and row.quote)
    found = ((row, quote, _position(text, row.quote_prefix or "", quote)) for row, quote in quoting)
    places = [(start, start + len(quote), row) for row, quote, start in found if start >= 0]
    edges = sorted({0, len(text), *(start for start, _, _ in places), *(end for _, end, _ in places)})
    pieces = []
    for start, end in itertools.pairwise(edges):
        inside = [row for first, last, row in places if first <= start and end <= last]
        pieces.append(_piece(text[start:end], inside, chosen, to_map))
    return Markup('<article class="ef-article">{}</article>').format(Markup("").join(pieces))


def _position(text: str, prefix: str, quote: str) -> int:
    """The start of a claim's quote; -1 if it is not there, which the checks of the data report."""
    before = text.find(prefix + quote)
    return before if before < 0 else before + len(prefix)


def _piece(text: str, claims: list[ClaimRow], chosen: str, to_map: ToMap) -> Markup:
    if not claims:
        return Markup("{}").format(text)
    row = next((claim for claim in claims if claim.id == chosen), claims[0])
    text_of_link, address = to_map(row)
    style = "ef-quote ef-chosen" if row.id == chosen else "ef-quote"
    kind, status = words.KIND_OF_CLAIM.get(row.kind, row.kind), words.status(row.status)
    label = told.mark(row.id, kind, status, "" if address else text_of_link)
    leads = Markup(' href="{}" target="_self"').format(address) if address else Markup("")
    return Markup('<a class="{} ef-kind-{}" id="{}"{} title="{}">{}<sup>{}</sup></a>').format(
        style, row.kind, f"quote-{row.id}", leads, label, text, row.id
    )


def _without_mark(dataset: Dataset, claims: Iterable[ClaimRow]) -> None:
    """The article's claims that cannot be drawn, each with the reason."""
    view = view_of(dataset, day=newest_day(dataset))
    reasons = {item.id: item.reason for item in view.not_drawn if item.kind == "claim"}
    missing = [row for row in claims if row.id in reasons]
    st.markdown(f"## {told.not_drawn(len(missing))}")
    st.dataframe(
        {
            told.CLAIM: [row.id for row in missing],
            told.KIND: [words.KIND_OF_CLAIM.get(row.kind, row.kind) for row in missing],
            told.QUOTE: [row.quote for row in missing],
            told.WHY_NOT_DRAWN: [reasons[row.id] for row in missing],
        },
        hide_index=True,
    )
