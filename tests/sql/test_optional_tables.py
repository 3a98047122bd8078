"""A table that a dataset may lack goes with it into a database, and back."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from eastflank.store import edits, folder, parts, stores, tables
from eastflank.store.edits import Insert, Remove
from eastflank.store.sql import database, syncing

SECOND = Path(__file__).parents[1] / "second_theatre"
SAID = {"who": "Ann", "when": date(2026, 11, 26), "reason": "Because."}


@pytest.fixture
def row() -> dict[str, str]:
    source = next(iter(tables.read(SECOND).sources_by_id))
    return {
        "id": f"{source}-0001", "source": source, "start": "0", "end": "5", "kind": "deployment", "read": "{}",
        "outcome": "refused", "reason": "“No”, 😀", "who": "Ann", "decided_on": "2026-11-26",
    }  # fmt: skip


def test_a_database_gets_the_table_with_the_first_row_and_gives_it_back(
    filled: str, row: dict[str, str]
) -> None:
    store = stores.InDatabase(filled)
    version = store.apply([Insert("proposals", row)], **SAID, expected=store.version())
    assert store.version() == version
    assert store.read().proposals["reason"].tolist() == [row["reason"]]
    held = database.contents(filled)
    assert b'"name": "proposals"' in held["datapackage.json"]
    other = {**row, "id": f"{row['source']}-0002"}
    store.apply([Insert("proposals", other)], **SAID, expected=version)
    assert len(store.read().proposals) == 2


@pytest.mark.soak  # tests/sql/test_sync.py states it of the other tables
def test_folder_and_database_come_into_step_with_it(
    address: str, row: dict[str, str], tmp_path: Path
) -> None:
    root = Path(shutil.copytree(SECOND, tmp_path / "data"))
    database.fill(address, parts.packed(folder.of(root)))
    assert not syncing.sync(root, address, known_as="a").conflicts
    edits.apply(root, [Insert("proposals", row)], **SAID, expected=tables.read(root).version)
    done = syncing.sync(root, address, known_as="a")
    assert not done.conflicts
    assert database.contents(address)["proposals.csv"] == (root / "proposals.csv").read_bytes()
    assert stores.InDatabase(address).version() == tables.read(root).version == done.version

    here, there = ({**row, "id": f"{row['source']}-000{number}"} for number in (2, 3))
    edits.apply(root, [Insert("proposals", here)], **SAID, expected=done.version)
    stores.InDatabase(address).apply([Insert("proposals", there)], **SAID, expected=done.version)
    edits.apply(root, [Remove("proposals", (row["id"],))], **SAID, expected=tables.read(root).version)
    assert not syncing.sync(root, address, known_as="a").conflicts
    assert tables.read(root).proposals["id"].tolist() == [here["id"], there["id"]]
    assert database.contents(address)["proposals.csv"] == (root / "proposals.csv").read_bytes()
