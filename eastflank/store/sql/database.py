"""A dataset in a database: read, its version, changed by edits; filled and emptied as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from eastflank.model import Dataset
from eastflank.store import edits, parts, schema, tables
from eastflank.store.edits import Edit, Made
from eastflank.store.sql import record
from eastflank.store.sql.connection import reading, writing
from eastflank.store.sql.migrating import migrate


def read(address: str) -> Dataset:
    """The dataset. Raises BrokenData like `tables.read`, and if the database cannot be read."""
    with parts.unpacked(contents(address)) as place:
        return tables.read(place.root)


def contents(address: str) -> Mapping[str, bytes]:
    """Every file of the dataset by its name. Raises BrokenData if there is no dataset."""
    with reading(address) as connection:
        return record.contents(connection)


def version(address: str) -> str:
    """The version of the dataset after its last change; empty if there is none. Raises BrokenData."""
    with reading(address) as connection:
        found = record.state(connection)
    return found.version if found else ""


def apply(  # noqa: PLR0913 - who, when and why belong to every change
    address: str, asked: Sequence[Edit], *, who: str, when: date, reason: str, expected: str
) -> str:
    """Make all edits, or none, in one transaction; return the new version. See `edits.apply`.

    Raises Refused, Conflict and BrokenData like `edits.apply`; then nothing is changed.
    """
    return make(address, asked, who=who, when=when, reason=reason, expected=expected).version


def make(  # noqa: PLR0913 - as `edits.make`
    address: str,
    asked: Sequence[Edit],
    *,
    who: str,
    when: date,
    reason: str,
    expected: str,
    before: Dataset | None = None,
) -> Made:
    """Like `apply`, with the result of `edits.make`."""
    with writing(address) as connection:
        migrate(connection)
        held = record.contents(connection)
        with parts.unpacked(held) as place:
            outcome = edits.worked_out(
                place, asked, who=who, when=when, reason=reason, expected=expected, before=before
            )
        if schema.FILE in outcome.changed:  # the columns changed: make the tables again
            whole = {**held, **{name: new for name, (_, new) in outcome.changed.items() if new is not None}}
            gone = {name for name, (_, new) in outcome.changed.items() if new is None}
            record.fill(connection, {n: one for n, one in whole.items() if n not in gone}, outcome.version)
        elif outcome.changed:
            record.change(connection, outcome.changed, outcome.version)
    return Made(outcome.version, outcome.reverse, outcome.dataset)


def undo_steps(address: str) -> str:
    """What `keep_undo_steps` last stored; empty if nothing. Raises BrokenData like `contents`."""
    with reading(address) as connection:
        return record.undo_steps(connection)


def keep_undo_steps(address: str, text: str) -> None:
    """Store the undo steps of the last changes beside the record. Raises BrokenData like `apply`."""
    with writing(address) as connection:
        migrate(connection)
        record.keep_undo_steps(connection, text)


def fill(address: str, files: Mapping[str, bytes], *, replace: bool = True) -> str:
    """Store a dataset in a database; return its version. `replace`: overwrite the database's dataset.

    Returns an empty text if the database holds a dataset that must not be replaced. Raises BrokenData if the
    dataset or the database cannot be read. In both cases nothing is changed.
    """
    with parts.unpacked(files) as place:
        found = tables.read(place.root).version
    with writing(address) as connection:
        migrate(connection)
        if record.state(connection) and not replace:
            return ""
        record.fill(connection, files, found)
    return found
