"""Words with which an English text shows a status."""

from __future__ import annotations

import re
from collections.abc import Mapping

_STEMS: Mapping[str, str] = {
    "considered": r"consider|possib|may\b|might\b|could\b|discuss|explor|option|look|propos|expected",
    "offered": r"offer|volunteer|ready to|willing",
    "pledged": r"pledg|commit|promis|vow|will\b|would\b|plans? to",
    "agreed": r"agree|approv|endors",
    "decided": r"decid|decision|order|approv|announc|will\b",
    "arriving": r"arriv|deploy(?:s|ing)\b|send(?:s|ing)\b|land(?:s|ed|ing)\b|on \w+ way\b|begin|began",
    "deployed": r"deployed|deployment|station|in place|has sent|have sent|serv(?:es?|ing)\b|based|present",
    "leaving": r"leav|withdraw(?:s|ing)?\b|return|go(?:es|ing)? home|pull",
    "ended": r"ended|over\b|complet|left\b|returned|went home|inactivat",
    "withdrawn": r"withdr[ae]w|cancel|call(?:s|ed)? off|dropp?ed",
    "denied": r"den(?:y|ies|ied)|reject|not\b",
}
"""For each status, the beginnings of words that express it."""
_LEADING = re.compile(r"\b(?:lead|led\b|framework nation|command|head(?:s|ed|ing)\b)", re.IGNORECASE)


def carries_status(status: str, text: str) -> bool:
    """Whether a word of a text can express a status."""
    return bool(re.search(rf"\b(?:{_STEMS[status]})", text, re.IGNORECASE))


def speaks_of_leading(text: str) -> bool:
    """Whether a word of a text says that somebody leads."""
    return bool(_LEADING.search(text))
