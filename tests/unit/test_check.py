"""`python -m eastflank check`: finds a single wrong cell in the tables."""

from __future__ import annotations

import csv
import functools
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import frictionless
import pytest

from eastflank import checks
from eastflank.__main__ import main
from eastflank.checks import figures, quotes
from eastflank.model import TABLES, Dataset
from eastflank.store import outlines, schema
from tests.frozen import FOLDER, RECORD
from tests.representatives import these
from tests.unit.small_data import SmallData


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CLAIMS = rows(FOLDER / "claims.csv")
FILES = {source["id"]: source["file"] for source in rows(FOLDER / "sources.csv")}
QUOTED = [claim for claim in CLAIMS if claim["quote"]]
FIGURES = [
    (claim["id"], column)
    for claim in QUOTED
    for column in ("troops_low", "troops_high", "unit_count")
    if claim[column]
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the frozen record, to damage."""
    return shutil.copytree(FOLDER, tmp_path / "record")


@pytest.fixture
def small(tmp_path: Path) -> SmallData:
    """Small tables in which nothing is wrong."""
    return SmallData(tmp_path)


def written(small: SmallData) -> Path:
    """The folder of the small tables, with their article and the outlines of the countries."""
    data, _ = small.write()
    return data


def check(folder: Path) -> int:
    return main(["check", "--data", str(folder)])


def spoil(folder: Path, table: str, row: str, **cells: str) -> None:
    """Change cells of one row in a copy, leaving every other byte as it was."""
    path = folder / f"{table}.csv"
    before = rows(path)
    key = next(iter(before[0]))
    spoilt = [{**line, **cells} if line[key] == row else line for line in before]
    assert spoilt != before, f"{row} of {table} is what it was"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, before[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(spoilt)


def mutations(text: str) -> Iterator[str]:
    """The text with one character changed, at its start, middle and end."""
    for at in (0, len(text) // 2, len(text) - 1):
        yield text[:at] + ("x" if text[at] != "x" else "y") + text[at + 1 :]


@pytest.mark.parametrize("claim", QUOTED, ids=[claim["id"] for claim in QUOTED])
def test_one_wrong_character_in_a_quote_is_found(claim: dict[str, str]) -> None:
    for wrong in mutations(claim["quote"]):
        article = RECORD.articles[FILES[claim["source"]]]
        found = quotes.misquotation(wrong, claim["quote_prefix"], article, "the article")
        assert found
        assert found[0] == "quote"


@pytest.mark.parametrize(("claim", "column"), FIGURES)
def test_one_wrong_figure_is_found(claim: str, column: str) -> None:
    claims = RECORD.claims.copy()
    claims.loc[claims["id"] == claim, column] = 7777
    wrong = Dataset(**{**{name: getattr(RECORD, name) for name in TABLES}, "claims": claims})
    assert [
        (claim in finding.row, finding.column) for finding in figures.figures_are_in_the_quote(wrong)
    ] == [(True, column)]


@pytest.mark.parametrize(
    ("row", "cells", "message"),
    these([
        (("claims", "A1-19"), {"quote": "U.S. Defence Secretary"}, r"claims.csv, line \d+ \(A1-19\), quote: The quote is not in"),
        (("claims", "A1-19"), {"troops_high": "1001"}, r"claims.csv, line \d+ \(A1-19\), troops_high: 1,001 is not in the"),
        (("claims", "A1-15"), {"lead": "USA;GBR;FRA"}, r"claims.csv, line \d+ \(A1-15\), lead: FRA is not named in the"),
        (("claims", "A1-15"), {"lead": "USA;GBR;DEX"}, r"claims.csv, line \d+ \(A1-15\), lead: “DEX” is not in nations.csv"),
        (("claims", "A1-15"), {"said_on": "2016-14-06"}, r"claims.csv, line \d+ \(A1-15\), said_on: “2016-14-06” is not a da"),
        (("places", "tapa"), {"lat": "59.9"}, r"places.csv, line \d+ \(tapa\), lat: 59.9, 25.95861 is not in EST but in no cou"),
        (("places", "tapa"), {"lat": "57.3"}, r"places.csv, line \d+ \(tapa\), lat: 57.3, 25.95861 is not in EST but in LVA"),
        (("places", "rukla"), {"country": "LVA"}, r"places.csv, line \d+ \(rukla\), lat: 55.05, 24.4 is not in LVA but in LTU"),
        (("sources", "ap-2016-06-14"), {"sha256": "0" * 64}, r"sources.csv, line \d+ \(ap-2016-06-14\), sha256: .* has another c"),
    ], 0, 4, 6, 8),
)  # fmt: skip
def test_one_wrong_cell_fails_the_check_and_is_named(
    copy: Path, capsys: pytest.CaptureFixture[str], row: tuple[str, str], cells: dict[str, str], message: str
) -> None:
    spoil(copy, *row, **cells)
    unreadable = any(value in ("USA;GBR;DEX", "2016-14-06") for value in cells.values())
    assert check(copy) == (2 if unreadable else 1)
    assert re.search(message, capsys.readouterr().out)


def test_one_changed_byte_of_an_article_fails_the_check(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = copy / "seeds" / FILES["ap-2016-06-14"]
    article.write_bytes(article.read_bytes().replace("’".encode(), b"'", 1))
    assert check(copy) == 1
    assert "(ap-2016-06-14), sha256: " in capsys.readouterr().out


def test_all_that_is_wrong_is_said_at_once_and_counted(
    small: SmallData, capsys: pytest.CaptureFixture[str]
) -> None:
    small.row("claims", "A4")["note"] = " odd"
    small.row("claims", "R1")["troops_low"] = "999"
    assert check(written(small)) == 1
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) == 3
    assert printed[-1] == "2 findings."


def test_what_a_curator_answered_is_listed_with_the_reason_and_is_not_wrong(
    small: SmallData, capsys: pytest.CaptureFixture[str]
) -> None:
    small.row("sources", "mod")["reliability"] = "A"
    small.tables["decisions"] = [
        {
            "id": "D001", "check": "a_copy_is_graded_below_its_original", "row": "mod", "decided_on": "2026-11-25",
            "reason": "The archive signs its copies.",
        }
    ]  # fmt: skip
    assert check(written(small)) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].startswith(
        "answered by D001: sources.csv, line 3 (mod), reliability: A text that was read"
    )
    assert printed[0].endswith("The archive signs its copies.")
    assert printed[1:] == ["No findings in 11 tables, 6 claims, 4 quotes, 1 answered."]
    small.row("claims", "A4")["note"] = " odd"
    assert check(written(small)) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "1 finding, 1 answered."


def test_tables_that_cannot_be_read_are_said_to_await_the_laws(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(copy, "claims", "A1-19", troops_high="many")
    assert check(copy) == 2
    printed = capsys.readouterr().out.splitlines()
    assert printed[-2:] == [
        "1 error.",
        "These keep the dataset from being used. Its other laws are checked once these are fixed.",
    ]


def test_the_check_says_how_much_it_has_checked(small: SmallData, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(written(small)) == 0
    assert capsys.readouterr().out == "No findings in 11 tables, 6 claims, 4 quotes.\n"


@functools.cache
def found() -> set[tuple[str, str]]:
    """Check and row of each finding in the frozen record."""
    shapes = outlines.shapes(RECORD.base_map["countries"])
    return {(finding.check, finding.key) for finding in checks.findings(RECORD, shapes)}


@pytest.mark.parametrize(
    ("law", "row"),
    [
        ("a_figure_in_words_stands_in_a_cell", "R002"),  # about 4,000 in all, in a note alone
        ("a_quote_carries_what_is_read_in_it", "A1-19"),  # nothing in its words leads
        ("a_statistic_is_no_smaller_than_its_parts", "R061"),  # 1,700 in the country, 1,887 in one unit there
        ("a_group_is_no_further_than_its_units", "R033"),  # the four in place, one of them still arriving
        ("no_weak_claim_displaces_a_sound_one", "R090"),  # a doubtful 1,500 for what NATO counted
        ("a_copy_is_graded_below_its_original", "kam-2017-05-30"),
        ("decisions_still_apply", "D002"),
    ],
)
def test_what_was_wrong_in_the_record_as_it_once_was_is_found(law: str, row: str) -> None:
    assert (law, row) in found()


def test_the_package_is_one_that_others_can_read(copy: Path) -> None:
    package = copy / schema.FILE
    assert frictionless.validate(str(package)).valid
    spoil(copy, "claims", "A1-19", source="nowhere")
    report = frictionless.validate(str(package))
    assert [code for (code,) in report.flatten(["type"])] == ["foreign-key"]
