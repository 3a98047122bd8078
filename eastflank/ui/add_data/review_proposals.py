"""The proposals of an article, read once for a state of the record, with the progress shown meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import streamlit as st

from eastflank.commands.read import nation_names
from eastflank.curation.proposed import ProposedClaims, proposed_claims
from eastflank.intake.article.language import reads_like_english
from eastflank.model import Dataset, SourceRow
from eastflank.ui.add_data.article import day_of, tables
from eastflank.ui.add_data.kept import Kept
from eastflank.words.chosen import reviewing as words

_KEY = "review-proposals"


def of_source(dataset: Dataset, source: SourceRow, kept: Kept) -> ProposedClaims:
    """The proposals of a source whose text is held."""
    asked = (kept.place, dataset.version, source.id)
    known: tuple[tuple[str, str, str], ProposedClaims] | None = st.session_state.get(_KEY)
    if known and known[0] == asked:
        return known[1]
    place = st.empty()
    bar = place.progress(0.0, text=words.READING)

    def told(done: int, of: int) -> None:
        bar.progress(done / max(of, 1), text=words.reading(done, of))

    found = proposed_claims(
        source.id, dataset.articles[source.file or ""], dataset, kept.schema, tables(kept.root),
        said=day_of(source), nations=names(), told=told,
    )  # fmt: skip
    place.empty()
    st.session_state[_KEY] = (asked, found)
    return found


def can_be_read(text: str) -> bool:
    """Whether the rules know the language of a text."""
    return reads_like_english(text)


@cache
def names() -> Mapping[str, str]:
    """The names of all nations by code."""
    return nation_names()
