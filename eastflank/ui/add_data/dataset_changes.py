"""What is done to the datasets of this server: made, copied, opened from files, removed; and each taken back.

What was done, or why it was not, is one frozen value in the session.
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
from eastflank.words.chosen import datasets as words

_KEY = "datasets"


class File(Protocol):
    """A file that somebody brought; of a folder its name is its path in it."""

    name: str
    size: int

    def getvalue(self) -> bytes:
        """Its content."""
        ...


@dataclass(frozen=True, slots=True)
class Done:
    """Something that was done, and how it is taken back."""

    title: str
    """Of the dataset."""
    made: str = ""
    """The dataset that was made; it is removed again."""
    removed: str = ""
    """What was removed; it is brought back."""


@dataclass(frozen=True, slots=True)
class Section:
    """What the session keeps: what was done last, and all that can be taken back."""

    done: tuple[Done, ...] = ()
    """What can be taken back, the last of it first."""
    told: str = ""
    left_out: tuple[str, ...] = ()
    """Files of what was opened that have no place in a dataset."""
    refused: str = ""
    broken: BrokenData | None = None
    number: int = 0
    """In the keys of widgets that are to be empty again after they were used."""


def current() -> Section:
    """What was done, and what can be taken back."""
    found: Section = st.session_state.get(_KEY, Section())
    return found


def _parent() -> Path:
    return datasets.folder_of_users(os.environ)


def _reserved() -> list[str]:
    return [one.name for one in datasets.listed(os.environ)]


@uninterrupted
def _do(work: Callable[[], Section], *, keeps: bool = True) -> None:
    """Do the work, and tell the session how it ended.

    `keeps`: what was done last before can still be taken back.
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
    """Copy the dataset in a folder; `title`: that of the original."""

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
        return Section((Done(title, removed=removed),), words.removed(title))

    _do(work)


def undo() -> None:
    """Take back what was done last, where there is such."""
    done = current().done
    if not done:
        return
    last = done[0]

    def work() -> Section:
        if last.made:
            datasets.remove(_parent(), last.made)
        else:
            datasets.bring_back(_parent(), last.removed, [datasets.listed(os.environ)[0].name])
        return Section(told=words.removed(last.title) if last.made else words.brought_back(last.title))

    _do(work, keeps=False)
