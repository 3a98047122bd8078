"""The view as KML 2.2, for globes and phones: a placemark for each status that each deployment had.

The standard library writes and escapes it; the balloon is HTML inside XML and is escaped twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple
from xml.etree import ElementTree as ET

from markupsafe import Markup
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry

from eastflank.model import Standing, Theatre
from eastflank.render.geometry import Whereabouts, whereabouts
from eastflank.render.sheets import LICENCE
from eastflank.render.xml_text import possible
from eastflank.report.columns import without
from eastflank.report.contents import Briefing, Evidence, Size
from eastflank.report.deployment_columns import DATASET, DEPLOYMENT
from eastflank.report.entries import DeploymentEntry
from eastflank.report.spans import Span, spans_of
from eastflank.words.chosen import columns, placemarks
from eastflank.words.chosen import values as words

_OPACITY = {Standing.PRESENT: "b3", Standing.PLANNED: "59", Standing.CONSIDERED: "1a", Standing.GONE: "00"}
"""The opacity of a host's area: KML has no hatching."""
_WIDTH = {Standing.PRESENT: "3", Standing.PLANNED: "2", Standing.CONSIDERED: "1", Standing.GONE: "1"}


def write(briefing: Briefing, _size: Size | None = None) -> bytes:
    """The file.

    A placemark lasts as long as its status and its strength were known, so that a globe's time slider never
    shows today's strength on a past day. After its end a deployment has no placemark.
    """
    root = ET.Element("kml", xmlns="http://www.opengis.net/kml/2.2")
    document = _child(root, "Document")
    _child(document, "name", briefing.title)
    _child(document, "open", "1")
    _child(document, "description", _about(briefing))
    leads = {mark.id: mark.lead or "" for mark in briefing.scene.every}
    spans = {entry.id: _drawn(briefing, entry) for entry in briefing.entries}
    looks = {(leads.get(one, ""), span.standing) for one, own in spans.items() for span in own}
    for lead, standing in sorted(looks):
        _style(document, lead, standing, briefing.dataset.theatre)
    _data(document, _facts_of_the_view(briefing))
    places = whereabouts(briefing)
    claims: dict[str, list[Evidence]] = {}
    for item in briefing.evidence:
        claims.setdefault(item.deployment, []).append(item)
    for entry in briefing.entries:
        own = spans[entry.id]
        for number, span in enumerate(own):
            shown = _Shown(entry, span, number, len(own), places[entry.id])
            look = (leads.get(entry.id, ""), span.standing)
            _placemark(document, shown, look, claims.get(entry.id, []), briefing)
    ET.indent(root, " ")
    return bytes(ET.tostring(root, "utf-8", xml_declaration=True)) + b"\n"


def _child(parent: ET.Element, tag: str, text: str | None = None, /, **attributes: str) -> ET.Element:
    clean = {key: possible(value) for key, value in attributes.items()}
    element = ET.SubElement(parent, tag, clean)
    if text is not None:
        element.text = possible(text)
    return element


def _data(parent: ET.Element, pairs: Iterable[tuple[str, object]]) -> None:
    extended = _child(parent, "ExtendedData")
    for name, value in pairs:
        if value not in (None, ""):
            _child(_child(extended, "Data", name=name), "value", str(value))


def _facts_of_the_view(briefing: Briefing) -> Iterable[tuple[str, object]]:
    return (
        (columns.OF_VIEW["marking"], briefing.marking),
        (columns.OF_VIEW["asof"], briefing.view.day),
        (columns.OF_VIEW["filters"], briefing.filters),
        (columns.OF_VIEW["counts"], briefing.counts),
        (columns.OF_VIEW["totals"], "; ".join(briefing.totals)),
        (columns.OF_VIEW["link"], briefing.link),
        (columns.OF_VIEW["version"], briefing.version),
        (columns.OF_VIEW["credit"], briefing.credit),
        (columns.OF_VIEW["licence"], LICENCE),
    )


