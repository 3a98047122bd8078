"""Texts that an import writes into the record: names, notes, citations and reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

ORIGINAL_LEFT = "Its text was made from {name} (SHA-256 {sha256}). The export does not contain that file."
REASON_OF_EXPORT = "Import of the export {name}."

# Decisions of a person, as recorded with the claim or the place.
MENDED = "Corrected by hand. The table has “{value}” in “{heading}”."
PLACE_CHOSEN = "Chosen by hand from several places."

TROOPS_IN = "{nation} troops in {host}"
TROOPS_AT = "{nation} troops at {place}"
ADJECTIVES = {
    "CYP": "Cypriot",
    "CZE": "Czech",
    "FIN": "Finnish",
    "HRV": "Croatian",
    "LUX": "Luxembourg",
    "MDA": "Moldovan",
    "SRB": "Serbian",
    "SVN": "Slovenian",
}
"""The usual adjective, where the first one in the list of countries is another; for names of kinds of unit."""
UNIT_AT, UNIT_IN = "{unit}, {place}", "{unit} in {host}"
TROOPS_LED_IN = "{nation}-led troops in {host}"
TROOPS_LED_AT = "{nation}-led troops at {place}"
ALL_TROOPS_IN = "All allied troops in {host}"
ALL_TROOPS_AT = "Allied troops at {place}"
TITLE_OF_TABLE = "[Table {name}]"
PUBLISHER = "Own table"
NOT_GRADED = "Nobody has graded it yet: F and 6 stand for “cannot be judged”."
FROM_TABLE = "Imported from the table {name}, SHA-256 {sha256}."
COLUMNS = "Its columns: {columns}."
"""The columns of a table, in the note of its source. A later table compares by both, so they stay as they are."""
NOTE_OF_DEPLOYMENT = "From the table {name}."
RENAMED = "It was called “{before}” before the table {name}."
NOTE_OF_STATISTIC = (
    "From the table {name}. It is a statistic: it is shown with its date and never added to units."
)
CITATION = "{name}{sheet}, row {line}"
SHEET = ", sheet {sheet}"
IN_THE_EXPORT = {
    "contingents": "Contingents in the table: {said}.",
    "planned": "Planned, in the table: {said}.",
    "meant_for": "Meant for, in the table: {said}.",
}
NO_ROW = ": no row"
"""How the citation of a claim ends that is inferred from the silence of a table.

