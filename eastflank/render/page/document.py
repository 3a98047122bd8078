"""The view as one HTML file, to be opened from a disk, a stick or a mail with no network at all."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from eastflank.render.page import inlined
from eastflank.render.sheets import LICENCE
from eastflank.render.web_map import page_map
from eastflank.report.contents import Briefing, Evidence, Size, head_of
from eastflank.words import en as words
from eastflank.words.en import side_by_side

_THEME = "light"


def write(briefing: Briefing, _size: Size | None = None) -> bytes:
    """The file. Its Content Security Policy forbids every request, and every script but those in it."""
    element, drawing = page_map(briefing.scene, _THEME)
    before = page_map(briefing.beside.scene, _THEME, earlier=True) if briefing.beside else None
    drawings = (drawing, before[1]) if before else (drawing,)
    scripts = (*inlined.scripts(), *map(inlined.script, drawings), inlined.script(_START))
    page = _template().render(
        briefing=briefing,
        words=words,
        licence=LICENCE,
        map=element,
        earlier=before[0] if before else "",
        head_of=head_of,
        side_by_side=side_by_side,
        claims=_by_deployment(briefing),
        linked=_linked,
        outlines={name: inlined.data(text) for name, text in sorted(briefing.ground.items())},
        styles=inlined.styles(),
        scripts=scripts,
        allowed=" ".join(inlined.checksum(script) for script in scripts),
    )
    return page.encode("utf-8", "replace")


_START = "L.eastflank.page();"


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
    """The claims of each deployment; under the empty name those about none."""
    return {
        identifier: tuple(item for item in briefing.evidence if item.deployment == identifier)
        for identifier in (*(entry.id for entry in briefing.entries), "")
    }


def _linked(address: str) -> bool:
    """Whether an address may become a link: a `javascript:` one would run."""
    return address.lower().startswith(("http://", "https://"))
