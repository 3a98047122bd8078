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


# --- fetched from an address ---
ADDRESS_TO_FETCH = "Or its address"
ADDRESS_HELP = "The page is fetched once, and kept as it was sent. Only public addresses are asked."
FETCH = "Fetch it"
NO_ADDRESS = "It is no address of a page. Copy it from the browser: it begins with https:// or http://."
NAMES_A_USER = "The address holds a user’s name. Give it without one."
ANOTHER_PORT = "The address names a port of its own. Only the usual ports of http and https are asked."
TOO_SLOW = "The page did not come in time. Save it from the browser and give the file."
TOO_MANY_STEPS = "The address leads on again and again. Open it in the browser, and save the page."
PACKED = "The server sends the page packed, which was not asked for. Save it from the browser."


def no_such_host(host: str) -> str:
    """Why nothing is fetched."""
    return f"There is no machine called {host}, or the network cannot be reached."


def private_host(host: str) -> str:
    """Why nothing is fetched."""
    return f"{host} is a machine of a private network. Only public addresses are asked."


def no_answer(host: str, why: str) -> str:
    """Why nothing is fetched."""
    return f"{host} gave no answer that can be read: {why}. Save the page from the browser."


def answered(host: str, status: int) -> str:
    """Why nothing is fetched."""
    return f"{host} answered with {status} instead of the page. Open it in the browser, and save it."


def another_kind(kind: str) -> str:
    """Why nothing is fetched."""
    return f"What is there is of the kind {kind}, and no article. Give the address of its page."


def too_large(megabytes: int) -> str:
    """Why nothing is fetched."""
    return f"What is there has more than {megabytes} MB. Save the article’s text alone."
