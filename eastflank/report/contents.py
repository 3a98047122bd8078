"""The briefing: the complete texts of a view for every product, whatever its format.

A product only adds form, so that a slide, a table and a page of one view name the same deployments, figures
and sources. All texts are plain text; each format escapes them in its own way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from eastflank.model import Dataset, Deployment, Remembering
from eastflank.report.both_days import Compared, headings, rows_of
from eastflank.report.citation import published
from eastflank.report.differences import SourceDifference, differences_of
from eastflank.report.entries import DeploymentEntry, entries_of
from eastflank.report.evidence import (
    MOST_QUOTES,
    Evidence,
    evidence_of,
    quotes_that_matter,
)
from eastflank.report.totals_in_words import nation_lines, total_sentence
from eastflank.scene.drawn import Scene
from eastflank.view.address import link_of, query_of
from eastflank.view.changes import Change
from eastflank.view.comparison import Comparison
from eastflank.view.filtering import phrases_of
from eastflank.view.names import names_by_code, names_on
from eastflank.view.selection import View
from eastflank.view.totals import Total
from eastflank.words.chosen import claims, datasets, totals
from eastflank.words.chosen import values as words

__all__ = [
    "MOST_QUOTES",
    "Briefing",
    "DeploymentEntry",
    "Evidence",
    "Footnote",
    "Size",
    "SourceDifference",
    "briefing_of",
    "head_of",
]


class Size(NamedTuple):
    """The size of a picture of a briefing, in pixels, and its name."""

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
    """With the medium in which it was read: “Associated Press via News Front”."""
    title: str
    published: str
    """Its date in words."""
    grade: str
    """Its grade letter, with its meaning: “C, fairly reliable”."""
    url: str
    """Where it was read; empty if no address is known."""

    def __str__(self) -> str:
        return claims.footnote(claims.source(self.publisher, self.title, self.published), self.grade)


@dataclass(frozen=True, eq=False)
class Briefing(Remembering):
    """One view, ready to be written in any format."""

    view: View
    dataset: Dataset
    scene: Scene
    ground: Mapping[str, str]
    """The base map's files by name (`countries`, `disputed`, `lakes`, `labels`), each as JSON text."""
    title: str
    """One sentence: what is shown, and the day on which it was known."""
    notes: tuple[str, ...]
    """Notes that must be beside the title: which figures are old, and the day of the newest evidence."""
    nations: tuple[str, ...]
    """Figures for the people of the selected nations, one per line."""
    asof: str
    """“As known on 26 October 2016”."""
    filters: str
    """The filters, in words."""
    held: str
    """The contents of the view: “Eleven units, two of them over; one group”; of each dataset, if several."""
    counts: str
    """The notes beside the title, the contents of the view, and that the data has findings, if it has."""
    totals: tuple[str, ...]
    """The figures of the selected nations, then the totals of the units that are there, by kind."""
    entries: tuple[DeploymentEntry, ...]
    evidence: tuple[Evidence, ...]
    """Every claim of the view, newest first."""
    quotes: tuple[Evidence, ...]
    """The two or three that matter most: see `quotes_that_matter`. Empty if no claim is quoted."""
    differences: tuple[SourceDifference, ...]
    """The disagreements of its sources."""
    footnotes: tuple[Footnote, ...]
    credit: str
    """The origin of the map, and how its borders are drawn."""
    version: str
    """The version of the data that is shown."""
    link: str
    """Opens the view again; only the query if the dashboard's address is not known."""
    marking: str
    """The handling line exactly as the user typed it; empty if none."""
    since: date | None
    """The day that the view is compared with; None if none."""
    changes: tuple[Change, ...]
    """What changed since then."""
    beside: Briefing | None = None
    """The same view on the day compared with, if the two days are shown side by side. It has its own title,
    map and rows, and the rest as here, so that both maps share the numbers of their sources."""
    both_days: tuple[Compared, ...] = ()
    """The totals of both days, under `both_days_heading`; empty if nothing is compared."""
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
    findings: int | None = 0,
) -> Briefing:
    """The briefing of `view`, drawn as `scene`; `compared` is what the scene was composed with.

    `earlier` is the scene of the day compared with, if both are shown side by side.

    `query` is the address's query for it, if it says more than the filters and the day; `base_url` the
    address at which readers reach the dashboard; `selected` the id of the selected deployment.
    `findings` is the number of findings of the data's checks; None: the checks are not finished.
    """
    names = names_by_code(dataset)
    numbers = {source: number for number, source in enumerate(view.sources, start=1)}
    evidence = evidence_of(view, dataset, numbers)
    footnotes = _footnotes(dataset, numbers)
    notes = {note.number: claims.numbered(note.number, str(note)) for note in footnotes}
    held = _held(view)
    briefing = Briefing(
        view=view,
        dataset=dataset,
        scene=scene,
        ground=ground,
        title=scene.title,
        notes=view.notes,
        nations=nation_lines(view, names),
        asof=totals.as_known_on(words.day(view.day)),
        filters=totals.filters(phrases_of(view.filters, names_on(dataset, view.day))) or totals.NO_FILTER,
        held=held,
        counts=totals.beside_each_other(
            [
                *map(words.capitalised, view.notes),
                held,
                *([totals.checked(findings)] if findings != 0 else []),
            ]
        ),
        totals=(
            *nation_lines(view, names),
            *(_total(total, view) for total in view.totals),
        ),
        entries=entries_of(view, dataset, evidence, notes),
        evidence=evidence,
        quotes=quotes_that_matter(evidence, selected),
        differences=differences_of(view, dataset),
        footnotes=footnotes,
        credit=scene.credit,
        version=dataset.version,
        link=link_of(
            {
                **(query or query_of(view.filters)),
                "asof": [view.day.isoformat()],
                **({"edition": [dataset.edition]} if dataset.edition else {}),
            },
            base_url,
        ),
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
        asof=totals.as_known_on(words.day(before.day)),
        entries=entries_of(before, dataset, evidence, notes),
    )
    return replace(briefing, beside=beside)


