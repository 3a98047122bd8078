"""What a view's units add up to, by kind; and each unit counted once."""

from datetime import date
from typing import Any

import pytest

from eastflank.record.as_of import Known
from eastflank.record.sums import Added
from eastflank.report.totals_in_words import total_sentence
from eastflank.ui.nation_by_host import _sums
from eastflank.view.figures_of_nations import nation_figures
from eastflank.view.filters import Filters
from eastflank.view.selection import view_of
from eastflank.view.totals import InParts, Total, counted, counts_of, totals_of
from tests.builders import claim, dataset, deployment
from tests.folded import about, exactly, known, persons, sent, there, up_to


def totals(*claims: dict[str, Any], day: str = "2018-01-01", **tables: Any) -> tuple[Total, ...]:
    found = known(*claims, day=day, **tables)
    return totals_of(found.deployments.values(), found)


def only(*claims: dict[str, Any], day: str = "2018-01-01", **tables: Any) -> Total:
    (total,) = totals(*claims, day=day, **tables)
    return total


def lithuania(identifier: str, said_on: str, **cells: Any) -> dict[str, Any]:
    return there(identifier, said_on, **{"deployment": "lithuania", "host": "LTU", **cells})


def group(identifier: str, said_on: str, **cells: Any) -> dict[str, Any]:
    return there(identifier, said_on, **{"deployment": "whole", "host": "LVA;LTU", "unit_count": 2, **cells})


def test_the_strengths_of_one_kind_are_added() -> None:
    total = only(there("a", "2017-06-01", **exactly(1000)), lithuania("b", "2017-06-01", **exactly(500)))
    assert (total.kind.id, total.units, total.stating) == ("battlegroup", 2, 2)
    assert (total.low, total.high, total.hedge) == (1500, 1500, None)


def test_kinds_are_never_added_to_each_other() -> None:
    kinds = [
        {"id": "latvia", "name": "Battlegroup", "programme": "eFP", "kind": "battlegroup"},
        deployment("air"),
    ]
    found = totals(
        there("a", "2017-06-01", **exactly(1000)),
        there("b", "2017-06-01", deployment="air", **exactly(300)),
        deployments=kinds,
    )
    assert [(total.kind.id, total.low) for total in found] == [("battlegroup", 1000), ("presence", 300)]


@pytest.mark.parametrize("status", ["considered", "offered", "pledged", "agreed", "decided", "arriving"])
def test_what_is_only_planned_is_in_no_total(status: str) -> None:
    assert totals(claim("a", "2017-06-01", status=status, **exactly(1000))) == ()


def test_what_is_over_is_in_no_total() -> None:
    assert (
        totals(there("a", "2017-01-01", **exactly(450)), claim("b", "2017-06-01", status="withdrawn")) == ()
    )


def test_a_weak_figure_is_in_no_total_and_its_unit_is_counted() -> None:
    total = only(
        there("a", "2017-06-01", **exactly(1000)), lithuania("b", "2017-06-01", source="blog", **exactly(500))
    )
    assert (total.units, total.stating, total.low) == (2, 1, 1000)


def test_a_unit_without_a_figure_is_counted() -> None:
    total = only(there("a", "2017-06-01"))
    assert (total.units, total.stating, total.low, total.high) == (1, 0, None, None)


def test_a_total_says_how_much_of_it_was_announced_and_how_much_is_old() -> None:
    total = only(
        claim("p", "2016-09-01", status="decided", **exactly(700)),
        there("a", "2016-10-01"),
        lithuania("b", "2018-06-01", **exactly(500)),
        day="2018-06-01",
    )
    assert (total.low, total.announced, total.old, total.old_sum) == (1200, 1, 1, Added(700, 700, None))
    assert total.years == (2016, 2018)


@pytest.mark.parametrize(("day", "years"), [("2017-12-31", None), ("2018-01-01", (2017, 2017))])
def test_a_total_of_earlier_years_bears_them(day: str, years: tuple[int, int] | None) -> None:
    assert only(there("a", "2017-06-01", **exactly(1000)), day=day).years == years


def test_a_figure_said_of_a_group_is_the_total_until_each_of_its_units_has_a_newer_one() -> None:
    claims = group("w", "2017-01-01", **exactly(4000)), there("a", "2017-06-01", **exactly(1887))
    both = (*claims, lithuania("b", "2017-03-01"))
    total = only(*both)
    assert (total.low, total.group, total.units) == (4000, "whole", 2)
    assert total.parts
    assert (total.parts.low, total.parts.stating) == (1887, 1)
    total = only(*both, lithuania("c", "2017-07-01", **exactly(1632)))
    assert (total.low, total.group, total.units) == (3519, "", 2)


def test_a_figure_said_of_a_group_leaves_the_total_after_eighteen_months() -> None:
    claims = (
        group("w", "2017-01-01", **exactly(4000)),
        there("a", "2017-06-01", **exactly(1887)),
        lithuania("b", "2017-03-01"),
    )
    assert only(*claims, day="2018-07-01").group == "whole"
    total = only(*claims, day="2018-07-02")
    assert (total.low, total.stating, total.units, total.group) == (1887, 1, 2, "")


