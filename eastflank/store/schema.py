"""The schema: what `datapackage.json` says about each table, as frozen values."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import NotRequired, TypedDict

from eastflank.model import TABLES, Finding
from eastflank.store import DATA, files, json_text
from eastflank.store.broken import BrokenData
from eastflank.store.json_text import KeyTwice
from eastflank.store.schema_limits import own_patterns, short_of
from eastflank.store.schema_values import FILE, TYPES, Link, SchemaField, Table
from eastflank.words.chosen import findings_in_files as in_files
from eastflank.words.chosen import findings_in_settings as words

__all__ = ["FILE", "accepted", "coverage", "parsed", "read", "table_of"]

_CONSTRAINTS = frozenset({"required", "unique", "enum", "pattern", "minimum", "maximum"})
_EDTF = "http://id.loc.gov/datatypes/edtf"
_FILE_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*\.csv")


def read(data: Path) -> Mapping[str, Table]:
    """Every table in `datapackage.json` of a data folder, by name, in the file's order.

    Raises BrokenData if the file is missing, is not JSON, has a type or a constraint that this code does not
    check, lacks a table or a column that the project reads, or allows values that the project's own schema
    does not.
    """
    return accepted(files.content(data / FILE))


def accepted(content: bytes) -> Mapping[str, Table]:
    """The same for the content of a `datapackage.json`."""
    tables = parsed(content)
    if wrong := [*short_of(tables, _shipped()), *own_patterns(tables, _shipped())]:
        raise BrokenData(wrong)
    return tables


@functools.cache
def _shipped() -> Mapping[str, Table]:
    return parsed(files.content(DATA / FILE))


@functools.lru_cache(maxsize=16)
def parsed(content: bytes) -> Mapping[str, Table]:
    """Every table that the content of a `datapackage.json` describes, by name, in its order.

    Cached by content: one change of a database needs it nine times. Raises BrokenData like `read`, except for
    what a table lacks or allows.
    """
    text = files.without_mark(content, FILE)
    try:
        resources = json.loads(text, object_pairs_hook=json_text.once)["resources"]
        described = [table_of(resource) for resource in resources]
    except json.JSONDecodeError as error:
        raise _broken(
            in_files.line(error.lineno), in_files.no_json(error.msg), in_files.CORRECT_IT_THERE
        ) from error
    except KeyTwice as error:
        raise _broken("", *words.key_twice(str(error))) from error
    except KeyError as error:
        raise _broken("", *words.property_missing(str(error))) from error
    except _OtherType as error:
        raise _broken("", *words.property_misshapen(str(error))) from error
    except (TypeError, AttributeError, IndexError, ValueError) as error:
        # A ValueError names the value.
        why = str(error) if isinstance(error, ValueError) else words.OTHER_NESTING
        raise _broken("", *words.property_misshapen(why)) from error
    except RecursionError as error:
        raise _broken("", *words.TOO_DEEP) from error
    except re.error as error:
        raise _broken("", *words.no_pattern(str(error))) from error
    tables = {table.name: table for table in described}
    if len(tables) < len(described) or len({table.file for table in described}) < len(described):
        raise _broken("", *words.NAMED_TWICE)
    if missing := [name for name in TABLES if name not in tables]:
        raise _broken("", *words.no_tables(missing))
    return MappingProxyType(tables)


def coverage(data: Path) -> tuple[str, ...]:
    """The sentences in `datapackage.json` about what the record covers; empty if there are none.

    Raises BrokenData if `coverage` is not a list of texts.
    """
    found = json.loads(files.text(files.content(data / FILE), FILE)).get("coverage", [])
    if not isinstance(found, list) or not all(isinstance(line, str) for line in found):
        raise _broken("coverage", *words.NO_SENTENCES)
    return tuple(found)


class _OtherType(Exception):  # noqa: N818 - it says what is there
    """Says that a value has another type than it must."""


class _Reference(TypedDict):
    resource: str
    fields: list[str]


class _ForeignKey(TypedDict):
    fields: list[str]
    reference: _Reference


class _Items(TypedDict):
    resource: object
    field: object


class _Rules(TypedDict, total=False):
    required: object
    unique: object
    enum: list[object]
    pattern: object
    minimum: object
    maximum: object


class _FieldRead(TypedDict):
    name: object
    type: object
    description: object
    rdfType: NotRequired[object]
    constraints: NotRequired[_Rules]
    listOf: NotRequired[_Items]
    earliest: NotRequired[object]
    latest: NotRequired[object]


class _SchemaRead(TypedDict):
    fields: list[_FieldRead]
    primaryKey: str | list[object]
    foreignKeys: NotRequired[list[_ForeignKey]]
    missingValues: NotRequired[object]


class _Resource(TypedDict):
    """The expected shape of a table by the Table Schema standard; reading the file checks it."""

    name: str
    path: object
    title: object
    description: object
    schema: _SchemaRead
    encoding: NotRequired[object]
    dialect: NotRequired[Mapping[str, object]]


_WRITTEN: Mapping[str, object] = {
    "encoding": "utf-8",
    "delimiter": ",",
    "lineTerminator": "\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "header": True,
}
"""How each table is read, whatever its description says."""


def _check_text(resource: _Resource, name: str) -> None:
    """Raise BrokenData if a table is said to be written otherwise than it is read."""
    said = dict(resource.get("dialect", {}))
    if "encoding" in resource:
        said["encoding"] = _text(resource["encoding"]).lower()
    for part, found in said.items():
        if part not in _WRITTEN:
            raise _broken(f"{name}.{part:.60}", *words.NOT_OBSERVED)
        if found != _WRITTEN[part] or type(found) is not type(_WRITTEN[part]):
            raise _broken(f"{name}.{part}", *words.written_otherwise(found, _WRITTEN[part]))


def table_of(resource: _Resource) -> Table:
    """A table by the Table Schema standard. Raises BrokenData, or the errors of a wrong shape."""
    schema = resource["schema"]
    links = {
        key["fields"][0]: Link(
            key["reference"]["resource"] or resource["name"], key["reference"]["fields"][0]
        )
        for key in schema.get("foreignKeys", [])
    }
    key = schema["primaryKey"]
    table = Table(
        name=_text(resource["name"]),
        file=_text(resource["path"]),
        title=_text(resource["title"]),
        description=_text(resource["description"]),
        fields=tuple(
            _field(field, links.get(_text(field["name"])), resource["name"]) for field in schema["fields"]
        ),
        key=(key,) if isinstance(key, str) else tuple(map(_text, key)),
    )
    _check_text(resource, table.name)
    if schema.get("missingValues", [""]) != [""]:
        raise _broken(f"{table.name}.missingValues", *words.ONLY_EMPTY_CELLS)
    if not _FILE_NAME.fullmatch(table.file):
        raise _broken(table.name, *words.no_file_name(table.file, table.name))
    if repeated := {name for name in table.columns if table.columns.count(name) > 1}:
        raise _broken(f"{table.name}.{words.either(repeated)}", *words.DESCRIBED_TWICE)
    if unknown := {*table.key, *links} - set(table.columns):
        raise _broken(f"{table.name}.{words.either(unknown)}", *words.KEY_OF_NOTHING)
    return table


def _field(field: _FieldRead, link: Link | None, table: str) -> SchemaField:
    name, kind = _text(field["name"]), _text(field["type"])
    rules: _Rules = field.get("constraints", {})
    if kind not in TYPES:
        raise _broken(f"{table}.{name}", *words.unknown_type(kind, TYPES))
    if unknown := set(rules) - _CONSTRAINTS:
        raise _broken(f"{table}.{name}", *words.unknown_constraint(unknown, _CONSTRAINTS))
    items = field.get("listOf")
    number, day = kind in ("integer", "number"), kind == "date"
    earliest, latest = (
        (rules.get("minimum"), rules.get("maximum")) if day else (field.get("earliest"), field.get("latest"))
    )
    return SchemaField(
        name=name,
        type=kind,
        description=_text(field["description"]),
        required=_truth(rules.get("required", False)),
        unique=_truth(rules.get("unique", False)),
        enum=tuple(map(_text, rules.get("enum", ()))),
        pattern=re.compile(_text(rules["pattern"])) if "pattern" in rules else None,
        minimum=_number(rules["minimum"]) if number and "minimum" in rules else None,
        maximum=_number(rules["maximum"]) if number and "maximum" in rules else None,
        earliest=_day(earliest),
        latest=_day(latest),
        uncertain_date=field.get("rdfType") == _EDTF,
        link=Link(_text(items["resource"]), _text(items["field"])) if items else link,
        several=items is not None,
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _OtherType(words.not_a_text(value))
    return value


def _day(value: object) -> date | None:
    return None if value is None else date.fromisoformat(_text(value))


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise _OtherType(words.not_true_or_false(value))
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _OtherType(words.not_a_number(value))
    return value


def _broken(row: str, problem: str, remedy: str) -> BrokenData:
    return BrokenData([Finding(FILE, row, "", problem, remedy)])
