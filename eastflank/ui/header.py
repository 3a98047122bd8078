"""The page's actions: copying, the briefing view and the keyboard's shortcuts, drawn by `header.js`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import streamlit as st

from eastflank.model import Dataset
from eastflank.ui import scripts, state
from eastflank.ui.data import public_address
from eastflank.words.chosen import values as words

_FOLDER = Path(__file__).parent
PRINTING = "printing"
"""In the session: that the view was asked for as a document to print."""
KEYS = (
    (("B",), "the briefing view, and back"),
    (("E",), "the export menu"),
    (("Ctrl", "P"), "print the view as a document"),
    (("Esc",), "close what is open; leave the briefing view; select nothing"),
    (("?",), "this list"),
    (("Tab", "Enter"), "from card to card on the map, and choose one"),
    (("+", "−"), "on the map: zoom"),
    (("←", "↑", "→", "↓"), "on the map: move it"),
    (("←", "→", "Home", "End"), "on the slider: to the day on which a source speaks"),
    (("Space",), "on the slider: play, and pause"),
)
"""The keyboard's shortcuts, each with what it does."""
_SKIPS = (
    ("actions", "Actions"),
    ("export", "Download"),
    ("map", "Map"),
    ("evidence", "Evidence"),
    ("table", "Table"),
)
"""Where the links at the page's beginning lead: the place as `by_keyboard.js` names it, and the words."""
_NAMES = {"map": "Map: arrow keys move it, plus and minus zoom", "filters": "Filters"}
_AWAY_TITLE = "The dashboard's server does not answer."
_AWAY_TEXT = (
    "Nothing is lost: what you see stays, and your choices are kept. "
    "This page tries again and comes back by itself."
)

_actions = st.components.v2.component(
    "eastflank_header",
    html=(_FOLDER / "header.html").read_text(encoding="utf-8"),
    css=(_FOLDER / "header.css").read_text(encoding="utf-8"),
    js=scripts.importing("header"),
    isolate_styles=False,
)


def show(  # noqa: PLR0913 - each is one thing that the page tells its actions
    dataset: Dataset,
    day: date | None = None,
    claim: str = "",
    *,
    says: str = "",
    selected: bool = False,
    follows: bool = False,
) -> None:
    """Draw the actions of the view on `day`; None: those of a page without a view, which only copies.

    The sentence of `claim`, if the page marks it, is brought into sight. `says` is the view in a sentence,
    told to a screen reader once it is another one; `selected`, whether there is a selection to take back;
    `follows`, whether the browser is to say when the reader goes Back or Forward, see `state`.
    """
    chosen = state.made()
    known = f"as known on {words.day(day)}, data version" if day else "data version"
    _actions(
        key=state.HEADER,
        data={
            "view": day is not None,
            "asof": day.isoformat() if day else "",
            "known": f"{known} {dataset.version}.",
            "edition": dataset.edition,
            "base": public_address() and f"{public_address().rstrip('/')}/",
            "brief": day is not None and chosen is not None and chosen.brief,
            "theme": chosen.theme if chosen else "",
            "follows": follows,
            "dark": st.context.theme.type == "dark",
            "keys": KEYS,
            "claim": claim,
            "says": says,
            "selected": selected,
            "skips": _SKIPS,
            "names": _NAMES,
            "away": (_AWAY_TITLE, _AWAY_TEXT),
        },
        on_brief_change=_brief,
        on_deselect_change=_deselect,
        on_print_change=_print,
        on_went_change=_went,
    )


@state.whole
def _brief() -> None:
    on = bool(st.session_state[state.HEADER]["brief"])
    state.choose(lambda choices: replace(choices, brief=on))


@state.whole
def _print() -> None:
    st.session_state[PRINTING] = True


@state.whole
def _deselect() -> None:
    state.choose(lambda choices: choices.selecting(""))


def _went() -> None:
    """Nothing now: `state` looks at it before it does anything else."""
