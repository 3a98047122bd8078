"""A good small dataset, and every way in which its folder has been found damaged.

Each damage is a function that takes the folder of a copy. `DAMAGES` holds them with what must be said:
an error keeps the dataset from being used, a finding does not, and `words` stand in the message of either.
"""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
from collections.abc import Callable
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
    """A way to damage a dataset, and what comes of it."""

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


@damage("error", "datapackage.json: Its lists stand too deep in each other.")
def the_schema_is_very_deep(folder: Path) -> None:
    (folder / SCHEMA).write_text("[" * 100_000)


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


@damage("error", "datapackage.json, claims.status: It allows what cannot be worked with: other values.")
def the_schema_allows_a_status_that_is_none(folder: Path) -> None:
    describe(
        folder, lambda package: field(package, "claims", "status")["constraints"]["enum"].append("dreamt")
    )


@damage(
    "error",
    "datapackage.json, claims.troops_low: It allows what cannot be worked with: no maximum of 10000000.",
)
def the_schema_has_no_bound(folder: Path) -> None:
    describe(folder, lambda package: field(package, "claims", "troops_low")["constraints"].pop("maximum"))


@damage(
    "error",
    "datapackage.json, claims.said_on: It allows what cannot be worked with: no latest of 2100-12-31.",
)
def the_schema_has_no_last_day(folder: Path) -> None:
    describe(folder, lambda package: field(package, "claims", "said_on").pop("latest"))


@damage("error", "“../../etc/passwd” is no name of a CSV file.")
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


@damage("error", "claims.csv, line 3: There is a character that nobody sees, U+0000.")
def a_cell_holds_a_nul(folder: Path) -> None:
    rewrite(folder, CLAIMS, b"\nA2,", b"\nA\x002,")


@damage("error", "deployments.csv, line 2: There is a character that nobody sees, U+001B.")
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


@damage("error", "claims.csv", "field larger than field limit")
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


@damage("error", "claims.csv, line 2 (A1), said_on: “2016-02-30” is not a date in EDTF")
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


@damage("error", "claims.csv, line 3 (A1), id: “A1” stands already in line 2.")
def an_id_stands_twice(folder: Path) -> None:
    cell(folder, CLAIMS, "A2", id="A1")


@damage(
    "error", "sources.csv, line 3 (ap), id: “ap” stands already in line 2.", "“mod” is not in sources.csv"
)
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


@damage("finding", "claims.csv, line 2 (A1), host: EST has no label on the base map")
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
        "theatre.toml, leads.USA: These are not two colours.", "theatre.toml, region: This is no part of the globe")  # fmt: skip
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
