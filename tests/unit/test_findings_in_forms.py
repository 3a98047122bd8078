"""A form names fields, not cells of a file; all else of a finding is told as it is."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from eastflank.model import Finding
from eastflank.ui.add_data import findings_told
from eastflank.words.chosen import findings_in_files, findings_in_forms, findings_on_rows, saving_changes

WORDS = Path(findings_in_files.__file__).parent


def test_an_empty_cell_is_told_as_an_empty_field_of_the_form() -> None:
    needed = findings_in_files.needed("Short name of the deployment; never reused.")
    empty = Finding("deployments.csv", "", "id", findings_in_files.CELL_EMPTY, needed)
    said = findings_told.told(empty)
    assert said.endswith(f"Id of the new deployment: {saving_changes.FIELD_EMPTY}")
    assert "cell" not in said.lower() and "needed" not in said.lower()
    other = Finding("deployments.csv", "line 2 (a)", "sort", "“x” is not allowed.", "Use unit.")
    assert findings_told.told(other).endswith("“x” is not allowed. Use unit.")


@pytest.mark.parametrize("module", sorted(WORDS.glob("findings_on_*.py")), ids=lambda path: path.stem)
def test_no_finding_of_a_row_names_a_column_or_a_file_in_a_form(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    told = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    texts = [re.sub(r"\{[^}]*\}", "…", text) for text in told if isinstance(text, str) and " " in text]
    in_forms = [findings_in_forms.in_form(text) for text in texts if "`" not in text]
    assert len(in_forms) > 10
    assert [
        text for text in in_forms if re.search(r"[a-z]_[a-z]|\.csv|seeds/|\bin (host|note|starts)\b", text)
    ] == []


def test_any_column_whose_name_is_no_word_has_the_label_of_its_field() -> None:
    problem, remedy = findings_on_rows.deployment_claim_without("troops_low")
    said = findings_told.in_words(Finding("claims.csv", "A1", "troops_low", problem, remedy))
    assert said.startswith("A claim of kind deployment has no “Persons, fewest”.")


def test_a_value_that_no_row_has_is_told_without_the_name_of_a_file() -> None:
    problem, remedy = findings_in_files.not_in(["XYZ"], "nations.csv")
    said = findings_told.in_words(Finding("claims.csv", "A1", "lead", problem, remedy))
    assert said == "“XYZ” is not among the nations. Correct it, or add a row to the table of nations."
