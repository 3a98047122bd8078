"""Mappings of earlier tables, stored in the dataset's folder and found again by their headings.

A mapping is one line of JSON; the newest comes last.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from eastflank.intake.tables.cells.sheets import UnreadableTable
from eastflank.intake.tables.columns import columns
from eastflank.intake.tables.columns.columns import ColumnMapping
from eastflank.store.exchange import replace_beside

FILE = "mappings.jsonl"
_MOST = 100
"""How many mappings are stored."""


def fitting(data: Path, headings: Sequence[str]) -> ColumnMapping | None:
    """The newest mapping that knows each of the headings; None if there is none."""
    return next((one for one in reversed(_all(data)) if one.fits(headings)), None)


def keep(data: Path, mapping: ColumnMapping) -> None:
    """Store a mapping as the newest. Raises OSError if the disk cannot be written."""
    known = {heading for heading, _ in mapping.fields}
    others = [one for one in _all(data) if {heading for heading, _ in one.fields} != known]
    lines = [json.dumps(json.loads(one.as_json()), ensure_ascii=False) for one in [*others, mapping][-_MOST:]]
    replace_beside(data, FILE, "".join(f"{line}\n" for line in lines))


def _all(data: Path) -> list[ColumnMapping]:
    """The mappings, the newest last; an invalid line is ignored: its columns are recognised again."""
    try:
        lines = (data / FILE).read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, UnicodeDecodeError):
        return []
    found = []
    for line in lines:
        try:
            found.append(columns.read_mapping(line))
        except UnreadableTable:
            continue
    return found
