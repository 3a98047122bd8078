"""A slide's headline of a few invented claims: what is seen in the countries asked for."""

from datetime import date
from typing import Any

import pytest

from eastflank.model.overlay import Named, laid_over
from eastflank.report.headline import headline_of
from eastflank.view.filters import EVERYTHING, Filters
from eastflank.view.selection import view_of
from tests.builders import claim, dataset
from tests.folded import exactly, sent, there

DAY = date(2018, 1, 1)
LATVIA, CANADA = Filters(host=("LVA",)), Filters(nation=("CAN",))


def headline(*claims: dict[str, Any], filters: Filters = LATVIA, title: str = "", **tables: Any) -> str:
    data = dataset(*claims, **tables)
    view = view_of(data, filters, DAY)
    return headline_of(view, data, title or view.title)


def units(kind: str, *names: str) -> list[dict[str, Any]]:
    return [{"id": name, "name": f"The {name}", "kind": kind} for name in names]


def at(name: str, status: str = "deployed", **cells: Any) -> dict[str, Any]:
    return claim(name, "2018-01-01", deployment=name, status=status, host="LVA", **cells)


# --- hosts ---------------------------------------------------------------------------------------------------


def test_of_a_host_it_says_what_is_there_with_its_strength_then_what_is_to_come_with_what_is_planned() -> (
    None
):
    both = [*units("battlegroup", "one"), *units("brigade", "two")]
    said = (at("one", **exactly(1700)), at("two", "arriving", **exactly(3500)))
    assert headline(*said, deployments=both) == (
        "Latvia: 1,700 in one battlegroup; one brigade arriving, planned: 3,500"
    )


def test_what_is_to_come_without_a_figure_is_only_counted() -> None:
    assert (
        headline(at("two", "arriving"), deployments=units("brigade", "two")) == "Latvia: one brigade arriving"
    )


def test_of_several_units_to_come_of_one_kind_no_figure_is_told() -> None:
    found = headline(
        at("one", "agreed", **exactly(900)), at("two", "agreed"), deployments=units("brigade", "one", "two")
    )
    assert found == "Latvia: two brigades agreed"


def test_the_figure_is_that_of_the_units_of_that_kind_and_status() -> None:
    kinds = [*units("battlegroup", "one"), *units("brigade", "two"), *units("brigade", "three")]
    said = (
        at("one", "agreed", **exactly(1)),
        at("two", "agreed", **exactly(22)),
        at("three", **exactly(333)),
    )
    assert headline(*said, deployments=kinds) == (
        "Latvia: 333 in one brigade; one battlegroup agreed, planned: 1; one brigade agreed, planned: 22"
    )


def test_two_kinds_to_come_are_told_with_their_figures_and_three_are_only_counted() -> None:
    kinds = [*units("battlegroup", "one"), *units("brigade", "two"), *units("presence", "three")]
    said = [at(name, "agreed", **exactly(9)) for name in ("one", "two", "three")]
    assert headline(*said[:2], deployments=kinds) == (
        "Latvia: one battlegroup agreed, planned: 9; one brigade agreed, planned: 9"
    )
    told = headline(*said, deployments=kinds)
    assert "9" not in told
    assert "battlegroup" in told and "brigade" in told and "national deployment" in told


def test_a_host_by_its_role_is_a_host() -> None:
    said = at("one", **exactly(1700))
    asked = Filters(nation=("LVA",), role="host")
    assert headline(said, deployments=units("battlegroup", "one"), filters=asked) == (
        "Latvia: 1,700 in one battlegroup"
    )


def test_several_hosts_are_a_choice_each_named_once() -> None:
    said = at("one", **exactly(1700))
    asked = Filters(host=("LVA", "LTU"), nation=("LVA",), role="host")
    assert headline(said, deployments=units("battlegroup", "one"), filters=asked).startswith(
        "Latvia or Lithuania: "
    )


# --- nations -------------------------------------------------------------------------------------------------


