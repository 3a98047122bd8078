"""English for what is wrong with a dataset as a whole: its folder, its backups, its database, its changes."""

from __future__ import annotations

from collections.abc import Sequence

# --- the folder ---------------------------------------------------------------------------------------------

NAME_EMPTY = "The name of the folder is empty."


NAME_A_NEW_FOLDER = "Name the folder of a dataset, or one that is not there yet."


def name_a_folder(asked: str) -> str:
    """What to do if a folder is not a dataset's; `asked` is the option or variable that names it."""
    return f"Name the folder of a dataset, or leave {asked} out to see the one that comes with Eastflank."


def names_a_folder_too(folder: str, database: str) -> tuple[str, str]:
    """Says that two variables name a dataset."""
    return f"{folder} names a folder too, and only one can be shown.", f"Leave out {database} or {folder}."


def leads_to_no_folder(name: str) -> str:
    """Says that a link leads nowhere."""
    return f"{name} is a link that leads to no folder."


def no_folder(name: str) -> str:
    """Says that there is no such folder."""
    return f"There is no folder {name}."


def is_no_folder(name: str) -> str:
    """Says that it is something else."""
    return f"{name} is not a folder."


def may_not_be_read(name: str) -> str:
    """Says that the system does not let us read it."""
    return f"The folder {name} may not be read by the user who runs this."


def holds_no_dataset(name: str, file: str) -> str:
    """Says that the description of the tables is not there."""
    return f"The folder {name} holds no dataset: there is no {file} in it."


def cannot_be_opened(name: str, reason: str) -> str:
    """Says that the system does not accept the name."""
    return f"“{name}” cannot be opened: {reason}."


CHANGE_AGAIN_AND_AGAIN = "The files change again and again while they are read."
WAIT_AND_TRY = "Wait until they are written, then try again."
WAIT_AND_READ = "Wait until they are written, then read them again."
NO_PART = ("This is not a name of a dataset's file.", "Remove it.")
PART_MISSING = ("The file is missing.", "Take a whole dataset.")


def is_not_free(root: str) -> tuple[str, str]:
    """Says that the target of files is not empty."""
    return f"Something is in the folder {root} already.", "Name a folder that is not there yet."


# --- backups ------------------------------------------------------------------------------------------------

TAKE_ANOTHER = "Take another backup: this one was damaged, or changed by another program."
NO_ZIP = ("This is not a ZIP file, or it is damaged.", TAKE_ANOTHER)
BACKUP_MISSES = "The file is missing."
OTHER_SUM = "It is not as its checksum says."


def too_large(most: int) -> tuple[str, str]:
    """Says that a backup unpacks to more than so many gigabytes."""
    return f"It would unpack to more than {most} GB.", "Unpack it by hand."


def no_sums(file: str) -> tuple[str, str]:
    """Says that a ZIP is no backup."""
    return f"There is no {file} in it.", "Name a file that `python -m eastflank backup` wrote."


def not_in_sums(file: str) -> str:
    """Says that a file was added."""
    return f"{file} does not name it."


# --- changes of the files -----------------------------------------------------------------------------------

PUT_FILES_BACK = "Put all files back to one state of the record, then remove .applying.json."
IS_A_COPY = (
    "This folder is a copy of a database: a change here would be lost.",
    "Change the record through the database that EASTFLANK_DATABASE names.",
)
MAY_NOT_COMPLETE = (
    "A change of the tables was interrupted, and you may not write here to complete it.",
    "Run `python -m eastflank check` once as a user who may change the folder.",
)
NO_JOURNAL = ("This is not the journal of a change.", PUT_FILES_BACK)
NEITHER_BEFORE_NOR_AFTER = (
    "A change of the tables was interrupted, and this file is neither as before nor as after it.",
    PUT_FILES_BACK,
)
THERE_ALREADY = ("A file of this name is there already.", "Choose another name, or remove it.")
CHANGED_MEANWHILE = ("Somebody else changed the file meanwhile.", "Read it again, then make the change.")

# --- databases ----------------------------------------------------------------------------------------------

