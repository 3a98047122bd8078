"""Whether a unit whose claim is gone has other rows in the file, and which nation has none of it any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from eastflank.intake.tables.renewal.earlier_claims import EarlierClaim
from eastflank.intake.tables.rows.entries import TableEntry

if TYPE_CHECKING:
    from eastflank.intake.tables.renewal.changes import Gone


def told(  # noqa: PLR0913, PLR0917 - what is gone, and all that is not
    gone: Sequence[Gone],
    waits: Sequence[Gone],
    held: Mapping[str, EarlierClaim],
    ahead: Collection[str],
    entries: Sequence[TableEntry],
    units: Sequence[str],
) -> tuple[Gone, ...]:
    """The claims that are gone, with what their units have left. `units` are the deployments of `entries`."""
    if not gone:
        return ()
    senders: defaultdict[str, set[str]] = defaultdict(set)
    statuses: defaultdict[str, set[str]] = defaultdict(set)
    for entry, unit in zip(entries, units, strict=True):
        statuses[unit].add(entry.status)
        senders[unit].update(entry.nation, entry.lead, (one.nation for one in entry.contingents))
    unsure = {one.deployment for one in waits} | {held[base].cells["deployment"] for base in ahead}
    by_id = {one.id: one for one in held.values()}

    def one_of(one: Gone) -> Gone:
        if one.deployment in unsure:
            return replace(one, unclear=True)
        if one.deployment not in senders:
            return one
        nations = tuple(part["nation"] for part in by_id[one.claim].parts)
        status = statuses[one.deployment]
        if len(nations) == len(status) == 1 and nations[0] not in senders[one.deployment]:
            return replace(one, left=nations, status=min(status))
        return replace(one, unclear=True)

    return tuple(map(one_of, gone))
