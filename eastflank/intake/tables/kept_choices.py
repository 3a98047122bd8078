"""Choices about earlier tables, stored in the dataset's folder beside the mappings.

A table is one line of JSON; the newest comes last.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from eastflank.intake.tables import choices
from eastflank.intake.tables.choices import TableChoice
from eastflank.intake.tables.rows import identities
from eastflank.store.exchange import replace_beside

FILE = "choices.jsonl"
_MOST_TABLES, _MOST = 100, 5_000
"""How many tables are stored, and how many choices of each."""


def of_table(data: Path, file: str) -> tuple[TableChoice, ...]:
    """The choices about the earlier files of this name."""
    return _all(data).get(identities.table_key(file), ())


def keep(data: Path, file: str, chosen: Sequence[TableChoice]) -> None:
    """Store the choices about a table, instead of its earlier ones. Raises OSError if that fails."""
    key = identities.table_key(file)
    known = _all(data)
    if known.get(key, ()) == tuple(chosen):
        return
    known.pop(key, None)
    kept = [*known.items(), *([(key, chosen)] if chosen else [])][-_MOST_TABLES:]
    lines = [
        json.dumps({"table": table, "choices": [one.written() for one in each[-_MOST:]]}, ensure_ascii=False)
        for table, each in kept
    ]
    replace_beside(data, FILE, "".join(f"{line}\n" for line in lines))


def _all(data: Path) -> dict[str, tuple[TableChoice, ...]]:
    """The choices by table, the newest last; an invalid line is ignored: its choices are asked again."""
    try:
        lines = (data / FILE).read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, UnicodeDecodeError):
        return {}
    found: dict[str, tuple[TableChoice, ...]] = {}
    for line in lines:
        try:
            said = json.loads(line)
            found[str(said["table"])] = tuple(map(choices.read, said["choices"]))
        except (ValueError, KeyError, TypeError, RecursionError):
            continue
    return found
