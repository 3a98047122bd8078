"""Combines several datasets into one `Dataset`, and keeps their rows apart.

The rows of all are in one table; each claim and each deployment names its dataset. If an earlier dataset
already uses an id, the later dataset's name is put before it: `mine.A1`. No id contains a full stop, so such
an id is free. Nations and countries are the same if their codes are; places and programmes only if all of
their cells are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import pandas as pd

from eastflank.model.dataset import TABLES, Dataset, Part, in_brackets
from eastflank.model.kinds import Kind
from eastflank.model.places import Box, Point
from eastflank.model.table_cells import DATASET
from eastflank.model.theatre import MapCredit, Theatre

REFERENCES: Mapping[str, Mapping[str, str]] = {
    "deployments": {"programme": "programmes"},
    "memberships": {"member": "deployments", "whole": "deployments", "claim": "claims"},
    "claims": {"source": "sources", "deployment": "deployments", "place": "places", "rests_on": "claims"},
    "claim_spans": {"claim": "claims"},
    "contributions": {"claim": "claims"},
    "decisions": {"deployment": "deployments", "claim": "claims"},
}
"""For each table, the columns that hold ids of another table, and that table. `rests_on` holds several ids,
joined by `;`."""
OWN = ("sources", "deployments", "memberships", "claims", "decisions", "changes")
"""Tables whose rows always belong to one dataset only; their key is the column `id`."""
SHARED = ("places", "programmes")
"""Tables whose rows are shared if all rows of an id are the same."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Named(NamedTuple):
    """A dataset with its name in links and its title for readers."""

    name: str
    title: str
    dataset: Dataset


def laid_over(named: Sequence[Named]) -> Dataset:
    """The datasets as one, in their order; a single dataset is returned as it is.

    What a view can have only once (the name of the alliance, the outline of a country) comes from the first
    dataset. The version names each dataset with its own version.
    """
    if len(named) == 1:
        return named[0].dataset
    theatre, kinds = _theatre([one.dataset.theatre for one in named], [one.name for one in named])
    taken: dict[str, dict[str, object]] = {table: {} for table in (*OWN, *SHARED, "articles")}
    parts = tuple(
        Part(one.name, one.title, letter, one.dataset, _renamed(one, letter, theatre, kinds[one.name], taken))
        for one, letter in zip(named, _LETTERS, strict=False)
    )
    datasets = [part.dataset for part in parts]
    frames = {table: _joined([getattr(one, table) for one in datasets]) for table in TABLES}
    for table in SHARED:
        frames[table] = frames[table].drop_duplicates(ignore_index=True)
    frames["nations"] = _nations([one.dataset for one in named])
    return replace(
        _with_tables(datasets[0], frames),
        articles={name: text for one in datasets for name, text in one.articles.items()},
        coverage=tuple(f"{part.title}: {line}" for part in parts for line in part.dataset.coverage),
        version=" + ".join(f"{part.name} {part.dataset.version}" for part in parts),
        theatre=theatre,
        base_map=_base_map([one.base_map for one in datasets]),
        map_credit=MapCredit(
            "; ".join(dict.fromkeys(one.map_credit.line for one in datasets if one.map_credit.line)),
            " ".join(dict.fromkeys(one.map_credit.borders for one in datasets if one.map_credit.borders)),
        ),
        label_points={code: at for one in reversed(datasets) for code, at in one.label_points.items()},
        parts=parts,
    )


def _renamed(
    named: Named,
    letter: str,
    theatre: Theatre,
    kinds: Mapping[str, str],
    taken: Mapping[str, dict[str, object]],
) -> Dataset:
    """The dataset with its name in its rows, and with ids that no dataset before it uses.

    Its letter is added after the names of its deployments, so that every product can tell them apart.
    """
    dataset = named.dataset
    ids: dict[str, dict[str, str]] = {}
    for table in (*OWN, *SHARED):
        values = _values(getattr(dataset, table), alone=table in OWN)
        ids[table] = _free(values, taken[table], named.name, shared=table in SHARED)
    texts: Mapping[str, object] = dataset.articles
    files = _free(texts, taken["articles"], named.name, shared=True)
    frames: dict[str, pd.DataFrame] = {}
    for table in TABLES:
        frame: pd.DataFrame = getattr(dataset, table)
        new = {"id": _replaced(frame["id"], ids[table])} if table in ids else {}
        new |= {
            column: _replaced(frame[column], ids[other], several=column == "rests_on")
            for column, other in REFERENCES.get(table, {}).items()
        }
        if table in ("deployments", "claims"):
            new[DATASET] = pd.Series(named.name, index=frame.index, dtype="str")
        if table == "deployments":
            new["kind"] = _replaced(frame["kind"], kinds)
            new["name"] = frame["name"] + in_brackets(letter)
        if table == "sources":
            new["file"] = _replaced(frame["file"], files)
            for column in ("copy_of", "replaces"):
                if column in frame:
                    new[column] = _replaced(frame[column], ids[table])
        frames[table] = frame.assign(**new)
    articles = {files.get(name, name): text for name, text in dataset.articles.items()}
    return replace(_with_tables(dataset, frames), articles=articles, theatre=theatre)


def _with_tables(dataset: Dataset, frames: Mapping[str, pd.DataFrame]) -> Dataset:
    return replace(
        dataset,
        sources=frames["sources"],
        deployments=frames["deployments"],
        memberships=frames["memberships"],
        claims=frames["claims"],
        claim_spans=frames["claim_spans"],
        contributions=frames["contributions"],
        places=frames["places"],
        nations=frames["nations"],
        programmes=frames["programmes"],
        decisions=frames["decisions"],
        changes=frames["changes"],
    )


