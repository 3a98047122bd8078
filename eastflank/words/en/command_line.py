"""Texts of the command line: its verbs, their options, and messages that any command may print."""

from __future__ import annotations

DESCRIPTION = "Troop deployments, claim by claim."
VERBS = {
    "check": "check the laws of the data and print every finding",
    "show": "print what a view holds: title, deployments, totals, quotes, what is not drawn",
    "export": "write a view as a file for a briefing: a table, a picture, a slide, a map",
    "corrections": "list what was corrected in the record since a link or an exported file was made",
    "read": "propose the claims that articles may make, each field on its own words",
    "intake": "report what the rules that read articles get wrong, from people's decisions on their proposals",
    "sync": "synchronise a folder and a database, in both directions",
    "backup": "write the whole dataset into one ZIP file, with the checksum of each file",
    "restore": "restore the dataset of a backup into a folder or a database",
    "import": "import your own table into a dataset as drafts, and report what is wrong with it",
    "geocode": "rank the places that a name may mean, and keep one of them",
}
"""The verbs, each with what it does, in the order in which they are listed."""

VIEW = "a view as a link has it: a whole copied address, or a query such as nation=CAN&asof=2016-06-14"
JSON = "print JSON instead of text"
ARTICLES = "files: TXT, HTML, EML, DOCX or PDF, in English"
ARTICLE_DATE = "the day of the articles, such as 2016-06-14 (default: the day that each states itself)"
RULES_ALONE = "read by the rules alone, without the second opinion: faster, and finds less"
READ_TO = "add the proposals to the dataset in this folder as drafts, which do not count before a review"
ABOUT = "with --to and one article: which deployment a proposal is about, by its number"
WHO = "with --to: who adds them (default: curator)"
PLACE_NAMES = "the tables with names of places"
BACKUP_OUTPUT = "where to write it (default: backup-DAY.zip, here)"
BACKUP = "a file that `backup` wrote"
RESTORE_FOLDER = "a folder that is not there yet, or is empty"
RESTORE_DATABASE = "such as postgresql://user:password@server/database"
REPLACE = "for a database: replace the dataset that it holds"
MADE = "a file that was exported from a view, or a link to a view"
OUTPUT = "where to write it (default: a name that says what and when, here; - for standard output)"
SIZE = "of a picture, such as 1920x1080"
MARKING = "a handling line that the product carries as typed"
TEMPLATE = "a .pptx or .docx of your own, whose master or styles the slides or the memo take"
PLACE = "what the source calls the place, such as Tapa"
COUNTRY = "the country it should be in, such as EST"
PLACE_ID = "its id there (default: from its name)"
TABLE = "CSV, TSV, XLSX, XLS, ODS, GeoJSON, KML, a data package (folder, ZIP), or - for a pasted table"
IMPORT_TO = "the dataset's folder; where there is none, a new one is made"
DRY_RUN = "show all four steps and change nothing"
SHEET = "the sheet (default: the one with most known headings)"
MAPPING = "what the columns are, as JSON; where there is none, what was recognised is written there"
NOT_A_DAY = "“{given}” is not a day. Write the year first, such as 2016-06-14."
TABLE_DATE = "the day of the table (default: today)"
WITHOUT = (
    "lines of the file that are left out, such as 4,7-9: the other rows are read as if these were not there"
)
ACCEPT_PROPOSALS = "also import rows for which something was assumed"
SAME_TABLE = "the earlier table of this name is the same one, although it had other columns"
RENAMED = "this unit of the file, by its id in step 4, is one of the dataset under a new name; may be given several times"
AFRESH = "use no choice that was made about an earlier file of this table"
GONE = (
    "what the rows of an earlier file mean that this one has not: ended (the units had left by the day of the table), "
    "kept (their claims stay) or retracted (they should never have been in the table); kept, if nothing is said"
)
RETRACT_GONE = "the same as --gone retracted"
PROBLEMS = "write everything that is wrong, or was assumed, as CSV"
REPORT = "print how many proposals were accepted, corrected and refused, and which fields were wrong"
SINCE = "also print what changed after this day, such as 2016-06-14 (or since= in the query)"
DATASET_FOLDER = "the folder of the dataset"

BROKEN_OFF = "Broken off."
NO_MEMORY = "There is not enough memory. Free some, or ask for less."
CLOSED = "It is closed"
"""Why nothing can be written to standard output, if the system gives no reason."""


def data(variable: str, *, several: bool) -> str:
    """The option that says which dataset; `several`: it may be given several times."""
    more = "; given several times, the datasets are shown together" if several else ""
    return (
        f"the folder of the dataset (default: what {variable} names, or else the one that comes with "
        f"Eastflank){more}"
    )


def accept(table: str) -> str:
    """The option that keeps a place."""
    return f"keep the place of that number in {table}"


def database(variable: str) -> str:
    """The option that says which database."""
    return (
        "postgresql://user:password@server/database or sqlite:///path/of/a/file.db "
        f"(default: what {variable} names)"
    )


def name_a_database(variable: str) -> str:
    """Says that no database was named."""
    return f"Name a database with --database or {variable}."


def output_lost(reason: str) -> str:
    """Says that what a command prints cannot be written."""
    return f"The output cannot be written: {reason}. What was printed is incomplete."


def most_datasets(most: int) -> str:
    """Why so many datasets cannot be shown at once."""
    return f"At most {most} datasets can be shown together."


NAME_FEWER = "Name fewer of them."


def findings(number: int, options: str) -> str:
    """How many findings the data has, and the command that lists them; `options` says which data."""
    noun = "finding" if number == 1 else "findings"
    return f"{number:,} {noun} in the data; see: python -m eastflank check{options}"
