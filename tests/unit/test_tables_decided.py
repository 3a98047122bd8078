"""A person's decisions about a table are applied; our own exports are imported unchanged."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from eastflank.__main__ import main
from eastflank.curation import table_drafts, undo
from eastflank.intake.tables import importing, problem_list
from eastflank.intake.tables.cells.sheets import UnreadableTable
from eastflank.intake.tables.columns import columns, kept_mappings
from eastflank.intake.tables.files import opening
from eastflank.intake.tables.importing import Against, Decisions, Import
from eastflank.intake.tables.places import found_places
from eastflank.intake.tables.renewal import changes
from eastflank.intake.tables.target.against import against_dataset
from eastflank.intake.tables.target.new_rows import TableOrigin
from eastflank.model import Dataset
from eastflank.render import deployments_csv
from eastflank.store import datasets, edits, package_files, parts, tables
from eastflank.store.folder import of
from eastflank.store.stores import InFolder
from eastflank.words.chosen import imported_claims, rows_of_tables, unreadable_tables
from tests.frozen import FOLDER

pytestmark = pytest.mark.usefixtures("read_once")

TODAY = date(2026, 11, 26)
SHOWN = date(2022, 6, 28)
TABLE = (
    b"Nation,Host,Base,Troops\nUSA,Poland,Powidz,800\nNarnia,Poland,Powidz,20\nUSA,Poland,D\xc4\x85browa,40\n"
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("empty")
    parts.unpack(datasets.empty(of(FOLDER), "empty"), folder, lasting=False)
    return folder


@pytest.fixture(scope="module")
def against(empty: Path) -> Against:
    return against_dataset(tables.read(empty), TODAY)


def read(content: bytes, against: Against, decided: Decisions = importing.UNDECIDED) -> Import:
    file = opening.opened("table.csv", content)
    return importing.understood(file, importing.chosen(file, None)[0], against, decided)


def test_a_chosen_encoding_and_delimiter_are_those_that_are_read() -> None:
    content = "Страна;Host, country\nПольша;Poland\n".encode("cp1251")
    assert opening.opened("a.csv", content, "cp1251", ",").sheets[0].rows[0] == ("Страна;Host", "country")
    file = opening.opened("a.csv", content, "cp1251", ";")
    assert file.sheets[0].rows[0] == ("Страна", "Host, country")
    assert (file.encoding, file.delimiter, file.remarks) == ("cp1251", ";", ())
    with pytest.raises(UnreadableTable, match="begins like UTF-8, but byte 1 "):
        opening.opened("a.csv", content, "utf-8")


def test_a_chosen_line_is_the_header(against: Against) -> None:
    content = b"Nation,Host,Troops\nSender,Host,Number\nUSA,Poland,800\n"
    sheet = opening.opened("a.csv", content).sheets[0]
    assert importing.laid_out(sheet, against).table.header == 1
    layout = importing.laid_out(sheet, against, Decisions(header=2))
    assert layout.table.headings == ("Sender", "Host", "Number")
    assert [line.kind for line in layout.table.lines] == ["note", "header"]
    with pytest.raises(UnreadableTable, match="There is no line 9"):
        importing.laid_out(sheet, against, Decisions(header=9))


def test_a_field_goes_to_one_column_and_digits_tell_columns_apart_only_where_nothing_else_does() -> None:
    headings = ("Troops 2016", "Troops 2017", "Host")
    first = columns.ColumnMapping((("troops", "strength"), ("host", "host")))
    second = first.with_field(headings, "Troops 2017", "strength")
    assert [second.field(one) for one in headings] == ["", "strength", "host"]
    assert columns.read_mapping(second.as_json()) == second
    assert second.field("Host (2024)") == "host"


def test_a_mapping_is_found_again_when_the_digits_are_other_ones(tmp_path: Path) -> None:
    mapping = columns.ColumnMapping((("sent by in", "nation"), ("where", "host"), ("how many", "strength")))
    kept_mappings.keep(tmp_path, mapping)
    kept_mappings.keep(tmp_path, columns.ColumnMapping((("a", "host"),)))
    assert kept_mappings.fitting(tmp_path, ["Sent by, in 2027", "Where", "How many"]) == mapping
    assert kept_mappings.fitting(tmp_path, ["Sent by, in 2027", "Where", "Why"]) is None
    (tmp_path / kept_mappings.FILE).write_text("no mapping\n", encoding="utf-8")
    assert kept_mappings.fitting(tmp_path, ["Where"]) is None


def test_a_mended_value_is_read_in_each_row_and_the_claim_keeps_what_the_table_says(
    against: Against,
) -> None:
    told = read(TABLE, against, Decisions(mended={("Nation", "Narnia"): "Norway"}))
    assert told.entries[1].nation == ("NOR",)
    mended = imported_claims.MENDED.format(heading="Nation", value="Narnia")
    assert told.entries[1].note == f"{mended} {imported_claims.place_in_other_words('Powidz')}"
    assert [one.line for one in told.problems] == [4]


def test_a_chosen_place_and_a_country_alone_are_taken_without_a_doubt(against: Against) -> None:
    told = read(TABLE, against)
    ask = ("Dąbrowa", "POL")
    candidate = told.choices[ask].candidates[1]
    chosen = read(TABLE, against, Decisions(places={ask: candidate}))
    assert chosen.entries[2].outcome == "imported"
    found = chosen.changes(chosen.taken(), against, TableOrigin(chosen.file, TODAY, TODAY))
    (place,) = [
        one.row for one in found.edits if isinstance(one, edits.Insert) and one.row.get("query") == "Dąbrowa"
    ]
    assert float(place["lat"]) == pytest.approx(candidate.point.lat)
    assert imported_claims.PLACE_CHOSEN in place["note"]
    alone = read(TABLE, against, Decisions(places={ask: None}))
    assert alone.entries[2].outcome == "imported"
    assert alone.spots[ask].point is None


def test_a_claim_with_its_country_alone_keeps_the_words_for_the_place(against: Against) -> None:
    content = TABLE.replace(b"Troops", b"Troops,Name,Note").replace(b",40", b",40,First company,as of May")
    told = read(content, against, Decisions(places={("Dąbrowa", "POL"): None}))
    found = told.changes(told.taken(), against, TableOrigin(told.file, TODAY, TODAY))
    (claim,) = [
        one.row
        for one in found.edits
        if isinstance(one, edits.Insert) and one.table == "claims" and one.row["troops_low"] == "40"
    ]
    places = [one.row for one in found.edits if isinstance(one, edits.Insert) and one.table == "places"]
    (place,) = [one for one in places if one["id"] == claim["place"]]
    assert (place["name"], place["country"]) == ("Dąbrowa", "POL")
    assert (place["precision"], place["geocoder"]) == ("none", "none")
    assert not {"lat", "lon"} & place.keys()
    assert claim["note"] == f"as of May. {imported_claims.country_chosen('Dąbrowa')}"
    wide = told.choices or read(TABLE, against).choices
    region = replace(next(iter(wide.values())).candidates[0], precision="region", installation="")
    spot = found_places.decided(region, "Dąbrowa", "POL")
    assert (spot.point, spot.note) == (None, imported_claims.country_chosen("Dąbrowa"))


def test_a_name_that_no_gazetteer_knows_is_asked_about_once(empty: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    shutil.copytree(empty, own)
    content = b"Nation,Host,Base,Troops\nUSA,Poland,Nowhereowo,40\n"

    def found(decided: Decisions) -> tuple[Import, changes.Changes]:
        against = against_dataset(tables.read(own), TODAY)
        told = read(content, against, decided)
        return told, told.changes(told.taken(), against, TableOrigin(told.file, TODAY, TODAY))

    asked, nothing = found(importing.UNDECIDED)
    assert ([one.kind for one in asked.problems], nothing.new) == (["no place"], ())
    _, first = found(Decisions(places={("Nowhereowo", "POL"): None}))
    version = tables.read(own).version
    edits.apply(own, first.edits, who="c", when=TODAY, reason=first.reason, expected=version)
    again, second = found(importing.UNDECIDED)
    assert (again.problems, second.same, second.edits) == ((), 1, ())


def test_proposals_are_taken_by_kind_and_lines_are_left_out(against: Against) -> None:
    told = read(b"Nation,Host,Troops\nUSA,Poland,800\nUSA,Latvia,0\nGBR,,900\n", against)
    assert {mark.kind for mark in told.marks} == {"zero", "from the row above"}
    assert [one.line for one in told.taken()] == [2]
    assert [one.line for one in told.taken(kinds={"zero"})] == [2, 3]
    left = read(
        b"Nation,Host,Troops\nUSA,Poland,800\nUSA,Latvia,0\nGBR,,900\n",
        against,
        Decisions(without=frozenset({3})),
    )
    assert [one.line for one in left.taken(proposals=True)] == [2, 4]


def test_the_list_of_problems_has_each_line_and_runs_no_formula(against: Against) -> None:
    told = read(b"Nation,Host,Troops\n=1+1,Poland,800\nUSA,Latvia,0\n", against)
    content = deployments_csv.content(rows_of_tables.LIST_OF_PROBLEMS, problem_list.rows(told)).decode(
        "utf-8-sig"
    )
    rows = list(csv.DictReader(io.StringIO(content)))
    assert [(row["Line"], row["Result"]) for row in rows] == [
        ("2", "not imported"),
        ("3", "proposal"),
    ]
    assert rows[0]["Value"] == "'=1+1"


def changed(data: Path, content: bytes, name: str = "table.csv") -> tuple[Import, importing.Changes, Dataset]:
    dataset = tables.read(data)
    held = against_dataset(dataset, TODAY)
    file = opening.opened(name, content)
    told = importing.understood(file, importing.chosen(file, None)[0], held)
    return told, told.changes(told.taken(), held, TableOrigin(told.file, TODAY, TODAY)), dataset


def test_drafts_of_a_file_are_accepted_at_once_and_what_was_taken_back_comes_again(
    empty: Path, tmp_path: Path
) -> None:
    data = shutil.copytree(empty, tmp_path / "data")
    _, found, dataset = changed(data, TABLE)
    version = undo.save(
        InFolder(data), found.edits, who="c", when=TODAY, reason=found.reason, expected=dataset.version
    ).version
    waiting = table_drafts.waiting(tables.read(data))
    assert waiting == {found.source: found.new}
    graded = table_drafts.Grade("B", "2")
    asked = table_drafts.accepting(tables.read(data), found.source, found.new, graded)
    accepted = undo.save(InFolder(data), asked, who="c", when=TODAY, reason="seen", expected=version).version
    source = tables.read(data).sources_by_id[found.source]
    assert source.reliability == "B" and imported_claims.NOT_GRADED not in (source.note or "")
    assert set(tables.read(data).claims["credibility"]) == {2}
    assert set(tables.read(data).claims["review"]) == {"reviewed"}
    assert table_drafts.waiting(tables.read(data)) == {}
    drafts = undo.take_back(InFolder(data), who="c", when=TODAY, reason="undone", expected=accepted).version
    assert set(tables.read(data).claims["review"]) == {"draft"}
    undo.take_back(InFolder(data), who="c", when=TODAY, reason="undone", expected=drafts)
    assert set(tables.read(data).claims["review"]) == {"retracted"}
    _, again, dataset = changed(data, TABLE)
    assert (len(again.new), again.same, again.returned) == (1, 0, ((found.new[0], again.new[0]),))
    edits.apply(data, again.edits, who="c", when=TODAY, reason="again", expected=dataset.version)
    assert main(["check", "--data", str(data)]) == 0


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    folder = tmp_path_factory.mktemp("exported")

    def export(kind: str) -> Path:
        file = folder / f"export.{kind}"
        if not file.exists():
            asked = [
                "--format",
                kind,
                "--output",
                str(file),
                "--view",
                f"asof={SHOWN}",
                "--data",
                str(FOLDER),
            ]
            assert main(["export", *asked]) == 0
        return file

    return export


FIELDS = {
    "name": "name",
    "sort": "sort",
    "status": "status",
    "hedge": "hedge",
    "low": "troops_low",
    "high": "troops_high",
    "date": "strength_stated_on",
}


@pytest.mark.parametrize("kind", ["csv", "geojson", "xlsx"])
def test_our_own_export_comes_back_as_the_same_deployments(
    kind: str, exported: Callable[[str], Path], empty: Path
) -> None:
    shown = json.loads(exported("geojson").read_text(encoding="utf-8"))["features"]
    by_id = {one["id"]: one for one in shown}
    against = against_dataset(tables.read(empty), SHOWN)
    file = opening.opened(exported(kind).name, exported(kind).read_bytes())
    told = importing.understood(file, importing.chosen(file, None)[0], against)
    assert len(told.entries) == len(by_id)
    names = against.known.names
    for entry in told.entries:
        feature = by_id[entry.id]
        said = feature["properties"]
        for field, column in FIELDS.items():
            assert getattr(entry, field) == (said[column] or (None if field in {"low", "high"} else "")), (
                entry.id,
                field,
            )
        assert against.dataset.theatre.kinds[entry.kind].one == said["kind"], entry.id
        assert {names.name_of(code) for code in entry.lead} == nations_in(said["lead"]), entry.id
        assert {names.name_of(code) for code in entry.host} == nations_in(said["host"]), entry.id
        if feature["geometry"] and entry.point:
            assert [entry.point.lon, entry.point.lat] == pytest.approx(feature["geometry"]["coordinates"])


def nations_in(text: str | None) -> set[str]:
    """The names in a list of an export."""
    listed = [part.strip() for part in re.split(";|,| and ", text or "")]
    return set(listed) - {"", "not stated"}


def test_a_data_package_is_a_table_for_each_of_its_files(against: Against) -> None:
    packed = package_files.packed(
        {each.name: each.read_bytes() for each in FOLDER.iterdir() if each.suffix in {".csv", ".json"}}
    )
    file = opening.opened("record.zip", packed)
    assert file.what == unreadable_tables.DATA_PACKAGE
    assert {"claims", "places", "nations"} <= {sheet.name for sheet in file.sheets}
    sheet, others = importing.chosen(file, "claims")
    assert sheet.name == "claims" and "places" in others
    told = importing.understood(file, sheet, against)
    counts = told.counts
    kept = counts.imported + counts.proposals + counts.problems + sum(counts.skipped.values())
    assert kept == counts.lines
