"""Kills work on a record at a random moment, again and again.

This happens in a separate warm process: it computes the result of a change once, and forks a process for each
try that only writes it. So a kill takes some hundredths of a second. One try in twenty does everything, from
reading to writing.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import io
import multiprocessing
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path
from types import ModuleType
from unittest import mock

from eastflank import checks
from eastflank.commands import import_table
from eastflank.intake.tables import importing
from eastflank.intake.tables.files import opening
from eastflank.intake.tables.target.against import against_dataset
from eastflank.intake.tables.target.new_rows import TableOrigin
from eastflank.model import Dataset
from eastflank.store import edits, exchange, folder, merging, outlines, parts, stores, tables
from eastflank.store.edits import Edit, Hold, Insert, Outcome, Remove, Replace
from eastflank.store.sql import connection, database, record, syncing

SECOND = Path(__file__).with_name("second_theatre")
_DAY = date(2026, 11, 26)
_KNOWN_AS = "killed"
_FROM_START = 10
"""Changes after which the record is as at the start again, so that it stays small."""
_EACH = 40
"""Tries of each change: where it came to its end, it is put back and begun again."""
_CHECKED = 25
"""Kills between two full checks of the record; its bytes are compared after each."""
_WHOLE = 0.05
"""The share of tries that do everything by themselves."""
_ROWS = 6
_PATIENCE = 120.0

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Kills:
    """The results of the kills of one kind of work. All except the first two must be 0."""

    tried: int = 0
    made: int = 0
    """Changes that were completed."""
    lost: int = 0
    """Changes that were acknowledged and are not there."""
    halved: int = 0
    """States of the record that are neither as before the change nor as after it."""
    refused: int = 0
    """States that cannot be read, or of which `check` finds something."""

    @property
    def harmless(self) -> bool:
        """Whether changes were made, and none was lost, left incomplete or refused."""
        return self.made > 0 and not (self.lost or self.halved or self.refused)


@dataclass(frozen=True, slots=True)
class _Step:
    """One piece of work that can be begun again and again until it is done."""

    after: Files
    """What the record holds once it is done."""
    quick: Callable[[], object]
    """Do it, with what is worked out already."""
    whole: Callable[[], object]
    """Do all of it."""
    dataset: Dataset | None = None
    """The dataset afterwards."""


class _Record:
    """A record in a folder or in a database."""

    def __init__(self, where: str) -> None:
        self.in_database = "://" in where
        self.address = where if self.in_database else ""
        self.root = Path() if self.in_database else Path(where)

    def begin(self) -> Dataset:
        """Hold the second theatre; its dataset."""
        if self.in_database:
            database.fill(self.address, parts.packed(folder.of(SECOND)))
        else:
            shutil.rmtree(self.root, ignore_errors=True)
            shutil.copytree(SECOND, self.root)
        return self.store.read()

    @property
    def store(self) -> stores.Store:
        return stores.InDatabase(self.address) if self.in_database else stores.InFolder(self.root)

    def held(self) -> Files:
        """What it holds, once nobody writes any more: a server may still end what a killed client sent."""
        if self.in_database:
            with connection.writing(self.address) as opened:
                return record.contents(opened)
        exchange.settle(self.root)
        found = parts.packed(folder.of(self.root))
        with exchange.writing(self.root):
            assert not list(self.root.glob(".*")) + list((self.root / "seeds").glob(".*"))
        return found

    @contextlib.contextmanager
    def place(self) -> Iterator[folder.Folder]:
        if self.in_database:
            with parts.unpacked(self.held()) as found:
                yield found
        else:
            yield folder.of(self.root)

    def put_back(self, before: Files, after: Files, version: str) -> None:
        """Hold again what it held before a change."""
        names = [name for name in before.keys() | after.keys() if before.get(name) != after.get(name)]
        if self.in_database:
            with connection.writing(self.address) as opened:
                record.change(opened, {name: (after.get(name), before.get(name)) for name in names}, version)
            return
        for name in names:
            if name in before:
                (self.root / name).write_bytes(before[name])
            else:
                (self.root / name).unlink()

    def let_go(self) -> None:
        """Close connections: two processes must not share one. What the engine has learnt stays."""
        if self.in_database:
            connection.engine(self.address).dispose()


def kill_apply(where: str, times: int) -> Kills:
    """Kill `apply` of edits of several tables and of an article. `where`: a folder or a database's address."""
    return _in_own_process(_kill, where, times, _applying)


def kill_import(where: str, times: int) -> Kills:
    """Kill the import of a table whose figures change each time."""
    return _in_own_process(_kill, where, times, _importing)


def kill_sync(root: Path, address: str, times: int) -> Kills:
    """Kill `sync` of a folder and a database, of which one or both have changed."""
    return _in_own_process(_kill_sync, str(root), address, times)


