"""Texts of an import: what a file is, what is wrong in it, what was assumed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

CORRECT_THE_PLACE = "Correct the name, or give coordinates."
DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}
"""Names of delimiters."""

DATA_PACKAGE = "data package"

# Why a file is not read at all.
TOO_LARGE = "The file has more than {most:,} MB. Split it, or leave out what is not needed."
TOO_LARGE_UNPACKED = "Unpacked, the file has more than {most:,} MB. Save the table alone."
TOO_MANY_ROWS = "The table has more than {most:,} rows, or too many cells. Split it."
TOO_MANY_COLUMNS = "Line {line} has more than {most} columns. Leave out those that are not needed."
SHEET_TOO_LARGE = (
    "A sheet reaches to row {rows:,} and column {columns:,}; at most {most_rows:,} rows and {most_columns} columns "
    "are read. Delete the stray cells far away from the table."
)
EMPTY_FILE = "There is nothing in the file. Save it with its table."
BINARY = "This is no text and no workbook. Save it as CSV or XLSX."
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
LOCKED = "The file is locked with a password. Save it without one."
DAMAGED_ZIP = "The file is damaged: its parts cannot be unpacked. Save it again."
DAMAGED_WORKBOOK = "The {kind} workbook is damaged. Open it in a spreadsheet program and save it again."
ENTITIES = "The file defines entities of its own, which are not followed. Save it again without them."
TOO_DEEP = "Its lists are nested too deeply. Export it again."
NOT_JSON = "It begins like JSON and is none: {why}. Export it again."
NO_FEATURES = "This JSON is no GeoJSON: it has no features. Export it as a FeatureCollection."
NOT_XML = "It begins like KML and cannot be read: {why}. Export it again."
NO_PLACEMARKS = "There are no placemarks in this XML. Export it as KML."
EXPORT = "export of Eastflank"
BROKEN_RECORD = "Its record.json cannot be read. Export the view again."
OTHER_RECORD = "Its record.json is of another version of Eastflank. Export the view again with this one."
STRANGE_COLUMNS = "{sheet} has columns that the record does not know: {columns}. Export the view again."
OTHER_ARTICLE = (
    "Its article {name} is not the text that was quoted: the checksum differs. Export the view again."
)
ORIGINAL_LEFT = "Its text was made of {name} (SHA-256 {sha256}), which the export does not carry."
REASON_OF_EXPORT = "Import of the export {name}."
NO_PACKAGE = (
    "There is no datapackage.json, and no table that is known, in this folder or ZIP. Name one file of it."
)
BROKEN_PACKAGE = "Its datapackage.json cannot be read. Name one of its CSV files."
NOT_IN_PACKAGE = (
    "Its datapackage.json names “{path}”, which is not in it. Add the file, or name one CSV file."
)
NOT_IN_ENCODING = "It begins like {name}, but byte {at:,} (0x{byte:02x}) is not. Save it as UTF-8."
UNCLOSED_QUOTE = "Line {line} begins a text in quotation marks that does not end. Look for a quotation mark too many there."
NO_HEADER = (
    "No row looks like a header: none has two headings. Add a row of headings, such as nation, host, troops."
)
NO_MAPPING = "This is no mapping: it must be JSON with “columns”, a field for each heading."
NO_SUCH_FIELD = "The mapping has “{heading}” as “{field}”, which is no field. The fields are {known}."
NO_SUCH_SHEET = "There is no sheet “{name}”. The sheets are {known}."
WITHOUT_NAMES = "not named"
"""A text for sheets without names."""
NO_ROWS = "There is a header and no row below it."
NO_USE = "No column says where: none is a host, a place or coordinates. Name one with a mapping."

NO_SUCH_ENCODING = "There is no encoding “{name}”. Choose another one."
NO_SUCH_LINE = "There is no line {line} in this table. Choose another line for the headings."

# A person's decision, as recorded with the claim or the place.
MENDED = "Mended by hand: in the table “{heading}” is “{value}”."
PLACE_CHOSEN = "Chosen by hand among several places."
COUNTRY_CHOSEN = "Kept with its country alone, by choice."

# Guesses about a file.
ENCODING_GUESSED = "The encoding was guessed: {name}. If letters look wrong, save the file as UTF-8."

# What was assumed for all rows.
STATUS_ASSUMED = "No column gives a status: what the table lists is taken as deployed."
DAY_ASSUMED = "No column gives a day: what the table lists is taken as of {day}, the day of the table."
NATION_UNKNOWN = "No column gives a nation: figures are taken as those of all nations together."
BY_CONTENT = "“{heading}” is taken for the {field}, by what stands in it."
SORT_ASSUMED = (
    "A row with a nation and a country is a statistic; one with a place or a name is a national deployment. "
    "Rows of several nations under one name and day are contingents of one deployment."
)

PROBLEMS: Mapping[str, tuple[str, str]] = {
    "not a number": ("This is no number of persons.", "Write digits, such as 1,000, or leave it empty if it is not known."),
    "not a whole number": ("There is no part of a person.", "Write a whole number; 1,000 and 1.000 are both a thousand."),
    "less than zero": ("A number of persons is not below 0.", "Remove the minus, or leave it empty."),
    "too many persons": ("This is more than {most:,} persons.", "Look for digits too many, or two figures run together."),
    "a range that falls": ("The range falls from {low:,} to {high:,}.", "Swap the two figures."),
    "a date for a number": ("The cell holds a date, not a number.", "Format the cell as a number."),
    "words for a number": ("The words give no figure.", "Write a figure such as 800-1,000, or leave it empty."),
    "a formula": ("A formula is not a value.", "Save the file with its values instead of formulas."),
    "not a date": ("This is no date.", "Write it as 2016-07-08, 2016-07 or 2016."),
    "a date in two ways": ("The date can be {one} or {other}.", "Write it as {one} or as {other}."),
    "a date out of bounds": ("The date is not between {first} and {last}.", "Correct the year."),
    "a day to come": ("The day is after {day}, the day of the table.", "Correct it, or give a later --date; a plan belongs into a column “from”."),
    "an end before the start": ("It ends before it begins.", "Swap or correct the two dates."),
    "not degrees": ("This is no latitude or longitude.", "Write decimal degrees, such as 59.26."),
    "coordinates elsewhere": ("The coordinates lie in {there}, the host is {host}.", "Correct the coordinates or the host."),
    "coordinates at sea": ("The coordinates lie in no country of the map.", "Correct them, or name the host."),
    "no status": ("This is no status that is known.", "Use one of {known}."),
    "no nation": ("No country has this name.", "Write its English name or its code of three letters."),
    "a nation alike": ("No country has this name.", "Perhaps {alike}? Correct the cell."),
    "a nation in two ways": ("{question}", "Write one of: {choices}."),
    "a state that is gone": ("{mark}", "Write the country of today that is meant."),
    "no sender": ("No nation is named.", "Name the nation that sends, or give the deployment a name."),
    "no whereabouts": ("Neither a host nor a place is named.", "Name the country in which it stands."),
    "more cells than headings": ("There are more cells than headings.", "Look for a delimiter inside a text, and put that text in quotation marks."),
    "hidden characters": ("There are invisible characters.", "Type the cell again."),
    "markup": ("There is markup in the cell.", "Write plain text."),
    "too long": ("The cell has more than {most:,} characters.", "Shorten it; what is more belongs into a document."),
    "an ambiguous place": ("Several places bear this name: {choices}.", "Name the country or the region, or give coordinates."),
    "a place elsewhere": ("No place of this name is known in {host}. Elsewhere: {choices}.", "Correct the host or the name, or give coordinates."),
    "no place": ("No place of this name is known.", "{alike}"),
    "off the map": ("{country} is not on the base map of this dataset.", "Correct the country, or choose a dataset that shows it."),
    "no capital": ("{country} is not among the nations of this dataset, and its capital is not known.", "Add a row to nations.csv."),
    "a second time": ("The same stands already in line {line}.", "Remove one of the two lines."),
    "a contradiction": ("Line {line} says something else of the same deployment and day: {other}.", "Keep the one that is right."),
    "another row": ("The dataset has this row with something else in {columns}.", "Keep the one of the dataset, or change it there."),
    "no such kind": ("The dataset has no kind of deployment for this.", "Name one of {known} in a column “kind”."),
}  # fmt: skip
"""By kind: why a value cannot be taken, and what to do."""

MARKS: Mapping[str, str] = {
    "zero": "0 is taken as stated: nobody is there. If it means not known, leave the cell empty.",
    "several nations": "The figure is that of the nations together; none of it is given to one of them.",
    "a year in a date cell": "The cell is a year that is formatted as a date: {value}.",
    "a date as a number": "The number is Excel's for the day {value}.",
    "from the row above": "The cell is empty; “{value}” is taken from the row above.",
    "one coordinate": "One of the two coordinates is missing; the place is looked up by name.",
    "no coordinates": "0, 0 is no place of a deployment; the place is looked up by name.",
    "equal coordinates": "Latitude and longitude are the same number; the place is looked up by name.",
    "swapped coordinates": "Latitude and longitude were swapped; the other way round they lie in the host.",
    "a centre": "The coordinates are the middle of the country, not a base; the place is looked up by name.",
    "a host by coordinates": "No host is named; the coordinates lie in {value}.",
    "a start to come": "It begins after the day of the table: taken as decided, not as deployed.",
    "a plan": "“{value}” does not say how firm it is; it is taken as {status}.",
    "at home": "The nation and the host are the same: these are troops at home.",
    "a place near": "{value}",
    "several places": "The cell names several places. The figure is that of all of them together, in the country alone.",
    "no point": "“{value}” is no single place: it is kept with its country alone.",
    "a host by place": "No host is named; {place} lies in {country}.",
    "no place found": "No place of this name is known in {host}; it is kept with its country alone.",
}  # fmt: skip
"""By kind: what was assumed, as a sentence."""

ROWS, PLACES = "rows read", "places looked up"
"""The subjects of progress messages."""

WITH_PROBLEM, PROPOSAL = "not imported", "proposal"
LOOK_AND_ACCEPT = "Look at it, then accept it or leave it out."
LIST_OF_PROBLEMS = ("What became of it", "Sheet", "Line", "Column", "Value", "Why", "What to do")

TROOPS_IN = "{nation} troops in {host}"
TROOPS_AT = "{nation} troops at {place}"
ALL_TROOPS_IN = "All allied troops in {host}"
ALL_TROOPS_AT = "Allied troops at {place}"
TITLE_OF_TABLE = "[Table {name}]"
PUBLISHER = "Own table"
NOT_GRADED = "Nobody has graded it yet: F and 6 stand for “cannot be judged”."
NOTE_OF_SOURCE = "Imported from the table {name}, SHA-256 {sha256}. " + NOT_GRADED
NOTE_OF_DEPLOYMENT = "From the table {name}."
NOTE_OF_STATISTIC = "From the table {name}. A statistic, shown with its date, never added to units."
CITATION = "{name}{sheet}, row {line}"
SHEET = ", sheet {sheet}"
IN_THE_EXPORT = {
    "contingents": "Contingents in the table: {said}.",
    "planned": "Planned, in the table: {said}.",
    "meant_for": "Meant for, in the table: {said}.",
}
KINDS: Mapping[str, str] = {kind: kind for kind in (*PROBLEMS, *MARKS)}
"""Names of kinds of problems and assumptions."""
REASON = "Import of the table {name}."
RETRACTED = "The table {name} has another value: {claim}."
ASSUMED = "Assumed: {said}"


def unit(number: int, one: str, several: str = "") -> str:
    """A count with its noun."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def other_sheets(names: Sequence[str]) -> str:
    """Says that a file has more sheets than the one that is read."""
    return f"The file has {unit(len(names), 'sheet')} more: {', '.join(names)[:200]}. Choose another one in the first step, or in a terminal with --sheet."


