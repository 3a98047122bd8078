"""The view: totals that add nothing twice, and a reason for everything that is not drawn."""

from datetime import date

import pytest

from eastflank.view.filters import Filters
from eastflank.view.selection import View, view_of
from eastflank.view.totals import Total, brief, sentence
from tests.builders import claim, dataset

WHOLE = {"counts": "whole"}
SORT = "eFP", "battlegroup"


def view(*claims: dict, filters: Filters | None = None, day: str = "2030-01-01", **tables: list) -> View:
    return view_of(dataset(*claims, **tables), filters or Filters(), date.fromisoformat(day))


def exactly(persons: int) -> dict[str, object]:
    return {"troops_low": persons, "troops_high": persons, "counts": "whole"}


def totals(*claims: dict, **tables: list) -> dict[str, Total]:
    return {total.status: total for total in view(*claims, **tables).totals}


def test_strengths_of_one_status_add_up_to_an_interval() -> None:
    found = totals(
        claim("a", "2017-01-01", status="deployed", troops_low=800, troops_high=1000, **WHOLE),
        claim("b", "2017-01-01", deployment="lithuania", status="deployed", **exactly(500)),
    )
    assert found == {"deployed": Total("deployed", *SORT, 1300, 1500, 2, 0, 0, years=(2017, 2017))}


def test_a_whole_and_its_parts_are_never_added() -> None:
    found = totals(
        claim("w", "2017-01-01", deployment="whole", status="deployed", **exactly(4000)),
        claim("a", "2017-01-01", status="deployed", **exactly(1000)),
        claim("b", "2017-01-01", deployment="lithuania", status="deployed", **exactly(1200)),
    )
    assert found == {"deployed": Total("deployed", *SORT, 4000, 4000, 1, 0, 0, years=(2017, 2017))}


def test_nor_are_a_whole_and_the_parts_of_its_parts() -> None:
    nested = [
        {"id": "whole", "name": "W", "programme": "eFP", "kind": "battlegroup"},
        {"id": "latvia", "name": "L", "part_of": "whole", "programme": "eFP", "kind": "battlegroup"},
        {"id": "company", "name": "C", "part_of": "latvia", "programme": "eFP", "kind": "battlegroup"},
    ]
    found = totals(
        claim("w", "2017-01-01", deployment="whole", status="deployed", **exactly(4000)),
        claim("c", "2017-01-01", deployment="company", status="deployed", **exactly(150)),
        deployments=nested,
    )
    assert found["deployed"].high == 4000


def test_a_whole_no_longer_speaks_once_each_part_has_stated_a_newer_strength() -> None:
    claims = (
        claim("w", "2017-01-01", deployment="whole", status="deployed", host="LVA;LTU", **exactly(4000)),
        claim("a", "2022-06-28", status="deployed", host="LVA", **exactly(1887)),
    )
    assert totals(*claims)["deployed"].high == 4000
    last = claim("b", "2022-06-28", deployment="lithuania", status="deployed", host="LTU", **exactly(1632))
    assert totals(*claims, last)["deployed"] == Total(
        "deployed", *SORT, 3519, 3519, 2, 0, 0, years=(2022, 2022)
    )


@pytest.mark.parametrize(
    ("day", "years"), [("2022-12-31", (2017, 2022)), ("2017-12-31", None), ("2023-01-01", (2017, 2022))]
)
def test_a_total_tells_the_years_of_figures_that_nobody_renewed(
    day: str, years: tuple[int, int] | None
) -> None:
    claims = (
        claim("a", "2017-01-01", status="deployed", **exactly(1000)),
        claim("b", "2022-06-28", deployment="lithuania", status="deployed", **exactly(500)),
        claim("c", "2015-06-28", deployment="poland", status="deployed"),
    )
    (total,) = view(*claims, day=day).totals
    assert total.years == years


@pytest.mark.parametrize(
    ("hedges", "hedge"),
    [((None, None), None), (("about", None), "about"), (("more than", None), None), (("about",), "about")],
)
def test_a_sum_is_no_surer_than_its_figures(hedges: tuple[str | None, ...], hedge: str | None) -> None:
    claims = [
        claim(name, "2017-01-01", deployment=name, status="deployed", hedge=word, **exactly(1000))
        for name, word in zip(("latvia", "lithuania"), hedges, strict=False)
    ]
    (total,) = view(*claims).totals
    assert total.hedge == hedge


