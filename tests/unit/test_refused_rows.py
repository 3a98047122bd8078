"""A refusal names the rows of a table and its units, not the ids of claims."""

from __future__ import annotations

from eastflank.ui.add_data import findings_told


def test_ids_of_claims_and_deployments_become_rows_and_names() -> None:
    said = findings_told.in_rows(
        "On 27 November 2026 the contingents of battalion-lva, DNK 750 (tracker-87225ab5c70a729c), in a company.",
        {"tracker-87225ab5c70a729c": "tracker.xlsx, row 22"},
        {"battalion-lva": "Battalion", "company": "Company"},
    )
    assert said == (
        "On 27 November 2026 the contingents of “Battalion”, DNK 750 (tracker.xlsx, row 22), in a company."
    )
