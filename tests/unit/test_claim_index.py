"""The claims of a record by deployment: which may count, from which day, in which order, and how sound they are."""

from __future__ import annotations

from datetime import date
from typing import Any

from eastflank.model import Claim, Contribution
from eastflank.record.as_of import known_as_of
from eastflank.record.claim_index import Decision, Membership, index_of
from tests.builders import DEPLOYMENTS, claim, dataset, deployment
from tests.folded import SOURCES, exactly, known, sent, there


def index(*claims: dict[str, Any], **tables: Any) -> Any:
    return index_of(dataset(*claims, **{"sources": SOURCES, **tables}))


def test_the_claims_of_a_deployment_stand_by_the_day_from_which_they_count_then_by_their_order() -> None:
    found = index(
        claim("a", "2017-02", lead="CAN"),
        claim("b", "2017-01-01", lead="CAN"),
        claim("c", "2017-02-28", status="decided"),
        claim("d", "2017-06-01", as_at="2016-10", status="agreed"),
        claim("e", "2017-01-01", deployment="lithuania"),
        claim("f", "2017-01-01", deployment=None, kind="statement"),
        claim("g", "2017-01-01", review="retracted"),
        claim("h", "2017-01-01", review="draft"),
        claim("i", "2017-01-01", review="disputed"),
    )
    assert {name: [one.id for one in own] for name, own in found.claims.items()} == {
        "latvia": ["b", "i", "a", "c", "d"],
        "lithuania": ["e"],
    }
    assert set(found.by_id) == {"a", "b", "c", "d", "e", "i"}
    numbers = [
        found.number_by("latvia", day) for day in (date(2016, 12, 31), date(2017, 1, 1), date(2017, 2, 28))
    ]
    assert numbers == [0, 2, 4]
    assert found.number_by("unknown", date(2020, 1, 1)) == 0
    assert [one.id for one in found.first("latvia", 3, None)] == ["b", "i", "a"]
    assert [one.id for one in found.first("latvia", 3, frozenset(["a", "d"]))] == ["a"]
    assert found.first("unknown", 3, None) == ()


def test_a_claim_keeps_every_cell_that_counts() -> None:
    one = index(
        claim(
            "a", "2017-06", status="deployed", lead="CAN;USA", host="LVA", meant_for="LTU", place="adazi",
            troops_low=400, troops_high=500, hedge="about", counts="whole", unit_count=2, starts="2017-05",
            ends="2018", contributors_complete="yes",
        ),
        contributions=[sent("a", "USA", 5), sent("a", "CAN", 9, hedge="about", left="yes")],
    ).by_id["a"]  # fmt: skip
    assert one == Claim(
        id="a", source="agency", basis="cited", deployment="latvia", status="deployed", lead=("CAN", "USA"),
        host=("LVA",), meant_for=("LTU",), place="adazi", low=400, high=500, hedge="about", counts="whole",
        unit_count=2, starts="2017-05", ends="2018", starts_last=date(2017, 5, 31), ends_last=date(2018, 12, 31),
        complete=True, known_on=date(2017, 6, 30), told_first=date(2017, 6, 1), told_last=date(2017, 6, 30),
        grade="B2", weak=False,
        contributions=(
            Contribution("CAN", 9, 9, "about", left=True), Contribution("USA", 5, 5, None, left=False),
        ),
    )  # fmt: skip
    assert not index(claim("a", "2017-06-01")).by_id["a"].complete
    assert index(claim("a", "2017-06-01", **{**exactly(5), "counts": "sum"})).by_id["a"].complete


def test_what_rests_on_a_weak_claim_is_weak_and_so_is_what_rests_on_that() -> None:
    judged: dict[str, Any] = {"said_on": None, "source": None, "credibility": None}
    found = index(
        claim("a", "2017-06-01"),
        claim("b", "2017-06-01", source="blog"),
        claim("c", "", rests_on="a") | judged,
        claim("d", "", rests_on="a;b") | judged,
        claim("e", "", rests_on="a;d") | judged,
    )
    assert {name: one.weak for name, one in found.by_id.items()} == {
        "a": False, "b": True, "c": False, "d": True, "e": True,
    }  # fmt: skip


