"""Changes between two days: every field and every nation that differs, and nothing that stayed the same."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.model import Deployment, Standing
from eastflank.view.changes import Change, changes_between, changes_in, current_names, in_short
from eastflank.view.comparison import Changed, compare
from eastflank.view.filters import EVERYTHING
from eastflank.view.selection import select
from tests.as_known import contingent, figure, group, known, unit
from tests.builders import dataset

EMPTY = dataset()
SINCE = date(2016, 12, 31)


def told(then: Deployment | None, now: Deployment | None) -> list[Change]:
    """What changed of one deployment from the end of 2016 to the first of 2018."""
    before, after = (known(*[one] * (one is not None)) for one in (then, now))
    return list(changes_between(known(*before.deployments.values(), day=SINCE), after, EMPTY))


def kinds(then: Deployment, now: Deployment) -> list[str]:
    return [change.kind for change in told(then, now)]


def sentence(then: Deployment, now: Deployment) -> str:
    (change,) = told(then, now)
    return change.sentence.removeprefix("The latvia: ")


DEPLOYMENTS = st.builds(
    lambda standing, lead, host, place, its, sent: unit(
        standing=standing, lead=lead, host=host, place=place, figure=its,
        contingents=tuple(contingent("latvia", nation, number) for nation, number in sorted(sent.items())),
    ),
    st.sampled_from([None, *Standing]),
    st.sampled_from([(), ("CAN",), ("CAN", "DEU")]),
    st.sampled_from([(), ("LVA",), ("LTU",)]),
    st.sampled_from([None, "adazi", "sea"]),
    st.sampled_from([None, figure(450), figure(900), figure(450, 450, "about"), figure(None, 500, "up to")]),
    st.dictionaries(st.sampled_from(["CAN", "DEU", "USA"]), st.sampled_from([None, 20, 300]), max_size=2),
)  # fmt: skip


@given(DEPLOYMENTS, DEPLOYMENTS)
def test_each_field_that_differs_is_told_once_and_no_other(then: Deployment, now: Deployment) -> None:
    found = [change for change in told(then, now) if change.kind != "contributors"]
    differ = {field for field in ("lead", "host", "place") if getattr(then, field) != getattr(now, field)}
    if then.status != now.status:
        differ.add("ended" if now.over and not then.over else "status")
    named = {change.kind for change in found} - {"strength"}
    assert named == differ
    assert len({change.kind for change in found}) == len(found)
    for change in found:
        assert (change.deployment, change.name) == ("latvia", "The latvia")
        assert change.before != change.after
    assert not told(now, now)


@given(DEPLOYMENTS, DEPLOYMENTS)
def test_each_nation_but_the_lead_that_comes_or_goes_is_told(then: Deployment, now: Deployment) -> None:
    text = " ".join(change.sentence for change in told(then, now) if change.kind == "contributors")
    old, new = ({part.nation for part in one.contingents} for one in (then, now))
    names = {"CAN": "Canada", "DEU": "Germany", "USA": "the United States"}
    moved = (old ^ new) - {*now.lead} if not now.over else set()
    for nation in moved:
        assert names[nation] in text
    if now.over or (not moved and not old & new):
        assert text == ""


def test_what_is_no_longer_stated_or_stated_for_the_first_time_says_so() -> None:
    assert sentence(unit(lead=("CAN",)), unit()) == "lead is no longer Canada."
    assert sentence(unit(place="adazi"), unit(place="sea")) == "place moved from Ādaži to The sea."
    assert sentence(unit(standing=None), unit()) == "status is now stated, deployed."
    (change,) = told(unit(host=()), unit(host=("LVA", "LTU")))
    assert (change.before, change.after) == ("not stated", "Latvia and Lithuania")
    (change,) = told(unit(host=("LVA",)), unit(host=()))
    assert (change.before, change.after) == ("Latvia", "not stated")


def test_what_is_over_ended_once() -> None:
    assert sentence(unit(), unit(standing=Standing.GONE)) == "The latvia has ended; before, it was deployed."
    assert sentence(unit(standing=None), unit(standing=Standing.GONE)) == "The latvia has ended."
    inferred = unit(standing=Standing.GONE, status_inferred=True)
    assert sentence(unit(standing=None), inferred) == "The latvia has ended (inferred, said by nobody)."
    ended, denied = unit(standing=Standing.GONE), unit(standing=Standing.GONE, status="denied")
    assert sentence(ended, denied) == "status moved from ended to denied."
    assert kinds(ended, denied) == ["status"]
    assert kinds(ended, unit()) == ["status"]


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        ({"figure": figure(450)}, {"figure": figure(900)}, "strength moved from 450 (2017) to 900 (2017)."),
        ({}, {"figure": figure(900)}, "strength is now stated, 900 (2017)."),
        ({"figure": figure(450)}, {}, None),
        ({"figure": figure(450, 450, "about")}, {"figure": figure(455)}, None),
        (
            {"figure": figure(450)},
            {"figure": figure(None, 500, "up to")},
            "strength moved from 450 (2017) to up to 500 (2017).",
        ),
        (
            {"figure": figure(None, 500, "up to")},
            {"figure": figure(450)},
            "strength moved from up to 500 (2017) to 450 (2017).",
        ),
        (
            {"figure": figure(None, 500, "up to")},
            {"figure": figure(None, 400, "up to")},
            "strength moved from up to 500 (2017) to up to 400 (2017).",
        ),
        ({"figure": figure(None, 500, "up to")}, {"figure": figure(None, 500, "up to")}, None),
        (
            {"figure": figure(450, grade="D4")},
            {"figure": figure(900), "announced": True},
            "strength moved from 450 (2017, D4) to 900 (2017), as announced.",
        ),
        ({"figure": figure(450)}, {"figure": figure(450, claim="other")}, None),
    ],
)
def test_a_strength_changes_where_both_figures_cannot_be_true_and_silence_is_no_change(
    then: dict[str, Any], now: dict[str, Any], said: str | None
) -> None:
    if said is None:
        assert told(unit(**then), unit(**now)) == []
    else:
        assert sentence(unit(**then), unit(**now)) == said


def test_a_change_names_the_claims_that_it_rests_on() -> None:
    then = unit(lead=("CAN",), figure=figure(450))
    now = unit(
        lead=("DEU",), lead_claim="l", host=("LTU",), host_claim="h", standing=Standing.PLANNED,
        status_claim="s", place="adazi", figure=figure(900, claim="f"),
    )  # fmt: skip
    assert {change.kind: change.claims for change in told(then, now)} == {
        "status": ("s",), "strength": ("f",), "lead": ("l",), "host": ("h",), "place": (),
    }  # fmt: skip
    disputed = unit(lead=("CAN",), figure=figure(900, claim="f"), disputed=("f", "g"))
    assert [change.claims for change in told(then, disputed)] == [("f", "g")]


def joins(*parts: Any, then: tuple[Any, ...] = (), **fields: Any) -> list[str]:
    found = told(unit(contingents=then), unit(contingents=parts, **fields))
    return [change.sentence.removeprefix("The latvia: ") for change in found if change.kind == "contributors"]


def test_nations_join_were_part_already_or_are_to_join_and_each_is_told_by_itself() -> None:
    canada, germany = contingent("latvia", "CAN", 5), contingent("latvia", "DEU", planned=True)
    america = contingent("latvia", "USA", told_on=SINCE)
    assert joins(canada, germany, america) == [
        "Canada with 5 (2017) joins.",
        "the United States was part of it already.",
        "Germany is to join.",
    ]
    assert joins(contingent("latvia", "USA", told_on=date(2017, 1, 1))) == ["the United States joins."]
    late = contingent("latvia", "USA", told_on=SINCE, planned=True)
    assert joins(late) == ["the United States is to join."]
    announced = contingent("latvia", "CAN", 5, announced=True)
    assert joins(announced) == ["Canada with 5 (2017) as announced joins."]
    assert joins(canada, lead=("CAN",)) == []
    assert joins(then=(canada, contingent("latvia", "DEU"))) == ["Canada with 5 (2017) and Germany leave."]
    assert joins(standing=Standing.GONE, then=(canada,)) == []


def test_those_who_join_rest_on_their_claims_each_named_once_and_stand_by_name() -> None:
    parts = (
        contingent("latvia", "USA", claim="b"),
        contingent("latvia", "DEU", claim="a"),
        contingent("latvia", "CAN", claim="b"),
    )
    (change,) = told(unit(), unit(contingents=parts))
    assert change.sentence == "The latvia: Canada, Germany and the United States join."
    assert (change.before, change.after) == ("not stated", "Canada, Germany and the United States")
    assert change.claims == ("b", "a")


def test_a_contingent_is_told_where_its_figure_is_another_claims_and_does_not_fit() -> None:
    def moved(was: Any, is_now: Any) -> list[str]:
        then, now = (contingent("latvia", "CAN", figure=one) for one in (was, is_now))
        return joins(now, then=(then,))

    assert moved(figure(300), figure(450, claim="b")) == [
        "contingent of Canada moved from 300 (2017) to 450 (2017)."
    ]
    assert moved(None, figure(450)) == ["contingent of Canada is now stated, 450 (2017)."]
    assert moved(figure(300), None) == []
    assert moved(figure(300), figure(450)) == []  # the same claim, read otherwise
    assert moved(figure(450, 450, "about"), figure(455, claim="b")) == []


def test_what_is_reported_for_the_first_time_says_all_that_is_known_unless_it_is_over() -> None:
    new = unit(lead=("USA",), figure=figure(450))
    (change,) = told(None, new)
    assert change.sentence == (
        "The latvia: first reported; deployed, led by the United States, in Latvia, 450 persons (2017)."
    )
    assert (change.kind, change.before) == ("new", "not reported")
    assert change.after == "deployed, led by the United States, in Latvia, 450 persons (2017)"
    (bare,) = told(None, unit(standing=None, host=()))
    assert (bare.sentence, bare.after) == ("The latvia: first reported.", "not stated")
    assert told(None, unit(standing=Standing.GONE)) == []


def test_what_became_another_is_told_of_both_and_its_people_do_not_join() -> None:
    early = unit("early", same_as="latvia", contingents=(contingent("early", "CAN", 5),))
    now = unit(status_claim="s", contingents=(contingent("latvia", "CAN", 5), contingent("latvia", "DEU")))
    before, after = known(early, unit(), day=SINCE), known(now)
    assert current_names(before, after) == {"early": "latvia"}
    became, joined = changes_between(before, after, EMPTY)
    assert (became.deployment, became.name, became.kind) == ("latvia", "The early", "became")
    assert (became.before, became.after, became.claims) == ("by itself", "The latvia", ("s",))
    assert became.sentence == "The early turned out to be The latvia."
    assert joined.sentence == "The latvia: Germany joins."
    (unclaimed,) = changes_between(
        known(early, unit(), day=SINCE), known(unit(contingents=early.contingents)), EMPTY
    )
    assert unclaimed.claims == ()
    assert changes_between(known(early, day=SINCE), known(), EMPTY) == ()


def test_the_changes_of_a_view_are_those_of_what_it_shows_or_showed() -> None:
    one, other = unit("a", host=("LVA",)), unit("b", host=("LTU",))
    moved = known(unit("a", host=("DEU",)), unit("b", host=("DEU",)))
    for asked, ids in ((("LVA",), ["a"]), (("LTU",), ["b"]), (("DEU",), ["a", "b"]), ((), ["a", "b"])):
        filters = type(EVERYTHING)(host=asked)
        before, view = select(EMPTY, filters, known(one, other, day=SINCE)), select(EMPTY, filters, moved)
        assert [change.deployment for change in changes_in(view, before, EMPTY)] == ids


def change(kind: str, before: str = "not stated") -> Change:
    stated = before != "not stated"
    return Change("latvia", "The latvia", kind, "", before, "now", (), was_stated=stated)


@pytest.mark.parametrize(
    ("found", "short"),
    [
        ([change("status", "decided"), change("new")], "new"),
        ([change("strength", "450 (2017)"), change("place", "Ādaži")], "was 450 (2017), at Ādaži"),
        ([change("ended", "deployed")], "was deployed"),
        ([change("lead"), change("place")], "lead and place newly stated"),
        ([change("host", "Latvia"), change("contributors")], "was in Latvia"),
        ([change("strength"), change("contributors")], "strength newly stated"),
        ([change("contributors")], "contingents changed"),
        ([change("became")], ""),
    ],
)
def test_in_short_stands_what_was_then_what_is_newly_stated_and_else_that_contributors_changed(
    found: list[Change], short: str
) -> None:
    assert in_short(found) == short


def test_a_mark_is_new_moved_or_silent_and_what_is_gone_says_why() -> None:
    early = unit("early", same_as="stays")
    then = [
        unit("stays", lead=("CAN",)), unit("ends"), unit("lapses", standing=Standing.PLANNED),
        group(missing=1), group("offices", missing=6), group("lost", missing=1),
        unit("leaves", host=("LTU",)), early, unit("same"),
    ]  # fmt: skip
    now = [
        unit("stays", lead=("DEU",)), unit("ends", standing=Standing.GONE, status="withdrawn"),
        unit("lapses", standing=Standing.PLANNED, silent=True), group(parts=("stays",)),
        group("offices", silent=True), group("lost"), unit("leaves"), unit("fresh"), unit("same"),
    ]  # fmt: skip
    before, view = (
        select(EMPTY, EVERYTHING, on_the_day) for on_the_day in (known(*then, day=SINCE), known(*now))
    )
    found = compare(view, before, EMPTY)
    assert found.since == SINCE
    assert found.mark("stays") == Changed("moved", "was led by Canada")
    assert found.mark("fresh") == Changed("new", "new")
    assert found.mark("same") is None
    assert found.fate("early") == Changed("gone", "turned out to be The stays")
    assert found.fate("ends") == Changed("gone", "withdrawn; was deployed")
    assert found.fate("whole") == Changed("gone", "now drawn through its units")
    assert found.fate("offices") == Changed("gone", "not reported since")
    assert found.fate("lost") == Changed("gone", "no longer in this view")
    assert found.fate("lapses") == Changed("gone", "not reported since")
    assert found.fate("leaves") == Changed("gone", "no longer in this view; was in Lithuania")
