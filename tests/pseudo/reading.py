"""What a text in the language of the tests says in another one: the words outside of its brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from eastflank.model import Dataset
from tests.pseudo.making import CLOSE, MORE, OPEN

_NAME_ON_MAP = re.compile(r'"name":\s*"([^"]+)"')
_ADDRESS = re.compile(r"(?:\bhttps?://|\?)\S+=\S*|\bhttps?://\S+")
_WORD = re.compile(r"[^\W\d_]{2,}")


def outside(text: str) -> str:
    """The text without what stands in brackets, however deep; each bracketed part leaves a line's end."""
    depth, kept = 0, []
    for letter in text:
        if letter == OPEN:
            depth += 1
        elif letter == CLOSE:
            depth = max(0, depth - 1)
            kept.append("\n")
        elif not depth:
            kept.append(letter)
    return "".join(kept)


def names_of(dataset: Dataset) -> re.Pattern[str]:
    """What finds what the record itself says: names, titles, quotes, addresses, ids. No codes of ours."""
    found: set[str] = set()
    for table, columns in _COLUMNS.items():
        frame = getattr(dataset, table)
        for column in columns:
            found |= {str(value) for value in frame[column].dropna() if str(value).strip()}
    theatre, credit = dataset.theatre, dataset.map_credit
    found |= {
        theatre.name,
        theatre.called,
        theatre.alliance,
        *dataset.coverage,
        dataset.version,
        credit.line,
        credit.borders,
    }
    for kind in theatre.kinds.values():
        found |= {kind.one, kind.several, kind.heading}
    for file in dataset.base_map.values():
        found |= set(_NAME_ON_MAP.findall(file))
    found = {" ".join(one.split()) for one in found}
    return any_of(found)


_COLUMNS = {
    "claims": (
        "id", "quote", "quote_prefix", "citation", "speaker", "speaker_role", "timing_words", "note", "publisher", "via", "deployment",
        "grade",
    ),
    "sources": ("id", "file", "publisher", "via", "title", "url", "note"),
    "deployments": ("id", "name", "programme", "note"),
    "nations": ("iso3", "iso2", "name", "capital"),
    "places": ("id", "name", "note"),
    "programmes": ("id", "name", "short", "note"),
    "decisions": ("id", "reason"),
}  # fmt: skip


def any_of(names: Iterable[str]) -> re.Pattern[str]:
    """What finds one of the names as whole words, the longest first."""
    known = {one for name in names for one in (name, name.upper()) if len(one) > 1}
    longest = sorted(known, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def foreign(text: str, names: re.Pattern[str], allowed: Iterable[str] = ()) -> Iterator[str]:
    """The lines outside of brackets that hold a word which is none of the record's, nor allowed."""
    for line in names.sub(" ", _ADDRESS.sub(" ", outside(text))).split("\n"):
        rest = line.replace(MORE, "")  # a picture may begin a line within a sentence
        for one in allowed:
            rest = rest.replace(one, " ")
        if _WORD.search(rest):
            yield " ".join(line.split())
