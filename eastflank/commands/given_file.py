"""A file that was given to a command: its content, or a sentence that says why it cannot be read."""

from __future__ import annotations

import stat
from pathlib import Path

from eastflank.words.chosen import given_files as words


class Unreadable(Exception):  # noqa: N818 - it says what cannot be done
    """Why a file cannot be read: a sentence without the file's name."""


def content(file: Path, most: int) -> bytes:
    """The bytes of a file of at most `most` bytes. Raises Unreadable.

    A pipe or a device is refused without being opened: it might never end.
    """
    try:
        kept = file.stat()
        if not stat.S_ISREG(kept.st_mode):
            raise Unreadable(words.FOLDER if stat.S_ISDIR(kept.st_mode) else words.NO_FILE)
        if kept.st_size > most:
            raise Unreadable(words.too_large(most // 1_000_000))
        with file.open("rb") as opened:
            return opened.read(most)
    except FileNotFoundError as error:
        raise Unreadable(words.NOT_THERE) from error
    except (OSError, ValueError) as error:  # ValueError: the name contains a NUL
        reason = error.strerror if isinstance(error, OSError) else words.NUL_IN_NAME
        raise Unreadable(words.not_opened(str(reason))) from error
