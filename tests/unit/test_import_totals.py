"""The sum of a table's figures: a ceiling stands beside it, a range keeps both ends, nothing is rounded."""

from __future__ import annotations

import pytest

from eastflank.intake.tables.renewal.import_totals import StatedPersons, added
from eastflank.words.chosen import table_changes


def row(low: str, high: str, hedge: str = "") -> dict[str, str]:
    return {"troops_low": low, "troops_high": high, "hedge": hedge}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([row("800", "1000"), row("1001", "1001")], "1,801–2,001"),
        ([row("100", "100"), row("500", "500", "up to")], "100 and up to 500 more"),
        ([row("100", "100"), row("", "300")], "100 and up to 300 more"),
        ([row("450", "", "more than"), row("50", "50")], "500"),
        ([], "0"),
    ],
)
def test_a_sum_states_what_its_figures_state_and_no_more(rows: list[dict[str, str]], said: str) -> None:
    assert table_changes.total(added(rows)) == said


def test_what_is_taken_away_leaves_the_sum_as_it_was() -> None:
    first, more = added([row("800", "1000")]), added([row("1", "1"), row("9", "9", "up to")])
    assert first.plus(more).minus(more) == first == StatedPersons(800, 1000, 0)
    assert table_changes.total(12345) == "12,345"