def test_a_group_speaks_for_its_units_only_where_the_view_holds_all_of_them() -> None:
    found = known(
        group("w", "2017-01-01", **exactly(4000)),
        there("a", "2017-06-01", **exactly(1887)),
        lithuania("b", "2017-03-01"),
    )
    (total,) = totals_of([found.deployments["latvia"]], found)
    assert (total.low, total.units, total.group) == (1887, 1, "")


def test_a_brigade_over_a_battlegroup_says_that_people_may_be_counted_twice() -> None:
    kinds = [
        {"id": "latvia", "name": "Battlegroup", "programme": "eFP", "kind": "battlegroup"},
        {"id": "brigade", "name": "Brigade", "programme": "eFP", "kind": "brigade"},
    ]
    found = totals(
        there("a", "2017-06-01", **exactly(1000)),
        there("b", "2017-06-01", deployment="brigade", **exactly(3000)),
        deployments=kinds,
        memberships=[{"member": "latvia", "whole": "brigade"}],
    )
    assert [(total.kind.id, total.low, total.overlaps) for total in found] == [
        ("battlegroup", 1000, True),
        ("brigade", 3000, True),
    ]


def test_a_unit_counts_once_under_two_names() -> None:
    found = known(there("a", "2016-06-14", deployment="early"), there("b", "2016-06-14"), day="2016-07-07")
    assert set(found.deployments) == {"early", "latvia"}
    assert [one.id for one in counted(found.deployments.values(), found)] == ["latvia"]


def test_a_unit_of_which_nothing_was_reported_for_two_years_is_in_no_total() -> None:
    said = there("a", "2016-06-14", **exactly(1000))
    assert totals(said, day="2018-06-14")
    assert totals(said, day="2018-06-15") == ()


def test_a_plan_that_lapsed_is_not_counted() -> None:
    said = claim("a", "2016-06-14", status="pledged", host="LVA")
    before, after = known(said, day="2018-06-14"), known(said, day="2018-06-15")
    assert counts_of(before.deployments.values(), before)
    assert not counts_of(after.deployments.values(), after)


def test_a_nations_figures_begin_with_what_is_added_up_for_it() -> None:
    found = known(
        group("w", "2017-01-01"),
        there("a", "2017-06-01"),
        claim("b", "2017-06-01", deployment="lithuania", status="decided"),
        contributions=[sent("w", "CAN", 700), sent("a", "CAN", 450), sent("b", "CAN", 900)],
    )
    assert [
        (one.of, one.figure.low if one.figure else None, one.planned)
        for one in nation_figures(["CAN"], found)
    ] == [("group", 700, False), ("unit", 450, False), ("unit", 900, True)]


def test_the_lead_is_always_a_participant() -> None:
    (one,) = nation_figures(["CAN"], known(there("a", "2017-06-01", lead="CAN")))
    assert (one.deployment, one.figure) == ("latvia", None)


def sentence(*claims: dict[str, Any], day: str = "2018-01-01", **tables: Any) -> str:
    found: Known = known(*claims, day=day, **tables)
    (total,) = totals_of(found.deployments.values(), found)
    return total_sentence(total, found)


def test_a_total_in_words() -> None:
    one, two = there("a", "2017-06-01", **exactly(1000)), lithuania("b", "2017-06-01", **about(455))
    assert sentence(one, day="2017-07-01") == "1,000 persons in one battlegroup"
    assert sentence(one, two) == "about 1,500 persons in two battlegroups; figures of 2017"
    assert sentence(there("a", "2017-06-01")) == "strength not stated in one battlegroup"
    assert (
        sentence(one, lithuania("b", "2017-06-01"), day="2017-07-01")
        == "1,000 persons in one of two battlegroups"
    )


def test_a_ceiling_stands_beside_what_a_total_states_and_never_in_it() -> None:
    one, two = there("a", "2017-06-01", **exactly(1000)), lithuania("b", "2017-06-01", **up_to(300))
    total = only(one, two)
    assert (total.low, total.high, total.hedge, total.ceiling, total.ceilings) == (1000, 1300, None, 300, 1)
    assert sentence(one, two, day="2017-07-01") == (
        "1,000 and up to 300 more persons in two battlegroups; one states only a ceiling"
    )


def test_more_than_is_never_lost_beside_about() -> None:
    one = there("a", "2017-06-01", **persons(450, None, "more than"))
    two = lithuania("b", "2017-06-01", **about(500))
    assert sentence(one, two, day="2017-07-01") == "at least about 950 persons in two battlegroups"


