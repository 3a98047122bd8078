"""English for fonts: unusable parts of a folder of fonts, and letters that no font draws."""

from __future__ import annotations

from collections.abc import Sequence

from eastflank.words.en.figures import counted
from eastflank.words.en.lists import listed

_MOST_LETTERS, _MOST_TEXTS = 8, 3


def no_folder(switch: str, folder: str) -> str:
    """Says that the folder is not there; `switch` is the variable that names it."""
    return f"{switch}: there is no folder {folder}."


def cannot_be_opened(switch: str, folder: str, reason: str | None) -> str:
    """Says that the folder cannot be opened."""
    return f"{switch}: {folder} cannot be opened: {reason}."


def no_font(switch: str, folder: str) -> str:
    """Says that the folder holds no font."""
    return f"{switch}: {folder} holds no .ttf, .otf or .ttc file."


def cannot_be_read(switch: str, file: str, reason: str | None) -> str:
    """Says that a file cannot be read."""
    return f"{switch}: {file} cannot be read: {reason}."


def is_no_font(switch: str, file: str) -> str:
    """Says that a file is not a font."""
    return f"{switch}: {file} is not a font. Take it out, or replace it."


def has_no_name(switch: str, file: str) -> str:
    """Says that a font has no name."""
    return f"{switch}: {file} has no usable name. Remove it."


def not_drawn(letters: Sequence[str], texts: Sequence[str], product: str, switch: str) -> str:
    """Says that no font here has these letters, in these texts; what to do."""
    return (
        f"No font here has {_letters(letters, texts)}. In the {product}, boxes show where. To have them "
        f"drawn, put a font with these letters into a folder, name it in {switch}, and start again."
    )


def cannot_be_drawn(letters: Sequence[str], texts: Sequence[str], product: str) -> str:
    """Says that no font can draw these characters."""
    return (
        f"No font can draw {_letters(letters, texts)}. In the {product}, boxes show where. Take these "
        "characters out of the text."
    )


def _letters(letters: Sequence[str], texts: Sequence[str]) -> str:
    quoted = [f"“{text}”" for text in texts]
    return f"{_some(letters, _MOST_LETTERS, 'other')}, in {_some(quoted, _MOST_TEXTS, 'other text')}"


def _some(names: Sequence[str], most: int, rest: str) -> str:
    more = len(names) - most
    return listed([*names[:most], counted(more, rest)] if more > 0 else names)
