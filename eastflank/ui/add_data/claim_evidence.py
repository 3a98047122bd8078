"""The basis of a claim: a quote, a place in its source, a silent list, or other claims."""

from __future__ import annotations

from functools import partial

import streamlit as st
from markupsafe import Markup

from eastflank.intake.quotation import place
from eastflank.ui.add_data import claim_cells
from eastflank.ui.add_data.claim_widgets import Widgets
from eastflank.ui.add_data.entering import entered
from eastflank.words.chosen import claim_entry as words


def show(widgets: Widgets) -> None:
    """Draw the basis of the claim, and the checks' objections to it."""
    match widgets.form.cell("basis"):
        case "cited" | "inferred":
            widgets.text(
                "citation",
                words.LABELS["citation"],
                widgets.base.cell("citation"),
                partial(claim_cells.put, "citation"),
            )
        case "judged":
            _rests_on(widgets)
            day = widgets.base.cell("judged_on")
            widgets.text("judged_on", words.LABELS["judged_on"], day, partial(claim_cells.put, "judged_on"))
            st.caption(words.SAY_WHY_IN_NOTE)
        case _:
            _quote(widgets)
    widgets.objections("quote", "quote_prefix", "basis", "citation", "source")


def _quote(widgets: Widgets) -> None:
    source = widgets.dataset.sources_by_id.get(widgets.form.cell("source"))
    text = widgets.dataset.articles.get((source and source.file) or "", "")
    quote = widgets.form.cell("quote")
    found = place(text, quote, widgets.form.cell("quote_prefix"))
    if quote:
        st.html(
            Markup('<blockquote class="ef-form-quote">{}<small>{}</small></blockquote>').format(
                quote, words.characters(*found) if found else ""
            )
        )


def _rests_on(widgets: Widgets) -> None:
    names = widgets.dataset.deployment_names
    rows = widgets.dataset.claims_by_id
    known = [one for one in widgets.base.cell("rests_on").split(";") if one in rows]
    key = widgets.key("rests_on")
    st.multiselect(
        words.LABELS["rests_on"], sorted(rows), known, key=key, placeholder=words.NOT_STATED,
        format_func=lambda one: f"{one} {names.get(rows[one].deployment, '')}".strip(),
        help=widgets.help("rests_on"), on_change=entered(key, partial(claim_cells.put, "rests_on")),
    )  # fmt: skip
    widgets.objections("rests_on")
