"""The view as PDF: its map in lines and selectable text, its table, then its quotes and sources."""

from __future__ import annotations

import itertools
import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import typst

from eastflank.render import cited
from eastflank.render.key_table import KeyTable
from eastflank.render.picture import faces, paper_map
from eastflank.render.picture.direction import isolated
from eastflank.render.picture.lettering import Letters
from eastflank.render.picture.paper_map import Paper, PaperMap
from eastflank.render.picture.runs import needed_families
from eastflank.render.picture.svg import document
from eastflank.report.columns import in_words
from eastflank.report.contents import Briefing, Evidence, Footnote, Size, SourceDifference
from eastflank.report.deployment_columns import named
from eastflank.scene.style import LIGHT
from eastflank.words.chosen import CODE, documents, pictures, side_by_side
from eastflank.words.chosen import values as words

SIZES = (Size(3508, 2480, "A4"), Size(1920, 1080, "16x9"))
"""Landscape A4 for print at 300 dpi; and a slide."""
_HEIGHTS = {"A4": 210.0, "16x9": 190.5}
"""How high a page is, in millimetres."""
_MM = 72 / 25.4
"""Points of a millimetre."""
_TABLE, _LEAST_MAP, _MOST_MAP = 108.0, 225.0, 400.0
"""The room for the beginning of the table below the map, and the least and the most height of a map, in
points."""
_ADDRESSES = {"address", "url"}
"""The values that are link targets, not text."""
_TEMPLATE = Path(__file__).with_name("pages.typ").read_bytes()
_COLUMNS = named(("name", "status", "strength", "lead", "where", "bare_numbers"))
_COLOURS = {"colours": {"ink": LIGHT.ink, "grey": LIGHT.secondary, "line": LIGHT.line}}
_LONGEST = 96
"""How many letters of an address are shown; the link has all of it."""


def write(briefing: Briefing, size: Size | None) -> bytes:
    """The map, then its deployments, quotes and sources, on pages of that size; None: A4."""
    size = size or SIZES[0]
    sheet, data = _map(briefing, size).sheet, _data(briefing, size)
    families = needed_families(itertools.chain(_strings(data), (text.words for text in sheet.texts)))
    folders = {face.file.parent for family in families for face in family.faces}
    set_in = {"fonts": [faces.FAMILY, *(family.name for family in families)], "language": CODE}
    compiler = typst.Compiler(
        font_paths=typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(folder) for folder in (faces.FOLDER, *sorted(folders))],
        ),
        sys_inputs={
            "data": json.dumps(_ordered(data) | set_in | _COLOURS, ensure_ascii=False),
            "picture": document(sheet, marking=briefing.marking),
        },
    )
    content = compiler.compile(input=_TEMPLATE, format="pdf")
    if not isinstance(content, bytes):
        raise TypeError("A PDF is one run of bytes.")
    return content


def texts(briefing: Briefing, size: Size | None) -> tuple[str, ...]:
    """Every text of the map and of the pages, each once; None: of A4."""
    size = size or SIZES[0]
    sheet = _map(briefing, size).sheet
    drawn = (text.paragraph.words if text.paragraph else text.words for text in sheet.texts)
    return tuple(dict.fromkeys(itertools.chain(drawn, _strings(_data(briefing, size)))))


