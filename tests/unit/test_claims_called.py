"""Claims of tables go by what they are about, never by a checksum."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from eastflank.curation import undo
from eastflank.intake.tables.renewal import told_claims
from eastflank.store.edits import Insert
from eastflank.store.stores import InFolder
from tests.months import TODAY, Months

HEADS = "Unit,Nation,Host,Place,Persons,Status\n"
ROWS = "Nord,USA,Poland,Powidz,400,deployed\nSud,GBR,Estonia,Tapa,30,deployed\n"


@pytest.fixture(scope="module")
def months(tmp_path_factory: pytest.TempPathFactory) -> Months:
    months = Months(tmp_path_factory.mktemp("called") / "again")
    months.bring(HEADS + ROWS, day=date(2026, 9, 30))
    months.bring("Date," + HEADS + "2026-10," + ROWS.splitlines()[0] + "\n", day=date(2026, 10, 31))
    return months


def test_a_claim_of_a_table_goes_by_its_unit_its_place_and_its_day_as_exactly_as_told(months: Months) -> None:
    ids = [row.id for row in months.dataset.claim_rows]
    named = told_claims.names(ids, months.dataset)
    assert sorted(named.values()) == [
        "Nord, Powidz Military Air Base, 30 September 2026",
        "Nord, Powidz Military Air Base, October 2026",
        "Sud, Tapa army base, 30 September 2026",
    ]
    assert named.keys() == set(ids)


def test_two_claims_never_have_one_name(tmp_path: Path) -> None:
    months = Months(tmp_path / "again")
    months.bring(f"{HEADS}Mix,ITA,Latvia,Adazi,50,deployed\nMix,ESP,Latvia,Adazi,60,deployed\n", day=TODAY)
    named = told_claims.names([row.id for row in months.dataset.claim_rows], months.dataset)
    assert sorted(named.values()) == [f"Mix, Camp Ādaži, 26 November 2026, {figure}" for figure in (50, 60)]


def test_a_claim_with_an_id_that_people_gave_keeps_it(months: Months) -> None:
    assert told_claims.names(["H3", "table-2026-01"], months.dataset) == {}


def test_a_change_whose_way_back_cannot_be_stored_is_made_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    months = Months(tmp_path / "again")
    months.bring(HEADS + ROWS, day=date(2026, 9, 30))
    store = InFolder(months.folder)
    (nord, *_) = (row.id for row in months.dataset.claim_rows)

    def full(_: InFolder, text: str) -> None:
        raise OSError(28, "No space left on device", text[:1])

    monkeypatch.setattr(InFolder, "keep_undo_steps", full)
    made = undo.save(
        store, [Insert("contributions", {"claim": nord, "nation": "CAN"})],
        who="Ann", when=TODAY, reason="R.", expected=store.version(),
    )  # fmt: skip
    assert made.undo_lost == "No space left on device"
    assert store.version() == made.version
    assert undo.last(store, made.version) is None
