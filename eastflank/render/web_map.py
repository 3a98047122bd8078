"""The interactive map: a base that never changes, and one layer with everything that depends on filters.

Rebuilding the base would reload the map's frame and lose the reader's view, so all that depends on
a request goes into the one feature group of `scene_layer`.
"""

from __future__ import annotations

import hashlib
import json
from copy import copy
from dataclasses import asdict
from functools import lru_cache
from typing import Self, cast

import folium
from folium.elements import JSCSSMixin
from folium.template import Template

from eastflank.model import Box
from eastflank.render.browser_files import FONTS, STYLES
from eastflank.render.script_literal import literal_of
from eastflank.render.symbols import dot, svg
from eastflank.scene import look, map_key, style
from eastflank.scene.cards import is_in_heading
from eastflank.scene.drawn import Mark, Scene
from eastflank.view.comparison import SIGNS, Changed
from eastflank.words.chosen import map_controls as words

_MIN_ZOOM, _MAX_ZOOM = 3.25, 10


class BaseMap(folium.Map):
    """A Folium map without tiles, whose browser files all come from this package.

    `script`, `files` and `outlines` are the addresses of all `SCRIPTS` in one file, of `render/browser/`
    and of `data/basemap/`, relative to the map's iframe; empty if the page itself contains the files, and the
    outlines as `L.eastflank.outlines`. `opening` is the first frame.
    """

    def __init__(self, theme: str, script: str, files: str, outlines: str, opening: Box) -> None:
        (south, west), (north, east) = opening
        super().__init__(
            location=[(south + north) / 2, (west + east) / 2], zoom_start=5, tiles=None, control_scale=False
        )
        self._id = "div"  # as st_folium names it; Folium would give each map another name
        # Without a tile layer Folium would drop these options.
        self.options.update(min_zoom=_MIN_ZOOM, max_zoom=_MAX_ZOOM, zoom_snap=0.25, zoom_delta=0.5)
        self.default_js = [("map", script)] if script else []
        self.default_css = []  # open.js loads the styles, so that it knows when they are loaded
        options = {
            "styles": [f"{files}/{name}" for name in (*STYLES, FONTS)] if files else [],
            "dataUrl": outlines,
            "theme": theme,
            "palette": {
                **asdict(style.PALETTES[theme]),
                "symbol-ink": style.SYMBOL_INK,
                "symbol-paper": style.SYMBOL_PAPER,
            },
            "look": look.for_the_page(),
            "words": {
                "key": words.KEY,
                "locator": words.LOCATOR,
                "zoomIn": words.ZOOM_IN,
                "zoomOut": words.ZOOM_OUT,
            },
        }
        _Script(f"L.eastflank.open({self.get_name()}, {literal_of(options)});").add_to(self)
        self._rendered = False

    def render(self, **kwargs: object) -> str:
        """Writes the map into its figure, only once; returns nothing.

        st_folium calls it in each run, and Jinja would compile every script again.
        """
        if not self._rendered:
            self._rendered = True
            super().render(**kwargs)
        return ""

    def __copy__(self) -> Self:
        """The same map; what is added to it is not added to this one."""
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__, _children=self._children.copy())
        return made


@lru_cache(maxsize=16)
def _rendered(theme: str, script: str, files: str, outlines: str, opening: Box) -> BaseMap:
    base = BaseMap(theme, script, files, outlines, opening)
    base.render()
    return base


def base_map(theme: str, script: str, files: str, outlines: str, opening: Box) -> BaseMap:
    """A `BaseMap` to which one run may add its scene; what all runs share was rendered once."""
    return copy(_rendered(theme, script, files, outlines, opening))


class _Script(folium.MacroElement):
    """A statement that runs after the map was made."""

    _template = Template("{% macro script(this, kwargs) %}{{ this.statement }}{% endmacro %}")

    def __init__(self, statement: str) -> None:
        super().__init__()
        self._name = "Script"
        self.statement = statement


class _SceneGroup(folium.FeatureGroup):
    def render(self, **_kwargs: object) -> str:
        """Returns nothing: st_folium reads the macros; rendering would write into the figure of all runs."""
        return ""


class _SceneLayer(JSCSSMixin, folium.map.Layer):
    _template = Template(
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} ="
        " L.eastflank.scene({{ this.literal }}, {{ this.look }}).addTo({{ this._parent.get_name() }});"
        "{% endmacro %}"
    )

    def __init__(self, literal: str, look: str) -> None:
        super().__init__(name="scene", overlay=True, control=False)
        self._name = "Scene"
        self.literal = literal
        self.look = look

    def render(self, **_kwargs: object) -> str:
        """Returns nothing: st_folium reads the macro above; compiling the literal would be wasted."""
        return ""


