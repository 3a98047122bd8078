"""Texts of the command `read` about proposals compared with the record, and about drafts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from eastflank.words.en.dates_in_words import day

FIELDS = {
    "lead": "lead", "host": "host", "contributors": "contributors", "place": "place",
    "troops_low": "lower figure of troops", "troops_high": "higher figure of troops", "hedge": "hedge",
    "unit_count": "number of units", "status": "status", "starts": "beginning", "ends": "end", "kind": "kind",
}  # fmt: skip
"""Fields of a proposal in plain words."""


def same_as(claim: str, told: date | None) -> str:
    """The record has it, as told on that day; None: its day is not known."""
    when = f", told on {day(told)}," if told else ""
    return f"The record has it: claim {claim}{when} states the same."


def differs(claim: str, differences: Iterable[str]) -> str:
    """Another claim says something else."""
    return f"Claim {claim} differs: {'; '.join(differences)}."


def difference(field: str, recorded: str, proposed: str, by: int | None) -> str:
    """One field of it."""
    much = "" if by is None else f" ({abs(by):,} {'more' if by > 0 else 'fewer'})"
    return f"{FIELDS.get(field, field)} {recorded} there, {proposed} here{much}"


def newer_than(claim: str) -> str:
    """Nothing newer is in the record."""
    return f"It is newer than everything the record has on this. The newest claim there is {claim}."


def overtaken_by(claim: str, differences: Iterable[str]) -> str:
    """A later claim took its place."""
    return f"The later claim {claim} has overtaken it: {'; '.join(differences)}."


def about(deployment: str, name: str, agrees: Iterable[str]) -> str:
    """One deployment fits."""
    fields = ", ".join(FIELDS.get(one, one) for one in agrees)
    return f"It is about {deployment} ({name})" + (f": {fields} agree." if fields else ".")


def which(candidates: Iterable[str]) -> str:
    """Several fit."""
    return f"Which deployment is it about? {'; '.join(candidates)}."


def candidate(deployment: str, name: str, agrees: Iterable[str]) -> str:
    """One of several."""
    return f"{deployment} ({name}; agrees in {', '.join(FIELDS.get(one, one) for one in agrees)})"


def new(name: str) -> str:
    """None fits."""
    return f"The record has no such deployment. A new one could be named “{name}”."


UNKNOWN = "It does not name a force and a place together, so it does not show which deployment it is about."
NOT_CHOSEN = "It may be about several deployments. Choose one with --about {number}=ID."
NO_DEPLOYMENT = "It does not show which deployment it is about. Name a deployment with --about {number}=ID."
HAS_IT = "The record already has it."
NO_STATUS = "It states no status, but a claim about a deployment needs one."


def no_such(deployment: str) -> str:
    """An id that is not in the record."""
    return f"--about names {deployment}, but the record has no such deployment."


def held_already(file: str, source: str) -> str:
    """The article is there."""
    return f"{file}: the record already has this article as {source}. Nothing was changed."


def left_out(number: int, reason: str) -> str:
    """A proposal of which no draft is made."""
    return f"Proposal {number} is left out. {reason}"


def added(file: str, source: str, claims: int) -> str:
    """Drafts were made."""
    noun = "draft" if claims == 1 else "drafts"
    return f"{file}: source {source} and {claims} {noun} were added. Drafts do not count before a review."


def nothing(file: str) -> str:
    """There is nothing to add."""
    return f"{file}: nothing was found that could be added. Nothing was changed."


def refused(file: str) -> str:
    """With the drafts the record would break its laws."""
    return f"{file}: with these drafts the record would break its laws. Nothing was changed."


REASON = "Read from an article by rules; not reviewed."
SOURCE_NOTE = (
    "Added by the command read. Nobody has judged it yet. Its date was taken from the article, or given "
    "with the command."
)
PUBLISHER = "Publisher not stated"
NOTE_BEGINS = "Read by rules, not reviewed."


def status_note(status: str, words: str) -> str:
    """How the status was read."""
    return f"Status {status}: from “{words}”."


def lead_note(codes: str) -> str:
    """What lead means here."""
    return f"Here the lead {codes} means the sender of the force."


def outside_note(field: str, value: str) -> str:
    """A field that was read from characters outside the quote."""
    return f"The article gives {FIELDS.get(field, field)} {value} in other words, outside this quote."


def unknown_note(field: str, value: str) -> str:
    """A field whose value the dataset does not have: a country or a place."""
    return f"The quote gives {FIELDS.get(field, field)} {value}, which this dataset does not have."


def objected_note(field: str) -> str:
    """A field that a check did not accept."""
    return f"The {FIELDS.get(field, field)} that was read here did not pass the checks and is left out."


PASSED_OVER = {
    "exercise": "an exercise",
    "casualties": "dead or wounded",
    "equipment": "arms or equipment, not soldiers",
    "history": "past: no longer true on the article's day",
    "at home": "a nation's soldiers in their own country",
    "heading": "a heading: the text below it says the same",
    "nobody": "neither who nor where is stated",
    "doubtful": "perhaps a claim, but its words say too little of who, where, how many or when",
    "not sent": "soldiers are named, but not that they are sent, stay or leave",
}
"""Why words about soldiers are not a claim about a deployment, by the value of `Reason`."""
SURE = {
    "plain": "plain: the clause itself says it",
    "likely": "likely: something is unclear, or comes from another sentence",
    "doubtful": "doubtful: much is missing or unclear",
}
"""How certain a reading is."""
ORIGINS = {
    "article date": "from the article's date",
    "speaker line": "from the speaker's line",
    "second opinion": "chosen by the second opinion",
}
"""The origin of a field that no rule read from its characters."""
PROPOSED = {
    "deployment": "deployment",
    "measure": "measure",
    "logistics": "logistics",
    "adversary": "adversary",
    "meeting": "meeting",
    "statement": "statement",
}
"""Sorts of claims that are proposed."""
PASSED_OVER_HEADING = "Passed over:"


def proposal(number: int, kind: str, surety: str) -> str:
    """The line over a proposal."""
    return f"{number}. {PROPOSED[kind]} ({SURE[surety]})"


def field_read(field: str, value: str, words: Sequence[str], origin: str) -> str:
    """A field of a proposal with the words from which it was read; `origin` is another origin, or empty."""
    said = f"from {', '.join(f'“{one}”' for one in words)}" if words else ""
    return f"{field} {value} — {', '.join(part for part in (said, ORIGINS.get(origin, '')) if part)}"


def in_doubt(field: str, value: str, words: Sequence[str]) -> str:
    """A value that was read and that is too unsure to be filled in."""
    return f"in doubt, left open: {field} {value} — from {', '.join(f'“{one}”' for one in words)}"


def not_stated(fields: Sequence[str]) -> str:
    """The fields for which nothing was found."""
    return f"not stated: {', '.join(fields) or 'nothing'}"


def of_record(told: str) -> str:
    """The comparison of a proposal with the record."""
    return f"record: {told}"


def passed_over(quote: str, reason: str) -> str:
    """Words that are not a claim, and why."""
    return f"“{quote}” — {PASSED_OVER[reason]}"


# --- what the command `read` says ------------------------------------------------------------------------

DAY_NOT_KNOWN = "day not known: give it with --date"
ABOUT_ALONE = "--about needs --to and only one article. Give the articles one by one."


def no_place_names(folder: object, reason: object) -> str:
    """Says that the tables with names of places cannot be read."""
    return f"{folder}: the names of places cannot be read ({reason}). Give another folder with --data."


def same_name(file: object, name: str) -> str:
    """Says that two articles have one name."""
    return f"{file}: another article has the same name, {name}. Rename one of them."


def reading(name: str, percent: int) -> str:
    """How much of an article is read."""
    return f"Reading {name}: {percent} %"


def read_by_the_rules_alone(longest: int, fewest: int, *, long: bool) -> str:
    """A text that is too long or too short for the second opinion."""
    why = f"is longer than {longest:,} characters" if long else f"has fewer than {fewest} sentences"
    return f"The rules read this text alone, and they find less: it {why}."


def not_english(file: object) -> str:
    """Says that a text is in another language than the rules."""
    return f"{file}: the text does not seem to be English, and the rules can only read English."


def text_alone(reason: object) -> str:
    """Says that a file cannot be read as an article."""
    return f"{reason} Name a file that has only the article's text."


def no_choice(typed: str) -> str:
    """Says that a deployment was not chosen in the form that the option has."""
    return f"“{typed}” does not have the form 3=efp-lva"


def dataset_unread(folder: object, reason: object) -> str:
    """Says that the dataset cannot be read."""
    return f"{folder}: the dataset cannot be read ({reason}). Name the folder of a dataset."


def day_missing(name: str) -> str:
    """Says that the day of an article is not known."""
    return f"{name}: its day is not known. Give it with --date."


def article(name: str, day: str, proposals: int, passed_over: int) -> str:
    """The line above the proposals of an article."""
    noun = "proposal" if proposals == 1 else "proposals"
    return f"{name} ({day}): {proposals} {noun}, {passed_over} passed over"
