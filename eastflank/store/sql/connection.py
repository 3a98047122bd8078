"""Connections to a database, and the errors if it cannot be reached."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from eastflank.model import Finding
from eastflank.store.broken import BrokenData
from eastflank.store.folder import DATABASE
from eastflank.words.chosen import findings_in_folders as words

_DRIVERS = {
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
    "sqlite": "sqlite+pysqlite",
}
_WAIT = 30
"""Timeout in seconds of a writer for another one, and of a reader for a server that does not answer."""
_WRITERS = 5_246_287_361
"""The number of the PostgreSQL advisory lock of writers: any number that nobody else uses."""


def shown(address: str) -> str:
    """A database's address without its password."""
    url = _url(address)
    return url.set(drivername=url.get_backend_name()).render_as_string(hide_password=True)


@functools.cache
def engine(address: str) -> sa.Engine:
    """The connections of this process to a database. Raises BrokenData if the address cannot be used."""
    url = _url(address)
    if url.get_backend_name() == "sqlite":
        made = sa.create_engine(url, connect_args={"timeout": _WAIT})
        event.listen(made, "connect", _leave_transactions_to_us)
        return made
    try:
        return sa.create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": _WAIT})
    except ModuleNotFoundError as error:
        raise _broken(*words.NO_PSYCOPG) from error


@contextmanager
def reading(address: str) -> Iterator[sa.Connection]:
    """A connection that sees one state of the database, whatever others write meanwhile.

    Raises BrokenData if the database cannot be reached or reports an error.
    """
    if _url(address).get_backend_name() == "sqlite":
        _check_there(address)
    with _told(address), engine(address).connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ")
        else:
            connection.exec_driver_sql("BEGIN")
        yield connection
        connection.rollback()


@contextmanager
def writing(address: str) -> Iterator[sa.Connection]:
    """A connection for the only writer; all is committed at its end, or nothing if it fails.

    Other writers wait. Raises BrokenData like `reading`.
    """
    with _told(address), engine(address).connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_WRITERS)))
        else:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        yield connection
        connection.commit()


@contextmanager
def _told(address: str) -> Iterator[None]:
    """Convert the database's errors to BrokenData with our own messages."""
    try:
        yield
    except (sa.exc.SQLAlchemyError, UnicodeEncodeError) as error:
        said = str(getattr(error, "orig", None) or error).strip().partition("\n")[0]
        raise _broken(*words.refused(said, shown(address))) from error


def _url(address: str) -> sa.URL:
    try:
        url = sa.make_url(address)
    except (sa.exc.ArgumentError, ValueError) as error:
        raise _no_address() from error
    if url.drivername not in _DRIVERS or (url.drivername == "sqlite" and not url.database):
        raise _no_address()
    return url.set(drivername=_DRIVERS[url.drivername])


def _no_address() -> BrokenData:
    return _broken(*words.NO_ADDRESS)


def _check_there(address: str) -> None:
    """SQLite creates a file if there is none; a reader must not."""
    if not Path(_url(address).database or "").is_file():
        raise _broken(*words.no_database(shown(address)))


def _leave_transactions_to_us(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
    """Python's sqlite3 begins transactions too late, and not before CREATE TABLE; so begin them here."""
    del record
    connection.isolation_level = None
    connection.execute("PRAGMA synchronous = FULL")


def _broken(problem: str, remedy: str) -> BrokenData:
    return BrokenData([Finding(DATABASE, "", "", problem, remedy)])
