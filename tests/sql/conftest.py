"""Databases with nothing in them, for each test one of its own."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from eastflank.store.sql import connection
from tests import postgres

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
