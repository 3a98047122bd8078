"""The section about the datasets of this server: a list with buttons for actions."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from eastflank.model import Dataset
from eastflank.store import datasets, folder, package_files
from eastflank.store.broken import BrokenData
from eastflank.store.datasets import Listed
from eastflank.ui import findings_list
from eastflank.ui.add_data import dataset_changes
from eastflank.ui.add_data.dataset_changes import File, Section
from eastflank.ui.data import load
from eastflank.view.drafts import retracted_in, waiting
from eastflank.words.chosen import datasets as words

_STYLE = Markup(
    "<style>.ef-datasets th, .ef-datasets td"
    "{padding: .2rem 1.2rem .2rem 0; text-align: left; vertical-align: top}</style>"
)


def show() -> None:
    """Draw the section."""
    now = dataset_changes.current()
    found = datasets.listed(os.environ)
    titles = datasets.catalogue(found)
    st.markdown(f"## {words.HEADING}")
    st.write(words.ABOUT)
    _say(now)
    states = {name: _state(name, titles) for name in titles}
    st.html(_table(found, titles, states))
    chosen = st.selectbox(
        words.CHOSEN,
        list(titles),
        format_func=lambda name: titles.get(name, name),
        key="dataset-chosen",
        width=420,
    )
    if chosen in titles:
        _of_the_chosen(chosen, found, titles, states[chosen])
    new, opened = st.columns(2)
    with new:
        st.text_input(words.TITLE, key=f"dataset-title#{now.number}", placeholder=words.NEW_TITLE)
        st.button(words.NEW, key="dataset-new", on_click=_make, args=(now.number,), icon=":material/add:")
    with opened:
        _openers(now.number)


def _openers(number: int) -> None:
    st.file_uploader(
        words.OPEN_ZIP,
        type="zip",
        max_upload_size=package_files.LARGEST_ZIP // 1024**2,  # megabytes
        key=f"dataset-zip#{number}",
        on_change=_open_zip,
        args=(number,),
    )
    st.file_uploader(
        words.OPEN_FOLDER,
        accept_multiple_files="directory",
        max_upload_size=package_files.LARGEST_ZIP // 1024**2,
        key=f"dataset-folder#{number}",
        on_change=_open_folder,
        args=(number,),
    )


def _of_the_chosen(
    chosen: str, found: Sequence[Listed], titles: Mapping[str, str], now: Dataset | BrokenData
) -> None:
    place = next(one.path for one in found if one.name == chosen)
    readable = not isinstance(now, BrokenData)
    with st.container(horizontal=True):
        st.button(
            words.COPY,
            key="dataset-copy",
            on_click=dataset_changes.copy,
            args=(place, titles[chosen]),
            disabled=not readable,
        )
        st.download_button(
            words.DOWNLOAD,
            data=lambda: package_files.packed(datasets.contents(folder.of(place))),
            file_name=f"{chosen}.zip",
            mime="application/zip",
            key="dataset-download",
            on_click="ignore",
            disabled=not readable,
        )
        usual = chosen == found[0].name
        st.button(
            words.REMOVE,
            key="dataset-remove",
            on_click=dataset_changes.remove,
            args=(chosen, titles[chosen]),
            disabled=usual,
            help=words.USUAL_STAYS if usual else None,
        )
    if isinstance(now, BrokenData):
        st.write(words.CANNOT_BE_READ)
        findings_list.table(now.findings)


def _say(now: Section) -> None:
    """The result of the last action, with an Undo button; or why it failed."""
    if now.refused:
        st.error(now.refused)
    if now.broken:
        st.error(words.NOT_A_DATASET)
        findings_list.table(now.broken.findings)
    if now.told:
        st.success(now.told)
    if now.left_out:
        st.info(words.left_out(now.left_out))
    if now.done:
        last = now.done[0]
        label = words.undo_made(last.title) if last.made else words.undo_removed(last.title)
        st.button(label, key="dataset-undo", on_click=dataset_changes.undo, icon=":material/undo:")


def _state(name: str, titles: Mapping[str, str]) -> Dataset | BrokenData:
    try:
        return load(() if name == next(iter(titles)) else (name,))
    except BrokenData as broken:
        return broken


def _table(
    found: Sequence[Listed], titles: Mapping[str, str], states: Mapping[str, Dataset | BrokenData]
) -> Markup:
    rows = Markup("").join(
        Markup("<tr><th>{}</th><td>{}</td><td>{}</td><td>{}</td></tr>").format(
            titles.get(one.name, one.title) if one is found[0] or not _unreachable(one, found) else one.title,
            one.name,
            _in_words(one, states, unreachable=_unreachable(one, found)),
            Markup("")
            if _unreachable(one, found)
            else Markup('<a href="./?data={}" target="_self">{}</a>').format(one.name, words.ON_THE_MAP),
        )
        for one in found
    )
    heads = Markup("").join(Markup("<th>{}</th>").format(head) for head in words.COLUMNS)
    return _STYLE + Markup(
        '<table class="ef-datasets"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>'
    ).format(heads, rows)


def _unreachable(one: Listed, found: Sequence[Listed]) -> bool:
    return one is not found[0] and one.name == found[0].name


def _in_words(one: Listed, states: Mapping[str, Dataset | BrokenData], *, unreachable: bool) -> str:
    if unreachable:
        return " ".join(f"{finding.problem} {finding.remedy}" for finding in one.wrong)
    match states[one.name]:
        case BrokenData() as broken:
            return words.broken(len(broken.findings))
        case Dataset() as dataset:
            drafts, retracted = waiting(dataset), retracted_in(dataset)
            return words.claims_held(len(dataset.claims) - drafts - retracted, drafts, retracted)


# --- callbacks of the widgets -------------------------------------------------------------------------


def _make(number: int) -> None:
    dataset_changes.make(st.session_state.get(f"dataset-title#{number}") or "")


def _open_zip(number: int) -> None:
    file: File | None = st.session_state.get(f"dataset-zip#{number}")
    if file:
        dataset_changes.open_zip(file)


def _open_folder(number: int) -> None:
    files: Sequence[File] = st.session_state.get(f"dataset-folder#{number}") or ()
    if files:
        dataset_changes.open_folder(files)
