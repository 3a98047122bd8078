"""`python -m eastflank geocode`: the places that a name may mean, and one of them kept in `places.csv`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path

import pandas as pd
from geopy.exc import GeocoderServiceError

from eastflank.commands.data_option import add_data_argument, folder_of
from eastflank.gazetteer import keeping, lookup, nominatim, words
from eastflank.gazetteer.errors import NotAPlace, NotConfigured, NothingAsked, PlaceNotKept
from eastflank.gazetteer.geocoder import PlaceGeocoder
from eastflank.gazetteer.ranking import Candidate
from eastflank.store import DATA, country_names, exchange, files, outlines, schema, stores, theatres
from eastflank.store.broken import BrokenData
from eastflank.store.cells import cells_in
from eastflank.store.columns import dangling, values
from eastflank.store.edits import Conflict, Insert, Refused
from eastflank.store.folder import Folder
from eastflank.store.table_text import TableText
from eastflank.words.chosen import command_line
from eastflank.words.chosen import geocoding as told

GAZETTEER = DATA / "gazetteer"
PLACES = "places.csv"
WHO = "curator"
SHOWN = 12
"""Places printed; the rest are counted."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("name", help=command_line.PLACE)
    parser.add_argument("--country", metavar="ISO3", help=command_line.COUNTRY)
    parser.add_argument("--accept", type=int, metavar="N", help=command_line.accept(PLACES))
    parser.add_argument("--id", dest="place", metavar="ID", help=command_line.PLACE_ID)
    add_data_argument(parser)


def run(args: argparse.Namespace) -> int:
    """0: places printed, or one kept; 1: no place found, or not kept; 2: wrong call, or no dataset."""
    return run_with(args, os.environ, datetime.now().astimezone().date())


def run_with(
    args: argparse.Namespace,
    environment: Mapping[str, str],
    today: date,
    adapter_factory: nominatim.AdapterFactory | None = None,
) -> int:
    """`run`, with the settings, the day and the network access as arguments."""
    countries = words.read(GAZETTEER / lookup.COUNTRIES, words.COUNTRIES)
    names = dict(zip(countries["iso3"], countries["name"], strict=True))
    country = args.country and args.country.upper()
    if country and country not in names:
        return _refused(told.no_code(args.country), 2)
    try:
        online = nominatim.from_environment(environment, words.alpha3(countries), adapter_factory)
        place = folder_of(args, environment)
        geocoders = lookup.offline_geocoders(GAZETTEER, _frames(place.root)["places"])
        ask = partial(
            lookup.candidates,
            args.name,
            country,
            outlines=outlines.read(place.ground),
            names=country_names.read(DATA),
            theatre=theatres.read(place.theatre),
        )
        found = _found(ask, geocoders, online)
        if args.accept is not None:
            return _kept(args, place, found, today)
    except (NotConfigured, NothingAsked, BrokenData) as error:
        return _refused(str(error), 2)
    except (NotAPlace, PlaceNotKept) as error:
        return _refused(str(error), 1)
    print(_listed(args.name, country, found, names))
    if any(each.in_asked_country is not False for each in found):
        return 0
    near = lookup.near_names(args.name, geocoders)
    return _refused(told.near(near) if near else told.NOTHING_NEAR, 1)


def _found(
    ask: Callable[[Sequence[PlaceGeocoder]], tuple[Candidate, ...]],
    geocoders: Sequence[PlaceGeocoder],
    online: PlaceGeocoder | None,
) -> tuple[Candidate, ...]:
    """The candidates. Words that no geocoder should draw are refused before an online service is asked."""
    offline = ask(geocoders)
    if online is None:
        return offline
    try:
        return ask([*geocoders, online])
    except GeocoderServiceError as error:
        print(told.offline_instead(error), file=sys.stderr)
        return offline


