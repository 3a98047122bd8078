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
from eastflank.store import edits, exchange, outlines, tables
from eastflank.store.edits import Replace

SECOND = Path(__file__).with_name("second_theatre")
_WITHIN = 0.03
"""Seconds that an exchange of files takes at most, on a busy machine."""
_ROWS = (("deployments", ("staff",), "note"), ("nations", ("TGO",), "capital"))
"""What each change writes its number into: if only one of them has it, the change is half there."""


def _edit(data: Path, tell: Connection, *, checked: bool) -> None:
    """Change the record until the process is killed, and tell of each change that it is about to be, and is."""
    exchanged = exchange.exchange

    def told(folder: Path, files: Mapping[str, tuple[bytes, bytes]]) -> None:
        tell.send("begins")
        exchanged(folder, files)

    exchange.exchange = told
    if not checked:
        checks.findings = lambda *_: ()
    version, number = tables.read(data).version, _number(data)
    while True:
        number += 1
        asked = [Replace(table, key, {column: str(number)}) for table, key, column in _ROWS]
        version = edits.apply(
            data, asked, who="a test", when=date(2026, 11, 26), reason="Counting.", expected=version
        )
        tell.send(number)


def _number(data: Path) -> int:
    """The number of the last change. Fails where a change is half there."""
    dataset = tables.read(data)
    note = dataset.deployments.set_index("id").loc["staff", "note"]
    capital = dataset.nations.set_index("iso3").loc["TGO", "capital"]
    number = int(note) if isinstance(note, str) and note.isdigit() else 0
    assert capital == (str(number) if number else "Lomé"), "half a change"
    assert len(dataset.changes) == 2 * number, "half a change"
    return number


def kill(folder: Path, times: int, *, checked: bool) -> int:
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
        process = server.Process(target=_edit, args=(data, tells), kwargs={"checked": checked}, daemon=True)
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
        assert _number(data) >= acknowledged, "a change that was acknowledged is lost"
    dataset = tables.read(data)
    assert checks.findings(dataset, outlines.shapes(dataset.base_map["countries"])) == ()
    with exchange.writing(data):
        assert not list(data.glob(".*"))
    return _number(data)
