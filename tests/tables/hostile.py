"""Some three hundred files that are damaged, mislabelled or malicious; each by name, as bytes.

No row of them may be imported, and for each a message must say why.
"""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

SAMPLES = Path(__file__).parent / "samples"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_HEADINGS = ("Nation", "Host", "Place", "Unit", "Troops", "Date", "Status", "Note")
_ROW = ("USA", "Poland", "Powidz", "1 Battalion", "800", "2022-03-01", "deployed", "none")


def files() -> Mapping[str, bytes]:
    """Every file by its name, the same each time."""
    made: dict[str, bytes] = {}
    for each in (
        _cut, _strangers, _bombs, _formulas, _scripts, _controls, _numbers, _places_and_dates, _widths,
        _quotes, _workbooks, _open_documents, _encodings, _geojson, _kml, _packages, _archives, _bare,
    ):  # fmt: skip
        for name, content in each():
            if name in made:
                raise ValueError(f"Two hostile files are named {name}.")
            made[name] = content
    return made


def zipped(parts: Mapping[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of these parts by their names."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", how) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, how)
    return held.getvalue()


def workbook(rows: str, *, shared: str | None = None, before: str = "", after: str = "") -> bytes:
    """A workbook of one sheet, with these rows as XML."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    listed = f'<sheets><sheet name="A" sheetId="1" r:id="rId1" xmlns:r="{kind}"/></sheets>'
    targets = [("rId1", "worksheet", "worksheets/sheet1.xml")]
    if shared is not None:
        targets.append(("rId2", "sharedStrings", "sharedStrings.xml"))
    relations = "".join(
        f'<Relationship Id="{name}" Type="{kind}/{what}" Target="{target}"/>'
        for name, what, target in targets
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}">{listed}</workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}">{relations}</Relationships>',
        "xl/worksheets/sheet1.xml": (
            f'<?xml version="1.0"?>{before}<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'
        ),
    }
    if shared is not None:
        parts["xl/sharedStrings.xml"] = shared
    return zipped({name: text.encode() for name, text in parts.items()})


def inline(cells: Sequence[str], row: int = 1) -> str:
    """A row of a sheet, as XML, whose cells hold their texts themselves."""
    held = "".join(
        f'<c r="{_letters(at)}{row}" t="inlineStr"><is><t>{cell}</t></is></c>'
        for at, cell in enumerate(cells)
    )
    return f'<row r="{row}">{held}</row>'


def open_document(rows: str, before: str = "") -> bytes:
    """An ODS of one sheet, with these rows as XML."""
    content = (
        f'<?xml version="1.0"?>{before}<office:document-content xmlns:office="{_OFFICE}" xmlns:table="{_TABLE}" '
        f'xmlns:text="{_TEXT}"><office:body><office:spreadsheet><table:table table:name="A">{rows}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "content.xml": content.encode()})


def table(**cells: str) -> bytes:
    """A CSV with one row, with other cells in some of its columns; `Place="x"` names the column."""
    row = [cells.get(heading, cell) for heading, cell in zip(_HEADINGS, _ROW, strict=True)]
    quoted = ['"{}"'.format(cell.replace('"', '""')) for cell in row]
    return f"{','.join(_HEADINGS)}\n{','.join(quoted)}\n".encode("utf-8", "surrogatepass")


def features(*listed: object) -> bytes:
    """A GeoJSON of these features."""
    return json.dumps({"type": "FeatureCollection", "features": listed}).encode()


def _letters(at: int) -> str:
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(65 + rest) + name
    return name


def _cut() -> Iterator[tuple[str, bytes]]:
    """Files of which the end is missing, at many places."""
    for name, pieces in (("excel_dates.xlsx", 16), ("merged_headings.xlsx", 8), ("libreoffice.ods", 12),
                         ("bases.geojson", 8), ("bases.kml", 8)):  # fmt: skip
        whole = (SAMPLES / name).read_bytes()
        for piece in range(1, pieces):
            yield f"{name} cut after {piece} of {pieces}", whole[: len(whole) * piece // pieces]
    whole = (SAMPLES / "excel_97.xls").read_bytes()
    for piece in range(1, 7):
        yield f"excel_97.xls cut after {piece} of 16", whole[: len(whole) * piece // 16]
    package = zipped({
        "datapackage.json": b'{"resources": [{"name": "claims", "path": "claims.csv"}]}',
        "claims.csv": b"id,nation,host\n" + b"a,USA,POL\n" * 200,
    })  # fmt: skip
    for piece in range(1, 8):
        yield f"a data package cut after {piece} of 8", package[: len(package) * piece // 8]
    yield "half a letter of UTF-16", b"\xff\xfeN\x00a\x00t"
    yield "half a letter of UTF-32", b"\xff\xfe\x00\x00N\x00\x00\x00a"


def _strangers() -> Iterator[tuple[str, bytes]]:
    """Files of other kinds."""
    begins = {
        "PDF": b"%PDF-1.7\n%\xe2\xe3", "PNG": b"\x89PNG\r\n\x1a\n\0\0", "JPEG": b"\xff\xd8\xff\xe0\0\x10JFIF",
        "GIF": b"GIF89a\1\0\1\0", "GZIP": b"\x1f\x8b\x08\0\0\0", "7-Zip": b"7z\xbc\xaf\x27\x1c", "RAR": b"Rar!\x1a\7\0",
        "ELF": b"\x7fELF\2\1\1", "a Windows program": b"MZ\x90\0\3", "SQLite": b"SQLite format 3\0", "Parquet": b"PAR1\x15\4",
        "RTF": b"{\\rtf1\\ansi", "BMP": b"BM\x36\0\0\0\0\0", "TIFF": b"II*\0\x08\0\0\0", "WebP": b"RIFF\x24\0\0\0WEBP",
        "MP3": b"ID3\3\0\0\0", "Ogg": b"OggS\0\2\0\0", "MP4": b"\0\0\0\x18ftypmp42", "a Java class": b"\xca\xfe\xba\xbe\0\0",
        "WebAssembly": b"\0asm\1\0\0\0", "bzip2": b"BZh91AY&SY", "xz": b"\xfd7zXZ\0", "Zstandard": b"\x28\xb5\x2f\xfd\x04",
        "a pickle": b"\x80\x04\x95\x10\0\0\0\0", "HDF5": b"\x89HDF\r\n\x1a\n", "a font": b"\0\1\0\0\0\x0f\0\x80",
        "a TAR": b"a.txt".ljust(257, b"\0") + b"ustar\x0000",
    }  # fmt: skip
    for name, first in begins.items():
        yield f"{name} for a table", first + bytes(range(256)) * 8
    yield "a web page", b"<!DOCTYPE html><html><body><table><tr><td>Nation</td></tr></table></body></html>"
    yield "a shell script", b"#!/bin/sh\nrm -rf /\n"
    yield "Python", b"import os\nos.system('true')\n"
    yield "SVG", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    yield "an RSS feed", b'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>'
    yield "a Word document", zipped({"word/document.xml": b"<w/>", "[Content_Types].xml": b"<Types/>"})
    yield "slides", zipped({"ppt/presentation.xml": b"<p/>"})
    yield "an XLSB workbook", zipped({"xl/workbook.bin": b"\0"})
    yield "a text document (ODT)", zipped({"mimetype": b"application/vnd.oasis.opendocument.text"})


def _bombs() -> Iterator[tuple[str, bytes]]:
    """Small files that would be large, or take long."""
    laughs = "".join(
        f'<!ENTITY l{n} "{"&l" + str(n - 1) + ";" if n else "ha"}{("&l" + str(n - 1) + ";") * 9 if n else ""}">'
        for n in range(9)
    )
    doctype = f"<!DOCTYPE x [{laughs}]>"
    square = f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]>'
    yield "a KML that laughs", f"{doctype}<kml><Placemark><name>&l8;</name></Placemark></kml>".encode()
    yield (
        "a KML of one long entity",
        f"{square}<kml><Placemark><name>{'&a;' * 2000}</name></Placemark></kml>".encode(),
    )
    yield "a workbook that laughs", workbook(inline(["Nation", "&l8;"]), before=doctype)
    yield (
        "shared strings that laugh",
        workbook(
            '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
            shared=f"{doctype}<sst><si><t>&l8;</t></si></sst>",
        ),
    )
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    yield (
        "an ODS that laughs",
        open_document(f"<table:table-row>{cell.format('&l8;')}</table:table-row>", doctype),
    )
    for number in (10**7, 10**9, 10**18, 10**30):
        repeated = (
            f'<table:table-row table:number-rows-repeated="{number}">{cell.format("USA")}</table:table-row>'
        )
        yield f"an ODS of {number:.0e} rows", open_document(repeated)
        wide = f'<table:table-cell table:number-columns-repeated="{number}" office:value="1"/>'
        yield f"an ODS of {number:.0e} columns", open_document(f"<table:table-row>{wide}</table:table-row>")
    zeros = b"\0" * 30_000_000
    yield "a ZIP of zeros", zipped({"zeros.csv": zeros})
    yield (
        "a workbook of zeros",
        zipped({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": zeros}),
    )
    yield "a ZIP in a ZIP in a ZIP", zipped({"a.zip": zipped({"b.zip": zipped({"c.csv": zeros})})})
    yield "a ZIP of 5,000 files", zipped({f"{n}.csv": b"a" for n in range(5_000)}, zipfile.ZIP_STORED)
    lying = bytearray(zipped({"datapackage.json": b"{}" * 1000}))
    at = lying.rindex(b"PK\1\2")
    lying[at + 24 : at + 28] = struct.pack("<I", 0xFFFFFFF0)
    yield "a ZIP that says it has four gigabytes", bytes(lying)
    lying[at + 24 : at + 28] = struct.pack("<I", 3)
    yield "a ZIP that says it has three bytes", bytes(lying)
    yield "a cell of a megabyte", table(Note="x" * 1_000_000)
    yield "a line of 5 MB", b"Nation,Host\n" + b"x" * 5_000_000


_FORMULAS = (
    "=1+1", "=cmd|'/C calc'!A0", '=HYPERLINK("http://example.org","x")', '=IMPORTXML("http://example.org","//a")',
    "@SUM(1+1)", '=WEBSERVICE("http://example.org")', '=DDE("cmd","/C calc","x")', "\t=1+1", "＝1+1", "=",
)  # fmt: skip


def _formulas() -> Iterator[tuple[str, bytes]]:
    """Cells that a spreadsheet would evaluate."""
    for number, formula in enumerate(_FORMULAS, 1):
        for heading in ("Nation", "Place", "Troops"):
            yield f"formula {number} for the {heading}", table(**{heading: formula})
    for heading in ("Host", "Unit", "Date", "Status", "Note"):
        yield f"a formula for the {heading}", table(**{heading: "=1+1"})
    rows = [inline(_HEADINGS), inline([*_ROW[:2], "=1+1", *_ROW[3:]], 2)]
    yield "a formula as a text in a workbook", workbook("".join(rows))
    yield (
        "a formula in GeoJSON",
        features(
            {
                "type": "Feature",
                "properties": {"nation": "USA", "host": "Poland", "place": "=1+1", "troops": 5},
            }
        ),
    )


_SCRIPTS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "</td><script>x</script>",
    "<iframe src=//example.org>", "<ScRiPt >x", "< script>x", "<!--", "<a href=javascript:x>x</a>", "<style>*{}</style>",
)  # fmt: skip


def _scripts() -> Iterator[tuple[str, bytes]]:
    """Cells that a page would run."""
    for number, script in enumerate(_SCRIPTS, 1):
        for heading in ("Place", "Unit"):
            yield f"script {number} for the {heading}", table(**{heading: script})
    for heading in ("Nation", "Host", "Troops", "Date", "Status", "Note"):
        yield f"a script for the {heading}", table(**{heading: _SCRIPTS[0]})


_CONTROLS = {
    "a bell": "\a", "a backspace": "\b", "an escape": "\x1b[31m", "a delete": "\x7f", "a control of C1": "\x9b",
    "a direction": "\u202e", "no width": "\u200b", "an order mark": "\ufeff", "no character": "\uffff",
    "a replacement": "\ufffd", "an isolate": "\u2066",
}  # fmt: skip


def _controls() -> Iterator[tuple[str, bytes]]:
    """Cells with invisible characters."""
    for name, sign in _CONTROLS.items():
        for heading in ("Place", "Unit"):
            yield f"{name} in the {heading}", table(**{heading: f"Po{sign}widz"})
    yield "a zero in a cell", table(Place="Po\0widz")
    yield "a half of a pair in a cell", table(Place="Po\ud800widz")


def _numbers() -> Iterator[tuple[str, bytes]]:
    """Invalid numbers of persons."""
    for said in (
        "9" * 400, "-1", "−800", "1e309", "inf", "1.5", "0x1F", "10000001", "99,99,99", "1,50", "12.34", "1/2", "٣٠٠",
        "½", "eight hundred", "several hundred", "1000-800", "800-", "800 or so many", "--5", "1_000", "800;900", "8OO", "#REF!",
        "#DIV/0!", "#NAME?", "TRUE",
    ):  # fmt: skip
        yield f"{said[:20]} persons", table(Troops=said)
    for number in ("1e999", "-1e999", "NaN", "1e30", "1.5", "-7"):
        told = f'{{"type":"Feature","properties":{{"nation":"USA","host":"Poland","troops":{number}}}}}'
        yield f"{number} persons in GeoJSON", f'{{"features":[{told}]}}'.encode()
    for number in ("1E400", "-5", "1.25", "99999999999999999999", "abc"):
        cells = "".join(
            f'<c r="{_letters(at)}2" t="inlineStr"><is><t>{cell}</t></is></c>'
            for at, cell in enumerate(_ROW[:4])
        )
        yield (
            f"{number} persons in a workbook",
            workbook(f'{inline(_HEADINGS[:5])}<row r="2">{cells}<c r="E2"><v>{number}</v></c></row>'),
        )


def _places_and_dates() -> Iterator[tuple[str, bytes]]:
    """Invalid coordinates, dates, nations and statuses."""
    for lat, lon in (("91", "20"), ("-200", "20"), ("52", "500"), ("abc", "20"), ("52", "1e400"), ("5 2", "2 0"), ("nine", "ten"),
                     ("NaNN", "17"), ("-52", "-17"), ("1e5", "1e5")):  # fmt: skip
        yield (
            f"latitude {lat}, longitude {lon}",
            f"Nation,Host,Latitude,Longitude,Troops\nUSA,Poland,{lat},{lon},5\n".encode(),
        )
    for said in ("2022-13-01", "2022-02-30", "0000-00-00", "9999-12-31", "99999999", "31/31/2022", "05/06/2017", "yesterday", "32 May 2020",
                 "2022-03-01T99:99", "-1", "1e9"):  # fmt: skip
        yield f"the day {said}", table(Date=said)
    for said in (
        "Narnia",
        "USSR",
        "Korea",
        "' OR 1=1 --",
        "../../etc/passwd",
        "%s%n",
        "{0}",
        "USA" * 100,
        "🇽🇽",
    ):
        yield f"{said[:30]} for a nation", table(Nation=said)
    for said in ("invading", "???!", "deployed; DROP TABLE claims"):
        yield f"the status {said}", table(Status=said)


def _widths() -> Iterator[tuple[str, bytes]]:
    """Far more columns, or rows, than a table has."""
    names = [f"c{number}" for number in range(10_000)]
    for between, kind in ((",", "commas"), (";", "semicolons"), ("\t", "tabs")):
        text = f"{between.join(names)}\n{between.join('1' for _ in names)}\n"
        yield f"10,000 columns with {kind}", text.encode()
    yield "10,000 columns in a workbook", workbook(inline(names))
    cells = "<table:table-cell><text:p>1</text:p></table:table-cell>" * 10_000
    yield "10,000 columns in an ODS", open_document(f"<table:table-row>{cells}</table:table-row>")
    yield "10,000 properties in GeoJSON", features({"type": "Feature", "properties": dict.fromkeys(names, 1)})
    data = "".join(f'<Data name="{name}"><value>1</value></Data>' for name in names)
    yield (
        "10,000 data in KML",
        f"<kml><Placemark><ExtendedData>{data}</ExtendedData></Placemark></kml>".encode(),
    )
    yield "more cells than headings", b"Nation,Host,Troops\n" + b"USA,Poland,800" + b",x" * 300 + b"\n"
    yield (
        "two cells far apart",
        workbook('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>'),
    )
    yield "a cell in row 99999999", workbook('<row r="99999999"><c r="A99999999"><v>1</v></c></row>')
    yield "a cell in column ZZZZZZ", workbook('<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>')
    yield "a reference that is none", workbook('<row r="1"><c r="1A"><v>1</v></c></row>')


def _quotes() -> Iterator[tuple[str, bytes]]:
    """Quotation marks that open and do not close."""
    rows = b"USA,Poland,800\n" * 5_000
    yield "a quotation mark that opens in the first row", b'Nation,Host,Troops\n"USA,Poland,800\n' + rows
    yield "a quotation mark that opens in the header", b'Nation,"Host,Troops\n' + rows
    yield "a quotation mark that opens late", b"Nation,Host,Troops\n" + rows + b'"USA,Poland,800\n' + rows
    yield (
        "a quotation mark with tabs",
        b'Nation\tHost\tTroops\n"USA\tPoland\t800\n' + rows.replace(b",", b"\t"),
    )
    yield "quotation marks alone", b'"' * 100_001


def _workbooks() -> Iterator[tuple[str, bytes]]:
    """XLSX with parts that are missing or wrong."""
    head = "".join(f'<c r="{_letters(at)}1" t="s"><v>{at}</v></c>' for at in range(3))
    names = "<sst><si><t>Nation</t></si><si><t>Host</t></si><si><t>Troops</t></si></sst>"
    for index in ("99", "-1", "4294967296", "abc", ""):
        row = f'<row r="1">{head}</row><row r="2"><c r="A2" t="s"><v>{index}</v></c><c r="B2" t="s"><v>{index}</v></c></row>'
        yield f"shared string “{index}”", workbook(row, shared=names)
    yield "shared strings that are missing", workbook(f'<row r="1">{head}</row>')
    yield "shared strings that are no XML", workbook(f'<row r="1">{head}</row>', shared="<sst><si>")
    yield "shared strings that are empty", workbook(f'<row r="1">{head}</row>', shared="")
    yield "a sheet that is no XML", workbook("<row><c")
    yield "a workbook without sheets", zipped({"xl/workbook.xml": f'<workbook xmlns="{_MAIN}"/>'.encode()})
    yield "a workbook that is empty", zipped({"xl/workbook.xml": b""})
    yield "a workbook of bytes", zipped({"xl/workbook.xml": bytes(range(256)) * 8})
    yield "an empty sheet", workbook("")
    yield "a sheet of blanks", workbook('<row r="1"><c r="A1"/><c r="B1"/></row>')
    yield "a dimension alone", workbook("", after='<dimension ref="A1:XFD1048576"/>')
    merged = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    yield "one merged cell", workbook(inline(["Nation", "Host"]), after=merged)
    yield (
        "merged cells that are none",
        workbook(inline(["Nation", "Host"]), after=merged.replace("A1:XFD1048576", "A0:")),
    )
    yield (
        "a date before all days",
        workbook(
            f'{inline(("Nation", "Host", "Date"))}<row r="2"><c r="A2" t="inlineStr"><is><t>USA</t></is></c>'
            '<c r="B2" t="inlineStr"><is><t>Poland</t></is></c><c r="C2" t="d"><v>-99999-01-01</v></c></row>'
        ),
    )
    good = (SAMPLES / "excel_dates.xlsx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    for name in ("xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"):
        yield f"a workbook without {name}", zipped({part: held[part] for part in held if part != name})
        yield f"a workbook with half of {name}", zipped({**held, name: held[name][: len(held[name]) // 2]})
    yield "a false XLS", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    yield "an XLS of ones", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 5_000
    whole = bytearray((SAMPLES / "excel_97.xls").read_bytes())
    for at in (24, 30, 48, 68, 76):
        broken = bytearray(whole)
        broken[at : at + 4] = b"\xfe\xff\xff\x7f"
        yield f"an XLS with a wrong head at {at}", bytes(broken)


def _open_documents() -> Iterator[tuple[str, bytes]]:
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    yield "an ODS without content", zipped({"mimetype": kind})
    yield "an ODS of bytes", zipped({"mimetype": kind, "content.xml": bytes(range(256))})
    yield "an ODS that is empty", zipped({"mimetype": kind, "content.xml": b""})
    yield "an ODS of other XML", zipped({"mimetype": kind, "content.xml": b"<a/>"})
    for number in ("-5", "abc", "", "1.5"):
        row = f'<table:table-row table:number-rows-repeated="{number}"><table:table-cell/></table:table-row>'
        yield f"an ODS with “{number}” rows", open_document(row)
    entity = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    yield (
        "an ODS that asks for a file",
        open_document(
            "<table:table-row><table:table-cell><text:p>&x;</text:p></table:table-cell></table:table-row>",
            entity,
        ),
    )


def _encodings() -> Iterator[tuple[str, bytes]]:
    """Texts in an invalid or a wrong encoding."""
    plain = "Nation,Host,Troops\nNarnia,Poland,800\n"
    yield "UTF-8 with a wrong byte", b"\xef\xbb\xbfNation,Host\nUSA,Pol\xffand\n"
    yield "UTF-16 with half of a pair", b"\xff\xfe" + "Nation,Host\n".encode("utf-16-le") + b"\0\xd8a\0"
    yield "UTF-16 of an odd length", b"\xfe\xff" + plain.encode("utf-16-be")[:-1]
    yield "UTF-32 beyond all letters", b"\xff\xfe\0\0" + b"\xff\xff\xff\x7f" * 20
    yield "an order mark alone", b"\xef\xbb\xbf"
    yield "an order mark of UTF-16 alone", b"\xff\xfe"
    yield "EBCDIC", plain.encode("cp500")
    yield "UTF-7", "Nation,Host,Troops\nÆ,Poland,5\n".encode("utf-7")
    yield "zeros", b"\0" * 5_000
    yield "random bytes", bytes((number * 73 + 41) % 256 for number in range(20_000))
    yield "high bytes alone", bytes(range(128, 256)) * 40
    yield "a zero in the header", plain.replace("Host", "Ho\0st").encode()
    yield "base64", b"TmF0aW9uLEhvc3QsVHJvb3BzClVTQSxQb2xhbmQsODAwCg==\n" * 20


def _geojson() -> Iterator[tuple[str, bytes]]:
    for depth in (1_000, 100_000):
        yield f"lists {depth:,} deep", b"[" * depth
        yield f"objects {depth:,} deep", b'{"a":' * depth
        yield (
            f"a property {depth:,} deep",
            b'{"features":[{"properties":{"nation":' + b"[" * depth + b"]" * depth + b"}}]}",
        )
    for number, text in enumerate(
        ('{"a": 1}', '{"features": [', "[]", "[1, 2, 3]", "{}", '{"features": {}}', '{"features": [null, 1, "a", []]}',
         '{"features": [{"properties": []}]}', '{"features": []}', '{"type": "Topology", "objects": {}}', '{"features": "x"}',
         '{"features": [{"properties": {"nation": {"a": 1}, "host": {"b": 2}}}]}', '{"type": "Feature", "properties": null}'), 1,
    ):  # fmt: skip
        yield f"JSON {number} that is no GeoJSON", text.encode()
    own = {"nation": "USA", "host": "Narnia", "troops": 5}
    for number, geometry in enumerate(
        ({"type": "Point"}, {"type": "Point", "coordinates": "17,52"}, {"type": "Point", "coordinates": []}, {"type": "Polygon"},
         {"type": "Point", "coordinates": [[17, 52]]}, {"type": "Point", "coordinates": [1e308, 1e308]}, [], "x",
         {"type": "GeometryCollection", "geometries": [{"type": "Point"}]}), 1,
    ):  # fmt: skip
        yield (
            f"geometry {number} that is no point",
            features({"type": "Feature", "properties": own, "geometry": geometry}),
        )


def _kml() -> Iterator[tuple[str, bytes]]:
    mark = "<Placemark><name>{}</name></Placemark>"
    for number, head in enumerate(
        ('<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '<!DOCTYPE kml [<!ENTITY x SYSTEM "http://127.0.0.1:9/">]>',
         '<!DOCTYPE kml SYSTEM "http://127.0.0.1:9/x.dtd">', '<!DOCTYPE kml [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
         '<!DOCTYPE kml PUBLIC "-//x//y" "http://127.0.0.1:9/">', '<!DOCTYPE kml [<!ENTITY x "x">]>'), 1,
    ):  # fmt: skip
        yield f"a KML that asks for entity {number}", f"{head}<kml>{mark.format('&x;')}</kml>".encode()
    yield "a KML with an entity that is not there", f"<kml>{mark.format('&x;')}</kml>".encode()
    include = (
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
    )
    yield "a KML that includes a file", f"<kml>{mark.format(include)}</kml>".encode()
    yield (
        "a KML with a link",
        b"<kml><NetworkLink><Link><href>http://127.0.0.1:9/</href></Link></NetworkLink></kml>",
    )
    yield "a KML without placemarks", b"<kml><Document/></kml>"
    yield "a placemark of nothing", b"<kml><Placemark/></kml>"
    yield "other XML", b"<root/>"
    yield "XML that is not closed", b"<kml><Placemark>"
    yield "XML in an encoding that is none", b'<?xml version="1.0" encoding="klingon"?><kml/>'
    yield "XML 600 deep", b"<kml>" + b"<Folder>" * 600 + b"<Placemark/>" + b"</Folder>" * 600 + b"</kml>"
    yield "XML 100,000 deep", b"<kml>" + b"<Folder>" * 100_000
    for spot in ("abc,def", "500,500", "17", "", "1e400,1e400"):
        place = f"<Point><coordinates>{spot}</coordinates></Point>"
        yield (
            f"a placemark at “{spot}”",
            f"<kml><Placemark><name>Narnia</name>{place}</Placemark></kml>".encode(),
        )
    yield "a KMZ of other XML", zipped({"doc.kml": b"<root/>"})
    yield "a KMZ that laughs", zipped({"doc.kml": b'<!DOCTYPE k [<!ENTITY a "b">]><kml>&a;</kml>'})


def _packages() -> Iterator[tuple[str, bytes]]:
    for number, text in enumerate(
        ("{", "[]", "null", '{"resources": 5}', '{"resources": [5]}', '{"resources": [{"name": "a"}]}', '{"resources": []}',
         '{"resources": [{"name": "a", "path": ["a.csv"]}]}', "[" * 50_000, '{"resources": {"name": "a"}}'), 1,
    ):  # fmt: skip
        yield (
            f"datapackage.json {number} that is none",
            zipped({"datapackage.json": text.encode(), "a.csv": b"x\n"}),
        )
    for path in (
        "../a.csv",
        "/etc/passwd",
        "..\\..\\a.csv",
        "C:\\a.csv",
        "http://127.0.0.1:9/a.csv",
        "a.csv\0.txt",
        "a" * 5_000,
        "",
        ".",
    ):
        held = json.dumps({"resources": [{"name": "a", "path": path}]})
        yield f"a package with {path[:30]!r}", zipped({"datapackage.json": held.encode()})
    yield "a package of a broken CSV", zipped({
        "datapackage.json": b'{"resources": [{"name": "a", "path": "a.csv"}]}', "a.csv": b"\xff\xfeA\0B",
    })  # fmt: skip


def _archives() -> Iterator[tuple[str, bytes]]:
    yield "a ZIP of nothing", zipped({})
    yield "a ZIP of a text", zipped({"a.txt": b"hello"})
    yield "a ZIP that leads out", zipped({"../../etc/passwd": b"root"})
    yield "the first bytes of a ZIP", b"PK\3\4" + b"\0" * 100
    good = zipped({"datapackage.json": b'{"resources": []}', "a.csv": b"x,y\n1,2\n" * 100})
    for at, name in ((6, "flags"), (8, "way"), (14, "checksum"), (18, "size"), (26, "name's length")):
        central = good.index(b"PK\1\2")
        broken = bytearray(good)
        broken[at] ^= 0xFF
        broken[central + at + 2] ^= 0xFF
        yield f"a ZIP with a wrong {name}", bytes(broken)
    locked = bytearray(good)
    locked[6] |= 1
    locked[good.index(b"PK\1\2") + 8] |= 1
    yield "a ZIP that is locked", bytes(locked)


def _bare() -> Iterator[tuple[str, bytes]]:
    """Texts in which there is no table."""
    yield from {
        "nothing": b"",
        "white space": b" \n\t\n",
        "line ends": b"\r\n" * 500,
        "a word": b"hello",
        "a header alone": b"Nation,Host,Troops\n",
        "figures alone": b"1,2,3\n4,5,6\n",
        "no whereabouts": b"Nation,Troops\nUSA,5\n",
        "commas": b",,,,\n" * 50,
        "a letter": b"Dear all,\n\nplease find the table attached.\n\nBest wishes\n",
        "a header twice": b"Nation,Host\nNation,Host\n",
        "totals alone": b"Nation,Host,Troops\nTotal,,900\n",
        "a contradiction": b"Nation,Host,Troops\nNarnia,Oz,1\nNarnia,Oz,2\n",
    }.items()
