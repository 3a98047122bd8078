"""Which claims of earlier files are of units that a later file of their table had no row of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from eastflank.intake.tables.renewal.earlier_claims import EarlierClaim, told_on
from eastflank.intake.tables.renewal.sheet_keys import SheetKeys
from eastflank.intake.tables.rows import identities
from eastflank.intake.tables.rows.identities import Identity
from eastflank.intake.tables.target.new_rows import Row
from eastflank.model import Dataset

_DIGITS = 12
"""The length of a checksum that no claim of a row has: so these claims are never taken for one of a row."""
_ID = re.compile(rf"(.*)-left-[0-9a-f]{{{_DIGITS}}}(?:-\d+)?")


def base_of(key: str, about: Identity) -> str:
    """The id of the first claim that says that a file has no row of a unit. `key` is that of its rows."""
    return f"{key}-left-{identities.checksum(*about, digits=_DIGITS)}"


@dataclass(frozen=True, slots=True)
class EndedBefore:
    """The claims that say so, by the deployment: the day, the id, and the nations that left (none: all)."""

    of_deployment: Mapping[str, Sequence[tuple[date, str, frozenset[str]]]]
    published: Mapping[str, date]
    """The day of each source."""
    day: date
    """The day of the new file: what a file of a later day says does not matter to it."""

    def after(self, one: EarlierClaim) -> str:
        """The claim that says that the unit of an earlier claim had left since; empty if there is none."""
        return self.since(one.cells, one.parts, told_on(one.cells, self.published.get(one.source, date.min)))

    def since(self, cells: Row, parts: Sequence[Row], day: date = date.min) -> str:
        """The newest such claim about the unit of a claim, later than a day; empty if there is none."""
        nations = {part["nation"] for part in parts}
        found = [
            (on, claim)
            for on, claim, left in self.of_deployment.get(cells.get("deployment", ""), ())
            if day < on <= self.day and (not left or (nations and nations <= left))
        ]
        return max(found)[1] if found else ""

    def of_new(self, cells: Row, parts: Sequence[Row], held: Mapping[str, EarlierClaim]) -> str:
        """The claim that says that the unit of a new claim had left, if no earlier claim came after it."""
        if cells["deployment"] not in self.of_deployment:
            return ""
        own = [
            one
            for one in held.values()
            if one.review != "retracted" and one.cells["deployment"] == cells["deployment"]
        ]
        nations = {part["nation"] for part in parts}
        same = [one for one in own if {part["nation"] for part in one.parts} == nations] or own
        days = (told_on(one.cells, self.published.get(one.source, date.min)) for one in same)
        return self.since(cells, parts, max(days, default=date.min))


def already_ended(dataset: Dataset, keys: SheetKeys, day: date) -> EndedBefore:
    """The claims of this kind in a dataset about units of this sheet, without retracted ones.

    `day` is that of the new file.
    """
    published = {one.id: _day(one.published) for one in dataset.sources_by_id.values()}
    frame = dataset.claims
    own = frame[frame["id"].str.contains("-left-", regex=False) & (frame["review"] != "retracted")]
    found: defaultdict[str, list[tuple[date, str, frozenset[str]]]] = defaultdict(list)
    for claim, source, deployment in own[["id", "source", "deployment"]].itertuples(index=False, name=None):
        match = _ID.fullmatch(str(claim))
        if match and match[1] in keys.keys:
            sent = dataset.contributions
            left = frozenset(sent.loc[(sent["claim"] == claim) & (sent["left"] == "yes"), "nation"])
            found[str(deployment)].append((published.get(str(source), date.min), str(claim), left))
    return EndedBefore(found, published, day)


def _day(published: str | None) -> date:
    return told_on({"as_at": published or ""}, date.min)
