"""Reads a whole dataset and checks it: its schema, and everything else on which the code relies."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from eastflank import checks
from eastflank.model import TABLES, Dataset, Finding, MapCredit, Point, Theatre
from eastflank.model.collecting import uncollected
from eastflank.store import (
    DATA,
    columns,
    exchange,
    files,
    folder,
    ground,
    label_points,
    optional_tables,
    schema,
    table_files,
    theatres,
)
from eastflank.store.broken import BrokenData
from eastflank.store.folder import Folder
from eastflank.store.frames import made
from eastflank.store.schema_values import Table
from eastflank.store.stamp import Stamp, stamp_of
from eastflank.store.table_files import Checksum, Told, untold
from eastflank.words.chosen import findings_in_files as words
from eastflank.words.chosen import findings_in_folders

__all__ = ["BrokenData", "read"]
_TRIES = 3
"""How often a dataset is read again because a file changed meanwhile."""


def read(data: Path, seeds: Path | None = None, told: Told = untold) -> Dataset:
    """The dataset in a folder; its articles from `seeds` if given, otherwise as `folder.of` says.

    `told` is called with the progress of reading the tables.

    Raises BrokenData with every reason at once if a file cannot be read, a table does not follow
    `datapackage.json`, a row refers to a missing one, or a law on which the code relies (`checks.RELIED_ON`)
    is broken. `checks.findings` checks whether the claims are *true to their sources*. If a file is replaced
    meanwhile, everything is read again, so that the states are never mixed.
    """
    place = folder.of(data)
    place = place if seeds is None else dataclasses.replace(place, seeds=seeds)
    for _ in range(_TRIES):
        exchange.settle(place.root)
        before = stamp_of(place)
        try:
            with uncollected():
                dataset = _read(place, told=told)
        except BrokenData:
            if _stayed(place, before):
                raise
        else:
            if _stayed(place, before):
                return dataset
    problem, remedy = findings_in_folders.CHANGE_AGAIN_AND_AGAIN, findings_in_folders.WAIT_AND_READ
    raise BrokenData([Finding(data.name, "", "", problem, remedy)])


def holds(place: Folder, dataset: Dataset) -> bool:
    """Whether a folder's files hold exactly this dataset. The version compares their bytes."""
    try:
        described = [table.file for name, table in schema.read(place.root).items() if name in TABLES]
        more = [optional_tables.described()[name].file for name in _optional(place, {})]
        checksum = Checksum()
        for name in sorted([*described, *more]):
            checksum.add(name, files.content(place.root / name))
        articles = {name: files.text(files.content(place.seeds / name), name) for name in dataset.articles}
        map_, credit = ground.read(place.ground), ground.credit(place.ground)
        same = schema.coverage(place.root) == dataset.coverage
    except BrokenData:
        return False
    return same and checksum.version(articles, _own(place, map_, credit)) == dataset.version


def _stayed(place: Folder, before: Stamp) -> bool:
    """Whether no file has changed, and no change of several files is incomplete."""
    return stamp_of(place) == before and not exchange.interrupted(place.root)


def as_if(
    place: Folder, changed: Mapping[str, bytes], held: Mapping[str, bytes | None] = MappingProxyType({})
) -> Dataset:
    """The dataset as it would be with other contents of some tables' files and held articles.

    `held` gives contents by the name of an article; None: without it. Raises BrokenData like `read`.
    """
    return _read(place, changed, held)


def _read(
    place: Folder,
    changed: Mapping[str, bytes] = MappingProxyType({}),
    other: Mapping[str, bytes | None] = MappingProxyType({}),
    told: Told = untold,
) -> Dataset:
    package = changed.get(schema.FILE) or files.content(place.root / schema.FILE)
    tables = {**schema.accepted(package), **optional_tables.described()}
    wanted = [tables[name] for name in (*TABLES, *_optional(place, changed))]
    found = table_files.read(wanted, place.root, changed, told)
    frames, findings = dict(found.frames), list(found.findings)
    findings += columns.dangling(frames, tables.values())
    articles: Mapping[str, str] = {}
    if "sources" in frames:
        try:
            articles = _articles(frames["sources"], tables["sources"], place.seeds, other)
        except BrokenData as error:
            findings += error.findings
    map_, credit, points, theatre = _theatre(place, findings)
    findings += _unnamed_kinds(frames, tables["deployments"], theatre)
    coverage: tuple[str, ...] = ()
    try:
        coverage = schema.coverage(place.root)
    except BrokenData as error:
        findings += error.findings
    if not set(TABLES) <= set(frames):
        raise BrokenData(findings)
    if findings:  # a duplicate row, or one without a key, would prevent the other checks
        for name, frame in frames.items():
            key = list(tables[name].key)
            frames[name] = frame.dropna(subset=key).drop_duplicates(subset=key)
    dataset = dataclasses.replace(
        made(frames, articles, found.checksum.version(articles, _own(place, map_, credit))),
        coverage=coverage,
        theatre=theatre,
        base_map=map_,
        map_credit=credit,
        label_points=points,
    )
    known = {(finding.table, finding.row, finding.column) for finding in findings}
    findings += [
        finding
        for finding in checks.errors(dataset)
        if (finding.table, finding.row, finding.column)
        not in known  # a cell that was left out is reported already
    ]
    if findings:
        raise BrokenData(findings)
    return dataset


