"""A deployment on a day in words, field by field: the one source for cards, changes, tables and products."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from eastflank.model import Deployment, Place
from eastflank.words.chosen import values as words


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of a deployment, in words. A text is empty where nothing is stated, unless it says so."""

    known: Deployment
    day: date
    names: Mapping[str, str]
    """Of nations, by code."""
    places: Mapping[str, Place]

    @property
    def status(self) -> str:
        """The word for its status."""
        return words.status(self.known.status)

    @property
    def status_on_day(self) -> str:
        """The same with what is old or overdue about it; or that none is stated."""
        return words.status_on(self.known, self.day)

    @property
    def strength(self) -> str:
        """Its strength with what is old, planned or announced about it; or that none is stated."""
        return words.strength_on(self.known, self.day)

    @property
    def states_strength(self) -> bool:
        """Whether a strength is, or was, stated."""
        return self.known.figure is not None or self.known.earlier is not None

    @property
    def lead(self) -> str:
        """The nations that lead it."""
        return words.nations(self.known.lead, self.names)

    @property
    def host(self) -> str:
        """The countries that it stands in."""
        return words.nations(self.known.host, self.names)

    @property
    def meant_for(self) -> str:
        """The countries that it is for, where these are others than it stands in."""
        return words.nations(self.known.meant_for, self.names)

    @property
    def place(self) -> str:
        """The place that it stands at."""
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