def scene_script(scene: Scene, theme: str) -> str:
    """Everything of `scene` that a filter changes, as a literal for `scene_layer`."""
    return literal_of(scene_values(scene, theme))


def scene_layer(script: str, *, brief: bool = False) -> folium.FeatureGroup:
    """The result of `scene_script`, as one feature group with one layer.

    `brief` is for a briefing: larger type and no controls.
    """
    group = _SceneGroup(name="scene")
    _SceneLayer(script, literal_of({"brief": brief})).add_to(group)
    return group


def page_map(scene: Scene, theme: str, *, earlier: bool = False) -> tuple[str, str]:
    """The map and its scene for a page that contains the browser files: its element's id, and a script.

    `earlier`: it is the map of the earlier of two days, beside the other. Folium would give the map a new
    name each time, and the same page would not be the same bytes.
    """
    base = BaseMap(theme, "", "", "", scene.opening)
    name, shown = (_EARLIER_MAP, "L.eastflank.earlier") if earlier else (_PAGE_MAP, "L.eastflank.shown")
    drawn = f"{shown} = L.eastflank.scene({scene_script(scene, theme)}).addTo({base.get_name()});"
    _Script(drawn).add_to(base)
    base.render()
    figure = cast("folium.Figure", base.get_root())  # Branca's type is only “some element”
    script: str = figure.script.render()
    return name, script.replace(base.get_name(), name)


_PAGE_MAP, _EARLIER_MAP = "map_of_the_page", "map_of_the_earlier_day"


def scene_values(scene: Scene, theme: str) -> dict[str, object]:
    """The scene as the plain values that `scene.js` reads; points are `[lat, lon]`."""
    values: dict[str, object] = {
        "areas": [{"iso3": area.iso3, "standing": area.standing.code} for area in scene.areas],
        "marks": [_mark(mark, theme, scene.headings) for mark in (*scene.marks, *scene.ghosts)],
        "arcs": [
            {
                "lead": arc.lead,
                "name": arc.name,
                "deployment": arc.deployment,
                "standing": arc.standing.code,
                "colour": arc.colours.on(theme),
                "dash": style.DASHES[arc.standing],
                "path": arc.path,
            }
            for arc in scene.arcs
        ],
        "members": scene.members,
        "legend": {
            "heading": scene.legend.heading,
            "standings": [
                {"standing": standing.code, "words": text, "dash": style.DASHES[standing]}
                for standing, text in scene.legend.standings
            ],
            "symbols": [{"svg": svg(symbol), "words": text} for symbol, text in scene.legend.symbols],
            "changes": [
                {"form": form, "sign": SIGNS[form], "words": text} for form, text in scene.legend.changes
            ],
            "figures": [{"example": example, "words": text} for example, text in scene.legend.figures],
            "notes": [{"swatch": swatch, "words": text} for swatch, text in scene.legend.notes],
        },
        "groups": scene.headings,
        "countries": map_key.countries(scene.headings),
        "statistics": [{"iso3": note.iso3, "text": note.text, "row": note.row} for note in scene.statistics],
        "credit": scene.credit,
        "opening": scene.opening,
        "whole": scene.whole,
        "buttons": {"fit": words.FIT._asdict(), "whole": words.whole(scene.called)._asdict()},
        **({"asks": True} if len(scene.marks) != len(scene.every) else {}),
    }
    values["id"] = hashlib.sha256(json.dumps(values).encode()).hexdigest()[:16]
    return values


def _mark(mark: Mark, theme: str, headings: tuple[str, ...]) -> dict[str, object]:
    return {
        "id": mark.id,
        "anchor": mark.anchor,
        "at": mark.at,
        "hosts": mark.hosts,
        "group": map_key.group(mark, headings),
        "heading": mark.heading,
        "lines": mark.lines,
        "told": mark.told,
        "standing": mark.standing.code,
        "colour": mark.colours.on(theme),
        "svg": svg(mark.symbol) if mark.symbol else None,
        "dot": dot(mark.symbol) if mark.symbol and mark.anchor == "place" else None,
        "ties": mark.ties,
        "details": mark.details,
        "selected": mark.selected,
        **({"crowd": mark.crowd} if mark.crowd else {}),
        "change": mark.change and _change(mark.change),
    }


def _change(change: Changed) -> dict[str, object]:
    return {**change._asdict(), "sign": SIGNS[change.form], "heads": is_in_heading(change)}
