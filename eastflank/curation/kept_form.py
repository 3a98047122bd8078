"""Serialises forms to a text that outlives the page, and back. Any other text is not accepted as a form."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from eastflank.curation.form import ContributionCells, FieldMark, Form, NewDeployment

LONGEST = 2_000_000
"""The longest text that is read, in characters."""
_NO_FORM = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What reading a text raises that is no serialised form."""
_TEXTS = ("id", "edits", "supersedes", "reason")


class KeptForm(NamedTuple):
    """A form that is not saved yet."""

    form: Form
    before: Form | None
    """The claim as it was when its change began; None: a new one."""

    def is_of(self, form: Form) -> bool:
        """Whether it changes or replaces the same claim as another form; new claims are never the same."""
        theirs, own = ((one.edits, one.supersedes, one.cell("source")) for one in (form, self.form))
        return bool(form.edits or form.supersedes) and own == theirs


def all_written(kept: Sequence[KeptForm]) -> str:
    """Several forms; empty for none."""
    if not kept:
        return ""
    return json.dumps([_pair(one.form, one.before) for one in kept], ensure_ascii=False)


def all_read(text: str) -> tuple[KeptForm, ...]:
    """The forms read back; none for any text that is not serialised forms."""
    if (one := read(text)) is not None:  # so it was stored when only one form was
        return (KeptForm(*one),)
    if len(text) > LONGEST:
        return ()
    try:
        return tuple(KeptForm(*_read(one)) for one in json.loads(text))
    except _NO_FORM:
        return ()


def written(form: Form, before: Form | None) -> str:
    """A form, and the claim as it was when its change began (None: a new one)."""
    return json.dumps(_pair(form, before), ensure_ascii=False)


def read(text: str) -> tuple[Form, Form | None] | None:
    """The form read back; None for any text that is not a serialised form."""
    if len(text) > LONGEST:
        return None
    try:
        return _read(json.loads(text))
    except _NO_FORM:
        return None


def _pair(form: Form, before: Form | None) -> list[dict[str, object] | None]:
    return [_fields(form), None if before is None else _fields(before)]


def _read(said: Sequence[Mapping[str, object] | None]) -> tuple[Form, Form | None]:
    form, before = said
    if form is None:
        raise TypeError("no form")
    return _form(form), None if before is None else _form(before)


def _fields(form: Form) -> dict[str, object]:
    deployment = None if form.deployment is None else list(form.deployment)
    marks, sent = [list(one) for one in form.marks], [list(one) for one in form.sent]
    rows = {table: dict(row) for table, row in form.rows.items()}
    return {
        **{name: getattr(form, name) for name in _TEXTS},
        "cells": dict(form.cells), "sent": sent, "marks": marks, "keeps_marks": form.keeps_marks,
        "deployment": deployment, "rows": rows,
    }  # fmt: skip


def _form(said: Mapping[str, object]) -> Form:
    cells, rows, sent, marks = said["cells"], said["rows"], said["sent"], said["marks"]
    made = said["deployment"]
    if not isinstance(rows, dict) or not isinstance(sent, list) or not isinstance(marks, list):
        raise TypeError("no form")
    if set(rows) - {"sources", "places"} or not isinstance(said["keeps_marks"], bool):
        raise ValueError("no form")
    return Form(
        _text(said["id"]),
        _cells(cells),
        tuple(ContributionCells(*map(_text, one)) for one in sent),
        tuple(FieldMark(_text(field), _number(start), _number(stop)) for field, start, stop in marks),
        keeps_marks=said["keeps_marks"],
        edits=_text(said["edits"]),
        supersedes=_text(said["supersedes"]),
        deployment=NewDeployment(*map(_text, made)) if isinstance(made, list) else None,
        rows={table: _cells(row) for table, row in rows.items()},
        reason=_text(said["reason"]),
    )


def _cells(said: object) -> dict[str, str]:
    if not isinstance(said, dict):
        raise TypeError("no cells")
    return {_text(column): _text(cell) for column, cell in said.items()}


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise TypeError("no text")
    said.encode()  # a lone surrogate is not a character: it raises a ValueError
    return said


def _number(said: object) -> int:
    if not isinstance(said, int) or isinstance(said, bool) or said < 0:
        raise TypeError("no place")
    return said
