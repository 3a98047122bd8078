"""The datasets of this server: listed, made, copied, opened, taken away as a ZIP file, removed; and undo.

What a callback does to the disc is done once, whatever Streamlit does to the run: only what it tells the
session is told again, see `interruptions`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import streamlit as st
from markupsafe import Markup

from eastflank.model import Dataset
from eastflank.store import datasets, folder, package_files
from eastflank.store.broken import BrokenData
from eastflank.store.datasets import Listed
from eastflank.store.package_files import NotOpened, Package
from eastflank.ui import findings_list
from eastflank.ui.data import load
from eastflank.ui.interruptions import uninterrupted
from eastflank.words.chosen import datasets as words
from eastflank.words.chosen import figures

_KEY = "datasets"
_STYLE = Markup(
    "<style>.ef-datasets th, .ef-datasets td"
    "{padding: .2rem 1.2rem .2rem 0; text-align: left; vertical-align: top}</style>"
)


class _File(Protocol):
    """A file that somebody brought; of a folder its name is its path in it."""

    name: str
    size: int

    def getvalue(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class _Done:
    """Something that was done, and how it is taken back."""

    title: str
    """Of the dataset."""
    made: str = ""
    """The dataset that was made; it is removed again."""
    removed: str = ""
    """What was removed; it is brought back."""


@dataclass(frozen=True, slots=True)
class _Section:
    """What the session keeps of the section."""

    done: tuple[_Done, ...] = ()
    """What can be taken back, the last of it first."""
    told: str = ""
    left_out: tuple[str, ...] = ()
    """Files of what was opened that have no place in a dataset."""
    refused: str = ""
    broken: BrokenData | None = None
    number: int = 0
    """In the keys of widgets that are to be empty again after they were used."""


def show() -> None:
    """Draw the section."""
    now: _Section = st.session_state.get(_KEY, _Section())
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
        st.button(words.NEW, key="dataset-new", on_click=_new, args=(now.number,), icon=":material/add:")
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
            on_click=_copy,
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
            on_click=_remove,
            args=(chosen, titles[chosen]),
            disabled=usual,
            help=words.USUAL_STAYS if usual else None,
        )
    if isinstance(now, BrokenData):
        st.write(words.CANNOT_BE_READ)
        findings_list.table(now.findings)


def _say(now: _Section) -> None:
    """What was done, with a button that takes it back; or why it was not."""
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
        st.button(label, key="dataset-undo", on_click=_undo, icon=":material/undo:")


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
            return figures.claims(len(dataset.claims))


# --- what the buttons do ------------------------------------------------------------------------------


def _parent() -> Path:
    return datasets.folder_of_users(os.environ)


def _reserved() -> list[str]:
    return [one.name for one in datasets.listed(os.environ)]


def _doing(work: Callable[[], _Section], *, keeps: bool = True) -> None:
    """Do the work once, and tell the session how it ended: the last thing that happens here."""
    made: list[_Section] = []

    @uninterrupted
    def tell() -> None:
        before: _Section = st.session_state.get(_KEY, _Section())
        if not made:
            made.append(_attempted(work))
        new = made[0]
        done = (*new.done, *before.done) if keeps else (*new.done, *before.done[1:])
        if not keeps and (new.refused or new.broken):
            done = before.done
        st.session_state[_KEY] = replace(new, done=done, number=before.number + 1)

    tell()


def _attempted(work: Callable[[], _Section]) -> _Section:
    try:
        return work()
    except NotOpened as refusal:
        return _Section(refused=str(refusal))
    except BrokenData as broken:
        return _Section(broken=broken)


def _made(name: str, title: str, told: str, left_out: tuple[str, ...] = ()) -> _Section:
    return _Section((_Done(title, made=name),), told, left_out)


def _new(number: int) -> None:
    title = " ".join(str(st.session_state.get(f"dataset-title#{number}") or words.NEW_TITLE).split())

    def work() -> _Section:
        like = folder.located(None, os.environ)
        name = datasets.create_empty(_parent(), title, like, _reserved())
        return _made(name, title, words.made(title, name))

    _doing(work)


def _copy(original: Path, title: str) -> None:
    def work() -> _Section:
        called = words.copy_title(title)
        name = datasets.copy_of(_parent(), folder.of(original), called, _reserved())
        return _made(name, called, words.made(called, name))

    _doing(work)


def _open_zip(number: int) -> None:
    brought: _File | None = st.session_state.get(f"dataset-zip#{number}")
    if brought:
        content = brought.getvalue()
        _doing(lambda: _opened(package_files.unpacked(content)))


def _open_folder(number: int) -> None:
    brought: Sequence[_File] = st.session_state.get(f"dataset-folder#{number}") or ()
    if brought:
        _doing(lambda: _opened(_brought(brought)))


def _brought(files: Sequence[_File]) -> Package:
    package_files.check_extent([file.size for file in files])
    names = [file.name for file in files]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise NotOpened(words.is_there_twice(twice))
    return package_files.arranged({file.name: file.getvalue() for file in files})


def _opened(package: Package) -> _Section:
    name = datasets.open_package(_parent(), package, reserved=_reserved())
    title = datasets.title_of(_parent() / name)
    return _made(name, title, words.opened(title, name), package.left_out)


def _remove(name: str, title: str) -> None:
    def work() -> _Section:
        removed = datasets.remove(_parent(), name)
        return _Section((_Done(title, removed=removed),), words.removed(title))

    _doing(work)


def _undo() -> None:
    now: _Section = st.session_state.get(_KEY, _Section())
    if not now.done:
        return
    last = now.done[0]

    def work() -> _Section:
        if last.made:
            datasets.remove(_parent(), last.made)
        else:
            datasets.bring_back(_parent(), last.removed, [datasets.listed(os.environ)[0].name])
        return _Section(told=words.removed(last.title) if last.made else words.brought_back(last.title))

    _doing(work, keeps=False)
