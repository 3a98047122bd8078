"""Two small datasets combined: the rows, names, kinds and outlines of the result."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from eastflank.model import Dataset, MapCredit, Point, Theatre
from eastflank.model.kinds import Kind
from eastflank.model.overlay import Named, laid_over
from eastflank.model.table_cells import DATASET
from eastflank.model.theatre import LeadColours
from tests.builders import NATIONS, PLACES, claim, dataset

TROOP = Kind("troop", "troop", "troops", 0)
FIRST = Theatre(
    name="North", called="North", alliance="League", opening=(Point(1, 2), Point(3, 4)), kinds={"troop": TROOP},
    leads={"CAN": LeadColours("#111111", "#222222")},
)  # fmt: skip
SECOND = Theatre(
    name="South", called="South", alliance="Union", opening=(Point(-1, 3), Point(2, 9)),
    leads={"CAN": LeadColours("#333333", "#444444"), "DEU": LeadColours("#555555", "#666666")},
    kinds={"troop": replace(TROOP, place=1), "fleet": Kind("fleet", "fleet", "fleets", 0)},
)  # fmt: skip


def both(first: Dataset | None = None, second: Dataset | None = None) -> Dataset:
    """Two datasets of one claim each, equal except for the arguments."""
    alike = dataset(claim("a", "2016-07-08", status="decided", place="adazi"))
    return laid_over([Named("one", "One", first or alike), Named("two", "Two", second or alike)])


def small(theatre: Theatre, **tables: Any) -> Dataset:
    return replace(dataset(claim("a", "2016-07-08", status="decided"), **tables), theatre=theatre)


def ids(frame: Any, column: str = "id") -> list[str]:
    return list(frame[column])


def test_an_id_that_is_taken_is_written_after_its_dataset_wherever_it_stands() -> None:
    whole = both()
    assert ids(whole.claims) == ["a", "two.a"]
    assert ids(whole.claims, "deployment") == ["latvia", "two.latvia"]
    assert ids(whole.claims, "source") == ["agency", "two.agency"]
    assert ids(whole.claims, DATASET) == ["one", "two"]
    # Places whose cells are the same are the same place.
    assert ids(whole.claims, "place") == ["adazi", "adazi"]
    assert ids(whole.places) == ids(dataset().places)


def test_a_place_of_one_id_and_other_cells_is_another_place() -> None:
    moved = [{**PLACES[0], "lat": 10.0}]
    whole = both(second=dataset(claim("a", "2016-07-08", place="adazi"), places=moved))
    assert ids(whole.claims, "place") == ["adazi", "two.adazi"]
    assert ids(whole.places)[-1] == "two.adazi"


def test_a_deployment_has_the_letter_of_its_dataset_behind_its_name() -> None:
    names = ids(both().deployments, "name")
    assert {"Battlegroup Latvia (A)", "Battlegroup Latvia (B)"} <= set(names)
    assert ids(both().deployments).count("latvia") == 1


def test_one_dataset_alone_stays_itself() -> None:
    alone = dataset(claim("a", "2016-07-08"))
    assert laid_over([Named("one", "One", alone)]) is alone


def test_members_are_those_of_the_first_alliance_and_of_others_that_are_called_so() -> None:
    def members(second: Theatre) -> set[str]:
        more = {**NATIONS[0], "iso3": "NOR", "iso2": "NO", "name": "Norway"}
        whole = both(small(FIRST), small(second, nations=[NATIONS[0], more]))
        return set(whole.nations.loc[whole.nations["member_since"].notna(), "iso3"])

    assert members(FIRST) - members(SECOND) == {"NOR"}
    assert "CAN" in members(SECOND)


def test_a_nation_has_all_words_of_all_datasets_once_and_nations_stand_by_code() -> None:
    own = [{**NATIONS[0], "also_known_as": "Dominion;Ottawa"}, NATIONS[1]]
    other = [{**NATIONS[0], "also_known_as": "Ottawa;Kanada"}]
    whole = both(small(FIRST, nations=list(reversed(own))), small(FIRST, nations=other))
    assert ids(whole.nations, "iso3") == ["CAN", "DEU"]
    assert whole.nations["also_known_as"][0] == "Dominion;Ottawa;Kanada"


def test_the_theatre_of_both_holds_both_and_of_what_differs_the_first() -> None:
    whole = both(small(FIRST), small(SECOND)).theatre
    assert (whole.name, whole.called, whole.alliance) == ("North and South", "area", "League")
    assert whole.opening == (Point(-1, 2), Point(3, 9))
    assert (whole.leads["CAN"].light, whole.leads["DEU"].light) == ("#111111", "#555555")
    assert both(small(FIRST), small(FIRST)).theatre.called == "North"
    assert both(small(FIRST), small(FIRST)).theatre.name == "North"


def test_a_kind_is_the_same_where_it_is_called_the_same_whatever_its_place() -> None:
    same = both(small(FIRST), small(SECOND)).theatre.kinds
    assert [(name, kind.id, kind.place) for name, kind in same.items()] == [
        ("troop", "troop", 0),
        ("fleet", "fleet", 1),
    ]
    other = replace(SECOND, kinds={"troop": replace(TROOP, one="squadron")})
    tables = {"deployments": [{"id": "latvia", "name": "L", "kind": "troop", "programme": "eFP"}]}
    whole = both(small(FIRST, **tables), small(other, **tables))
    assert [(name, kind.id, kind.place) for name, kind in whole.theatre.kinds.items()] == [
        ("troop", "troop", 0), ("two.troop", "two.troop", 1),
    ]  # fmt: skip
    assert ids(whole.deployments, "kind") == ["troop", "two.troop"]


def test_credits_label_points_and_versions_of_both_are_kept() -> None:
    one = replace(small(FIRST), map_credit=MapCredit("Maps", "Borders."), label_points={"CAN": Point(1, 1)})
    two = replace(small(FIRST), map_credit=MapCredit("Charts", "Borders."), label_points={"CAN": Point(2, 2), "DEU": Point(3, 3)})  # fmt: skip
    whole = both(one, two)
    assert whole.map_credit == MapCredit("Maps; Charts", "Borders.")
    assert whole.label_points == {"CAN": Point(1, 1), "DEU": Point(3, 3)}
    assert whole.version == f"one {one.version} + two {two.version}"
    assert both(one, small(FIRST)).map_credit == one.map_credit


def areas(*names: str, mark: str) -> str:
    features = [{"properties": {"iso3": name, "mark": mark}, "geometry": {"of": name}} for name in names]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)


def test_base_maps_become_one_with_each_country_and_label_of_the_first_that_has_it() -> None:
    def map_(mark: str, *names: str) -> dict[str, str]:
        labels = {"seas": [{"name": name, "mark": mark} for name in names]}
        return {
            "countries": areas(*names, mark=mark), "lakes": areas(*names, mark=mark),
            "labels": json.dumps(labels, ensure_ascii=False),
        }  # fmt: skip

    first, second = map_("first", "Åland", "CAN"), map_("second", "CAN", "DEU")
    whole = both(replace(small(FIRST), base_map=first), replace(small(FIRST), base_map=second)).base_map
    expected = [("Åland", "first"), ("CAN", "first"), ("DEU", "second")]
    for name in ("countries", "lakes"):
        features = json.loads(whole[name])["features"]
        assert sorted((one["properties"]["iso3"], one["properties"]["mark"]) for one in features) == sorted(
            expected
        )
    labels = json.loads(whole["labels"])["seas"]
    assert sorted((one["name"], one["mark"]) for one in labels) == sorted(expected)
    assert all("Åland" in text for text in whole.values())
    alike = both(replace(small(FIRST), base_map=first), replace(small(SECOND), base_map=first))
    assert alike.base_map == first
