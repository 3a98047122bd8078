"""Which claims contradict each other, in edge cases of time, standing and rule."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from eastflank.model import Contribution
from eastflank.record.as_of import known_as_of
from eastflank.record.claim_index import index_of
from eastflank.record.disagreements import Disagreement, Statement, disagreements_in
from eastflank.record.matters import Party
from eastflank.words.chosen import disputes
from tests.builders import PLACES, claim, dataset
from tests.folded import exactly, sent, there

SOURCES = [
    {"id": name, "publisher": name, "title": "T", "published": "2022", "reliability": letter}
    for name, letter in (("agency", "B"), ("other", "B"), ("third", "B"), ("best", "A"), ("blog", "D"))
]
MORE_PLACES = [
    *PLACES,
    {**PLACES[0], "id": "riga", "name": "Rīga"},
    {**PLACES[0], "id": "camp", "precision": "site"},
    {**PLACES[0], "id": "region", "precision": "region"},
    {**PLACES[0], "id": "land", "precision": "country"},
]


def found(*claims: dict[str, Any], day: str = "2022-12-31", **tables: Any) -> tuple[Disagreement, ...]:
    small = dataset(*claims, **{"sources": SOURCES, "places": MORE_PLACES, **tables})
    return disagreements_in(small, known_as_of(small, date.fromisoformat(day)))


def fields(*claims: dict[str, Any], **tables: Any) -> list[str]:
    return [one.field for one in found(*claims, **tables)]


def said(identifier: str, day: str, source: str = "agency", **cells: Any) -> dict[str, Any]:
    return there(identifier, day, source=source, **cells)


@pytest.mark.parametrize(
    ("second", "disagree"),
    [("2022-06-15", True), ("2022-06-16", False), ("2022-05-18", True), ("2022-05-17", False)],
)
def test_one_source_may_end_two_weeks_from_when_another_still_has_it(second: str, disagree: object) -> None:
    ended = claim("b", "2022-06-01", source="other", status="ended")
    assert ("status" in fields(said("a", second), ended)) is (disagree and second > "2022-06-01")


@pytest.mark.parametrize(("second", "disagree"), [("2022-11-28", True), ("2022-11-29", False)])
def test_bases_are_of_one_time_within_a_rotation(second: str, disagree: object) -> None:
    both = said("a", "2022-06-01", place="adazi"), said("b", second, "other", place="riga")
    assert (fields(*both) == ["place"]) is disagree


@pytest.mark.parametrize(
    ("place", "disagree"),
    [("riga", True), ("camp", True), ("region", True), ("land", False), ("sea", False), ("phrase", False)],
)
def test_only_a_place_that_is_known_as_well_is_another_base(place: str, disagree: object) -> None:
    assert (
        fields(said("a", "2022-06-01", place="adazi"), said("b", "2022-06-01", "other", place=place))
        == ["place"]
    ) is disagree


def test_leads_hosts_and_figures_of_a_plan_are_no_other_account_of_what_is_there() -> None:
    plan = {"status": "decided", "host": "LTU", "lead": "DEU", **exactly(900)}
    one = said("a", "2022-06-01", lead="CAN", **exactly(450))
    assert fields(one, claim("b", "2022-06-01", source="other", **plan)) == []
    assert fields(one, claim("b", "2022-06-01", source="other", **{**plan, "status": "deployed"})) == [
        "strength", "lead", "host",
    ]  # fmt: skip
    # A begin is one whether it is planned or past.
    begins = claim("b", "2022-06-01", source="other", status="decided", starts="2022-03")
    assert fields(said("a", "2022-06-01", starts="2022-05"), begins) == ["starts"]


@pytest.mark.parametrize(("starts", "disagree"), [("2022-06-15", False), ("2022-06-10", True), (None, True)])
def test_what_is_to_come_later_is_no_other_account_of_now(starts: str | None, disagree: object) -> None:
    ended = claim("b", "2022-06-10", source="other", status="ended", starts=starts)
    assert ("status" in fields(said("a", "2022-06-12"), ended)) is disagree


def test_figures_from_before_a_part_joined_and_from_after_are_not_of_the_same_thing() -> None:
    joins = [{"member": "lithuania", "whole": "latvia", "starts": "2022-06-05"}]
    one, two = said("a", "2022-06-04", **exactly(450)), said("b", "2022-06-05", "other", **exactly(900))
    assert fields(one, two) == ["strength"]
    assert fields(one, two, memberships=joins) == []
    assert fields({**one, "said_on": "2022-06-05"}, {**two, "said_on": "2022-06-06"}, memberships=joins) == [
        "strength"
    ]
    elsewhere = [{"member": "latvia", "whole": "lithuania", "starts": "2022-06-05"}]
    assert fields(one, two, memberships=elsewhere) == ["strength"]


def test_a_disagreement_lists_each_claim_of_its_time_of_another_source_the_newest_first() -> None:
    (one,) = found(
        said("a", "2022-06-01", "third", **exactly(450)),
        said("b", "2022-06-05", **exactly(455)),
        said("c", "2022-06-10", "other", **exactly(450)),
        said("d", "2022-06-11", **exactly(900)),
    )
    assert [side.claim for side in one.statements] == ["d", "c", "a"]
    assert one.statements[0] == Statement(
        "d", "agency", "B2", date(2022, 6, 11), date(2022, 6, 11), "", 900, 900, None
    )
    assert (one.apart, one.shown, one.stands, one.rule) == (10, "d", True, disputes.followed("newest", "d"))
    assert (one.decision, one.reason, one.nation) == ("", "", "")
    # What agrees with the newest, and is followed by nothing that does not, is no disagreement.
    assert not found(
        said("a", "2022-06-01", **exactly(450)), said("b", "2022-06-05", "other", **exactly(450))
    )


def test_after_the_newest_and_what_speaks_of_its_time_the_older_ones_are_looked_at() -> None:
    pairs = (
        said("a", "2021-01-01", place="adazi"), said("b", "2021-01-02", "other", place="riga"),
        said("c", "2022-06-01", place="adazi"), said("d", "2022-06-02", "other", place="riga"),
    )  # fmt: skip
    assert [[side.claim for side in one.statements] for one in found(*pairs)] == [["d", "c"], ["b", "a"]]
    (now, then) = found(*pairs)
    assert (now.stands, then.stands, then.rule) == (True, False, disputes.followed("overtaken", "d"))


def test_where_it_is_over_or_nothing_is_followed_neither_value_counts() -> None:
    pair = said("a", "2022-06-01", **exactly(450)), said("b", "2022-06-02", "other", **exactly(900))
    ended = claim("z", "2022-12-01", status="ended")
    over = [one for one in found(*pair, ended) if one.field == "strength"]
    assert [(one.rule, one.stands) for one in over] == [(disputes.followed("neither", ""), False)]
    sends = [sent("a", "CAN", 100), sent("b", "CAN", 300)]
    left = said("c", "2022-12-01"), [*sends, sent("c", "CAN", left="yes")]
    (gone,) = [one for one in found(*pair, left[0], contributions=left[1]) if one.field == "contingent"]
    assert (gone.shown, gone.rule, gone.stands) == ("", disputes.followed("neither", ""), False)


@pytest.mark.parametrize(
    ("cells", "rule"),
    [
        ({"source": "best", "credibility": 3}, disputes.followed("more reliable", "b")),
        ({"source": "other", "credibility": 1}, disputes.followed("more credible", "b")),
        ({"source": "other"}, disputes.followed("last by id", "b")),
        ({"source": "other", "status": "leaving"}, disputes.followed("further status", "b")),
        ({"source": "best", "status": "leaving"}, disputes.followed("further status", "b")),
        ({"source": "other", "said_on": "2022-06-02"}, disputes.followed("newest", "b")),
    ],
)
def test_the_rule_names_what_puts_one_claim_before_the_other(cells: dict[str, Any], rule: str) -> None:
    (one,) = found(said("a", "2022-06-01", place="adazi"), said("b", "2022-06-01", place="riga") | cells)
    assert (one.field, one.shown, one.rule) == ("place", "b", rule)


def test_of_statuses_the_rule_names_the_later_word() -> None:
    ended = claim("b", "2022-06-10", source="other", status="ended")
    (one,) = [
        one for one in found(said("a", "2022-06-05"), said("c", "2022-06-12"), ended) if one.field == "status"
    ]
    assert (one.shown, one.stands, one.rule) == ("c", True, disputes.followed("later status", "c"))


def test_a_decision_is_told_where_it_is_for_one_of_the_sides_and_followed() -> None:
    pair = said("a", "2022-06-01", place="adazi"), said("b", "2022-06-02", "other", place="riga")

    def decided(**cells: Any) -> tuple[str, str, str, str]:
        row = {"id": "D1", "deployment": "latvia", "field": "place", "claim": "a", "reason": "Seen.", **cells}
        (one,) = found(*pair, decisions=[row])
        return one.shown, one.decision, one.reason, one.rule

    assert decided() == ("a", "D1", "Seen.", disputes.followed("decided", "a"))
    newest = ("b", "", "", disputes.followed("newest", "b"))
    assert decided(field="lead") == decided(deployment="lithuania") == decided(claim="c") == newest


def test_contingents_are_compared_nation_by_nation_and_an_old_figure_is_not_followed() -> None:
    pair = said("a", "2021-01-01"), said("b", "2021-01-02", "other")
    sends = [
        sent("a", "DEU", 5), sent("b", "DEU", 9), sent("a", "CAN", 100), sent("b", "CAN", 300),
        sent("a", "USA"), sent("b", "USA", 7),
    ]  # fmt: skip
    both = found(*pair, contributions=sends, day="2021-06-01")
    assert [(one.field, one.nation, one.shown) for one in both] == [
        ("contingent", "CAN", "b"), ("contingent", "DEU", "b"),
    ]  # fmt: skip
    assert [(one.low, one.high) for one in both] == [(100, 300), (5, 9)]
    assert {one.rule for one in found(*pair, contributions=sends)} == {disputes.followed("neither", "")}


def test_only_deployments_that_are_asked_for_are_looked_at() -> None:
    small = dataset(
        said("a", "2022-06-01", place="adazi"),
        said("b", "2022-06-02", "other", place="riga"),
        said("c", "2022-06-01", deployment="lithuania", place="adazi"),
        said("d", "2022-06-02", "other", deployment="lithuania", place="riga"),
        claim("e", "2022-06-02", deployment=None, kind="statement"),
        sources=SOURCES,
        places=MORE_PLACES,
    )
    known = known_as_of(small, date(2022, 12, 31))
    for among, ids in ((None, ["latvia", "lithuania"]), (["lithuania"], ["lithuania"]), ([], [])):
        assert [one.deployment for one in disagreements_in(small, known, among)] == ids


@pytest.mark.parametrize(
    ("sides", "span"),
    [
        ([(1, 2, None), (3, 4, None)], (1, 4, None)),
        ([(1, None, "more than"), (3, 4, None)], (1, None, None)),
        ([(None, 9, "up to"), (3, 4, None)], (3, 9, None)),
        ([(None, 9, "up to"), (None, 7, "up to")], (None, 9, "up to")),
        ([(1, 2, "about"), (3, 4, None)], (1, 4, "about")),
        ([(None, None, None), (None, None, None)], (None, None, None)),
    ],
)
def test_the_span_of_a_disagreement_holds_all_its_figures(
    sides: list[tuple[int | None, int | None, str | None]], span: tuple[int | None, int | None, str | None]
) -> None:
    said_by = index_of(dataset(said("a", "2022-06-01"), sources=SOURCES)).by_id["a"]
    parties = tuple(Party(said_by, "", Contribution("CAN", *side, left=False)) for side in sides)
    one = Disagreement(
        "latvia", "strength", "", parties, 0, "0", "newest", stands=True, decision="", reason=""
    )
    assert (one.low, one.high, one.hedge) == span
