"""What can go wrong when a name is looked up: each error says what caused it and what may help.

Every error is one of geopy's, so that code written for geopy catches it, and one of Python's own
that a caller would expect.
"""

# ruff: noqa: N818 - named in geopy's style

from __future__ import annotations

from collections.abc import Sequence

from geopy.exc import (
    ConfigurationError,
    GeocoderInsufficientPrivileges,
    GeocoderParseError,
    GeocoderQueryError,
    GeocoderRateLimited,
    GeocoderServiceError,
    GeocoderTimedOut,
    GeocoderUnavailable,
)

from eastflank.words.chosen import places_found as words


class NothingAsked(GeocoderQueryError):
    """The query holds no letter or digit. The caller's fault; asking for a name helps."""


class NotAPlace(GeocoderQueryError):
    """The words do not name a single place on the map, so no geocoder should draw them.

    `reason` says why, in a sentence that can be shown.
    """

    def __init__(self, query: str, reason: str) -> None:
        super().__init__(words.no_point(query, reason))
        self.query = query
        self.reason = reason


class AmbiguousPlace(GeocoderQueryError):
    """Several places answer equally well. The name's fault; a country, or choosing one of them, helps.

    `choices` lists them, best first, as sentences that can be shown.
    """

    def __init__(self, query: str, choices: Sequence[str]) -> None:
        super().__init__(words.several(query, choices))
        self.query = query
        self.choices = tuple(choices)


class NotConfigured(ConfigurationError):
    """A setting is missing or wrong. The fault of the person who set it; the message names the setting."""


class ServiceTooSlow(GeocoderTimedOut):
    """The online service did not answer in time. Its fault or the network's; asking again may help."""


class ServiceBusy(GeocoderRateLimited):
    """The online service was asked too often. Our fault; waiting helps.

    `retry_after` is the number of seconds that it asks us to wait; None: it did not say.
    """


class ServiceRefused(GeocoderInsufficientPrivileges, PermissionError):
    """The online service will not answer us. The user agent may be at fault; a true contact may help."""


class ServiceUnreachable(GeocoderUnavailable):
    """The online service cannot be reached. The network's fault; the offline gazetteers go on working."""


class AnswerUnreadable(GeocoderParseError, ValueError):
    """The online service answered with something other than a list of places. The service's fault."""


class ServiceFailed(GeocoderServiceError, RuntimeError):
    """Any other failure of the online service. The service's fault."""


class PlaceNotKept(ValueError):
    """A place cannot be written to places.csv. The caller's fault; the message says what to change."""
