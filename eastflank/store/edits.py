"""Edits of a dataset's tables: all of them, or none.

A claim is never deleted: it is retracted, and stays with its reason. Each change has its row in
`changes.csv`. The text of an article is added or removed together with the row of its source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from eastflank.checks import structure
from eastflank.model import Dataset, Finding
from eastflank.model.collecting import uncollected
from eastflank.store import audited, exchange, folder, tables
from eastflank.store.broken import BrokenData
from eastflank.store.draft import Draft
from eastflank.store.edit_values import (
    Conflict,
    Contested,
    Edit,
    Hold,
    Insert,
    Made,
    Outcome,
    Refused,
    Remove,
    Replace,
    Retract,
)
from eastflank.store.stamp import stamp_of
from eastflank.store.table_text import Key
from eastflank.words.chosen import findings_in_folders as words

__all__ = [
    "Conflict", "Contested", "Edit", "Hold", "Insert", "Made", "Outcome", "Refused", "Remove", "Replace",
    "Retract", "apply", "make", "worked_out",
]  # fmt: skip

_CLAIMS = "claims"
_USED = structure.every_row_is_used.__name__


def apply(  # noqa: PLR0913 - who, when and why belong to every change
    data: Path, edits: Sequence[Edit], *, who: str, when: date, reason: str, expected: str
) -> str:
    """Make all edits in a dataset's folder, or none. Returns the new version of the dataset.

    They are made one after the other, so that a later one may depend on an earlier one. `expected` is the
    version for which the edits were made. `reason` is written for each change, except for a retraction, which
    has its own. Edits that change nothing write nothing.

    Raises Refused with all that is wrong: with the edits, with what the tables would then hold, and every
    finding of `check` that was not there before. Raises Conflict if the version is different, BrokenData if
    the current tables cannot be read, and OSError if the disk cannot be written. In each of these cases the
    record is unchanged. Once the tables' new files are complete on the disk, the change is valid; after a
    crash the next reader completes it.
    """
    return make(data, edits, who=who, when=when, reason=reason, expected=expected).version


def make(  # noqa: PLR0913 - as `apply`
    data: Path,
    edits: Sequence[Edit],
    *,
    who: str,
    when: date,
    reason: str,
    expected: str,
    before: Dataset | None = None,
    release: Callable[[], None] | None = None,
) -> Made:
    """Like `apply`; returns also the edits that would undo these.

    `before` is the dataset that the caller has. If it is the same as the folder's content, it is neither read
    nor checked again. `release` is called once the edits are in the texts of the tables, before the result is
    read: a caller with a million edits can then drop them, which frees more than a gigabyte.
    """
    with exchange.writing(data), uncollected():
        outcome = worked_out(
            folder.of(data), edits, who=who, when=when, reason=reason, expected=expected, before=before,
            release=release,
        )  # fmt: skip
        if outcome.changed:
            for file in outcome.changed:  # the first article of a folder without articles
                (data / file).parent.mkdir(exist_ok=True)
            try:
                exchange.exchange_files(data, outcome.changed)
            except BrokenData as error:
                raise Refused(error.findings) from error
        return Made(outcome.version, outcome.reverse, outcome.dataset)


def worked_out(  # noqa: PLR0913 - who, when and why belong to every change
    place: folder.Folder,
    edits: Sequence[Edit],
    *,
    who: str,
    when: date,
    reason: str,
    expected: str,
    before: Dataset | None = None,
    release: Callable[[], None] | None = None,
) -> Outcome:
    """What `make` would write, without writing it. The caller must prevent other writers.

    `before` and `release` are as for `make`. Raises what `apply` raises.
    """
    began = stamp_of(place)
    if before is None or not tables.holds(place, before):
        before = tables.read(place.root)
    draft = Draft.of(place, edits)
    if stamp_of(place) != began:
        raise Refused([Finding(place.root.name, "", "", *words.FILE_CHANGED)])
    if before.version != expected:
        raise Conflict(expected, before.version, list(_contested(draft, edits)))
    for edit in edits:
        draft.make(edit, reason)
    draft.sign(who, when)
    if draft.problems:
        raise Refused(draft.problems)
    excused, reverse = _excused(draft, edits), tuple(reversed(draft.reverse))
    if release:
        release()
    changed = draft.changed()
    if not changed:
        return Outcome({}, before.version)
    held, articles = draft.held, draft.articles()
    del draft  # free memory: a million rows as texts are as large as the dataset that is read next
    after = _read(place, {file: new for file, (_, new) in changed.items()}, held)
    if fresh := [one for one in audited.fresh_findings(after, before) if not excused(one)]:
        raise Refused(fresh, after)
    return Outcome({**articles, **changed}, after.version, reverse, after)


def _read(place: folder.Folder, changed: Mapping[str, bytes], held: Mapping[str, bytes | None]) -> Dataset:
    try:
        return tables.as_if(place, changed, held)
    except BrokenData as error:
        raise Refused(error.findings) from error


def _excused(draft: Draft, edits: Sequence[Edit]) -> Callable[[Finding], bool]:
    """Findings that do not refuse an edit: in rows that wait for a claim, or come from another record."""
    waiting, foreign = set[str](), set[tuple[str, str]]()
    for edit in edits:
        if isinstance(edit, Insert) and edit.waits:
            waiting.add(edit.row.get("id", ""))
        if isinstance(edit, Insert) and edit.foreign:
            table = draft.tables[edit.table]
            foreign.add((table.file, ", ".join(edit.row.get(column, "") for column in table.key)))
    files = {file for file, _ in foreign}

    def excused(one: Finding) -> bool:
        if one.more is not None:  # the summary of further findings in one column
            return one.table in files
        return (one.table, one.key) in foreign or (one.check == _USED and one.key in waiting)

    return excused


def _contested(draft: Draft, edits: Sequence[Edit]) -> Iterator[Contested]:
    for edit in edits:
        key: Key
        match edit:
            case Retract():
                table, key, yours = _CLAIMS, (edit.claim,), {"review": "retracted"}
            case Replace():
                table, key, yours = edit.table, edit.key, dict(edit.row)
            case Remove():
                table, key, yours = edit.table, edit.key, {}
            case Hold():
                continue
            case Insert():
                known = draft.tables.get(edit.table)
                key = tuple(edit.row.get(column, "") for column in known.key) if known else ()
                table, yours = edit.table, dict(edit.row)
        text = draft.texts.get(table)
        yield Contested(table, key, text.cells(key) if text and key in text.rows else None, yours)
