"""ZIP files that have the same bytes for the same content, at any time and on any system."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP can have, used for all files, so that the same view gives the same bytes."""
_A_FILE = 0o100644 << 16
"""Unix mode: a plain file that its owner may write and everybody may read."""
_UNIX = 3
"""The system on which the ZIP claims to be written, always the same."""


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
