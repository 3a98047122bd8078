"""The meaning of each column: from its heading, or otherwise from its contents. A mapping is stored as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from eastflank.intake.tables import contents
from eastflank.intake.tables.sheets import Cell, UnreadableTable
from eastflank.reading.folding import fold
from eastflank.report.deployment_columns import DATASET, DEPLOYMENT
from eastflank.words.chosen import columns
from eastflank.words.chosen import unreadable_tables as words

FIELDS: Mapping[str, Sequence[str]] = {
    "nation": (
        "nation", "nations", "sending nation", "sending country", "sending state", "sender", "contributor",
        "contributing nation", "contributing country", "contributors", "troop contributing country",
        "troop contributing nation", "tcc", "country of origin", "origin", "origin country", "force provider",
        "deployer", "home country", "nationality", "entsendestaat", "truppensteller", "nation sending troops",
        "troop contributor", "from country", "sent by", "whose troops", "nation iso", "nation iso3", "государство",
        "страна", "nation code", "contributor nation", "flag", "troops of", "national contingent", "contingent",
    ),
    "lead": ("lead", "lead nation", "framework nation", "led by", "leading nation", "lead country", "rahmennation"),
    "host": (
        "host", "host country", "host nation", "host state", "receiving country", "receiving nation", "deployed to",
        "deployed in", "destination", "destination country", "country of deployment", "location country",
        "stationed in", "to country", "gastland", "aufnahmestaat", "einsatzland", "pays hote", "host iso",
        "host iso3", "принимающая страна", "страна размещения", "in country", "country hosting", "hosted by",
        "hosts", "host code", "deployment country",
    ),
    "country": ("country", "countries", "state", "land", "pays", "kraj", "staat"),
    "place": (
        "place", "location", "base", "site", "town", "city", "garrison", "camp", "installation", "military base",
        "base name", "facility", "where", "station", "post", "ort", "standort", "stutzpunkt", "lieu", "miejsce",
        "место", "база", "место размещения", "место дислокации", "deployment location", "location name",
        "place name", "base location", "barracks", "base site", "bases", "locations", "military location",
        "base town", "town base", "location base", "stationed at",
    ),
    "precision": ("place known to", "precision"),
    "latitude": ("latitude", "lat", "y", "lat n", "breite", "широта", "latitude n", "lat dd", "lat deg", "latitude deg"),
    "longitude": (
        "longitude", "lon", "long", "lng", "x", "lon e", "lange", "долгота", "longitude e", "lon dd", "lon deg",
        "longitude deg",
    ),
    "coordinates": (
        "coordinates", "coords", "lat lon", "latlon", "lat long", "position", "koordinaten", "координаты", "gps",
        "lat lng", "latitude longitude",
    ),
    "strength": (
        "strength", "troops", "number of troops", "troop strength", "troop number", "troop numbers", "personnel",
        "number of personnel", "soldiers", "number of soldiers", "size", "headcount", "pax", "persons", "men",
        "force size", "starke", "truppenstarke", "soldaten", "effectif", "effectifs", "liczba", "численность",
        "количество", "no of troops", "total troops", "total personnel", "number", "count", "est troops",
        "estimated troops", "troops est", "estimate", "manning", "end strength", "quantity", "figure", "people",
        "troops deployed", "personnel deployed", "strength persons", "strength approx", "troop count", "military",
        "personnel strength", "no troops", "liczba zolnierzy", "military personnel",
    ),
    "low": ("fewest persons", "troops low", "minimum", "min", "low", "minimum troops", "troops min"),
    "high": ("most persons", "troops high", "maximum", "max", "high", "maximum troops", "troops max"),
    "hedge": ("hedge",),
    "date": (
        "date", "year", "as of", "as at", "reported", "date of report", "reporting date", "report date",
        "month", "status date", "datum", "jahr", "stand", "annee", "дата", "год", "data", "rok", "stated of",
        "strength stated on", "month year", "observation date", "last updated", "snapshot", "reporting period",
        "date reported", "year reported",
    ),
    "period": (
        "period", "time period", "deployment period", "period of deployment", "zeitraum", "einsatzzeitraum", "periode",
        "okres", "период", "laikotarpis",
    ),
    "starts": (
        "from", "start", "start date", "since", "begin", "begins", "begin date", "starts", "deployed since", "arrival",
        "arrived", "date from", "first day", "beginning", "from date", "deployment date", "start year", "beginn",
        "seit", "ab", "debut", "начало", "year from", "from year",
    ),
    "ends": (
        "to", "end", "end date", "until", "ends", "till", "last day", "departure", "date to", "to date", "end year",
        "ende", "bis", "fin", "конец", "to year", "year to", "withdrawn on",
    ),
    "status": ("status", "phase", "stage", "deployment status", "статус", "statut", "standing", "sachstand"),
    "name": (
        "deployment", "name", "unit", "unit name", "formation", "mission", "operation", "force", "title",
        "deployment name", "name of deployment", "battlegroup", "verband", "einheit", "unite", "jednostka",
        "подразделение", "element", "название", "units", "battle group", "name of unit", "force name",
    ),
    "kind": ("kind", "type", "type of unit", "unit type", "category", "type of deployment", "art", "typ", "force type"),
    "sort": ("sort",),
    "id": ("id",),
    "source": (
        "source", "sources", "reference", "references", "ref", "url", "link", "citation", "quelle", "zrodlo",
        "источник", "source url", "source link",
    ),
    "counts": ("counts",),
    "contingents": ("contingents",),
    "planned": ("planned",),
    "meant_for": ("meant for",),
    "note": (
        "note", "notes", "remark", "remarks", "comment", "comments", "description", "details", "bemerkung",
        "anmerkung", "uwagi", "примечание", "info", "bemerkungen",
    ),
}  # fmt: skip
"""The folded headings of each field."""
_FIELD_OF: Mapping[str, str] = {fold(name): field for field, names in FIELDS.items() for name in names}
_OWN = {fold(name) for column in DEPLOYMENT if column.key != DATASET for name in (column.heading, column.key)}
LEFT_OUT = (_OWN - _FIELD_OF.keys()) | {
    fold(name) for name in (columns.MARKING, columns.GEOMETRY_IS, "spans", "status words")
}
"""Headings of our own exports that are never imported."""
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰#]")
_DIGITS = re.compile(r"\d+")
SAMPLED = 200
"""How many different values of a column are looked at."""


@dataclass(frozen=True, slots=True)
class RecognisedColumn:
    """How a column was understood."""

    heading: str
    """As in the file; without a heading its position, such as “column 3”."""
    field: str
    """A key of `FIELDS`; empty: it is not imported."""
    why: str
    """`name`, `content`, `mapping`, or empty if its meaning is not known."""


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """A choice of fields for headings, stored for when the same table comes again with other digits."""

    fields: tuple[tuple[str, str], ...]
    """Folded heading and its field, empty if it is left out. The heading has no digits, unless only these
    distinguish it from another one."""

    def field(self, heading: str) -> str | None:
        """The field of a heading; None if the mapping does not know it."""
        known = dict(self.fields)
        return known.get(fold(heading), known.get(plain(heading)))

    def fits(self, headings: Iterable[str]) -> bool:
        """Whether it knows each of these headings."""
        return all(self.field(heading) is not None for heading in headings)

    def with_field(self, headings: Sequence[str], heading: str, field: str) -> ColumnMapping:
        """The mapping with another field for one of the headings; another heading with this field loses it."""
        now = {each: self.field(each) or "" for each in headings}
        now |= {each: "" for each, held in now.items() if held == field}
        return mapping_of(RecognisedColumn(each, held, "") for each, held in (now | {heading: field}).items())

    def as_json(self) -> str:
        """As stored in a file."""
        return json.dumps({"columns": dict(self.fields)}, ensure_ascii=False, indent=1) + "\n"


def mapping_of(columns: Iterable[RecognisedColumn]) -> ColumnMapping:
    """The recognised mapping, for storing."""
    return ColumnMapping(_keyed((each.heading, each.field) for each in columns))


def _keyed(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Headings as in a mapping, with their fields."""
    held = tuple(pairs)
    fields: dict[str, set[str]] = {}
    for heading, field in held:
        fields.setdefault(plain(heading), set()).add(field)
    return tuple(
        {plain(one) if len(fields[plain(one)]) == 1 else fold(one): field for one, field in held}.items()
    )


