"""What changed between two days, in sentences that name their claims."""

from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.record.as_of import known_as_of
from eastflank.view.changes import Change, changes_between, changes_in, in_short
from eastflank.view.filters import Filters
from eastflank.view.selection import view_of
from eastflank.words.chosen import what_changed
from tests.builders import claim, dataset
from tests.frozen import RECORD
from tests.representatives import examples

DAYS = sorted(day.date() for day in RECORD.claims["known_on"].unique())


def between(first: str, second: str, *claims: dict, **tables: list) -> dict[str, Change]:
    small = dataset(*claims, **tables)
    known = [known_as_of(small, date.fromisoformat(day)) for day in (first, second)]
    return {change.kind: change for change in changes_between(*known, small)}


OLD = claim("old", "2016-06-14", status="considered", lead="CAN")


@pytest.mark.parametrize(
    ("cells", "kind", "said", "before", "after"),
    [
        ({"status": "decided"}, "status", "status moved from considered to decided", "considered", "decided"),
        ({"lead": "DEU"}, "lead", "lead moved from Canada to Germany", "Canada", "Germany"),
        ({"host": "LVA"}, "host", "host is now stated, Latvia", "not stated", "Latvia"),
        ({"place": "adazi"}, "place", "place is now stated, Ādaži", "not stated", "Ādaži"),
        (
            {"troops_low": 450, "troops_high": 450, "hedge": "about", "counts": "whole"},
            "strength",
            "strength is now stated, planned: about 450 (2016)",
            "not stated",
            "planned: about 450 (2016)",
        ),
    ],
)
def test_a_field_that_differs_is_a_sentence_with_its_claim(
    cells: dict, kind: str, said: str, before: str, after: str
) -> None:
    found = between("2016-06-14", "2016-07-08", OLD, claim("new", "2016-07-08", **cells))
    sentence = f"Battlegroup Latvia: {said}."
    assert found == {
        kind: Change(
            "latvia",
            "Battlegroup Latvia",
            kind,
            sentence,
            before,
            after,
            ("new",),
            was_stated=before != "not stated",
        )
    }


def test_a_deployment_that_no_source_had_reported_is_one_change() -> None:
    found = between(
        "2016-06-14", "2016-07-08", claim("new", "2016-07-08", status="decided", lead="CAN", host="LVA")
    )
    assert [change.sentence for change in found.values()] == [
        "Battlegroup Latvia: first reported; decided, led by Canada, in Latvia."
    ]
    assert found["new"].claims == ("new",)


def test_what_turned_out_to_be_another_is_said() -> None:
    early = claim("early", "2016-06-14", deployment="early", status="considered")
    found = between("2016-06-14", "2016-07-08", early, OLD, claim("new", "2016-07-08", status="decided"))
    assert found["became"].sentence == "The early one turned out to be Battlegroup Latvia."
    assert found["became"].claims == ("new",)


def test_nations_that_join_are_named() -> None:
    # Canada leads it, and the lead always takes part.
    sent = [{"claim": "new", "nation": nation} for nation in ("USA", "DEU", "CAN")]
    found = between("2016-06-14", "2016-07-08", OLD, claim("new", "2016-07-08"), contributions=sent)
    assert found["contributors"].sentence == "Battlegroup Latvia: Germany and the United States join."


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("ended", "Battlegroup Latvia has ended; before, it was deployed."),
        ("withdrawn", "Battlegroup Latvia was withdrawn; before, it was deployed."),
        ("denied", "Battlegroup Latvia is denied; before, it was deployed."),
    ],
)
def test_an_end_is_said_as_such(status: str, said: str) -> None:
    claims = claim("old", "2016-06-14", status="deployed"), claim("new", "2016-07-08", status=status)
    found = between("2016-06-14", "2016-07-08", *claims)
    assert (found["ended"].sentence, found["ended"].claims) == (said, ("new",))


def test_a_contingent_whose_strength_differs_is_named_with_both_figures() -> None:
    sent = [
        {"claim": "old", "nation": "CAN", "troops_low": 300, "troops_high": 300},
        {"claim": "new", "nation": "CAN", "troops_low": 450, "troops_high": 450, "hedge": "about"},
        {"claim": "new", "nation": "DEU", "troops_low": 20, "troops_high": 20},
    ]
    small = dataset(OLD, claim("new", "2016-07-08"), contributions=sent)
    known = [known_as_of(small, date(2016, *day)) for day in ((6, 14), (7, 8))]
    assert [(change.sentence, change.before, change.after) for change in changes_between(*known, small)] == [
        ("Battlegroup Latvia: Germany with 20 (2016) joins.", "not stated", "Germany with 20 (2016)"),
        (
            "Battlegroup Latvia: contingent of Canada moved from 300 (2016) to about 450 (2016).",
            "Canada 300 (2016)",
            "Canada about 450 (2016)",
        ),
    ]


def test_nations_that_leave_are_named() -> None:
    sent = [
        {"claim": "old", "nation": "USA", "troops_low": 300, "troops_high": 300},
        {"claim": "old", "nation": "DEU"},
        {"claim": "new", "nation": "USA", "left": "yes"},
        {"claim": "new", "nation": "DEU", "left": "yes"},
    ]
    found = between("2016-06-14", "2016-07-08", OLD, claim("new", "2016-07-08"), contributions=sent)
    left = found["contributors"]
    assert left.sentence == "Battlegroup Latvia: Germany and the United States with 300 (2016) leave."
    assert (left.before, left.after, left.claims) == (
        "Germany and the United States with 300 (2016)",
        "not stated",
        (),
    )


