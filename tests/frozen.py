"""An old copy of the record for tests: whatever a curator adds to `data/`, no test changes.

The base map and the gazetteer are not part of it; tests use the project's own.
"""

from __future__ import annotations

from pathlib import Path

from eastflank.store.tables import read

FOLDER = Path(__file__).with_name("record")
"""The tables, `datapackage.json` and, in `seeds/`, the articles."""
SEEDS = FOLDER / "seeds"
RECORD = read(FOLDER, SEEDS)


def without_findings(told: str) -> str:
    """What a command says on standard error, without the line that counts the findings in the data."""
    return "".join(line for line in told.splitlines(keepends=True) if "in the data; see:" not in line)
