"""Names of values, by their codes."""

from __future__ import annotations

from eastflank.model import Standing

NO_CLAIMS = "This record holds no claims yet. Add an article or a table on the page Add data."


READING = "Reading the tables …"


def reading(file: str, share: float) -> str:
    """Which table is being read, and which share of all tables was read before."""
    return f"Reading {file} … {share:.0%} of the tables read"


NOT_STATED = "not stated"
OF_A_LOW_GRADE = "stated only with a low grade"
"""For a total: none of its figures has a grade that counts."""


SORTS = {"unit": "Unit", "group": "Group", "statistic": "Statistic"}
"""What a deployment is, by its sort."""


SECTIONS = {"unit": "Units", "group": "Groups of units", "statistic": "Statistics"}
"""The names of the sections of a table, by sort of deployment."""


OFF_MAP = {
    "old": "A statistic older than eighteen months: the table keeps it.",
    "exceeded": "A statistic that a newer figure of one of its parts exceeds: the table keeps it.",
    "moved": "A statistic from before a unit in it came or went: the table keeps it.",
}
"""Why a statistic was removed from the map."""


KINDS = {
    "deployment": "deployments",
    "measure": "measures",
    "logistics": "logistics",
    "adversary": "adversary actions",
    "meeting": "meetings",
    "statement": "statements",
}


NOT_DRAWN = {"deployment": "deployment", "claim": "claim"}
"""The kinds of things that the map does not show."""


KIND_OF_CLAIM = {
    "deployment": "deployment",
    "measure": "measure",
    "logistics": "logistics",
    "adversary": "adversary action",
    "meeting": "meeting",
    "statement": "statement",
}
"""What a single claim is about, by its kind."""


KEY_HEADINGS = ("Other deployments", "Countries", "No longer there")
"""The headings of the last groups in the map's key: kinds without a heading, countries, and what is gone."""


STANDINGS = {
    Standing.CONSIDERED: "considered or offered",
    Standing.PLANNED: "agreed or on the way",
    Standing.PRESENT: "deployed",
    Standing.GONE: "ended or withdrawn",
}


STATUSES = {
    "considered": "considered",
    "offered": "offered",
    "pledged": "pledged",
    "agreed": "agreed",
    "decided": "decided",
    "arriving": "arriving",
    "deployed": "deployed",
    "leaving": "leaving",
    "ended": "ended",
    "withdrawn": "withdrawn",
    "denied": "denied",
}
"""The name of each status for readers. Tables, links and programs use the code; a link may have either."""


def status(code: str | None) -> str:
    """The word for a status; empty if none is stated. A text that is not a code is returned unchanged."""
    return STATUSES.get(code, code) if code else ""


RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}


BASES = {
    "quoted": "quoted",
    "cited": "cited",
    "judged": "judged by a curator",
    "inferred": "inferred, said by nobody",
}
"""What a claim stands on."""


JUDGED = "Curator’s judgement"
"""Instead of a claim's source, if no source says it."""


CREDIBILITY = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}


COUNTS = {
    "whole": "the whole deployment",
    "unit": "one unit",
    "contingent": "one contingent",
    "sum": "sum of the contingents listed",
    "increment": "people to come on top",
    "staff": "the staff alone",
    "authorisation": "what is authorised",
}


NO_QUOTES = "No held article speaks of what is shown; it is cited from the sources named."
"""Instead of quotes, in a view without any."""
