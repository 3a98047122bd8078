"""The view's deployments as CSV: one row each, which says by itself where it comes from."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from eastflank.briefing import Briefing, Entry, Size
from eastflank.render.cells import neutral


def write(briefing: Briefing, _size: Size | None = None) -> bytes:
    """The file. UTF-8 with the mark by which spreadsheets know it, lines ended as RFC 4180 says.

    What is true of the whole view stands in every row, because rows are copied out of tables.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, [*_DEPLOYMENT, *_VIEW], lineterminator="\r\n")
    writer.writeheader()
    sources = {note.number: f"[{note.number}] {note}" for note in briefing.footnotes}
    for entry in briefing.entries:
        row = {**_of_the_deployment(entry, sources), **_of_the_view(briefing)}
        writer.writerow(
            {name: neutral(cell) if isinstance(cell, str) else cell for name, cell in row.items()}
        )
    return text.getvalue().encode("utf-8-sig")


_DEPLOYMENT = (
    "Id", "Deployment", "Status", "Lead", "Host", "Place", "Place known to", "Strength", "Fewest persons",
    "Most persons", "Counts", "Begins", "Programme", "Part of", "Not drawn because", "Claims", "Sources",
)  # fmt: skip
_VIEW = ("View", "As of", "Filters", "Found", "Map and borders", "Data version", "Link", "Marking")


def _of_the_deployment(entry: Entry, sources: Mapping[int, str]) -> dict[str, str | int | None]:
    cells = (
        entry.id, entry.name, entry.status, entry.lead, entry.host, entry.place, entry.precision,
        entry.strength, entry.low, entry.high, entry.counts, entry.begins, entry.programme, entry.part_of,
        entry.not_drawn, "; ".join(entry.claims), " ".join(sources[number] for number in entry.footnotes),
    )  # fmt: skip
    return dict(zip(_DEPLOYMENT, cells, strict=True))


def _of_the_view(briefing: Briefing) -> dict[str, str]:
    cells = (
        briefing.title, briefing.view.day.isoformat(), briefing.filters, briefing.counts, briefing.credit,
        briefing.version, briefing.link, briefing.marking,
    )  # fmt: skip
    return dict(zip(_VIEW, cells, strict=True))
