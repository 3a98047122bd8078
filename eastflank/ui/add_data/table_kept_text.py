"""Serialises the choices of an import to a text that outlives the page, and back. No other text is accepted.

The table itself is not part of the text: its checksum says which one it was.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import TypeVar, cast

from eastflank.intake.tables import choices
from eastflank.intake.tables.cells.sheets import UnreadableTable
from eastflank.intake.tables.choices import Accepted
from eastflank.intake.tables.columns.columns import read_mapping
from eastflank.intake.tables.places import candidate_text
from eastflank.ui.add_data.table_draft import CHANGES, TableDraft, UploadedTable

LONGEST = 20_000_000
"""The longest text that is read, in characters."""
_T = TypeVar("_T")


def written(draft: TableDraft, checksum: str) -> str:
    """The choices of an import, with the checksum of its table."""
    now = draft.brought
    return json.dumps(
        {
            "step": draft.step, "day": draft.day and draft.day.isoformat(), "kinds": sorted(draft.kinds),
            "without": draft.without, "reason": draft.reason, "same": draft.same, "pasted": draft.pasted,
            "gone": draft.gone, "root": draft.root, "renamed": [list(each) for each in draft.renamed],
            "table": now and {
                "sha256": checksum, "name": now.name, "encoding": now.encoding, "delimiter": now.delimiter,
                "sheet": now.sheet, "header": now.header, "kept": now.kept,
                "mapping": now.mapping and now.mapping.as_json(), "as_recognised": now.as_recognised,
                "mended": [[*cell, said] for cell, said in now.mended],
                "accepted": [list(each) for each in now.accepted],
                "looked_for": now.looked_for,
                "before": [choice.written() for choice in now.before],
                "places": [[*ask, one and candidate_text.written(one)] for ask, one in now.places],
            },
        },
        ensure_ascii=False,
    )  # fmt: skip


def read(text: str) -> tuple[TableDraft, str] | None:
    """The import without the bytes of its table, and their checksum; None if the text is not one."""
    if len(text) > LONGEST:
        return None
    try:
        said = json.loads(text)
        table, day, step = said["table"], _maybe(said["day"], str), _one(said["step"], int)
        if step not in range(CHANGES + 1):
            return None
        draft = TableDraft(
            step=step, day=None if day is None else date.fromisoformat(day),
            kinds=frozenset(map(_text, said["kinds"])),
            without=_text(said["without"]), reason=_text(said["reason"]),
            same=_one(said.get("same", False), bool),
            gone=_text(said.get("gone", "")), root=_text(said.get("root", "")), pasted=_text(said["pasted"]),
            renamed=tuple(_two(each) for each in _one(said.get("renamed", []), list)),
            brought=None if table is None else _table(table),
        )  # fmt: skip
        return draft, "" if table is None else _text(table["sha256"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, UnreadableTable):
        return None


def _table(said: Mapping[str, object]) -> UploadedTable:
    mapping = _maybe(said["mapping"], str)
    mended, places = (cast("list[list[object]]", _one(said[name], list)) for name in ("mended", "places"))
    return UploadedTable(
        _text(said["name"]), b"", _text(said["encoding"]), _text(said["delimiter"]),
        sheet=_maybe(said["sheet"], str), header=_maybe(said["header"], int),
        mapping=None if mapping is None else read_mapping(mapping), kept=_one(said["kept"], bool),
        as_recognised=_one(said["as_recognised"], bool),
        accepted=tuple(_three(each) for each in _one(said.get("accepted", []), list)),
        looked_for=_one(said.get("looked_for", False), bool),
        before=tuple(map(choices.read, _one(said.get("before", []), list))),
        mended=tuple(((_text(column), _text(value)), _text(now)) for column, value, now in mended),
        places=tuple(
            ((_text(name), _text(country)), None if one is None else candidate_text.read(one))
            for name, country, one in places
        ),
    )  # fmt: skip


def _two(said: object) -> tuple[str, str]:
    one, other = map(_text, _one(said, list))
    return one, other


def _three(said: object) -> Accepted:
    kind, heading, cell = map(_text, _one(said, list))
    return kind, heading, cell


def _text(said: object) -> str:
    found = _one(said, str)
    found.encode()  # a lone surrogate is not a character: it raises a ValueError
    return found


def _maybe(said: object, kind: type[_T]) -> _T | None:
    return None if said is None else _one(said, kind)


def _one(said: object, kind: type[_T]) -> _T:
    if type(said) is not kind:
        raise TypeError("no import")
    return said