def _optional(place: Folder, changed: Mapping[str, bytes]) -> Iterator[str]:
    """The optional tables that the dataset has."""
    for name, table in optional_tables.described().items():
        if table.file in changed or (place.root / table.file).exists():
            yield name


def _theatre(
    place: Folder, findings: list[Finding]
) -> tuple[Mapping[str, str], MapCredit, Mapping[str, Point], Theatre]:
    """The base map's files, its credit, its label points and the theatre settings.

    What is wrong goes into `findings`.
    """
    map_: Mapping[str, str] = {}
    points: Mapping[str, Point] = {}
    theatre = Theatre()
    credit = MapCredit()
    try:
        theatre = theatres.read(place.theatre)
    except BrokenData as error:
        findings += error.findings
    try:
        map_ = ground.read(place.ground)
        if place.ground != DATA:  # skip the shipped one: it is tested, and this takes a tenth of a second
            ground.check(map_)
        points = label_points.read(place.ground)
    except BrokenData as error:
        findings += error.findings
    try:
        credit = ground.credit(place.ground)
    except BrokenData as error:
        findings += error.findings
    return map_, credit, points, theatre


def _unnamed_kinds(frames: Mapping[str, pd.DataFrame], table: Table, theatre: Theatre) -> Iterator[Finding]:
    """Every deployment of a kind that the theatre's settings do not name, if both could be read."""
    if table.name not in frames or not theatre.kinds:
        return
    deployments = frames[table.name]
    kinds = deployments["kind"].dropna()
    (allowed,) = (field.enum for field in table.fields if field.name == "kind")
    if allowed:  # invalid ones are reported already
        kinds = kinds[kinds.isin(list(allowed))]
    for line, kind in kinds[~kinds.isin(list(theatre.kinds))].items():
        told = words.unnamed_kind(str(kind), folder.THEATRE, theatre.kinds)
        yield Finding(table.file, columns.row(deployments, table, int(str(line))), "kind", *told)


def _own(place: Folder, map_: Mapping[str, str], credit: MapCredit) -> Iterator[tuple[str, bytes]]:
    """The folder's own base map and settings, for its version; the shipped ones belong to the code."""
    if place.shipped:
        return
    if place.own[folder.BASE_MAP]:
        yield from ((f"{folder.BASE_MAP}/{name}", text.encode()) for name, text in sorted(map_.items()))
        yield f"{folder.BASE_MAP}/{ground.CREDIT}", f"{credit.line} {credit.borders}".encode()
    if place.own[folder.THEATRE]:
        yield folder.THEATRE, files.content(place.theatre)


def _articles(
    sources: pd.DataFrame, table: Table, seeds: Path, other: Mapping[str, bytes | None]
) -> Mapping[str, str]:
    articles: dict[str, str] = {}
    findings: list[Finding] = []
    held = sources.dropna(subset=["file"])
    for line, file in zip(held.index, held["file"], strict=True):
        where = columns.row(sources, table, line)
        try:
            content = other.get(file) if file in other else files.content(seeds / file)
            if content is None:
                findings.append(Finding(table.file, where, "file", *words.needed_by_a_source(file)))
                continue
            articles[file] = files.text(content, table.file, where, "file")
        except BrokenData as error:
            findings += [
                Finding(table.file, where, "file", words.of_file(file, found.problem), found.remedy)
                for found in error.findings
            ]
    if findings:
        raise BrokenData(findings)
    return articles
