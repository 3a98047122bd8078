"""One claim as two people have made it, field by field, and what they choose of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import Enum
from typing import NamedTuple

from eastflank.curation.form import FIELDS, OF_A_NATION, ContributionCells, Form

MARKS = "marks"
"""The field that stands for the characters on which the others stand."""
_WITH = {"quote": ("quote_prefix", "basis")}
"""What goes with a column."""
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
    """Who alone has changed it; None: both have."""


def differences(before: Form, theirs: Form, yours: Form) -> tuple[VersionDifference, ...]:
    """Where two versions differ of what was `before`, in the order of the form."""
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
    """Your version, with theirs of each field for which that was chosen."""
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
    """Where a field stands in the form: what the claim stands on first, contingents and marks last."""
    if field in FIELDS:
        return FIELDS.index(field)
    return len(FIELDS) if field == MARKS or field.startswith(OF_A_NATION) else -1


def _texts(form: Form) -> Mapping[str, str]:
    """What stands in each field, as a text that can be compared and read."""
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
