"""A dataset's folder: where it is, and how its tables, articles, base map and settings are read."""

from __future__ import annotations

from pathlib import Path

_PROJECT = Path(__file__).resolve().parents[2]

DATA = _PROJECT / "data"
"""The folder of the shipped dataset: its tables, base map, theatre settings and `datapackage.json`."""
SEEDS = _PROJECT / "seeds"
"""The folder of the shipped dataset's articles, kept byte for byte. It is beside its tables."""
