"""The page *Add data*."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from eastflank.model import Dataset
from eastflank.store.folder import Folder
from eastflank.ui import header, rights
from eastflank.ui.add_data import datasets
from eastflank.words.en import datasets as words


def show(dataset: Dataset, _folder: Folder) -> None:
    """Draw the page; to who may not change the record, only how that is allowed."""
    st.html(Markup('<h1 class="ef-title">{}<small>{}</small></h1>').format(words.PAGE, dataset.theatre.name))
    if rights.may_edit():
        datasets.show()
    else:
        st.write(words.NOT_ALLOWED)
    header.show(dataset)
