"""Two people's versions of one claim, compared field by field, and merged by choice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import Enum
from typing import NamedTuple

from eastflank.curation.form import FIELDS, OF_A_NATION, ContributionCells, Form

MARKS = "marks"
"""The field name for the marks: the characters from which the other fields were read."""
_WITH = {"quote": ("quote_prefix", "basis")}
"""Columns that are chosen together with a column."""
_NOT_ALONE = frozenset(column for columns in _WITH.values() for column in columns)


class Version(Enum):
    """Whose version it is."""

    THEIRS = "theirs"
    YOURS = "yours"


class VersionDifference(NamedTuple):
    """A field that is not the same in both versions."""

    field: str
    """A column of `claims.csv`; `contribution:` and a nation's code; or MARKS."""
    theirs: str
    yours: str
    only: Version | None
    """The only person who changed it; None if both did."""


def differences(before: Form, theirs: Form, yours: Form) -> tuple[VersionDifference, ...]:
    """The fields in which two versions of `before` differ, in the order of the form."""
    texts = [_texts(form) for form in (before, theirs, yours)]
    fields = sorted(dict.fromkeys(field for text in texts for field in text), key=_rank)
    found = []
    for field in fields:
        old, other, own = (text.get(field, "") for text in texts)
        if other != own:
            only = Version.THEIRS if own == old else Version.YOURS if other == old else None
            found.append(VersionDifference(field, other, own, only))
    return tuple(found)


def merged(theirs: Form, yours: Form, chosen: Mapping[str, Version]) -> Form:
    """Your version, with their value in each field for which theirs was chosen."""
    form = yours
    for field in (field for field, version in chosen.items() if version is Version.THEIRS):
        if field == MARKS:
            form = replace(form, marks=theirs.marks)
        elif field.startswith(OF_A_NATION):
            code = field.removeprefix(OF_A_NATION)
            others = [one for one in form.sent if one.nation != code]
            form = replace(form, sent=tuple(sorted([*others, *(o for o in theirs.sent if o.nation == code)])))
        else:
            cells = {column: theirs.cell(column) for column in (field, *_WITH.get(field, ()))}
            form = replace(form, cells={**form.cells, **cells})
    return form


def _rank(field: str) -> int:
    """A field's position in the form: quote or citation first, contingents and marks last."""
    if field in FIELDS:
        return FIELDS.index(field)
    return len(FIELDS) if field == MARKS or field.startswith(OF_A_NATION) else -1


def _texts(form: Form) -> Mapping[str, str]:
    """The content of each field, as a text to compare and show."""
    found = {column: cell for column, cell in form.cells.items() if cell and column not in _NOT_ALONE}
    found |= {f"{OF_A_NATION}{one.nation}": _of(one) for one in form.sent}
    if form.marks:
        found[MARKS] = "; ".join(f"{mark.field} {mark.start}-{mark.stop}" for mark in form.marks)
    return found


def _of(one: ContributionCells) -> str:
    return " ".join(_parts(one)) or one.nation


def _parts(one: ContributionCells) -> Iterator[str]:
    if one.hedge:
        yield one.hedge
    if one.troops_low or one.troops_high:
        same = one.troops_low == one.troops_high
        yield one.troops_low if same else f"{one.troops_low}-{one.troops_high}"
    if one.left:
        yield "left"
