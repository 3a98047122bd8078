"""The tab of nations against hosts: a table of buttons; each filters the page by its nation and host."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from eastflank.model import Dataset
from eastflank.report.totals_in_words import figure_of, sum_of, years_of
from eastflank.scene.style import LIGHT
from eastflank.ui import scripts, state, table
from eastflank.ui.interruptions import uninterrupted
from eastflank.ui.messages import sent
from eastflank.view.empty import why_empty
from eastflank.view.matrix import Entry, LeftOut, Matrix, Sent, matrix_of
from eastflank.view.names import names_by_code
from eastflank.view.selection import View
from eastflank.view.totals import Total
from eastflank.words.chosen import datasets
from eastflank.words.chosen import matrix as told
from eastflank.words.chosen import values as words

_FOLDER = Path(__file__).parent
_KEY = "matrix"

_table = st.components.v2.component(
    "eastflank_matrix",
    html='<div class="matrix"></div>',
    css=f".matrix {{ --present: {LIGHT.present}; }}\n" + (_FOLDER / "matrix.css").read_text(encoding="utf-8"),
    js=scripts.importing("matrix"),
)


def show(view: View, dataset: Dataset, selected: str) -> None:
    """Draw the view's nations against its hosts; a click on a cell filters by that nation and host."""
    if not view.deployments:
        st.caption(why_empty(view, dataset))
        return
    found = matrix_of(view, dataset)
    names = names_by_code(dataset)
    filters = view.filters
    if found.hosts:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(told.MEANS)
            if filters.nation or filters.host:
                st.button(told.ALL, key="matrix-all", on_click=_widen)
        _table(key=_KEY, data=data_of(found, view, names), on_picked_change=_picked)
    else:
        st.caption(told.NO_HOST)
    if found.left_out:
        _left_out(found.left_out, selected)


def _left_out(left_out: Sequence[LeftOut], selected: str) -> None:
    """Deployments that fit in no cell, with the reason; a chosen row becomes the selected deployment."""
    order = [item.deployment for item in left_out]
    ticked = table.selection("left-out", order, selected)
    with st.expander(told.left_out(len(left_out))):
        st.dataframe(
            pd.DataFrame(
                {
                    told.DEPLOYMENT: [item.name for item in left_out],
                    told.WHY: [item.reason for item in left_out],
                }
            ),
            hide_index=True,
            key=ticked.key,
            on_select=ticked.changed,
            selection_mode="single-row",
            selection_default=table.ticked(ticked.value),
        )


@uninterrupted
def _widen() -> None:
    state.choose(lambda choices: choices.narrowed((), ()))


def data_of(found: Matrix, view: View, names: Mapping[str, str]) -> dict[str, Any]:
    """The matrix as texts for `matrix.js`."""
    chosen_nations, chosen_hosts = view.filters.nation, view.filters.host

    def name(code: str) -> str:
        return names.get(code, code)

    def cell(nation: str, host: str) -> dict[str, Any] | None:
        entries = found.cells.get((nation, host))
        if not entries:
            return None
        standings = [entry.standing for entry in entries if entry.standing is not None]
        said = "; ".join(told.entry(entry.name, str(entry)) for entry in entries)
        return {
            "lines": _lines(entries),
            "label": told.cell(name(nation), name(host), said),
            "form": max(standings).code if standings else "",
            "chosen": (nation,) == chosen_nations and (host,) == chosen_hosts,
        }

    return {
        "caption": told.caption(view.title),
        "corner": told.CORNER,
        "total": told.ADD_UP_TO,
        "there": told.STRENGTH_THERE,
        "hosts": [
            {
                "code": host,
                "name": name(host),
                "label": told.all_in(name(host)),
                "chosen": (host,) == chosen_hosts and not chosen_nations,
                "totals": _sums(found.host_totals[host], view.known.titles),
            }
            for host in found.hosts
        ],
        "nations": [
            {
                "code": nation,
                "name": name(nation),
                "label": told.all_with(name(nation)),
                "chosen": (nation,) == chosen_nations and not chosen_hosts,
                "cells": [cell(nation, host) for host in found.hosts],
                "totals": _sent(found.nation_totals[nation]),
            }
            for nation in found.nations
        ],
    }


def _lines(entries: Sequence[Entry]) -> list[tuple[str, str]]:
    """One line each, with the sort if the cell has several sorts."""
    return [(str(one), one.sort if len(entries) > 1 else "") for one in entries]


def _sums(totals: Iterable[Total], titles: Mapping[str, str]) -> list[tuple[str, str]]:
    """A line for each kind that has a figure, and how many units have none."""
    lines, silent, weak = [], 0, 0
    for total in totals:
        parts = total.in_parts
        silent += total.units - total.stating - (parts.units if parts else 0)
        weak += total.weak
        if total.stating:
            year = f" ({years_of(total)})" if total.years else ""
            where = datasets.of_one(titles.get(total.dataset, ""))
            lines.append((f"{figure_of(total)}{year}", words.unit_kind(total.kind, total.stating) + where))
        if parts:
            lines.append((sum_of(parts.sum), told.in_contingents(parts.contingents)))
    without = told.units_without_a_figure(silent, that_counts=bool(weak))
    return _with_silent(lines, without if silent else "", weak)


def _sent(sent: Sent) -> list[tuple[str, str]]:
    """The sum of a nation's contingents, and how many are in no sum."""
    if sent.parts:
        return [
            (figure, f"{what} {datasets.of_one(title)}".strip())
            for title, part in sent.parts
            for figure, what in _sent(part)
        ]
    figure = sum_of(sent.sum)
    lines = [(figure, "")] if sent.stating else []
    return _with_silent(lines, told.contingents_without_a_figure(sent.silent) if sent.silent else "")


def _with_silent(lines: list[tuple[str, str]], without: str, weak: int = 0) -> list[tuple[str, str]]:
    """The lines, followed by the note on those without a figure.

    Without lines: a note that no figure is stated, or, if `weak` is not 0, only figures with a low grade.
    """
    rest = [("", without)] if without else []
    return lines + rest if lines else [(words.OF_A_LOW_GRADE if weak else words.NOT_STATED, "")]


@uninterrupted
def _picked() -> None:
    """Callback: a cell, a nation or a host was chosen; choosing it again removes the filter."""
    if picked := sent(_KEY, "picked"):
        nations, hosts = ((picked[key],) if picked[key] else () for key in ("nation", "host"))
        state.choose(lambda choices: choices.narrowed(nations, hosts))