def _values(frame: pd.DataFrame, *, alone: bool) -> Mapping[str, object]:
    """The contents of the rows by id; empty for tables whose rows are never shared."""
    if alone:
        return dict.fromkeys(frame["id"])
    cells = frame.astype("object").where(frame.notna(), None)
    return {
        str(identifier): tuple(map(tuple, rows.to_numpy().tolist()))
        for identifier, rows in cells.groupby("id", sort=False)
    }


def _free(
    values: Mapping[str, object], taken: dict[str, object], name: str, *, shared: bool
) -> dict[str, str]:
    """The ids that must change, with their new values. All ids are marked as used."""
    found = {}
    for identifier, value in values.items():
        if identifier not in taken or (shared and taken[identifier] == value):
            taken.setdefault(identifier, value)
            continue
        found[identifier] = f"{name}.{identifier}"
        taken[found[identifier]] = value
    return found


def _replaced(column: pd.Series[str], ids: Mapping[str, str], *, several: bool = False) -> pd.Series[str]:
    if not ids:
        return column

    def other(cell: str) -> str:
        return ";".join(ids.get(one, one) for one in cell.split(";")) if several else ids.get(cell, cell)

    return column.map(other, na_action="ignore").astype(column.dtype)


def _joined(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """The rows of all; from tables without rows only the columns are used."""
    filled = [frame for frame in frames if not frame.empty] or [*frames[:1]]
    return pd.concat(filled, ignore_index=True)


def _nations(datasets: Sequence[Dataset]) -> pd.DataFrame:
    """The nations by code: the first row of each, with all words for it.

    Members are those of the first dataset's alliance: a view has one.
    """
    alliance = datasets[0].theatre.alliance
    frames = []
    for number, one in enumerate(datasets):
        frame = one.nations
        if number and one.theatre.alliance != alliance:
            frame = frame.assign(member_since=pd.Series(pd.NaT, frame.index, frame["member_since"].dtype))
        frames.append(frame)
    whole = _joined(frames)
    words = whole["also_known_as"].dropna().str.split(";").groupby(whole["iso3"]).sum()
    united = {code: ";".join(dict.fromkeys(found)) for code, found in words.items()}
    single = whole.drop_duplicates("iso3", ignore_index=True)
    also = single["iso3"].map(united).astype(single["also_known_as"].dtype)
    return single.assign(also_known_as=also).sort_values("iso3", ignore_index=True)


def _theatre(
    theatres: Sequence[Theatre], names: Sequence[str]
) -> tuple[Theatre, Mapping[str, Mapping[str, str]]]:
    """The combined theatre, and for each dataset the kinds that get new ids.

    Two kinds are the same if their names and symbols are the same.
    """
    kinds: dict[str, Kind] = {}
    renamed: dict[str, dict[str, str]] = {}
    for name, theatre in zip(names, theatres, strict=True):
        renamed[name] = {}
        for kind in theatre.kinds.values():
            found = replace(kind, place=len(kinds))
            same = kinds.get(kind.id)
            if same is None:
                kinds[kind.id] = found
            elif replace(same, place=0) != replace(kind, place=0):
                other = f"{name}.{kind.id}"
                renamed[name][kind.id] = other
                kinds[other] = replace(found, id=other)
    first = theatres[0]
    called = {theatre.called for theatre in theatres}
    whole = Theatre(
        name=" and ".join(dict.fromkeys(theatre.name for theatre in theatres if theatre.name)),
        called=first.called if len(called) == 1 else Theatre().called,
        alliance=first.alliance,
        opening=_around(theatre.opening for theatre in theatres),
        region=_around(theatre.region for theatre in theatres),
        around=_around(theatre.around for theatre in theatres),
        leads={code: colours for theatre in reversed(theatres) for code, colours in theatre.leads.items()},
        kinds=kinds,
    )
    return whole, renamed


def _around(boxes: Iterable[Box]) -> Box:
    corners = [corner for box in boxes for corner in box]
    lats, lons = [corner.lat for corner in corners], [corner.lon for corner in corners]
    return Point(min(lats), min(lons)), Point(max(lats), max(lons))


def _base_map(maps: Sequence[Mapping[str, str]]) -> Mapping[str, str]:
    """The base maps as one: each country, sea and lake comes from the first map that has it."""
    if all(one == maps[0] for one in maps):
        return maps[0]
    return {name: _MERGED[name]([one[name] for one in maps if name in one]) for name in maps[0]}


def _areas(texts: Sequence[str], *, by: str) -> str:
    collections = [json.loads(text) for text in texts]
    features = {
        feature["properties"].get(by) or json.dumps(feature["geometry"]): feature
        for collection in reversed(collections)
        for feature in reversed(collection["features"])
    }
    return json.dumps({**collections[0], "features": [*reversed(features.values())]}, ensure_ascii=False)


def _labels(texts: Sequence[str]) -> str:
    groups = [json.loads(text) for text in texts]
    return json.dumps(
        {
            group: [
                *{
                    label.get("iso3") or label["name"]: label
                    for one in reversed(groups)
                    for label in one.get(group, [])
                }.values()
            ]
            for group in groups[0]
        },
        ensure_ascii=False,
    )


_MERGED: Mapping[str, Callable[[Sequence[str]], str]] = {
    "countries": lambda texts: _areas(texts, by="iso3"),
    "disputed": lambda texts: _areas(texts, by=""),
    "lakes": lambda texts: _areas(texts, by=""),
    "labels": _labels,
}
