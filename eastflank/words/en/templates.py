"""English for a team's own template that cannot be used: why, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from eastflank.words.en.lists import listed

_NAMES = {"pptx": "PowerPoint presentation", "docx": "Word document"}
TOO_LARGE_INSIDE = "The template would become far too large when it is opened. Choose another file."
FETCHES = (
    "The template fetches something from outside (a linked picture, file or template). "
    "Put it into the file (File, Info, Edit Links to Files), and save it."
)


def damaged(kind: str) -> str:
    """Says that it cannot be read; `kind` is `pptx` or `docx`."""
    return (
        f"The template cannot be read as a {_NAMES[kind]}: it is damaged. Open it, save it again as "
        f".{kind}, and choose that file."
    )


def too_large(most: int) -> str:
    """Says that it is larger than so many megabytes."""
    return f"The template is larger than {most} MB. Take its slides and large pictures out."


def is_none(kind: str) -> str:
    """Says that it is something else."""
    return f"The template is not a {_NAMES[kind]} (.{kind})."


def is_none_or_locked(kind: str) -> str:
    """Says that it is something else, or has a password."""
    return f"The template is not a {_NAMES[kind]} (.{kind}), or it has a password."


def holds_macros(kind: str) -> str:
    """Says that it holds programs."""
    return f"The template holds macros. Save it as .{kind}, which has none."


def of_another_kind(kind: str) -> str:
    """Says that it is saved as a template, which is a file of another kind."""
    return f"The file is a template of another kind. Open it, save it as .{kind}, and choose that."


def no_styles(names: Sequence[str]) -> str:
    """Says that a document lacks styles."""
    named = listed(f"“{name}”" for name in names)
    return (
        f"The template has no style {named}. Use each of them once in the document (Home, Styles; for "
        "“Table Grid” insert a table), take the text out again, and save it."
    )
