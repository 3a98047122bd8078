"""The widgets of a claim's form, each with the checks' objections to its column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from eastflank.curation.form import Form
from eastflank.curation.objections import Objection, objections_to
from eastflank.model import Dataset
from eastflank.store.schema_values import Table
from eastflank.ui.add_data import claim_cells
from eastflank.ui.add_data.draft import ArticleDraft
from eastflank.ui.add_data.entering import entered, key_of
from eastflank.words.chosen import claim_entry as words

_EXPLAINED = frozenset(
    {"counts", "as_at", "ends", "timing_words", "contributors_complete", "review", "rests_on", "judged_on"}
)
"""The columns whose label is not clear enough without a tooltip."""
_DAYS = frozenset({"said_on", "judged_on", "as_at", "starts", "ends"})


class Widgets:
    """The widgets of one form, by the columns they fill in."""

    def __init__(
        self, dataset: Dataset, known: Mapping[str, Table], draft: ArticleDraft, form: Form, base: Form
    ) -> None:
        self.dataset, self.draft, self.form, self.base = dataset, draft, form, base
        self.allowed = {field.name: field for field in known["claims"].fields}
        self.deployments = {field.name: field for field in known["deployments"].fields}
        self.waits = _waits_for_words(form, base)
        self.found: Sequence[Objection] = () if self.waits else objections_to(form, dataset, known)
        """The checks' objections; empty for an orphaned claim before its first change."""
        self.told: set[Objection] = set()

    def text(self, column: str, label: str, value: str, put: Callable[[Form, str], Form]) -> None:
        """A text input. `put` returns the form with its value."""
        key = self.key(column)
        st.text_input(
            label,
            value,
            key=key,
            live=True,
            help=self.help(column),
            placeholder=words.A_DAY if column in _DAYS else None,
            on_change=entered(key, put),
        )
        self.objections(column)

    def choice(
        self, column: str, options: Iterable[str], names: Mapping[str, str], *, empty: bool = True
    ) -> None:
        """A select box for a code of a column, with the labels in `names`; `empty`: it may stay empty."""
        key, listed, value = self.key(column), list(options), self.base.cell(column)
        st.selectbox(
            words.LABELS[column], listed,
            index=listed.index(value) if value in listed else None if empty else 0,
            format_func=lambda one: names.get(one, one), key=key, placeholder=words.NOT_STATED,
            help=self.help(column), on_change=entered(key, partial(claim_cells.put, column)),
        )  # fmt: skip
        self.objections(column)

    def nations(self, column: str) -> None:
        """Any number of nations."""
        names = {code: nation.name for code, nation in self.dataset.nations_by_code.items()}
        codes = [code for code in self.base.cell(column).split(";") if code in names]
        key = self.key(column)
        st.multiselect(
            words.LABELS[column], sorted(names, key=names.__getitem__), codes,
            format_func=names.__getitem__, key=key, placeholder=words.NOT_STATED, help=self.help(column),
            on_change=entered(key, partial(claim_cells.put, column)),
        )  # fmt: skip
        self.objections(column)

    def objections(self, *columns: str) -> None:
        """Draw the checks' objections to columns at their widget."""
        for one in self.found:
            if one.field in columns and one not in self.told:
                self.told.add(one)
                st.html(Markup('<p class="ef-objection">{}</p>').format(said(one)))

    def key(self, name: str) -> str:
        """The key of a widget of this form."""
        return key_of(name, self.draft)

    def help(self, column: str) -> str | None:
        """The schema's description as a tooltip, for a column whose label is not clear enough."""
        return self.allowed[column].description if column in _EXPLAINED else None


def _waits_for_words(form: Form, base: Form) -> bool:
    """Whether an orphaned claim waits for a new quote and is unchanged: then objections are not shown."""
    return form.cell("basis") == "quoted" and not form.cell("quote") and form == base


def place_kept() -> DeltaGenerator:
    """A container for optional elements, so that later widgets keep their position.

    If a widget's position changes, the browser creates a new one, and typed text that was not yet sent is
    lost.
    """
    return st.container(gap="xsmall")


def said(one: Objection) -> str:
    """An objection in words; for a matter of judgement, with a note that Save asks for the reason."""
    return f"{one} {words.JUDGED_WHEN_SAVED}" if one.judged else str(one)
