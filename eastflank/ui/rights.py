"""Who may change the record.

On a reader's own machine `EASTFLANK_EDIT=1` in the environment of the dashboard allows it. Without it the
record can only be read.
"""

from __future__ import annotations

import os

VARIABLE = "EASTFLANK_EDIT"


def may_edit() -> bool:
    """Whether the person before the page may change the record."""
    return os.environ.get(VARIABLE) == "1"


def who() -> str:
    """The name that stands with a change; empty where none may be made."""
    return "curator" if may_edit() else ""
