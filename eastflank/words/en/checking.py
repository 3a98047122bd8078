"""Texts of `python -m eastflank check`."""

from __future__ import annotations

THESE_KEEP_IT = "These keep the dataset from being used. Its other laws are checked once these are fixed."


def answered_by(decision: str, finding: str, reason: str) -> str:
    """A finding that a curator answered."""
    return f"answered by {decision}: {finding} {reason}"


def none(tables: int, claims: int, quotes: int, answered: int) -> str:
    """Says that nothing is wrong, and in how much."""
    return f"No findings in {tables} tables, {claims:,} claims, {quotes:,} quotes{_answered(answered)}."


def errors(number: int) -> str:
    """How many errors keep a dataset from being used."""
    return f"{number:,} error{'s' * (number != 1)}."


def findings(number: int, answered: int) -> str:
    """How many findings there are, and how many were answered."""
    return f"{number:,} finding{'s' * (number != 1)}{_answered(answered)}."


def _answered(number: int) -> str:
    return f", {number:,} answered" if number else ""
