"""A new place of a claim: a name is looked up in the gazetteer, and one of its places chosen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st
from markupsafe import Markup

from eastflank.curation.new_place import candidates, with_place
from eastflank.gazetteer.errors import NotAPlace, NothingAsked
from eastflank.gazetteer.ranking import Candidate
from eastflank.model import Dataset
from eastflank.ui.add_data import draft as drafts
from eastflank.ui.add_data.draft import ArticleDraft
from eastflank.ui.add_data.kept import today
from eastflank.ui.question import as_markdown
from eastflank.words.chosen import claim_entry
from eastflank.words.chosen import place_entry as words


def show(dataset: Dataset, draft: ArticleDraft) -> None:
    """Draw the field for a name, and the places that it may mean."""
    names = {code: nation.name for code, nation in dataset.nations_by_code.items()}
    number = draft.number
    left, right = st.columns(2, gap="small")
    query = left.text_input(words.PLACE_NAME, key=f"place-name#{number}", help=words.PLACE_NAME_HELP)
    country = right.selectbox(
        words.PLACE_COUNTRY, sorted(names, key=names.__getitem__), index=None, key=f"place-country#{number}",
        format_func=names.__getitem__, placeholder=claim_entry.NOT_STATED,
    )  # fmt: skip
    if not query.strip():
        return
    try:
        with st.spinner(words.LOOKING_UP):  # the first look-up reads the gazetteer
            found = candidates(dataset, query.strip(), country or "")
    except (NothingAsked, NotAPlace) as error:
        st.html(Markup('<p class="ef-objection">{}</p>').format(str(error)))
        return
    if not found:
        st.html(Markup('<p class="ef-objection">{}</p>').format(words.no_place(query.strip())))
        return
    key = f"place-candidate#{number}-{query.strip()}-{country or ''}"
    st.radio(
        words.WHICH_PLACE, range(len(found)), index=None, key=key,
        format_func=lambda at: _named(found[at], names), captions=[_where(one) for one in found],
        on_change=partial(_chosen, key, query.strip(), country or "", dataset),
    )  # fmt: skip
    row = draft.form.rows.get("places") if draft.form else None
    if row:
        st.caption(words.new_place(row["id"]))


def _chosen(key: str, query: str, country: str, dataset: Dataset) -> None:
    def choose(draft: ArticleDraft) -> ArticleDraft:
        at = drafts.said(key)
        found = candidates(dataset, query, country)
        if draft.form is None or not isinstance(at, int) or not 0 <= at < len(found):
            return draft
        return replace(draft, form=with_place(draft.form, found[at], query, dataset, today()), refused=())

    drafts.change(choose)


def _named(one: Candidate, names: dict[str, str]) -> str:
    country = names.get(one.country or "", one.country or "")
    said = ", ".join(part for part in (one.name, country) if part)
    return as_markdown(f"{said}: {one.installation or one.kind}")


def _where(one: Candidate) -> str:
    spot = f"{one.point.lat:.4f}, {one.point.lon:.4f} ({one.geocoder}; {one.precision}): {one.why}."
    return as_markdown(f"{spot} {one.note}".strip())
