"""The briefing: what every product of a view says, in ready words, whatever its format.

A product adds form and nothing else, so that a slide, a table and a page of one view name the same
deployments, figures and sources. All words are plain text; each format escapes them in its own way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from eastflank.model import Dataset, Deployment, Place, Remembering, Standing
from eastflank.report.both_days import Compared, headings, rows_of
from eastflank.report.evidence import (
    MOST_QUOTES,
    Difference,
    Evidence,
    differences_of,
    evidence_of,
    quotes_that_matter,
)
from eastflank.report.totals_in_words import nation_lines, total_sentence
from eastflank.scene.composition import Scene
from eastflank.view.address import link_of, query_of
from eastflank.view.changes import Change
from eastflank.view.comparison import Comparison
from eastflank.view.filters import phrases_of
from eastflank.view.programmes import name_on
from eastflank.view.selection import View, names_by_code, names_on
from eastflank.view.title import without_day
from eastflank.view.totals import Total
from eastflank.words import en as words

__all__ = [
    "MOST_QUOTES",
    "Briefing",
    "Difference",
    "Entry",
    "Evidence",
    "Footnote",
    "Size",
    "briefing_of",
    "head_of",
]


class Size(NamedTuple):
    """How large a picture of a briefing is, in pixels, and what that size is called."""

    width: int
    height: int
    name: str
    """What a person types or chooses: `1920x1080`, `A4`."""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A source that a claim of the view comes from."""

    number: int
    """From 1, in the order in which the claims name the sources."""
    source: str
    """Its id in `sources.csv`."""
    publisher: str
    """With the medium that it was read in: “Associated Press via News Front”."""
    title: str
    published: str
    """Its date in words."""
    grade: str
    """Its letter, with the letter's meaning: “C, fairly reliable”."""
    url: str
    """Where it was read; empty when no address is known."""

    def __str__(self) -> str:
        return f"{self.publisher}, {self.title}, {self.published}. Source graded {self.grade}."


@dataclass(frozen=True, slots=True)
class Entry:
    """A deployment of the view: one row of its table."""

    id: str
    name: str
    sort: str
    """`unit`, `group` or `statistic`: each has a section of its own."""
    kind: str
    """What one of its kind is called."""
    status: str
    """Its status in words, with what is old or overdue about it."""
    state: str
    """The status alone, as `claims.csv` has it; empty when none is stated."""
    standing: Standing | None
    """What the status amounts to; None when no status is stated."""
    lead: str
    host: str
    meant_for: str
    """The country that it is for, where that is another one than it stands in; empty where not."""
    place: str
    """The named place; empty when only a host, or nothing, is stated."""
    precision: str
    """How well the place is known; empty when none is named."""
    strength: str
    """In words, with the year if it was stated in an earlier one; “not stated” when no figure is."""
    low: int | None
    high: int | None
    hedge: str
    """The word before its figure; empty when none."""
    said: date | None
    """The first day of which the strength tells; None when none is stated."""
    counts: str
    """What the strength counts, in words; empty when no figure is stated."""
    planned: str
    """What is planned for later beside it, in words; empty when nothing is."""
    begins: str
    """From when, in words; empty when not stated."""
    programme: str
    """The name that its programme had on the day; empty when it has none."""
    part_of: str
    """The name of the group or unit that it belongs to; empty when of none."""
    not_drawn: str
    """Why the map has no mark for it; empty when it has one."""
    contingents: str
    """Who takes part with how many, in words; empty when nobody is stated."""
    claims: tuple[str, ...]
    """The ids of its claims, newest first."""
    carried_by: tuple[str, ...]
    """Those of them that give a value shown in the row."""
    footnotes: tuple[int, ...]
    """The numbers of its sources, in order."""
    carrying: tuple[int, ...]
    """Those of them that give a value shown in the row."""


