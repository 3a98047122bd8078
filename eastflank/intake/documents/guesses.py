"""Guesses about the source from a file and its text, each with the place that it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from eastflank.intake.article.datelines import own_day
from eastflank.intake.article.folding import folded
from eastflank.intake.article.language import reads_like_english
from eastflank.intake.documents.document import Document
from eastflank.words.chosen import incoming as words

_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_ADDRESS = re.compile(r"https?://[^\s/?#@]+(?:[/?#]\S*)?")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}|[0-9]{3}))?(?:[-_.].*)?")
_AGENCIES = {
    **{one: one for one in ("Reuters", "AP", "AFP", "dpa", "PAP", "BNS", "LETA", "ANSA", "EFE", "TASS")},
    "AA": "Anadolu Agency",
    "Associated Press": "AP",
    "The Associated Press": "AP",
}  # fmt: skip
_NAMES = "|".join(map(re.escape, _AGENCIES))
_BY_AGENCY = re.compile(
    rf"\(({_NAMES})\)\s*[-–—]|^\s*By ((?:The )?Associated Press|Reuters|AFP)\s*$",
    re.MULTILINE,
)
_HEAD = 800
"""How many characters at the beginning of a text are searched for an agency's name."""
_LONGEST_TITLE = 200
_FEWEST_WORDS = 30
_OF_THE_FILE = ("PDF: CreationDate", "Word: created")
"""Metadata for when the file was made, which may be long after the text was written."""


class Guess(NamedTuple):
    """A proposed value for a field of the source."""

    value: str
    where: str
    """Where it comes from, in words for a person: “meta og:site_name”."""
    before: str = ""
    """The source from which it is copied, if the text corrects that source's text; empty: it is guessed."""


def guesses_of(document: Document, address: str = "") -> Mapping[str, Guess]:
    """Guesses from a document, by column of `sources.csv`; columns without a guess are left out.

    `address` is where it was fetched; empty if it was not fetched.
    """
    said = [(what, value, mark) for what, value, mark in document.said]
    found: dict[str, Guess] = {}
    if address:
        found["url"] = Guess(address, words.FETCHED_ADDRESS)
    for what, value, mark in said:
        if what == "url" and _ADDRESS.fullmatch(value):
            found.setdefault("url", Guess(value, mark))
        if what == "language" and (tag := _tag(value)):
            found.setdefault("language", Guess(tag, mark))
        if what in ("publisher", "title"):
            found.setdefault(what, Guess(value, mark))
    if day := _day(document):
        found["published"] = day
    if "title" not in found and (line := _first_line(document.text)):
        found["title"] = Guess(line, words.FIRST_LINE)
    if "language" not in found and _speaks_english(document.text):
        found["language"] = Guess("en", words.COMMON_WORDS)
    found.update(_copied(document, found, said))
    if "title" in found and "publisher" in found:
        title, where = found["title"].value, found["title"].where
        site = (found.get("via") or found["publisher"]).value
        found["title"] = Guess(re.sub(rf"\s+[|–—-]\s+{re.escape(site)}$", "", title) or title, where)
    return found


def _copied(
    document: Document, found: Mapping[str, Guess], said: list[tuple[str, str, str]]
) -> Iterator[tuple[str, Guess]]:
    """Publisher, medium and way of reading of a text that names an agency, or another page, as its own."""
    agency = _BY_AGENCY.search(document.text[:_HEAD])
    original = next(((value, mark) for what, value, mark in said if what == "copy_of"), None)
    if agency:
        name = _AGENCIES[agency[1] or agency[2]]
        first = Guess(name, words.of_agency(" ".join(agency[0].split())))
    elif original and not _ADDRESS.fullmatch(original[0]):
        first = Guess(*original)
    else:
        return
    site = found.get("publisher")
    yield "publisher", first
    if site and site.value != first.value:
        yield "via", site
        yield "read_as", Guess("copy", words.ANOTHER_PUBLISHER)


def _day(document: Document) -> Guess | None:
    """The day of publication: from the page or message, from the text, or from when the file was made."""
    of_file: list[Guess] = []
    for what, value, mark in document.said:
        if what != "published" or not (day := _day_in(value)):
            continue
        if mark in _OF_THE_FILE:
            of_file.append(Guess(day, words.made_on(mark)))
        else:
            return Guess(day, mark)
    stated = own_day(folded(document.text))
    if stated:
        return Guess(stated.isoformat(), words.FIRST_LINES)
    return of_file[0] if of_file else None


def _day_in(value: str) -> str:
    if found := _DAY.match(value.strip()):
        try:
            return date(*map(int, found.groups())).isoformat()
        except ValueError:
            return ""
    stated = own_day(folded(value))
    return stated.isoformat() if stated else ""


def _tag(value: str) -> str:
    """A language as a BCP 47 tag; empty if it is not one."""
    found = _LANGUAGE.fullmatch(value.strip())
    if not found:
        return ""
    return "-".join(filter(None, (found[1].lower(), (found[2] or "").upper())))


def _first_line(text: str) -> str:
    """The first line, if it is short and not a sentence; otherwise empty."""
    line = " ".join(text.strip().partition("\n")[0].split())
    return line if line and len(line) <= _LONGEST_TITLE and line[-1] not in '.!?:;,”"' else ""


def _speaks_english(text: str) -> bool:
    return len(text.split()) >= _FEWEST_WORDS and reads_like_english(text)
