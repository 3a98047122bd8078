"""The evidence bundle as a ZIP: always the same files in the same order, without a timestamp."""

from __future__ import annotations

from collections.abc import Iterable

from eastflank.render import deployments_csv, record_rows
from eastflank.render.bundle import memo, package
from eastflank.render.bundle.quotes_in_context import quotes_sheet
from eastflank.render.picture import files as picture
from eastflank.render.sheets import sheets_of
from eastflank.render.zip_file import zipped
from eastflank.report.contents import Briefing, Size
from eastflank.store import carried_tables


def write(briefing: Briefing, _size: Size | None = None) -> bytes:
    """The ZIP. Its files are at the top level: programs unpack it into a folder with the ZIP's name."""
    return zipped(_files(briefing))


def _files(briefing: Briefing) -> Iterable[tuple[str, bytes]]:
    tables = [
        (sheet, deployments_csv.content([column.heading for column in sheet.columns], sheet.rows, "utf-8"))
        for sheet in (*sheets_of(briefing), quotes_sheet(briefing))
    ]
    carried = record_rows.carried(briefing)
    held = briefing.dataset.articles
    articles = [name for name in record_rows.articles_of(carried) if name in held]
    readme = memo.readme(briefing, [sheet for sheet, _ in tables], len(articles))
    yield "README.md", readme.encode("utf-8", "replace")
    yield "memo.md", memo.memo_text(briefing).encode("utf-8", "replace")
    yield "picture.png", picture.png(briefing, None)
    yield "picture.svg", picture.svg(briefing, None)
    yield from ((package.file(sheet), data) for sheet, data in tables)
    yield "datapackage.json", package.described(briefing, tables)
    if carried:
        yield carried_tables.FILE, record_rows.as_json(carried, briefing.version)
        for name in articles:
            yield f"{carried_tables.ARTICLES}/{name}", held[name].encode("utf-8")
