"""Reads the tables in data/ and the articles in seeds/."""

from __future__ import annotations

from pathlib import Path

_PROJECT = Path(__file__).resolve().parents[2]

DATA = _PROJECT / "data"
"""The folder of the curated tables and of `datapackage.json`, which describes them."""
SEEDS = _PROJECT / "seeds"
"""The folder of the articles, kept byte for byte."""


def seeds_of(data: Path) -> Path:
    """The folder of the articles that the tables in `data` quote: its own `seeds/`, or else the project's."""
    own = data / "seeds"
    return own if own.is_dir() else SEEDS
