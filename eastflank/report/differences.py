"""Disagreements of sources in words, for page, terminal and every product."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from eastflank.model import Dataset
from eastflank.record.as_of import Known
from eastflank.record.disagreements import Disagreement, Statement, disagreements_in
from eastflank.report.evidence import claim_called
from eastflank.view.names import names_by_code
from eastflank.view.selection import View
from eastflank.words.chosen import claims, disputes, lists
from eastflank.words.chosen import values as words


@dataclass(frozen=True, slots=True)
class Side:
    """What one claim says about the matter."""

    claim: str
    """Its id."""
    value: str
    grade: str
    """Its Admiralty grade, such as B2."""
    source: str
    """Its source by name."""
    when: str
    """The day that it describes, as exactly as it was told."""


@dataclass(frozen=True)
class SourceDifference:
    """A matter on which sources differ."""

    found: Disagreement
    """The same as in the record, with ids and codes."""
    name: str
    """The deployment's."""
    subject: str
    """“strength”, “contingent of Canada”."""
    followed: str
    """Which of them the map follows and why."""
    names: Mapping[str, str] = field(repr=False)
    """The names of nations and sources."""
    places: Mapping[str, str] = field(repr=False)
    """The names of places by their ids."""

    @cached_property
    def spread(self) -> str:
        """All statements, in few words."""
        return spread(self.found, self.names, self.places)

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """What each claim says, newest first."""
        return tuple(
            Side(
                claim=one.claim,
                value=value_of(one, self.found.field, self.names, self.places),
                grade=one.grade,
                source=self.names.get(one.source, one.source),
                when=words.between(one.first, one.day),
            )
            for one in self.found.statements
        )

    @property
    def deployment(self) -> str:
        """The deployment's id."""
        return self.found.deployment

    @property
    def stands(self) -> bool:
        """Whether the map still shows one of these values; otherwise a newer claim overtook them."""
        return self.found.stands

    @property
    def rule(self) -> str:
        """Which of them the map follows and why; with the curator's reason if there is a decision."""
        return f"{self.followed} {self.found.reason}".rstrip()

    @property
    def values(self) -> tuple[tuple[str, str], ...]:
        """Each claim's id and what it says, newest first."""
        return tuple((one.claim, one.value) for one in self.sides)

    def __str__(self) -> str:
        said = [claims.value(one.value, one.claim) for one in self.sides]
        return claims.difference(self.subject, self.spread, said, self.rule)


def differences_of(view: View, dataset: Dataset) -> tuple[SourceDifference, ...]:
    """The disagreements of the view's sources; those that affect the map now come first."""
    return differences_in(dataset, view.known, view.by_id)


def differences_in(
    dataset: Dataset, known: Known, among: Collection[str] | None = None, *, standing: bool = False
) -> tuple[SourceDifference, ...]:
    """The same for all that is known on a day, or only for the deployments whose ids are in `among`.

    `standing`: only those that have a value which the map still shows.
    """
    names = names_by_code(dataset)
    places = {identifier: place.name for identifier, place in dataset.places_by_id.items()}
    deployments = dataset.deployment_names
    return tuple(
        SourceDifference(
            found=found,
            name=deployments[found.deployment],
            subject=subject(found, names),
            followed=disputes.followed(found.why, claim_called(found.shown, dataset)),
            names=names,
            places=places,
        )
        for found in disagreements_in(dataset, known, among, standing=standing)
    )


def value_of(statement: Statement, field: str, names: Mapping[str, str], places: Mapping[str, str]) -> str:
    """What a statement says, in words; nations and places by code and by id."""
    match field:
        case "strength" | "contingent":
            return words.strength(statement.low, statement.high, statement.hedge)
        case "lead" | "host":
            return words.nations(statement.value.split(";"), names)
        case "place":
            return places.get(statement.value, statement.value)
        case "starts":
            return words.when(statement.value)
        case "status":
            return words.status(statement.value)
        case _:
            return statement.value


def subject(found: Disagreement, names: Mapping[str, str]) -> str:
    """What it is about, without the deployment: “strength”, “base”, “contingent of Canada”."""
    if found.nation:
        return disputes.contingent_of(names.get(found.nation, found.nation))
    return disputes.SUBJECTS[found.field]


def spread(found: Disagreement, names: Mapping[str, str], places: Mapping[str, str]) -> str:
    """All statements in few words: “about 400–455 persons”, “Kabile or Novo Selo training area”."""
    values = dict.fromkeys(value_of(one, found.field, names, places) for one in found.statements)
    if found.field not in ("strength", "contingent"):
        return lists.either(sorted(values))
    if found.low is None or found.high is None:
        return lists.either(values)
    return words.persons(words.strength(found.low, found.high, found.hedge))
