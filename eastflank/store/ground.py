"""The base map's files, as text for whoever draws them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from eastflank.store import files

NAMES = ("countries", "disputed", "lakes", "labels")


def read(data: Path) -> Mapping[str, str]:
    """The base map's files by name (`data/basemap/README.md` says what is in them), each as JSON text.

    Raises BrokenData when one is missing or is not UTF-8.
    """
    paths = {name: data / "basemap" / f"{name}.json" for name in NAMES}
    return {name: files.text(files.content(path), path.name) for name, path in paths.items()}
