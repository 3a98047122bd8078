"""Files as bytes and as text."""

from __future__ import annotations

import stat
from pathlib import Path

from eastflank.model import Finding
from eastflank.store.broken import BrokenData


def content(path: Path) -> bytes:
    """The bytes of a file. Raises BrokenData when it cannot be read, or is no file.

    A pipe or a device is refused without being opened: it might never end.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            what = "It is a folder" if path.is_dir() else "It is a pipe or a device"
            raise _broken(path, f"{what}, not a file.", f"Put a file at {path}.")
        return path.read_bytes()
    except FileNotFoundError as error:
        if path.is_symlink():
            remedy = "Put a file there, or remove the link."
            raise _broken(path, f"It is a link to {path.readlink()}, where no file is.", remedy) from error
        raise _broken(path, "The file is missing.", f"Put it at {path}.") from error
    except OSError as error:
        problem = f"The file cannot be read: {error.strerror}."
        raise _broken(path, problem, f"Make {path} a readable file.") from error


def text(data: bytes, file: str, row: str = "", column: str = "") -> str:
    """The text of bytes in UTF-8, line ends untouched. Raises BrokenData, naming the byte, when it is not."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = f"Byte 0x{data[error.start]:02x} in line {line} is not UTF-8."
        raise BrokenData([Finding(file, row, column, problem, "Save the file as UTF-8.")]) from error


def _broken(path: Path, problem: str, remedy: str) -> BrokenData:
    return BrokenData([Finding(path.name, "", "", problem, remedy)])
