"""The sentence over a map, and what must stand beside it."""

from datetime import date
from typing import Any

from eastflank.view.filters import Filters
from eastflank.view.selection import View, view_of
from eastflank.words.chosen import imported_claims
from tests.builders import claim, dataset, deployment
from tests.folded import SOURCES, there


def view(*claims: dict[str, Any], day: str, asked: Filters | None = None, **tables: Any) -> View:
    record = dataset(*claims, **{"sources": SOURCES, **tables})
    return view_of(record, asked or Filters(), date.fromisoformat(day))


def lithuania(identifier: str, said_on: str, **cells: Any) -> dict[str, Any]:
    return there(identifier, said_on, **{"deployment": "lithuania", "host": "LTU", **cells})


KINDS = [
    {"id": "latvia", "name": "Battlegroup Latvia", "programme": "eFP", "kind": "battlegroup"},
    {"id": "lithuania", "name": "Battlegroup Lithuania", "programme": "eFP", "kind": "battlegroup"},
    {"id": "brigade", "name": "Brigade", "programme": "eFP", "kind": "brigade"},
    deployment("air"),
]


def test_it_counts_units_by_kind() -> None:
    found = view(
        there("a", "2017-06-01"),
        lithuania("b", "2017-06-01"),
        there("c", "2017-06-01", deployment="brigade"),
        there("d", "2017-06-01", deployment="air"),
        day="2017-06-01",
        deployments=KINDS,
    )
    assert found.title == (
        "Two battlegroups, one brigade and one national deployment, as known on 1 June 2017"
    )


def test_what_is_to_come_follows_with_its_status() -> None:
    found = view(there("a", "2017-06-01"), lithuania("b", "2017-06-01", status="decided"), day="2017-06-01")
    assert found.title == "One battlegroup; one battlegroup decided, as known on 1 June 2017"


def test_what_is_leaving_says_so() -> None:
    found = view(there("a", "2017-06-01", status="leaving"), day="2017-06-01")
    assert found.title == "One battlegroup leaving, as known on 1 June 2017"


def test_it_names_what_was_asked_for() -> None:
    claims = there("a", "2017-06-01"), lithuania("b", "2017-06-01")
    found = view(*claims, day="2017-06-01", asked=Filters(host=("LVA",)))
    assert found.title == "One battlegroup in Latvia, as known on 1 June 2017"
    none = view(*claims, day="2017-06-01", asked=Filters(host=("SWE",)))
    assert none.title == "No deployment in Sweden, as known on 1 June 2017"


def test_units_that_only_their_group_names_count_as_many_as_it_says() -> None:
    found = view(
        claim("a", "2016-06-14", deployment="whole", status="agreed", unit_count=4, host="LVA;LTU"),
        day="2016-06-14",
    )
    assert found.title == "Four battlegroups agreed, as known on 14 June 2016"


def test_what_was_not_reported_for_two_years_is_named_beside_it() -> None:
    found = view(there("a", "2016-06-14"), lithuania("b", "2018-06-15"), day="2018-06-15")
    assert found.notes == ("last reported in 2016: Battlegroup Latvia",)


def test_the_newest_evidence_stands_beside_a_later_day() -> None:
    found = view(there("a", "2016-06-14"), day="2016-06-20")
    assert found.notes == ("newest evidence: 14 June 2016",)
    assert view(there("a", "2016-06-14"), day="2016-06-14").notes == ()


def test_where_nothing_counts_it_says_whether_all_is_silent_or_over_or_nothing_is_there() -> None:
    silent = view(there("a", "2016-06-14"), lithuania("b", "2016-06-14"), day="2018-06-15").title
    assert silent.startswith("Two battlegroups")
    assert silent != view(there("a", "2016-06-14"), lithuania("b", "2016-06-14"), day="2018-06-14").title
    gone = view(there("a", "2016-06-14"), claim("b", "2017-01-01", status="ended"), day="2018-06-15").title
    group = there("g", "2016-06-14", deployment="whole", host="LVA;LTU")
    assert "attlegroup" not in view(group, day="2018-06-15").title
    assert len({silent, gone, view(group, day="2018-06-15").title}) == 3


def test_an_imported_table_is_named_by_its_file_unless_it_has_a_publisher() -> None:
    own, other = (
        {"id": name, "publisher": publisher, "title": imported_claims.TITLE_OF_TABLE.format(name=f"{name}.csv"),
         "published": "2017", "reliability": "B"}
        for name, publisher in (("list", imported_claims.PUBLISHER), ("survey", "Institute"))
    )  # fmt: skip
    claims = there("a", "2017-06-01", source="list"), there("b", "2017-06-01", source="survey")
    titles = [
        view(*claims, day="2017-06-01", asked=Filters(source=(source,)), sources=[own, other]).title
        for source in ("list", "survey")
    ]
    assert "according to Table list.csv alone" in titles[0]
    assert "according to Institute alone" in titles[1]


def test_sources_of_one_name_are_counted_and_not_repeated() -> None:
    sources = [
        {"id": name, "publisher": publisher, "title": name, "published": "2017", "reliability": "B"}
        for name, publisher in (("one", "Institute"), ("two", "Institute"), ("three", "Agency"))
    ]
    found = view(
        there("a", "2017-06-01", source="one"),
        day="2017-06-01",
        asked=Filters(source=("one", "three", "two")),
        sources=sources,
    )
    assert "according to two sources of Institute or Agency alone" in found.title
