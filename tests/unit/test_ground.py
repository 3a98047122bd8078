"""The base map's shapes are read feature by feature, as the check of its files reads them."""

from __future__ import annotations

import json

from eastflank.render.picture.ground import ground_of

_SQUARE = {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 0]]]}
_NO_LABELS = json.dumps({"countries": [], "seas": [], "capitals": [], "parts": []})


def test_a_collection_need_not_say_its_type_and_may_be_empty() -> None:
    one = {"features": [{"properties": {"iso3": "EST", "name": "Estonia"}, "geometry": _SQUARE}]}
    none = json.dumps({"features": []})
    ground = ground_of({"countries": json.dumps(one), "disputed": none, "lakes": none, "labels": _NO_LABELS})

    assert {code: shape.bounds for code, shape in ground.countries.items()} == {"EST": (0, 0, 2, 2)}
    assert (ground.disputed, ground.lakes) == ({}, {})
