"""A briefing as tables: the sheets of a workbook, the files of a bundle, the columns of a CSV.

Their headings are for readers. A cell is text, a whole number or a day; None where nothing is stated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from eastflank.report.contents import Briefing, Footnote
from eastflank.report.spans import spans_of
from eastflank.report.totals_in_words import total_sentence
from eastflank.view.selection import names_by_code
from eastflank.words.chosen import datasets
from eastflank.words.chosen import values as words

Value: TypeAlias = str | int | date | None
Type = Literal["string", "integer", "date"]
"""Types of Table Schema."""


@dataclass(frozen=True, slots=True)
class Column:
    """What stands under one heading."""

    heading: str
    type: Type
    meaning: str
    width: int
    """In letters, as a spreadsheet measures it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a briefing."""

    name: str
    """In lower-case letters and hyphens, as a file is called."""
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


def with_datasets(sheet: Sheet, titles: Iterable[str]) -> Sheet:
    """The sheet with a last column for the dataset of each row, where there are several."""
    datasets_of_rows = tuple(titles)
    if not any(datasets_of_rows):
        return sheet
    column = Column(datasets.COLUMN, "string", datasets.COLUMN_MEANS, 18)
    rows = tuple((*row, title or None) for row, title in zip(sheet.rows, datasets_of_rows, strict=True))
    return replace(sheet, columns=(*sheet.columns, column), rows=rows)


def sheets_of(briefing: Briefing) -> tuple[Sheet, ...]:
    """Every table of a briefing, what it is about at the end; changes only where days are compared."""
    return tuple(sheet(briefing) for sheet in _SHEETS if sheet is not changes or briefing.since)


def deployments(briefing: Briefing) -> Sheet:
    """The view's deployments."""
    sheet = Sheet(
        "deployments",
        "Deployments",
        (
            Column("Id", "string", "Its name in links; never reused.", 12),
            Column("Deployment", "string", "What it is called here.", 34),
            Column("Sort", "string", "Unit, group (a heading of several units) or statistic.", 9),
            Column("Kind", "string", "What sort of formation it is.", 14),
            Column("Status", "string", "How far it had come on the day, and what is old about it.", 18),
            Column("Lead", "string", "The nations that lead it; several are a set.", 18),
            Column("Host", "string", "The countries it stands in; several are a set.", 18),
            Column("Meant for", "string", "The country it is for, where that is another one.", 14),
            Column("Place", "string", "The place that a claim names.", 18),
            Column("Place known to", "string", "How exactly: site, town, region, country or sea.", 10),
            Column("Strength", "string", "In words, as hedged; with the year if it is an earlier one.", 20),
            Column("Fewest persons", "integer", "Empty: not stated, which is not nought.", 10),
            Column("Most persons", "integer", "Empty: not stated, which is not nought.", 10),
            Column("Hedge", "string", "The word before the figure.", 10),
            Column("Stated of", "date", "The first day of which the strength tells.", 12),
            Column("Counts", "string", "What the strength counts.", 20),
            Column("Planned", "string", "What is planned for later, beside what is there.", 20),
            Column("Contingents", "string", "Who takes part with how many.", 40),
            Column("Begins", "string", "From when, as stated.", 16),
            Column("Programme", "string", "Under which it stands.", 24),
            Column("Part of", "string", "The group or unit that it belongs to; never added to it.", 26),
            Column("Not drawn because", "string", "Why the map has no mark for it.", 30),
            Column("Claims", "string", "Ids of the claims about it, newest first.", 26),
            Column("Sources", "string", "The sources of these claims, by their numbers.", 60),
        ),
        tuple(
            (
                entry.id, entry.name, entry.sort, entry.kind, entry.status, entry.lead, entry.host,
                entry.meant_for or None, entry.place or None, entry.precision or None, entry.strength,
                entry.low, entry.high, entry.hedge or None, entry.said, entry.counts or None,
                entry.planned or None, entry.contingents or None,
                entry.begins or None, entry.programme or None, entry.part_of or None, entry.not_drawn or None,
                "; ".join(entry.claims), _cited(briefing.footnotes, entry.footnotes),
            )
            for entry in briefing.entries
        ),
    )  # fmt: skip
    return with_datasets(sheet, (entry.dataset for entry in briefing.entries))


