"""The evidence beside the map: each claim with its sentence, its speaker, its source and its grade.

All text from files goes through `markupsafe`, which escapes it; nothing is joined into HTML by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from eastflank.model import ClaimRow, Dataset, Deployment
from eastflank.reading.quotes import names_of
from eastflank.report.citation import citation, cited_sources
from eastflank.report.claim_sentence import facts
from eastflank.report.evidence import marked_quote, overtaken_by
from eastflank.report.totals_in_words import explained, figure_of, nation_lines
from eastflank.ui import disagreement_list, state
from eastflank.ui.data import disagreements_for
from eastflank.view.selection import View, names_by_code
from eastflank.words import en as words

Links = Callable[[ClaimRow], tuple[str, str]]
_NEWEST = 3  # claims shown at once; the rest is folded
_MOST = 40  # claims shown and folded together; more would bury the reader


def show(view: View, dataset: Dataset, selected: str) -> None:
    """The selected deployment's evidence, or that of the whole view."""
    st.html(_BEGINS)
    if selected:
        _heading(view, dataset, selected)
        claims = tuple(one for one in view.claims if view.known.shown_in(one) == selected)
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
    if not claims:
        st.caption("No claim fits. Take back a filter, or choose a later day.")
        return
    shown = claims[:_MOST]
    st.html(_folded(shown, dataset, _history(shown, view)))
    if len(claims) > _MOST:
        more = words.number(len(claims) - _MOST)
        st.html(
            Markup(
                '<p class="ef-meta ef-more">{} still older claims are not listed here; '
                "select a deployment, or see Sources.</p>"
            ).format(more)
        )


_BEGINS = Markup(
    '<h2 class="ef-part" tabindex="-1">Figures and evidence</h2>'
    '<button type="button" class="ef-skip" data-skip="table">Skip to the table</button>'
)
"""What a screen reader meets first in the panel, and its way past it."""


def _folded(claims: Sequence[ClaimRow], dataset: Dataset, history: Mapping[str, str]) -> Markup:
    """The newest claims, and the older ones folded; open where a claim that was asked for is among them."""
    newest, older = claims[:_NEWEST], claims[_NEWEST:]
    shown = claims_html(newest, dataset, to_source, history)
    if not older:
        return shown
    asked = st.session_state.get("claim", "") in {row.id for row in older}
    return shown + Markup('<details class="ef-older"{}><summary>And {}</summary>{}</details>').format(
        Markup(" open") if asked else "",
        words.counted(len(older), "older claim"),
        claims_html(older, dataset, to_source, history),
    )


