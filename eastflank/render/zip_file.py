"""ZIP files that are the same bytes for the same content, whenever and wherever they are written."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP can name, for all files: the same view is the same bytes tomorrow."""
_A_FILE = 0o100644 << 16
"""A plain file that its owner may write and everybody read, as Unix has it."""
_UNIX = 3
"""The system that the ZIP says it was written on, wherever that was."""


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP of the files, by their names in it, in the order given."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _A_FILE
            archive.writestr(entry, data)
    return content.getvalue()
