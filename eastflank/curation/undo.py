"""What takes the last changes back, kept where the record is as long as nobody else changes it.

A step is one line of JSON. The last one holds for the version that it names; after any other change it is not
offered, so that nothing of somebody else's is taken back.
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
"""The tables whose rows go with a change that is taken back, though its claims stay, retracted."""
_MOST = 50
"""Steps that are kept."""


@dataclass(frozen=True, slots=True)
class UndoStep:
    """A change that can be taken back."""

    version: str
    """The version of the record in which it is the last one."""
    who: str
    when: date
    reason: str
    reverse: tuple[Edit, ...]

    @property
    def retracted(self) -> tuple[str, ...]:
        """The claims that came with the change: to take it back retracts them."""
        return tuple(edit.claim for edit in self.reverse if isinstance(edit, Retract))


class _Written(TypedDict, total=False):
    """An edit as a line of the file has it."""

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
) -> Made:
    """Make edits as `edits.make` does, and keep what takes them back."""
    made = store.make(asked, who=who, when=when, reason=reason, expected=expected, before=before)
    if made.version != expected:
        step = UndoStep(made.version, who, when, reason, _kept(made))
        _write(store, [*_steps(store, expected), step])
    return made


def last(store: Store, version: str) -> UndoStep | None:
    """The change that can be taken back of the record in this version; None: there is none."""
    steps = _steps(store, version)
    return steps[-1] if steps else None


def take_back(  # noqa: PLR0913 - as `edits.make`
    store: Store, *, who: str, when: date, reason: str, expected: str, before: Dataset | None = None
) -> Made:
    """Take the last change back: a change of its own, with rows in `changes.csv`.

    Raises LookupError where there is nothing to take back, and what `edits.apply` raises.
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
    _write(store, earlier)
    return made


def _kept(made: Made) -> tuple[Edit, ...]:
    """What takes a change back. What came with a claim stays with it, for the claim stays, retracted.

    An answer goes: of a claim that counts no longer the checks find nothing to answer. So does what was
    decided of an article's proposals: it is to be decided again.
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
    """The steps in the order in which they were made; none where the last is of another version."""
    try:
        steps = [_step(json.loads(line)) for line in store.undo_steps().split("\n") if line]
    except (ValueError, KeyError, TypeError):  # not as we write it: there is nothing to undo by it
        return []
    return steps if steps and steps[-1].version == version else []


def _write(store: Store, steps: Sequence[UndoStep]) -> None:
    lines = [
        json.dumps(
            {
                "version": one.version,
                "who": one.who,
                "when": one.when.isoformat(),
                "reason": one.reason,
                "reverse": [_written(edit) for edit in one.reverse],
            },
            ensure_ascii=False,
        )
        for one in steps[-_MOST:]
    ]
    store.keep_undo_steps("".join(f"{line}\n" for line in lines))


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
    return UndoStep(version, who, date.fromisoformat(when), reason, tuple(map(_edit, reverse)))


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