def _kill(where: str, times: int, work: Callable[[_Record, Dataset, int], _Step]) -> Kills:
    kept, chance, spans = _Record(where), random.Random(times), dict[bool, float]()  # noqa: S311
    found = Kills()
    while found.tried < times:
        dataset = kept.begin()
        for number in range(1, _FROM_START + 1):
            step = work(kept, dataset, number)
            found = _tried(found, times, step, spans, chance, [_Side(kept, kept.held(), dataset.version)])
            if found.tried >= times or found.lost or found.halved:
                return found
            dataset = step.dataset or dataset
    return found


def _kill_sync(where: str, address: str, times: int) -> Kills:
    here, there = _Record(where), _Record(address)
    chance, spans = random.Random(times), dict[bool, float]()  # noqa: S311
    found = Kills()
    while found.tried < times:
        here.begin()
        there.begin()
        syncing.sync(here.root, address, known_as=_KNOWN_AS)
        for number in range(1, _FROM_START + 1):
            common, step = here.held(), _syncing(here, there, number)
            sides = [_Side(one, one.held(), one.store.version(), common) for one in (here, there)]
            found = _tried(found, times, step, spans, chance, sides)
            if found.tried >= times or found.lost or found.halved:
                return found
    return found


@dataclass(frozen=True, slots=True)
class _Side:
    """A record that a step changes, as it was before."""

    record: _Record
    before: Files
    version: str
    common: Files | None = None
    """What it had in common with the other side, where they are brought into step."""

    def put_back(self, after: Files) -> None:
        self.record.put_back(self.before, after, self.version)
        if self.common is not None and self.record.in_database:
            with connection.writing(self.record.address) as opened:
                syncing._keep_base(opened, _KNOWN_AS, self.common)


def _tried(  # noqa: PLR0917 - what a try needs
    found: Kills,
    times: int,
    step: _Step,
    spans: dict[bool, float],
    chance: random.Random,
    sides: Sequence[_Side],
) -> Kills:
    """Begin a step and kill it, again and again; at the end it is done."""
    done = False
    for _ in range(_EACH):
        if done:
            for side in sides:
                side.put_back(step.after)
        for side in sides:
            side.record.let_go()
        whole = chance.random() < _WHOLE
        within = spans.get(whole)
        began = time.monotonic()
        run = step.whole if whole else step.quick
        acknowledged = _killed(run, _PATIENCE if within is None else chance.uniform(0, 1.2 * within))
        if within is None:  # the first one shows how long it takes, and comes to its end
            spans[whole] = time.monotonic() - began
        states = [side.record.held() for side in sides]
        done = all(state == step.after for state in states)
        between = any(
            state not in (side.before, step.after) for state, side in zip(states, sides, strict=True)
        )
        found = replace(
            found, tried=found.tried + 1, made=found.made + done, halved=found.halved + between,
            lost=found.lost + (acknowledged and not done),
        )  # fmt: skip
        at_the_end = found.tried == times
        if (found.tried % _CHECKED == 0 or at_the_end) and not all(map(_is_sound, states)):
            found = replace(found, refused=found.refused + 1)
        if found.halved or found.lost or at_the_end:
            return found
    if not done or len(sides) > 1:  # what was interrupted is ended, and what both have in common is noted
        step.quick()
    for side in sides:
        assert side.record.held() == step.after
    return found


def _is_sound(held: Files) -> bool:
    """Whether the record can be read and `check` finds nothing."""
    try:
        with parts.unpacked(held) as place:
            dataset = tables.read(place.root)
    except tables.BrokenData:
        return False
    return not checks.findings(dataset, outlines.shapes(dataset.base_map["countries"]))


def _killed(run: Callable[[], object], after: float) -> bool:
    """Run it in a process that is killed after so many seconds; whether it was acknowledged before."""
    hears, tells = os.pipe()
    process = os.fork()
    if not process:
        os.close(hears)
        try:
            run()
            os.write(tells, b"done")
        except BaseException:  # noqa: BLE001 - told to the one who waits, whatever it is
            os.write(tells, traceback.format_exc().encode())
        signal.pause()
    os.close(tells)
    select.select([hears], [], [], after)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    with os.fdopen(hears, "rb") as stream:
        said = stream.read().decode()
    assert said in ("", "done"), said
    return said == "done"


def _step(kept: _Record, asked: Sequence[Edit], dataset: Dataset, who: str, reason: str) -> _Step:
    """The step that makes edits; `whole` is to be replaced where more than that is to be done."""
    with kept.place() as place:
        outcome = edits.worked_out(
            place, asked, who=who, when=_DAY, reason=reason, expected=dataset.version, before=dataset
        )
        after = dict(parts.packed(place))
    assert outcome.changed, "nothing would change"
    for file, (_, new) in outcome.changed.items():
        after.pop(file, None)
        if new is not None:
            after[file] = new

    def make() -> object:
        return kept.store.make(asked, who=who, when=_DAY, reason=reason, expected=dataset.version)

    def quick() -> object:
        with mock.patch.object(edits, "worked_out", return_value=outcome):
            return make()

    return _Step(after, quick, make, _dataset_of(outcome, dataset))


