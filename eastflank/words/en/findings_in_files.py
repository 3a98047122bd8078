"""English for what is wrong with the files of a dataset: their format, and the contents of their cells."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from eastflank.words.en.findings import in_line

CORRECT_IT_THERE = "Correct it there."
_REMOVE_IT = "Remove it."

# --- files --------------------------------------------------------------------------------------------------


def is_a_folder(path: str) -> tuple[str, str]:
    """Says that there is a folder in the place of a file."""
    return "It is a folder, not a file.", f"Put a file at {path}."


def is_a_device(path: str) -> tuple[str, str]:
    """Says that there is something else in its place."""
    return "It is a pipe or a device, not a file.", f"Put a file at {path}."


def leads_nowhere(target: str) -> tuple[str, str]:
    """Says that a link leads to no file."""
    return f"It is a link to {target}, where no file is.", "Put a file there, or remove the link."


def missing(path: str) -> tuple[str, str]:
    """Says that a file is not there."""
    return "The file is missing.", f"Put it at {path}."


def cannot_be_read(path: str, reason: str | None) -> tuple[str, str]:
    """Says that the system does not let us read it."""
    return f"The file cannot be read: {reason}.", f"Make {path} a readable file."


def not_utf_8(byte: int, line: int) -> tuple[str, str]:
    """Says that a byte is not valid in a text."""
    return f"Byte 0x{byte:02x} in line {line} is not UTF-8.", "Save the file as UTF-8."


def of_file(file: str, problem: str) -> str:
    """What is wrong with a file that a row names."""
    return f"{file}: {problem}"


def needed_by_a_source(file: str) -> tuple[str, str]:
    """Says that a file must not be removed."""
    return (
        f"{file}: The file is to be removed, but this source needs it.",
        "Keep it, or remove the source.",
    )


def no_json(reason: str) -> str:
    """Says that a file is not JSON, as the reader of JSON says."""
    return f"This is not JSON: {reason}."


def cell_too_long(most: int) -> tuple[str, str]:
    """Says that a cell has more characters than can be read."""
    return f"The cell has more than {most:,} characters, the limit.", "Shorten it."


def no_description(reason: str) -> tuple[str, str]:
    """Says that a file does not describe tables."""
    return f"This is not a description of tables in JSON: {reason}.", CORRECT_IT_THERE


def other_name(name: str, path: str) -> tuple[str, str]:
    """Says that a dataset has the name of the default one."""
    return f"The default dataset is called “{name}”, too.", f"Rename the folder {path}."


def other_original(file: str) -> str:
    """Says that an article's file has changed."""
    return f"{file} has another checksum: it is not the file that was read."


PUT_ORIGINAL_BACK = "Put the original back, or empty the cell and that of its checksum."

# --- rows and cells of CSV ----------------------------------------------------------------------------------

ROWS_END_DIFFERENTLY = (
    "Programs that read CSV disagree about where its rows end.",
    "Look for a quotation mark inside a cell: write it twice, and quote the cell.",
)
LINE_EMPTY = ("The line is empty.", "Delete it.")
BYTE_ORDER_MARK = (
    "The file begins with a byte order mark, as some editors and spreadsheets write it.",
    "Save it as plain UTF-8.",
)
CARRIAGE_RETURN = ("There is a carriage return.", "End lines with LF alone.")
NO_LAST_END = ("The last line has no end.", "End it with LF.")
COLUMN_MISSING = ("The column is missing.", "Add it, even if it is empty.")


def line(number: int) -> str:
    """Where something is: a line of the file."""
    return f"line {number}"


def row(number: int, key: Sequence[str | None]) -> str:
    """Where a row is: its line, and its key; None means an empty cell."""
    return in_line(number, ", ".join("empty" if cell is None else cell for cell in key))


def no_row(reason: str) -> tuple[str, str]:
    """Says that a row is not CSV, as the reader of CSV says."""
    return f"This row is not CSV: {reason}.", "Look for a quotation mark too many, or one that is not closed."


def other_length(cells: int, header: int) -> tuple[str, str]:
    """Says that a row has more or fewer cells than there are columns."""
    return (
        f"The row has {cells} cells, the header {header}.",
        "Give it a comma for each column, and put a text that holds a comma in quotation marks.",
    )


