"""The list of changes names tables and fields as the forms of the page do."""

from __future__ import annotations

import pandas as pd
import pytest

from eastflank.ui.add_data.log import _cells


@pytest.mark.parametrize(
    ("column", "cells", "shown"),
    [
        ("table", ["claim_spans", "claims", "changes"], ["Words of claim", "Claim", "changes"]),
        (
            "column",
            ["troops_low", "rests_on", "note", "", None],
            ["Persons, fewest", "Inferred from these claims", "Note", "", ""],
        ),
        ("row", ["A1-19,troops_low", None], ["A1-19,troops_low", ""]),
    ],
)
def test_a_change_is_told_in_the_words_of_the_forms(
    column: str, cells: list[str | None], shown: list[str]
) -> None:
    assert _cells(pd.Series(cells, name=column, dtype="object")) == shown
