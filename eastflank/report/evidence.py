"""What each claim of a view says, as a reader needs it, and which quotes matter most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from eastflank.model import Dataset, Deployment, Row, codes, each_row, stated
from eastflank.reading.quotes import marked, names_of
from eastflank.record.disagreements import disagreements, spread, subject, value_of
from eastflank.report.claim_sentence import contingents_of, facts
from eastflank.view.anchors import places_by_id
from eastflank.view.selection import View, names_by_code
from eastflank.words import en as words

MOST_QUOTES = 3
"""More would not be read from a slide."""
_FIELDS = ("status", "lead", "host")
"""The fields of a deployment, beside its strength, that the map shows and a claim stands for."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim of the view as a reader needs it."""

    claim: str
    """Its id in `claims.csv`."""
    deployment: str
    """The id of the deployment that it is about; empty when it is about none."""
    about: str
    """The deployment's name, or the kind of claim where it is about none."""
    quote: str
    """The source's own words, character for character; empty when the claim is only cited."""
    marked: tuple[tuple[str, bool], ...]
    """The quote in pieces, each with whether it is a figure or a nation that the claim is read from."""
    citation: str
    """Where in the source it stands, in our words, or what it is judged from; empty when it is quoted."""
    states: str
    """What the table reads in it; empty when it states no value."""
    speaker: str
    """Who said it, with the role as the source gives it; empty when not stated."""
    publisher: str
    day: date
    """From when it counts."""
    grade: str
    """Its Admiralty grade, such as B2."""
    footnote: int
    """The number of its source among the footnotes; 0 for a judged claim, which has none."""
    note: str
    """The curator's note; empty when there is none."""
    basis: str = "cited"
    """`quoted`, `cited` or `judged`."""
    carries: tuple[str, ...] = ()
    """The fields of its deployment whose value in force it gives."""
    overtaken: str = ""
    """Where it carries no value in force: the claim that gives the value now; empty where none does."""

    @property
    def said(self) -> str:
        """Who said it where and when: “Ashley Lemire, Associated Press via News Front, 14 June 2016”."""
        return ", ".join(part for part in (self.speaker, self.publisher, words.day(self.day)) if part)


@dataclass(frozen=True, slots=True)
class Difference:
    """A matter on which sources of the view differ."""

    deployment: str
    """Its id."""
    name: str
    subject: str
    """“strength”, “contingent of Canada”."""
    spread: str
    """All that is said, in few words."""
    values: tuple[tuple[str, str], ...]
    """Each claim's id and what it says, newest first."""
    rule: str
    """Which of them the map follows and why, in a sentence; with the curator's reason where he decided."""
    stands: bool
    """Whether the map still shows one of these values; otherwise a newer claim overtook them."""

    def __str__(self) -> str:
        said = "; ".join(f"{value} [{claim}]" for claim, value in self.values)
        return f"{words.capitalised(self.subject)}: {self.spread}. {said}. {self.rule}"


def differences_of(view: View, dataset: Dataset) -> tuple[Difference, ...]:
    """Where the sources of the view differ, those first between which the map still chooses."""
    names = names_by_code(dataset)
    places = {identifier: place.name for identifier, place in places_by_id(dataset).items()}
    deployments = names_of_deployments(dataset)
    return tuple(
        Difference(
            deployment=found.deployment,
            name=deployments[found.deployment],
            subject=subject(found, names),
            spread=spread(found, names, places),
            values=tuple((one.claim, value_of(one, found.field, names, places)) for one in found.statements),
            rule=f"{found.rule} {found.reason}".rstrip(),
            stands=found.stands,
        )
        for found in disagreements(dataset, view.known, view.by_id)
    )


