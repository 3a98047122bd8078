"""Method: what the record covers, the rules, the grades, the borders and the licences."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from eastflank.model import Dataset
from eastflank.store.folder import ARTICLES, BASE_MAP, THEATRE
from eastflank.ui import findings_list, state
from eastflank.ui.data import place, place_of
from eastflank.view.selection import days_covered
from eastflank.words.chosen import datasets, rules
from eastflank.words.chosen import values as words

_TEXT = Path(__file__).parent / "method.md"


def show(dataset: Dataset) -> None:
    """Draw the page."""
    st.html(Markup('<h1 class="ef-title">Method<small>Data version {}</small></h1>').format(dataset.version))
    text = _TEXT.read_text(encoding="utf-8").replace("{called}", dataset.theatre.called)
    before, after = text.replace("{borders}", dataset.map_credit.borders).split("<!-- rules -->")
    findings_list.show(dataset)
    _coverage(dataset)
    st.markdown(before)
    for heading, kept in rules.RULES:
        st.markdown(f"## {heading}")
        st.markdown("\n".join(f"{number}. {rule.text}" for number, rule in enumerate(kept, start=1)))
    st.markdown(after)
    _say_where_from(dataset)
    st.markdown("## Grades")
    left, right = st.columns(2)
    left.table({"Source": list(words.RELIABILITY), "means": list(words.RELIABILITY.values())})
    right.table({"Claim": list(words.CREDIBILITY), "means": list(words.CREDIBILITY.values())})
    st.markdown("## How each source earned its letter")
    sources = dataset.sources.sort_values(["reliability", "publisher"])
    st.dataframe(
        {
            "Grade": sources["reliability"].tolist(),
            "Publisher": sources["publisher"].tolist(),
            "Via": sources["via"].fillna("").tolist(),
            "Title": sources["title"].tolist(),
            "Reason": sources["note"].fillna("").tolist(),
        },
        hide_index=True,
    )


def _coverage(dataset: Dataset) -> None:
    """What the record covers, from when to when, and what it does not hold."""
    covered = days_covered(dataset)
    st.markdown("## What the record covers")
    if covered is None:
        st.markdown("It holds no claim yet.")
        return
    first, last = covered
    st.markdown(
        f"It holds {words.counted(len(dataset.claims), 'claim')} from "
        f"{words.counted(len(dataset.sources), 'source')}, said between {words.day(first)} and "
        f"{words.day(last)}. **Evidence reaches up to {words.day(last)}**: what happened since is not in it. "
        "What it lacks is as silent as what did not happen: an empty place on the map says that no claim "
        "here tells of it, not that nobody is there."
    )
    if dataset.coverage:
        st.markdown("\n".join(f"- {line}" for line in dataset.coverage))


def _say_where_from(dataset: Dataset) -> None:
    """From where each part of the dataset comes: what a folder has none of is the shipped dataset's."""
    if dataset.parts:
        _say_where_several_are_from(dataset)
        return
    names = state.names_asked()
    folder = place_of(names[0]) if names else place()
    shipped = "the dataset that comes with Eastflank"
    kept = "the database" if folder.database else f"the folder {folder.root.resolve().name}"
    own = shipped if folder.shipped else kept
    st.markdown("## Where the data comes from")
    st.write(f"Dataset: {dataset.theatre.name}.")
    origins = [own, *(own if folder.own[part] else shipped for part in _PARTS)]
    st.table({"Part": ["Tables", *_PARTS.values()], "Comes from": origins})


def _say_where_several_are_from(dataset: Dataset) -> None:
    st.markdown(f"## {datasets.WHERE_FROM}")
    st.table(
        {
            "Letter": [part.letter for part in dataset.parts],
            datasets.COLUMN: [part.title for part in dataset.parts],
            "Data version": [part.original.version for part in dataset.parts],
            "Claims": [len(part.original.claims) for part in dataset.parts],
        }
    )


_PARTS = {
    ARTICLES: "Articles",
    BASE_MAP: "Base map",
    THEATRE: "Theatre settings: opening view, alliance, colours of leads",
}
