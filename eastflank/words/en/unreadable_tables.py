"""Texts of an import about a whole file: what it is, and why it cannot be read."""

from __future__ import annotations

from collections.abc import Sequence

from eastflank.words.en.lists import unit

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}
"""Names of delimiters."""

DATA_PACKAGE = "data package"

# Why a file is not read at all.
TOO_LARGE = "The file has more than {most:,} MB. Split it, or leave out what is not needed."
TOO_LARGE_UNPACKED = (
    "Unpacked, the file has more than {most:,} MB. Save only the table, without anything else."
)
TOO_MANY_ROWS = "The table has more than {most:,} rows, or too many cells. Split it into several files."
TOO_MANY_COLUMNS = "Line {line} has more than {most} columns. Leave out the columns that are not needed."
SHEET_TOO_LARGE = (
    "A sheet reaches to row {rows:,} and column {columns:,}. At most {most_rows:,} rows and {most_columns} columns "
    "are read. Delete cells that lie far away from the table."
)
EMPTY_FILE = "The file is empty. Save it again with its table."
BINARY = "This is neither text nor a workbook. Save the table as CSV or XLSX."
NO_TABLE = "This is {what}, not a table. Save the table as CSV, XLSX or ODS."
STRANGERS = {
    "pdf": "a PDF",
    "png": "a picture (PNG)",
    "jpeg": "a picture (JPEG)",
    "gif": "a picture (GIF)",
    "gzip": "a GZIP archive",
    "7-zip": "a 7-Zip archive",
    "rar": "a RAR archive",
    "program": "a program",
    "sqlite": "a database (SQLite)",
    "parquet": "a Parquet file",
    "rtf": "a text document (RTF)",
    "xlsb": "an XLSB workbook",
    "docx": "a Word document",
}
"""The kind of a file that is not a table, by its format."""
WEB_PAGE = "This is a web page. Open it in a spreadsheet program and save it as XLSX."
LOCKED = "The file is locked with a password. Save it without a password."
DAMAGED_ZIP = "The file is damaged: its parts cannot be unpacked. Save it again."
DAMAGED_WORKBOOK = "The {kind} workbook is damaged. Open it in a spreadsheet program and save it again."
ENTITIES = "The file defines its own XML entities. They are not read. Save the file again without them."
TOO_DEEP = "The lists in the file are nested too deeply. Export the file again."
NOT_JSON = "The file begins like JSON, but it is not JSON: {why}. Export it again."
NO_FEATURES = "This JSON is not GeoJSON, because it has no features. Export it as a FeatureCollection."
NOT_XML = "The file begins like KML, but it cannot be read: {why}. Export it again."
NO_PLACEMARKS = "This XML has no placemarks. Export it as KML."
EXPORT = "export of Eastflank"
BROKEN_RECORD = "Its record.json cannot be read. Export the view again."
OTHER_RECORD = (
    "Its record.json comes from another version of Eastflank. Export the view again with this version."
)
STRANGE_COLUMNS = "{sheet} has columns that the record does not know: {columns}. Export the view again."
OTHER_ARTICLE = (
    "Its article {name} is not the text that was quoted, because the checksum differs. Export the view again."
)
NO_PACKAGE = "This folder or ZIP has no datapackage.json and no known table. Name one file in it."
BROKEN_PACKAGE = "Its datapackage.json cannot be read. Name one of its CSV files."
NOT_IN_PACKAGE = (
    "Its datapackage.json names “{path}”, but this file is missing. Add the file, or name one CSV file."
)
NOT_IN_ENCODING = (
    "The file begins like {name}, but byte {at:,} (0x{byte:02x}) is not valid in it. Save the file as UTF-8."
)
UNCLOSED_QUOTE = "A text in quotation marks begins in line {line} and does not end. Look there for one quotation mark too many."
NO_HEADER = "No row looks like a row of headings, because none has two headings. Add such a row, for example: nation, host, troops."
NO_MAPPING = "This is not a mapping. A mapping is JSON with “columns”, which gives a field for each heading."
NO_SUCH_FIELD = (
    "The mapping gives “{heading}” the field “{field}”, but there is no such field. The fields are {known}."
)
NO_SUCH_SHEET = "There is no sheet “{name}”. The sheets are {known}."
WITHOUT_NAMES = "not named"
"""A text for sheets without names."""
NO_ROWS = "There is a row of headings, but no row below it."
NO_USE = (
    "No column says where: there is no host, no place and no coordinates. If a column has them, name it with a mapping. "
    "If they stand above the rows or in the title, write the country into each row, under the heading “Host”."
)


def no_use(country: str) -> str:
    """Says that no column says where. `country`: the heading that is taken for who sends; empty: none."""
    if not country:
        return NO_USE
    return (
        f"No column says where: there is no host, no place and no coordinates. “{country}” is taken for the nation that sends. "
        f"If it says where the troops are, write “Host” as its heading, or give it the meaning “host” with a mapping. "
        "If it says who sends, write the country where they are into each row, under the heading “Host”."
    )


NO_SUCH_ENCODING = "There is no encoding “{name}”. Choose another one."
NO_SUCH_LINE = "There is no line {line} in this table. Choose another line for the headings."

# Guesses about a file.
ENCODING_GUESSED = "The encoding was guessed: {name}. If letters look wrong, save the file as UTF-8."


def other_sheets(names: Sequence[str]) -> str:
    """Says which other sheets a file has; only one sheet is read."""
    left = len(names) - _NAMED_SHEETS
    more = f" and {left:,} more" if left > 0 else ""
    return f"The file has {unit(len(names), 'other sheet')}: {', '.join(names[:_NAMED_SHEETS])}{more}."


_NAMED_SHEETS = 12
"""How many other sheets of a file are named."""


def text_table(encoding: str, delimiter: str) -> str:
    """The description of a text file with a table."""
    return f"CSV, {encoding}, delimiter {DELIMITERS.get(delimiter, delimiter)}"
