"""The words of the section *A table* on the page *Add data*: the four steps of an import."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eastflank.words.en.lists import listed, unit
from eastflank.words.en.rows_of_tables import KINDS as KINDS_OF_PROBLEMS
from eastflank.words.en.unreadable_tables import other_sheets as sheets_named

HEADING = "A table"
ABOUT = (
    "Import a spreadsheet of deployments. Four steps show what the file is, what its columns are, what is wrong "
    "in it, and what it would change. Nothing is changed before you choose Apply in the last step."
)
STEPS = ("What is this", "What are the columns", "What is wrong", "What will change")
BACK, NEXT = "Back", "Next"
ANOTHER = "Import another table"

# --- the file ---
FILE = "A file: CSV, TSV, XLSX, XLS, ODS, GeoJSON, KML, or a data package as ZIP"
PASTE = "Or paste a table, with its headings"
PASTE_SHOWN = "Nation\tHost\tPlace\tTroops\nCanada\tLatvia\tĀdaži\t450"
READ_PASTED = "Read the pasted table"
NOTHING_PASTED = "The field is empty. First copy the cells of a table into it."
READING = "Reading the table …"
BREAK_OFF = "Cancel"
BROKEN_OFF = "Reading was cancelled. Nothing was changed."
APPLYING = "Writing into the dataset …"
NAME = "Name of the table"
NAME_HELP = (
    "Each citation has this name. A later table with the same name counts as the next file of this table, and digits in "
    "the name make no difference. Its rows are then compared with the rows that were imported before."
)
ENCODING, DELIMITER, SHEET, HEADER, DAY = "Encoding", "Delimiter", "Sheet", "Headings", "Day of the table"
ENCODING_HELP = "How the letters are stored. If letters look wrong below, choose another encoding."
DELIMITER_HELP = "The character between two cells."
HEADER_HELP = "The line with the names of the columns. Lines above it are notes."
DAY_HELP = "A row without a date tells of this day. A row that tells of a later day is a problem."
DELIMITERS = {",": "comma ,", ";": "semicolon ;", "\t": "tab", "|": "vertical bar |"}
FIRST_ROWS = "First rows"
LINE = "Line"
LINE_KINDS = {
    "header": "headings",
    "section": "host of the rows below",
    "note": "note",
    "blank": "blank",
    "total": "total",
    "empty": "no figure",
    "row": "",
}
"""What a line of the file is, in one or two words. A line that holds a row needs none."""
CANNOT_BE_READ = "This table cannot be read in this way."
NOTHING_CHANGED = "Nothing was changed."

# --- the columns ---
NOT_IMPORTED = "not imported"
FIELDS = {
    "nation": "Nation that sends",
    "lead": "Nation that leads",
    "host": "Host country",
    "country": "Country",
    "place": "Place",
    "precision": "How exactly the place is known, as an export of Eastflank says it",
    "latitude": "Latitude",
    "longitude": "Longitude",
    "coordinates": "Latitude and longitude",
    "strength": "Troops",
    "low": "Troops, at least",
    "high": "Troops, at most",
    "hedge": "Hedge, such as “about”",
    "date": "Date of the figure",
    "period": "Start and end in one column",
    "starts": "Start",
    "ends": "End",
    "said": "Announced on",
    "status": "Status",
    "name": "Name of the deployment: unit, formation or contingent",
    "kind": "Kind of formation",
    "sort": "Sort (“unit”, “group” or “statistic”), as an export of Eastflank says it",
    "id": "Id of the deployment",
    "source": "Source",
    "counts": "What the figure counts, as an export of Eastflank says it",
    "contingents": "Contingents, as an export of Eastflank lists them",
    "planned": "What is planned (kept in the note)",
    "meant_for": "The country it is meant for (kept in the note)",
    "note": "Note",
}
"""The possible meanings of a column."""
WHY = {"name": "by its heading", "content": "by its values", "mapping": "as chosen", "": ""}
COLUMNS_ABOUT = (
    "Each column is shown with its first values and its meaning. If the meaning is wrong, choose another one."
)
KEPT = "A table with these headings was imported before. The columns have the meanings that were chosen then."
AS_RECOGNISED = "Use the recognised meanings"
NO_WHERE = "No column says where yet. Choose the column for the host country, the place, or the coordinates."
NO_VALUES = "no values"


def units_left_out(heading: str, unit: str) -> str:
    """Asks whether a column that is not imported holds the names."""
    name = FIELDS["name"]
    return (
        f"No column is the name of the deployment, but “{heading}” reads like names of units, such as “{unit}”. "
        f"If it holds them, choose “{name}” for it. If you go on without, no row has a name of its own."
    )


# --- what is wrong ---
DOWNLOAD = "Download the list as CSV"
LEFT_OUT = "Lines to leave out"
LEFT_OUT_HELP = "Numbers of lines, such as 4, 7-9. These lines are not imported."
NOT_LINES = "This is not a list of lines. Write numbers, such as 4, 7-9."
NOTHING_WRONG = "Nothing is wrong. Every row can be imported, and nothing was assumed."
ROW_HEADS = (LINE, "Column", "Value", "Why", "What to do")
MARK_HEADS = (LINE, "Column", "Value", "What is assumed")
PLACES = "Places to choose"
NOT_CHOSEN = "not chosen: the rows with this place are left out"
COUNTRY_ALONE = "none of these: keep its name, and no position"
UNMEND = "Undo the corrections"
MEND_ABOUT = (
    "Your correction is used in each row that has this value. The claim's note keeps the value in the table."
)

# --- what will change ---
REASON = "Reason"
REASON_HELP = "The log of changes keeps this reason with each row."
APPLY = "Apply"
NO_REASON = "Say why in the field “Reason”."
CHANGE_HEADS = ("", "Now", "Then")
TOTALS = {
    "deployments": "Deployments",
    "claims": "Claims",
    "drafts": "Drafts, which do not count",
    "persons": "Sum of the figures of this table, one for each row",
}
ALL_THE_SAME = "The dataset already has all of these rows. There is nothing to apply."
NO_ROW = "No row can be imported, so there is nothing to apply. Go back to “What is wrong”."
SAME_TABLE = "It is the same table. Compare its rows with the earlier ones."
DRAFTS = "Imported claims are drafts. Until a reviewer accepts them, they do not count and nobody sees them on the map."

# --- afterwards ---
NOT_SUCCESS = "Some rows of the file are not in the dataset."
ON_THE_MAP = "Show them on the map"
ONLY_A_REVIEWER = "Only a reviewer can accept them."
RELIABILITY, CREDIBILITY = "Reliability of the table", "Credibility of its claims"
GRADE_HELP = (
    "Grade the table before you accept it. Figures graded D, E or F, or 4, 5 or 6, are shown on the map with their "
    "grade, but they are not added to any total."
)
UNDO_IMPORT = "Undo the import"
UNDO_ACCEPTED = "Undo the review"
UNDONE = "The import was undone. Its claims are retracted and no longer count. The log keeps the import and the undoing."
UNDONE_ACCEPTED = "The review was undone. The claims are drafts again."
NO_LONGER_UNDONE = (
    "The record has changed since then. Its last change can be undone under “Articles and claims”."
)
LAST_IMPORT = "The last import"
WAITING = "Drafts from tables, waiting for review"
CONFLICT = (
    "Somebody else has changed the record in the meantime. Check what will change now, then apply again."
)


def unfinished(name: str, step: int) -> str:
    """An import that was left at a step."""
    return f"You left the import of “{name}” at step {step + 1}, {STEPS[step]}. Its file and your choices are kept."


def kept_is_gone(name: str) -> str:
    """An import whose file is no longer stored."""
    return f"The file of “{name}” is no longer kept here. Give it again, and choose again how it is read."


def limits(megabytes: int, rows: int, columns: int) -> str:
    """The limits, shown in advance."""
    return f"Up to {megabytes:,} MB, {rows:,} rows and {columns:,} columns. The file is read only on this server."


def too_long_for_the_page(rows: int, most: int) -> str:
    """Why a table is too large for the page, and what can read it."""
    return (
        f"The table has {rows:,} rows; the page takes up to {most:,}. Split it, or import it on the server with "
        "python -m eastflank import, which takes a million."
    )


def where_lines_went(
    imported: int, proposals: int, problems: int, skipped: Mapping[str, int], lines: int
) -> str:
    """What became of the lines of the file. The parts add up to all lines."""
    parts = [(imported, "without a doubt"), (proposals, "as proposals"), (problems, "with problems")]
    parts += [(number, _SKIPPED.get(kind, kind)) for kind, number in skipped.items() if number]
    said = " + ".join(f"{number:,} {what}" for number, what in parts)
    return f"{said} = {unit(lines, 'line')} of the file."


_SKIPPED = {
    "header": "with headings",
    "section": "with the host of the rows below",
    "note": "with notes",
    "blank": "blank",
    "total": "with totals",
    "empty": "without a figure",
    "left out": "left out by you",
}


def form(wide: str, headings: Sequence[str]) -> str:
    """Whether years or nations are columns."""
    if not wide:
        return "One row is one entry."
    named = ", ".join(headings[:12]) + (" …" if len(headings) > 12 else "")  # noqa: PLR2004
    return f"Here the {wide} are columns: {named}. Each figure in these columns becomes a separate entry."


def other_sheets(names: Sequence[str]) -> str:
    """Says that only one sheet is read, and where to choose another one."""
    return f"{sheets_named(names)} To read another sheet, choose it under “{SHEET}” in the first step."


def header_line(number: int, text: str) -> str:
    """A line that may be the header."""
    return f"line {number}: {text}"


def unmapped(headings: Sequence[str]) -> str:
    """The columns that are not imported, each named."""
    return f"Not imported: {', '.join(f'“{one}”' for one in headings)}."


def taken_for(heading: str) -> str:
    """The label of a choice. Only screen readers use it."""
    return f"Meaning of “{heading}”"


def problem_group(number: int, column: str, kind: str) -> str:
    """A group of problems."""
    return (
        f"{unit(number, 'problem')}{f' in “{column}”' if column else ''}: {KINDS_OF_PROBLEMS.get(kind, kind)}"
    )


def mark_group(number: int, column: str, kind: str) -> str:
    """A group of proposals."""
    return f"{unit(number, 'assumption')}{f' in “{column}”' if column else ''}: {KINDS_OF_PROBLEMS.get(kind, kind)}"


def accept_kind(number: int, kind: str) -> str:
    """The box that accepts all assumptions of a kind."""
    return f"Accept: {KINDS_OF_PROBLEMS.get(kind, kind)} ({unit(number, 'row')})"


def accept_all(number: int) -> str:
    """The button that accepts every proposal."""
    return f"Accept all {unit(number, 'proposal')}" if number != 1 else "Accept the proposal"


def take_named_day(day: str) -> str:
    """Offers the day that the file names as the day of the table."""
    return f"The file names this day, or its month: take {day} as the day of the table"


def accepted_before(number: int) -> str:
    """The assumptions that were accepted for an earlier file of the table."""
    return f"{unit(number, 'assumption')} accepted for an earlier file"


def taken(number: int, left: int) -> str:
    """How many entries go to the last step."""
    if not number:
        return "So far no row goes to the next step."
    out = f"{unit(left, 'row')} {'is' if left == 1 else 'are'} left out" if left else "No row is left out"
    return f"{unit(number, 'row')} {'goes' if number == 1 else 'go'} to the next step. {out}."


def more(number: int) -> str:
    """Rows that are not shown."""
    return f"and {number:,} more. The list as CSV has all of them."


def place_asked(said: str, country: str, rows: int) -> str:
    """The label of a choice of places."""
    return f"“{said}”{f' in {country}' if country else ''}, {unit(rows, 'row')}"


def instead_of(value: str, column: str, rows: int) -> str:
    """The label of a field that corrects a value."""
    return f"“{value}” in “{column}”, {unit(rows, 'row')}: write instead"


def mended(number: int) -> str:
    """How many values were corrected."""
    return f"{unit(number, 'value')} {'is' if number == 1 else 'are'} corrected."


def left(proposals: int, problems: int, chosen: int) -> str:
    """The parts of the file that are not in the dataset; empty if none."""
    parts = [unit(problems, "line") + " with problems"] if problems else []
    parts += [unit(proposals, "proposal") + " that you did not accept"] if proposals else []
    parts += [unit(chosen, "line") + " that you left out"] if chosen else []
    return f"Not imported: {listed(parts)}." if parts else ""


def and_more(number: int) -> str:
    """Rows that are not shown."""
    return f"and {number:,} more"


def accept_drafts(number: int) -> str:
    """The button that accepts all drafts of a file."""
    return (
        "Accept the draft of this file as reviewed"
        if number == 1
        else f"Accept all {number:,} drafts of this file as reviewed"
    )


def accepted(number: int, source: str) -> str:
    """Says that drafts were accepted."""
    return f"{unit(number, 'claim')} of {source} {'is' if number == 1 else 'are'} reviewed and {'counts' if number == 1 else 'count'} from now on."


def unit_in_row(unit: str, row: str) -> str:
    """A claim of a table: its deployment, and the file with the row."""
    return f"“{unit}” ({row})"


CHECKING_DRAFTS = "Checking whether all of them could be accepted …"
REFUSED_LATER = "These drafts can be imported, but not all be accepted with a grade that counts, such as B2:"
LEAVE_OUT_NOW = (
    "Leave one of these rows out in step 3, or correct the file; or import them and accept the others."
)
WAY_ON = (
    "Undo the import and leave one of these rows out in step 3, or correct the file. Or correct or retract one of "
    "these claims under “Articles and claims”. Then accept the others."
)
"""What to do if the drafts of a table cannot be accepted together."""


def reviewing(source: str) -> str:
    """The recorded reason for accepted drafts of a table, by its name."""
    return f"All drafts of “{source}” were accepted together."


def undoing(reason: str) -> str:
    """The recorded reason for an undone change."""
    return f"Undone: {reason}"


def last_import(title: str, accepted_: int, who: str, day: str, at: str) -> str:
    """The last import or its review, which can be undone: the table, by whom and when."""
    done = f"{unit(accepted_, 'draft')} accepted" if accepted_ else "imported"
    return f"{title}: {done} by {who or 'somebody'} on {day}{f' at {at}' if at else ''}"


def waiting(title: str, number: int) -> str:
    """A table whose drafts wait for review."""
    return f"{title}: {unit(number, 'draft')}"


def candidate(name: str, country: str, kind: str, lat: float, lon: float) -> str:
    """A place that may be meant."""
    return f"{name}, {country}: {kind} at {lat:.2f}, {lon:.2f}"
