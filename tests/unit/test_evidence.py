"""Reading: the tables as the schema says, or every reason why not."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from shapely import Point

from eastflank.model import TABLES
from eastflank.store import outlines, schema, schema_values, tables
from eastflank.store.broken import BrokenData
from tests.unit.small_data import ARTICLE, SmallData


@pytest.fixture
def small(tmp_path: Path) -> SmallData:
    return SmallData(tmp_path)


def reasons(data: Path, seeds: Path) -> list[str]:
    with pytest.raises(BrokenData) as refusal:
        tables.read(data, seeds)
    return [str(finding) for finding in refusal.value.findings]


def test_frames_hold_the_columns_of_the_schema_in_its_order(small: SmallData) -> None:
    dataset = tables.read(*small.write())
    for name, table in schema.read(small.data).items():
        frame: pd.DataFrame = getattr(dataset, name)
        assert tuple(frame.columns[: len(table.columns)]) == table.columns
        for field in table.fields:
            dtype = {"string": "str", "integer": "Int64", "number": "float64", "date": "datetime64[s]"}
            assert str(frame[field.name].dtype) == dtype[field.type], f"{name}.{field.name}"


def test_what_is_not_stated_is_missing_and_na_is_a_text(small: SmallData) -> None:
    small.row("claims", "A2")["speaker"] = "NA"
    claims = tables.read(*small.write()).claims.set_index("id")
    assert claims.loc["A2", "speaker"] == "NA"
    assert claims["troops_low"].isna().to_dict()["A2"]
    assert claims["status"].isna().to_dict()["A2"]


def test_the_index_is_the_line_of_the_row_though_cells_hold_line_ends(small: SmallData) -> None:
    small.row("claims", "A2")["note"] = "One\nTwo\nThree"
    assert tables.read(*small.write()).claims.index.to_list() == [2, 3, 6, 7, 8, 10]


def test_claims_carry_the_bounds_of_their_dates_and_what_their_source_is(small: SmallData) -> None:
    dataset = tables.read(*small.write())
    claims = dataset.claims.set_index("id")
    first = claims.loc["A1"]
    assert (first["starts_first"], first["starts_last"]) == (
        pd.Timestamp("2016-06-01"),
        pd.Timestamp("2016-06-30"),
    )
    assert (first["ends_first"], first["ends_last"]) == (
        pd.Timestamp("2017-01-01"),
        pd.Timestamp("2017-12-31"),
    )
    assert claims["said_first"].isna()["A4"]
    assert claims.loc["A4", "said_last"] == pd.Timestamp("2016-06-14")
    assert (claims.loc["R1", "publisher"], claims.loc["R1", "via"]) == ("A ministry", "An archive")
    assert claims.loc["R1", "reliability"] == "B"
    assert claims["via"].isna()["A1"]
    assert dataset.sources.set_index("id").loc["mod", "published_last"] == pd.Timestamp("2017-06-30")


def test_a_claim_counts_from_when_it_was_said_or_else_published(small: SmallData) -> None:
    known = tables.read(*small.write()).claims.set_index("id")["known_on"].dt.date
    assert known["A1"] == date(2016, 6, 14)
    assert known["A2"] == date(2016, 6, 14)
    assert known["R1"] == date(2017, 6, 30)


def test_an_article_is_its_bytes_decoded_and_nothing_else(small: SmallData) -> None:
    assert tables.read(*small.write()).articles == {"ap.txt": ARTICLE}


def test_the_version_changes_with_any_table_and_any_article(small: SmallData) -> None:
    versions = {tables.read(*small.write()).version}
    small.row("nations", "LVA")["also_known_as"] = ""
    versions.add(tables.read(*small.write()).version)
    small.article += b"."
    versions.add(tables.read(*small.write()).version)
    assert len(versions) == 3
    assert all(len(version) == 12 and int(version, 16) >= 0 for version in versions)
    assert tables.read(*small.write()).version in versions


@pytest.mark.parametrize(
    ("cell", "value", "message"),
    [
        (
            ("claims", "A1", "troops_low"),
            "8OO",
            "claims.csv, line 2 (A1), troops_low: “8OO” is not a whole number.",
        ),
        (("claims", "A1", "troops_low"), "1,000", "troops_low: “1,000” is not a whole number."),
        (("claims", "A1", "troops_low"), "-1", "troops_low: -1 is less than 0."),
        (("claims", "A1", "credibility"), "7", "credibility: 7 is more than 6."),
        (("claims", "A1", "credibility"), "", "claims.csv, line 2 (A1), credibility: The cell is empty."),
        (
            ("claims", "A1", "status"),
            "Agreed",
            "status: “Agreed” is not one of the values allowed. Use one of: cons",
        ),
        (
            ("claims", "A1", "lead"),
            "USA, GBR",
            "lead: “USA, GBR” does not look as it must. Needed: Nation or nations",
        ),
        (("claims", "A1", "said_on"), "14 June 2016", "said_on: “14 June 2016” is not a date"),
        (
            ("claims", "A1", "said_on"),
            "2017/2016",
            "said_on: “2017/2016” ends before it begins: swap its sides.",
        ),
        (("places", "riga", "lat"), "56,95", "places.csv, line 2 (riga), lat: “56,95” is not a number."),
        (("places", "riga", "lat"), "nan", "lat: “nan” is not a number."),
        (
            ("places", "tapa", "looked_up_on"),
            "2026-02-30",
            "looked_up_on: “2026-02-30” is not a day. Write it as",
        ),
        (("sources", "mod", "url"), "www.example.org", "url: “www.example.org” does not look as it must."),
        (("nations", "LVA", "iso2"), "EE", "nations.csv, line 5 (LVA), iso2: “EE” is already in line 3."),
        (("claims", "A2", "id"), "A1", "claims.csv, line 3 (A1), id: “A1” is already in line 2."),
        (
            ("claims", "A1", "source"),
            "apx",
            "source: “apx” is not in sources.csv. Correct it, or add a row to sour",
        ),
        (("claims", "A1", "lead"), "USA;GBX;LVX", "lead: “GBX”, “LVX” is not in nations.csv."),
        (("claims", "A1", "deployment"), "x", "deployment: “x” is not in deployments.csv."),
        (
            ("deployments", "est", "programme"),
            "x",
            "deployments.csv, line 3 (est), programme: “x” is not in programmes",
        ),
        (
            ("contributions", "A3 CAN", "nation"),
            "CAX",
            "contributions.csv, line 2 (A3, CAX), nation: “CAX” is not in",
        ),
        (
            ("contributions", "R1 GBR", "nation"),
            "CAN",
            "(R1, CAN), nation: “R1, CAN” is already in line 3.",
        ),
        (("sources", "ap", "file"), "no.txt", "sources.csv, line 2 (ap), file: no.txt: The file is missing."),
    ],
)
def test_a_wrong_cell_is_named_with_its_line_and_a_remedy(
    small: SmallData, cell: tuple[str, str, str], value: str, message: str
) -> None:
    table, key, column = cell
    small.row(table, key)[column] = value
    (found, *_) = [reason for reason in reasons(*small.write()) if message in reason]
    assert f", {column}: " in found


def test_every_reason_is_given_at_once(small: SmallData) -> None:
    small.row("claims", "A1")["troops_low"] = "many"
    small.row("claims", "A3")["kind"] = "rumour"
    small.row("places", "riga")["lat"] = "91"
    small.row("sources", "mod")["published"] = "June"
    small.row("deployments", "us")["sort"] = "gone"
    assert len(reasons(*small.write())) == 5


def rewrite(change: Callable[[bytes], bytes], file: str) -> Callable[[SmallData], None]:
    def apply(small: SmallData) -> None:
        path = small.folder / file
        path.write_bytes(change(path.read_bytes()))

    return apply


CLAIMS = "data/claims.csv"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (rewrite(lambda b: b.replace(b"speaker,", b"speeker,", 1), CLAIMS), "claims.csv, line 1, speaker: The column is missing."),
        (rewrite(lambda b: b.replace(b"speaker,", b"speeker,", 1), CLAIMS), "speeker: The schema knows no column"),
        (rewrite(lambda b: b.replace(b"lead,host", b"host,lead", 1), CLAIMS), "claims.csv, line 1: The columns are in another order"),
        (rewrite(lambda b: b.replace(b"lead,host", b"lead,lead", 1), CLAIMS), "line 1, lead: The column is here 2 times."),
        (rewrite(lambda b: b.replace(b"\nA2,", b"\nA2,,", 1), CLAIMS), "claims.csv, line 3 (A2): The row has 32 cells, the header 31."),
        (rewrite(lambda b: b.replace(b"\nA2,ap,", b"\nA2ap,", 1), CLAIMS), "claims.csv, line 3 (A2ap): The row has 30 cells, the header 31."),
        (rewrite(lambda b: b.replace(b"\nA2,", b"\n\nA2,", 1), CLAIMS), "claims.csv, line 3: The line is empty."),
        (rewrite(lambda b: b.replace(b"\n", b"\r\n"), CLAIMS), "claims.csv, line 1: There is a carriage return."),
        (rewrite(lambda b: b.rstrip(b"\n"), CLAIMS), "claims.csv, line 8: The last line has no end."),
        (rewrite(lambda b: b"\xef\xbb\xbf" + b, CLAIMS), "claims.csv, line 1: The file begins with a byte order mark"),
        (rewrite(lambda b: b.replace("“".encode(), b"\x93"), CLAIMS), "claims.csv: Byte 0x93 in line 5 is not UTF-8."),
        (rewrite(lambda b: b + b'R2,"mod\n', CLAIMS), "claims.csv, line 9: This row is not CSV: unexpected end of data."),
        (rewrite(lambda _: b"", CLAIMS), "claims.csv, line 1, id: The column is missing."),
        (lambda small: (small.folder / CLAIMS).unlink(), "claims.csv: The file is missing. Put it at "),
        (rewrite(lambda b: b.replace("“".encode(), b"\x93"), "data/seeds/ap.txt"), "sources.csv, line 2 (ap), file: ap.txt: Byte 0x93 in line 3"),
        (rewrite(lambda b: b[:-20], "data/datapackage.json"), "datapackage.json, line "),
        (rewrite(lambda b: b.replace(b'"integer"', b'"whole"', 1), "data/datapackage.json"), "claims.troops_low: Type whole is not known."),
        (rewrite(lambda b: b.replace(b'"pattern"', b'"maxLength"', 1), "data/datapackage.json"), "Nothing checks the constraint maxLength."),
        (rewrite(lambda b: b.replace(b'"primaryKey"', b'"key"', 1), "data/datapackage.json"), "A property is missing: 'primaryKey'."),
        (rewrite(lambda b: b.replace(b'"name": "places"', b'"name": "sites"', 1), "data/datapackage.json"), "There is no table places."),
        (rewrite(lambda b: b.replace(b"^[A-Z]{3}$", b"^[A-Z{3}$"), "data/datapackage.json"), "A pattern cannot be read"),
        (rewrite(lambda _: b"[]", "data/datapackage.json"), "datapackage.json: A property has the wrong shape"),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_with_its_reason(
    small: SmallData, change: Callable[[SmallData], None], message: str
) -> None:
    data, seeds = small.write()
    change(small)
    found = reasons(data, seeds)
    assert any(message in reason for reason in found), found


def test_a_table_may_be_empty(small: SmallData) -> None:
    for name in TABLES:
        small.tables[name] = []
    dataset = tables.read(*small.write())
    assert all(getattr(dataset, name).empty for name in TABLES)
    assert str(dataset.claims["known_on"].dtype) == "datetime64[s]"


def test_the_schema_reads_lists_links_and_dates(small: SmallData) -> None:
    small.write()
    fields = {field.name: field for field in schema.read(small.data)["claims"].fields}
    assert fields["lead"].several
    assert fields["lead"].link == schema_values.Link("nations", "iso3")
    assert fields["source"].link == schema_values.Link("sources", "id")
    assert fields["starts"].uncertain_date
    assert not fields["timing_words"].uncertain_date
    whole = {field.name: field for field in schema.read(small.data)["memberships"].fields}["whole"]
    assert whole.link == schema_values.Link("deployments", "id")


def test_outlines_are_shapes_by_country(tmp_path: Path) -> None:
    square = {"type": "Polygon", "coordinates": [[[22, 56], [28, 56], [28, 58], [22, 58], [22, 56]]]}
    feature = {"type": "Feature", "properties": {"iso3": "LVA"}, "geometry": square}
    path = tmp_path / outlines.FILE
    path.parent.mkdir()
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    shapes = outlines.read(tmp_path)
    assert list(shapes) == ["LVA"]
    assert shapes["LVA"].contains(Point(24.1, 56.95))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"features": [{"properties": {}, "geometry": null}]}'])
def test_outlines_that_are_none_are_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / outlines.FILE
    path.parent.mkdir()
    path.write_text(text)
    with pytest.raises(BrokenData, match=r"countries\.json: This is not GeoJSON"):
        outlines.read(tmp_path)