def head_of(day: Briefing) -> tuple[str, str]:
    """The heading of a map: its day, and its title without the day."""
    return words.day(day.view.day), day.view.subject


def _total(total: Total, view: View) -> str:
    text = total_sentence(total, view.known)
    return words.capitalised(totals.with_all_nations(text) if view.nations else text)


def _held(view: View) -> str:
    """The contents of the view; if it shows several datasets, of each by itself: none are added up."""
    asked = view.filters.dataset or tuple(view.known.titles)
    titles = {name: title for name, title in view.known.titles.items() if name in asked}
    if len(titles) <= 1:
        return words.capitalised(_of_one(view.deployments))
    own = {name: [one for one in view.deployments if one.dataset == name] for name in titles}
    return totals.beside_each_other(
        words.capitalised(datasets.held_by(title, _of_one(own[name]))) for name, title in titles.items()
    )


def _of_one(deployments: Sequence[Deployment]) -> str:
    """Deployments of a dataset, by sort: “eleven units, two of them over; three groups; four statistics”.

    A unit with two names in the record counts once.
    """
    units: dict[str, list[Deployment]] = {}
    for deployment in deployments:
        if deployment.sort == "unit":
            units.setdefault(deployment.same_as or deployment.id, []).append(deployment)
    over = sum(all(item.over for item in names) for names in units.values())
    unstated = [[item for item in names if item.present and item.figure is None] for names in units.values()]
    in_parts = sum(any(item.parts_alone for item in names) for names in unstated)
    silent = sum(map(bool, unstated)) - in_parts
    groups, statistics = (sum(item.sort == sort for item in deployments) for sort in ("group", "statistic"))
    return totals.found(len(units), over, silent, in_parts, groups, statistics)


def _footnotes(dataset: Dataset, numbers: Mapping[str, int]) -> tuple[Footnote, ...]:
    names = names_by_code(dataset)
    return tuple(
        Footnote(
            number=number,
            source=row.id,
            publisher=names[row.id],
            title=row.title,
            published=published(row, dataset),
            grade=claims.grade_of_source(row.reliability, words.RELIABILITY[row.reliability]),
            url=row.url or "",
        )
        for row, number in ((dataset.sources_by_id[one], number) for one, number in numbers.items())
    )
