"""The view: what is selected, in which order, with which claims; and why something is not drawn."""

from datetime import date
from typing import Any

import pytest

from eastflank.view.empty import why_empty
from eastflank.view.filters import Filters
from eastflank.view.selection import View, view_of
from tests.builders import claim, dataset


def view(
    *claims: dict[str, Any], filters: Filters | None = None, day: str = "2018-01-01", **tables: Any
) -> View:
    return view_of(dataset(*claims, **tables), filters or Filters(), date.fromisoformat(day))


def exactly(persons: int) -> dict[str, object]:
    return {"troops_low": persons, "troops_high": persons, "counts": "whole"}


def test_units_stand_first_then_groups_then_statistics_and_what_is_over_last() -> None:
    found = view(
        claim("a", "2017-01-01", deployment="gone", status="withdrawn"),
        claim("b", "2017-01-01", deployment="part-b", status="deployed"),
        claim("c", "2017-01-01", deployment="part-a", status="decided"),
        claim("d", "2017-01-01", deployment="whole", status="agreed"),
        claim("e", "2017-01-01", deployment="country", status="deployed"),
        claim("f", "2017-01-01", deployment="brigade", status="deployed"),
        deployments=[
            {"id": "brigade", "name": "B", "programme": "tFP", "kind": "brigade"},
            {
                "id": "country",
                "name": "All",
                "sort": "statistic",
                "programme": "national",
                "kind": "statistic",
            },
            {"id": "gone", "name": "A", "programme": "eFP", "kind": "battlegroup"},
            {"id": "part-a", "name": "P", "programme": "eFP", "kind": "battlegroup"},
            {"id": "part-b", "name": "O", "programme": "eFP", "kind": "battlegroup"},
            {"id": "whole", "name": "W", "sort": "group", "programme": "eFP", "kind": "battlegroup"},
        ],
    )
    assert [one.id for one in found.deployments] == [
        "part-b",
        "part-a",
        "brigade",
        "whole",
        "country",
        "gone",
    ]
    assert list(found.by_id) == [one.id for one in found.deployments]


def test_an_empty_view_has_no_totals_and_says_why() -> None:
    record = dataset(claim("a", "2017-01-01", **exactly(1)))
    found = view_of(record, Filters(nation=("USA",)), date(2018, 1, 1))
    assert (found.deployments, found.totals) == ((), ())
    assert why_empty(found, record).startswith("No deployment fits on 1 January 2018; ")
    early = view_of(record, Filters(), date(2016, 1, 1))
    assert why_empty(early, record) == (
        "Nothing had been said by 1 January 2016: the first claim is of 1 January 2017."
    )


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"status": "considered", "lead": "CAN"}, "No host and no place are stated."),
        ({"lead": "CAN", "host": "LVA"}, "No status is stated."),
        ({"status": "ended", "host": "LVA"}, "Its status is “ended”."),
        (
            {"status": "agreed", "place": "phrase"},
            "“eastern Europe” has no borders, so no country can be coloured.",
        ),
        (
            {"status": "agreed", "place": "land"},
            "“Latvia” is a whole country: its centre would look like a base.",
        ),
        ({"status": "agreed", "place": "phrase", "host": "LVA"}, None),
        ({"status": "agreed", "place": "sea"}, None),
        ({"status": "agreed", "place": "adazi"}, None),
        ({"status": "agreed", "host": "LVA;LTU"}, None),
    ],
)
def test_a_deployment_that_is_not_drawn_has_a_reason(cells: dict, reason: str | None) -> None:
    places = [
        {"id": "adazi", "name": "Ādaži", "country": "LVA", "lat": 57.1, "lon": 24.3, "precision": "town", "geocoder": "curated"},
        {"id": "land", "name": "Latvia", "country": "LVA", "lat": 56.9, "lon": 24.6, "precision": "country", "geocoder": "curated"},
        {"id": "phrase", "name": "eastern Europe", "precision": "none", "geocoder": "none"},
        {"id": "sea", "name": "The sea", "lat": 43.4, "lon": 34.3, "precision": "sea", "geocoder": "curated"},
    ]  # fmt: skip
    found = view(claim("a", "2017-06-14", **cells), places=places).not_drawn
    assert [item.reason for item in found] == ([reason] if reason else [])


