"""A unit that moved from one file of a table to the next: one row of its name and nation in each.

Only a name of its own tells a unit, not a word for a kind of unit. If any other row or claim has the name, it
is not certain that it is the same unit.
"""

from __future__ import annotations

from collections.abc import Sequence

from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.target.earlier_files import EarlierFiles
from eastflank.intake.tables.target.units import HeldUnits, Hosts, Presence


def came_from(
    rows: Sequence[TableEntry], claims: Sequence[Presence], held: HeldUnits, files: EarlierFiles
) -> Hosts:
    """The countries where the earlier file has the unit of these rows; none if it did not move, or perhaps.

    `rows` are all rows of the file that have its name, and `claims` all claims that count on units with it.
    """
    before = files.newest(claims) if len(rows) == 1 else ()
    if len(before) != 1 or len({one.deployment for one in claims}) != 1:
        return Hosts()
    (row,), (claim,) = rows, before
    own = Hosts({*row.nation, *row.lead, *(one.nation for one in row.contingents)})
    theirs = claim.nations | held.contingents([claim.claim]).get(claim.claim, Hosts())
    if len(own) != 1 or own != theirs or not row.host or claim.hosts & set(row.host):
        return Hosts()
    return claim.hosts
