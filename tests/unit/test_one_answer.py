"""One view has one answer: terminal, map, table, timeline and matrix name the same deployments and figures.

On every day on which anything changes, the day before the first and some days between; with some filters.
Each law is a function of a view and of the answer it is held against, so that it can be tried on a wrong one.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import Any

import pandas as pd
import pytest

from eastflank.commands.show import values
from eastflank.record.as_of import Known
from eastflank.record.history import spells
from eastflank.scene.composition import compose
from eastflank.store import DATA, label_points
from eastflank.ui import nation_by_host, timeline
from eastflank.ui.table import rows_of
from eastflank.view.filters import EVERYTHING, Filters, evidence_part
from eastflank.view.matrix import matrix
from eastflank.view.selection import View, known_by, names_by_code, select
from eastflank.words import en as words
from tests.frozen import RECORD

POINTS = label_points.read(DATA)
NAMES = names_by_code(RECORD)
SPOKEN = sorted(set(RECORD.claims["known_on"].dt.date))
BETWEEN = [first + (second - first) // 2 for first, second in pairwise(SPOKEN)][::6]
DAYS = sorted({SPOKEN[0] - timedelta(days=1), *SPOKEN, *BETWEEN})
FILTERS = {
    "everything": EVERYTHING,
    "led by Canada": Filters(nation=("CAN",), role="lead"),
    "Germany in Lithuania": Filters(nation=("DEU",), host=("LTU",)),
    "deployed": Filters(status=("deployed",)),
    "500–1,500 persons": Filters(strength=(500, 1500), unstated=False),
    "B2 or better": Filters(grade="B2"),
    "held articles alone": Filters(source=("ap-2016-06-14", "cctv-2016-10-27")),
}
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


def strength(item: Mapping[str, Any], day: str) -> str:
    """In words, with the year if it was stated in an earlier one, and the grade if it is low."""
    figure = words.strength(item["troops_low"], item["troops_high"], item["hedge"])
    said, grade = item["strength_stated_on"] or day, item["strength_grade"] or ""
    notes = [said[:4]] if said[:4] < day[:4] else []
    notes += [grade] if set(grade) & {*"DEF456"} else []
    return f"{figure} ({', '.join(notes)})" if notes else figure


def facts(answer: Mapping[str, Any]) -> dict[str, Facts]:
    return {
        item["id"]: (
            item["status"] or words.NOT_STATED,
            words.nations(";".join(item["lead"]), NAMES) or words.NOT_STATED,
            words.nations(";".join(item["host"]), NAMES) or words.NOT_STATED,
            strength(item, answer["asof"]),
        )
        for item in answer["deployments"]
    }


def the_map_draws_or_names_each(view: View, answer: Mapping[str, Any]) -> None:
    marks = compose(view, RECORD, POINTS).marks
    named = [item.id for item in view.not_drawn if item.kind == "deployment"]
    assert sorted([*(mark.id for mark in marks), *named]) == sorted(facts(answer))
    for mark in marks:
        status, lead, host, strength = facts(answer)[mark.id]
        said = dict(line.partition(": ")[::2] for line in mark.details if ": " in line)
        assert (said["Lead"], said["Status"]) == (lead, status)
        assert said["Where"].endswith(host) or host == words.NOT_STATED
        assert strength == words.NOT_STATED or any(line.startswith(f"{strength}, ") for line in mark.lines)
        assert re.split(r" \(|, said", said["Strength"])[0] == strength.partition(" (")[0]


def the_table_has_a_row_for_each(view: View, answer: Mapping[str, Any]) -> None:
    rows = {
        row.Index: (
            words.NOT_STATED if pd.isna(row.Status) else row.Status,
            row.Lead or words.NOT_STATED,
            row.Host or words.NOT_STATED,
            row.Strength,
        )
        for row in rows_of(view, RECORD).itertuples()
    }
    assert rows == facts(answer)


def the_timeline_has_its_status(view: View, answer: Mapping[str, Any]) -> None:
    days = [day for day in SPOKEN if day <= view.day]
    record = [known(evidence_part(view.filters), day) for day in days]
    now = [
        spell for spell in spells(record, view.day + timedelta(days=1)) if spell.start <= view.day < spell.end
    ]
    status = {spell.deployment: spell.status or words.NOT_STATED for spell in now}
    assert len(status) == len(now)
    assert set(status) == set(view.known.rows)
    drawn = timeline.data_of(view, record, RECORD, "")["rows"]
    as_drawn = {row["id"]: row["bands"][-1]["text"] for row in drawn if row["now"]}
    now_drawn = {row["id"]: row["now"] for row in drawn if row["now"]}
    expected = {one: told[0] for one, told in facts(answer).items()}
    assert {one: status[one] for one in expected} == expected
    assert {one: text.removeprefix("status ") for one, text in as_drawn.items()} == expected
    for one, (said, _, _, strength) in facts(answer).items():
        figure = "" if strength == words.NOT_STATED else f", {strength}"
        assert now_drawn[one].removeprefix("status ") == f"{said}{figure}"


def the_matrix_holds_or_leaves_out_each(view: View, answer: Mapping[str, Any]) -> None:
    expected = facts(answer)
    found = matrix(view, RECORD)
    held = {str(row.Index): host for host, rows in found.deployments.items() for row in rows}
    assert sorted([*held, *(item.deployment for item in found.left_out)]) == sorted(expected)
    leads: dict[str, list[str]] = {}
    for (nation, host), entries in found.cells.items():
        for entry in entries:
            assert (entry.nation, entry.host) == (nation, host)
            assert (entry.status or words.NOT_STATED) == expected[entry.deployment][0]
            if entry.leads:
                leads.setdefault(entry.deployment, []).append(nation)
    for deployment, host in held.items():
        _, lead, where, _ = expected[deployment]
        assert NAMES[host] == where
        assert (words.nations(";".join(leads.get(deployment, ())), NAMES) or words.NOT_STATED) == lead
    for rows in found.deployments.values():
        assert all(words.strength_on(row, view.day) == expected[str(row.Index)][3] for row in rows)
    drawn = nation_by_host.data_of(found, view, NAMES)
    assert sum(bool(cell) for row in drawn["nations"] for cell in row["cells"]) == len(found.cells)


def the_totals_are_the_same(view: View, answer: Mapping[str, Any]) -> None:
    told = [asdict(total) | {"years": total.years and [*total.years]} for total in view.totals]
    assert told == answer["totals"]
    shown = {item["id"]: item for item in answer["deployments"]}
    for total in view.totals:
        alike = [
            one
            for one, row in view.known.rows.items()
            if one in shown
            and (row.status, row.programme, row.kind) == (total.status, total.programme, total.kind)
        ]
        # Some of them, and no whole that states a strength together with a part that does, are what is added.
        assert any(
            sum(shown[one]["troops_low"] or 0 for one in some) == (total.low or 0)
            and not any(
                shown[one]["part_of"] in some
                and None not in (shown[one]["troops_low"], shown[shown[one]["part_of"]]["troops_low"])
                for one in some
            )
            for some in combinations(alike, total.deployments)
        )
    # In each host the matrix adds up the same things as a view of that host alone.
    found = matrix(view, RECORD)
    for host, totals in found.host_totals.items():
        alone = {str(row.Index) for row in found.deployments[host]}
        assert sum(total.deployments for total in totals) <= len(alone)
        for total in totals:
            figures = [
                item["troops_low"]
                for item in answer["deployments"]
                if item["id"] in alone and item["status"] == total.status and item["troops_low"] is not None
            ]
            assert (total.low or 0) <= sum(figures)


LAWS: tuple[Callable[[View, Mapping[str, Any]], None], ...] = (
    the_map_draws_or_names_each,
    the_table_has_a_row_for_each,
    the_timeline_has_its_status,
    the_matrix_holds_or_leaves_out_each,
    the_totals_are_the_same,
)


@pytest.mark.parametrize("filters", FILTERS.values(), ids=FILTERS)
@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_on_every_day(law: Callable[[View, Mapping[str, Any]], None], filters: Filters) -> None:
    for day in DAYS:
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
    for lost in whole.deployments.index:
        less = replace(
            whole,
            deployments=whole.deployments.drop(lost),
            not_drawn=tuple(item for item in whole.not_drawn if item.id != lost),
        )
        with pytest.raises(AssertionError):
            law(less, answer(EVERYTHING, day))


@pytest.mark.parametrize("day", DAYS[5::15], ids=str)
def test_a_total_that_differs_does_not_go_unseen(day: date) -> None:
    whole = view(EVERYTHING, day)
    for index, total in enumerate(whole.totals):
        wrong = replace(total, low=(total.low or 0) + 1)
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
    assert rows_of(before, RECORD).empty
    assert spells([before.known], DAYS[1]) == ()
    assert (matrix(before, RECORD).hosts, matrix(before, RECORD).left_out) == ((), ())
