"""Filters select and describe themselves; addresses write and read them."""

from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.view.address import query_of
from eastflank.view.facets import FACETS
from eastflank.view.filters import GRADES, ROLES, Filters
from eastflank.view.options import options_of
from eastflank.view.request import request_of
from eastflank.view.selection import View, view_of
from eastflank.view.vocabulary import most_persons
from eastflank.words.chosen import values as words
from tests.builders import claim, dataset
from tests.frozen import RECORD

CHOICES = options_of(RECORD)
SMALL = dataset(
    claim(
        "a",
        "2016-07-08",
        status="decided",
        lead="CAN",
        host="LVA",
        troops_low=450,
        troops_high=450,
        counts="whole",
    ),
    claim("b", "2016-07-08", deployment="lithuania", status="considered", lead="DEU", host="LTU"),
    claim("c", "2016-07-09", source="ministry", deployment="lithuania", kind="measure", status="decided"),
    claim("d", "2016-07-09", deployment=None, kind="statement"),
    contributions=[{"claim": "b", "nation": "CAN"}],
)


def subset(name: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(CHOICES[name]), unique=True, max_size=3).map(tuple)


STRENGTHS = st.integers(0, most_persons(RECORD))
ASKED: dict[str, st.SearchStrategy[object]] = {
    **{name: subset(name) for name in ("nation", "host", "status", "kind", "programme", "source")},
    "role": st.sampled_from(ROLES),
    "grade": st.sampled_from(("", *GRADES)),
    "strength": st.none() | st.tuples(STRENGTHS, STRENGTHS).map(sorted).map(tuple),
    "unstated": st.booleans(),
}
"""By field of `Filters`, what the laws below try."""
FILTERS = st.builds(Filters, **ASKED)


def test_the_laws_below_try_every_filter() -> None:
    """`test_crowds.py` states those of areas, and `test_overlay.py` those of several datasets."""
    assert {field.name for field in fields(Filters)} - ASKED.keys() == {"area", "dataset"}


def view(**chosen: object) -> View:
    return view_of(SMALL, Filters(**chosen))  # type: ignore[arg-type]


def ids(found: View) -> list[str]:
    return [one.id for one in found.deployments]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"nation": ("CAN",)}, ["latvia", "lithuania"]),
        ({"nation": ("CAN",), "role": "lead"}, ["latvia"]),
        ({"nation": ("CAN",), "role": "contributor"}, ["latvia", "lithuania"]),
        ({"nation": ("LTU",), "role": "host"}, ["lithuania"]),
        ({"nation": ("USA",)}, []),
        ({"host": ("LVA",)}, ["latvia"]),
        ({"programme": ("tFP",)}, []),
        ({"strength": (400, 500), "unstated": False}, ["latvia"]),
        ({"strength": (400, 500)}, ["latvia", "lithuania"]),
        ({"strength": (500, 600), "unstated": False}, []),
        ({"unstated": False}, ["latvia"]),
        ({"grade": "A2"}, ["lithuania"]),
    ],
)
def test_a_deployment_filter_selects(chosen: dict, expected: list[str]) -> None:
    assert ids(view(**chosen)) == expected


def test_an_evidence_filter_shows_what_that_evidence_says_alone() -> None:
    assert view().by_id["lithuania"].status == "decided"
    alone = view(source=("agency",))
    assert alone.by_id["lithuania"].status == "considered"
    assert ids(view(kind=("measure",))) == ["lithuania"]


def test_claims_about_no_deployment_stay_unless_a_filter_rules_them_out() -> None:
    assert "d" in {row.id for row in view().claims}
    assert "d" not in {row.id for row in view(nation=("CAN",)).claims}


def test_claims_about_a_deployment_stay_with_it_whatever_they_say_themselves() -> None:
    assert {row.id for row in view(status=("decided",)).claims} == {"a", "b", "c"}
    assert {row.id for row in view(status=("considered",)).claims} == set()


@pytest.mark.parametrize(
    ("chosen", "title"),
    [
        ({}, "Two battlegroups decided, as known on 9 July 2016"),
        (
            {"nation": ("CAN",), "role": "lead"},
            "One battlegroup decided led by Canada, as known on 9 July 2016",
        ),
        (
            {"nation": ("CAN", "DEU"), "host": ("LVA",), "status": ("decided",)},
            "One battlegroup decided involving Canada or Germany in Latvia with status decided, as known on 9 July 2016",
        ),
        (
            {"strength": (100, 2000), "unstated": False},
            "One battlegroup decided of 100–2,000 persons, as known on 9 July 2016",
        ),
        (
            {"source": ("agency",)},
            "One battlegroup decided and one battlegroup considered according to Agency alone, as known on 9 July 2016",
        ),
    ],
)
def test_the_title_says_what_was_asked(chosen: dict, title: str) -> None:
    assert view(**chosen).title == title


@given(FILTERS)
def test_every_active_filter_speaks_in_the_title(filters: Filters) -> None:
    names = {}
    for facet in FACETS:
        if getattr(filters, facet.field) != getattr(Filters(), facet.field):
            assert facet.phrase(filters, names)


@given(FILTERS, st.none() | st.dates(date(2016, 1, 1), date(2026, 1, 1)))
def test_an_address_brings_back_the_view_it_was_made_from(filters: Filters, day: date | None) -> None:
    request = request_of(query_of(filters, day), RECORD)
    assert request.filters == filters
    assert request.asof == day
    assert request.unread == ()


def test_lists_may_be_joined_in_one_parameter() -> None:
    assert request_of({"nation": ["CAN;DEU"]}, RECORD).filters.nation == ("CAN", "DEU")


def test_every_option_has_words() -> None:
    assert all(kind in words.KINDS for kind in CHOICES["kind"])
