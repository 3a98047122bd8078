"""Whether symbols are on their places and each deployment is legible, measured with Chromium's boxes."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

import shapely
from playwright.sync_api import Frame
from shapely.geometry.base import BaseGeometry

from tests.browser.on_the_map import sight

NAILED, FAN = 12.0, 40.0
"""Pixels by which a symbol's centre may be off its place: alone, and beside another's place."""
ROUNDING = 1.5
"""Pixels: places and symbols are each put on whole pixels."""
EDGE = 1.0
"""Pixels by which words may lie over an outline that is drawn a pixel wide."""


def faults(frame: Frame, *, whole: bool = True) -> list[str]:
    """What breaks the map's rules of placing. `whole`: all marks must be in sight."""
    seen = sight(frame)
    stage = json.loads(frame.evaluate(_STAGE))
    return [
        *seen.overlapping(),
        *(f"{box} is cut off" for box in seen.cut_off()),
        *_off(stage["marks"]),
        *_unread(stage["marks"], whole=whole),
        *_over_hosts(stage),
        *(_under_legend(stage) if whole else ()),
        *(f"the arc of {lead} has no name" for lead in stage["unnamed"]),
        *_crossed(stage),
    ]


def _off(marks: list[dict[str, Any]]) -> Iterator[str]:
    nailed = [mark for mark in marks if mark["anchor"] == "place" and mark["centre"]]
    for mark in nailed:
        crowded = any(
            math.dist(mark["at"], other["at"]) <= mark["wide"] + 4
            for other in marks
            if other is not mark and other["anchor"] == "place"
        )
        off = math.dist(mark["at"], mark["centre"])
        if off > (FAN if crowded else NAILED) + ROUNDING:
            yield f"the symbol of {mark['id']} stands {off:.0f} px off its place"


def _unread(marks: list[dict[str, Any]], *, whole: bool) -> Iterator[str]:
    for mark in marks:
        if not mark["level"]:
            if whole:
                yield f"{mark['id']} is not in sight"
            continue
        if mark["level"] != "full" and not mark["row"]:
            yield f"{mark['id']} can be read neither on the map nor in the key"
        if mark["level"] in ("name", "number") and mark["number"] != mark["row_number"]:
            yield f"{mark['id']} has {mark['number']} on the map and {mark['row_number']} in the key"


def _over_hosts(stage: dict[str, Any]) -> Iterator[str]:
    hosts = {land["id"]: _shape(land["rings"]) for land in stage["lands"] if land["host"]}
    forbidden = [_shape(one["rings"]) for one in stage["forbidden"]]
    for mark in stage["marks"]:
        if mark["anchor"] == "place" or not mark["label"]:
            continue
        words = shapely.box(*mark["label"]).buffer(-EDGE)
        own = mark["hosts"] if mark["anchor"] == "country" else []
        for iso3, shape in hosts.items():
            if iso3 not in own and words.intersects(shape):
                yield f"the words of {mark['id']} lie over the host {iso3}"
        if any(words.intersects(shape) for shape in forbidden):
            yield f"the words of {mark['id']} lie over an occupied area"
        if own and own[0] in hosts and words.distance(hosts[own[0]]) > EDGE:
            yield f"the words of {mark['id']} do not touch {own[0]}"


def _under_legend(stage: dict[str, Any]) -> Iterator[str]:
    if stage["legend"]:
        legend = shapely.box(*stage["legend"])
        for land in stage["lands"]:
            if land["host"] and legend.intersects(_shape(land["rings"])):
                yield f"the legend lies over the host {land['id']}"


def _crossed(stage: dict[str, Any]) -> Iterator[str]:
    for line in stage["leaders"]:
        drawn = shapely.LineString([line[:2], line[2:]])
        for mark in stage["marks"]:
            if mark["label"] and drawn.intersects(shapely.box(*mark["label"]).buffer(-2)):
                yield f"a leader crosses the words of {mark['id']}"


def _shape(rings: list[list[tuple[float, float]]]) -> BaseGeometry:
    # Rings of lakes and enclaves are few and small: each ring counts as land.
    return shapely.union_all([shapely.Polygon(ring).buffer(0) for ring in rings])


_STAGE = """() => {
  const stage = map.eastflankStage;
  const frame = map.getContainer().getBoundingClientRect();
  const seen = (one) => one.checkVisibility({ visibilityProperty: true });
  const edges = (one) => {
    const at = one.getBoundingClientRect();
    return [at.left - frame.left, at.top - frame.top, at.right - frame.left, at.bottom - frame.top];
  };
  const point = (at) => { const { x, y } = map.latLngToContainerPoint(at); return [x, y]; };
  const marks = stage.scene.marks.map((mark) => {
    const { element } = mark;
    const shown = element.style.display !== "none";
    const symbol = [...element.querySelectorAll(":scope > .eastflank-symbol")].find(seen);
    const label = [...element.querySelectorAll(":scope > .eastflank-card, :scope > .eastflank-short")].find(seen);
    const at = symbol && edges(symbol);
    const row = [...document.querySelectorAll(".eastflank-key-row")].find((one) => one.dataset.row === mark.id);
    const number = label && label.querySelector(":scope > .eastflank-number");
    return {
      id: mark.id, anchor: mark.anchor, hosts: mark.hosts, at: point(mark.at), level: shown ? element.dataset.level : row ? "key" : null,
      centre: shown && at ? [(at[0] + at[2]) / 2, (at[1] + at[3]) / 2] : null, wide: at ? at[2] - at[0] : 0,
      label: shown && label ? edges(label) : null, row: row ? row.innerText : "",
      number: number ? number.textContent : "", row_number: row && row.querySelector(".eastflank-number") ? row.querySelector(".eastflank-number").textContent : "",
    };
  });
  const { x: width, y: height } = map.getSize();
  const free = stage.key.free(!stage.key.column.hidden);
  const named = new Set(stage.scene.arcs.filter(({ element }) => seen(element)).map(({ lead }) => lead));
  const inside = ({ line }) => line.getLatLngs().map(point).filter(([x, y]) => x > 12 && y > 12 && x < free.w - 12 && y < free.h - 12).length > 1;
  const legend = document.querySelector(".eastflank-corner > .eastflank-legend");
  // As one text: thousands of points, each carried over by itself, would take a second.
  return JSON.stringify({
    marks, ...map.eastflankBasemap.outlines(), unnamed: [...new Set(stage.scene.arcs.filter(inside).map(({ lead }) => lead))].filter((lead) => !named.has(lead)),
    leaders: [...document.querySelectorAll(".eastflank-leader")].map((line) => ["x1", "y1", "x2", "y2"].map((name) => Number(line.getAttribute(name)))),
    legend: legend && seen(legend) ? edges(legend) : null,
  });
}"""
