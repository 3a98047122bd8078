"""Texts of `python -m eastflank export`."""

from __future__ import annotations

from collections.abc import Iterable

from eastflank.words.en.lists import listed

MARKING_IS_NO_TEXT = "--marking is not text in this terminal's encoding. Type it again."
NUL_IN_NAME = "There is a NUL in the name of the file. Name another with -o."


def formats(names: Iterable[str]) -> str:
    """The formats that can be chosen."""
    return listed(names, last="or")


def view_not_read(reason: object) -> str:
    """Says that a view could not be read, and which part."""
    return f"{reason}\nNothing was written. Correct --view, or leave that part out."


def written(file: object, product: str, title: str) -> str:
    """Says that a file was written."""
    return f"{file}: {product}. {title}."


def template_unusable(reason: object) -> str:
    """Says that a team's own template cannot be used."""
    return f"--template: {reason}\nNothing was written."


def takes_no_template(product: str, formats: Iterable[str]) -> str:
    """Says that a product takes no template, and which do."""
    return f"{product} takes no template. Leave out --template, or choose {listed(formats, last='or')}."


def template_unread(file: object, reason: object) -> str:
    """Says that the file of a template cannot be read."""
    return f"{file}: {reason} Name another with --template."


def no_format(typed: str, formats: Iterable[str]) -> str:
    """Says that there is no such format."""
    return f"“{typed}” is not a format here. Choose {listed(formats, last='or')}."


def no_sizes(product: str) -> str:
    """Says that a product has no size to choose."""
    return f"{product} has no size. Leave out --size."


def no_size(product: str, typed: str, sizes: Iterable[str]) -> str:
    """Says that a product has no such size."""
    return f"{product} has no size “{typed}”. Choose {listed(sizes, last='or')}."


def named_like_another(file: object, product: str, suffix: str, other: str, format_of_other: str) -> str:
    """Says that a file's name has the ending of another format."""
    return (
        f"{file} is named like a file of {other}, but {product} was asked for. "
        f"Name it with {suffix}, or choose --format {format_of_other}."
    )


def is_of_a_dataset(file: object) -> str:
    """Says that the file is a part of a dataset."""
    return (
        f"{file} is a part of a dataset: an export there would destroy the record. Name another file with -o."
    )


def not_written(file: object, reason: object) -> str:
    """Says that a file cannot be written."""
    return f"{file} cannot be written: {reason}. Name another with -o."


def is_a_folder(file: object) -> str:
    """Says that there is a folder in the place of the file."""
    return f"{file} is a folder. Name a file in it."


def no_folder(folder: object) -> str:
    """Says that the file's folder is not there."""
    return f"There is no folder {folder}. Make it, or name another with -o."


def not_replaceable(file: object) -> str:
    """Says that there is something else in the place of the file."""
    return f"{file} is not a file that could be replaced. Name another, or - ."
