"""The file that an export writes: complete, or not at all, and never in the place of a dataset's own file."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from eastflank.render.products import Product
from eastflank.store import parts
from eastflank.words.chosen import exporting


class CannotExport(Exception):  # noqa: N818 - it says what cannot be done
    """Why there is no file, as a sentence for the user; `status` is the command's exit status."""

    def __init__(self, why: str, status: int) -> None:
        super().__init__(why)
        self.status = status


def check(output: Path, product: Product, products: Sequence[Product]) -> None:
    """Raise CannotExport if the file is a dataset's own, or is named like one of another format."""
    for other in products:
        if other.suffix == output.suffix.lower() != product.suffix:
            why = exporting.named_like_another(output, product.name, product.suffix, other.name, other.format)
            raise CannotExport(why, 2)
    with contextlib.suppress(OSError, RuntimeError, ValueError):  # no such name: `replacing` says why
        if parts.is_of_a_dataset(output):
            raise CannotExport(exporting.is_of_a_dataset(output), 2)


@contextlib.contextmanager
def replacing(output: Path) -> Iterator[BinaryIO]:
    """A temporary file that replaces `output` once it is completely written. Raises CannotExport."""
    part = None
    try:
        goal = _goal(output)
        part = goal.with_name(f".{goal.name[:80]}.{os.getpid()}.part")
        with part.open("xb") as file:
            yield file
        part.replace(goal)
    except OSError as error:
        raise CannotExport(exporting.not_written(output, error.strerror), 1) from error
    finally:
        if part is not None:
            part.unlink(missing_ok=True)


def _goal(output: Path) -> Path:
    """The file that `output` is or links to. Raises CannotExport if it cannot be a file."""
    if "\0" in str(output):
        raise CannotExport(exporting.NUL_IN_NAME, 1)
    if output.is_dir():
        raise CannotExport(exporting.is_a_folder(output), 1)
    if not output.parent.is_dir():
        raise CannotExport(exporting.no_folder(output.parent), 1)
    if output.exists() and not output.is_file():
        raise CannotExport(exporting.not_replaceable(output), 1)
    return output.resolve()