def _overview(view: View, dataset: Dataset) -> Markup:
    totals = Markup("").join(
        Markup("<li><b>{}</b> <span>{}</span></li>").format(figure_of(total), explained(total, view.known))
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
    nations = Markup("").join(
        Markup("<li>{}</li>").format(line) for line in nation_lines(view, names_by_code(dataset))
    )
    own = Markup("<h3>{}</h3><ul>{}</ul>").format(_OWN, nations) if nations else Markup("")
    return Markup(
        '<section class="ef-over">{}<h3>{}</h3><ul>{}</ul>{}<h3>Evidence, newest first</h3></section>'
    ).format(
        own,
        "Whole units, all nations" if nations else "Totals",
        totals or Markup("<li>Nothing to add up.</li>"),
        differ,
    )


_OWN = "Their own people"
"""Over what is stated of the nations asked for."""


def _heading(view: View, dataset: Dataset, selected: str) -> None:
    one = view.by_id[selected]
    names = names_by_code(dataset)
    place = f"at {dataset.places_by_id[one.place].name}" if one.place else ""
    figure = one.figure
    counts = words.COUNTS.get(one.counts or "", "persons") if figure else "strength"
    due = f", {words.when(one.starts)}" if one.starts and not one.present and not one.over else ""
    hosts = words.nations(one.host, names) or words.NOT_STATED
    if one.meant_for:
        hosts += f" (meant for {words.nations(one.meant_for, names)})"
    facts = (
        (words.strength_on(one, view.day), counts, figure.claim if figure else ""),
        (words.status_on(one, view.day), f"status{due}", one.status_claim or ""),
        (words.nations(one.lead, names) or words.NOT_STATED, "lead", one.lead_claim or ""),
        (hosts, "host", one.host_claim or ""),
    )
    cells = Markup("").join(
        Markup("<div><b>{}</b><span>{}{}</span></div>").format(value, label, f" · {claim}" if claim else "")
        for value, label, claim in facts
    )
    st.html(
        Markup(
            '<section class="ef-head"><h3>{} <small>{}</small></h3>'
            '<div class="ef-facts">{}</div>{}{}{}</section>'
        ).format(
            one.name,
            place,
            cells,
            _beside(one, names, view.day),
            _differ(view, dataset, selected),
            _contingents(one, names, view.day),
        )
    )


def _beside(one: Deployment, names: Mapping[str, str], day: date) -> Markup:
    """What is planned beside what is there, what was not followed, and what left-out evidence overtook."""
    lines = [f"Planned: {plan}." for plan in words.plans(one, names, day)]
    lines += [f"Not followed: {claim}, a weak claim on its {field}." for field, claim in one.not_followed]
    lines += [
        f"Overtaken: its {field}, by {claim}, which the filter on evidence leaves out."
        for field, claim in one.overtaken
    ]
    return Markup("").join(Markup("<p>{}</p>").format(line) for line in lines)


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


def _contingents(one: Deployment, names: Mapping[str, str], day: date) -> Markup:
    """Who takes part with how many, with what is old or only planned about it."""
    if not one.contingents:
        return Markup("")
    items = [words.contingent(part, names, day) for part in one.contingents]
    return Markup("<p><b>Contingents:</b> {}.</p>").format("; ".join(items))


def claims_html(
    claims: Sequence[ClaimRow], dataset: Dataset, links: Links, history: Mapping[str, str] | None = None
) -> Markup:
    """The claims as a list, each with the sentence or citation it stands on.

    `links` gives each claim's link: its words and its address. `history` gives, by claim, the one by which it
    is overtaken; a claim without one is in force or stands for itself.
    """
    overtaken = history or {}
    written, reader = dataset.once(_written, links), dataset.once(_reader, links)
    written.update({row.id: _claim(row, reader) for row in claims if row.id not in written})
    return Markup('<section class="ef-claims">{}</section>').format(
        Markup("").join(_in_time(written[row.id], overtaken.get(row.id, "")) for row in claims)
    )


def _in_time(claim: Markup, overtaken: str) -> Markup:
    """A claim, marked as history where a newer one has overtaken it."""
    if not overtaken:
        return claim
    return Markup('<div class="ef-history"><p class="ef-meta">History: overtaken by {}.</p>{}</div>').format(
        overtaken, claim
    )


def _history(claims: Sequence[ClaimRow], view: View) -> Mapping[str, str]:
    found = {row.id: overtaken_by(row, view.by_id.get(view.known.shown_in(row))) for row in claims}
    return {claim: by for claim, by in found.items() if by}


def _written(_dataset: Dataset, _links: Links) -> dict[str, Markup]:
    """By id, the claims put into words so far: they say the same in every view."""
    return {}


def _reader(dataset: Dataset, links: Links) -> _Reader:
    names = names_by_code(dataset)
    return _Reader(
        names=names,
        aliases=names_of(dataset.nations),
        places={one: place.name for one, place in dataset.places_by_id.items()},
        cited=cited_sources(dataset),
        links=links,
    )


@dataclass(frozen=True)
class _Reader:
    """What is needed to put a row into words."""

    names: Mapping[str, str]
    aliases: Mapping[str, tuple[str, ...]]
    places: Mapping[str, str]
    cited: Mapping[str, str]
    """Each source as a citation names it."""
    links: Links


def _claim(row: ClaimRow, reader: _Reader) -> Markup:
    states = facts(row, reader.names, reader.places)
    if row.quote is not None:
        opening, closing = words.quotation_marks(row.quote)
        body = Markup("<blockquote>{}{}{}</blockquote>").format(opening, _marked_quote(row, reader), closing)
        cited = Markup('<p class="ef-meta">Read as: {}.</p>').format(states) if states else Markup("")
    elif row.basis == "judged":
        body = Markup("<p>{}.</p>").format(states or "States nothing that the table holds")
        cited = Markup('<p class="ef-meta"><i>A curator’s judgement</i>, from {}.</p>').format(
            words.listed(row.rests_on)
        )
    else:
        body = Markup("<p>{}.</p>").format(states or "States nothing that the table holds")
        cited = Markup('<p class="ef-meta"><i>Cited, not quoted:</i> {}</p>').format(row.citation)
    said = [part for part in (row.voice, reader.names[row.source], words.day(row.known_on)) if part]
    meta = Markup(
        '<p class="ef-meta"><span class="ef-grade" title="{}">{}</span> {} · {} · '
        '<a href="{}" target="_self">{}</a>{}</p>'
    ).format(
        words.grade_meaning(row.reliability, row.credibility),
        row.grade or "judged",
        " · ".join(said),
        row.id,
        *reversed(reader.links(row)),
        _COPY_QUOTE + _COPY_CITATION if row.quote is not None else _COPY_CITATION,
    )
    missing = _missing(row)
    absent = (
        Markup('<p class="ef-meta">Not stated: {}.</p>').format(words.listed(missing))
        if missing
        else Markup("")
    )
    note = (
        Markup("<details><summary>Curator's note</summary>{}</details>").format(row.note)
        if row.note
        else Markup("")
    )
    return Markup('<article class="ef-claim" id="claim-{}" data-cite="{}">{}{}{}{}{}</article>').format(
        row.id, citation(row, reader.cited[row.source]), body, meta, cited, absent, note
    )


_COPY_QUOTE = Markup(
    '<span class="ef-acts"> · '
    '<button type="button" class="ef-copy" data-copy="quote">Copy quote</button></span>'
)
_COPY_CITATION = Markup(
    '<span class="ef-acts"> · '
    '<button type="button" class="ef-copy" data-copy="citation">Copy citation</button></span>'
)


def _marked_quote(row: ClaimRow, reader: _Reader) -> Markup:
    """The quote with the figures and nations of its claim, and of its contingents, marked."""
    return Markup("").join(
        Markup("<mark>{}</mark>").format(text) if is_mark else Markup("{}").format(text)
        for text, is_mark in marked_quote(row, reader.aliases)
    )


def to_source(claim: ClaimRow) -> tuple[str, str]:
    """The link from a claim to where its source says it."""
    words_of_link = "in its article" if claim.quote is not None else "source"
    return words_of_link, f"sources?{urlencode({'claim': claim.id})}"


def to_map(claim: ClaimRow) -> tuple[str, str]:
    """The link from a claim to the map on the day it counts from, its deployment selected."""
    query = {"asof": claim.known_on.isoformat(), "claim": claim.id}
    if claim.deployment:
        query["deployment"] = claim.deployment
    return "on the map", f"./?{urlencode(query)}"


def _missing(row: ClaimRow) -> list[str]:
    """What a claim about a deployment leaves open, in words."""
    if row.kind != "deployment":
        return []
    stated: dict[str, object] = {
        "lead": row.lead,
        "host": row.host,
        "place": row.place,
        "strength": row.states_strength,
        "contributors": row.contributions,
        "time": row.starts,
    }
    return [what for what, value in stated.items() if not value]
