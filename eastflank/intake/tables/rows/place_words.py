"""What the words of a cell say against the place that they seem to name."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection

from eastflank.intake.tables.cells.place_parts import in_a_country
from eastflank.intake.tables.cells.problems import Wrong, wrong
from eastflank.intake.tables.rows.row_read import RowRead
from eastflank.names.answers import Decided
from eastflank.names.countries import CountryNames
from eastflank.words.chosen import places_of_rows

_DOUBT = re.compile(
    r"\?|(?<![\d.,-])(?:19|20)\d\d(?![\d.,-])"
    r"|\bex-(?=\w)|\b(?:former(?:ly)?|previously|no longer|not|closed|until|till"
    r"|(?:since|from)(?=\s.*\d{4})|planned|proposed|intended|expected|future|tbc|tbd"
    r"|unconfirmed|unclear|possibl[ey]|probabl[ey]|perhaps|maybe|likely|reportedly|alleged(?:ly)?|ehem|ehemal\w+|geplant\w*|vermutlich|wahrscheinlich|prévue?"
    r"|był[aey]?|planowan\w+|бывш\w+|планир\w+|возможно)(?!\w)",
    re.IGNORECASE,
)
"""Words of doubt, or of another time. None is in a name of a place of the record or of its bases."""


def check_place(row: RowRead, hosts: Collection[str], said: str, names: CountryNames) -> None:
    """Record what is against the place of a row, `said`; a place in a single host is looked up later."""
    if not said:
        return
    if words := doubt(said):
        told = places_of_rows.doubt_at_a_place(words)
        row.mark("place", row.own("place"), "a doubt at a place", told)
    if len(hosts) > 1 and (other := another_country(said, hosts, names)):
        row.blame("place", row.own("place"), other)


@functools.lru_cache(maxsize=4_096)
def doubt(said: str) -> tuple[str, ...]:
    """The words of doubt, or of another time, in the words for a place."""
    return tuple(dict.fromkeys(found[0] for found in _DOUBT.finditer(said)))


def another_country(said: str, hosts: Collection[str], names: CountryNames) -> Wrong | None:
    """The problem of a place that is a country, or is in one, but in none of the hosts; None: it is not so.

    Without a host nothing contradicts it.
    """
    if not hosts:
        return None
    country = said
    if not names.knows(said):
        both = in_a_country(said, names)
        if both is None:
            return None
        country = both.country
    named = names.look_up(country)
    if not isinstance(named, Decided) or named.iso3 in hosts:
        return None
    host = ", ".join(names.name_of(each) for each in hosts)
    return wrong("another country", place=named.name, host=host)