def test_what_of_a_total_is_old_says_its_hedge_and_its_ceilings_too() -> None:
    old = there("a", "2016-06-01", **about(1000)), lithuania("b", "2016-06-01", **up_to(300))
    units = [deployment(name, kind="battlegroup") for name in ("latvia", "lithuania", "third")]
    new = there("c", "2018-01-01", deployment="third", **exactly(500))
    text = sentence(*old, new, day="2018-02-01", deployments=units)
    assert text.startswith(
        "about 1,500 and up to 300 more persons in three battlegroups; figures of 2016–2018"
    )
    assert "; about 1,000 and up to 300 more of it older than eighteen months" in text


def test_figures_of_a_low_grade_alone_are_not_called_unstated() -> None:
    weak = {**exactly(1000), "credibility": 4}
    found = known(there("a", "2017-06-01", **weak), lithuania("b", "2017-06-01"), day="2018-01-01")
    (total,) = totals_of(found.deployments.values(), found)
    assert (total.stating, total.weak) == (0, 1)
    assert total_sentence(total, found) == "strength stated only with a low grade in two battlegroups"


def test_a_total_said_of_a_group_says_so_in_words() -> None:
    text = sentence(
        group("w", "2017-01-01", **persons(4500, None, "more than")),
        there("a", "2017-06-01", **exactly(1887)),
        lithuania("b", "2017-03-01"),
        day="2017-07-01",
    )
    assert text == (
        "more than 4,500 persons in two battlegroups, said of “The whole” together; "
        "by themselves 1,887 in one of them"
    )


def test_a_view_of_one_host_tells_no_nations_figure_of_another() -> None:
    claims = there("a", "2017-06-01"), lithuania("b", "2017-06-01")
    data = dataset(*claims, contributions=[sent("a", "CAN", 450), sent("b", "CAN", 100)])
    view = view_of(data, Filters(nation=("CAN",), host=("LTU",)), date(2018, 1, 1))
    assert [one.deployment for one in view.nations] == ["lithuania"]


def test_beside_the_matrix_a_figure_of_a_low_grade_is_not_called_missing() -> None:
    weak, none = there("a", "2017-06-01", **exactly(1000), credibility=4), lithuania("b", "2017-06-01")
    assert _sums(totals(weak), {}) == [("stated only with a low grade", "")]
    assert _sums(totals(none), {}) == [("not stated", "")]
    told = _sums(totals(weak, lithuania("b", "2017-06-01", **exactly(500)), day="2017-07-01"), {})
    assert told == [("500", "battlegroup"), ("", "one unit without a figure that counts")]


def test_people_are_counted_twice_only_where_the_unit_inside_another_is_there_and_counts_by_itself() -> None:
    def overlaps(kind: str, status: str) -> list[bool]:
        units = [
            {"id": "latvia", "name": "The inner one", "programme": "eFP", "kind": kind},
            {"id": "brigade", "name": "Brigade", "programme": "eFP", "kind": "brigade"},
        ]
        found = totals(
            there("b", "2017-06-01", deployment="brigade", **exactly(3000)),
            claim("a", "2017-06-01", status=status, **exactly(1000)),
            deployments=units,
            memberships=[{"member": "latvia", "whole": "brigade"}],
        )
        return [total.overlaps for total in found if total.kind.id == "brigade"]

    assert overlaps("battlegroup", "deployed") == [True]
    assert overlaps("battlegroup", "decided") == [False]
    assert overlaps("detachment", "deployed") == [False]


def test_contingents_of_units_without_a_whole_stand_beside_the_total_and_are_not_in_it() -> None:
    claims = (
        there("a", "2017-06-01", **exactly(1000)),
        lithuania("b", "2017-06-01"),
    )
    parts = [sent("a", "ITA", 300), sent("b", "NLD", 270), sent("b", "NOR", 150)]
    total = only(*claims, contributions=parts)
    assert (total.low, total.stating, total.units) == (1000, 1, 2)
    assert total.in_parts == InParts(Added(420, 420, None), 2, 1)
    assert sentence(*claims, contributions=parts).startswith(
        "1,000 persons in one of two battlegroups; "
        "and 420 in two contingents of a unit whose whole is not stated"
    )
    told = _sums((total,), {})
    assert [what for _, what in told] == ["battlegroup", "in two contingents, whole not stated"]


def test_a_group_that_speaks_for_its_units_has_no_contingents_beside_it() -> None:
    claims = (
        group("w", "2017-01-01", **exactly(4000)),
        there("a", "2017-06-01", **exactly(1887)),
        lithuania("b", "2017-03-01"),
    )
    assert only(*claims, contributions=[sent("b", "NOR", 150)]).in_parts is None


@pytest.mark.parametrize("weak", [{"credibility": 5}, {"status": "decided"}, {"said_on": "2015-01-01"}])
def test_a_contingent_that_is_weak_planned_or_old_stands_beside_no_total(weak: dict[str, Any]) -> None:
    claims = there("a", "2017-06-01", **exactly(1000)), lithuania("b", "2017-06-01") | weak
    assert only(*claims, contributions=[sent("b", "NOR", 150)]).in_parts is None
