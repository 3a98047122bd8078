"""A small file whose bytes were read before is not read again, and readers cannot change the tables of others."""

from __future__ import annotations

import pandas as pd
import pytest

from eastflank.store import columns, schema, table_files
from eastflank.store.schema_values import Table
from tests.frozen import FOLDER

TABLES = list(schema.read(FOLDER).values())


def test_after_a_change_of_one_file_only_this_file_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    table_files.read(TABLES, FOLDER, {})
    converted: list[str] = []

    def typed(texts: pd.DataFrame, table: Table) -> object:
        converted.append(table.file)
        return before(texts, table)

    before = columns.typed
    monkeypatch.setattr(columns, "typed", typed)
    places = (FOLDER / "places.csv").read_bytes()
    changed = {"places.csv": places.replace(b"Tapa", b"Tapa camp", 1)}
    found = table_files.read(TABLES, FOLDER, changed)
    assert converted == ["places.csv"]
    assert "Tapa camp" in found.frames["places"]["name"].tolist()


def test_what_one_reader_does_with_a_table_no_other_reader_sees() -> None:
    first = table_files.read(TABLES, FOLDER, {}).frames["places"]
    names = first["name"].tolist()
    first["name"] = "elsewhere"
    first.loc[first.index[0], "lat"] = 0.0
    first.index.name = "row"
    again = table_files.read(TABLES, FOLDER, {}).frames["places"]
    assert again["name"].tolist() == names
    assert (again["lat"] != 0).all()
    assert again.index.name == "line"
