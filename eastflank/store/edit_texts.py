"""Ids, keys and cells of edits as texts."""

from __future__ import annotations

from eastflank.store.table_text import Key


def next_digits(digits: str) -> str:
    """The digits of the next change: more digits after 9999, so that ids sort correctly as texts."""
    return f"{digits}00000000" if set(digits) == {"9"} else str(int(digits) + 1).zfill(len(digits))


def is_text(cell: str) -> bool:
    """Whether it can be written to a file."""
    if cell.isascii():  # the usual case, known without looking at a single character
        return True
    try:
        cell.encode()
    except UnicodeEncodeError:
        return False
    return True


def named(key: Key) -> str:
    """A row's key as a finding names it."""
    return ", ".join(key)
