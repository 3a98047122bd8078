"""What each filter selects, at its edges: bounds that touch, what is not stated, and parts that nations have."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.model import Deployment
from eastflank.record.roles import roles_of
from eastflank.view.clauses import at_least
from eastflank.view.facets import FACETS
from eastflank.view.filtering import active, evidence, evidence_part, fitting, selecting
from eastflank.view.filters import EVERYTHING, GRADES, ROLES, Filters
from tests.as_known import contingent, figure, group, known, unit
from tests.builders import PLACES, claim, dataset

SMALL = dataset(
    claim("a", "2016-07-08", status="decided", lead="CAN", host="LVA"),
    claim("b", "2016-07-08", source="ministry", kind="measure", credibility=3, lead="CAN"),
    claim("c", "2016-07-08", source=None, rests_on="a", credibility=None),
    claim("d", "2016-07-09", kind="statement", deployment=None, lead="CAN", host="LTU", status="agreed"),
    places=[
        {**PLACES[0], "id": "south-west", "lat": 55.0, "lon": 20.0},
        {**PLACES[0], "id": "north-east", "lat": 57.0, "lon": 25.0},
        {**PLACES[0], "id": "middle", "lat": 56.0, "lon": 22.0},
    ],
)


def selects(one: Deployment, **asked: Any) -> bool:
    """Whether filters ask for a deployment."""
    return selecting(Filters(**asked), SMALL, known(one))(one)


@pytest.mark.parametrize(
    ("stated", "asked", "fits_"),
    [
        (figure(500), (500, 600), True),
        (figure(500), (400, 500), True),
        (figure(500), (501, 600), False),
        (figure(500), (400, 499), False),
        (figure(400, 600), (450, 500), True),
        (figure(None, 500, "up to"), (0, 10), True),
        (figure(None, 500, "up to"), (500, 900), True),
        (figure(None, 500, "up to"), (501, 900), False),
        (figure(500, None, "more than"), (900, 1000), True),
        (figure(500, None, "more than"), (400, 499), False),
    ],
)
def test_a_strength_is_asked_for_where_it_may_lie_between_the_bounds(
    stated: Any, asked: tuple[int, int], fits_: object
) -> None:
    assert selects(unit(figure=stated), strength=asked) is fits_
    assert selects(unit(figure=stated), strength=asked, unstated=False) is fits_


def test_what_states_no_strength_passes_unless_it_is_asked_not_to() -> None:
    assert selects(unit(), strength=(400, 500))
    assert not selects(unit(), strength=(400, 500), unstated=False)
    assert not selects(unit(), unstated=False)
    assert selects(unit(figure=figure(1)), unstated=False)


@pytest.mark.parametrize(
    ("area", "inside"),
    [
        ((54.0, 19.0, 58.0, 26.0), {"south-west", "middle", "north-east"}),
        ((55.0, 20.0, 57.0, 25.0), {"south-west", "middle"}),  # an area ends before its north and its east
        ((55.0, 20.0, 57.5, 25.0), {"south-west", "middle"}),
        ((55.0, 20.0, 57.0, 25.5), {"south-west", "middle"}),
        ((55.1, 20.0, 57.5, 25.5), {"middle", "north-east"}),
        ((55.0, 20.1, 57.5, 25.5), {"middle", "north-east"}),
        ((56.5, 23.0, 56.9, 24.0), set()),
    ],
)
def test_an_area_holds_the_places_from_its_south_west_up_to_its_north_east(
    area: tuple[float, ...], inside: set[str]
) -> None:
    assert {place for place in SMALL.places_by_id if selects(unit(place=place), area=area)} == inside
    assert not selects(unit(), area=area)


NATIONS = ("CAN", "DEU", "LVA", "LTU")
SOME = st.lists(st.sampled_from(NATIONS), unique=True, max_size=2).map(tuple)
DEPLOYMENTS = st.builds(
    lambda sort, lead, host, meant, sent, missing, its: unit(
        "x", sort=sort, lead=lead, host=host, meant_for=meant, missing=missing, missing_hosts=its,
        contingents=tuple(contingent("x", nation) for nation in sent),
    ),
    st.sampled_from(["unit", "unit", "group", "statistic"]), SOME, SOME, SOME, SOME, st.integers(0, 1), SOME,
)  # fmt: skip


@given(DEPLOYMENTS, st.sampled_from(NATIONS), st.sampled_from(NATIONS))
def test_a_nation_is_asked_for_by_the_part_that_it_has(one: Deployment, nation: str, other: str) -> None:
    shown_through_units = one.sort == "group" and not one.missing
    stands_in = one.missing_hosts if one.sort == "group" else one.host
    sends = {part.nation for part in one.contingents} | {*one.lead}
    has = {
        "lead": nation in one.lead,
        "host": nation in {*stands_in, *one.meant_for},
        "contributor": nation in sends,
    }
    for role in ROLES:
        found = selects(one, nation=(nation,), role=role)
        assert found == ((any(has.values()) if role == "any" else has[role]) and not shown_through_units)
        # Several nations: any of them.
        assert selects(one, nation=(nation, other), role=role) == (
            found or selects(one, nation=(other,), role=role)
        )
    assert selects(one, host=(nation,)) == selects(one, nation=(nation,), role="host")
    assert roles_of(one)["lead"] <= roles_of(one)["contributor"]
    # Several filters: all of them.
    both = selects(one, nation=(nation,), host=(other,))
    assert both == (selects(one, nation=(nation,)) and selects(one, host=(other,)))


def test_a_status_and_a_programme_are_asked_for_by_their_codes() -> None:
    assert selects(unit(), status=("agreed", "deployed"))
    assert not selects(unit(), status=("agreed",))
    assert not selects(unit(standing=None), status=("agreed",))
    assert selects(unit(), programme=("eFP",))
    assert not selects(unit(programme="national"), programme=("eFP",))
    assert selects(unit(dataset="one"), dataset=("one", "two"))
    assert not selects(unit(dataset="three"), dataset=("one", "two"))


def test_both_halves_of_a_grade_must_be_reached_and_what_has_no_grade_reaches_none() -> None:
    def reach(grade: str) -> set[str]:
        return set(SMALL.claims.loc[at_least(grade, SMALL.claims), "id"])

    assert {grade: reach(grade) for grade in GRADES} == {
        "A1": set(), "A2": set(), "B2": {"a", "d"},
        "B3": {"a", "b", "d"}, "C3": {"a", "b", "d"}, "D4": {"a", "b", "d"},
    }  # fmt: skip


def test_filters_of_the_evidence_leave_the_claims_that_all_of_them_ask_for() -> None:
    def ids(**asked: Any) -> set[str]:
        return set(evidence(Filters(**asked), SMALL)["id"])

    assert ids() == {"a", "b", "c", "d"}
    assert ids(nation=("DEU",), status=("ended",)) == {"a", "b", "c", "d"}
    assert ids(source=("agency",)) == {"a", "d"}
    assert ids(source=("agency",), kind=("deployment", "measure")) == {"a"}
    assert ids(kind=("measure",), grade="B2") == set()
    assert ids(kind=("measure",), grade="B3") == {"b"}


def test_only_what_is_asked_for_is_active_and_a_switch_that_asks_alone_comes_last() -> None:
    def fields(**asked: Any) -> list[str]:
        return [facet.field for facet in active(Filters(**asked))]

    assert fields() == []
    assert fields(role="lead") == []  # it only says how nations are meant
    assert fields(unstated=False) == ["strength"]
    assert fields(grade="B2", nation=("CAN",), unstated=False) == ["nation", "grade", "strength"]
    assert fields(strength=(1, 2), unstated=False, grade="B2") == ["strength", "grade"]
    everything = Filters(
        nation=("CAN",), role="lead", status=("agreed",), source=("agency",), kind=("measure",), grade="B2"
    )
    assert evidence_part(everything) == Filters(source=("agency",), kind=("measure",), grade="B2")
    assert evidence_part(EVERYTHING) == EVERYTHING


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.field)
def test_a_claim_about_no_deployment_is_left_out_where_a_filter_of_deployments_says_nothing_of_it(
    facet: Any,
) -> None:
    loose = next(row for row in SMALL.claim_rows if row.id == "d")
    asked = {
        "nation": ("DEU",), "host": ("LVA",), "status": ("decided",), "programme": ("eFP",),
        "strength": (0, 9), "area": (50.0, 20.0, 60.0, 30.0), "dataset": ("one",), "source": ("ministry",),
        "kind": ("measure",), "grade": "A1",
    }  # fmt: skip
    # What counts as evidence is decided before: a filter of the evidence leaves out nothing here.
    assert fitting(Filters(**{facet.field: asked[facet.field]}))(loose) is (facet.claims is not None)


def test_a_claim_about_no_deployment_fits_by_its_own_nations_hosts_and_status() -> None:
    loose = next(row for row in SMALL.claim_rows if row.id == "d")
    for role, nation, its in (
        ("any", "CAN", True), ("any", "LTU", True), ("any", "DEU", False), ("lead", "CAN", True),
        ("lead", "LTU", False), ("host", "LTU", True), ("host", "CAN", False), ("contributor", "CAN", False),
    ):  # fmt: skip
        assert fitting(Filters(nation=("USA", nation), role=role))(loose) is its
    assert fitting(Filters(host=("LTU", "LVA"), status=("agreed",)))(loose)
    assert not fitting(Filters(host=("LTU", "LVA"), status=("decided",)))(loose)


def test_a_group_is_found_by_the_hosts_of_the_units_that_it_alone_names() -> None:
    one = group(host=("LVA", "LTU"), missing=1, missing_hosts=("LTU",))
    assert selects(one, host=("LTU",))
    assert not selects(one, host=("LVA",))
    assert not selects(group(host=("LVA",)), host=("LVA",))
