"""Places that no gazetteer here knows, asked of the online geocoder one by one. It can be resumed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping, Sequence

from geopy.exc import GeocoderServiceError

from eastflank.gazetteer import lookup
from eastflank.gazetteer.errors import NotAPlace, NothingAsked
from eastflank.gazetteer.geocoder import PlaceGeocoder
from eastflank.gazetteer.ranking import Candidate
from eastflank.intake.tables.placing import Ask, PlaceChoice
from eastflank.model import Theatre
from eastflank.names.countries import CountryNames


def waiting(choices: Mapping[Ask, PlaceChoice], found: Mapping[Ask, object]) -> tuple[Ask, ...]:
    """The places without any candidate that were not asked for yet."""
    return tuple(ask for ask, choice in choices.items() if not choice.candidates and ask not in found)


def look_up(  # noqa: PLR0913, PLR0917 - what is asked, of whom, and who is told
    asks: Sequence[Ask],
    found: MutableMapping[Ask, tuple[Candidate, ...]],
    geocoder: PlaceGeocoder,
    names: CountryNames,
    theatre: Theatre,
    progress: Callable[[int, int], None],
) -> str:
    """Ask for each place, and put what is found into `found`; why it ended early, empty where it did not.

    The geocoder keeps its own rate. Each answer is in `found` before the next question: what breaks this off
    loses nothing, and what is there is not asked again. `progress` is told how many are done, of how many.
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