def returned(number: int) -> str:
    """Says that rows are imported again whose claims were retracted."""
    if number == 1:
        return "One of them was brought before and retracted. It comes again as a new draft."
    return f"{number:,} of them were brought before and retracted. They come again as new drafts."


def text_table(encoding: str, delimiter: str) -> str:
    """The description of a text file with a table."""
    return f"CSV, {encoding}, delimiter {DELIMITERS.get(delimiter, delimiter)}"


def perhaps(names: Sequence[str]) -> str:
    """Names of places that are similar to an unknown one."""
    return f"Perhaps {', '.join(names)}?"


def found_as(name: str, country: str, kind: str) -> str:
    """The place that an uncertain name is assumed to mean; `country` by code."""
    return f"Found as {name}, {country} ({kind})."


def place_at(name: str, country: str, lat: float, lon: float) -> str:
    """A place that may be meant; `country` by code, empty if it is in none."""
    return f"{name}, {country or 'no country'} ({lat:.2f}, {lon:.2f})"


def places_to_choose(places: Sequence[str], more: int) -> str:
    """Places that may be meant, and how many more there are."""
    return "; ".join(places) + (f" and {more} more" if more > 0 else "")


def coordinates_of(table: str) -> str:
    """The origin of a place's coordinates: a table."""
    return f"Coordinates of the table {table}."


def of_geonames(identifier: str) -> str:
    """The origin of a place's coordinates: GeoNames, with its licence."""
    return f"GeoNames {identifier} (CC BY 4.0)."


def footnote_mark(mark: str) -> str:
    """A footnote mark at a figure."""
    return f"Mark at the figure: {mark}"


def unknown_kind(kind: str) -> str:
    """A row's kind of formation, if the dataset does not have it."""
    return f"Type: {kind}."


def source_in_table(source: str) -> str:
    """What a row names as its source."""
    return f"Source in the table: {source}"


def together(names: Iterable[str]) -> str:
    """Nations in the name of a deployment. A later table finds the deployment by it, so it stays as it is."""
    return " and ".join(names)
