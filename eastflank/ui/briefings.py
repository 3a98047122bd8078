"""The briefing of a view, for every product."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eastflank import checks
from eastflank.model import Dataset
from eastflank.report.contents import Briefing, briefing_of
from eastflank.scene.side_by_side import composed
from eastflank.ui.checking import findings_so_far
from eastflank.ui.server_address import public_address
from eastflank.view.comparison import Comparison
from eastflank.view.selection import View


def briefing_for(  # noqa: PLR0913 - each is one thing that a view alone does not know
    dataset: Dataset,
    view: View,
    compared: Comparison | None,
    selected: str,
    *,
    query: Mapping[str, Sequence[str]],
    marking: str,
    side_by_side: bool,
) -> Briefing:
    """The briefing of the view. It takes some hundredths of a second, so make it only on demand."""
    found = findings_so_far(dataset)
    earlier, scene = composed(view, dataset, selected, compared, side_by_side=side_by_side)
    return briefing_of(
        view,
        dataset,
        scene,
        dataset.base_map,
        query=query,
        base_url=public_address(),
        selected=selected,
        marking=marking,
        compared=compared,
        earlier=earlier,
        findings=None if found is None else checks.count(found),
    )
