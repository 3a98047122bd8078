"""Where the rows of a table are: each different place, found, chosen, or to be chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from eastflank.gazetteer.ranking import Candidate
from eastflank.intake.tables.places import earlier_places, found_places, one_place, placing
from eastflank.intake.tables.places.found_places import Ask, PlaceChoice, PlaceSpot
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.target.against import Against

_Found = tuple[tuple[TableEntry, ...], dict[Ask, PlaceSpot], dict[Ask, PlaceChoice]]


def found(  # noqa: PLR0913, PLR0917 - the rows, and all that says where they are
    read: Sequence[TableEntry],
    fields: Mapping[str, str],
    file: str,
    against: Against,
    chosen: Mapping[Ask, Candidate | None],
    progress: Callable[[int, int], None],
) -> _Found:
    """The entries with their places, the places that were found, and those that a person must choose.

    `fields`: the heading of each field's column. `file` is the name of the file, and `chosen` what a person
    chose. `progress` is called with how many places are done, and of how many.
    """
    named = placing.known_by_name(read) if "precision" in fields else {}

    def find(said: str, country: str) -> PlaceSpot | PlaceChoice:
        ask = said, country
        if ask not in chosen:
            return named.get(ask) or against.gazetteers.place(said, country)
        return found_places.decided(chosen[ask], said, country)

    heading = fields.get("place", "")
    located, answers = placing.placed(read, find, heading, progress)
    spots, choices = _apart(answers, against)
    spots, questions = earlier_places.as_known(spots, against.dataset, file, chosen)
    located = tuple(earlier_places.asked(located, questions, heading)) if questions else located
    located, spots = one_place.joined(located, spots, heading, chosen)
    return located, spots, choices


def _apart(
    answers: Mapping[Ask, PlaceSpot | PlaceChoice], against: Against
) -> tuple[dict[Ask, PlaceSpot], dict[Ask, PlaceChoice]]:
    """Places found and places to choose. A point outside its country on the base map is not used."""
    spots: dict[Ask, PlaceSpot] = {}
    choices: dict[Ask, PlaceChoice] = {}
    for ask, answer in answers.items():
        match answer:
            case PlaceChoice():
                choices[ask] = answer
            case PlaceSpot():
                astray = answer.point is not None and not against.known.ground.lies_in(
                    answer.point, answer.country
                )
                spots[ask] = replace(answer, point=None, precision="none") if astray else answer
    return spots, choices
