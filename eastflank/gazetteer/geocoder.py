"""geopy's interface around the hits of a gazetteer, or of several together."""

from __future__ import annotations

from collections.abc import Sequence

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderUnavailable
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location

from eastflank.gazetteer.errors import AmbiguousPlace, NothingAsked
from eastflank.gazetteer.hit import Hit
from eastflank.gazetteer.ranking import candidates_from, undecided
from eastflank.reading.folding import fold


class NoNetwork(BaseSyncAdapter):
    """The adapter of an offline geocoder: a request would be a mistake of ours, so it fails loudly."""

    def get_text(self, url: str, **_: object) -> str:
        """Raise GeocoderUnavailable."""
        raise GeocoderUnavailable(f"An offline geocoder must not ask for {url}")

    get_json = get_text


class PlaceGeocoder(Geocoder):
    """A geopy geocoder that never chooses silently. Subclasses say which `hits` they have."""

    def __init__(self) -> None:
        super().__init__(adapter_factory=NoNetwork)

    def hits(
        self, query: str, country: str | None = None, timeout: object = DEFAULT_SENTINEL, /
    ) -> list[Hit]:
        """Every place of that name, in any country: `country` (alpha-3) may only help the search."""
        raise NotImplementedError

    def near(self, _query: str, /) -> list[str]:
        """Names much like the one asked for, best first, for somebody who mistyped."""
        return []

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,
        country: str | None = None,
    ) -> Location | list[Location] | None:
        """The place of that name, or None; with `exactly_one=False` all of them, best first.

        Each `Location.raw` is a `Candidate`. `country` (ISO 3166-1 alpha-3) is a condition for the
        one place, and an order for all of them.

        Raises NothingAsked for an empty query, NotAPlace for words that must not be drawn, and
        AmbiguousPlace, which lists them, where several places answer equally well.
        """
        if not fold(query):
            raise NothingAsked(f"“{query}” holds no letter or digit. Ask for a name, such as Tapa.")
        found = candidates_from(query, self.hits(query, country, timeout), country)
        if not exactly_one:
            return [Location(str(each), each.point, each) for each in found] or None
        rivals = undecided([each for each in found if each.in_asked_country is not False])
        if len(rivals) > 1:
            raise AmbiguousPlace(query, [str(each) for each in rivals])
        return Location(str(rivals[0]), rivals[0].point, rivals[0]) if rivals else None


class Together(PlaceGeocoder):
    """Several geocoders asked at once, their hits ranked as one list."""

    def __init__(self, geocoders: Sequence[PlaceGeocoder]) -> None:
        super().__init__()
        self.geocoders = tuple(geocoders)

    def hits(
        self, query: str, country: str | None = None, timeout: object = DEFAULT_SENTINEL, /
    ) -> list[Hit]:
        """Every hit of every geocoder."""
        return [hit for each in self.geocoders for hit in each.hits(query, country, timeout)]

    def near(self, query: str, /) -> list[str]:
        """Near names of every geocoder, without repetition."""
        return list(dict.fromkeys(name for each in self.geocoders for name in each.near(query)))
