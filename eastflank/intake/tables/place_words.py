"""What the words of a cell say against the place that they seem to name."""

from __future__ import annotations

from collections.abc import Collection

from eastflank.intake.tables.problems import Wrong, wrong
from eastflank.names.answers import Decided
from eastflank.names.countries import CountryNames


def another_country(said: str, hosts: Collection[str], names: CountryNames) -> Wrong | None:
    """The problem of a place that is a country, but none of the hosts; None if it is another place.

    Without a host nothing contradicts it.
    """
    if not hosts or not names.knows(said):
        return None
    named = names.look_up(said)
    if not isinstance(named, Decided) or named.iso3 in hosts:
        return None
    host = ", ".join(names.name_of(each) for each in hosts)
    return wrong("another country", place=named.name, host=host)
