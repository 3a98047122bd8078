"""The evidence bundle as a ZIP: the same files in the same order, and no clock in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from eastflank.briefing import Briefing, Size
from eastflank.render import deployments_csv
from eastflank.render.bundle import memo, package
from eastflank.render.bundle.quotes_in_context import quotes_in_context
from eastflank.render.picture import files as picture
from eastflank.render.sheets import sheets_of

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP can name, for all files: the same view is the same bytes tomorrow."""
_A_FILE = 0o100644 << 16
"""A plain file that its owner may write and everybody read, as Unix has it."""
_UNIX = 3


def write(briefing: Briefing, _size: Size | None = None) -> bytes:
    """The ZIP. Its files lie at its top, so that it unpacks into a folder of its own name."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in _files(briefing):
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _A_FILE
            archive.writestr(entry, data)
    return content.getvalue()


def _files(briefing: Briefing) -> Iterable[tuple[str, bytes]]:
    tables = [
        (sheet, deployments_csv.content([column.heading for column in sheet.columns], sheet.rows, "utf-8"))
        for sheet in (*sheets_of(briefing), quotes_in_context(briefing))
    ]
    yield "README.md", memo.readme(briefing, [sheet for sheet, _ in tables]).encode("utf-8", "replace")
    yield "memo.md", memo.memo(briefing).encode("utf-8", "replace")
    yield "picture.png", picture.png(briefing, None)
    yield "picture.svg", picture.svg(briefing, None)
    yield from ((package.file(sheet), data) for sheet, data in tables)
    yield "datapackage.json", package.described(briefing, tables)
