"""Laws of structure: how rows belong together."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pandas as pd

from eastflank.checks.rows import TableRows
from eastflank.model import TABLES, Dataset, Finding
from eastflank.words.chosen import findings_on_rows as told

_UNTRIMMED = frozenset({"quote_prefix"})
"""Columns whose cells may begin or end with a space: the columns that hold the text before a quote."""
_UNSEEN = re.compile("[\u0080-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""Zero-width spaces and hyphens, and controls of writing direction: they can change how a cell reads.

Joiners are not included: some scripts need them.
"""
_AS_IN_THE_ARTICLE = frozenset({"quote", "quote_prefix"})
"""Columns whose cells hold an article's own characters, visible or not."""
_NAMES = {
    "sources": ("publisher", "via", "title"),
    "deployments": ("name",),
    "places": ("name",),
    "nations": ("name", "capital"),
    "programmes": ("name", "short"),
}
_LONGEST = 300
"""The most characters of a name: longer ones do not fit a card, a slide or a row of the key."""


def a_deployment_claim_states_a_status(dataset: Dataset) -> Iterator[Finding]:
    """A claim about a deployment says how far it had come, and which deployment."""
    claims = TableRows("claims", dataset.claims)
    deploys = claims.frame["kind"] == "deployment"
    for column in ("status", "deployment"):
        yield from claims.breaking(
            deploys & claims.frame[column].isna(),
            column,
            *told.deployment_claim_without(column),
        )


def wholes_and_parts_form_no_circle(dataset: Dataset) -> Iterator[Finding]:
    """Nothing is a part of itself or became itself, directly or through others."""
    memberships = TableRows("memberships", dataset.memberships)
    for relation in ("part", "became"):
        stated = memberships.frame[memberships.frame["relation"] == relation]
        wholes: dict[str, list[str]] = {}
        for member, whole in zip(stated["member"], stated["whole"], strict=True):
            wholes.setdefault(member, []).append(whole)
        for line, member, whole in zip(stated.index, stated["member"], stated["whole"], strict=True):
            if path := _way(whole, member, wholes):
                yield memberships.finding(line, "whole", *told.in_a_circle([member, *path]))


def a_membership_has_days_of_its_own(dataset: Dataset) -> Iterator[Finding]:
    """No membership ends before it starts or overlaps itself; a deployment became at most one other."""
    memberships = TableRows("memberships", dataset.memberships)
    frame = memberships.frame
    yield from memberships.breaking(
        frame["starts_first"] > frame["ends_last"],
        "ends",
        *told.ENDS_BEFORE_IT_STARTS,
    )
    again = (frame["relation"] == "became") & frame.duplicated(["member", "relation"])
    yield from memberships.breaking(again, "whole", *told.BECAME_ANOTHER_ALREADY)
    parts = frame[frame["relation"] == "part"]
    for (member, whole), same in parts.groupby(["member", "whole"]):
        held = same.sort_values("starts_first", na_position="first")
        ends = held["ends_last"].shift()
        overlap = (held["starts_last"].isna() | ends.isna() | (held["starts_last"] < ends)).iloc[1:]
        for line in overlap.index[overlap]:
            yield memberships.finding(line, "starts", *told.part_twice(str(member), str(whole)))


def what_became_another_stays_in_its_whole(dataset: Dataset) -> Iterator[Finding]:
    """A deployment and the one it turned out to be are parts of the same group, or of none."""
    frame = dataset.memberships
    parts = frame[frame["relation"] == "part"]
    wholes = parts.groupby("member")["whole"].agg(set).to_dict()
    memberships = TableRows("memberships", frame)
    became = frame[frame["relation"] == "became"]
    for line, member, whole in zip(became.index, became["member"], became["whole"], strict=True):
        own, other = wholes.get(member, set()), wholes.get(whole, set())
        if own and not own <= other:
            yield memberships.finding(
                line,
                "whole",
                *told.other_group(member, sorted(own), whole),
            )


def every_row_is_used(dataset: Dataset) -> Iterator[Finding]:
    """Each source, deployment and place has a claim that needs it. Nations need no claim: they are drawn.

    A source with a held text may still have no claim: the text is stored before it is read.
    """
    for table, column in (("sources", "source"), ("deployments", "deployment"), ("places", "place")):
        rows = TableRows(table, getattr(dataset, table))
        yield from rows.breaking(
            ~rows.frame["id"].isin(dataset.claims[column]) & ~_waits(rows.frame),
            "id",
            *told.no_claim_has_it(column),
        )
    programmes = TableRows("programmes", dataset.programmes)
    yield from programmes.breaking(
        ~programmes.frame["id"].isin(dataset.deployments["programme"]),
        "id",
        *told.NO_DEPLOYMENT_HAS_IT,
    )


