"""The result of reading: proposals whose fields have their characters, and what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class ProposalKind(StrEnum):
    """What sort of claim is proposed; the record's own kinds."""

    DEPLOYMENT = "deployment"
    MEASURE = "measure"
    LOGISTICS = "logistics"
    ADVERSARY = "adversary"
    MEETING = "meeting"
    STATEMENT = "statement"


class Surety(StrEnum):
    """How certain a reading is."""

    PLAIN = "plain"
    """The clause says it by itself."""
    LIKELY = "likely"
    """A field comes from another sentence, or the verb leaves room."""
    DOUBTFUL = "doubtful"
    """Much is missing, or the words can be read in other ways too."""


class FieldOrigin(StrEnum):
    """The origin of a field without characters of its own."""

    ARTICLE_DATE = "article date"
    SPEAKER_LINE = "speaker line"


class ArticleSpan(NamedTuple):
    """Characters of the article, in code points; `stop` is the first one after them."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class ReadField:
    """A value, in the record's notation, and the characters that state it."""

    value: str
    spans: tuple[ArticleSpan, ...] = ()
    origin: FieldOrigin | None = None
    """Set if the value does not come from characters of the text."""
    weighed: bool = False
    """Whether the second opinion chose it among the names and words of the text, and no rule did."""


FIELDS = (
    "lead", "host", "contributors", "place", "troops_low", "troops_high", "hedge", "counts", "status",
    "unit_count", "contributor_troops", "starts", "ends", "speaker", "said_on",
)  # fmt: skip
"""Every field of a proposal, in the order in which it is shown."""


_OF_EVERY_KIND = ("speaker", "said_on")
_OF: Mapping[ProposalKind, tuple[str, ...]] = {
    ProposalKind.DEPLOYMENT: FIELDS,
    ProposalKind.ADVERSARY: (
        "lead",
        "host",
        "place",
        "troops_low",
        "troops_high",
        "status",
        "starts",
        *_OF_EVERY_KIND,
    ),
    ProposalKind.LOGISTICS: ("lead", "host", "place", "status", "starts", *_OF_EVERY_KIND),
    ProposalKind.MEASURE: ("lead", "place", "status", "starts", *_OF_EVERY_KIND),
    ProposalKind.MEETING: ("place", "starts", "ends", *_OF_EVERY_KIND),
    ProposalKind.STATEMENT: _OF_EVERY_KIND,
}
"""The fields that a claim of each kind may state."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim that the article may make."""

    kind: ProposalKind
    quote: ArticleSpan
    fields: Mapping[str, ReadField]
    """The stated fields, by name; see `FIELDS`."""
    surety: Surety
    readings: tuple[str, ...] = ()
    """How it was read: names of rules, each with the words that matched."""
    doubted: Mapping[str, ReadField] = field(default_factory=dict)
    """Values that were read and are too unsure to be filled in, by the names of their fields."""

    @property
    def not_stated(self) -> tuple[str, ...]:
        """The fields that the article leaves open."""
        return tuple(name for name in _OF[self.kind] if name not in self.fields and name not in self.doubted)


class Reason(StrEnum):
    """Why words about soldiers are not a claim about a deployment."""

    EXERCISE = "exercise"
    CASUALTIES = "casualties"
    EQUIPMENT = "equipment"
    HISTORY = "history"
    AT_HOME = "at home"
    HEADING = "heading"
    NOBODY = "nobody"
    DOUBTFUL = "doubtful"
    NOT_SENT = "not sent"


class PassedOver(NamedTuple):
    """Words that look like a claim but are not."""

    quote: ArticleSpan
    reason: Reason


class CandidateName(NamedTuple):
    """A name in the article that may fill a field: of a nation, or of a place."""

    span: ArticleSpan
    codes: tuple[str, ...]
    """Of a nation, or of the countries in which a place may lie; none for a place that no table has."""
    is_place: bool = False


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """All that was found in an article."""

    proposals: tuple[Proposal, ...]
    passed_over: tuple[PassedOver, ...] = field(default=())
    candidates: tuple[CandidateName, ...] = field(default=())
    """The names in it, in their order."""
    by_rules_alone: bool = False
    """Whether there is no second opinion on it, though one was asked for: it is too long or too short."""
