"""The as-of slider: the rail of days under the map, drawn by `slider.js` and the scripts before it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st

from eastflank.model import Dataset
from eastflank.ui import scripts, state
from eastflank.ui.assets import html_of
from eastflank.ui.interruptions import uninterrupted
from eastflank.ui.messages import sent
from eastflank.ui.views import days_spoken
from eastflank.view.days import FIRST_DAY, LAST_DAY
from eastflank.view.selection import newest_day, that_may_count
from eastflank.words.chosen import sliding
from eastflank.words.chosen import values as words

_FOLDER = Path(__file__).parent
_KEY = "slider"
_WANTED = "days_ahead"
_MOST_AHEAD = 12  # days sent at once

_rail = st.components.v2.component(
    "eastflank_slider",
    html=html_of(
        "slider.html", **{name: text for name, text in vars(sliding).items() if isinstance(text, str)}
    ),
    css=(_FOLDER / "slider.css").read_text(encoding="utf-8"),
    js=scripts.importing("slider"),
)


class Move(NamedTuple):
    """A move of the slider by the reader."""

    day: date
    passing: bool
    """Whether the slider only passes this day, while it plays or is dragged."""


class Ahead(NamedTuple):
    """A day that the browser can show without the server: the title, the text after it, and the scene."""

    day: str
    title: str
    rest: str
    scene: str
    """JSON from `render.web_map.scene_script`."""


def show(
    dataset: Dataset,
    turning: frozenset[int] | None,
    theme: str,
    on_move: Callable[[], None],
    ahead: tuple[str, Sequence[Ahead]],
) -> None:
    """Draw the slider on the chosen day.

    `turning` has the indices of the days in `spoken` on which the view changes; None while this is not known:
    then the slider asks again a little later. `on_move` is called when the reader moves it; `moved` returns
    the move. `ahead` is a name of the view without its day, and the days of it that the slider asked for
    (`wanted`).
    """
    spoken = days_spoken(dataset) or (newest_day(dataset),)
    last = max(spoken[-1], date.today())  # noqa: DTZ011 - a reader's day
    _rail(
        key=_KEY,
        data=[  # in a list: Streamlit would ask each value of a dict whether it is a table
            {
                "day": state.current().choices.asof.isoformat(),
                "newest": newest_day(dataset).isoformat(),
                "earliest": FIRST_DAY.isoformat(),
                "latest": LAST_DAY.isoformat(),
                "first": spoken[0].replace(day=1).isoformat(),
                "last": last.isoformat(),
                "begins": words.month(spoken[0]),
                "ends": sliding.ENDS,
                "days": sliding.DAYS,
                "play": [[sliding.PLAY, sliding.PLAY_HELP], [sliding.PAUSE, sliding.PAUSE_HELP]],
                "theme": theme,
                "incomplete": turning is None,
                "view": ahead[0],
                "ahead": [one._asdict() for one in ahead[1]],
                "stops": [
                    {**stop, "turn": number in (turning or ())}
                    for number, stop in enumerate(dataset.once(_stops))
                ],
            }
        ],
        on_moved_change=on_move,
        on_asked_change=_asked,
    )
    # Only now: a run may be interrupted at any element, and the next one must then send these days.
    if tuple(one.day for one in ahead[1]) == tuple(day.isoformat() for day in wanted()):
        st.session_state[_WANTED] = ()


def moved() -> Move | None:
    """The reader's last move, for `on_move`. Raises ValueError if it has no valid day.

    None if the slider is no longer on the page: a briefing has come, and took its day from an earlier move.
    """
    move: Mapping[str, Any] | None = sent(_KEY, "moved")
    return Move(date.fromisoformat(move["day"]), bool(move["passing"])) if move else None


def _stops(dataset: Dataset) -> Sequence[Mapping[str, str]]:
    """Each day on which a source speaks: the speakers, and the meeting that begins on it, if any."""
    claims, meetings = that_may_count(dataset), _meetings(dataset)
    publishers = claims.groupby(claims["known_on"].dt.date)["publisher"].agg(lambda said: list(said.dropna()))
    return [
        {
            "day": day.isoformat(),
            "words": words.voices(day, sorted(set(publishers[day])), len(publishers[day])),
            "caption": meetings.get(day, ""),
        }
        for day in days_spoken(dataset)
    ]


def _meetings(dataset: Dataset) -> Mapping[date, str]:
    """The meetings in the claims, by their first day."""
    towns = {one: place.name for one, place in dataset.places_by_id.items() if place.precision == "town"}
    return {
        row.starts_first: words.meeting(towns[row.place])
        for row in dataset.claim_rows
        if row.kind == "meeting" and row.starts_first and row.place in towns
    }


def wanted() -> tuple[date, ...]:
    """The days that the slider asked for in advance, until they are sent."""
    days: tuple[date, ...] = st.session_state.get(_WANTED, ())
    return days


@uninterrupted
def _asked() -> None:
    """Callback: the slider asks for days in advance, or for none if it only waits for `turning`."""
    days = (sent(_KEY, "asked") or [])[:_MOST_AHEAD]
    st.session_state[_WANTED] = tuple(date.fromisoformat(day) for day in days)
