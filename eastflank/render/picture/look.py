"""How a map is drawn on a sheet: its projection, box, letters and colours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from eastflank.model import Point
from eastflank.render.picture.lettering import PICTURE, Typography
from eastflank.render.picture.placement import PlacedBox
from eastflank.render.picture.projection import Projection
from eastflank.render.picture.sheet import Box, Spot
from eastflank.scene.style import Palette


@dataclass(frozen=True, slots=True)
class Look:
    """Where and how a map is drawn."""

    projection: Projection
    box: Box
    unit: float
    """Pixels of the sheet for one of the screen's map."""
    palette: Palette
    furniture: tuple[Box, ...] = ()
    """Boxes that are kept free of words: the scale bar."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """The numbers of the footnotes of each deployment's card."""
    typography: Typography = PICTURE

    def flat(self, spot: Spot) -> tuple[float, float]:
        """A spot of the sheet in pixels of the screen's map, from its top left corner."""
        return (spot.x - self.box.x) / self.unit, (spot.y - self.box.y) / self.unit

    def point(self, at: Point) -> tuple[float, float]:
        """A place on the earth in the same pixels."""
        return self.flat(self.projection.spot(at))

    def small(self, box: Box) -> dict[str, float]:
        """A box of the sheet in the same pixels."""
        x, y = self.flat(Spot(box.x, box.y))
        return {"x": x, "y": y, "w": box.w / self.unit, "h": box.h / self.unit}

    def box_of(self, at: PlacedBox) -> Box:
        """A box of the sheet from one in those pixels."""
        x, y, w, h = (side * self.unit for side in (at["x"], at["y"], at["w"], at["h"]))
        return Box(round(self.box.x + x, 2), round(self.box.y + y, 2), round(w, 2), round(h, 2))

    def spots(self, line: Sequence[float]) -> tuple[Spot, Spot]:
        """The ends of a line of the sheet from one in those pixels."""
        x1, y1, x2, y2 = (value * self.unit for value in line)
        return (
            Spot(round(self.box.x + x1, 2), round(self.box.y + y1, 2)),
            Spot(round(self.box.x + x2, 2), round(self.box.y + y2, 2)),
        )
