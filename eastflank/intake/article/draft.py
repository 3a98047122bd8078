"""A proposal while it is being built."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.figures import TextFigure
from eastflank.intake.article.items import Item
from eastflank.intake.article.proposals import ArticleSpan, FieldOrigin, ProposalKind, ReadField
from eastflank.intake.article.thread import NamedEntity

FRAMED = "framed"
"""Marks a draft that came from the clause model, not from a rule of wording."""

POINTED = "pointed"
"""Marks a draft of words that only the second opinion takes for a claim about a deployment."""


def span_of(item: Item) -> ArticleSpan:
    """The characters of an item."""
    return ArticleSpan(item.start, item.stop)


class DraftFields:
    """Fields with their characters, gathered by the rules."""

    def __init__(self, kind: ProposalKind = ProposalKind.DEPLOYMENT) -> None:
        self.kind = kind
        self.fields: dict[str, ReadField] = {}
        self.readings: list[str] = []
        self.leans = False
        """Whether a field comes from another sentence."""
        self.marks: set[str] = set()
        """`lasts`: a state; a day named with it is not its beginning."""
        self.located = False
        """Whether a place is named, even if there are several: “near Bydgoszcz or Toruń”."""
        self.of_a_force = False
        """Whether soldiers or units are named, not only implied."""
        self.also: tuple[Clause, ...] = ()
        """Further clauses about it."""
        self.extent: range = range(0)
        """The items from which it was read."""

    def put(
        self, name: str, value: str, spans: Iterable[ArticleSpan], origin: FieldOrigin | None = None
    ) -> None:
        """Set a field, if it is not set yet and there is a value."""
        if value and name not in self.fields:
            self.fields[name] = ReadField(value, tuple(spans), origin)

    def nations(self, name: str, found: Iterable[Item | NamedEntity]) -> None:
        """Set a field to a set of nations."""
        codes: dict[str, list[ArticleSpan]] = {}
        for one in found:
            code = one.value if isinstance(one, NamedEntity) else one.nation.code if one.nation else ""
            span = one.span if isinstance(one, NamedEntity) else span_of(one)
            for each in filter(None, code.split(";")):  # “the Baltic states” are three
                codes.setdefault(each, []).append(span)
        self.put(name, ";".join(sorted(codes)), dict.fromkeys(spans[0] for spans in codes.values()))

    def contingents(self, found: Sequence[tuple[str, ArticleSpan, TextFigure | None]]) -> None:
        """Set who sends people, and how many each."""
        codes = {code: span for code, span, _ in reversed(found)}
        self.put("contributors", ";".join(sorted(codes)), [codes[code] for code in sorted(codes)])
        stated = {
            code: figure
            for code, _, figure in reversed(found)
            if figure and (figure.low or figure.high) and ";" not in code
        }
        value = ";".join(f"{code}={bounds(stated[code])}" for code in sorted(stated))
        spans = [ArticleSpan(*pair) for code in sorted(stated) for pair in stated[code].numbers]
        self.put("contributor_troops", value, spans)

    def troops(self, figure: TextFigure, counts: str, counted: Iterable[ArticleSpan]) -> None:
        """Set a strength with its hedge and what it counts."""
        if figure.low is None and figure.high is None:
            return
        numbers = [ArticleSpan(*pair) for pair in figure.numbers]
        self.put("troops_low", "" if figure.low is None else str(figure.low), numbers[:1])
        self.put("troops_high", "" if figure.high is None else str(figure.high), numbers[-1:])
        if figure.hedge and figure.hedged:
            self.put("hedge", figure.hedge, [ArticleSpan(*figure.hedged)])
        if figure.increment:
            self.put("counts", "increment", [ArticleSpan(*figure.increment)])
        self.put("counts", counts, counted)

    def give(self) -> None:
        """Makes the strength the share of the one nation that contributes, not the strength of the whole."""
        who = self.fields.get("contributors")
        low, high = (self.fields.get(name) for name in ("troops_low", "troops_high"))
        if who is None or ";" in who.value or not (low or high) or "contributor_troops" in self.fields:
            return
        value = f"{who.value}={low.value if low else ''}-{high.value if high else ''}"
        spans = dict.fromkeys([*(low.spans if low else ()), *(high.spans if high else ())])
        self.put("contributor_troops", value, spans)
        counts = self.fields.get("counts")
        for name in ("troops_low", "troops_high"):
            self.fields.pop(name, None)
        if counts and counts.value == "whole":
            self.fields["counts"] = ReadField("contingent", counts.spans)

    def share(self) -> None:
        """Says of a figure that is a nation's share, and of nothing else, that it counts a contingent."""
        shares = self.fields.get("contributor_troops")
        if shares and not {"troops_low", "troops_high"} & set(self.fields):
            self.put("counts", "contingent", shares.spans)


def bounds(figure: TextFigure) -> str:
    """`500-500`, `-200` or `300-`."""
    low = "" if figure.low is None else figure.low
    high = "" if figure.high is None else figure.high
    return f"{low}-{high}"
