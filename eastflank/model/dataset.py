"""Everything that is known: the tables, and the typed values that are made from them once.

Tables are pandas frames, used by column. Code that writes a sentence, the map or a picture takes small frozen
values from `rows`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from eastflank.model import edition as naming
from eastflank.model import reading_rows
from eastflank.model.deployments import Deployment
from eastflank.model.places import Place, Point
from eastflank.model.remembering import Remembering
from eastflank.model.rows import ClaimRow, DecisionRow, NationRow, SourceRow
from eastflank.model.theatre import MapCredit, Theatre

TABLES = (
    "sources",
    "deployments",
    "memberships",
    "claims",
    "claim_spans",
    "contributions",
    "places",
    "nations",
    "programmes",
    "decisions",
    "changes",
)
OPTIONAL = ("proposals",)
"""Optional tables."""


@dataclass(frozen=True, eq=False)
class Dataset(Remembering):
    """Everything that is known, whenever it was said.

    The frames hold the columns of `data/datapackage.json` in its order, strings as `str` with
    missing values as `pd.NA`, integers as `Int64`, dates as `datetime64[s]`. Lists of nations stay
    as the file has them (`USA;GBR;DEU`). Frames are not changed after loading.
    """

    sources: pd.DataFrame
    """One row for each source, plus `published_first`, `published_last`: the bounds of its date."""
    deployments: pd.DataFrame
    memberships: pd.DataFrame
    """One row for each deployment that is a part of another, or became it, plus `starts_first`,
    `starts_last`, `ends_first`, `ends_last`."""
    claims: pd.DataFrame
    """One row for each claim, plus bounds of its dates (`said_first`, `said_last`, `as_at_first`,
    `as_at_last`, `starts_first`, `starts_last`, `ends_first`, `ends_last`; NaT where not stated or open),
    `known_on` (the day from which it counts), `told_first` and `told_last` (the bounds of the day that it
    describes), its source's `publisher`, `via` and `reliability`, and its Admiralty `grade`, such as B2
    (missing: not graded, as a judged claim).
    """
    claim_spans: pd.DataFrame
    contributions: pd.DataFrame
    places: pd.DataFrame
    nations: pd.DataFrame
    programmes: pd.DataFrame
    decisions: pd.DataFrame
    """One row for each decision of a curator: which claim a field follows if sources disagree, or why a
    check's finding is accepted."""
    changes: pd.DataFrame
    proposals: pd.DataFrame = field(default_factory=pd.DataFrame)
    """One row for each proposal of the rules that somebody reviewed; without columns if there are none."""
    articles: Mapping[str, str] = field(default_factory=dict)
    """Text of each held article by its file name, decoded but otherwise as it is in `seeds/`."""
    coverage: tuple[str, ...] = ()
    """What the record covers and what it does not hold, in sentences: the Method page prints them."""
    version: str = ""
    """Twelve hexadecimal digits that change whenever a table or an article does, or the folder's own base
    map or theatre settings."""
    theatre: Theatre = field(default_factory=Theatre)
    base_map: Mapping[str, str] = field(default_factory=dict)
    """The base map's files as JSON text, by the names in `store.ground.NAMES`."""
    map_credit: MapCredit = field(default_factory=MapCredit)
    """Where the base map comes from."""
    label_points: Mapping[str, Point] = field(default_factory=dict)
    """Where each country's name stands on the base map, by ISO 3166-1 alpha-3 code."""
    parts: tuple[Part, ...] = ()
    """The datasets from which it was combined, if there are several; see `overlay`."""

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Their titles by their names; empty for a single dataset."""
        return {part.name: part.title for part in self.parts}

    @cached_property
    def letters(self) -> Mapping[str, str]:
        """Their letters by their names; empty for a single dataset."""
        return {part.name: part.letter for part in self.parts}

    @cached_property
    def claim_rows(self) -> tuple[ClaimRow, ...]:
        """The rows of `claims.csv`, in its order."""
        if self.parts:
            return tuple(row for part in self.parts for row in part.dataset.claim_rows)
        return reading_rows.claims(self.claims, self.contributions)

    @cached_property
    def claims_by_id(self) -> Mapping[str, ClaimRow]:
        """The same claims by their ids."""
        return {row.id: row for row in self.claim_rows}

    @cached_property
    def sources_by_id(self) -> Mapping[str, SourceRow]:
        """The rows of `sources.csv` by their ids, in its order."""
        return {row.id: row for row in reading_rows.sources(self.sources)}

    @cached_property
    def corrected_by(self) -> Mapping[str, str]:
        """For each source whose text was corrected, the source that holds the corrected text."""
        return {row.replaces: row.id for row in self.sources_by_id.values() if row.replaces}

    @cached_property
    def nations_by_code(self) -> Mapping[str, NationRow]:
        """The rows of `nations.csv` by ISO 3166-1 alpha-3 code, in its order."""
        return {row.iso3: row for row in reading_rows.nations(self.nations)}

    @cached_property
    def places_by_id(self) -> Mapping[str, Place]:
        """The places that claims name, by their ids, in the table's order."""
        return reading_rows.places(self.places)

    @cached_property
    def decision_rows(self) -> tuple[DecisionRow, ...]:
        """The rows of `decisions.csv`, in its order."""
        return reading_rows.decisions(self.decisions)

    @cached_property
    def deployments_by_id(self) -> Mapping[str, Deployment]:
        """What the table of deployments says of each, before any claim does, by id, in that order."""
        found = reading_rows.deployments(self.deployments, self.theatre)
        return {one.id: one for one in sorted(found, key=lambda one: one.id)}

    @cached_property
    def deployment_names(self) -> Mapping[str, str]:
        """The names of all deployments by their ids, in the table's order."""
        return dict(zip(self.deployments["id"], self.deployments["name"], strict=True))

    @cached_property
    def editions(self) -> Mapping[str, str]:
        """The names of its editions by the ids in `changes.csv`, oldest first; see `model.edition`."""
        return naming.editions(self.changes)

    @cached_property
    def edition(self) -> str:
        """The name of its newest edition, such as C0042-3FA9C2; empty if there is no change.

        Links and products name it, so that later corrections can be listed. For several datasets it names
        each that has one: `record:C1049-3FA9C2,gulf:C0007-81B204`.
        """
        if self.parts:
            own = ((part.name, part.original.edition) for part in self.parts)
            return ",".join(f"{name}:{edition}" for name, edition in own if edition)
        return ["", *self.editions.values()][-1]

    def has_edition(self, edition: str) -> bool:
        """Whether an edition is one of this record, and not of another that gave the same ids.

        An older link has no checksum; of it the id alone is compared.
        """
        known = self.editions.get(naming.change_of(edition))
        return known is not None and (known == edition or not naming.checksum_of(edition))


class Part(NamedTuple):
    """One of several datasets that are shown together."""

    name: str
    """Its name in links and in the column `dataset` of claims and deployments."""
    title: str
    letter: str
    """Its short sign where there is no room for its title: A for the first."""
    original: Dataset
    """As it was read, with its own ids."""
    dataset: Dataset
    """With the ids that it has in the combined dataset."""


def in_brackets(letter: str) -> str:
    """A dataset's letter as it follows a name: “Latvia (B)”; empty for no letter."""
    return f" ({letter})" if letter else ""