def _different(texts: pd.Series[str]) -> set[str]:
    """The different texts of a column: a million rows have few of most."""
    # Python's own set: it takes a tenth of the time of pandas for a short column, and half for a long one.
    found: set[object] = set(texts.tolist())
    return {text for text in found if isinstance(text, str)}


def _waits(frame: pd.DataFrame) -> pd.Series[bool]:
    """Which rows are sources whose text is held."""
    held = frame["file"] if "file" in frame else pd.Series(pd.NA, frame.index, dtype="str")
    return held.notna()


def rows_are_sorted(dataset: Dataset) -> Iterator[Finding]:
    """Rows stand in the order of their keys, so that two edits of one table can be compared."""
    for table in TABLES:
        rows = TableRows(table, getattr(dataset, table))
        keys = list(zip(*(rows.frame[column].tolist() for column in rows.key), strict=True))
        lines = rows.frame.index.tolist()
        for line, (before, key) in zip(lines[1:], itertools.pairwise(keys), strict=True):
            if key < before:
                yield rows.finding(line, rows.key[0], *told.not_sorted(key, before))


def ids_differ_in_more_than_case(dataset: Dataset) -> Iterator[Finding]:
    """No two ids of a table are alike to a reader: a copied row may bear the same id in other letters."""
    for table in TABLES:
        rows = TableRows(table, getattr(dataset, table))
        if rows.key != ("id",):
            continue
        ids = [str(one) for one in rows.frame["id"].tolist()]
        folded = [unicodedata.normalize("NFKC", one).casefold() for one in ids]
        if len(set(folded)) == len(ids):
            continue
        first: dict[str, str] = {}
        for line, one, alike in zip(rows.frame.index.tolist(), ids, folded, strict=True):
            if (other := first.setdefault(alike, one)) != one:
                yield rows.finding(line, "id", *told.alike(one, other))


def cells_are_trimmed(dataset: Dataset) -> Iterator[Finding]:
    """No text begins or ends with white space that nobody sees."""
    for (table, column), suspect in dataset.once(_suspect_columns).items():
        if suspect.padded and column not in _UNTRIMMED:
            rows = TableRows(table, getattr(dataset, table))
            padded = rows.frame[column].isin(suspect.padded)
            yield from rows.breaking(padded, column, *told.UNTRIMMED)


def nothing_unseen_stands_in_a_cell(dataset: Dataset) -> Iterator[Finding]:
    """No text holds an invisible character that changes how it is read."""
    for (table, column), suspect in dataset.once(_suspect_columns).items():
        if not suspect.unseen or column in _AS_IN_THE_ARTICLE:
            continue
        rows = TableRows(table, getattr(dataset, table))
        texts = rows.frame[column]
        for line, text in zip(texts.index.tolist(), texts.tolist(), strict=True):
            found = _UNSEEN.search(text) if isinstance(text, str) else None
            if found:
                yield rows.finding(line, column, *told.invisible(found[0]))


class _Suspect(NamedTuple):
    """What two laws look for in the different texts of a column."""

    padded: frozenset[str]
    """The texts that begin or end with white space."""
    unseen: bool
    """Whether a text has a character that nobody sees."""


def _suspect_columns(dataset: Dataset) -> Mapping[tuple[str, str], _Suspect]:
    """The columns that break one of these laws, by table and column.

    Computed once for both: to find the different texts of a million rows takes most of the time.
    """
    found: dict[tuple[str, str], _Suspect] = {}
    for table in TABLES:
        for column, texts in getattr(dataset, table).items():
            if texts.dtype != "str":
                continue
            different = _different(texts)
            # Python's own str methods: for a short column, pandas takes ten times as long.
            padded = frozenset(text for text in different if text != text.strip())
            unseen = _UNSEEN.search("".join(different)) is not None
            if padded or unseen:
                found[table, str(column)] = _Suspect(padded, unseen)
    return found


def names_are_short_enough_to_be_drawn(dataset: Dataset) -> Iterator[Finding]:
    """No name is longer than what the page, the map and the slides can show."""
    for table, columns in _NAMES.items():
        rows = TableRows(table, getattr(dataset, table))
        for column in columns:
            lengths = rows.frame[column].str.len()
            for line in lengths.index[lengths > _LONGEST]:
                length = len(str(rows.frame.loc[line, column]))
                yield rows.finding(line, column, *told.too_long(length, _LONGEST))


def _way(start: str, goal: str, following: Mapping[str, list[str]]) -> list[str]:
    """The deployments on a path from one to another, both included; empty if there is no path."""
    ways, seen = [[start]], {start}
    while ways:
        way = ways.pop()
        if way[-1] == goal:
            return way
        for step in following.get(way[-1], []):
            if step == goal or step not in seen:
                seen.add(step)
                ways.append([*way, step])
    return []
