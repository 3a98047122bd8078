"""Where on this machine a person's unsaved work is kept: a file for each kind, found by who they are."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from eastflank.store.datasets import folder_of_users
from eastflank.ui import rights


def own(*what: str, ending: str) -> Path:
    """This person's file for something, such as a dataset and a source.

    The person is the one who signed in, not the name shown: two people may have one name. All is hashed, so
    that none of it becomes a path.
    """
    whose = "\n".join((rights.identity(), *what))
    return folder() / f"{hashlib.sha256(whose.encode()).hexdigest()[:32]}{ending}"


def folder() -> Path:
    """The folder of these files."""
    return folder_of_users(os.environ) / ".drafts"


def write(file: Path, content: bytes) -> None:
    """Write a file: whole, or not at all. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    beside.write_bytes(content)
    beside.replace(file)
