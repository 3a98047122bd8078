"""English for places that are looked up by name: what was found, why it is ranked so, what failed."""

from __future__ import annotations

from collections.abc import Sequence

# --- what was found -----------------------------------------------------------------------------------------

CAPITAL = "A capital: in the news its name often means the government, which is not a place."
COUNTRY = "A country, not a place in it."
CIVIL = "A civil airfield by its name."
NOT_THE_BASE = "The place of that name, not the base itself."
"""For a town that matches the name of a base."""
NO_BASE = "The place of that name, not the base itself: no base of that name is known here."
"""The same if no candidate is a base."""
TWO_WAYS = "airportsdata writes coordinates here in two ways, and no town shows which is meant."
ORIGINS = {"geonames": "GeoNames {} (CC BY 4.0).", "airportsdata": "Aerodrome {}.", "nominatim": "OSM {}."}
"""Where a place was found, by the geocoder, given its id there."""


def far_from_its_town(km: float, town: str) -> str:
    """Says that an aerodrome lies far from its town."""
    return f"It lies {km:,.0f} km from {town}, its town in airportsdata."


def corrected(lat: float, lon: float, km: float) -> str:
    """Says that degrees, minutes and seconds were written as if they were decimals."""
    return (
        f"Corrected: airportsdata has {lat}, {lon}, which are degrees, minutes and seconds "
        f"written as decimals, {km:,.0f} km off."
    )


def of_open_street_map(address: str) -> str:
    """Nominatim's description of a place, with its copyright."""
    return f"{address}. © OpenStreetMap contributors, ODbL."


def place(name: str, country: str | None, kind: str, point: tuple[float, float] | None, geocoder: str) -> str:
    """A place in a line: “Tapa, EST (town at 59.2606, 25.9586; geonames)”."""
    state = "" if country is None else f", {country}"
    where = "" if point is None else f" at {point[0]:.4f}, {point[1]:.4f}"
    return f"{name}{state} ({kind}{where}; {geocoder})"


def border(km: float, *, inside: bool) -> str:
    """The position of a place relative to its country's border."""
    return f"{km:,.0f} km {'inside' if inside else 'OUTSIDE'} the border"


# --- why it is ranked so ------------------------------------------------------------------------------------

CURATED = "curated"
MATCHES = {
    "EXACT": "its exact name",
    "FOLDED": "its name without diacritics",
    "FORMER": "a former or foreign name of it",
    "ALTERNATE": "another name of it",
    "ALIKE": "a name that sounds like it",
}
"""How its name matches the query."""
READINGS = {
    "WHOLE": "",
    "BASE": "a base of that kind",
    "OTHER_BASE": "a base of another kind",
    "PLACE": "the place in the name",
    "WORDS": "some words of the name",
}
"""How the name was read."""
IN_THE_REGION = "in the region"


def as_asked(country: str) -> str:
    """Says that it is in the country asked for."""
    return f"in {country}, as asked"


def not_as_asked(country: str) -> str:
    """Says that it is elsewhere."""
    return f"not in {country}, which was asked for"


def by_part(reading: str, part: str) -> str:
    """How the name was read, and the part of it that matches, if it is not the whole."""
    return f"{reading}, “{part}”" if part else reading


def people(number: int) -> str:
    """How many live there."""
    return f"{number:,} people"


def from_the_region(km: float) -> str:
    """How far it lies from the theatre."""
    return f"{km:,.0f} km from the region"


# --- what failed --------------------------------------------------------------------------------------------

TOO_SLOW = "Nominatim did not answer in time. Ask again later."
TOO_OFTEN = "Nominatim was asked too often. Wait before asking again."
UNREACHABLE = "Nominatim cannot be reached. Check the network."
NO_LIST = "Nominatim's answer is not a list of places. Ask again later."


def nothing_asked(query: str) -> str:
    """Says that the query is empty."""
    return f"“{query}” holds no letter or digit. Ask for a name, such as Tapa."


def no_point(query: str, reason: str) -> str:
    """Says that what was asked for is no place."""
    return f"“{query}” has no point on the map. {reason}"


def several(query: str, choices: Sequence[str]) -> str:
    """Says that several places match equally well."""
    listed = "; ".join(f"{number}. {choice}" for number, choice in enumerate(choices, 1))
    return f"“{query}” may mean {len(choices)} places: {listed}. Name a country, or choose one."


def wrong_switch(switch: str, value: str) -> str:
    """Says that the variable that switches Nominatim on has another value."""
    return f"{switch} is “{value}”. Set it to 1 to ask Nominatim online, or to 0."


def no_agent(switch: str, agent: str) -> str:
    """Says that no user agent is set."""
    return (
        f"{switch} is 1 but {agent} is not set. Nominatim must know who asks: "
        f"set {agent} to your organisation and an address, such as “Example Staff maps@example.org”."
    )


def other_agent(value: str, agent: str) -> str:
    """Says that the user agent is not accepted."""
    return f"Nominatim does not accept the user agent “{value}”. Set {agent} to your own."


def unreadable(reason: object) -> str:
    """Says that an answer cannot be read."""
    return f"Nominatim's answer cannot be read ({reason}). Ask again later."


def wait(seconds: object) -> str:
    """Says that it asks us to wait."""
    return f"Nominatim was asked too often. Wait {seconds} seconds before asking again."


def failed(reason: object) -> str:
    """Says that it failed in another way."""
    return f"Nominatim failed ({reason}). Ask again later, or work offline."


def refused(agent: str) -> str:
    """Says that it refuses to answer."""
    return f"Nominatim refuses to answer. Check that {agent} names you truly."