def test_a_membership_is_known_from_its_claim_or_its_start_and_holds_for_its_time() -> None:
    rows = [
        {
            "id": "M2",
            "member": "latvia",
            "whole": "whole",
            "claim": "a",
            "starts": "2017-01",
            "ends": "2017-06",
        },
        {"id": "M1", "member": "lithuania", "whole": "whole", "starts": "2017-02-01"},
        {"id": "M3", "member": "early", "whole": "latvia", "relation": "became"},
    ]
    found = index(claim("a", "2017-03-01"), memberships=rows)
    assert found.parts == (
        Membership("lithuania", "whole", date(2017, 2, 1), date(2017, 2, 1), date.max),
        Membership("latvia", "whole", date(2017, 3, 1), date(2017, 1, 31), date(2017, 6, 30)),
    )
    assert found.became == (Membership("early", "latvia", date.min, date.min, date.max),)
    part = found.parts[1]
    days = (date(2017, 2, 28), date(2017, 3, 1), date(2017, 6, 30), date(2017, 7, 1))
    assert [part.holds(day) for day in days] == [False, True, True, False]
    late = Membership("a", "b", date(2017, 1, 1), date(2017, 2, 1), date(2017, 3, 1))
    assert [late.holds(date(2017, month, 1)) for month in (1, 2, 3)] == [False, True, True]


def test_only_a_decision_between_claims_is_one_of_the_record_and_they_stand_by_id() -> None:
    plain = {"deployment": "latvia", "field": "lead", "claim": "a", "reason": "So."}
    rows = [
        {"id": "D2", **plain},
        {"id": "D1", **plain, "field": "contingent", "nation": "CAN"},
        {"id": "D3", **plain, "check": "a_check"},
        {"id": "D4", **plain, "claim": None},
        {"id": "D5", **plain, "field": None},
        {"id": "D6", **plain, "deployment": None},
    ]
    assert index(claim("a", "2017-06-01"), decisions=rows).decisions == (
        Decision("D1", "latvia", "contingent", "CAN", "a"),
        Decision("D2", "latvia", "lead", "", "a"),
    )


# --- from claims to all that is known on a day --------------------------------------------------------------


def group(identifier: str, day: str, **cells: Any) -> dict[str, Any]:
    return claim(identifier, day, **{"deployment": "whole", "status": "deployed", "host": "LVA;LTU", **cells})


def test_a_group_is_as_current_as_the_newest_word_of_a_unit_and_a_unit_as_that_of_its_group() -> None:
    found = known(group("g", "2016-01-01"), there("a", "2017-06-01"), day="2019-06-01").deployments
    assert (found["whole"].last_word, found["whole"].silent) == (date(2017, 6, 1), False)
    found = known(group("g", "2016-01-01"), there("a", "2017-06-01"), day="2019-06-02").deployments
    assert (found["whole"].silent, found["latvia"].silent) == (True, True)
    found = known(there("a", "2016-01-01"), group("g", "2017-06-01"), day="2019-06-01").deployments
    assert (found["latvia"].last_word, found["latvia"].silent) == (date(2017, 6, 1), False)
    ended = known(
        there("a", "2016-01-01"), claim("b", "2016-02-01", status="ended"), day="2019-06-01"
    ).deployments
    assert (ended["latvia"].silent, ended["latvia"].last_word) == (False, date(2016, 2, 1))
    # A word about the group over its group is one about the unit too.
    upper = deployment("upper", sort="group", kind="battlegroup")
    both = [{"member": "latvia", "whole": "whole"}, {"member": "whole", "whole": "upper"}]
    found = known(
        there("a", "2016-01-01"), group("g", "2016-01-01"), group("u", "2017-06-01", deployment="upper"),
        day="2019-06-01", deployments=[*DEPLOYMENTS, upper], memberships=both,
    ).deployments  # fmt: skip
    assert {name: one.silent for name, one in found.items()} == {
        "latvia": False,
        "whole": False,
        "upper": False,
    }