@dataclass(frozen=True, eq=False)
class Briefing(Remembering):
    """One view, ready to be written in any format."""

    view: View
    dataset: Dataset
    scene: Scene
    ground: Mapping[str, str]
    """The base map's files by name (`countries`, `disputed`, `lakes`, `labels`), each as JSON text."""
    title: str
    """One sentence: what is shown, as known when."""
    notes: tuple[str, ...]
    """What must stand beside the title: what is old, and up to when evidence reaches."""
    nations: tuple[str, ...]
    """What is stated of the people of the nations asked for, each in a line."""
    asof: str
    """“As known on 26 October 2016”."""
    filters: str
    """What was asked for, in words."""
    counts: str
    """What stands beside the title, and what the view holds: “Eleven units, two of them over; one group”."""
    totals: tuple[str, ...]
    """What is stated of the nations asked for, then what the units there add up to by kind."""
    entries: tuple[Entry, ...]
    evidence: tuple[Evidence, ...]
    """Every claim of the view, newest first."""
    quotes: tuple[Evidence, ...]
    """The two or three that matter most: see `quotes_that_matter`. None when no claim is quoted."""
    differences: tuple[Difference, ...]
    """Where its sources differ."""
    footnotes: tuple[Footnote, ...]
    credit: str
    """Where the map comes from, and how its borders are drawn."""
    version: str
    """The version of the data that is shown."""
    link: str
    """Opens the view again; the query alone when the dashboard's address is not known."""
    marking: str
    """The handling line that the user typed, as typed; empty when none."""
    since: date | None
    """The day that the view is compared with; None when with none."""
    changes: tuple[Change, ...]
    """What changed since then."""
    beside: Briefing | None = None
    """The same view on the day compared with, where the two days are shown side by side: its own title, map
    and rows, and everything else as here, so that both maps share the numbers of their sources."""
    both_days: tuple[Compared, ...] = ()
    """What the view adds up to on both days, under `both_days_heading`; empty where nothing is compared."""
    both_days_heading: Compared | None = None


def briefing_of(  # noqa: PLR0913 - each is one thing that a view alone does not know
    view: View,
    dataset: Dataset,
    scene: Scene,
    ground: Mapping[str, str],
    *,
    query: Mapping[str, Sequence[str]] | None = None,
    base_url: str = "",
    selected: str = "",
    marking: str = "",
    compared: Comparison | None = None,
    earlier: Scene | None = None,
) -> Briefing:
    """The briefing of `view`, drawn as `scene`; `compared` is what the scene was composed with.

    `earlier` is the scene of the day compared with, where both are shown side by side.

    `query` is the address's query for it, if it says more than the filters and the day; `base_url` the
    address at which readers reach the dashboard; `selected` the id of the selected deployment.
    """
    names = names_by_code(dataset)
    sources = dict.fromkeys(row.source for row in view.claims if row.source)
    numbers = {source: number for number, source in enumerate(sources, start=1)}
    evidence = evidence_of(view, dataset, numbers)
    briefing = Briefing(
        view=view,
        dataset=dataset,
        scene=scene,
        ground=ground,
        title=scene.title,
        notes=view.notes,
        nations=nation_lines(view, names),
        asof=f"As known on {words.day(view.day)}",
        filters=words.capitalised("; ".join(phrases_of(view.filters, names_on(dataset, view.day))))
        or "No filter: everything known",
        counts=" · ".join(words.capitalised(text) for text in (*view.notes, _counts(view))),
        totals=(
            *nation_lines(view, names),
            *(_total(total, view) for total in view.totals),
        ),
        entries=_entries(view, dataset, evidence),
        evidence=evidence,
        quotes=quotes_that_matter(evidence, selected),
        differences=differences_of(view, dataset),
        footnotes=_footnotes(dataset, numbers),
        credit=scene.credit,
        version=dataset.version,
        link=link_of({**(query or query_of(view.filters)), "asof": [view.day.isoformat()]}, base_url),
        marking=marking,
        since=compared.since if compared else None,
        changes=tuple(change for found in compared.changes.values() for change in found) if compared else (),
        both_days=rows_of(compared, names) if compared else (),
        both_days_heading=headings(compared) if compared else None,
    )
    if compared is None or earlier is None:
        return briefing
    before = compared.before
    beside = replace(
        briefing,
        view=before,
        scene=earlier,
        title=earlier.title,
        notes=before.notes,
        asof=f"As known on {words.day(before.day)}",
        entries=_entries(before, dataset, evidence),
    )
    return replace(briefing, beside=beside)


def head_of(day: Briefing) -> tuple[str, str]:
    """What stands over a map: its day, and its title without the day."""
    return words.day(day.view.day), without_day(day.view.title, day.view.day)


