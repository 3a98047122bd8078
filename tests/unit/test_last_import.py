"""The last import is offered for undo only if it, or the review of its drafts, is the last change."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from eastflank.curation import last_import, table_drafts, undo
from eastflank.curation.undo import UndoStep
from eastflank.model import Dataset
from eastflank.store.edits import Edit, Remove, Replace
from eastflank.store.stores import InFolder
from tests.frozen import RECORD
from tests.months import TODAY, Months

pytestmark = pytest.mark.usefixtures("read_once")

HEADS = "Unit,Nation,Host,Place,Persons\n"


def step(*reverse: Edit) -> UndoStep:
    return UndoStep("1", "Ada", date(2026, 11, 1), "because", reverse, "09:30 UTC")


def save(months: Months, asked: tuple[Edit, ...]) -> Dataset:
    now = months.dataset
    undo.save(
        InFolder(months.folder),
        asked,
        who="Ada",
        when=TODAY,
        reason="r",
        expected=now.version,
        at="09:30 UTC",
    )
    return months.dataset


@pytest.fixture(scope="module")
def months(tmp_path_factory: pytest.TempPathFactory) -> Months:
    return Months(tmp_path_factory.mktemp("months") / "again")


def test_an_import_then_its_review_is_the_last_with_who_and_when(months: Months) -> None:
    found = months.next(f"{HEADS}Nord,USA,Poland,Powidz,400\nSud,USA,Poland,Powidz,30\n")
    store = InFolder(months.folder)
    dataset = save(months, found.edits)
    told = last_import.of(undo.last(store, dataset.version), dataset)
    assert told == last_import.LastImport(found.source, 0, "Ada", TODAY, "09:30 UTC")
    claims = table_drafts.waiting(dataset)[found.source]
    dataset = save(
        months, table_drafts.accepting(dataset, found.source, claims, table_drafts.Grade("B", "2"))
    )
    told = last_import.of(undo.last(store, dataset.version), dataset)
    assert told == last_import.LastImport(found.source, 2, "Ada", TODAY, "09:30 UTC")
    assert table_drafts.tables(dataset) == {found.source}
    dataset = save(months, (Replace("claims", (claims[0],), {"note": "seen"}),))
    assert last_import.of(undo.last(store, dataset.version), dataset) is None


def test_another_change_is_no_import() -> None:
    claims = [one.id for one in RECORD.claim_rows[:2]]
    back = [Replace("claims", (claim,), {"review": "draft"}) for claim in claims]
    assert last_import.of(None, RECORD) is None
    assert last_import.of(step(), RECORD) is None
    assert last_import.of(step(*back), RECORD) is None, "these cite no table"
    assert last_import.of(step(*back, Remove("decisions", ("x",))), RECORD) is None


def test_a_step_of_an_older_version_has_no_time(tmp_path: Path) -> None:
    old = '{"version": "v", "who": "Ada", "when": "2026-01-02", "reason": "r", "reverse": []}\n'
    (tmp_path / "undo.jsonl").write_text(old, encoding="utf-8")
    found = undo.last(InFolder(tmp_path), "v")
    assert found is not None
    assert (found.who, found.at) == ("Ada", "")
