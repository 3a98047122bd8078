"""English for several datasets: choosing them, showing them together, and managing them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eastflank.words.en.figures import counted
from eastflank.words.en.links import excerpt
from eastflank.words.en.lists import listed

CHOOSER = "Dataset"
CHOOSER_HELP = "Choose several to show them together."
ONE_OF_THEM = "The default dataset"
INSTEAD = "Or show another dataset:"


def show_it(title: str) -> str:
    """The label of a button that shows a dataset."""
    return f"Show {title}"


# --- the section of the page Add data --------------------------------------------------------------------

HEADING = "Datasets"
ABOUT = (
    "Each dataset is a folder of tables and articles of its own. On the map you choose which are shown; "
    "several can be shown together, and each stays separate."
)
COLUMNS = ("Title", "Name in links", "Holds", "")
CHOSEN = "With this dataset"
COPY = "Copy"
DOWNLOAD = "Download as ZIP"
REMOVE = "Remove"
USUAL_STAYS = "The default dataset of this server stays."
TITLE = "Title of a new dataset"
NEW_TITLE = "New dataset"
NEW = "New empty dataset"
OPEN_ZIP = "Open a ZIP file"
OPEN_FOLDER = "Open a folder"
ON_THE_MAP = "Show on the map"
CANNOT_BE_READ = "It cannot be shown. Each line names the file, the row and the column, and what to do."
NOT_A_DATASET = "It was not opened, and nothing was changed. Each line says what is wrong and what to do."


def made(title: str, name: str) -> str:
    """Says that a dataset was made."""
    return f"“{title}” is there. What you add now goes into it. Its name in links is {name}."


def opened(title: str, name: str) -> str:
    """Says that a dataset was opened."""
    return f"“{title}” is opened. What you add now goes into it. Its name in links is {name}."


def removed(title: str) -> str:
    """Says that a dataset was removed."""
    return f"“{title}” is removed."


def undo_made(title: str) -> str:
    """The label of the button that undoes making or opening a dataset."""
    return f"Undo: remove “{title}” again"


def undo_removed(title: str) -> str:
    """The label of the button that undoes removing a dataset."""
    return f"Undo: bring “{title}” back"


def brought_back(title: str) -> str:
    """Says that a removed dataset was restored."""
    return f"“{title}” is back."


def broken(number: int) -> str:
    """Says that a dataset cannot be read, for so many reasons."""
    return f"cannot be read: {counted(number, 'error')}"


def left_out(names: Sequence[str]) -> str:
    """Which files of an opened dataset were left out."""
    shown = [excerpt(name) for name in names[:3]]
    more = [f"{len(names) - 3:,} more"] if len(names) > len(shown) else []
    return f"Left out, since it does not belong in a dataset: {listed([*shown, *more])}."


# --- several, shown together -----------------------------------------------------------------------------

FILTER = "Of the datasets"
COLUMN = "Dataset"
WHERE_FROM = "Where the data comes from"
COLUMN_OF_ALL = "Datasets"
COLUMN_MEANS = "Which of the datasets that are shown together it is from."


def in_several(number: int) -> str:
    """After a count: “in two datasets”."""
    return f"in {counted(number, 'dataset')}"


def of_one(title: str) -> str:
    """After a count, the dataset: “ in Mine”; empty if there is only one."""
    return f" in {title}" if title else ""


def held_by(title: str, held: str) -> str:
    """What the view shows of one of several datasets: “in Mine: eleven units; one group”."""
    return f"in {title}: {held}"


def is_of(title: str) -> str:
    """The dataset of a mark."""
    return f"Dataset: {title}"


def alone(titles: Sequence[str]) -> str:
    """The dataset filter in words: “in the dataset Mine alone”."""
    return f"in the dataset{'s' * (len(titles) > 1)} {listed(titles, 'or')} alone"


def key(pairs: Iterable[tuple[str, str]]) -> str:
    """The meaning of the letters, and what a reader must know about several datasets."""
    named = listed([f"{letter} is {title}" for letter, title in pairs])
    return f"datasets: {named}; a unit that is in several is counted in each dataset"


# --- uploaded files -----------------------------------------------------------------------------------

NO_ZIP = "This is not a ZIP file, or it is damaged. Pack the folder of the dataset again."
ENCRYPTED = "The ZIP file is protected with a password. Pack the folder again without one."
NO_DESCRIPTION = (
    "There is no datapackage.json in it, so it is not a dataset. "
    "Choose the ZIP file that “Download as ZIP” made, or the folder of a dataset."
)
SEVERAL_DATASETS = "It holds several datasets. Open one at a time."


def zip_too_large(most: int) -> str:
    """Why a ZIP file is not opened."""
    return f"The ZIP file is larger than {_megabytes(most)}. Leave out large articles."


def unpacks_too_large(most: int) -> str:
    """Why files are not unpacked."""
    return f"The files together are larger than {_megabytes(most)}. Leave out large articles."


def too_many_files(number: int, most: int) -> str:
    """Why so many files are not unpacked."""
    return f"It holds {number:,} files. A dataset may have at most {most:,}."


def is_a_link(name: str) -> str:
    """Why a file is not unpacked that is a link, a pipe or a device."""
    return f"{excerpt(name)} is a link, not a file. Pack the folder again with the files themselves."


def is_there_twice(name: str) -> str:
    """Why files are not unpacked if two have the same path."""
    return f"{excerpt(name)} is in it twice. Pack the folder again."


def leads_out(name: str) -> str:
    """Why a file is not unpacked if its path leads elsewhere."""
    return f"{excerpt(name)} would lie outside of the dataset's folder. Pack the folder again."


def no_name(typed: str) -> str:
    """Why a dataset cannot have this name."""
    return f"“{excerpt(typed)}” has no letter or digit for a name. Type another one."


def gone(name: str) -> str:
    """Says that a dataset is not there any more."""
    return f"There is no dataset “{excerpt(name)}” any more."


def not_written(reason: str) -> str:
    """Says that the disk could not be written."""
    return f"It could not be written: {reason}. Nothing was changed."


def copy_title(title: str) -> str:
    """The title of a copy."""
    return f"Copy of {title}"


def _megabytes(most: int) -> str:
    return f"{most // (1024 * 1024):,} MB"


def claims_held(counting: int, drafts: int, retracted: int) -> str:
    """What a dataset holds: “four claims; two drafts; one retracted claim”."""
    parts = [counted(counting, "claim")]
    if drafts:
        parts.append(counted(drafts, "draft"))
    if retracted:
        parts.append(counted(retracted, "retracted claim"))
    return "; ".join(parts)
