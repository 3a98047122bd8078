"""What an import would change in a dataset: claims that are new, changed, the same, or gone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from eastflank.intake.tables.places.found_places import PlaceSpot
from eastflank.intake.tables.renewal import in_the_file, perhaps_moved, renamed_units, units_left
from eastflank.intake.tables.renewal.comparing import ComparedRows, FileRows, SheetRows, compared
from eastflank.intake.tables.renewal.earlier_claims import EarlierClaim, earlier
from eastflank.intake.tables.renewal.ended_before import already_ended
from eastflank.intake.tables.renewal.import_totals import Totals, totals
from eastflank.intake.tables.renewal.other_words import Reworded
from eastflank.intake.tables.renewal.renamed_units import NewName
from eastflank.intake.tables.renewal.renewing import Absent, absent
from eastflank.intake.tables.renewal.sheet_keys import SheetKeys, keys_of
from eastflank.intake.tables.rows import identities
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.target import new_nations, new_sources
from eastflank.intake.tables.target.new_deployments import NewDeployments
from eastflank.intake.tables.target.new_places import NewPlaces
from eastflank.intake.tables.target.new_rows import NewRows, Row, TableOrigin
from eastflank.intake.tables.target.table_names import name_of
from eastflank.model import Dataset
from eastflank.names.countries import CountryNames
from eastflank.store.edits import Edit, Insert
from eastflank.words.chosen import imported_claims as words


@dataclass(frozen=True, slots=True)
class Gone:
    """A claim whose row the new file of its table has not. It stays until somebody retracts it."""

    claim: str
    deployment: str
    before: tuple[str, ...] = ()
    """Claims of still earlier files that it had renewed."""
    left: tuple[str, ...] = ()
    """The nations that have no row of the unit any more, where it has other rows; empty: it has none."""
    status: str = ""
    """What the other rows of such a unit say of its status; only with `left`."""
    unclear: bool = False
    """Whether the unit has other rows, and it can not be said which nation left."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What an import would do. `edits` go to `store.edits.apply`, with `reason`."""

    edits: tuple[Edit, ...]
    reason: str
    new: tuple[str, ...]
    """Claims that are new, and renew none."""
    renewed: tuple[tuple[str, str], ...]
    """Earlier claims, and new ones on the same unit, nation and place, of another day. Both stay.

    A row without a day of its own is of the day of its table. So a later table states it again.
    """
    otherwise: frozenset[str]
    """Those of these new claims that differ from the earlier one in more than the day."""
    backwards: int
    """For how many of these the new claim is of an earlier day."""
    ahead: int
    """How many earlier claims come from a file of a later day. They stay, and are not compared."""
    returned: tuple[tuple[str, str], ...]
    """Claims whose row was imported before and was retracted: the newest of these, and the new one."""
    changed: tuple[tuple[str, str], ...]
    """Old claims and the claims that replace them; one that a person reviewed stays beside the new one."""
    same: int
    reworded: tuple[Reworded, ...]
    """Those of the same claims whose row names the same place in other words."""
    renamed: tuple[NewName, ...]
    """Units that a person says have a new name in this file."""
    may_be_renamed: tuple[NewName, ...]
    """Units that are gone, each with a new one that may be the same, under a new name or elsewhere: a
    question, which decides nothing."""
    gone: tuple[Gone, ...]
    waits: tuple[Gone, ...]
    """Claims of an earlier file whose row is in the new one, but is not imported. They stay too."""
    before: Totals
    after: Totals
    source: str
    """The id of the source that these claims have: the table."""
    kept_day: str = ""
    """The day that the table has and keeps, although another one was given; empty: it has the given one."""
    unlike: tuple[str, ...] = ()
    """The columns of an earlier table of this name, which is taken for another one; empty: there is none."""
    reread: tuple[tuple[str, str], ...] = ()
    """Claims of this very file that are read otherwise now, and the new ones; empty: there is none."""
    unread: tuple[Gone, ...] = ()
    """Those claims of `reread` that their row does not make any more. They stay."""
    day: date = date.min
    """The day of the table."""
    back: tuple[tuple[str, str], ...] = ()
    """Claims that say that a unit had left, because a file had no row of it, and the new ones on it."""
    earlier: int = 0
    """How many claims of earlier files are the newest ones of their rows."""
    ended: tuple[str, ...] = ()
    """The new claims which say that the units that are gone had left."""
    not_ended: tuple[Gone, ...] = ()
    """Those of `gone` of which no such claim can be made. They stay."""
    retracted: int = 0
    """How many claims that are gone, and claims that these had renewed, are retracted."""

    @property
    def numbers(self) -> tuple[int, int, int]:
        """How many claims are new, have other values than before, and have the same ones of another day."""
        other = sum(after in self.otherwise for _, after in self.renewed)
        return len(self.new), len(self.changed) + other, len(self.renewed) - other


def import_changes(  # noqa: PLR0913, PLR0917 - what is brought, and all that it is held against
    entries: Sequence[TableEntry],
    spots: Mapping[tuple[str, str], PlaceSpot],
    dataset: Dataset,
    origin: TableOrigin,
    names: CountryNames,
    nation_row: Callable[[str], Row | None],
    others: Sequence[TableEntry] = (),
    refused: Sequence[TableEntry] = (),
) -> Changes:
    """The edits that bring these entries into the dataset. Each is certain or accepted, and occurs once.

    `spots` are the places that were looked up, by words and country. `nation_row` is the row of a country for
    `nations.csv`; it is called for countries that the dataset lacks, and must know each of them. `others` are
    the entries of the file that are not brought. `refused` are those of them that no person left out.
    """
    return _Draft(dataset, origin, names, spots, nation_row).made(entries, others, refused)


