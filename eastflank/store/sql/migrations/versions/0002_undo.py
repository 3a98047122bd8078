"""The table of the last changes that can be undone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make it."""
    op.create_table(
        "eastflank_undo",
        sa.Column("number", sa.Integer, primary_key=True, comment="In the order in which they were made."),
        sa.Column("step", sa.Text, nullable=False, comment="A change and what takes it back, as JSON."),
    )


def downgrade() -> None:
    """Remove it."""
    op.drop_table("eastflank_undo")
