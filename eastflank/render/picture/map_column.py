"""The column beside a picture's map: the key, then the legend. Counterpart of `browser/map_key.js`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eastflank.model import Standing
from eastflank.render.picture import furniture
from eastflank.render.picture.column import TextColumn
from eastflank.render.picture.lettering import Letters, Typography
from eastflank.render.picture.look import Look
from eastflank.render.picture.sheet import Box, Group, Line, Spot, Stroke
from eastflank.render.picture.stage import KeyRow
from eastflank.scene.drawn import Legend, Mark
from eastflank.scene.look import SIZES, TYPE
from eastflank.scene.style import Palette
from eastflank.view.comparison import SIGNS, Changed
from eastflank.words.chosen import side_by_side as words

_PAD = 10.0
_SMALLER = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58)
"""Sizes that are tried until the key and the legend fit."""
_LEAST_ROOM = 96.0
"""The most room that a row and the words after it take if a key is cut, in pixels of a screen's map."""
_NOTES = 0.72
"""The size of the numbers of footnotes, beside that of a name."""
_BARS: Mapping[Standing, tuple[float, ...]] = {Standing.PLANNED: (4, 2.5), Standing.CONSIDERED: (1.5, 2.5)}


def key_and_legend(
    rows: Sequence[KeyRow], legend: Legend, box: Box, look: Look, *, compact: bool = False
) -> list[Group]:
    """The key, if it has rows, and the legend, if it is with this map, in `box`.

    `compact`: all that is said about a deployment is in one paragraph under its name.
    """
    unit, notes, palette = look.unit, look.notes, look.palette
    inner = Box(box.x + _PAD * unit, box.y + 7 * unit, box.w - 2 * _PAD * unit, box.h - 12 * unit)
    groups: list[Group] = []
    for small in _SMALLER:
        groups = []
        top = inner.y
        if rows:
            cut = compact and small == _SMALLER[-1]
            key = _key(
                rows,
                inner,
                unit * small,
                notes,
                palette,
                typography=look.typography,
                compact=compact,
                cut=cut,
            )
            groups.append(key)
            top = key.box.bottom + 8 * unit * small
        if legend.heading:
            signs = Box(inner.x, top, inner.w, inner.bottom - top)
            groups.append(furniture.legend(legend, signs, unit * small, palette, look.typography))
        if not groups or groups[-1].box.bottom <= inner.bottom:
            break
    return groups


def key_alone(rows: Sequence[KeyRow], box: Box, look: Look, *, compact: bool = True) -> Group:
    """The whole key from the top of `box` down, without a limit of height.

    `compact`: one paragraph for each row, and no numbers of footnotes.
    """
    notes: Mapping[str, str] = {} if compact else look.notes
    return _key(
        rows, box, look.unit, notes, look.palette, typography=look.typography, compact=compact, cut=False
    )


def _key(  # noqa: PLR0913 - each is one thing that a row alone does not know
    rows: Sequence[KeyRow],
    box: Box,
    unit: float,
    notes: Mapping[str, str],
    palette: Palette,
    *,
    typography: Typography,
    compact: bool,
    cut: bool,
) -> Group:
    head = typography.letters(TYPE.key_heading * unit, palette.secondary, 700, leading=1.35)
    name = typography.letters(TYPE.key_name * unit, palette.ink, 700)
    line = typography.letters(TYPE.key * unit, palette.ink)
    small = typography.letters(_NOTES * TYPE.key_name * unit, palette.ink)
    column, lines = TextColumn.at(box), []
    group = -1
    for number, row in enumerate(rows, 1):
        left = len(rows) - number + 1
        if cut and left > 1 and column.room < _LEAST_ROOM * unit:
            column.paragraph("key more", "key", words.more_in_the_table(left), line)
            break
        if row.group != group:
            column.skip(0 if group < 0 else 4 * unit)
            heading = row.heading.upper()
            column.paragraph(f"key heading {row.group}", "key heading", heading, head)
            group = row.group
        top = column.y
        if row.mark is None:
            column.paragraph(f"key {number}", "key", row.text, line, 9 * unit)
        else:
            _mark(column, row, notes.get(row.mark.id, ""), (name, line, small), unit, compact=compact)
            lines.append(
                _bar(
                    row.mark, f"key bar {number}", Box(box.x, top, SIZES.edge * unit, column.y - top), palette
                )
            )
        column.skip(4 * unit)
    return Group(
        "key", Box(box.x, box.y, box.w, column.y - box.y), lines=tuple(lines), texts=tuple(column.texts)
    )


def _mark(  # noqa: PLR0913 - each is one thing that a row alone does not know
    column: TextColumn,
    row: KeyRow,
    notes: str,
    faces: tuple[Letters, Letters, Letters],
    unit: float,
    *,
    compact: bool,
) -> None:
    name, line, small = faces
    mark = row.mark
    if mark is None:
        return
    words = f"{row.number} {mark.heading}" if row.number else mark.heading
    key, indent = mark.key, 9 * unit
    column.paragraph(f"key name {key}", "key name", words, name, indent)
    if notes:
        last = column.texts[-1].box
        at = last.right + 4 * unit
        if at + small.width(notes) <= column.box.right:
            column.texts.append(small.text(f"key notes {key}", "notes", notes, at, last.y))
        else:
            column.paragraph(f"key notes {key}", "notes", notes, small, indent)
    if compact:
        if not mark.gone:  # the other day's map shows the whole legend
            column.paragraph(f"key line {key}", "key", told_of(mark), line, indent)
        return
    for number, text in enumerate(mark.lines, 1):
        column.paragraph(f"key line {key} {number}", "key", text, line, indent)
    if mark.change:
        italic = Letters(line.size, line.colour, italic=True)
        column.paragraph(f"key change {key}", "key", _change(mark.change), italic, indent)


def told_of(mark: Mark) -> str:
    """The text of a mark's card under its heading, in one line."""
    return " · ".join([*mark.lines, *([_change(mark.change)] if mark.change else [])])


def _change(change: Changed) -> str:
    return f"{SIGNS[change.form]} {change.words}"


def _bar(mark: Mark, name: str, box: Box, palette: Palette) -> Line:
    colour = palette.secondary if mark.gone else mark.colours.light
    dash = tuple(part * box.w / 4 for part in _BARS.get(mark.standing, ()))
    x = box.x + box.w / 2
    return Line(name, "key", (Spot(x, box.y), Spot(x, box.bottom)), Stroke(colour, box.w, dash))
