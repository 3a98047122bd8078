"""Each claim of a view as readers see it, and which quotes matter most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from eastflank.checks.quotes import is_misquoted
from eastflank.checks.versions import newest_version
from eastflank.model import ClaimRow, Dataset, Deployment
from eastflank.reading.quotes import marked, names_of
from eastflank.report.claim_sentence import facts
from eastflank.view.names import names_by_code
from eastflank.view.selection import View
from eastflank.words.chosen import claims
from eastflank.words.chosen import values as words

MOST_QUOTES = 3
"""The most quotes: nobody would read more from a slide."""
_FIELDS = ("status", "lead", "host")
"""The fields of a deployment, besides its strength, that the map shows and that have a claim."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim of the view as readers see it."""

    claim: str
    """Its id in `claims.csv`."""
    deployment: str
    """The id of the deployment that it is about; empty if it is about none."""
    about: str
    """The deployment's name, or the kind of claim if it is about none."""
    quote: str
    """The source's own words, character for character; empty if the claim is only cited, or if its quote is
    not in its article."""
    marked: tuple[tuple[str, bool], ...]
    """The quote in pieces, each with whether it is a figure or a nation that the claim states."""
    citation: str
    """Where it is in the source, in our words, or the claims from which it is inferred, or the words that its
    article does not have; empty if it is quoted."""
    states: str
    """The values that the table has from it; empty if it states none."""
    speaker: str
    """Who said it, with the role as the source gives it; empty if not stated."""
    publisher: str
    day: date
    """From when it counts."""
    grade: str
    """Its Admiralty grade, such as B2."""
    footnote: int
    """The number of its source among the footnotes; 0 for a judged claim, which has none."""
    note: str
    """The curator's note; empty if there is none."""
    basis: str = "cited"
    """`quoted`, `cited`, `judged`, or `inferred`: nobody says it, a list has no row of it."""
    carries: tuple[str, ...] = ()
    """The fields of its deployment whose current value comes from it."""
    overtaken: str = ""
    """If it gives no current value: the claim that gives the value now; empty if none does."""
    dataset: str = ""
    """The title of its dataset if there are several; otherwise empty."""
    dated: str = ""
    """When it was said, or else published (EDTF); empty if that is not stated."""

    dropped: bool = False
    """Whether a later text of its article no longer has the quote."""
    misquoted: bool = False
    """Whether its article does not have the quote that the record gives: then it is told as cited."""

    @property
    def said(self) -> str:
        """Who said it, where and when: “Ashley Lemire, Associated Press via News Front, 14 June 2016”.

        Also that the article or a later text of it does not have the quote, if so.
        """
        return self.said_by(self.speaker)

    def said_by(self, speaker: str) -> str:
        """The same with another name of the speaker, such as a shorter one."""
        return claims.said_by(
            speaker, self.publisher, self.when, dropped=self.dropped, misquoted=self.misquoted
        )

    @property
    def when(self) -> str:
        """When it was said or published, as exactly as that is stated: “14 June 2016”, “May 2024”."""
        return words.when(self.dated) if self.dated else words.day(self.day)


def evidence_of(view: View, dataset: Dataset, numbers: Mapping[str, int]) -> tuple[Evidence, ...]:
    """Every claim of the view, newest first; `numbers` gives each source's footnote."""
    found = []
    for row in view.claims:
        about = view.known.shown_in(row)
        one = view.by_id.get(about)
        found.append(
            replace(
                told(row, dataset),
                deployment=about,
                about=dataset.deployment_names.get(about) or words.capitalised(words.KINDS[row.kind]),
                carries=carried_by(row.id, one),
                overtaken=overtaken_by(row, one),
                footnote=numbers.get(row.source, 0),
            )
        )
    return tuple(found)


def told(row: ClaimRow, dataset: Dataset) -> Evidence:
    """A claim as page, terminal and every product show it, independent of a view.

    It names the deployment of its row, and gives no current value.
    """
    reader = _reader_of(dataset)
    misquoted = is_misquoted(row, dataset)
    return Evidence(
        claim=row.id,
        deployment=row.deployment or "",
        about=dataset.deployment_names.get(row.deployment or "") or words.capitalised(words.KINDS[row.kind]),
        basis="cited" if misquoted else row.basis,
        quote="" if misquoted else row.quote or "",
        marked=() if misquoted else marked_quote(row, reader.aliases),
        citation=claims.not_in_its_article(row.quote or "") if misquoted else _standing_on(row),
        states=facts(row, reader.names, reader.places),
        speaker=row.voice,
        publisher=reader.names[row.source],
        day=row.known_on,
        grade=row.grade,
        footnote=0,
        note=row.note or "",
        dataset=dataset.titles.get(row.dataset, ""),
        dated=_dated(row, dataset),
        dropped=not misquoted and _is_dropped(row, dataset),
        misquoted=misquoted,
    )


