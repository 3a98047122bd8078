"""Datasets by what their files hold: who reads the same bytes again gets the value that was made of them.

An import reads its dataset before and after, and so does the next one; each time it would be audited again.
"""

from __future__ import annotations

import hashlib
import os
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from eastflank.model import Dataset
from eastflank.store import tables
from eastflank.store.folder import ARTICLES, BASE_MAP, Folder

_MOST = 24
"""How many datasets are kept, those that were used last."""

_Content: TypeAlias = frozenset[tuple[str, str]]
_Held: TypeAlias = Mapping[str, bytes | None]

_NONE: _Held = MappingProxyType({})

_kept: OrderedDict[_Content, Dataset] = OrderedDict()
_read = tables._read


def read(place: Folder, changed: _Held = _NONE, other: _Held = _NONE, **more: Any) -> Dataset:
    """In place of `tables._read`: reads only what it has not read before. A refusal is not kept."""
    content = frozenset(_content(place, changed, other))
    if content not in _kept:
        _kept[content] = _read(place, changed, other, **more)
    _kept.move_to_end(content)
    while len(_kept) > _MOST:
        _kept.popitem(last=False)
    return _kept[content]


def _content(place: Folder, changed: _Held, other: _Held) -> Iterator[tuple[str, str]]:
    """Each file on which the dataset depends, with its checksum; of what is shipped, only that it is."""
    yield "process", str(os.getpid())  # a copy of this one may try a mutant: it reads everything itself
    yield "own", f"{place.shipped} {sorted(place.own.items())}"
    yield "theatre", _checksum(place.theatre.read_bytes()) if place.theatre.is_file() else ""
    yield from _files("table", place.root, changed)
    yield from _files("article", place.seeds if place.own[ARTICLES] else None, other)
    yield from _files("map", place.ground / BASE_MAP if place.own[BASE_MAP] else None)


def _files(kind: str, folder: Path | None, other: _Held = _NONE) -> Iterator[tuple[str, str]]:
    found: dict[str, bytes | None] = {}
    if folder is None or not folder.is_dir():
        yield kind, str(folder)
    else:
        found = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    yield from (
        (kind, f"{name} {_checksum(held)}") for name, held in {**found, **other}.items() if held is not None
    )


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
