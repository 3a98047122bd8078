"""Actions on the datasets of this server: make, copy, open from files, remove; and undo of each.

The result, or the reason for a failure, is one frozen value in the session.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import streamlit as st

from eastflank.store import datasets, folder, package_files
from eastflank.store.broken import BrokenData
from eastflank.store.package_files import NotOpened, Package
from eastflank.ui.interruptions import uninterrupted
from eastflank.view.address import DATA
from eastflank.words.chosen import datasets as words

_KEY = "datasets"


class File(Protocol):
    """An uploaded file; for a folder its name is its path in the folder."""

    name: str
    size: int

    def getvalue(self) -> bytes:
        """Its content."""
        ...


@dataclass(frozen=True, slots=True)
class Done:
    """An action that was done, and how to undo it."""

    title: str
    """The dataset's title."""
    made: str = ""
    """The dataset that was made; undo removes it."""
    removed: str = ""
    """What was removed; undo restores it."""


@dataclass(frozen=True, slots=True)
class Section:
    """The state in the session: the last action, and all that can be undone."""

    done: tuple[Done, ...] = ()
    """What can be undone, the last action first."""
    told: str = ""
    left_out: tuple[str, ...] = ()
    """Files of the opened dataset that do not belong in a dataset."""
    refused: str = ""
    broken: BrokenData | None = None
    number: int = 0
    """Part of the keys of widgets that must be empty again after use."""


def current() -> Section:
    """The last action, and what can be undone."""
    found: Section = st.session_state.get(_KEY, Section())
    return found


def _parent() -> Path:
    return datasets.folder_of_users(os.environ)


def _reserved() -> list[str]:
    return [one.name for one in datasets.listed(os.environ)]


@uninterrupted
def _do(work: Callable[[], Section], *, keeps: bool = True) -> None:
    """Run the action, and store its result in the session.

    `keeps`: the previous action can still be undone.
    """
    before = current()
    new = _attempted(work)
    done = (*new.done, *before.done) if keeps else (*new.done, *before.done[1:])
    if not keeps and (new.refused or new.broken):
        done = before.done
    st.session_state[_KEY] = replace(new, done=done, number=before.number + 1)


def _attempted(work: Callable[[], Section]) -> Section:
    try:
        return work()
    except NotOpened as refusal:
        return Section(refused=str(refusal))
    except BrokenData as broken:
        return Section(broken=broken)


def _made(name: str, title: str, told: str, left_out: tuple[str, ...] = ()) -> Section:
    """The section after a dataset was made. It is the one that the page changes from now on."""
    st.query_params[DATA] = name
    return Section((Done(title, made=name),), told, left_out)


def make(title: str) -> None:
    """Make an empty dataset of that title."""
    title = " ".join((title or words.NEW_TITLE).split())

    def work() -> Section:
        like = folder.located(None, os.environ)
        name = datasets.create_empty(_parent(), title, like, _reserved())
        return _made(name, title, words.made(title, name))

    _do(work)


def copy(original: Path, title: str) -> None:
    """Copy the dataset in a folder; `title` is the original's."""

    def work() -> Section:
        called = words.copy_title(title)
        name = datasets.copy_of(_parent(), folder.of(original), called, _reserved())
        return _made(name, called, words.made(called, name))

    _do(work)


def open_zip(file: File) -> None:
    """Open the dataset in a ZIP file."""
    _do(lambda: _opened(package_files.unpacked(file.getvalue())))


def open_folder(files: Sequence[File]) -> None:
    """Open the dataset in the files of a folder."""
    _do(lambda: _opened(_arranged(files)))


def _arranged(files: Sequence[File]) -> Package:
    package_files.check_extent([file.size for file in files])
    names = [file.name for file in files]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise NotOpened(words.is_there_twice(twice))
    return package_files.arranged({file.name: file.getvalue() for file in files})


def _opened(package: Package) -> Section:
    name = datasets.open_package(_parent(), package, reserved=_reserved())
    title = datasets.title_of(_parent() / name)
    return _made(name, title, words.opened(title, name), package.left_out)


def remove(name: str, title: str) -> None:
    """Remove the dataset of that name."""

    def work() -> Section:
        removed = datasets.remove(_parent(), name)
        _turn_away_from(name)
        return Section((Done(title, removed=removed),), words.removed(title))

    _do(work)


def _turn_away_from(name: str) -> None:
    """Change the usual dataset again, where it was the one that is gone."""
    if st.query_params.get(DATA) == name:
        del st.query_params[DATA]


def undo() -> None:
    """Undo the last action, if there is one."""
    done = current().done
    if not done:
        return
    last = done[0]

    def work() -> Section:
        if last.made:
            datasets.remove(_parent(), last.made)
            _turn_away_from(last.made)
        else:
            datasets.bring_back(_parent(), last.removed, [datasets.listed(os.environ)[0].name])
        return Section(told=words.removed(last.title) if last.made else words.brought_back(last.title))

    _do(work, keeps=False)
