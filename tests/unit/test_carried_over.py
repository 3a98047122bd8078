"""Checking a change reuses results for the previous record, and gives the same findings."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from eastflank.checks.days import carried_over, every_day
from eastflank.store import audited, edits, folder, tables
from eastflank.store.edits import Edit, Replace, Retract
from tests.frozen import FOLDER, RECORD
from tests.representatives import these

NEWEST_FIRST = sorted(RECORD.claim_rows, key=lambda row: (row.known_on, row.id), reverse=True)
OF_UNITS = [row.id for row in NEWEST_FIRST if row.deployment and row.known_on < date.max]
SAID = {"who": "Ann Lee", "when": date(2026, 11, 26), "reason": "Because."}
MEMBER = RECORD.memberships["id"].iloc[0]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "data"))


@pytest.mark.parametrize(
    "edit",
    these(
        [
            Replace("claims", (OF_UNITS[0],), {"credibility": "6"}),
            Replace("claims", (OF_UNITS[len(OF_UNITS) // 2],), {"credibility": "6"}),
            Replace("claims", (OF_UNITS[-1],), {"credibility": "6"}),
            Replace("memberships", (MEMBER,), {"starts": "2019-01-01"}),
            Retract(OF_UNITS[1], "Wrong."),
        ],
        1,
        3,
        4,
    ),
    ids=["newest claim", "one between", "oldest claim", "membership", "retracted"],
)
def test_the_days_that_are_taken_over_are_those_that_would_be_folded(data: Path, edit: Edit) -> None:
    before = tables.read(data)
    every_day(before)
    draft = edits.worked_out
    try:
        outcome = draft(folder.of(data), [edit], expected=before.version, before=before, **SAID)  # type: ignore[arg-type]
    except edits.Refused as refused:
        pytest.fail(str(refused))
    after = outcome.dataset
    assert after is not None
    fresh = tables.as_if(folder.of(data), {file: new for file, (_, new) in outcome.changed.items() if new})
    assert every_day(after) == every_day(fresh)
    assert audited.findings(after) == audited.findings(fresh)


def test_days_before_another_claim_counts_are_not_folded_again(data: Path) -> None:
    before = tables.read(data)
    known = {id(day) for day in every_day(before)}
    edit = Replace("claims", (OF_UNITS[0],), {"credibility": "6"})
    outcome = edits.worked_out(folder.of(data), [edit], expected=before.version, before=before, **SAID)  # type: ignore[arg-type]
    assert outcome.dataset is not None
    first = next(row.known_on for row in NEWEST_FIRST if row.id == OF_UNITS[0])
    for day in every_day(outcome.dataset):
        assert (id(day) in known) == (day.day < first)


def test_the_record_before_is_checked_only_for_what_it_might_have_had(tmp_path: Path) -> None:
    shutil.copytree(Path(__file__).parents[1] / "second_theatre", tmp_path / "data")
    before = tables.read(tmp_path / "data")
    assert audited.findings(tables.read(tmp_path / "data")) == ()
    claim = before.claim_rows[0].id
    edits.make(tmp_path / "data", [Retract(claim, "Wrong.")], expected=before.version, before=before, **SAID)  # type: ignore[arg-type]
    assert not before.has(audited.audit_of)


def test_what_was_wrong_before_is_no_objection_and_what_is_new_is(data: Path) -> None:
    before, after = RECORD, tables.read(data)
    assert audited.findings(after), "the frozen record has findings"
    assert audited.fresh_findings(after, before) == []
    (data / "claims.csv").write_text(_two_lines_exchanged(data / "claims.csv"), encoding="utf-8")
    (fresh,) = audited.fresh_findings(tables.read(data), before)
    assert fresh.check == "rows_are_sorted"


def _two_lines_exchanged(file: Path) -> str:
    header, first, second, *others = file.read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join([header, second, first, *others])


def test_nothing_is_carried_over_from_another_record() -> None:
    other = tables.read(Path(__file__).parents[1] / "second_theatre")
    fresh = tables.read(FOLDER)
    every_day(other)
    carried_over(other, fresh)
    assert every_day(fresh) == every_day(RECORD)


def test_what_is_handed_over_is_used_only_where_the_folder_holds_it(data: Path) -> None:
    before = tables.read(data)
    assert tables.holds(folder.of(data), before)
    edits.apply(data, [Retract(OF_UNITS[0], "Wrong.")], expected=before.version, **SAID)  # type: ignore[arg-type]
    assert not tables.holds(folder.of(data), before)
    with pytest.raises(edits.Conflict):
        edits.make(data, [Retract(OF_UNITS[1], "Wrong.")], expected=before.version, before=before, **SAID)  # type: ignore[arg-type]
    (data / "claims.csv").unlink()
    assert not tables.holds(folder.of(data), before)
