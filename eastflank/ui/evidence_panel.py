"""The evidence beside the map: each claim with its sentence, its speaker, its source and its grade.

All text from files goes through `markupsafe`, which escapes it; nothing is joined into HTML by hand.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

import pandas as pd
import streamlit as st
from markupsafe import Markup

from eastflank.model import Dataset, Row, each_row, stated
from eastflank.reading.quotes import names_of
from eastflank.report.citation import citation, cited_sources
from eastflank.report.claim_sentence import contingents_of, facts
from eastflank.report.evidence import marked_quote
from eastflank.ui import disagreement_list, state
from eastflank.ui.data import disagreements_for
from eastflank.view.selection import View, names_by_code
from eastflank.view.totals import explained, figure_of
from eastflank.words import en as words

Links = Callable[[Row], tuple[str, str]]
_MOST = 40  # claims shown at once; more would bury the reader


def show(view: View, dataset: Dataset, selected: str) -> None:
    """The selected deployment's evidence, or that of the whole view."""
    if selected:
        _heading(view, dataset, selected)
        claims = view.claims[view.claims["shown_in"] == selected]
        st.button(
            "Show all",
            key="deselect",
            on_click=state.select,
            args=("",),
            icon=":material/close:",
            type="tertiary",
        )
    else:
        st.html(_overview(view, dataset))
        claims = view.claims
    if claims.empty:
        st.caption("No claim fits. Take back a filter, or choose a later day.")
        return
    st.html(claims_html(claims.head(_MOST), dataset, to_source))
    if len(claims) > _MOST:
        st.caption(
            f"{len(claims) - _MOST} older claims are not listed here; select a deployment, or see Sources."
        )


def _overview(view: View, dataset: Dataset) -> Markup:
    totals = Markup("").join(
        Markup("<li><b>{}</b> <span>{}</span></li>").format(figure_of(total), explained(total))
        for total in view.totals
    )
    differing = sum(one.stands for one in disagreements_for(dataset, view))
    differ = (
        Markup('<p class="ef-box">Sources differ about {} shown: see <i>Disagreements</i> below.</p>').format(
            words.counted(differing, "value")
        )
        if differing
        else Markup("")
    )
    return Markup(
        '<section class="ef-over"><h4>Totals</h4><ul>{}</ul>{}<h4>Evidence, newest first</h4></section>'
    ).format(totals or Markup("<li>Nothing to add up.</li>"), differ)


def _heading(view: View, dataset: Dataset, selected: str) -> None:
    row: Row = view.deployments.loc[selected]
    names = names_by_code(dataset)
    places = dataset.places.set_index("id")
    place = f"at {places.loc[row['place'], 'name']}" if pd.notna(row["place"]) else ""
    leads = words.nations(row["lead"], names) or words.NOT_STATED
    hosts = words.nations(row["host"], names) or words.NOT_STATED
    figure = words.strength_on(row, view.day)
    counts = words.COUNTS.get(row["counts"], "persons") if figure != words.NOT_STATED else "strength"
    due = f", {words.when(row['starts'])}" if pd.notna(row["starts"]) and row["status"] != "deployed" else ""
    facts = (
        (figure, counts, row["strength_claim"]),
        (stated(row["status"]) or words.NOT_STATED, f"status{due}", row["status_claim"]),
        (leads, "lead", row["lead_claim"]),
        (hosts, "host", row["host_claim"]),
    )
    cells = Markup("").join(
        Markup("<div><b>{}</b><span>{}{}</span></div>").format(
            value, label, f" · {claim}" if pd.notna(claim) else ""
        )
        for value, label, claim in facts
    )
    st.html(
        Markup(
            '<section class="ef-head"><h3>{} <small>{}</small></h3>'
            '<div class="ef-facts">{}</div>{}{}</section>'
        ).format(
            row["name"], place, cells, _differ(view, dataset, selected), _contingents(view, selected, names)
        )
    )


def _differ(view: View, dataset: Dataset, selected: str) -> Markup:
    """What sources say differently of the deployment: what stands now, and folded away what was overtaken."""
    found = [one for one in disagreements_for(dataset, view) if one.deployment == selected]
    standing = [one for one in found if one.stands]
    past = [one for one in found if not one.stands]
    heading = Markup("<h4>Sources differ</h4>") if standing else Markup("")
    return (
        heading
        + disagreement_list.html(standing, view, dataset)
        + disagreement_list.earlier(past, view, dataset)
    )


def _contingents(view: View, selected: str, names: Mapping[str, str]) -> Markup:
    """Who sends how many, as last stated, with the year, and the grade if it is low."""
    rows = view.known.contingents
    rows = rows[rows["deployment"] == selected]
    if rows.empty:
        return Markup("")
    claims = view.known.claims.set_index("id").loc[rows["claim"]]
    said = zip(each_row(rows), claims["known_on"], claims["grade"].fillna(""), strict=True)
    items = [
        f"{names.get(row.nation, row.nation)} "
        f"{words.noted(words.strength_of(row), day.year, grade if words.is_low(grade) else '')}"
        for row, day, grade in said
    ]
    return Markup("<p><b>Contingents, as last stated:</b> {}.</p>").format("; ".join(items))


