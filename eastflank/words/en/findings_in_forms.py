"""Findings in the words of the page's forms: fields by their labels, tables as what their rows are."""

from __future__ import annotations

import re

from eastflank.words.en.claim_entry import LABELS


def _in(column: str) -> str:
    return f"in “{LABELS[column]}”"


_PHRASES = {
    "to also_known_as in nations.csv": "to the other names of the nation, in the table of nations",
    "in host or unit_count": f"{_in('host')} or “{LABELS['unit_count']}”",
    "in starts and ends": f"{_in('starts')} and “{LABELS['ends']}”",
    "in troops_high": _in("troops_high"),
    "in host": _in("host"),
    "in note": _in("note"),
    "give it said_on": f"give it a day {_in('said_on')}",
    "put the text in seeds/ and its name in sources.csv": "add its text to the source",
}
"""What findings say for those who edit the files, and the same for those who fill in a form."""
_TABLES = {
    "sources": "sources",
    "claims": "claims",
    "claim_spans": "words of claims",
    "contributions": "contingents",
    "deployments": "deployments",
    "memberships": "memberships",
    "places": "places",
    "nations": "nations",
    "programmes": "programmes",
    "decisions": "decisions",
}
_PHRASE = re.compile("|".join(re.escape(said) + r"\b" for said in sorted(_PHRASES, key=len, reverse=True)))
_CODES = re.compile(rf"\b(?:{'|'.join(column for column in LABELS if '_' in column)})\b")
"""Columns whose names are no words. A sentence may have the name of any column in it."""
_QUOTED = re.compile("`([^`]*)`")
"""A code, as the description of a column marks it."""
_NOT_IN = re.compile(r"(is|are) not in (\w+)\.csv\b")
_TO = re.compile(r"\bto (\w+)\.csv\b")


def in_form(text: str) -> str:
    """A finding, or a part of one, as a form says it."""
    text = _PHRASE.sub(lambda found: _PHRASES[found[0]], text)
    text = _NOT_IN.sub(lambda found: f"{found[1]} not among the {_TABLES.get(found[2], found[2])}", text)
    text = _QUOTED.sub("“\\1”", text)
    text = _CODES.sub(lambda found: f"“{LABELS[found[0]]}”", text)
    return _TO.sub(lambda found: f"to the table of {_TABLES.get(found[1], found[1])}", text)
