"""A source's claims: the form of one, and the list of all, each to be changed, superseded or retracted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from eastflank.curation.form import OF_A_NATION, Form, NewDeployment, Sent, form_of, superseding
from eastflank.curation.new_place import without_place
from eastflank.curation.objections import Objection, objections
from eastflank.intake.quotation import place
from eastflank.model import ClaimRow, Dataset
from eastflank.store.schema import Table
from eastflank.ui import rights
from eastflank.ui.add_data import answering, deciding, new_place, retracting, saving
from eastflank.ui.add_data import draft as drafts
from eastflank.ui.add_data.article import label_of
from eastflank.ui.add_data.draft import Draft
from eastflank.ui.add_data.entering import NEW, caught_up, entered, key_of
from eastflank.ui.add_data.kept import Kept
from eastflank.words.chosen import add_data as words
from eastflank.words.chosen import values

_DAYS = frozenset({"said_on", "judged_on", "as_at", "starts", "ends"})
_NAMES = {
    "counts": values.COUNTS,
    "status": values.STATUSES,
    "kind": values.KIND_OF_CLAIM,
    "hedge": words.HEDGES,
}
"""What the codes of a column are called."""
_BOUNDS = ("troops_low", "troops_high", "hedge", "left")


def form(dataset: Dataset, kept: Kept, *, has_text: bool = True) -> None:
    """Draw the form of the claim that is being entered, or say how one begins.

    `has_text`: of the source that is shown; from it a passage is chosen.
    """
    draft = caught_up(drafts.current())
    if draft is not drafts.current():
        drafts.change(caught_up)
    if draft.retracting:
        retracting.show(draft, dataset, kept)
        return
    if draft.form is None or draft.base is None:
        st.html(
            Markup('<h2 class="ef-form-head">{}</h2><p>{}</p>').format(
                words.NEW_CLAIM, words.PASSAGE_FIRST if has_text else words.NO_PASSAGE
            )
        )
        return
    if draft.theirs is not None:
        deciding.show(draft, dataset)
        return
    known = kept.schema
    Fields(dataset, known, draft, draft.form, draft.base).draw(kept)


def listing(dataset: Dataset, source: str) -> None:
    """Draw the source's claims, each with what can be done with it; empty: those that were inferred."""
    rows = [row for row in dataset.claim_rows if row.source == source]
    heading = words.CLAIMS if source else words.INFERRED_CLAIMS
    st.html(Markup('<h2 class="ef-form-head">{} <small>{}</small></h2>').format(heading, len(rows)))
    if not rows:
        st.write(words.NO_CLAIMS_YET if source else words.NONE_INFERRED)
    for row in rows:
        _listed(row, dataset)


def _listed(row: ClaimRow, dataset: Dataset) -> None:
    with (
        st.container(key=f"curated-{row.id}"),
        st.container(horizontal=True, vertical_alignment="center", gap="small"),
    ):
        name = dataset.deployment_names.get(row.deployment, "")
        what = " · ".join(
            part
            for part in (values.KIND_OF_CLAIM.get(row.kind, row.kind), values.status(row.status), name)
            if part
        )
        st.html(
            Markup(
                '<p class="ef-listed"><b>{}</b> <span class="ef-review ef-review-{}">{}</span> {}<br>{}</p>'
            ).format(
                row.id,
                row.review,
                words.REVIEWS.get(row.review or "", ""),
                what,
                row.quote or row.citation or "",
            )
        )
        st.button(
            f"{words.EDIT} {row.id}", key=f"edit-{row.id}", on_click=partial(_begin, form_of, dataset, row.id)
        )
        if row.review != "retracted":
            st.button(
                f"{words.SUPERSEDE} {row.id}",
                key=f"supersede-{row.id}",
                help=words.SUPERSEDE_HELP,
                on_click=partial(_begin, superseding, dataset, row.id),
            )
            st.button(
                f"{words.RETRACT} {row.id}",
                key=f"retract-{row.id}",
                help=words.RETRACT_HELP,
                on_click=partial(retracting.ask, row.id),
            )


def _begin(made: Callable[[Dataset, str], Form], dataset: Dataset, claim: str) -> None:
    def begin(draft: Draft) -> Draft:
        found = made(dataset, claim)
        return replace(
            draft.showing(found),
            before=found if found.edits else None,
            offered=None,
            retracting="",
            adding=False,
        )

    drafts.change(begin)


def _cancel() -> None:
    drafts.change(lambda draft: draft.done(""))