def claims_html(claims: pd.DataFrame, dataset: Dataset, links: Links) -> Markup:
    """The claims as a list, each with the sentence or citation it stands on.

    `links` gives each claim's link: its words and its address.
    """
    written = _written(dataset, links)
    fresh = claims[~claims["id"].isin(written.keys())]
    if not fresh.empty:
        reader = _reader(fresh, dataset, links)
        written.update({row.id: _claim(row, reader) for row in each_row(fresh)})
    return Markup('<section class="ef-claims">{}</section>').format(
        Markup("").join(written[claim] for claim in claims["id"])
    )


@functools.lru_cache(maxsize=4)
def _written(_dataset: Dataset, _links: Links) -> dict[str, Markup]:
    """By id, the claims put into words so far: they say the same in every view."""
    return {}


def _reader(claims: pd.DataFrame, dataset: Dataset, links: Links) -> _Reader:
    names = names_by_code(dataset)
    sent = dataset.contributions[dataset.contributions["claim"].isin(claims["id"])]
    return _Reader(
        names=names,
        aliases=names_of(dataset.nations),
        places=dict(zip(dataset.places["id"], dataset.places["name"], strict=True)),
        contingents=contingents_of(sent, names),
        sent={str(claim): rows for claim, rows in sent.groupby("claim")},
        cited=cited_sources(dataset),
        links=links,
    )


@dataclass(frozen=True)
class _Reader:
    """What is needed to put a row into words."""

    names: Mapping[str, str]
    aliases: Mapping[str, tuple[str, ...]]
    places: Mapping[str, str]
    contingents: Mapping[str, str]
    sent: Mapping[str, pd.DataFrame]
    """The rows of `contributions.csv` of each claim that has some."""
    cited: Mapping[str, str]
    """Each source as a citation names it."""
    links: Links


def _claim(row: Row, reader: _Reader) -> Markup:
    sent = reader.sent.get(row.id, _NOTHING_SENT)
    states = facts(row, reader.names, reader.places, reader.contingents.get(row.id, ""))
    if isinstance(row.quote, str):
        body = Markup("<blockquote>“{}”</blockquote>").format(_marked_quote(row, reader, sent))
        cited = Markup('<p class="ef-meta">Read as: {}.</p>').format(states) if states else Markup("")
    else:
        body = Markup("<p>{}.</p>").format(states or "States nothing that the table holds")
        cited = Markup('<p class="ef-meta"><i>Cited, not quoted:</i> {}</p>').format(row.citation)
    speaker = ", ".join(part for part in (stated(row.speaker), stated(row.speaker_role)) if part)
    said = [
        part
        for part in (speaker, reader.names.get(row.source, row.source), words.day(row.known_on.date()))
        if part
    ]
    meta = Markup(
        '<p class="ef-meta"><span class="ef-grade" title="{}">{}</span> {} · {} · '
        '<a href="{}" target="_self">{}</a>{}</p>'
    ).format(
        words.grade_meaning(row.reliability, int(row.credibility)),
        row.grade,
        " · ".join(said),
        row.id,
        *reversed(reader.links(row)),
        _COPY_QUOTE + _COPY_CITATION if isinstance(row.quote, str) else _COPY_CITATION,
    )
    missing = _missing(row, sent)
    absent = (
        Markup('<p class="ef-meta">Not stated: {}.</p>').format(words.listed(missing))
        if missing
        else Markup("")
    )
    note = (
        Markup("<details><summary>Curator's note</summary>{}</details>").format(row.note)
        if isinstance(row.note, str)
        else Markup("")
    )
    return Markup('<article class="ef-claim" id="claim-{}" data-cite="{}">{}{}{}{}{}</article>').format(
        row.id, citation(row, reader.cited[row.source]), body, meta, cited, absent, note
    )


_COPY_QUOTE = Markup(' · <button type="button" class="ef-copy" data-copy="quote">Copy quote</button>')
_COPY_CITATION = Markup(
    ' · <button type="button" class="ef-copy" data-copy="citation">Copy citation</button>'
)
_NOTHING_SENT = pd.DataFrame(columns=["nation", "troops_low", "troops_high"])


def _marked_quote(row: Row, reader: _Reader, sent: pd.DataFrame) -> Markup:
    """The quote with the figures and nations of its claim, and of its contingents, marked."""
    return Markup("").join(
        Markup("<mark>{}</mark>").format(text) if is_mark else Markup("{}").format(text)
        for text, is_mark in marked_quote(row, sent, reader.aliases)
    )


def to_source(claim: Row) -> tuple[str, str]:
    """The link from a claim to where its source says it."""
    words_of_link = "in its article" if isinstance(claim.quote, str) else "source"
    return words_of_link, f"sources?{urlencode({'claim': claim.id})}"


def to_map(claim: Row) -> tuple[str, str]:
    """The link from a claim to the map on the day it counts from, its deployment selected."""
    query = {"asof": claim.known_on.date().isoformat(), "claim": claim.id}
    if isinstance(claim.deployment, str):
        query["deployment"] = claim.deployment
    return "on the map", f"./?{urlencode(query)}"


def _missing(row: Row, sent: pd.DataFrame) -> list[str]:
    """What a claim about a deployment leaves open, in words."""
    if row.kind != "deployment":
        return []
    stated = {
        "lead": pd.notna(row.lead),
        "host": pd.notna(row.host),
        "place": pd.notna(row.place),
        "strength": pd.notna(row.troops_low) or pd.notna(row.troops_high),
        "contributors": not sent.empty,
        "time": pd.notna(row.starts),
    }
    return [what for what, known in stated.items() if not known]