def test_totals_begin_with_what_is_there_and_has_a_figure() -> None:
    found = view(
        claim("a", "2017-01-01", status="decided", **exactly(100)),
        claim("b", "2017-01-01", deployment="air", status="deployed"),
        claim("c", "2017-01-01", deployment="country", status="deployed", **exactly(300)),
        deployments=[
            {"id": "latvia", "name": "L", "programme": "eFP", "kind": "battlegroup"},
            {"id": "air", "name": "A", "programme": "eFP", "kind": "presence"},
            {"id": "country", "name": "C", "programme": "country total", "kind": "total"},
        ],
    ).totals
    assert [(total.status, total.low) for total in found] == [
        ("deployed", 300),
        ("deployed", None),
        ("decided", 100),
    ]


def test_deployments_stand_by_programme_wholes_first_and_what_is_over_last() -> None:
    found = view(
        claim("a", "2017-01-01", deployment="gone", status="withdrawn"),
        claim("b", "2017-01-01", deployment="part-b", status="deployed"),
        claim("c", "2017-01-01", deployment="part-a", status="decided"),
        claim("d", "2017-01-01", deployment="whole", status="agreed"),
        claim("e", "2017-01-01", deployment="country", status="deployed"),
        deployments=[
            {"id": "country", "name": "All", "programme": "country total", "kind": "total"},
            {"id": "gone", "name": "A", "programme": "eFP", "kind": "battlegroup"},
            {"id": "part-a", "name": "P", "part_of": "whole", "programme": "eFP", "kind": "battlegroup"},
            {"id": "part-b", "name": "O", "part_of": "whole", "programme": "eFP", "kind": "battlegroup"},
            {"id": "whole", "name": "W", "programme": "eFP", "kind": "battlegroup"},
        ],
    )
    assert list(found.deployments.index) == ["whole", "part-b", "part-a", "country", "gone"]
    assert [row.Index for row in found.rows] == list(found.deployments.index)


def test_an_empty_view_has_no_totals() -> None:
    assert view(claim("a", "2017-01-01", **exactly(1)), filters=Filters(nation=("USA",))).totals == ()


def test_a_circle_of_wholes_ends() -> None:
    circle = [
        {"id": "latvia", "name": "L", "part_of": "whole", "programme": "eFP", "kind": "battlegroup"},
        {"id": "whole", "name": "W", "part_of": "latvia", "programme": "eFP", "kind": "battlegroup"},
    ]
    assert view(claim("a", "2017-01-01", status="deployed"), deployments=circle).totals


def test_parts_count_where_the_whole_states_only_a_ceiling() -> None:
    found = totals(
        claim(
            "w", "2017-01-01", deployment="whole", status="deployed", troops_high=4000, hedge="up to", **WHOLE
        ),
        claim("a", "2017-01-01", status="deployed", **exactly(1000)),
    )
    assert found["deployed"] == Total("deployed", *SORT, 1000, 1000, 2, 1, 0, years=(2017, 2017))


def test_a_whole_without_a_figure_that_gave_way_is_not_counted_beside_its_parts() -> None:
    found = totals(
        claim("w", "2016-06-14", deployment="whole", status="agreed", host="LVA;LTU"),
        claim("a", "2016-07-08", status="decided", host="LVA"),
        claim("b", "2016-07-08", deployment="lithuania", status="decided", host="LTU"),
    )
    assert found == {"decided": Total("decided", *SORT, None, None, deployments=2, ceilings=0, unstated=2)}


def test_ceilings_are_counted_and_not_added() -> None:
    found = totals(
        claim("a", "2016-07-08", status="decided", troops_high=1000, hedge="up to", **WHOLE),
        claim(
            "b",
            "2016-07-08",
            deployment="lithuania",
            status="decided",
            troops_high=1000,
            hedge="up to",
            **WHOLE,
        ),
    )
    assert found == {"decided": Total("decided", *SORT, None, None, deployments=2, ceilings=2, unstated=0)}


def test_a_total_is_open_above_when_one_of_its_strengths_is() -> None:
    found = totals(
        claim("a", "2017-01-01", status="deployed", troops_low=450, hedge="more than", **WHOLE),
        claim("b", "2017-01-01", deployment="lithuania", status="deployed", **exactly(500)),
    )
    assert (found["deployed"].low, found["deployed"].high) == (950, None)


