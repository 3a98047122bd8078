"""A dataset without claims: the shipped schema and nations. Base map and theatre stay the shipped ones."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from eastflank.model import TABLES
from eastflank.store import DATA, schema

_KEPT = "nations"
"""The table whose rows a new dataset takes over: the map draws and names all of them."""
_OWN = ("coverage", "version", "licenses")
"""What the shipped description says of the shipped record alone."""


def fill(place: Path, title: str) -> None:
    """Write a dataset without claims into an empty folder. Raises OSError where it cannot be written."""
    described = json.loads((DATA / schema.FILE).read_text(encoding="utf-8"))
    for name in _OWN:
        described.pop(name, None)
    described |= {"name": "own-table", "title": title, "description": "Deployments from tables of one's own."}
    text = json.dumps(described, ensure_ascii=False, indent=2) + "\n"
    (place / schema.FILE).write_text(text, encoding="utf-8")
    (place / "seeds").mkdir()
    for name, table in schema.read(DATA).items():
        if name in TABLES:
            held = (DATA / table.file).read_text(encoding="utf-8")
            kept = held if name == _KEPT else held[: held.index("\n") + 1]
            (place / table.file).write_text(kept, encoding="utf-8")


def keep(place: Path, folder: Path) -> None:
    """Put a finished dataset where it shall be: all of it is there, or nothing.

    Raises FileExistsError where there is something of that name, and OSError where it cannot be written.
    """
    if folder.exists():
        raise FileExistsError(17, "There is something of that name already", str(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name[:40]}.", dir=folder.parent) as beside:
        made = Path(beside) / "dataset"
        shutil.copytree(place, made)
        made.rename(folder)
