"""Texts of every page of the dashboard: its links, and the messages if there is nothing to show."""

from __future__ import annotations

from eastflank.words.en.figures import counted

MAP, SOURCES, ADD_DATA, METHOD = "Map", "Sources", "Add data", "Method"
"""The links to the pages."""

LOADING = "Eastflank is loading …"

NOTHING_YET = "Nothing to show yet"
DATA_CANNOT_BE_READ = "The data cannot be read"
NOTHING_WAS_CHANGED = (
    "Nothing was changed. Each line below names the file, the row and the column, and what to do."
)
MEND_IT = "Fix the file and reload this page, or put back the last version that worked (`git restore data`)."
RELOAD = "Reload"
CHOOSE_ANOTHER_DATASET = "Choose another one."

FINDINGS = "Findings in the data"
FINDINGS_WAIT = "This is a large record, and it is still being checked. Come back in a minute or two."
FINDINGS_MEAN = (
    "The map is drawn with them. Each line names the file, the row and the column, and what to do."
)
FILE, ROW, COLUMN, PROBLEM, REMEDY = "File", "Row", "Column", "What is wrong", "What to do"
"""The headings of the list of findings."""

NO_SUCH_SCRIPT = "There is no such script. Reload the page."
NOTHING_CHANGES_HERE = "Nobody can change the record through this server."
"""The answer to a request for the record's version, which no page of such a server makes."""


def findings(number: int) -> str:
    """The link to the list of findings: “two findings in the data: see the list”."""
    return f"{counted(number, 'finding')} in the data: see the list"
