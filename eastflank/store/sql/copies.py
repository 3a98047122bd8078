"""The newest state of a database as a folder, so that all code that reads a folder also reads a database."""

from __future__ import annotations

import atexit
import hashlib
import shutil
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock

from eastflank.store import parts
from eastflank.store.folder import BASE_MAP, Folder
from eastflank.store.sql import record
from eastflank.store.sql.connection import reading

EVERY = 0.25
"""Seconds between two checks whether a database has changed. A page asks its server twice a second: so it
knows about another server's change after at most three quarters of a second, and then draws it."""
_KEPT = 3
"""How many folders are kept for each database: a reader may still be using the one before the newest."""


@dataclass
class _Copy:
    """A folder that is removed when it is closed, or when the process ends."""

    number: int
    place: Folder
    closing: ExitStack


@dataclass
class Copies:
    """The folders that this process has made from a database."""

    address: str
    clock: Callable[[], float] = time.monotonic
    _made: list[_Copy] = field(default_factory=list)
    _asked: float = float("-inf")
    _grounds: dict[str, Path] = field(default_factory=dict)
    """Base maps by their content. They are kept, because open pages fetch them by their path."""
    _lock: Lock = field(default_factory=Lock)

    def newest(self, *, at_once: bool = False) -> Folder:
        """The folder of the newest state, at most a quarter of a second old; `at_once`: the current state.

        Raises BrokenData if the database cannot be read or holds no dataset.
        """
        with self._lock:
            if at_once or not self._made or self.clock() - self._asked >= EVERY:
                self._bring_up()
                self._asked = self.clock()
            return self._made[-1].place

    def _bring_up(self) -> None:
        with reading(self.address) as connection:
            state = record.state(connection)
            if self._made and state and state.number == self._made[-1].number:
                return
            files = record.contents(connection)
        closing = ExitStack()
        place = closing.enter_context(parts.unpacked(files))
        place = replace(place, ground=self._ground(place, files), database=self.address)
        self._made.append(_Copy(state.number if state else 0, place, closing))
        for old in self._made[:-_KEPT]:
            old.closing.close()
        del self._made[:-_KEPT]

    def _ground(self, place: Folder, files: Mapping[str, bytes]) -> Path:
        """The folder that contains the base map: the same one as long as the base map does not change."""
        if not place.own[BASE_MAP]:
            return place.ground
        whole = hashlib.sha256()
        for name, content in sorted(files.items()):
            if name.startswith(f"{BASE_MAP}/"):
                whole.update(f"{name} {len(content)}\n".encode() + content)
        found = whole.hexdigest()
        if found not in self._grounds:
            holder = Path(tempfile.mkdtemp(prefix="eastflank-"))
            atexit.register(shutil.rmtree, holder, ignore_errors=True)
            shutil.copytree(place.root / BASE_MAP, holder / BASE_MAP)
            self._grounds[found] = holder
        return self._grounds[found]


_COPIES: dict[str, Copies] = {}
_ONE_AT_A_TIME = Lock()


def newest(address: str, *, at_once: bool = False) -> Folder:
    """`Copies.newest` of a database in this process."""
    with _ONE_AT_A_TIME:
        copies = _COPIES.setdefault(address, Copies(address))
    return copies.newest(at_once=at_once)
