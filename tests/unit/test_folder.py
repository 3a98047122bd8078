"""Where a dataset is: the option, the variable or the shipped one, and from where each part comes."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eastflank.__main__ import main
from eastflank.model import LeadColours, Point, Theatre
from eastflank.store import folder, tables, theatres
from eastflank.store.broken import MOST, BrokenData, told
from eastflank.store.stamp import stamp_of
from tests.damages import base_map, cell, good
from tests.frozen import FOLDER
from tests.unit.small_data import SmallData


def refused(option: str | None, environment: dict[str, str]) -> str:
    with pytest.raises(BrokenData) as refusal:
        folder.located(option, environment)
    (finding,) = refusal.value.findings
    return str(finding)


def test_the_option_holds_before_the_variable_and_the_variable_before_the_shipped_one(tmp_path: Path) -> None:
    here, there = good(tmp_path / "here"), good(tmp_path / "there")
    assert folder.located(str(here), {"EASTFLANK_DATA": str(there)}).root == here
    assert folder.located(None, {"EASTFLANK_DATA": str(there)}).root == there
    assert folder.located(None, {}).shipped


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "The name of the folder is empty."),
        (" ", "The name of the folder is empty."),
        ("/nowhere/at/all", "There is no folder /nowhere/at/all."),
        (__file__, f"{__file__} is not a folder."),
        (str(Path(__file__).parent), "holds no dataset: there is no datapackage.json in it."),
        ("x" * 5000, "cannot be opened: File name too long."),
        ("a\0b", "cannot be opened: "),
    ],
)
def test_a_folder_that_is_none_is_refused_in_a_sentence(
    name: str, why: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert why in refused(name, {})
    assert refused(name, {}).startswith("--data: ")
    assert refused(None, {"EASTFLANK_DATA": name}).startswith("EASTFLANK_DATA: ")
    for command in (["check"], ["show"], ["export", "--format=csv"], ["geocode", "Tapa"]):
        assert main([*command, "--data", name]) == 2
        out, err = capsys.readouterr()
        assert why in out + err
    if "\0" not in name:
        monkeypatch.setenv("EASTFLANK_DATA", name)
        assert main(["show"]) == 2
        assert f"EASTFLANK_DATA: {why}" in capsys.readouterr().err or why in refused(name, {})


def test_the_shipped_articles_stand_beside_their_tables_and_all_others_in_their_folder(
    tmp_path: Path,
) -> None:
    shipped = folder.located(None, {})
    assert shipped.seeds == shipped.root.with_name("seeds")
    assert all(shipped.own.values())
    data = good(tmp_path)
    assert folder.of(data).seeds == data / "seeds"
    assert folder.of(data).own == {"seeds": True, "basemap": False, "theatre.toml": True}
    shutil.rmtree(data / "seeds")
    assert folder.of(data).seeds == shipped.seeds
    (data / "seeds").symlink_to("nowhere")
    assert folder.of(data).seeds == data / "seeds"


def test_settings_come_from_the_folder_and_the_version_tells_of_them(tmp_path: Path) -> None:
    data = good(tmp_path)
    before = tables.read(data)
    assert before.theatre == theatres.read(folder.of(FOLDER).theatre)
    settings = (data / "theatre.toml").read_text(encoding="utf-8")
    (data / "theatre.toml").write_text(settings.replace('"NATO"', '"Pact"').replace("41.2, 12.5", "10, 20"))
    after = tables.read(data)
    opening = (Point(10, 20), before.theatre.opening[1])
    assert after.theatre == replace(before.theatre, alliance="Pact", opening=opening)
    assert after.version != before.version
    (data / "theatre.toml").unlink()
    assert tables.read(data).theatre == before.theatre


def test_a_base_map_of_its_own_is_what_the_dataset_holds(tmp_path: Path) -> None:
    data = good(tmp_path)
    borrowed = tables.read(data)
    labels = base_map(data) / "labels.json"
    labels.write_text(labels.read_text(encoding="utf-8").replace("Bulgaria", "Bulgarien"), encoding="utf-8")
    own = tables.read(data)
    assert "Bulgarien" in own.base_map["labels"]
    assert "Bulgarien" not in borrowed.base_map["labels"]
    assert own.version != borrowed.version


def test_a_lead_without_a_colour_has_the_neutral_one() -> None:
    theatre = Theatre(leads={"USA": LeadColours("#000001", "#000002")})
    assert theatre.colours_of("USA").on("dark") == "#000002"
    assert theatre.colours_of("CAN") == theatre.colours_of(None)


def test_the_stamp_changes_with_every_file_and_with_one_exchanged_for_its_like(tmp_path: Path) -> None:
    data = good(tmp_path)
    base_map(data)
    place = folder.of(data)
    seen = {stamp_of(place)}
    for name in ("claims.csv", "datapackage.json", "theatre.toml", "seeds/ap.txt", "basemap/lakes.json"):
        file = data / name
        times = file.stat()
        file.rename(file.with_suffix(".old"))
        shutil.copy(file.with_suffix(".old"), file)
        file.with_suffix(".old").unlink()
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
        seen.add(stamp_of(place))
    (data / "seeds" / "new").symlink_to("nowhere")
    seen.add(stamp_of(place))
    (data / "claims.csv").unlink()
    seen.add(stamp_of(place))
    assert len(seen) == 8
    assert stamp_of(place) in seen


def test_a_table_exchanged_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = good(tmp_path)
    read, times = tables._read, []

    def exchanged(place: folder.Folder, **rest: Any) -> object:
        dataset = read(place, **rest)
        times.append(place)
        if len(times) == 1:
            cell(data, "nations.csv", "LVA", also_known_as="Lett")
        return dataset

    monkeypatch.setattr(tables, "_read", exchanged)
    assert "Lett" in set(tables.read(data).nations["also_known_as"])
    assert len(times) == 2


def test_tables_that_never_stay_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = good(tmp_path)
    read, times = tables._read, []

    def exchanged(place: folder.Folder, **rest: Any) -> object:
        times.append(place)
        cell(data, "nations.csv", "LVA", also_known_as=f"Lett{len(times)}")
        return read(place, **rest)

    monkeypatch.setattr(tables, "_read", exchanged)
    with pytest.raises(BrokenData, match="The files change again and again while they are read"):
        tables.read(data)


def test_a_hundred_findings_of_a_kind_are_told_and_the_rest_counted(tmp_path: Path) -> None:
    small = SmallData(tmp_path)
    row = small.row("claims", "A2")
    small.tables["claims"] = [{**row, "id": f"A{number:04}", "kind": "gossip"} for number in range(250)]
    data, _ = small.write()
    with pytest.raises(BrokenData) as refusal:
        tables.read(data)
    kinds = [finding for finding in refusal.value.findings if finding.column == "kind"]
    assert len(kinds) == MOST + 1
    assert str(kinds[-1]) == "claims.csv, 150 more rows, kind: They have the same fault."
    assert list(told([], lambda line: kinds[line])) == []
