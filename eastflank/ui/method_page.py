"""Method: what the record covers, the rules, the grades, the borders and the licences."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from eastflank.model import Dataset
from eastflank.store.folder import ARTICLES, BASE_MAP, THEATRE
from eastflank.ui import findings_list, state
from eastflank.ui.data import place, place_of
from eastflank.view.drafts import waiting, why_nothing_counts
from eastflank.view.selection import days_covered, that_may_count
from eastflank.words.chosen import datasets, rules
from eastflank.words.chosen import method as told
from eastflank.words.chosen import values as words


def show(dataset: Dataset) -> None:
    """Draw the page."""
    st.html(
        Markup('<h1 class="ef-title">{}<small>{}</small></h1>').format(
            told.TITLE, told.version(dataset.version)
        )
    )
    findings_list.show(dataset)
    _coverage(dataset)
    st.markdown(told.WHAT_IS_COUNTED)
    for heading, kept in rules.RULES:
        st.markdown(f"## {heading}")
        st.markdown("\n".join(f"{number}. {rule.text}" for number, rule in enumerate(kept, start=1)))
    st.markdown(told.what_is_drawn(dataset.theatre.called, dataset.map_credit.borders))
    _say_where_from(dataset)
    st.markdown(f"## {told.GRADES}")
    left, right = st.columns(2)
    left.table({told.SOURCE: list(words.RELIABILITY), told.MEANS: list(words.RELIABILITY.values())})
    right.table({told.CLAIM: list(words.CREDIBILITY), told.MEANS: list(words.CREDIBILITY.values())})
    st.markdown(f"## {told.HOW_EARNED}")
    sources = dataset.sources.sort_values(["reliability", "publisher"])
    st.dataframe(
        {
            told.GRADE: sources["reliability"].tolist(),
            told.PUBLISHER: sources["publisher"].tolist(),
            told.VIA: sources["via"].fillna("").tolist(),
            told.SOURCE_TITLE: sources["title"].tolist(),
            told.REASON: sources["note"].fillna("").tolist(),
        },
        hide_index=True,
    )


def _coverage(dataset: Dataset) -> None:
    """What the record covers, from when to when, and what it does not hold."""
    covered = days_covered(dataset)
    st.markdown(f"## {told.COVERS}")
    if covered is None:
        st.markdown(why_nothing_counts(dataset) or told.NO_CLAIM_YET)
        return
    first, last = covered
    counting = that_may_count(dataset)
    st.markdown(told.coverage(len(counting), counting["source"].nunique(), first, last))
    if drafts := waiting(dataset):
        st.markdown(told.also_waiting(drafts))
    if dataset.coverage:
        st.markdown("\n".join(f"- {line}" for line in dataset.coverage))


def _say_where_from(dataset: Dataset) -> None:
    """The origin of each part of the dataset: a part that a folder lacks is the shipped dataset's."""
    if dataset.parts:
        _say_where_several_are_from(dataset)
        return
    names = state.names_asked()
    folder = place_of(names[0]) if names else place()
    shipped = told.SHIPPED
    kept = told.DATABASE if folder.database else told.folder(folder.root.resolve().name)
    own = shipped if folder.shipped else kept
    st.markdown(f"## {told.WHERE_FROM}")
    st.write(told.dataset(dataset.theatre.name))
    origins = [own, *(own if folder.own[part] else shipped for part in _PARTS)]
    st.table({told.PART: [told.TABLES, *_PARTS.values()], told.COMES_FROM: origins})


def _say_where_several_are_from(dataset: Dataset) -> None:
    st.markdown(f"## {datasets.WHERE_FROM}")
    st.table(
        {
            told.LETTER: [part.letter for part in dataset.parts],
            datasets.COLUMN: [part.title for part in dataset.parts],
            told.VERSION: [part.original.version for part in dataset.parts],
            told.CLAIMS: [len(that_may_count(part.original)) for part in dataset.parts],
        }
    )


_PARTS = {
    ARTICLES: told.ARTICLES,
    BASE_MAP: told.BASE_MAP,
    THEATRE: told.THEATRE,
}
