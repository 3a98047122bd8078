"""A nation's part of a unit stays a part, also if the rows of the other nations are not imported."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import pytest

from eastflank.intake.tables import importing
from eastflank.intake.tables.files import opening
from eastflank.intake.tables.importing import Decisions
from eastflank.intake.tables.target.against import Against, against_dataset
from eastflank.intake.tables.target.new_rows import TableOrigin
from eastflank.store import datasets, parts, tables
from eastflank.store.edits import Insert
from eastflank.store.folder import of
from tests.frozen import FOLDER

TODAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def against(tmp_path_factory: pytest.TempPathFactory) -> Against:
    folder = tmp_path_factory.mktemp("blank")
    parts.unpack(datasets.empty(of(FOLDER), "blank"), folder, lasting=False)
    return against_dataset(tables.read(folder), TODAY)


def counts(rows: Collection[str], against: Against, without: Collection[int] = ()) -> list[tuple[str, str]]:
    """Each figure that would be imported without accepting a proposal, with what it counts."""
    text = "Unit,Host,Base,Nation,Troops,Lead\n" + "\n".join(rows) + "\n"
    file = opening.opened("made-up.csv", text.encode())
    decided = Decisions(without=frozenset(without))
    told = importing.understood(file, importing.chosen(file, None)[0], against, decided)
    found = told.changes(told.taken(), against, TableOrigin(file, TODAY, TODAY))
    claims = [one.row for one in found.edits if isinstance(one, Insert) and one.table == "claims"]
    return [(claim.get("troops_low", ""), claim.get("counts", "")) for claim in claims]


NORWAY = "Battle Group East,Lithuania,Rukla,Norway,150,"


@pytest.mark.parametrize(
    "refused",
    [
        "Battle Group East,Lithuania,Rukla,Germany,abc,",
        "Battle Group East,Lithuania,Rukla,Narnia,500,",
        "Battle group  east,,Rukla,Germany,abc,",
        "Battle Group East,Atlantis,Rukla,Germany,500,",
        "Battle Group East,Lithuania,Nowhere-on-Sea,Germany,500,",
        "Battle Group East,Lithuania,Rukla?,Germany,500,",
    ],
)
def test_the_figure_of_one_nation_is_no_whole_if_another_nation_s_row_is_refused(
    refused: str, against: Against
) -> None:
    assert counts([refused, NORWAY], against) == [("150", "contingent")]


@pytest.mark.parametrize(
    "refused",
    [
        "Battle Group East,Lithuania,Rukla,Norway,abc,",
        "Battle Group East,Latvia,Adazi,Germany,abc,",
        "Battle Group West,Lithuania,Rukla,Germany,abc,",
    ],
)
def test_a_refused_row_of_another_unit_or_of_the_same_nation_changes_nothing(
    refused: str, against: Against
) -> None:
    assert counts([refused, NORWAY], against) == [("150", "whole")]


def test_the_same_holds_for_a_kind_of_unit_that_one_nation_leads(against: Against) -> None:
    lead = "Battalion,Lithuania,Rukla,Germany,500,Germany"
    part = "Battalion,Lithuania,Rukla,Norway,abc,Germany"
    assert counts([lead, part], against) == [("500", "contingent")]
    alone = "Battalion,Lithuania,Rukla,Norway,abc,Norway"
    assert counts([lead, alone], against) == [("500", "whole")]


def test_a_row_that_a_person_leaves_out_is_not_there(against: Against) -> None:
    other = "Battle Group East,Lithuania,Rukla,Germany,abc,"
    assert counts([other, NORWAY], against, without=[2]) == [("150", "whole")]
