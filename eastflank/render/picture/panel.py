"""The panel beside the map: totals, the quotes that matter, and the sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eastflank.render.picture.column import TextColumn
from eastflank.render.picture.lettering import Letters
from eastflank.render.picture.notes import footnotes_of
from eastflank.render.picture.sheet import Box, Group
from eastflank.report.contents import Briefing, Evidence, Footnote, SourceDifference
from eastflank.scene.style import Palette
from eastflank.words.chosen import documents, pictures
from eastflank.words.chosen import values as words

_QUOTES = 0.5
"""The share of the room that quotes may take before the sources are set."""


@dataclass(frozen=True, slots=True)
class Faces:
    """The styles of a panel's texts."""

    head: Letters
    body: Letters
    quote: Letters
    small: Letters
    source: Letters

    @classmethod
    def of(cls, unit: float, palette: Palette) -> Faces:
        """The styles if `unit` pixels of the sheet are one of a screen."""
        return cls(
            head=Letters(11.5 * unit, palette.secondary, 600, leading=1.5),
            body=Letters(12.5 * unit, palette.ink, leading=1.28),
            quote=Letters(13 * unit, palette.ink, leading=1.3),
            small=Letters(11 * unit, palette.secondary, leading=1.28),
            source=Letters(10.5 * unit, palette.secondary, leading=1.25),
        )


def side_panel(briefing: Briefing, boxes: Sequence[Box], faces: Faces, more: pictures.Elsewhere) -> Group:
    """The panel in one box or, side by side, in three: totals; quotes; sources.

    `more` says where to find the sources that it does not list.
    """
    unit = faces.body.size
    columns = [TextColumn.at(box) for box in boxes]
    first, second, third = (columns * 3)[:3] if len(columns) == 1 else columns
    _totals(first, briefing, faces)
    if first is second:
        first.skip(0.5 * unit)
    if not briefing.quotes and briefing.footnotes:
        second.paragraph("no quotes", "said", words.NO_QUOTES, faces.small)
        second.skip(0.4 * unit)
    shown = _quotes(second, briefing.quotes, faces, _QUOTES if first is second else 1.0)
    if second is third:
        second.skip(0.2 * unit)
    differing = [one for one in briefing.differences if one.stands]
    listed = _sources(
        third, footnotes_of(briefing), shown, faces, 1.6 * faces.head.height if differing else 0
    )
    _others(third, len(briefing.footnotes) - listed, more, faces)
    roomiest = max(columns, key=lambda column: column.room)
    roomiest.skip(0.5 * unit)
    _differences(roomiest, differing, more, faces)
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(column.y for column in columns)
    return Group(
        "panel",
        Box(x, y, right - x, bottom - y),
        lines=tuple(line for column in columns for line in column.lines),
        texts=tuple(text for column in columns for text in column.texts),
    )


def sources_alone(briefing: Briefing, box: Box, faces: Faces, more: pictures.Elsewhere) -> Group:
    """The sources of the maps in `box`, as many as fit, and how many more there are."""
    column = TextColumn.at(box)
    if column.room > 4 * faces.source.height:
        listed = _sources(column, footnotes_of(briefing), (), faces, 0)
        _others(column, len(briefing.footnotes) - listed, more, faces)
    return Group("sources", box._replace(h=column.y - box.y), texts=tuple(column.texts))


def _totals(column: TextColumn, briefing: Briefing, faces: Faces) -> None:
    if not briefing.totals:
        return
    column.paragraph("totals", "section", pictures.TOTALS.upper(), faces.head)
    for number, total in enumerate(_told_totals(briefing), 1):
        column.paragraph(f"total {number}", "total", total, faces.body)
        column.skip(faces.body.size * 0.2)


_MOST_TOTALS = 7
"""More figures would leave no room for the sources."""


