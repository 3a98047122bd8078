"""Texts about the part of a long list that is shown."""

from __future__ import annotations

ROWS = "Rows"


def page(first: int, last: int, all_: int) -> str:
    """One page of a table."""
    return f"{first:,}–{last:,} of {all_:,}"


def deployments_left_out(number: int) -> str:
    """How many deployments a printed list leaves out, and where they are."""
    return _left_out(number, "deployments")


def not_in_this_file(number: int) -> str:
    """How many deployments a document leaves out, and where they are."""
    return f"{number:,} more deployments are not listed here. The Excel workbook and the CSV of the view have each of them."


def claims_not_in_this_file(number: int) -> str:
    """How many claims a document leaves out, and where they are."""
    return f"{number:,} more claims are not listed here. The Excel workbook of the view has each of them."


def claims_left_out(number: int) -> str:
    """How many claims a printed list leaves out, and where they are."""
    return _left_out(number, "claims")


def sources_left_out(number: int) -> str:
    """How many sources a printed list leaves out, and where they are."""
    return _left_out(number, "sources")


def _left_out(number: int, what: str) -> str:
    return (
        f"{number:,} more {what} are not printed here. The CSV of the view, under Export, has each of them."
    )


def figures_left_out(number: int) -> str:
    """How many figures of the chosen nations' people are not listed, and where they are."""
    return f"{number:,} more figures are in the table and in the CSV of the view."


def days_to_fold(days: int, deployments: int) -> str:
    """Why a timeline is not drawn until the reader asks for it."""
    return (
        f"This record is large: what was known of {deployments:,} deployments has to be worked out "
        f"for {days:,} days. That may take some minutes."
    )


FOLD = "Work out the timeline"


def rows_drawn(shown: int, all_: int) -> str:
    """Says that a timeline has no row for each deployment."""
    return (
        f"The timeline draws the first {shown:,} of {all_:,} deployments. "
        "Filter, or open a crowd on the map, to see others."
    )
