"""The notes of a dataset's sources, read alone: enough to know which tables were imported into it."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path


def notes_of_sources(folder: Path) -> Mapping[str, str]:
    """The notes by the ids of the sources; none if the table cannot be read: its own page says why."""
    try:
        with (folder / "sources.csv").open(encoding="utf-8", newline="") as stream:
            return {row["id"]: row.get("note") or "" for row in csv.DictReader(stream) if row.get("id")}
    except (OSError, UnicodeDecodeError, csv.Error):
        return {}
