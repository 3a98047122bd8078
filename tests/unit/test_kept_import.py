"""An import that is kept as a text is the same when it is read back, and no other text is one."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.intake.tables.columns.columns import ColumnMapping
from eastflank.intake.tables.places.found_places import PlaceChoice
from eastflank.intake.tables.target.against import against_dataset
from eastflank.ui.add_data.table_draft import TableDraft, UploadedTable
from eastflank.ui.add_data.table_kept_text import read, written
from tests.frozen import RECORD

DAY = date(2024, 5, 1)
ASKS = [("Springfield", ""), ("Rukla", "LTU"), ("Wesola", "POL"), ("Constanta", "ROU"), ("Bemowo", "POL")]


def filled() -> TableDraft:
    """An import with all that can be chosen in it, and each place that the gazetteers offer for some names."""
    gazetteers = against_dataset(RECORD, DAY).gazetteers
    answers = {ask: gazetteers.place(*ask) for ask in ASKS}
    offered = [
        ((ask[0], str(at)), one)
        for ask, answer in answers.items()
        if isinstance(answer, PlaceChoice)
        for at, one in enumerate(answer.candidates)
    ]
    assert offered
    brought = UploadedTable(
        "Rotations.csv", b"", "utf-8", ";", "Sheet 1", 3, ColumnMapping((("nation", "lead"),)),
        kept=True, as_recognised=True, mended=((("Nation", "Grmany"), "Germany"),),
        places=(*offered, (("Xyzzyville", "POL"), None)),
    )  # fmt: skip
    return TableDraft(
        3, brought, DAY, frozenset({"a", "b"}), "4, 7-9", "Asked for.", "typed", same=True, gone="ended"
    )


def test_an_import_is_the_same_after_it_was_kept() -> None:
    for draft in (filled(), TableDraft(pasted="typed"), TableDraft(brought=UploadedTable("a.csv", b""))):
        found = read(written(draft, "checksum"))
        assert found == (draft, "checksum" if draft.brought else "")


@given(st.text(max_size=60) | st.just("[" * 5000))
def test_what_is_no_kept_import_is_none(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    "change",
    [
        {"step": 4}, {"step": True}, {"day": "yesterday"}, {"kinds": [1]}, {"table": []}, {"reason": "\ud800"},
        {"same": 1},
    ],
)  # fmt: skip
def test_a_kept_import_with_anything_else_in_it_is_none(change: dict[str, object]) -> None:
    assert read(json.dumps({**json.loads(written(filled(), "")), **change})) is None


@pytest.mark.parametrize(
    "change",
    [
        {"name": None}, {"header": "3"}, {"mapping": "{}"}, {"mended": [["Nation", "a"]]}, {"sha256": 1},
        {"places": [["a", "b", {"name": "Rukla"}]]}, {"places": 1},
    ],
)  # fmt: skip
def test_a_kept_table_with_anything_else_in_it_is_none(change: dict[str, object]) -> None:
    said = json.loads(written(filled(), ""))
    assert read(json.dumps({**said, "table": {**said["table"], **change}})) is None
