"""A process that edits a record and is killed at a random moment, again and again."""

from __future__ import annotations

import multiprocessing
import random
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from types import ModuleType
from unittest import mock

from eastflank import checks
from eastflank.store import edits, exchange, outlines, schema, tables
from eastflank.store.edits import Replace
from eastflank.store.folder import Folder, of
from eastflank.store.parts import packed, unpacked
from eastflank.store.sql import database, record, syncing
from eastflank.store.sql.connection import writing
from eastflank.store.table_text import Key, TableText

SECOND = Path(__file__).with_name("second_theatre")
_TABLES = schema.read(SECOND)
_WITHIN = 0.03
"""Seconds that an exchange of files takes at most, on a busy machine."""
_ROWS = (("deployments", ("staff",), "note"), ("nations", ("TGO",), "capital"))
"""What each change writes its number into: if only one of them has it, the change is half there."""
_ARTICLE = "seeds/counted.txt"
"""A file of another folder that comes with the first change, and changes with each."""


def _edit(data: Path, tell: Connection, *, whole: bool) -> None:
    """Change the record until the process is killed, and tell of each change that it is about to be, and is.

    `whole`: by edits that are read and checked; else by an exchange of the files alone, which is quicker.
    """
    exchanged = exchange.exchange

    def told(folder: Path, files: Mapping[str, tuple[bytes | None, bytes | None]]) -> None:
        tell.send("begins")
        exchanged(folder, files)

    exchange.exchange = told
    exchange.settle(data)
    number = _number(data)
    version = tables.read(data).version if whole else ""
    while True:
        number += 1
        if whole:
            asked = [Replace(table, key, {column: str(number)}) for table, key, column in _ROWS]
            said = {"who": "a test", "when": date(2026, 11, 26), "reason": "Counting."}
            version = edits.apply(data, asked, expected=version, **said)
        else:
            with exchange.writing(data):
                held = packed(of(data))
                article = data / _ARTICLE
                text = article.read_bytes() if article.exists() else None
                numbered = {f"{row[0]}.csv": _with_number(held, *row, number) for row in _ROWS}
                exchange.exchange(data, {_ARTICLE: (text, str(number).encode()), **numbered})
        tell.send(number)


def _number(data: Path) -> int:
    """The number of the last change of a folder. Fails where a change is half there."""
    number = _number_of({f"{table}.csv": (data / f"{table}.csv").read_bytes() for table, _, _ in _ROWS})
    article = data / _ARTICLE
    if article.exists():  # it comes with the first change of files alone
        assert int(article.read_text(encoding="utf-8")) == number, "half a change"
    return number


def _edit_database(address: str, tell: Connection, *, whole: bool) -> None:
    """As `_edit`, of the record in a database; not `whole`: by a change of the rows alone."""
    changed = record.change

    def told(*given: object) -> None:
        tell.send("begins")
        changed(*given)  # type: ignore[arg-type]

    record.change = told  # type: ignore[assignment]
    number = _number_of(database.contents(address))
    version = database.version(address)
    while True:
        number += 1
        if whole:
            asked = [Replace(table, key, {column: str(number)}) for table, key, column in _ROWS]
            said = {"who": "a test", "when": date(2026, 11, 26), "reason": "Counting."}
            version = database.apply(address, asked, expected=version, **said)
        else:
            with writing(address) as opened:
                held = record.contents(opened)
                told(
                    opened, {f"{row[0]}.csv": _with_number(held, *row, number) for row in _ROWS}, str(number)
                )
        tell.send(number)


def _sync(data: Path, address: str, tell: Connection) -> None:
    """Change the folder, then the database, then the folder, each time followed by `sync`."""
    written = syncing._write

    def told(place: Folder, files: Mapping[str, tuple[bytes | None, bytes | None]]) -> None:
        tell.send("begins")
        written(place, files)

    syncing._write = told
    exchange.settle(data)
    number = _number(data)
    while True:
        number += 1
        if number % 2:
            with exchange.writing(data):
                held = packed(of(data))
                exchange.exchange(data, {f"{row[0]}.csv": _with_number(held, *row, number) for row in _ROWS})
            tell.send("begins")
        else:
            with writing(address) as opened:
                held = record.contents(opened)
                both = {f"{row[0]}.csv": _with_number(held, *row, number) for row in _ROWS}
                record.change(opened, both, str(number))
        syncing.sync(data, address, known_as="killed")
        tell.send(number)


