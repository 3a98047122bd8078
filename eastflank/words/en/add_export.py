"""Texts of the section *A table* about a file that Eastflank has exported."""

from __future__ import annotations

BRING = "Import its claims as they are"
NOTHING_NEW = "All of its claims are in this dataset already."
ONLY_A_REVIEWER = (
    "Its claims come in with their reviews, so somebody who may review must import them. "
    "Below, its deployments can be imported as drafts."
)


def about(new: int, same: int, other: int) -> str:
    """What the file contains."""
    differ = f", {other:,} that are otherwise here and stay so" if other else ""
    return (
        f"This is an export of Eastflank. It carries rows of the record: {new:,} that are new here, "
        f"{same:,} that are here already{differ}. They can come in as the same claims under the same ids. "
        "Or go on below: then its deployments come in as drafts that cite the file."
    )


def brought(rows: int) -> str:
    """What was done."""
    return f"{rows:,} rows of the export are in the dataset now, claims with their reviews."
