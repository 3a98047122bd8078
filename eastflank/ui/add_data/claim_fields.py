"""The fields of a claim, under the headings of its form."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st
from markupsafe import Markup

from eastflank.ui import rights
from eastflank.ui.add_data import claim_cells, claim_evidence, contingents, new_deployment, new_place
from eastflank.ui.add_data.claim_widgets import Widgets, place_kept
from eastflank.ui.add_data.entering import NEW, entered
from eastflank.view.names import told_apart
from eastflank.words.chosen import claim_entry as words
from eastflank.words.chosen import values

_NAMES = {
    "counts": values.COUNTS,
    "status": values.STATUSES,
    "kind": values.KIND_OF_CLAIM,
    "hedge": words.HEDGES,
}
"""The labels of the codes of a column."""
_GROUPS = {
    "what": (("kind", "status"), ("deployment",)),
    "where": (("lead", "host"), ("place", "meant_for")),
    "how many": (("troops_low", "troops_high", "hedge"), ("counts", "unit_count")),
    "when": (("said_on", "as_at"), ("starts", "ends", "timing_words")),
    "who": (("speaker", "speaker_role"),),
    "judgement": (("credibility", "review"), ("note",)),
}
"""The columns of a claim by the headings of the form, row by row."""


class Fields(Widgets):
    """The form's fields, in the order in which a reader fills them in."""

    looks_up = False
    """Whether to draw the look-up of a place, under the fields drawn last."""

    def entries(self, *, named: bool = True) -> None:
        """Draw only the fields, without the buttons that save them. `named`: with the claim's id."""
        form = self.form
        with place_kept():
            claim_evidence.show(self)
        with place_kept():
            if named and not form.edits:
                self.text("id", words.CLAIM_ID, self.base.id, lambda now, text: replace(now, id=text.strip()))
        for group, columns in _GROUPS.items():
            st.html(Markup('<h3 class="ef-form-group">{}</h3>').format(words.GROUPS[group]))
            for row in columns:
                for slot, column in zip(st.columns(len(row), gap="small"), row, strict=True):
                    with slot:
                        self._column(column)
            with place_kept():
                if group == "what" and form.deployment is not None:
                    new_deployment.show(self)
                if self.looks_up:
                    new_place.show(self.dataset, self.draft)
                    self.looks_up = False
                if group == "how many":
                    contingents.show(self)

    def _column(self, column: str) -> None:
        match column:
            case "lead" | "host" | "meant_for":
                self.nations(column)
            case "deployment":
                self._deployment()
            case "place":
                self._place()
            case "credibility":
                meanings = {str(digit): f"{digit}: {text}" for digit, text in values.CREDIBILITY.items()}
                self.choice(column, list(meanings), meanings, empty=False)
            case "review":
                states = [
                    one
                    for one in ("draft", "reviewed", "disputed")
                    if one != "reviewed" or rights.may_review()
                ]
                now = self.base.cell("review")
                self.choice(column, states if now in states else [*states, now], words.REVIEWS, empty=False)
            case "counts" | "status" | "kind" | "hedge":
                self.choice(column, self.allowed[column].enum, _NAMES[column], empty=column != "kind")
            case "note":
                key = self.key(column)
                st.text_area(
                    words.LABELS[column], self.base.cell(column), key=key, height=90,
                    on_change=entered(key, partial(claim_cells.put, column)),
                )  # fmt: skip
                self.objections(column)
            case _:
                self.text(
                    column, words.LABELS[column], self.base.cell(column), partial(claim_cells.put, column)
                )

    def _place(self) -> None:
        places = self.dataset.places_by_id
        names = told_apart(places, {one: found.name for one, found in places.items()})
        options = [NEW, *sorted(names, key=names.__getitem__)]
        value = NEW if "places" in self.base.rows else self.base.cell("place")
        key = self.key("place")
        chosen = st.selectbox(
            words.LABELS["place"], options, index=options.index(value) if value in options else None,
            format_func=lambda one: words.NEW_PLACE if one == NEW else names[one], key=key,
            placeholder=words.NOT_STATED, on_change=entered(key, claim_cells.put_place),
        )  # fmt: skip
        self.looks_up = chosen == NEW
        self.objections("place")

    def _deployment(self) -> None:
        names = dict(self.dataset.deployment_names)
        options = [NEW, *sorted(names, key=names.__getitem__)]
        value = NEW if self.base.deployment is not None else self.base.cell("deployment")
        key = self.key("deployment")
        st.selectbox(
            words.LABELS["deployment"], options, index=options.index(value) if value in options else None,
            format_func=lambda one: words.NEW_DEPLOYMENT if one == NEW else f"{names[one]} ({one})",
            key=key, placeholder=words.NOT_STATED, help=self.help("deployment"),
            on_change=entered(key, claim_cells.put_deployment),
        )  # fmt: skip
        self.objections("deployment")
