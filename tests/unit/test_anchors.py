"""How the map shows a deployment, or why it does not, by what is stated about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from eastflank.model import Dataset, Deployment, Place, Point, Standing
from eastflank.view.anchors import anchor_of, is_drawn, kin, not_drawn
from eastflank.view.selection import view_of
from tests.as_known import DETACHMENT, figure, group, known, statistic, unit
from tests.builders import claim, dataset

PLACES = {
    precision: Place(precision.title(), precision, Point(57.0, 24.0))
    for precision in ("site", "town", "region", "country", "sea", "none")
}


@pytest.mark.parametrize(
    ("place", "hosts", "anchor"),
    [
        ("site", ("LVA",), "place"),
        ("town", (), "place"),
        ("region", ("LVA",), "country"),
        ("region", (), "sea"),
        ("sea", ("LVA",), "country"),
        ("sea", (), "sea"),
        ("country", ("LVA",), "country"),
        ("country", (), None),
        ("none", (), None),
        (None, ("LVA",), "country"),
        (None, ("LVA", "LTU"), "set"),
        (None, (), None),
    ],
)
def test_a_named_place_stands_first_then_hosts_then_a_sea(
    place: str | None, hosts: tuple[str, ...], anchor: str | None
) -> None:
    one = unit(place=place, host=hosts)
    assert anchor_of(one, known(one), PLACES) == anchor


def test_what_states_nothing_stands_beside_its_group_or_else_the_unit_that_it_is_a_part_of() -> None:
    whole, brigade = group(host=("LVA", "LTU")), unit("brigade", host=("DEU",))
    for fields, hosts in (
        ({"part_of": "whole", "under": "brigade"}, ("LVA", "LTU")),
        ({"under": "brigade"}, ("DEU",)),
        ({"under": "unknown"}, ()),
        ({}, ()),
    ):
        one = unit(host=(), **fields)
        on_the_day = known(one, whole, brigade)
        assert kin(one, on_the_day) == hosts
        assert anchor_of(one, on_the_day, PLACES) == ("beside" if hosts else None)


def test_a_group_stands_for_the_hosts_of_the_units_that_are_known_only_through_it() -> None:
    one = group(host=("LVA", "LTU"), missing=1, missing_hosts=("LTU",), place="site")
    assert anchor_of(one, known(one), PLACES) == "country"
    assert is_drawn(one, known(one))
    assert not is_drawn(group(), known(group()))


@pytest.mark.parametrize(
    ("fields", "drawn"),
    [
        ({}, True),
        ({"standing": Standing.CONSIDERED}, True),
        ({"standing": Standing.GONE}, False),
        ({"standing": None}, False),
        ({"standing": Standing.PLANNED, "silent": True}, False),
        ({"silent": True}, True),
        ({"counted_with": "whole"}, False),
        ({"counted_with": "unknown"}, True),
        ({"counted_with": "whole", "host": ()}, True),
        ({"counted_with": "whole", "kind": DETACHMENT}, True),
    ],
)
def test_what_is_over_lapsed_or_only_one_of_a_set_has_no_mark_of_its_own(
    fields: dict[str, Any], drawn: object
) -> None:
    one = unit(**fields)
    assert is_drawn(one, known(one, group())) is drawn
    assert not is_drawn(statistic(), known(statistic()))


def reasons(*deployments: Deployment) -> list[tuple[str, str]]:
    """Which of these deployments are not drawn, and the first words of why."""
    shown = known(*deployments)
    found = not_drawn(_DATASET, shown, deployments, shown.loose)
    assert all(one.kind == "deployment" and one.label == f"The {one.id}" for one in found)
    return [(one.id, one.reason.split(":")[0]) for one in found]


_DATASET: Dataset = dataset()


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (unit(), None),
        (unit(standing=Standing.GONE), "Its status is “ended”."),
        (unit(standing=Standing.PLANNED, silent=True), "A plan, not reported since long ago."),
        (
            unit(standing=Standing.PLANNED, silent=True, last_word=date(2015, 3, 1)),
            "A plan, not reported since 2015.",
        ),
        (unit(standing=None), "No status is stated."),
        (unit(host=()), "No host and no place are stated."),
        (unit(host=(), place="phrase"), "“eastern Europe” has no borders, so no country can be coloured."),
        (group(standing=None), "No status is stated."),
        (
            group(standing=Standing.PLANNED, silent=True, last_word=date(2015, 3, 1)),
            "A plan, not reported since 2015.",
        ),
        (group(missing=2), None),
        (group(standing=Standing.GONE), "Its status is “ended”."),
        (statistic(figure=figure(5)), None),
        (statistic(), "A statistic without a figure."),
        (statistic(figure=figure(5), host=("LVA", "LTU")), "A statistic over several countries"),
        (statistic(figure=figure(5), host=()), "A statistic over several countries"),
        (statistic(figure=figure(5), off_map="old"), "A statistic older than eighteen months"),
        (
            statistic(figure=figure(5), off_map="exceeded"),
            "A statistic that a newer figure of one of its parts exceeds",
        ),
        (
            statistic(figure=figure(5), off_map="moved"),
            "A statistic from before a unit in it came or went",
        ),
    ],
)
def test_what_has_no_mark_is_listed_with_its_reason(one: Deployment, reason: str | None) -> None:
    assert reasons(one) == ([(one.id, reason)] if reason else [])


LAPSED = {"standing": Standing.PLANNED, "silent": True}


@pytest.mark.parametrize(
    ("one", "units", "reason"),
    [
        (group(), [unit()], "A group, shown through its units; its own figures are in the table."),
        (
            group(silent=True),
            [unit()],
            "A group, shown through its units; its own figures are in the table.",
        ),
        (group(), [], "A group, none of whose units is drawn; its own figures are in the table."),
        (
            group(),
            [unit(**LAPSED)],
            "A group, none of whose units is drawn; its own figures are in the table.",
        ),
        (
            group(silent=True, last_word=date(2015, 9, 1)),
            [],
            "A group, not reported since 2015, none of whose units is drawn; its own figures are in the table.",
        ),
        (
            group(silent=True),
            [unit(**LAPSED)],
            "A group, not reported since long ago, none of whose units is drawn; its own figures are in the table.",
        ),
    ],
)
def test_a_group_is_said_to_be_shown_through_its_units_only_if_one_of_them_may_be_drawn(
    one: Deployment, units: list[Deployment], reason: str
) -> None:
    assert dict(reasons(replace(one, parts=tuple(part.id for part in units)), *units))["whole"] == reason


def test_a_unit_that_is_one_of_its_groups_set_names_the_group() -> None:
    one = unit(standing=Standing.CONSIDERED, counted_with="whole")
    assert reasons(one, group(missing=1)) == [
        ("latvia", "One of “The whole”; where it is to stand was only considered.")
    ]


def test_a_claim_about_no_deployment_is_listed_under_its_quote_or_else_its_citation() -> None:
    def label(**cells: Any) -> str:
        loose = claim("a", "2016-06-14", deployment=None, kind="statement", **cells)
        (one,) = view_of(dataset(loose, claim("b", "2016-06-14", host="LVA", status="agreed"))).not_drawn
        assert (one.kind, one.id) == ("claim", "a")
        return one.label

    assert label(quote="Ministers met.", citation="page 3") == "Ministers met."
    assert label(citation="page 3") == "page 3"
    assert label(citation=None, rests_on="b") == ""