def test_a_word_about_a_part_of_a_unit_is_none_about_the_unit() -> None:
    found = known(
        there("a", "2016-01-01", deployment="lithuania"),
        there("b", "2017-06-01"),
        memberships=[{"member": "latvia", "whole": "lithuania"}],
    ).deployments
    assert (found["latvia"].under, found["lithuania"].parts) == ("lithuania", ("latvia",))
    assert found["lithuania"].last_word == date(2016, 1, 1)


def test_a_group_keeps_in_its_heading_a_figure_that_is_old_and_a_unit_keeps_it() -> None:
    claims = group("g", "2016-06-01", **exactly(2000)), there("a", "2016-06-01", **exactly(500))
    found = known(*claims, day="2017-12-01").deployments
    assert (found["whole"].figure is not None, found["whole"].earlier) == (True, None)
    found = known(*claims, day="2017-12-02").deployments
    whole, one = found["whole"], found["latvia"]
    assert (whole.figure, whole.counts, whole.old) == (None, None, False)
    assert whole.earlier
    assert whole.earlier.low == 2000
    assert (one.old, one.earlier, one.figure is not None) == (True, None, True)


def test_a_status_by_a_judged_claim_says_so() -> None:
    judged = claim("j", "", source=None, rests_on="a", status="deployed") | {
        "said_on": None,
        "credibility": None,
    }
    assert known(claim("a", "2016-06-01", status="agreed"), judged).deployments["latvia"].status_judged
    assert (
        not known(claim("a", "2016-06-01", status="deployed"), judged | {"status": None})
        .deployments["latvia"]
        .status_judged
    )
    assert not known(claim("a", "2016-06-01", lead="CAN")).deployments["latvia"].status_judged


STATISTIC = {"id": "sum", "name": "All", "sort": "statistic", "programme": "national", "kind": "statistic"}


def test_a_statistic_from_before_a_unit_came_or_went_leaves_the_map() -> None:
    def off_map(*claims: dict[str, Any]) -> str:
        first = claim("s", "2017-06-01", deployment="sum", status="deployed", host="LVA", **exactly(1000))
        return known(first, *claims, deployments=[*DEPLOYMENTS, STATISTIC]).deployments["sum"].off_map

    assert off_map(there("a", "2017-01-01")) == off_map(there("a", "2017-09-01")) == ""
    for ends, reason in (("2017-07-01", "moved"), ("2017-06-01", ""), ("2017-05", "")):
        assert off_map(there("a", "2017-01-01", ends=ends)) == reason
    assert off_map(there("a", "2017-01-01"), claim("b", "2017-07-01", status="ended")) == "moved"
    assert off_map(there("a", "2017-01-01"), claim("b", "2017-07-01", status="leaving")) == "moved"
    assert off_map(there("a", "2017-01-01", status="decided"), claim("b", "2017-07-01", lead="CAN")) == ""
    # The end of a month may lie before the statistic.
    assert off_map(there("a", "2017-01-01", ends="2017-06")) == ""


def test_a_selection_of_all_claims_is_the_whole_and_one_of_some_is_a_part() -> None:
    small = dataset(there("a", "2016-07-08"), there("b", "2017-01-01", lead="CAN"), sources=SOURCES)
    day = date(2018, 1, 1)
    whole = known_as_of(small, day)
    assert known_as_of(small, day, small.claims).deployments == whole.deployments
    part = known_as_of(small, day, small.claims[small.claims["id"] == "a"])
    assert [row.id for row in part.claims] == ["a"]
    assert [row.id for row in whole.claims] == ["b", "a"]
    assert (part.deployments["latvia"].lead, whole.deployments["latvia"].lead) == ((), ("CAN",))
    assert part.day == whole.day == day
    assert whole.titles == {}
