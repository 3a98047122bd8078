"""Undo of the last changes, stored beside the record, valid until somebody else changes it.

A step is one line of JSON. The last step is valid for the version that it names. After any other change it is
not offered, so that nobody undoes another person's work.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypedDict

from eastflank.model import Dataset
from eastflank.store.edits import Edit, Hold, Insert, Made, Remove, Replace, Retract
from eastflank.store.stores import Store

_GO_TOO = ("decisions", "proposals")
"""The tables whose rows are removed when a change is undone. Its claims stay, retracted."""
_MOST = 50
"""How many steps are kept."""


@dataclass(frozen=True, slots=True)
class UndoStep:
    """A change that can be undone."""

    version: str
    """The version of the record in which it is the last change."""
    who: str
    when: date
    reason: str
    reverse: tuple[Edit, ...]
    at: str = ""
    """The time of the day, on the clock of the server; empty if it is not known."""

    @property
    def retracted(self) -> tuple[str, ...]:
        """The claims that came with the change: undo retracts them."""
        return tuple(edit.claim for edit in self.reverse if isinstance(edit, Retract))


class _Written(TypedDict, total=False):
    """An edit as it is stored in a line of the file."""

    kind: str
    table: str
    key: list[str]
    row: dict[str, str]
    file: str
    content: str | None


def save(  # noqa: PLR0913 - as `edits.make`
    store: Store,
    asked: Sequence[Edit],
    *,
    who: str,
    when: date,
    reason: str,
    expected: str,
    before: Dataset | None = None,
    at: str = "",
) -> Made:
    """Make edits as `edits.make` does, and store the step that undoes them; `at` is the time of the day.

    If the step cannot be stored, the change is made all the same, and `undo_lost` says why.
    """
    made = store.make(asked, who=who, when=when, reason=reason, expected=expected, before=before)
    if made.version != expected:
        step = UndoStep(made.version, who, when, reason, _kept(made), at)
        return replace(made, undo_lost=_write(store, [*_steps(store, expected), step]))
    return made


def last(store: Store, version: str) -> UndoStep | None:
    """The change of the record that can be undone in this version; None if there is none."""
    steps = _steps(store, version)
    return steps[-1] if steps else None


def take_back(  # noqa: PLR0913 - as `edits.make`
    store: Store, *, who: str, when: date, reason: str, expected: str, before: Dataset | None = None
) -> Made:
    """Undo the last change: this is a change of its own, with rows in `changes.csv`.

    Raises LookupError if there is nothing to undo, and what `edits.apply` raises.
    """
    steps = _steps(store, expected)
    if not steps:
        raise LookupError(f"no change of {expected} is kept")
    asked = [
        replace(edit, reason=reason) if isinstance(edit, Retract) else edit for edit in steps[-1].reverse
    ]
    made = store.make(asked, who=who, when=when, reason=reason, expected=expected, before=before)
    earlier = steps[:-1]
    if earlier:  # the one before is now the last
        earlier[-1] = replace(earlier[-1], version=made.version)
    lost = _write(store, earlier)
    return replace(made, undo_lost=lost if earlier else "")


def _kept(made: Made) -> tuple[Edit, ...]:
    """The edits that undo a change.

    Rows that came with a claim stay, because the claim stays, retracted. An answer is removed: the checks
    find nothing in a claim that no longer counts. Decisions on an article's proposals are removed too: they
    must be made again.
    """
    if any(isinstance(edit, Retract) for edit in made.reverse):
        return tuple(
            edit
            for edit in made.reverse
            if isinstance(edit, Retract | Replace)
            or (isinstance(edit, Insert | Remove) and edit.table in _GO_TOO)
        )
    return made.reverse


def _steps(store: Store, version: str) -> list[UndoStep]:
    """The steps in the order in which they were made; empty if the last one is of another version."""
    try:
        steps = [_step(json.loads(line)) for line in store.undo_steps().split("\n") if line]
    except (ValueError, KeyError, TypeError):  # not in our format: it cannot be used for undo
        return []
    return steps if steps and steps[-1].version == version else []


def _write(store: Store, steps: Sequence[UndoStep]) -> str:
    """Store the steps; why that failed, empty if it did not."""
    lines = [
        json.dumps(
            {
                "version": one.version,
                "who": one.who,
                "when": one.when.isoformat(),
                "reason": one.reason,
                "at": one.at,
                "reverse": [_written(edit) for edit in one.reverse],
            },
            ensure_ascii=False,
        )
        for one in steps[-_MOST:]
    ]
    # The change is made. If its step cannot be stored, no version fits the old steps: no undo is offered.
    try:
        store.keep_undo_steps("".join(f"{line}\n" for line in lines))
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _written(edit: Edit) -> _Written:
    match edit:
        case Insert():
            return {"kind": "insert", "table": edit.table, "row": dict(edit.row)}
        case Replace():
            return {"kind": "replace", "table": edit.table, "key": list(edit.key), "row": dict(edit.row)}
        case Remove():
            return {"kind": "remove", "table": edit.table, "key": list(edit.key)}
        case Retract():
            return {"kind": "retract", "key": [edit.claim]}
        case Hold():
            content = None if edit.content is None else base64.b64encode(edit.content).decode()
            return {"kind": "hold", "file": edit.file, "content": content}


def _step(read: Mapping[str, str | list[_Written]]) -> UndoStep:
    version, who, when, reason = (str(read[name]) for name in ("version", "who", "when", "reason"))
    reverse = read["reverse"]
    if isinstance(reverse, str):
        raise TypeError("no list of edits")
    at = str(read.get("at", ""))
    return UndoStep(version, who, date.fromisoformat(when), reason, tuple(map(_edit, reverse)), at)


def _edit(read: _Written) -> Edit:
    match read["kind"]:
        case "insert":
            return Insert(read["table"], read["row"])
        case "replace":
            return Replace(read["table"], tuple(read["key"]), read["row"])
        case "remove":
            return Remove(read["table"], tuple(read["key"]))
        case "retract":
            return Retract(read["key"][0], "")
        case "hold":
            content = read["content"]
            return Hold(read["file"], None if content is None else base64.b64decode(content))
        case other:
            raise ValueError(f"no edit is called {other}")