Older records tell it only by this, so it stays as it is."""
REASON = "Import of the table {name}."
RETRACTED = "The table {name} has another value: {claim}."
GONE = "The table {name} no longer has this row."
ASSUMED = "Assumed ({what}): "
"""What stands before an assumption in the note of a claim. A later table compares by it, so it stays as it is."""
ASSUMED_BEFORE = "Assumed: "
"""What stood there before the kind and the cell were named too. Older records have it."""


def no_row(table: str) -> str:
    """What a claim cites that is inferred from the silence of a table: the whole table."""
    return f"{table}{NO_ROW}"


def may_be_silence(row: str) -> bool:
    """Whether a row of claims, as its file has it, may hold such a citation: a quick look."""
    return NO_ROW in row


def is_silence(citation: str) -> bool:
    """Whether a claim with this citation is inferred from the silence of a table: nobody says it."""
    return citation.endswith(NO_ROW)


def inferred_from_silence(table: str, day: str, rows: Sequence[tuple[str, str, str]]) -> str:
    """Why a unit is taken to have left: a table has no row of it. `rows`: citation, day and status of earlier rows."""
    told = " ".join(
        f"{row} told of it, for {on}{f', as {status}' if status else ''}." for row, on, status in rows
    )
    return f"Inferred, said by nobody: the list {table}, of {day}, has no row for it. {told}"


def sentences(parts: Iterable[str]) -> str:
    """Parts of a note as one text. Each is a sentence, so that none runs into the next; empty ones are left out."""
    told = [one for one in parts if one]
    ended = [one if one.endswith((".", "!", "?", "…", ".”", "?”", "!”")) else f"{one}." for one in told[:-1]]
    return " ".join((*ended, *told[-1:]))


def note_of_source(name: str, sha256: str, columns: Sequence[str]) -> str:
    """The note of an imported table; without columns they are not told."""
    named = COLUMNS.format(columns=", ".join(f"“{column}”" for column in columns))
    return " ".join((FROM_TABLE.format(name=name, sha256=sha256), *([named] if columns else []), NOT_GRADED))


def name_of_source(title: str) -> str:
    """What a table without a publisher is called, given its title: “Table units.csv”; empty: another title."""
    before, _, after = TITLE_OF_TABLE.partition("{name}")
    if not title.startswith(before) or not title.endswith(after):
        return ""
    return f"Table {title.removeprefix(before).removesuffix(after)}"


CHOSEN_BEFORE = "A person chose to keep only its country."
"""What notes of an older version say instead of `CHOSEN`."""
CHOSEN = "Its name is kept without a position: the map shows it in its country."


def country_chosen(place: str) -> str:
    """What the note of a claim says of a place for which a person kept the name, and no position."""
    return f"The table names the place “{place}”. {CHOSEN}"


def part_that_left(nation: str, status: str, figure: str, starts: str, ends: str) -> str:
    """What the note of a claim says of a row whose nation is no longer in its unit. Empty: not stated."""
    days = (f"from {starts}" if starts else "", f"until {ends}" if ends else "")
    stated = ", ".join(filter(None, (status, figure, *days)))
    return f"The row is about the people of {nation} in this unit: {stated}."


PLACE_IN_OTHER_WORDS = "The table names the place “{words}”."
"""A later table compares by it, so it stays as it is."""


def place_in_other_words(words: str) -> str:
    """What the note of a claim says of a place that other rows of the table name in another way."""
    return PLACE_IN_OTHER_WORDS.format(words=words)


def assumed(kind: str, cell: str, said: str) -> str:
    """An assumption in the note of a claim: its kind, the cell that it is about, and the sentence."""
    return ASSUMED.format(what=f"{kind}, “{cell}”" if cell else kind) + said


def in_column_of_days(heading: str, day: str) -> str:
    """What the note says of a day that is neither the day of the row nor its start or end."""
    return f"“{heading}” in the table: {day}."


def coordinates_of(table: str) -> str:
    """The origin of a place's coordinates: a table."""
    return f"The coordinates come from the table {table}."


def named_in(table: str) -> str:
    """The note of a place whose position is not known: the table that names it."""
    return f"Named in the table {table}. Its position is not known."


def of_geonames(identifier: str) -> str:
    """The origin of a place's coordinates: GeoNames, with its licence."""
    return f"GeoNames {identifier} (CC BY 4.0)."


def at_the_figure(words: str) -> str:
    """Words beside a figure, in its cell."""
    return f"The table says at the figure: “{words}”."


SUM_OF_NATIONS = "The figure is the sum of the figures of its nations. The row states no total."
"""The note of a figure that no cell states."""


def number_of_things(figure: str, heading: str, thing: str) -> str:
    """A figure that may count things, so it is not the claim's."""
    return f"The table has “{figure}” under “{heading}”, beside “{thing}”."


def footnote_mark(mark: str) -> str:
    """A footnote mark at a figure."""
    return f"Mark at the figure: “{mark}”."


FOOTNOTE = "Footnote {mark} in the table: “{text}”."
"""A later table compares by it, so it stays as it is."""


def footnote(mark: str, text: str) -> str:
    """A footnote under the table to which a row refers."""
    return FOOTNOTE.format(mark=mark, text=text)


def in_column(heading: str) -> str:
    """The heading over a figure, if it says more than the year or the nation."""
    return f"In the column “{heading}”."


def unknown_kind(kind: str) -> str:
    """A row's kind of formation, if the dataset does not have it."""
    return f"Type: {kind}."


def source_in_table(source: str) -> str:
    """What a row names as its source."""
    return f"Source in the table: “{source}”."


def together(names: Iterable[str]) -> str:
    """Nations in the name of a deployment. A later table finds the deployment by it, so it stays as it is."""
    return " and ".join(names)
