"""The nations in a deployment, by what they are in it."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from eastflank.model import Deployment


def roles_of(one: Deployment) -> Mapping[str, frozenset[str]]:
    """The nations in a deployment: codes by role: `lead`, `host`, `contributor`, and `any` for all of them.

    The lead is always a contributor too, and so is a nation that is to join. A country that it is meant for
    counts as a host.
    """
    hosts = one.missing_hosts if one.sort == "group" else one.host
    joining = [nation for plan in one.plans if plan.field == "contingent" for nation in plan.value]
    taking_part = [part.nation for part in one.contingents]
    return _roles(one.lead, hosts, one.meant_for, (*taking_part, *joining))


@functools.lru_cache(maxsize=1 << 16)
def _roles(
    lead: tuple[str, ...], host: tuple[str, ...], meant_for: tuple[str, ...], taking_part: tuple[str, ...]
) -> Mapping[str, frozenset[str]]:
    """Cached: thousands of deployments have the same nations, and share these sets."""
    leads, hosts = frozenset(lead), frozenset((*host, *meant_for))
    contributors = leads.union(taking_part)
    return {"lead": leads, "host": hosts, "contributor": contributors, "any": hosts | contributors}
