"""The section *A table*: import a spreadsheet in four steps; the user can leave and return at any step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from eastflank.curation import table_drafts
from eastflank.intake.tables.cells.sheets import UnreadableTable
from eastflank.model import Dataset
from eastflank.store.folder import Folder
from eastflank.ui import rights
from eastflank.ui.add_data import (
    table_changes,
    table_columns,
    table_dataset,
    table_file,
    table_kept,
    table_problems,
    table_saving,
)
from eastflank.ui.add_data import table_draft as drafts
from eastflank.ui.add_data import table_reading as reading
from eastflank.ui.add_data.hearing import heard
from eastflank.ui.add_data.saving import shown_from
from eastflank.ui.add_data.table_draft import DoneImport, TableDraft, UploadedTable
from eastflank.ui.add_data.told import in_view
from eastflank.view.address import link_of, query_of
from eastflank.view.filters import EVERYTHING
from eastflank.words.chosen import add_table as words
from eastflank.words.chosen import dates_in_words, imported_claims, values

_STYLE = (Path(__file__).parent / "table.css").read_text(encoding="utf-8")
_DRAW: tuple[Callable[[TableDraft, UploadedTable, Dataset, Folder], bool], ...] = (
    table_file.show,
    table_columns.show,
    table_problems.show,
    table_changes.show,
)
"""The function that draws each step; it returns whether the next step is possible."""


def show(dataset: Dataset, place: Folder, name: str) -> None:
    """Draw the section. `name` is the dataset's in links; empty: the default one."""
    st.html(f"<style>{_STYLE}</style>")
    table_kept.keep()
    table_dataset.turn_to(dataset, place, name)
    draft = drafts.current()
    with st.container(key="add-table"):
        st.html(Markup('<h2 class="ef-form-head">{}</h2>').format(words.HEADING))
        if draft.done and draft.done.root == str(place.root):
            _done(draft, draft.done, dataset, place, name)
        elif draft.brought is None:
            st.html(Markup("<p>{}</p>").format(words.ABOUT))
            _say(draft)
            if not table_kept.offer():
                table_file.ask(draft, dataset)
            _last(dataset, place)
            _waiting(dataset, place)
        else:
            _steps(draft)
            _say(draft)
            table_dataset.show(draft, draft.brought, dataset, name)
            _step(draft, draft.brought, dataset, place)


def _step(draft: TableDraft, brought: UploadedTable, dataset: Dataset, place: Folder) -> None:
    try:
        further = _DRAW[draft.step](draft, brought, dataset, place)
    except UnreadableTable as error:  # only the first step can fix it
        further = False
        st.html(
            Markup('<div class="ef-refused" role="alert"><b>{}</b> {}</div>').format(
                words.CANNOT_BE_READ, str(error)
            )
        )
    with st.container(horizontal=True, key="table-ways"):
        if draft.step != drafts.FILE:
            st.button(words.BACK, key="table-back", on_click=_go, args=(draft.step - 1,))
        if draft.step != drafts.CHANGES:
            st.button(
                words.NEXT, key="table-next", type="primary", disabled=not further,
                on_click=_further, args=(draft.step, dataset, place),
            )  # fmt: skip
        st.button(words.ANOTHER, key="table-another", on_click=_another)


def _steps(draft: TableDraft) -> None:
    """The steps. Earlier ones can be clicked, later ones follow one after the other."""
    with st.container(horizontal=True, gap="small", key="table-steps"):
        for at, name in enumerate(words.STEPS):
            st.button(
                f"{at + 1} {name}", key=f"table-step-{at}", on_click=_go, args=(at,),
                type="secondary" if at == draft.step else "tertiary", disabled=at > draft.step,
            )  # fmt: skip


def _say(draft: TableDraft, imported: str = "", also: Sequence[str] = ()) -> None:
    """The message about the last action, or why it failed; `imported` and `also`: about the import too."""
    with in_view(draft.told or imported or " ".join(draft.refused[:1]), draft.number):
        if draft.told:
            st.info(draft.told)
        parts = [part for part in (imported, *also) if part]
        if parts:
            lines = Markup("").join(Markup("<p>{}</p>").format(part) for part in parts)
            st.html(Markup('<div class="ef-imported" role="status">{}</div>').format(lines))
        if draft.refused:
            _refused(draft)


def _refused(draft: TableDraft) -> None:
    lines = Markup("").join(Markup("<li>{}</li>").format(line) for line in draft.refused[:_MOST_REASONS])
    more = len(draft.refused) - _MOST_REASONS
    lines += Markup("<li>{}</li>").format(words.more(more)) if more > 0 else Markup("")
    st.html(
        Markup('<div class="ef-refused" role="alert"><b>{}</b><ul>{}</ul></div>').format(
            words.NOTHING_CHANGED, lines
        )
    )


_MOST_REASONS = 20


def _go(step: int) -> None:
    drafts.change(lambda now: replace(now, step=step, told="", refused=(), number=now.number + 1))


