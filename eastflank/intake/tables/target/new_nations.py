"""The rows of nations that the new rows of a table name and the dataset lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eastflank.intake.tables.target.new_rows import NewRows, Row
from eastflank.store.edits import Insert


def rows(
    draft: NewRows, claims: Sequence[Row], contributions: Sequence[Row], places: set[str]
) -> Iterator[Insert]:
    """A row for each nation that the dataset lacks. `places` are the ids of the places that are used."""
    lists = {row.get(column, "") for row in claims for column in ("lead", "host")}
    codes = {code for each in lists for code in each.split(";") if code}
    codes |= {row["nation"] for row in contributions}
    codes |= {row["country"] for key, row in draft.rows["places"].items() if key in places}
    for code in sorted(codes - set(draft.dataset.nations_by_code)):
        row = draft.nation_row(code)
        if row is not None:
            yield Insert("nations", row)
