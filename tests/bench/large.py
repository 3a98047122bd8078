"""What each step costs on a record with thousands of deployments, in seconds of the processor."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from eastflank.record.as_of import known_as_of
from eastflank.record.disagreements import disagreements_in
from eastflank.render.products import PRODUCTS
from eastflank.render.web_map import scene_script
from eastflank.report.contents import briefing_of
from eastflank.scene.composition import compose
from eastflank.store.tables import read
from eastflank.ui.table import rows_of
from eastflank.view.facet_counts import counts_of
from eastflank.view.filters import EVERYTHING
from eastflank.view.selection import select
from tests.frozen import SEEDS

DAY = date(2022, 6, 28)
"""A day on which almost all of the made-up deployments are drawn."""
_T = TypeVar("_T")


def large_times(folder: Path) -> dict[str, float]:
    """Seconds of the processor by step, each done once, as the first reader of a record meets it."""
    took: dict[str, float] = {}

    def timed(step: str, run: Callable[[], _T]) -> _T:
        start = time.process_time()
        found = run()
        took[step] = time.process_time() - start
        return found

    dataset = timed("read and check the tables", lambda: read(folder, SEEDS))
    known = timed("as_of: the first day", lambda: known_as_of(dataset, DAY))
    timed("as_of: another day", lambda: known_as_of(dataset, DAY - timedelta(days=30)))
    view = timed("view: select everything", lambda: select(dataset, EVERYTHING, known))
    scene = timed("scene: compose", lambda: compose(view, dataset, dataset.label_points))
    script = timed("map: what the browser is sent", lambda: scene_script(scene, "light"))
    timed("counts beside the filters", lambda: counts_of(view, dataset))
    timed("disagreements", lambda: disagreements_in(dataset, known))
    timed("table: its rows", lambda: rows_of(view, dataset))
    briefing = timed(
        "briefing",
        lambda: briefing_of(
            view,
            dataset,
            scene,
            dataset.base_map,
            query={},
            base_url="",
            selected="",
            marking="",
            compared=None,
            earlier=None,
        ),
    )
    png = next(one for one in PRODUCTS if one.format == "png")
    timed("PNG, the first", lambda: png.write(briefing, png.sizes[0]))
    for product in PRODUCTS:
        size = product.sizes[0] if product.sizes else None
        content = timed(f"export {product.format}", functools.partial(product.write, briefing, size))
        took[f"export {product.format}: megabytes"] = len(content) / 1e6
    took["deployments on the map"] = len(scene.every)
    took["marks on the map"] = len(scene.marks)
    took["kilobytes for the map"] = len(script) / 1000
    return took
