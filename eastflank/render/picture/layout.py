"""The layout: a briefing becomes a sheet of a given size."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from eastflank.render.picture import furniture, land
from eastflank.render.picture.column import TextColumn
from eastflank.render.picture.ground import ground_of
from eastflank.render.picture.lettering import PICTURE, Letters, Typography
from eastflank.render.picture.locator import locator_map
from eastflank.render.picture.look import Look
from eastflank.render.picture.map_column import key_and_legend
from eastflank.render.picture.notes import NOTES_APART, notes_of
from eastflank.render.picture.panel import Faces, side_panel
from eastflank.render.picture.projection import fitted
from eastflank.render.picture.sheet import Box, Group, Line, Plate, Sheet, Spot, Stroke
from eastflank.render.picture.stage import KeyRow, arc_line, staged
from eastflank.report.contents import Briefing, Size
from eastflank.scene.style import LIGHT
from eastflank.view.drafts import why_nothing_counts
from eastflank.words.chosen import documents, pictures

HEIGHT = 1080.0
"""Every sheet is so many pixels high; a larger picture is the same sheet, drawn larger."""
_BESIDE = 1.2
"""Sheets at least so much wider than high have the panel beside the map; others have it below."""

_EDGE = 20.0
"""Distance between what must be visible and the map's edge, in pixels of a screen's map: room for the
outermost cards."""
_COLUMN = 236.0
"""How wide the column with the key and the legend is, in pixels of a screen's map."""
_SMALLER = (1.0, 0.93, 0.87, 0.82, 0.76, 0.7)
"""Sizes that are tried until all required contents of the panel fit."""
_LEGIBLE = 0.82
"""Smaller than this only if something would otherwise not fit at all."""
_TITLE_SIZES, _TITLE_LINES = (22, 18, 15, 13), 2
"""Sizes in pixels of a screen: a title of more than two lines is set smaller."""
_SHARES = (0.29, 0.31, 0.4)


@dataclass(frozen=True, slots=True)
class Frame:
    """How a sheet is divided."""

    width: float
    unit: float
    """Pixels of the sheet for one of a screen: the scale of letters and marks."""
    beside: bool
    """Whether the panel is beside the map, or below it."""


def frame(size: Size) -> Frame:
    """How a sheet with the proportions of `size` is divided."""
    proportion = size.width / size.height
    width = round(HEIGHT * proportion)
    return Frame(width, 1.44 if width > 1600 else 1.3 if proportion > _BESIDE else 1.2, proportion > _BESIDE)  # noqa: PLR2004


def elsewhere(briefing: Briefing) -> pictures.Elsewhere:
    """Where a reader finds what a picture has no room for."""
    return "link" if "://" in briefing.link else "dashboard"


def sheet(briefing: Briefing, size: Size, more: pictures.Elsewhere | None = None) -> Sheet:
    """The picture of `briefing` in the proportions of `size`, 1080 pixels high.

    `more` says where to find the sources that do not fit; None: behind the link, if there is one, otherwise
    on the dashboard.
    """
    more = more or elsewhere(briefing)
    form = frame(size)
    unit, pad = form.unit, 16 * form.unit
    marking, top, bottom = marking_bands(briefing, form)
    title = title_above(briefing, form, top)
    footer = foot_below(briefing, form, bottom)
    body = Box(0, title.box.bottom, form.width, footer.box.y - title.box.bottom)
    silent = not (briefing.totals or briefing.quotes or briefing.footnotes)
    if silent:  # an empty view has nothing to say beside its map
        box, columns = body, [Box(pad, footer.box.y, form.width - 2 * pad, 0)]
    elif form.beside:
        aside = min(330 * unit, 0.3 * form.width)
        box = Box(0, body.y, round(form.width - aside), body.h)
        columns = [Box(box.right + pad, body.y + pad * 0.6, aside - 2 * pad, body.h - pad)]
    else:
        below = round(0.25 * body.h)
        box = Box(0, body.y, form.width, body.h - below)
        columns = _columns(Box(pad, box.bottom + pad * 0.5, form.width - 2 * pad, below - pad * 0.7), pad)
    mapped = _mapped(briefing, form, box)
    for small in _SMALLER:
        faces = Faces.of(unit * small * (1.0 if form.beside else 0.9), LIGHT)
        told = side_panel(briefing, columns, faces, more)
        if told.box.bottom <= footer.box.y and (small <= _LEGIBLE or _all_listed(mapped, told)):
            break
    aside_groups = () if silent else (told,)
    return replace(mapped, groups=(*mapped.groups, *marking, title, *aside_groups, footer))


