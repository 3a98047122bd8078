"""The claims whose quote is not in the corrected text: both texts, and the ways to settle each claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from eastflank.curation.corrected import Orphan, orphans, requoting, superseding_with
from eastflank.intake.versions.difference import Piece, TextSpan, parted, pieces
from eastflank.model import Dataset
from eastflank.ui.add_data import draft as drafts
from eastflank.ui.add_data import set_aside
from eastflank.ui.add_data.draft import ArticleDraft
from eastflank.ui.add_data.versions import pieces_html
from eastflank.words.chosen import claims_of_source, incoming

_STYLE = (Path(__file__).parent / "versions.css").read_text(encoding="utf-8")
_MOST = 20
"""How many claims are shown; the others follow once these are settled."""


def show(dataset: Dataset) -> None:
    """Draw the orphaned claims; nothing if there are none."""
    found = orphans(dataset)
    if not found:
        return
    draft = drafts.current()
    busy = draft.form is not None or bool(draft.retracting)
    with st.expander(incoming.orphaned(len(found)), expanded=not busy, key="orphaned"):
        st.html(f"<style>{_STYLE}</style>")
        st.write(incoming.HOW_TO_SETTLE)
        for one in found[:_MOST]:
            _orphan(one, dataset)


def _orphan(one: Orphan, dataset: Dataset) -> None:
    row = dataset.claims_by_id[one.claim]
    name = dataset.deployment_names.get(row.deployment, "")
    compared = pieces(one.passage, one.nearest) if one.nearest else ()
    old, new = ([piece for piece in compared if piece.how != other] for other in ("added", "removed"))
    st.html(
        Markup(
            '<div class="ef-orphan"><b>{}</b> {}<br>{}<dl><div><dt>{} ({})</dt><dd>{}</dd></div>'
            "<div><dt>{} ({})</dt><dd>{}</dd></div></dl></div>"
        ).format(
            one.claim, name, one.why,
            incoming.OLD_WORDS, one.source, _with_quote(old or [Piece("same", one.passage)], one),
            incoming.NEW_WORDS, one.newest, pieces_html(new or [Piece("same", incoming.NONE_NEAR)]),
        )
    )  # fmt: skip
    with st.container(horizontal=True, gap="small"):
        st.button(
            f"{incoming.REQUOTE} {one.claim}", key=f"requote-{one.claim}", help=incoming.REQUOTE_HELP,
            on_click=partial(_requote, dataset, one),
        )  # fmt: skip
        st.button(
            f"{claims_of_source.SUPERSEDE} {one.claim}", key=f"orphan-supersede-{one.claim}",
            help=claims_of_source.SUPERSEDE_HELP, on_click=partial(_supersede, dataset, one),
        )  # fmt: skip
        st.button(
            f"{claims_of_source.RETRACT} {one.claim}", key=f"orphan-retract-{one.claim}",
            help=claims_of_source.RETRACT_HELP,
            on_click=lambda: drafts.change(lambda draft: set_aside.retract(draft, one.claim)),
        )  # fmt: skip


def _with_quote(old: Sequence[Piece], one: Orphan) -> Markup:
    """The passage of the earlier text, with its removed words, and with the quote marked."""
    before, quote, after = map(pieces_html, parted(old, one.quoted or TextSpan(0, 0)))
    return before + (Markup("<mark>{}</mark>").format(quote) if quote else Markup("")) + after


def _requote(dataset: Dataset, one: Orphan) -> None:
    def begin(draft: ArticleDraft) -> ArticleDraft:
        before, form = requoting(dataset, one)
        return replace(set_aside.begin(draft, form, dataset, before), source=one.newest)

    drafts.change(begin)


def _supersede(dataset: Dataset, one: Orphan) -> None:
    def begin(draft: ArticleDraft) -> ArticleDraft:
        form = superseding_with(dataset, one)
        return replace(set_aside.begin(draft, form, dataset), source=one.newest)

    drafts.change(begin)