def read_mapping(text: str) -> ColumnMapping:
    """The mapping stored in a file. Raises UnreadableTable if it is not one."""
    try:
        found = json.loads(text)["columns"]
        pairs = _keyed((str(heading), str(field)) for heading, field in found.items())
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableTable(words.NO_MAPPING) from error
    for heading, field in pairs:
        if field and field not in FIELDS:
            known = ", ".join(FIELDS)
            raise UnreadableTable(words.NO_SUCH_FIELD.format(heading=heading, field=field[:80], known=known))
    return ColumnMapping(pairs)


def plain(heading: str) -> str:
    """A heading without digits, brackets and accents, so that it is the same next month."""
    return " ".join(_DIGITS.sub(" ", fold(_ASIDE.sub(" ", heading))).split())


_THOUSANDS = re.compile(
    r"\b(?:thousands?|tsd|tausend|milliers?|tys)\b|(?<![\d.,])['’]?000s?\b|\(k\)", re.IGNORECASE
)


def in_thousands(heading: str) -> bool:
    """Whether a heading says that its figures are thousands."""
    return _THOUSANDS.search(heading) is not None


def field_of(heading: str) -> str:
    """The field that a heading names; empty if none."""
    return _FIELD_OF.get(plain(heading)) or _FIELD_OF.get(fold(heading), "")