def test_of_a_nation_it_says_how_many_of_its_people_are_where() -> None:
    found = headline(there("a", "2018-01-01"), contributions=[sent("a", "CAN", 450)], filters=CANADA)
    assert found == "Canada: 450 in Battlegroup Latvia"


def test_it_tells_two_figures_of_a_nation_and_counts_the_others() -> None:
    names = ("one", "two", "three", "four")
    claims = [at(name) for name in names]
    sends = [sent(name, "CAN", number) for name, number in zip(names, (40, 30, 20, 10), strict=True)]
    for count, more in ((2, ""), (3, "; one more figure"), (4, "; two more figures")):
        found = headline(
            *claims[:count],
            contributions=sends[:count],
            deployments=units("presence", *names),
            filters=CANADA,
        )
        assert found == f"Canada: 40 in The one; 30 in The two{more}"


def test_old_or_planned_figures_of_a_nation_are_not_told() -> None:
    planned = claim("a", "2018-01-01", status="agreed", host="LVA")
    found = headline(planned, contributions=[sent("a", "CAN", 450)], filters=CANADA)
    assert found == "Canada: one battlegroup agreed"
    old = there("a", "2016-01-01"), there("b", "2017-12-01")
    found = headline(*old, contributions=[sent("a", "CAN", 450)], filters=CANADA)
    assert found == "Canada: one battlegroup"


def test_a_source_s_own_count_names_what_it_counts() -> None:
    sums = [
        {"id": "sum", "name": "Canadians in Latvia", "sort": "statistic", "kind": "presence"},
        *units("presence", "one"),
    ]
    said = at("sum", lead="CAN", **exactly(600))
    found = headline(said, at("one", lead="CAN"), deployments=sums, filters=CANADA)
    assert found == "Canada: 600: Canadians in Latvia"


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        (Filters(nation=("CAN", "DEU")), "Canada or Germany"),
        (Filters(nation=("CAN",), host=("LVA",)), "Canada in Latvia"),
    ],
)
def test_of_several_nations_or_of_one_in_a_host_it_says_in_which_units_they_are(
    asked: Filters, places: str
) -> None:
    found = headline(
        there("a", "2018-01-01", lead="CAN"), contributions=[sent("a", "CAN", 450)], filters=asked
    )
    assert found == f"{places}: one battlegroup"


# --- everything else -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "filters",
    [
        EVERYTHING,
        Filters(status=("deployed",)),
        Filters(host=("LVA",), status=("deployed",)),
        Filters(nation=("CAN",), programme=("eFP",)),
    ],
)
def test_where_no_country_or_more_than_countries_is_asked_for_it_is_the_sentence_over_the_map(
    filters: Filters,
) -> None:
    said = there("a", "2018-01-01", lead="CAN", **exactly(450))
    view = view_of(dataset(said), filters, DAY)
    assert headline(said, filters=filters) == view.subject
    assert "as known on" not in headline(said, filters=filters)
    assert headline(said, filters=filters, title="Both days") == "Both days"


def test_where_nothing_is_there_it_is_that_sentence_too() -> None:
    assert (
        headline(claim("a", "2018-01-01", host="LVA"))
        == view_of(dataset(claim("a", "2018-01-01", host="LVA")), LATVIA, DAY).subject
    )


def test_a_role_alone_asks_for_no_country() -> None:
    said = there("a", "2018-01-01", lead="CAN", **exactly(450))
    assert (
        headline(said, filters=Filters(role="lead"))
        == view_of(dataset(said), Filters(role="lead"), DAY).subject
    )


def test_what_is_in_two_datasets_is_not_counted_as_one() -> None:
    one, two = (dataset(at("latvia", **exactly(450))) for _ in range(2))
    data = laid_over([Named("one", "The first", one), Named("two", "The second", two)])
    view = view_of(data, LATVIA, DAY)
    assert headline_of(view, data, view.title) == view.subject
    alone = laid_over([Named("one", "The first", one)])
    view = view_of(alone, LATVIA, DAY)
    assert headline_of(view, alone, view.title).startswith("Latvia: 450 in one battlegroup")
