"""Parts of a deployment for programs: nations, places and figures by code and number, None for not stated."""

from __future__ import annotations

from eastflank import dates
from eastflank.model import Deployment, Figure


def of_figure(figure: Figure | None) -> dict[str, object]:
    """A figure with the day that it tells of (EDTF, as exactly as it was told), its claim and its grade."""
    return {
        "low": figure.low if figure else None,
        "high": figure.high if figure else None,
        "hedge": figure.hedge if figure else None,
        "stated_on": dates.text_of(figure.told_first, figure.told_last) if figure else None,
        "figure_claim": figure.claim if figure else None,
        "grade": (figure.grade or None) if figure else None,
    }


def there(one: Deployment) -> Figure | None:
    """The strength of what is there; None if none is stated, or if the deployment is only planned."""
    return None if one.planned else one.figure


def planned(one: Deployment) -> dict[str, object] | None:
    """The planned strength: its own if it is only planned, otherwise its strength planned for later."""
    later = next((plan.figure for plan in one.plans if plan.field == "strength"), None)
    figure = one.figure if one.planned else later
    return of_figure(figure) if figure else None


def contingents(one: Deployment) -> list[dict[str, object]]:
    """Who takes part with how many."""
    return [
        {
            "nation": part.nation,
            "claim": part.claim,
            "planned": part.planned,
            "announced": part.announced,
            "old": part.old,
            **of_figure(part.figure),
        }
        for part in one.contingents
    ]
