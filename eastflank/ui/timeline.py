"""The timeline: how long each deployment had which status, and its strength as stated over time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

import altair as alt
import pandas as pd
import streamlit as st

from eastflank import style, words
from eastflank.as_of import Known
from eastflank.history import spells, strengths
from eastflank.model import Dataset, Standing
from eastflank.ui import state
from eastflank.view import View, names_by_code

_ROW = 22  # pixels a deployment
_ORDER = tuple(words.STANDINGS.values())


def show(view: View, record: Sequence[Known], dataset: Dataset, selected: str) -> None:
    """Draw the spans of the view's deployments, up to its day; a click on one selects it."""
    until = view.day + timedelta(days=1)
    bands = spells(record, until)
    bands = bands[bands["deployment"].isin(view.deployments.index)]
    if bands.empty:
        st.caption("Nothing had been said by this day about what is asked for.")
        return
    colours = _colours()
    chart = _bands(bands, _dots(view, dataset), colours)
    st.altair_chart(chart, key="timeline", on_select=_picked, selection_mode=["pick"])
    if selected:
        _strength(view, strengths(record, selected, until), dataset, selected, colours)
    else:
        st.caption("Select a deployment to see its strength over time.")


def _picked() -> None:
    points = st.session_state["timeline"]["selection"].get("pick", [])
    if points:
        state.select(points[0]["deployment"])


def _dots(view: View, dataset: Dataset) -> pd.DataFrame:
    """The claims of the view's deployments, for the dots."""
    claims = view.claims[view.claims["shown_in"].notna()]
    names = names_by_code(dataset)
    return pd.DataFrame(
        {
            "deployment": claims["shown_in"],
            "name": claims["shown_in"].map(view.deployments["name"]),
            "day": claims["known_on"],
            "claim": claims["id"],
            "said by": claims["source"].map(names),
            "status": claims["status"].fillna(words.NOT_STATED),
        }
    )


def _bands(
    bands: pd.DataFrame, dots: pd.DataFrame, colours: Mapping[str, str]
) -> alt.LayerChart | alt.FacetChart:
    order = bands.drop_duplicates("deployment").sort_values(["programme", "start", "name"])["name"].tolist()
    pick = alt.selection_point(name="pick", fields=["deployment"])
    rows = alt.Y(
        "name:N",
        sort=order,
        title=None,
        axis=alt.Axis(labelLimit=270, labelOverlap=False, ticks=False, domain=False),
    )
    bars = (
        alt.Chart(bands)
        .mark_bar(height=13, stroke=colours["ink"], strokeWidth=0.7)
        .encode(
            x=alt.X("start:T", title=None),
            x2="end:T",
            y=rows,
            color=alt.Color(
                "standing:N",
                scale=alt.Scale(domain=list(_ORDER), range=[colours[one] for one in _ORDER]),
                legend=alt.Legend(orient="top", title=None),
            ),
            tooltip=[
                "name:N",
                "status:N",
                alt.Tooltip("start:T", title="from"),
                alt.Tooltip("end:T", title="until"),
            ],
        )
        .add_params(pick)
    )
    points = (
        alt.Chart(dots)
        .mark_circle(size=34, color=colours["ink"], opacity=0.9)
        .encode(
            x="day:T",
            y=rows,
            tooltip=["claim:N", "said by:N", "status:N", alt.Tooltip("day:T", title="counts from")],
        )
    )
    return alt.layer(bars, points).properties(height=alt.Step(_ROW))


def _strength(
    view: View, spans: pd.DataFrame, dataset: Dataset, selected: str, colours: Mapping[str, str]
) -> None:
    """Low to high as a band; every claim that states a strength as a dot or a bar with its source."""
    name = str(view.deployments.loc[selected, "name"])
    if spans.empty:
        st.caption(f"{name}: no claim states a strength by this day.")
        return
    spans = spans.assign(floor=spans["low"].fillna(spans["high"]), top=spans["high"].fillna(spans["low"]))
    said = view.claims[
        (view.claims["shown_in"] == selected)
        & (view.claims["troops_high"].notna() | view.claims["troops_low"].notna())
    ]
    names = names_by_code(dataset)
    dots = pd.DataFrame(
        {
            "day": said["known_on"],
            "low": said["troops_low"].fillna(said["troops_high"]).astype("float64"),
            "high": said["troops_high"].fillna(said["troops_low"]).astype("float64"),
            "claim": said["id"],
            "said by": said["source"].map(names),
            "hedge": said["hedge"].fillna(""),
        }
    )
    band = (
        alt.Chart(spans.astype({"floor": "float64", "top": "float64"}))
        .mark_rect(color=colours[words.STANDINGS[Standing.PRESENT]], opacity=0.6)
        .encode(
            x=alt.X("start:T", title=None), x2="end:T",
            y=alt.Y("floor:Q", title="persons", scale=alt.Scale(zero=True)), y2="top:Q",
        )
    )  # fmt: skip
    line = (
        alt.Chart(spans.astype({"top": "float64"}))
        .mark_rule(color=colours[words.STANDINGS[Standing.PRESENT]], strokeWidth=2.5)
        .encode(x="start:T", x2="end:T", y="top:Q")
    )
    tips = ["claim:N", "said by:N", "hedge:N", "low:Q", "high:Q", alt.Tooltip("day:T", title="counts from")]
    spread = (
        alt.Chart(dots)
        .mark_rule(color=colours["ink"])
        .encode(x="day:T", y="low:Q", y2="high:Q", tooltip=tips)
    )
    points = (
        alt.Chart(dots)
        .mark_circle(size=46, color=colours["ink"], opacity=1)
        .encode(x="day:T", y="high:Q", tooltip=tips)
    )
    st.markdown(f"**Strength of {_plain(name)} over time**")
    st.altair_chart(alt.layer(band, line, spread, points).properties(height=210), key="strength-over-time")
    _sum(view, selected, dataset)


def _sum(view: View, selected: str, dataset: Dataset) -> None:
    """Whether the contingents known add up to the strength known."""
    sent = view.known.contingents
    sent = sent[sent["deployment"] == selected]
    if sent.empty:
        return
    silent = sent["troops_low"].isna() & sent["troops_high"].isna()
    total = int(sent["troops_low"].fillna(sent["troops_high"]).sum())
    names = names_by_code(dataset)
    parts = [f"The contingents that state a figure add up to {words.number(total)} persons"]
    if silent.any():
        parts.append(
            f"{words.listed([names.get(code, code) for code in sent.loc[silent, 'nation']])} state none"
        )
    figure = view.deployments.loc[selected, ["troops_low", "troops_high"]]
    if figure.notna().all() and not silent.any() and not figure.iloc[0] <= total <= figure.iloc[1]:
        parts.append("they do not add up to the strength shown")
    st.caption("; ".join(parts) + ".")


def _plain(text: str) -> str:
    """Text that Markdown leaves as it is."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]()#+-.!|<>~:$" else sign for sign in text)


def _colours() -> Mapping[str, str]:
    palette = style.PALETTES[st.context.theme.type or "light"]
    forms = {
        Standing.CONSIDERED: palette.card,
        Standing.PLANNED: palette.planned,
        Standing.PRESENT: palette.present,
        Standing.GONE: palette.line,
    }
    return {words.STANDINGS[standing]: colour for standing, colour in forms.items()} | {"ink": palette.ink}
