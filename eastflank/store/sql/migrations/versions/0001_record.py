"""The fixed tables of a database: version, files, headers, and the last synchronised state."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "eastflank_version",
        sa.Column("one", sa.Integer, primary_key=True, comment="1: there is one row."),
        sa.Column("number", sa.BigInteger, nullable=False, comment="One more with each change."),
        sa.Column("version", sa.Text, nullable=False, comment="The dataset's version, as the page shows it."),
    )
    op.create_table(
        "eastflank_files",
        sa.Column("name", sa.Text, primary_key=True, comment="Such as seeds/a.txt."),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "eastflank_headers",
        sa.Column("name", sa.Text, primary_key=True, comment="A table of the dataset."),
        sa.Column("header", sa.Text, nullable=False, comment="The first line of its file."),
    )
    op.create_table(
        "eastflank_synced",
        sa.Column("folder", sa.Text, primary_key=True, comment="A folder that is kept in step."),
        sa.Column("file", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True, comment="The row's key as JSON; []: the whole file."),
        sa.Column(
            "checksum", sa.Text, nullable=False, comment="SHA-256 of the row or file when last synced."
        ),
    )


def downgrade() -> None:
    """Remove them, and with them the record."""
    for name in ("synced", "headers", "files", "version"):
        op.drop_table(f"eastflank_{name}")