def map_alone(briefing: Briefing, form: Frame, box: Box, column: float | None = None) -> Sheet:
    """The map of `briefing` in `box`, with only its key and legend.

    `column` is how many pixels of its width the key and the legend get; then the key is compact. None: the
    usual width.
    """
    return _mapped(briefing, form, box, column)


def _all_listed(mapped: Sheet, told: Group) -> bool:
    """Whether each footnote that a card names is among the sources beside the map."""
    named = (text.words for text in mapped.texts if text.role == "notes")
    cited = {number for words in named for number in words.split(NOTES_APART)}
    listed = {text.words for text in told.texts if text.role == "number"}
    listed |= {number for text in told.texts for number in re.findall(r"\[(\d+)\]\u00a0", text.words)}
    return cited <= listed


def _columns(box: Box, gap: float) -> list[Box]:
    """Three columns side by side: totals, quotes, and sources, which need most room."""
    columns, x = [], box.x
    for share in _SHARES:
        w = share * (box.w - gap * (len(_SHARES) - 1))
        columns.append(Box(x, box.y, w, box.h))
        x += w + gap
    return columns


class Mapped(NamedTuple):
    """A map on a sheet that is otherwise empty, and what explains it."""

    sheet: Sheet
    key: Sequence[KeyRow]
    """The rows of the key that its numbers refer to."""
    look: Look


def map_without_key(briefing: Briefing, form: Frame, box: Box, typography: Typography) -> Mapped:
    """The map of `briefing` in the whole of `box`; its key and its legend are elsewhere."""
    scene, unit = briefing.scene, form.unit
    marks = (*scene.marks, *scene.ghosts)
    projection = fitted([*scene.opening, *(mark.at for mark in marks)], box, _EDGE * unit)
    groups = [furniture.scale(projection, box, unit, LIGHT, typography)]
    if not marks:
        groups.append(_empty(briefing, box, unit, typography))
    look = Look(
        projection=projection,
        box=box,
        unit=unit,
        palette=LIGHT,
        furniture=tuple(group.box for group in groups),
        notes={
            mark: typography.notes.format(NOTES_APART.join(map(str, numbers)))
            for mark, numbers in notes_of(briefing).items()
            if numbers
        },
        typography=typography,
    )
    ground = ground_of(briefing.ground)
    stage = staged(scene, ground, look)
    ties = [line for line in stage.lines if line.role == "tie"]
    leaders = [line for line in stage.lines if line.role == "leader"]
    drawn = Sheet(
        width=form.width,
        height=HEIGHT,
        title=briefing.title,
        map=box,
        paper=LIGHT.card,
        sea=LIGHT.sea,
        hatch=LIGHT.present,
        grey=LIGHT.secondary,
        regions=land.regions(ground, projection, box, scene, LIGHT),
        lines=(*ties, *(arc_line(arc, look) for arc in scene.arcs), *leaders),
        dots=tuple(stage.dots),
        names=tuple(stage.names),
        cards=tuple(stage.cards),
        groups=tuple(groups),
    )
    return Mapped(drawn, stage.key, look)


def _mapped(briefing: Briefing, form: Frame, box: Box, width: float | None = None) -> Sheet:
    """The map and its column, on a sheet that is otherwise empty."""
    unit = form.unit
    compact = width is not None
    width = _COLUMN * unit if width is None else width
    column = Box(box.right - width, box.y, width, box.h)
    drawn, key, look = map_without_key(
        briefing, form, Box(box.x, box.y, round(box.w - column.w), box.h), PICTURE
    )
    groups = list(drawn.groups)
    inset = None if compact else locator_map(briefing.scene, ground_of(briefing.ground), column, look)
    if inset:
        groups.append(inset)
        column = column._replace(h=inset.box.y - 4 * unit - column.y)
    groups += key_and_legend(key, briefing.scene.legend, column, look, compact=compact)
    return replace(drawn, groups=tuple(groups))


def marking_bands(briefing: Briefing, form: Frame) -> tuple[tuple[Group, ...], float, float]:
    """The handling line in a band at the top and one at the bottom, and the area between them.

    If none was typed: no bands, and the whole height.
    """
    unit = form.unit
    letters = Letters(14 * unit, LIGHT.card, 700, leading=1.35)
    lines = letters.wrapped(briefing.marking, form.width - 32 * unit)
    if not lines:
        return (), 0.0, HEIGHT
    h = round(len(lines) * letters.height + 6 * unit)
    bands = []
    for name, top in (("marking", 0.0), ("marking below", HEIGHT - h)):
        band = Box(0, top, form.width, h)
        texts = [
            letters.text(f"{name} {number}", "marking", line, (form.width - letters.width(line)) / 2, y)
            for number, line in enumerate(lines, 1)
            for y in [top + 3 * unit + (number - 1) * letters.height]
        ]
        plate = Plate(f"{name} band", "band", band, "plain", LIGHT.ink)
        bands.append(Group(name, band, (plate,), texts=tuple(texts)))
    return tuple(bands), h, HEIGHT - h


