"""A good small dataset, and every way in which its folder has been found damaged.

Each damage is a function that takes the folder of a copy. `DAMAGES` holds them with the expected message: an
error prevents the use of the dataset, a finding does not, and `words` must be in the message.
"""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from eastflank.store import ground
from eastflank.store.folder import of
from tests.frozen import FOLDER
from tests.unit.small_data import SmallData

Outcome = Literal["error", "finding", "fine", "empty"]
SCHEMA, CLAIMS, SOURCES, PLACES = "datapackage.json", "claims.csv", "sources.csv", "places.csv"
MEMBERSHIPS = "memberships.csv"


@dataclass(frozen=True)
class Damage:
    """A way to damage a dataset, and the expected result."""

    inflict: Callable[[Path], None]
    outcome: Outcome
    words: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.inflict.__name__


DAMAGES: list[Damage] = []


def damage(outcome: Outcome, *words: str) -> Callable[[Callable[[Path], None]], Callable[[Path], None]]:
    def kept(inflict: Callable[[Path], None]) -> Callable[[Path], None]:
        DAMAGES.append(Damage(inflict, outcome, words))
        return inflict

    return kept


def good(folder: Path) -> Path:
    """A small dataset with tables, articles and theatre settings of its own."""
    folder.mkdir(exist_ok=True)
    data, _ = SmallData(folder).write()
    shutil.copy(of(FOLDER).theatre, data)
    return data


def base_map(folder: Path) -> Path:
    """The dataset's own base map, as the shipped one is."""
    (folder / "basemap").mkdir()
    for name, text in ground.read(of(FOLDER).ground).items():
        (folder / "basemap" / f"{name}.json").write_text(text, encoding="utf-8")
    shutil.copy(of(FOLDER).ground / "basemap" / ground.CREDIT, folder / "basemap")
    return folder / "basemap"


def cell(folder: Path, table: str, row: str, **cells: str) -> None:
    """Write into cells of the row whose first column holds `row`."""
    file = folder / table
    header, *rows = csv.reader(io.StringIO(file.read_text(encoding="utf-8"), newline=""))
    (found,) = [one for one in rows if one[0] == row]
    for column, text in cells.items():
        found[header.index(column)] = text
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([header, *rows])
    file.write_text(out.getvalue(), encoding="utf-8", newline="")


def rewrite(folder: Path, name: str, before: bytes, after: bytes) -> None:
    content = (folder / name).read_bytes()
    assert before in content
    (folder / name).write_bytes(content.replace(before, after, 1))


