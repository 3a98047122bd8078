"""English for slides: what stands beside a map, and over the tables that explain it."""

from __future__ import annotations

SOURCE_NUMBERS = "Numbers in brackets are those of sources, on the last slides."
NEXT_SLIDE = {
    (True, True): "The next slides explain the numbers and the signs on the map.",
    (True, False): "The next slides explain the numbers on the map.",
    (False, True): "The next slides explain the signs on the map.",
}
"""By what the map's slide has no room for: its key, its legend."""
KEY, LEGEND = "Key to the map", "Legend of the map"
KEY_OF_BOTH, LEGEND_OF_BOTH = "Key to both maps", "Legend of both maps"
NUMBER, NUMBER_LEFT, NUMBER_RIGHT = "No.", "No. left", "No. right"
GROUP, DEPLOYMENT, TOLD, SOURCES = "Group", "Deployment", "What is known of it", "Sources"


def named(heading: str, name: str) -> str:
    """A deployment as the map calls it, and by its name: “Tapa (Battlegroup Estonia)”."""
    return f"{heading} ({name})" if name and name != heading else heading
