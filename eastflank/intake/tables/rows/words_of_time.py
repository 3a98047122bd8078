"""Words and days by which a cell tells of an end, a plan or another time, in several languages. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from eastflank.intake.tables.cells.sheets import Cell
from eastflank.intake.tables.cells.unstated import UNSTATED
from eastflank.intake.tables.columns import day_columns

_FIRST_WORDS = (
    r"(?:(?:(?:still|being|only|under) )*consider(?:ed|ing|ation)|under (?:discussion|review)|discussed|"
    r"offered|requested|pledged|announced|withdrawn|withdrew|ended|left in|returned|former|planned|proposed|"
    r"to be deployed|not yet|no longer|"
    r"sent home|went home|gone home|relocated|redeployed|moved to|pulled out|"
    r"abgezogen|beendet|geplant|ehemalig|verlegt|zurückverlegt|"
    r"wycofan|zakończon|planowan|przeniesion|przebazowan|"
    r"retiré|prévu|terminé|achevé|désengag|rapatri|redéploy|"
    r"išvest|planuojam|baigt|perkelt|"
    r"выведен|планир|заверш[её]н|переброшен|перемещ[её]н|"
    r"until|till|bis|do \d|jusqu|iki|до \d)"
)
_BEGINS = re.compile(rf"\W*{_FIRST_WORDS}|.*\({_FIRST_WORDS}", re.IGNORECASE | re.DOTALL)
_ANYWHERE = re.compile(
    r"\b(?:withdr[ae]w|ended\b|ending\b|left (?:in|on|for)\b|returned|former|planned|proposed|to be |not yet|"
    r"no longer|sent home|went home|gone home|relocated|redeployed|moved (?:to|out)\b|pulled out|relieved|"
    r"replaced|disbanded|completed|closed\b|cancelled|canceled|expired|previous|announced|pledged|until\b|till\b|"
    r"abgezogen|beendet|abgeschlossen|geplant|ehemalig|verlegt|zurückverlegt|zurückgekehrt|aufgelöst|"
    r"nicht mehr|noch nicht|angekündigt|abgelöst|bis (?:\d|ende|anfang|mitte)|"
    r"wycofan|zakończ|planowan|przeniesion|przebazowan|zapowiedzian|powrócił|były\b|była\b|dawn[yae]|do \d|"
    r"retiré|prévu|terminé|achevé|désengag|rapatri|redéploy|relevé|envisag|annoncé|transféré|ancien|jusqu|"
    r"išvest|planuojam|baigt|baigė|perkelt|buvęs|buvus|grąžint|iki \d|"
    r"выведен|вывод|планир|заверш|законч|оконч|переброш|перемещ|передислоц|отозван|возвращ|бывш|до \d)",
    re.IGNORECASE,
)
_END = re.compile(
    r"\b(?:left|withdr[ae]w\w*|departed|departure|ended|ends?|until|abzug|abgezogen|beendet|retrait|retiré|départ|"
    r"fin|zakończ\w*|wycofan\w*|koniec|pabaiga|išvest\w*|вывод\w*|выведен\w*|заверш\w*|оконч\w*)\b",
    re.IGNORECASE,
)
_SAMPLED = 200
"""How many different cells of a column say whether its numbers are years."""
_NO = frozenset({"no", "0", "false", "nein", "non", "nie", "ne", "нет", "not", "open", "n"})


def begins(cell: Cell) -> bool:
    """Whether a remark or a name begins with words of another time, also in brackets: “ended in 2023”."""
    return isinstance(cell, str) and _BEGINS.match(cell) is not None


def in_a_column(heading: str, cells: Sequence[Cell]) -> Callable[[Cell], str]:
    """For a column that is not imported: the kind of what a cell tells of a time, a key of `words.MARKS`.

    A number is a year only where most cells of the column tell a day: else it counts something.
    """
    stated = [cell for cell in cells if cell is not None][:_SAMPLED]
    days = 2 * sum(map(day_columns.tells_a_day, stated)) >= len(stated)
    of_ends = _END.search(heading) is not None

    def kind(cell: Cell) -> str:
        text = "" if cell is None else str(cell).strip()
        if text.casefold() in UNSTATED or "://" in text:
            return ""
        if isinstance(cell, str) and _ANYWHERE.search(cell):
            return "a time left out"
        number = isinstance(cell, (int, float)) or text.isdigit()
        if (days or not number) and day_columns.tells_a_day(cell):
            return "a day left out"
        return "an end left out" if of_ends and text.casefold() not in _NO else ""

    return kind