def _further(step: int, dataset: Dataset, place: Folder) -> None:
    """Go to the next step; a mapping that the user chose is stored for the next table of this kind."""

    def how(now: TableDraft) -> TableDraft:
        if step == drafts.FILE:
            now = reading.with_kept_mapping(now, dataset, place.root)
            now = replace(reading.with_kept_choices(now, dataset, place.root), root=str(place.root))
        elif step == drafts.COLUMNS and now.brought and now.brought.mapping:
            table_saving.keep_mapping(now.brought.mapping, place)
        return replace(now, step=step + 1, told="", refused=(), number=now.number + 1)

    drafts.change(how)


def _another() -> None:
    drafts.change(lambda now: TableDraft(number=now.number + 1))
    reading.forget()


def _done(draft: TableDraft, done: DoneImport, dataset: Dataset, place: Folder, name: str) -> None:
    """What was imported, that it does not count yet, and how to make it count."""
    drafted = table_drafts.waiting(dataset).get(done.source, ())
    parts = (done.accepted, done.left, words.DRAFTS if drafted else "")
    _say(draft, done.told or done.accepted, parts if done.told else parts[1:])
    if drafted:
        if rights.may_review():
            _grade(drafts.current())
        _acceptance(done.source, len(drafted), dataset, place)
    elif done.accepted:
        claims = dataset.claims.loc[dataset.claims["source"] == done.source, "id"]
        day = shown_from(claims, dataset)
        way = link_of(query_of(EVERYTHING, day, data=[name] if name else (), source=done.source))
        st.html(
            Markup('<p><a class="ef-way" href="./{}" target="_self">{}</a></p>').format(way, words.ON_THE_MAP)
        )
    with st.container(horizontal=True):
        if table_saving.may_be_taken_back(done, dataset, place):
            _undo(done, dataset, place)
        st.button(words.ANOTHER, key="table-another", on_click=_another)
    if not table_saving.may_be_taken_back(done, dataset, place):
        st.caption(words.NO_LONGER_UNDONE)


def _undo(done: DoneImport, dataset: Dataset, place: Folder) -> None:
    st.button(
        words.UNDO_ACCEPTED if done.accepted else words.UNDO_IMPORT, key="table-undo",
        on_click=lambda: drafts.change(
            lambda now: table_saving.take_back(replace(now, done=done), dataset, place), words.APPLYING
        ),
    )  # fmt: skip


def _grade(draft: TableDraft) -> None:
    """Draw the grades for all drafts together."""
    grade, number = draft.grade, draft.number
    letters, digits = list(values.RELIABILITY), [str(one) for one in values.CREDIBILITY]
    letter, digit = f"table-reliability#{number}", f"table-credibility#{number}"

    def graded(part: str, said: object) -> None:
        drafts.change(lambda now: replace(now, grade=replace(now.grade, **{part: str(said)})))

    with st.container(horizontal=True):
        st.selectbox(
            words.RELIABILITY, letters, index=letters.index(grade.reliability), key=letter, width=300,
            format_func=lambda one: f"{one}: {values.RELIABILITY[one]}",
            on_change=heard(letter, grade.reliability, partial(graded, "reliability")),
        )  # fmt: skip
        st.selectbox(
            words.CREDIBILITY, digits, index=digits.index(grade.credibility), key=digit, width=300,
            format_func=lambda one: f"{one}: {values.CREDIBILITY[int(one)]}",
            on_change=heard(digit, grade.credibility, partial(graded, "credibility")),
        )  # fmt: skip
    st.caption(words.GRADE_HELP)


def _acceptance(source: str, number: int, dataset: Dataset, place: Folder, *, alone: bool = True) -> None:
    if not rights.may_review():
        st.write(words.ONLY_A_REVIEWER)
        return
    st.button(
        words.accept_drafts(number), key=f"table-accept-{source}",
        type="primary" if alone else "secondary",
        on_click=partial(_accept, source, dataset, place),
    )  # fmt: skip


def _accept(source: str, dataset: Dataset, place: Folder) -> None:
    drafts.change(lambda now: table_saving.accept(now, source, dataset, place), words.APPLYING)


def _last(dataset: Dataset, place: Folder) -> None:
    """The last import, if it is the last change: when it was made and by whom, and Undo."""
    last = table_saving.last(dataset, place)
    if last is None:
        return
    title = imported_claims.name_of_source(dataset.sources_by_id[last.source].title)
    day = dates_in_words.day(last.when)
    said = words.last_import(title, last.accepted, last.who, day, last.at)
    st.html(Markup('<h3 class="ef-form-group">{}</h3>').format(words.LAST_IMPORT))
    with st.container(horizontal=True, vertical_alignment="center", key="table-last"):
        st.html(Markup('<p class="ef-listed">{}</p>').format(said))
        _undo(table_saving.as_done(last, dataset, place), dataset, place)


def _waiting(dataset: Dataset, place: Folder) -> None:
    """Tables that were imported earlier and whose drafts nobody has reviewed."""
    found = table_drafts.waiting(dataset)
    if not found:
        return
    st.html(Markup('<h3 class="ef-form-group">{}</h3>').format(words.WAITING))
    if rights.may_review():
        _grade(drafts.current())
    for source, claims in found.items():
        title = dataset.sources_by_id[source].title
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(Markup('<p class="ef-listed">{}</p>').format(words.waiting(title, len(claims))))
            _acceptance(source, len(claims), dataset, place, alone=len(found) == 1)
