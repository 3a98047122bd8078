"""English for the formats in which a view can be exported: their names and contents."""

from __future__ import annotations

from collections.abc import Sequence

NAMES = {
    "png": "PNG picture",
    "svg": "SVG picture",
    "pdf": "PDF document",
    "pptx": "PowerPoint slides",
    "docx": "Word memo",
    "html": "Web page",
    "csv": "CSV",
    "xlsx": "Excel workbook",
    "geojson": "GeoJSON",
    "kml": "KML",
    "zip": "Evidence bundle",
}
HOLDS = {
    "png": "the whole picture in pixels: map, legend, totals, quotes and sources; for slides and mail",
    "svg": "the same picture in lines and text, for print and for drawing programs",
    "pdf": "the map in lines and selectable text, its totals and table, then quotes and sources; for print",
    "pptx": "the map, the table and the sources as native shapes and text; all can be moved and recoloured",
    "docx": "the title, totals, map, table, quotes and sources as text to go on with; for the file and the "
    "reply",
    "html": "one file with the interactive map, the evidence, the table and the sources; opens with no "
    "network",
    "csv": "the view's deployments, one row each, for any spreadsheet or program",
    "xlsx": "sheets of deployments, claims, contingents, sources, totals, differences and what is not drawn",
    "geojson": "a feature for each deployment: its place, its whole host country, or none; for any map "
    "program",
    "kml": "a placemark for each deployment, with its time and its evidence; for Google Earth and its kind",
    "zip": "the picture, a memo to paste, the claims and quotes in context as described tables; for the file",
}


def file_subject(phrases: Sequence[str]) -> str:
    """The subject in a file's name: the filters in words, without unimportant ones."""
    return " ".join(phrases).removeprefix("involving ").removeprefix("the ") or "all"
