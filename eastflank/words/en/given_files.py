"""Why a file that was given to a command cannot be read: sentences without the file's name."""

from __future__ import annotations

FOLDER = "It is a folder, not a file."
NO_FILE = "It is a pipe or a device, not a file."
NOT_THERE = "There is no such file."
NUL_IN_NAME = "There is a NUL in its name"
PIPE_OR_DEVICE = "a pipe or a device"
"""Things that are not a table."""


def too_large(megabytes: int) -> str:
    """Says that a file is too large."""
    return f"It has more than {megabytes} MB."


def not_opened(reason: str) -> str:
    """Says that a file cannot be opened."""
    return f"It cannot be opened: {reason}."


def corrections_of(made: str, reason: object) -> str:
    """Says that a file in which a link should be cannot be read."""
    return f"{made}: {reason} Name a file that is there, or a link."
