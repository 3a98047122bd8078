"""What a person enters in the widgets of the form, put into the draft: nothing that stands in one is lost.

Streamlit calls the callbacks of all widgets that changed one after the other. If a newer request breaks off
the first of them, it never calls the others. So what each widget says is put into the draft once more, before
anything else is done with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeAlias

import streamlit as st

from eastflank.curation.form import Form
from eastflank.ui.add_data import draft as drafts
from eastflank.ui.add_data.draft import ArticleDraft

Put: TypeAlias = Callable[[Form, str], Form]
"""The form with what a widget says, as text."""
NEW = "(new)"
"""The choice in a list that makes more fields appear, and is no value itself."""
_WIDGETS = "add-data-widgets"
"""In the session: by key of a widget of the form, how what it says is put into the form."""


def key_of(name: str, draft: ArticleDraft) -> str:
    """The key of the widget of a field, as long as the draft has its number."""
    return f"field-{name}#{draft.number}"


def entered(key: str, put: Put) -> Callable[[], None]:
    """The callback of a widget of the form."""
    widgets: Mapping[str, Put] = st.session_state.get(_WIDGETS, {})
    end = key.partition("#")[2]
    same = {other: found for other, found in widgets.items() if other.partition("#")[2] == end}
    st.session_state[_WIDGETS] = {**same, key: put}
    return partial(_enter, key, put)


def _enter(key: str, put: Put) -> None:
    def enter(draft: ArticleDraft) -> ArticleDraft:
        draft = caught_up(draft)
        if draft.form is None or not _is_of(key, draft):
            return draft
        return replace(draft, form=put(draft.form, _text(key)), refused=())

    drafts.change(enter)


def _is_of(key: str, draft: ArticleDraft) -> bool:
    """Whether a widget is of the form as it now is.

    A click that comes before the browser knows that a form was replaced brings what its widgets said.
    Streamlit has forgotten them, takes that for a change, and calls their callbacks.
    """
    return key.endswith(f"#{draft.number}")


def caught_up(draft: ArticleDraft) -> ArticleDraft:
    """The draft with all that the widgets of its form say."""
    form = draft.form
    if form is None:
        return draft
    widgets: Mapping[str, Put] = st.session_state.get(_WIDGETS, {})
    for key, put in widgets.items():
        if _is_of(key, draft) and key in st.session_state and _text(key) != NEW:
            found = put(form, _text(key))
            form = form if _says(found) == _says(form) else found
    return draft if form is draft.form else replace(draft, form=form)


def _says(form: Form) -> tuple[object, ...]:
    """What widgets can change of a form; a cell that is empty is as one that is not there."""
    cells = {column: cell for column, cell in form.cells.items() if cell}
    return form.id, cells, form.sent, form.deployment, form.reason, form.keeps_marks


def _text(key: str) -> str:
    match drafts.said(key):
        case list() as several:
            return ";".join(map(str, several))
        case bool() as ticked:
            return "yes" if ticked else ""
        case None:
            return ""
        case value:
            return str(value)
