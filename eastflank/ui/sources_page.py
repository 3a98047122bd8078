"""Sources: each article with its claims highlighted in place, and what each cited document gave."""

from __future__ import annotations

import itertools

import pandas as pd
import streamlit as st
from markupsafe import Markup

from eastflank.model import Dataset, Row, each_row, stated
from eastflank.ui import header
from eastflank.ui.evidence_panel import claims_html, to_map
from eastflank.view.selection import newest_day, view_of
from eastflank.words import en as words


def show(dataset: Dataset) -> None:
    """Draw the sources; `claim=` or `source=` in the address opens the one that is meant."""
    st.html(
        Markup('<h1 class="ef-title">Sources<small>{}</small></h1>').format(
            words.capitalised(_inventory(dataset))
        )
    )
    wanted = _wanted(dataset)
    ids = _order(dataset)
    chosen = st.selectbox(
        "Source", ids, index=ids.index(wanted) if wanted in ids else 0,
        format_func=lambda source: _label(dataset, source), key=f"shown-source-{wanted}",
    )  # fmt: skip
    source: Row = dataset.sources.set_index("id").loc[chosen]
    claims = dataset.claims[dataset.claims["source"] == chosen].sort_values("id")
    st.html(_description(source))
    claim = st.query_params.get("claim", "")
    if isinstance(source["file"], str):
        left, right = st.columns([1.5, 1], gap="medium")
        with left:
            st.html(article_html(dataset, chosen, claim))
        with right, st.container(height=640, key="source-claims"):
            st.html(claims_html(_chosen_first(claims, claim), dataset, to_map))
        _without_mark(dataset, claims)
    else:
        st.caption(
            "The text of this document is not held here, so nothing is quoted from it: each claim cites it."
        )
        st.html(claims_html(_chosen_first(claims, claim), dataset, to_map))
    header.show(dataset, claim=claim)


def _chosen_first(claims: pd.DataFrame, chosen: str) -> pd.DataFrame:
    return claims.assign(later=claims["id"] != chosen).sort_values(["later", "id"])


def _inventory(dataset: Dataset) -> str:
    held, quoted = dataset.sources["file"].notna(), dataset.claims["quote"].notna()
    return (
        f"{words.counted(int(held.sum()), 'article')} held word for word with {quoted.sum()} claims quoted; "
        f"{words.counted(int((~held).sum()), 'document')} cited for {(~quoted).sum()}"
    )


def _wanted(dataset: Dataset) -> str:
    claim = st.query_params.get("claim", "")
    owner = dataset.claims.loc[dataset.claims["id"] == claim, "source"]
    return str(owner.iloc[0]) if not owner.empty else st.query_params.get("source", "")


def _order(dataset: Dataset) -> list[str]:
    """Held articles first, then the rest by date."""
    sources = dataset.sources.assign(cited=dataset.sources["file"].isna())
    return list(sources.sort_values(["cited", "published_last", "id"])["id"])


def _label(dataset: Dataset, source: str) -> str:
    row: Row = dataset.sources.set_index("id").loc[source]
    via = f" via {row['via']}" if isinstance(row["via"], str) else ""
    held = " · quoted" if isinstance(row["file"], str) else ""
    return f"{row['publisher']}{via}: {row['title']} ({words.when(row['published'])}){held}"


def _description(source: Row) -> Markup:
    return Markup(
        '<section class="ef-source"><p><span class="ef-grade">{}</span> {}. {}</p>'
        '<p class="ef-meta">{}{}</p></section>'
    ).format(
        source["reliability"],
        words.capitalised(words.RELIABILITY[source["reliability"]]),
        stated(source["note"]) or "",
        f"{source['url']}" if isinstance(source["url"], str) else "No address.",
        f" · read on {words.day(source['accessed'].date())}" if pd.notna(source["accessed"]) else "",
    )


def article_html(dataset: Dataset, source: str, chosen: str = "") -> Markup:
    """The article's text, untouched, each claim's quote marked where it stands and linked to the map.

    Where quotes overlap the text is cut at each edge, so nothing appears twice.
    """
    row: Row = dataset.sources.set_index("id").loc[source]
    text = dataset.articles[row["file"]]
    claims = dataset.claims[(dataset.claims["source"] == source) & dataset.claims["quote"].notna()]
    found = ((row, _position(text, row)) for row in each_row(claims))
    places = [(start, start + len(row.quote), row) for row, start in found if start >= 0]
    edges = sorted({0, len(text), *(start for start, _, _ in places), *(end for _, end, _ in places)})
    pieces = []
    for start, end in itertools.pairwise(edges):
        inside = [row for first, last, row in places if first <= start and end <= last]
        pieces.append(_piece(text[start:end], inside, chosen))
    return Markup('<article class="ef-article">{}</article>').format(Markup("").join(pieces))


def _position(text: str, row: Row) -> int:
    """Where a claim's quote begins; -1 when it is not there, which the audit of the data reports."""
    prefix = row.quote_prefix if isinstance(row.quote_prefix, str) else ""
    before = text.find(prefix + row.quote)
    return before if before < 0 else before + len(prefix)


def _piece(text: str, claims: list[Row], chosen: str) -> Markup:
    if not claims:
        return Markup("{}").format(text)
    row = next((claim for claim in claims if claim.id == chosen), claims[0])
    _, address = to_map(row)
    style = "ef-quote ef-chosen" if row.id == chosen else "ef-quote"
    label = f"{row.id}: {row.kind}" + (f", {row.status}" if isinstance(row.status, str) else "")
    return Markup(
        '<a class="{} ef-kind-{}" id="{}" href="{}" target="_self" title="{}">{}<sup>{}</sup></a>'
    ).format(style, row.kind, f"quote-{row.id}", address, label, text, row.id)


def _without_mark(dataset: Dataset, claims: pd.DataFrame) -> None:
    """The article's claims that can't be drawn, with the reason for each."""
    view = view_of(dataset, day=newest_day(dataset))
    reasons = {item.id: item.reason for item in view.not_drawn if item.kind == "claim"}
    missing = claims[claims["id"].isin(reasons)]
    st.markdown(f"## {words.capitalised(words.counted(len(missing), 'claim'))} that can't be drawn")
    st.dataframe(
        {
            "Claim": missing["id"].tolist(),
            "Kind": missing["kind"].tolist(),
            "Quote": missing["quote"].tolist(),
            "Why it is not on the map": [reasons[claim] for claim in missing["id"]],
        },
        hide_index=True,
    )
