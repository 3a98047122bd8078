"""The newest claim for each row of earlier files of a table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from eastflank import dates
from eastflank.intake.tables.renewal.sheet_keys import SheetKeys
from eastflank.intake.tables.rows import notes
from eastflank.intake.tables.target.new_rows import Row
from eastflank.model import Dataset

_VERSION = re.compile(r"(.*-(?:[0-9a-f]{10}|[0-9a-f]{16}))(?:-(\d+))?")
TOLD = (
    *(
        "deployment",
        "as_at",
        "status",
        "lead",
        "host",
        "place",
        "troops_low",
        "troops_high",
        "hedge",
        "counts",
    ),
    *("starts", "ends"),
)
"""The columns that, with the note, make a claim a different one; its row in the file may move."""
_PART = ("nation", "troops_low", "troops_high", "hedge", "left")
"""The columns of a contingent."""
_ROW = ("as_at", "starts", "host")
"""The columns that, with the deployment, tell a row from the others."""


@dataclass(frozen=True, slots=True)
class EarlierClaim:
    """The newest claim that a row of an earlier file became; a retracted one only if there is no other.

    An import that was undone leaves its claims retracted, and the one before counts again.
    """

    id: str
    number: int
    """The highest number among the row's claims, also of retracted ones."""
    review: str
    cells: Row
    parts: tuple[Row, ...]
    source: str
    """The file from which it came, as a source."""


def same_claim(before: EarlierClaim, claim: Row, parts: Sequence[Row]) -> bool:
    """Whether a row says what it said before, with the same assumptions in whatever words."""
    stated = [{name: cell for name, cell in part.items() if cell} for part in parts]
    return (
        all(before.cells[name] == claim[name] for name in TOLD)
        and list(before.parts) == stated
        and notes.alike(before.cells["note"], claim["note"])
    )


def same_values(before: EarlierClaim, claim: Row, parts: Sequence[Row]) -> bool:
    """Whether a claim of another day states the same otherwise; its note may differ."""
    stated = [{name: cell for name, cell in part.items() if cell} for part in parts]
    values = (name for name in TOLD if name != "as_at")
    return list(before.parts) == stated and all(before.cells[name] == claim.get(name, "") for name in values)


def told_on(cells: Row, otherwise: date) -> date:
    """The last day of which a claim tells; `otherwise` if it states none, or if that is open."""
    text = cells.get("as_at") or ""
    return (dates.bounds(text).last if text else None) or otherwise


def key_of(claim: str) -> str:
    """What the id of a row's claim begins with: the key of its table and sheet; empty if it is none."""
    match = _VERSION.fullmatch(claim)
    return match[1].rsplit("-", 1)[0] if match else ""


def same_row(before: EarlierClaim, claim: Row) -> bool:
    """Whether a claim with a short checksum can be of this row: two rows of one checksum differ in all parts.

    A person may have corrected one part of the claim: its deployment, or its day and host.
    """
    return before.cells["deployment"] == claim["deployment"] or all(
        before.cells[name] == claim[name] for name in _ROW
    )


def earlier(dataset: Dataset, keys: SheetKeys) -> tuple[Mapping[str, EarlierClaim], frozenset[str]]:
    """The newest claim of each row of earlier files of this sheet, by its id without a number.

    And the ids of other sheets' claims that begin in the same way, without their numbers.
    """
    frame = dataset.claims
    own = frame[frame["id"].str.startswith(f"{keys.table}-")]
    parts: defaultdict[str, list[Row]] = defaultdict(list)
    sent = dataset.contributions
    sent = sent[sent["claim"].isin(own["id"])]
    for row in sent[["claim", *_PART]].itertuples(index=False, name=None):
        cells = dict(zip(_PART, map(_text, row[1:]), strict=True))
        parts[str(row[0])].append({name: cell for name, cell in cells.items() if cell})
    held: dict[str, EarlierClaim] = {}
    ranks: dict[str, tuple[bool, int]] = {}
    highest: defaultdict[str, int] = defaultdict(int)
    others: set[str] = set()
    names = tuple(f"{key}-" for key in keys.keys if key != keys.table)
    named = bool(names) and bool(own["id"].str.startswith(names).any())
    columns = ["id", "review", *TOLD, "note", "source", "citation"]
    for row in own[columns].itertuples(index=False, name=None):
        match = _VERSION.fullmatch(str(row[0]))
        if match is None or (key := match[1].rsplit("-", 1)[0]) not in keys.keys:
            continue
        if not keys.holds(key, _text(row[-1]), named=named):
            others.add(match[1])
            continue
        rank = row[1] != "retracted", int(match[2] or 1)
        highest[match[1]] = max(highest[match[1]], rank[1])
        if match[1] not in held or ranks[match[1]] < rank:
            cells = dict(zip((*TOLD, "note"), map(_text, row[2:-2]), strict=True))
            sent_by = tuple(parts[str(row[0])])
            held[match[1]] = EarlierClaim(str(row[0]), rank[1], str(row[1]), cells, sent_by, _text(row[-2]))
            ranks[match[1]] = rank
    newest = {
        base: one if one.number == highest[base] else replace(one, number=highest[base])
        for base, one in held.items()
    }
    return newest, frozenset(others - held.keys())


def _text(value: str | float | None) -> str:
    """A cell of a frame as its file has it; missing ones are empty."""
    return "" if pd.isna(value) else str(value)
