"""The sheet as an SVG document: the same bytes each time, text as text, nothing fetched."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from eastflank.render.picture import faces
from eastflank.render.picture.runs import Run, runs_of
from eastflank.render.picture.sheet import (
    Box,
    Card,
    Dot,
    Group,
    Line,
    Picture,
    Plate,
    Region,
    Sheet,
    Spot,
    Stroke,
    Text,
)  # fmt: skip
from eastflank.render.xml_text import possible
from eastflank.scene.look import HATCHES_OPACITY, ON_PAPER, Hatch
from eastflank.words.chosen import documents

_NAMESPACE = "http://www.w3.org/2000/svg"  # a name, not an address: nothing is fetched
_ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
    "\t": " ",
    "\n": " ",
    "\r": " ",
}


def escaped(text: str) -> str:
    """`text` escaped for an element or an attribute: the only way in which data enters the SVG.

    What XML cannot hold becomes the replacement character; line ends and tabs become spaces.
    """
    return "".join(_ENTITIES.get(letter, letter) for letter in possible(text))


def document(sheet: Sheet, width: float | None = None, marking: str = "") -> str:
    """The sheet as SVG, so many pixels wide; None: its own width. `marking` is in its metadata."""
    return "\n".join(_parts(sheet, (width or sheet.width) / sheet.width, marking)) + "\n"


def _parts(sheet: Sheet, zoom: float, marking: str) -> Iterator[str]:
    w, h = _number(sheet.width), _number(sheet.height)
    size = f'width="{_number(sheet.width * zoom)}" height="{_number(sheet.height * zoom)}"'
    yield (
        f'<svg xmlns="{_NAMESPACE}" {size} viewBox="0 0 {w} {h}" role="img" font-family="{_families(None)}">'
    )
    yield f"<title>{escaped(sheet.title)}</title>"
    if marking:
        yield f"<metadata>{escaped(documents.handling(marking))}</metadata>"
    yield f"<defs>{''.join(_patterns(sheet))}"
    clips = (
        f'<clipPath id="{clip}"><rect {_rect(one.map)}/></clipPath>'
        for clip, one in zip(_MAPS, sheet.maps, strict=False)
    )
    yield f"{''.join(clips)}</defs>"
    yield f'<rect width="{w}" height="{h}" fill="{sheet.paper}"/>'
    for clip, one in zip(_MAPS, sheet.maps, strict=False):
        yield from _map(one, clip)
    yield "</svg>"


_MAPS = ("map", "map-of-the-later-day")
"""The ids of the maps' clip paths."""


def _map(sheet: Sheet, clip: str) -> Iterator[str]:
    yield f'<g clip-path="url(#{clip})">'
    yield f'<rect {_rect(sheet.map)} fill="{sheet.sea}"/>'
    yield from map(_region, sheet.regions)
    yield from map(_line, sheet.lines)
    yield from map(_dot, sheet.dots)
    yield "</g>"
    yield from map(_text, sheet.names)
    for card in sheet.cards:
        yield from _card(card)
    for group in sheet.groups:
        yield from _group(group)


def _card(card: Card) -> Iterator[str]:
    yield f'<g id="{escaped(f"card {card.id}")}">'
    if card.plate:
        yield _plate(card.plate)
    if card.symbol:
        yield _picture(card.symbol)
    if card.sign:
        yield _plate(card.sign)
    yield from map(_text, card.texts)
    yield "</g>"


def _group(group: Group) -> Iterator[str]:
    yield f'<g id="{escaped(group.name)}">'
    yield from map(_plate, group.plates)
    yield from map(_region, group.regions)
    yield from map(_line, group.lines)
    yield from map(_picture, group.pictures)
    yield from map(_text, group.texts)
    yield "</g>"


def _patterns(sheet: Sheet) -> Iterator[str]:
    """The hatch patterns: one direction for planned deployments, the other, in grey, for disputed areas."""
    grounds = {(region.fill, region.colour) for one in sheet.maps for region in one.regions}
    grounds |= {
        (plate.fill, plate.colour) for one in sheet.maps for group in one.groups for plate in group.plates
    }
    for fill, colour in sorted(grounds):
        match fill:
            case "planned":
                yield _pattern(
                    fill, colour, ON_PAPER.hatch_planned, _stripe(ON_PAPER.hatch_planned, sheet.hatch)
                )
            case "considered":
                hatch = ON_PAPER.hatch_considered
                middle = _number(hatch.tile / 2)
                dot = f'<circle cx="{middle}" cy="{middle}" r="{_number(hatch.mark)}" fill="{sheet.hatch}"/>'
                yield _pattern(fill, colour, hatch, dot)
            case "disputed":
                opacity = f' stroke-opacity="{HATCHES_OPACITY:g}"'.replace("0.", ".")
                yield _pattern(
                    fill, None, ON_PAPER.hatch_disputed, _stripe(ON_PAPER.hatch_disputed, sheet.grey, opacity)
                )


def _stripe(hatch: Hatch, colour: str, opacity: str = "") -> str:
    path = f"M{_number(hatch.tile / 2)} 0V{_number(hatch.tile)}"
    return f'<path d="{path}" stroke="{colour}" stroke-width="{_number(hatch.mark)}"{opacity}/>'


def _pattern(fill: str, ground: str | None, hatch: Hatch, mark: str) -> str:
    size, turn = _number(hatch.tile), _number(hatch.turn)
    below = f'<rect width="{size}" height="{size}" fill="{ground}"/>' if ground else ""
    return (
        f'<pattern id="{fill}" width="{size}" height="{size}" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate({turn})">{below}{mark}</pattern>'
    )


