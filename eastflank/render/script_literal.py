r"""Values as JavaScript literals: the only way in which data enters a script.

Folium pastes what it is given into scripts, streamlit-folium rewrites those scripts with regular
expressions, and the browser evaluates the result. So every string is written with letters, digits and a few
harmless characters only, everything else as \\uXXXX: it can neither leave its quotes, nor end a script
element, nor look like a template, a variable or HTML to anything on the way.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Mapping, Sequence

_CONSTANTS: Mapping[bool | None, str] = {True: "true", False: "false", None: "null"}
_UNSAFE = re.compile(r"[^A-Za-z0-9 .,:#-]")


def literal_of(value: object) -> str:
    """`value` as a JavaScript literal.

    Mappings with string keys, sequences, strings, finite numbers, booleans and None (null) have one.
    Raises TypeError for anything else, ValueError for nan.
    """
    match value:
        case str():
            return _string(value)
        case bool() | None:
            return _CONSTANTS[value]
        case int():
            return int.__repr__(value)
        case float():
            return _number(value)
        case dict() | Mapping():  # the first of each pair is quick to recognise
            pairs = [f"{literal_of(str(key))}:{literal_of(item)}" for key, item in value.items()]
            return "{" + ",".join(pairs) + "}"
        case list() | tuple() | Sequence() if not isinstance(value, bytes):
            return "[" + ",".join([literal_of(item) for item in value]) + "]"
    message = f"A {type(value).__name__} has no JavaScript literal; give plain values."
    raise TypeError(message)


def _number(value: float) -> str:
    if not math.isfinite(value):
        message = f"{value} is no number that a script can hold."
        raise ValueError(message)
    return float.__repr__(value)


@functools.lru_cache(maxsize=1024)  # scenes repeat the same texts often, and contain whole symbols as text
def _string(text: str) -> str:
    return f'"{_UNSAFE.sub(_escaped, text)}"'


def _escaped(match: re.Match[str]) -> str:
    """UTF-16 code units, since JavaScript counts in them."""
    units = match.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
