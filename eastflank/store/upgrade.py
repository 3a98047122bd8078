"""Upgrades a dataset with an older schema to the newest; its old files are kept beside it.

The last changes: the column `nato_since` of nations became `member_since`; `theatre.toml` states its short
name, its surroundings and its kinds of deployments; a base map states its origin; the basis of a claim that
nobody says is `inferred`.
"""

from __future__ import annotations

import functools
import itertools
import json
import os
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from eastflank.model import Kind
from eastflank.store import DATA, backup, exchange, folder, parts, schema, theatres, upgrade_basis
from eastflank.store.broken import BrokenData
from eastflank.store.ground import CREDIT
from eastflank.store.table_text import TableText
from eastflank.words.chosen import upgrading as words

_OLD, _NEW = "nato_since", "member_since"


@dataclass(frozen=True, slots=True)
class Upgraded:
    """The upgraded files of a dataset."""

    files: Mapping[str, bytes]
    report: tuple[str, ...]
    """What was changed, one sentence each; empty if the dataset has the newest schema."""


def upgraded(files: Mapping[str, bytes], today: date) -> Upgraded:
    """The files of a dataset by name, upgraded to the newest schema. Pure. Unreadable files are unchanged.

    `today` is the day of the changes that `changes.csv` then tells.
    """
    found, report = dict(files), list[str]()
    for step in (_members, _theatre, _credit, functools.partial(upgrade_basis.with_inferred, today=today)):
        made = dict(found)
        try:
            told = list(step(made))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, BrokenData):
            continue  # reading it says what is wrong
        found = made
        report += told
    return Upgraded(found, tuple(report))


def on_opening(root: Path) -> None:
    """Upgrade the dataset in a folder if it is of an older schema, and say so on standard error.

    A backup and the report are written beside the folder first. A folder that is not writable is not changed;
    reading it then reports what is missing.
    """
    if root.resolve() != DATA:
        _looked_at(root, *(_changed(root / name) for name in (schema.FILE, folder.THEATRE)))


@functools.lru_cache(maxsize=64)
def _looked_at(root: Path, *_: int) -> None:
    try:
        today = datetime.now().astimezone().date()
        if not upgraded(parts.packed(folder.of(root)), today).report:
            return
        with exchange.writing(root):
            files = parts.packed(folder.of(root))
            done = upgraded(files, today)
            if not done.report:
                return  # another process was first
            kept = _keep(root, backup.packed(files), done.report)
            exchange.exchange_files(
                root,
                {
                    name: (files.get(name), content)
                    for name, content in done.files.items()
                    if files.get(name) != content
                },
            )
    except (BrokenData, OSError):
        return  # reading it says what is wrong
    print(words.told(str(root), str(kept), done.report), file=sys.stderr)  # noqa: T201 - the person who opens it is told


def _keep(root: Path, content: bytes, report: tuple[str, ...]) -> Path:
    """Write the backup and the report beside the folder, under free names; return the backup's name."""
    beside = root.resolve()
    for number in itertools.count(1):
        path = beside.with_name(f"{beside.name}-before-upgrade-{number}.zip")
        try:
            with path.open("xb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
        except FileExistsError:
            continue
        break
    path.with_suffix(".txt").write_text(words.told(str(root), str(path), report) + "\n", encoding="utf-8")
    return path


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _members(files: dict[str, bytes]) -> Iterator[str]:
    table = schema.parsed(files[schema.FILE])["nations"]
    if _OLD not in table.columns or _NEW in table.columns:
        return
    text = files[schema.FILE].decode()
    files[schema.FILE] = text.replace(f'"{_OLD}"', f'"{_NEW}"').encode()
    header, ends, rows = files[table.file].partition(b"\n")
    files[table.file] = header.replace(_OLD.encode(), _NEW.encode()) + ends + rows
    yield words.RENAMED


def _theatre(files: dict[str, bytes]) -> Iterator[str]:
    if folder.THEATRE not in files:
        return
    text = files[folder.THEATRE].decode()
    settings = tomllib.loads(text)
    if "called" not in settings:
        text = f'called = "{words.CALLED}"\n{text}'
        yield words.SHORT_NAME
    text += "" if text.endswith("\n") else "\n"
    if "around" not in settings:
        region = settings["region"]
        text += f"\n[around]\nsouth_west = {region['south_west']}\nnorth_east = {region['north_east']}\n"
        yield words.AROUND
    if "kinds" not in settings:
        kinds = _kinds(files)
        text += "\n[kinds]\n" + "".join(f"{_key(kind)} = {line}\n" for kind, line in kinds.items())
        yield words.kinds(tuple(kinds))
    theatres.parsed(text.encode(), folder.THEATRE)  # or something else is wrong with it: leave it unchanged
    files[folder.THEATRE] = text.encode()


def _kinds(files: Mapping[str, bytes]) -> Mapping[str, str]:
    """The settings of each kind in the table for `theatre.toml`: as in the shipped dataset, or by id."""
    table = schema.parsed(files[schema.FILE])["deployments"]
    text = TableText.of(table, files[table.file].decode())
    known = theatres.read(DATA / folder.THEATRE).kinds
    used = sorted({text.cells(key)["kind"] for key in text.rows} - {""}) or ["unit"]
    return {kind: _said(kind, known.get(kind)) for kind in used}


def _said(name: str, kind: Kind | None) -> str:
    if kind is None:
        return f"{{ one = {json.dumps(name)}, several = {json.dumps(f'{name}s')} }}"
    said = {"one": kind.one, "several": kind.several, "heading": kind.heading, "symbol": kind.symbol}
    texts = [f"{key} = {json.dumps(value)}" for key, value in said.items() if value]
    flags = [f"{key} = true" for key in ("named_by_place", "inside") if getattr(kind, key)]
    return f"{{ {', '.join(texts + flags)} }}"


def _key(kind: str) -> str:
    return json.dumps(kind)


def _credit(files: dict[str, bytes]) -> Iterator[str]:
    name = f"{folder.BASE_MAP}/{CREDIT}"
    if name in files or not any(file.startswith(f"{folder.BASE_MAP}/") for file in files):
        return
    files[name] = f"line = {json.dumps(words.LINE)}\nborders = {json.dumps(words.BORDERS)}\n".encode()
    yield words.CREDIT
