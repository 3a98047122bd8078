"""Texts of an import about wholes and their parts, changes of a figure, and units that moved."""

from __future__ import annotations

from collections.abc import Mapping

HOST = "Host"
"""The heading of the column of hosts that stand between the rows. It is one that an import knows."""
ONE_NAME_BEFORE = (
    "Earlier claims have “{name}” in {host}, at the same time or of other nations. This file does not have it there. It is "
    "not certain that it is one unit that moved: in each country it is taken as a unit of its own. Where only one is gone and "
    "only one is new, step 4 asks whether it moved."
)
"""An assumption of the kind “one name”, where no row of the file names the other country."""
_WRITE_HOW_MANY = (
    "Write how many persons are there, such as 1,000, or the lowest and the highest number, such as 800-1,000. "
    "Leave the cell empty if that is not known. What is to come belongs into a row of its own, with its status."
)
_IMPORT_THE_COLUMN = (
    "The column “{column}” is not imported, and tells the two lines apart. If it names their units, import it as the name of "
    "the unit. If both lines are of one unit, keep the one that is right."
)
PROBLEMS: Mapping[str, tuple[str, str]] = {
    "a contradiction, told apart": (
        "Line {line} says something else about the same deployment on the same day: {other}.",
        _IMPORT_THE_COLUMN,
    ),
    "a second time, told apart": ("Line {line} already says the same.", _IMPORT_THE_COLUMN),
    "words in brackets": (
        "“{nation}” is a nation, but “{said}” behind it is not one figure of persons.",
        "Write only the figure, in round brackets, such as “{nation} (180)”. Put other words into a column “Note”.",
    ),
    "a word among nations": (
        "“{name}” is not a nation. The nations before it in the cell are read.",
        "Name the nation, or remove it from the cell. The figure of all together belongs into a column “Total”.",
    ),
    "a change": (
        "This tells of a change or of a sum, not of how many are there.",
        _WRITE_HOW_MANY,
    ),
}
"""As `rows_of_tables.PROBLEMS`, which has them too."""

MARKS: Mapping[str, str] = {
    "a part of a figure": (
        "The cell says “{words}” of the figure. So a part of it may be of another nation, or be counted elsewhere too. "
        "The whole figure is taken as that of the row’s nation, and the words are kept in the note."
    ),
    "a move between files": (
        "An earlier file of the table has “{name}” in {host}, and this file has it here alone. It is taken as one unit that "
        "moved. If it is another unit, give it another name."
    ),
    "a part in another row": (
        "Line {line} has troops of the nation that the words beside this figure name, at the same place or in the same unit. "
        "If they are in this figure, they are counted twice: then leave one of the two out, or write the figure without them."
    ),
    "a part of another row": (
        "Line {line} says “{said}”. If the troops of this row are among them, they are counted twice: then leave one of the two "
        "out, or write the other figure without them."
    ),
    "a host above": "“{value}” stands alone on a line above this row. It is taken as the host of the rows below it.",
    "parts above the whole": (
        "Its parts add up to {added}, more than {whole}. All figures are taken as stated. If one of them is wrong, correct it."
    ),
    "no figure in any column": (
        "The row has no figure in any column, and names no unit and no place. It is taken as deployed, with a number that is "
        "not known. If a dash or an empty cell means that nobody is there, leave the row out."
    ),
    "a moved unit": (
        "An earlier file of the table has “{before}” elsewhere. A person said that it is the same one."
    ),
}
"""As `rows_of_tables.MARKS`, which has them too."""

KINDS: Mapping[str, str] = {
    "a contradiction, told apart": "a contradiction, unless a column that is not imported names the units",
    "a second time, told apart": "a repeated line, unless a column that is not imported names the units",
    "a change": "a change instead of a number",
    "a move between files": "a move to another country, from file to file",
    "a host above": "a host on a line of its own",
    "parts above the whole": "parts that add up to more than the whole",
    "words in brackets": "a nation with a bracket that is no figure",
    "a word among nations": "a word among nations that is none",
    "no figure in any column": "a row without a figure, a unit and a place",
    "a moved unit": "a unit that moved, as a person said",
    "a part in another row": "a figure with troops that another row has too",
    "a part of another row": "troops that the figure of another row has too",
    "a part of a figure": "a figure with a part of another nation, or counted elsewhere",
}
"""As `rows_of_tables.KINDS`, which has them too."""