def _with_number(
    held: Mapping[str, bytes], table: str, key: Key, column: str, number: int
) -> tuple[bytes, bytes]:
    """What a table's file holds, and what it holds with the number in its row."""
    old = held[f"{table}.csv"]
    return old, str(TableText.of(_TABLES[table], old.decode()).changed(key, {column: str(number)})).encode()


def _number_of(held: Mapping[str, bytes]) -> int:
    """The number of the last change. Fails where a change is half there."""
    found = [
        TableText.of(_TABLES[table], held[f"{table}.csv"].decode()).cells(key)[column]
        for table, key, column in _ROWS
    ]
    numbers = [int(cell) if cell.isdigit() else 0 for cell in found]
    assert len(set(numbers)) == 1, "half a change"
    return numbers[0]


def kill(folder: Path, times: int, *, whole: bool) -> int:
    """Kill an editing process so many times; how many changes the record then holds.

    Half of the kills come while files are exchanged. Fails where a change that was acknowledged is lost,
    where one is half there, or where the record cannot be read or has a finding.
    """
    data = Path(shutil.copytree(SECOND, folder / "data"))
    for acknowledged in _killings(times, partial(_edit, data, whole=whole)):
        exchange.settle(data)
        if whole:
            assert len(tables.read(data).changes) == 2 * _number(data), "half a change"
        assert _number(data) >= acknowledged, "a change that was acknowledged is lost"
    _check(data)
    with exchange.writing(data):
        assert not list(data.glob(".*")) + list((data / "seeds").glob(".*"))
    return _number(data)


def kill_in_database(address: str, times: int, *, whole: bool) -> int:
    """As `kill`, of the record in a database."""
    database.fill(address, packed(of(SECOND)))
    for acknowledged in _killings(times, partial(_edit_database, address, whole=whole)):
        held = database.contents(address)
        if whole:
            assert len(database.read(address).changes) == 2 * _number_of(held), "half a change"
        assert _number_of(held) >= acknowledged, "a change that was acknowledged is lost"
    with unpacked(database.contents(address)) as place:
        _check(place.root)
        return _number(place.root)


def kill_sync(folder: Path, address: str, times: int) -> int:
    """Kill a process that brings a folder and a database into step; after each time `sync` ends its work."""
    data = Path(shutil.copytree(SECOND, folder / "data"))
    syncing.sync(data, address, known_as="killed")
    for acknowledged in _killings(times, partial(_sync, data, address)):
        done = syncing.sync(data, address, known_as="killed")
        assert not done.conflicts
        held = database.contents(address)
        assert held == packed(of(data)), "the two sides differ"
        assert _number_of(held) >= acknowledged, "a change that was acknowledged is lost"
    _check(data)
    return _number(data)


def _check(data: Path) -> None:
    dataset = tables.read(data)
    assert checks.findings(dataset, outlines.shapes(dataset.base_map["countries"])) == ()


def _killings(times: int, work: Callable[[Connection], None]) -> Iterator[int]:
    """Kill a process that works so many times; after each the last change that it acknowledged, or -1."""
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload(["eastflank.store.edits", "eastflank.store.sql.syncing", "tests.killing"])
    chance = random.Random(times)  # noqa: S311 - moments, not secrets
    for attempt in range(times):
        hears, tells = server.Pipe(duplex=False)
        process = server.Process(target=work, args=(tells,), daemon=True)
        with mock.patch.dict(sys.modules, {"__main__": ModuleType("__main__")}):
            process.start()  # or it would run what a test of the page has left as the main module
        tells.close()
        acknowledged = -1
        waited: object = None
        for _ in range(chance.randint(1, 2)):
            while (waited := hears.recv()) != "begins":
                acknowledged = int(str(waited))
        hears.poll(chance.uniform(0, _WITHIN if attempt % 2 else 10 * _WITHIN))
        process.kill()
        process.join()
        while True:
            try:
                waited = hears.recv()
            except EOFError:
                break
            if isinstance(waited, int):
                acknowledged = waited
        yield acknowledged
