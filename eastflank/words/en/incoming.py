"""What the page and the terminal say of an article that comes in: its files, its guesses, its versions."""

from __future__ import annotations

QUOTE_GONE = "The corrected text does not have its quote."
QUOTE_TWICE = "Its quote stands in several places of the corrected text, and none is the old one."
NOT_MOVED = "The corrected text has its quote, but the claim was not moved to it."


def field_gone(field: str, said: str) -> str:
    """Why a claim whose quote stands cannot follow it."""
    return f"The corrected text does not have the words “{said}”, on which its field {field} stands."
