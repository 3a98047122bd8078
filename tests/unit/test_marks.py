"""The marks of a map: where each stands, what its symbol says, and whose colour it has."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.model import Dataset, Point, Theatre
from eastflank.model.overlay import Named, laid_over
from eastflank.model.theatre import LeadColours
from eastflank.scene.composition import compose
from eastflank.scene.drawn import Mark, Symbol
from eastflank.view.filters import Filters
from eastflank.view.selection import view_of
from tests.builders import claim, dataset
from tests.folded import exactly, sent, there
from tests.representatives import examples
from tests.scenes import ANCHORS, marks, scene

BATTLEGROUP = dataset().theatre.kind("battlegroup")
WHOLE = {"id": "whole", "name": "The whole", "sort": "group", "programme": "eFP", "kind": "battlegroup"}


def presences(*names: str) -> list[dict[str, Any]]:
    return [{"id": name, "name": name, "programme": "national", "kind": "presence"} for name in names]


def only(*claims: dict[str, Any], **asked: Any) -> Mark:
    (mark,) = marks(*claims, **asked).values()
    return mark


def test_a_mark_knows_its_place_its_lead_its_section_and_its_hosts() -> None:
    mark = only(there("a", "2018-01-01", lead="CAN", place="adazi"))
    assert (mark.id, mark.anchor, mark.at) == ("latvia", "place", Point(57.07, 24.34))
    assert (mark.lead, mark.hosts, mark.section, mark.ties) == ("CAN", ("LVA",), "Battlegroups", ())
    assert (mark.gone, mark.key, mark.crowd, mark.change, mark.selected) == (False, "latvia", 0, None, False)


def test_a_card_says_of_a_nation_of_the_filter_that_it_is_only_to_join() -> None:
    claims = (
        there("a", "2017-06-01", lead="CAN", place="adazi"),
        claim("b", "2017-09-01", status="decided", host="LVA"),
    )
    data = dataset(*claims, contributions=[sent("a", "CAN", 450), sent("b", "DEU")])
    day, line = date(2018, 1, 1), "Germany is to join (planned in 2017)"
    for nation, told in (("DEU", True), ("CAN", False), ("", False)):
        asked = Filters(nation=(nation,) if nation else ())
        (mark,) = (
            one for one in compose(view_of(data, asked, day), data, ANCHORS).marks if one.id == "latvia"
        )
        assert (line in mark.lines) == told


def test_deployments_at_one_spot_have_each_their_own_mark_there() -> None:
    names = ("first", "second", "third")
    claims = [claim(name, "2018-01-01", deployment=name, status="deployed", host="LVA") for name in names]
    elsewhere = claim("d", "2018-01-01", deployment="other", status="deployed", host="LTU")
    found = marks(*claims, elsewhere, deployments=presences(*names, "other"))
    assert set(found) == {*names, "other"}
    assert len({found[name].at for name in names}) == 1
    assert found["other"].at not in {found[name].at for name in names}


def test_only_the_selected_mark_is_selected_and_the_marks_of_a_day_are_made_once() -> None:
    names = ("first", "second")
    claims = [claim(name, "2018-01-01", deployment=name, status="deployed", host="LVA") for name in names]
    pieces = dataset(*claims, deployments=presences(*names))
    view = view_of(pieces)

    def made(selected: str) -> dict[str, Mark]:
        return {mark.id: mark for mark in compose(view, pieces, ANCHORS, selected).marks}

    before, chosen, after = made(""), made("second"), made("")
    assert {one: mark.selected for one, mark in chosen.items()} == {"first": False, "second": True}
    assert not any(mark.selected for mark in after.values())
    assert all(after[one] is before[one] for one in before)


def test_what_nothing_on_a_map_can_stand_for_is_left_out_and_all_others_are_drawn() -> None:
    names = ("first", "second", "third")
    claims = [claim(name, "2018-01-01", deployment=name, status="deployed") for name in names]
    for missing in range(3):
        said = [{**one, "host": "LVA" if number != missing else None} for number, one in enumerate(claims)]
        found = marks(*said, deployments=presences(*names))
        assert set(found) == set(names) - {names[missing]}


def test_a_set_stands_west_of_all_its_hosts_in_the_middle_of_their_latitudes() -> None:
    mark = only(there("a", "2018-01-01", host="LVA;LTU;DEU"))
    assert mark.at == Point(round((56.8 + 55.3 + 51.0) / 3, 3), 10.0 - 3.5)
    assert sorted(mark.ties) == sorted(ANCHORS.values())


def test_what_has_no_host_stands_west_of_those_of_its_whole() -> None:
    group = claim("w", "2017-06-01", deployment="whole", status="agreed", host="LTU;LVA", unit_count=3)
    early = claim("p", "2017-06-01", deployment="early", status="considered")
    mark = marks(group, early, memberships=[{"member": "early", "whole": "whole"}])["early"]
    assert (mark.at, mark.ties, mark.hosts) == (Point(56.05, 20.4), (), ())
    assert mark.standing == 0


@examples(5)
@given(st.floats(-3, 3), st.floats(-9, 9))
def test_where_the_map_moves_a_set_moves_with_its_hosts(north: float, east: float) -> None:
    data = dataset(there("a", "2018-01-01", host="LVA;LTU"))
    moved = {code: Point(at.lat + north, at.lon + east) for code, at in ANCHORS.items()}
    (one,), (other,) = (compose(view_of(data), data, at).marks for at in (ANCHORS, moved))
    assert other.at == pytest.approx((one.at.lat + north, one.at.lon + east), abs=0.0011)


def test_a_lead_that_is_one_nation_gives_its_colour_and_several_or_none_give_a_neutral_one() -> None:
    canadas = LeadColours("#8a2f6b", "#e08cc3")
    for lead, expected in (("CAN", canadas), ("CAN;DEU", None), (None, None)):
        data = dataset(there("a", "2018-01-01", lead=lead))
        data = replace(data, theatre=replace(data.theatre, leads={"CAN": canadas}))
        (mark,) = compose(view_of(data), data, ANCHORS).marks
        assert mark.colours == (expected or Theatre().colours_of(None))
        assert mark.lead == ("CAN" if expected else None)


@pytest.mark.parametrize(
    ("lead", "sends", "of_the_group", "several"),
    [
        ("CAN", (), {}, False),
        ("CAN", ("CAN",), {}, False),
        ("CAN;DEU", (), {}, True),
        ("CAN", ("DEU",), {}, True),
        (None, ("CAN", "DEU"), {}, True),
        ("CAN", (), {"lead": "DEU"}, True),
        ("CAN", (), {"lead": "CAN"}, False),
        (None, (), {"lead": "CAN;DEU"}, True),
    ],
)
def test_a_symbol_is_multinational_where_it_or_its_group_has_several_nations(
    lead: str | None, sends: tuple[str, ...], of_the_group: dict[str, str], *, several: bool
) -> None:
    claims = [there("a", "2017-06-01", lead=lead, place="adazi")]
    if of_the_group:
        claims.append(claim("w", "2017-06-01", deployment="whole", status="deployed", **of_the_group))
    found = marks(*claims, contributions=[sent("a", nation, 20) for nation in sends])
    assert found["latvia"].symbol == Symbol(
        BATTLEGROUP, "battalion", found["latvia"].standing, multinational=several
    )


def test_the_contingents_of_its_group_make_a_symbol_multinational_too() -> None:
    group = claim("w", "2017-06-01", deployment="whole", status="deployed")
    found = marks(
        there("a", "2017-06-01", lead="CAN", place="adazi"), group, contributions=[sent("w", "DEU", 20)]
    )
    assert isinstance(found["latvia"].symbol, Symbol)
    assert found["latvia"].symbol.multinational


def overlay() -> Dataset:
    one = dataset(there("a", "2018-01-01", place="adazi", **exactly(450)))
    two = dataset(there("b", "2018-01-01", lead="DEU", deployment="lithuania", host="LTU"))
    return laid_over([Named("one", "The first", one), Named("two", "The second", two)])


def test_of_several_datasets_a_card_says_in_its_heading_and_its_details_of_which_it_is() -> None:
    data = overlay()
    view = view_of(data)
    found = compose(view, data, ANCHORS)
    said = {mark.heading: mark.details[-1] for mark in found.marks}
    assert said == {"Ādaži (A)": "Dataset: The first", "Lithuania (B)": "Dataset: The second"}
    assert [mark.heading.count("(") for mark in found.marks] == [1, 1]
    assert [text for text in found.legend.figures if "first" in text[1] or "second" in text[1]] == [
        ("(A)", "Dataset: The first"),
        ("(B)", "Dataset: The second"),
    ]


def test_of_one_dataset_nothing_is_said() -> None:
    found = scene(there("a", "2018-01-01", place="adazi"))
    assert found.marks[0].heading == "Ādaži"
    assert found.marks[0].details[-1] == "One claim"
