"""Texts of the page *Add data*, and about who may change the record."""

from __future__ import annotations

TITLE = "Add data"
NOT_ALLOWED = "You can read this record, but not change it."
HOW_TO_BE_ALLOWED = (
    "To add sources and claims on this machine, stop the dashboard and start it again with "
    "EASTFLANK_EDIT=1 in its environment:"
)
COMMAND = "EASTFLANK_EDIT=1 make run"
REOPEN = "Then open this page again. Every change is written into the tables of the folder, with its reason."
DATASET = "Dataset that is changed"
SECTION = "What to add"
SECTIONS = {"articles": "Articles and claims", "table": "A table", "datasets": "Datasets"}
"""The sections of the page, by their names in its address."""
ONE_DATASET = (
    "Several datasets are shown together. Choose one of them on the map: sources and claims are added "
    "to one dataset at a time."
)
SOURCE = "Source"
NO_SOURCES = "This record holds no article yet. Add the first one."
INFERRED = "No source: claims that were inferred from others"
ABOUT_INFERRED = (
    "A claim without a source is a curator’s own inference: it names the claims that it rests on, the day "
    "and the reason, and is shown as judged, never as somebody’s words."
)
CITED_ONLY = "cited only"
ONLY_CITED = (
    "No text of this source is held, so its claims carry no quote: each says where in the source it stands."
)


def roles_unread(variable: str, why: str) -> str:
    """A file of roles that cannot be read."""
    return f"The file that {variable} names cannot be read ({why}). Until it can, nobody may change anything."


def no_role(email: str, known: str) -> str:
    """A role that does not exist."""
    return f"The role of {email} must be one of {known}. Until it is, nobody may change anything."
