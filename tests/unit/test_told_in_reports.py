"""What reports tell of claims, rows, totals and corrections."""

from datetime import date
from typing import Any, NamedTuple

import pytest

from eastflank.report.corrections import Correction, Stated, corrections_between, stated
from eastflank.report.entries import DeploymentEntry, entries_of
from eastflank.report.evidence import Evidence, evidence_of, quotes_that_matter
from eastflank.report.totals_in_words import explained
from eastflank.view.selection import view_of
from eastflank.view.totals import totals_of
from tests.builders import claim, dataset
from tests.folded import exactly, known, persons, sent, there

DAY = date(2018, 1, 1)


def lithuania(identifier: str, said_on: str, **cells: Any) -> dict[str, Any]:
    return there(identifier, said_on, **{"deployment": "lithuania", "host": "LTU", **cells})


def told(*claims: dict[str, Any], **tables: Any) -> dict[str, Evidence]:
    """The evidence of all claims, by id."""
    data = dataset(*claims, **tables)
    return {one.claim: one for one in evidence_of(view_of(data, day=DAY), data, {})}


def entry(*claims: dict[str, Any], **tables: Any) -> DeploymentEntry:
    """The row of Battlegroup Latvia."""
    data = dataset(*claims, **tables)
    rows = {one.id: one for one in entries_of(view_of(data, day=DAY), data)}
    return rows["latvia"]


def test_a_claim_carries_what_it_gives_and_nothing_that_another_gives() -> None:
    found = told(
        there("a", "2017-01-01", lead="CAN"),
        there("b", "2017-06-01", host=None, **exactly(450)),
        claim("c", "2017-07-01"),
        contributions=[sent("c", "DEU", 20)],
    )
    carried = {one.claim: one.carries for one in found.values()}
    assert carried == {"a": ("lead", "host"), "b": ("status", "strength"), "c": ("contingent",)}
    assert [one.overtaken for one in found.values()] == ["", "", ""]


def test_a_claim_says_by_which_it_was_overtaken() -> None:
    found = told(
        there("a", "2017-01-01", host=None, **exactly(400)),
        there("b", "2017-06-01", host=None, **exactly(450)),
        there("c", "2017-07-01", host=None),
    )
    assert {one.claim: one.overtaken for one in found.values()} == {"a": "b", "b": "", "c": ""}


def test_what_is_over_is_carried_by_no_claim() -> None:
    found = told(there("a", "2017-01-01", lead="CAN"), claim("b", "2017-06-01", status="ended"))
    assert {one.carries for one in found.values()} == {()}


def test_a_claim_without_a_note_or_a_speaker_has_empty_texts() -> None:
    (one,) = told(there("a", "2017-01-01")).values()
    assert (one.note, one.speaker, one.quote, one.marked, one.citation) == ("", "", "", (), "page 1")


@pytest.mark.parametrize(
    ("selected", "expected"), [("", ["a", "c", "b"]), ("latvia", ["a", "b", "c"]), ("lithuania", ["c", "a", "b"])]
)  # fmt: skip
def test_a_second_quote_waits_until_the_others_have_one_unless_it_is_of_what_is_selected(
    selected: str, expected: list[str]
) -> None:
    found = told(
        there("a", "2017-06-01", lead="CAN", quote="Canada leads it in Latvia."),
        claim("b", "2017-06-02", quote="There are 450.", **exactly(450)),
        lithuania("c", "2017-05-01", host=None, quote="It is there."),
        claim("d", "2016-01-01", quote="It was only planned.", status="agreed"),
        lithuania("e", "2017-05-01", status=None, host="LTU"),
    )
    quotes = quotes_that_matter(found.values(), selected)
    assert [one.claim for one in quotes] == expected


def test_one_sentence_that_two_claims_quote_is_told_once() -> None:
    both = {"quote": "Canada leads it in Latvia."}
    found = told(there("a", "2017-06-01", host=None, **both), claim("b", "2017-06-01", lead="CAN", **both))
    assert len(quotes_that_matter(found.values())) == 1


def test_a_row_has_both_bounds_of_its_strength_and_its_hedge() -> None:
    row = entry(there("a", "2017-06-01", **persons(400, 500, "about")))
    assert (row.low, row.high, row.hedge, row.told) == (400, 500, "about", "2017-06-01")
    none = entry(there("a", "2017-06-01"))
    assert (none.low, none.high, none.hedge, none.told, none.counts) == (None, None, "", "", "")


