"""A row of a view's table: each field names its value, and what is not stated says so."""

from dataclasses import fields
from datetime import date
from typing import Any

from eastflank.model import Standing
from eastflank.model.overlay import Named, laid_over
from eastflank.report.entries import DeploymentEntry, entries_of, entry_of
from eastflank.report.evidence import evidence_of
from eastflank.view.selection import view_of
from tests.builders import claim, dataset
from tests.folded import exactly, persons, sent, there

DAY = date(2018, 1, 1)
NOTES = {1: "[1] Agency.", 2: "[2] Ministry."}


def rows(*claims: dict[str, Any], **tables: Any) -> dict[str, DeploymentEntry]:
    """The rows of a view by id, with the agency as source 1 and the ministry as source 2."""
    data = dataset(*claims, **tables)
    view = view_of(data, day=DAY)
    evidence = evidence_of(view, data, {"agency": 1, "ministry": 2})
    return {one.id: one for one in entries_of(view, data, evidence, NOTES)}


def cells(one: DeploymentEntry) -> dict[str, Any]:
    """All that a row says."""
    return {field.name: getattr(one, field.name) for field in fields(one) if field.name != "described"}


def test_a_row_of_which_everything_is_stated() -> None:
    found = rows(
        there(
            "a", "2017-05-01", lead="CAN;DEU", place="adazi", meant_for="LTU", starts="2017-06",
            **persons(400, 500, "about"),
        ),
        claim("b", "2017-05-02", source="ministry"),
        claim("w", "2016-06-14", deployment="whole", status="agreed", unit_count=3),
        claim("p", "2017-05-03", status="decided", lead="CAN", starts="2019", **exactly(900)),
        contributions=[sent("b", "CAN", 300), sent("b", "DEU")],
    )  # fmt: skip
    assert cells(found["latvia"]) == {
        "id": "latvia",
        "name": "Battlegroup Latvia",
        "sort": "unit",
        "kind": "battlegroup",
        "status": "deployed",
        "state": "deployed",
        "standing": Standing.PRESENT,
        "lead": "Canada and Germany",
        "host": "Latvia",
        "meant_for": "Lithuania",
        "place": "Ādaži",
        "precision": "town",
        "strength": "about 400–500 (2017)",
        "low": 400,
        "high": 500,
        "hedge": "about",
        "told": "2017-05-01",
        "counts": "the whole deployment",
        "planned": "900 persons (2017); led by Canada (2017)",
        "begins": "June 2017",
        "programme": "enhanced Forward Presence",
        "programme_short": "eFP",
        "part_of": "The whole",
        "whole_is_known": True,
        "not_drawn": "",
        "contingents": "Canada 300 (2017); Germany",
        "claims": ("p", "b", "a"),
        "carried_by": ("b", "a"),
        "footnotes": (1, 2),
        "carrying": (1, 2),
        "sources": ("[1] Agency.", "[2] Ministry."),
        "dataset": "",
    }


def test_a_row_of_which_nothing_is_stated_says_so_and_its_figures_are_none() -> None:
    found = rows(claim("a", "2017-05-01"), deployments=[{"id": "latvia", "name": "One", "kind": "presence"}])
    assert cells(found["latvia"]) == {
        "id": "latvia",
        "name": "One",
        "sort": "unit",
        "kind": "national deployment",
        "status": "not stated",
        "state": "",
        "standing": None,
        "lead": "not stated",
        "host": "not stated",
        "meant_for": "",
        "place": "",
        "precision": "",
        "strength": "not stated",
        "low": None,
        "high": None,
        "hedge": "",
        "told": "",
        "counts": "",
        "planned": "",
        "begins": "",
        "programme": "",
        "programme_short": "",
        "part_of": "",
        "whole_is_known": False,
        "not_drawn": "No status is stated.",
        "contingents": "",
        "claims": ("a",),
        "carried_by": (),
        "footnotes": (1,),
        "carrying": (),
        "sources": ("[1] Agency.",),
        "dataset": "",
    }


def test_a_claim_that_gives_no_value_shown_carries_nothing_and_its_source_neither() -> None:
    found = rows(
        there("a", "2017-05-01", host=None, **exactly(400)),
        there("b", "2017-06-01", source="ministry", host=None, **exactly(450)),
    )["latvia"]
    assert (found.claims, found.carried_by) == (("b", "a"), ("b",))
    assert (found.footnotes, found.carrying) == ((1, 2), (2,))
    assert len(found.sources) == 2


def test_a_judged_claim_has_no_footnote() -> None:
    found = rows(
        there("a", "2017-05-01"),
        claim("j", "2017-06-01", source=None, rests_on="a", status="ended", judged_on="2026-01-01"),
    )["latvia"]
    assert (set(found.claims), found.footnotes, found.carrying) == ({"j", "a"}, (1,), ())


def test_a_unit_inside_a_unit_is_part_of_that_rather_than_of_the_group() -> None:
    deployments = [
        {"id": name, "name": f"The {name}", "kind": "brigade", "sort": sort}
        for name, sort in (("group", "group"), ("latvia", "unit"), ("inner", "unit"))
    ]
    found = rows(
        there("a", "2017-05-01"),
        there("b", "2017-05-01", deployment="inner"),
        deployments=deployments,
        memberships=[
            {"member": "inner", "whole": "latvia"},
            {"member": "latvia", "whole": "group"},
        ],
    )
    assert (found["inner"].part_of, found["inner"].whole_is_known) == ("The latvia", True)
    assert (found["latvia"].part_of, found["latvia"].whole_is_known) == ("The group", False)


def test_a_row_says_why_it_has_no_mark() -> None:
    found = rows(claim("a", "2017-05-01", status="ended", host="LVA"))["latvia"]
    assert found.not_drawn == "Its status is “ended”."
    assert not rows(there("a", "2017-05-01"))["latvia"].not_drawn


def test_without_evidence_a_row_names_no_claim_and_no_source_and_says_all_else() -> None:
    data = dataset(there("a", "2017-05-01", lead="CAN", place="adazi", **exactly(450)))
    view = view_of(data, day=DAY)
    bare = entry_of(view.by_id["latvia"], view, data)
    assert (bare.claims, bare.carried_by, bare.footnotes, bare.carrying, bare.sources) == ((), (), (), (), ())
    assert entries_of(view, data) == (bare,)
    (full,) = entries_of(view, data, evidence_of(view, data, {"agency": 1}), NOTES)
    own = ("claims", "carried_by", "footnotes", "carrying", "sources")
    assert {name: cell for name, cell in cells(bare).items() if name not in own} == {
        name: cell for name, cell in cells(full).items() if name not in own
    }


def test_of_several_datasets_a_row_names_its_own() -> None:
    one, two = (dataset(there("a", "2017-05-01")) for _ in range(2))
    data = laid_over([Named("one", "The first", one), Named("two", "The second", two)])
    view = view_of(data, day=DAY)
    assert {row.id: row.dataset for row in entries_of(view, data)} == {
        "latvia": "The first",
        "two.latvia": "The second",
    }
    assert {one.claim: one.dataset for one in evidence_of(view, data, {})} == {
        "a": "The first",
        "two.a": "The second",
    }
