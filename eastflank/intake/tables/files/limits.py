"""Limits for files. Larger ones are refused before they are read."""

from __future__ import annotations

MOST_BYTES = 200_000_000
MOST_UNPACKED = 600_000_000
"""The most bytes of the unpacked parts of a ZIP or a workbook."""
MOST_PARTS = 2_000
"""Files in a ZIP."""
MOST_ROWS = 1_100_000
MOST_ROWS_IN_THE_PAGE = 200_000
"""A page holds its table for as long as it is open, beside those of others; the command takes `MOST_ROWS`."""
MOST_COLUMNS = 400
MOST_CELLS = 30_000_000
LONGEST_CELL = 32_767
"""Characters of a cell, as in Excel. A longer one is caused by an unclosed quotation mark."""
MOST_LINES_IN_A_CELL = 100
DEEPEST = 100
"""Levels of a GeoJSON or a KML file."""