def _total(total: Total, view: View) -> str:
    text = total_sentence(total, view.known)
    return words.capitalised(f"all nations in these units: {text}" if view.nations else text)


def _counts(view: View) -> str:
    """What the view holds, by sort: “eleven units, two of them over; three groups; four statistics”.

    A unit that has two names in the record is one unit.
    """
    units: dict[str, list[Deployment]] = {}
    for deployment in view.deployments:
        if deployment.sort == "unit":
            units.setdefault(deployment.same_as or deployment.id, []).append(deployment)
    over = sum(all(item.over for item in names) for names in units.values())
    silent = sum(any(item.present and item.figure is None for item in names) for names in units.values())
    parts = [words.counted(len(units), "unit")]
    parts[0] += f", {words.counted(over, 'of them', 'of them')} over" if over else ""
    parts[0] += f", {words.counted(silent, 'of them', 'of them')} there without a figure" if silent else ""
    for sort, one, several in (("group", "group", "groups"), ("statistic", "statistic", "statistics")):
        count = sum(item.sort == sort for item in view.deployments)
        parts += [words.counted(count, one, several)] if count else []
    return "; ".join(parts)


def _footnotes(dataset: Dataset, numbers: Mapping[str, int]) -> tuple[Footnote, ...]:
    names = names_by_code(dataset)
    return tuple(
        Footnote(
            number=number,
            source=row.id,
            publisher=names[row.id],
            title=row.title,
            published=words.when(row.published),
            grade=f"{row.reliability}, {words.RELIABILITY[row.reliability]}",
            url=row.url or "",
        )
        for row, number in ((dataset.sources_by_id[one], number) for one, number in numbers.items())
    )


@dataclass(frozen=True, slots=True)
class _Names:
    """What the ids in a row stand for."""

    nations: Mapping[str, str]
    places: Mapping[str, Place]
    deployments: Mapping[str, str]
    reasons: Mapping[str, str]
    """Why a deployment is not drawn."""


def _entries(view: View, dataset: Dataset, evidence: Iterable[Evidence]) -> tuple[Entry, ...]:
    claims: dict[str, list[Evidence]] = {}
    for item in evidence:
        claims.setdefault(item.deployment, []).append(item)
    names = _Names(
        nations=names_by_code(dataset),
        places=dataset.places_by_id,
        deployments=dataset.deployment_names,
        reasons={item.id: item.reason for item in view.not_drawn if item.kind == "deployment"},
    )
    return tuple(_entry(one, view, dataset, names, claims.get(one.id, [])) for one in view.deployments)


def _entry(one: Deployment, view: View, dataset: Dataset, names: _Names, claims: Sequence[Evidence]) -> Entry:
    place = names.places.get(one.place or "")
    figure = one.figure
    carrying = [item for item in claims if item.carries]
    return Entry(
        id=one.id,
        name=one.name,
        sort=one.sort,
        kind=words.unit_kind(one.kind, 1),
        status=words.status_on(one, view.day) if one.status else words.NOT_STATED,
        state=one.status or "",
        standing=one.standing,
        lead=words.nations(one.lead, names.nations) or words.NOT_STATED,
        host=words.nations(one.host, names.nations) or words.NOT_STATED,
        meant_for=words.nations(one.meant_for, names.nations),
        place=place.name if place else "",
        precision=place.precision if place else "",
        strength=words.strength_on(one, view.day),
        low=figure.low if figure else None,
        high=figure.high if figure else None,
        hedge=(figure.hedge or "") if figure else "",
        said=figure.told_first if figure else None,
        counts=words.COUNTS.get(one.counts or "", "persons") if figure else "",
        planned="; ".join(words.plans(one, names.nations, view.day)),
        begins=words.when(one.starts) if one.starts else "",
        programme=name_on(dataset, one.programme, view.day).full,
        part_of=names.deployments.get(one.under or one.part_of, ""),
        not_drawn=names.reasons.get(one.id, ""),
        contingents="; ".join(words.contingent(part, names.nations, view.day) for part in one.contingents),
        claims=tuple(item.claim for item in claims),
        carried_by=tuple(item.claim for item in carrying),
        footnotes=tuple(sorted({item.footnote for item in claims if item.footnote})),
        carrying=tuple(sorted({item.footnote for item in carrying if item.footnote})),
    )
