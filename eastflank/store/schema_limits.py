"""Checks that a dataset's schema has what the code needs and is no looser than the shipped one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eastflank.model import Finding
from eastflank.store.schema_values import FILE, SchemaField, Table
from eastflank.words.chosen import findings_in_settings as words

OWN_VALUES = frozenset({"deployments.kind"})
"""Columns whose values each dataset chooses itself: kinds are named in its `theatre.toml`."""


def own_patterns(tables: Mapping[str, Table], shipped: Mapping[str, Table]) -> Iterator[Finding]:
    """Every pattern that is not in the shipped schema: matching a malicious pattern could take for ever."""
    known = {field.pattern for table in shipped.values() for field in table.fields if field.pattern}
    for table in tables.values():
        for field in table.fields:
            if field.pattern and field.pattern not in known:
                yield Finding(FILE, f"{table.name}.{field.name}", "", *words.OTHER_PATTERN)


def short_of(tables: Mapping[str, Table], shipped: Mapping[str, Table]) -> Iterator[Finding]:
    """What a schema lacks, or allows beyond the shipped one, for which the code was written."""
    for name, own in shipped.items():
        if name not in tables:
            yield Finding(FILE, name, "", *words.TABLE_MISSING)
            continue
        fields = {field.name: field for field in tables[name].fields}
        if tables[name].key != own.key:
            yield Finding(FILE, name, "", *words.other_key(own.key))
        for field in own.fields:
            if field.name not in fields:
                yield Finding(FILE, f"{name}.{field.name}", "", *words.COLUMN_MISSING)
            elif wider := list(_wider(fields[field.name], field, f"{name}.{field.name}")):
                yield Finding(FILE, f"{name}.{field.name}", "", *words.allows_too_much(wider))


def _wider(field: SchemaField, own: SchemaField, where: str) -> Iterator[str]:
    """The properties in which a field allows more than the shipped one."""
    for name in ("type", "link", "several", "uncertain_date"):
        if getattr(field, name) != getattr(own, name):
            yield name.replace("_", " ")
    for name in ("required", "unique"):
        if getattr(own, name) and not getattr(field, name):
            yield words.is_not(name)
    if own.pattern and field.pattern != own.pattern:
        yield words.ANOTHER_PATTERN
    if own.enum and where not in OWN_VALUES and not set(field.enum or (None,)) <= set(own.enum):
        yield words.OTHER_VALUES
    yield from _beyond(field, own)


def _beyond(field: SchemaField, own: SchemaField) -> Iterator[str]:
    """The bounds of the shipped field that a field lacks, or has wider."""
    for name, low in (("minimum", True), ("maximum", False), ("earliest", True), ("latest", False)):
        bound, wanted = getattr(field, name), getattr(own, name)
        if wanted is not None and (bound is None or (bound < wanted if low else bound > wanted)):
            yield words.has_no_bound(name, wanted)
