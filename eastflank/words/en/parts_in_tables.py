"""Texts of an import about wholes and their parts, changes of a figure, and units that moved."""

from __future__ import annotations

from collections.abc import Mapping

_WRITE_HOW_MANY = (
    "Write how many persons are there, such as 1,000, or the lowest and the highest number, such as 800-1,000. "
    "Leave the cell empty if that is not known. What is to come belongs into a row of its own, with its status."
)
PROBLEMS: Mapping[str, tuple[str, str]] = {
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
    "a moved unit": (
        "An earlier file of the table has “{before}” elsewhere. A person said that it is the same one."
    ),
}
"""As `rows_of_tables.MARKS`, which has them too."""

KINDS: Mapping[str, str] = {
    "a change": "a change instead of a number",
    "a move between files": "a move to another country, from file to file",
    "a moved unit": "a unit that moved, as a person said",
    "a part of a figure": "a figure with a part of another nation, or counted elsewhere",
}
"""As `rows_of_tables.KINDS`, which has them too."""
