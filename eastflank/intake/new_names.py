"""A name for a deployment that the record does not know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from eastflank.intake.article.proposals import Proposal
from eastflank.intake.stated_fields import nations_of

_KINDS = ("battlegroup", "brigade", "headquarters", "battalion", "company", "contingent")
"""Words of a quote that say what kind of formation it is, for a new name."""


def new_name(values: Mapping[str, str], proposal: Proposal, quote: str, names: Mapping[str, str]) -> str:
    """A plain name for what the record does not know: “Brigade in Lithuania (Germany)”."""
    kind = next((word for word in _KINDS if re.search(rf"\b{word}\b", quote, re.IGNORECASE)), "forces")
    hosts = _listed(names.get(code, code) for code in values.get("host", "").split(";") if code)
    where = hosts or proposal.fields["place"].value
    whose = _listed(names.get(code, code) for code in sorted(nations_of(values)))
    return f"{kind.capitalize()} in {where} ({whose})"


def _listed(names: Iterable[str]) -> str:
    found = list(names)
    return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)
