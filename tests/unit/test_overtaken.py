"""A selection of the evidence compared with all of it: nothing that ended comes back, and overtaken values name the newer claim."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from eastflank.model import Contingent, Deployment, Standing
from eastflank.record.overtaken import never_revived
from tests.as_known import contingent, figure, unit
from tests.builders import dataset

NATIONS = dataset().nations_by_code
OLDER, LATER = date(2017, 3, 1), date(2017, 9, 1)


def held(part: Deployment, whole: Deployment) -> Deployment:
    """What the selection says, compared with all of the evidence."""
    return never_revived({"latvia": part}, {"latvia": whole}, NATIONS)["latvia"]


def told(number: int, day: date, claim: str) -> Any:
    return figure(number, told_first=day, told_last=day, claim=claim)


def test_what_all_the_evidence_has_over_is_over_with_everything_that_is_said_of_its_end() -> None:
    whole = unit(
        standing=Standing.GONE, status="withdrawn", status_claim="end", status_told=LATER, status_judged=True,
        status_inferred=True,
        ended_on=date(2017, 8, 31), ended_with="whole",
    )  # fmt: skip
    part = unit(figure=figure(5), contingents=(contingent("latvia", "CAN", 5),), lead=("CAN",))
    found = held(part, whole)
    for field in (
        "status",
        "standing",
        "status_claim",
        "status_told",
        "status_judged",
        "status_inferred",
        "ended_on",
        "ended_with",
    ):
        assert getattr(found, field) == getattr(whole, field)
    assert (found.contingents, found.overtaken) == ((), (("status", "end"),))
    assert (found.figure, found.lead) == (part.figure, ("CAN",))  # what was there stays what it was
    plan = unit(standing=Standing.PLANNED, figure=figure(5), due_since=OLDER)
    assert (held(plan, whole).figure, held(plan, whole).due_since) == (None, None)
    own_end = unit(standing=Standing.GONE, status_claim="own")
    assert (held(own_end, whole).status_claim, held(own_end, whole).overtaken) == ("own", ())
    assert held(part, unit(standing=Standing.GONE)).overtaken == (("status", ""),)


@pytest.mark.parametrize(
    ("part", "whole", "by"),
    [
        (told(5, OLDER, "a"), told(9, LATER, "b"), "b"),
        (told(5, LATER, "a"), told(9, LATER, "b"), None),
        (told(5, LATER, "a"), told(9, OLDER, "b"), None),
        (told(5, OLDER, "a"), told(9, LATER, "a"), None),
        (None, told(9, LATER, "b"), None),
        (told(5, OLDER, "a"), None, None),
    ],
)
def test_a_strength_is_overtaken_by_another_claim_of_a_later_day(
    part: Any, whole: Any, by: str | None
) -> None:
    found = held(unit(figure=part), unit(figure=whole))
    assert found.overtaken == ((("strength", by),) if by else ())
    assert found.figure == part


@pytest.mark.parametrize(
    ("sort", "day", "by"),
    [
        ("unit", LATER, "end"),
        ("unit", OLDER, "end"),
        ("unit", date(2017, 2, 1), None),
        ("group", LATER, None),
    ],
)
def test_a_figure_that_all_the_evidence_has_ended_is_overtaken_by_the_word_of_its_end(
    sort: str, day: date, by: str | None
) -> None:
    part = unit(sort=sort, figure=told(5, OLDER, "a"))
    whole = unit(sort=sort, earlier=told(9, day, "a"), status_claim="end")
    assert held(part, whole).overtaken == ((("strength", by),) if by else ())
    assert held(unit(sort=sort), whole).overtaken == ()
    nameless = unit(sort=sort, earlier=told(9, day, "a"))
    assert held(part, nameless).overtaken == ((("strength", ""),) if by else ())


def parts(part: Contingent | None, *whole: Contingent, **fields: Any) -> Deployment:
    one = unit(contingents=(part,) if part else ())
    return held(one, unit(contingents=whole, **fields))


CANADA = contingent("latvia", "CAN", figure=told(80, OLDER, "a"))


@pytest.mark.parametrize(
    ("whole", "by"),
    [
        (contingent("latvia", "CAN", figure=told(25, LATER, "b")), "b"),
        (contingent("latvia", "CAN", figure=told(25, OLDER, "b")), ""),
        (contingent("latvia", "CAN", figure=told(25, LATER, "a")), ""),
        (contingent("latvia", "CAN", outgrown="c"), "c"),
        (contingent("latvia", "CAN"), ""),
        (contingent("latvia", "DEU", figure=told(25, LATER, "b")), ""),
    ],
)
def test_a_contingent_is_old_where_all_the_evidence_has_a_later_figure_or_has_ended_it(
    whole: Contingent, by: str
) -> None:
    found = parts(CANADA, whole)
    (part,) = found.contingents
    assert (part.overtaken, part.old, part.figure) == (by, bool(by), CANADA.figure)
    assert found.overtaken == ((("contingent of Canada", by),) if by else ())
    silent = parts(contingent("latvia", "CAN"), whole)
    assert (silent.contingents[0].old, silent.overtaken) == (False, ())


def test_a_contingent_that_left_by_all_the_evidence_is_gone_under_its_name_or_else_its_code() -> None:
    found = parts(CANADA, former=(("CAN", "left"),))
    assert (found.contingents, found.overtaken) == ((), (("contingent of Canada", "left"),))
    unknown = parts(contingent("latvia", "XXX"), former=(("XXX", "left"),))
    assert unknown.overtaken == (("contingent of XXX", "left"),)
    stays = parts(CANADA, former=(("DEU", "left"),))
    assert (stays.contingents, stays.overtaken) == ((CANADA,), ())


@pytest.mark.parametrize(
    ("part", "whole", "overtaken"),
    [
        ({"standing": Standing.PLANNED, "status_told": OLDER}, {"status_told": LATER}, True),
        ({"standing": Standing.PLANNED, "status_told": LATER}, {"status_told": LATER}, False),
        ({"standing": Standing.PLANNED, "status_told": LATER}, {"status_told": OLDER}, False),
        ({"status": "leaving", "status_told": OLDER}, {"status_told": LATER}, False),
        ({"standing": None, "status_told": None}, {"status_told": LATER}, False),
        ({"standing": Standing.PLANNED, "status_told": OLDER}, {"status_told": None}, False),
    ],
)
def test_how_far_it_has_come_is_overtaken_by_a_later_word_of_another_standing(
    part: dict[str, Any], whole: dict[str, Any], overtaken: object
) -> None:
    found = held(unit(**part), unit(status_claim="later", **whole))
    assert found.overtaken == ((("status", "later"),) if overtaken else ())
    assert found.status == unit(**part).status
    both = held(unit(**part, figure=told(5, OLDER, "a")), unit(**whole, figure=told(9, LATER, "b")))
    assert both.overtaken == (("strength", "b"), *([("status", "")] if overtaken else []))


def test_the_last_word_and_why_a_statistic_left_the_map_are_those_of_all_the_evidence() -> None:
    found = held(unit(silent=True, off_map="old"), unit(last_word=LATER, silent=False))
    assert (found.last_word, found.silent, found.off_map) == (LATER, False, "old")
    assert held(unit(off_map="old"), unit(off_map="moved", silent=True)).off_map == "moved"