def claims(briefing: Briefing) -> Sheet:
    """The claims that the view stands on, each with its sentence or its citation."""
    names = names_by_code(briefing.dataset)
    places = briefing.dataset.places_by_id
    sheet = Sheet(
        "claims",
        "Claims",
        (
            Column("Claim", "string", "Its id; never reused.", 9),
            Column("Deployment id", "string", "The deployment it is about; empty: none.", 12),
            Column("About", "string", "That deployment, or the kind of claim.", 30),
            Column("Quote", "string", "The source's own words, letter by letter.", 70),
            Column("Citation", "string", "Where it stands, in our words, where nothing is quoted.", 40),
            Column("Read as", "string", "What this record reads in it.", 40),
            Column("Status", "string", "The status it states.", 12),
            Column("Lead", "string", "The nations it names as leading; several are a set.", 18),
            Column("Host", "string", "The countries it names as hosts; several are a set.", 18),
            Column("Place", "string", "The place it names.", 16),
            Column("Fewest persons", "integer", "Empty: not stated, which is not nought.", 10),
            Column("Most persons", "integer", "Empty: not stated, which is not nought.", 10),
            Column("Hedge", "string", "About, up to, at least or more than.", 10),
            Column("Counts", "string", "What its figure counts.", 20),
            Column("Units", "integer", "How many units it speaks of.", 7),
            Column("Begins", "string", "From when, as an EDTF date.", 14),
            Column("Ends", "string", "Until when, as an EDTF date.", 14),
            Column("In the source's words", "string", "What it says of the time.", 20),
            Column("Counts from", "date", "The day it was said, or else published.", 12),
            Column("Speaker", "string", "Who said it, with the role the source gives.", 26),
            Column("Publisher", "string", "Who published it, and where it was read.", 26),
            Column("Source", "integer", "The number of its source.", 8),
            Column("Grade", "string", "Admiralty grade: the source's letter, the claim's figure.", 7),
            Column("Curator's note", "string", "Why it was read so.", 50),
        ),
        tuple(
            (
                item.claim, item.deployment or None, item.about, item.quote or None, item.citation or None,
                item.states or None, words.status(row.status) or None, words.nations(row.lead, names) or None,
                words.nations(row.host, names) or None,
                places[row.place].name if row.place else None,
                row.low, row.high, row.hedge,
                words.COUNTS.get(row.counts or ""), row.unit_count, row.starts,
                row.ends, row.timing_words, item.day, item.speaker or None, item.publisher,
                item.footnote or None, item.grade or None, item.note or None,
            )
            for row, item in zip(briefing.view.claims, briefing.evidence, strict=True)
        ),
    )  # fmt: skip
    return with_datasets(sheet, (item.dataset for item in briefing.evidence))


def contributions(briefing: Briefing) -> Sheet:
    """The contingents that the view's claims name."""
    names = names_by_code(briefing.dataset)
    about = {item.claim: item.about for item in briefing.evidence}
    return Sheet(
        "contributions",
        "Contributions",
        (
            Column("Claim", "string", "The claim that names it.", 9),
            Column("Deployment", "string", "What it is sent to.", 34),
            Column("Nation", "string", "Who sends it.", 18),
            Column("Strength", "string", "In words.", 18),
            Column("Fewest persons", "integer", "Empty: not stated, which is not nought.", 10),
            Column("Most persons", "integer", "Empty: not stated, which is not nought.", 10),
        ),
        tuple(
            (
                row.id, about[row.id], names[sent.nation], words.figure(sent), sent.low, sent.high,
            )
            for row in briefing.dataset.claim_rows if row.id in about
            for sent in row.contributions
        ),
    )  # fmt: skip


def sources(briefing: Briefing) -> Sheet:
    """The sources by their numbers."""
    return Sheet(
        "sources",
        "Sources",
        (
            Column("Number", "integer", "As the other tables name it.", 8),
            Column("Id", "string", "Its name in links; never reused.", 22),
            Column("Publisher", "string", "Who published it, and where it was read.", 30),
            Column("Title", "string", "Its title; in brackets where it has none.", 60),
            Column("Published", "string", "Its date, as exactly as it is known.", 18),
            Column("Grade", "string", "How reliable the source is, after the Admiralty.", 28),
            Column("Address", "string", "Where it was read.", 50),
        ),
        tuple(
            (
                note.number,
                note.source,
                note.publisher,
                note.title,
                note.published,
                note.grade,
                note.url or None,
            )
            for note in briefing.footnotes
        ),
    )


def totals(briefing: Briefing) -> Sheet:
    """The strengths of what is there, added up by kind."""
    known = briefing.view.known
    of = "Of whole units, all nations in them. " if briefing.view.nations else ""
    sheet = Sheet(
        "totals",
        "Totals",
        (
            Column("Total", "string", f"{of}In words. Kinds are never added to each other.", 70),
            Column("Kind", "string", "The kind of unit.", 20),
            Column("Units", "integer", "How many of them are there.", 8),
            Column("Of them in the figure", "integer", "For how many of them the figure speaks.", 10),
            Column("Fewest persons", "integer", "Empty: no lower bound is stated.", 10),
            Column("Most persons", "integer", "Empty: no upper bound is stated.", 10),
            Column("Hedge", "string", "The weakest hedge of the figures.", 10),
            Column("Only a ceiling", "integer", "How many state only what they may not exceed.", 12),
            Column("Older", "integer", "Persons in figures older than eighteen months.", 12),
        ),
        tuple(
            (
                words.capitalised(total_sentence(total, known)), words.unit_kind(total.kind, total.units),
                total.units, total.stating, total.low, total.high, total.hedge, total.ceilings,
                total.old_persons,
            )
            for total in briefing.view.totals
        ),
    )  # fmt: skip
    return with_datasets(sheet, (known.titles.get(total.dataset, "") for total in briefing.view.totals))


