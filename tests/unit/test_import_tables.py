"""Messy tables become what a person would make of them; nothing hostile is written or ends in a traceback."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from eastflank.__main__ import main
from eastflank.intake.tables import importing, limits, opening
from eastflank.intake.tables.against import against_dataset
from eastflank.intake.tables.days import Day, Order, day
from eastflank.intake.tables.figures import UNKNOWN, Strength, strength
from eastflank.intake.tables.importing import Against, Import
from eastflank.intake.tables.problems import Wrong
from eastflank.intake.tables.sheets import UnreadableTable
from eastflank.store import datasets, parts, tables
from eastflank.store.folder import of
from tests.frozen import FOLDER

TABLES = Path(__file__).parents[1] / "tables"
SAMPLES = sorted((TABLES / "samples").iterdir())
TODAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def against(tmp_path_factory: pytest.TempPathFactory) -> Against:
    folder = tmp_path_factory.mktemp("blank")
    parts.unpack(datasets.empty(of(FOLDER), "blank"), folder, lasting=False)
    return against_dataset(tables.read(folder), TODAY)


def understood(name: str, content: bytes, against: Against) -> Import:
    file = opening.opened(name, content)
    sheet, _ = importing.chosen(file, None)
    return importing.understood(file, sheet, against)


def outcome(told: Import) -> dict[str, object]:
    """All that must be exact: the counts, what each row says, and each problem."""
    counts = told.counts
    return {
        "what": told.file.what,
        "counts": [counts.imported, counts.proposals, counts.problems, counts.lines],
        "skipped": [[line.number, line.kind] for line in told.table.lines],
        "rows": [
            f"{one.line} {one.outcome} {';'.join(one.nation)} in {';'.join(one.host)} {one.place}: "
            f"{one.low}..{one.high} {one.hedge} [{one.date} {one.starts} {one.ends}] {one.status}"
            for one in told.entries
        ],
        "proposals": [f"{mark.line} {mark.column} “{mark.value}” {mark.kind}" for mark in told.marks],
        "problems": [
            f"{one.line} {one.column} “{one.value}” {one.reason} {one.suggestion}" for one in told.problems
        ],
    }


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_messy_table_imports_as_a_person_would_wish(sample: Path, against: Against) -> None:
    expected = json.loads((TABLES / "expected" / f"{sample.name}.json").read_text(encoding="utf-8"))
    told = understood(sample.name, sample.read_bytes(), against)
    assert outcome(told) == expected
    counts = told.counts
    kept = counts.imported + counts.proposals + counts.problems + sum(counts.skipped.values())
    assert kept == counts.lines


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("c. 1,000", Strength(1000, 1000, "about")),
        ("800-1,000", Strength(800, 1000, "")),
        ("up to 500", Strength(None, 500, "up to")),
        ("fewer than 50", Strength(None, 49, "up to")),
        ("20+", Strength(20, None, "at least")),
        ("1.000", Strength(1000, 1000, "")),
        ("1 000", Strength(1000, 1000, "")),
        ("1'000", Strength(1000, 1000, "")),
        ("unknown", UNKNOWN),
        ("n/a", UNKNOWN),
        ("–", UNKNOWN),
    ],
)
def test_numbers_of_persons_as_people_write_them(cell: str, expected: Strength) -> None:
    assert strength(cell) == expected


@pytest.mark.parametrize("cell", ["1.5", "-3", "several", "99999999", "=1+1", "12,34", "1e5", "٣٠٠"])
def test_what_is_no_number_of_persons_is_said(cell: str) -> None:
    found = strength(cell)
    assert isinstance(found, Wrong)
    assert found.reason and found.suggestion


def test_dates_as_spreadsheets_have_them() -> None:
    order = Order(None)
    assert day(date(1905, 7, 9), order) == Day("2017", "a year in a date cell")
    assert day("2017.0", order) == day(2017, order) == Day("2017")
    assert day("March 2022", order) == Day("2022-03")
    assert isinstance(day("05/06/2017", order), Wrong)
    assert day("05/06/2017", Order(day_first=True)) == Day("2017-06-05")


def imported(capsys: pytest.CaptureFixture[str], file: Path, to: Path, *more: str) -> tuple[int, str]:
    status = main(["import", str(file), "--to", str(to), *more])
    said = capsys.readouterr()
    return status, said.out + said.err


def test_the_same_file_twice_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, to = TABLES / "samples" / "long.csv", tmp_path / "own"
    assert imported(capsys, file, to)[0] == 0
    before = {each.name: each.read_bytes() for each in to.iterdir() if each.is_file()}
    assert main(["check", "--data", str(to)]) == 0
    status, said = imported(capsys, file, to)
    assert status == 0 and "0 new claims, 0 changed, 6 the same, 0 gone" in said
    assert {each.name: each.read_bytes() for each in to.iterdir() if each.is_file()} == before


def test_a_changed_row_retracts_its_draft_and_a_missing_one_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = tmp_path / "own"
    for month, rows in (("01", "USA,Poland,800\nUK,Estonia,900\n"), ("02", "USA,Poland,850\n")):
        file = tmp_path / f"tracker-2024-{month}.csv"
        file.write_text(f"Nation,Host,Troops\n{rows}", encoding="utf-8")
        status, said = imported(capsys, file, to)
        assert status == 0
    assert "0 new claims, 1 changed, 0 the same, 1 gone" in said
    reviews = sorted(tables.read(to).claims["review"])
    assert reviews == ["draft", "draft", "retracted"]
    assert main(["check", "--data", str(to)]) == 0


def test_nothing_imported_is_never_a_success(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "bad.csv"
    file.write_text("Nation,Host,Troops\nNarnia,Poland,5\n", encoding="utf-8")
    status, said = imported(capsys, file, tmp_path / "own")
    assert status == 1 and "No row could be imported" in said
    assert not (tmp_path / "own").exists()


def zipped(**parts: bytes) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return held.getvalue()


def far_apart() -> bytes:
    page = b'<worksheet><sheetData><row><c r="A1"/><c r="XFD1048576"/></row></sheetData></worksheet>'
    return zipped(xl__workbook_dot_xml=b"<workbook/>", xl__worksheets__sheet1_dot_xml=page)


WORKBOOK = (TABLES / "samples" / "excel_dates.xlsx").read_bytes()
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><kml>&b;</kml>'
)
HOSTILE: dict[str, bytes | Callable[[], bytes]] = {
    "empty": b"",
    "white space": b" \n\t\n",
    "a pdf": b"%PDF-1.7 ...",
    "a png": b"\x89PNG\r\n\x1a\n",
    "random bytes": bytes(range(256)) * 50,
    "a web page": b"<html><table><tr><td>Nation</td></tr></table></html>",
    "a script": b"<script>alert(1)</script>",
    "scripts in cells": b"Nation,Host,Place,Troops\nUSA,Poland,<script>alert(1)</script>,5\n",
    "formulas": b"Nation,Host,Place,Troops\nUSA,Poland,=cmd|'/C calc'!A0,5\n",
    "an unclosed quote": b'Nation,Host\n"USA,Poland\n' + b"x,y\n" * 5000,
    "10,000 columns": ",".join(f"c{n}" for n in range(10_000)).encode() + b"\n" + b"1," * 9_999 + b"1\n",
    "control characters": b"Nation,Host,Place\nUSA,Poland,Ta\x07pa\n",
    "absurd numbers": b"Nation,Host,Troops\nUSA,Poland,9" + b"9" * 400 + b"\n",
    "an infinite number": b'{"features":[{"properties":{"nation":"USA","host":"Poland","troops":1e999}}]}',
    "deep JSON": b"[" * 100_000,
    "JSON of another kind": b'{"a": 1}',
    "broken JSON": b'{"features": [',
    "entities": ENTITIES,
    "XML of another kind": b"<root/>",
    "truncated XML": b"<kml><Placemark>",
    "a header alone": b"Nation,Host,Troops\n",
    "no header": b"1,2,3\n4,5,6\n",
    "no whereabouts": b"Nation,Troops\nUSA,5\n",
    "half of a UTF-16 letter": b"\xff\xfeA\x00B",
    "a ZIP without a package": lambda: zipped(a_dot_txt=b"hello"),
    "a package without its table": lambda: zipped(
        datapackage_dot_json=b'{"resources": [{"name": "a", "path": "../a.csv"}]}'
    ),
    "a broken package": lambda: zipped(datapackage_dot_json=b"{"),
    "cells far apart": far_apart,
    "an empty workbook": lambda: zipped(xl__workbook_dot_xml=b""),
    "a false XLS": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    **{f"a workbook cut at {cut}": WORKBOOK[:cut] for cut in range(4, len(WORKBOOK), len(WORKBOOK) // 10)},
}


@pytest.mark.parametrize("case", HOSTILE)
def test_of_a_hostile_file_nothing_is_taken_and_words_say_why(
    case: str, tmp_path: Path, against: Against
) -> None:
    held = HOSTILE[case]
    content = held if isinstance(held, bytes) else held()
    file = tmp_path / "file.csv"
    file.write_bytes(content)
    refusal = ""
    try:
        told = understood(file.name, content, against)
    except UnreadableTable as error:
        refusal = str(error)
    else:
        assert not told.taken(proposals=True)
        assert told.problems and all(one.reason and one.suggestion for one in told.problems)
    assert not refusal or refusal[-1] in ".?"


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_UNPACKED", 1_000_000)
    with pytest.raises(UnreadableTable, match="Unpacked"):
        opening.opened("bomb.xlsx", zipped(a=b"\0" * 2_000_000))
