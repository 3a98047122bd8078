"""Texts about synchronising a folder and a database, and about backups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

PURPOSE = "Which of the two versions is taken of a row that both have changed."
IN_STEP = "Folder and database hold the same already"
FILLED = {
    "folder": "The folder was empty. It now holds the whole dataset of the database",
    "database": "The database was empty. It now holds the whole dataset of the folder",
}
TAKEN = {
    "folder": "Both sides had changed this row. The folder's version was taken.",
    "database": "Both sides had changed this row. The database's version was taken.",
}
PARTS = {
    "seeds": "the articles (seeds)",
    "basemap": "the base map (basemap)",
    "theatre.toml": "the settings of the region (theatre.toml)",
}
"""What the parts are that a folder may share with the dataset of Eastflank."""
NOT_THERE = "is not there"
NOTHING_WRITTEN = "Nothing was written"
FREE_SPACE = "Free space on the disk, then try again."
CHOOSE = (
    "Make both versions the same on one side and sync again, or take one side's version of all of them with "
    "--prefer folder or --prefer database"
)
BREAK_LAWS = "Each side keeps the laws of the data, but both together do not"
MEND = "Fix it on one side, then sync again"


def taken(to_folder: int, to_database: int) -> str:
    """How many rows and files went where."""
    went = [
        f"{_counted(number)} went to the {side}"
        for number, side in ((to_folder, "folder"), (to_database, "database"))
        if number
    ]
    return " and ".join(went) or IN_STEP


def _counted(number: int) -> str:
    return "1 row or file" if number == 1 else f"{number:,} rows or files"


def at_version(said: str, version: str) -> str:
    """What was done, and the version of the dataset on both sides after it."""
    return f"{said}. Version {version}."


def conflicts(number: int) -> str:
    """The line over the rows that both sides have changed."""
    return "Both sides have changed 1 row:" if number == 1 else f"Both sides have changed {number:,} rows:"


def unequal(
    file: str, key: Sequence[str], folder: Mapping[str, str] | None, database: Mapping[str, str] | None
) -> list[str]:
    """A row that both have changed, with each different cell, one line each."""
    named = f"{file}, {', '.join(key)}" if key else file
    if folder is None or database is None:
        side, other = ("folder", "database") if folder is None else ("database", "folder")
        held = folder or database or {}
        said = "; ".join(f"{column}: {cell}" for column, cell in held.items() if cell)
        return [f"  {named}", f"    in the {side} it {NOT_THERE}", f"    in the {other} it is {said}"]
    lines = [f"  {named}"]
    for column, cell in folder.items():
        if cell != database.get(column, ""):
            lines += [
                f"    {column}, folder:   {cell or 'empty'}",
                f"    {column}, database: {database.get(column, '') or 'empty'}",
            ]
    return lines if len(lines) > 1 else [*lines, "    only the quotation marks around its cells differ"]


def renumbered(ids: Mapping[str, str]) -> str:
    """Which rows of `changes.csv` got another id."""
    pairs = ", ".join(f"{old} is now {new}" for old, new in ids.items())
    return f"Both sides had given the same ids in changes.csv. Of the folder's rows, {pairs}"


def kept(file: str, files: int, size: int) -> str:
    """A backup was written."""
    return f"{file}: {files:,} files, {size:,} bytes, with a checksum of each"


def not_in_the_backup(parts: Sequence[str]) -> str:
    """Names the parts of a dataset that its folder does not have, so that a backup does not hold them."""
    each = [PARTS[part] for part in parts]
    named = " and ".join(filter(None, (", ".join(each[:-1]), each[-1])))
    return (
        f"Not in the backup: {named}. The folder has none of its own and uses what comes with Eastflank. "
        "To have them in the backup, copy them into the folder first."
    )


def not_kept(file: str, why: str, *, full: bool) -> str:
    """A backup cannot be written."""
    remedy = FREE_SPACE if full else "Name another file with -o."
    return f"{file}: {why}. {NOTHING_WRITTEN}. {remedy}"


def not_restored(where: str, why: str, *, full: bool) -> str:
    """A backup cannot be restored, because a folder cannot be written."""
    remedy = FREE_SPACE if full else "Allow writing there, or choose another place."
    return f"{where}: {why}. {NOTHING_WRITTEN}. {remedy}"


def there_already(path: str) -> str:
    """A file or folder that is not overwritten."""
    return f"{path} is there already. {NOTHING_WRITTEN}. Choose another name."


def holds_a_dataset(address: str) -> str:
    """A database that is overwritten only if the user asks for it."""
    return (
        f"{address} holds a dataset already. {NOTHING_WRITTEN}. Make a backup of it, then add --replace to "
        "have this one instead."
    )


def restored(where: str, version: str) -> str:
    """A backup was restored."""
    return f"{where} now holds the dataset of the backup, version {version}"
