"""Texts of the export menu, as whole sentences."""

from __future__ import annotations

from collections.abc import Iterable

from eastflank.words.en.figures import counted
from eastflank.words.en.lists import capitalised, listed

EXPORT = "Export"
MARKING = "Marking"
MARKING_EXAMPLE = "How it may be handled, such as: for training only"
MARKING_HELP = "Shown exactly as typed on all exports, and above and below the briefing view"
PRINT = "Print"
PRINT_HELP = "The view as a document, in the browser’s print dialog (Ctrl+P)"
WRITING_DOCUMENT = "Writing the document …"
FORMAT, CHOOSE_FORMAT = "Format", "Choose a format"
SIZE = "Size"
TEMPLATE = "Your own template"
HOLDS_NONE = "No deployment fits this view. Exports say so, and hold none."
TRY_AGAIN = "Try again"

PICTURE_BEHIND = "The picture that it is made from."
NO_FEATURE = "It has no feature."


def formats(names: Iterable[str]) -> str:
    """What can be exported, before a format is chosen."""
    return f"This view as {listed(names, last='or')}."


def holds(what: str) -> str:
    """The contents of a product, as a sentence."""
    return f"{capitalised(what)}."


def template_help(suffix: str) -> str:
    """What a file of a team's own does: `suffix` is “.pptx” or “.docx”."""
    return f"A {suffix} whose master or styles, fonts and colours are used. It is not kept."


def without_template(reason: str) -> str:
    """Why a template cannot be used, and what to do."""
    return f"{reason} Remove the file above to continue without a template."


def writing(product: str) -> str:
    """Says that a product is being written."""
    return f"Writing the {product} …"


def not_written(product: str, error: str) -> str:
    """Says that a product could not be written; `error` is what its log names."""
    return (
        f"The {product} could not be written ({error}). The view is as it was: "
        "choose another format or size, or tell the person who runs this dashboard; the reason is in its log."
    )


def download(size: str) -> str:
    """The button that gives the file: “Download · 530 KB”."""
    return f"Download · {size}"


def too_many_files(most: int, seconds: int) -> str:
    """Why no file is written now, and when the next can be: `most` a minute, the next in `seconds`."""
    after = "1 second" if seconds == 1 else f"{seconds} seconds"
    return (
        f"This page has had {most} files within a minute, the most that one reader may have, "
        f"so that the others need not wait. The next can be written in {after}."
    )


def rows_shown(shown: int, deployments: int) -> str:
    """How many rows a preview shows: “Five rows of nine deployments.”."""
    return f"{capitalised(counted(shown, 'row'))} of {counted(deployments, 'deployment')}."


def beside_memo(names: Iterable[str]) -> str:
    """The contents of an archive besides the memo that is shown."""
    return f"Its memo. Beside it: {listed(names)}."


def first_of(features: int) -> str:
    """Says that one of so many features is shown."""
    return f"The first of {counted(features, 'feature')}."
