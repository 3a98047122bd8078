"""Makes the fixed tables of a database, and updates them to what this version of the project needs."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext

from eastflank.model import Finding
from eastflank.store.broken import BrokenData
from eastflank.store.folder import DATABASE
from eastflank.words.chosen import findings_in_folders as words

NEWEST = "0002"
"""The last step in `migrations/versions`."""


def migrate(connection: sa.Connection) -> None:
    """Run every step that the database lacks, within the connection's transaction.

    Raises BrokenData if a newer version of the project has run steps that this one does not know.
    """
    found = MigrationContext.configure(connection).get_current_revision()
    if found == NEWEST:
        return
    if found is not None and found > NEWEST:
        raise BrokenData([Finding(DATABASE, "", "", *words.newer_tables(found, NEWEST))])
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