def _dataset_of(outcome: Outcome, before: Dataset) -> Dataset:
    return outcome.dataset or before


def _applying(kept: _Record, dataset: Dataset, number: int) -> _Step:
    return _step(kept, _asked(dataset, number), dataset, "a test", "Counting.")


def _asked(dataset: Dataset, number: int) -> list[Edit]:
    """Edits of two tables, and an article that comes with its source or goes with it."""
    text = f"25 November 2026\n\nNumber {number}.\n".encode()
    source = {
        "id": "counted", "file": "counted.txt", "publisher": "A counter", "title": "Numbers",
        "published": "2026-11-25", "accessed": "2026-11-25", "reliability": "B", "read_as": "original",
        "note": "B: an invented counter. The date stands over the article.",
    }  # fmt: skip
    there = dataset.sources_by_id.get("counted")
    article: list[Edit]
    if there is None:
        import hashlib  # noqa: PLC0415

        source["sha256"] = hashlib.sha256(text).hexdigest()
        article = [Hold("counted.txt", text), Insert("sources", source)]
    else:
        article = [Remove("sources", ("counted",)), Hold("counted.txt", None)]
    return [
        Replace("deployments", ("staff",), {"note": str(number)}),
        Replace("nations", ("TGO",), {"capital": f"Lomé {number}"}),
        *article,
    ]


def _importing(kept: _Record, dataset: Dataset, number: int) -> _Step:
    """The import of a table of some rows; of a folder, `whole` is the command."""
    content = _table(number)
    found = _edits_of(content, dataset)
    step = _step(kept, found.edits, dataset, import_table.WHO, found.reason)

    def whole() -> object:
        if kept.in_database:
            same = _edits_of(content, dataset)
            return kept.store.make(
                same.edits, who=import_table.WHO, when=_DAY, reason=same.reason, expected=dataset.version
            )
        file = Path(tempfile.gettempdir()) / "numbers.csv"
        file.write_bytes(content)
        parser = argparse.ArgumentParser()
        import_table.add_arguments(parser)
        args = parser.parse_args([str(file), "--to", str(kept.root), "--accept-proposals"])
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            ended = import_table.imported(args, _DAY)
        assert ended == 0, said.getvalue()
        return None

    return replace(step, whole=whole)


def _edits_of(content: bytes, dataset: Dataset) -> importing.Changes:
    file = opening.opened("numbers.csv", content)
    against = against_dataset(dataset, _DAY)
    sheet, _ = importing.chosen(file, None)
    told = importing.understood(file, sheet, against)
    return told.changes(told.taken(proposals=True), against, TableOrigin(file, _DAY, _DAY))


def _table(number: int) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["Deployment", "Kind", "Nation", "Host", "Troops", "Status"])
    for row in range(_ROWS):
        writer.writerow([f"Post {row}", "training", "Nigeria", "Benin", 10 * number + row, "deployed"])
    return text.getvalue().encode()


def _syncing(here: _Record, there: _Record, number: int) -> _Step:
    """Change one side, or both, and bring them into step."""
    for kept, row, turns in (
        (here, Replace("deployments", ("staff",), {"note": str(number)}), (0, 2)),
        (there, Replace("nations", ("TGO",), {"capital": f"Lomé {number}"}), (1, 2)),
    ):
        if number % 3 in turns:
            dataset = kept.store.read()
            kept.store.make(
                [row], who="a test", when=_DAY, reason="Counting.", expected=dataset.version, before=dataset
            )
    with connection.writing(there.address) as opened:
        base = syncing._base(opened, _KNOWN_AS)
    after = merging.merged(base, here.held(), there.held(), None).parts
    with parts.unpacked(after) as place:
        version = tables.read(place.root).version

    def whole() -> object:
        done = syncing.sync(here.root, there.address, known_as=_KNOWN_AS)
        assert not done.conflicts, done
        return done

    def quick() -> object:
        with mock.patch.object(syncing, "_checked", return_value=version):
            return whole()

    return _Step(after, quick, whole)


def _in_own_process(work: Callable[..., Kills], *given: object) -> Kills:
    """What the work returns, done in a process in which nothing else runs."""
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload(["tests.killing"])
    hears, tells = server.Pipe(duplex=False)
    process = server.Process(target=_work, args=(tells, work, given))
    with mock.patch.dict(sys.modules, {"__main__": ModuleType("__main__")}):
        process.start()  # or it would run what a test of the page has left as the main module
    tells.close()
    try:
        found = hears.recv()
    finally:
        process.join()
    assert isinstance(found, Kills), found
    return found


def _work(tells: Connection, work: Callable[..., Kills], given: Sequence[object]) -> None:
    with tempfile.TemporaryDirectory() as spare:  # what is killed leaves its temporary files
        tempfile.tempdir = spare
        try:
            tells.send(work(*given))
        except BaseException:  # noqa: BLE001 - told to the one who waits, whatever it is
            tells.send(traceback.format_exc())