class _Draft(NewRows):
    """Computes the edits of one table."""

    def made(
        self, entries: Sequence[TableEntry], others: Sequence[TableEntry], refused: Sequence[TableEntry]
    ) -> Changes:
        name = self.origin.file.name
        named = name_of(name, self.origin.headings, self.dataset, same=self.origin.same)
        keys = keys_of(named.key, self.origin.sheet, [sheet.name for sheet in self.origin.file.sheets])
        source = new_sources.id_of(self.dataset, self.origin, keys.table)
        held, of_other_sheets = earlier(self.dataset, keys)
        ended = already_ended(self.dataset, keys, new_sources.day_of(self.dataset, self.origin, source))
        live = {base for base, one in held.items() if one.review != "retracted"}
        over = {base for base in live if ended.after(held[base])}
        places = NewPlaces(self)
        deployments = NewDeployments(self, places.id_of)
        units = [
            (own, deployments.id_of(entry, identities.of_unit(entry, own)))
            for entry in entries
            for own in (identities.of_deployment(entry),)
        ]
        entries = tuple(
            renamed_units.marked(entries, (unit for _, (unit, _) in units), self.dataset, self.origin)
            if self.origin.renamed
            else entries
        )
        renamed = renamed_units.accepted(deployments.new_names, self)
        rows = compared(
            self,
            FileRows(entries, units, others, refused),
            places.id_of,
            source,
            SheetRows(keys, held, of_other_sheets, ended),
        )
        claims, contributions, retracted = rows.claims, rows.contributions, rows.retracted
        used = {row["deployment"] for row in claims}, {row.get("place", "") for row in claims}
        edits: list[Edit] = [
            *new_nations.rows(self, claims, contributions, used[1]),
            *(Insert("places", row) for key_, row in sorted(self.rows["places"].items()) if key_ in used[1]),
            *new_sources.rows(self.dataset, self.origin, source, needed=bool(claims)),
            *(
                Insert("deployments", row)
                for key_, row in sorted(self.rows["deployments"].items())
                if key_ in used[0]
            ),
            *(Insert("claims", row) for row in claims),
            *(Insert("contributions", row) for row in contributions),
            *retracted,
            *renamed_units.rows(renamed, self),
        ]
        missing = live - over - rows.met
        what = absent(missing, held, rows.fresh, self.dataset, source, self.origin.day)
        gone, waits = self._gone(what, held, others, keys)
        gone = units_left.told(gone, waits, held, what.ahead, entries, [unit for _, (unit, _) in units])
        before_, after = totals(
            self.dataset,
            held,
            claims,
            retracted,
            [each for each in edits if isinstance(each, Insert)],
            what.overtaken | what.ahead | over,
            [*rows.replaced, *what.renewed],
        )
        really = {one.claim for one in gone}
        left = [held[base] for base in what.gone if held[base].id in really]
        there = {unit for _, (unit, _) in units}
        renewing = {*what.renewed.values()}
        return Changes(
            edits=tuple(edits),
            reason=words.REASON.format(name=name),
            new=tuple(one for one in rows.new if one not in renewing),
            renewed=(*((held[base].id, claim) for base, claim in what.renewed.items()), *rows.restated),
            otherwise=what.otherwise(held, rows.fresh),
            backwards=what.backwards,
            ahead=len(what.ahead),
            returned=tuple(rows.returned),
            changed=tuple(rows.changed),
            same=rows.same,
            reworded=tuple(rows.reworded),
            renamed=renamed,
            may_be_renamed=self._may_be_the_same(left, rows, there),
            gone=gone,
            waits=waits,
            before=before_,
            after=after,
            source=source,
            kept_day=new_sources.kept_day(self.dataset, self.origin, source),
            unlike=named.unlike,
            day=ended.day,
            back=tuple(rows.back),
            earlier=len(live - over - what.overtaken - what.ahead),
        )

    def _may_be_the_same(
        self, left: Sequence[EarlierClaim], rows: ComparedRows, there: Collection[str]
    ) -> tuple[NewName, ...]:
        """The questions about units that are gone, and new ones."""
        renamed = renamed_units.questions(left, rows.fresh, there, self)
        asked = {unit for one in renamed for unit in (one.unit, one.made)}
        moved = perhaps_moved.questions(left, rows.fresh, there, self)
        return (*renamed, *(one for one in moved if not asked & {one.unit, one.made}))

    def _gone(
        self, what: Absent, held: Mapping[str, EarlierClaim], others: Sequence[TableEntry], keys: SheetKeys
    ) -> tuple[tuple[Gone, ...], tuple[Gone, ...]]:
        """The claims that are gone, and those that wait."""
        left = {base: held[base] for base in what.gone}
        waits = in_the_file.waiting(left, others if left else (), keys.keys, self.dataset)
        told = {
            base: Gone(held[base].id, held[base].cells["deployment"], before)
            for base, before in what.gone.items()
        }
        return (
            tuple(one for base, one in told.items() if base not in waits),
            tuple(one for base, one in told.items() if base in waits),
        )
