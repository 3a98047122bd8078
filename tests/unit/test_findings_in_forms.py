"""A form names fields, not cells of a file; all else of a finding is told as it is."""

from __future__ import annotations

from eastflank.model import Finding
from eastflank.ui.add_data import findings_told
from eastflank.words.chosen import findings_in_files, saving_changes


def test_an_empty_cell_is_told_as_an_empty_field_of_the_form() -> None:
    needed = findings_in_files.needed("Short name of the deployment; never reused.")
    empty = Finding("deployments.csv", "", "id", findings_in_files.CELL_EMPTY, needed)
    said = findings_told.told(empty)
    assert said.endswith(f"Id of the new deployment: {saving_changes.FIELD_EMPTY}")
    assert "cell" not in said.lower() and "needed" not in said.lower()
    other = Finding("deployments.csv", "line 2 (a)", "sort", "“x” is not allowed.", "Use unit.")
    assert findings_told.told(other).endswith("“x” is not allowed. Use unit.")
