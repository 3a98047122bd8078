"""Claims of a table are told by unit, nations and figure, in the order of their rows."""

from __future__ import annotations

import pytest

from eastflank.__main__ import main
from eastflank.intake.tables.renewal import told_claims
from eastflank.model import Dataset
from eastflank.store import tables
from eastflank.words.chosen import table_changes
from tests.frozen import RECORD


@pytest.fixture(scope="module")
def tracker(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder = tmp_path_factory.mktemp("told")
    rows = [f"GBR,Estonia,Camp Guard {number},{number}00,2024-01" for number in range(1, 14)]
    file = folder / "tracker.csv"
    file.write_text("\n".join(["Nation,Host,Unit,Troops,Date", *rows]), encoding="utf-8")
    main(["import", str(file), "--to", str(folder / "own"), "--accept-proposals"])
    return tables.read(folder / "own")


@pytest.mark.parametrize(
    ("figure", "counts", "led", "told"),
    [
        ("750", "contingent", False, "750 (one contingent; lead not stated)"),
        ("750", "contingent", True, "750 (one contingent)"),
        ("750", "whole", True, "750"),
        ("", "contingent", False, ""),
    ],
)
def test_the_figure_of_a_contingent_says_that_it_is_one(
    figure: str, counts: str, *, led: bool, told: str
) -> None:
    assert table_changes.persons(figure, counts, led=led) == told


def test_claims_of_a_table_are_in_the_order_of_its_rows(tracker: Dataset) -> None:
    by_id = sorted(tracker.claim_rows, key=lambda one: one.id)
    found = [one.deployment for one in told_claims.in_order_of_rows(by_id)]
    assert found == [f"camp-guard-{number}" for number in range(1, 14)]


def test_claims_of_an_article_keep_their_order() -> None:
    own = [one for one in RECORD.claim_rows if one.quote]
    assert told_claims.in_order_of_rows(own) == own


def test_claims_are_named_with_what_they_are_about_and_a_long_list_is_cut(tracker: Dataset) -> None:
    ids = [one.id for one in tracker.claim_rows]
    said = told_claims.named(ids, tracker, 10)
    assert said.count("Camp Guard") == 10 and said.endswith(" and 3 more")
    (first,) = (one.id for one in tracker.claim_rows if one.deployment == "camp-guard-1")
    assert said.startswith(f"“Camp Guard 1, United Kingdom, 100” ({first}), ")
    assert told_claims.named([first], tracker, 10) == f"“Camp Guard 1, United Kingdom, 100” ({first})"
    assert told_claims.named([], tracker, 10) == ""


def test_every_claim_of_a_record_can_be_told() -> None:
    told = told_claims.told([one.id for one in RECORD.claim_rows], RECORD)
    assert set(told) == {one.id for one in RECORD.claim_rows}
