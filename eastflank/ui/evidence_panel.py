"""The evidence beside the map: each claim with its sentence, its speaker, its source and its grade.

All text from files goes through `markupsafe`, which escapes it; nothing is joined into HTML by hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st
from markupsafe import Markup, escape

from eastflank.model import ClaimRow, Dataset
from eastflank.report.differences import differences_in
from eastflank.report.entries import DeploymentEntry, entry_of
from eastflank.report.evidence import claim_called, overtaken_by
from eastflank.report.totals_in_words import explained, figure_of, nation_lines, own_figures
from eastflank.ui import disagreement_list, long_html, state
from eastflank.ui.claim_html import ToSource, claims_html
from eastflank.ui.interruptions import uninterrupted
from eastflank.ui.views import disagreements_that_stand
from eastflank.view.drafts import why_nothing_counts
from eastflank.view.names import names_by_code
from eastflank.view.selection import View
from eastflank.words.chosen import evidence as told
from eastflank.words.chosen import long_lists, tables
from eastflank.words.chosen import values as words

_NEWEST = 3  # claims shown at once; the rest is collapsed
_MOST = 40  # claims in all, shown and collapsed, or figures of nations; more would be too much for a reader


def show(view: View, dataset: Dataset, selected: str) -> None:
    """The evidence of the selected deployment, or of the whole view."""
    st.html(_BEGINS)
    if selected:
        st.html(_heading(view, dataset, selected))
        claims: Sequence[ClaimRow] = view.known.claims_of(selected)
        st.button(
            told.SHOW_ALL,
            key="deselect",
            on_click=_deselect,
            icon=":material/close:",
            type="tertiary",
        )
        above = Markup("")
    else:
        above = _overview(view, dataset)
        claims = view.claims
    shown = claims[:_MOST]
    below = _folded(shown, dataset, _history(shown, view)) if claims else _nothing(dataset)
    if len(claims) > _MOST:
        more = told.not_listed(len(claims) - _MOST, _age(shown[-1], claims[_MOST], claims[-1]))
        below += Markup('<p class="ef-meta ef-more">{}</p>').format(more)
    long_html.show(above + below)  # one element: each costs the server and the browser some time


@uninterrupted
def _deselect() -> None:
    state.choose(lambda choices: choices.selecting(""))


_BEGINS = Markup(
    '<h2 class="ef-part" tabindex="-1">{}</h2>'
    '<button type="button" class="ef-skip" data-skip="table">{}</button>'
).format(told.BEGINS, told.SKIP_TO_TABLE)
"""The heading of the panel for screen readers, and a link that skips the panel."""


def _nothing(dataset: Dataset) -> Markup:
    return Markup('<p class="ef-meta">{}</p>').format(why_nothing_counts(dataset) or told.NOTHING_FITS)


def _folded(claims: Sequence[ClaimRow], dataset: Dataset, history: Mapping[str, str]) -> Markup:
    """The newest claims, and the older ones collapsed; expanded if the requested claim is among them."""
    newest, older = claims[:_NEWEST], claims[_NEWEST:]
    shown = claims_html(newest, dataset, ToSource(state.current().names), history)
    if not older:
        return shown
    asked = state.current().choices.claim in {row.id for row in older}
    return shown + Markup('<details class="ef-older"{}><summary>{}</summary>{}</details>').format(
        Markup(" open") if asked else "",
        told.rest(len(older), _age(newest[-1], older[0], older[-1])),
        claims_html(older, dataset, ToSource(state.current().names), history),
    )


def _age(above: ClaimRow, first: ClaimRow, last: ClaimRow) -> str:
    """Whether claims are `older` than the one above them, of the `same` day, or both: `mixed`.

    They go from `first`, the newest, to `last`.
    """
    if first.known_on < above.known_on:
        return "older"
    return "same" if last.known_on == above.known_on else "mixed"


def _overview(view: View, dataset: Dataset) -> Markup:
    totals = Markup("").join(
        Markup("<li><b>{}</b> <span>{}</span></li>").format(figure_of(total), explained(total, view.known))
        for total in view.totals
    )
    differing = len(disagreements_that_stand(dataset, view))
    differ = (
        Markup('<p class="ef-box">{}</p>').format(
            escape(told.SEE_DISAGREEMENTS).format(
                values=told.values_that_differ(differing),
                tab=Markup("<i>{}</i>").format(tables.DISAGREEMENTS),
            )
        )
        if differing
        else Markup("")
    )
    lines = [*nation_lines(view, names_by_code(dataset), _MOST)]
    if (left := len(own_figures(view)) - _MOST) > 0:
        lines.append(long_lists.figures_left_out(left))
    nations = Markup("").join(Markup("<li>{}</li>").format(line) for line in lines)
    own = Markup("<h3>{}</h3><ul>{}</ul>").format(told.OWN_PEOPLE, nations) if nations else Markup("")
    return Markup('<section class="ef-over">{}<h3>{}</h3><ul>{}</ul>{}<h3>{}</h3></section>').format(
        own,
        told.WHOLE_UNITS if nations else told.TOTALS,
        totals or Markup("<li>{}</li>").format(told.NOTHING_TO_ADD_UP),
        differ,
        told.NEWEST_FIRST,
    )


def _heading(view: View, dataset: Dataset, selected: str) -> Markup:
    one = view.by_id[selected]
    entry = entry_of(one, view, dataset)
    due = words.when(one.starts) if one.starts and not one.present and not one.over else ""
    facts = (
        (entry.strength, entry.counts or told.STRENGTH, one.figure.claim if one.figure else ""),
        (entry.described.status_on_day, told.status_due(due), one.status_claim or ""),
        (entry.lead, told.LEAD, one.lead_claim or ""),
        (told.hosts(entry.host, entry.meant_for), told.HOST, one.host_claim or ""),
    )
    cells = Markup("").join(
        Markup("<div><b>{}</b><span>{}</span></div>").format(value, told.by_claim(label, claim))
        for value, label, claim in facts
    )
    return Markup(
        '<section class="ef-head"><h3>{} <small>{}</small></h3><div class="ef-facts">{}</div>{}{}{}</section>'
    ).format(
        entry.name,
        told.at(entry.place) if entry.place else "",
        cells,
        _beside(entry, dataset),
        _differ(view, dataset, selected),
        _contingents(entry),
    )


def _beside(entry: DeploymentEntry, dataset: Dataset) -> Markup:
    """Plans beside what is there, values not followed, and values overtaken by filtered-out evidence."""
    one = entry.known
    lines = [told.planned(plan) for plan in entry.described.plans]
    lines += [told.not_followed(claim_called(claim, dataset), field) for field, claim in one.not_followed]
    lines += [
        told.overtaken_by_what_is_left_out(field, claim_called(claim, dataset))
        for field, claim in one.overtaken
    ]
    return Markup("").join(Markup("<p>{}</p>").format(line) for line in lines)


def _differ(view: View, dataset: Dataset, selected: str) -> Markup:
    """The disagreements about the deployment: current ones, and collapsed those that are overtaken."""
    found = differences_in(dataset, view.known, [selected])
    standing = [one for one in found if one.stands]
    past = [one for one in found if not one.stands]
    heading = Markup("<h4>{}</h4>").format(told.DIFFER) if standing else Markup("")
    return heading + disagreement_list.html(standing) + disagreement_list.earlier(past)


def _contingents(entry: DeploymentEntry) -> Markup:
    """Who takes part with how many, marked if old or only planned."""
    if not entry.contingents:
        return Markup("")
    return Markup("<p><b>{}</b> {}</p>").format(told.CONTINGENTS, told.contingents([entry.contingents]))


def _history(claims: Sequence[ClaimRow], view: View) -> Mapping[str, str]:
    found = {row.id: overtaken_by(row, view.by_id.get(view.known.shown_in(row))) for row in claims}
    return {claim: by for claim, by in found.items() if by}
