"""Ids, keys and cells of edits as texts."""

from __future__ import annotations

from eastflank.store.table_text import Key


def next_digits(digits: str) -> str:
    """The digits of the next change: after 9999 come more of them, so that ids as texts stand in order."""
    return f"{digits}00000000" if set(digits) == {"9"} else str(int(digits) + 1).zfill(len(digits))


def is_text(cell: str) -> bool:
    """Whether a file can hold it."""
    try:
        cell.encode()
    except UnicodeEncodeError:
        return False
    return True


def named(key: Key) -> str:
    """A row's key as a finding names it."""
    return ", ".join(key)
