"""The briefing: what every product of a view says, in ready words, whatever its format.

A product adds form and nothing else, so that a slide, a table and a page of one view name the same
deployments, figures and sources. All words are plain text; each format escapes them in its own way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from eastflank.model import Dataset, Place, Row, Standing, each_row, stated
from eastflank.report.evidence import (
    MOST_QUOTES,
    Difference,
    Evidence,
    differences_of,
    evidence_of,
    names_of_deployments,
    quotes_that_matter,
)
from eastflank.scene.composition import Scene
from eastflank.view.address import link_of, query_of
from eastflank.view.anchors import places_by_id
from eastflank.view.changes import Change
from eastflank.view.comparison import Comparison
from eastflank.view.filters import phrases_of
from eastflank.view.selection import View, names_by_code
from eastflank.view.totals import sentence
from eastflank.words import en as words

__all__ = ["MOST_QUOTES", "Briefing", "Difference", "Entry", "Evidence", "Footnote", "Size", "briefing_of"]


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
    status: str
    standing: Standing | None
    """What the status amounts to; None when no status is stated."""
    lead: str
    host: str
    place: str
    """The named place; empty when only a host, or nothing, is stated."""
    precision: str
    """How well the place is known; empty when none is named."""
    strength: str
    """In words, with the year if it was stated in an earlier one; “not stated” when no figure is."""
    low: int | None
    high: int | None
    said: date | None
    """The day on which the strength was stated; None when none is."""
    counts: str
    """What the strength counts, in words; empty when no figure is stated."""
    begins: str
    """From when, in words; empty when not stated."""
    programme: str
    part_of: str
    """The name of the whole that it is a part of; empty when of none."""
    not_drawn: str
    """Why the map has no mark for it; empty when it has one."""
    claims: tuple[str, ...]
    """The ids of its claims, newest first."""
    footnotes: tuple[int, ...]
    """The numbers of its sources, in order."""


@dataclass(frozen=True, eq=False)
class Briefing:
    """One view, ready to be written in any format."""

    view: View
    dataset: Dataset
    scene: Scene
    ground: Mapping[str, str]
    """The base map's files by name (`countries`, `disputed`, `lakes`, `labels`), each as JSON text."""
    title: str
    """One sentence: what is shown, as known when."""
    asof: str
    """“As known on 26 October 2016”."""
    filters: str
    """What was asked for, in words."""
    counts: str
    """“2 of 7 deployments; one states no figure”."""
    totals: tuple[str, ...]
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
) -> Briefing:
    """The briefing of `view`, drawn as `scene`; `compared` is what the scene was composed with.

    `query` is the address's query for it, if it says more than the filters and the day; `base_url` the
    address at which readers reach the dashboard; `selected` the id of the selected deployment.
    """
    names = names_by_code(dataset)
    numbers = {source: number for number, source in enumerate(view.claims["source"].unique(), start=1)}
    evidence = evidence_of(view, dataset, numbers)
    return Briefing(
        view=view,
        dataset=dataset,
        scene=scene,
        ground=ground,
        title=scene.title,
        asof=f"As known on {words.day(view.day)}",
        filters=words.capitalised("; ".join(phrases_of(view.filters, names)))
        or "No filter: everything known",
        counts=_counts(view),
        totals=tuple(words.capitalised(sentence(total)) for total in view.totals),
        entries=_entries(view, dataset, evidence),
        evidence=evidence,
        quotes=quotes_that_matter(view, evidence, selected),
        differences=differences_of(view, dataset),
        footnotes=_footnotes(dataset, numbers),
        credit=scene.credit,
        version=dataset.version,
        link=link_of({**(query or query_of(view.filters)), "asof": [view.day.isoformat()]}, base_url),
        marking=marking,
        since=compared.since if compared else None,
        changes=tuple(change for found in compared.changes.values() for change in found) if compared else (),
    )


def _counts(view: View) -> str:
    found, known = len(view.deployments), len(view.known.deployments)
    text = f"{words.number(found)} of {words.number(known)} deployment{'' if known == 1 else 's'}"
    silent = int((view.deployments["troops_low"].isna() & view.deployments["troops_high"].isna()).sum())
    if not found:
        return text
    if not silent:
        return f"{text}; each states a figure"
    stating = f"{words.counted(silent, 'states', 'state')} no figure"
    # Ended, or counted with its whole or its parts: the totals speak of fewer without a strength.
    elsewhere = silent - sum(total.unstated for total in view.totals)
    apart = f", {words.counted(elsewhere, 'of them', 'of them')} outside the totals" if elsewhere else ""
    return f"{text}; {stating}{apart}"


def _footnotes(dataset: Dataset, numbers: Mapping[str, int]) -> tuple[Footnote, ...]:
    names = names_by_code(dataset)
    sources = dataset.sources.set_index("id", drop=False).loc[list(numbers)]
    return tuple(
        Footnote(
            number=numbers[row.id],
            source=row.id,
            publisher=names[row.id],
            title=row.title,
            published=words.when(stated(row.published)),
            grade=f"{row.reliability}, {words.RELIABILITY[row.reliability]}",
            url=stated(row.url) or "",
        )
        for row in each_row(sources)
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
        places=places_by_id(dataset),
        deployments=names_of_deployments(dataset),
        reasons={item.id: item.reason for item in view.not_drawn if item.kind == "deployment"},
    )
    return tuple(
        _entry(row, view.day, names, claims.get(row.Index, [])) for row in each_row(view.deployments)
    )


def _entry(row: Row, day: date, names: _Names, claims: Sequence[Evidence]) -> Entry:
    place = names.places.get(stated(row.place) or "")
    figure, said = words.strength_on(row, day), stated(row.strength_known_on)
    standing = stated(row.standing)
    return Entry(
        id=str(row.Index),
        name=row.name,
        status=stated(row.status) or words.NOT_STATED,
        standing=None if standing is None else Standing(int(standing)),
        lead=words.nations(row.lead, names.nations) or words.NOT_STATED,
        host=words.nations(row.host, names.nations) or words.NOT_STATED,
        place=place.name if place else "",
        precision=place.precision if place else "",
        strength=figure,
        low=stated(row.troops_low),
        high=stated(row.troops_high),
        said=said.date() if said else None,
        counts="" if figure == words.NOT_STATED else words.COUNTS.get(stated(row.counts) or "", "persons"),
        begins=words.when(row.starts) if isinstance(row.starts, str) else "",
        programme=words.PROGRAMMES[row.programme],
        part_of=names.deployments.get(stated(row.part_of) or "", ""),
        not_drawn=names.reasons.get(str(row.Index), ""),
        claims=tuple(item.claim for item in claims),
        footnotes=tuple(sorted({item.footnote for item in claims})),
    )