NO_PSYCOPG = (
    "PostgreSQL needs the package psycopg, which is not installed.",
    'Install it: python -m pip install "psycopg[binary]"; docs/database.md names the version.',
)
NO_ADDRESS = (
    "This is not the address of a database.",
    "Write postgresql://user:password@server/database or sqlite:///path/of/a/file.db.",
)
DATABASE_EMPTY = (
    "The database holds no dataset.",
    "Fill it: python -m eastflank sync --data FOLDER --database ADDRESS.",
)
NAME_ANOTHER = "Give the column another name."
UNDERSCORE = "A column's name may not begin with an underscore in a database."
OTHER_COLUMNS = (
    "Folder and database do not have the same columns in this table.",
    "Bring both to the newest schema, then sync again.",
)


def refused(said: str, address: str) -> tuple[str, str]:
    """Says that a database reports an error, in its own words."""
    return (
        f"The database does not do what was asked: {said}.",
        f"Look whether {address} is there, runs, and lets you in; then try again.",
    )


def no_database(address: str) -> tuple[str, str]:
    """Says that there is no file of a database."""
    return f"There is no file {address}.", "Fill it with `python -m eastflank sync`."


def long_name(most: int) -> str:
    """Says that a column's name is too long for a database."""
    return f"A name of more than {most} bytes."


def newer_tables(found: str, known: str) -> tuple[str, str]:
    """Says that a newer version has changed the tables of a database."""
    return (
        f"A newer version of Eastflank has changed the tables (step {found}; known: {known}).",
        "Use that version here too.",
    )


# --- edits --------------------------------------------------------------------------------------------------

HALF_A_CHARACTER = ("The cell holds half of a character, which no file can hold.", "Type it again.")
FILE_CHANGED = ("Somebody else changed a file meanwhile.", "Try again.")
RETRACTED_ALREADY = ("The claim is retracted already.", "Leave it as it is.")
NEVER_REMOVED = ("A claim is never removed.", "Retract it.")


def changed_meanwhile(found: str, expected: str, rows: Sequence[str]) -> str:
    """Says that somebody changed the record since it was read; `rows` are those that both have changed."""
    return (
        f"The record is at version {found}, not {expected}: somebody changed it meanwhile. "
        f"Look at what it now says of {', '.join(rows) or 'it'}, then make your change again."
    )


def row_there_already(key: Sequence[str], line: int) -> tuple[str, str]:
    """Says that a new row has another one's key."""
    return (
        f"There is a row “{', '.join(key)}” already, on line {line}.",
        "Choose another id, or replace it.",
    )


def no_row_to_replace(key: Sequence[str]) -> tuple[str, str]:
    """Says that the row to change does not exist."""
    return f"There is no row “{', '.join(key)}”.", "Name one that exists, or insert it."


def no_row_to_remove(key: str) -> tuple[str, str]:
    """Says that the row to remove does not exist."""
    return f"There is no row “{key}”.", "Name one that exists."


def key_stays(key: str) -> tuple[str, str]:
    """Says that a row's key is never changed."""
    return (
        f"The key would become “{key}”: it is never changed.",
        "Leave the key, and insert a row of its own for another thing.",
    )


def no_file_name(name: str) -> tuple[str, str]:
    """Says that an article cannot have this name."""
    return (
        f"“{name}” is not a name for an article's file.",
        "Use letters, digits, hyphens and full stops.",
    )


def others_articles(folder: str) -> tuple[str, str]:
    """Says that a dataset has no articles of its own."""
    return (
        "This dataset takes its articles from the one that comes with Eastflank.",
        f"Copy these into a folder {folder} beside its tables first.",
    )


def article_there_already(file: str) -> tuple[str, str]:
    """Says that an article has another text."""
    return (
        f"There is an article {file} already, with another text.",
        "Choose another name: a held text is never changed.",
    )


def not_editable(tables: Sequence[str]) -> tuple[str, str]:
    """Says that a table cannot be edited; `tables` can."""
    return "This table cannot be edited.", f"Edit one of {', '.join(tables)}."


def no_such_column(columns: Sequence[str]) -> tuple[str, str]:
    """Says that a table has no such column."""
    return "There is no such column.", f"Use one of {', '.join(columns)}."


def came_at_once(number: int) -> str:
    """The journal's text for many rows that were added together."""
    return f"{number:,} rows that came at once."
