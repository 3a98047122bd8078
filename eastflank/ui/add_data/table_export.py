"""A file that Eastflank has exported: its claims can be imported unchanged."""

from __future__ import annotations

from functools import partial

import streamlit as st
from markupsafe import Markup

from eastflank.intake.tables.cells.sheets import Opened, UnreadableTable
from eastflank.intake.tables.files import own_export
from eastflank.intake.tables.files.own_export import Brought
from eastflank.model import Dataset
from eastflank.store.folder import Folder
from eastflank.ui import rights
from eastflank.ui.add_data import table_draft as drafts
from eastflank.ui.add_data import table_reading as reading
from eastflank.ui.add_data import table_saving
from eastflank.ui.add_data.table_draft import UploadedTable
from eastflank.words.chosen import add_export as words
from eastflank.words.chosen import add_table


def offer(brought: UploadedTable, file: Opened, dataset: Dataset, place: Folder) -> None:
    """Draw what the file contains, and the import button, if it is an export of Eastflank."""
    if not own_export.carried(file):
        return
    try:
        found = reading.carried(brought, dataset)
    except UnreadableTable as error:
        st.html(Markup('<p class="ef-objection">{}</p>').format(error))
        return
    new, same = sum(found.new.values()), sum(found.same.values())
    st.html(Markup('<p class="ef-sum">{}</p>').format(words.about(new, same, len(found.problems))))
    if not new:
        st.caption(words.NOTHING_NEW)
    elif not rights.may_review():
        st.caption(words.ONLY_A_REVIEWER)
    else:
        st.button(words.BRING, key="table-export-bring", on_click=partial(_bring, found, dataset, place))


def _bring(found: Brought, dataset: Dataset, place: Folder) -> None:
    drafts.change(
        lambda draft: table_saving.bring(draft, found, dataset, place),
        add_table.APPLYING,
    )
