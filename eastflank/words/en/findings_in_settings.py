"""English for what is wrong with a dataset's settings: the schema, the theatre, the base map."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

DESCRIBE_IT = "Describe it under resources."

# --- the schema, datapackage.json ---------------------------------------------------------------------------

TOO_DEEP = ("Its lists are nested too deeply.", "Put back the file.")
NAMED_TWICE = ("Two tables have one name or one file.", "Give each its own.")
NO_SENTENCES = ("It is not a list of texts.", "Write a list of sentences, or leave it out.")
OTHER_PATTERN = (
    "The pattern is none of those of the datapackage.json that comes with Eastflank.",
    "Use one of these, or enum.",
)
TABLE_MISSING = ("The table is missing.", DESCRIBE_IT)
COLUMN_MISSING = ("The column is missing.", "Describe it under fields.")
ONLY_EMPTY_CELLS = ("Only an empty cell means that nothing is stated.", 'Write [""], or leave it out.')
DESCRIBED_TWICE = ("The column is described twice.", "Keep one.")
KEY_OF_NOTHING = ("A key names a column that is not there.", "Correct it.")
ANOTHER_PATTERN, OTHER_VALUES = "another pattern", "other values"


def property_missing(name: str) -> tuple[str, str]:
    """Says that a table or column lacks a property."""
    return f"A property is missing: {name}.", "Add it, as the Table Schema standard says."


OTHER_NESTING = "a value, a list or an object is not as it must be there"
"""Why a JSON file has the wrong shape."""


def lacks(name: str) -> str:
    """The same, if something is missing."""
    return f"it lacks {name}"


def reason(error: Exception) -> str:
    """The same for an error of reading: its own words are about the program."""
    match error:
        case KeyError():
            return lacks(str(error)[:100])
        case TypeError() | AttributeError() | IndexError():
            return OTHER_NESTING
    return str(error)[:100]


def key_twice(key: str) -> tuple[str, str]:
    """Says that an object has a key twice."""
    return f"The key “{key:.80}” stands twice in one object.", "Keep one of them."


NOT_OBSERVED = ("It is not observed when tables are read.", "Leave it out.")


def written_otherwise(found: object, wanted: object) -> tuple[str, str]:
    """Says that a table is described as written otherwise than it is read."""
    return (
        f"It is {json.dumps(found):.60}, but tables are read with {json.dumps(wanted)} only.",
        "Save the table so and correct this, or leave it out.",
    )


def property_misshapen(reason: str) -> tuple[str, str]:
    """Says that a property is something else than it should be."""
    return f"A property has the wrong shape: {reason}.", "See the Table Schema standard."


def no_pattern(reason: str) -> tuple[str, str]:
    """Says that a pattern is no regular expression."""
    return f"A pattern cannot be read: {reason}.", "Write a regular expression."


def no_tables(names: Iterable[str]) -> tuple[str, str]:
    """Says that tables are not described."""
    return f"There is no table {', '.join(names)}.", DESCRIBE_IT


def other_key(key: Iterable[str]) -> tuple[str, str]:
    """Says that a table has another key."""
    return "The primary key is not the one that is relied on.", f"Make it {', '.join(key)}."


def allows_too_much(what: Iterable[str]) -> tuple[str, str]:
    """Says that a column allows values that the code cannot handle."""
    return (
        f"It allows values that cannot be used: {', '.join(what)}.",
        "Take that over from the datapackage.json that comes with Eastflank.",
    )


def is_not(rule: str) -> str:
    """A rule that a column lacks: “not required”."""
    return f"not {rule}"


def has_no_bound(bound: str, wanted: object) -> str:
    """A bound that a column lacks: “no minimum of 0”."""
    return f"no {bound} of {wanted}"


def no_file_name(file: str, table: str) -> tuple[str, str]:
    """Says that a table's file cannot have this name."""
    return f"“{file}” is not a name for a CSV file.", f"Use {table}.csv."


def unknown_type(kind: str, types: Iterable[str]) -> tuple[str, str]:
    """Says that a column has a type that the code does not read."""
    return f"Type {kind} is not known.", f"Use {either(types)}."


def unknown_constraint(names: Iterable[str], known: Iterable[str]) -> tuple[str, str]:
    """Says that a column has a constraint that the code does not check."""
    return f"Nothing checks the constraint {either(names)}.", f"Use {either(known)}."


def either(names: Iterable[str]) -> str:
    """A choice of several."""
    return " or ".join(sorted(names))


