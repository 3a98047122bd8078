"""The strength of one deployment over time: the stated whole, and its contingents stacked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import Any

import streamlit as st

from eastflank.model import ClaimRow, Dataset
from eastflank.record.as_of import Known
from eastflank.record.history import Band, ContingentStrength, Sum, bands, sum_of
from eastflank.report.evidence import said_when
from eastflank.report.totals_in_words import sum_of as sum_in_words
from eastflank.ui import scripts, state
from eastflank.ui.axis import Axis
from eastflank.ui.interruptions import uninterrupted
from eastflank.ui.messages import sent
from eastflank.view.names import names_by_code
from eastflank.view.selection import View
from eastflank.words.chosen import timelines
from eastflank.words.chosen import values as words

_FOLDER = Path(__file__).parent
_KEY = "strength-over-time"
_DAY = timedelta(days=1)
_LEAST = timedelta(days=60)
"""The chart begins at least so long before the day that is shown."""
_STEPS = (1, 2, 2.5, 5)
_LINES = 5
"""The approximate number of lines of the scale of persons."""

_chart = st.components.v2.component(
    "eastflank_strength",
    html='<div class="strength"></div>',
    css=(_FOLDER / "strength.css").read_text(encoding="utf-8"),
    js=scripts.importing("strength"),
)


def show(view: View, record: Sequence[Known], dataset: Dataset, selected: str) -> None:
    """Draw the selected deployment's strength up to the view's day; a click on a dot selects its claim."""
    spans = bands(record, selected, view.day + _DAY)
    if not spans:
        st.caption(timelines.no_strength(view.day))
        return
    theme = st.context.theme.type or "light"
    _chart(
        key=_KEY,
        data=data_of(view, spans, dataset, selected, theme),
        on_picked_change=partial(_picked, selected),
    )


@uninterrupted
def _picked(selected: str) -> None:
    if picked := sent(_KEY, "picked"):
        state.choose(lambda choices: choices.selecting(selected, picked["claim"]))


def data_of(view: View, spans: Sequence[Band], dataset: Dataset, selected: str, theme: str) -> dict[str, Any]:
    """The strength as texts and shares for `strength.js`; `spans` must not be empty."""
    names = names_by_code(dataset)

    def colours(nation: str) -> str:
        return dataset.theatre.colours_of(nation).on(theme)

    dots = _claims(view, selected)
    days = [view.day - _LEAST, spans[0].start, *(row.known_on for row in dots)]
    room = max((view.day - min(days)) // 40, _DAY)
    axis = Axis(min(days) - room, view.day + room)
    top, step = _scale(spans, dots)

    def share(persons: float) -> float:
        return round(100 * persons / top, 3)

    drawn = [_whole(band, axis, share(1)) for band in spans if band.low is not None or band.high is not None]
    claims = [_dot(row, dataset, names, axis, share(1)) for row in dots]
    last = spans[-1]
    return {
        "title": timelines.strength_of(view.known.deployments[selected].name),
        "asof": {"x": axis.at(view.day + _DAY), "text": words.day(view.day)},
        "ticks": axis.ticks(),
        "lines": [
            {"y": share(n * step), "text": words.number(int(n * step))} for n in range(int(top / step) + 1)
        ],
        "wholes": drawn,
        "stacks": [
            {**axis.span(band.start, band.end), "parts": _stack(band, names, colours, share(1))}
            for band in spans
        ],
        "dots": claims,
        "sum": adding_up(sum_of(last), last, names, view.day),
        "unit": timelines.UNIT,
        "legend": [
            {"form": "whole", "text": timelines.WHOLE},
            *([{"form": "part", "text": timelines.PART}] if any(band.contingents for band in spans) else []),
            {"form": "dot", "text": timelines.CLAIM_OF_WHOLE},
            *(
                [{"form": "dot of-part", "text": timelines.CLAIM_OF_PART}]
                if any(dot["part"] for dot in claims)
                else []
            ),
        ],
    }


def adding_up(total: Sum | None, band: Band, names: Mapping[str, str], day: date) -> str:
    """Sentences that say whether the known contingents add up to the stated strength."""
    if total is None:
        return timelines.no_contingent(day)
    return timelines.adding_up(
        day,
        words.persons(sum_in_words(total.stated)) if total.stating else "",
        [timelines.part(names.get(one.nation, one.nation), one.figure) for one in total.ceilings],
        [names.get(one.nation, one.nation) for one in total.silent],
        words.persons(band.figure),
        fits=total.fits,
    )


def _claims(view: View, selected: str) -> list[ClaimRow]:
    """The claims about the deployment that state a strength, of the whole or of a part."""
    known = view.known
    return [one for one in known.claims_of(selected) if one.states_strength]


def _scale(spans: Sequence[Band], dots: Sequence[ClaimRow]) -> tuple[float, float]:
    """The number of persons for the full height, and between two lines."""
    bounds = [bound for band in spans for bound in (band.low, band.high)]
    bounds += [bound for row in dots for bound in (row.low, row.high)]
    bounds += [sum(_most(one) for one in band.contingents) for band in spans]
    most = max([bound for bound in bounds if bound is not None], default=1) or 1
    step: float = next(
        step * 10**power for power in range(9) for step in _STEPS if step * 10**power * _LINES >= most
    )
    step = max(step, 1)
    lines = -(-most * 1.02 // step)
    return lines * step, step


def _most(contingent: ContingentStrength) -> int:
    return max(contingent.low or 0, contingent.high or 0) if contingent.low is not None else 0


def _whole(band: Band, axis: Axis, one: float) -> dict[str, Any]:
    """The stated whole as a box from low to high; `one` is the share of the height for one person."""
    low, high = band.low, band.high
    form = "ceiling" if low is None else "least" if high is None else "exact" if low == high else "range"
    bottom, top = (low if low is not None else high or 0), (high if high is not None else low or 0)
    until = band.end - _DAY
    return {
        **axis.span(band.start, band.end),
        "y": round(bottom * one, 3),
        "h": round((top - bottom) * one, 3),
        "form": form,
        "text": band.figure,
        "label": timelines.whole_from(words.persons(band.figure), band.start, until, band.claims),
    }


def _stack(
    band: Band, names: Mapping[str, str], colours: Callable[[str], str], one: float
) -> list[dict[str, Any]]:
    """The contingents that have a figure, the largest at the bottom; above each its uncertain part."""
    parts = sorted(
        (part for part in band.contingents if part.low is not None),
        key=lambda part: (-(part.low or 0), part.nation),
    )
    floors = accumulate((_most(part) for part in parts), initial=0)
    return [
        {
            "y": round(floor * one, 3),
            "h": round((part.low or 0) * one, 3),
            "more": round((_most(part) - (part.low or 0)) * one, 3),
            "colour": colours(part.nation),
            "text": timelines.part(names.get(part.nation, part.nation), part.figure),
            "claim": part.claim,
            "label": timelines.part_by(
                names.get(part.nation, part.nation), words.persons(part.figure), part.claim
            ),
        }
        for floor, part in zip(floors, parts, strict=False)  # nothing is stacked on the last sum
    ]


def _dot(row: ClaimRow, dataset: Dataset, names: Mapping[str, str], axis: Axis, one: float) -> dict[str, Any]:
    low, high = row.low, row.high
    bottom, top = (low if low is not None else high or 0), (high if high is not None else low or 0)
    counts = row.counts
    of = words.COUNTS[counts] if counts and counts != "whole" else ""
    return {
        "x": axis.at(row.known_on),
        "y": round(bottom * one, 3),
        "h": round((top - bottom) * one, 3),
        "claim": row.id,
        "part": bool(of),
        "label": timelines.strength_by(
            said_when(row, dataset),
            row.id,
            row.grade or "",
            names.get(row.source, row.source),
            words.persons(words.figure(row)),
            of,
        ),
    }
