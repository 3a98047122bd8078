"""Texts of the page Sources."""

from __future__ import annotations

from datetime import date

from eastflank.words.en.dates_in_words import day
from eastflank.words.en.figures import counted
from eastflank.words.en.lists import capitalised

TITLE = "Sources"
SOURCE = "Source"
NOT_HELD = "The text of this document is not held here, so nothing is quoted from it: each claim cites it."
NO_ADDRESS = "No address."
CLAIM, KIND, QUOTE, WHY_NOT_DRAWN = "Claim", "Kind", "Quote", "Why it is not on the map"
"""The columns of the claims that cannot be drawn."""


def inventory(held: int, quoted: int, cited: int, without_quote: int) -> str:
    """How many articles are held with so many claims quoted, and how many documents cited for so many.

    Drafts and retracted claims are not among them.
    """
    told = (
        f"{counted(held, 'article')} held word for word with {quoted} claims quoted; "
        f"{counted(cited, 'document')} cited for {without_quote}"
    )
    return capitalised(told)


def source(publisher: str, via: str, title: str, published: str, version: str, *, held: bool) -> str:
    """A source in the list: “NATO via EBL News: Warsaw Summit (8 July 2016) · quoted”.

    `version` distinguishes a corrected text from the old one; empty if there is none.
    """
    through = f" via {via}" if via else ""
    parts = [f"{publisher}{through}: {title} ({published})", "quoted" if held else "", version]
    return " · ".join(part for part in parts if part)


def reliability(means: str) -> str:
    """What the letter of a source's grade means, as a sentence."""
    return f"{capitalised(means)}."


def read_on(accessed: date) -> str:
    """When a source was read, after its address."""
    return f"read on {day(accessed)}"


def retracted(claims: int) -> str:
    """How many claims are retracted, after what the sources hold."""
    return f"{counted(claims, 'retracted claim')}, which no longer count{'s' if claims == 1 else ''}"


def waiting(drafts: int) -> str:
    """How many claims wait for review."""
    if drafts == 1:
        return "One claim waits for review. It is a draft and does not count until a reviewer accepts it."
    number = capitalised(counted(drafts, "claim"))
    return f"{number} wait for review. They are drafts and do not count until a reviewer accepts them."


def mark(claim: str, kind: str, status: str, why_not_shown: str) -> str:
    """The tooltip of a marked quote: “C0042: deployment, deployed”.

    `why_not_shown` says why the map shows nothing of the claim; empty for a claim that may count.
    """
    told = f"{claim}: {kind}" + (f", {status}" if status else "")
    return f"{told} ({why_not_shown})" if why_not_shown else told


def not_drawn(number: int) -> str:
    """The heading over the claims of an article that cannot be drawn."""
    return f"{capitalised(counted(number, 'claim'))} that can't be drawn"