def test_a_row_names_its_place_and_the_group_that_it_belongs_to() -> None:
    group = claim("w", "2017-01-01", deployment="whole", status="deployed")
    row = entry(there("a", "2017-06-01", place="adazi"), group)
    assert (row.place, row.precision, row.part_of, row.whole_is_known) == ("Ādaži", "town", "The whole", True)
    row = entry(there("a", "2017-06-01"))
    assert (row.place, row.precision, row.part_of, row.whole_is_known) == ("", "", "The whole", False)


def test_a_total_said_of_a_group_names_what_stands_beside_it() -> None:
    deployments = [
        {"id": "whole", "name": "The whole", "sort": "group", "programme": "eFP", "kind": "battlegroup"},
        *(
            {"id": name, "name": name, "programme": "eFP", "kind": "battlegroup"}
            for name in ("latvia", "lithuania", "third")
        ),
    ]
    group = claim("w", "2017-01-01", deployment="whole", status="deployed", unit_count=2, host="LVA;LTU")
    found = known(
        {**group, **exactly(2000)},
        there("a", "2017-01-01"),
        lithuania("b", "2017-01-01"),
        there("c", "2017-01-01", deployment="third", host="DEU", **exactly(300)),
        deployments=deployments,
    )
    (total,) = totals_of(found.deployments.values(), found)
    assert (total.low, total.beside and total.beside.low) == (2300, 300)
    assert "300" in explained(total, found)
    assert "2,000" in explained(total, found)


# What was corrected


class Change(NamedTuple):
    id: str
    table: str
    key: tuple[str, ...]
    reason: str
    column: str = "troops_low"
    before: str = ""
    after: str = ""
    changed_on: str = "2018-01-01"


def statement(*claims: dict[str, Any]) -> Stated:
    data = dataset(*claims)
    return stated(view_of(data, day=DAY), data)


def corrected(then: Stated, now: Stated, *changes: Change) -> dict[tuple[str, str], Correction]:
    return {(one.deployment, one.field): one for one in corrections_between(then, now, changes)}


def test_a_value_that_is_another_one_now_is_a_correction_of_its_field_and_of_the_total() -> None:
    then, now = (
        statement(there("a", "2017-06-01", **exactly(450))),
        statement(there("a", "2017-06-01", **exactly(540))),
    )
    found = corrected(then, now)
    assert set(found) == {("latvia", "strength"), ("", "")}
    one = found["latvia", "strength"]
    assert (one.before, one.now) == ("450 (2017)", "540 (2017)")
    assert corrected(now, now) == {}


def test_what_came_or_went_is_one_correction_with_its_strength() -> None:
    few, more = (
        statement(there("a", "2017-06-01")),
        statement(there("a", "2017-06-01"), lithuania("b", "2017-06-01")),
    )
    came, went = corrected(few, more)["lithuania", ""], corrected(more, few)["lithuania", ""]
    assert (came.before, came.now) == ("", "not stated")
    assert (went.before, went.now) == ("not stated", "")


def test_each_total_that_came_or_went_is_told() -> None:
    none, total = Stated({}, ()), Stated({}, ("450 persons", "two units"))
    assert [(one.before, one.now) for one in corrections_between(none, total, ())] == [
        ("", "450 persons"),
        ("", "two units"),
    ]
    assert [(one.before, one.now) for one in corrections_between(total, Stated({}, ("two units",)), ())] == [
        ("450 persons", "")
    ]


def test_the_reasons_are_those_of_its_own_rows_each_once_and_the_newest_first() -> None:
    then, now = (
        statement(there("a", "2017-06-01", **exactly(450))),
        statement(there("a", "2017-06-01", **exactly(540))),
    )
    found = corrected(
        then,
        now,
        Change("C1", "claims", ("a",), "Read again."),
        Change("C2", "claims", ("other",), "Of another claim."),
        Change("C3", "claims", ("a",), "Read again."),
        Change("C4", "deployments", ("latvia",), "Named."),
        Change("C5", "deployments", ("lithuania",), "Of another deployment."),
        Change("C6", "claims", ("a",), "A note.", column="note"),
        Change("C7", "memberships", ("M1",), "Moved.", before="latvia"),
        Change("C8", "places", ("a",), "A place that is called as a claim is."),
    )
    assert found["latvia", "strength"].reasons == (
        "Moved (C7, 1 January 2018).",
        "Named (C4, 1 January 2018).",
        "Read again (C3, 1 January 2018).",
    )
