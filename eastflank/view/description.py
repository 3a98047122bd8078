"""A deployment on a day in words, field by field, for cards, changes, tables and products alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from eastflank.model import Deployment, Place
from eastflank.record.sums import added
from eastflank.words.chosen import values as words

MOST_PARTS = 2
"""As many contingents are named on a card."""


@dataclass(frozen=True, slots=True)
class Description:
    """What is known about a deployment, in words. A text is empty if nothing is stated, unless noted."""

    known: Deployment
    day: date
    names: Mapping[str, str]
    """Names of nations, by code."""
    places: Mapping[str, Place]

    @property
    def status(self) -> str:
        """The word for its status."""
        return words.status(self.known.status)

    @property
    def status_on_day(self) -> str:
        """The same with notes if it is old or overdue; or that none is stated."""
        return words.status_on(self.known, self.day)

    @property
    def strength(self) -> str:
        """Its strength with notes if it is old, planned or announced; or that none is stated."""
        return words.strength_on(self.known, self.day, self.names)

    @property
    def strength_in_brief(self) -> str:
        """The same for a card: if only contingents are stated, two are named, and more are added up.

        Each is of another nation, so nobody is counted twice.
        """
        parts = self.known.parts_alone
        if not parts:
            return self.strength
        if len(parts) <= MOST_PARTS:
            return words.parts_named(parts, self.names, self.day)
        told = added([part.figure for part in parts if part.figure])
        figure = words.summed(told.low, told.high, told.hedge, told.ceiling)
        return words.sum_of_parts(figure, len(parts), planned=not self.known.present)

    @property
    def states_strength(self) -> bool:
        """Whether a strength is, or was, stated, of the whole or of its contingents."""
        known = self.known
        return known.figure is not None or known.earlier is not None or bool(known.parts_alone)

    @property
    def lead(self) -> str:
        """The nations that lead it."""
        return words.nations(self.known.lead, self.names)

    @property
    def host(self) -> str:
        """The countries in which it is."""
        return words.nations(self.known.host, self.names)

    @property
    def meant_for(self) -> str:
        """The countries that it is for, if these differ from those in which it is."""
        return words.nations(self.known.meant_for, self.names)

    @property
    def place(self) -> str:
        """The place where it is."""
        place = self.places.get(self.known.place or "")
        return place.name if place else ""

    @property
    def plans(self) -> tuple[str, ...]:
        """What is planned for later, beside what is there."""
        return words.plans(self.known, self.names, self.day)

    @property
    def contingents(self) -> tuple[str, ...]:
        """Who takes part with how many."""
        return tuple(words.contingent(part, self.names, self.day) for part in self.known.contingents)
