"""Laws of sources: grounds for a source's grade letter and its date."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from eastflank.checks.rows import TableRows, day_of_the_source, of_the_source
from eastflank.model import Dataset, Finding
from eastflank.words.chosen import findings_on_quotes as told

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DATED = re.compile(
    rf"\b(?:dates?|dated|undated|days?|month|year|calendar|{'|'.join(_MONTHS)})\b|\b(?:19|20)\d\d\b"
)
"""Words that show that a note is about a date."""

_ADDRESS = re.compile(r"https?://([^\s/?#@]*@)?(\[[0-9A-Fa-f:.]+\]|[^\s/?#@:\[\]]+)(:[0-9]{1,5})?([/?#]|$)")
"""The beginning of an address, up to the end of its host (RFC 3986)."""


def a_copy_is_graded_below_its_original(dataset: Dataset) -> Iterator[Finding]:
    """A copy or an excerpt never has grade A, nor a grade as good as its publisher's originals."""
    sources = TableRows("sources", dataset.sources)
    frame = sources.frame
    originals = frame[frame["read_as"] == "original"].groupby("publisher")["reliability"].min()
    best = frame["publisher"].map(originals)
    copied = TableRows("sources", frame.assign(best=best))
    was_copied = frame["read_as"] != "original"
    yield from copied.breaking(
        was_copied & (frame["reliability"] == "A"),
        "reliability",
        *told.COPY_GRADED_A,
    )
    yield from copied.breaking(
        was_copied & (frame["reliability"] != "A") & (frame["reliability"] <= best),
        "reliability",
        *told.COPY_AS_GOOD,
    )


def a_held_text_bears_its_date(dataset: Dataset) -> Iterator[Finding]:
    """The date of a held text is in the text, or its source's note says how it is known."""
    sources = TableRows("sources", dataset.sources)
    for line, file, first, last, note in zip(
        sources.frame.index,
        sources.frame["file"],
        sources.frame["published_first"],
        sources.frame["published_last"],
        sources.frame["note"],
        strict=True,
    ):
        text = dataset.articles.get(file) if isinstance(file, str) else None
        if text is None or pd.isna(first) or pd.isna(last) or _bears(text, first, last):
            continue
        if isinstance(note, str) and _DATED.search(note):
            continue
        yield sources.finding(
            line,
            "published",
            *told.does_not_bear_its_date(file),
        )


def a_claim_is_dated_no_closer_than_its_source(dataset: Dataset) -> Iterator[Finding]:
    """A claim is not dated more exactly than its source, unless words or a note say how that is known."""
    first, last = (day_of_the_source(dataset, name) for name in ("published_first", "published_last"))
    published = of_the_source(dataset, "published")
    frame = dataset.claims.assign(published=published)
    claims = TableRows("claims", frame)
    closer = (frame["said_last"] - frame["said_first"]) < (last - first)
    if not closer.any():  # the usual case, and to look through all notes takes long
        return
    said = (
        frame["citation"].fillna("") + " " + frame["note"].fillna("") + " " + frame["timing_words"].fillna("")
    )
    explained = said.str.contains(_DATED).astype(bool)
    yield from claims.breaking(
        closer & ~explained,
        "said_on",
        *told.DATED_CLOSER,
    )


def _bears(text: str, first: pd.Timestamp, last: pd.Timestamp) -> bool:
    """Whether a text contains a day of the span: its month with a day beside it, or the day in digits."""
    months = {_MONTHS[day.month - 1] for day in pd.date_range(first, last, freq="D")[:400]}
    days = {(day.month, day.day, day.year) for day in pd.date_range(first, last, freq="D")[:400]}
    for name in months:
        for match in re.finditer(rf"\b(?:(\d{{1,2}})\s+{name}|{name}\s+(\d{{1,2}}))\b", text):
            number = int(match[1] or match[2])
            if any(day == number and _MONTHS[month - 1] == name for month, day, _ in days):
                return True
    return any(f"{year}-{month:02}-{day:02}" in text for month, day, year in days)


def an_address_can_be_opened(dataset: Dataset) -> Iterator[Finding]:
    """The address of a source names a machine."""
    sources = TableRows("sources", dataset.sources)
    addresses = sources.frame["url"].dropna()
    for line, address in addresses[~addresses.str.match(_ADDRESS)].items():
        yield sources.finding(int(str(line)), "url", *told.is_no_address(address[:80]))