def _region(region: Region) -> str:
    path = "".join(map(_ring, region.rings))
    fill, stroke = _fill(region.fill, region.colour), _stroke(region.stroke)
    return f'<path id="{escaped(region.name)}" d="{path}" fill="{fill}" fill-rule="evenodd"{stroke}/>'


def _ring(ring: Sequence[Spot]) -> str:
    """A closed ring with each point relative to the one before, which takes half of the letters."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in ring]
    steps = (f"{_tenths(x1 - x0)} {_tenths(y1 - y0)}" for (x0, y0), (x1, y1) in itertools.pairwise(tenths))
    return f"M{_points(ring[:1])}l{' '.join(steps)}Z"


def _line(line: Line) -> str:
    return f'<path id="{escaped(line.name)}" d="M{_points(line.points)}" fill="none"{_stroke(line.stroke)}/>'


def _dot(dot: Dot) -> str:
    edge = _stroke(Stroke(dot.edge, 1.8)) if dot.edge else ""
    x, y, r = dot.at.x, dot.at.y, dot.radius
    if dot.role == "capital":
        square = _rect(Box(x - r, y - r, 2 * r, 2 * r))
        return f'<rect id="{escaped(dot.name)}" {square} rx="1" fill="{dot.colour}"/>'
    place = f'cx="{_number(x)}" cy="{_number(y)}" r="{_number(r)}"'
    return f'<circle id="{escaped(dot.name)}" {place} fill="{dot.colour}"{edge}/>'


def _plate(plate: Plate) -> str:
    fill = _fill(plate.fill, plate.colour)
    radius = f' rx="{_number(plate.radius)}"' if plate.radius else ""
    stroke = _stroke(plate.stroke) if plate.stroke else ""
    body = f'<rect {_rect(plate.box)}{radius} fill="{fill}"{stroke}/>'
    if not plate.edge:
        return body
    corner = _number(plate.radius)
    arc = f"a{corner} {corner} 0 0 0"
    inner, side = plate.edge_width - plate.radius, _number(plate.box.h - 2 * plate.radius)
    start = f"M{_number(plate.box.x + plate.edge_width)} {_number(plate.box.y)}h{_number(-inner)}"
    bar = f"{start}{arc} -{corner} {corner}v{side}{arc} {corner} {corner}h{_number(inner)}z"
    return f'{body}<path d="{bar}" fill="{plate.edge}"/>'


def _picture(picture: Picture) -> str:
    """The symbol's own document, scaled to its box."""
    resized = re.sub(r'width="[\d.]+" height="[\d.]+"', _rect(picture.box), picture.svg, count=1)
    plain = re.sub(r' version="1.2" baseProfile="tiny"', "", resized, count=1)
    return plain if picture.opacity == 1 else f'<g opacity="{_number(picture.opacity)}">{plain}</g>'


def _text(text: Text) -> str:
    look = f'font-size="{_number(text.size)}"'
    if text.weight != 400:  # noqa: PLR2004 - a font's normal weight
        look += f' font-weight="{text.weight}"'
    if text.italic:
        look += ' font-style="italic"'
    if text.struck:
        look += ' text-decoration="line-through"'
    if text.halo:
        width = _number(text.size / 4.5)
        look += f' paint-order="stroke" stroke="{text.halo}" stroke-width="{width}" stroke-linejoin="round"'
    at = f'x="{_number(text.box.x)}" y="{_number(text.baseline)}"'
    parts = runs_of(text.words, text.weight, italic=text.italic)
    return f'<text {at} {look} fill="{text.colour}">{_words(text, parts)}</text>'


def _words(text: Text, parts: Sequence[Run]) -> str:
    """The text's runs, each at its own position if there are several or another font draws it."""
    if all(run.family is None for run in parts):
        return escaped("".join(run.words for run in parts))
    starts = itertools.accumulate((run.width for run in parts), initial=0.0)
    return "".join(
        f'<tspan x="{_number(text.box.x + text.size * start)}"{_font(run)}>{escaped(run.words)}</tspan>'
        for run, start in zip(parts, starts, strict=False)
    )


def _font(run: Run) -> str:
    return f' font-family="{_families(run.family)}"' if run.family else ""


def _families(family: faces.Family | None) -> str:
    """A list of names for `font-family`: programs that lack the first take another."""
    return f"'{escaped(family.name if family else faces.FAMILY)}', sans-serif"


def _fill(fill: str, colour: str) -> str:
    return {"plain": colour, "none": "none"}.get(fill, f"url(#{fill})")


def _stroke(stroke: Stroke) -> str:
    dash = f' stroke-dasharray="{" ".join(map(_number, stroke.dash))}"' if stroke.dash else ""
    cap = ' stroke-linecap="round"' if stroke.round else ""
    return (
        f' stroke="{stroke.colour}" stroke-width="{_number(stroke.width)}" stroke-linejoin="round"{dash}{cap}'
    )


def _rect(box: Box) -> str:
    x, y, w, h = map(_number, box)
    return f'x="{x}" y="{y}" width="{w}" height="{h}"'


def _points(points: Iterable[Spot]) -> str:
    return " ".join(f"{_number(x)} {_number(y)}" for x, y in points)


@functools.lru_cache(maxsize=4096)  # a coast has tens of thousands of steps, and few that differ
def _tenths(number: int) -> str:
    return _number(number / 10)


def _number(value: float) -> str:
    """At most two decimals, no needless zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