def not_a_text(value: object) -> str:
    """Says that a value is no text."""
    return f"{value!r:.50} is not a text"


def not_true_or_false(value: object) -> str:
    """Says that a value is neither."""
    return f"{value!r:.50} is not true or false"


def not_a_number(value: object) -> str:
    """Says that a value is no number."""
    return f"{value!r:.50} is not a number"


# --- the theatre, theatre.toml ------------------------------------------------------------------------------

_AN_EXAMPLE = "data/theatre.toml of Eastflank is an example."
SETTING_MISSING = ("The setting is missing.", f"Add it; {_AN_EXAMPLE}")
NO_NATION = ("This is not an alpha-3 code of ISO 3166-1.", "Write one such as EST.")
NO_COLOURS = (
    "These are not two colours.",
    'Write one for a light page and one for a dark, such as ["#274b8f", "#8fb0f0"].',
)
NOT_CALLED = (
    "It does not say what one and several are called.",
    'Write { one = "patrol", several = "patrols" }.',
)
VALUE_DOES_NOT_FIT = "The value does not fit."
NO_NAME = "This is not a name."
TRUE_OR_FALSE = "Write true or false."
NO_CORNERS = (
    "This is not a part of the globe with two corners.",
    "Write south_west = [41.2, 12.5] and north_east = [60.4, 41.5]: degrees north, then east.",
)
NO_SHORT_NAME = "This is not a short name."
NO_KINDS = ("This is not a table of kinds.", "Write [kinds], and below it a line for each kind.")
NO_LEADS = ("This is not a table.", "Write [leads], and below it a line for each nation.")


def no_toml(reason: object) -> tuple[str, str]:
    """Says that the settings are not TOML, as the reader of TOML says."""
    return f"This is not TOML: {reason}.", f"Correct it; {_AN_EXAMPLE}"


def no_such_setting(settings: Iterable[str]) -> tuple[str, str]:
    """Says that there is no such setting; these are."""
    return "There is no such setting.", f"Remove it. The settings are {', '.join(settings)}."


def no_such_setting_of_kind(settings: Iterable[str]) -> tuple[str, str]:
    """Says that a kind has no such setting; it has these."""
    return "A kind has no such setting.", f"Use one of {', '.join(settings)}."


def write_a_name(most: int) -> str:
    """What a name must be."""
    return f"Write a text of 1 to {most} characters in quotation marks."


def write_a_short_name(most: int) -> str:
    """What a short name must be."""
    return f'Write a word such as "flank", of 1 to {most} characters.'


def write_one_of(values: Collection[str]) -> str:
    """What a value must be."""
    return f"Write {' or '.join(values)}."


# --- the base map -------------------------------------------------------------------------------------------

_SEE_BASE_MAP = "data/basemap/README.md of Eastflank says what is in it."
BUILD_AGAIN = f"Build the base map again; {_SEE_BASE_MAP}"
_BUILD_AGAIN = "Build the base map again."
NO_CREDIT_SETTING = ("There is no such setting.", f"Correct it; {_SEE_BASE_MAP}")


def no_toml_of_credit(reason: object) -> tuple[str, str]:
    """Says that the credit of the base map is not TOML."""
    return f"This is not TOML: {reason}.", f"Correct it; {_SEE_BASE_MAP}"


def no_line(most: int) -> tuple[str, str]:
    """Says that a text of the credit is not a text."""
    return f"It must be a text in one line, of 1 to {most} characters.", f"Correct it; {_SEE_BASE_MAP}"


def misshapen(reason: str) -> str:
    """Says that a file of the base map is something else."""
    return f"It has the wrong shape: {reason}."


def feature_without(number: int, key: str) -> str:
    """Says that a feature has no name or code."""
    return f"Feature {number} has no {key}."


def no_area(number: int) -> str:
    """Says that a feature is a point or a line."""
    return f"Feature {number} is not an area."


def beyond_the_globe(number: int) -> str:
    """Says that a feature is not on the globe."""
    return f"Feature {number} lies beyond the globe."


def label_without(number: int, group: str, key: str) -> str:
    """Says that a label lacks something."""
    return f"Label {number} of {group} has no right {key}."


def no_points(reason: object) -> tuple[str, str]:
    """Says that the labels of countries are not valid."""
    return f"This is not a list of countries with iso3 and points: {reason}.", _BUILD_AGAIN


def no_outlines(reason: object) -> tuple[str, str]:
    """Says that the outlines of countries are not valid."""
    return f"This is not GeoJSON with iso3 for each feature: {reason}.", _BUILD_AGAIN
