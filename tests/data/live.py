"""The record in `data/` as it now is, read once for the tests that hold it to laws and answers."""

from __future__ import annotations

from eastflank.report.contents import Briefing
from eastflank.store import DATA, SEEDS, label_points
from eastflank.store.tables import read
from tests import briefings

DATASET = read(DATA, SEEDS)
ANCHORS = label_points.read(DATA)


def briefing(query: str) -> Briefing:
    """The briefing of the live record that an address's query asks for."""
    return briefings.briefing(query, DATASET)
