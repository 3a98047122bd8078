"""What Eastflank writes as CSV or GeoJSON it reads again: the same deployments, as drafts that cite the file."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from eastflank.__main__ import main
from eastflank.store import audited, tables
from eastflank.words.chosen import values
from tests.frozen import FOLDER, RECORD
from tests.representatives import some

pytestmark = pytest.mark.usefixtures("coarse_pictures")


def rows(folder: Path, table: str) -> list[list[str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def exported(form: str, to: Path) -> Path:
    file = to / f"view.{form}"
    assert main(["export", "--format", form, "--data", str(FOLDER), "-o", str(file)]) == 0
    return file


def test_a_statistic_that_is_the_sum_of_its_contingents_comes_back_with_them(tmp_path: Path) -> None:
    file, to = tmp_path / "view.csv", tmp_path / "own"
    file.write_text(
        "Id,Deployment,Sort,Kind,Status,Host,Fewest persons,Most persons,Stated of,Counts,Contingents\n"
        "esp-east,Troops in the east,statistic,statistic,deployed,Latvia; Romania,1640,1640,2025-09-12,"
        "sum of the contingents listed,Spain 1640 (2025)\n",
        encoding="utf-8",
    )
    assert main(["import", str(file), "--to", str(to), "--accept-proposals"]) == 0
    heads, claim = rows(to, "claims")
    assert claim[heads.index("counts")] == "sum"
    assert rows(to, "contributions")[1][1:4] == ["ESP", "1640", "1640"]


def test_a_place_that_is_known_by_its_name_alone_comes_back_as_one(tmp_path: Path) -> None:
    table, first = tmp_path / "t.csv", tmp_path / "first"
    table.write_text(
        f"Nation,Host,Base,Troops,Date\nGBR,Estonia,Tapa and Ämari,40,{date.today()}\n",  # noqa: DTZ011 - still there
        encoding="utf-8",
    )
    assert main(["import", str(table), "--to", str(first), "--accept-proposals"]) == 0
    claims = first / "claims.csv"
    claims.write_text(claims.read_text(encoding="utf-8").replace(",draft,", ",reviewed,"), encoding="utf-8")
    for form in ("csv", "geojson"):
        file, again = tmp_path / f"view.{form}", tmp_path / form
        assert main(["export", "--format", form, "--data", str(first), "-o", str(file)]) == 0
        assert main(["import", str(file), "--to", str(again)]) == 0
        for name in ("places", "deployments"):
            columns = [0, 1, 2, 5] if name == "places" else [0, 1]
            both = [[[row[at] for at in columns] for row in rows(one, name)[1:]] for one in (first, again)]
            assert both[0] == both[1] != []


@pytest.mark.parametrize("form", some(["csv", "geojson"]))
def test_an_export_without_the_record_comes_back_as_drafts_that_cite_it(form: str, tmp_path: Path) -> None:
    file, to = exported(form, tmp_path), tmp_path / "own"
    main(["import", str(file), "--to", str(to), "--accept-proposals"])
    heads, *claims = rows(to, "claims")
    assert {row[heads.index("review")] for row in claims} == {"draft"}
    assert all(row[heads.index("citation")].startswith(f"view.{form}") for row in claims)
    by_deployment = {row[heads.index("deployment")]: row for row in claims}
    told = [each for each in shown(form, file) if each["id"] in by_deployment]
    assert len(told) == len(claims) >= 20
    names = {row[0]: row[1] for row in rows(to, "deployments")[1:]}
    for each in told:
        claim = by_deployment[each["id"]]
        assert names[each["id"]] == each["name"]
        assert claim[heads.index("troops_low")] == each["low"]
        assert claim[heads.index("troops_high")] == each["high"]
        assert not each["planned"] or each["planned"] in claim[heads.index("note")]
        if each["low"] or each["high"]:
            counts = values.COUNTS[claim[heads.index("counts")]]
            # A sum that one contingent lacks is no sum of those that are stated.
            assert counts == (each["counts"] or values.COUNTS["whole"]) or (each["counts"], counts) == (
                values.COUNTS["sum"],
                values.COUNTS["whole"],
            )
    claim_of = {name: by_deployment[own] for own, name in names.items()}
    contributions = rows(to, "contributions")
    assert [claim_of["Battlegroup Slovakia"][0], "CZE", "150", "150", "", ""] in contributions
    assert [
        claim_of["Battlegroup Estonia"][0],
        "FRA",
        "",
        "",
        "",
        "",
    ] in contributions  # its figure is of 2022
    assert [claim_of["Battlegroup Estonia"][0], "GBR", "700", "700", "about", ""] in contributions


def shown(form: str, file: Path) -> list[dict[str, str]]:
    """What the export says of each deployment."""
    if form == "csv":
        heads = {
            "id": "Id",
            "name": "Deployment",
            "low": "Fewest persons",
            "high": "Most persons",
            "counts": "Counts",
            "planned": "Planned",
        }
        with file.open(encoding="utf-8-sig", newline="") as text:
            return [{name: row[head] for name, head in heads.items()} for row in csv.DictReader(text)]
    heads = {
        "name": "name",
        "low": "troops_low",
        "high": "troops_high",
        "counts": "counts",
        "planned": "planned",
    }
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    return [
        {
            "id": each["id"],
            **{
                name: "" if each["properties"][head] is None else str(each["properties"][head])
                for name, head in heads.items()
            },
        }
        for each in features
    ]


class Bundle(NamedTuple):
    file: Path
    to: Path
    """The dataset that was made of it."""
    told: str
    """What the import said on standard error."""


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """The record as a bundle, and a dataset made of it. Tests only read them."""
    folder = tmp_path_factory.mktemp("bundle")
    file, to, told = exported("zip", folder), folder / "own", io.StringIO()
    with contextlib.redirect_stderr(told):
        assert main(["import", str(file), "--to", str(to)]) == 0
    return Bundle(file, to, told.getvalue())


def changed(file: Path, part: str, content: Callable[[bytes], bytes], to: Path) -> Path:
    """The same bundle with another content of one of its files."""
    with zipfile.ZipFile(file) as archive, zipfile.ZipFile(to, "w") as other:
        for name in archive.namelist():
            held = archive.read(name)
            other.writestr(name, content(held) if name == part else held)
    return to


def test_a_bundle_brings_the_articles_along_and_the_quotes_stand_in_them(
    bundle: Bundle, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, to, told = bundle
    assert rows(to, "claims") == rows(FOLDER, "claims")
    held = {each.name: each.read_bytes() for each in (to / "seeds").iterdir()}
    assert held == {name: (FOLDER / "seeds" / name).read_bytes() for name in held} and held
    assert "31 findings in the data; see: python -m eastflank check --data" in told
    known = {(one.check, one.key, one.column) for one in audited.findings(RECORD)}
    assert {(one.check, one.key, one.column) for one in audited.findings(tables.read(to))} == known
    assert main(["import", str(file), "--to", str(to)]) == 0
    assert "claims: 0 new" in capsys.readouterr().out
    with zipfile.ZipFile(file) as archive:
        name = next(name for name in archive.namelist() if name.startswith("articles/"))
    longer = changed(file, name, lambda text: text + b" And more.", tmp_path / "view.zip")
    assert main(["import", str(longer), "--to", str(tmp_path / "other")]) == 2
    assert "is not the text that was quoted, because the checksum differs." in capsys.readouterr().err
    assert not (tmp_path / "other").exists()


def test_a_claim_that_is_another_by_now_is_named_and_stays(
    bundle: Bundle, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, to, _ = bundle
    claim = rows(to, "claims")[1][0]

    def noted(record: bytes) -> bytes:
        told = json.loads(record)
        claims = told["tables"]["claims"]
        claims["rows"][0][claims["columns"].index("note")] = "Another note."
        return json.dumps(told).encode()

    before = (to / "claims.csv").read_bytes()
    other = changed(file, "record.json", noted, tmp_path / "view.zip")
    capsys.readouterr()
    assert main(["import", str(other), "--to", str(to)]) == 1
    said = capsys.readouterr().out
    assert f"“{claim}”: The dataset has this row, but with other values in note." in said
    assert (to / "claims.csv").read_bytes() == before
