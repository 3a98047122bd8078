"""Writes the samples that are no text: `python -m tests.tables.write_workbooks`.

Needs openpyxl alone; `excel_97` is written by hand, with xlwt 1.3.0 (BSD), which no test needs.
"""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

from openpyxl import Workbook

SAMPLES = Path(__file__).parent / "samples"
_ODS = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet>
 <table:table table:name="Tabelle1">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"""
_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?><manifest:manifest
 xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
 <manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
 <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""


def excel_dates() -> None:
    """Real dates, a year that is formatted as a date, a year with a decimal, and a number for a date."""
    book = Workbook()
    page = book.active
    page.title = "Deployments 2022"
    page.append(["NATO deployments", None, None, None, None])
    page.append([])
    page.append(["Nation", "Host", "Base", "Troops", "As of"])
    page.append(["United States", "Poland", "Powidz", 800, date(2022, 3, 1)])
    page.append(["United Kingdom", "Estonia", "Tapa", 1000, date(1905, 7, 9)])
    page.append(["Germany", "Lithuania", "Rukla", 1200, 2017.0])
    page.append(["Canada", "Latvia", "Camp Adazi", 700, 44621])
    page.append(["Total", None, None, 3700, None])
    book.save(SAMPLES / "excel_dates.xlsx")


def excel_97() -> None:
    """The workbook of `excel_dates` as a program of 1997 has it."""
    import xlwt  # type: ignore[import-not-found] # noqa: PLC0415 - is not among the tests' packages

    book = xlwt.Workbook()
    page = book.add_sheet("Deployments 2022")
    day = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    page.write(0, 0, "NATO deployments")
    rows = (
        ("Nation", "Host", "Base", "Troops", "As of"),
        ("United States", "Poland", "Powidz", 800, date(2022, 3, 1)),
        ("United Kingdom", "Estonia", "Tapa", 1000, date(1905, 7, 9)),
        ("Germany", "Lithuania", "Rukla", 1200, 2017.0),
        ("Canada", "Latvia", "Camp Adazi", 700, 44621),
        ("Total", None, None, 3700, None),
    )
    for at, row in enumerate(rows, 2):
        for column, cell in enumerate(row):
            page.write(at, column, cell, *([day] if isinstance(cell, date) else []))
    book.save(str(SAMPLES / "excel_97.xls"))


def merged_headings() -> None:
    """Years merged over their columns, nations merged over their rows, a second sheet of notes."""
    book = Workbook()
    page = book.active
    page.title = "Overview"
    page.append(["Sending nation", "Host nation", "Number of troops", None, None])
    page.append([None, None, 2019, 2020, 2021])
    page.append(["Germany", "Lithuania", 500, 550, 560])
    page.append([None, "Poland", 60, None, 65])
    page.append(["France", "Estonia", 300, 330, "n/a"])
    page.merge_cells("C1:E1")
    page.merge_cells("A3:A4")
    other = book.create_sheet("Read me")
    other.append(["Compiled by hand."])
    book.save(SAMPLES / "merged_headings.xlsx")


def two_sheets() -> None:
    """A cover sheet first; hedges and footnotes in the second."""
    book = Workbook()
    book.active.title = "Cover"
    book.active.append(["Force tracker"])
    page = book.create_sheet("Data")
    page.append(["Unit", "Nation", "Country", "Personnel*", "Remarks"])
    page.append(["Enhanced Forward Presence Battlegroup Poland", "USA", "Poland", "c. 800¹", "lead"])
    page.append(["Enhanced Forward Presence Battlegroup Poland", "Croatia", "Poland", "up to 80", None])
    page.append(["Enhanced Forward Presence Battlegroup Poland", "Romania", "Poland", "fewer than 130", None])
    page.append(["* military personnel only", None, None, None, None])
    page.append(["¹ estimate", None, None, None, None])
    book.save(SAMPLES / "two_sheets.xlsx")


def libreoffice() -> None:
    """An ODS of a German office: German headings and names."""
    rows = [
        ["Entsendestaat", "Gastland", "Standort", "Stärke", "Stand"],
        ["Deutschland", "Litauen", "Rukla", "1.200", "März 2023"],
        ["Vereinigtes Königreich", "Estland", "Tapa", "rund 900", "01.04.2023"],
        ["Frankreich", "Rumänien", "Cincu", "über 500", "2023"],
        ["Summe", "", "", "2600", ""],
    ]
    written = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            if cell
            else "<table:table-cell/>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr("content.xml", _ODS.format(rows=written))
    (SAMPLES / "libreoffice.ods").write_bytes(content.getvalue())


def encodings() -> None:
    """The same people's tables in the encodings of their programs."""
    western = "Nation;Host;Ort;Stärke;Jahr\nDänemark;Estland;Tapa;200;2018\nFrankreich;Rumänien;Câmpia Turzii;c. 75;2023\nÖsterreich;Lettland;Ādaži;5;2020\n"
    (SAMPLES / "latin1.csv").write_bytes(western.replace("Ādaži", "Lielvarde").encode("cp1252"))
    russian = (
        "Страна;Страна размещения;База;Численность;Год\n"
        "США;Польша;Повидз;800;2020\n"
        "Великобритания;Эстония;Тапа;около 900;2020\n"
        "Германия;Литва;Рукла;неизвестно;2020\n"
    )
    (SAMPLES / "windows1251.csv").write_bytes(russian.encode("cp1251"))
    tabs = (
        "Nation\tHost\tTroops\tDate\r\nUSA\tRomania\t1 000\t3/14/2022\r\nItaly\tLatvia\t250\t12/01/2022\r\n"
    )
    (SAMPLES / "utf16.txt").write_bytes(tabs.encode("utf-16"))
    marked = '\ufeffContributor,Deployed to,Pax\r\nSpain,Latvia,"1,100"\r\nSpain,Slovakia,20+\r\n'
    (SAMPLES / "bom.csv").write_bytes(marked.encode("utf-8"))


if __name__ == "__main__":
    for write in (excel_dates, merged_headings, two_sheets, libreoffice, encodings):
        write()
