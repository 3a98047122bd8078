"""The result for a hostile file: the message why nothing is imported, or what is wrong with the result."""

from __future__ import annotations

from eastflank.intake.tables import importing
from eastflank.intake.tables.cells.sheets import UnreadableTable
from eastflank.intake.tables.files import opening
from eastflank.intake.tables.target.against import Against

_LONGEST = 700
_SIGNS_OF_A_FAULT = ("Traceback", "Error(", "<class", "object at 0x", "PanicException", "NoneType", ".py")


def refusal(content: bytes, against: Against) -> str:
    """Why nothing of a file is imported; begins with `WRONG` if something is, or if the message is not clear."""
    try:
        file = opening.opened("file.csv", content)
        sheet, _ = importing.chosen(file, None)
        told = importing.understood(file, sheet, against)
    except UnreadableTable as error:
        return unclear(str(error)) or str(error)
    counts = told.counts
    lines = counts.imported + counts.proposals + counts.problems + sum(counts.skipped.values())
    if lines != counts.lines:
        return f"WRONG: {lines} of {counts.lines} lines are told of."
    if taken := told.taken(proposals=True):
        return f"WRONG: {len(taken)} rows are taken: {taken[0]}"
    reasons = list(dict.fromkeys(f"{one.reason} {one.suggestion}" for one in told.problems))
    said = "; ".join(reasons) or "There is no row."
    return next(filter(None, map(unclear, reasons)), said)


def unclear(said: str) -> str:
    """Why a message is not a plain sentence; empty if it is one."""
    if not said or said[-1] not in ".?" or len(said) > _LONGEST:
        return f"WRONG: no sentence, or too long a one: {said!r}"
    if any(sign in said for sign in _SIGNS_OF_A_FAULT) or not all(each.isprintable() for each in said):
        return f"WRONG: a fault shows in it: {said!r}"
    return ""