def invisible(letter: str) -> tuple[str, str]:
    """Says that there is a character that no text has."""
    return f"There is an invisible character, U+{ord(letter):04X}.", _REMOVE_IT


def unknown_column(name: str) -> tuple[str, str]:
    """Says that a column is not described."""
    return (
        f"The schema knows no column “{name}”.",
        "Remove it, or describe it in datapackage.json.",
    )


def column_repeated(times: int) -> tuple[str, str]:
    """Says that a column is there more than once."""
    return f"The column is here {times} times.", "Keep one."


def other_order(columns: Sequence[str]) -> tuple[str, str]:
    """Says that the columns are in another order."""
    return (
        "The columns are in another order than in the schema.",
        f"Put them in this order: {', '.join(columns)}.",
    )


# --- values -------------------------------------------------------------------------------------------------

CELL_EMPTY = "The cell is empty."


def needed(description: str) -> str:
    """What a cell must contain."""
    return f"Needed: {description}"


def not_in(values: Sequence[str], table: str) -> tuple[str, str]:
    """Says that values refer to no row of another table."""
    named = ", ".join(f"“{value}”" for value in values)
    return f"{named} is not in {table}.", f"Correct it, or add a row to {table}."


def is_no_whole_number(value: str) -> tuple[str, str]:
    """Says that a value is no whole number."""
    return f"“{value}” is not a whole number.", "Write digits alone, such as 4000."


def is_no_number(value: str) -> tuple[str, str]:
    """Says that a value is no number."""
    return f"“{value}” is not a number.", "Write digits with a point, such as 59.26."


def is_no_day(value: str) -> tuple[str, str]:
    """Says that a value is no day."""
    return f"“{value}” is not a day.", "Write it as 2016-07-08."


def not_allowed(value: str, allowed: Sequence[str]) -> tuple[str, str]:
    """Says that a value is none of those allowed."""
    return f"“{value}” is not one of the values allowed.", f"Use one of: {', '.join(allowed)}."


def other_look(value: str) -> str:
    """Says that a value does not fit its pattern."""
    return f"“{value}” does not look as it must."


def too_little(value: str, least: float) -> str:
    """Says that a number is below its bound."""
    return f"{value} is less than {least:,.10g}."


def too_much(value: str, most: float) -> str:
    """Says that a number is above its bound."""
    return f"{value} is more than {most:,.10g}."


def too_early(day: date, earliest: date) -> tuple[str, str]:
    """Says that a day is before the first that is allowed."""
    return f"{day} is before {earliest}.", _CORRECT_THE_YEAR


def too_late(day: date, latest: date) -> tuple[str, str]:
    """Says that a day is after the last that is allowed."""
    return f"{day} is after {latest}.", _CORRECT_THE_YEAR


_CORRECT_THE_YEAR = "Correct the year; datapackage.json says which days are allowed."


def stands_already(key: Sequence[str], earlier: int) -> tuple[str, str]:
    """Says that a key is another row's."""
    return f"“{', '.join(key)}” is already in line {earlier}.", "Give each row one of its own."


def unnamed_kind(kind: str, file: str, kinds: Collection[str]) -> tuple[str, str]:
    """Says that the theatre's settings do not name a kind."""
    return (
        f"“{kind}” is not among the kinds of {file}.",
        f"Use one of {', '.join(kinds)}, or name it there, under [kinds].",
    )


# --- names of countries -------------------------------------------------------------------------------------

ALIAS_EMPTY = ("It is empty.", "Write a name or delete the row.")
WRITE_A_DATE = "Write a date such as 1991-12-26."


def no_name(code: str) -> tuple[str, str]:
    """Says that a country has no row with its name."""
    return f"“{code}” has no row of kind name.", "Add one."


def not_among_names(code: str, file: str) -> tuple[str, str]:
    """Says that a code is not in the table of names."""
    return f"“{code}” is not in {file}.", "Mend it."


def other_columns(found: Sequence[str], wanted: Sequence[str]) -> tuple[str, str]:
    """Says that a file has other columns."""
    return f"The columns are {', '.join(found)}.", f"They must be {', '.join(wanted)}."


def no_kind(kind: str, kinds: Sequence[str]) -> tuple[str, str]:
    """Says that a row has an unknown kind."""
    return f"“{kind}” is not a kind.", f"Use one of {', '.join(kinds)}."
