"""A view holds what was asked for, in its order, and says up to when its evidence reaches."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from eastflank.dates import DaysTold
from eastflank.model import Deployment, Standing
from eastflank.view.filters import Filters
from eastflank.view.names import name_of_dataset, names_by_code, names_on
from eastflank.view.programmes import Name, alike, choices_on, name_on
from eastflank.view.selection import View, days_covered, newest_day, select, view_of
from eastflank.view.title import age_notes, in_words, subject_of
from eastflank.view.totals import counts_of
from tests.as_known import BATTLEGROUP, BRIGADE, DAY, contingent, figure, group, known, statistic, unit
from tests.builders import claim, dataset
from tests.folded import sent, there

EMPTY = dataset()


def view(*deployments: Deployment, **asked: Any) -> View:
    """The view of these deployments for some filters."""
    return select(EMPTY, Filters(**asked), known(*deployments))


def test_deployments_stand_by_whether_they_are_over_by_sort_kind_name_and_id() -> None:
    found = view(
        unit("a", standing=Standing.GONE),
        statistic("b"),
        group("c"),
        unit("d", kind=BRIGADE, name="A"),
        unit("f", name="B"),
        unit("e", name="B"),
        unit("g", name="A"),
    )
    assert [one.id for one in found.deployments] == ["g", "e", "f", "d", "c", "b", "a"]
    assert list(found.by_id.items()) == [(one.id, one) for one in found.deployments]


def test_a_view_is_of_its_filters_its_day_and_all_that_is_known() -> None:
    one = unit()
    on_the_day = known(one)
    found = select(EMPTY, Filters(host=("LVA",)), on_the_day)
    assert (found.filters, found.day) == (Filters(host=("LVA",)), DAY)
    assert found.known is on_the_day
    assert (found.deployments, [*found.claims], found.newest, found.notes) == ((one,), [], None, ())
    assert found.subject == "One battlegroup in Latvia"
    assert found.title == "One battlegroup in Latvia, as known on 1 January 2018"


SET = {"host": ("DEU", "LTU", "LVA"), "missing": 3, "missing_hosts": ("LTU", "LVA"), "lead": ("CAN", "USA")}


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({}, 3),
        ({"status": ("deployed",)}, 3),
        ({"host": ("LVA",)}, 1),
        ({"host": ("LVA", "LTU")}, 2),
        ({"nation": ("CAN",)}, 1),
        ({"nation": ("CAN", "USA")}, 2),
        ({"nation": ("CAN", "LVA")}, 2),
        ({"nation": ("CAN", "USA", "LVA", "LTU")}, 3),
        ({"nation": ("CAN", "USA"), "host": ("LTU",)}, 1),
        ({"nation": ("DEU",)}, 1),
    ],
)
def test_of_a_set_over_several_hosts_as_many_count_as_hosts_or_leads_are_asked_for(
    asked: dict[str, Any], number: int
) -> None:
    sends = (contingent("whole", "DEU", 5),)
    found = view(group(**SET, contingents=sends), **asked)
    assert [total.units for total in found.totals] == [number]
    assert found.deployments[0].missing == 3


def test_what_is_only_meant_for_a_host_says_so_where_nothing_of_the_view_stands_in_it() -> None:
    meant = unit("a", host=("SWE",), meant_for=("LVA",))
    asked = {"host": ("LVA",)}
    assert view(meant, **asked).subject == "One battlegroup meant for Latvia"
    assert view(meant, unit("b"), **asked).subject == "Two battlegroups in Latvia"
    both = unit("a", host=("LVA",), meant_for=("LVA",))
    assert view(both, **asked).subject == "One battlegroup in Latvia"
    # What is over, and what is no unit, decides nothing.
    over, heading = unit("b", standing=Standing.GONE), group(missing=0)
    assert view(meant, over, heading, **asked).subject == "One battlegroup meant for Latvia"
    assert view(over, **asked).subject == "Nothing current, one deployment over in Latvia"


def test_a_nations_people_are_told_of_what_is_selected_and_of_groups_unless_hosts_are_asked_for() -> None:
    shown = unit("a", contingents=(contingent("a", "CAN", 5),))
    elsewhere = unit("b", host=("LTU",), contingents=(contingent("b", "CAN", 7),))
    heading = group(contingents=(contingent("whole", "CAN", 12),))

    def told(**asked: Any) -> list[str]:
        return [one.deployment for one in view(shown, elsewhere, heading, **asked).nations]

    assert told(nation=("CAN",)) == ["whole", "b", "a"]
    assert told(nation=("CAN",), host=("LVA",)) == ["a"]
    assert told(nation=("CAN",), status=("agreed",)) == ["whole"]
    assert told() == []


def test_the_newest_evidence_is_that_of_the_newest_day_told_of_by_the_view_of_a_later_day() -> None:
    small = dataset(
        there("a", "2016-06-14"),
        claim("b", "2017-06", deployment=None, kind="statement"),
        claim("c", "2016-07-08", deployment="lithuania", status="agreed"),
    )
    assert view_of(small).newest == DaysTold(date(2017, 6, 1), date(2017, 6, 30))
    assert view_of(small, day=date(2017, 6, 29)).newest == DaysTold(date(2016, 7, 8), date(2016, 7, 8))
    assert newest_day(small) == date(2017, 6, 30)
    assert days_covered(small) == (date(2016, 6, 14), date(2017, 6, 30))
    assert (newest_day(EMPTY), days_covered(EMPTY)) == (date(2016, 1, 1), None)
    assert view_of(small).day == date(2017, 6, 30)


def test_names_are_those_of_nations_sources_and_programmes_on_the_day() -> None:
    small = dataset(there("a", "2017-06-01"), contributions=[sent("a", "CAN", 1)])
    names = names_by_code(small)
    assert (names["CAN"], names["agency"], names["eFP"]) == ("Canada", "Agency", "Forward Land Forces")
    assert names_on(small, date(2023, 12, 31))["eFP"] == "enhanced Forward Presence"
    assert names_on(small, date(2024, 1, 1))["eFP"] == "Forward Land Forces"
    assert names_on(small, DAY)["CAN"] == "Canada"
    assert name_of_dataset("mine") == "dataset:mine"


PROGRAMMES = [
    {"id": "eFP", "name": "enhanced Forward Presence", "short": "eFP", "used_from": "2016-07-08"},
    {"id": "eFP", "name": "Forward Land Forces", "short": "FLF", "used_from": "2024-01-01"},
    {"id": "eVA", "name": "enhanced Vigilance Activities", "short": "eVA"},
    {"id": "eVA", "name": "Forward Land Forces", "short": "FLF", "used_from": "2024-01-01"},
    {"id": "tFP", "name": "tailored Forward Presence", "short": "tFP"},
]


def test_programmes_bear_the_names_of_the_day_and_those_of_one_name_are_one_choice() -> None:
    small = dataset(programmes=PROGRAMMES)
    turned = dataset(programmes=[*reversed(PROGRAMMES)])
    eve, then = date(2023, 12, 31), date(2024, 1, 1)
    assert name_on(small, "eFP", date(2000, 1, 1)) == Name("eFP", "enhanced Forward Presence")
    assert name_on(small, "eFP", then) == name_on(turned, "eFP", then) == Name("FLF", "Forward Land Forces")
    assert name_on(small, None, then) == Name("", "")
    assert name_on(small, "other", then) == Name("other", "other")
    assert choices_on(small, eve) == {"eFP": ("eFP",), "eVA": ("eVA",), "tFP": ("tFP",)}
    assert choices_on(small, then) == {"FLF": ("eFP", "eVA"), "tFP": ("tFP",)}
    assert alike(small, ("eFP",), eve) == {"eFP"}
    assert alike(small, ("eFP",), then) == {"eFP", "eVA"}
    assert alike(small, ("tFP", "eVA"), eve) == {"tFP", "eVA"}
    assert alike(small, ("other",), eve) == frozenset()
    # Before its name is used, what is called by it stands for all that will bear it.
    named = dataset(programmes=[*PROGRAMMES, {"id": "FLF", "name": "Forward Land Forces", "short": "FLF"}])
    assert alike(named, ("FLF",), eve) == {"FLF", "eFP", "eVA"}


# --- the sentence over the map ------------------------------------------------------------------------------


def subject(*shown: Deployment, **more: Any) -> str:
    return subject_of(shown, (), known(*shown), **more)


def planned(number: int, status: str, kind: Any = BATTLEGROUP) -> list[Deployment]:
    return [
        unit(f"{status} {kind.id} {one}", standing=Standing.PLANNED, status=status, kind=kind)
        for one in range(number)
    ]


def test_a_title_names_three_groups_of_what_is_to_come_and_how_many_more() -> None:
    three = [*planned(1, "agreed"), *planned(2, "decided"), *planned(1, "pledged")]
    first = "One battlegroup agreed, two battlegroups decided and one battlegroup pledged"
    assert subject(*three) == first
    assert subject(*three, *planned(2, "arriving", BRIGADE)) == (
        "One battlegroup agreed, two battlegroups decided, one battlegroup pledged and "
        "two brigades planned or considered"
    )
    mixed = subject(
        *three, *planned(2, "arriving", BRIGADE), unit("z", standing=Standing.CONSIDERED), unit("there")
    )
    assert mixed == (
        "One battlegroup; one battlegroup agreed, two battlegroups decided, one battlegroup pledged and "
        "three other units planned or considered"
    )
    assert in_words(counts_of(three, known(*three))) == first[0].lower() + first[1:]


def test_the_filters_stand_before_a_list_of_what_is_there_and_to_come() -> None:
    shown = [unit("a"), *planned(1, "agreed")]
    assert (
        subject_of(shown, ("in Latvia",), known(*shown))
        == "In Latvia: one battlegroup; one battlegroup agreed"
    )
    assert subject_of(shown[:1], ("in Latvia",), known(*shown)) == "One battlegroup in Latvia"
    assert subject_of(shown[1:], ("in Latvia",), known(*shown)) == "One battlegroup agreed in Latvia"


def test_where_nothing_counts_a_title_says_what_there_was() -> None:
    silent = unit("a", silent=True), unit("b", silent=True), unit("c", silent=True, kind=BRIGADE)
    assert subject(*silent) == "Two battlegroups and one brigade not reported for two years"
    over = unit("d", standing=Standing.GONE)
    assert subject(*silent[:1], over) == "One battlegroup not reported for two years"
    assert subject(over, unit("e", standing=Standing.GONE)) == "Nothing current, two deployments over"
    assert subject(over, group()) == subject() == "No deployment"
    assert subject(unit("p", standing=Standing.PLANNED, silent=True)) == "No deployment"


def test_of_several_datasets_each_is_told_by_itself() -> None:
    shown = [
        unit("a", dataset="one"),
        unit("b", dataset="one", standing=Standing.PLANNED),
        unit("c", dataset="two", standing=Standing.GONE),
    ]
    assert subject(*shown, titles={"one": "First", "two": "Second"}) == (
        "In two datasets: one battlegroup and one battlegroup decided in First; "
        "nothing current, one deployment over in Second"
    )


def test_beside_the_title_stand_three_silent_units_and_how_many_more_those_longest_silent_first() -> None:
    def silent(name: str, year: int, **fields: Any) -> Deployment:
        return unit(name, name=name, silent=True, last_word=date(year, 5, 1), **fields)

    units = [silent("D", 2015), silent("B", 2014), silent("A", 2015)]
    told = ("last reported in 2014: B", "last reported in 2015: A", "last reported in 2015: D")
    today = DaysTold(DAY, DAY)
    assert age_notes(units, DAY, today) == told
    more = [
        *units,
        silent("E", 2015),
        silent("F", 2010, counted_with="whole"),
        silent("G", 2010, standing=Standing.PLANNED),
        silent("H", 2010, sort="group"),
        unit("I", last_word=date(2017, 5, 1)),
    ]
    assert age_notes(more, DAY, today) == (*told, "one more deployment not reported for two years")


def test_up_to_when_evidence_reaches_stands_beside_the_title_of_a_later_day() -> None:
    assert age_notes((), DAY, DaysTold(date(2017, 12, 31), date(2017, 12, 31))) == (
        "newest evidence: 31 December 2017",
    )
    today = DaysTold(DAY, DAY)
    assert age_notes((), DAY, today) == age_notes((), DAY, None) == ()
    assert age_notes((), DAY, DaysTold(date(2018, 1, 2), date(2018, 1, 2))) == ()
    assert age_notes((), DAY, DaysTold(date(2017, 12, 1), date(2017, 12, 31))) == (
        "newest evidence: December 2017",
    )
    assert age_notes((), DAY, DaysTold(date(2017, 1, 1), date(2017, 12, 31))) == ("newest evidence: 2017",)


def test_figures_of_what_is_only_named_by_its_group_stand_in_no_total_of_the_view() -> None:
    found = view(unit("a", figure=figure(5), counted_with="whole"), group(missing=1, figure=None))
    assert [(total.units, total.low) for total in found.totals] == [(1, None)]
