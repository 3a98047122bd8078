"""The meaning of each column: from its heading, or otherwise from its contents. A mapping is stored as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from eastflank.intake.tables.cells import contents, heading_words
from eastflank.intake.tables.cells.sheets import Cell, UnreadableTable
from eastflank.intake.tables.columns import day_columns
from eastflank.intake.tables.columns.known_headings import FIELDS
from eastflank.reading.folding import fold
from eastflank.report.deployment_columns import DATASET, DEPLOYMENT
from eastflank.words.chosen import columns
from eastflank.words.chosen import unreadable_tables as words

_FIELD_OF: Mapping[str, str] = {fold(name): field for field, names in FIELDS.items() for name in names}
_OWN = {fold(name) for column in DEPLOYMENT if column.key != DATASET for name in (column.heading, column.key)}
LEFT_OUT = (_OWN - _FIELD_OF.keys()) | {
    fold(name) for name in (columns.MARKING, columns.GEOMETRY_IS, "spans", "status words")
}
"""Headings of our own exports that are never imported."""
_APOSTROPHE = re.compile("['’`´]")
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰#]")
_BETWEEN = re.compile(r"[/|;,+&]|\b(?:or|and|oder|und|ou|et)\b", re.IGNORECASE)
"""What stands between the parts of a heading."""
_CONTINGENTS = frozenset({"contingent", "national contingent"})
"""Headings of a column of nations, or of units: its values say which."""
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


def field_of(heading: str) -> str:
    """The field that a heading names; empty if none."""
    words_ = plain(heading)
    apart = plain(_APOSTROPHE.sub(" ", heading))  # “Pays d'accueil”
    whole = _FIELD_OF.get(words_) or _FIELD_OF.get(fold(heading)) or _FIELD_OF.get(apart, "")
    return whole or _field_of_parts(heading)


def _field_of_parts(heading: str) -> str:
    """The field that each part of a heading names: “Formation/Unit”; empty if they name none, or different ones.

    Beside a word for a unit “contingent” is one too.
    """
    parts = [plain(part) for part in _BETWEEN.split(_ASIDE.sub(" ", heading))]
    named = {_FIELD_OF.get(part, "") for part in parts if part}
    units = _CONTINGENTS.intersection(parts)
    if units and named == {"name", "nation"}:
        named = {"name"} | {_FIELD_OF.get(part, "") for part in set(parts) - units}
    return named.pop() if len(parts) > 1 and len(named) == 1 else ""


def recognised(
    headings: Sequence[str],
    values: Callable[[int], Sequence[Cell]],
    is_country: Callable[[str], bool],
    mapping: ColumnMapping | None = None,
) -> tuple[RecognisedColumn, ...]:
    """What each column is taken for. `values` are up to `SAMPLED` different ones of a column.

    A field has one column: the first that names it; of several that name the figure, the first whose heading
    does not say that it is a plan, and says what is counted. Of several columns that may be the figure by
    their values none is taken, unless one of them is headed “Total”. “Country” is the host if the table has a nation or a place, otherwise the
    nation. If no heading names one of the fields in `contents.CONTENTS`, a column with such values is used. A
    column is the day of the row by its values only where no other one has days: these may be starts or ends.
    """
    fields = ["" for _ in headings]
    whys = ["" for _ in headings]
    for at, heading in enumerate(headings):
        chosen = mapping.field(heading) if mapping else None
        field = field_of(heading) if chosen is None else chosen
        if chosen is None and field and not day_columns.fits(plain(heading), values(at)):
            field = ""
        if chosen is None and field == "date":
            field = day_columns.settle(fields, whys, [*map(plain, headings)], at)
        if field and field not in fields:
            fields[at], whys[at] = field, "name" if chosen is None else "mapping"
        elif chosen is not None or fold(heading) in LEFT_OUT:
            whys[at] = "mapping"
    _settle_contingents(fields, whys, headings, lambda at: _are_countries(values(at), is_country))
    _settle_plans(fields, whys, headings)
    _settle_ids(fields, whys)
    _settle_bounds(fields, whys)
    _settle_countries(fields, values, is_country)
    _settle_periods(fields, whys, headings)
    for field, holds, share in contents.CONTENTS:
        if field in fields or (field == "date" and day_columns.FIELDS & set(fields)):
            continue
        there = [
            at
            for at in range(len(headings))
            if not fields[at]
            and whys[at] != "mapping"
            and not heading_words.in_thousands(headings[at])
            and not (field == "strength" and heading_words.counts_others(headings[at]))
            and not (field == "strength" and contents.are_numbered(values(at)))
            and contents.mostly(values(at), holds(is_country), share)
        ]
        if field == "strength" and len(there) > 1 and not {"low", "high"} & set(fields):
            there = [at for at in there if heading_words.is_of_all(plain(headings[at]))] or there
        if there and not (field in ("strength", "date") and len(there) > 1):
            fields[there[0]], whys[there[0]] = field, "content"
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
        return _are_countries(values(at), is_country)

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


def _are_countries(cells: Sequence[Cell], is_country: Callable[[str], bool]) -> bool:
    return contents.mostly(cells, contents.is_a_country(is_country))


def _settle_contingents(
    fields: list[str], whys: list[str], headings: Sequence[str], are_countries: Callable[[int], bool]
) -> None:
    """“Contingent” is the name if its values are no countries. Then another column may be the nation."""
    for at, heading in enumerate(headings):
        said = plain(heading)
        if said not in _CONTINGENTS or fields[at] not in ("", "nation") or whys[at] == "mapping":
            continue
        if are_countries(at) or "name" in fields:
            continue
        free = fields[at] == "nation"
        fields[at], whys[at] = "name", "name"
        if free:
            others = (other for other, each in enumerate(headings) if not fields[other] and not whys[other])
            nation = next((other for other in others if field_of(headings[other]) == "nation"), None)
            if nation is not None:
                fields[nation], whys[nation] = "nation", "name"


def _settle_plans(fields: list[str], whys: list[str], headings: Sequence[str]) -> None:
    """Of “Troops (planned)” and “Troops (current)” the second is the figure; so it is of “Quantity” and “Troops”."""
    at = fields.index("strength") if "strength" in fields else None
    if at is None or whys[at] == "mapping":
        return
    is_open = heading_words.counts_anything(plain(headings[at]))
    if not is_open and not heading_words.plan_in(headings[at]):
        return
    for other, heading in enumerate(headings):
        if (
            not fields[other]
            and not whys[other]
            and field_of(heading) == "strength"
            and not heading_words.plan_in(heading)
            and not (is_open and heading_words.counts_anything(plain(heading)))
        ):
            fields[at], whys[at] = "", ""
            fields[other], whys[other] = "strength", "name"
            return


def _settle_ids(fields: list[str], whys: list[str]) -> None:
    """“ID” is the id of a unit in our own exports. In other tables it numbers the rows, and says nothing."""
    at = fields.index("id") if "id" in fields else None
    if at is not None and whys[at] != "mapping" and not set(fields) >= OF_OUR_EXPORTS:
        fields[at] = whys[at] = ""


OF_OUR_EXPORTS = frozenset({"sort", "counts", "contingents"})
"""Fields of our own exports that no other table has."""


def _settle_bounds(fields: list[str], whys: list[str]) -> None:
    """A ceiling beside a figure is not its other bound: “Troops” 300, “Maximum strength” 370."""
    for bound, other in (("high", "low"), ("low", "high")):
        at = fields.index(bound) if bound in fields else None
        if at is not None and whys[at] != "mapping" and "strength" in fields and other not in fields:
            fields[at] = whys[at] = ""


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