def _about(briefing: Briefing) -> str:
    sources = [f"{note} {note.url}".rstrip() for note in briefing.footnotes]
    not_drawn = [f"{item.label}: {item.reason}" for item in briefing.view.not_drawn]
    return _balloon(
        Markup("{}<p>{}</p><p>{}. {}</p>{}{}{}").format(
            Markup("<p><b>{}</b></p>").format(briefing.marking) if briefing.marking else "",
            briefing.title,
            briefing.filters,
            briefing.counts,
            _listed(placemarks.CHANGED, "ul", [change.sentence for change in briefing.changes]),
            _listed(placemarks.NOT_DRAWN, "ul", not_drawn),
            _listed(placemarks.SOURCES, "ol", sources),
        )
    )


def _listed(heading: str, element: Literal["ol", "ul"], lines: Iterable[str]) -> Markup:
    """The lines as a list under a heading; empty if there are none."""
    items = Markup("").join(Markup("<li>{}</li>").format(line) for line in lines)
    around = {"ol": Markup("<p>{}</p><ol>{}</ol>"), "ul": Markup("<p>{}</p><ul>{}</ul>")}[element]
    return around.format(heading, items) if items else Markup("")


def _style_id(lead: str, standing: Standing) -> str:
    return f"{lead or 'several'}-{standing.code}"


def _style(document: ET.Element, lead: str, standing: Standing, theatre: Theatre) -> None:
    colour = theatre.colours_of(lead or None).light
    element = _child(document, "Style", id=_style_id(lead, standing))
    icon = _child(element, "IconStyle")
    _child(icon, "color", _kml_colour("ff", colour))
    _child(icon, "scale", "1.1" if standing == Standing.PRESENT else "0.8")
    _child(_child(element, "LabelStyle"), "color", "ffffffff")
    line = _child(element, "LineStyle")
    _child(line, "color", _kml_colour("ff", colour))
    _child(line, "width", _WIDTH[standing])
    _child(_child(element, "PolyStyle"), "color", _kml_colour(_OPACITY[standing], colour))
    balloon = _child(element, "BalloonStyle")
    _child(balloon, "text", "$[description]")


def _kml_colour(opacity: str, colour: str) -> str:
    """A colour in KML's order: opacity, blue, green, red."""
    red, green, blue = colour[1:3], colour[3:5], colour[5:7]
    return f"{opacity}{blue}{green}{red}"


class _Shown(NamedTuple):
    """One span of a deployment, as a placemark shows it."""

    entry: DeploymentEntry
    span: Span
    number: int
    """Its index among the deployment's spans, from 0."""
    of: int
    """How many spans the deployment has."""
    place: Whereabouts

    @property
    def is_last(self) -> bool:
        """Whether it includes the day of the view."""
        return self.number == self.of - 1


def _drawn(briefing: Briefing, entry: DeploymentEntry) -> tuple[Span, ...]:
    """The spans in which a deployment was planned or there; if it has none, one for the view's day."""
    spans = tuple(span for span in spans_of(briefing)[entry.id] if span.standing != Standing.GONE)
    if spans:
        return spans
    day = briefing.view.day
    standing = Standing.CONSIDERED if entry.standing is None else entry.standing
    return (Span(entry.status, standing, day, day, entry.strength, entry.low, entry.high),)


def _placemark(
    document: ET.Element,
    shown: _Shown,
    look: tuple[str, Standing],
    claims: list[Evidence],
    briefing: Briefing,
) -> None:
    entry, span = shown.entry, shown.span
    number = "" if shown.is_last else f"-{shown.number + 1}"
    element = _child(document, "Placemark", id=f"deployment-{entry.id}{number}")
    _child(element, "name", entry.name)
    # The current span has the view's own texts, including notes on old figures.
    holds = shown.is_last and entry.standing != Standing.GONE
    strength, status = (entry.strength, entry.status) if holds else (span.strength, words.status(span.status))
    _child(element, "Snippet", f"{strength}, {status}", maxLines="1")
    card = _card(entry, claims, briefing) if shown.is_last else _earlier_card(shown, briefing)
    _child(element, "description", _balloon(card))
    _time(element, span)
    _child(element, "styleUrl", f"#{_style_id(*look)}")
    _data(element, _facts_of(shown, status, strength, briefing.marking))
    if shown.place.geometry is not None:
        _geometry(element, shown.place.geometry)


