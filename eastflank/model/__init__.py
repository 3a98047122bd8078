"""The values that every other module speaks in. No files, clock, network, Streamlit or Folium.

Degrees are WGS 84; latitude comes before longitude; days are `datetime.date`, and in frames `datetime64`;
strengths are persons; `None` always means *not stated*.
"""

from __future__ import annotations

from eastflank.model.claims import (
    BASES,
    DO_NOT_COUNT,
    PRECISIONS,
    SORTS,
    STATUSES,
    Claim,
    Contribution,
    Figure,
    Hedged,
    Standing,
)
from eastflank.model.dataset import OPTIONAL, TABLES, Dataset, Part
from eastflank.model.deployments import Contingent, Deployment, Plan
from eastflank.model.findings import Finding
from eastflank.model.kinds import Kind
from eastflank.model.places import Box, Place, Point
from eastflank.model.remembering import Remembering
from eastflank.model.rows import (
    ClaimRow,
    DecisionRow,
    MembershipRow,
    NationRow,
    ProgrammeRow,
    SourceRow,
    SpanRow,
    codes,
)
from eastflank.model.theatre import LeadColours, MapCredit, Theatre

__all__ = [
    "BASES",
    "DO_NOT_COUNT",
    "OPTIONAL",
    "PRECISIONS",
    "SORTS",
    "STATUSES",
    "TABLES",
    "Box",
    "Claim",
    "ClaimRow",
    "Contingent",
    "Contribution",
    "Dataset",
    "DecisionRow",
    "Deployment",
    "Figure",
    "Finding",
    "Hedged",
    "Kind",
    "LeadColours",
    "MapCredit",
    "MembershipRow",
    "NationRow",
    "Part",
    "Place",
    "Plan",
    "Point",
    "ProgrammeRow",
    "Remembering",
    "SourceRow",
    "SpanRow",
    "Standing",
    "Theatre",
    "codes",
]
