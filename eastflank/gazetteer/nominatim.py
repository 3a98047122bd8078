"""OpenStreetMap's Nominatim: the only geocoder that goes online, and only if a user switched it on.

Its policy (operations.osmfoundation.org/policies/nominatim): at most one request a second from the
whole application, an own user agent, results cached, © OpenStreetMap contributors (ODbL).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from geopy import exc
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim
from geopy.geocoders.base import DEFAULT_SENTINEL
from geopy.location import Location

from eastflank.gazetteer import errors
from eastflank.gazetteer.geocoder import PlaceGeocoder
from eastflank.gazetteer.hit import Hit, Match, Origin, match_of
from eastflank.model import Point
from eastflank.words.chosen import places_found as told

SWITCH = "EASTFLANK_NOMINATIM"
AGENT = "EASTFLANK_USER_AGENT"

_PRECISIONS = {"country": "country", "state": "region", "region": "region", "county": "region", "sea": "sea"}
_SITES = frozenset({"aeroway", "amenity", "building", "landuse", "military", "office"})


class AdapterFactory(Protocol):
    """Makes the adapter with which geopy reaches the network."""

    def __call__(self, *, proxies: object, ssl_context: object) -> object:
        """An adapter of geopy."""


class Ask(Protocol):
    """Asks a service for a place."""

    def __call__(self, query: str, **options: object) -> object:
        """The places that it finds."""


def from_environment(
    environment: Mapping[str, str],
    alpha3: Mapping[str, str],
    adapter_factory: AdapterFactory | None = None,
) -> Online | None:
    """The online geocoder if `EASTFLANK_NOMINATIM` is 1; None if it is 0, empty or not set.

    Raises NotConfigured if the variable has another value, or if `EASTFLANK_USER_AGENT` is missing or is one
    of the samples in geopy's manual.
    """
    switch = environment.get(SWITCH, "").strip()
    if switch in ("", "0"):
        return None
    if switch != "1":
        raise errors.NotConfigured(told.wrong_switch(SWITCH, switch))
    agent = environment.get(AGENT, "").strip()
    if not agent:
        raise errors.NotConfigured(told.no_agent(SWITCH, AGENT))
    return Online(agent, alpha3, adapter_factory)


def one_request_a_second(ask: Ask) -> RateLimiter:
    """`ask`, limited to Nominatim's rate; it does not retry, and it passes errors on."""
    return RateLimiter(ask, min_delay_seconds=1.0, max_retries=0, swallow_exceptions=False)


class Online(PlaceGeocoder):
    """geopy's Nominatim with our hits and errors. The application shares one instance, to limit the rate."""

    offline = False

    def __init__(
        self, agent: str, alpha3: Mapping[str, str], adapter_factory: AdapterFactory | None = None
    ) -> None:
        super().__init__()
        try:
            service = Nominatim(user_agent=agent, timeout=10, adapter_factory=adapter_factory)
        except exc.ConfigurationError as error:
            raise errors.NotConfigured(told.other_agent(agent, AGENT)) from error
        self.ask = one_request_a_second(service.geocode)
        self._alpha3 = alpha3
        self._alpha2 = {three: two.lower() for two, three in alpha3.items()}

    def hits(
        self, query: str, country: str | None = None, timeout: object = DEFAULT_SENTINEL, /
    ) -> list[Hit]:
        """What Nominatim finds, inside `country` if one is given.

        Raises an error of `gazetteer.errors` if it fails; an answer without places is an empty list.
        """
        try:
            found = self.ask(
                query,
                exactly_one=False,
                limit=10,
                addressdetails=True,
                language="en",
                country_codes=self._alpha2.get(country) if country else None,
                timeout=timeout,
            )
            return [self._hit(query, each) for each in found or ()]
        except exc.GeocoderServiceError as error:
            raise _ours(error) from error
        except (KeyError, TypeError, ValueError) as error:
            raise errors.AnswerUnreadable(told.unreadable(error)) from error

    def _hit(self, query: str, found: Location) -> Hit:
        raw: Mapping[str, object] = found.raw
        address = raw.get("address")
        kind = str(raw.get("addresstype") or raw["type"])
        name = str(raw.get("name") or found.address.split(",")[0])
        precision = "site" if raw.get("class") in _SITES else _PRECISIONS.get(kind, "town")
        code = str(address.get("country_code", "") if isinstance(address, Mapping) else "").upper()
        match = match_of(query, name)
        return Hit(
            name=name,
            country=self._alpha3.get(code),
            kind=kind,
            point=Point(found.latitude, found.longitude),
            precision=precision,
            geocoder="nominatim",
            origin=Origin.GAZETTEER,
            match=match or Match.ALTERNATE,
            id=f"{raw.get('osm_type', '')} {raw.get('osm_id', '')}".strip(),
            note=told.of_open_street_map(found.address),
        )


def _ours(error: exc.GeocoderServiceError) -> exc.GeocoderServiceError:
    if isinstance(error, exc.GeocoderRateLimited) and error.retry_after is not None:
        return errors.ServiceBusy(told.wait(error.retry_after), retry_after=error.retry_after)
    for theirs, ours, words in _WORDS:
        if isinstance(error, theirs):
            return ours(words)
    return errors.ServiceFailed(told.failed(error))


_REFUSED = told.refused(AGENT)
_WORDS: tuple[tuple[type[Exception], Callable[[str], exc.GeocoderServiceError], str], ...] = (
    (exc.GeocoderTimedOut, errors.ServiceTooSlow, told.TOO_SLOW),
    (
        exc.GeocoderQuotaExceeded,
        errors.ServiceBusy,
        told.TOO_OFTEN,
    ),
    (exc.GeocoderInsufficientPrivileges, errors.ServiceRefused, _REFUSED),
    (exc.GeocoderAuthenticationFailure, errors.ServiceRefused, _REFUSED),
    (exc.GeocoderUnavailable, errors.ServiceUnreachable, told.UNREACHABLE),
    (
        exc.GeocoderParseError,
        errors.AnswerUnreadable,
        told.NO_LIST,
    ),
)
