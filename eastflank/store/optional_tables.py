"""Optional tables. Their descriptions are part of the code.

A dataset gets such a table, and its description in `datapackage.json`, with the first row.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from importlib import resources
from pathlib import Path

from eastflank.model import OPTIONAL
from eastflank.store import files, schema
from eastflank.store.schema_values import Table


@functools.cache
def described() -> Mapping[str, Table]:
    """Each of the tables by its name."""
    return {name: schema.table_of(json.loads(_resource(name))) for name in OPTIONAL}


def contents(root: Path) -> dict[str, bytes]:
    """The contents of those that a dataset has, by name. Raises BrokenData if one cannot be read."""
    there = (table for table in described().values() if (root / table.file).exists())
    return {table.name: files.content(root / table.file) for table in there}


def empty(table: Table) -> bytes:
    """A table without rows."""
    return f"{','.join(table.columns)}\n".encode()


def with_description(package: bytes, name: str) -> bytes:
    """A `datapackage.json` that describes a table; the same bytes if it already does."""
    said = json.loads(package)
    if any(one.get("name") == name for one in said["resources"]):
        return package
    said["resources"].append(json.loads(_resource(name)))
    return f"{json.dumps(said, ensure_ascii=False, indent=2)}\n".encode()


def _resource(name: str) -> str:
    return resources.files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8")
