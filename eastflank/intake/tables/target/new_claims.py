"""The claims that the rows of a table become, with their contingents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from eastflank.intake.tables.cells.contingents import StatedContingent
from eastflank.intake.tables.rows import identities, notes
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.rows.kinds_of_unit import is_of_kind, senders
from eastflank.intake.tables.target.new_rows import Row, TableOrigin
from eastflank.model import STATUSES, Standing
from eastflank.names.countries import CountryNames
from eastflank.words.chosen import dates_in_words, figures, values
from eastflank.words.chosen import imported_claims as words


def claim_of(  # noqa: PLR0913 - a row, and all that it was found to be about
    entry: TableEntry, deployment: str, sort: str, place: str, origin: TableOrigin, *, contingent: bool
) -> tuple[dict[str, str], list[Row]]:
    """A claim without its id and source, and its contingents without their claim."""
    low = "" if entry.low is None else str(entry.low)
    high = low if entry.high == entry.low else "" if entry.high is None else str(entry.high)
    figure = bool(low or high)
    lead = entry.lead or (() if contingent else entry.nation)
    counts = entry.counts or ("contingent" if contingent and entry.nation else "whole")
    if counts == "sum" and not _adds_up(entry):
        counts = "whole"  # the table's figure is more than the contingents that it states for this day
    claim = {
        "basis": "cited",
        "citation": _citation(entry, origin),
        "kind": "deployment",
        "deployment": deployment,
        "said_on": entry.said,
        "as_at": entry.date,
        "status": entry.status,
        "lead": identities.codes(lead),
        "host": identities.codes(entry.host),
        "place": place,
        "troops_low": low,
        "troops_high": high,
        "hedge": entry.hedge if figure else "",
        "counts": counts if figure else "",
        "starts": entry.starts,
        "ends": entry.ends,
        "credibility": "6",
        "review": "draft",
        "note": notes.note_of(entry),
    }
    if sort == "statistic" and claim["counts"] != "sum":
        return claim, []
    if not entry.nation or claim["counts"] == "sum":
        return claim, [_sent(each) for each in sorted(entry.contingents, key=lambda each: each.nation)]
    alone = len(entry.nation) == 1
    own = {"troops_low": low, "troops_high": high, "hedge": claim["hedge"]} if alone else {}
    return claim, [{"nation": nation, **own} for nation in sorted(entry.nation)]


def is_part_that_left(entry: TableEntry) -> bool:
    """Whether a row says that one nation, which does not lead, is no longer in a unit."""
    gone = STATUSES.get(entry.status) == Standing.GONE
    return gone and len(entry.nation) == 1 and entry.nation[0] not in entry.lead


def left(
    claim: Mapping[str, str], entry: TableEntry, status: str, names: CountryNames
) -> tuple[dict[str, str], list[Row]]:
    """The claim of such a row, and its contingent: the nation left, and the unit is there without it.

    The row's status, figure and days are only in the note, since as cells they would be those of the unit.
    `status` is that of the unit, by its other rows.
    """
    said = words.part_that_left(
        names.name_of(entry.nation[0]),
        values.status(entry.status),
        ""
        if entry.low is entry.high is None
        else figures.strength(entry.low, entry.high, entry.hedge or None),
        *(dates_in_words.when(day) if day else "" for day in (entry.starts, entry.ends)),
    )
    of_the_unit = ("troops_low", "troops_high", "hedge", "counts", "starts", "ends")
    note = " ".join(filter(None, (claim["note"], said)))
    return (
        {**claim, **dict.fromkeys(of_the_unit, ""), "status": status, "note": note},
        [{"nation": entry.nation[0], "left": "yes"}],
    )


def _citation(entry: TableEntry, origin: TableOrigin) -> str:
    sheet = words.SHEET.format(sheet=entry.sheet) if entry.sheet else ""
    return words.CITATION.format(name=origin.file.name, sheet=sheet, line=entry.line)


def with_contingents(
    entries: Sequence[TableEntry], units: Sequence[str], refused: Sequence[TableEntry] = ()
) -> frozenset[str]:
    """The named deployments to which several nations send people, with one row for each nation.

    `units`: the id of the deployment of each entry. `refused` are rows of the same file that are not brought:
    they give no figure, but without them the figure of another nation would seem to be that of the whole.
    """
    nations: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    named: defaultdict[tuple[str, ...], dict[TableEntry, str]] = defaultdict(dict)
    for entry, own in zip(entries, units, strict=True):
        if (entry.name or entry.id or identities.is_led(entry)) and entry.nation:
            nations[own].add(entry.nation)
            if refused:
                named[_called(entry)][entry] = own
    for entry in refused:
        sent = entry.nation or (_UNREAD if _names_no_nation(entry) else ())
        for other, own in named.get(_called(entry), {}).items() if sent else ():
            if _may_be_together(entry, other):
                nations[own].add(sent)
    return frozenset(key for key, sent in nations.items() if len(sent) > 1)


_UNREAD = ("",)
"""The sender of a row whose nation could not be read."""


def _called(entry: TableEntry) -> tuple[str, ...]:
    """What the rows of one deployment have in common, whatever else of them could not be read."""
    if identities.is_led(entry):
        return ("led by", identities.codes(entry.lead), identities.codes(entry.host), entry.place)
    kind = ("of", identities.codes(senders(entry))) if is_of_kind(entry) else ()
    return entry.id or identities.folded(entry.name) or entry.name, *kind


def _may_be_together(refused: TableEntry, other: TableEntry) -> bool:
    """Whether two rows of one name may be of one deployment, as far as the refused one could be read."""
    if refused.host and other.host and not set(refused.host) & set(other.host):
        return False
    if other.site is None or not refused.place:
        return True
    return other.site == refused.site or identities.folded(other.place) == identities.folded(refused.place)


def _names_no_nation(entry: TableEntry) -> bool:
    return any(problem.kind in _NO_NATION for problem in entry.problems)


_NO_NATION = frozenset({"no nation", "a nation alike", "a nation in two ways", "a state that is gone"})


def is_part(entry: TableEntry) -> bool:
    """Whether a row is about one nation's people in a unit that others lead."""
    return bool(entry.lead and len(entry.nation) == 1) and entry.nation[0] not in entry.lead


def _adds_up(entry: TableEntry) -> bool:
    """Whether the figure of a row is the sum of its contingents."""
    sides = [(one.low, one.high) for one in entry.contingents]
    lows, highs = (
        [low for low, _ in sides if low is not None],
        [high for _, high in sides if high is not None],
    )
    whole = bool(sides) and len(lows) == len(highs) == len(sides)
    return whole and (sum(lows), sum(highs)) == (entry.low, entry.high)


def _sent(one: StatedContingent) -> Row:
    """A contingent's cells; empty ones are left out, as they are in `EarlierClaim`."""
    low, high = (str(side) if side is not None else "" for side in (one.low, one.high))
    cells = {"nation": one.nation, "troops_low": low, "troops_high": high, "hedge": one.hedge}
    return {name: cell for name, cell in cells.items() if cell}
