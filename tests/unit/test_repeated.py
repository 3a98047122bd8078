"""Claims that only repeat are left out of the work of a day, and of nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from unittest.mock import patch

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from eastflank.model import Dataset
from eastflank.record import selected
from eastflank.record.as_of import Known, known_as_of
from eastflank.record.claim_index import index_of
from eastflank.record.disagreements import disagreements_in
from eastflank.record.newest_first import SomeClaims, arranged
from eastflank.record.repeated import short_index_of
from eastflank.record.selected import selected_from
from tests.builders import claim, dataset
from tests.folded import SOURCES, exactly, there
from tests.representatives import examples
from tests.unit.test_fold_laws import days, records

COPIES = ("", "-1", "-2", "-3")
DAY = date(2018, 1, 1)


def stated_again(record: Dataset, numbers: list[int]) -> Dataset:
    """The record with each claim so many times, under ids that follow each other."""
    number = dict(zip(record.claims["id"], numbers, strict=False))

    def again(table: pd.DataFrame, column: str) -> pd.DataFrame:
        rows = [
            row.assign(**{column: row[column] + copy})
            for _, row in table.groupby(column, sort=False)
            for copy in COPIES[: number[row[column].iloc[0]]]
        ]
        return pd.concat(rows, ignore_index=True) if rows else table

    return replace(
        record, claims=again(record.claims, "id"), contributions=again(record.contributions, "claim")
    )


def with_all_claims(record: Dataset, day: date) -> Known:
    """What is known on a day if no claim is left out."""
    with patch.object(selected, "short_index_of", index_of):
        return known_as_of(replace(record), day)


@given(records(), st.lists(st.integers(1, len(COPIES)), min_size=9, max_size=9), days)
@examples(40)
def test_a_day_is_the_same_without_claims_that_only_repeat(
    record: Dataset, numbers: list[int], day: date
) -> None:
    again = stated_again(record, numbers)
    short, whole = known_as_of(again, day), with_all_claims(again, day)
    assert short.deployments == whole.deployments
    shown = disagreements_in(again, short)
    every = disagreements_in(again, whole)
    assert [one.statements for one in shown] == [one.statements for one in every]
    assert disagreements_in(again, short, standing=True) == tuple(one for one in shown if one.stands)
    assert [(one.rule, one.stands, one.low, one.high, one.hedge) for one in shown] == [
        (one.rule, one.stands, one.low, one.high, one.hedge) for one in every
    ]


def test_of_claims_that_say_the_same_the_first_and_the_last_are_kept_with_the_ids_between() -> None:
    alike = [there(f"a{number}", "2017-06-01", **exactly(450)) for number in range(5)]
    other = there("b", "2017-06-01", **exactly(455))
    later = [there(f"c{number}", "2017-06-02", **exactly(450)) for number in range(2)]
    found = short_index_of(dataset(*alike, other, *later, sources=SOURCES))
    assert [one.id for one in found.claims["latvia"]] == ["a0", "a4", "b", "c0", "c1"]
    assert found.repeated == {"a0": ("a1", "a2", "a3")}
    assert set(found.by_id) == {"a0", "a1", "a2", "a3", "a4", "b", "c0", "c1"}


def test_a_claim_that_a_decision_names_is_never_left_out() -> None:
    alike = [there(f"a{number}", "2017-06-01", lead="CAN") for number in range(7)]
    decision = {"id": "D1", "deployment": "latvia", "field": "lead", "claim": "a3", "reason": "So."}
    found = short_index_of(dataset(*alike, sources=SOURCES, decisions=[decision]))
    assert [one.id for one in found.claims["latvia"]] == ["a0", "a2", "a3", "a4", "a6"]
    assert found.repeated == {"a0": ("a1",), "a4": ("a5",)}


def test_claims_of_deployments_that_became_one_are_compared_in_their_common_order() -> None:
    claims = [
        there("a1", "2017-06-01"),
        there("a2", "2017-06-01", deployment="early"),
        there("a3", "2017-06-01"),
        there("a4", "2017-06-01"),
    ]
    assert short_index_of(dataset(*claims, sources=SOURCES)).repeated == {}
    assert short_index_of(dataset(*claims, sources=SOURCES, memberships=[])).repeated == {"a1": ("a3",)}


def test_all_that_only_repeat_are_counted_and_listed() -> None:
    sound = there("a", "2017-06-01", source="ministry", lead="CAN", **exactly(450))
    weak = [there(f"b{at}", "2017-06-02", source="blog", lead="DEU", **exactly(900)) for at in range(5)]
    small = dataset(sound, *weak, sources=SOURCES)
    (one,) = known_as_of(small, DAY).deployments.values()
    ids = [f"b{at}" for at in range(5)]
    assert one.claim_count == 6
    assert one.not_followed == tuple((field, name) for field in ("lead", "strength") for name in ids)


def test_all_sides_of_a_range_are_named() -> None:
    rivals = [there(f"b{at}", "2017-06-01", source="other", **exactly(900)) for at in range(5)]
    other = {**SOURCES[0], "id": "other", "publisher": "Other"}
    small = dataset(there("c", "2017-06-01", **exactly(450)), *rivals, sources=[*SOURCES, other])
    known = known_as_of(small, DAY)
    ids = tuple(f"b{at}" for at in range(5))
    assert known.deployments["latvia"].disputed == (*ids, "c")
    (found,) = disagreements_in(small, known)
    assert [one.claim for one in found.statements] == ["c", *reversed(ids)]
    assert (found.low, found.high) == (450, 900)


@given(records(), days)
def test_the_newest_day_and_the_sources_are_those_of_the_claims_known(record: Dataset, day: date) -> None:
    known = known_as_of(record, day)
    sources = known.evidence.sources(known.claims.positions)
    assert sources == tuple(dict.fromkeys(row.source for row in known.claims if row.source))
    newest = max(((row.told_first, -row.told_last.toordinal()) for row in known.claims), default=None)
    told = known.newest
    assert (told and (told.first, -told.last.toordinal())) == newest
    number, owners = known.owners
    names = {place: name for name, place in number.items()}
    assert [names[place] for place in owners.tolist()] == [known.shown_in(row) for row in known.claims]


def test_claims_about_no_deployment_are_known_by_their_positions() -> None:
    loose = [claim(f"l{at}", f"2017-0{at}-01", deployment=None, kind="statement") for at in (1, 2, 3)]
    known = known_as_of(dataset(there("a", "2017-02-15"), *loose, sources=SOURCES), date(2017, 2, 20))
    assert [known.evidence.claims[place].id for place in known.loose.tolist()] == ["l2", "l1"]
    assert known_as_of(dataset(*loose, sources=SOURCES), DAY - timedelta(days=5000)).loose.size == 0


def test_claims_that_are_listed_are_those_at_the_positions() -> None:
    small = dataset(*(there(f"c{at}", "2017-06-01") for at in range(5)), sources=SOURCES)
    rows = arranged(small.claim_rows).claims
    for listed in (SomeClaims(rows, range(1, 4)), SomeClaims(rows, np.array([1, 2, 3]))):
        assert [row.id for row in listed] == ["c1", "c2", "c3"]
        assert (len(listed), listed[0].id, listed[-1].id) == (3, "c1", "c3")
        assert [row.id for row in listed[1:]] == ["c2", "c3"]
        assert not listed[3:]


@given(records(), st.lists(st.integers(1, 4), min_size=9, max_size=9), st.integers(2, 3), days)
@examples(25)
def test_a_selection_is_the_same_without_claims_that_only_repeat(
    record: Dataset, numbers: list[int], every: int, day: date
) -> None:
    again = stated_again(record, numbers)
    some = again.claims[[at % every != 0 for at in range(len(again.claims))]]
    short = known_as_of(again, day, some)
    with patch.object(selected, "without_repeats", lambda index: index):
        whole = known_as_of(replace(again), day, some)
    assert short.deployments == whole.deployments
    prepared = known_as_of(again, day, selected_from(again, some))
    assert prepared.deployments == short.deployments
    assert [*prepared.claims] == [*short.claims]