def recognised(
    headings: Sequence[str],
    values: Callable[[int], Sequence[Cell]],
    is_country: Callable[[str], bool],
    mapping: ColumnMapping | None = None,
) -> tuple[RecognisedColumn, ...]:
    """What each column is taken for. `values` are up to `SAMPLED` different ones of a column.

    A field has one column: the first that names it. “Country” is the host if the table has a nation or a
    place, otherwise the nation. If no heading names one of the fields in `contents.CONTENTS`, a column with
    such values is used.
    """
    fields = ["" for _ in headings]
    whys = ["" for _ in headings]
    for at, heading in enumerate(headings):
        chosen = mapping.field(heading) if mapping else None
        field = field_of(heading) if chosen is None else chosen
        if field and field not in fields:
            fields[at], whys[at] = field, "name" if chosen is None else "mapping"
        elif chosen is not None or fold(heading) in LEFT_OUT:
            whys[at] = "mapping"
    _settle_countries(fields, values, is_country)
    _settle_periods(fields, whys, headings)
    for field, holds, share in contents.CONTENTS:
        if field in fields:
            continue
        for at in range(len(headings)):
            if (
                not fields[at]
                and whys[at] != "mapping"
                and not in_thousands(headings[at])
                and contents.mostly(values(at), holds(is_country), share)
            ):
                fields[at], whys[at] = field, "content"
                break
    _settle_coordinates(fields, whys, headings)
    return tuple(
        RecognisedColumn(heading, field, why if field else "")
        for heading, field, why in zip(headings, fields, whys, strict=True)
    )


def _settle_countries(
    fields: list[str], values: Callable[[int], Sequence[Cell]], is_country: Callable[[str], bool]
) -> None:
    """“From” and “to” may be countries; “country” is the host or the nation, “contingent” perhaps neither."""

    def countries(at: int) -> bool:
        return contents.mostly(values(at), contents.is_a_country(is_country))

    for field, meant in (("starts", "nation"), ("ends", "host")):
        if field in fields and meant not in fields and countries(fields.index(field)):
            fields[fields.index(field)] = meant
    if "country" in fields:
        others = {"nation", "lead", "place", "latitude", "coordinates"} & set(fields)
        meant = "nation" if "host" in fields or not others else "host"
        fields[fields.index("country")] = meant if meant not in fields else ""
    if "place" in fields and "host" not in fields and countries(fields.index("place")):
        fields[fields.index("place")] = "host"
    if "name" in fields and "nation" not in fields and countries(fields.index("name")):
        fields[fields.index("name")] = "nation"


def _settle_periods(fields: list[str], whys: Sequence[str], headings: Sequence[str]) -> None:
    """A period is start and end beside a column of days, such as “As of”; without one it is the day of the row.

    “Period of deployment” is always start and end. Where a column says the start or the end, or another
    column is headed “Year”, the first of these columns is the day.
    """
    at = fields.index("period") if "period" in fields else None
    if at is None or whys[at] == "mapping":
        return
    told = fields.index("date") if "date" in fields else None
    year = told is not None and plain(headings[told]) in _OF_WHOLE_YEARS
    if {"starts", "ends"} & set(fields) or year:
        fields[at] = "" if told is not None and told < at else "date"
        if told is not None and fields[at]:
            fields[told] = ""
    elif told is None and plain(headings[at]) in _OF_A_FIGURE:
        fields[at] = "date"


_OF_A_FIGURE = frozenset({"period", "time period", "periode", "okres", "период", "laikotarpis", "zeitraum"})
"""Headings of a column that may say of when a figure is, or from when until when something holds."""
_OF_WHOLE_YEARS = frozenset({"year", "month", "jahr", "annee", "год", "rok", "month year", "year reported"})


def _settle_coordinates(fields: list[str], whys: list[str], headings: Sequence[str]) -> None:
    """One coordinate without the other is useless; X and Y are coordinates only together."""
    both = {"latitude", "longitude"} <= set(fields)
    for at in range(len(headings)):
        if fields[at] in ("latitude", "longitude") and not both:
            fields[at] = whys[at] = ""
