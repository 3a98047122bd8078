"""A file that a command was given: its content, or a sentence that says why there is none."""

from __future__ import annotations

import stat
from pathlib import Path


class Unreadable(Exception):  # noqa: N818 - it says what cannot be done
    """Why a file cannot be read: a sentence without the file's name."""


def content(file: Path, most: int) -> bytes:
    """The bytes of a file of at most `most` bytes. Raises Unreadable.

    A pipe or a device is refused without being opened: it might never end.
    """
    try:
        kept = file.stat()
        if not stat.S_ISREG(kept.st_mode):
            what = "a folder" if stat.S_ISDIR(kept.st_mode) else "a pipe or a device"
            raise Unreadable(f"It is {what}, not a file.")
        if kept.st_size > most:
            raise Unreadable(f"It has more than {most // 1_000_000} MB.")
        with file.open("rb") as opened:
            return opened.read(most)
    except FileNotFoundError as error:
        raise Unreadable("There is no such file.") from error
    except (OSError, ValueError) as error:  # a ValueError: there is a NUL in its name
        reason = error.strerror if isinstance(error, OSError) else "There is a NUL in its name"
        raise Unreadable(f"It cannot be opened: {reason}.") from error
