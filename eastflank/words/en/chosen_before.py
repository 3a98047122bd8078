"""Choices about an earlier file of a table, which are taken over for the next one."""

from __future__ import annotations

from collections.abc import Iterable

from eastflank.words.en.lists import listed, unit
from eastflank.words.en.rows_of_tables import KINDS

HEADS = ("In the table", "What was chosen", "By", "On")
ABOUT = "These cells have the same words as in an earlier file of this table, so they are taken as they were chosen then."
NOT_AGAIN = "Do not use"
CHOOSE_ONE = "one of these choices"
CHOOSE_AGAIN = "Use none of them"
COUNTRY_ALONE = "its name is kept, and no position"
LEFT_OUT = "the row is left out"
AFRESH = "To use none of these choices, add --afresh."


def number(choices: int) -> str:
    """How many choices are taken over."""
    return f"{unit(choices, 'choice')} of an earlier file"


def by_on(who: str, on: str) -> str:
    """Who chose it, and when."""
    return f"chosen last time by {who or 'somebody'} on {on or 'an unknown day'}"


def one_of_them(number: int, words: str, chosen: str) -> str:
    """A choice in a list of those that need not be used; two may have the same words, so it has a number."""
    return f"{number}. {words}: {chosen}"


def line(words: str, chosen: str, who: str, on: str) -> str:
    """A choice in print."""
    return f"{words}: {chosen} ({by_on(who, on)})"


def place(said: str, country: str) -> str:
    """The words for a place that was chosen."""
    return f"“{said}” in {country}" if country else f"“{said}”"


def cell(heading: str, said: str) -> str:
    """A cell of the table."""
    return f"“{said}” in “{heading}”" if heading else f"“{said}”"


def row(cells: str) -> str:
    """A row that is left out."""
    return f"the row “{cells}”"


def total(cells: str) -> str:
    """A row that is left out because it is a total: its sum may be another one."""
    return f"the total “{cells}”, whatever its sum"


def instead(said: str) -> str:
    """What a corrected cell says."""
    return f"“{said}”"


def accepted(kind: str) -> str:
    """An assumption that was accepted."""
    return f"accepted: {KINDS.get(kind, kind)}"


# --- in which dataset the earlier files are ----------------------------------------------------------------


def earlier_here(dataset: str) -> str:
    """Why a dataset is chosen, or that it is the right one."""
    return f"Earlier files of this table were imported into “{dataset}”: it is the dataset that is changed."


def earlier_elsewhere(datasets: Iterable[str], now: str) -> str:
    """Says that the chosen dataset is another one than that of the earlier files."""
    where = listed(f"“{one}”" for one in datasets)
    return (
        f"Earlier files of this table were imported into {where}, and none into “{now}”, which is changed now. "
        "Here all rows would be new."
    )


def change_instead(dataset: str) -> str:
    """Chooses the dataset of the earlier files."""
    return f"Change “{dataset}” instead"


def turned_to(dataset: str, *, used: bool) -> str:
    """Says that another dataset is changed from now on, with what becomes of the choices."""
    choices = (
        "What was chosen about earlier files of this table in it is used."
        if used
        else "Nothing was chosen about earlier files of this table in it."
    )
    return f"“{dataset}” is the dataset that is changed now. {choices} Look at each step again."
