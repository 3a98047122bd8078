"""What the page and the terminal say of an article that comes in: its files, its guesses, its versions."""

from __future__ import annotations

QUOTE_GONE = "The corrected text does not have its quote."
QUOTE_TWICE = "Its quote stands in several places of the corrected text, and none is the old one."
NOT_MOVED = "The corrected text has its quote, but the claim was not moved to it."


def field_gone(field: str, said: str) -> str:
    """Why a claim whose quote stands cannot follow it."""
    return f"The corrected text does not have the words “{said}”, on which its field {field} stands."


FETCHED_ADDRESS = "the address from which it was fetched"
FIRST_LINE = "the first line of the text"
FIRST_LINES = "the first lines of the text"
COMMON_WORDS = "the commonest words of the text"
ANOTHER_PUBLISHER = "the page and the text, which name two publishers"


def of_agency(said: str) -> str:
    """From where the agency of a text is guessed."""
    return f"“{said}” in the text"


def made_on(mark: str) -> str:
    """From where the day of a file without another day is guessed."""
    return f"{mark}, the day on which the file was made"


def guessed(where: str) -> str:
    """What stands under a field that was guessed."""
    return f"Guessed from {where}. Correct it if it is wrong."
