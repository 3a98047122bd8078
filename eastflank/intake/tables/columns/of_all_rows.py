"""What an import assumes of all rows, because no column says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from eastflank.intake.tables.cells.sheets import Opened
from eastflank.intake.tables.columns.columns import RecognisedColumn
from eastflank.words.chosen import rows_of_tables


def assumptions(found: Sequence[RecognisedColumn], file: Opened, day: date) -> Iterator[str]:
    """What is assumed of each row, as sentences. `day` is that of the table."""
    fields = {column.field for column in found}
    yield from file.remarks
    for column in found:
        if column.why == "content":
            yield rows_of_tables.BY_CONTENT.format(heading=column.heading, field=column.field)
    if "nation" not in fields and "lead" not in fields:
        yield rows_of_tables.NATION_UNKNOWN
    if "status" not in fields:
        yield rows_of_tables.STATUS_ASSUMED
    if not fields & {"date", "starts", "period"}:
        yield rows_of_tables.DAY_ASSUMED.format(day=day.isoformat())
    if "sort" not in fields:
        yield rows_of_tables.SORT_ASSUMED