def _listed(name: str, country: str | None, found: Sequence[Candidate], names: Mapping[str, str]) -> str:
    asked = "" if country is None else names[country]
    missing = not any(each.in_asked_country is not False for each in found)
    head = told.not_known(name, asked) if missing else told.may_mean(name, asked)
    if missing and found:
        head += f" {told.ELSEWHERE}"
    lines = [head]
    for number, each in enumerate(found[:SHOWN], 1):
        where = names.get(each.country or "", told.NO_COUNTRY)
        border = f"; {told.BORDER_UNKNOWN if each.border is None else each.border}"
        spot = f"{each.point.lat:.4f}, {each.point.lon:.4f} ({each.geocoder})"
        spot += border if each.precision in ("site", "town") else ""
        what = each.installation or each.kind
        lines.append(f"{number:3}. {told.place(each.name, where, what, each.precision, spot)}")
        lines.append(f"     {told.because(each.why, each.agreeing)}")
        lines += [f"     {each.note}"] * bool(each.note)
    if len(found) > SHOWN:
        lines.append(f"     {told.more(len(found) - SHOWN)}")
    return "\n".join(lines)


def _kept(args: argparse.Namespace, place: Folder, found: Sequence[Candidate], today: date) -> int:
    """Write the chosen place, unless the table would then break its schema."""
    if not 1 <= args.accept <= len(found):
        return _refused(told.no_number(args.accept, len(found)), 2)
    chosen = found[args.accept - 1]
    try:
        if place.database:
            return _in_database(args, place, chosen, today)
        return _written(args, place.root, chosen, today)
    except (BrokenData, Refused, Conflict) as error:
        return _refused(str(error), 1)


def _in_database(args: argparse.Namespace, place: Folder, chosen: Candidate, today: date) -> int:
    """Keep the place like every other change of a record in a database, with its row in `changes.csv`."""
    row, store = keeping.place_row(chosen, args.place, args.name, today), stores.of(place)
    dataset = store.read()
    if (held := dataset.places_by_id.get(row["id"])) is not None:
        raise PlaceNotKept(told.id_taken_there(PLACES, row["id"], held.name))
    reason = told.looked_up(args.name)
    asked = [Insert("places", row, waits=True)]
    store.make(asked, who=WHO, when=today, reason=reason, expected=dataset.version, before=dataset)
    print(told.kept(PLACES, row["id"], row["name"], row["lat"], row["lon"]))
    print(told.WITHOUT_A_CLAIM)
    return 0


def _written(args: argparse.Namespace, data: Path, chosen: Candidate, today: date) -> int:
    row = keeping.place_row(chosen, args.place, args.name, today)
    try:
        with exchange.writing(data):
            held = files.content(data / PLACES)
            exchange.exchange_files(data, {PLACES: (held, _with_row(data, held, row))})
    except OSError as error:
        return _refused(told.not_written(data / PLACES, error.strerror), 1)
    print(told.kept(PLACES, row["id"], row["name"], row["lat"], row["lon"]))
    return 0


def _with_row(data: Path, held: bytes, row: Mapping[str, str]) -> bytes:
    """What `places.csv` holds with one more row, and every other byte as it was.

    Raises PlaceNotKept if the id is taken, BrokenData if the schema does not allow the row.
    """
    table = schema.read(data)["places"]
    text = TableText.of(table, files.text(held, PLACES))
    key = (row["id"],)
    if key in text.rows:
        raise PlaceNotKept(told.id_taken(PLACES, text.line(key), row["id"], text.cells(key)["name"]))
    kept = str(text.with_row(row)).encode()
    if strangers := list(dangling(_frames(data, {"places": kept}), [table])):
        raise BrokenData(strangers)
    return kept


def _frames(data: Path, written: Mapping[str, bytes] | None = None) -> dict[str, pd.DataFrame]:
    """The tables of places and of nations, from files or from content to be written. Raises BrokenData."""
    tables = schema.read(data)
    contents = {name: files.content(data / tables[name].file) for name in ("places", "nations")}
    contents |= written or {}
    return {name: values(cells_in(content, tables[name]), tables[name]) for name, content in contents.items()}


def _refused(message: str, status: int) -> int:
    print(message, file=sys.stderr)
    return status