def title_above(briefing: Briefing, form: Frame, top: float, title: str = "") -> Group:
    """The sentence of the view, or `title`, and the lines under it, from `top` down."""
    title = title or briefing.title
    unit = form.unit
    column = TextColumn.at(Box(16 * unit, top + 11 * unit, form.width - 32 * unit, 200 * unit))
    sizes = (Letters(size * unit, LIGHT.ink, 700) for size in _TITLE_SIZES)
    fitting = (letters for letters in sizes if len(letters.wrapped(title, column.box.w)) <= _TITLE_LINES)
    smallest = Letters(_TITLE_SIZES[-1] * unit, LIGHT.ink, 700)
    column.paragraph("title", "title", title, next(fitting, smallest))
    below = f"{briefing.counts} · {briefing.filters}"
    column.paragraph("counts", "subtitle", below, Letters(13 * unit, LIGHT.secondary))
    column.skip(9 * unit)
    whole = Box(0, top, form.width, round(column.y - top))
    line = rule("rule below title", whole.bottom, form)
    return Group("title", whole, lines=(line,), texts=tuple(column.texts))


def foot_below(briefing: Briefing, form: Frame, bottom: float) -> Group:
    """Credit, version and link, from `bottom` up."""
    unit = form.unit
    letters = Letters(10.5 * unit, LIGHT.secondary, leading=1.3)
    width = form.width - 32 * unit
    parts = [briefing.credit, documents.data_version(briefing.version), briefing.link]
    told = " · ".join(parts)
    lines = letters.wrapped(told, width)
    h = round(len(lines) * letters.height + 11 * unit)
    whole = Box(0, bottom - h, form.width, h)
    column = TextColumn.at(Box(16 * unit, whole.y + 5.5 * unit, width, h))
    column.paragraph("credit", "credit", told, letters)
    return Group(
        "footer", whole, lines=(rule("rule above credit", whole.y, form),), texts=tuple(column.texts)
    )


def rule(name: str, y: float, form: Frame) -> Line:
    """A thin line across the whole sheet."""
    return Line(name, "rule", (Spot(0, y), Spot(form.width, y)), Stroke(LIGHT.line, form.unit))


def _empty(briefing: Briefing, box: Box, unit: float, typography: Typography) -> Group:
    """A plate in the middle of an empty map that says so."""
    head = typography.letters(18 * unit, LIGHT.ink, 700)
    body = typography.letters(13.5 * unit, LIGHT.secondary, leading=1.35)
    told = why_empty(briefing)
    w = min(380 * unit, box.w - 40 * unit)
    lines = [(head, line) for line in head.wrapped(told[0], w)]
    lines += [(body, line) for text in told[1:] for line in body.wrapped(text, w)]
    h = sum(letters.height for letters, _ in lines) + 4 * unit
    x, y = box.middle.x - w / 2, box.middle.y - h / 2
    pad = 16 * unit
    whole = Box(x - pad, y - pad, w + 2 * pad, h + 2 * pad)
    texts = []
    for number, (letters, line) in enumerate(lines, 1):
        texts.append(
            letters.text(f"empty {number}", "empty", line, box.middle.x - letters.width(line) / 2, y)
        )
        y += letters.height + (4 * unit if number == 1 else 0)
    plate = Plate("empty", "panel", whole, "plain", LIGHT.card, Stroke(LIGHT.line, unit), 6 * unit)
    return Group("nothing here", whole, (plate,), texts=tuple(texts))


def why_empty(briefing: Briefing) -> Sequence[str]:
    """The text of a map without marks: first that there is nothing, then why."""
    reasons = dict.fromkeys(
        f"{entry.name}: {entry.not_drawn}" for entry in briefing.entries if entry.not_drawn
    )
    if reasons:
        return (pictures.NOTHING_PLACED, *[*reasons][:3])
    if why := why_nothing_counts(briefing.dataset):
        return pictures.NOTHING_COUNTS, why
    if not len(briefing.view.known.deployments):
        return pictures.NOTHING_KNOWN
    return pictures.NOTHING_FITS
