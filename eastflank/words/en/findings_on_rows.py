"""English for what is wrong with rows: their dates, places, nations, and how they belong together."""

from __future__ import annotations

from collections.abc import Sequence

from eastflank.words.en.findings import CORRECT_ONE_DATE

# --- dates --------------------------------------------------------------------------------------------------

RESTS_ON_NO_DAY = (
    "It rests on no claim that has a day, so nobody can say from when it was known.",
    "Name the claims that it rests on, none of which may rest on it.",
)
NO_DAY_NO_SOURCE = (
    "It has neither a day nor a source, so nobody can say from when it was known.",
    "Name its source, or give it said_on.",
)
SAID_AFTER_PUBLISHED = (
    "It was said on {said_on}, after its source {source} was published on {published}.",
    CORRECT_ONE_DATE,
)
ENDS_BEFORE_IT_STARTS = ("It ends ({ends}) before it starts ({starts}).", CORRECT_ONE_DATE)
NOT_BEGUN = (
    "It is deployed, but it starts ({starts}) after the day on which this was known ({known_on:%Y-%m-%d}).",
    "Correct the day, or the status: what is to come is decided or agreed.",
)
TOLD_OF_A_DAY_TO_COME = (
    "It tells of {as_at}, a day after it was known ({known_on:%Y-%m-%d}).",
    "Correct the date; what is planned has its days in starts and ends.",
)
READ_BEFORE_PUBLISHED = (
    "It was read on {accessed:%Y-%m-%d}, before it was published ({published}).",
    CORRECT_ONE_DATE,
)


def open_ended(column: str) -> tuple[str, str]:
    """Says that a date has no last day."""
    return (
        f"“{{{column}}}” has no last day, so nobody can say from when it was known.",
        "Give it an end, such as the day it was read.",
    )


# --- places -------------------------------------------------------------------------------------------------

PHRASE_WITH_POINT = (
    "Precision is none, but there is a coordinate.",
    "Empty it, or say how well the place is known.",
)
OTHER_GEOCODER = (
    "Geocoder “{geocoder}” does not go with precision “{precision}”.",
    "Only a place without coordinates has geocoder none.",
)
WITHOUT_COUNTRY = (
    "A {precision} lies in a country, but none is given.",
    "Give its ISO 3166-1 alpha-3 code.",
)
SEA_WITH_COUNTRY = ("A sea lies in no country, but {country} is given.", "Empty it.")
WITHOUT_POINT = (
    "Precision is {precision}, but a coordinate is missing.",
    "Give it, or set precision to none.",
)
COUNTRY_IS_NO_BASE = (
    "“{place}” is a whole country, and its centre would look like a base.",
    "Empty the place, and name the country in host.",
)


def outside_the_map(code: str) -> tuple[str, str]:
    """Says that the base map does not show a country that hosts troops or has a place."""
    return (
        f"Claims or places name {code}, which is outside this map.",
        "If that is right, answer this: the table, the counts and the exports have them. If not, correct the cell.",
    )


def place_of_another_country(place: str, country: str, host: str) -> tuple[str, str]:
    """Says that a claim's place is in none of its hosts."""
    return (
        f"“{place}” is a place in {country}, but the host is {host.replace(';', ', ')}.",
        "Correct the place or the host. If two places have one name, give each an id of its own.",
    )


def no_outline(country: str) -> tuple[str, str]:
    """Says that a country has no outline on the base map."""
    return (
        f"The base map has no outline of {country}.",
        "Correct the country, or add its outline to the base map.",
    )


def is_no_sea(lat: float, lon: float, land: Sequence[str]) -> tuple[str, str]:
    """Says that a point of a sea lies in countries."""
    return f"{lat}, {lon} is not a sea: it lies in {', '.join(land)}.", "Correct lat and lon."


def lies_elsewhere(
    lat: float, lon: float, country: str, found: Sequence[str], *, swapped: bool
) -> tuple[str, str]:
    """Says that a point is not in its country but in the found ones, which may be empty.

    `swapped`: it would be in its country if the coordinates were swapped.
    """
    where = " and ".join(found) or "no country on the map: at sea"
    return (
        f"{lat}, {lon} is not in {country} but in {where}.",
        "Swap lat and lon." if swapped else "Correct lat and lon, or the country.",
    )


# --- nations ------------------------------------------------------------------------------------------------


def nation_not_named(code: str, quote: str) -> tuple[str, str]:
    """Says that a quote does not name a nation."""
    return (
        f"{code} is not named in the quote “{quote}”.",
        (
            "Correct the code, let the claim's note say why it is meant, or add the quote's word for "
            "it to also_known_as in nations.csv."
        ),
    )


def named_twice(column: str) -> tuple[str, str]:
    """Says that a list of nations has one of them twice."""
    return f"{{{column}}} names a nation twice.", "Name it once."


# --- how rows belong together -------------------------------------------------------------------------------

BECAME_ANOTHER_ALREADY = ("{member} became another deployment already.", "Keep the row that is right.")
NO_DEPLOYMENT_HAS_IT = ("No deployment has the programme “{id}”.", "Add the deployment, or remove the row.")
UNTRIMMED = ("The text begins or ends with white space.", "Remove it.")


def deployment_claim_without(column: str) -> tuple[str, str]:
    """Says that a claim about a deployment lacks something."""
    return (
        f"A claim of kind deployment has no {column}.",
        "Fill it in, or give the claim another kind.",
    )


def in_a_circle(way: Sequence[str]) -> tuple[str, str]:
    """Says that a deployment is a part of itself."""
    return f"It leads in a circle: {' → '.join(way)}.", "Break it."


def part_twice(member: str, whole: str) -> tuple[str, str]:
    """Says that a membership overlaps itself."""
    return (
        f"{member} is a part of {whole} twice at one time.",
        "Give each row days of its own, or remove one.",
    )


def other_group(member: str, groups: Sequence[str], whole: str) -> tuple[str, str]:
    """Says that a deployment and what it became are in different groups."""
    return (
        f"{member} is a part of {', '.join(groups)}, but {whole}, which it became, is not.",
        "Give both the same group.",
    )


def no_claim_has_it(column: str) -> tuple[str, str]:
    """Says that nothing needs a row."""
    return f"No claim has the {column} “{{id}}”.", "Add the claim, or remove the row."


def not_sorted(key: Sequence[object], before: Sequence[object]) -> tuple[str, str]:
    """Says that rows are not in order."""
    return (
        f"{', '.join(map(str, key))} stands after {', '.join(map(str, before))}.",
        "Sort the rows by their keys.",
    )


def alike(one: str, other: str) -> tuple[str, str]:
    """Says that two rows have ids that a reader takes for the same."""
    return (
        f"The ids “{one}” and “{other}” differ only in how their letters are written.",
        "Remove the row if it is a copy. Otherwise give it another id.",
    )


def name_of_another(name: str, other: str) -> tuple[str, str]:
    """Says that a deployment has a name that a reader takes for that of another one."""
    return (
        f"The name “{name}” looks the same as that of {other}.",
        "If both are one deployment, move its claims to one of them. Otherwise change a name, or answer why both bear it.",
    )


def invisible(letter: str) -> tuple[str, str]:
    """Says that a text holds an invisible character."""
    return f"There is an invisible character, U+{ord(letter):04X}.", "Remove it."


def too_long(length: int, most: int) -> tuple[str, str]:
    """Says that a name is too long."""
    return (
        f"The name has {length:,} characters, and at most {most} can be shown.",
        "Shorten it, and put the rest into the note.",
    )
