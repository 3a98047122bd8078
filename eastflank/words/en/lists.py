"""Lists, names of nations, and quotations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_WITH_ARTICLE = (
    "United ",
    "Netherlands",
    "Philippines",
    "Bahamas",
    "Gambia",
    "Maldives",
    "Seychelles",
    "Comoros",
)
"""Beginnings of names of countries that need “the” inside a sentence."""


def unit(number: int, one: str, several: str = "") -> str:
    """A count with its noun."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def quotation(text: str) -> str:
    """A source’s words in quotation marks."""
    return text.join(quotation_marks(text))


def quotation_marks(text: str) -> tuple[str, str]:
    """The marks around a source’s words: single where these hold double ones, as printers nest them."""
    return ("‘", "’") if any(mark in text for mark in '“”"') else ("“", "”")


def either(things: Iterable[str]) -> str:
    """The items as a choice: “a, b or c”. Empty for none."""
    return listed(things, "or")


def listed(things: Iterable[str], last: str = "and") -> str:
    """The items as a list: “a, b and c”. Empty for none."""
    *rest, final = [*things] or [""]
    return f"{', '.join(rest)} {last} {final}" if rest else final


def capitalised(text: str) -> str:
    """`text` with its first letter in upper case and the rest untouched."""
    return text[:1].upper() + text[1:]


def nations(codes: Iterable[str], names: Mapping[str, str], last: str = "and") -> str:
    """The nations of a set, by name; a code without a name is shown itself."""
    return listed(sorted(names.get(code, code) for code in codes), last)


def either_nation(codes: Iterable[str], names: Mapping[str, str]) -> str:
    """The nations of a set as a choice, by name: “Canada or Spain”."""
    return nations(codes, names, "or")


def countries(codes: Iterable[str], names: Mapping[str, str], last: str = "and") -> str:
    """The nations of a set inside a sentence: “Canada and the United States”."""
    named = sorted(names.get(code, code) for code in codes)
    return listed([f"the {name}" if name.startswith(_WITH_ARTICLE) else name for name in named], last)


def publisher_via(publisher: str, via: str | None) -> str:
    """A source's publisher, with the one through whom it came: “Agency via Newspaper”."""
    return f"{publisher} via {via}" if via else publisher