_FIELDS = without(DEPLOYMENT, {"name", "hedge", "contingents"}, after={DATASET: "id"})
_OF_THE_DAY = {"strength_stated_on", "counts", "planned"}
"""Columns that are about the day of the view, and so are not in a placemark of the past."""


def _facts_of(shown: _Shown, status: str, strength: str, marking: str) -> Iterator[tuple[str, object]]:
    """The data that a globe lists for a placemark, by heading; `status` and `strength` are its own."""
    entry, span = shown.entry, shown.span
    of_the_span: Mapping[str, object] = {
        "status": status,
        "strength": strength,
        "troops_low": span.low,
        "troops_high": span.high,
        "sources": "; ".join(map(str, entry.footnotes)),
    }
    first, last = columns.FROM_TO
    beside: Mapping[str, Sequence[tuple[str, object]]] = {
        "status": ((first, span.first), (last, span.last)),
        "precision": ((columns.GEOMETRY_IS, shown.place.meaning),),
    }
    yield columns.MARKING, marking
    for column in _FIELDS:
        if shown.is_last or column.key not in _OF_THE_DAY:
            yield column.heading, of_the_span.get(column.key, column.told(entry))
        yield from beside.get(column.key, ())


def _time(element: ET.Element, span: Span) -> None:
    if span.first == span.last:
        _child(_child(element, "TimeStamp"), "when", span.first.isoformat())
        return
    time = _child(element, "TimeSpan")
    _child(time, "begin", span.first.isoformat())
    _child(time, "end", span.last.isoformat())


def _earlier_card(shown: _Shown, briefing: Briefing) -> Markup:
    """The text of a placemark of the past: that it is past, and what was known."""
    span = shown.span
    return Markup("<h3>{}</h3><p><b>{}</b>, {}</p><p>{}</p><p><small>{}</small></p>").format(
        shown.entry.name,
        span.strength,
        words.status(span.status),
        placemarks.as_known(span.first, span.last),
        f"{briefing.asof}{f' · {briefing.marking}' if briefing.marking else ''}",
    )


def _card(entry: DeploymentEntry, claims: Iterable[Evidence], briefing: Briefing) -> Markup:
    where = entry.place or entry.host
    said = Markup("").join(
        Markup("<p>{}<br><small>{} [{}] · {} · {}</small></p>").format(
            words.quotation(item.quote) if item.quote else f"{item.states or item.citation}.",
            item.said,
            item.footnote,
            item.grade,
            item.claim,
        )
        for item in claims
    )
    differing = Markup("").join(
        Markup("<p>{}</p>").format(placemarks.sources_differ(str(one)))
        for one in briefing.differences
        if one.deployment == entry.id
    )
    known = Markup("<small>{}{}</small>").format(
        briefing.asof, f" · {briefing.marking}" if briefing.marking else ""
    )
    return Markup("<h3>{}</h3><p><b>{}</b>, {}</p>{}{}<p>{}</p>").format(
        entry.name,
        entry.strength,
        placemarks.lead_and_where(entry.status, entry.lead, where),
        differing,
        said,
        known,
    )


def _balloon(html: Markup) -> str:
    """HTML for a balloon; `$[…]` is escaped, because globes would replace it."""
    return str(html).replace("$[", "$&#91;")


def _geometry(parent: ET.Element, shape: BaseGeometry) -> None:
    match shape:
        case Point():
            _child(_child(parent, "Point"), "coordinates", f"{shape.x},{shape.y}")
        case Polygon():
            _polygon(parent, shape)
        case _:
            several = _child(parent, "MultiGeometry")
            for part in getattr(shape, "geoms", ()):
                _geometry(several, part)


def _polygon(parent: ET.Element, shape: Polygon) -> None:
    element = _child(parent, "Polygon")
    for name, rings in (("outerBoundaryIs", [shape.exterior]), ("innerBoundaryIs", shape.interiors)):
        for ring in rings:
            boundary = _child(_child(element, name), "LinearRing")
            _child(boundary, "coordinates", " ".join(f"{x},{y}" for x, y in ring.coords))
