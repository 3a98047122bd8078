"""A corrected text with its original in a database, and synchronised with a folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from eastflank.store import folder, parts
from eastflank.store.sql import database, syncing
from eastflank.store.stores import InDatabase
from tests.killing import SECOND
from tests.unit.test_corrected_texts import POST, Record, apply, rows


def test_a_corrected_text_comes_into_a_database_and_from_there_into_a_folder(
    address: str, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(SECOND, tmp_path / "data"))
    syncing.sync(root, address, known_as="a")
    before = parts.packed(folder.of(root))
    apply(Record(InDatabase(address), dict, lambda: folder.of(root)))
    held = database.contents(address)
    assert rows(held, "sources")[f"{POST}-2"]["replaces"] == POST
    assert {name: held[name] for name in before if name.startswith("seeds/")} == {
        name: content for name, content in before.items() if name.startswith("seeds/")
    }
    done = syncing.sync(root, address, known_as="a")
    assert done.conflicts == () and done.to_database == 0
    assert parts.packed(folder.of(root)) == database.contents(address) == held
