"""The timeline: how long each deployment had which status, when it is there, and the days of its claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import streamlit as st

from eastflank.model import SORTS, ClaimRow, Dataset, Deployment
from eastflank.record.as_of import Known
from eastflank.record.history import Period, Spell, Stretch, period_of, spells, stretches
from eastflank.report.evidence import said_when
from eastflank.scene.style import LIGHT
from eastflank.ui import scripts, state
from eastflank.ui.axis import Axis
from eastflank.ui.interruptions import uninterrupted
from eastflank.ui.messages import sent
from eastflank.view.description import Description
from eastflank.view.names import names_by_code
from eastflank.view.selection import View
from eastflank.words.chosen import long_lists, timelines
from eastflank.words.chosen import values as words

_FOLDER = Path(__file__).parent
_KEY = "timeline"
_DAY = timedelta(days=1)
_AHEAD = timedelta(days=1100)
"""Plans are drawn at most so far beyond the day that is shown."""
_LEAST = timedelta(days=60)
"""The timeline begins at least so long before the day that is shown: otherwise a band of one day could fill
it."""
_MOST_ROWS = 400  # more would freeze a browser

_rows = st.components.v2.component(
    "eastflank_timeline",
    html='<div class="timeline"></div>',
    css=f".timeline {{ --present: {LIGHT.present}; }}\n"
    + (_FOLDER / "timeline.css").read_text(encoding="utf-8"),
    js=scripts.importing("timeline"),
)


def show(view: View, record: Sequence[Known], dataset: Dataset, selected: str) -> None:
    """Draw a row for each deployment of the view, up to its day; a click selects it, or one of its claims."""
    data = data_of(view, record, dataset, selected)
    rows = data["rows"]
    if len(rows) > _MOST_ROWS:
        st.caption(long_lists.rows_drawn(_MOST_ROWS, len(rows)))
        data["rows"] = rows[:_MOST_ROWS]
    _rows(key=_KEY, data=data, on_picked_change=_picked)


@uninterrupted
def _picked() -> None:
    if picked := sent(_KEY, "picked"):
        state.choose(lambda choices: choices.selecting(picked["deployment"], picked["claim"]))


def data_of(view: View, record: Sequence[Known], dataset: Dataset, selected: str) -> dict[str, Any]:
    """The timeline as texts and shares for `timeline.js`.

    `record` is what was known on each day on which anything changed, up to the view's day.
    """
    known = _rows_known(view, record)
    spans: dict[str, list[Spell]] = {}
    for spell in spells(record, view.day + _DAY):
        if spell.deployment in known:
            spans.setdefault(spell.deployment, []).append(spell)
    periods = _periods(known, spans, view.day)
    axis = _axis(spans, periods, view.day)
    dots = _dots(view, dataset, axis)
    names, places = names_by_code(dataset), dataset.places_by_id
    now = {one: _now(Description(row, view.day, names, places)) for one, (row, _) in known.items()}
    rows = {
        one: {
            "id": became or one,
            "name": timelines.became(row.name, view.known.deployments[became].name) if became else row.name,
            "now": "" if became else now[one],
            "known": "" if became else timelines.on_the_day(words.day(view.day), now[one]),
            "group": words.SECTIONS[row.sort],
            "selected": (became or one) == selected,
            "bands": [_band(spell, axis, view.day) for spell in spans[one]],
            "period": [_drawn(stretch, axis) for stretch in periods[one][1]] if one in periods else [],
            "when": _when(periods[one][0]) if one in periods else "",
            "dots": dots.get(one, []),
        }
        for one, (row, became) in known.items()
    }
    order = sorted(
        rows,
        key=lambda one: (
            SORTS.index(known[one][0].sort),
            known[one][0].over,
            _is_part(known[one][0], known),
            spans[one][0].start,
            str(known[one][0].name),
        ),
    )
    return {
        "asof": {"x": axis.at(view.day + _DAY), "text": words.day(view.day)},
        "ticks": axis.ticks(),
        "rows": [rows[one] for one in order],
        "legend": _legend(spans.values(), periods.values()),
        "claims": timelines.CLAIMS,
        "hint": timelines.HINT,
    }


def _rows_known(view: View, record: Sequence[Known]) -> dict[str, tuple[Deployment, str]]:
    """The view's deployments and those that became one of them, by id, with what they became."""
    found = {one.id: (one, "") for one in view.deployments}
    for known in record:
        for one in known.deployments.values():
            if one.id not in view.known.deployments and one.same_as in view.by_id:
                found[one.id] = (one, one.same_as)
    return found


