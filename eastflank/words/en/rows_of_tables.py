"""Texts of an import about its rows: what is wrong in them, what was assumed, and what becomes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eastflank.words.en import parts_in_tables as of_parts

# What was assumed for all rows.
STATUS_ASSUMED = "No column gives a status. It is assumed that everything in the table is deployed."
DAY_ASSUMED = "No column gives a day. It is assumed that every row tells of {day}, the day of the table."
_CHANGE_THE_DAY = (
    "If the table is older, change its day: “Day of the table” in the first step, or --date in the terminal."
)
DAY_FAR = "The day of the table is {day}, but the newest day in its rows is {newest}. " + _CHANGE_THE_DAY
DAY_IN_NAME = "The day of the table is {day}, but the name of the file says {month}. " + _CHANGE_THE_DAY
NATION_UNKNOWN = "No column gives a nation. It is assumed that each figure is for all nations together."
BY_CONTENT = "“{heading}” is read as the {field}, because of the values in it."
SORT_ASSUMED = (
    "A row with a nation and a country is a statistic. A row with a place or a name is a national deployment. "
    "Rows of several nations with the same name, place and day are contingents of one deployment. "
    "A word for a kind of unit, such as “Battalion” or “mech coy”, is not a name: there, each nation and place has its own deployment."
)

PROBLEMS: Mapping[str, tuple[str, str]] = {
    "not a number": ("This is not a number of persons.", "Write digits, such as 1,000. Leave the cell empty if the number is not known."),
    "not a whole number": ("A number of persons must be a whole number.", "Write a whole number. 1,000 and 1.000 both mean one thousand."),
    "less than zero": ("A number of persons cannot be less than 0.", "If it is a change, write how many are there after it. If the minus is wrong, remove it. Leave the cell empty if the number is not known."),
    "too many persons": ("This is more than {most:,} persons.", "Check whether there are too many digits, or whether two figures are joined."),
    "a range that falls": ("The range falls from {low:,} to {high:,}.", "Swap the two figures."),
    "a range with a bound": ("The range has both ends, and a word or sign that says it is open.", "Write the range alone, or one figure with the word, such as “up to 300”."),
    "a range half in thousands": ("The range can mean {low:,} to {high:,}, or both ends in thousands.", "Write both ends in full, such as 1,000-2,000."),
    "a date for a number": ("The cell holds a date, not a number.", "Format the cell as a number."),
    "words for a number": ("The words give no figure.", "Write a figure such as 800-1,000, or leave the cell empty."),
    "a formula": ("A formula is not a value.", "Save the file with its values instead of formulas."),
    "not a date": ("This is not a date.", "Write a date as 2016-07-08, 2016-07 or 2016."),
    "a date in two ways": ("The date can mean {one} or {other}.", "Write it as {one} or as {other}."),
    "a date out of bounds": ("The date is not between {first} and {last}.", "Correct the year."),
    "a day to come": ("The day is after {day}, the day of the table.", "Correct the day, or give the table a later day. If it is a plan, put its day into a column “from”."),
    "an end before the start": ("It ends before it begins: its start is {starts}.", "Swap or correct the two dates."),
    "not a period": ("This is not a period.", "Write it as 2022-01/2023-06, or as “since 2022” or “until 2023”."),
    "one day for a period": ("One day alone may be a start or an end.", "Write “since” or “until” before it, or both days."),
    "an end for a start": ("“{word}” says when something ends, not when it begins.", "Put the day into a column of ends, such as “To”. If it is the start, write the day alone."),
    "an end for a day": ("“{word}” says until when something holds, not of which day the row tells.", "Put the day into a column of ends, such as “To”. If the row tells of this day, write the day alone."),
    "a start for an end": ("“{word}” says from when something holds, not when it ends.", "Put the day into a column of starts, such as “From”. If it is the end, write the day alone."),
    "not degrees": ("This is not a latitude or a longitude.", "Write decimal degrees, such as 59.26."),
    "coordinates elsewhere": ("The coordinates lie in {there}, but the host is {host}.", "Correct the coordinates or the host."),
    "coordinates at sea": ("The coordinates do not lie in any country of the map.", "Correct the coordinates, or name the host."),
    "no status": ("This is not a known status.", "Use one of {known}."),
    "no nation": ("No country has this name.", "Write the country’s English name or its three-letter code."),
    "a nation alike": ("No country has this name.", "Similar names: {alike}. Correct the cell."),
    "a nation in two ways": ("{question}", "Write one of: {choices}."),
    "a state that is gone": ("{mark}", "Write which of today’s countries is meant."),
    "no sender": ("No nation is named.", "Name the nation that sends the troops, or give the deployment a name."),
    "no whereabouts": ("Neither a host nor a place is named.", "Name the country where the deployment is."),
    "nowhere": ("This does not name a single place, and no host is named.", "Name the country where the deployment is."),
    "more cells than headings": ("There are more cells than headings.", "A text may have a delimiter in it. If so, put that text in quotation marks."),
    "thousands": ("The heading “{heading}” says that its figures are thousands.", "Write whole numbers of persons, such as 1,500 for 1.5, and change the heading."),
    "a figure elsewhere": ("This column is not imported, and the row has no other figure.", "Correct the heading, or move the figure into a column that is imported."),
    "hidden characters": ("The cell has invisible characters.", "Type the cell again."),
    "markup": ("There is markup in the cell.", "Write plain text."),
    "too long": ("The cell has more than {most:,} characters.", "Shorten it. Put the rest into a document."),
    "an ambiguous place": ("Several places in the host have this name: {choices}.", "Name the region, or give coordinates."),
    "an ambiguous place, no host": ("Several places have this name: {choices}.", "Name the country or the region, or give coordinates."),
    "a place elsewhere": ("No place with this name is known in {host}. Places elsewhere: {choices}.", "Correct the host or the name, or give coordinates."),
    "another country": ("This names {place}, but the host is {host}.", "Correct the host or the place. If a town or a base has this name or these letters, write its whole name or give coordinates."),
    "perhaps several places": ("The cell can mean different places: {choices}.", "Write the name of one place. If it is at several places, write a row for each; leave its figure empty if the table does not divide it."),
    "several places, no host": ("The cell names several places: {places}. The row does not name a single host.", "Name the host: then the figure is kept with that country. Or write a row for each place; leave its figure empty if the table does not divide it."),
    "no place": ("No place with this name is known.", "{alike}"),
    "no capital": ("{country} is not among the nations of this dataset, and its capital is not known.", "Add it to the dataset’s table of nations."),
    "a second time": ("Line {line} already says the same.", "Remove one of the two lines."),
    "a contradiction": ("Line {line} says something else about the same deployment on the same day: {other}.", "Keep only the line that is right."),
    "another row": ("The dataset has this row, but with other values in {columns}.", "Keep the dataset’s row, or change it in the dataset."),
    "no such kind": ("The dataset has no kind of deployment that fits this row.", "Name one of {known} in a column “kind”."),
    **of_parts.PROBLEMS,
}  # fmt: skip
"""For each kind of problem: why a value cannot be imported, and what to do."""

MARKS: Mapping[str, str] = {
    "zero": "0 is taken as stated: nobody is there. If it means not known, leave the cell empty.",
    "a word for zero": "“{value}” is taken as 0: nobody is there. If it means not known, leave the cell empty.",
    "no figure stated": "“{value}” gives no figure. The row is taken with a number that is not known.",
    "a time in a heading": "The heading “{heading}” names a time, but the row states none. It is taken to tell of the day of the table. If that is wrong, change the day of the table, or add a column “As of”.",
    "a status in words": "“{value}” reads as if the unit is no longer there, or not yet. No column gives a status. These words change nothing in how the row is read.",
    "a plan in a heading": "The heading “{heading}” says “{word}” of its figures. The figure is taken with the status of the row.",
    "who and where by values": "{sends} is taken as the nation that sends, and {host} as the host, because “{one}” stands before “{other}”. Neither heading says it.",
    "words at a figure": "The cell says “{words}” of the figure. The figure is taken, and the words are kept in the note: they change neither the figure, nor its day, nor the status.",
    "a figure in brackets": "The figure is in brackets: {words}. In some tables this means an estimate, a part of another figure, or a minus. It is taken as stated.",
    "a figure of things": "“{heading}” does not say what it counts, and the row names “{value}”. So the figure is not taken as persons. The row is taken without it, and the note keeps it. If it counts persons, write “Troops” as the heading.",
    "a mark without a footnote": "The figure has the mark “{mark}”, but no line below the table begins with it. So it is not known what the mark says of the figure. The figure is taken as stated.",
    "several nations": "The figure is for all of these nations together. No part of it is given to any one nation.",
    "a year in a date cell": "The cell is a year that is formatted as a date: {value}.",
    "a short year": "The last number is taken for the year: {value}.",
    "a part of a time": "The cell names only a part of {value}. It is taken as the whole: how long the part is, it does not say.",
    "a date as a number": "The number is how Excel stores the day {value}.",
    "from the row above": "The cell is empty; “{value}” is taken from the row above.",
    "one coordinate": "One of the two coordinates is missing; the place is looked up by name.",
    "no coordinates": "No deployment is at 0, 0; the place is looked up by name.",
    "equal coordinates": "Latitude and longitude are the same number; the place is looked up by name.",
    "swapped coordinates": "Latitude and longitude were swapped; the other way round they lie in the host.",
    "a centre": "The coordinates are the middle of the country, not a base; the place is looked up by name.",
    "one coordinate, no place": "One of the two coordinates is missing, and no place is named; only the country is kept.",
    "no coordinates, no place": "No deployment is at 0, 0, and no place is named; only the country is kept.",
    "equal coordinates, no place": "Latitude and longitude are the same number, and no place is named; only the country is kept.",
    "a centre, no place": "The coordinates are the middle of the country, not a base, and no place is named; only the country is kept.",
    "a host by coordinates": "No host is named; the coordinates lie in {value}.",
    "a start to come": "It begins after the day of the table. So it is read as decided, not as deployed.",
    "a start not yet told": "The start is “{value}”. So it may not be there yet. If the row is read as deployed, make sure that it is.",
    "a start after its day": "Its start ({starts}) is after {told}, the day of which the row tells. So it is read as decided, not as deployed.",
    "there before its start": "The status is “{status}”, but its start ({starts}) is after the day of which the row tells. So it is read as decided. If it is there already, one of the two days is wrong.",
    "a plan that is over": "Its end ({ends}) is before {told}. It is still read as {status}: no cell says whether the plan was carried out. If it was, write “ended”.",
    "over before its end": "The status is “{status}”, but its end ({ends}) is after the day of which the row tells. It is read as {read}. If it is still there, correct the status.",
    "announced only": "“{heading}” has a day ({said}), and the row states no start. So it is read as {status}, not as deployed. If it is there, give its start, or a status.",
    "announced, and no start": "“{heading}” has a day ({said}), and the row states no start. The status of the row is kept: {status}. If it has not come yet, correct the status.",
    "a day by its values": "No heading says which day this is. The cell under “{heading}” is taken as the day of which the row tells. If it is a start, an end or a day of announcing, change the heading or the meaning of the column.",
    "a mark of thousands": "“{mark}” before three digits is read as a mark of thousands. The other cells of the column do not show that it is one.",
    "an end under a start": "The status is “{status}”. So the day under “{heading}” is taken as the end, {day}, and no start is kept.",
    "an end before its day": "Its end ({ends}) is before {told}, the day of which the row tells. So it is read as ended. If it is still there, one of the two days is wrong.",
    "an end before the table": "Its end ({ends}) is before {told}, the day of the table. So it is read as ended. If it is still there, correct its end. If the row tells of an earlier day, write that day into a column “as of”.",
    "a manner": "“{value}” says how troops are there, not whether they are; it is taken as {status}.",
    "an empty day": "The cell is empty; the row is taken to tell of the day of the table.",
    "no day stated": "“{value}” gives no day; the row is taken to tell of the day of the table.",
    "an empty status": "The cell is empty; the row is taken as {status}.",
    "no status stated": "“{value}” gives no status; the row is taken as {status}.",
    "relieved": "“{value}” says that others took its place. It is taken as {status}. If they stand in the same row, correct the status.",
    "a doubted status": "“{value}” has a question mark; it is taken as {status}.",
    "a status left out": "The column is not imported, but “{value}” reads like the status {status}. The row is taken without it.",
    "a figure left out": "The column is not imported, but “{value}” reads like a number of troops. The row is taken without it.",
    "a time left out": "“{heading}” is not imported, but “{value}” reads like an end, a plan or another time. The row is taken without it. If it says what the row is, give the column a meaning, or add a column “status”.",
    "a day left out": "“{heading}” is not imported, but “{value}” names a day or a year. The row is taken without it. If it is the day, the start or the end of the row, give the column that meaning.",
    "an end left out": "“{heading}” is not imported. It is headed like an end, but “{value}” is no day. The row is taken without it.",
    "a unit left out": "The column is not imported, but “{value}” reads like a unit. The row is taken without it.",
    "a plan": "“{value}” does not say how firm it is; it is taken as {status}.",
    "an estimate": "The heading “{heading}” is read as that of a column of estimates. So the figure is taken as “about”.",
    "at home": "The nation and the host are the same: these are troops at home.",
    "a place near": "{value}",
    "a doubt at a place": "The cell says {words} of the place. That changes neither the place, nor the days, nor the status of the row.",
    "several places": "The cell names several places: {places}. The figure is for all of them together. It is not divided, and is kept with the country alone. To have a row at each place, write one for each into the table, without a figure.",
    "several places, not all known": "The cell reads like several places: {places}. Not known: {unknown}. The figure is for all of them together. It is not divided, and is kept with the country alone. Correct the cell, or write a row for each place into the table, without a figure.",
    "places near each other": "The cell names several places near each other: {places}. The figure is for all of them together. It is not divided, and is kept at {place}. To have a row at each place, write one for each into the table, without a figure.",
    "near a place": "“{value}” says near {place}, not at it. It is kept as the area of {place}.",
    "one place": "“{value}” is taken as {place}, which other rows name with a word for a kind of base.",
    "near an earlier place": "{value}",
    "a new name": "An earlier file of the table has this unit as “{before}”. A person said that it is the same one.",
    "no point": "“{value}” is not a single place; it is kept with its country alone.",
    "a host by place": "No host is named; {place} lies in {country}.",
    "one name": "“{name}” is in {host} too, at the same time or of other nations. In each country it is taken as a unit of its own.",
    "one name in a country": "“{name}” is at {place} too, with troops of another nation. At each place it is taken as a unit of its own. If it is one unit, say in a column “lead” who leads it.",
    "joined in another status": "“{name}” has a row of {nation} too, with the status {status}. Both are taken as one unit of several nations. If they are two units, leave this row out, or give it another name.",
    "joined with another start": "“{name}” has a row of {nation} too, with the start {start}. Both are taken as one unit of several nations. If they are two units, leave this row out, or give it another name.",
    "a move": "At another time “{name}” is in {host}. It is taken as one unit that moved. If it is another unit, give it another name.",
    "no place found": "No place of this name is known in {host}; it is kept with its country alone.",
    "off the map": "Not on this map: {where}. The row stands in the table, the counts and the exports, not on the map. If the country or the place is wrong, correct it.",
    **of_parts.MARKS,
}  # fmt: skip
"""For each kind of assumption: what was assumed, as a sentence."""

ROWS, PLACES = "rows read", "places looked up"
"""The subjects of progress messages."""

WITH_PROBLEM, PROPOSAL = "not imported", "proposal"
LOOK_AND_ACCEPT = "Check it, then accept it or leave it out."
LIST_OF_PROBLEMS = ("Result", "Sheet", "Line", "Column", "Value", "Why", "What to do")
KINDS: Mapping[str, str] = {kind: kind for kind in (*PROBLEMS, *MARKS)} | {
    "a range that falls": "a range that begins with the larger figure",
    "a date for a number": "a date instead of a number",
    "words for a number": "words instead of a number",
    "a date in two ways": "a date with two possible meanings",
    "a day to come": "a day after the day of the table",
    "one day for a period": "one day instead of a period",
    "an end before its day": "an end before the day of the row",
    "an end before the table": "an end before the day of the table",
    "there before its start": "deployed before its start",
    "a start after its day": "a start after the day of the row",
    "announced only": "announced, without a start",
    "announced, and no start": "deployed, but announced without a start",
    "a day by its values": "a day in a column whose heading is not known",
    "an end for a start": "a day of an end in a column of starts",
    "an end for a day": "a day of an end in a column of days",
    "a start for an end": "a day of a start in a column of ends",
    "coordinates elsewhere": "coordinates outside of the host",
    "no status": "not a status",
    "no nation": "not a nation",
    "a nation alike": "not a nation, but similar to one",
    "a nation in two ways": "a name of several nations",
    "a state that is gone": "a state that no longer exists",
    "no sender": "no nation that sends",
    "no whereabouts": "neither host nor place",
    "nowhere": "no single place, and no host",
    "a range with a bound": "a range that is also open",
    "a range half in thousands": "a range with one end in thousands",
    "an ambiguous place": "a name of several places",
    "an ambiguous place, no host": "a name of several places, and no single host",
    "a place elsewhere": "a place outside of the host",
    "another country": "a country that is not the host",
    "perhaps several places": "different places that one cell can mean",
    "several places, no host": "several places in one cell, and no single host",
    "several places": "several places in one cell",
    "several places, not all known": "several places in one cell, not all of them known",
    "places near each other": "several places near each other in one cell",
    "near a place": "near a place, not at it",
    "no place": "an unknown place",
    "off the map": "a country or a place outside this map",
    "no capital": "a country without a known capital",
    "a second time": "a repeated line",
    "thousands": "figures in thousands",
    "a figure elsewhere": "a figure in a column that is not imported",
    "another row": "another version of a row of the dataset",
    "no such kind": "an unknown kind of deployment",
    "a centre": "the middle of a country",
    "a centre, no place": "the middle of a country, and no place",
    "one coordinate, no place": "one coordinate, and no place",
    "no coordinates, no place": "no coordinates, and no place",
    "equal coordinates, no place": "equal coordinates, and no place",
    "a host by coordinates": "a host found by its coordinates",
    "a start to come": "a start after the day of the table",
    "a plan that is over": "plans whose end is over",
    "over before its end": "a status of an end, before the end",
    "a start not yet told": "a start that will be told later",
    "an end under a start": "a day of the end in a column of starts",
    "at home": "troops at home",
    "a mark of thousands": "a point or comma in a number",
    "a manner": "a word for how troops are there",
    "a word for zero": "a word read as 0",
    "a time in a heading": "a time in the heading of a figure",
    "a status in words": "words of another time in a remark or a name",
    "a plan in a heading": "a plan in the heading of a figure",
    "who and where by values": "a nation and a host without known headings",
    "words at a figure": "words beside a figure",
    "a figure of things": "a figure that may count things, and no persons",
    "a mark without a footnote": "a mark at a figure, and no footnote for it",
    "no figure stated": "a word that gives no figure",
    "an empty day": "an empty cell in a column of days",
    "no day stated": "a word that gives no day",
    "an empty status": "an empty cell in a column of statuses",
    "no status stated": "a word that gives no status",
    "a doubted status": "a status with a question mark",
    "a status left out": "a status in a column that is not imported",
    "a figure left out": "a figure in a column that is not imported",
    "a time left out": "words of another time in a column that is not imported",
    "a day left out": "a day in a column that is not imported",
    "an end left out": "words in a column of ends that is not imported",
    "a unit left out": "a unit in a column that is not imported",
    "a short year": "a year of two digits",
    "a part of a time": "a part of a month or a year",
    "relieved": "a unit that was relieved",
    "a place near": "a place that is not certain",
    "a doubt at a place": "words of doubt, or of another time, at a place",
    "one place": "two names of one place",
    "near an earlier place": "a place near one of an earlier file",
    "a new name": "a new name of a unit",
    "no point": "not a single place",
    "a host by place": "a host found by its place",
    "one name": "one name in several countries",
    "joined in another status": "rows of one unit with different statuses",
    "joined with another start": "rows of one unit with different starts",
    "one name in a country": "one name at several places of a country",
    "a move": "a move to another country",
    "no place found": "an unknown place, kept with its country",
    **of_parts.KINDS,
}
"""Names of kinds of problems and assumptions."""


_NAMED_LINES, _NAMED_COLUMNS = 12, 6
"""How many lines to leave out, and columns of another table, are named."""


def footnote_of_no_row(mark: str, line: int, text: str) -> str:
    """A footnote under the table that goes into no claim."""
    return (
        f"Line {line} reads like a footnote with the mark {mark}, but no row has this mark: “{text}”. "
        "No claim gets it."
    )


def no_row_to_leave_out(lines: Sequence[int]) -> str:
    """Says which of the lines that a person leaves out hold no row."""
    left = len(lines) - _NAMED_LINES
    named = countries([f"{line}" for line in lines[:_NAMED_LINES]], left)
    return f"{'Line' if len(lines) == 1 else 'Lines'} to leave out without a row: {named}."


def returned(number: int) -> str:
    """Says that some imported rows had claims before, which were retracted."""
    if number == 1:
        return "One of them was imported before and then retracted. It comes back as a new draft."
    return f"{number:,} of them were imported before and then retracted. They come back as new drafts."


def another_table(columns: Sequence[str]) -> str:
    """Says that an earlier table of the same name had other columns, and is taken for another table."""
    left = len(columns) - _NAMED_COLUMNS
    named = countries([f"“{column}”" for column in columns[:_NAMED_COLUMNS]], left)
    return (
        f"A table of this name was imported before, with other columns: {named}. "
        "This file is taken as another table. The earlier claims stay as they are."
    )


def waits(number: int) -> str:
    """Says that some earlier claims have rows in the file that are not imported."""
    if number == 1:
        return "1 earlier claim waits: its row is in the file, but is not imported. The claim stays."
    return (
        f"{number:,} earlier claims wait: their rows are in the file, but are not imported. The claims stay."
    )


def point_at(lat: float, lon: float) -> str:
    """A point without a name."""
    return f"{lat:g}, {lon:g}"


def countries(names: Sequence[str], more: int) -> str:
    """Countries, and how many more there are."""
    return ", ".join(names) + (f" and {more} more" if more > 0 else "")
