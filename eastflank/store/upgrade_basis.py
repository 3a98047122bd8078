"""Upgrades the basis of claims that nobody says: they were `cited`, and are `inferred` now."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from eastflank.model import BASES
from eastflank.store import DATA, schema
from eastflank.store.edit_texts import next_digits
from eastflank.store.journal import named
from eastflank.store.schema_values import Table
from eastflank.store.table_text import Key, TableText
from eastflank.words.chosen import imported_claims
from eastflank.words.chosen import upgrading as words

_BEFORE = ["quoted", "cited", "judged"]
"""The values of the previous schema. A schema with other ones was made stricter on purpose, and stays."""


def with_inferred(files: dict[str, bytes], today: date) -> Iterator[str]:
    """Add the basis `inferred` to a schema, and give it to the claims from the silence of a list.

    Each of them has its row in `changes.csv`, of the day `today`.
    """
    described = json.loads(files[schema.FILE])
    tables = schema.parsed(files[schema.FILE])
    own = next(one for one in described["resources"] if one["name"] == "claims")["schema"]["fields"]
    field = next(one for one in own if one["name"] == "basis")
    if field.get("constraints", {}).get("enum") != _BEFORE:
        return
    newest = schema.parsed((DATA / schema.FILE).read_bytes())["claims"]
    field["constraints"]["enum"] = list(BASES)
    field["description"] = next(one.description for one in newest.fields if one.name == "basis")
    files[schema.FILE] = (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()
    yield words.BASIS
    claims, changes = tables["claims"], tables["changes"]
    text = TableText.of(claims, files[claims.file].decode())
    found = {
        key: text.row_changed(key, {"basis": "inferred"}) for key in text.rows if _is_inferred(text, key)
    }
    if found:
        files[claims.file] = str(replace(text, rows={**text.rows, **found})).encode()
        files[changes.file] = _told(changes, files[changes.file].decode(), [*found], today).encode()
        yield words.inferred(len(found))


def _is_inferred(text: TableText, key: Key) -> bool:
    if not imported_claims.may_be_silence(text.rows[key]):  # the usual case, told without reading the row
        return False
    cells = text.cells(key)
    return cells["basis"] == "cited" and imported_claims.is_silence(cells["citation"])


def _told(changes: Table, file: str, claims: Sequence[Key], today: date) -> str:
    """The text of `changes.csv` with a row for each of the claims."""
    text = TableText.of(changes, file)
    digits = max((key[1:] for (key,) in text.rows), default="0000")
    rows = []
    for key in claims:
        digits = next_digits(digits)
        rows.append(
            {
                "id": f"C{digits}",
                "changed_on": today.isoformat(),
                "who": words.WHO,
                "table": "claims",
                "row": named(key),
                "column": "basis",
                "before": "cited",
                "after": "inferred",
                "reason": words.WHY_INFERRED,
            }
        )
    return str(text.with_rows(rows, last=True))