def test_people_who_came_with_what_it_turned_out_to_be_do_not_join_again() -> None:
    early = claim("early", "2016-06-14", deployment="early", status="considered")
    sent = [{"claim": "early", "nation": "CAN"}]
    found = between(
        "2016-06-14",
        "2016-07-08",
        early,
        OLD,
        claim("new", "2016-07-08", status="decided"),
        contributions=sent,
    )
    assert set(found) == {"became", "status"}


def test_what_a_filter_no_longer_finds_is_among_the_changes_of_its_view() -> None:
    small = dataset(OLD, claim("new", "2016-07-08", lead="DEU"))
    ledby = Filters(nation=("CAN",), role="lead")
    before, view = (view_of(small, ledby, day) for day in (date(2016, 6, 14), date(2016, 7, 8)))
    assert view.deployments == ()
    assert [change.kind for change in changes_in(view, before, small)] == ["lead"]


@pytest.mark.parametrize(("figure", "told"), [(455, False), (600, True)])
def test_rounding_is_no_change(figure: int, told: object) -> None:
    about = {"status": "deployed", "troops_low": 450, "troops_high": 450, "hedge": "about", "counts": "whole"}
    exact = {**about, "troops_low": figure, "troops_high": figure, "hedge": None}
    found = between(
        "2016-06-14", "2016-07-08", claim("a", "2016-06-14", **about), claim("b", "2016-07-08", **exact)
    )
    assert ("strength" in found) is told


def test_a_card_says_in_short_what_was_otherwise() -> None:
    change = partial(Change, "latvia", "Battlegroup Latvia", sentence="", claims=())
    was = change(kind="status", before="considered", after="decided")
    fresh = change(kind="host", before="not stated", after="Latvia", was_stated=False)
    lead = change(kind="lead", before="Canada", after="Germany")
    joined = change(kind="contributors", before="not stated", after="Germany")
    assert in_short([was, lead, fresh, joined]) == "was considered, led by Canada; host newly stated"
    assert in_short([joined]) == "contingents changed"
    assert in_short([change(kind="new", before=what_changed.UNKNOWN, after="decided")]) == "new"
    assert in_short([]) == ""


@examples(8)
@given(st.sampled_from(DAYS), st.sampled_from(DAYS))
def test_every_change_of_the_record_rests_on_a_claim_said_since(first: date, second: date) -> None:
    before, after = known_as_of(RECORD, min(first, second)), known_as_of(RECORD, max(first, second))
    said = {row.id for row in after.claims}
    since = said - {row.id for row in before.claims}
    for change in changes_between(before, after, RECORD):
        assert set(change.claims) <= said
        assert since or not change.claims


def test_nothing_changes_between_a_day_and_itself() -> None:
    known = known_as_of(RECORD, DAYS[-1])
    assert changes_between(known, known, RECORD) == ()


def test_a_plan_that_came_as_planned_is_a_change_of_the_strength() -> None:
    figure = {"troops_low": 450, "troops_high": 450, "counts": "whole"}
    plan = claim("a", "2016-06-14", status="decided", **figure)
    came = claim("b", "2016-07-08", status="deployed", **figure)
    found = between("2016-06-14", "2016-07-08", plan, came)["strength"]
    assert (found.before, found.after, found.claims) == ("planned: 450 (2016)", "450 (2016)", ("b",))


def test_a_contingent_whose_strength_was_not_stated_before_says_so() -> None:
    sent = [
        {"claim": "old", "nation": "DEU"},
        {"claim": "new", "nation": "DEU", "troops_low": 300, "troops_high": 300},
    ]
    found = between("2016-06-14", "2016-07-08", OLD, claim("new", "2016-07-08"), contributions=sent)
    change = found["contributors"]
    assert (change.before, change.after) == ("Germany not stated", "Germany 300 (2016)")


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ({"troops_high": 500}, {"troops_high": 800}),
        ({"troops_low": 500, "hedge": "at least"}, {"troops_low": 800, "hedge": "at least"}),
    ],
)
def test_another_ceiling_or_floor_is_a_change(before: dict[str, object], now: dict[str, object]) -> None:
    first = claim("first", "2016-06-14", status="deployed", counts="whole", **before)
    second = claim("second", "2016-07-08", status="deployed", counts="whole", **now)
    assert "strength" in between("2016-06-14", "2016-07-08", first, second)
    again = claim("second", "2016-07-08", status="deployed", counts="whole", **before)
    assert "strength" not in between("2016-06-14", "2016-07-08", first, again)


def test_another_ceiling_of_a_contingent_is_a_change() -> None:
    sent = [
        {"claim": "old", "nation": "DEU", "troops_high": 500},
        {"claim": "new", "nation": "DEU", "troops_high": 800},
    ]
    found = between("2016-06-14", "2016-07-08", OLD, claim("new", "2016-07-08"), contributions=sent)
    assert "up to 800" in found["contributors"].after
