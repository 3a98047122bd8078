"""What an article has said before a sentence, as far as later words refer to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from eastflank.intake.article.opinion import Opinion
from eastflank.intake.article.proposals import ArticleSpan, ReadField


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """A nation or a place, and the characters that name it."""

    value: str
    span: ArticleSpan
    is_place: bool = False


@dataclass(slots=True)
class Thread:
    """The state of reading, sentence after sentence."""

    said: date | None
    """The article's own day."""
    where: tuple[NamedEntity, ...] = ()
    """The place in the last sentence that named one: what “there” means."""
    country: NamedEntity | None = None
    """The last country named as a location: what “in the country” means."""
    who: tuple[NamedEntity, ...] = ()
    """Who acted last: what “it” and “its” may mean."""
    multinational: bool = False
    """Whether a unit or a mission of several nations was mentioned."""
    mission_in: int = -9
    """The last paragraph that mentioned a mission to which every nation only contributes."""
    forces: bool = False
    """Whether the sentence before was about soldiers."""
    at_home: bool = False
    """Whether the sentence before was about an army in its own country."""
    passed_at_home: bool = False
    """The same for the sentence that is being read."""
    exercise_before: bool = False
    """Whether the sentence before was about an exercise."""
    exercise_in: int = -1
    """The last paragraph that was about an exercise."""
    here: NamedEntity | None = None
    """The country at the head of the paragraph: “Estonia: The United Kingdom leads …”."""
    past_in: int = -1
    """The last paragraph that was about years long past."""
    about: bool = False
    """Whether the article has several words for forces abroad: then soldiers of a nation are such a force."""
    soldiers: int = 0
    """How often the article names soldiers or units, whatever it says about them."""
    opinion: Opinion | None = None
    """The second opinion on the article; None: the rules decide alone."""
    asked: bool = False
    """Whether the sentence before asked how many."""
    told: bool = False
    """Whether a deployment was mentioned."""
    led: dict[str, str] = field(default_factory=dict)
    """Who leads a unit of several nations in a country or at a place, by the country's code or the place."""
    leaders: set[str] = field(default_factory=set)
    """Nations that lead a unit of several."""
    missions: set[str] = field(default_factory=set)
    """Countries and places where there is a mission to which every nation only contributes."""
    last: Mapping[str, ReadField] = field(default_factory=dict)
    """The fields of the last deployment that was mentioned: what “the contingent” and “they” mean."""
    last_in: int = -9
    """The paragraph that mentioned it."""
