"""A name for a deployment that the record does not know."""

from __future__ import annotations

import re
from collections.abc import Mapping

from eastflank.intake.article.proposals import Proposal
from eastflank.intake.stated_fields import nations_of
from eastflank.words.chosen import lists, reviewing

_SAID = ("battlegroup", "brigade", "headquarters", "battalion", "company", "contingent")
"""Words of an English quote that say what kind of formation it is."""


def new_name(values: Mapping[str, str], proposal: Proposal, quote: str, names: Mapping[str, str]) -> str:
    """A plain name for a deployment that the record does not know: “Brigade in Lithuania (Germany)”."""
    said = next((word for word in _SAID if re.search(rf"\b{word}\b", quote, re.IGNORECASE)), "")
    hosts = lists.listed(names.get(code, code) for code in values.get("host", "").split(";") if code)
    whose = lists.listed(names.get(code, code) for code in sorted(nations_of(values)))
    return reviewing.new_name(
        reviewing.FORMATIONS.get(said, ""), hosts or proposal.fields["place"].value, whose
    )