class Fields:
    """The form's widgets, each with what the checks say of it."""

    def __init__(
        self, dataset: Dataset, known: Mapping[str, Table], draft: Draft, form: Form, base: Form
    ) -> None:
        self.dataset, self.draft, self.form, self.base = dataset, draft, form, base
        self.allowed = {field.name: field for field in known["claims"].fields}
        self.deployments = {field.name: field for field in known["deployments"].fields}
        self.found: Sequence[Objection] = objections(form, dataset, known)
        self.told: set[Objection] = set()
        self.looks_up = False
        """Whether a place is to be looked up, under the fields that were drawn last."""

    def draw(self, kept: Kept) -> None:
        """Draw the heading, the fields, and what saves them."""
        form = self.form
        heading = (
            words.editing(form.edits) if form.edits
            else words.superseding(form.supersedes) if form.supersedes
            else words.NEW_CLAIM
        )  # fmt: skip
        st.html(Markup('<h2 class="ef-form-head">{}</h2>').format(heading))
        with st.container(key="claim-form", gap="xsmall"):
            self.entries()
            self._saving(kept)

    def entries(self, *, named: bool = True) -> None:
        """Draw the fields alone, without what saves them. `named`: with the claim's id."""
        form = self.form
        with _place_kept():
            self._evidence()
        with _place_kept():
            if named and not form.edits:
                self._text(
                    "id", words.CLAIM_ID, self.base.id, lambda now, text: replace(now, id=text.strip())
                )
        for group, columns in words.GROUPS:
            st.html(Markup('<h3 class="ef-form-group">{}</h3>').format(group))
            for row in columns:
                for slot, column in zip(st.columns(len(row), gap="small"), row, strict=True):
                    with slot:
                        self._column(column)
            with _place_kept():
                if group == words.WHAT and form.deployment is not None:
                    self._new_deployment()
                if self.looks_up:
                    new_place.show(self.dataset, self.draft)
                    self.looks_up = False
                if group == words.HOW_MANY:
                    self._contingents()

    def _evidence(self) -> None:
        """What the claim stands on: a quote, a place in its source, or other claims."""
        match self.form.cell("basis"):
            case "cited":
                self._text(
                    "citation",
                    words.LABELS["citation"],
                    self.base.cell("citation"),
                    partial(_put, "citation"),
                )
            case "judged":
                self._rests_on()
                day = self.base.cell("judged_on")
                self._text("judged_on", words.LABELS["judged_on"], day, partial(_put, "judged_on"))
                st.caption(words.SAY_WHY_IN_NOTE)
            case _:
                self._quote()
        self._objections("quote", "quote_prefix", "basis", "citation", "source")

    def _quote(self) -> None:
        source = self.dataset.sources_by_id.get(self.form.cell("source"))
        text = self.dataset.articles.get((source and source.file) or "", "")
        quote = self.form.cell("quote")
        found = place(text, quote, self.form.cell("quote_prefix"))
        if quote:
            st.html(
                Markup('<blockquote class="ef-form-quote">{}<small>{}</small></blockquote>').format(
                    quote, words.characters(*found) if found else ""
                )
            )

    def _rests_on(self) -> None:
        names = self.dataset.deployment_names
        rows = self.dataset.claims_by_id
        known = [one for one in self.base.cell("rests_on").split(";") if one in rows]
        key = self._key("rests_on")
        st.multiselect(
            words.LABELS["rests_on"], sorted(rows), known, key=key, placeholder=words.NOT_STATED,
            format_func=lambda one: f"{one} {names.get(rows[one].deployment, '')}".strip(),
            help=self._help("rests_on"), on_change=entered(key, partial(_put, "rests_on")),
        )  # fmt: skip
        self._objections("rests_on")

    def _column(self, column: str) -> None:
        match column:
            case "lead" | "host" | "meant_for":
                self._nations(column)
            case "deployment":
                self._deployment()
            case "place":
                self._place()
            case "credibility":
                meanings = {str(digit): f"{digit}: {text}" for digit, text in values.CREDIBILITY.items()}
                self._choice(column, list(meanings), meanings, empty=False)
            case "review":
                states = [
                    one
                    for one in ("draft", "reviewed", "disputed")
                    if one != "reviewed" or rights.may_review()
                ]
                now = self.base.cell("review")
                self._choice(column, states if now in states else [*states, now], words.REVIEWS, empty=False)
            case "counts" | "status" | "kind" | "hedge":
                self._choice(column, self.allowed[column].enum, _NAMES[column], empty=column != "kind")
            case "note":
                key = self._key(column)
                st.text_area(
                    words.LABELS[column], self.base.cell(column), key=key, height=90,
                    on_change=entered(key, partial(_put, column)),
                )  # fmt: skip
                self._objections(column)
            case _:
                self._text(column, words.LABELS[column], self.base.cell(column), partial(_put, column))

    def _text(self, column: str, label: str, value: str, put: Callable[[Form, str], Form]) -> None:
        key = self._key(column)
        st.text_input(
            label,
            value,
            key=key,
            live=True,
            help=self._help(column),
            placeholder=words.A_DAY if column in _DAYS else None,
            on_change=entered(key, put),
        )
        self._objections(column)

    def _choice(
        self, column: str, options: Iterable[str], names: Mapping[str, str], *, empty: bool = True
    ) -> None:
        key, listed, value = self._key(column), list(options), self.base.cell(column)
        st.selectbox(
            words.LABELS[column], listed,
            index=listed.index(value) if value in listed else None if empty else 0,
            format_func=lambda one: names.get(one, one), key=key, placeholder=words.NOT_STATED,
            help=self._help(column), on_change=entered(key, partial(_put, column)),
        )  # fmt: skip
        self._objections(column)

    def _nations(self, column: str) -> None:
        names = {code: nation.name for code, nation in self.dataset.nations_by_code.items()}
        codes = [code for code in self.base.cell(column).split(";") if code in names]
        key = self._key(column)
        st.multiselect(
            words.LABELS[column], sorted(names, key=names.__getitem__), codes,
            format_func=names.__getitem__, key=key, placeholder=words.NOT_STATED, help=self._help(column),
            on_change=entered(key, partial(_put, column)),
        )  # fmt: skip
        self._objections(column)

    def _place(self) -> None:
        names = {one: found.name for one, found in self.dataset.places_by_id.items()}
        options = [NEW, *sorted(names, key=names.__getitem__)]
        value = NEW if "places" in self.base.rows else self.base.cell("place")
        key = self._key("place")
        chosen = st.selectbox(
            words.LABELS["place"], options, index=options.index(value) if value in options else None,
            format_func=lambda one: words.NEW_PLACE if one == NEW else names[one], key=key,
            placeholder=words.NOT_STATED, on_change=entered(key, _put_place),
        )  # fmt: skip
        self.looks_up = chosen == NEW
        self._objections("place")

    def _deployment(self) -> None:
        names = dict(self.dataset.deployment_names)
        options = [NEW, *sorted(names, key=names.__getitem__)]
        value = NEW if self.base.deployment is not None else self.base.cell("deployment")
        key = self._key("deployment")
        st.selectbox(
            words.LABELS["deployment"], options, index=options.index(value) if value in options else None,
            format_func=lambda one: words.NEW_DEPLOYMENT if one == NEW else f"{names[one]} ({one})",
            key=key, placeholder=words.NOT_STATED, help=self._help("deployment"),
            on_change=entered(key, _put_deployment),
        )  # fmt: skip
        self._objections("deployment")

    def _new_deployment(self) -> None:
        made = self.base.deployment or NewDeployment()
        programmes = list(dict.fromkeys(self.dataset.programmes["id"]))
        kinds = {kind: found.one for kind, found in self.dataset.theatre.kinds.items()}
        options: Mapping[str, tuple[str, ...]] = {
            "sort": self.deployments["sort"].enum or (),
            "kind": tuple(kinds),
            "programme": tuple(programmes),
            "echelon": self.deployments["echelon"].enum or (),
        }
        for pair in _pairs(NewDeployment._fields):
            for slot, name in zip(st.columns(len(pair), gap="small"), pair, strict=True):
                key = self._key(f"new-{name}")
                label, value = words.NEW_DEPLOYMENT_LABELS[name], getattr(made, name)
                put = partial(_put_new, name)
                if name not in options:
                    slot.text_input(label, value, key=key, live=True, on_change=entered(key, put))
                    continue
                listed = list(options[name])
                slot.selectbox(
                    label, listed, index=listed.index(value) if value in listed else None, key=key,
                    placeholder=words.NOT_STATED, format_func=lambda one: kinds.get(one, one),
                    on_change=entered(key, put),
                )  # fmt: skip

    def _contingents(self) -> None:
        names = {code: nation.name for code, nation in self.dataset.nations_by_code.items()}
        key = self._key("contributors")
        st.multiselect(
            words.CONTRIBUTORS, sorted(names, key=names.__getitem__), [one.nation for one in self.base.sent],
            format_func=names.__getitem__, key=key, placeholder=words.NOT_STATED,
            on_change=entered(key, _put_nations),
        )  # fmt: skip
        for one in self.form.sent:
            self._contingent(one, names.get(one.nation, one.nation))
        if self.form.sent:
            self._choice("contributors_complete", ("yes",), {"yes": "yes"})

    def _contingent(self, one: Sent, name: str) -> None:
        first = next((before for before in self.base.sent if before.nation == one.nation), Sent(one.nation))
        st.html(Markup('<p class="ef-form-part">{}</p>').format(name))
        for slot, bound in zip(st.columns(len(_BOUNDS), gap="small"), _BOUNDS, strict=True):
            key = self._key(f"{OF_A_NATION}{one.nation}.{bound}")
            changed = entered(key, partial(_put_sent, one.nation, bound))
            label = words.of_a_contingent(words.LEFT if bound == "left" else words.LABELS[bound], name)
            value = getattr(first, bound)
            if bound == "left":
                slot.checkbox(words.LEFT, value == "yes", key=key, on_change=changed)
            elif bound == "hedge":
                listed = list(self.allowed["hedge"].enum or ())
                slot.selectbox(
                    label, listed, index=listed.index(value) if value in listed else None, key=key,
                    placeholder=words.NOT_STATED, on_change=changed,
                )  # fmt: skip
            else:
                slot.text_input(label, value, key=key, live=True, on_change=changed)
        self._objections(f"{OF_A_NATION}{one.nation}")

    def _saving(self, kept: Kept) -> None:
        left = [one for one in self.found if one not in self.told]
        with _place_kept():
            for one in left:
                where = f"{label_of(one.field, self.dataset)}: " if one.field else ""
                st.html(Markup('<p class="ef-objection">{}{}</p>').format(where, _said(one)))
            if not self.found:
                st.html(Markup('<p class="ef-fine">{}</p>').format(words.ALL_CHECKED))
            self._keeping_marks()
        why = self._key("reason")
        st.text_input(
            words.REASON, self.base.reason, key=why, live=True, help=words.REASON_HELP,
            on_change=entered(why, lambda now, text: replace(now, reason=text)),
        )  # fmt: skip

        def save() -> None:
            drafts.change(lambda now: saving.save_claim(caught_up(now), kept, answering.given(now)))

        answering.show(self.draft, save)
        with st.container(horizontal=True):
            st.button(words.SAVE, type="primary", key="save-claim", on_click=save)
            st.button(words.CANCEL, key="cancel-claim", on_click=_cancel)

    def _keeping_marks(self) -> None:
        key = self._key("keeps-marks")
        if self.form.marks:
            st.checkbox(
                words.KEEPS_MARKS, self.base.keeps_marks, key=key,
                on_change=entered(key, lambda now, text: replace(now, keeps_marks=text == "yes")),
            )  # fmt: skip

    def _objections(self, *columns: str) -> None:
        """What the checks say of columns, at their widget."""
        for one in self.found:
            if one.field in columns and one not in self.told:
                self.told.add(one)
                st.html(Markup('<p class="ef-objection">{}</p>').format(_said(one)))

    def _key(self, name: str) -> str:
        return key_of(name, self.draft)

    def _help(self, column: str) -> str | None:
        """The schema's words for a column whose name alone does not say enough."""
        return self.allowed[column].description if column in words.EXPLAINED else None


