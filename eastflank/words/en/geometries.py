"""English for the kind of a deployment's geometry, in files for map programs."""

from __future__ import annotations

PLACE = "The place that a claim names"
COUNTRY = "The whole host country: no base is stated"
SET = "All hosts as one set: which of them hosts what is not stated"
_NONE = {
    "statistic": "None: a statistic is shown at its country’s name",
    "sea": "None: a sea or a region is named, and no borders",
    "beside": "None: no host is stated",
    "off the map": "None: the host is not on the base map",
}


def none(why: str) -> str:
    """Says that there is no geometry: `sea`, `beside`, `off the map`, `statistic`, or a reason in words."""
    return _NONE.get(why) or f"None: {why}"
