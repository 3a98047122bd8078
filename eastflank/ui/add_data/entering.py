"""Puts the values of the form's widgets into the draft, so that no input is lost.

Streamlit calls the callbacks of all changed widgets one after the other. If a newer request interrupts the
first of them, it never calls the others. So all widgets' values are put into the draft again before the draft
is used.
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
"""Returns the form with a widget's value, as text."""
NEW = "(new)"
"""The option of a list that shows more fields, and is not a value itself."""
_WIDGETS = "add-data-widgets"
"""In the session: for each widget key of the form, the function that puts its value into the form."""


def key_of(name: str, draft: ArticleDraft) -> str:
    """The key of a field's widget for the draft's current number."""
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
    """Whether a widget belongs to the current form.

    If the user clicks before the browser knows that a form was replaced, the request still has the old
    widgets' values. Streamlit has dropped their state, takes the values for changes, and calls their
    callbacks.
    """
    return key.endswith(f"#{draft.number}")


def caught_up(draft: ArticleDraft) -> ArticleDraft:
    """The draft with the values of all widgets of its form."""
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
    """The part of a form that widgets can change; an empty cell equals a missing one."""
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