def _place_kept() -> DeltaGenerator:
    """A place for what is not always there, so that what comes after it does not move.

    The browser makes a widget that moved anew: what was typed into it and not sent yet would be lost.
    """
    return st.container(gap="xsmall")


def _said(one: Objection) -> str:
    return f"{one} {words.JUDGED_WHEN_SAVED}" if one.judged else str(one)


def _pairs(columns: Sequence[str]) -> list[Sequence[str]]:
    return [columns[at : at + 2] for at in range(0, len(columns), 2)]


def _put(column: str, form: Form, text: str) -> Form:
    return form.with_cell(column, text.strip())


def _put_deployment(form: Form, text: str) -> Form:
    if text == NEW:
        return replace(form.with_cell("deployment", ""), deployment=form.deployment or NewDeployment())
    return replace(form.with_cell("deployment", text), deployment=None)


def _put_place(form: Form, text: str) -> Form:
    return without_place(form).with_cell("place", "" if text == NEW else text)


def _put_new(name: str, form: Form, text: str) -> Form:
    if form.deployment is None:  # one that the record has was chosen meanwhile
        return form
    made = form.deployment._replace(**{name: text.strip()})
    return replace(form.with_cell("deployment", made.id), deployment=made)


def _put_nations(form: Form, text: str) -> Form:
    known = {one.nation: one for one in form.sent}
    return form.with_sent([known.get(code, Sent(code)) for code in text.split(";") if code])


def _put_sent(nation: str, bound: str, form: Form, text: str) -> Form:
    return form.with_sent(
        [one._replace(**{bound: text.strip()}) if one.nation == nation else one for one in form.sent]
    )
