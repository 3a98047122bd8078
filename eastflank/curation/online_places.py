"""Looks up places that no local gazetteer knows, one by one with the online geocoder. It can be resumed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping, Sequence

from geopy.exc import GeocoderServiceError

from eastflank.gazetteer import lookup
from eastflank.gazetteer.errors import NotAPlace, NothingAsked
from eastflank.gazetteer.geocoder import PlaceGeocoder
from eastflank.gazetteer.ranking import Candidate
from eastflank.intake.tables.places.found_places import Ask, PlaceChoice
from eastflank.model import Theatre
from eastflank.names.countries import CountryNames


def waiting(choices: Mapping[Ask, PlaceChoice], found: Mapping[Ask, object]) -> tuple[Ask, ...]:
    """The places that have no candidate and were not looked up yet."""
    return tuple(ask for ask, choice in choices.items() if not choice.candidates and ask not in found)


def look_up(  # noqa: PLR0913, PLR0917 - what is asked, of whom, and who is told
    asks: Sequence[Ask],
    found: MutableMapping[Ask, tuple[Candidate, ...]],
    geocoder: PlaceGeocoder,
    names: CountryNames,
    theatre: Theatre,
    progress: Callable[[int, int], None],
) -> str:
    """Look up each place, and put the results into `found`. Returns why it ended early, or an empty text.

    The geocoder limits its own rate. Each answer is in `found` before the next request: an interruption loses
    nothing, and no place is looked up twice. `progress` is called with how many are done, of how many.
    """
    for number, ask in enumerate(asks):
        progress(number, len(asks))
        if ask in found:
            continue
        words, country = ask
        try:
            listed = lookup.candidates(words, country or None, [geocoder], None, names, theatre)
        except (NotAPlace, NothingAsked):
            listed = ()
        except GeocoderServiceError as error:
            return str(error)
        found[ask] = tuple(each for each in listed if not country or each.country == country)
    return ""
