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
    """The dataset. Raises BrokenData as `tables.read`, and where the database cannot be read."""
    with parts.unpacked(contents(address)) as place:
        return tables.read(place.root)


def contents(address: str) -> Mapping[str, bytes]:
    """Every file of the dataset by its name. Raises BrokenData where there is none."""
    with reading(address) as connection:
        return record.contents(connection)


def version(address: str) -> str:
    """The version of the dataset, as its last change left it; empty: there is none. Raises BrokenData."""
    with reading(address) as connection:
        found = record.state(connection)
    return found.version if found else ""


def apply(  # noqa: PLR0913 - who, when and why belong to every change
    address: str, asked: Sequence[Edit], *, who: str, when: date, reason: str, expected: str
) -> str:
    """Make all the edits, or none, in one transaction; the version that results. See `edits.apply`.

    Raises Refused, Conflict and BrokenData as it does; then nothing is changed.
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
    """As `apply`, and as `edits.make`."""
    with writing(address) as connection:
        migrate(connection)
        held = record.contents(connection)
        with parts.unpacked(held) as place:
            outcome = edits.worked_out(
                place, asked, who=who, when=when, reason=reason, expected=expected, before=before
            )
        if schema.FILE in outcome.changed:  # other columns: the tables are made again
            whole = {**held, **{name: new for name, (_, new) in outcome.changed.items() if new is not None}}
            gone = {name for name, (_, new) in outcome.changed.items() if new is None}
            record.fill(connection, {n: one for n, one in whole.items() if n not in gone}, outcome.version)
        elif outcome.changed:
            record.change(connection, outcome.changed, outcome.version)
    return Made(outcome.version, outcome.reverse, outcome.dataset)


def undo_steps(address: str) -> str:
    """What `keep_undo_steps` was last given; empty: nothing. Raises BrokenData as `contents`."""
    with reading(address) as connection:
        return record.undo_steps(connection)


def keep_undo_steps(address: str, text: str) -> None:
    """Keep how the last changes are taken back, beside the record. Raises BrokenData as `apply`."""
    with writing(address) as connection:
        migrate(connection)
        record.keep_undo_steps(connection, text)


def fill(address: str, files: Mapping[str, bytes], *, replace: bool = True) -> str:
    """Keep a dataset in a database; its version. `replace`: instead of what the database held.

    Empty where the database holds a dataset that is not to be replaced. Raises BrokenData where the dataset
    or the database cannot be read. In both cases nothing is changed.
    """
    with parts.unpacked(files) as place:
        found = tables.read(place.root).version
    with writing(address) as connection:
        migrate(connection)
        if record.state(connection) and not replace:
            return ""
        record.fill(connection, files, found)
    return found
