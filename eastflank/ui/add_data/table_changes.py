"""The fourth step: what the import would change, and Apply."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st
from markupsafe import Markup

from eastflank.intake.tables.renewal import change_lists
from eastflank.intake.tables.renewal.change_lists import ListedClaim
from eastflank.intake.tables.renewal.changes import Changes
from eastflank.model import Dataset
from eastflank.store.folder import Folder
from eastflank.ui.add_data import findings_told, table_gone, table_rows, table_saving
from eastflank.ui.add_data import table_draft as drafts
from eastflank.ui.add_data import table_reading as reading
from eastflank.ui.add_data.hearing import heard
from eastflank.ui.add_data.table_draft import TableDraft, UploadedTable
from eastflank.words.chosen import add_table as words
from eastflank.words.chosen import rows_of_tables, table_changes

_SHOWN = 20
_LISTED = 48
"""The most claims of a list that are shown."""


def show(draft: TableDraft, brought: UploadedTable, dataset: Dataset, place: Folder) -> bool:
    """Draw what would change; this is the last step."""
    found = reading.changes(draft, brought, dataset)
    _another_table(draft, found)
    _would_change(found)
    left = _left(draft, brought, dataset)
    if left:
        st.html(Markup('<p class="ef-fine">{}</p>').format(left))
    _claims(draft, found, dataset)
    if not found.edits:
        said = words.ALL_THE_SAME if found.same else words.NO_ROW
        st.html(Markup('<p class="ef-sum">{}</p>').format(said))
        return False
    st.html(Markup('<p class="ef-drafts">{}</p>').format(words.DRAFTS))
    _refused_later(draft, brought, dataset, place)
    key = f"table-reason#{draft.number}"
    st.text_input(
        words.REASON, value=draft.reason or found.reason, key=key, help=words.REASON_HELP,
        on_change=heard(
            key, draft.reason or found.reason,
            lambda said: drafts.change(lambda now: replace(now, reason=str(said).strip())),
        ),
    )  # fmt: skip
    st.button(
        words.APPLY, key="table-apply", type="primary",
        on_click=lambda: drafts.change(
            lambda now: table_saving.apply(now, found, left, dataset, place), words.APPLYING
        ),
    )  # fmt: skip
    return False


def _another_table(draft: TableDraft, found: Changes) -> None:
    """Say that an earlier table of this name had other columns, and ask whether it is the same one."""
    if not (found.unlike or draft.same):
        return
    if found.unlike:
        st.html(Markup('<p class="ef-fine">{}</p>').format(rows_of_tables.another_table(found.unlike)))
    key = f"table-same#{draft.number}"

    def take(said: object) -> None:
        drafts.change(lambda now: replace(now, same=bool(said)))

    st.checkbox(
        words.SAME_TABLE, value=draft.same, key=key, on_change=heard(key, draft.same, take),
    )  # fmt: skip


def _would_change(found: Changes) -> None:
    numbers = (
        *found.numbers,
        found.same,
        len(found.gone),
        len(found.reread),
    )
    said = f"{table_changes.counts(*numbers)}."
    if found.waits:
        said = f"{said} {rows_of_tables.waits(len(found.waits))}"
    if found.returned:
        said = f"{said} {rows_of_tables.returned(len(found.returned))}"
    st.html(Markup('<p class="ef-sum">{}</p>').format(said))
    table_rows.show(
        words.STEPS[drafts.CHANGES],
        words.CHANGE_HEADS,
        (
            ("", (label, *(table_changes.total(getattr(one, name)) for one in (found.before, found.after))))
            for name, label in words.TOTALS.items()
        ),
    )
    st.caption(table_changes.PERSONS)


def _refused_later(draft: TableDraft, brought: UploadedTable, dataset: Dataset, place: Folder) -> None:
    """Say which rows cannot be accepted together, as long as they can still be left out."""
    with st.spinner(words.CHECKING_DRAFTS):
        found = reading.refused_later(draft, brought, dataset, place)
    if found is None:
        return
    told = [findings_told.by_rows(one, found.after) for one in found.findings[:_SHOWN]]
    more = len(found.findings) - len(told)
    told += [words.and_more(more)] if more else []
    lines = Markup("").join(Markup("<li>{}</li>").format(one) for one in told)
    st.html(
        Markup('<div class="ef-refused" role="alert"><b>{}</b><ul>{}</ul>{}</div>').format(
            words.REFUSED_LATER, lines, words.LEAVE_OUT_NOW
        )
    )


def _left(draft: TableDraft, brought: UploadedTable, dataset: Dataset) -> str:
    """The parts of the file that will not be in the dataset."""
    told = reading.understood(draft, brought, dataset)
    proposals = {one.line for one in told.entries if one.outcome == "proposal"}
    taken = {one.line for one in told.taken(kinds=draft.kinds)}
    chosen = {one.line for one in told.left_out}
    return words.left(len(proposals - taken), told.counts.problems, len(chosen))


def _claims(draft: TableDraft, found: Changes, dataset: Dataset) -> None:
    """The claims that are new, renewed, changed or gone, in lists that can be unfolded."""
    for each in change_lists.lists(found, dataset, _LISTED):
        with st.expander(table_changes.listed(each.kind, each.number)):
            about = table_changes.ABOUT.get(each.kind)
            if about:
                st.caption(about)
            heads = table_changes.HEADS[each.kind]
            table_rows.show(heads[0], heads, (("", _cells(one)) for one in each.shown))
            if each.number > len(each.shown):
                st.caption(words.and_more(each.number - len(each.shown)))
    _new_names(draft, found)
    if found.kept_day:
        st.caption(table_changes.kept_day(found.kept_day))
    if found.backwards:
        st.caption(table_changes.backwards(found.backwards))
    if found.ahead:
        st.caption(table_changes.ahead(found.ahead))
    if found.gone or found.unread:
        table_gone.show(draft, found)


def _cells(one: ListedClaim) -> tuple[str, ...]:
    return one.claim.row, one.claim.unit, one.claim.nations, one.claim.where, *one.cells


def _new_names(draft: TableDraft, found: Changes) -> None:
    """Ask of each unit that may have a new name whether it is the same one."""
    for one in (*found.renamed, *found.may_be_renamed):
        same = one.made, one.unit
        is_same = same in draft.renamed
        key = f"table-renamed-{one.made}#{draft.number}"
        told = one.decided if is_same else one.question
        st.html(Markup('<p class="ef-fine">{}</p>').format(told))
        st.checkbox(
            one.answer, value=is_same, key=key,
            on_change=heard(key, is_same, partial(_renamed, same)),
        )  # fmt: skip


def _renamed(same: tuple[str, str], ticked: object) -> None:
    """Callback: the user said that a unit is the same under a new name, or is not."""
    drafts.change(
        lambda now: replace(
            now, renamed=tuple({*now.renamed, same} if ticked else {*now.renamed} - {same}),
            number=now.number + 1,
        )
    )  # fmt: skip
