"""Databases that hold the second theatre, each for one test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from eastflank.store import folder, parts
from eastflank.store.sql import connection, database
from tests import postgres
from tests.browser.two_editors import SECOND


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database that holds the second theatre."""
    if request.param == "sqlite":
        found = f"sqlite:///{tmp_path / 'record.db'}"
        database.fill(found, parts.packed(folder.of(SECOND)))
        yield found
        connection.engine(found).dispose()
        return
    with postgres.server() as server, postgres.empty_database(server, "team") as found:
        database.fill(found, parts.packed(folder.of(SECOND)))
        yield found
        connection.engine(found).dispose()