def test_a_group_that_is_shown_through_its_units_is_named_with_its_reason() -> None:
    found = view(
        claim("w", "2017-06-14", deployment="whole", status="agreed", host="LVA", unit_count=1),
        claim("a", "2017-07-08", status="decided", host="LVA"),
    ).not_drawn
    assert [(item.id, item.reason.split(";")[0]) for item in found] == [
        ("whole", "A group, shown through its units")
    ]


def test_a_plan_that_lapsed_is_named_with_the_year_of_its_last_word() -> None:
    (item,) = view(claim("a", "2016-06-14", status="pledged", host="LVA"), day="2018-06-15").not_drawn
    assert item.reason == "A plan, not reported since 2016."


def test_a_unit_that_counts_in_its_groups_set_is_drawn_with_it() -> None:
    found = view(
        claim("w", "2017-06-14", deployment="whole", status="agreed", host="LVA;LTU", unit_count=2),
        claim("a", "2017-06-14", status="considered", host="LVA"),
    ).not_drawn
    assert [(item.id, item.reason) for item in found] == [
        ("latvia", "One of “The whole”; where it is to stand was only considered.")
    ]


@pytest.mark.parametrize("kind", ["deployment", "measure", "logistics", "adversary", "meeting", "statement"])
def test_a_claim_about_no_deployment_is_named_with_its_words_and_a_reason(kind: str) -> None:
    (item,) = view(claim("a", "2016-06-14", deployment=None, kind=kind, citation="Page 3")).not_drawn
    assert (item.kind, item.id, item.label) == ("claim", "a", "Page 3")
    assert item.reason.endswith(".")


@pytest.mark.parametrize(
    ("asked", "stays"),
    [
        ({}, True),
        ({"nation": ("CAN",)}, True),
        ({"nation": ("CAN",), "role": "lead"}, True),
        ({"nation": ("LVA",), "role": "host"}, True),
        ({"nation": ("LVA",)}, True),
        ({"nation": ("CAN",), "role": "host"}, False),
        ({"nation": ("CAN",), "role": "contributor"}, False),
        ({"nation": ("USA",)}, False),
        ({"host": ("LVA",)}, True),
        ({"host": ("LTU",)}, False),
        ({"status": ("considered",)}, True),
        ({"status": ("decided",)}, False),
        ({"programme": ("eFP",)}, False),
        ({"strength": (0, 100)}, False),
        ({"unstated": False}, False),
        ({"kind": ("statement",)}, True),
        ({"kind": ("measure",)}, False),
    ],
)
def test_a_claim_about_no_deployment_is_shown_where_it_fits(asked: dict, stays: object) -> None:
    loose = claim(
        "a", "2016-06-14", deployment=None, kind="statement", lead="DEU;CAN", host="LVA", status="considered"
    )
    assert ([row.id for row in view(loose, filters=Filters(**asked)).claims] == ["a"]) is stays


def test_a_selected_deployment_brings_its_claims_newest_first() -> None:
    found = view(
        claim("a", "2016-06-14", lead="CAN"),
        claim("b", "2016-07-08", host="LVA"),
        claim("c", "2016-07-08", deployment="lithuania", host="LTU"),
        filters=Filters(host=("LVA",)),
    )
    assert [row.id for row in found.claims] == ["b", "a"]
    assert [one.id for one in found.deployments] == ["latvia"]


def test_a_view_of_hosts_alone_begins_with_no_nations_own_people() -> None:
    small = dataset(
        claim("a", "2017-06-01", status="deployed", host="LVA"),
        contributions=[{"claim": "a", "nation": "LVA", "troops_low": 50, "troops_high": 50}],
    )
    for role, told in (("any", 1), ("contributor", 1), ("host", 0)):
        view = view_of(small, Filters(nation=("LVA",), role=role), date(2017, 7, 1))
        assert (len(view.deployments), len(view.nations)) == (1, told)
