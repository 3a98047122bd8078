"""Drafts, which wait for review: how many there are, and whether a dataset has no claim that counts."""

from __future__ import annotations

from eastflank.model import DO_NOT_COUNT, Dataset
from eastflank.words.chosen import empty_views


def waiting(dataset: Dataset) -> int:
    """How many claims of a dataset are drafts: they wait for review and do not count."""
    return dataset.once(_waiting)


def retracted_in(dataset: Dataset) -> int:
    """How many claims of a dataset are retracted."""
    return int((dataset.claims["review"] == "retracted").sum())


def why_nothing_counts(dataset: Dataset) -> str:
    """In a sentence or two: its claims wait for review, or all are retracted; empty if one counts.

    Empty also if there is no claim at all.
    """
    return dataset.once(_why_nothing_counts)


def _waiting(dataset: Dataset) -> int:
    return int((dataset.claims["review"] == "draft").sum())


def _why_nothing_counts(dataset: Dataset) -> str:
    reviews = dataset.claims["review"]
    if reviews.empty or not reviews.isin(DO_NOT_COUNT).all():
        return ""
    drafts = waiting(dataset)
    return empty_views.waiting_for_review(drafts) if drafts else empty_views.all_retracted(len(reviews))