def test_different_sorts_are_never_added() -> None:
    country = {"id": "country", "name": "All in Latvia", "programme": "country total", "kind": "total"}
    group = {"id": "latvia", "name": "Battlegroup", "programme": "eFP", "kind": "battlegroup"}
    found = view(
        claim("a", "2022-06-28", status="deployed", **exactly(1887)),
        claim("b", "2022-06-28", deployment="country", status="deployed", **exactly(4000)),
        deployments=[country, group],
    ).totals
    assert [(total.programme, total.low) for total in found] == [("eFP", 1887), ("country total", 4000)]


def test_what_is_over_is_in_no_total() -> None:
    assert totals(claim("a", "2017-01-01", status="withdrawn", **exactly(450))) == {}


@pytest.mark.parametrize(
    ("total", "said"),
    [
        (
            Total("decided", *SORT, 4000, 4000, 1, 0, 0),
            "decided, eFP battlegroups: 4,000 persons in one deployment",
        ),
        (
            Total("deployed", *SORT, 950, None, 2, 0, 0),
            "deployed, eFP battlegroups: at least 950 persons in two deployments",
        ),
        (
            Total("deployed", *SORT, 1138, 1200, 4, 2, 1),
            (
                "deployed, eFP battlegroups: 1,138–1,200 persons in one deployment; two deployments state only a ceiling; "
                "one deployment states no figure"
            ),
        ),
        (
            Total("agreed", *SORT, None, None, 2, 0, 2),
            "agreed, eFP battlegroups: two deployments state no figure",
        ),
        (
            Total("decided", *SORT, None, None, 1, 1, 0),
            "decided, eFP battlegroups: one deployment states only a ceiling",
        ),
        (Total("deployed", *SORT, 1, 1, 1, 0, 0), "deployed, eFP battlegroups: 1 person in one deployment"),
        (
            Total("deployed", *SORT, 2100, 2100, 2, 0, 0, "about", (2022, 2024)),
            "deployed, eFP battlegroups: about 2,100 persons (2022–2024) in two deployments",
        ),
        (
            Total("deployed", *SORT, 3500, None, 1, 0, 0, "more than", (2024, 2024)),
            "deployed, eFP battlegroups: more than 3,500 persons (2024) in one deployment",
        ),
    ],
)
def test_a_total_in_words(total: Total, said: str) -> None:
    assert sentence(total) == said


def test_all_totals_in_a_line() -> None:
    found = Total("decided", *SORT, None, None, 2, 1, 1), Total("deployed", *SORT, 4500, 4500, 1, 0, 0)
    assert brief(found) == "4,500 deployed (eFP battlegroups) · 2 deployments without a strength"
    assert brief(()) == ""
    old = Total("deployed", *SORT, 2100, 2100, 2, 0, 0, "about", (2022, 2024))
    assert brief((old,)) == "about 2,100 deployed (eFP battlegroups, 2022–2024)"


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"status": "considered", "lead": "CAN"}, "No host and no place are stated."),
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
    found = view(claim("a", "2016-06-14", **cells), places=places).not_drawn
    assert [item.reason for item in found] == ([reason] if reason else [])


def test_a_whole_that_gave_way_is_named_with_its_reason() -> None:
    found = view(
        claim("w", "2016-06-14", deployment="whole", status="agreed", host="LVA"),
        claim("a", "2016-07-08", status="decided", host="LVA"),
    ).not_drawn
    assert [(item.id, item.reason.split(";")[0]) for item in found] == [
        ("whole", "A whole that is drawn through its parts")
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
    assert (view(loose, filters=Filters(**asked)).claims["id"].tolist() == ["a"]) is stays


def test_a_selected_deployment_brings_its_claims_newest_first() -> None:
    found = view(
        claim("a", "2016-06-14", lead="CAN"),
        claim("b", "2016-07-08", host="LVA"),
        claim("c", "2016-07-08", deployment="lithuania", host="LTU"),
        filters=Filters(host=("LVA",)),
    )
    assert found.claims["id"].tolist() == ["b", "a"]
    assert found.title == "Deployments in Latvia, as known on 1 January 2030: 1 of 2"
