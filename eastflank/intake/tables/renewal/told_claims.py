"""Claims of a table as a reader knows them: by unit, nations, place, figure and the row of the file."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from eastflank.intake.tables.renewal.changes import Changes
from eastflank.intake.tables.renewal.earlier_claims import TOLD
from eastflank.intake.tables.target.new_rows import Row
from eastflank.model import ClaimRow, Dataset
from eastflank.store.edits import Insert
from eastflank.words.chosen import dates_in_words, figures, imported_claims, lists, values
from eastflank.words.chosen import table_changes as words

_COLUMNS = ("id", *TOLD, "note", "citation")
_FIGURE = ("troops_low", "troops_high", "hedge")
_ROW = re.compile(re.escape(imported_claims.CITATION.format(name="", sheet="", line="")) + r"(\d+)$")


_OF_A_TABLE = re.compile(r"-[0-9a-f]{10,16}(-\d+)?$")
"""How the ids of claims end that were made from rows: with a checksum, which nobody reads."""
_SORTED = 1_000
"""How many claims are looked up and put in the order of their rows, before the first of them are named."""


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """A claim of a table in words. Parts that it does not state are empty."""

    claim: str
    unit: str
    nations: str
    where: str
    """The place, or the host."""
    figure: str
    """With what it counts, if that is a contingent of an unknown whole."""
    day: str
    row: str
    """The file and the row."""
    cells: Mapping[str, str] = field(repr=False)
    """What it tells, in words, by column."""


def order_of_row(citation: str) -> tuple[str, int]:
    """The place of a row in its file, from what its claim cites, for sorting; the first place for no row."""
    found = _ROW.search(citation)
    return (citation[: found.start()], int(found[1])) if found else ("", 0)


def in_order_of_rows(claims: Iterable[ClaimRow]) -> list[ClaimRow]:
    """Claims that cite rows of files in the order of these; the others first, in their own order."""
    return sorted(claims, key=lambda one: order_of_row(one.citation or ""))


def named(ids: Sequence[str], dataset: Dataset, most: int) -> str:
    """Claims by their ids, each with its unit, nations and figure; what is more than `most` is a number."""
    known = told(ids[:_SORTED], dataset)
    each = [words.with_id(one.claim, one.unit, one.nations, one.figure) for one in known.values()][:most]
    return lists.listed([*each, *([words.more(len(ids) - most)] if len(ids) > most else [])])


def names(ids: Collection[str], dataset: Dataset) -> Mapping[str, str]:
    """What readers call those of these claims that tables gave, by id: “Nord, Powidz, 31 October 2026”.

    Two that would be called alike have their figures too, or else their ids.
    """
    known = [*told([one for one in ids if _OF_A_TABLE.search(one)], dataset).values()]
    short = {one.claim: _called(one, dataset) for one in known}
    full = {one.claim: words.claim(short[one.claim], "", one.cells["figure"]) for one in known}
    each, fully = Counter(short.values()), Counter(full.values())
    return {
        one: name if each[name] == 1 else full[one] if fully[full[one]] == 1 else f"{full[one]} ({one})"
        for one, name in short.items()
    }


def _called(one: ToldClaim, dataset: Dataset) -> str:
    source = dataset.sources_by_id.get(dataset.claims_by_id[one.claim].source)
    published = (source.published if source else None) or ""
    day = one.day or (dates_in_words.when(published) if published else "")
    return words.claim(one.unit, one.where, day)


def told(ids: Collection[str], dataset: Dataset, found: Changes | None = None) -> Mapping[str, ToldClaim]:
    """These claims of the dataset, or of an import that is not made yet, in the order of their rows."""
    wanted = frozenset(ids)
    inserts = [one for one in found.edits if isinstance(one, Insert)] if found else []
    rows = {**_held(dataset, wanted), **{row["id"]: row for row in _of(inserts, "claims", "id", wanted)}}
    parts: defaultdict[str, list[Row]] = defaultdict(list)
    sent = dataset.contributions
    for part in [*_rows(sent[sent["claim"].isin(wanted)]), *_of(inserts, "contributions", "claim", wanted)]:
        parts[part["claim"]].append(part)
    units, places, hosts = (
        {row.get("deployment", "") for row in rows.values()},
        {row.get("place", "") for row in rows.values()},
        {code: one.name for code, one in dataset.nations_by_code.items()},
    )
    names = {row["id"]: row["name"] for row in _of(inserts, "deployments", "id", units)}
    sites = {row["id"]: row["name"] for row in _of(inserts, "places", "id", places)}
    nations = hosts | {
        row["iso3"]: row["name"] for row in (one.row for one in inserts if one.table == "nations")
    }
    sites |= {one: dataset.places_by_id[one].name for one in places if one in dataset.places_by_id}
    names |= {one: dataset.deployment_names[one] for one in units if one in dataset.deployment_names}
    made = [_told(row, parts[one], names, sites, nations) for one, row in rows.items()]
    return {one.claim: one for one in sorted(made, key=lambda one: order_of_row(one.row))}


def differing(before: ToldClaim, after: ToldClaim) -> Sequence[tuple[str, str, str]]:
    """The fields in which two claims differ: the label, and both values in words."""
    return [
        (label, before.cells[name], after.cells[name])
        for name, label in words.FIELDS_COMPARED.items()
        if before.cells[name] != after.cells[name]
    ]


def _told(
    row: Row,
    parts: Sequence[Row],
    names: Mapping[str, str],
    sites: Mapping[str, str],
    nations: Mapping[str, str],
) -> ToldClaim:
    def named(codes: str) -> str:
        return lists.nations(filter(None, codes.split(";")), nations)

    unit = row.get("deployment", "")
    site = sites.get(row.get("place", ""), row.get("place", ""))
    host, figure = named(row.get("host", "")), _figure(row)
    sent = ";".join(part["nation"] for part in parts)
    cells = {
        "deployment": names.get(unit, unit),
        "as_at": dates_in_words.when(row["as_at"]) if row.get("as_at") else "",
        "status": values.status(row.get("status") or None),
        "lead": named(row.get("lead", "")),
        "host": host,
        "place": site,
        "figure": figure,
        "counts": values.COUNTS.get(row.get("counts", ""), row.get("counts", "")),
        "starts": dates_in_words.when(row["starts"]) if row.get("starts") else "",
        "ends": dates_in_words.when(row["ends"]) if row.get("ends") else "",
        "contingents": ", ".join(
            f"{nations.get(part['nation'], part['nation'])} {_share(part)}".strip()
            for part in sorted(parts, key=lambda part: part["nation"])
        ),
        "note": row.get("note", ""),
    }
    persons = words.persons(figure, row.get("counts", ""), led=bool(row.get("lead")))
    if any(map(_has_left, parts)):
        persons = words.LEFT
    return ToldClaim(
        row["id"], cells["deployment"], named(sent or row.get("lead", "")), site or host,
        persons, cells["as_at"], row.get("citation", ""), cells,
    )  # fmt: skip


def _has_left(part: Row) -> bool:
    return part.get("left") == "yes"


def _share(part: Row) -> str:
    return words.LEFT if _has_left(part) else _figure(part)


def _figure(row: Row) -> str:
    low, high = (int(row[name]) if row.get(name) else None for name in _FIGURE[:2])
    return "" if low is None and high is None else figures.strength(low, high, row.get("hedge") or None)


def _of(inserts: Iterable[Insert], table: str, key: str, wanted: Collection[str]) -> list[Row]:
    return [one.row for one in inserts if one.table == table and one.row[key] in wanted]


def _held(dataset: Dataset, wanted: Collection[str]) -> Mapping[str, Row]:
    frame = dataset.claims
    return {row["id"]: row for row in _rows(frame.loc[frame["id"].isin(wanted), [*_COLUMNS]])}


def _rows(frame: pd.DataFrame) -> list[Row]:
    return [
        {str(name): str(cell) for name, cell in row.items() if not pd.isna(cell)}
        for row in frame.to_dict("records")
    ]
