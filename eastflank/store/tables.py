"""A whole dataset, read and checked: its schema, and all else on which the code relies."""

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
    """The dataset in a folder; its articles from `seeds` where that is given, or else as `folder.of` says.

    `told` is told how far the reading of the tables has come.

    Raises BrokenData with every reason at once when a file cannot be read, a table is not as
    `datapackage.json` says, a row names one that is not there, or a law is broken on which the code relies
    (`checks.RELIED_ON`). Whether the claims are *true to their sources* is for `checks.findings`.
    A file that is exchanged meanwhile is never half in it: then all of it is read again.
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
    """Whether a folder's files hold just this dataset. Their bytes are compared, by its version."""
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
    """Whether no file is another than before, and no change of several files stands half done."""
    return stamp_of(place) == before and not exchange.interrupted(place.root)


def as_if(
    place: Folder, changed: Mapping[str, bytes], held: Mapping[str, bytes | None] = MappingProxyType({})
) -> Dataset:
    """The dataset as it would be with other contents of some tables' files and held articles.

    `held`: by name of an article its content; None: it would not be there. Raises BrokenData as `read`.
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
    if findings:  # a row that stands twice, or has no key, would keep the rest from being checked
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
        not in known  # a cell that was left out is told already
    ]
    if findings:
        raise BrokenData(findings)
    return dataset


def _optional(place: Folder, changed: Mapping[str, bytes]) -> Iterator[str]:
    """The tables that the dataset has though it may lack them."""
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
        if place.ground != DATA:  # the shipped one is tested, and this takes a tenth of a second
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
    """Every deployment of a kind that the theatre's settings do not name, where both could be read."""
    if table.name not in frames or not theatre.kinds:
        return
    deployments = frames[table.name]
    kinds = deployments["kind"].dropna()
    (allowed,) = (field.enum for field in table.fields if field.name == "kind")
    if allowed:  # what is not is told already
        kinds = kinds[kinds.isin(list(allowed))]
    for line, kind in kinds[~kinds.isin(list(theatre.kinds))].items():
        told = words.unnamed_kind(str(kind), folder.THEATRE, theatre.kinds)
        yield Finding(table.file, columns.row(deployments, table, int(str(line))), "kind", *told)


def _own(place: Folder, map_: Mapping[str, str], credit: MapCredit) -> Iterator[tuple[str, bytes]]:
    """What the folder has of base map and settings, for its version; the shipped ones come with the code."""
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
