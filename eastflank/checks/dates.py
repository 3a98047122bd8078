"""Laws of dates."""

from __future__ import annotations

from collections.abc import Iterator

from eastflank.checks.rows import TableRows, day_of_the_source, of_the_source
from eastflank.model import Dataset, Finding
from eastflank.words.chosen import findings_on_rows as told


def every_claim_has_a_day_from_which_it_counts(dataset: Dataset) -> Iterator[Finding]:
    """The date from which a claim is known (its own or its source's) has an end."""
    claims, sources = TableRows("claims", dataset.claims), TableRows("sources", dataset.sources)
    said = claims.frame["said_on"].notna() & claims.frame["said_last"].isna()
    yield from claims.breaking(said, "said_on", *told.open_ended("said_on"))
    yield from sources.breaking(
        sources.frame["published_last"].isna(), "published", *told.open_ended("published")
    )
    undated = claims.frame["known_on"].isna() & claims.frame["said_on"].isna()
    judged = claims.frame["basis"] == "judged"
    yield from claims.breaking(
        undated & judged,
        "rests_on",
        *told.RESTS_ON_NO_DAY,
    )
    yield from claims.breaking(
        undated & ~judged & claims.frame["source"].isna(),
        "source",
        *told.NO_DAY_NO_SOURCE,
    )


def nothing_is_said_after_it_was_published(dataset: Dataset) -> Iterator[Finding]:
    """A claim was not said later than its source was published."""
    published, last = of_the_source(dataset, "published"), day_of_the_source(dataset, "published_last")
    claims = TableRows("claims", dataset.claims.assign(published=published))
    yield from claims.breaking(
        claims.frame["said_first"] > last,
        "said_on",
        *told.SAID_AFTER_PUBLISHED,
    )


def nothing_ends_before_it_starts(dataset: Dataset) -> Iterator[Finding]:
    """A claim can begin before it ends: its earliest start is not after its latest end."""
    claims = TableRows("claims", dataset.claims)
    yield from claims.breaking(
        claims.frame["starts_first"] > claims.frame["ends_last"],
        "ends",
        *told.ENDS_BEFORE_IT_STARTS,
    )


def what_is_there_has_begun(dataset: Dataset) -> Iterator[Finding]:
    """A claim that something is in place does not let it start only later."""
    claims = TableRows("claims", dataset.claims)
    there = claims.frame["status"] == "deployed"
    yield from claims.breaking(
        there & (claims.frame["starts_first"] > claims.frame["known_on"]), "starts", *told.NOT_BEGUN
    )


def nothing_is_told_of_a_day_to_come(dataset: Dataset) -> Iterator[Finding]:
    """The day that a claim describes is not after the last day on which the claim may have become known."""
    claims = TableRows("claims", dataset.claims)
    yield from claims.breaking(
        claims.frame["as_at_first"] > claims.frame["known_on"],
        "as_at",
        *told.TOLD_OF_A_DAY_TO_COME,
    )


def nothing_is_read_before_it_was_published(dataset: Dataset) -> Iterator[Finding]:
    """A source was published, at its earliest, no later than it was last read."""
    sources = TableRows("sources", dataset.sources)
    yield from sources.breaking(
        sources.frame["accessed"] < sources.frame["published_first"],
        "accessed",
        *told.READ_BEFORE_PUBLISHED,
    )
