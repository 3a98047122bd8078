"""The picture as PDF: vector, its text selectable, followed by the quotes and sources that it rests on."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import typst

from eastflank.render.picture import layout, typeface
from eastflank.render.picture.svg import document
from eastflank.report.contents import Briefing, Difference, Entry, Evidence, Footnote, Size
from eastflank.words import en as words

SIZES = (Size(3508, 2480, "A4"), Size(1920, 1080, "16x9"))
"""A4 across, as for print at 300 dots an inch; and a slide."""
_HEIGHTS = {"A4": 210.0, "16x9": 190.5}
"""How high a page is, in millimetres."""
_TEMPLATE = Path(__file__).with_name("pages.typ").read_bytes()
_COLUMNS = ("Deployment", "Status", "Strength", "Lead", "Where", "Sources")
_LONGEST = 96
"""Letters of an address that are shown; the link is whole."""


def write(briefing: Briefing, size: Size | None) -> bytes:
    """The picture, then its deployments, totals, quotes and sources, on pages of that size; None: A4."""
    size = size or SIZES[0]
    compiler = typst.Compiler(
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(typeface.FOLDER)]
        ),
        sys_inputs={
            "data": json.dumps(_data(briefing, size), ensure_ascii=False),
            "picture": document(layout.sheet(briefing, size, more="on the pages that follow")),
        },
    )
    content = compiler.compile(input=_TEMPLATE, format="pdf")
    if not isinstance(content, bytes):
        raise TypeError("A PDF is one run of bytes.")
    return content


def _data(briefing: Briefing, size: Size) -> dict[str, Any]:
    """What the pages say, as plain values."""
    height = _HEIGHTS[size.name]
    numbers = {item.claim: item.footnote for item in briefing.evidence}
    claims: dict[int, list[str]] = {}
    for claim, number in numbers.items():
        claims.setdefault(number, []).append(claim)
    first = {quote.claim for quote in briefing.quotes}
    others = (item for item in briefing.evidence if item.quote and item.claim not in first)
    return {
        "title": briefing.title,
        "width": round(height * size.width / size.height, 2),
        "height": height,
        "marking": _plain(briefing.marking),
        "counts": f"{briefing.counts} · {briefing.filters}",
        "columns": _COLUMNS,
        "rows": [_row(entry) for entry in briefing.entries],
        "totals": briefing.totals,
        "quotes": [_quote(item) for item in (*briefing.quotes, *others)],
        "differences": [_difference(one, numbers) for one in briefing.differences],
        "since": f"What changed since {words.day(briefing.since)}" if briefing.since else "",
        "changes": [change.sentence for change in briefing.changes],
        "sources": [_source(footnote, claims[footnote.number]) for footnote in briefing.footnotes],
        "foot": f"{briefing.credit} · Data {briefing.version} · {briefing.link}",
        "address": _address(briefing.link),
    }


def _row(entry: Entry) -> tuple[str, ...]:
    where = ", ".join(part for part in (entry.place, entry.host) if part)
    if entry.not_drawn:
        where = f"{where or words.capitalised(words.NOT_STATED)}. Not drawn: {_continued(entry.not_drawn)}"
    numbers = ", ".join(map(str, entry.footnotes))
    return (entry.name, entry.status, entry.strength, entry.lead, where, numbers)


def _quote(item: Evidence) -> dict[str, str]:
    parts = (item.about, item.said, item.grade, f"[{item.footnote}]")
    return {"quote": f"“{item.quote}”", "said": " · ".join(part for part in parts if part)}


def _difference(one: Difference, numbers: Mapping[str, int]) -> dict[str, str]:
    said = "; ".join(f"{value} [{numbers[claim]}]" for claim, value in one.values)
    return {"about": f"{one.name}, {one.subject}: {one.spread}", "said": f"{said}. {one.rule}"}


def _source(footnote: Footnote, claims: Sequence[str]) -> dict[str, str]:
    shown = footnote.url if len(footnote.url) <= _LONGEST else f"{footnote.url[:_LONGEST]}…"
    return {
        "number": str(footnote.number),
        "words": str(footnote),
        "claims": f"{'Claim' if len(claims) == 1 else 'Claims'} {words.listed(claims)}.",
        "url": _address(footnote.url),
        "shown": shown,
    }


def _continued(sentence: str) -> str:
    """A sentence as it goes on after a colon."""
    return sentence[:1].lower() + sentence[1:]


def _address(text: str) -> str:
    """The text if it is a web address, which a reader may follow; else nothing."""
    return text if text.startswith(("https://", "http://")) else ""


def _plain(text: str) -> str:
    """The text without control characters, which no font draws."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
