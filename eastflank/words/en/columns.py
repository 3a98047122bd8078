"""English for tables: their titles, the heading of each column, and its contents."""

from __future__ import annotations

from collections.abc import Mapping

from eastflank.words.headings import Heading

_EMPTY = "Empty: not stated, which is not zero."
_FEWEST = Heading("Fewest persons", _EMPTY, "Fewest", "Fewest persons; empty: not stated")
_MOST = Heading("Most persons", _EMPTY, "Most", "Most persons; empty: not stated")

DEPLOYMENT: Mapping[str, Heading] = {
    "id": Heading("Id", "Its name in links; never reused."),
    "name": Heading("Deployment", "What it is called here."),
    "sort": Heading("Sort", "Unit, group (a heading of several units) or statistic."),
    "kind": Heading("Kind", "What sort of formation it is."),
    "status": Heading("Status", "How far it had come on the day, and what is old about it."),
    "lead": Heading("Lead", "The nations that lead it; several are a set."),
    "host": Heading("Host", "The countries it stands in; several are a set."),
    "meant_for": Heading("Meant for", "The country it is for, where that is another one."),
    "place": Heading("Place", "The place that a claim names."),
    "precision": Heading("Place known to", "How exactly: site, town, region, country or sea."),
    "strength": Heading("Strength", "In words, as hedged; with the year if it is an earlier one."),
    "troops_low": _FEWEST,
    "troops_high": _MOST,
    "hedge": Heading("Hedge", "The word before the figure."),
    "strength_stated_on": Heading(
        "Stated of",
        "The day of which the strength tells, as exactly as it was told.",
        help="The day of which the strength tells, as exactly as it was told: 2024-05 is May 2024",
    ),
    "counts": Heading("Counts", "What the strength counts."),
    "planned": Heading("Planned", "What is planned for later, beside what is there."),
    "contingents": Heading("Contingents", "Who takes part with how many."),
    "begins": Heading("Begins", "From when, as stated."),
    "programme": Heading("Programme", "Under which it stands."),
    "part_of": Heading("Part of", "The group or unit that it belongs to; never added to it."),
    "not_drawn": Heading("Not drawn because", "Why the map has no mark for it."),
    "claims": Heading("Claims", "Ids of the claims about it, newest first."),
    "sources": Heading("Sources", "The sources of these claims, by their numbers."),
    "dataset": Heading("Dataset", "Which of the datasets that are shown together it is from."),
}
"""By the column's key for programs, in the order of the list in `report/deployment_columns.py`."""
DEPLOYMENT_IN_LITTLE_ROOM: Mapping[str, Heading] = {
    "persons": Heading("Strength, persons"),
    "place_or_none": Heading("Place"),
    "place_and_host": Heading("Host"),
    "where": Heading("Where"),
    "numbers": Heading("Sources"),
    "bare_numbers": Heading("Sources"),
}
STATUS_NOT_STATED = "status not stated"
"""In a cell of the page's table, which must be clear without its heading."""
FROM_TO = ("From", "To")
"""The headings for the first and the last day of a span."""
GEOMETRY_IS, MARKING = "Geometry is", "Marking"


def host_and_meant_for(host: str, meant_for: str) -> str:
    """Where a deployment is, and for which country it is meant; either may be empty."""
    return f"{host}; meant for {meant_for}" if meant_for else host


def not_drawn(where: str, reason: str) -> str:
    """Where a deployment is, and why the map has no mark for it: “Latvia. Not drawn: no base is stated”."""
    return f"{where}. Not drawn: {reason[:1].lower()}{reason[1:]}"


def line(heading: str, told: str) -> str:
    """A cell in a text without a table: “begins: June 2016”."""
    return f"{heading[:1].lower()}{heading[1:]}: {told}"


