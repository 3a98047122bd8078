"""Briefings for tests, of the record or of a small data set."""

from __future__ import annotations

import functools
from typing import Any
from urllib.parse import parse_qs

from eastflank.model import Dataset
from eastflank.render.products import Product
from eastflank.report.contents import Briefing, Size, briefing_of
from eastflank.scene.composition import compose
from eastflank.scene.side_by_side import compose_pair
from eastflank.store import DATA, ground, label_points
from eastflank.view.comparison import compare
from eastflank.view.request import request_of
from eastflank.view.selection import view_of
from tests.frozen import RECORD

GROUND = ground.read(DATA)
ANCHORS = label_points.read(DATA)

HOSTILE = (
    "=1+1 </script><img src=x onerror=window.pwn=1> ${x} {{7*7}} ]]> &amp; <!-- \" ' \\ \x07 \u2028 Ādaži"
)
"""Text that must stay text in every format."""


def briefing(query: str = "", dataset: Dataset | None = None, **said: Any) -> Briefing:
    """The briefing that an address's query asks for."""
    dataset = dataset or RECORD
    asked = parse_qs(query)
    request = request_of(asked, dataset)
    assert request.unread == ()
    view = view_of(dataset, request.filters, request.asof)
    earlier = view_of(dataset, request.filters, request.since) if request.since else None
    compared = compare(view, earlier, dataset) if earlier else None
    if compared and request.layout:
        before, scene = compose_pair(compared, dataset, ANCHORS, request.deployment)
    else:
        before, scene = None, compose(view, dataset, ANCHORS, request.deployment, compared)
    given = {
        "query": asked,
        "selected": request.deployment,
        "marking": request.marking,
        "compared": compared,
        "earlier": before,
    }
    return briefing_of(view, dataset, scene, GROUND, **{**given, **said})


@functools.cache
def of_the_record(query: str = "") -> Briefing:
    """The same, of the record, made once: nothing changes a briefing."""
    return briefing(query)


@functools.cache
def written(product: Product, query: str = "", size: Size | None = None) -> bytes:
    """A product of the record in its usual size or another, made once: two are the same bytes."""
    return product.write(of_the_record(query), size or (product.sizes[0] if product.sizes else None))
