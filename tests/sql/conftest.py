"""Databases with nothing in them or with the second theatre, for each test one of its own."""

from __future__ import annotations

import contextlib
import itertools
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from eastflank.store import folder, parts
from eastflank.store.sql import connection, database
from tests import postgres
from tests.killing import SECOND

_NUMBERS = itertools.count(1)
SQLITE = "sqlite"
POSTGRESQL = pytest.param("postgresql", marks=pytest.mark.soak)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with postgres.server() as address:
        yield address


@pytest.fixture(params=[SQLITE, POSTGRESQL])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database."""
    if request.param == SQLITE:
        found = f"sqlite:///{tmp_path / 'record.db'}"
        yield found
    else:
        with postgres.empty_database(request.getfixturevalue("server"), f"test{next(_NUMBERS)}") as found:
            yield found
    connection.engine(found).dispose()


@pytest.fixture(scope="session")
def second_theatre(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of SQLite that holds the second theatre. To make its tables takes longer than to copy them."""
    file = tmp_path_factory.mktemp("filled") / "record.db"
    address = f"sqlite:///{file}"
    database.fill(address, parts.packed(folder.of(SECOND)))
    connection.engine(address).dispose()
    return file


@pytest.fixture
def filled(address: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database that holds the second theatre."""
    if address.startswith(SQLITE):
        made = request.getfixturevalue("second_theatre")
        with (
            contextlib.closing(sqlite3.connect(made)) as one,
            contextlib.closing(sqlite3.connect(tmp_path / "record.db")) as copy,
        ):
            one.backup(copy)
    else:
        database.fill(address, parts.packed(folder.of(SECOND)))
    return address
