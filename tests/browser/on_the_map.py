"""What a reader sees on the map: its marks, its view, and every box with words."""

from __future__ import annotations

import io
from itertools import combinations
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Frame, Locator, Page, expect

from tests.browser.visit import map_of

SLACK = 0.5
"""Pixels by which two boxes may overlap: less than the eye sees, more than rounding makes."""


class Box(NamedTuple):
    """Something with words on the map, as Chromium measured it: CSS pixels of the map's frame."""

    what: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def owner(self) -> str:
        """The deployment to which the symbol or words belong; otherwise what it is."""
        kind, *rest = self.what.split(" ")
        return rest[0] if kind == "eastflank-mark" else self.what

    def __str__(self) -> str:
        return f"{self.what} at {self.left:.1f}–{self.right:.1f} × {self.top:.1f}–{self.bottom:.1f}"


class Sight(NamedTuple):
    """All boxes of one moment, and the size of the frame that they are seen in."""

    width: float
    height: float
    boxes: tuple[Box, ...]

    def overlapping(self) -> list[str]:
        """All pairs of overlapping boxes."""
        return [
            f"{a} over {b}" for a, b in combinations(self.boxes, 2) if a.owner != b.owner and _overlap(a, b)
        ]

    def cut_off(self) -> list[str]:
        """Each box that leaves the frame."""
        return [
            str(box)
            for box in self.boxes
            if box.left < -SLACK
            or box.top < -SLACK
            or box.right > self.width + SLACK
            or box.bottom > self.height + SLACK
        ]


def _overlap(one: Box, other: Box) -> bool:
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return wide > SLACK and high > SLACK


def mark(frame: Frame, deployment: str) -> Locator:
    """The card of a deployment."""
    return frame.locator(f'.eastflank-mark[data-id="{deployment}"]')


def expect_marks(frame: Frame, *deployments: str) -> None:
    """Wait until the map shows these deployments and no other."""
    expect(frame.locator(".eastflank-mark")).to_have_count(len(deployments))
    for deployment in deployments:
        expect(mark(frame, deployment)).to_be_visible()


def view(frame: Frame) -> list[float]:
    """Latitude and longitude of the middle, and the zoom."""
    found: list[float] = frame.evaluate("[map.getCenter().lat, map.getCenter().lng, map.getZoom()]")
    return found


def at_rest(page: Page, width: int, height: int) -> Frame:
    """The map's frame after the window has become this wide and high, and all was placed again."""
    frame = map_of(page)
    if page.viewport_size == {"width": width, "height": height}:
        return frame
    before = frame.evaluate("innerWidth")
    page.set_viewport_size({"width": width, "height": height})
    # The sidebar moves to its new width, the frame follows its column, and the map its frame. Between these steps
    # names stand where the width before put them.
    frame.wait_for_function(
        "(before) => { const { measuredAt: at } = map.eastflankStage, { frameElement: own } = window;"
        " const moving = parent.document.getAnimations()"
        ".some((one) => one instanceof parent.CSSTransition && one.playState === 'running');"
        " return innerWidth !== before && !moving && own.clientWidth === own.parentElement.clientWidth"
        " && at && innerWidth === at.x && innerHeight === at.y && map.getSize().equals(at); }",
        arg=before,
    )
    return frame


def sight(frame: Frame) -> Sight:
    """Every box with words that can now be seen: symbols, cards and numbers, names and controls."""
    width, height, boxes = frame.evaluate(_SEEN)
    return Sight(width, height, tuple(Box(*box) for box in boxes))


def picture(page: Page) -> bytes:
    """The map's frame alone as a PNG, with no pointer on it."""
    page.mouse.move(0, 0)
    return small(
        page.locator("iframe[src*=streamlit_folium]").screenshot(animations="disabled", caret="hide")
    )


def small(png: bytes) -> bytes:
    """The picture in 256 colours, chosen so that none is visibly off: a third of the bytes."""
    whole = Image.open(io.BytesIO(png)).convert("RGB")
    packed = io.BytesIO()
    whole.quantize(256, Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE).save(
        packed, "png", optimize=True
    )
    return packed.getvalue()


_SEEN = """() => {
  const map = document.querySelector("#map_div");
  const frame = map.getBoundingClientRect();
  const edges = (element) => {
    const at = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element);
    const out = outlineStyle === "none" ? 0 : parseFloat(outlineWidth) + parseFloat(outlineOffset);
    return [at.left - frame.left - out, at.top - frame.top - out, at.right - frame.left + out, at.bottom - frame.top + out];
  };
  const boxes = [];
  const seen = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const words = (one) => one.textContent.trim().replace(/\\s+/g, " ").slice(0, 40);
  for (const one of map.querySelectorAll(".eastflank-mark")) {
    for (const part of one.children) {
      if (seen(part)) boxes.push([`eastflank-mark ${one.dataset.id} ${part.classList[0]}`, ...edges(part)]);
    }
  }
  for (const one of map.querySelectorAll(".eastflank-lead, .eastflank-name, .leaflet-control")) {
    const within = one.parentElement.closest(".leaflet-control");
    if (seen(one) && !within) boxes.push([`${one.classList[0]} “${words(one)}”`, ...edges(one)]);
  }
  return [frame.width, frame.height, boxes];
}"""
