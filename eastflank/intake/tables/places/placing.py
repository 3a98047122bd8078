"""Places of entries; each different place is looked up once, offline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from eastflank.intake.tables.cells.problems import Problem, RowMark, Wrong, wrong
from eastflank.intake.tables.places.found_places import Ask, PlaceChoice, PlaceSpot
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.words.chosen import imported_claims


def known_by_name(entries: Iterable[TableEntry]) -> dict[Ask, PlaceSpot]:
    """The places that an export of Eastflank knows by their names alone, in each of its rows."""
    asks: dict[Ask, bool] = {}
    for entry in entries:
        if ask := _ask(entry):
            asks[ask] = entry.by_name and asks.get(ask, True)
    return {ask: PlaceSpot("", ask[1], None, "none", "", "", "") for ask, alone in asks.items() if alone}


def asked(entries: Iterable[TableEntry]) -> tuple[Ask, ...]:
    """Each different place to look up, once; also those of rows with a problem."""
    return tuple(dict.fromkeys(ask for entry in entries if (ask := _ask(entry))))


def _ask(entry: TableEntry) -> Ask | None:
    if not entry.place or entry.point is not None:
        return None
    return entry.place, entry.host[0] if len(entry.host) == 1 else ""


def placed(
    entries: Sequence[TableEntry],
    find: Callable[[str, str], PlaceSpot | PlaceChoice],
    heading: str,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> tuple[tuple[TableEntry, ...], Mapping[Ask, PlaceSpot | PlaceChoice]]:
    """The entries with their resolved places, and each place that was looked up.

    `heading` is that of the column of places. `progress` is called with how many places are done, and of how
    many.
    """
    asks = asked(entries)
    found: dict[Ask, PlaceSpot | PlaceChoice] = {}
    for number, ask in enumerate(asks, 1):
        found[ask] = find(*ask)
        progress(number, len(asks))
    return tuple(_placed(entries, found, heading)), found


def _placed(
    entries: Iterable[TableEntry], found: Mapping[Ask, PlaceSpot | PlaceChoice], heading: str
) -> Iterator[TableEntry]:
    for entry in entries:
        ask = _ask(entry)
        answer = found[ask] if ask else None
        match answer:
            case PlaceChoice(problem=problem):
                told = _told(entry, heading, problem)
                yield entry._replace(problems=(*entry.problems, told))
            case PlaceSpot():
                marks = entry.marks
                if answer.mark:
                    marks = (
                        *marks,
                        RowMark(entry.sheet, entry.line, heading, entry.place, answer.kind, answer.mark),
                    )
                host = entry.host or ((answer.country,) if answer.country else ())
                if not host and answer.point is None:
                    told = _told(entry, heading, wrong("nowhere"))
                    yield entry._replace(problems=(*entry.problems, told))
                elif answer.point is None and answer.note:
                    note = imported_claims.sentences((entry.note, answer.note))
                    yield entry._replace(marks=marks, host=host, note=note)
                elif marks is entry.marks and host is entry.host:
                    yield entry
                else:
                    yield entry._replace(marks=marks, host=host)
            case None:
                yield entry


def _told(entry: TableEntry, heading: str, found: Wrong) -> Problem:
    return Problem(entry.sheet, entry.line, heading, entry.place, found.kind, found.reason, found.suggestion)
