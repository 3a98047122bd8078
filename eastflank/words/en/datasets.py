"""English for several datasets: choosing them, laying them over each other, and keeping them."""

from __future__ import annotations

CHOOSER = "Dataset"
CHOOSER_HELP = "Choose several to lay them over each other."
ONE_OF_THEM = "The usual dataset"
INSTEAD = "Or show another dataset:"


def show_it(title: str) -> str:
    """What a button says that shows a dataset."""
    return f"Show {title}"
