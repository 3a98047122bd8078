"""Laws that hold on every day of every record, each as a function of what is known or shown on the day.

Each returns what breaks it, in words; empty if nothing does. `tests/data` checks them for the live record on
twenty seeded days, `tests/soak` on every day and for every source.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from eastflank import dates
from eastflank.model import Dataset, Deployment, Point, Standing
from eastflank.record.as_of import Known
from eastflank.record.claim_index import DISPLACES, index_of, years_later
from eastflank.record.statistics import is_inside
from eastflank.render import deployments_csv
from eastflank.report.contents import Briefing
from eastflank.scene.composition import compose
from eastflank.view.selection import View
from eastflank.view.totals import counted

HALF_A_YEAR = timedelta(days=183)


def no_contingent_is_above_its_whole(known: Known, _: Dataset) -> Iterator[str]:
    for one in known.deployments.values():
        most = one.figure.high if one.figure else None
        for part in one.contingents:
            least = part.figure.low if part.figure else None
            if one.present and not part.old and most is not None and least is not None and least > most:
                yield f"{part.nation} has {least} in {one.id}, which has {most}"


def no_statistic_is_below_its_part(known: Known, _: Dataset) -> Iterator[str]:
    units = [one for one in known.deployments.values() if one.sort == "unit" and one.present and one.figure]
    for statistic in known.deployments.values():
        figure = statistic.figure
        if statistic.sort != "statistic" or figure is None or figure.high is None:
            continue
        for unit in units:
            theirs = unit.figure
            if theirs is None or theirs.low is None or not is_inside(unit, statistic):
                continue
            if abs(theirs.told_last - figure.told_last) <= HALF_A_YEAR and theirs.low > figure.high:
                yield f"{unit.id} has {theirs.low}, {statistic.id} only {figure.high}"


def nothing_is_there_after_its_stated_end(known: Known, dataset: Dataset) -> Iterator[str]:
    claims = index_of(dataset).claims
    for one in known.deployments.values():
        last = dates.bounds(one.ends).last if one.ends else None
        if not one.present or last is None or last >= known.day:
            continue
        own = [claim for claim in claims.get(one.id, ()) if claim.known_on <= known.day]
        if not any(claim.standing == Standing.PRESENT and claim.told_last > last for claim in own):
            yield f"{one.id} is {one.status}, and ended on {last}"


def no_weak_figure_stands_over_a_sound_one(known: Known, dataset: Dataset) -> Iterator[str]:
    index = index_of(dataset)
    for one in known.deployments.values():
        if not one.present or one.figure is None or not index.by_id[one.figure.claim].weak:
            continue
        shown = index.by_id[one.figure.claim]
        for claim in index.claims.get(one.id, ()):
            if (
                claim.known_on <= known.day
                and not claim.weak
                and claim.stated
                and not claim.ceiling
                and claim.standing == Standing.PRESENT
                and claim.counts in (None, "whole", "sum")
                and claim.told_last <= shown.told_last <= years_later(claim.told_last, DISPLACES)
            ):
                yield f"{one.id}: {shown.id} is weak, and {claim.id} of the same two years is sound"


OF_WHAT_IS_KNOWN: tuple[Callable[[Known, Dataset], Iterator[str]], ...] = (
    no_contingent_is_above_its_whole,
    no_statistic_is_below_its_part,
    nothing_is_there_after_its_stated_end,
    no_weak_figure_stands_over_a_sound_one,
)


def totals_add_only_what_is_there(view: View) -> Iterator[str]:
    there = [one for one in counted(view.deployments, view.known) if one.present]
    for total in view.totals:
        units = [one for one in there if one.kind == total.kind]
        missing = sum(
            one.missing
            for one in view.deployments
            if one.sort == "group" and one.kind == total.kind and one.present
        )
        if total.units != len(units) + missing:
            yield f"{total.units} {total.kind.id} in the total, {len(units) + missing} on the map"
        if total.group or total.low is None:
            continue
        exact = [one.figure for one in units if one.figure and not one.overtaken]
        if all(figure.hedge is None and figure.low is not None for figure in exact) and total.low > sum(
            figure.low or 0 for figure in exact
        ):
            yield f"{total.kind.id}: {total.low} is more than its units"


def what_counts_is_on_the_map_or_listed(
    view: View, dataset: Dataset, anchors: Mapping[str, Point]
) -> Iterator[str]:
    scene = compose(view, dataset, anchors)
    marked = {mark.id for mark in scene.marks}
    listed = {item.id for item in view.not_drawn if item.kind == "deployment"}
    for one in view.deployments:
        if (one.id in marked) == (one.id in listed) and one.sort == "unit":
            yield f"{one.id} is {'both on the map and listed' if one.id in marked else 'neither on the map nor listed'}"
        if one.id in marked and (one.over or one.lapsed or one.sort == "statistic"):
            yield f"{one.id} is drawn and should not be"


def the_table_holds_every_deployment(briefing: Briefing) -> Iterator[str]:
    shown = [one.id for one in briefing.view.deployments]
    rows = csv.DictReader(io.StringIO(deployments_csv.write(briefing, None).decode("utf-8-sig")))
    if [row["Id"] for row in rows] != shown:
        yield "the CSV has other rows than the view"
    if [entry.id for entry in briefing.entries] != shown:
        yield "the report has other rows than the view"


def nothing_is_revived(part: Known, whole: Known) -> Iterator[str]:
    for one in part.deployments.values():
        if not one.over and _is_over(whole.deployments.get(one.id)):
            yield f"{one.id} is {one.status}, and over by all the evidence"
        full = whole.deployments.get(one.id)
        for sent in one.contingents if full else ():
            if sent.nation in dict(full.former):
                yield f"{sent.nation} takes part in {one.id}, and not by all the evidence"


def _is_over(one: Deployment | None) -> bool:
    return one is not None and one.over


def days_of(dataset: Dataset) -> list[date]:
    """The days on which anything changes: those from which claims count, and those after stated ends."""
    ends = dataset.claims["ends_last"].dropna().dt.date
    days = {*dataset.claims["known_on"].dropna().dt.date, *(day + timedelta(days=1) for day in ends)}
    return sorted(days)