def _told_totals(briefing: Briefing) -> Sequence[str]:
    """The totals, after as many figures of nations' own people as fit."""
    own = briefing.nations
    totals = briefing.totals[len(own) :]
    room = max(_MOST_TOTALS - len(totals), 1)
    if len(own) <= room:
        return briefing.totals
    rest = pictures.more_figures(len(own) - room)
    return (*own[:room], rest, *totals)


def _quotes(
    column: TextColumn, quotes: Sequence[Evidence], faces: Faces, share: float
) -> tuple[Evidence, ...]:
    """Set the quotes that fit completely, and return them."""
    indent, gap = faces.body.size * 0.8, faces.body.size * 0.55
    limit = column.room * share
    head = faces.head.height
    shown: list[Evidence] = []
    for quote in quotes:
        said = f"{quote.said} · {quote.grade} [{quote.footnote}]"
        text = words.quotation(quote.quote)
        need = column.height(text, faces.quote, indent) + column.height(said, faces.small, indent) + gap
        if need + (0 if shown else head) > limit:
            continue
        if not shown:
            column.paragraph("quotes", "section", pictures.IN_THEIR_WORDS.upper(), faces.head)
            limit -= head
        limit -= need
        top = column.y
        column.paragraph(f"quote {quote.claim}", "quote", text, faces.quote, indent)
        column.paragraph(f"said {quote.claim}", "said", said, faces.small, indent)
        column.bar(f"bar {quote.claim}", top + 3, column.y - 2, faces.small.colour, faces.body.size * 0.14)
        column.skip(gap)
        shown.append(quote)
    return tuple(shown)


def _differences(
    column: TextColumn, differing: Sequence[SourceDifference], more: pictures.Elsewhere, faces: Faces
) -> None:
    """What the sources disagree about, if all of it fits; otherwise how much, and where to read it."""
    if not differing:
        return
    told = [documents.about(one.name, one.subject, one.spread) for one in differing]
    need = faces.head.height + sum(column.height(line, faces.small) for line in told)
    if need <= column.room:
        column.paragraph("differences", "section", pictures.SOURCES_DIFFER.upper(), faces.head)
        for number, line in enumerate(told, 1):
            column.paragraph(f"difference {number}", "difference", line, faces.small)
    else:
        line = pictures.differ_elsewhere(len(told), more)
        column.paragraph("differences", "difference", line, faces.small)


def _sources(
    column: TextColumn, footnotes: Sequence[Footnote], shown: Sequence[Evidence], faces: Faces, kept: float
) -> int:
    """Set as many sources as fit, with `kept` pixels left free; return how many."""
    if not footnotes:
        return 0
    column.paragraph("sources", "section", pictures.SOURCES.upper(), faces.head)
    face, room = faces.source, column.room - 2 * faces.source.height - kept
    indent = face.width("000 ")
    if sum(column.height(_source(footnote), face, indent) for footnote in footnotes) <= room:
        for footnote in footnotes:
            column.numbered(
                f"source {footnote.number}", str(footnote.number), _source(footnote), face, indent
            )
        return len(footnotes)
    # One after another in a line takes less room. Those of the quotes come first, so they are dropped last.
    quoted = {quote.footnote for quote in shown}
    fitting = sorted(footnotes, key=lambda footnote: footnote.number not in quoted)
    while fitting and column.height(_in_a_row(fitting), face) > room:
        fitting.pop()
    column.paragraph("sources in a row", "footnote", _in_a_row(fitting), face)
    return len(fitting)


def _others(column: TextColumn, count: int, where: pictures.Elsewhere, faces: Faces) -> None:
    if count:
        told = pictures.more_sources(count, where)
        column.paragraph("more sources", "footnote", told, faces.source)


def _in_a_row(footnotes: Sequence[Footnote]) -> str:
    ordered = sorted(footnotes, key=lambda footnote: footnote.number)
    return "; ".join(f"[{footnote.number}]\u00a0{_source(footnote)}" for footnote in ordered)


def _source(footnote: Footnote) -> str:
    """A source in a few words; the pages after the picture have the full text."""
    return pictures.source(footnote.publisher, footnote.published, footnote.grade[:1])
