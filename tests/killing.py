"""A process that edits a record and is killed at a random moment, again and again."""

from __future__ import annotations

import multiprocessing
import random
import shutil
from collections.abc import Mapping
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path

from eastflank import checks
from eastflank.store import edits, exchange, outlines, schema, tables
from eastflank.store.edits import Replace
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
                article = data / _ARTICLE
                held = article.read_bytes() if article.exists() else None
                exchange.exchange(
                    data,
                    {
                        _ARTICLE: (held, str(number).encode()),
                        **{
                            f"{table}.csv": _counted(data, table, key, column, number)
                            for table, key, column in _ROWS
                        },
                    },
                )
        tell.send(number)


def _counted(data: Path, table: str, key: Key, column: str, number: int) -> tuple[bytes, bytes]:
    """What a table's file holds, and what it holds with the number in its row."""
    held = (data / f"{table}.csv").read_bytes()
    return held, str(TableText.of(_TABLES[table], held.decode()).changed(key, {column: str(number)})).encode()


def _number(data: Path) -> int:
    """The number of the last change. Fails where a change is half there."""
    found = [
        TableText.of(_TABLES[table], (data / f"{table}.csv").read_text(encoding="utf-8")).cells(key)[column]
        for table, key, column in _ROWS
    ]
    if (data / _ARTICLE).exists():  # it comes with the first change of files alone
        found.append((data / _ARTICLE).read_text(encoding="utf-8"))
    numbers = [int(cell) if cell.isdigit() else 0 for cell in found]
    assert len(set(numbers)) == 1, "half a change"
    return numbers[0]


def kill(folder: Path, times: int, *, whole: bool) -> int:
    """Kill an editing process so many times; how many changes the record then holds.

    Half of the kills come while files are exchanged. Fails where a change that was acknowledged is lost,
    where one is half there, or where the record cannot be read or has a finding.
    """
    data = Path(shutil.copytree(SECOND, folder / "data"))
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload(["eastflank.store.edits", "tests.killing"])
    chance = random.Random(times)  # noqa: S311 - moments, not secrets
    for attempt in range(times):
        hears, tells = server.Pipe(duplex=False)
        process = server.Process(target=_edit, args=(data, tells), kwargs={"whole": whole}, daemon=True)
        process.start()
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
        exchange.settle(data)
        if whole:
            assert len(tables.read(data).changes) == 2 * _number(data), "half a change"
        assert _number(data) >= acknowledged, "a change that was acknowledged is lost"
    dataset = tables.read(data)
    assert checks.findings(dataset, outlines.shapes(dataset.base_map["countries"])) == ()
    with exchange.writing(data):
        assert not list(data.glob(".*")) + list((data / "seeds").glob(".*"))
    return _number(data)