def spans(briefing: Briefing) -> Sheet:
    """How long each deployment had which status and strength."""
    own = spans_of(briefing)
    return Sheet(
        "spans",
        "Spans",
        (
            Column("Id", "string", "The deployment.", 12),
            Column("Deployment", "string", "What it is called here.", 34),
            Column("Status", "string", "The status it had in these days, as known then.", 12),
            Column("From", "date", "The first of these days.", 12),
            Column("To", "date", "The last of them; the day of the view for what still holds.", 12),
            Column("Strength", "string", "In words, as known then.", 22),
            Column("Fewest persons", "integer", "Empty: not stated, which is not nought.", 10),
            Column("Most persons", "integer", "Empty: not stated, which is not nought.", 10),
        ),
        tuple(
            (
                entry.id, entry.name, words.status(span.status), span.first, span.last,
                span.strength, span.low, span.high,
            )
            for entry in briefing.entries
            for span in own[entry.id]
        ),
    )  # fmt: skip


def not_drawn(briefing: Briefing) -> Sheet:
    """What of the view has no mark on the map, and why."""
    return Sheet(
        "not-drawn",
        "Not drawn",
        (
            Column("What", "string", "Deployment or claim.", 12),
            Column("Id", "string", "Its id.", 14),
            Column("Name or words", "string", "The deployment's name, the claim's quote or citation.", 70),
            Column("Reason", "string", "Why the map has no mark for it.", 60),
        ),
        tuple((item.kind, item.id, item.label, item.reason) for item in briefing.view.not_drawn),
    )


def differences(briefing: Briefing) -> Sheet:
    """Where sources differ, and which of them the map follows."""
    return Sheet(
        "differences",
        "Sources differ",
        (
            Column("Deployment id", "string", "The deployment that they speak of.", 12),
            Column("Deployment", "string", "What it is called here.", 34),
            Column("On", "string", "What they put differently.", 26),
            Column("Spread", "string", "All that is said, in few words.", 26),
            Column("Said", "string", "What each claim says, newest first.", 44),
            Column("Rule", "string", "Which of them the map follows, and why.", 60),
            Column("Still open", "string", "Whether the map still shows one of them: yes or no.", 10),
        ),
        tuple(
            (
                one.deployment, one.name, one.subject, one.spread,
                "; ".join(f"{value} [{claim}]" for claim, value in one.values), one.rule,
                "yes" if one.stands else "no",
            )
            for one in briefing.differences
        ),
    )  # fmt: skip


def changes(briefing: Briefing) -> Sheet:
    """What changed since the day compared with."""
    since = f"since {words.day(briefing.since)}" if briefing.since else "since an earlier day"
    return Sheet(
        "changes",
        "Changes",
        (
            Column("Change", "string", f"What changed {since}, in a sentence.", 90),
            Column("Deployment id", "string", "What changed.", 12),
            Column("Kind", "string", "New, or the field that changed.", 14),
            Column("Claims", "string", "The claims that say so now.", 30),
        ),
        tuple(
            (change.sentence, change.deployment, change.kind, "; ".join(change.claims) or None)
            for change in briefing.changes
        ),
    )


def about(briefing: Briefing) -> Sheet:
    """What the tables hold, as known when, from where."""
    says: Iterable[tuple[str, Value]] = (
        ("Marking", briefing.marking or None),
        ("Title", briefing.title),
        ("As of", briefing.view.day),
        ("Filters", briefing.filters),
        ("Found", briefing.counts),
        ("Link", briefing.link),
        ("Data version", briefing.version),
        *(
            ((datasets.COLUMN_OF_ALL, "; ".join(briefing.dataset.titles.values())),)
            if briefing.dataset.parts
            else ()
        ),
        ("Map and borders", briefing.credit),
        ("Licence", LICENCE),
    )
    return Sheet(
        "about",
        "About",
        (Column("What", "string", "What is said.", 18), Column("Says", "string", "What it says.", 90)),
        tuple(says),
    )


LICENCE = "Tables: CC BY 4.0. Quoted articles remain their publishers’."

_SHEETS: tuple[Callable[[Briefing], Sheet], ...] = (
    deployments, claims, contributions, spans, sources, totals, differences, not_drawn, changes, about,
)  # fmt: skip


def _cited(footnotes: Iterable[Footnote], numbers: Iterable[int]) -> str:
    wanted = set(numbers)
    return " ".join(f"[{note.number}] {note}" for note in footnotes if note.number in wanted)