CLAIM: Mapping[str, Heading] = {
    "claim": Heading("Claim", "Its id; never reused."),
    "deployment": Heading("Deployment id", "The deployment it is about; empty: none."),
    "about": Heading("About", "That deployment, or the kind of claim."),
    "basis": Heading("Basis", "Quoted, cited, judged by a curator, or inferred: said by nobody."),
    "quote": Heading("Quote", "The source's own words, letter by letter."),
    "citation": Heading("Citation", "Where it stands, in our words, where nothing is quoted."),
    "states": Heading("Read as", "What this record reads in it."),
    "status": Heading("Status", "The status it states."),
    "lead": Heading("Lead", "The nations it names as leading; several are a set."),
    "host": Heading("Host", "The countries it names as hosts; several are a set."),
    "place": Heading("Place", "The place it names."),
    "troops_low": _FEWEST,
    "troops_high": _MOST,
    "hedge": Heading("Hedge", "About, up to, at least or more than."),
    "counts": Heading("Counts", "What its figure counts."),
    "units": Heading("Units", "How many units it speaks of."),
    "begins": Heading(
        "Begins", "From when: a day, a month, a year or a span, such as 2022-03 or 2022-03/2022-06."
    ),
    "ends": Heading(
        "Ends", "Until when: a day, a month, a year or a span, such as 2022-03 or 2022-03/2022-06."
    ),
    "timing_words": Heading("In the source's words", "What it says of the time."),
    "day": Heading("Counts from", "The last day on which it may have been said, or else published."),
    "speaker": Heading("Speaker", "Who said it, with the role the source gives."),
    "publisher": Heading("Publisher", "Who published it, and where it was read."),
    "footnote": Heading("Source", "The number of its source."),
    "grade": Heading("Grade", "Admiralty grade: the source's letter, the claim's figure."),
    "note": Heading("Curator's note", "Why it was read so."),
    "dataset": DEPLOYMENT["dataset"],
}
CONTRIBUTION: Mapping[str, Heading] = {
    "claim": Heading("Claim", "The claim that names it."),
    "deployment": Heading("Deployment", "What it is sent to."),
    "nation": Heading("Nation", "Who sends it."),
    "strength": Heading("Strength", "In words."),
    "troops_low": _FEWEST,
    "troops_high": _MOST,
}
SPAN: Mapping[str, Heading] = {
    "id": Heading("Id", "The deployment."),
    "name": Heading("Deployment", "What it is called here."),
    "status": Heading(
        "Status",
        "The status it had in these days, as known then; for what still holds, what is old about it.",
    ),
    "from": Heading(FROM_TO[0], "The first of these days."),
    "to": Heading(FROM_TO[1], "The last of them; the day of the view for what still holds."),
    "strength": Heading("Strength", "In words, as known then; no current one after the end."),
    "troops_low": _FEWEST,
    "troops_high": _MOST,
    "strength_stated_on": DEPLOYMENT["strength_stated_on"],
    "last_reported": Heading(
        "Last reported", "The newest day on which anything was reported about it by then."
    ),
}
SOURCE: Mapping[str, Heading] = {
    "number": Heading("Number", "As the other tables name it."),
    "id": Heading("Id", "Its name in links; never reused."),
    "publisher": Heading("Publisher", "Who published it, and where it was read."),
    "title": Heading("Title", "Its title; in brackets where it has none."),
    "published": Heading("Published", "Its date, as exactly as it is known."),
    "grade": Heading("Grade", "How reliable the source is, after the Admiralty."),
    "url": Heading("Address", "Where it was read."),
}
_ADDED_UP = "In words. Kinds are never added to each other."
TOTAL: Mapping[str, Heading] = {
    "total": Heading("Total", _ADDED_UP),
    "total_of_all_nations": Heading("Total", f"Of whole units, all nations in them. {_ADDED_UP}"),
    "kind": Heading("Kind", "The kind of unit."),
    "units": Heading("Units", "How many of them are there."),
    "stating": Heading("Of them in the figure", "For how many of them the figure speaks."),
    "troops_low": Heading("Fewest persons", "Ceilings are left out. Empty: no lower bound is stated."),
    "troops_high": Heading("Most persons", "With the ceilings. Empty: no upper bound is stated."),
    "hedge": Heading(
        "Hedge", "About, up to, at least or more than. About, and no most persons: at least about so many."
    ),
    "ceilings": Heading("Only a ceiling", "How many state only what they may not exceed."),
    "ceiling_persons": Heading(
        "Up to so many more", "What those that state only a ceiling may add. Empty: none does."
    ),
    "old_persons": Heading(
        "Older", "Fewest persons in figures older than eighteen months. Empty: only ceilings are older."
    ),
    "dataset": DEPLOYMENT["dataset"],
}
DIFFERENCE: Mapping[str, Heading] = {
    "deployment": Heading("Deployment id", "The deployment that they speak of."),
    "name": Heading("Deployment", "What it is called here."),
    "subject": Heading("On", "What they put differently."),
    "spread": Heading("Spread", "All that is said, in few words."),
    "values": Heading("Said", "What each claim says, newest first."),
    "rule": Heading("Rule", "Which of them the map follows, and why."),
    "stands": Heading("Still open", "Whether the map still shows one of them: yes or no."),
}
YES_NO = {True: "yes", False: "no"}
NOT_DRAWN: Mapping[str, Heading] = {
    "what": Heading("What", "Deployment or claim."),
    "id": Heading("Id", "Its id."),
    "label": Heading("Name or words", "The deployment's name, the claim's quote or citation."),
    "reason": Heading("Reason", "Why the map has no mark for it."),
}
CHANGE: Mapping[str, Heading] = {
    "deployment": Heading("Deployment id", "What changed."),
    "kind": Heading("Kind", "New, or the field that changed."),
    "claims": Heading("Claims", "The claims that say so now."),
}


def change(day: str) -> Heading:
    """The heading over what changed since a day."""
    return Heading("Change", f"What changed since {day}, in a sentence.")


ABOUT: Mapping[str, Heading] = {
    "what": Heading("What", "What is said."),
    "says": Heading("Says", "What it says."),
}
OF_VIEW: Mapping[str, str] = {
    "marking": MARKING,
    "title": "Title",
    "asof": "As of",
    "filters": "Filters",
    "counts": "Found",
    "totals": "Totals",
    "link": "Link",
    "version": "Data version",
    "credit": "Map and borders",
    "licence": "Licence",
}
"""Values about the whole view, by key."""
LICENCE = "Tables: CC BY 4.0. Quoted articles remain their publishers’."
QUOTE: Mapping[str, Heading] = {
    "claim": Heading("Claim", "The claim that stands on it."),
    "source": Heading("Source", "The number of its source."),
    "before": Heading("Before", "The text before it, from the sentence before on."),
    "basis": Heading("Basis", "Quoted, cited, judged by a curator, or inferred: said by nobody."),
    "quote": Heading("Quote", "The source's own words, letter by letter."),
    "after": Heading("After", "The text after it, to the end of the next sentence."),
}
TITLES: Mapping[str, str] = {
    "deployments": "Deployments",
    "claims": "Claims",
    "contributions": "Contributions",
    "spans": "Spans",
    "sources": "Sources",
    "totals": "Totals",
    "not-drawn": "Not drawn",
    "differences": "Sources differ",
    "changes": "Changes",
    "about": "About",
    "quotes": "Quotes in context",
}
"""Titles of tables, by their file's name."""
