"""The one schema: what `data/datapackage.json` says of each table, as frozen values."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eastflank.model import TABLES, Finding
from eastflank.store import files
from eastflank.store.broken import BrokenData

FILE = "datapackage.json"
TYPES = frozenset({"string", "integer", "number", "date"})
_CONSTRAINTS = frozenset({"required", "unique", "enum", "pattern", "minimum", "maximum"})
_EDTF = "http://id.loc.gov/datatypes/edtf"


@dataclass(frozen=True, slots=True)
class Link:
    """The column whose values a field may hold."""

    table: str
    column: str


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a table."""

    name: str
    type: str
    """One of TYPES."""
    description: str
    required: bool
    unique: bool
    enum: tuple[str, ...]
    """The values allowed; empty: any."""
    pattern: re.Pattern[str] | None
    """What a whole value must match."""
    minimum: float | None
    maximum: float | None
    uncertain_date: bool
    """Whether it holds an EDTF date (see `eastflank.dates`)."""
    link: Link | None
    several: bool
    """Whether a value is a list joined by semicolons, each item of which follows the link."""

    @property
    def free(self) -> bool:
        """Whether any text at all may stand in it."""
        return self.type == "string" and not (self.enum or self.pattern or self.uncertain_date)


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its file in the data folder, its columns in order, and its key."""

    name: str
    file: str
    title: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its fields."""
        return tuple(field.name for field in self.fields)


def read(data: Path) -> Mapping[str, Table]:
    """Every table in `datapackage.json` of a data folder, by name, in the file's order.

    Raises BrokenData when the file is missing, is not JSON, lacks a table, or asks for a type or a
    constraint that nothing here checks.
    """
    text = files.text(files.content(data / FILE), FILE)
    try:
        resources = json.loads(text)["resources"]
        tables = {resource["name"]: _table(resource) for resource in resources}
    except json.JSONDecodeError as error:
        raise _broken(
            f"line {error.lineno}", f"This is not JSON: {error.msg}.", "Correct it there."
        ) from error
    except KeyError as error:
        raise _broken(
            "", f"A property is missing: {error}.", "Add it, as the Table Schema standard says."
        ) from error
    except TypeError as error:
        raise _broken(
            "", f"A property has the wrong shape: {error}.", "See the Table Schema standard."
        ) from error
    except re.error as error:
        raise _broken("", f"A pattern cannot be read: {error}.", "Write a regular expression.") from error
    if missing := [name for name in TABLES if name not in tables]:
        raise _broken("", f"There is no table {', '.join(missing)}.", "Describe it under resources.")
    return tables


def coverage(data: Path) -> tuple[str, ...]:
    """What `datapackage.json` says of what the record covers, a sentence each; none where it says nothing.

    Raises BrokenData when `coverage` is no list of texts.
    """
    found = json.loads(files.text(files.content(data / FILE), FILE)).get("coverage", [])
    if not isinstance(found, list) or not all(isinstance(line, str) for line in found):
        raise _broken("coverage", "It is no list of texts.", "Write a list of sentences, or leave it out.")
    return tuple(found)


def _table(resource: dict[str, Any]) -> Table:
    schema = resource["schema"]
    links = {
        key["fields"][0]: Link(
            key["reference"]["resource"] or resource["name"], key["reference"]["fields"][0]
        )
        for key in schema.get("foreignKeys", [])
    }
    key = schema["primaryKey"]
    return Table(
        name=resource["name"],
        file=resource["path"],
        title=resource["title"],
        description=resource["description"],
        fields=tuple(_field(field, links.get(field["name"]), resource["name"]) for field in schema["fields"]),
        key=(key,) if isinstance(key, str) else tuple(key),
    )


def _field(field: dict[str, Any], link: Link | None, table: str) -> Field:
    rules = field.get("constraints", {})
    if field["type"] not in TYPES:
        raise _broken(f"{table}.{field['name']}", f"Type {field['type']} is not known.", f"Use {_or(TYPES)}.")
    if unknown := set(rules) - _CONSTRAINTS:
        problem = f"Nothing checks the constraint {_or(unknown)}."
        raise _broken(f"{table}.{field['name']}", problem, f"Use {_or(_CONSTRAINTS)}.")
    items = field.get("listOf")
    return Field(
        name=field["name"],
        type=field["type"],
        description=field["description"],
        required=rules.get("required", False),
        unique=rules.get("unique", False),
        enum=tuple(rules.get("enum", ())),
        pattern=re.compile(rules["pattern"]) if "pattern" in rules else None,
        minimum=rules.get("minimum"),
        maximum=rules.get("maximum"),
        uncertain_date=field.get("rdfType") == _EDTF,
        link=Link(items["resource"], items["field"]) if items else link,
        several=items is not None,
    )


def _or(words: frozenset[str] | set[str]) -> str:
    return " or ".join(sorted(words))


def _broken(row: str, problem: str, remedy: str) -> BrokenData:
    return BrokenData([Finding(FILE, row, "", problem, remedy)])
