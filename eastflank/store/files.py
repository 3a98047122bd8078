"""Files as bytes and as text."""

from __future__ import annotations

import stat
from pathlib import Path

from eastflank.model import Finding
from eastflank.store.broken import BrokenData
from eastflank.words.chosen import findings_in_files as words

_BYTE_ORDER_MARK = "\ufeff"


def content(path: Path) -> bytes:
    """The bytes of a file. Raises BrokenData if it cannot be read, or is not a file.

    A pipe or a device is refused without being opened: it might never end.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            told = words.is_a_folder if path.is_dir() else words.is_a_device
            raise _broken(path, *told(str(path)))
        return path.read_bytes()
    except FileNotFoundError as error:
        if path.is_symlink():
            raise _broken(path, *words.leads_nowhere(str(path.readlink()))) from error
        raise _broken(path, *words.missing(str(path))) from error
    except OSError as error:
        raise _broken(path, *words.cannot_be_read(str(path), error.strerror)) from error


def text(data: bytes, file: str, row: str = "", column: str = "") -> str:
    """The text of bytes in UTF-8, line ends untouched. Raises BrokenData with the wrong byte."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        told = words.not_utf_8(data[error.start], line)
        raise BrokenData([Finding(file, row, column, *told)]) from error


def without_mark(data: bytes, file: str) -> str:
    """The same for a file that must not begin with a byte order mark: its readers would not understand it."""
    found = text(data, file)
    if found.startswith(_BYTE_ORDER_MARK):
        raise BrokenData([Finding(file, words.line(1), "", *words.BYTE_ORDER_MARK)])
    return found


def _broken(path: Path, problem: str, remedy: str) -> BrokenData:
    return BrokenData([Finding(path.name, "", "", problem, remedy)])
