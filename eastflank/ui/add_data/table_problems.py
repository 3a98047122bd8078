"""The third step: problems of rows, assumptions about them, and a decision on each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st
from markupsafe import Markup

from eastflank.intake.tables import problem_list
from eastflank.intake.tables.cells.problems import Problem, RowMark, grouped
from eastflank.intake.tables.importing import Import
from eastflank.intake.tables.rows import leaving
from eastflank.model import Dataset
from eastflank.render import deployments_csv
from eastflank.store.folder import Folder
from eastflank.ui.add_data import table_before, table_places, table_rows
from eastflank.ui.add_data import table_draft as drafts
from eastflank.ui.add_data import table_reading as reading
from eastflank.ui.add_data.hearing import heard
from eastflank.ui.add_data.table_draft import TableDraft, UploadedTable
from eastflank.words.chosen import add_table as words
from eastflank.words.chosen import rows_of_tables

_MOST_ROWS, _MOST_VALUES = 50, 10
"""How many rows of a group, and how many values to correct, are drawn."""
_FEW = 3
"""A group of at most this many problems is open at first."""


def show(draft: TableDraft, brought: UploadedTable, dataset: Dataset, _place: Folder) -> bool:
    """Draw problems and assumptions; the user can always continue."""
    told = reading.understood(draft, brought, dataset)
    counts = told.counts
    said = words.where_lines_went(
        counts.imported, counts.proposals, counts.problems, counts.skipped, counts.lines
    )
    st.html(Markup('<p class="ef-sum">{}</p>').format(said))
    taken = told.taken(kinds=draft.kinds)
    left = len(told.entries) + len(told.left_out) - len(taken)
    st.html(Markup('<p class="ef-fine">{}</p>').format(words.taken(len(taken), left)))
    if told.problems or told.marks:
        st.download_button(
            words.DOWNLOAD, key="table-download", on_click="ignore", mime="text/csv",
            data=lambda: deployments_csv.content(rows_of_tables.LIST_OF_PROBLEMS, problem_list.rows(told)),
            file_name=f"problems-{told.file.sha256[:8]}.csv",
        )  # fmt: skip
    elif told.entries:
        st.write(words.NOTHING_WRONG)
    table_before.show(draft, brought, told, reading.against(draft, dataset).known.names)
    table_places.show(draft, brought, told, dataset)
    for (kind, column), problems in grouped(told.problems).items():
        _problems(kind, column, problems, draft, told)
    _proposals(draft, told)
    if brought.mended:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(Markup('<p class="ef-fine">{}</p>').format(words.mended(len(brought.mended))))
            st.button(words.UNMEND, key="table-unmend", on_click=_unmend)
    sheets = (words.other_sheets(told.other_sheets),) if told.other_sheets else ()
    for assumption in (*sheets, *told.assumptions):
        st.html(Markup('<p class="ef-fine">{}</p>').format(assumption))
    _left_out(draft, wrong=leaving.lines_of(draft.without) is None)
    return True


def _problems(kind: str, column: str, problems: Sequence[Problem], draft: TableDraft, told: Import) -> None:
    asked = {place for place, _ in told.choices}  # stand among the places to choose already
    opens = len(problems) <= _FEW and not all(str(one.value) in asked for one in problems)
    with st.expander(words.problem_group(len(problems), column, kind), expanded=opens):
        table_rows.show(
            words.problem_group(len(problems), column, kind),
            words.ROW_HEADS,
            (
                ("", (one.line, one.column, one.value, one.reason, one.suggestion))
                for one in problems[:_MOST_ROWS]
            ),
        )
        if len(problems) > _MOST_ROWS:
            st.caption(words.more(len(problems) - _MOST_ROWS))
        if column in told.table.headings:
            values = Counter(one.value for one in problems)
            _mend(column, dict(values.most_common(_MOST_VALUES)), f"{kind}#{draft.number}")


def _mend(column: str, values: Mapping[str, int], key: str) -> None:
    """Draw a field for each value, to replace it in all its rows."""
    st.caption(words.MEND_ABOUT)
    with st.container(horizontal=True):
        for at, (value, rows) in enumerate(values.items()):
            own = f"table-mend-{column}-{at}-{key}"
            st.text_input(
                words.instead_of(value, column, rows), key=own, width=340,
                on_change=heard(own, "", partial(_mended, column, value)),
            )  # fmt: skip


def _mended(column: str, value: str, said: object) -> None:
    instead = str(said).strip()
    if not instead:
        return

    def how(old: UploadedTable) -> UploadedTable:
        # After a correction the table has the new value, but the key is still the cell of the file.
        pairs = {cell: (column, value) == (cell[0], said) for cell, said in old.mended}
        cell = next((one for one, same in pairs.items() if same), (column, value))
        return replace(old, mended=tuple({**dict(old.mended), cell: instead}.items()))

    drafts.change_reading(how)


def _unmend() -> None:
    drafts.change_reading(lambda old: replace(old, mended=()))


def _proposals(draft: TableDraft, told: Import) -> None:
    """Draw the assumptions that wait for an answer, and then those that have one from an earlier file."""
    waiting = [one for one in told.marks if not told.is_accepted(one)]
    kinds = {one.kind for one in waiting}
    rows = {kind: len({mark.line for mark in waiting if mark.kind == kind}) for kind in sorted(kinds)}
    if not kinds <= draft.kinds:
        st.button(
            words.accept_all(len({one.line for one in waiting})), key="table-accept-all",
            on_click=lambda: drafts.change(
                lambda now: replace(now, kinds=now.kinds | kinds, number=now.number + 1)
            ),
        )  # fmt: skip
    for (kind, column), marks in grouped(waiting).items():
        label = words.mark_group(len(marks), column, kind)
        with st.expander(label, expanded=len(marks) <= _FEW):
            key = f"table-kind-{kind}-{column}#{draft.number}"
            st.checkbox(
                words.accept_kind(rows[kind], kind), value=kind in draft.kinds, key=key,
                on_change=heard(key, kind in draft.kinds, partial(_accepted, kind)),
            )  # fmt: skip
            _marks(label, marks)
    if before := [one for one in told.marks if told.is_accepted(one)]:
        with st.expander(words.accepted_before(len(before))):
            _marks(words.accepted_before(len(before)), before)


def _marks(label: str, marks: Sequence[RowMark]) -> None:
    table_rows.show(
        label,
        words.MARK_HEADS,
        (("", (one.line, one.column, one.value, one.said)) for one in marks[:_MOST_ROWS]),
    )
    if len(marks) > _MOST_ROWS:
        st.caption(words.more(len(marks) - _MOST_ROWS))


def _accepted(kind: str, ticked: object) -> None:
    """Callback: the user ticked or unticked a kind of assumption."""
    drafts.change(
        lambda now: replace(
            now, kinds=now.kinds | {kind} if ticked else now.kinds - {kind}, number=now.number + 1
        )
    )


def _left_out(draft: TableDraft, *, wrong: bool) -> None:
    key = f"table-without#{draft.number}"
    st.text_input(
        words.LEFT_OUT, value=draft.without, key=key, help=words.LEFT_OUT_HELP, width=340,
        on_change=heard(
            key, draft.without, lambda said: drafts.change(
                lambda now: replace(now, without=str(said), number=now.number + 1)
            ),
        ),
    )  # fmt: skip
    if wrong:
        st.html(Markup('<p class="ef-objection">{}</p>').format(words.NOT_LINES))