def _is_dropped(row: ClaimRow, dataset: Dataset) -> bool:
    """Whether the newest text of a claim's source no longer has its quote."""
    if not row.quote or row.source not in dataset.corrected_by:
        return False
    newest = dataset.sources_by_id[newest_version(row.source, dataset)]
    return row.quote not in dataset.articles.get(newest.file or "", "")


def _standing_on(row: ClaimRow) -> str:
    """What a claim without a quote stands on."""
    if row.basis == "judged":
        return claims.judged_from(row.rests_on)
    return claims.inferred_from(row.citation or "") if row.basis == "inferred" else row.citation or ""


def claim_called(claim: str, dataset: Dataset) -> str:
    """A claim by its source and its day, with its id: “Reuters, 14 June 2016 (R002)”; empty for none."""
    row = dataset.claims_by_id.get(claim)
    if row is None:
        return claim
    source = _reader_of(dataset).names.get(row.source, row.source)
    return claims.called(source, said_when(row, dataset), claim)


def said_when(row: ClaimRow, dataset: Dataset) -> str:
    """When a claim was said, or else published, as exactly as that is stated: “14 June 2016”, “May 2024”."""
    dated = _dated(row, dataset)
    return words.when(dated) if dated else words.day(row.known_on)


def _reader_of(dataset: Dataset) -> _Reader:
    return dataset.once(_reader)


def _dated(row: ClaimRow, dataset: Dataset) -> str:
    source = dataset.sources_by_id.get(row.source)
    return row.said_on or (source.published if source else None) or ""


class _Reader(NamedTuple):
    """The things that ids and codes in claims refer to."""

    names: Mapping[str, str]
    places: Mapping[str, str]
    aliases: Mapping[str, tuple[str, ...]]
    """The names of each nation that may be in a quote, by its code."""


def _reader(dataset: Dataset) -> _Reader:
    return _Reader(
        names_by_code(dataset),
        {identifier: place.name for identifier, place in dataset.places_by_id.items()},
        names_of(dataset.nations),
    )


def marked_quote(row: ClaimRow, aliases: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, bool], ...]:
    """The quote split at the figures and nations of its claim and of its contingents.

    Pairs of a piece and whether it is one of these; empty if the claim has no quote. `aliases` are the names
    of each nation, by its code.
    """
    if row.quote is None:
        return ()
    nations = (*row.lead, *row.host, *(sent.nation for sent in row.contributions))
    bounds = (bound for sent in row.contributions for bound in (sent.low, sent.high))
    figures = {row.low, row.high, row.unit_count, *bounds}
    wanted = [alias for nation in nations for alias in aliases.get(nation, ())]
    return tuple(marked(row.quote, {figure for figure in figures if figure is not None}, wanted))


def carried_by(claim: str, one: Deployment | None) -> tuple[str, ...]:
    """The fields of a deployment whose present value comes from this claim; none if it is over or lapsed."""
    if one is None or one.over or one.lapsed:
        return ()
    fields = [field for field in _FIELDS if getattr(one, f"{field}_claim") == claim]
    strength = one.disputed or ((one.figure.claim,) if one.figure else ())
    fields += ["strength"] if claim in strength else []
    fields += (
        ["contingent"]
        if any(p.figure and not p.old and p.figure.claim == claim for p in one.contingents)
        else []
    )
    return tuple(fields)


def overtaken_by(row: ClaimRow, one: Deployment | None) -> str:
    """The claim that now gives a value that this claim once gave; empty if this one still does, or none.

    A plan beside what is there is overtaken by nothing.
    """
    if one is None or carried_by(row.id, one) or row.id in {plan.claim for plan in one.plans}:
        return ""
    figure = one.figure.claim if one.figure and row.states_strength else row.id
    now = figure if figure != row.id else one.status_claim or ""
    return "" if now == row.id else now


def quotes_that_matter(evidence: Iterable[Evidence], selected: str = "") -> tuple[Evidence, ...]:
    """At most three quoted claims: those that a reader of the map would ask for first.

    The rule: only verbatim quotes that give a value that is shown (status, strength, lead, host); those of
    the selected deployment before all others; then the one that gives more of them; then the better graded;
    then the newer. A deployment's second quote waits until the others have one. Empty if no held article is
    about what is shown.
    """
    ranked = sorted(
        (item for item in evidence if item.quote and item.carries),
        key=lambda item: (
            item.deployment != selected,
            -len(item.carries),
            item.grade,
            -item.day.toordinal(),
            item.claim,
        ),
    )
    turn: dict[str, int] = {}
    turns = []
    said: set[str] = set()
    for item in ranked:
        if item.quote in said:
            continue  # one sentence may be the quote of several claims
        said.add(item.quote)
        turn[item.deployment] = turn.get(item.deployment, -1) + 1
        turns.append((0 if item.deployment == selected else turn[item.deployment], item))
    return tuple(item for _, item in sorted(turns, key=lambda pair: pair[0])[:MOST_QUOTES])