def _strings(value: object) -> Iterator[str]:
    """Every text in nested plain values; keys do not count."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, Sequence):
        for part in value:
            yield from _strings(part)


def _data(briefing: Briefing, size: Size) -> dict[str, object]:
    """The contents of the pages, as plain values."""
    height = _HEIGHTS[size.name]
    numbers = {item.claim: item.footnote for item in briefing.evidence}
    claims: dict[int, list[str]] = {}
    for claim, number in numbers.items():
        claims.setdefault(number, []).append(claim)
    first = {quote.claim for quote in briefing.quotes}
    others = (item for item in briefing.evidence if item.quote and item.carries and item.claim not in first)
    return {
        "title": briefing.title,
        "heading": _heading(briefing),
        "width": round(height * size.width / size.height, 2),
        "height": height,
        "marking": _plain(briefing.marking),
        "counts": f"{briefing.counts} · {briefing.filters}",
        "headings": {
            "totals": pictures.TOTALS,
            "deployments": documents.DEPLOYMENTS,
            "quotes": pictures.IN_THEIR_WORDS,
            "cited": documents.CITED,
            "nothing_changed": documents.NOTHING_CHANGED,
            "differences": documents.WHERE_SOURCES_DIFFER,
            "sources": pictures.SOURCES,
        },
        "columns": [column.heading for column in _COLUMNS],
        "rows": [[in_words(column.told(entry)) for column in _COLUMNS] for entry in briefing.entries],
        "totals": briefing.totals,
        "key": _key(_map(briefing, size).key),
        "both_days": _both_days(briefing),
        "both_days_heading": side_by_side.HEADING,
        "quotes": [_quote(item) for item in (*briefing.quotes, *others)],
        "cited": cited.lines(briefing),
        "differences": [_difference(one, numbers) for one in briefing.differences],
        "since": documents.what_changed_since(briefing.since) if briefing.since else "",
        "changes": [change.sentence for change in briefing.changes],
        "sources": [_source(footnote, claims[footnote.number]) for footnote in briefing.footnotes],
        "foot": " · ".join((briefing.credit, documents.data_version(briefing.version), briefing.link)),
        "address": _address(briefing.link),
    }


def _heading(briefing: Briefing) -> str:
    """The title over the map; over two maps their days, for each has its own title."""
    earlier = briefing.beside
    return side_by_side.title(earlier.view.day, briefing.view.day) if earlier else briefing.title


def _key(key: KeyTable) -> dict[str, object]:
    return {"title": key.title, "header": key.header, "shares": key.shares, "rows": key.rows}


def _map(briefing: Briefing, size: Size) -> PaperMap:
    """The map, as wide as the page, and so high that the beginning of the table fits below it if it can."""
    width, height = _inside(size)
    room = height - _opening(briefing, width)
    most = room - _TABLE if room - _TABLE >= _LEAST_MAP else room if room >= _LEAST_MAP else height
    return paper_map.on_paper(briefing, Paper(width, min(most, _MOST_MAP)))


def _inside(size: Size) -> tuple[float, float]:
    """The width and the height between the margins of a page, in points."""
    height = _HEIGHTS[size.name]
    return round((height * size.width / size.height - 28) * _MM, 1), (height - 31) * _MM


def _opening(briefing: Briefing, width: float) -> float:
    """How high the title, the counts and the totals above the map are, in points; rather a little more."""
    title = len(Letters(15, "", 700).wrapped(_heading(briefing), width)) * 19.5
    counts = len(Letters(9.6, "").wrapped(f"{briefing.counts} · {briefing.filters}", width)) * 13
    if briefing.beside:
        return title + counts + 30
    lines = sum(len(Letters(9.6, "").wrapped(total, width)) for total in briefing.totals)
    return title + counts + (lines * 13.5 + 32 if lines else 0) + 24


def _both_days(briefing: Briefing) -> list[tuple[str, ...]]:
    """The table of both days, its header first; empty if they are not side by side."""
    if briefing.beside is None or briefing.both_days_heading is None:
        return []
    return [tuple(row) for row in (briefing.both_days_heading, *briefing.both_days)]


def _ordered(data: Mapping[str, object]) -> dict[str, object]:
    """The same values, each text with marks around right-to-left parts; addresses are unchanged."""
    return {name: value if name in _ADDRESSES else _ordered_value(value) for name, value in data.items()}


def _ordered_value(value: object) -> object:
    if isinstance(value, str):
        return isolated(value)
    if isinstance(value, Mapping):
        return _ordered(value)
    if isinstance(value, Sequence):
        return [_ordered_value(part) for part in value]
    return value


def _quote(item: Evidence) -> dict[str, str]:
    parts = (item.about, item.said, item.grade, f"[{item.footnote}]")
    return {"quote": words.quotation(item.quote), "said": " · ".join(part for part in parts if part)}


def _difference(one: SourceDifference, numbers: Mapping[str, int]) -> dict[str, str]:
    said = "; ".join(documents.value_of(value, numbers[claim]) for claim, value in one.values)
    return {
        "about": documents.about(one.name, one.subject, one.spread),
        "said": documents.values_and_rule(said, one.rule),
    }


def _source(footnote: Footnote, claims: Sequence[str]) -> dict[str, str]:
    shown = footnote.url if len(footnote.url) <= _LONGEST else f"{footnote.url[:_LONGEST]}…"
    return {
        "number": str(footnote.number),
        "words": str(footnote),
        "claims": documents.claims(claims),
        "url": _address(footnote.url),
        "shown": shown,
    }


def _address(text: str) -> str:
    """The text if it is a web address that can become a link; otherwise empty."""
    return text if text.startswith(("https://", "http://")) else ""


def _plain(text: str) -> str:
    """The text with spaces for control characters and ends of lines, which no font draws."""
    return "".join(" " if unicodedata.category(letter) in {"Cc", "Zl", "Zp"} else letter for letter in text)
