"""Nominatim without a network: settings that switch it on, and an adapter that answers from here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from geopy.adapters import BaseSyncAdapter

ON = {"EASTFLANK_NOMINATIM": "1", "EASTFLANK_USER_AGENT": "Example Staff maps@example.org"}
RANGE = {
    "lat": "42.72", "lon": "26.59", "name": "Novo Selo", "class": "landuse", "type": "military",
    "addresstype": "landuse", "display_name": "Novo Selo, Sliven, Bulgaria", "osm_type": "way", "osm_id": 7,
    "address": {"country_code": "bg"},
}  # fmt: skip


def canned(answer: object, asked: list[tuple[str, dict[str, str]]] | None = None) -> Callable[..., Any]:
    """An adapter that gives the answer, or raises it."""

    class Canned(BaseSyncAdapter):  # type: ignore[misc]  # geopy has no types
        def get_json(self, url: str, *, timeout: float, headers: dict[str, str]) -> object:
            assert timeout > 0
            if asked is not None:
                asked.append((url, headers))
            if isinstance(answer, Exception):
                raise answer
            return answer

        get_text = get_json

    return Canned
