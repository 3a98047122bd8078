"""Sentences of an import about the places of its rows: what a name was found as, and what else it may be."""

from __future__ import annotations

from collections.abc import Sequence

from eastflank.words.en.rows_of_tables import MARKS

CORRECT_THE_PLACE = "Correct the name, or give coordinates."


def near_an_earlier_place(said: str, place: str, earlier: str, far: int) -> str:
    """Asks whether a place is another one than that of an earlier file, which lies some kilometres away."""
    return (
        f"“{said}” is taken as {place}. An earlier file of this table has {earlier}, {far:,} km from there: they are kept "
        "as two places. If the same place is meant, write it as in the earlier file."
    )


def perhaps(names: Sequence[str]) -> str:
    """Names of places that are similar to an unknown one."""
    return f"Similar names: {', '.join(names)}. {CORRECT_THE_PLACE}"


def found_as(name: str, country: str, kind: str) -> str:
    """The place that an uncertain name is assumed to mean. `country` is a code."""
    return f"Found as {name}, {country} ({kind})."


def doubt_at_a_place(words: Sequence[str]) -> str:
    """Words of doubt, or of another time, that stand at a place, and how it is read."""
    return MARKS["a doubt at a place"].format(words=", ".join(f"“{word}”" for word in words))


def better_known(found: str, place: str) -> str:
    """An older or foreign name of a place in the host, and a larger place elsewhere that has it too."""
    return f"{found} A larger place has this name too: {place}."


def places_together(places: Sequence[str]) -> str:
    """The places that one cell names."""
    return ", ".join(f"“{place}”" for place in places)


def area_of(place: str) -> str:
    """The name of what is near a place."""
    return f"Area of {place}"


def position_of(place: str) -> str:
    """The note of a place whose position is that of another one near it."""
    return f"The position is that of {place}. The table says that it is near there."


def of_namesakes(found: str, others: str) -> str:
    """A base that a name is assumed to mean, and the other places of this name."""
    return f"{found} Other places have this name too: {others}."


def place_at(name: str, country: str, lat: float, lon: float) -> str:
    """A place that may be meant. `country` is a code; it is empty if the place is in no country."""
    return f"{name}, {country or 'no country'} ({lat:.2f}, {lon:.2f})"


def places_to_choose(places: Sequence[str], more: int) -> str:
    """Places that may be meant, and how many more there are."""
    return "; ".join(places) + (f" and {more} more" if more > 0 else "")
