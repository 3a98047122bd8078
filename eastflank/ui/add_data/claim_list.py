"""The claims of a source, with buttons to change, supersede or retract each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st
from markupsafe import Markup

from eastflank.curation.form import Form, form_of, superseding
from eastflank.intake.tables.renewal import told_claims
from eastflank.model import ClaimRow, Dataset
from eastflank.ui.add_data import draft as drafts
from eastflank.ui.add_data import retracting, set_aside
from eastflank.ui.add_data.draft import ArticleDraft
from eastflank.words.chosen import claim_entry, values
from eastflank.words.chosen import claims_of_source as words


def show(dataset: Dataset, source: str) -> None:
    """Draw the source's claims with their buttons; an empty source means the inferred claims."""
    rows = told_claims.in_order_of_rows(row for row in dataset.claim_rows if row.source == source)
    heading = words.CLAIMS if source else words.INFERRED_CLAIMS
    st.html(Markup('<h2 class="ef-form-head">{} <small>{}</small></h2>').format(heading, len(rows)))
    if not rows:
        st.write(words.NO_CLAIMS_YET if source else words.NONE_INFERRED)
    names = told_claims.names([row.id for row in rows], dataset)
    for row in rows:
        _listed(row, names.get(row.id, ""), dataset)


def _listed(row: ClaimRow, called: str, dataset: Dataset) -> None:
    """Draw a claim. `called` is what readers call a claim of a table; empty: it goes by its id."""
    with (
        st.container(key=f"curated-{row.id}"),
        st.container(horizontal=True, vertical_alignment="center", gap="small"),
    ):
        name = "" if called else dataset.deployment_names.get(row.deployment, "")
        short = called or row.id.removeprefix(f"{row.source}-")  # its whole id is beside the buttons
        what = " · ".join(
            part
            for part in (values.KIND_OF_CLAIM.get(row.kind, row.kind), values.status(row.status), name)
            if part
        )
        st.html(
            Markup(
                '<p class="ef-listed"><b>{}</b> <span class="ef-review ef-review-{}">{}</span> {}<br>{}{}</p>'
            ).format(
                called or row.id,
                row.review,
                claim_entry.REVIEWS.get(row.review or "", ""),
                what,
                row.quote or row.citation or "",
                Markup(" <code>{}</code>").format(row.id) if called else "",
            ),
            width="stretch",
        )
        st.button(
            f"{words.EDIT} {short}", key=f"edit-{row.id}", on_click=partial(_begin, form_of, dataset, row.id)
        )
        if row.review != "retracted":
            st.button(
                f"{words.SUPERSEDE} {short}",
                key=f"supersede-{row.id}",
                help=words.SUPERSEDE_HELP,
                on_click=partial(_begin, superseding, dataset, row.id),
            )
            st.button(
                f"{words.RETRACT} {short}",
                key=f"retract-{row.id}",
                help=words.RETRACT_HELP,
                on_click=partial(retracting.ask, row.id),
            )


def _begin(made: Callable[[Dataset, str], Form], dataset: Dataset, claim: str) -> None:
    def begin(draft: ArticleDraft) -> ArticleDraft:
        found = made(dataset, claim)
        return set_aside.begin(draft, found, dataset, before=found if found.edits else None)

    drafts.change(begin)
