"""Standard output and error of commands: each letter can be written, and a failure to write is reported."""

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
"""The exit status of a command that was interrupted with Ctrl+C, as in shells."""


class OutputLost(Exception):  # noqa: N818 - it says what is lost
    """Standard output cannot be written: the disk is full, or it is closed. Holds the system's message."""


class _Output(io.RawIOBase):
    """Standard output as bytes. It raises no OSError: a command would take it for an error of a file.

    It raises once; later output, such as Python's final flush, is dropped.
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
    """Standard output that was closed before the program began; another file may have its number by now."""

    def _write(self, content: bytes) -> int:  # noqa: ARG002 - whatever it is
        raise OSError(errno.EBADF, command_line.CLOSED)


class _Errors(io.RawIOBase):
    """Standard error as bytes. What cannot be written is dropped: there is no other place to report it."""

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
    """The same, closed before the program began; another file may have its number by now."""

    def write(self, data: object, /) -> int:
        return len(bytes(cast("bytes", data)))


def telling(run: Callable[[], int]) -> int:
    """Run a command. Returns its exit status, also if its output cannot be written or a user interrupts it.

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
    except ImportError as error:
        if _NOT_LOADED not in str(error):
            raise
        print(command_line.NO_MEMORY, file=sys.stderr)
        status = LOST
    return status


_NOT_LOADED = "failed to map segment"
"""What the system's loader says of a library for which there is not enough memory."""


def _status(run: Callable[[], int]) -> int:
    """The exit status, also of a command that exits at once: `--help`, or a wrong call."""
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
