"""One deployment by the claims about itself alone: its fields, its end, what is due, and what is planned for later."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from eastflank.model import Claim, Contribution, Deployment, Plan, Standing
from eastflank.record.account import account_of
from eastflank.record.claim_index import Decision, Membership
from eastflank.record.on_a_day import deployment_on_its_own
from eastflank.record.wholes import ended_with_wholes, with_memberships, without_planned_strength
from tests.as_known import BATTLEGROUP, figure, group, unit
from tests.unit.test_order_of_claims import said

DAY = date(2018, 1, 1)
ROW = Deployment("latvia", "The latvia", "unit", BATTLEGROUP, None, "eFP", None)


def of(
    *claims: Claim, day: date = DAY, row: Deployment = ROW, decisions: tuple[Decision, ...] = ()
) -> Deployment:
    return deployment_on_its_own(row, account_of("latvia", claims, decisions), day, "latvia")


def there(identifier: str, day: date, **fields: Any) -> Claim:
    return said(identifier, day, **{"status": "deployed", **fields})


def test_a_deployment_has_what_its_claims_state_and_which_claim_states_it() -> None:
    one = said(
        "a", date(2017, 6, 1), date(2017, 6, 30), status="deployed", lead=("CAN",), host=("LVA",), meant_for=("EST",),
        place="adazi", starts="2017-05", ends="2019", unit_count=2, ends_last=date(2019, 12, 31),
        low=450, high=450, counts="whole", grade="B3",
    )  # fmt: skip
    found = of(one, said("b", date(2017, 5, 1)))
    assert (found.status, found.standing, found.status_told) == (
        "deployed",
        Standing.PRESENT,
        date(2017, 6, 1),
    )
    stated = ("status", "lead", "host", "place", "starts", "ends", "unit_count")
    assert {getattr(found, f"{field}_claim") for field in stated} == {"a"}
    assert (found.lead, found.host, found.meant_for, found.place) == (("CAN",), ("LVA",), ("EST",), "adazi")
    assert (found.starts, found.ends, found.unit_count) == ("2017-05", "2019", 2)
    assert (found.same_as, found.claim_count, found.last_word) == ("latvia", 2, date(2017, 6, 30))
    assert (found.counts, found.figure and found.figure.grade, found.not_followed) == ("whole", "B3", ())
    bare = of(said("b", date(2017, 5, 1)))
    assert (bare.status, bare.standing, bare.status_claim, bare.status_told) == (None, None, None, None)
    assert (bare.meant_for, bare.plans, bare.ended_on, bare.figure) == ((), (), None, None)


def test_for_whom_it_is_meant_goes_with_the_claim_of_its_host() -> None:
    first = there("a", date(2017, 6, 1), host=("SWE",), meant_for=("FIN",))
    assert of(first).meant_for == ("FIN",)
    assert of(first, there("b", date(2017, 7, 1), host=("LVA",))).meant_for == ()
    assert of(first, there("b", date(2017, 7, 1), meant_for=("EST",))).meant_for == ("FIN",)


def test_a_weak_value_that_is_not_followed_is_named_unless_it_is_the_same() -> None:
    sound = there("a", date(2017, 6, 1), lead=("CAN",))
    weak = there("w", date(2017, 7, 1), lead=("DEU",), weak=True, grade="D4")
    assert of(sound, weak).not_followed == (("lead", "w"),)
    assert of(sound, there("w", date(2017, 7, 1), lead=("CAN",), weak=True, grade="D4")).not_followed == ()
    decided = Decision("D", "latvia", "lead", "", "w")
    assert (
        of(sound, weak, decisions=(decided,)).lead,
        of(sound, weak, decisions=(decided,)).not_followed,
    ) == (("DEU",), ())
    strong = (
        there("s", date(2017, 6, 1), low=450, high=450),
        there("w", date(2017, 7, 1), low=9, high=9, weak=True, grade="D4"),
    )
    assert of(*strong).not_followed == (("strength", "w"),)


@pytest.mark.parametrize(
    ("ends", "day", "over"),
    [
        (date(2017, 12, 31), DAY, True),
        (DAY, DAY, False),
        (date(2018, 1, 2), DAY, False),
        (None, DAY, False),
    ],
)
def test_a_stated_end_ends_it_the_day_after(ends: date | None, day: date, over: object) -> None:
    word = said(
        "a", date(2017, 6, 1), date(2017, 6, 30), status="deployed", ends="2017-12-31", ends_last=ends
    )
    found = of(word, day=day)
    assert found.over is over
    assert (found.status, found.ended_on) == (("ended", ends) if over else ("deployed", None))
    assert (found.status_claim, found.status_told) == ("a", date(2017, 6, 1))
    withdrawn = of(word, said("b", date(2017, 8, 1), status="withdrawn"), day=day)
    assert (withdrawn.status, withdrawn.ended_on) == ("withdrawn", None)


@pytest.mark.parametrize(
    ("status", "starts", "since"),
    [
        ("arriving", date(2017, 12, 31), date(2017, 12, 31)),
        ("arriving", DAY, None),
        ("decided", date(2017, 12, 31), date(2017, 12, 31)),
        ("deployed", date(2017, 12, 31), None),
        ("arriving", None, None),
    ],
)
def test_what_has_not_come_by_its_stated_day_is_due_since_then(
    status: str, starts: date | None, since: date | None
) -> None:
    one = said("a", date(2017, 6, 1), status=status, starts="2017-12", starts_last=starts)
    assert of(said("z", date(2017, 5, 1)), one).due_since == since


def test_what_is_planned_for_later_stands_beside_what_is_there_for_two_years() -> None:
    came = there("a", date(2016, 1, 1), lead=("CAN",))
    plan = said(
        "b", date(2017, 1, 1), date(2017, 1, 31), status="agreed", lead=("DEU", "USA"), host=("LTU",), place="riga",
        low=900, high=900, starts="2018",
    )  # fmt: skip
    found = of(came, plan)
    told = date(2017, 1, 1)
    assert found.plans[1:] == (
        Plan("status", "b", told, ("agreed",)), Plan("lead", "b", told, ("DEU", "USA")),
        Plan("host", "b", told, ("LTU",)), Plan("place", "b", told, ("riga",)),
    )  # fmt: skip
    strength = found.plans[0]
    assert (strength.field, strength.claim, strength.told_on, strength.value) == ("strength", "b", told, ())
    assert strength.figure
    assert strength.figure.low == 900
    assert of(came, plan, day=date(2019, 1, 31)).plans
    assert of(came, plan, day=date(2019, 2, 1)).plans == ()
    assert of(plan).plans == ()
    newer = said("c", date(2017, 3, 1), status="decided")
    assert [one.claim for one in of(came, plan, newer).plans if one.field == "status"] == ["c"]


def test_a_plan_of_a_strength_is_none_beside_a_figure_as_announced() -> None:
    plan = said("p", date(2017, 1, 1), status="decided", low=900, high=900)
    found = of(plan, there("a", date(2017, 6, 1)))
    assert (found.announced, found.plans) == (True, ())
    assert found.figure
    assert (found.figure.low, found.old) == (900, False)
    assert of(plan, there("a", date(2017, 6, 1)), day=date(2018, 7, 2)).old
    waiting = of(plan, day=date(2018, 7, 2))
    assert (waiting.planned, waiting.old) == (True, False)


def test_what_is_over_has_no_contingents_and_a_group_takes_one_unit_for_no_whole() -> None:
    sent = (Contribution("CAN", 450, 450, None, left=False),)
    came = there("a", date(2017, 6, 1), contributions=sent, low=500, high=500, counts="unit")
    assert [one.nation for one in of(came).contingents] == ["CAN"]
    assert of(came, said("b", date(2017, 9, 1), status="ended")).contingents == ()
    assert of(came).figure
    heading = Deployment("latvia", "The latvia", "group", BATTLEGROUP, None, "eFP", None)
    assert of(came, row=heading).figure is None
    plan = said(
        "p", date(2017, 5, 1), status="decided", contributions=(Contribution("DEU", 5, 5, None, left=False),)
    )
    assert {one.nation: one.planned for one in of(plan, came, row=heading).contingents} == {
        "CAN": False,
        "DEU": True,
    }
    assert {one.nation: one.planned for one in of(plan, came).contingents} == {"CAN": False, "DEU": False}
    gone = Contribution("CAN", None, None, None, left=True)
    assert of(came, there("c", date(2017, 9, 1), contributions=(gone,))).former == (("CAN", "c"),)


def test_a_contingents_figure_ends_by_the_whole_of_what_is_there_and_by_no_plan() -> None:
    sent = (Contribution("CAN", 450, 450, None, left=False),)
    came = there("a", date(2017, 6, 1), contributions=sent)
    smaller = there("b", date(2017, 9, 1), low=400, high=400)
    assert of(came, smaller).contingents[0].outgrown == "b"
    planned = said("p", date(2017, 6, 1), status="decided", contributions=sent)
    other = said("q", date(2017, 9, 1), status="decided", low=400, high=400)
    assert of(planned, other).contingents[0].outgrown == ""


# --- wholes and their parts ---------------------------------------------------------------------------------


def belongs(member: str, whole: str) -> Membership:
    return Membership(member, whole, date.min, date.min, date.max)


def test_a_part_belongs_to_a_group_or_under_a_unit_and_each_whole_knows_its_parts_once() -> None:
    there_ = {one.id: one for one in (unit("a"), unit("b"), unit("brigade"), group("whole"))}
    found = with_memberships(
        there_,
        [belongs("a", "whole"), belongs("a", "whole"), belongs("b", "brigade"), belongs("brigade", "whole"),
         belongs("a", "unknown"), belongs("unknown", "whole"), belongs("b", "b")],
        {},
    )  # fmt: skip
    assert (found["a"].part_of, found["a"].under) == ("unknown", "")
    assert (found["b"].part_of, found["b"].under, found["b"].parts) == ("", "brigade", ())
    assert (found["whole"].parts, found["brigade"].parts) == (("a", "brigade"), ("b",))
    assert found["brigade"].part_of == "whole"
    renamed = with_memberships(there_, [belongs("early", "north")], {"early": "a", "north": "whole"})
    assert (renamed["a"].part_of, renamed["whole"].parts) == ("whole", ("a",))
    itself = with_memberships(there_, [belongs("early", "a")], {"early": "a"})
    assert itself == there_


def test_the_end_of_a_whole_ends_its_parts_and_theirs_unless_a_later_word_has_them_there() -> None:
    over = group(
        "whole", standing=Standing.GONE, status="withdrawn", status_claim="end", status_told=DAY,
        ended_on=date(2017, 6, 30), parts=("a", "b", "c"),
    )  # fmt: skip
    parts = {
        "a": unit("a", parts=("d",)), "b": unit("b"), "c": unit("c", standing=Standing.GONE, status="denied"),
        "d": unit("d", standing=Standing.PLANNED, figure=figure(5)),
    }  # fmt: skip
    words = {"a": date(2017, 6, 30), "b": date(2017, 7, 1), "c": date(2017, 7, 1), "d": date(2017, 1, 1)}
    accounts = {
        name: account_of(name, [there(name, day, deployment=name)], ())
        for name, day in {**words, "whole": DAY}.items()
    }
    found = ended_with_wholes({"whole": over, **parts}, accounts)
    for name in ("a", "d"):
        one = found[name]
        assert (one.status, one.standing, one.status_claim, one.status_told) == (
            "withdrawn",
            Standing.GONE,
            "end",
            DAY,
        )
        assert one.ended_on == date(2017, 6, 30)
    assert (found["a"].ended_with, found["d"].ended_with) == ("whole", "a")
    assert found["d"].figure is None
    assert (found["b"], found["c"], found["whole"]) == (parts["b"], parts["c"], over)


def test_where_no_day_of_an_end_is_stated_it_is_that_of_the_word_of_it() -> None:
    over = group("whole", standing=Standing.GONE, status_claim="end", parts=("a",))
    end = said("end", date(2017, 6, 30), status="ended")
    for last, ended in ((date(2017, 6, 30), True), (date(2017, 7, 1), False)):
        accounts = {"whole": account_of("whole", [end], ()), "a": account_of("a", [there("w", last)], ())}
        assert ended_with_wholes({"whole": over, "a": unit("a")}, accounts)["a"].over is ended


def test_of_what_was_only_planned_nothing_is_left_once_it_is_over() -> None:
    plan = unit(
        standing=Standing.PLANNED,
        figure=figure(5),
        counts="whole",
        disputed=("a", "b"),
        old=True,
        due_since=DAY,
    )
    found = without_planned_strength(plan)
    assert (found.figure, found.counts, found.disputed, found.old, found.due_since) == (
        None,
        None,
        (),
        False,
        None,
    )
    came = unit(figure=figure(5), counts="whole", disputed=("a", "b"))
    assert without_planned_strength(came) is came
