"""Whether the rows of a table agree with the target dataset, and with each other."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from eastflank.intake.tables.cells.problems import Problem, RowMark, Wrong, wrong
from eastflank.intake.tables.cells.texts import shown
from eastflank.intake.tables.places.found_places import PlaceSpot
from eastflank.intake.tables.rows import identities
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.target.against import Against
from eastflank.intake.tables.target.new_deployments import kind_of
from eastflank.model import Place
from eastflank.view.reach import reach_of
from eastflank.words.chosen import lists
from eastflank.words.chosen import rows_of_tables as words


def on_the_map(
    entries: Sequence[TableEntry],
    spots: Mapping[tuple[str, str], PlaceSpot],
    fields: Mapping[str, str],
    against: Against,
    cell: Callable[[int, str], str] = lambda _at, _heading: "",
) -> Iterator[TableEntry]:
    """The entries, with a mark for each host that the map does not show.

    A row keeps such a host: it is in the table, the counts and the exports. `cell` is what the file has for
    an entry, by its index, under a heading.
    """
    reach = reach_of(against.dataset)
    known: dict[str, Wrong | None] = {}

    def objection(code: str) -> Wrong | None:
        if code not in known:
            lacking = code not in against.dataset.nations_by_code and against.nation_row(code) is None
            known[code] = wrong("no capital", country=against.known.names.name_of(code)) if lacking else None
        return known[code]

    @functools.cache
    def objections(
        host: tuple[str, ...], nation: tuple[str, ...], lead: tuple[str, ...]
    ) -> tuple[tuple[str, str, Wrong], ...]:
        """The column, the code and what is wrong with it. A million rows name few different countries."""
        return tuple(
            (column, code, found)
            for column, codes in (("host", host), ("nation", nation), ("lead", lead))
            for code in codes
            if (found := objection(code))
        )

    @functools.cache
    def outside(hosts: tuple[str, ...]) -> str:
        """The hosts that the map does not show, as a mark; empty if there are none."""
        codes = [code for code in hosts if not reach.shows(code)]
        named = lists.listed(against.known.names.name_of(code) for code in codes)
        return words.MARKS["off the map"].format(where=named) if codes else ""

    def beyond(entry: TableEntry, spot: PlaceSpot | None) -> str:
        """The same, also for a place that is far away in a country of the map."""
        if found := outside(entry.host):
            return found
        name, point = (spot.name, spot.point) if spot else (entry.place, None)
        point = entry.point or point
        if point is None or reach.has(Place(name, "site", point)):
            return ""
        return words.MARKS["off the map"].format(where=name or words.point_at(point.lat, point.lon))

    def where_said(at: int, entry: TableEntry, column: str) -> tuple[str, str]:
        """The heading and the cell that name a country of an entry."""
        heading = fields.get(column, "")
        unread = any(problem.column == heading for problem in entry.problems)
        said = "" if unread or not heading else cell(at, heading)
        if column == "host" and not said and entry.place:  # the host is known by the place
            return fields.get("place", ""), entry.place
        return heading, said

    allowed = tuple(against.known.kinds)
    for at, entry in enumerate(entries):
        problems, marks = list(entry.problems), list(entry.marks)
        for column, code, found in objections(entry.host, entry.nation, entry.lead):
            heading, said = where_said(at, entry, column)
            problems.append(_problem(entry, heading, shown(said or code), found))
        spot = spots.get((entry.place, entry.host[0] if len(entry.host) == 1 else "")) or spots.get(
            (entry.place, "")
        )
        if not_shown := beyond(entry, spot):
            heading, said = where_said(at, entry, "host")
            value = shown(said or ";".join(entry.host))
            marks.append(RowMark(entry.sheet, entry.line, heading, value, "off the map", not_shown))
        if spot and spot.point is None and spot.name and entry.point is None:
            said = words.MARKS["no place found"].format(host=spot.country)
            marks.append(
                RowMark(entry.sheet, entry.line, fields.get("place", ""), entry.place, "no place found", said)
            )
        sort = "unit" if entry.name or entry.place or entry.point else "statistic"
        if not entry.kind and allowed and kind_of(sort, allowed) not in ("statistic", "presence"):
            found = wrong("no such kind", known=", ".join(kind.one for kind in against.known.kinds.values()))
            problems.append(_problem(entry, fields.get("kind", ""), "", found))
        if len(problems) == len(entry.problems) and len(marks) == len(entry.marks):
            yield entry
        else:
            yield entry._replace(problems=tuple(problems), marks=tuple(marks))


def each_once(
    entries: Iterator[TableEntry], apart: Callable[[Sequence[int]], str] = lambda _rows: ""
) -> Iterator[TableEntry]:
    """The entries; one that repeats an earlier one, or contradicts it, is a problem.

    `apart` gives the heading of a column that is not imported and tells such rows apart; empty: none does.
    """
    held = list(entries)
    by_claim: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, entry in enumerate(held):
        if not entry.problems:
            by_claim[identities.of_claim(entry)].append(at)
    told: dict[int, Problem] = {}
    for same in by_claim.values():
        if len(same) == 1:
            continue
        first = held[same[0]]
        others = [held[at] for at in same[1:]]
        by = apart(same)
        more = ", told apart" if by else ""
        if any(_says(other) != _says(first) for other in others):
            for at in same:
                rival = next(each for each in (first, *others) if _says(each) != _says(held[at]))
                problem = wrong(f"a contradiction{more}", line=rival.line, other=_figure(rival), column=by)
                told[at] = _problem(held[at], "", _figure(held[at]), problem)
        else:
            for at in same[1:]:
                told[at] = _problem(
                    held[at], "", "", wrong(f"a second time{more}", line=first.line, column=by)
                )
    for at, entry in enumerate(held):
        yield entry._replace(problems=(told[at],)) if at in told else entry


def _says(entry: TableEntry) -> tuple[object, ...]:
    return entry.low, entry.high, entry.hedge, entry.status, entry.ends, entry.lead, entry.point


def _figure(entry: TableEntry) -> str:
    sides = [f"{side:,}" for side in dict.fromkeys((entry.low, entry.high)) if side is not None]
    figure = " ".join(filter(None, (entry.hedge, "-".join(sides))))
    return figure or entry.status or "nothing"


def _problem(entry: TableEntry, column: str, value: str, found: Wrong) -> Problem:
    return Problem(entry.sheet, entry.line, column, value, found.kind, found.reason, found.suggestion)
