"""One view has one answer: terminal, map, table, timeline and matrix name the same deployments and figures.

On every third day on which a source speaks, the day before the first and some days between (all of them in the
soak, a third of them otherwise); with some filters.
Each law is a function of a view and of the answer it is held against, so that it can be tried on a wrong one.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from eastflank.commands.show_values import values
from eastflank.model import STATUSES, Standing
from eastflank.record.as_of import Known
from eastflank.record.history import spells
from eastflank.scene.composition import compose
from eastflank.store import DATA, label_points
from eastflank.ui import nation_by_host, timeline
from eastflank.ui.table import rows_of
from eastflank.view.filtering import evidence_part
from eastflank.view.filters import EVERYTHING, Filters
from eastflank.view.matrix import matrix_of
from eastflank.view.names import names_by_code
from eastflank.view.selection import View, known_by, select
from eastflank.words.chosen import values as words
from tests.frozen import RECORD

POINTS = label_points.read(DATA)
NAMES = names_by_code(RECORD)
SPOKEN = sorted(set(RECORD.claims["known_on"].dt.date))
BETWEEN = [first + (second - first) // 2 for first, second in pairwise(SPOKEN)][::6]
DAYS = sorted({SPOKEN[0] - timedelta(days=1), *SPOKEN[::3], *BETWEEN})
FILTERS = {
    "everything": EVERYTHING,
    "led by Canada": Filters(nation=("CAN",), role="lead"),
    "Germany in Lithuania": Filters(nation=("DEU",), host=("LTU",)),
    "deployed": Filters(status=("deployed",)),
    "500–1,500 persons": Filters(strength=(500, 1500), unstated=False),
    "B2 or better": Filters(grade="B2"),
    "held articles alone": Filters(source=("ap-2016-06-14", "cctv-2016-10-27")),
}
PRESENT = [status for status, standing in STATUSES.items() if standing == Standing.PRESENT]
Facts = tuple[str, str, str, str]
"""Status, leads, hosts and strength of a deployment, in words."""


@functools.cache
def known(evidence: Filters, day: date) -> Known:
    return known_by(RECORD, evidence, day)


@functools.cache
def view(filters: Filters, day: date) -> View:
    return select(RECORD, filters, known(evidence_part(filters), day))


@functools.cache
def answer(filters: Filters, day: date) -> dict[str, Any]:
    """What `show --json` prints."""
    return values(view(filters, day), RECORD)


def facts(answer: Mapping[str, Any]) -> dict[str, Facts]:
    return {
        item["id"]: (
            item["status_words"],
            words.nations(tuple(item["lead"]), NAMES),
            words.nations(tuple(item["host"]), NAMES),
            item["strength"],
        )
        for item in answer["deployments"]
    }


def the_map_draws_or_names_each(view: View, answer: Mapping[str, Any]) -> None:
    scene = compose(view, RECORD, POINTS)
    named = {item.id for item in view.not_drawn if item.kind == "deployment"}
    noted = {note.iso3 for note in scene.statistics}
    statistics = {
        item["id"]
        for item in answer["deployments"]
        if item["sort"] == "statistic" and item["host"] and noted.issuperset(item["host"])
    }
    marks = {mark.id for mark in scene.marks}
    assert not marks & named
    assert marks | named | statistics == set(facts(answer))
    for mark in scene.marks:
        status, lead, host, strength = facts(answer)[mark.id]
        said = dict(line.partition(": ")[::2] for line in mark.details if ": " in line)
        assert (said["Lead"], said["Status"]) == (lead or words.NOT_STATED, status)
        assert said["Where"].partition("; meant for")[0].endswith(host)
        assert said["Strength"].startswith(strength)


def the_table_has_a_row_for_each(view: View, answer: Mapping[str, Any]) -> None:
    shown = rows_of(view, RECORD).to_pydict()
    rows = zip(shown["Status"], shown["Lead"], shown["Host"], shown["Strength"], strict=True)
    told = [
        (status, lead, host.partition("; meant for")[0], strength) for status, lead, host, strength in rows
    ]
    assert told == list(facts(answer).values())
    assert shown["Deployment"] == [item["name"] for item in answer["deployments"]]


def the_timeline_has_its_status(view: View, answer: Mapping[str, Any]) -> None:
    days = [day for day in SPOKEN if day < view.day] + [view.day]
    record = [known(evidence_part(view.filters), day) for day in days]
    drawn = timeline.data_of(view, record, RECORD, "")["rows"]
    now = {row["id"]: row for row in drawn if row["now"]}
    assert set(now) == set(facts(answer))
    for item in answer["deployments"]:
        row = now[item["id"]]
        assert row["bands"][-1]["text"].removeprefix("status ") == (item["status"] or words.NOT_STATED)
        assert item["status_words"].removeprefix("status ") in row["now"]


def the_matrix_holds_or_leaves_out_each(view: View, answer: Mapping[str, Any]) -> None:
    expected = {item["id"]: item for item in answer["deployments"]}
    found = matrix_of(view, RECORD)
    held = {one.id: host for host, units in found.deployments.items() for one in units}
    assert sorted([*held, *(item.deployment for item in found.left_out)]) == sorted(expected)
    leads: dict[str, set[str]] = {}
    for (nation, host), entries in found.cells.items():
        for entry in entries:
            assert (entry.nation, entry.host) == (nation, host)
            assert entry.status == expected[entry.deployment]["status"]
            if entry.leads:
                leads.setdefault(entry.deployment, set()).add(nation)
    for deployment, host in held.items():
        assert expected[deployment]["host"] == [host]
        assert leads.get(deployment, set()) == set(expected[deployment]["lead"])
    drawn = nation_by_host.data_of(found, view, NAMES)
    assert sum(bool(cell) for row in drawn["nations"] for cell in row["cells"]) == len(found.cells)


def the_totals_are_the_same(view: View, answer: Mapping[str, Any]) -> None:
    told = [(total.kind.id, total.units, total.low, total.high, total.hedge) for total in view.totals]
    assert told == [
        tuple(total[key] for key in ("kind", "units", "low", "high", "hedge")) for total in answer["totals"]
    ]
    there = [
        item
        for item in answer["deployments"]
        if item["sort"] == "unit"
        and item["status"] in PRESENT
        and (not item["silent"] or goes_on(view, item["part_of"]))
        and item["counted_with"] not in {one["id"] for one in answer["deployments"]}
    ]
    missing = [
        item
        for item in answer["deployments"]
        if item["sort"] == "group" and item["missing"] and item["status"] in PRESENT
    ]
    for total in view.totals:
        units = [item for item in there if item["kind"] == total.kind.id]
        unknown = sum(item["missing"] for item in missing if item["kind"] == total.kind.id)
        assert total.units == len(units) + unknown
        exact = [item["troops_low"] for item in units if not item["hedge"] and item["troops_low"]]
        if not total.group and total.stating == len(units) == len(exact):
            assert total.low == sum(exact)
    assert {item["kind"] for item in (*there, *missing)} == {total.kind.id for total in view.totals}


def goes_on(view: View, group: str | None) -> bool:
    """Whether a group is there and was reported within two years: its units count with it."""
    found = view.known.deployments.get(group or "")
    return bool(found and found.present and not found.silent)


LAWS: tuple[Callable[[View, Mapping[str, Any]], None], ...] = (
    the_map_draws_or_names_each,
    the_table_has_a_row_for_each,
    the_timeline_has_its_status,
    the_matrix_holds_or_leaves_out_each,
    the_totals_are_the_same,
)


@pytest.mark.parametrize("days", [DAYS[::3], pytest.param(DAYS, marks=pytest.mark.soak)], ids=["some", "all"])
@pytest.mark.parametrize("filters", FILTERS.values(), ids=FILTERS)
@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_on_each_day(
    law: Callable[[View, Mapping[str, Any]], None], filters: Filters, days: list[date]
) -> None:
    for day in days:
        try:
            law(view(filters, day), answer(filters, day))
        except AssertionError as broken:
            raise AssertionError(f"on {day}: {broken}") from broken


@pytest.mark.parametrize("law", LAWS[:-1], ids=lambda law: law.__name__)
@pytest.mark.parametrize("day", DAYS[5::15], ids=str)
def test_what_one_of_them_drops_does_not_go_unseen(
    law: Callable[[View, Mapping[str, Any]], None], day: date
) -> None:
    """Each law fails for a view that lacks a single deployment, held against the whole answer."""
    whole = view(EVERYTHING, day)
    for lost in [one.id for one in whole.deployments][::3]:
        less = replace(
            whole,
            deployments=tuple(one for one in whole.deployments if one.id != lost),
            not_drawn=tuple(item for item in whole.not_drawn if item.id != lost),
        )
        with pytest.raises(AssertionError):
            law(less, answer(EVERYTHING, day))


@pytest.mark.parametrize("day", DAYS[5::15], ids=str)
def test_a_total_that_differs_does_not_go_unseen(day: date) -> None:
    whole = view(EVERYTHING, day)
    for index, total in enumerate(whole.totals):
        wrong = replace(total, units=total.units + 1)
        less = replace(whole, totals=(*whole.totals[:index], wrong, *whole.totals[index + 1 :]))
        with pytest.raises(AssertionError):
            the_totals_are_the_same(less, answer(EVERYTHING, day))


@pytest.mark.parametrize("filters", FILTERS.values(), ids=FILTERS)
def test_nothing_said_after_a_day_is_visible_on_it(filters: Filters) -> None:
    said = dict(zip(RECORD.claims["id"], RECORD.claims["known_on"].dt.date, strict=True))
    for day in DAYS:
        found = answer(filters, day)
        shown = {claim for item in found["deployments"] for claim in item["claims"]}
        assert all(said[claim] <= day for claim in shown | {claim["id"] for claim in found["claims"]}), day


def test_before_the_first_claim_every_answer_is_empty() -> None:
    before = view(EVERYTHING, DAYS[0])
    scene = compose(before, RECORD, POINTS)
    assert facts(answer(EVERYTHING, DAYS[0])) == {}
    assert (scene.marks, scene.areas, scene.arcs, before.not_drawn, before.totals) == ((), (), (), (), ())
    assert rows_of(before, RECORD).num_rows == 0
    assert spells([before.known], DAYS[1]) == ()
    assert (matrix_of(before, RECORD).hosts, matrix_of(before, RECORD).left_out) == ((), ())
