"""The time that the core takes without a page."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from eastflank.record.as_of import known_as_of
from eastflank.render.web_map import scene_values
from eastflank.scene.composition import compose
from eastflank.store import DATA, label_points
from eastflank.store.tables import read
from eastflank.view.filters import Filters
from eastflank.view.selection import newest_day, select
from tests.frozen import SEEDS


def core_times(folder: Path) -> dict[str, float]:
    """Milliseconds by step, each the best of several: on a busy machine the best is the least disturbed."""
    dataset = read(folder, SEEDS)
    day = newest_day(dataset)
    known = known_as_of(dataset, day)
    view = select(dataset, Filters(), known)
    anchors = label_points.read(DATA)
    scene = compose(view, dataset, anchors)
    large = len(dataset.claims) > 50_000
    return {
        "read and check the tables": _best(lambda: read(folder, SEEDS), 2 if large else 3),
        "as_of: fold claims to a day": _best(lambda: known_as_of(dataset, day), 3 if large else 10),
        "view: select everything": _best(lambda: select(dataset, Filters(), known)),
        "view: select one status": _best(lambda: select(dataset, Filters(status=("agreed",)), known)),
        "scene: compose": _best(lambda: compose(view, dataset, anchors)),
        "map: values for the browser": _best(lambda: scene_values(scene, "light")),
    }


def _best(run: Callable[[], object], times: int = 10) -> float:
    took = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        took.append(1000 * (time.perf_counter() - start))
    return min(took)
