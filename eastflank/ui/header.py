"""The page's actions: copying, the briefing view and the keyboard's shortcuts, drawn by `header.js`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import streamlit as st
from markupsafe import Markup, escape

from eastflank.model import Dataset
from eastflank.ui import scripts, state
from eastflank.ui.assets import html_of
from eastflank.ui.browser_address import HEADER
from eastflank.ui.interruptions import uninterrupted
from eastflank.ui.messages import sent
from eastflank.ui.server_address import public_address
from eastflank.words.chosen import CODE, actions

_FOLDER = Path(__file__).parent
PRINTING = "printing"
"""In the session: whether the reader asked for the view as a document to print."""


def _html() -> Markup:
    """The static HTML: the buttons, the text to copy by hand, the list of shortcuts."""
    key = Markup("<kbd>{}</kbd>").format
    how = escape(actions.HOW_TO_COPY).format(keys=key("Ctrl") + "+" + key("C"), mac=key("⌘") + "+" + key("C"))
    return html_of("header.html", HOW_TO_COPY=how, **{name: getattr(actions, name) for name in _SAID})


_SAID = (
    "ACTIONS", "BRIEF", "BRIEF_HELP", "CLOSE", "COPY_BY_HAND", "COPY_LINK", "KEYS_TITLE", "LEAVE_BRIEF",
    "TEXT_TO_COPY",
)  # fmt: skip
"""The texts of `header.html`, by their names in the words."""

_actions = st.components.v2.component(
    "eastflank_header",
    html=_html(),
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

    The sentence of `claim`, if the page marks it, is scrolled into view. `says` is the view in a sentence,
    announced to screen readers when it changes; `selected` is whether there is a selection to clear;
    `follows` is whether the browser must report Back and Forward, see `browser_address`.
    """
    chosen = state.made()
    _actions(
        key=HEADER,
        data=[  # in a list: Streamlit would ask each value of a dict whether it is a table
            {
                "view": day is not None,
                "asof": day.isoformat() if day else "",
                "known": actions.edition(dataset.version, day),
                "edition": dataset.edition,
                "base": public_address() and f"{public_address().rstrip('/')}/",
                "brief": day is not None and chosen is not None and chosen.brief,
                "theme": chosen.theme if chosen else "",
                "follows": follows,
                "language": CODE,
                "themes": (actions.LIGHT_THEME, actions.DARK_THEME),
                "copied": actions.COPIED,
                "copied_what": actions.COPIED_WHAT,
                "being_written": actions.BEING_WRITTEN,
                "dark": st.context.theme.type == "dark",
                "keys": actions.KEYS,
                "claim": claim,
                "says": says,
                "selected": selected,
                "skip_to": actions.SKIP_TO,
                "skips": list(actions.SKIPS.items()),
                "names": {"map": actions.MAP_NAME, "filters": actions.FILTERS_NAME},
                "away": (actions.AWAY, actions.AWAY_MEANS),
            }
        ],
        on_brief_change=_brief,
        on_deselect_change=_deselect,
        on_print_change=_print,
        on_went_change=_went,
    )


@uninterrupted
def _brief() -> None:
    on = sent(HEADER, "brief")
    if on is not None:
        state.choose(lambda choices: replace(choices, brief=bool(on)))


@uninterrupted
def _print() -> None:
    st.session_state[PRINTING] = True


@uninterrupted
def _deselect() -> None:
    state.choose(lambda choices: choices.selecting(""))


def _went() -> None:
    """Does nothing now: `state` reads the value when it is needed."""
