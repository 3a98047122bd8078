"""A deployment of a view in words: one row of its table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from eastflank import dates
from eastflank.model import Dataset, Deployment, Place, Standing
from eastflank.record.as_of import Known
from eastflank.report.evidence import Evidence
from eastflank.view.description import Description
from eastflank.view.names import names_by_code
from eastflank.view.programmes import name_on
from eastflank.view.selection import View
from eastflank.words.chosen import evidence as said
from eastflank.words.chosen import values as words


@dataclass(frozen=True, slots=True)
class DeploymentEntry:
    """A deployment of the view: one row of its table."""

    described: Description
    """All that is known of it on the day, with each field in words."""
    id: str
    name: str
    sort: str
    """`unit`, `group` or `statistic`: each has a section of its own."""
    kind: str
    """The name of its kind, in the singular."""
    status: str
    """Its status in words, with notes if it is old or overdue."""
    state: str
    """Only the status, as in `claims.csv`; empty if none is stated."""
    standing: Standing | None
    """What the status amounts to; None if no status is stated."""
    lead: str
    host: str
    meant_for: str
    """The country that it is for, if that differs from the country in which it is; otherwise empty."""
    place: str
    """The named place; empty if only a host, or nothing, is stated."""
    precision: str
    """How precisely the place is known; empty if none is named."""
    strength: str
    """In words, with the year if it was stated in an earlier one; “not stated” if there is no figure."""
    low: int | None
    high: int | None
    hedge: str
    """The word before its figure; empty if none."""
    told: str
    """The day that the strength describes (EDTF), as exactly as told; empty if no strength is stated."""
    counts: str
    """What the strength counts, in words; empty if no figure is stated."""
    planned: str
    """Plans for later, in words; empty if there are none."""
    begins: str
    """From when, in words; empty if not stated."""
    programme: str
    """The name that its programme had on the day; empty if it has none."""
    programme_short: str
    """The short form, such as eFP; empty if it has none."""
    part_of: str
    """The name of the group or unit that it belongs to; empty if it belongs to none."""
    whole_is_known: bool
    """Whether a source had named that group or unit by the day."""
    not_drawn: str
    """Why the map has no mark for it; empty if it has one."""
    contingents: str
    """Who takes part with how many, in words; empty if nobody is stated."""
    claims: tuple[str, ...]
    """The ids of its claims, newest first."""
    carried_by: tuple[str, ...]
    """Those of them that give a value shown in the row."""
    footnotes: tuple[int, ...]
    """The numbers of its sources, in order."""
    carrying: tuple[int, ...]
    """Those of them that give a value shown in the row."""
    sources: tuple[str, ...]
    """Its sources as footnotes, in the order of their numbers."""
    dataset: str = ""
    """The title of its dataset if there are several; otherwise empty."""

    @property
    def known(self) -> Deployment:
        """The same as in the record, with ids and codes."""
        return self.described.known


@dataclass(frozen=True, slots=True)
class _Names:
    """The things that the ids in a row refer to."""

    nations: Mapping[str, str]
    places: Mapping[str, Place]
    deployments: Mapping[str, str]
    reasons: Mapping[str, str]
    """Why a deployment is not drawn."""
    notes: Mapping[int, str]
    """Footnotes by their numbers."""


_NO_NOTES: Mapping[int, str] = MappingProxyType({})


def entries_of(  # noqa: PLR0913 - what the rows are of, and which of them
    view: View,
    dataset: Dataset,
    evidence: Iterable[Evidence] = (),
    notes: Mapping[int, str] = _NO_NOTES,
    *,
    first: int = 0,
    most: int | None = None,
) -> tuple[DeploymentEntry, ...]:
    """The rows of a view's table, in its order: at most so many, from row `first` on; None: all.

    `evidence` are all claims of the view, and `notes` its footnotes in words by number; without them the rows
    name no claim and no source.
    """
    claims: dict[str, list[Evidence]] = {}
    for item in evidence:
        claims.setdefault(item.deployment, []).append(item)
    among = view.deployments[first : None if most is None else first + most]
    if not claims and not notes:
        kept = dataset.latest(_DAYS, _kept, view.known)
        if missing := [one for one in among if one.id not in kept]:
            names = _names(view, dataset, notes)
            kept.update((one.id, _entry(one, view, dataset, names, ())) for one in missing)
        return tuple(kept[one.id] for one in among)
    names = _names(view, dataset, notes)
    return tuple(_entry(one, view, dataset, names, claims.get(one.id, [])) for one in among)


_DAYS = 8
"""For how many days, and selections of evidence, rows without claims are cached."""


def _kept(_dataset: Dataset, _known: Known) -> dict[str, DeploymentEntry]:
    """The rows of one day that were written, by deployment: a filter only selects among them."""
    return {}


def entry_of(one: Deployment, view: View, dataset: Dataset) -> DeploymentEntry:
    """The row of one deployment of a view, without its claims and sources."""
    return _entry(one, view, dataset, _names(view, dataset, _NO_NOTES), ())


def _names(view: View, dataset: Dataset, notes: Mapping[int, str]) -> _Names:
    return _Names(
        nations=names_by_code(dataset),
        places=dataset.places_by_id,
        deployments=dataset.deployment_names,
        reasons=view.without_mark,
        notes=notes,
    )


def _entry(
    one: Deployment, view: View, dataset: Dataset, names: _Names, claims: Sequence[Evidence]
) -> DeploymentEntry:
    place = names.places.get(one.place or "")
    described = Description(one, view.day, names.nations, names.places)
    figure = one.figure
    carrying = [item for item in claims if item.carries]
    programme = name_on(dataset, one.programme, view.day)
    footnotes = tuple(sorted({item.footnote for item in claims if item.footnote}))
    return DeploymentEntry(
        described=described,
        id=one.id,
        name=one.name,
        sort=one.sort,
        kind=words.unit_kind(one.kind, 1),
        status=described.status_on_day if one.status else words.NOT_STATED,
        state=one.status or "",
        standing=one.standing,
        lead=described.lead or words.NOT_STATED,
        host=described.host or words.NOT_STATED,
        meant_for=described.meant_for,
        place=described.place,
        precision=place.precision if place else "",
        strength=described.strength,
        low=figure.low if figure else None,
        high=figure.high if figure else None,
        hedge=(figure.hedge or "") if figure else "",
        told=dates.text_of(figure.told_first, figure.told_last) if figure else "",
        counts=words.COUNTS.get(one.counts or "", said.PERSONS) if figure else "",
        planned="; ".join(described.plans),
        begins=words.when(one.starts) if one.starts else "",
        programme=programme.full,
        programme_short=programme.short,
        part_of=names.deployments.get(one.under or one.part_of, ""),
        whole_is_known=(one.under or one.part_of) in view.known.deployments,
        not_drawn=names.reasons.get(one.id, ""),
        contingents="; ".join(described.contingents),
        claims=tuple(item.claim for item in claims),
        carried_by=tuple(item.claim for item in carrying),
        footnotes=footnotes,
        carrying=tuple(sorted({item.footnote for item in carrying if item.footnote})),
        sources=tuple(names.notes[number] for number in footnotes if number in names.notes),
        dataset=dataset.titles.get(one.dataset, ""),
    )
