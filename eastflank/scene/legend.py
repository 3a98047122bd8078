"""A scene’s legend: it explains only what is drawn."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date

from eastflank.model import Dataset, Part
from eastflank.model.dataset import in_brackets
from eastflank.scene.drawn import Area, Legend, Mark, Symbol, symbol_words
from eastflank.view.comparison import SIGNS, Comparison, Form
from eastflank.view.selection import View
from eastflank.words.chosen import crowds as crowd_words
from eastflank.words.chosen import datasets, legend_lines
from eastflank.words.chosen import values as words


def members(day: date, dataset: Dataset) -> tuple[str, ...]:
    """The countries that are in the alliance on a day, by ISO 3166-1 alpha-3 code."""
    nations = dataset.nations_by_code.values()
    return tuple(sorted(one.iso3 for one in nations if one.member_since and one.member_since <= day))


def changes_drawn(compared: Comparison | None, marks: Iterable[Mark]) -> tuple[tuple[Form, str], ...]:
    """The kinds of change since an earlier day that are drawn, each with its words."""
    if not compared:
        return ()
    drawn = {mark.change.form for mark in marks if mark.change}
    day = words.day(compared.since)
    return tuple((form, legend_lines.since(form, day)) for form in SIGNS if form in drawn)


def grounds_drawn(day: date, dataset: Dataset) -> list[tuple[str, str]]:
    """The two background colours of countries, each with its words, if the map has them."""
    member = [("member", legend_lines.member_then(dataset.theatre.alliance))] if members(day, dataset) else []
    disputed = [("disputed", legend_lines.OCCUPIED)] if dataset.once(_has_disputed) else []
    return [*member, *disputed]


def _has_disputed(dataset: Dataset) -> bool:
    return bool(json.loads(dataset.base_map.get("disputed", '{"features": []}'))["features"])


def legend_of(
    view: View,
    areas: tuple[Area, ...],
    marks: tuple[Mark, ...],
    grounds: list[tuple[str, str]],
    parts: Sequence[Part] = (),
) -> Legend:
    """The legend of a view. `grounds`: as `grounds_drawn` gives them; `parts`: of an overlay of datasets."""
    standings = sorted({area.standing for area in areas} | {mark.standing for mark in marks}, reverse=True)
    # One entry for each sort of symbol, in the most certain style in which it is drawn.
    drawn = sorted(
        (mark.symbol for mark in marks if isinstance(mark.symbol, Symbol)),
        key=lambda symbol: symbol.standing,
    )
    symbols = {symbol.shows: symbol for symbol in drawn}.values()
    paired = [("set", legend_lines.ONE_SET)] if any(mark.ties for mark in marks) else []
    crowds = [("crowd", crowd_words.LEGEND)] if any(mark.crowd for mark in marks) else []
    notes = [*crowds, *paired, *grounds]
    noted = [
        words.notes_on(view.known.deployments[mark.id].figure, view.day) for mark in marks if not mark.crowd
    ]
    years = sorted({year for year, _ in noted if year})
    grades = sorted({grade for _, grade in noted if grade})
    return Legend(
        heading=legend_lines.status_on(view.day),
        standings=tuple((standing, words.STANDINGS[standing]) for standing in standings),
        symbols=tuple((symbol, symbol_words(symbol)) for symbol in symbols),
        notes=tuple(notes),
        figures=(
            *((f"({year})", legend_lines.OF_THAT_YEAR) for year in years[-1:]),
            *((f"({grade})", legend_lines.OF_A_LOW_GRADE) for grade in grades[-1:]),
            *((in_brackets(part.letter).strip(), datasets.is_of(part.title)) for part in parts),
        ),
    )
