"""What Eastflank writes it reads again: the same claims from a workbook and a bundle."""

from __future__ import annotations

import csv
import functools
import io
import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from eastflank.__main__ import main
from eastflank.store import DATA, datasets, folder, parts
from eastflank.ui.add_data.table_draft import TableDraft, UploadedTable


def rows(data: Path, table: str) -> list[list[str]]:
    with (data / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The record as a file of a format, made once."""
    folder = tmp_path_factory.mktemp("exported")

    @functools.cache
    def of(form: str) -> Path:
        file = folder / f"view.{form}"
        assert main(["export", "--format", form, "--data", str(DATA), "-o", str(file)]) == 0
        return file

    return of


@pytest.fixture(scope="module")
def imported(
    exported: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Path]:
    """A dataset made of such a file, once. No test changes it."""
    folder = tmp_path_factory.mktemp("imported")

    @functools.cache
    def of(form: str) -> Path:
        to = folder / form
        assert main(["import", str(exported(form)), "--to", str(to)]) == 0
        return to

    return of


@pytest.mark.parametrize("table", ["claims", "claim_spans", "contributions", "deployments"])
def test_a_table_has_the_bytes_that_the_program_writes(table: str) -> None:
    """Else a record that is written again differs from this one where nothing was changed."""
    content = (DATA / f"{table}.csv").read_bytes()
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerows(rows(DATA, table))
    assert content == written.getvalue().encode()


@pytest.mark.soak
@pytest.mark.parametrize("form", ["csv", "geojson"])
def test_an_export_without_the_record_is_imported_as_drafts(
    form: str, exported: Callable[[str], Path], tmp_path: Path
) -> None:
    file, to = exported(form), tmp_path / "own"
    assert main(["import", str(file), "--to", str(to), "--accept-proposals"]) in {0, 1}
    heads, *claims = rows(to, "claims")
    assert len(claims) > 30
    assert {row[heads.index("review")] for row in claims} == {"draft"}
    assert all(row[heads.index("citation")].startswith(file.name) for row in claims)
    names = dict(row[:2] for row in rows(DATA, "deployments"))
    assert all(names[own] == name for own, name, *_ in rows(to, "deployments"))


@pytest.mark.soak  # tests/unit/test_exports_come_back.py does it with the frozen record
@pytest.mark.parametrize("form", ["zip", "xlsx"])
def test_an_export_comes_back_as_the_same_claims(
    form: str,
    exported: Callable[[str], Path],
    imported: Callable[[str], Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    file, to = exported(form), imported(form)
    claims = rows(DATA, "claims")
    assert len(claims) > 300
    for table in ("claims", "claim_spans", "contributions"):
        assert (to / f"{table}.csv").read_bytes() == (DATA / f"{table}.csv").read_bytes()
    assert rows(to, "deployments") == rows(DATA, "deployments")
    assert main(["check", "--data", str(to)]) == 0
    before = (to / "claims.csv").read_bytes()
    capsys.readouterr()
    assert main(["import", str(file), "--to", str(to)]) == 0
    assert f"claims: 0 new, {len(claims) - 1} there already" in capsys.readouterr().out
    assert (to / "claims.csv").read_bytes() == before


@pytest.mark.soak  # tests/unit/test_exports_come_back.py states it of a smaller record
def test_a_claim_that_is_another_by_now_is_named_and_stays(
    exported: Callable[[str], Path],
    imported: Callable[[str], Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    to, file = imported("zip"), tmp_path / "view.zip"
    with zipfile.ZipFile(exported("zip")) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    told = json.loads(parts["record.json"])
    claims = told["tables"]["claims"]
    claims["rows"][0][claims["columns"].index("note")] = "Another note."
    parts["record.json"] = json.dumps(told).encode()
    changed = BytesIO()
    with zipfile.ZipFile(changed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    file.write_bytes(changed.getvalue())
    before = (to / "claims.csv").read_bytes()
    capsys.readouterr()
    assert main(["import", str(file), "--to", str(to)]) == 1
    said = capsys.readouterr().out
    assert f"“{claims['rows'][0][0]}”: The dataset has this row, but with other values in note." in said
    assert (to / "claims.csv").read_bytes() == before


def _page() -> None:
    from eastflank.ui.add_data import page  # noqa: PLC0415 - the script is run from its text
    from eastflank.ui.data import load  # noqa: PLC0415

    page.show(load())


@pytest.mark.soak  # tests/unit/test_exports_come_back.py states it of a smaller record
def test_the_page_brings_the_claims_of_an_export_as_they_are(
    exported: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    parts.unpack(datasets.empty(folder.of(DATA), "own"), own)
    monkeypatch.setenv("EASTFLANK_DATA", str(own))
    monkeypatch.setenv("EASTFLANK_DATASETS", str(tmp_path / "datasets"))
    monkeypatch.setenv("EASTFLANK_EDIT", "1")
    app = AppTest.from_function(_page, default_timeout=120)
    app.query_params["section"] = "table"
    app.session_state["add-table"] = TableDraft(
        brought=UploadedTable("view.zip", exported("zip").read_bytes())
    )
    app.run()
    assert not app.exception, [one.value for one in app.exception]
    app.button(key="table-export-bring").click().run()
    assert not app.exception, [one.value for one in app.exception]
    assert rows(own, "claims") == rows(DATA, "claims")