def _is_part(one: Deployment, known: Mapping[str, tuple[Deployment, str]]) -> bool:
    """Whether the unit that it is a part of has a row, which is then above it."""
    return one.under in known


def _periods(
    known: Mapping[str, tuple[Deployment, str]], spans: Mapping[str, Sequence[Spell]], day: date
) -> dict[str, tuple[Period, tuple[Stretch, ...]]]:
    """When each deployment is there, by id; without those with nothing stated, or that became another."""
    found = {}
    for one, (row, became) in known.items():
        period = None if became else period_of(row)
        if period:
            last = spans[one][-1]
            found[one] = period, stretches(period, last.standing, spans[one][0].start, day)
    return found


def _axis(
    spans: Mapping[str, Sequence[Spell]],
    periods: Mapping[str, tuple[Period, Sequence[Stretch]]],
    day: date,
) -> Axis:
    """The axis: from the first day of any row or period to the day that is shown, and plans after it."""
    starts = [day - _LEAST, *(own[0].start for own in spans.values())]
    ends = [day + _DAY]
    for _, drawn in periods.values():
        starts += [stretch.start for stretch in drawn]
        ends += [stretch.end or stretch.start + 60 * _DAY for stretch in drawn]
    first, last = min(starts), max(ends)
    room = max((min(last, day + _AHEAD) - first) // 40, _DAY)
    return Axis(first - room, min(last, day + _AHEAD) + room)


def _band(spell: Spell, axis: Axis, day: date) -> dict[str, Any]:
    status = words.status(spell.status) or timelines.NO_STATUS
    last = None if spell.end > day else spell.end - _DAY
    return {
        **axis.span(spell.start, spell.end),
        "form": "unstated" if spell.standing is None else spell.standing.code,
        "text": status,
        "label": timelines.status_from(status, spell.start, last),
    }


def _drawn(stretch: Stretch, axis: Axis) -> dict[str, Any]:
    return {**axis.span(stretch.start, stretch.end or axis.last), "form": stretch.form}


def _now(told: Description) -> str:
    """Status and strength on the day."""
    return timelines.status_and_strength(told.status_on_day, told.strength if told.states_strength else "")


def _when(period: Period) -> str:
    return timelines.stated_period(period.begins, period.ends, period.claims)


def _dots(view: View, dataset: Dataset, axis: Axis) -> dict[str, list[dict[str, Any]]]:
    """For each deployment a dot for each day on which a source speaks about it, with the text."""
    names = names_by_code(dataset)
    found: dict[str, dict[date, list[ClaimRow]]] = {}
    for row in view.known.claims:
        if deployment := view.known.shown_in(row):
            found.setdefault(deployment, {}).setdefault(row.known_on, []).append(row)
    return {
        deployment: [
            {
                "x": axis.at(day),
                "claim": rows[0].id,
                "label": timelines.claims_of(
                    dict.fromkeys(said_when(row, dataset) for row in rows),
                    [_says(row, names) for row in rows],
                ),
                "many": len(rows) > 1,
            }
            for day, rows in sorted(days.items())
        ]
        for deployment, days in found.items()
    }


def _says(row: ClaimRow, names: Mapping[str, str]) -> str:
    figure = words.figure(row)
    said = [words.status(row.status), "" if figure == words.NOT_STATED else figure]
    return timelines.claim(row.id, row.grade or "", names.get(row.source, row.source), said)


def _legend(
    spans: Iterable[Sequence[Spell]], periods: Iterable[tuple[Period, Sequence[Stretch]]]
) -> list[dict[str, str]]:
    """The legend: only what is drawn."""
    standings = {spell.standing for own in spans for spell in own}
    forms = {stretch.form for _, drawn in periods for stretch in drawn}
    bands = [
        {"form": standing.code, "text": text, "row": "bands"}
        for standing, text in words.STANDINGS.items()
        if standing in standings
    ]
    if None in standings:
        bands.append({"form": "unstated", "text": timelines.NO_STATUS, "row": "bands"})
    return bands + [
        {"form": form, "text": text, "row": "period"}
        for form, text in timelines.PERIODS.items()
        if form in forms
    ]