def evidence_of(view: View, dataset: Dataset, numbers: Mapping[str, int]) -> tuple[Evidence, ...]:
    """Every claim of the view, newest first; `numbers` gives each source's footnote."""
    names = names_by_code(dataset)
    places = {identifier: place.name for identifier, place in places_by_id(dataset).items()}
    deployments = names_of_deployments(dataset)
    sent = dataset.contributions[dataset.contributions["claim"].isin(view.claims["id"])]
    contingents = contingents_of(sent, names)
    by_claim = {str(claim): rows for claim, rows in sent.groupby("claim")}
    aliases = names_of(dataset.nations)
    return tuple(
        Evidence(
            claim=row.id,
            deployment=stated(row.shown_in) or "",
            about=deployments.get(row.shown_in) or words.capitalised(words.KINDS[row.kind]),
            basis=str(row.basis),
            carries=carried_by(row.id, view.by_id.get(row.shown_in)),
            overtaken=overtaken_by(row, view.by_id.get(row.shown_in)),
            quote=stated(row.quote) or "",
            marked=marked_quote(row, by_claim.get(row.id, sent[:0]), aliases),
            citation=_citation(row),
            states=facts(row, names, places, contingents.get(row.id, "")),
            speaker=", ".join(part for part in (stated(row.speaker), stated(row.speaker_role)) if part),
            publisher=names[stated(row.source) or ""],
            day=row.known_on.date(),
            grade=stated(row.grade) or "",
            footnote=numbers.get(stated(row.source) or "", 0),
            note=stated(row.note) or "",
        )
        for row in each_row(view.claims)
    )


def _citation(row: Row) -> str:
    if row.basis == "judged":
        return f"A curator’s judgement, from {words.listed(codes(row.rests_on))}"
    return stated(row.citation) or ""


def marked_quote(
    row: Row, sent: pd.DataFrame, aliases: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[str, bool], ...]:
    """The quote cut at the figures and nations of its claim, and of its contingents.

    Pairs of a piece and whether it is one of these; none where the claim quotes nothing. `sent`: the rows of
    `contributions.csv` of the claim; `aliases`: how each nation may be called, by its code.
    """
    if not isinstance(row.quote, str):
        return ()
    nations = (*codes(row.lead), *codes(row.host), *sent["nation"])
    figures = [row.troops_low, row.troops_high, row.unit_count, *sent["troops_low"], *sent["troops_high"]]
    wanted = [alias for nation in nations for alias in aliases.get(nation, ())]
    stating = {stated(figure) for figure in figures} - {None}
    return tuple(marked(row.quote, stating, wanted))


def carried_by(claim: str, one: Deployment | None) -> tuple[str, ...]:
    """The fields of a deployment whose value in force a claim gives; none for what is over or lapsed."""
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


def overtaken_by(row: Row, one: Deployment | None) -> str:
    """The claim that now gives what a claim once gave; empty where it still gives a value, or none does."""
    if one is None or carried_by(row.id, one):
        return ""
    if stated(row.troops_low) is not None or stated(row.troops_high) is not None:
        return one.figure.claim if one.figure and one.figure.claim != row.id else one.status_claim or ""
    now = one.status_claim or ""
    return "" if now == row.id else now


def quotes_that_matter(evidence: Iterable[Evidence], selected: str = "") -> tuple[Evidence, ...]:
    """At most three quoted claims, those that a reader of the map would ask for first.

    The rule: only verbatim quotes that give a value shown (status, strength, lead, host); those of the
    selected deployment before all others; then the one that gives more of them; then the better graded; then
    the newer. A deployment's second quote waits until the others have one. None where no held article
    speaks of what is shown.
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
            continue  # one sentence may carry several claims
        said.add(item.quote)
        turn[item.deployment] = turn.get(item.deployment, -1) + 1
        turns.append((0 if item.deployment == selected else turn[item.deployment], item))
    return tuple(item for _, item in sorted(turns, key=lambda pair: pair[0])[:MOST_QUOTES])


def names_of_deployments(dataset: Dataset) -> Mapping[str, str]:
    """Names of all deployments, by id."""
    return dict(zip(dataset.deployments["id"], dataset.deployments["name"], strict=True))
