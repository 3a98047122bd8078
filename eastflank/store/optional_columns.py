"""Optional columns: a dataset gets them with the first row that fills one.

A dataset without them is valid, and is read as if they were empty. So opening a folder writes nothing, and a
program that does not know these columns can read the rest.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping

from eastflank.store import schema
from eastflank.store.schema_values import Table
from eastflank.store.table_text import TableText

_FILE = {"pattern": "^[A-Za-z0-9_.-]+$"}
_SUM = {"pattern": "^[0-9a-f]{64}$"}
COLUMNS: Mapping[str, Mapping[str, tuple[str, Mapping[str, str]]]] = {
    "sources": {
        "language": ("The language of its text, as BCP 47 has it, such as en or pt-BR.", {}),
        "copy_of": ("The source of which it is a copy at another publisher.", {}),
        "replaces": (
            "The source whose text it corrects. Claims whose quotes still stand are moved to this one.",
            {},
        ),
        "original": ("File name in seeds/ of what the text was made of, kept byte for byte.", _FILE),
        "original_sha256": ("SHA-256 of that file, in hexadecimal. Empty exactly when original is.", _SUM),
    }
}
"""The description and the pattern of each optional column, by table and column."""
_LINKS = {"sources": ("copy_of", "replaces")}


def needed(used: Iterable[tuple[str, Collection[str]]], tables: Mapping[str, Table]) -> tuple[str, ...]:
    """The tables that lack an optional column which is used; `used` are tables with columns."""
    found = {
        table
        for table, columns in used
        if table in COLUMNS  # a quick exit, for example for a million new claims
        and table in tables
        and any(one in COLUMNS[table] and one not in tables[table].columns for one in columns)
    }
    return tuple(sorted(found))


def widened(files: Mapping[str, bytes], names: Iterable[str]) -> Mapping[str, bytes]:
    """The description and the files of tables, by name, with the missing optional columns added.

    `files` holds both. Every cell of these columns is empty. Pure.
    """
    described = json.loads(files[schema.FILE])
    tables = schema.parsed(files[schema.FILE])
    found = dict[str, bytes]()
    for name in names:
        table = tables[name]
        more = [one for one in COLUMNS.get(name, {}) if one not in table.columns]
        if not more:
            continue
        own = next(one for one in described["resources"] if one["name"] == name)["schema"]
        own["fields"] += [_field(name, column) for column in more]
        keys = own.setdefault("foreignKeys", [])
        keys += [_key(column, name) for column in _LINKS.get(name, ()) if column in more]
        text = TableText.of(table, files[table.file].decode())
        ends = "," * len(more)
        rows = "".join(f"{row[:-1]}{ends}\n" for row in text.rows.values())
        found[table.file] = f"{text.header[:-1]},{','.join(more)}\n{rows}".encode()
    if found:
        found[schema.FILE] = (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()
    return found


def alike(
    ours: Mapping[str, bytes], theirs: Mapping[str, bytes]
) -> tuple[Mapping[str, bytes], Mapping[str, bytes]]:
    """Two states of a record, each with the optional columns of the other added."""
    known = [schema.parsed(side[schema.FILE]) for side in (ours, theirs)]
    names = [
        name
        for name, columns in COLUMNS.items()
        if len({tuple(one for one in columns if one in side[name].columns) for side in known}) > 1
    ]
    first, second = ({**side, **widened(side, names)} for side in (ours, theirs))
    return first, second


def at_the_end(table: Table) -> int:
    """How many of a table's last columns are optional ones."""
    own, number = COLUMNS.get(table.name, {}), 0
    while number < len(table.columns) and table.columns[-1 - number] in own:
        number += 1
    return number


def _field(table: str, column: str) -> Mapping[str, object]:
    description, rules = COLUMNS[table][column]
    field: dict[str, object] = {"name": column, "type": "string", "description": description}
    return {**field, "constraints": rules} if rules else field


def _key(column: str, table: str) -> Mapping[str, object]:
    return {"fields": [column], "reference": {"resource": table, "fields": ["id"]}}
