"""What a command prints: on its way out each letter is written, and what cannot be written is told."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable
from typing import TextIO, cast

from eastflank.words.chosen import command_line

OUT, ERR = 1, 2
"""The numbers of standard output and standard error."""
LOST = 1
"""The exit status of a command whose output could not be written."""
BROKEN_OFF = 130
"""The exit status of a command that was broken off by Ctrl+C, as shells have it."""


class OutputLost(Exception):  # noqa: N818 - it says what is lost
    """Standard output takes no more: the disk is full, or it is closed. The reason, in the system's words."""


class _Output(io.RawIOBase):
    """Standard output as bytes. It is no OSError that it raises: a command would take it for one of a file.

    It is told once; what comes after it, such as the last flush of all, is dropped.
    """

    told = False

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return OUT

    def write(self, data: object, /) -> int:
        content = bytes(cast("bytes", data))
        if self.told:
            return len(content)
        try:
            return self._write(content)
        except OSError as error:
            self.told = True
            raise OutputLost(error.strerror or str(error)) from error

    def _write(self, content: bytes) -> int:
        return os.write(OUT, content)


class _Closed(_Output):
    """Standard output that was closed before the program began; its number may be another file's by now."""

    def _write(self, content: bytes) -> int:  # noqa: ARG002 - whatever it is
        raise OSError(errno.EBADF, command_line.CLOSED)


class _Errors(io.RawIOBase):
    """Standard error as bytes. What cannot be written is dropped, for there is nobody left to tell it to."""

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return ERR

    def write(self, data: object, /) -> int:
        content = bytes(cast("bytes", data))
        try:
            return os.write(ERR, content)
        except OSError:
            return len(content)


class _NoErrors(_Errors):
    """The same, closed before the program began; its number may be another file's by now."""

    def write(self, data: object, /) -> int:
        return len(bytes(cast("bytes", data)))


def telling(run: Callable[[], int]) -> int:
    """Run a command; its exit status, also where its output cannot be written or somebody breaks it off.

    A letter that the terminal's encoding does not have is written as a backslash, u and its number.
    """
    sys.stdout = _text(_Output() if sys.stdout else _Closed(), sys.stdout)
    sys.stderr = _text(_Errors() if sys.stderr else _NoErrors(), sys.stderr)
    try:
        status = _status(run)
        sys.stdout.flush()
    except OutputLost as lost:
        print(command_line.output_lost(str(lost)), file=sys.stderr)
        status = LOST
    except KeyboardInterrupt:
        print(command_line.BROKEN_OFF, file=sys.stderr)
        status = BROKEN_OFF
    except MemoryError:
        print(command_line.NO_MEMORY, file=sys.stderr)
        status = LOST
    return status


def _status(run: Callable[[], int]) -> int:
    """The exit status, also of a command that ends at once: `--help`, or a wrong call."""
    try:
        return run()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0


def has_every_letter() -> bool:
    """Whether the encoding of standard output has all letters."""
    return (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "") in ("utf8", "utf16")


def _text(raw: io.RawIOBase, before: TextIO | None) -> TextIO:
    by_line = before is not None and before.isatty()
    encoding = before.encoding if before else "utf-8"
    return io.TextIOWrapper(
        io.BufferedWriter(raw), encoding=encoding, errors="backslashreplace", line_buffering=by_line
    )
