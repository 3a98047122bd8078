"""The tables of a database: some fixed ones, and those that `datapackage.json` describes."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from types import MappingProxyType

import sqlalchemy as sa

from eastflank.model import TABLES, Finding
from eastflank.store import schema
from eastflank.store.broken import BrokenData
from eastflank.store.schema_values import Table
from eastflank.words.chosen import findings_in_folders as words

PLACE, WRITTEN = "_place", "_written"
_LONGEST = 63
"""The most bytes of a name in PostgreSQL."""

_FIXED = sa.MetaData()

VERSION = sa.Table(
    "eastflank_version",
    _FIXED,
    sa.Column("one", sa.Integer, primary_key=True, comment="1: there is one row."),
    sa.Column("number", sa.BigInteger, nullable=False, comment="One more with each change."),
    sa.Column("version", sa.Text, nullable=False, comment="The dataset's version, as the page shows it."),
)
FILES = sa.Table(
    "eastflank_files",
    _FIXED,
    sa.Column("name", sa.Text, primary_key=True, comment="Such as seeds/a.txt."),
    sa.Column("content", sa.LargeBinary, nullable=False),
)
HEADERS = sa.Table(
    "eastflank_headers",
    _FIXED,
    sa.Column("name", sa.Text, primary_key=True, comment="A table of the dataset."),
    sa.Column("header", sa.Text, nullable=False, comment="The first line of its file."),
)
SYNCED = sa.Table(
    "eastflank_synced",
    _FIXED,
    sa.Column("folder", sa.Text, primary_key=True, comment="A folder that is kept in step."),
    sa.Column("file", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True, comment="The row's key as JSON; []: the whole file."),
    sa.Column("checksum", sa.Text, nullable=False, comment="SHA-256 of the row or file when last synced."),
)
"""What folder and database had in common when they were last brought into step."""
UNDO = sa.Table(
    "eastflank_undo",
    _FIXED,
    sa.Column("number", sa.Integer, primary_key=True, comment="In the order in which they were made."),
    sa.Column("step", sa.Text, nullable=False, comment="A change and what takes it back, as JSON."),
)
"""How the last changes are taken back."""


def tables(described: Mapping[str, Table]) -> Mapping[str, sa.Table]:
    """A table of the database for each table of the dataset, by name: every column is text, as in CSV.

    `_place` gives the order of the rows in the file. `_written` is the row exactly as in the file, if a CSV
    writer would write it differently, for example with other quotation marks; otherwise NULL. Raises
    BrokenData if a name cannot be a column's name.
    """
    wrong = [
        Finding(schema.FILE, f"{name}.{column}", "", problem, words.NAME_ANOTHER)
        for name in TABLES
        for column in described[name].columns
        if (problem := _objection(column))
    ]
    if wrong:
        raise BrokenData(wrong)
    return _made(tuple(described[name] for name in TABLES))


@functools.lru_cache(maxsize=8)
def _made(described: tuple[Table, ...]) -> Mapping[str, sa.Table]:
    """The tables; the same objects each time, so that SQLAlchemy can cache its statements."""
    metadata = sa.MetaData()
    return MappingProxyType({table.name: _table(table, metadata) for table in described})


def _table(table: Table, metadata: sa.MetaData) -> sa.Table:
    return sa.Table(
        table.name,
        metadata,
        *(
            sa.Column(
                field.name,
                sa.Text,
                primary_key=field.name in table.key,
                nullable=False,
                comment=field.description,
            )
            for field in table.fields
        ),
        sa.Column(PLACE, sa.BigInteger, nullable=False),
        sa.Column(WRITTEN, sa.Text),
        comment=table.description,
    )


def _objection(column: str) -> str:
    if column.startswith("_"):
        return words.UNDERSCORE
    return words.long_name(_LONGEST) if len(column.encode()) > _LONGEST else ""
