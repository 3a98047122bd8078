"""What an import would change in a dataset: claims that are new, changed, the same, or gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from eastflank.intake.tables import identities, in_the_file, notes
from eastflank.intake.tables.contingents import StatedContingent
from eastflank.intake.tables.earlier_claims import EarlierClaim, earlier, same_claim, same_row
from eastflank.intake.tables.entries import TableEntry
from eastflank.intake.tables.in_the_file import OtherStarts
from eastflank.intake.tables.new_deployments import NewDeployments
from eastflank.intake.tables.new_places import NewPlaces
from eastflank.intake.tables.new_rows import NewRows, Row, TableOrigin
from eastflank.intake.tables.placing import PlaceSpot
from eastflank.intake.tables.sheet_keys import keys_of
from eastflank.model import Dataset
from eastflank.names.countries import CountryNames
from eastflank.store.edits import Edit, Insert, Retract
from eastflank.words.chosen import imported_claims as words


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a dataset holds."""

    deployments: int
    claims: int
    """The number of claims without retracted ones."""
    drafts: int
    """Claims that do not count yet."""
    persons: int
    """The sum of the higher figures in the claims of this table: to notice a wrong digit, not for quoting."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A claim of an earlier file of the table that is not in the new one. It stays."""

    claim: str
    deployment: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What an import would do. `edits` go to `store.edits.apply`, with `reason`."""

    edits: tuple[Edit, ...]
    reason: str
    new: tuple[str, ...]
    """Claims that are new."""
    returned: tuple[str, ...]
    """Those of them whose row was imported before, and was retracted."""
    changed: tuple[tuple[str, str], ...]
    """Old claims and the claims that replace them; one that a person reviewed stays beside the new one."""
    same: int
    gone: tuple[Gone, ...]
    waits: tuple[Gone, ...]
    """Claims of an earlier file whose row is in the new one, but is not imported. They stay too."""
    before: Totals
    after: Totals
    source: str
    """The id of the source that these claims have: the table."""


def import_changes(  # noqa: PLR0913, PLR0917 - what is brought, and all that it is held against
    entries: Sequence[TableEntry],
    spots: Mapping[tuple[str, str], PlaceSpot],
    dataset: Dataset,
    origin: TableOrigin,
    names: CountryNames,
    nation_row: Callable[[str], Row | None],
    others: Sequence[TableEntry] = (),
) -> Changes:
    """The edits that bring these entries into the dataset. Each is certain or accepted, and occurs once.

    `spots` are the places that were looked up, by words and country. `nation_row` is the row of a country for
    `nations.csv`; it is called for countries that the dataset lacks, and must know each of them. `others` are
    the entries of the file that are not brought.
    """
    return _Draft(dataset, origin, names, spots, nation_row).made(entries, others)


class _Draft(NewRows):
    """Computes the edits of one table."""

    def made(self, entries: Sequence[TableEntry], others: Sequence[TableEntry]) -> Changes:
        name = self.origin.file.name
        keys = keys_of(name, self.origin.sheet, [sheet.name for sheet in self.origin.file.sheets])
        source = self._source_id(keys.table)
        held, of_other_sheets = earlier(self.dataset, keys)
        identity = [identities.of_deployment(entry) for entry in entries]
        deployments = NewDeployments(self)
        units = [
            deployments.id_of(entry, identities.of_unit(entry, own))
            for entry, own in zip(entries, identity, strict=True)
        ]
        shared = _with_contingents(entries, [unit for unit, _ in units])
        places = NewPlaces(self)
        claims: list[Row] = []
        contributions: list[Row] = []
        retracted: list[Retract] = []
        new, returned, changed, same, met = [], [], [], 0, set(of_other_sheets)
        starts: OtherStarts | None = None
        for entry, own, (deployment, sort) in zip(entries, identity, units, strict=True):
            contingent = deployment in shared or _is_part(entry)
            claim, parts = self._claim(entry, deployment, sort, places.id_of(entry), contingent=contingent)
            base = identities.base_of_claim(
                keys.keys,
                identities.of_claim(entry, own),
                met,
                held,
                lambda one, claim=claim: same_row(held[one], claim),  # type: ignore[misc] # this row's
            )
            if held and base not in held and not entry.date:
                starts = starts or OtherStarts([*entries, *others], held)
                base = starts.base_of(entry, claim, parts) or base
            met.add(base)
            before = held.get(base)
            if before and before.review != "retracted" and same_claim(before, claim, parts):
                same += 1
                continue
            number = before.number + 1 if before else 1
            identifier = base if number == 1 else f"{base}-{number}"
            claim |= {"id": identifier, "source": source}
            # Empty cells are left out: a million claims have more than ten million of them.
            claims.append({column: cell for column, cell in claim.items() if cell})
            contributions += [{"claim": identifier, **part} for part in parts]
            if before is None or before.review == "retracted":
                new.append(identifier)
                returned += [identifier] if before else []
                continue
            changed.append((before.id, identifier))
            if before.review == "draft":
                retracted.append(Retract(before.id, words.RETRACTED.format(name=name, claim=identifier)))
        used = {row["deployment"] for row in claims}, {row.get("place", "") for row in claims}
        edits: list[Edit] = [
            *self._nations(claims, contributions, used[1]),
            *(Insert("places", row) for key_, row in sorted(self.rows["places"].items()) if key_ in used[1]),
            *self._source(source, needed=bool(claims)),
            *(
                Insert("deployments", row)
                for key_, row in sorted(self.rows["deployments"].items())
                if key_ in used[0]
            ),
            *(Insert("claims", row) for row in claims),
            *(Insert("contributions", row) for row in contributions),
            *retracted,
        ]
        absent = {base: one for base, one in held.items() if base not in met and one.review != "retracted"}
        waits = in_the_file.waiting(absent, others if absent else (), keys.keys, self.dataset)
        gone = {base: Gone(one.id, one.cells["deployment"]) for base, one in absent.items()}
        before_, after = self._totals(
            held, claims, retracted, [each for each in edits if isinstance(each, Insert)]
        )
        reason = words.REASON.format(name=name)
        return Changes(
            tuple(edits),
            reason,
            tuple(new),
            tuple(returned),
            tuple(changed),
            same,
            tuple(one for base, one in gone.items() if base not in waits),
            tuple(one for base, one in gone.items() if base in waits),
            before_,
            after,
            source,
        )

    def _claim(
        self, entry: TableEntry, deployment: str, sort: str, place: str, *, contingent: bool
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
            "citation": self._citation(entry),
            "kind": "deployment",
            "deployment": deployment,
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

    def _citation(self, entry: TableEntry) -> str:
        sheet = words.SHEET.format(sheet=entry.sheet) if entry.sheet else ""
        return words.CITATION.format(name=self.origin.file.name, sheet=sheet, line=entry.line)

    def _source_id(self, key: str) -> str:
        """The id of the table as a source; a longer one if another file of this name has the usual one."""
        whole = self.origin.file.sha256
        known = self.dataset.sources_by_id
        return next(
            identifier
            for digits in (8, len(whole))
            if (identifier := f"{key}-{whole[:digits]}") not in known
            or whole in (known[identifier].note or "")
            or digits == len(whole)
        )

    def _source(self, identifier: str, *, needed: bool) -> Iterator[Insert]:
        if not needed or identifier in self.dataset.sources_by_id:
            return
        file = self.origin.file
        yield Insert(
            "sources",
            {
                "id": identifier,
                "publisher": self.origin.publisher,
                "title": words.TITLE_OF_TABLE.format(name=file.name),
                "published": self.origin.day.isoformat(),
                "accessed": self.origin.today.isoformat(),
                "reliability": "F",
                "read_as": "original",
                "note": words.NOTE_OF_SOURCE.format(name=file.name, sha256=file.sha256),
            },
        )

    def _nations(
        self, claims: Sequence[Row], contributions: Sequence[Row], places: set[str]
    ) -> Iterator[Insert]:
        lists = {row.get(column, "") for row in claims for column in ("lead", "host")}
        codes = {code for each in lists for code in each.split(";") if code}
        codes |= {row["nation"] for row in contributions}
        codes |= {row["country"] for key, row in self.rows["places"].items() if key in places}
        for code in sorted(codes - set(self.dataset.nations_by_code)):
            row = self.nation_row(code)
            if row is not None:
                yield Insert("nations", row)

    def _totals(
        self,
        held: Mapping[str, EarlierClaim],
        claims: Sequence[Row],
        retracted: Sequence[Retract],
        inserts: Sequence[Insert],
    ) -> tuple[Totals, Totals]:
        reviews = self.dataset.claims["review"]
        live = int((reviews != "retracted").sum())
        drafts = int((reviews == "draft").sum())
        over = {each.claim for each in retracted}
        persons = sum(_persons(one.cells) for one in held.values() if one.review != "retracted")
        left = sum(_persons(one.cells) for one in held.values() if one.id in over)
        before = Totals(len(self.dataset.deployments), live, drafts, persons)
        more = sum(each.table == "deployments" for each in inserts)
        added = len(claims) - len(retracted)
        after = Totals(
            before.deployments + more,
            live + added,
            drafts + added,
            persons - left + sum(map(_persons, claims)),
        )
        return before, after


def _with_contingents(entries: Sequence[TableEntry], units: Sequence[str]) -> frozenset[str]:
    """The named deployments to which several nations send people, with one row for each nation.

    `units`: the id of the deployment of each entry.
    """
    nations: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for entry, own in zip(entries, units, strict=True):
        if (entry.name or entry.id) and entry.nation:
            nations[own].add(entry.nation)
    return frozenset(key for key, sent in nations.items() if len(sent) > 1)


def _is_part(entry: TableEntry) -> bool:
    """Whether a row is about one nation's people in a unit that others lead."""
    return bool(entry.name and entry.lead and len(entry.nation) == 1) and entry.nation[0] not in entry.lead


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


def _persons(cells: Row) -> int:
    return int(cells.get("troops_high") or cells.get("troops_low") or 0)
