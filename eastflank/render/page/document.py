"""The view as one HTML file, to open from a disk, a USB stick or a mail without a network."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from eastflank.render.page import inlined
from eastflank.render.picture import paper_map
from eastflank.render.picture.svg import document as svg
from eastflank.render.sheets import LICENCE
from eastflank.render.web_map import page_map
from eastflank.report.columns import in_words
from eastflank.report.contents import Briefing, Evidence, Size, head_of
from eastflank.report.deployment_columns import named
from eastflank.report.source_numbers import numbers_of, others_of
from eastflank.view.drafts import why_nothing_counts
from eastflank.words.chosen import CODE, documents, side_by_side, web_page
from eastflank.words.chosen import values as words

_THEME = "light"
_COLUMNS = named(
    ("name", "status", "lead", "host", "place", "strength", "begins", "programme", "part_of", "sources")
)


def write(briefing: Briefing, _size: Size | None = None) -> bytes:
    """The file. Its Content Security Policy forbids all requests, and all scripts except its own."""
    element, drawing = page_map(briefing.scene, _THEME)
    before = page_map(briefing.beside.scene, _THEME, earlier=True) if briefing.beside else None
    drawings = (drawing, before[1]) if before else (drawing,)
    scripts = (*inlined.scripts(), *map(inlined.script, drawings), inlined.script(_START))
    outlines = {name: inlined.data(text) for name, text in sorted(briefing.ground.items())}
    maps = (element, before[0]) if before else (element,)
    return _page(briefing, maps, scripts, outlines).encode("utf-8", "replace")


def on_paper(briefing: Briefing) -> str:
    """The same as a document for printing: without the live map, and without any script."""
    return _page(briefing, (), (), {})


def _page(
    briefing: Briefing, maps: Sequence[str], scripts: Sequence[Markup], outlines: Mapping[str, Markup]
) -> str:
    """`maps` are the element ids for the live map, and for the earlier day's map beside it; or none."""
    element, earlier = (*maps, "", "")[:2]
    return _template().render(
        briefing=briefing,
        words=words,
        licence=LICENCE,
        columns=_COLUMNS,
        in_words=in_words,
        map=element,
        earlier=earlier,
        head_of=head_of,
        side_by_side=side_by_side,
        documents=documents,
        page=web_page,
        nothing_counts=why_nothing_counts(briefing.dataset),
        language=CODE,
        picture=_picture(briefing),
        key=paper_map.on_paper(briefing).key,
        claims=_by_deployment(briefing),
        linked=_linked,
        numbers_of=numbers_of,
        others_of=others_of,
        outlines=outlines,
        styles=inlined.styles() if element else inlined.styles_on_paper(),
        scripts=scripts,
        allowed=" ".join(inlined.checksum(script) for script in scripts) or "'none'",
    )


_START = "L.eastflank.page();"


def _picture(briefing: Briefing) -> Markup:
    """The map laid out for paper. The SVG writer escapes data; the page's heading is its title."""
    return Markup(svg(replace(paper_map.on_paper(briefing).sheet, title="")))  # noqa: S704


@functools.cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html")


def _by_deployment(briefing: Briefing) -> Mapping[str, tuple[Evidence, ...]]:
    """The claims of each deployment; those about none are under the empty name."""
    return {
        identifier: tuple(item for item in briefing.evidence if item.deployment == identifier)
        for identifier in (*(entry.id for entry in briefing.entries), "")
    }


def _linked(address: str) -> bool:
    """Whether an address may become a link: a `javascript:` link would run code."""
    return address.lower().startswith(("http://", "https://"))