def describe(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the schema."""
    package = json.loads((folder / SCHEMA).read_text(encoding="utf-8"))
    change(package)
    (folder / SCHEMA).write_text(json.dumps(package), encoding="utf-8")


def field(package: dict[str, Any], table: str, name: str) -> dict[str, Any]:
    (resource,) = [one for one in package["resources"] if one["name"] == table]
    (found,) = [one for one in resource["schema"]["fields"] if one["name"] == name]
    answer: dict[str, Any] = found
    return answer


# Files and folders


@damage("error", "claims.csv: The file is missing.")
def a_table_is_missing(folder: Path) -> None:
    (folder / CLAIMS).unlink()


@damage("error", "holds no dataset: there is no datapackage.json")
def the_schema_is_missing(folder: Path) -> None:
    (folder / SCHEMA).unlink()


@damage("error", "There is no folder")
def the_folder_is_gone(folder: Path) -> None:
    shutil.rmtree(folder)


@damage("error", "is not a folder")
def the_folder_is_a_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("tables")


@damage("error", "is a link that leads to no folder")
def the_folder_is_a_link_to_nowhere(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.symlink_to(folder.with_name("nowhere"))


@damage("error")
def the_folder_is_a_link_to_itself(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.symlink_to(folder)


@damage("error", "claims.csv: It is a folder, not a file.")
def a_table_is_a_folder(folder: Path) -> None:
    (folder / CLAIMS).unlink()
    (folder / CLAIMS).mkdir()


@damage("error", "claims.csv: It is a pipe or a device, not a file.")
def a_table_is_a_pipe(folder: Path) -> None:
    (folder / CLAIMS).unlink()
    os.mkfifo(folder / CLAIMS)


@damage("error", "claims.csv: It is a link to elsewhere.csv, where no file is.")
def a_table_is_a_link_to_nowhere(folder: Path) -> None:
    (folder / CLAIMS).unlink()
    (folder / CLAIMS).symlink_to("elsewhere.csv")


@damage("error", "claims.csv: The file cannot be read: Too many levels of symbolic links.")
def a_table_is_a_link_to_itself(folder: Path) -> None:
    (folder / CLAIMS).unlink()
    (folder / CLAIMS).symlink_to(CLAIMS)


@damage("fine")
def a_stray_link_leads_nowhere(folder: Path) -> None:
    (folder / "stray.csv").symlink_to("elsewhere.csv")


@damage("error", "datapackage.json: It is a folder, not a file.")
def the_schema_is_a_folder(folder: Path) -> None:
    (folder / SCHEMA).unlink()
    (folder / SCHEMA).mkdir()


@damage("error", "sources.csv, line 2 (ap), file: ap.txt: The file is missing.")
def an_article_is_missing(folder: Path) -> None:
    (folder / "seeds" / "ap.txt").unlink()


@damage("error", "sources.csv, line 2 (ap), file: ap.txt: It is a folder, not a file.")
def an_article_is_a_folder(folder: Path) -> None:
    (folder / "seeds" / "ap.txt").unlink()
    (folder / "seeds" / "ap.txt").mkdir()


@damage("error", "sources.csv, line 2 (ap), file", "is not UTF-8")
def an_article_is_in_latin_1(folder: Path) -> None:
    rewrite(folder, "seeds/ap.txt", "“".encode(), b"\x93")


@damage("error", "sources.csv, line 2 (ap), file: “../ap.txt” does not look as it must.")
def an_article_lies_outside(folder: Path) -> None:
    cell(folder, SOURCES, "ap", file="../ap.txt")


@damage("error", "sources.csv, line 2 (ap), file: ..: It is a folder, not a file.")
def an_article_is_the_folder_above(folder: Path) -> None:
    cell(folder, SOURCES, "ap", file="..")


@damage("finding", "sources.csv, line 2 (ap), sha256: ap.txt has another checksum")
def an_article_was_changed(folder: Path) -> None:
    rewrite(folder, "seeds/ap.txt", b"Canada waits. Canadians", b"Canada waits, Canadians")


@damage("error", "sources.csv, line 2 (ap), file: ap.txt: The file is missing.")
def the_articles_are_a_link_to_nowhere(folder: Path) -> None:
    shutil.rmtree(folder / "seeds")
    (folder / "seeds").symlink_to("nowhere")


# The schema


@damage("error", "datapackage.json, line 1: This is not JSON")
def the_schema_is_empty(folder: Path) -> None:
    (folder / SCHEMA).write_bytes(b"")


@damage("error", "datapackage.json, line", "This is not JSON")
def the_schema_is_cut_off(folder: Path) -> None:
    (folder / SCHEMA).write_bytes((folder / SCHEMA).read_bytes()[:5000])


@damage("error", "datapackage.json: A property has the wrong shape")
def the_schema_is_a_list(folder: Path) -> None:
    (folder / SCHEMA).write_text("[]")


@damage("error", "datapackage.json: A property has the wrong shape")
def the_schema_describes_nothing(folder: Path) -> None:
    (folder / SCHEMA).write_text('{"resources": null}')


@damage("error", "datapackage.json: Its lists are nested too deeply.")
def the_schema_is_very_deep(folder: Path) -> None:
    (folder / SCHEMA).write_text("[" * 100_000)


def described(folder: Path, **said: object) -> None:
    """Other properties of the table of claims in the description."""
    package = json.loads((folder / SCHEMA).read_text(encoding="utf-8"))
    (claims,) = (one for one in package["resources"] if one["name"] == "claims")
    claims.update(said)
    (folder / SCHEMA).write_text(json.dumps(package), encoding="utf-8")


@damage("error", 'datapackage.json, claims.encoding: It is "latin-1", but tables are read with "utf-8"')
def a_table_is_said_to_be_in_another_encoding(folder: Path) -> None:
    described(folder, encoding="latin-1")


@damage("error", 'datapackage.json, claims.delimiter: It is ";", but tables are read with "," only.')
def a_table_is_said_to_have_other_separators(folder: Path) -> None:
    described(folder, dialect={"delimiter": ";"})


@damage("error", "datapackage.json, claims.commentChar: It is not observed when tables are read.")
def a_table_is_said_to_have_comments(folder: Path) -> None:
    described(folder, dialect={"delimiter": ",", "commentChar": "#"})


@damage("fine")
def a_table_is_said_to_be_as_it_is(folder: Path) -> None:
    described(folder, encoding="UTF-8", dialect={"header": True})


@damage("error", "datapackage.json: The key “resources” stands twice in one object.")
def the_schema_has_a_key_twice(folder: Path) -> None:
    text = (folder / SCHEMA).read_text(encoding="utf-8")
    (folder / SCHEMA).write_text(text.replace("{", '{"resources": [],', 1), encoding="utf-8")


@damage("error", "datapackage.json: A property has the wrong shape: 7 is not a text.")
def a_value_of_an_enum_is_a_number(folder: Path) -> None:
    describe(
        folder, lambda package: field(package, "claims", "status")["constraints"].update(enum=["agreed", 7])
    )


@damage("error", "datapackage.json: A property has the wrong shape")
def a_bound_is_a_text(folder: Path) -> None:
    describe(
        folder, lambda package: field(package, "claims", "troops_low")["constraints"].update(minimum="0")
    )


@damage("error", "datapackage.json: A property has the wrong shape")
def a_field_is_a_text(folder: Path) -> None:
    describe(folder, lambda package: package["resources"][0]["schema"].update(fields=["id"]))


@damage("error", "datapackage.json: A pattern cannot be read")
def a_pattern_is_none(folder: Path) -> None:
    describe(folder, lambda package: field(package, "claims", "id")["constraints"].update(pattern="[A-Z"))


@damage("error", "datapackage.json, claims.status: The column is missing.")
def the_schema_lacks_a_column(folder: Path) -> None:
    def without_status(package: dict[str, Any]) -> None:
        (claims,) = [one for one in package["resources"] if one["name"] == "claims"]
        claims["schema"]["fields"] = [one for one in claims["schema"]["fields"] if one["name"] != "status"]

    describe(folder, without_status)


@damage("error", "datapackage.json, claims.status: It allows values that cannot be used: other values.")
def the_schema_allows_a_status_that_is_none(folder: Path) -> None:
    describe(
        folder, lambda package: field(package, "claims", "status")["constraints"]["enum"].append("dreamt")
    )


@damage(
    "error",
    "datapackage.json, claims.troops_low: It allows values that cannot be used: no maximum of 10000000.",
)
def the_schema_has_no_bound(folder: Path) -> None:
    describe(folder, lambda package: field(package, "claims", "troops_low")["constraints"].pop("maximum"))


@damage(
    "error",
    "datapackage.json, claims.said_on: It allows values that cannot be used: no latest of 2100-12-31.",
)
def the_schema_has_no_last_day(folder: Path) -> None:
    describe(folder, lambda package: field(package, "claims", "said_on").pop("latest"))


@damage("error", "“../../etc/passwd” is not a name for a CSV file.")
def the_schema_names_a_file_outside(folder: Path) -> None:
    describe(folder, lambda package: package["resources"][0].update(path="../../etc/passwd"))


# The shape of a table


@damage("error", "claims.csv, line 1, id: The column is missing.")
def a_table_is_empty(folder: Path) -> None:
    (folder / CLAIMS).write_bytes(b"")


@damage("error", "claims.csv, line 1, speaker: The column is missing.")
def a_column_has_another_name(folder: Path) -> None:
    rewrite(folder, CLAIMS, b"speaker,", b"speeker,")


@damage("error", "claims.csv, line 1: The columns are in another order")
def columns_are_swapped(folder: Path) -> None:
    rewrite(folder, CLAIMS, b"lead,host", b"host,lead")


@damage("error", "claims.csv, line 1, id: The column is missing.")
def cells_are_divided_by_semicolons(folder: Path) -> None:
    content = (folder / CLAIMS).read_bytes()
    (folder / CLAIMS).write_bytes(content.replace(b",", b";"))


@damage("error", "claims.csv, line 1: The file begins with a byte order mark")
def a_table_begins_with_a_byte_order_mark(folder: Path) -> None:
    (folder / CLAIMS).write_bytes(b"\xef\xbb\xbf" + (folder / CLAIMS).read_bytes())


@damage("error", "claims.csv, line 1: There is a carriage return.")
def lines_end_as_on_windows(folder: Path) -> None:
    content = (folder / CLAIMS).read_bytes()
    (folder / CLAIMS).write_bytes(content.replace(b"\n", b"\r\n"))


@damage("error", "claims.csv: Byte 0xff in line 1 is not UTF-8.")
def a_table_is_in_utf_16(folder: Path) -> None:
    text = (folder / CLAIMS).read_text(encoding="utf-8")
    (folder / CLAIMS).write_bytes(text.encode("utf-16"))


@damage("error", "claims.csv", "is not UTF-8")
def a_table_is_random_bytes(folder: Path) -> None:
    (folder / CLAIMS).write_bytes(bytes(range(256)) * 40)


@damage("error", "claims.csv, line 3: There is an invisible character, U+0000.")
def a_cell_holds_a_nul(folder: Path) -> None:
    rewrite(folder, CLAIMS, b"\nA2,", b"\nA\x002,")


@damage("error", "deployments.csv, line 2: There is an invisible character, U+001B.")
def a_name_holds_a_control_character(folder: Path) -> None:
    rewrite(folder, "deployments.csv", b"Four battalions", b"Four\x1b[31m battalions")


@damage("error", "claims.csv", "U+0000")
def a_table_ends_in_nuls(folder: Path) -> None:
    (folder / CLAIMS).write_bytes((folder / CLAIMS).read_bytes() + b"\0" * 4096)


@damage("error", "claims.csv, line 9: This row is not CSV")
def a_quotation_mark_is_not_closed(folder: Path) -> None:
    (folder / CLAIMS).write_bytes((folder / CLAIMS).read_bytes() + b'R2,"mod\n')


@damage("error", "claims.csv, line 3: The line is empty.")
def a_line_is_empty(folder: Path) -> None:
    rewrite(folder, CLAIMS, b"\nA2,", b"\n\nA2,")


@damage("error", "claims.csv, line 3 (A2): The row has ", " cells, the header ")
def a_row_has_a_cell_too_many(folder: Path) -> None:
    rewrite(folder, CLAIMS, b"\nA2,", b"\nA2,,")


@damage("error", "claims.csv")
def a_table_is_cut_off(folder: Path) -> None:
    (folder / CLAIMS).write_bytes((folder / CLAIMS).read_bytes()[:700])


@damage(
    "error", "claims.csv, line ", ", note: The cell has more than 131,072 characters, the limit. Shorten it."
)
def a_cell_holds_a_megabyte(folder: Path) -> None:
    cell(folder, CLAIMS, "A1", note="x" * 1_000_000 + "\n.")


@damage("error", "claims.csv", "9,900 more rows, source: They have the same fault.")
def ten_thousand_rows_are_wrong(folder: Path) -> None:
    file = folder / CLAIMS
    columns = file.read_text(encoding="utf-8").partition("\n")[0].split(",")
    cells = dict.fromkeys(columns, "") | {"source": "nowhere"}
    with file.open("a", encoding="utf-8") as table:
        table.writelines(",".join((cells | {"id": f"X{number}"}).values()) + "\n" for number in range(10_000))


# Cells


@damage("error", "claims.csv, line 2 (A1), troops_low: -1 is less than 0.")
def a_figure_is_negative(folder: Path) -> None:
    cell(folder, CLAIMS, "A1", troops_low="-1")


@damage("error", "claims.csv, line 2 (A1), troops_high: 3000000000 is more than 10,000,000.")
def a_figure_is_three_billion(folder: Path) -> None:
    cell(folder, CLAIMS, "A1", troops_high="3000000000")


@damage("error", "claims.csv, line 2 (A1), troops_high: “1" + "0" * 19 + "” is not a whole number.")
def a_figure_has_twenty_digits(folder: Path) -> None:
    cell(folder, CLAIMS, "A1", troops_high="1" + "0" * 19)


@damage("error", "claims.csv, line 2 (A1), unit_count: 99999999 is more than 10,000,000.")
def units_are_beyond_count(folder: Path) -> None:
    cell(folder, CLAIMS, "A1", unit_count="99999999")


@damage("error", "contributions.csv, line 2 (A3, CAN), troops_high: “1e3” is not a whole number.")
def a_figure_is_in_powers_of_ten(folder: Path) -> None:
    cell(folder, "contributions.csv", "A3", troops_high="1e3")


@damage("error", "claims.csv, line 2 (A1), troops_low: “٨٠٠” is not a whole number.")
def a_figure_is_in_arabic_digits(folder: Path) -> None:
    cell(folder, CLAIMS, "A1", troops_low="٨٠٠")


@damage("finding", "claims.csv, line 2 (A1), troops_low: 1,000 is more than 800 in troops_high.")
def low_and_high_are_swapped(folder: Path) -> None:
    cell(folder, CLAIMS, "A1", troops_low="1000", troops_high="800")


@damage("error", "claims.csv, line 2 (A1), said_on: 0001-01-01 is before 1900-01-01.")
def a_claim_is_of_the_year_one(folder: Path) -> None:
    cell(folder, CLAIMS, "A1", said_on="0001-01-01")


@damage("error", "claims.csv, line 2 (A1), said_on: 9999-12-31 is after 2100-12-31.")
def a_claim_is_of_the_last_year(folder: Path) -> None:
    cell(folder, CLAIMS, "A1", said_on="9999-12-31")


@damage("error", "claims.csv, line 2 (A1), ends: 9999-12-31 is after 2100-12-31.")
def an_end_is_in_the_last_year(folder: Path) -> None:
    cell(folder, CLAIMS, "A1", ends="9999")


@damage("error", "sources.csv, line 3 (mod), accessed: 0001-01-01 is before 1900-01-01.")
def a_source_was_read_in_the_year_one(folder: Path) -> None:
    cell(folder, SOURCES, "mod", accessed="0001-01-01")


@damage("error", "claims.csv, line 2 (A1), said_on: “2016-02-30” is not a date")
def a_day_is_not_in_the_calendar(folder: Path) -> None:
    cell(folder, CLAIMS, "A1", said_on="2016-02-30")


@damage("error", "sources.csv, line 2 (ap), published: “2016-06-14/..” has no last day")
def a_source_has_no_last_day(folder: Path) -> None:
    cell(folder, SOURCES, "ap", published="2016-06-14/..")


@damage("error", "claims.csv, line 2 (A1), said_on: “2016-06-14/..” has no last day")
def a_claim_has_no_last_day(folder: Path) -> None:
    cell(folder, CLAIMS, "A1", said_on="2016-06-14/..")


@damage("error", "claims.csv, line 2 (A1), source: It has neither a day nor a source")
def a_claim_has_neither_day_nor_source(folder: Path) -> None:
    cell(folder, CLAIMS, "A1", said_on="", source="")


@damage("error", "claims.csv, line 6 (R1), rests_on: It rests on no claim that has a day")
def judgements_rest_on_each_other(folder: Path) -> None:
    cell(folder, CLAIMS, "A3", basis="judged", source="", rests_on="R1", judged_on="2026-01-01", note="x")
    cell(folder, CLAIMS, "R1", basis="judged", source="", rests_on="A3", judged_on="2026-01-01", note="x")


@damage("finding", "claims.csv, line 2 (A1), ends: It ends (2015) before it starts (2016-06).")
def an_end_comes_before_its_start(folder: Path) -> None:
    cell(folder, CLAIMS, "A1", ends="2015")


@damage("error", "claims.csv, line 2 (A1), status: “dreamt” is not one of the values allowed.")
def a_status_is_none(folder: Path) -> None:
    cell(folder, CLAIMS, "A1", status="dreamt")


@damage("error", "deployments.csv, line 3 (est), programme: “nobody's” is not in programmes.csv")
def a_programme_is_none(folder: Path) -> None:
    cell(folder, "deployments.csv", "est", programme="nobody's")


@damage("error", "claims.csv, line 3 (A1), id: “A1” is already in line 2.")
def an_id_stands_twice(folder: Path) -> None:
    cell(folder, CLAIMS, "A2", id="A1")


@damage("error", "sources.csv, line 3 (ap), id: “ap” is already in line 2.", "“mod” is not in sources.csv")
def a_source_stands_twice(folder: Path) -> None:
    cell(folder, SOURCES, "mod", id="ap")


@damage("error", "sources.csv, line 3 (empty), id: The cell is empty.")
def an_id_is_empty(folder: Path) -> None:
    cell(folder, SOURCES, "mod", id="")


@damage("error", "claims.csv, line 2 (A1), source: “apx” is not in sources.csv.")
def a_claim_names_no_source(folder: Path) -> None:
    cell(folder, CLAIMS, "A1", source="apx")


@damage("error", "claims.csv, line 2 (A1), lead: “GBX” is not in nations.csv.")
def a_lead_is_no_nation(folder: Path) -> None:
    cell(folder, CLAIMS, "A1", lead="USA;GBX")


@damage("error", "memberships.csv, line 3 (M2), whole: It leads in a circle: all → est → all.")
def a_whole_is_part_of_its_part(folder: Path) -> None:
    cell(folder, MEMBERSHIPS, "M2", member="all", whole="est")


@damage("error", "memberships.csv, line 4 (M3), whole: It leads in a circle: us → us.")
def a_deployment_became_itself(folder: Path) -> None:
    cell(folder, MEMBERSHIPS, "M3", whole="us")


@damage("error", "places.csv, line 3 (tapa), lat: 91 is more than 90.")
def a_place_is_beyond_the_pole(folder: Path) -> None:
    cell(folder, PLACES, "tapa", lat="91")


@damage("error", "places.csv, line 3 (tapa), lat: “nan” is not a number.")
def a_latitude_is_not_a_number(folder: Path) -> None:
    cell(folder, PLACES, "tapa", lat="nan")


@damage("error", "places.csv, line 3 (tapa), lat: Precision is site, but a coordinate is missing.")
def a_latitude_is_missing(folder: Path) -> None:
    cell(folder, PLACES, "tapa", lat="")


@damage("finding", "places.csv, line 3 (tapa), lat: 25.97, 59.26 is not in EST", "Swap lat and lon.")
def latitude_and_longitude_are_swapped(folder: Path) -> None:
    cell(folder, PLACES, "tapa", lat="25.97", lon="59.26")


@damage("finding", "places.csv, line 3 (tapa), lat")
def a_place_is_the_pole(folder: Path) -> None:
    cell(folder, PLACES, "tapa", lat="90")


@damage("finding", "claims.csv, line 2 (A1), quote: The quote is not in ap.txt")
def a_quote_is_not_in_its_article(folder: Path) -> None:
    cell(folder, CLAIMS, "A1", quote="The U.S. and Britain agreed on Wednesday")


@damage("error", "sources.csv, line 3 (mod), url: “javascript:alert(1)” does not look as it must.")
def an_address_is_a_script(folder: Path) -> None:
    cell(folder, SOURCES, "mod", url="javascript:alert(1)")


@damage("error", "claims.csv, line 2 (A1), troops_low", "places.csv, line 2 (riga), lat", "sources.csv, line 3 (mod), published",
        "memberships.csv, line 3 (M2), whole: It leads in a circle")  # fmt: skip
def several_tables_are_wrong_at_once(folder: Path) -> None:
    cell(folder, CLAIMS, "A1", troops_low="many")
    cell(folder, PLACES, "riga", lat="north")
    cell(folder, SOURCES, "mod", published="2017-06/..")
    cell(folder, MEMBERSHIPS, "M2", member="all", whole="est")


# Base map and settings


@damage("error", "countries.json: The file is missing.")
def the_base_map_has_no_countries(folder: Path) -> None:
    (base_map(folder) / "countries.json").unlink()


@damage("error", "credit.toml, line: It must be a text in one line, of 1 to 400 characters.",
        "credit.toml, maker: There is no such setting.")  # fmt: skip
def the_credit_is_empty(folder: Path) -> None:
    (base_map(folder) / "credit.toml").write_text('line = ""\nborders = "Our own."\nmaker = "us"\n')


@damage("error", "countries.json: This is not JSON")
def the_base_map_is_cut_off(folder: Path) -> None:
    file = base_map(folder) / "countries.json"
    file.write_bytes(file.read_bytes()[:5000])


@damage("error", "lakes.json: It has the wrong shape")
def the_lakes_are_a_list(folder: Path) -> None:
    (base_map(folder) / "lakes.json").write_text("[]")


@damage("error", "labels.json: Label 1 of seas has no right points.")
def a_label_has_no_point(folder: Path) -> None:
    file = base_map(folder) / "labels.json"
    labels = json.loads(file.read_text(encoding="utf-8"))
    labels["seas"][0]["points"] = []
    file.write_text(json.dumps(labels), encoding="utf-8")


@damage("error", "countries.json: The file is missing.", "labels.json: The file is missing.")
def the_base_map_is_a_link_to_nowhere(folder: Path) -> None:
    (folder / "basemap").symlink_to("nowhere")


@damage("finding", "(EST), iso3: Claims or places name EST, which is outside this map.")
def a_host_is_not_on_the_map(folder: Path) -> None:
    file = base_map(folder) / "labels.json"
    labels = json.loads(file.read_text(encoding="utf-8"))
    labels["countries"] = [label for label in labels["countries"] if label["iso3"] != "EST"]
    file.write_text(json.dumps(labels), encoding="utf-8")


@damage("error", "theatre.toml: This is not TOML")
def the_settings_are_not_toml(folder: Path) -> None:
    (folder / "theatre.toml").write_text("name = ")


@damage("error", "theatre.toml, opening: The setting is missing.", "theatre.toml, called: The setting is missing.",
        "theatre.toml, around: The setting is missing.", "theatre.toml, kinds.patrol: It does not say",
        "theatre.toml, kinds.raid.symbol: The value does not fit. Write mechanised or headquarters.",
        "theatre.toml, colour: There is no such setting.",
        "theatre.toml, leads.USA: These are not two colours.", "theatre.toml, region: This is not a part of the globe")  # fmt: skip
def the_settings_are_wrong(folder: Path) -> None:
    (folder / "theatre.toml").write_text(
        'colour = "red"\nname = "X"\nalliance = "Y"\n[region]\nsouth_west = [60, 0]\nnorth_east = [40, 9]\n'
        '[kinds]\npatrol = "patrols"\nraid = { one = "raid", several = "raids", symbol = "tank" }\n'
        '[leads]\nUSA = ["red", "url(javascript:alert(1))"]\n'
    )


@damage("fine")
def the_base_map_is_its_own(folder: Path) -> None:
    base_map(folder)


@damage("error", "deployments.csv, line 2 (all), kind: “battlegroup” is not among the kinds of theatre.toml.")
def the_settings_name_other_kinds(folder: Path) -> None:
    file = folder / "theatre.toml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("\nbattlegroup =", "\npatrol ="), encoding="utf-8"
    )


@damage("fine")
def the_folder_has_no_settings(folder: Path) -> None:
    (folder / "theatre.toml").unlink()


# Little or nothing in it


def _emptied(folder: Path, *tables: str) -> None:
    for table in tables:
        header, _, _ = (folder / table).read_bytes().partition(b"\n")
        (folder / table).write_bytes(header + b"\n")


@damage("empty")
def there_are_no_claims(folder: Path) -> None:
    _emptied(folder, CLAIMS, "contributions.csv", "claim_spans.csv", MEMBERSHIPS)


@damage("empty")
def there_are_only_nations(folder: Path) -> None:
    _emptied(
        folder,
        CLAIMS,
        "contributions.csv",
        "claim_spans.csv",
        MEMBERSHIPS,
        SOURCES,
        "deployments.csv",
        PLACES,
    )


@damage("finding", "deployment: A claim of kind deployment has no deployment.")
def there_are_no_deployments(folder: Path) -> None:
    _emptied(folder, "deployments.csv", MEMBERSHIPS)
    for claim in ("A1", "A3", "R1", "S1"):
        cell(folder, CLAIMS, claim, deployment="")


@damage("error", "“CAN” is not in nations.csv", "claims.csv", "contributions.csv")
def there_are_no_nations(folder: Path) -> None:
    _emptied(folder, "nations.csv")


# More cells, a damage a line


def in_cells(
    name: str, outcome: Outcome, table: str, row: str, cells: Mapping[str, str], *words: str
) -> None:
    """A damage of that name: these cells of a row are others."""

    def inflict(folder: Path) -> None:
        cell(folder, table, row, **cells)

    inflict.__name__ = name
    damage(outcome, *words)(inflict)


DEPLOYMENTS, NATIONS, PROGRAMMES = "deployments.csv", "nations.csv", "programmes.csv"
CONTRIBUTIONS, SPANS, DECISIONS, CHANGES = (
    "contributions.csv",
    "claim_spans.csv",
    "decisions.csv",
    "changes.csv",
)
OF_A1, OF_S1, OF_TAPA = (
    "claims.csv, line 2 (A1), ",
    "claims.csv, line 8 (S1), ",
    "places.csv, line 3 (tapa), ",
)
NOT_WHOLE, NO_DATE, NOT_ALLOWED = (
    "is not a whole number.",
    "is not a date",
    "is not one of the values allowed.",
)

for _name, _outcome, _table, _row, _cells, *_words in (
    ("a_figure_has_a_fraction", "error", CLAIMS, "A1", {"troops_low": "800.5"}, f"{OF_A1}troops_low: “800.5” {NOT_WHOLE}"),
    ("a_figure_has_a_comma", "error", CLAIMS, "A1", {"troops_low": "1,000"}, f"{OF_A1}troops_low: “1,000” {NOT_WHOLE}"),
    ("a_figure_has_a_word", "error", CLAIMS, "A1", {"troops_low": "about 800"}, f"{OF_A1}troops_low: “about 800” {NOT_WHOLE}"),
    ("a_figure_has_a_space", "error", CLAIMS, "A1", {"troops_high": " 1000"}, f"{OF_A1}troops_high: “ 1000” {NOT_WHOLE}"),
    ("a_figure_is_the_largest", "finding", CLAIMS, "A1", {"troops_high": "10000000"}, f"{OF_A1}troops_high: 10,000,000 is not in the quote"),
    ("a_figure_is_one_too_large", "error", CLAIMS, "A1", {"troops_high": "10000001"}, f"{OF_A1}troops_high: 10000001 is more than 10,000,000."),
    ("there_are_no_units_in_it", "error", CLAIMS, "A1", {"unit_count": "0"}, f"{OF_A1}unit_count: 0 is less than 1."),
    ("a_credibility_is_none", "error", CLAIMS, "A1", {"credibility": "7"}, f"{OF_A1}credibility: 7 is more than 6."),
    ("a_credibility_is_missing", "error", CLAIMS, "A1", {"credibility": ""}, f"{OF_A1}credibility: The cell is empty."),
    ("a_basis_is_none", "error", CLAIMS, "A1", {"basis": "seen"}, f"{OF_A1}basis: “seen” {NOT_ALLOWED}"),
    ("a_claim_s_kind_is_none", "error", CLAIMS, "A1", {"kind": "rumour"}, f"{OF_A1}kind: “rumour” {NOT_ALLOWED}"),
    ("a_review_is_none", "error", CLAIMS, "A1", {"review": "fine"}, f"{OF_A1}review: “fine” {NOT_ALLOWED}"),
    ("a_hedge_is_none", "error", CLAIMS, "A1", {"hedge": "maybe"}, f"{OF_A1}hedge: “maybe” {NOT_ALLOWED}"),
    ("what_it_counts_is_none", "error", CLAIMS, "A1", {"counts": "all"}, f"{OF_A1}counts: “all” {NOT_ALLOWED}"),
    ("a_list_is_complete_says_no", "error", CLAIMS, "A1", {"contributors_complete": "no"}, f"{OF_A1}contributors_complete: “no” {NOT_ALLOWED}"),
    ("a_judgement_rests_on_a_stranger", "error", CLAIMS, "S1", {"rests_on": "A1;R9"}, f"{OF_S1}rests_on: “R9” is not in claims.csv."),
    ("a_judgement_rests_on_nothing", "error", CLAIMS, "S1", {"rests_on": ""}, f"{OF_S1}rests_on: It rests on no claim that has a day"),
    ("a_judgement_rests_on_itself", "error", CLAIMS, "S1", {"rests_on": "S1"}, f"{OF_S1}rests_on: It rests on no claim that has a day"),
    ("a_judgement_has_no_reason", "finding", CLAIMS, "S1", {"note": ""}, f"{OF_S1}note: A judged claim has no note."),
    ("a_judgement_has_no_day", "finding", CLAIMS, "S1", {"judged_on": ""}, f"{OF_S1}judged_on: A judged claim has no judged_on."),
    ("a_judgement_has_a_day_in_german", "error", CLAIMS, "S1", {"judged_on": "25.11.2026"}, f"{OF_S1}judged_on: “25.11.2026” is not a day."),
    ("a_judgement_is_a_day_too_early", "error", CLAIMS, "S1", {"judged_on": "1899-12-31"}, f"{OF_S1}judged_on: 1899-12-31 is before 1900-01-01."),
    ("a_judgement_is_of_the_first_day", "finding", CLAIMS, "S1", {"judged_on": "1900-01-01"}, f"{OF_S1}rests_on: It was judged before A1"),
    ("a_lead_is_in_small_letters", "error", CLAIMS, "A1", {"lead": "usa"}, f"{OF_A1}lead: “usa” does not look as it must."),
    ("leads_are_divided_by_a_comma", "error", CLAIMS, "A1", {"lead": "USA,GBR"}, f"{OF_A1}lead: “USA,GBR” does not look as it must."),
    ("a_lead_is_named_twice", "finding", CLAIMS, "A1", {"lead": "USA;USA"}, f"{OF_A1}lead: USA;USA names a nation twice."),
    ("a_host_is_no_nation", "error", CLAIMS, "A1", {"host": "XXX"}, f"{OF_A1}host: “XXX” is not in nations.csv."),
    ("it_is_meant_for_no_nation", "error", CLAIMS, "A1", {"meant_for": "XXX"}, f"{OF_A1}meant_for: “XXX” is not in nations.csv."),
    ("a_claim_s_place_is_none", "error", CLAIMS, "A4", {"place": "nowhere"}, "claims.csv, line 5 (A4), place: “nowhere” is not in places.csv."),
    ("a_claim_s_deployment_is_none", "error", CLAIMS, "A1", {"deployment": "nobody"}, f"{OF_A1}deployment: “nobody” is not in deployments.csv."),
    ("a_claim_has_no_status", "finding", CLAIMS, "A1", {"status": ""}, f"{OF_A1}status: A claim of kind deployment has no status."),
    ("a_claim_is_a_day_too_early", "error", CLAIMS, "A1", {"said_on": "1899-12-31"}, f"{OF_A1}said_on: 1899-12-31 is before 1900-01-01."),
    ("a_claim_is_of_the_first_day", "fine", CLAIMS, "A1", {"said_on": "1900-01-01"}),
    ("a_claim_is_of_the_last_day", "finding", CLAIMS, "A1", {"said_on": "2100-12-31"}, f"{OF_A1}said_on: It was said on 2100-12-31, after its source"),
    ("a_claim_is_a_day_too_late", "error", CLAIMS, "A1", {"said_on": "2101-01-01"}, f"{OF_A1}said_on: 2101-01-01 is after 2100-12-31."),
    ("a_day_is_written_as_in_america", "error", CLAIMS, "A1", {"said_on": "06/14/2016"}, f"{OF_A1}said_on: “06/14/2016” {NO_DATE}"),
    ("a_day_has_a_time", "error", CLAIMS, "A1", {"said_on": "2016-06-14T10:00:00Z"}, f"{OF_A1}said_on: “2016-06-14T10:00:00Z” {NO_DATE}"),
    ("a_month_is_the_thirteenth", "error", CLAIMS, "A1", {"said_on": "2016-13"}, f"{OF_A1}said_on: “2016-13” {NO_DATE}"),
    ("a_leap_day_is_in_no_leap_year", "error", CLAIMS, "A1", {"said_on": "2015-02-29"}, f"{OF_A1}said_on: “2015-02-29” {NO_DATE}"),
    ("a_year_is_before_christ", "error", CLAIMS, "A1", {"said_on": "-2016-06-14"}, f"{OF_A1}said_on: “-2016-06-14” {NO_DATE}"),
    ("a_year_has_five_digits", "error", CLAIMS, "A1", {"starts": "12016"}, f"{OF_A1}starts: “12016” {NO_DATE}"),
    ("a_year_is_in_wide_digits", "error", CLAIMS, "A1", {"said_on": "２０１６-06-14"}, f"{OF_A1}said_on: “２０１６-06-14” {NO_DATE}"),
    ("days_are_swapped", "error", CLAIMS, "A1", {"said_on": "2016-06-14/2016-06-01"}, f"{OF_A1}said_on: “2016-06-14/2016-06-01” ends before it begins"),
    ("a_day_has_a_hundred_thousand_digits", "error", CLAIMS, "A1", {"said_on": "2" * 100_000}, f"{OF_A1}said_on: “2222", f" …” {NO_DATE}"),
    ("a_day_is_a_season", "fine", CLAIMS, "A1", {"said_on": "2016-21"}),
    ("a_year_is_a_decade", "fine", CLAIMS, "A1", {"said_on": "201X"}),
    ("a_claim_tells_of_a_day_to_come", "finding", CLAIMS, "A1", {"as_at": "2099"}, f"{OF_A1}as_at: It tells of 2099, a day after it was known (2016-06-14)."),
    ("a_claim_has_no_evidence", "finding", CLAIMS, "R1", {"citation": ""}, "claims.csv, line 6 (R1), quote: The claim has neither quote nor citation."),
    ("a_quote_was_taken_out", "finding", CLAIMS, "A1", {"quote": ""}, f"{OF_A1}basis: The basis is “quoted”"),
    ("a_quote_stands_twice", "finding", CLAIMS, "A2", {"quote_prefix": ""}, "claims.csv, line 3 (A2), quote_prefix: The quote is in ap.txt 2 times"),
    ("a_note_ends_in_a_space", "finding", CLAIMS, "A1", {"note": "To send. "}, f"{OF_A1}note: The text begins or ends with white space."),
    ("a_speaker_holds_a_space_of_no_width", "finding", CLAIMS, "A1", {"speaker": "Ann\u200b Lee"}, f"{OF_A1}speaker: There is an invisible character, U+200B."),
    ("a_name_turns_the_direction_of_writing", "finding", DEPLOYMENTS, "est", {"name": "Est\u202eonia"}, "deployments.csv, line 3 (est), name: There is an invisible character, U+202E."),
    ("a_note_was_read_in_another_encoding", "finding", CLAIMS, "S1", {"note": "What was sent\x85"}, f"{OF_S1}note: There is an invisible character, U+0085."),
    ("a_note_holds_no_character", "error", CLAIMS, "A1", {"note": "x\uffffy"}, "claims.csv, line 2: There is an invisible character, U+FFFF."),
    ("a_name_is_two_hundred_rockets", "fine", DEPLOYMENTS, "all", {"name": "🚀" * 200}),
    ("a_name_is_a_formula", "fine", DEPLOYMENTS, "all", {"name": '=HYPERLINK("http://192.0.2.1";"x")'}),
    ("a_name_is_a_script", "fine", DEPLOYMENTS, "est", {"name": "</script><script>alert(1)</script>"}),
    ("a_name_has_a_hundred_thousand_letters", "error", DEPLOYMENTS, "est", {"name": "N" * 100_000}, "deployments.csv, line 3 (est), name: The name has 100,000 characters, and at most 300 can be shown."),
    ("a_nation_s_name_is_a_story", "error", NATIONS, "EST", {"name": "Estonia " * 50 + "."}, "nations.csv, line 3 (EST), name: The name has 401 characters"),
    ("a_deployment_s_id_has_a_space", "error", DEPLOYMENTS, "est", {"id": "e st"}, "deployments.csv, line 3 (e st), id: “e st” does not look as it must.", "“est” is not in deployments.csv."),
    ("a_sort_is_none", "error", DEPLOYMENTS, "all", {"sort": "army"}, f"deployments.csv, line 2 (all), sort: “army” {NOT_ALLOWED}"),
    ("a_deployment_s_kind_is_none", "error", DEPLOYMENTS, "all", {"kind": "fleet"}, f"deployments.csv, line 2 (all), kind: “fleet” {NOT_ALLOWED}"),
    ("a_deployment_has_no_name", "error", DEPLOYMENTS, "all", {"name": ""}, "deployments.csv, line 2 (all), name: The cell is empty."),
    ("a_deployment_has_no_programme", "fine", DEPLOYMENTS, "all", {"programme": ""}),
    ("an_echelon_is_none", "error", DEPLOYMENTS, "est", {"echelon": "phalanx"}, f"deployments.csv, line 3 (est), echelon: “phalanx” {NOT_ALLOWED}"),
    ("a_member_is_none", "error", MEMBERSHIPS, "M1", {"member": "nobody"}, "memberships.csv, line 2 (M1), member: “nobody” is not in deployments.csv."),
    ("a_whole_is_none", "error", MEMBERSHIPS, "M1", {"whole": "nobody"}, "memberships.csv, line 2 (M1), whole: “nobody” is not in deployments.csv."),
    ("a_relation_is_none", "error", MEMBERSHIPS, "M1", {"relation": "near"}, f"memberships.csv, line 2 (M1), relation: “near” {NOT_ALLOWED}"),
    ("a_membership_s_claim_is_none", "error", MEMBERSHIPS, "M3", {"claim": "R9"}, "memberships.csv, line 4 (M3), claim: “R9” is not in claims.csv."),
    ("a_membership_ends_before_it_starts", "finding", MEMBERSHIPS, "M1", {"starts": "2018", "ends": "2017"}, "memberships.csv, line 2 (M1), ends: It ends (2017) before it starts (2018)."),
    ("a_membership_ends_in_the_last_year", "error", MEMBERSHIPS, "M1", {"ends": "9999"}, "memberships.csv, line 2 (M1), ends: 9999-12-31 is after 2100-12-31."),
    ("a_membership_stands_twice", "finding", MEMBERSHIPS, "M2", {"member": "est"}, "memberships.csv, line 3 (M2), starts: est is a part of all twice at one time."),
    ("two_became_each_other", "error", MEMBERSHIPS, "M2", {"member": "est", "whole": "us", "relation": "became"}, "memberships.csv, line 3 (M2), whole: It leads in a circle: est → us → est."),
    ("a_reliability_is_none", "error", SOURCES, "ap", {"reliability": "G"}, f"sources.csv, line 2 (ap), reliability: “G” {NOT_ALLOWED}"),
    ("a_checksum_is_none", "error", SOURCES, "ap", {"sha256": "abc"}, "sources.csv, line 2 (ap), sha256: “abc” does not look as it must."),
    ("a_checksum_is_missing", "finding", SOURCES, "ap", {"sha256": ""}, "sources.csv, line 2 (ap), sha256: There is no checksum of ap.txt."),
    ("a_source_has_no_day", "error", SOURCES, "ap", {"published": ""}, "sources.csv, line 2 (ap), published: The cell is empty."),
    ("a_source_is_a_day_too_late", "error", SOURCES, "ap", {"published": "2101-01-01"}, "sources.csv, line 2 (ap), published: 2101-01-01 is after 2100-12-31."),
    ("a_source_has_no_title", "error", SOURCES, "mod", {"title": ""}, "sources.csv, line 3 (mod), title: The cell is empty."),
    ("an_address_is_data", "error", SOURCES, "mod", {"url": "data:text/html,x"}, "sources.csv, line 3 (mod), url: “data:text/html,x” does not look as it must."),
    ("an_address_has_a_space", "error", SOURCES, "mod", {"url": "https://exa mple.org"}, "sources.csv, line 3 (mod), url: “https://exa mple.org” does not look as it must."),
    ("an_address_has_half_a_bracket", "finding", SOURCES, "mod", {"url": "https://["}, "sources.csv, line 3 (mod), url: “https://[” is not an address."),
    ("an_article_is_a_file_of_the_system", "error", SOURCES, "ap", {"file": "/etc/passwd"}, "sources.csv, line 2 (ap), file: “/etc/passwd” does not look as it must."),
    ("an_article_has_a_long_name", "error", SOURCES, "ap", {"file": "a" * 300}, "sources.csv, line 2 (ap), file: aaaa", "File name too long"),
    ("a_copy_is_graded_as_an_original", "finding", SOURCES, "mod", {"reliability": "A"}, "sources.csv, line 3 (mod), reliability: A text that was read as a copy"),
    ("a_longitude_is_beyond_the_date_line", "error", PLACES, "tapa", {"lon": "181"}, f"{OF_TAPA}lon: 181 is more than 180."),
    ("a_latitude_has_a_comma", "error", PLACES, "tapa", {"lat": "59,26"}, f"{OF_TAPA}lat: “59,26” is not a number."),
    ("a_latitude_is_in_degrees_and_minutes", "error", PLACES, "tapa", {"lat": "59°26′"}, f"{OF_TAPA}lat: “59°26′” is not a number."),
    ("a_latitude_is_infinite", "error", PLACES, "tapa", {"lat": "inf"}, f"{OF_TAPA}lat: “inf” is not a number."),
    ("a_place_is_where_nothing_is", "finding", PLACES, "tapa", {"lat": "0", "lon": "0"}, f"{OF_TAPA}lat: 0.0, 0.0 is not in EST but in no country"),
    ("a_precision_is_none", "error", PLACES, "tapa", {"precision": "near"}, f"{OF_TAPA}precision: “near” {NOT_ALLOWED}"),
    ("a_geocoder_is_none", "error", PLACES, "tapa", {"geocoder": "magic"}, f"{OF_TAPA}geocoder: “magic” {NOT_ALLOWED}"),
    ("a_place_s_country_is_none", "error", PLACES, "tapa", {"country": "XXX"}, f"{OF_TAPA}country: “XXX” is not in nations.csv."),
    ("a_phrase_has_a_point", "finding", PLACES, "tapa", {"precision": "none"}, f"{OF_TAPA}lat: Precision is none, but there is a coordinate."),
    ("a_base_is_a_country", "finding", PLACES, "tapa", {"precision": "country"}, "claims.csv, line 6 (R1), place: “tapa” is a whole country"),
    ("a_town_lies_in_no_country", "finding", PLACES, "tapa", {"country": ""}, f"{OF_TAPA}country: A site lies in a country, but none is given."),
    ("a_sea_is_on_land", "finding", PLACES, "tapa", {"precision": "sea", "country": ""}, f"{OF_TAPA}lat: 59.26, 25.97 is not a sea: it lies in EST."),
    ("a_place_lies_in_its_neighbour", "finding", PLACES, "tapa", {"country": "LVA"}, f"{OF_TAPA}lat: 59.26, 25.97 is not in LVA but in EST."),
    ("a_nation_s_code_is_small", "error", NATIONS, "EST", {"iso3": "est"}, "nations.csv, line 3 (est), iso3: “est” does not look as it must.", "“EST” is not in nations.csv."),
    ("two_nations_have_one_short_code", "error", NATIONS, "EST", {"iso2": "CA"}, "nations.csv, line 3 (EST), iso2: “CA” is already in line 2."),
    ("two_nations_have_one_name", "error", NATIONS, "EST", {"name": "Canada"}, "nations.csv, line 3 (EST), name: “Canada” is already in line 2."),
    ("a_capital_has_no_latitude", "error", NATIONS, "EST", {"capital_lat": ""}, "nations.csv, line 3 (EST), capital_lat: The cell is empty."),
    ("a_capital_lies_in_africa", "finding", NATIONS, "EST", {"capital_lat": "10"}, "nations.csv, line 3 (EST), capital_lat: 10.0, 24.7 is not in EST but in SDN."),
    ("a_nation_joined_in_the_last_year", "error", NATIONS, "EST", {"member_since": "9999-12-31"}, "nations.csv, line 3 (EST), member_since: 9999-12-31 is after 2100-12-31."),
    ("a_programme_has_no_short_name", "error", PROGRAMMES, "eFP", {"short": ""}, "programmes.csv, line 2 (eFP, enhanced Forward Presence), short: The cell is empty."),
    ("a_programme_s_day_is_a_year", "error", PROGRAMMES, "eFP", {"used_from": "2017"}, "programmes.csv, line 2 (eFP, enhanced Forward Presence), used_from: “2017” is not a day."),
    ("a_contingent_is_negative", "error", CONTRIBUTIONS, "A3", {"troops_high": "-1"}, "contributions.csv, line 2 (A3, CAN), troops_high: -1 is less than 0."),
    ("a_contingent_is_of_no_nation", "error", CONTRIBUTIONS, "A3", {"nation": "XXX"}, "contributions.csv, line 2 (A3, XXX), nation: “XXX” is not in nations.csv."),
    ("a_contingent_is_of_no_claim", "error", CONTRIBUTIONS, "A3", {"claim": "Z9"}, "contributions.csv, line 2 (Z9, CAN), claim: “Z9” is not in claims.csv."),
    ("a_contingent_is_another_figure", "finding", CONTRIBUTIONS, "A3", {"troops_high": "9000"}, "contributions.csv, line 2 (A3, CAN), troops_high: 9,000 is not in the quote"),
    ("a_span_is_beyond_the_article", "finding", SPANS, "A3", {"end": "999999999999999999"}, "claim_spans.csv, line 5 (A3, contribution:CAN, 142), end: 142 to 999999999999999999 is no piece of an article"),
    ("a_span_ends_before_it_starts", "finding", SPANS, "A3", {"start": "90", "end": "80"}, "claim_spans.csv, line 5 (A3, contribution:CAN, 90), end: 90 to 80 is no piece"),
    ("a_span_is_before_the_article", "error", SPANS, "A3", {"start": "-5"}, "claim_spans.csv, line 5 (A3, contribution:CAN, -5), start: -5 is less than 0."),
    ("a_span_is_of_no_claim", "error", SPANS, "A3", {"claim": "Z9"}, "claim_spans.csv, line 5 (Z9, contribution:CAN, 142), claim: “Z9” is not in claims.csv."),
    ("a_span_is_of_no_column", "finding", SPANS, "A3", {"field": "nothing"}, "claim_spans.csv, line 5 (A3, nothing, 142), field: A3 has nothing in nothing."),
    ("a_span_is_of_another_nation", "finding", SPANS, "A3", {"field": "contribution:EST"}, "field: A3 has no contribution of EST."),
):  # fmt: skip
    in_cells(_name, _outcome, _table, _row, _cells, *_words)


# Decisions and changes


def with_row(name: str, outcome: Outcome, table: str, row: str, *words: str) -> None:
    """A damage of that name: a table that was empty has this row."""

    def inflict(folder: Path) -> None:
        with (folder / table).open("a", encoding="utf-8") as file:
            file.write(f"{row}\n")

    inflict.__name__ = name
    damage(outcome, *words)(inflict)


for _name, _outcome, _row, *_words in (
    ("a_decision_s_id_is_none", "error", "X1,,,,,every_row_is_used,ap,2026-11-01,because", "decisions.csv, line 2 (X1), id: “X1” does not look as it must."),
    ("a_decision_answers_no_check", "finding", "D001,,,,,no_such_check,ap,2026-11-01,because", "decisions.csv, line 2 (D001), check: There is no check “no_such_check”."),
    ("a_decision_answers_what_must_be_mended", "finding", "D001,,,,,cells_are_trimmed,A1,2026-11-01,because", "decisions.csv, line 2 (D001), check: What cells_are_trimmed finds is not a matter of judgement."),
    ("a_decision_has_no_day", "error", "D001,,,,,every_row_is_used,ap,soon,because", "decisions.csv, line 2 (D001), decided_on: “soon” is not a day."),
    ("a_decision_has_no_reason", "error", "D001,,,,,every_row_is_used,ap,2026-11-01,", "decisions.csv, line 2 (D001), reason: The cell is empty."),
    ("a_decision_is_for_no_claim", "error", "D001,est,strength,,Z9,,,2026-11-01,because", "decisions.csv, line 2 (D001), claim: “Z9” is not in claims.csv."),
    ("a_decision_is_on_no_deployment", "error", "D001,nobody,strength,,R1,,,2026-11-01,because", "decisions.csv, line 2 (D001), deployment: “nobody” is not in deployments.csv."),
    ("a_decision_is_on_no_field", "error", "D001,est,colour,,R1,,,2026-11-01,because", f"decisions.csv, line 2 (D001), field: “colour” {NOT_ALLOWED}"),
    ("a_decision_decides_nothing", "finding", "D001,est,strength,,R1,,,2026-11-01,because", "decisions.csv, line 2 (D001), claim: No other source of the time disagrees with R1"),
    ("a_decision_says_nothing", "finding", "D001,,,,,,,2026-11-01,because", "decisions.csv, line 2 (D001), deployment: A decision between sources has no deployment."),
    ("a_decision_has_a_nation_too_many", "finding", "D001,est,strength,CAN,R1,,,2026-11-01,because", "decisions.csv, line 2 (D001), nation: A decision on strength has no nation."),
):  # fmt: skip
    with_row(_name, _outcome, DECISIONS, _row, *_words)

for _name, _outcome, _row, *_words in (
    ("a_change_is_as_it_must", "fine", "C0001,2026-11-01,curator,claims,A1,note,,x,because"),
    ("a_change_s_id_is_none", "error", "1,2026-11-01,curator,claims,A1,note,,x,because", "changes.csv, line 2 (1), id: “1” does not look as it must."),
    ("a_change_is_of_no_table", "finding", "C0001,2026-11-01,curator,dreams,A1,note,,x,because", "changes.csv, line 2 (C0001), table: There is no table “dreams”."),
    ("a_change_is_of_no_column", "finding", "C0001,2026-11-01,curator,claims,A1,colour,,x,because", "changes.csv, line 2 (C0001), column: claims.csv has no column “colour”."),
    ("a_change_s_day_is_none", "error", "C0001,2026-02-30,curator,claims,A1,note,,x,because", "changes.csv, line 2 (C0001), changed_on: “2026-02-30” is not a day."),
    ("a_change_has_no_reason", "error", "C0001,2026-11-01,curator,claims,A1,note,,x,", "changes.csv, line 2 (C0001), reason: The cell is empty."),
    ("a_change_is_in_the_last_year", "error", "C0001,9999-12-31,curator,claims,A1,note,,x,because", "changes.csv, line 2 (C0001), changed_on: 9999-12-31 is after 2100-12-31."),
):  # fmt: skip
    with_row(_name, _outcome, CHANGES, _row, *_words)


# More files


def without_table(table: str) -> None:
    def inflict(folder: Path) -> None:
        (folder / table).unlink()

    inflict.__name__ = f"{table.removesuffix('.csv')}_are_missing"
    damage("error", f"{table}: The file is missing.")(inflict)


for _table in (DEPLOYMENTS, MEMBERSHIPS, SOURCES, PLACES, NATIONS, PROGRAMMES, CONTRIBUTIONS, SPANS, DECISIONS, CHANGES):  # fmt: skip
    without_table(_table)


def with_content(name: str, outcome: Outcome, file: str, content: bytes, *words: str) -> None:
    """A damage of that name: a file holds something else."""

    def inflict(folder: Path) -> None:
        (folder / file).write_bytes(content)

    inflict.__name__ = name
    damage(outcome, *words)(inflict)


for _name, _outcome, _file, _content, *_words in (
    ("an_article_is_empty", "finding", "seeds/ap.txt", b"", f"{OF_A1}quote: The quote is not in ap.txt"),
    ("an_article_is_random_bytes", "error", "seeds/ap.txt", bytes(range(256)), "sources.csv, line 2 (ap), file: ap.txt: Byte 0x80 in line 2 is not UTF-8."),
    ("an_article_is_nuls", "finding", "seeds/ap.txt", bytes(1000), "sources.csv, line 2 (ap), sha256: ap.txt has another checksum"),
    ("an_article_has_ten_megabytes", "finding", "seeds/ap.txt", b"word " * 2_000_000, f"{OF_A1}quote: The quote is not in ap.txt"),
    ("places_are_an_empty_line", "error", PLACES, b"\n", "places.csv, line 1, id: The column is missing."),
    ("places_are_a_workbook", "error", PLACES, b"PK\x03\x04" + bytes(500), "places.csv, line 1, id: The column is missing."),
    ("places_are_packed", "error", PLACES, b"\x1f\x8b\x08\x00" + bytes(50), "places.csv: Byte 0x8b in line 1 is not UTF-8."),
    ("places_are_a_page", "error", PLACES, b"<!doctype html><title>404</title>\n", "places.csv, line 1, id: The column is missing."),
    ("the_schema_is_not_a_number", "error", SCHEMA, b"NaN", "datapackage.json: A property has the wrong shape"),
    ("the_schema_is_a_long_number", "error", SCHEMA, b"1" * 10_000, "datapackage.json: A property has the wrong shape"),
    ("the_schema_has_a_byte_order_mark", "error", SCHEMA, b"\xef\xbb\xbf{}", "datapackage.json, line 1: The file begins with a byte order mark"),
    ("the_settings_have_a_byte_order_mark", "error", "theatre.toml", b'\xef\xbb\xbfname = "A"', "theatre.toml, line 1: The file begins with a byte order mark"),
    ("the_schema_is_in_utf_16", "error", SCHEMA, b"\xff\xfe{\x00}\x00", "datapackage.json: Byte 0xff in line 1 is not UTF-8."),
    ("the_schema_has_no_resources", "error", SCHEMA, b"{}", "datapackage.json: A property is missing: 'resources'."),
    ("the_settings_are_in_utf_16", "error", "theatre.toml", b"\xff\xfe\x00", "theatre.toml: Byte 0xff in line 1 is not UTF-8."),
    ("the_settings_are_empty", "error", "theatre.toml", b"", "theatre.toml, name: The setting is missing."),
    ("the_settings_are_very_deep", "error", "theatre.toml", b"a = " + b"[" * 100_000, "theatre.toml: This is not TOML"),
):  # fmt: skip
    with_content(_name, _outcome, _file, _content, *_words)


def in_place_of(path: Path, goal: str) -> None:
    """A link to `goal` in the place of a file."""
    path.unlink()
    path.symlink_to(goal)


@damage("error", "sources.csv, line 2 (ap), file: ap.txt: It is a pipe or a device, not a file.")
def an_article_is_a_pipe(folder: Path) -> None:
    (folder / "seeds" / "ap.txt").unlink()
    os.mkfifo(folder / "seeds" / "ap.txt")


@damage("error", "sources.csv, line 2 (ap), file: ap.txt: It is a pipe or a device, not a file.")
def an_article_is_a_device(folder: Path) -> None:
    in_place_of(folder / "seeds" / "ap.txt", "/dev/zero")


@damage("error", "sources.csv, line 2 (ap), file: ap.txt: The file cannot be read: Too many levels")
def an_article_is_a_link_to_itself(folder: Path) -> None:
    in_place_of(folder / "seeds" / "ap.txt", "ap.txt")


@damage("error", "sources.csv, line 2 (ap), file: ap.txt: The file cannot be read: Not a directory.")
def the_articles_are_a_file(folder: Path) -> None:
    shutil.rmtree(folder / "seeds")
    (folder / "seeds").write_text("articles")


@damage("error", "claims.csv: It is a pipe or a device, not a file.")
def a_table_is_a_device(folder: Path) -> None:
    in_place_of(folder / CLAIMS, "/dev/zero")


@damage("error", "datapackage.json: It is a pipe or a device, not a file.")
def the_schema_is_a_device(folder: Path) -> None:
    in_place_of(folder / SCHEMA, "/dev/zero")


@damage("error", "theatre.toml: It is a folder, not a file.")
def the_settings_are_a_folder(folder: Path) -> None:
    (folder / "theatre.toml").unlink()
    (folder / "theatre.toml").mkdir()


@damage("error", "theatre.toml: It is a link to nowhere, where no file is.")
def the_settings_are_a_link_to_nowhere(folder: Path) -> None:
    in_place_of(folder / "theatre.toml", "nowhere")


@damage("error", "countries.json: The file cannot be read: Not a directory.")
def the_base_map_is_a_file(folder: Path) -> None:
    (folder / "basemap").write_text("map")


@damage("fine")
def files_are_of_1970_and_2150(folder: Path) -> None:
    os.utime(folder / CLAIMS, (0, 0))
    os.utime(folder / PLACES, (5_680_281_600, 5_680_281_600))


# More shapes of a table


@damage("error", "claims.csv, line 2 (id), basis: “basis” is not one of the values allowed.")
def a_header_stands_twice(folder: Path) -> None:
    header, _, rest = (folder / CLAIMS).read_bytes().partition(b"\n")
    (folder / CLAIMS).write_bytes(b"\n".join([header, header, rest]))


@damage("error", "claims.csv, line 1, speaker: The column is here 2 times.")
def a_column_stands_twice(folder: Path) -> None:
    rewrite(folder, CLAIMS, b"speaker,speaker_role", b"speaker,speaker")


@damage("error", "places.csv, line 1, z: The schema knows no column “z”.")
def there_is_a_column_too_many(folder: Path) -> None:
    lines = (folder / PLACES).read_text(encoding="utf-8").splitlines()
    (folder / PLACES).write_text("".join(f"{line},z\n" for line in lines), encoding="utf-8")


@damage("error", "places.csv, line 1: There is a carriage return.")
def lines_end_as_on_an_old_mac(folder: Path) -> None:
    (folder / PLACES).write_bytes((folder / PLACES).read_bytes().replace(b"\n", b"\r"))


@damage("error", "places.csv, line 3: The last line has no end.")
def the_last_line_has_no_end(folder: Path) -> None:
    (folder / PLACES).write_bytes((folder / PLACES).read_bytes().rstrip(b"\n"))


@damage("error", "places.csv: Byte 0xee in line 2 is not UTF-8.")
def a_table_is_in_latin_1(folder: Path) -> None:
    rewrite(folder, PLACES, "Rīga".encode(), b"R\xeega")


@damage("error", "places.csv: Byte 0xed in line 3 is not UTF-8.")
def a_name_is_half_a_letter(folder: Path) -> None:
    rewrite(folder, PLACES, b"Tapa", b"\xed\xa0\x80")


@damage("error", "places.csv: Byte 0xe2 in line 4 is not UTF-8.")
def a_table_ends_in_half_a_letter(folder: Path) -> None:
    (folder / PLACES).write_bytes((folder / PLACES).read_bytes() + b"\xe2\x80")


@damage("error", "places.csv, line 3 (<<<<<<< HEAD): The row has 1 cells, the header 10.")
def a_merge_was_left_undone(folder: Path) -> None:
    rewrite(folder, PLACES, b"\ntapa", b"\n<<<<<<< HEAD\ntapa")


@damage("error", "places.csv, line 3 (tapa): The row has 9 cells, the header 10.")
def a_row_lacks_a_cell(folder: Path) -> None:
    rewrite(folder, PLACES, b"tapa,Tapa,", b"tapa,")


@damage("finding", "places.csv, line 3 (riga), id: riga stands after tapa.")
def rows_are_in_another_order(folder: Path) -> None:
    header, first, second = (folder / PLACES).read_text(encoding="utf-8").splitlines()
    (folder / PLACES).write_text(f"{header}\n{second}\n{first}\n", encoding="utf-8")


@damage("error", "programmes.csv, line 3 (eFP, enhanced Forward Presence), name:", "is already in line 2.")
def a_programme_s_name_stands_twice(folder: Path) -> None:
    header, row = (folder / PROGRAMMES).read_text(encoding="utf-8").splitlines()
    (folder / PROGRAMMES).write_text(f"{header}\n{row}\n{row}\n", encoding="utf-8")


@damage("finding", "places.csv, line 2 (riga), id: No claim has the place “riga”.")
def a_place_is_not_used(folder: Path) -> None:
    cell(folder, CLAIMS, "A4", place="")


@damage(
    "finding", "claims.csv, line 8 (S1), rests_on: It rests on A1, which does not count: it is retracted."
)
def every_claim_is_retracted(folder: Path) -> None:
    for claim in ("A1", "A2", "A3", "A4", "R1", "S1"):
        cell(folder, CLAIMS, claim, review="retracted")


@damage("error", "claims.csv, line 2 (A1), source: “ap” is not in sources.csv.")
def there_are_no_sources(folder: Path) -> None:
    _emptied(folder, SOURCES)


@damage("error", "claims.csv, line 5 (A4), place: “riga” is not in places.csv.")
def there_are_no_places(folder: Path) -> None:
    _emptied(folder, PLACES)


@damage("error", "deployments.csv, line 2 (all), programme: “eFP” is not in programmes.csv.")
def there_are_no_programmes(folder: Path) -> None:
    _emptied(folder, PROGRAMMES)


@damage(
    "finding", "claims.csv, line 6 (R1), troops_low: 1000 is not what the claim's contributions add up to"
)
def there_are_no_contributions(folder: Path) -> None:
    _emptied(folder, CONTRIBUTIONS)


# More of the schema


def of_claims(package: dict[str, Any]) -> dict[str, Any]:
    (found,) = [one for one in package["resources"] if one["name"] == "claims"]
    answer: dict[str, Any] = found
    return answer


@damage("error", "datapackage.json: There is no table claims.")
def the_schema_lacks_a_table(folder: Path) -> None:
    describe(folder, lambda package: package["resources"].remove(of_claims(package)))


@damage("error", "datapackage.json: Two tables have one name or one file.")
def the_schema_has_a_table_twice(folder: Path) -> None:
    describe(folder, lambda package: package["resources"].append(of_claims(package)))


@damage("error", "datapackage.json: Two tables have one name or one file.")
def two_tables_are_one_file(folder: Path) -> None:
    describe(folder, lambda package: of_claims(package).update(path=SOURCES))


@damage("error", "datapackage.json, claims.note: Type geojson is not known.")
def a_type_is_none(folder: Path) -> None:
    describe(folder, lambda package: field(package, "claims", "note").update(type="geojson"))


@damage("error", "datapackage.json, claims.note: Nothing checks the constraint maxLength.")
def a_constraint_is_none(folder: Path) -> None:
    describe(folder, lambda package: field(package, "claims", "note").update(constraints={"maxLength": 5}))


@damage("error", "datapackage.json, claims.note: The pattern is none of those")
def a_pattern_never_ends(folder: Path) -> None:
    describe(
        folder, lambda package: field(package, "claims", "note").update(constraints={"pattern": "(a+)+$"})
    )


@damage("error", "datapackage.json, claims.missingValues: Only an empty cell means that nothing is stated.")
def a_dash_is_to_mean_nothing(folder: Path) -> None:
    describe(folder, lambda package: of_claims(package)["schema"].update(missingValues=["", "-"]))


@damage("error", "datapackage.json, claims.note: It allows values that cannot be used: link.")
def a_key_leads_to_no_table(folder: Path) -> None:
    key = {"fields": ["note"], "reference": {"resource": "ghosts", "fields": ["id"]}}
    describe(folder, lambda package: of_claims(package)["schema"]["foreignKeys"].append(key))


@damage("error", "datapackage.json, claims.ghost: A key names a column that is not there.")
def a_key_is_no_column(folder: Path) -> None:
    describe(folder, lambda package: of_claims(package)["schema"].update(primaryKey="ghost"))


@damage("error", "datapackage.json, claims.note: The column is described twice.")
def a_column_is_described_twice(folder: Path) -> None:
    note = {"name": "note", "type": "string", "description": "x"}
    describe(folder, lambda package: of_claims(package)["schema"]["fields"].append(note))


@damage("error", "datapackage.json: A property has the wrong shape: Invalid isoformat string: 'yesterday'.")
def a_bound_is_no_day(folder: Path) -> None:
    describe(folder, lambda package: field(package, "claims", "said_on").update(earliest="yesterday"))


@damage("error", "datapackage.json, claims.troops_low: It allows values that cannot be used: no maximum")
def a_bound_is_infinite(folder: Path) -> None:
    describe(
        folder,
        lambda package: field(package, "claims", "troops_low")["constraints"].update(maximum=float("inf")),
    )


@damage("error", "datapackage.json: A property has the wrong shape: ['claims.csv'] is not a text.")
def a_path_is_a_list(folder: Path) -> None:
    describe(folder, lambda package: of_claims(package).update(path=[CLAIMS]))


@damage("error", "datapackage.json, coverage: It is not a list of texts.")
def the_coverage_is_a_number(folder: Path) -> None:
    describe(folder, lambda package: package.update(coverage=7))


# More of base map and settings


def area(folder: Path, name: str, geometry: str) -> None:
    """One feature, with this text as its geometry, in a file of the dataset's own base map."""
    feature = '{"properties": {"iso3": "EST", "name": "Estonia"}, "geometry": %s}' % geometry  # noqa: UP031 - braces
    (base_map(folder) / name).write_text('{"features": [%s]}' % feature, encoding="utf-8")  # noqa: UP031


@damage("error", "countries.json: It has the wrong shape")
def an_outline_is_not_a_number(folder: Path) -> None:
    area(folder, "countries.json", '{"type": "Polygon", "coordinates": [[[NaN,1],[2,2],[3,3],[NaN,1]]]}')


@damage("error", "countries.json: Feature 1 lies beyond the globe.")
def an_outline_is_beyond_the_globe(folder: Path) -> None:
    area(folder, "countries.json", '{"type": "Polygon", "coordinates": [[[900,1],[2,2],[3,50],[900,1]]]}')


@damage("error", "lakes.json: Feature 1 is not an area.")
def a_lake_crosses_itself(folder: Path) -> None:
    area(folder, "lakes.json", '{"type": "Polygon", "coordinates": [[[0,0],[2,2],[2,0],[0,2],[0,0]]]}')


@damage("error", "lakes.json: Feature 1 is not an area.")
def a_lake_is_a_point(folder: Path) -> None:
    area(folder, "lakes.json", '{"type": "Point", "coordinates": [0, 0]}')


@damage("error", "lakes.json: This is not JSON")
def the_lakes_are_very_deep(folder: Path) -> None:
    (base_map(folder) / "lakes.json").write_text("[" * 100_000)


@damage("finding", "places.csv, line 3 (tapa), country: The base map has no outline of EST.")
def the_base_map_is_empty(folder: Path) -> None:
    (base_map(folder) / "countries.json").write_text('{"features": []}')


def label(folder: Path, **said: object) -> None:
    """Other properties of the first sea's label."""
    file = base_map(folder) / "labels.json"
    labels = json.loads(file.read_text(encoding="utf-8"))
    labels["seas"][0].update(said)
    file.write_text(json.dumps(labels), encoding="utf-8")


@damage("error", "labels.json: Label 1 of seas has no right points.")
def a_label_is_infinitely_far(folder: Path) -> None:
    label(folder, points=[[float("inf"), 0]])


@damage("fine")
def a_label_is_a_script(folder: Path) -> None:
    label(folder, name="</script><script>alert(1)</script>")


@damage("fine")  # as in a dataset of the schema before: it is upgraded, and that is told
def the_base_map_has_no_credit(folder: Path) -> None:
    (base_map(folder) / "credit.toml").unlink()


def setting(folder: Path, before: str, after: str) -> None:
    rewrite(folder, "theatre.toml", before.encode(), after.encode())


@damage("error", "theatre.toml, called: This is not a short name.")
def the_short_name_is_long(folder: Path) -> None:
    setting(folder, 'called = "flank"', f'called = "{"f" * 17}"')


@damage("error", "theatre.toml, alliance: This is not a name.")
def the_alliance_is_a_number(folder: Path) -> None:
    setting(folder, 'alliance = "NATO"', "alliance = 7")


@damage("error", "theatre.toml, opening: This is not a part of the globe")
def the_opening_is_not_a_number(folder: Path) -> None:
    setting(folder, "south_west = [41.2, 12.5]", "south_west = [nan, 12.5]")


@damage("error", "theatre.toml, leads.USA: These are not two colours.")
def a_colour_is_a_script(folder: Path) -> None:
    setting(folder, "[leads]", '[leads]\nUSA = ["red", "</style><script>"]\n[leads.other]')
