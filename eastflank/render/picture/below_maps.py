"""The area below two maps: the totals of both days, and what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from eastflank.render.picture.column import TextColumn
from eastflank.render.picture.layout import Frame
from eastflank.render.picture.lettering import Letters
from eastflank.render.picture.sheet import Box, Group, Line, Spot, Stroke
from eastflank.report.both_days import Compared
from eastflank.report.contents import Briefing
from eastflank.scene.style import LIGHT
from eastflank.view.changes import Change
from eastflank.view.comparison import SIGNS, form_of
from eastflank.words.chosen import pictures
from eastflank.words.chosen import side_by_side as told

_TABLE = {True: 0.46, False: 0.56}
"""The share of the width below the maps for the table of both days; the rest is for what changed."""


_TWO_COLUMNS = 400.0
"""From this width on, in pixels of a screen's map, what changed is set in two columns."""


_SHARES = (0.33, 0.19, 0.19, 0.29)
"""Shares of that table's width for its four columns."""


_SMALLER = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64)
"""Sizes that are tried until the table and all changes fit."""


_LEGIBLE = 0.76
"""Below this size only the table shrinks: the changes are cut to the room that there is."""


def drawn_below(briefing: Briefing, box: Box, form: Frame, more: pictures.Elsewhere) -> list[Group]:
    """The totals and the changes in a box; `more` says where to find what does not fit."""
    unit = form.unit
    gap = 18 * unit
    left = box._replace(w=_TABLE[form.beside] * (box.w - gap))
    right = Box(left.right + gap, box.y, box.right - left.right - gap, box.h)
    return [_table(briefing, left, unit, more), _changes(briefing, right, unit, more)]


def _table(briefing: Briefing, box: Box, unit: float, more: pictures.Elsewhere) -> Group:
    for small in _SMALLER:
        table = _Table.at(box, unit * small, unit)
        table.fill(briefing)
        if table.column.y <= box.bottom:
            break
    else:
        table = _Table.at(box, unit * small, unit)
        table.fill(briefing, more)
    column = table.column
    return Group(
        "both days",
        Box(box.x, box.y, box.w, column.y - box.y),
        lines=tuple(column.lines),
        texts=tuple(column.texts),
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of four columns, set row by row."""

    column: TextColumn
    unit: float
    heading: float
    """Scale of the heading (pixels for one of a screen): it is as large as the heading of the changes."""

    @classmethod
    def at(cls, box: Box, unit: float, heading: float) -> _Table:
        return cls(TextColumn.at(box), unit, heading)

    def fill(self, briefing: Briefing, more: pictures.Elsewhere | None = None) -> None:
        """Set all rows; if `more` says where the others are, only the rows that fit."""
        unit, column = self.unit, self.column
        head = Letters(11.5 * unit, LIGHT.secondary, 600, leading=1.4)
        body, small = Letters(12 * unit, LIGHT.ink, leading=1.25), Letters(11 * unit, LIGHT.secondary)
        column.paragraph("both days heading", "section", told.HEADING.upper(), _section(self.heading))
        if not briefing.both_days or briefing.both_days_heading is None:
            column.paragraph("both days none", "total", told.NOTHING_ADDED_UP, body)
            return
        self._row("both days head", briefing.both_days_heading, head)
        for number, row in enumerate(briefing.both_days, 1):
            left = len(briefing.both_days) - number + 1
            if more and self._height(row, body) + small.height > column.room:
                told_more = pictures.more_rows(left, more)
                column.paragraph("both days more", "total", told_more, small)
                return
            self._row(f"both days {number}", row, body)

    def _widths(self) -> list[float]:
        return [share * self.column.box.w - 8 * self.unit for share in _SHARES]

    def _height(self, row: Compared, letters: Letters) -> float:
        cells = zip(row, self._widths(), strict=True)
        return max(len(letters.wrapped(cell, w)) for cell, w in cells) * letters.height + 3 * self.unit

    def _row(self, name: str, row: Compared, letters: Letters) -> None:
        column, unit = self.column, self.unit
        x, height = column.box.x, self._height(row, letters)
        for number, (cell, w, share) in enumerate(zip(row, self._widths(), _SHARES, strict=True), 1):
            box = Box(x, column.y + unit, w, height)
            column.texts += letters.paragraph(f"{name} {number}", "cell", cell, box)
            x += share * column.box.w
        column.skip(height)
        ends = Spot(column.box.x, column.y - unit / 2), Spot(column.box.right, column.y - unit / 2)
        column.lines.append(Line(f"{name} rule", "rule", ends, Stroke(LIGHT.line, 0.8 * unit)))


def _changes(briefing: Briefing, box: Box, unit: float, more: pictures.Elsewhere) -> Group:
    """What changed, in two columns: all of it, or what fits and how much more there is."""
    since = briefing.since or briefing.view.day
    first = TextColumn.at(box)
    heading = told.changes_between(since, briefing.view.day).upper()
    first.paragraph("changes heading", "section", heading, _section(unit))
    if not briefing.changes:
        first.paragraph("no changes", "change", told.NO_CHANGES, Letters(12 * unit, LIGHT.ink))
        return Group("changes", box._replace(h=first.y - box.y), texts=tuple(first.texts))
    gap, top = 14 * unit, first.y
    count = 2 if box.w > _TWO_COLUMNS * unit else 1
    w = (box.w - gap * (count - 1)) / count
    halves = [Box(box.x + at * (w + gap), top, w, box.bottom - top) for at in range(count)]
    for small in (one for one in _SMALLER if one >= _LEGIBLE):
        face = Letters(11.5 * unit * small, LIGHT.ink, leading=1.22)
        columns = [TextColumn.at(half) for half in halves]
        left = list(_set(briefing.changes, columns, face, kept=0))
        if not left:
            break
    else:
        columns = [TextColumn.at(half) for half in halves]
        left = list(_set(briefing.changes, columns, face, kept=2 * face.height))
        rest = pictures.more_changes(len(left), more)
        columns[-1].paragraph("more changes", "change", rest, replace(face, colour=LIGHT.secondary))
    bottom = max(column.y for column in columns)
    texts = [*first.texts, *(text for column in columns for text in column.texts)]
    return Group("changes", box._replace(h=bottom - box.y), texts=tuple(texts))


def _section(unit: float) -> Letters:
    return Letters(10.5 * unit, LIGHT.secondary, 600, leading=1.5)


def _set(
    changes: Sequence[Change], columns: Sequence[TextColumn], face: Letters, kept: float
) -> Iterator[Change]:
    """Set the changes that fit, each after its sign, down one column and the next; return the others."""
    indent = 1.5 * face.size
    at = 0
    for number, change in enumerate(changes, 1):
        while at < len(columns):
            last = at == len(columns) - 1
            if columns[at].height(change.sentence, face, indent) <= columns[at].room - (kept if last else 0):
                break
            at += 1
        if at == len(columns):
            yield from changes[number - 1 :]
            return
        column = columns[at]
        sign = SIGNS[form_of(change)]
        column.texts.append(
            replace(face, weight=700).text(f"change sign {number}", "sign", sign, column.box.x, column.y)
        )
        column.paragraph(f"change {number}", "change", change.sentence, face, indent)
        column.skip(0.25 * face.size)
